using Chronicle.Tests.Dates;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests.Bookmarks;

/// <summary>The bookmark 1140-henan, read once.</summary>
internal static class TheBookmark
{
    public const string Id = "1140-henan";
    public static readonly string Scenarios = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(TheCalendar.Path)!, ".."));
    public static readonly Geography Geography = LoadGeography();
    public static readonly Bookmark Instance = Load();

    public static World World => Instance.Scenario.Start!;
    public static PlaceId Place(string slug) => Geography.Gazetteer.Find(slug);
    public static TownEntry Town(string slug) => Instance[Place(slug)];
    public static ForceId Force(string slug) => Instance.Slugs.Force(slug);
    public static SeatId Seat(string slug) => new((byte)Instance.Seats.Ids[slug]);

    /// <summary>Men of all detachments that stand on the first day under a formation.</summary>
    public static int MenUnder(params string[] formations) => Instance.Forces.Detachments
        .Where(force => !force.Born && formations.Any(formation => Instance.Forces.IsUnder(force, formation)))
        .Sum(force => force.Men.Value);

    /// <summary>Loads a bookmark from a directory of scenarios, against the real geography and calendar.</summary>
    public static Bookmark? LoadFrom(string scenarios, Problems problems) =>
        Bookmark.Load(scenarios, Id, Geography, TheCalendar.Instance, problems);

    private static Geography LoadGeography()
    {
        var problems = new Problems();
        var geography = Geography.Load(Path.Combine(Scenarios, "geography"), problems);
        Assert.Empty(problems.All);
        return geography!;
    }

    private static Bookmark Load()
    {
        var problems = new Problems();
        var bookmark = LoadFrom(Scenarios, problems);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        return bookmark!;
    }
}
