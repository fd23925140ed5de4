using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
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

    public static Bookmark Bookmark => Read.Value;
    public static Scenario Scenario => Read.Value.Scenario;

    /// <summary>What a seat sees, as bytes.</summary>
    public static byte[] Bytes(World world, SeatId seat)
    {
        var view = new View(world, seat);
        var bytes = new byte[view.MaxBytes];
        return bytes[..view.WriteTo(bytes)];
    }

    public static IMind?[] Minds() => new IMind?[Scenario.Seats.Length];
}
