using System;

namespace Yanyun.Engine.Rules;

/// <summary>
/// Each force that is on its feet goes one day further towards its goal. A long column is slow; a full road lets the earlier task first; a
/// river is crossed so many men a day; an enemy on the road, or in the place entered, ends the day's march and leaves the meeting to Battle.
/// A hostile town may be passed by, but a held pass, fort or bridge bars the road until it is taken.
/// </summary>
/// <remarks>Grounds: docs/rules/march.md. Column lengths, paces and capacities: <see cref="MarchRate"/>, <see cref="WayCapacity"/>.</remarks>
public static partial class MarchRule
{
    /// <summary>Hostile forces on one road meet at this distance, li. Estimate 10 - 20: what mounted scouts cover before noon.</summary>
    public const int MeetingLi = 15;
    /// <summary>A garrison of a fiftieth of the column bars a pass, fort or bridge; fewer are brushed aside. Estimate 1/30 - 1/100.</summary>
    public const int BarringShare = 50;
    /// <summary>Li a day of war boats on river and canal, up and down alike. Estimate 60 - 200; couriers by water reached 700.</summary>
    public const int FleetLi = 120;
    /// <summary>Li a day of soldiers on hired boats. Estimate 50 - 150.</summary>
    public const int BoatedLi = 90;
    /// <summary>Li a day by sea in common wind. Estimate 100 - 300.</summary>
    public const int SeaLi = 200;
    /// <summary>Share of the day's march that full fatigue (1000) takes away, per mille. Estimate 200 - 400.</summary>
    private const int FatigueDrag = 300;
    /// <summary>What is left of the day's march for men without food, per mille. Estimate 600 - 900.</summary>
    internal const int HungryPace = 750;
    /// <summary>A day's march, in the parts that roads and rivers are charged in.</summary>
    private const int WholeDay = 1000;

    public static void Daily(World world)
    {
        Rivers.Restore(world);
        var order = world.Spots;
        var count = 0;
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (force.Doing is not (Doing.Marching or Doing.Retreating or Doing.Routed) || force.FreeOn > world.Today || Waits(world, force)) continue;
            var i = count++;
            for (; i > 0 && Before(force, world[new ForceId(order[i - 1])]); i--) order[i] = order[i - 1];
            order[i] = f;
        }
        if (count == 0) return;
        world.Muster();
        Array.Clear(world.LegLoad);
        var day = RiverDay.Of(world);
        foreach (var f in order.AsSpan(0, count)) Step(world, new ForceId(f), day);
    }

    /// <summary>It has called the people to its march and stands where they can join it.</summary>
    internal static bool Waits(World world, in Force force) =>
        force.GathersUntil > world.Today && force.At.Exists && force.Doing != Doing.Routed && Friendly(world, force, force.At);

    /// <summary>Who has the road and the boats first: the earlier task; of one day riders before foot and the smaller body before the larger, as a van goes; then the key.</summary>
    private static bool Before(in Force a, in Force b)
    {
        if (a.TaskSince != b.TaskSince) return a.TaskSince < b.TaskSince;
        bool riders = a.Horse * 2 > a.Men, others = b.Horse * 2 > b.Men;
        if (riders != others) return riders;
        return a.Men != b.Men ? a.Men < b.Men : a.Key < b.Key;
    }

    /// <summary>Where a force on its feet is going; none when it has nowhere to go.</summary>
    public static PlaceId Goal(World world, ForceId id) => Goal(world, world[id]);

    private static PlaceId Goal(World world, in Force force)
    {
        if (force.Task == TaskKind.Withdraw && force.Doing != Doing.Routed && Friendly(world, force, force.Target)) return force.Target;
        if (force.Doing is Doing.Retreating or Doing.Routed && (force.Traits & ForceTraits.Fleet) == 0 && force.Task != TaskKind.Withdraw)
            return Retreat.Refuge(world, force);
        if (force.Doing is Doing.Retreating or Doing.Routed || force.Task == TaskKind.Withdraw)
            return Friendly(world, force, force.Base) ? force.Base : Refuge(world, force);
        if (force.Task != TaskKind.Follow) return force.Target;
        ref readonly var leader = ref world[force.TargetForce];
        if (!force.TargetForce.Exists || !leader.Alive) return force.Base;
        return leader.At.Exists ? leader.At : leader.Toward;
    }

    /// <summary>The nearest place of its own side, for a force whose base is lost; where it stands if that is one; none if there is none.</summary>
    public static PlaceId Refuge(World world, ForceId id) => Refuge(world, world[id]);

    private static PlaceId Refuge(World world, in Force force)
    {
        var from = force.At.Exists ? force.At : force.Toward;
        foreach (var place in world.Atlas.ByMarch(from))
            if (Friendly(world, force, place)) return place;
        return PlaceId.None;
    }

    private static bool Friendly(World world, in Force force, PlaceId place) =>
        place.Exists && world[place].Holder.Exists && world.Scenario.SameSide(force.Polity, world[place].Holder);

    /// <summary>
    /// Whether a place bars the road to a force: a pass, fort or bridge, hostile, with at least a fiftieth of its men inside as garrison or
    /// as forces. It can be gone up to and attacked, not gone through.
    /// </summary>
    public static bool Bars(World world, PlaceId place, in Force force)
    {
        if (world.Atlas[place].Kind is not (PlaceKind.Pass or PlaceKind.Fort or PlaceKind.Bridge)) return false;
        ref readonly var state = ref world[place];
        if (!world.Hostile(force.Polity, state.Holder)) return false;
        var men = state.Garrison;
        for (var g = world.FirstAt(place); g.Exists; g = world.NextHere(g))
            if (world.Scenario.SameSide(world[g].Polity, state.Holder) && world[g].Doing != Doing.Hidden) men += world[g].Men;
        return men > 0 && (long)men * BarringShare >= force.Men;
    }

    /// <summary>The place whose hostile garrison bars the way of a force that stands before it; none if its way is open. Reads the muster.</summary>
    public static PlaceId BarredBy(World world, ForceId id) => IsBarred(world, world[id], world[id].At) ? world[id].At : PlaceId.None;

    /// <summary>Whether a force stands before a place that bars its way on. Reads the muster.</summary>
    internal static bool IsBarred(World world, in Force force, PlaceId place)
    {
        if (!place.Exists || force.At != place || !force.CameBy.Exists || !Bars(world, place, force)) return false;
        var leg = Onward(world, force, place, Goal(world, force));
        return leg.Exists && leg != force.CameBy;
    }

    /// <summary>The nearest place of its own side to which the way leads back by the leg it came by; none if there is none.</summary>
    public static PlaceId RefugeBehind(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        foreach (var place in world.Atlas.ByMarch(force.At))
            if (Friendly(world, force, place) && Onward(world, force, force.At, place) == force.CameBy) return place;
        return PlaceId.None;
    }

    /// <summary>Share of a force that is up and can fight, per mille: all of a short column, a part of a long one until its tail has come.</summary>
    public static int UpPerMille(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var terrain = force.At.Exists ? world.Atlas[force.At].Terrain : Ground(world.Atlas[world.Atlas[force.Leg].Route]);
        return MarchRate.UpPerMille(Column.Of(force), terrain, Whole.Max(0, world.Today - force.HaltedOn), force.Pace);
    }

    /// <summary>Li a force makes in a whole day on a route; 0 where it cannot go.</summary>
    public static int LiPerDay(in Force force, in Route route)
    {
        var fleet = (force.Traits & ForceTraits.Fleet) != 0;
        if (route.Kind.IsWater()) return route.Kind == RouteKind.Sea ? SeaLi : fleet ? FleetLi : BoatedLi;
        if (fleet) return 0;
        var li = MarchRate.Li(Column.Of(force), Ground(route), force.Doing == Doing.Routed ? Pace.Forced : force.Pace);
        li = li * (1000 - force.Fatigue * FatigueDrag / 1000) / 1000;
        if (force.Grain == 0 && (force.Traits & ForceTraits.Band) == 0) li = li * HungryPace / 1000;
        return Whole.Max(1, li);
    }

    internal static Terrain Ground(in Route route) => route.Kind is RouteKind.MountainRoad or RouteKind.Pass ? Terrain.Mountain : route.Terrain;

    /// <summary>The leg a force takes from a place towards its goal; none when it is there, has no way, or is barred.</summary>
    private static LegId Onward(World world, in Force force, PlaceId at, PlaceId goal) =>
        (force.Traits & ForceTraits.Fleet) != 0 ? world.Atlas.SailNext(at, goal) : world.Atlas.MarchNext(at, goal);

    /// <summary>The end of its leg from which a force on the road has the shorter way.</summary>
    private static PlaceId EndFor(World world, in Force force, PlaceId goal)
    {
        var atlas = world.Atlas;
        ref readonly var leg = ref atlas[force.Leg];
        ref readonly var route = ref atlas[leg.Route];
        var weight = Ground(route) switch { Terrain.Mountain => 6, Terrain.Plain => 3, _ => 4 };
        int fromCost, toCost;
        if ((force.Traits & ForceTraits.Fleet) != 0)
        {
            (fromCost, toCost) = (atlas.SailLi(leg.From, goal), atlas.SailLi(leg.To, goal));
            weight = 3;
        }
        else
        {
            (fromCost, toCost) = (atlas.MarchCost(leg.From, goal), atlas.MarchCost(leg.To, goal));
        }
        fromCost += force.LegLi * weight / 3;
        toCost += (leg.Li - force.LegLi) * weight / 3;
        return fromCost == toCost && force.Toward.Exists ? force.Toward : fromCost < toCost ? leg.From : leg.To;
    }
}
