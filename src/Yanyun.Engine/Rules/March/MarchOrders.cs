namespace Yanyun.Engine.Rules;

/// <summary>Go to a place and stay there.</summary>
public readonly record struct March(ForceId Force, PlaceId To, Pace Pace) : IForceOrder
{
    public static OrderKind Kind => OrderKind.March;
}

/// <summary>March with another force and fight beside it.</summary>
public readonly record struct Follow(ForceId Force, ForceId Leader) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Follow;
}

/// <summary>Go back to a place, refusing battle on the way.</summary>
public readonly record struct Withdraw(ForceId Force, PlaceId To) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Withdraw;
}

/// <summary>Destroy the bridge or carry off the boats of a crossing that the force stands at. <paramref name="Crossing"/> is its row in the atlas.</summary>
public readonly record struct BurnBridge(ForceId Force, short Crossing) : IForceOrder
{
    public static OrderKind Kind => OrderKind.BurnBridge;
}

public static partial class MarchRule
{
    /// <summary>A force destroys a crossing within this many li of it. Estimate 30 - 90: a party rides out for a day.</summary>
    public const int BurningLi = 60;
    /// <summary>Days until boats are gathered or built again. Estimate 10 - 40.</summary>
    public const int BoatsAgainDays = 20;
    /// <summary>Days until a bridge is built again. Estimate 30 - 90.</summary>
    public const int BridgeAgainDays = 45;

    // At the desk: by what the seat believes. Whose force it is, is judged before.

    public static Verdict Judge(in View view, in March order) => Judge(view, order.Force, order.To);

    public static Verdict Judge(in View view, in Withdraw order)
    {
        var verdict = Judge(view, order.Force, order.To);
        return verdict.Ok && view.Hostile(view[order.To].Holder) ? Verdict.Refused(Code.HostilePlace, order.To) : verdict;
    }

    public static Verdict Judge(in View view, in Follow order)
    {
        if (order.Leader == order.Force) return Verdict.Refused(Code.SelfFollow, force: order.Force);
        if (!view.Knows(order.Leader)) return Verdict.Refused(Code.UnknownForce, force: order.Leader);
        if (!view.Scenario.SameSide(view.Polity, view.PolityOf(order.Leader))) return Verdict.Refused(Code.WrongPolity, force: order.Leader);
        if (view[order.Leader].Doing == Doing.Gone) return Verdict.Refused(Code.ForceGone, force: order.Leader);
        return Judge(view, order.Force, view[order.Leader].Place);
    }

    public static Verdict Judge(in View view, in BurnBridge order)
    {
        if (order.Crossing <= 0 || order.Crossing >= view.Atlas.Crossings.Length) return Verdict.Refused(Code.NoCrossingThere, number: order.Crossing);
        ref readonly var crossing = ref view.Atlas.Crossings[order.Crossing];
        ref readonly var leg = ref view.Atlas[crossing.Leg];
        var place = view[order.Force].Place;
        return crossing.InForce(view.Date) && Burns(crossing.Kind) && (place == leg.From || place == leg.To)
            ? Verdict.Accepted : Verdict.Refused(Code.NoCrossingThere, place, order.Force, order.Crossing);
    }

    private static Verdict Judge(in View view, ForceId id, PlaceId to)
    {
        var verdict = CommandRule.JudgePlace(view, id, to);
        var from = view[id].Place;
        if (!verdict.Ok || from == to || (view.TraitsOf(id) & ForceTraits.Fleet) == 0) return verdict;
        return view.Atlas.SailNext(from, to).Exists ? verdict : Verdict.Refused(Code.FleetOnLand, to, id);
    }

    private static bool Burns(CrossingKind kind) => kind is CrossingKind.Boats or CrossingKind.Bridge or CrossingKind.Ferry;

    // In the field: by what stands before the commander. Whoever calls sets the task when the answer is to obey.

    public static Response Obey(World world, in March order) => Obey(world, order.Force, order.To);

    public static Response Obey(World world, in Withdraw order)
    {
        var answer = Obey(world, order.Force, order.To);
        return answer.Does && world.Hostile(world[order.Force].Polity, world[order.To].Holder)
            ? new Response(Code.Refuses, Code.HostilePlace) : answer;
    }

    public static Response Obey(World world, in Follow order)
    {
        ref readonly var leader = ref world[order.Leader];
        if (!leader.Alive) return new Response(Code.Refuses, Code.ForceGone);
        return Obey(world, order.Force, leader.At.Exists ? leader.At : leader.Toward);
    }

    /// <summary>Performs at once when it can: the bridge burns, or the boats are gone.</summary>
    public static Response Obey(World world, in BurnBridge order)
    {
        ref readonly var crossing = ref world.Atlas.Crossings[order.Crossing];
        if (world.Crossings[order.Crossing].Destroyed != 0) return new Response(Code.Refuses, Code.AlreadyDone);
        if (!crossing.InForce(world.Date) || !Near(world, world[order.Force], crossing)) return new Response(Code.Refuses, Code.NotHere);
        if (world[order.Force].Doing is Doing.Besieged) return new Response(Code.Refuses, Code.Besieged);
        var days = crossing.Kind == CrossingKind.Bridge ? BridgeAgainDays : BoatsAgainDays;
        world.Emit(new BridgeBurned(order.Crossing, order.Force, (ushort)(world.Today + days)), world.LastEvent);
        return Response.Obeys;
    }

    private static bool Near(World world, in Force force, in Crossing crossing)
    {
        ref readonly var leg = ref world.Atlas[crossing.Leg];
        if (!force.At.Exists) return force.Leg == crossing.Leg && Whole.Abs(force.LegLi - crossing.AtLi) <= BurningLi;
        return (force.At == leg.From && crossing.AtLi <= BurningLi) || (force.At == leg.To && leg.Li - crossing.AtLi <= BurningLi);
    }

    private static Response Obey(World world, ForceId id, PlaceId to)
    {
        ref readonly var force = ref world[id];
        if (force.Doing == Doing.Routed) return new Response(Code.Delays, Code.ForceRouted);
        if (force.Doing == Doing.Besieged && force.At != to) return new Response(Code.Refuses, Code.Besieged);
        if (force.At == to) return new Response(Code.Obeys, Code.AlreadyDone);
        var from = force.At.Exists ? force.At : force.Toward;
        var way = (force.Traits & ForceTraits.Fleet) != 0
            ? from == to || world.Atlas.SailNext(from, to).Exists
            : world.Atlas.MarchCost(from, to) != Atlas.NoWay;
        return way ? Response.Obeys : new Response(Code.Refuses, Code.NoWayThere);
    }
}
