namespace Yanyun.Engine.Rules;

/// <summary>From today on the contests about a place fall as other dice would have it. Nobody's order: part of a reconstructed past.</summary>
/// <param name="Li">How far from the place, by road.</param>
/// <param name="Until">The last day, from the scenario's first.</param>
/// <param name="Salt">Which other dice; 1 and more.</param>
public readonly record struct Ordain(PlaceId Place, ushort Li, ushort Until, ushort Salt) : IOrder
{
    public static OrderKind Kind => OrderKind.Fate;
}

/// <summary>The annals say that a place came to a polity, and no dice that were tried would have it so: it does.</summary>
public readonly record struct Impose(PlaceId Place, PolityId Holder) : IOrder
{
    public static OrderKind Kind => OrderKind.Impose;
}

/// <summary>The annals say that a force was beaten, and no dice that were tried would have it so: these men are struck off.</summary>
public readonly record struct Strike(ForceId Force, int Men) : IOrder
{
    public static OrderKind Kind => OrderKind.Strike;
}

/// <summary>The reconstructed past ends here: no other dice any more, and those of this seed from now on.</summary>
public readonly record struct Part(ulong Seed) : IOrder
{
    public static OrderKind Kind => OrderKind.Part;
}
