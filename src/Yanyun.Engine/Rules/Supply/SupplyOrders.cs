namespace Yanyun.Engine.Rules;

/// <summary>Send grain from one magazine to another.</summary>
/// <param name="Shi">Grain to send, shi; at least 1.</param>
public readonly record struct Convoy(PlaceId From, PlaceId To, int Shi) : IOrder
{
    public static OrderKind Kind => OrderKind.Convoy;
}

public static partial class SupplyRule
{
    /// <summary>Most that one convoy takes, shi: what 50,000 porters, or 150 river boats, carry. Estimate 10,000 - 60,000.</summary>
    public const int MostShi = 30_000;

    /// <summary>At the desk: both magazines believed to be its side's, a way between them, a load that can be carried.</summary>
    public static Verdict Judge(in View view, in Convoy order)
    {
        foreach (var place in (ReadOnlySpan<PlaceId>)[order.From, order.To])
        {
            if (place.Value <= 0 || place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, place);
            if (!view.Ours(place)) return Verdict.Refused(Code.HostilePlace, place);
        }
        if (order.Shi < 1 || order.Shi > MostShi) return Verdict.Refused(Code.OutOfBounds, number: order.Shi);
        return order.From == order.To || view.Atlas.MarchCost(order.From, order.To) == Atlas.NoWay
            ? Verdict.Refused(Code.NoWayThere, order.To) : Verdict.Accepted;
    }

    /// <summary>The granary's clerks load what there is; a road that is shut today is found out on the way.</summary>
    internal static void SendConvoy(World world, in Convoy order, PolityId polity, EventRef cause)
    {
        if (!world.Scenario.SameSide(polity, world[order.From].Holder)) return;
        Send(world, order.From, order.To, order.Shi * Provisions.ShengPerShi, polity, cause);
    }

    private static void Send(World world, PlaceId from, PlaceId to, int sheng, PolityId polity, EventRef cause)
    {
        var sent = Whole.Min(sheng, Spare(world, from));
        short row = 1;
        while (row < World.ConvoyRows && world.ConvoyTable[row].From.Exists) row++;
        if (sent <= 0 || row == World.ConvoyRows) return;
        int land = 0, water = 0;
        for (var at = from; at != to;)
        {
            var leg = world.Atlas.MarchNext(at, to);
            if (world.Atlas[world.Atlas[leg].Route].Kind.IsWater()) water += world.Atlas[leg].Li;
            else land += world.Atlas[leg].Li;
            at = world.Atlas[leg].Other(at);
        }
        var line = new Line(from, land, water, ForceId.None, PlaceId.None);
        var coming = line.Delivers(sent);
        if (coming <= 0) return; // the carriers would eat it all
        world.Emit(new ConvoySent(row, from, to, polity, sent, coming, (ushort)(world.Today + Whole.Max(1, line.Days))), cause);
    }

    /// <summary>Days of an army's food that its commissary sends forward every ten days. Estimate 10 - 30: what is on the road besides what is eaten.</summary>
    public const int ForwardDays = 15;

    /// <summary>
    /// The commissary of an army that has gone beyond the reach of its base brings grain after it: every ten days, to the walled town of its side where it
    /// goes, or the nearest to it within a scout's ride, from the nearest granary that has twice as much, unless the town can feed it for so long already.
    /// </summary>
    private static void Forward(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (!force.Mobile || (force.Traits & (ForceTraits.Band | ForceTraits.Fleet)) != 0 || !force.Base.Exists || force.Task == TaskKind.Withdraw) return;
        if (force.Doing is Doing.Routed or Doing.Retreating or Doing.Besieged) return;
        var here = force.At.Exists ? force.At : force.Toward;
        if (force.Base == here || world.Atlas.MarchCost(force.Base, here) is <= LineLi or >= Atlas.NoWay) return;
        var depot = DepotOf(world, force, here);
        var need = NeedPerDay(world, force) * ForwardDays;
        if (!depot.Exists || Spare(world, depot) >= need) return;
        var from = PlaceId.None;
        for (short p = 1; p < world.PlaceTable.Length; p++)
        {
            var place = new PlaceId(p);
            if (place == depot || Spare(world, place) < need * 2 || !world.Scenario.SameSide(force.Polity, world[place].Holder) || world[place].Siege.Exists) continue;
            if (world.Atlas.MarchCost(place, depot) < (from.Exists ? world.Atlas.MarchCost(from, depot) : Atlas.NoWay)) from = place;
        }
        if (from.Exists && Road(world, force.Polity, from, depot).Open) Send(world, from, depot, need * 2, force.Polity, force.TaskCause);
    }

    private static PlaceId DepotOf(World world, in Force force, PlaceId here)
    {
        if (force.Target.Exists && IsDepot(world, force, force.Target)) return force.Target;
        foreach (var near in world.Atlas.Near(here))
            if (IsDepot(world, force, near)) return near;
        return PlaceId.None;
    }

    private static bool IsDepot(World world, in Force force, PlaceId place) =>
        world[place].Walls > 0 && !world[place].Siege.Exists && place != force.Base && world.Scenario.SameSide(force.Polity, world[place].Holder);

    private static void ConvoysArrive(World world)
    {
        for (short c = 1; c < World.ConvoyRows; c++)
        {
            ref readonly var convoy = ref world.ConvoyTable[c];
            if (!convoy.From.Exists || convoy.Due > world.Today) continue;
            world.Muster();
            var road = Road(world, convoy.Polity, convoy.From, convoy.To);
            var lost = !road.Open || !world.Scenario.SameSide(convoy.Polity, world[convoy.To].Holder);
            var taken = lost ? convoy.Grain : road.Band.Exists ? Whole.MulDiv(convoy.Grain, RaidedPerMille, 1000) : 0;
            if (taken > 0)
                world.Emit(new ConvoyRaided(c, convoy.From, road.BandAt.Exists ? road.BandAt : convoy.To, road.Band, taken, Keeps(world, road.Band, taken)), convoy.Sent);
            if (!lost) world.Emit(new ConvoyArrived(c, convoy.To, convoy.Grain), convoy.Sent);
        }
    }
}
