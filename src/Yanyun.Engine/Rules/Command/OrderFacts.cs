using System.Runtime.InteropServices;

namespace Yanyun.Engine.Rules;

/// <summary>What any order says of its addressee. Orders to a force carry its id first, orders to a seat the seat's id first; a test holds them to it.</summary>
public static class OrderFacts
{
    /// <summary>The force an order is for; none for other orders.</summary>
    public static ForceId ForceOf(in Order order) =>
        order.Kind is >= OrderKind.March and <= OrderKind.Withdraw or OrderKind.SetStance or OrderKind.BurnBridge or OrderKind.Summon or OrderKind.Storm
            or OrderKind.Sally or OrderKind.Escort or OrderKind.Lift
            ? MemoryMarshal.Read<ForceId>(Payload(order)) : ForceId.None;

    /// <summary>The seat an order is for; none for other orders.</summary>
    public static SeatId SeatOf(in Order order) =>
        order.Kind is OrderKind.Direct or OrderKind.Grant or OrderKind.Appoint or OrderKind.Inform
            or OrderKind.Propose or OrderKind.Accept or OrderKind.Decline or OrderKind.Argue or OrderKind.Dismiss ? MemoryMarshal.Read<SeatId>(Payload(order)) : SeatId.None;

    private static ReadOnlySpan<byte> Payload(in Order order) => order.ReadOnly();
}
