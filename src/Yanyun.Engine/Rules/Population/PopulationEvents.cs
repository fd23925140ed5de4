namespace Yanyun.Engine.Rules;

/// <summary>Households left a threatened place for one of the same side.</summary>
public readonly record struct HouseholdsFled(PlaceId From, PlaceId To, int Households) : IEvent
{
    public static EventKind Kind => EventKind.HouseholdsFled;

    public void Apply(World world)
    {
        world[From].Households -= Households;
        world[To].Households += Households;
    }
}

/// <summary>A force let it be known that it will wait for those who wish to leave with it.</summary>
/// <param name="At">Where: the place it stands at, or the one it is marching to.</param>
/// <param name="Until">Day it goes.</param>
public readonly record struct EscortCalled(ForceId Force, PlaceId At, ushort Until) : IEvent
{
    public static EventKind Kind => EventKind.EscortCalled;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.GathersUntil = Until;
        if (force.At == At) force.FreeOn = Until;
        force.NewsOn = (ushort)world.Today;
    }
}

/// <summary>Households joined a force that leaves.</summary>
/// <param name="Loyalty">What that wins its side with those who see it, 0-1000.</param>
public readonly record struct EscortGathered(ForceId Force, PlaceId From, int Households, short Loyalty) : IEvent
{
    public static EventKind Kind => EventKind.EscortGathered;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        world[From].Households -= Households;
        force.Escorted += Households;
        force.NewsOn = (ushort)world.Today;
        Mood.Move(world, From, force.Polity, Loyalty);
    }
}

/// <summary>Households under escort settled, or were scattered.</summary>
public readonly record struct EscortSettled(ForceId Force, PlaceId Place, int Households, short Loyalty, bool Scattered) : IEvent
{
    public static EventKind Kind => EventKind.EscortSettled;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Escorted -= Households;
        world[Place].Households += Households;
        force.NewsOn = (ushort)world.Today;
        Mood.Move(world, Place, force.Polity, Loyalty);
    }
}

/// <summary>The mood of a place moved in a month: a grudge fades, a holder is got used to.</summary>
public readonly record struct LoyaltyMoved(PlaceId Place, short ToHolder, short Grievance) : IEvent
{
    public static EventKind Kind => EventKind.LoyaltyMoved;

    public void Apply(World world)
    {
        ref var place = ref world[Place];
        place.Grievance = (short)Whole.Clamp(place.Grievance + Grievance, 0, 1000);
        Mood.Move(world, Place, place.Holder, ToHolder);
    }
}
