namespace Yanyun.Engine;

/// <summary>What a place is: sets its default garrison, whether it can be walled in, how it is drawn.</summary>
public enum PlaceKind : byte { None, Capital, SuperiorPrefecture, Prefecture, MilitaryPrefecture, County, Pass, Fort, Ford, Bridge, Port, Town, Site, Camp }

/// <summary>Kind of a route; sets speed, capacity and who may use it.</summary>
public enum RouteKind : byte { None, Road, MountainRoad, Pass, RiverCrossing, Canal, River, Sea }

/// <summary>Questions about kinds of routes.</summary>
public static class RouteKinds
{
    public static bool IsWater(this RouteKind kind) => kind is RouteKind.River or RouteKind.Canal or RouteKind.Sea;
}

/// <summary>Ground about a place or along a leg, for battle and march.</summary>
public enum Terrain : byte { Plain, Hills, Mountain, Marsh }

/// <summary>How men get over a river.</summary>
public enum CrossingKind : byte { None, Boats, Bridge, Ferry, Ford, Ice }

/// <summary>A place as geography knows it. What changes about it is a PlaceState.</summary>
/// <param name="Key">Key of its slug.</param>
/// <param name="LatE4">Latitude in 1/10,000 degree north.</param>
/// <param name="LonE4">Longitude in 1/10,000 degree east.</param>
/// <param name="Walls">0 none .. 5 capital-class; the gazetteer's own scale.</param>
/// <param name="Route">The route it is a point of; none for a node of the network.</param>
/// <param name="RouteLi">Distance from the start of that route, in li; 0 for a node.</param>
/// <param name="Region">Index into <see cref="Atlas.RegionCount"/> regions, 0 none; formulas for loyalty, harvest and depopulation go by region.</param>
public readonly record struct Place(ulong Key, PlaceKind Kind, int LatE4, int LonE4, byte Walls, Terrain Terrain, RouteId Route, short RouteLi, byte Region);

/// <summary>A route between two nodes.</summary>
/// <param name="Li">Length in Song li (0.5616 km).</param>
/// <param name="Freezes">Closed to boats, or open to feet, when the winter is hard.</param>
public readonly record struct Route(ulong Key, PlaceId From, PlaceId To, RouteKind Kind, short Li, bool Cavalry, bool Wagons, bool Freezes, Terrain Terrain);

/// <summary>A stretch of a route with no named point inside. Legs are what forces and riders move along.</summary>
/// <param name="StartLi">Distance of <paramref name="From"/> from the start of the route.</param>
/// <param name="FirstCrossing">First row of <see cref="Atlas.Crossings"/> on this leg; <paramref name="CrossingCount"/> rows follow one another.</param>
public readonly record struct Leg(RouteId Route, PlaceId From, PlaceId To, short Li, short StartLi, short FirstCrossing, byte CrossingCount)
{
    public PlaceId Other(PlaceId end) => end == From ? To : From;
}

/// <summary>A river that a leg has to cross, in a span of years and, for ice, of the year.</summary>
/// <param name="From">First day it is there.</param>
/// <param name="To">First day it is there no more.</param>
/// <param name="MenPerDay">Men that get over in a day, unopposed.</param>
/// <param name="AtLi">Where on the leg, from its start.</param>
/// <param name="SeasonFrom">First day of the year it holds, as month x 100 + day (1220 = 20 December); 0 all the year.</param>
/// <param name="SeasonTo">Last day of the year it holds, same form; may lie in the next year.</param>
/// <param name="ColdWintersOnly">Ice that bears men in a hard winter only.</param>
public readonly record struct Crossing(ulong Key, LegId Leg, byte River, Day From, Day To, CrossingKind Kind, int MenPerDay, short AtLi,
    short SeasonFrom = 0, short SeasonTo = 0, bool ColdWintersOnly = false)
{
    /// <summary>The row is in force: the river runs there in that year.</summary>
    public bool InForce(Day day) => From <= day && day < To;

    /// <summary>The row holds on that day of the year, given as month x 100 + day.</summary>
    public bool InSeason(int monthDay) => SeasonFrom == 0
        || (SeasonFrom <= SeasonTo ? SeasonFrom <= monthDay && monthDay <= SeasonTo : monthDay >= SeasonFrom || monthDay <= SeasonTo);
}

/// <summary>
/// The immutable geography all worlds share: places, routes, legs, crossings, and the tables of shortest ways that march and
/// couriers read. Row 0 of every table is empty.
/// </summary>
public sealed class Atlas
{
    /// <summary>A distance that says "no way".</summary>
    public const ushort NoWay = ushort.MaxValue;

    private readonly int _n;
    private readonly short[] _firstLeg;
    private readonly LegId[] _legsAt;
    private readonly ushort[] _sailLi;
    private readonly LegId[] _sailNext;
    private readonly ushort[] _marchCost;
    private readonly LegId[] _marchNext;
    private readonly ushort[] _rideLi;
    private readonly LegId[] _rideNext;
    private readonly PlaceId[][] _near;
    private readonly ulong[] _nearSets;
    private readonly PlaceId[][] _byMarch;
    private readonly byte[] _greatness;
    private readonly PlaceId[] _greatCities;

    /// <summary>How far a seat's scouts see, in li of road. docs/rules/couriers.md.</summary>
    public const int ScoutLi = 100;

    /// <param name="places">Row 0 empty. Nodes and points together.</param>
    /// <param name="routes">Row 0 empty. Points are placed on them by <see cref="Place.Route"/> and <see cref="Place.RouteLi"/>.</param>
    /// <param name="crossings">Row 0 empty; <see cref="Crossing.Leg"/> still unset, <see cref="Crossing.AtLi"/> counted from the start of the route in <paramref name="crossingRoutes"/>.</param>
    /// <param name="crossingRoutes">The route of each crossing.</param>
    public Atlas(Place[] places, Route[] routes, Crossing[] crossings, RouteId[] crossingRoutes, int regionCount, int riverCount)
    {
        Places = places;
        Routes = routes;
        RegionCount = regionCount;
        RiverCount = riverCount;
        _n = places.Length;
        (Legs, Crossings) = AtlasBuilder.CutLegs(places, routes, crossings, crossingRoutes);
        (_firstLeg, _legsAt) = AtlasBuilder.Neighbours(_n, Legs);
        (_marchCost, _marchNext) = AtlasBuilder.ShortestWays(this, AtlasBuilder.Travel.March);
        (_rideLi, _rideNext) = AtlasBuilder.ShortestWays(this, AtlasBuilder.Travel.Ride);
        (_sailLi, _sailNext) = AtlasBuilder.ShortestWays(this, AtlasBuilder.Travel.Sail);
        _near = AtlasBuilder.Near(this, ScoutLi);
        _nearSets = AtlasBuilder.Sets(_near, SetWords);
        _byMarch = AtlasBuilder.ByMarch(this);
        _greatness = new byte[_n];
        for (var p = 1; p < _n; p++) _greatness[p] = (byte)Rules.Clerks.Greatness(places[p].Kind);
        _greatCities = AtlasBuilder.GreatCities(this);
    }

    public Place[] Places { get; }
    public Route[] Routes { get; }
    public Leg[] Legs { get; }
    public Crossing[] Crossings { get; }
    public int RegionCount { get; }
    public int RiverCount { get; }

    /// <summary>Rows in <see cref="Places"/>, the empty row 0 included.</summary>
    public int PlaceRows => _n;

    public ref readonly Place this[PlaceId id] => ref Places[id.Value];
    public ref readonly Route this[RouteId id] => ref Routes[id.Value];
    public ref readonly Leg this[LegId id] => ref Legs[id.Value];

    /// <summary>The legs that meet at a place, ascending.</summary>
    public ReadOnlySpan<LegId> LegsAt(PlaceId place) =>
        _legsAt.AsSpan(_firstLeg[place.Value], _firstLeg[place.Value + 1] - _firstLeg[place.Value]);

    // Ids are short, so that from * rows + to is below 2^31.

    /// <summary>Weighted li of the shortest march by land and inland water: li x 1 on road, 4/3 in hills, 2 in mountains. <see cref="NoWay"/> if none.</summary>
    public int MarchCost(PlaceId from, PlaceId to) => _marchCost[unchecked(from.Value * _n + to.Value)];

    /// <summary>First leg of the shortest march; none when there or when there is no way.</summary>
    public LegId MarchNext(PlaceId from, PlaceId to) => _marchNext[unchecked(from.Value * _n + to.Value)];

    /// <summary>Li of the shortest way for riders (land, ferries). <see cref="NoWay"/> if none.</summary>
    public int RideLi(PlaceId from, PlaceId to) => _rideLi[unchecked(from.Value * _n + to.Value)];

    /// <summary>First leg of the shortest ride; none when there or when there is no way.</summary>
    public LegId RideNext(PlaceId from, PlaceId to) => _rideNext[unchecked(from.Value * _n + to.Value)];

    /// <summary>Li of the shortest way by river, canal and sea. <see cref="NoWay"/> if none.</summary>
    public int SailLi(PlaceId from, PlaceId to) => _sailLi[unchecked(from.Value * _n + to.Value)];

    /// <summary>First leg of the shortest way by water; none when there or when there is no way.</summary>
    public LegId SailNext(PlaceId from, PlaceId to) => _sailNext[unchecked(from.Value * _n + to.Value)];

    /// <summary>Places within <see cref="ScoutLi"/> of road, itself first, then ascending by id.</summary>
    public ReadOnlySpan<PlaceId> Near(PlaceId place) => _near[place.Value];

    /// <summary>Words of a set of places, a bit for each.</summary>
    internal int SetWords => (_n + 63) / 64;

    /// <summary>The places of <see cref="Near"/> as a set.</summary>
    internal ReadOnlySpan<ulong> NearSet(PlaceId place) => _nearSets.AsSpan(place.Value * SetWords, SetWords);

    /// <summary>All places to which there is a march, itself first, then the nearest by <see cref="MarchCost"/>, of equals the lower id.</summary>
    public ReadOnlySpan<PlaceId> ByMarch(PlaceId place) => _byMarch[place.Value];

    /// <summary>How much is heard of a place: <see cref="Rules.Clerks.Greatness"/> of its kind.</summary>
    public int Greatness(PlaceId place) => _greatness[place.Value];

    /// <summary>Capitals and superior prefectures, ascending.</summary>
    public ReadOnlySpan<PlaceId> GreatCities => _greatCities;
}
