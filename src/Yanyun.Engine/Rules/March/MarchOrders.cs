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
