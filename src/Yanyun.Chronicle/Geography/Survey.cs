using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>Geography while it is being read: the tables grow file by file, and faults gather.</summary>
internal sealed class Survey(Problems problems, Tables tables)
{
    public Problems Problems => problems;
    public Tables Tables => tables;
    public IdTable PlaceIds { get; } = new("place", "地點");
    public IdTable RouteIds { get; } = new("route", "路線");
    public IdTable CrossingIds { get; } = new("crossing", "渡口");
    public IdTable EntryIds { get; } = new("entry", "條目");

    /// <summary>Nodes, then points; row i is <see cref="PlaceIds"/> number i + 1. The Engine's row and what else is known.</summary>
    public List<Place> Places { get; } = [];
    public List<PlaceEntry> Network { get; } = [];
    public List<Route> Routes { get; } = [];
    public List<RouteEntry> Ways { get; } = [];
    public List<Crossing> Crossings { get; } = [];
    public List<RouteId> CrossingRoutes { get; } = [];
    public List<CrossingEntry> Fords { get; } = [];
    public List<PlaceEntry> Entries { get; } = [];

    /// <summary>Places and routes whose row had an error. What leans on their numbers is not linted: one fault is told once.</summary>
    public HashSet<PlaceId> UnsoundPlaces { get; } = [];
    public HashSet<RouteId> UnsoundRoutes { get; } = [];

    /// <summary>Both ends of a sound route stand where they say.</summary>
    public bool Stands(RouteId route) => route.Exists && !UnsoundRoutes.Contains(route)
        && Stands(Routes[route.Value - 1].From) && Stands(Routes[route.Value - 1].To);

    public bool Stands(PlaceId place) => place.Exists && !UnsoundPlaces.Contains(place);

    /// <summary>The lint that every place can be reached, by any kind of way, from the first.</summary>
    public void CheckConnected()
    {
        if (Places.Count == 0) return;
        var neighbours = new List<int>[Places.Count + 1];
        for (var i = 0; i < neighbours.Length; i++) neighbours[i] = [];
        foreach (var route in Routes)
        {
            neighbours[route.From.Value].Add(route.To.Value);
            neighbours[route.To.Value].Add(route.From.Value);
        }
        var reached = new bool[neighbours.Length];
        var open = new Queue<int>([1]);
        reached[1] = true;
        while (open.TryDequeue(out var at))
            foreach (var to in neighbours[at])
                if (!reached[to])
                {
                    reached[to] = true;
                    open.Enqueue(to);
                }
        for (var i = 1; i < reached.Length; i++)
            if (!reached[i] && !Places[i - 1].Route.Exists)
                Problems.Add(GeographyMessages.Unreachable, PlaceIds.At(i), PlaceIds[i], PlaceIds[1]);
    }
}
