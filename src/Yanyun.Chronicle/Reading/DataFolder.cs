namespace Yanyun.Chronicle.Reading;

/// <summary>Data files that are read together: parsed ahead, side by side, their faults told in the order they are opened.</summary>
public sealed class DataFolder(string directory, Problems problems)
{
    private readonly Dictionary<string, Task<(Mapping? Root, Problems Faults)>> _ahead = [];

    /// <summary>Starts to parse files that will be opened.</summary>
    public void ReadAhead(IEnumerable<string> files)
    {
        foreach (var file in files) _ahead[file] = Task.Run(() => Parse(file));
    }

    /// <summary>The top of a file whose key <c>format</c> is the one expected; else null, and the reason is among the problems.</summary>
    public Fields? Open(string file, string format)
    {
        var (root, faults) = _ahead.Remove(file, out var ahead) ? ahead.Result : Parse(file);
        foreach (var fault in faults.All) problems.Add(fault);
        if (root is null) return null;
        var top = new Fields(root, problems);
        var found = top.Text("format");
        if (found == format) return top;
        if (found.Length > 0) problems.Add(ReadingMessages.WrongFormat, top.Of("format"), found, format);
        return null;
    }

    /// <summary>The YAML files of a subfolder, in ordinal order of their names; a problem when there is none.</summary>
    public string[] Yaml(string folder)
    {
        var path = Path.Combine(directory, folder);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.yaml") : [];
        if (files.Length == 0) problems.Add(ReadingMessages.NoFile, new Location(path, 0, 0), folder + "/*.yaml");
        Array.Sort(files, string.CompareOrdinal);
        return [.. files.Select(file => Path.Combine(folder, Path.GetFileName(file)))];
    }

    private (Mapping?, Problems) Parse(string file)
    {
        var faults = new Problems();
        var path = Path.Combine(directory, file);
        return (YamlFile.Open(path, path, faults), faults);
    }
}
