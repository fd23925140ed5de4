using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>Kinds of orders. Part of the record's format: never renumber, only append.</summary>
public enum OrderKind : byte
{
    None = 0,
    March = 1, Take = 2, Hold = 3, Relieve = 4, Follow = 5, Harass = 6, Withdraw = 7,
    SetStance = 10, BurnBridge = 11, Summon = 12, Storm = 13, Sally = 14, Convoy = 15, Escort = 16, Lift = 17,
    RideWith = 21, StayAt = 22,
    Direct = 30, Grant = 31, Inform = 32, Renounce = 33, Appoint = 34,
    Rouse = 60, Entice = 61, Tempt = 62,
    Propose = 50, Accept = 51, Decline = 52,
    Argue = 53, Dismiss = 54, Arrest = 55, Execute = 56,
    Fate = 200, Impose = 201, Strike = 202, Part = 203,
}

/// <summary>One decision: an unmanaged record struct of at most <see cref="Order.PayloadBytes"/> bytes.</summary>
public interface IOrder
{
    static abstract OrderKind Kind { get; }
}

/// <summary>An order whose addressee is a force: it rides to that force.</summary>
public interface IForceOrder : IOrder
{
    ForceId Force { get; }
}

/// <summary>An order whose addressee is a seat: it rides to that seat.</summary>
public interface ISeatOrder : IOrder
{
    SeatId To { get; }
}

/// <summary>Any order, as it lies in a record or rides in a dispatch.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Order : IEquatable<Order>
{
    public const int PayloadBytes = 12;

    [InlineArray(PayloadBytes)]
    private struct Payload
    {
        private byte _first;
    }

    public OrderKind Kind;
    /// <summary>Who gave it.</summary>
    public SeatId Seat;
    private Payload _payload;

    public static Order Of<T>(SeatId seat, in T order) where T : unmanaged, IOrder
    {
        var o = new Order { Kind = T.Kind, Seat = seat };
        MemoryMarshal.Write(o.Bytes, in order);
        return o;
    }

    public readonly T As<T>() where T : unmanaged, IOrder
    {
        if (Kind != T.Kind) throw new InvalidOperationException($"The order is {Kind}, not {T.Kind}.");
        return MemoryMarshal.Read<T>(MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<Payload, byte>(ref Unsafe.AsRef(in _payload)), PayloadBytes));
    }

    /// <summary>The payload, <see cref="PayloadBytes"/> bytes, zero beyond the order's own fields.</summary>
    [UnscopedRef]
    public Span<byte> Bytes => MemoryMarshal.CreateSpan(ref Unsafe.As<Payload, byte>(ref _payload), PayloadBytes);

    public readonly bool Equals(Order other) =>
        Kind == other.Kind && Seat == other.Seat && ReadOnly().SequenceEqual(other.ReadOnly());

    [UnscopedRef]
    internal readonly ReadOnlySpan<byte> ReadOnly() =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Payload, byte>(ref Unsafe.AsRef(in _payload)), PayloadBytes);

    public override readonly bool Equals(object? obj) => obj is Order other && Equals(other);
    /// <summary>The language asks for it beside Equals; nothing calls it, and a law of the house forbids the Engine to.</summary>
    public override readonly int GetHashCode() => (int)Kind;
    public static bool operator ==(Order a, Order b) => a.Equals(b);
    public static bool operator !=(Order a, Order b) => !a.Equals(b);
}
