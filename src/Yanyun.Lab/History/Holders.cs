using Yanyun.Chronicle.Bookmarks;
using Yanyun.Engine;

namespace Yanyun.Lab.History;

/// <summary>A place that a day of survey gives to another than the world does that night.</summary>
/// <param name="Said">Slug of the holder by the survey.</param>
/// <param name="Held">Slug of the holder in the world; "-" for nobody.</param>
public readonly record struct Difference(Day Day, PlaceId Place, string Said, string Held);

/// <summary>Holders in a world against those of the gazetteer.</summary>
public static class Holders
{
    /// <summary>The days of survey within a bookmark, its first day and those before it left out: the start world is made of them.</summary>
    public static IReadOnlyList<Day> DaysOf(Bookmark bookmark) =>
        [.. bookmark.Geography.Gazetteer.Network.SelectMany(entry => entry.Holders).Select(holding => holding.Day).Distinct()
            .Where(day => day > bookmark.Scenario.FirstDay && day <= bookmark.Scenario.LastDay).Order()];

    /// <summary>Places of the network that the survey of the world's own day gives to another; one that it calls contested may be either's.</summary>
    public static IReadOnlyList<Difference> Against(Bookmark bookmark, World world)
    {
        var differ = new List<Difference>();
        foreach (var entry in bookmark.Geography.Gazetteer.Network)
        {
            if (entry.HolderOn(world.Date) is not { } said) continue;
            var held = bookmark.Slugs.Of(world[entry.Place].Holder);
            if (held != said.Polity && held != said.Rival) differ.Add(new Difference(world.Date, entry.Place, said.Polity, held));
        }
        return differ;
    }
}
