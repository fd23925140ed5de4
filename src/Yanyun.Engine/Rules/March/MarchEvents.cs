namespace Yanyun.Engine.Rules;

/// <summary>A force set out from a place where it had halted.</summary>
/// <param name="Goal">Where it means to go; it may be turned back or turned aside on the way.</param>
/// <param name="Echelons">Parts a day apart that its column falls into on the first road.</param>
public readonly record struct MarchBegun(ForceId Force, PlaceId From, PlaceId Goal, LegId Leg, byte Echelons) : IEvent
{
    public static EventKind Kind => EventKind.MarchBegun;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Echelons = Echelons;
        force.NewsOn = (ushort)world.Today;
    }
}

/// <summary>Where a force is after a day's march.</summary>
/// <param name="At">The place it camps at; none on the road, and then <paramref name="Leg"/> and <paramref name="LegLi"/> say where.</param>
/// <param name="Toward">The place it makes for next.</param>
/// <param name="Li">Li made today.</param>
/// <param name="Fatigue">Fatigue added, 0-1000.</param>
public readonly record struct Marched(ForceId Force, PlaceId At, LegId Leg, short LegLi, PlaceId Toward, LegId CameBy, short Li, short Fatigue) : IEvent
{
    public static EventKind Kind => EventKind.Marched;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        world.Leave(Force);
        force.At = At;
        force.Leg = Leg;
        force.LegLi = LegLi;
        force.Toward = Toward;
        force.CameBy = CameBy;
        world.Join(Force);
        force.Fatigue = (short)Whole.Min(1000, force.Fatigue + Fatigue);
        force.HaltedOn = (ushort)world.Today;
    }
}

/// <summary>A force reached the place it marched for, or fell back to, and halted.</summary>
public readonly record struct Arrived(ForceId Force, PlaceId Place) : IEvent
{
    public static EventKind Kind => EventKind.Arrived;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Doing = Doing.Standing;
        force.Toward = PlaceId.None;
        force.HaltedOn = (ushort)world.Today;
        force.NewsOn = (ushort)world.Today;
    }
}

/// <summary>A force came to a river. It is over after some days, or waits on the near bank while there is no way over.</summary>
/// <param name="Crossing">Row in <see cref="Atlas.Crossings"/>.</param>
/// <param name="FarLi">Where on the leg the far bank is.</param>
/// <param name="Days">Days until all are over; 0 when nothing carries them or the far bank is held.</param>
public readonly record struct CrossingAwaited(ForceId Force, short Crossing, short FarLi, ushort Days) : IEvent
{
    public static EventKind Kind => EventKind.CrossingAwaited;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.NewsOn = (ushort)world.Today;
        if (Days == 0) return;
        force.LegLi = FarLi;
        force.FreeOn = (ushort)(world.Today + Days);
    }
}

/// <summary>A road was full: the force waits a day where it is.</summary>
public readonly record struct RoadCrowded(ForceId Force, LegId Leg) : IEvent
{
    public static EventKind Kind => EventKind.RoadCrowded;
    public void Apply(World world) => world[Force].FreeOn = (ushort)(world.Today + 1);
}

/// <summary>A bridge was burned, or the boats of a crossing carried off.</summary>
/// <param name="RestoredOn">Day a new one is ready.</param>
public readonly record struct BridgeBurned(short Crossing, ForceId By, ushort RestoredOn) : IEvent
{
    public static EventKind Kind => EventKind.BridgeBurned;

    public void Apply(World world)
    {
        world.Crossings[Crossing] = new CrossingState { Destroyed = 1, RestoredOn = RestoredOn };
        if (By.Exists) world.Change(By).NewsOn = (ushort)world.Today;
    }
}

/// <summary>A crossing that had been destroyed carries men again.</summary>
public readonly record struct CrossingRestored(short Crossing) : IEvent
{
    public static EventKind Kind => EventKind.CrossingRestored;
    public void Apply(World world) => world.Crossings[Crossing] = default;
}
