using Yanyun.Chronicle;
using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace House;

/// <summary>The bookmark 1140-henan as shipped, read once.</summary>
internal static class TheWar
{
    private static readonly Lazy<Bookmark> Read = new(() =>
    {
        var problems = new Problems();
        var scenarios = Path.Combine(Repository.Root, "scenarios");
        var geography = Geography.Load(Path.Combine(scenarios, "geography"), problems);
        var calendar = CalendarFile.Open(Path.Combine(scenarios, "calendar", "months.yaml"), "calendar/months.yaml", problems);
        var bookmark = geography is null || calendar is null ? null : Bookmark.Load(scenarios, "1140-henan", geography, calendar.Calendar, problems);
        Assert.Equal(0, problems.Errors);
        return bookmark!;
    });

    private static readonly Lazy<AnnalsBook> Told = new(() =>
    {
        var problems = new Problems();
        var annals = AnnalsBook.Load(Path.Combine(Repository.Root, "scenarios"), Bookmark, problems);
        Assert.Equal(0, problems.Errors);
        return annals!;
    });

    public static Bookmark Bookmark => Read.Value;
    public static AnnalsBook Annals => Told.Value;
    public static Scenario Scenario => Read.Value.Scenario;

    /// <summary>What a seat sees, as bytes.</summary>
    public static byte[] Bytes(World world, SeatId seat)
    {
        var view = new View(world, seat);
        var bytes = new byte[view.MaxBytes];
        return bytes[..view.WriteTo(bytes)];
    }

    private static readonly Lazy<Heuristic> Judgement = new(() => new Heuristic(Scenario));

    /// <summary>The minds that play when nobody says otherwise: history's decisions, and judgement where history has been left behind.</summary>
    public static IMind?[] Minds()
    {
        Heuristic judgement;
        lock (Judgement) judgement = Judgement.Value.Twin();
        return Historical.Cast(new ScriptProgress(Annals.Script), Scenario.Seats.Length, _ => judgement);
    }

    /// <summary>A history on its <paramref name="days"/>-th day.</summary>
    public static (World World, Simulation Simulation) Run(ulong seed, int days)
    {
        var world = World.Of(Scenario, seed);
        var simulation = new Simulation(world, Minds());
        for (var d = 1; d < days; d++) simulation.Day();
        return (world, simulation);
    }
}
