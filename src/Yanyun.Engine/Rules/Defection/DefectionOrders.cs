namespace Yanyun.Engine.Rules;

/// <summary>Write in secret to the commander of an enemy force and offer him a place, and money, if he comes over with his men.</summary>
/// <param name="Strings">What he is promised, strings of cash; <see cref="DefectionRule.LeastPrice"/> and more.</param>
public readonly record struct Entice(ForceId Force, int Strings) : IOrder
{
    public static OrderKind Kind => OrderKind.Entice;
}

/// <summary>Write in secret to the officer of an enemy town and offer him a place, and money, if he hands it over.</summary>
/// <param name="Strings">As for <see cref="Entice"/>.</param>
public readonly record struct Tempt(PlaceId Place, int Strings) : IOrder
{
    public static OrderKind Kind => OrderKind.Tempt;
}
