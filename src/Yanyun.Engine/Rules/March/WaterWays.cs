namespace Yanyun.Engine.Rules;

/// <summary>Ways by river, canal and sea, for those who live on boats. Searched when a fleet stands at a fork: fleets are few.</summary>
internal static class WaterWays
{
    /// <summary>First leg of the shortest way by water; none when there or when water does not join the places.</summary>
    /// <param name="li">Length of that way; <see cref="Atlas.NoWay"/> if none.</param>
    public static LegId Next(Atlas atlas, PlaceId from, PlaceId to, out int li)
    {
        li = from == to ? 0 : Atlas.NoWay;
        if (from == to) return LegId.None;
        // Spread from the goal; the leg that last shortened a place's way leads on from it.
        Span<int> best = stackalloc int[atlas.PlaceRows];
        Span<short> onward = stackalloc short[atlas.PlaceRows];
        Span<short> queue = stackalloc short[atlas.PlaceRows + 1];
        Span<bool> queued = stackalloc bool[atlas.PlaceRows];
        best.Fill(int.MaxValue);
        onward.Clear();
        queued.Clear();
        best[to.Value] = 0;
        int head = 0, tail = 0;
        queue[tail++] = to.Value;
        queued[to.Value] = true;
        while (head != tail)
        {
            var here = queue[head];
            head = (head + 1) % queue.Length;
            queued[here] = false;
            foreach (var id in atlas.LegsAt(new PlaceId(here)))
            {
                ref readonly var leg = ref atlas[id];
                if (!IsWater(atlas[leg.Route].Kind)) continue;
                var next = leg.Other(new PlaceId(here)).Value;
                if (best[here] + leg.Li >= best[next]) continue;
                best[next] = best[here] + leg.Li;
                onward[next] = id.Value;
                if (queued[next]) continue;
                queued[next] = true;
                queue[tail] = next;
                tail = (tail + 1) % queue.Length;
            }
        }
        if (best[from.Value] < Atlas.NoWay) li = best[from.Value];
        return new LegId(onward[from.Value]);
    }

    public static bool IsWater(RouteKind kind) => kind is RouteKind.River or RouteKind.Canal or RouteKind.Sea;
}
