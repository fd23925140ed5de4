namespace Yanyun.Engine.Rules;

/// <summary>Send grain from one magazine to another.</summary>
/// <param name="Shi">Grain to send, shi; at least 1.</param>
public readonly record struct Convoy(PlaceId From, PlaceId To, int Shi) : IOrder
{
    public static OrderKind Kind => OrderKind.Convoy;
}
