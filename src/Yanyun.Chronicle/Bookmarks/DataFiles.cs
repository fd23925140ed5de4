using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>What every file of a bookmark has: a format word, and rows named in both languages.</summary>
internal static class DataFiles
{
    /// <summary>The YAML files of a folder, in ordinal order; a problem when there are none.</summary>
    public static IReadOnlyList<string> In(string folder, Problems problems)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        if (files.Length == 0) problems.Add(ReadingMessages.NoFile, new Location(folder, 0, 0), "*.yaml");
        Array.Sort(files, string.CompareOrdinal);
        return files;
    }

    /// <summary>The head of a file of the given format; null, with the reason among the problems, when it is not one.</summary>
    public static Fields? Open(string path, string format, Problems problems)
    {
        if (YamlFile.Open(path, path, problems) is not { } root) return null;
        var top = new Fields(root, problems);
        var found = top.Text("format");
        if (found == format) return top;
        if (found.Length > 0) problems.Add(new Problem(ReadingMessages.WrongFormat, top.Of("format"), [found, format]));
        return null;
    }

    /// <summary>The key <c>name</c>: a mapping of en and zh.</summary>
    public static Bilingual Name(Fields row, string key = "name", bool required = true)
    {
        if (row.Inner(key, required) is not { } name) return new Bilingual("", "");
        var read = new Bilingual(name.Text("en"), name.Text("zh"));
        name.End();
        return read;
    }

    /// <summary>Ids of a list, each to be in the table; unknown ones are problems and left out.</summary>
    public static List<int> Ids(Fields row, string key, IdTable table)
    {
        var numbers = new List<int>();
        foreach (var id in row.Texts(key))
        {
            if (table[id] is > 0 and var number) numbers.Add(number);
            else row.Problems.Add(new Problem(ReadingMessages.NotKnown, row.Of(key), [key, table.Kind, id], Nearest.To(id, table.Ids)));
        }
        return numbers;
    }
}
