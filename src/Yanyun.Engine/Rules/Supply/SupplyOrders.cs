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
        var sent = Whole.Min(order.Shi * Provisions.ShengPerShi, Spare(world, order.From));
        short row = 1;
        while (row < World.ConvoyRows && world.ConvoyTable[row].From.Exists) row++;
        if (sent <= 0 || row == World.ConvoyRows) return;
        int land = 0, water = 0;
        for (var at = order.From; at != order.To;)
        {
            var leg = world.Atlas.MarchNext(at, order.To);
            if (world.Atlas[world.Atlas[leg].Route].Kind.IsWater()) water += world.Atlas[leg].Li;
            else land += world.Atlas[leg].Li;
            at = world.Atlas[leg].Other(at);
        }
        var line = new Line(order.From, land, water, ForceId.None, PlaceId.None);
        var coming = line.Delivers(sent);
        if (coming <= 0) return; // the carriers would eat it all
        world.Emit(new ConvoySent(row, order.From, order.To, polity, sent, coming, (ushort)(world.Today + Whole.Max(1, line.Days))), cause);
    }

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
