namespace Yanyun.Engine.Rules;

/// <summary>Put the draft of a peace before a seat of the other side.</summary>
/// <param name="Silver">Thousands of liang a year; where the draft has no payment it says nothing.</param>
/// <param name="Silk">Thousands of bolts a year.</param>
public readonly record struct Propose(SeatId To, TreatyId Treaty, ushort Silver, ushort Silk) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Propose;
}

/// <summary>Seal the paper that a seat of the other side put forward, as it stands.</summary>
public readonly record struct Accept(SeatId To, TreatyId Treaty, ushort Silver, ushort Silk) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Accept;
}

/// <summary>Send back a paper unsealed.</summary>
public readonly record struct Decline(SeatId To, TreatyId Treaty) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Decline;
}
