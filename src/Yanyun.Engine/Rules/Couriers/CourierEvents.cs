namespace Yanyun.Engine.Rules;

/// <summary>A rider set out.</summary>
/// <param name="Dispatch">Row it rides in; rows are used again after arrival.</param>
/// <param name="Li">Road before it.</param>
public readonly record struct DispatchSent(
    DispatchId Dispatch, DispatchKind What, SeatId From, SeatId ToSeat, ForceId ToForce, PlaceId Origin, PlaceId Destination, ushort Due, short Li) : IEvent
{
    public static EventKind Kind => EventKind.DispatchSent;
    public void Apply(World world) { }
}

/// <summary>A rider delivered what he carried: orders are answered next, sightings replace older ones.</summary>
/// <param name="Days">Days on the road and in offices.</param>
/// <param name="News">Rows of the report that were newer than what was known.</param>
public readonly record struct DispatchArrived(
    DispatchId Dispatch, DispatchKind What, SeatId From, SeatId ToSeat, ForceId ToForce, PlaceId At, ushort Days, byte News) : IEvent
{
    public static EventKind Kind => EventKind.DispatchArrived;
    public void Apply(World world) => CourierRule.Deliver(world, Dispatch);
}

/// <summary>A rider did not arrive: taken, killed or strayed. Nobody hears of it; it is in the log for those who look back.</summary>
public readonly record struct DispatchMissed(DispatchId Dispatch, DispatchKind What, SeatId From, SeatId ToSeat, ForceId ToForce) : IEvent
{
    public static EventKind Kind => EventKind.DispatchMissed;
    public void Apply(World world) => world[Dispatch] = default;
}

/// <summary>
/// At dawn each seat knows what its own scouts saw yesterday within <see cref="Atlas.ScoutLi"/>; at night, what happened before its own eyes.
/// </summary>
public readonly record struct LookoutKept(byte Seats, bool Night) : IEvent
{
    public static EventKind Kind => EventKind.LookoutKept;

    public void Apply(World world)
    {
        if (Night) Lookout.KeepAtNight(world);
        else Lookout.Keep(world);
    }
}
