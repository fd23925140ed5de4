namespace Yanyun.Engine.Rules;

/// <summary>The way back of a force: where it leads, and whether a river or a ring lies across it.</summary>
internal static class Retreat
{
    /// <summary>A river this near on the way back can be a trap, li: a day's flight. Estimate 30 - 80.</summary>
    public const int RiverLi = 50;
    /// <summary>Men that a crossing must carry in a day for each 100 that flee, or it cuts them off. Estimate 30 - 100.</summary>
    public const int CarryPerCent = 50;
    /// <summary>A beaten host runs for a prefecture of its side so many times nearer than its base. Estimate 2 - 4.</summary>
    public const int NearerBy = 2;
    /// <summary>Severity of winter above which a river bears troops: as <see cref="Clock.Winter"/> has it.</summary>
    private const int IceBears = 600;

    /// <summary>
    /// Where a force falls back to: its base if its own side holds it, unless a walled prefecture of its side that nobody besieges is nearer by
    /// <see cref="NearerBy"/> times; without a base, the nearest place of its side; never where it stands; none if there is no way to any.
    /// </summary>
    public static PlaceId Refuge(World world, in Force force)
    {
        var based = force.Base != force.At && Ours(world, force.Base, force.Polity);
        var way = based ? Cost(world, force, force.Base) : (int)Atlas.NoWay;
        if (way >= Atlas.NoWay) return Nearest(world, force, Atlas.NoWay, walled: false);
        var walled = Nearest(world, force, way / NearerBy, walled: true);
        return walled.Exists ? walled : force.Base;
    }

    private static PlaceId Nearest(World world, in Force force, int cost, bool walled)
    {
        if (force.At.Exists) return Nearest(world, force, force.At, 0, cost, walled).Place;
        ref readonly var leg = ref world.Atlas[force.Leg];
        var back = Nearest(world, force, leg.From, force.LegLi, cost, walled);
        var ahead = Nearest(world, force, leg.To, leg.Li - force.LegLi, cost, walled);
        if (!back.Place.Exists || !ahead.Place.Exists) return back.Place.Exists ? back.Place : ahead.Place;
        if (back.Cost != ahead.Cost) return back.Cost < ahead.Cost ? back.Place : ahead.Place;
        return back.Place.Value < ahead.Place.Value ? back.Place : ahead.Place;
    }

    /// <summary>The same by way of a place that is so far off; none from <paramref name="most"/> on.</summary>
    private static (int Cost, PlaceId Place) Nearest(World world, in Force force, PlaceId by, int off, int most, bool walled)
    {
        foreach (var place in world.Atlas.ByMarch(by))
        {
            var cost = off + world.Atlas.MarchCost(by, place);
            if (cost >= most) break;
            if (place == force.At || !Ours(world, place, force.Polity) || world[place].Siege.Exists) continue;
            if (walled && (world[place].Walls == 0 || world[place].Holder != force.Polity || world.Atlas.Greatness(place) < 2)) continue;
            return (cost, place);
        }
        return default;
    }

    /// <summary>Weighted li from where the force is to a place.</summary>
    private static int Cost(World world, in Force force, PlaceId to)
    {
        if (force.At.Exists) return Cost(world.Atlas, force.At, to);
        ref readonly var leg = ref world.Atlas[force.Leg];
        return Whole.Min(Cost(world.Atlas, leg.From, to) + force.LegLi, Cost(world.Atlas, leg.To, to) + leg.Li - force.LegLi);
    }

    private static bool Ours(World world, PlaceId place, PolityId polity) =>
        world[place].Holder.Exists && world.Scenario.SameSide(world[place].Holder, polity);

    /// <summary>
    /// Whether the way back of a force is cut: no way, a river within a day's flight that cannot carry them, or a hostile host on the
    /// road behind.
    /// </summary>
    public static bool Cut(World world, ForceId id, int men)
    {
        ref readonly var force = ref world[id];
        var atlas = world.Atlas;
        var refuge = Refuge(world, force);
        if (!refuge.Exists) return true;
        var end = force.At;
        if (!end.Exists)
        {
            ref readonly var leg = ref atlas[force.Leg];
            var back = Cost(atlas, leg.From, refuge) + force.LegLi <= Cost(atlas, leg.To, refuge) + leg.Li - force.LegLi;
            end = back ? leg.From : leg.To;
            if (RiverBetween(world, force.Leg, back ? 0 : force.LegLi, back ? force.LegLi : leg.Li, men)
                || Blocked(world, end, force.Polity, men)) return true;
            if (refuge == end) return false;
        }
        var next = atlas.MarchNext(end, refuge);
        if (!next.Exists) return true;
        ref readonly var way = ref atlas[next];
        var forward = way.From == end;
        var reach = Whole.Min(RiverLi, way.Li);
        return RiverBetween(world, next, forward ? 0 : way.Li - reach, forward ? reach : way.Li, men)
            || (way.Li <= 2 * RiverLi && Blocked(world, way.Other(end), force.Polity, men));
    }

    private static int Cost(Atlas atlas, PlaceId from, PlaceId to) => from == to ? 0 : atlas.MarchCost(from, to);

    /// <summary>A hostile host of a third of their number stands at the place.</summary>
    private static bool Blocked(World world, PlaceId place, PolityId polity, int men)
    {
        long hostile = 0;
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
        {
            ref readonly var other = ref world[f];
            if (BattleRule.Afield(world, other) && world.Hostile(other.Polity, polity)) hostile += other.Men;
        }
        return hostile * 3 > men;
    }

    private static bool RiverBetween(World world, LegId leg, int from, int to, int men)
    {
        ref readonly var l = ref world.Atlas[leg];
        for (var c = l.FirstCrossing; c < l.FirstCrossing + l.CrossingCount; c++)
        {
            ref readonly var crossing = ref world.Atlas.Crossings[c];
            if (crossing.AtLi < from || crossing.AtLi > to || !Stands(world, crossing)) continue;
            long carries = 0;
            for (var k = l.FirstCrossing; k < l.FirstCrossing + l.CrossingCount; k++)
                if (world.Atlas.Crossings[k].River == crossing.River && Usable(world, k)) carries += world.Atlas.Crossings[k].MenPerDay;
            if (carries * 100 < (long)men * CarryPerCent) return true;
        }
        return false;
    }

    private static bool Stands(World world, in Crossing crossing) => crossing.From <= world.Date && world.Date < crossing.To;

    private static bool Usable(World world, int row)
    {
        ref readonly var crossing = ref world.Atlas.Crossings[row];
        if (!Stands(world, crossing) || world.Crossings[row].Destroyed != 0) return false;
        return crossing.Kind != CrossingKind.Ice || world.Clock.Winter > IceBears;
    }
}
