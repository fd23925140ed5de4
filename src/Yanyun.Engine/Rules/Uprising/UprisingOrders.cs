namespace Yanyun.Engine.Rules;

/// <summary>Send agents with seals, banners and silver among the people of a place that the enemy holds, to bring them to rise.</summary>
public readonly record struct Rouse(PlaceId Place) : IOrder
{
    public static OrderKind Kind => OrderKind.Rouse;
}
