using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;

namespace Deciders.Tests;

/// <summary>The bookmark 1140-henan, read once.</summary>
internal static class Bookmarks
{
    public static readonly Bookmark Henan = Load("1140-henan");

    private static Bookmark Load(string id)
    {
        var scenarios = Path.Combine(Root(), "scenarios");
        var problems = new Problems();
        var calendar = CalendarFile.Open(Path.Combine(scenarios, "calendar", "months.yaml"), "months.yaml", problems);
        var geography = Geography.Load(Path.Combine(scenarios, "geography"), problems);
        var bookmark = Bookmark.Load(scenarios, id, geography!, calendar!.Calendar, problems);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        return bookmark!;
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
