using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>Loyalty of common people to Song, to Jin, and to the memory of Qi or a band of their own; 0-1000.</summary>
public readonly record struct Loyalties(int Song, int Jin, int Third);

/// <summary>What the people of a region are like.</summary>
/// <param name="Households">Per mille of the registers of about 1102 that are left.</param>
/// <param name="Grain">Shi a household a year.</param>
public sealed record RegionPeople(Figure Households, Loyalties Loyalty, int Grain, Grounds Grounds);

/// <summary>What the towns file says: regions, what was given back in 1139, and what is set by hand for single places.</summary>
internal sealed class Towns
{
    private readonly HashSet<int> _returnedRegions = [];
    private readonly HashSet<PlaceId> _notReturned = [], _alsoReturned = [];

    /// <summary>By number of the region, from 1; null where the file says nothing.</summary>
    public RegionPeople?[] Regions { get; private init; } = [];
    public Dictionary<PlaceId, (Figure Shi, Grounds Grounds)> Stores { get; } = [];
    public Dictionary<PlaceId, PolityId> Holders { get; } = [];
    public Dictionary<PlaceId, Loyalties> Loyalty { get; } = [];
    public Dictionary<PlaceId, Figure> Households { get; } = [];

    /// <summary>Given back by Jin in 1139, when it is held by Song.</summary>
    public bool WasReturned(PlaceId place, byte region) =>
        _alsoReturned.Contains(place) || (_returnedRegions.Contains(region) && !_notReturned.Contains(place));

    public static Towns Read(string path, Desk desk)
    {
        var towns = new Towns { Regions = new RegionPeople?[desk.Gazetteer.RegionIds.Count + 1] };
        if (DataFiles.Open(path, "yanyun-towns/1", desk.Problems) is not { } top) return towns;
        if (top.Inner("returned") is { } returned) towns.ReadReturned(returned, desk);
        foreach (var row in top.Rows("regions")) towns.ReadRegion(row, desk);
        for (var region = 1; region < towns.Regions.Length; region++)
            if (towns.Regions[region] is null) desk.Problems.Add(BookmarkMessages.NoRegion, top.Of("regions"), desk.Gazetteer.RegionIds[region]);
        foreach (var row in top.Rows("places", required: false)) towns.ReadPlaces(row, desk);
        top.End();
        return towns;
    }

    private void ReadReturned(Fields row, Desk desk)
    {
        _returnedRegions.UnionWith(DataFiles.Ids(row, "regions", desk.Gazetteer.RegionIds));
        _notReturned.UnionWith(Places(row, "except", desk));
        _alsoReturned.UnionWith(Places(row, "also", desk));
        Grounds.Read(row, "returned", desk.Formulas.Ids);
        row.End();
    }

    private void ReadRegion(Fields row, Desk desk)
    {
        var region = row.Id("id", desk.Gazetteer.RegionIds);
        var slug = row.Text("id");
        var people = new RegionPeople(ReadHouseholds(row, slug), ReadLoyalty(row), row.Whole("grain", 0, 100), Grounds.Read(row, slug, desk.Formulas.Ids));
        row.End();
        if (region == 0) return;
        if (Regions[region] is not null) desk.Problems.Add(BookmarkMessages.TwiceSet, row.Of("id"), "id", slug);
        Regions[region] = people;
    }

    private void ReadPlaces(Fields row, Desk desk)
    {
        var places = Places(row, "at", desk);
        var name = string.Join(' ', row.Texts("at"));
        Figure? stores = null;
        if (row.Inner("stores", required: false) is { } inner)
        {
            stores = Figure.Read(inner, name, "shi", 0, 10_000_000);
            inner.End();
        }
        var holder = row.Has("holder") ? desk.Polity(row, "holder") : PolityId.None;
        var loyalty = row.Has("loyalty") ? ReadLoyalty(row) : (Loyalties?)null;
        var households = row.Has("households") ? ReadHouseholds(row, name) : (Figure?)null;
        var grounds = Grounds.Read(row, name, desk.Formulas.Ids);
        row.End();
        foreach (var place in places)
        {
            if (stores is { } shi) Set(Stores, place, (shi, grounds), row, "stores", desk);
            if (holder.Exists) Set(Holders, place, holder, row, "holder", desk);
            if (loyalty is { } said) Set(Loyalty, place, said, row, "loyalty", desk);
            if (households is { } left) Set(Households, place, left, row, "households", desk);
        }
    }

    private static void Set<T>(Dictionary<PlaceId, T> table, PlaceId place, T value, Fields row, string what, Desk desk)
    {
        if (!table.TryAdd(place, value)) desk.Problems.Add(BookmarkMessages.TwiceSet, row.Of(what), what, desk.Gazetteer.Slug(place));
    }

    private static List<PlaceId> Places(Fields row, string key, Desk desk) =>
        [.. DataFiles.Ids(row, key, desk.Gazetteer.PlaceIds).Select(n => new PlaceId((short)n))];

    private static Figure ReadHouseholds(Fields row, string owner)
    {
        if (row.Inner("households") is not { } inner) return default;
        var figure = Figure.Read(inner, owner, "per_mille", 0, 3000);
        inner.End();
        return figure;
    }

    private static Loyalties ReadLoyalty(Fields row)
    {
        if (row.Inner("loyalty") is not { } inner) return default;
        var loyalties = new Loyalties(inner.Whole("song", 0, 1000), inner.Whole("jin", 0, 1000), inner.Whole("third", 0, 1000));
        inner.End();
        return loyalties;
    }
}
