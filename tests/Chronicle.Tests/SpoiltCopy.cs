using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests;

/// <summary>A row of a <c>lints.yaml</c>: a spot of a sound folder to be spoilt, and the one fault that must be told of it.</summary>
/// <param name="Find">Text that occurs once in the file; empty: the file itself is taken away.</param>
/// <param name="Put">What stands there instead.</param>
internal sealed record LintFixture(string Code, string File, string Find, string Put, string En, string Zh)
{
    public static List<LintFixture> Read(string path)
    {
        var problems = new Problems();
        var root = YamlFile.Open(path, "lints.yaml", problems);
        var fixtures = new List<LintFixture>();
        foreach (var row in new Fields(root!, problems).Rows("lints"))
            fixtures.Add(new LintFixture(row.Text("code"), row.Text("file"), row.TextIfAny("find") ?? "", row.TextIfAny("put") ?? "", row.Text("en"), row.Text("zh")));
        Assert.Empty(problems.All);
        return fixtures;
    }

    public void Spoil(string directory)
    {
        var path = Path.Combine(directory, File);
        if (Find.Length == 0)
        {
            System.IO.File.Delete(path);
            return;
        }
        var text = System.IO.File.ReadAllText(path);
        var at = text.IndexOf(Find, StringComparison.Ordinal);
        var once = at >= 0 && text.IndexOf(Find, at + 1, StringComparison.Ordinal) < 0;
        Assert.True(once, $"'{Find}' must occur once in {File}");
        System.IO.File.WriteAllText(path, text.Replace(Find, Put));
    }
}

/// <summary>A copy of a sound folder, spoilt and loaded.</summary>
internal static class SpoiltCopy
{
    /// <summary>What a load finds in the copy; problems name files from inside it, as the fixtures do.</summary>
    public static Problems Load(string source, Action<string> spoil, Action<string, Problems> load)
    {
        var copy = Directory.CreateTempSubdirectory("yanyun-spoilt-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(source, "*.*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            spoil(copy);
            var problems = new Problems();
            load(copy, problems);
            return Relative(problems, copy);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static Problems Relative(Problems problems, string directory)
    {
        var relative = new Problems();
        foreach (var p in problems.All)
        {
            var args = p.Args.Select(a => a is string text ? text.Replace(directory + Path.DirectorySeparatorChar, "") : a).ToList();
            var file = p.At.File.StartsWith(directory, StringComparison.Ordinal) ? Path.GetRelativePath(directory, p.At.File) : Path.GetFileName(p.At.File);
            relative.Add(p with { At = p.At with { File = file }, Args = args });
        }
        return relative;
    }
}
