namespace Yanyun.Engine.Rules;

/// <summary>Go to a place and make it ours: summon, besiege, storm, as the commander judges. Keep so many days' grain in hand.</summary>
public readonly record struct Take(ForceId Force, PlaceId Place, byte KeepDays) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Take;
}

/// <summary>Go to a besieged place, break the siege, stay as its guard.</summary>
public readonly record struct Relieve(ForceId Force, PlaceId Place) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Relieve;
}

/// <summary>Storm the besieged wall as soon as engines are ready, even at odds the commander would not take by himself.</summary>
public readonly record struct Storm(ForceId Force, PlaceId Place) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Storm;
}

/// <summary>Come out of the besieged place and fight.</summary>
public readonly record struct Sally(ForceId Force) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Sally;
}

/// <summary>Give up the siege and stand off.</summary>
public readonly record struct Lift(ForceId Force) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Lift;
}

/// <summary>Offer the town before which the force stands terms: a letter, a deadline, posts kept.</summary>
public readonly record struct Summon(ForceId Force, PlaceId Place) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Summon;
}
