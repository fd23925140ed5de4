namespace Yanyun.Engine;

/// <summary>Cuts routes into legs at their named points and computes the tables of shortest ways, once, when geography is loaded.</summary>
internal static class AtlasBuilder
{
    /// <summary>Who goes: columns, riders, fleets.</summary>
    public enum Travel : byte { March, Ride, Sail }

    public static (Leg[], Crossing[]) CutLegs(Place[] places, Route[] routes, Crossing[] crossings, RouteId[] crossingRoutes)
    {
        var points = 0;
        foreach (ref readonly var p in places.AsSpan()) if (p.Route.Exists) points++;
        var legs = new Leg[routes.Length + points];
        var ordered = new Crossing[crossings.Length];
        var legCount = 1;
        var crossingCount = 1;
        Span<short> stops = stackalloc short[64];
        for (short r = 1; r < routes.Length; r++)
        {
            var stopCount = 0;
            for (short p = 1; p < places.Length; p++)
                if (places[p].Route.Value == r) stops[stopCount++] = p;
            SortByLi(stops[..stopCount], places);
            var from = routes[r].From;
            short at = 0;
            for (var s = 0; s <= stopCount; s++)
            {
                var to = s < stopCount ? new PlaceId(stops[s]) : routes[r].To;
                var end = s < stopCount ? places[stops[s]].RouteLi : routes[r].Li;
                var first = (short)crossingCount;
                for (var c = 1; c < crossings.Length; c++)
                {
                    if (crossingRoutes[c].Value != r || crossings[c].AtLi < at) continue;
                    if (crossings[c].AtLi > end || (crossings[c].AtLi == end && s < stopCount)) continue;
                    ordered[crossingCount++] = crossings[c] with { Leg = new LegId((short)legCount), AtLi = (short)(crossings[c].AtLi - at) };
                }
                legs[legCount++] = new Leg(new RouteId(r), from, to, (short)Whole.Max(1, end - at), at, first, (byte)(crossingCount - first));
                from = to;
                at = end;
            }
        }
        if (legCount != legs.Length || crossingCount != ordered.Length)
            throw new ArgumentException("A point or a crossing lies on a route that does not exist, or beyond its end.");
        return (legs, ordered);
    }

    private static void SortByLi(Span<short> stops, Place[] places)
    {
        for (var i = 1; i < stops.Length; i++)
            for (var j = i; j > 0 && places[stops[j]].RouteLi < places[stops[j - 1]].RouteLi; j--)
                (stops[j], stops[j - 1]) = (stops[j - 1], stops[j]);
    }

    public static (short[], LegId[]) Neighbours(int n, Leg[] legs)
    {
        var first = new short[n + 1];
        for (var l = 1; l < legs.Length; l++)
        {
            first[legs[l].From.Value + 1]++;
            first[legs[l].To.Value + 1]++;
        }
        for (var i = 1; i <= n; i++) first[i] += first[i - 1];
        var at = new LegId[first[n]];
        var fill = (short[])first.Clone();
        for (short l = 1; l < legs.Length; l++)
        {
            at[fill[legs[l].From.Value]++] = new LegId(l);
            at[fill[legs[l].To.Value]++] = new LegId(l);
        }
        return (first, at);
    }

    /// <summary>Weight of a leg in the table of ways: li for riders; li x 1, 4/3, 2 by ground for columns; none by sea, by water only for columns; li by water alone for fleets.</summary>
    private static int Weight(Atlas atlas, in Leg leg, Travel by)
    {
        ref readonly var route = ref atlas.Routes[leg.Route.Value];
        if (by == Travel.Sail) return route.Kind.IsWater() ? leg.Li : -1;
        if (route.Kind == RouteKind.Sea) return -1;
        if (by == Travel.Ride) return route.Kind is RouteKind.River ? -1 : leg.Li;
        if (route.Kind is RouteKind.River) return leg.Li * 2;
        return route.Kind is RouteKind.MountainRoad or RouteKind.Pass || route.Terrain == Terrain.Mountain ? leg.Li * 2
            : route.Terrain is Terrain.Hills or Terrain.Marsh ? leg.Li * 4 / 3 : leg.Li;
    }

    /// <summary>
    /// Dijkstra from every place. Of equal costs the lower place goes first and the first way found stays, so the tables depend on
    /// nothing but the data.
    /// </summary>
    public static (ushort[], LegId[]) ShortestWays(Atlas atlas, Travel by)
    {
        var n = atlas.PlaceRows;
        var cost = new ushort[n * n];
        var next = new LegId[n * n];
        var weight = new int[atlas.Legs.Length];
        for (var l = 1; l < weight.Length; l++) weight[l] = Weight(atlas, atlas.Legs[l], by);
        var best = new int[n];
        var via = new LegId[n];
        var heap = new Heap(2 * atlas.Legs.Length + 1);
        Array.Fill(cost, Atlas.NoWay, 0, n);
        for (short source = 1; source < n; source++)
        {
            Array.Fill(best, int.MaxValue);
            Array.Clear(via);
            best[source] = 0;
            heap.Push(0, source);
            while (heap.Pop(out var reached, out var u))
            {
                if (reached > best[u]) continue;
                foreach (var id in atlas.LegsAt(new PlaceId(u)))
                {
                    if (weight[id.Value] < 0) continue;
                    var v = atlas.Legs[id.Value].Other(new PlaceId(u)).Value;
                    var through = reached + weight[id.Value];
                    if (through >= best[v]) continue;
                    best[v] = through;
                    via[v] = u == source ? id : via[u];
                    heap.Push(through, v);
                }
            }
            for (var v = 0; v < n; v++)
            {
                cost[source * n + v] = v != 0 && best[v] < Atlas.NoWay ? (ushort)best[v] : Atlas.NoWay;
                next[source * n + v] = via[v];
            }
        }
        return (cost, next);
    }

    /// <summary>A binary heap of (cost, place), least first, lower place first among equals.</summary>
    private struct Heap(int capacity)
    {
        private readonly long[] _rows = new long[capacity];
        private int _count;

        public void Push(int cost, short place)
        {
            var row = (long)cost << 16 | (ushort)place;
            var i = _count++;
            for (; i > 0 && _rows[(i - 1) / 2] > row; i = (i - 1) / 2) _rows[i] = _rows[(i - 1) / 2];
            _rows[i] = row;
        }

        public bool Pop(out int cost, out short place)
        {
            cost = 0;
            place = 0;
            if (_count == 0) return false;
            cost = (int)(_rows[0] >> 16);
            place = (short)(_rows[0] & 0x7FFF);
            var row = _rows[--_count];
            var i = 0;
            while (2 * i + 1 < _count)
            {
                var child = 2 * i + 1;
                if (child + 1 < _count && _rows[child + 1] < _rows[child]) child++;
                if (_rows[child] >= row) break;
                _rows[i] = _rows[child];
                i = child;
            }
            _rows[i] = row;
            return true;
        }
    }

    public static PlaceId[][] ByMarch(Atlas atlas)
    {
        var all = new PlaceId[atlas.PlaceRows][];
        all[0] = [];
        var sorted = new int[atlas.PlaceRows];
        for (short p = 1; p < all.Length; p++)
        {
            var count = 0;
            for (short q = 1; q < all.Length; q++)
                if (atlas.MarchCost(new PlaceId(p), new PlaceId(q)) is var cost and < Atlas.NoWay) sorted[count++] = cost << 15 | (ushort)q;
            Array.Sort(sorted, 0, count);
            all[p] = new PlaceId[count];
            for (var i = 0; i < count; i++) all[p][i] = new PlaceId((short)(sorted[i] & short.MaxValue));
        }
        return all;
    }

    /// <summary>Lists of places as sets, one after the other.</summary>
    public static ulong[] Sets(PlaceId[][] lists, int words)
    {
        var sets = new ulong[lists.Length * words];
        for (var p = 0; p < lists.Length; p++)
            foreach (var place in lists[p]) sets[p * words + place.Value / 64] |= 1UL << (place.Value & 63);
        return sets;
    }

    public static PlaceId[] GreatCities(Atlas atlas)
    {
        var count = 0;
        var cities = new PlaceId[atlas.PlaceRows];
        for (short p = 1; p < cities.Length; p++)
            if (atlas.Greatness(new PlaceId(p)) >= 3) cities[count++] = new PlaceId(p);
        return cities.AsSpan(0, count).ToArray();
    }

    public static PlaceId[][] Near(Atlas atlas, int li)
    {
        var near = new PlaceId[atlas.PlaceRows][];
        near[0] = [];
        for (short p = 1; p < near.Length; p++)
        {
            var here = new PlaceId(p);
            var count = 0;
            for (short q = 1; q < near.Length; q++)
                if (q != p && atlas.RideLi(here, new PlaceId(q)) <= li) count++;
            var list = new PlaceId[count + 1];
            list[0] = here;
            count = 1;
            for (short q = 1; q < near.Length; q++)
                if (q != p && atlas.RideLi(here, new PlaceId(q)) <= li) list[count++] = new PlaceId(q);
            near[p] = list;
        }
        return near;
    }
}
