using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Cli.Front;

/// <summary>The scenarios that lie beside the program.</summary>
public sealed class Library
{
    private Library(string folder, Calendar calendar) => (Folder, Calendar) = (folder, calendar);

    /// <summary>The folder <c>scenarios</c>.</summary>
    public string Folder { get; }

    /// <summary>The folder <c>claims</c>, beside that of scenarios.</summary>
    public string Claims => Path.Combine(Path.GetDirectoryName(Folder)!, "claims");

    /// <summary>The built page, beside the folder of scenarios; null where it has not been built.</summary>
    public string? Page => Path.Combine(Path.GetDirectoryName(Folder)!, "web", "dist") is var folder && File.Exists(Path.Combine(folder, "index.html")) ? folder : null;

    public Calendar Calendar { get; }

    public IReadOnlyList<string> Ids => Bookmark.List(Folder);

    /// <summary>Finds the scenarios above the program and reads the calendar. Exactly one of the two answers is not null.</summary>
    public static (Library? Library, Mistake? Mistake) Open()
    {
        var folder = Find();
        if (folder is null) return (null, Mistake.NotHere("scenarios", CliMessages.NoScenarios, null, AppContext.BaseDirectory));
        var problems = new Problems();
        var months = Path.Combine(folder, "calendar", "months.yaml");
        var table = CalendarFile.Open(months, Shown(months), problems);
        return table is null ? (null, new Mistake(Exit.NotHere, problems.All)) : (new Library(folder, table.Calendar), null);
    }

    /// <summary>A checked scenario, or every fault of its files.</summary>
    public (Bookmark? Bookmark, Mistake? Mistake) Load(string id)
    {
        if (!Ids.Contains(id)) return (null, Mistake.NotHere("SCENARIO", CliMessages.UnknownScenario, Nearest.To(id, Ids), id, Ids));
        var problems = new Problems();
        var bookmark = Read(id, problems);
        return bookmark is null ? (null, new Mistake(Exit.NotHere, problems.All)) : (bookmark, null);
    }

    /// <summary>A scenario that is there, read from its files; null with every fault among the problems.</summary>
    public Bookmark? Read(string id, Problems problems)
    {
        var geography = Geography.Load(Path.Combine(Folder, "geography"), problems);
        return geography is null ? null : Bookmark.Load(Folder, id, geography, Calendar, problems);
    }

    /// <summary>A path as the user knows it: from where he stands, when that is shorter.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string? Find()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (File.Exists(Path.Combine(at, "scenarios", "calendar", "months.yaml"))) return Path.Combine(at, "scenarios");
        return null;
    }
}
