namespace Yanyun.Engine.Rules;

/// <summary>Stand at a place and guard it; go there first if elsewhere.</summary>
public readonly record struct Hold(ForceId Force, PlaceId Place) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Hold;
}

/// <summary>Live off the country about a place, cut convoys and riders, avoid battle.</summary>
public readonly record struct Harass(ForceId Force, PlaceId Place) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Harass;
}

/// <summary>Be readier, or less ready, to give battle.</summary>
public readonly record struct SetStance(ForceId Force, Stance Stance) : IForceOrder
{
    public static OrderKind Kind => OrderKind.SetStance;
}

/// <summary>The seat's holder takes horse with one of his forces.</summary>
public readonly record struct RideWith(ForceId Force) : IOrder
{
    public static OrderKind Kind => OrderKind.RideWith;
}

/// <summary>The seat's holder stays where he is and leaves the field to others.</summary>
public readonly record struct StayAt(PlaceId Place) : IOrder
{
    public static OrderKind Kind => OrderKind.StayAt;
}

/// <summary>An edict: a task for a whole command, which its holder obeys, adapts, delays or refuses.</summary>
public readonly record struct Direct(SeatId To, TaskKind Task, PlaceId Place) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Direct;
}

/// <summary>Change what a seat may do without asking.</summary>
public readonly record struct Grant(SeatId To, Authority Authority) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Grant;
}

/// <summary>Write to another seat all that is known here and is news there.</summary>
public readonly record struct Inform(SeatId To) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Inform;
}

/// <summary>Give a seat to another man. His predecessor is out of office when the edict is read.</summary>
public readonly record struct Appoint(SeatId To, PersonId Person) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Appoint;
}

/// <summary>Renounce the peace with a polity and go to war. A court's own decision.</summary>
public readonly record struct Renounce(PolityId With) : IOrder
{
    public static OrderKind Kind => OrderKind.Renounce;
}
