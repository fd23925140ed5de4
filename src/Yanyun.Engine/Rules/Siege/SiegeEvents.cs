namespace Yanyun.Engine.Rules;

/// <summary>Why a siege ended without the town.</summary>
public enum LiftReason : byte
{
    /// <summary>The besiegers were beaten or are gone.</summary>
    Beaten,
    /// <summary>Their task is another now.</summary>
    CalledAway,
    /// <summary>They had nothing left to eat.</summary>
    Hunger,
    /// <summary>A seat ordered it.</summary>
    Ordered,
    /// <summary>The war is over between the two.</summary>
    Peace,
}

/// <summary>A town is shut in.</summary>
/// <param name="Men">In the camp.</param>
/// <param name="Defenders">Inside, town and forces.</param>
/// <param name="ReadyOn">Day the works will be ready.</param>
public readonly record struct SiegeLaid(
    SiegeId Siege, PlaceId Place, ForceId Leader, PolityId By, int Men, int Defenders, ushort ReadyOn, ulong Key) : IEvent
{
    public static EventKind Kind => EventKind.SiegeLaid;

    public void Apply(World world)
    {
        world[Siege] = new Siege
        {
            Key = Key, Began = world.LastEvent, Place = Place, Leader = Leader, BeganOn = (ushort)world.Today, ReadyOn = ReadyOn, By = By,
        };
        ref var place = ref world[Place];
        place.Siege = Siege;
        place.Breach = 0;
        world.Stir(Place);
        Camp.Pitch(world, Siege);
    }
}

/// <summary>Another body leads the siege now.</summary>
public readonly record struct SiegeHandedOver(SiegeId Siege, PlaceId Place, ForceId Leader) : IEvent
{
    public static EventKind Kind => EventKind.SiegeHandedOver;

    public void Apply(World world)
    {
        world[Siege].Leader = Leader;
        world[Siege].By = world[Leader].Polity;
    }
}

/// <summary>Ladders, sheds and engines stand.</summary>
public readonly record struct EnginesReady(SiegeId Siege, PlaceId Place, short Engines) : IEvent
{
    public static EventKind Kind => EventKind.EnginesReady;
    public void Apply(World world) => world[Siege].Engines = Engines;
}

/// <summary>More of the wall lies open.</summary>
/// <param name="PerMille">Of the wall, since the last such event.</param>
public readonly record struct WallBreached(PlaceId Place, short PerMille) : IEvent
{
    public static EventKind Kind => EventKind.WallBreached;

    public void Apply(World world)
    {
        ref var place = ref world[Place];
        place.Breach = (short)Whole.Min(1000, place.Breach + PerMille);
    }
}

/// <summary>A seat's word to storm, or to sally, was heard and will be acted on.</summary>
public readonly record struct AssaultOrdered(SiegeId Siege, PlaceId Place, ForceId Force, Assault What) : IEvent
{
    public static EventKind Kind => EventKind.AssaultOrdered;

    public void Apply(World world)
    {
        ref var siege = ref world[Siege];
        siege.Ordered |= What;
        siege.OrderCause = world.LastEvent;
    }
}

/// <summary>A storm was beaten off, on the wall or in the streets behind it. The camp rests a week.</summary>
/// <param name="Lost">Men the storm cost the besiegers on the wall.</param>
/// <param name="Odds">Its chance, per mille.</param>
public readonly record struct StormRepulsed(SiegeId Siege, PlaceId Place, ForceId By, int Lost, int DefendersLost, short Odds) : IEvent
{
    public static EventKind Kind => EventKind.StormRepulsed;

    public void Apply(World world)
    {
        ref var siege = ref world[Siege];
        siege.Repulses = (byte)Whole.Min(255, siege.Repulses + 1);
        siege.RestUntil = (ushort)(world.Today + Storming.RestDays);
        siege.Ordered &= ~Assault.Storm;
        world.Stir(Place);
    }
}

/// <summary>The wall is lost; the streets are fought next.</summary>
/// <param name="GateOpen">A gate left open behind a sally let them in.</param>
public readonly record struct WallCarried(
    SiegeId Siege, PlaceId Place, ForceId By, int Lost, int DefendersLost, short Odds, bool GateOpen) : IEvent
{
    public static EventKind Kind => EventKind.WallCarried;

    public void Apply(World world)
    {
        world[Siege].Ordered &= ~Assault.Storm;
        world.Stir(Place);
    }
}

/// <summary>Somebody inside opened a gate at night.</summary>
public readonly record struct GateBetrayed(SiegeId Siege, PlaceId Place, ForceId To) : IEvent
{
    public static EventKind Kind => EventKind.GateBetrayed;
    public void Apply(World world) => world.Stir(Place);
}

/// <summary>Men come out of the town at night and fall on the camp.</summary>
public readonly record struct Sallied(SiegeId Siege, PlaceId Place, ForceId By, int Men) : IEvent
{
    public static EventKind Kind => EventKind.Sallied;

    public void Apply(World world)
    {
        world[Siege].Ordered &= ~Assault.Sally;
        world.Stir(Place);
    }
}

/// <summary>The besiegers stood off, or were driven off.</summary>
public readonly record struct SiegeLifted(SiegeId Siege, PlaceId Place, ForceId Leader, LiftReason Reason, ushort Days) : IEvent
{
    public static EventKind Kind => EventKind.SiegeLifted;

    public void Apply(World world)
    {
        if (Reason is LiftReason.Hunger or LiftReason.Ordered) Camp.TurnBack(world, Siege, Reason == LiftReason.Hunger);
        Camp.Strike(world, Siege);
        world.Stir(Place);
    }
}
