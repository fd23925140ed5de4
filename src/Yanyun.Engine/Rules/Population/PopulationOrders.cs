namespace Yanyun.Engine.Rules;

/// <summary>Wait some days where it stands for people who wish to leave, then withdraw with them.</summary>
/// <param name="Days">Days of grace, 1-30.</param>
public readonly record struct Escort(ForceId Force, PlaceId To, byte Days) : IForceOrder
{
    public static OrderKind Kind => OrderKind.Escort;
}
