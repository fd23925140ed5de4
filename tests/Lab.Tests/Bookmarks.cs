using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Deciders;

namespace Lab.Tests;

/// <summary>The real scenarios, and experiments read from text beside them.</summary>
internal static class Bookmarks
{
    public static string Scenarios { get; } = Path.Combine(Root(), "scenarios");

    public static ExperimentShelf Shelf { get; } = new(Bookmark.List(Scenarios), Load, Cast.Words);

    /// <summary>A sound experiment; the test fails on any fault of its text.</summary>
    public static Experiment Read(string text)
    {
        var problems = new Problems();
        var experiment = ExperimentReader.Parse(text, "test.yaml", Shelf, problems);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        return experiment!;
    }

    private static Bookmark? Load(string id, Problems problems)
    {
        var calendar = CalendarFile.Open(Path.Combine(Scenarios, "calendar", "months.yaml"), "months.yaml", problems);
        var geography = Geography.Load(Path.Combine(Scenarios, "geography"), problems);
        return Bookmark.Load(Scenarios, id, geography!, calendar!.Calendar, problems);
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
