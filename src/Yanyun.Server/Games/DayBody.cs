using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Yanyun.Engine;

namespace Yanyun.Server.Games;

/// <summary>An order of a seat that waits for the day to turn.</summary>
/// <param name="Number">Its number among the orders of that seat, from 1; 0 for the order that ends a reconstructed past.</param>
public readonly record struct Waiting(int Number, SeatId Seat, Order Order);

/// <summary>A waiting order that the desk did not take when the day came, by what had arrived since.</summary>
public readonly record struct TurnedAway(SeatId Seat, int Number, Code Code);

/// <summary>What a day's entry holds: the orders that passed the desk, those of the minds first, and those that did not.</summary>
/// <param name="ByMinds">How many of the orders minds gave.</param>
internal sealed record DayBody(Order[] Orders, int ByMinds, IReadOnlyList<TurnedAway> Away)
{
    private static readonly int OrderBytes = Unsafe.SizeOf<Order>();
    private const int AwayBytes = 6;

    public byte[] Pack()
    {
        var body = new byte[6 + Orders.Length * OrderBytes + Away.Count * AwayBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)Orders.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(2), (ushort)ByMinds);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(4), (ushort)Away.Count);
        MemoryMarshal.AsBytes(Orders.AsSpan()).CopyTo(body.AsSpan(6));
        var at = 6 + Orders.Length * OrderBytes;
        foreach (var away in Away)
        {
            body[at] = away.Seat.Value;
            body[at + 1] = (byte)away.Code;
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(at + 2), away.Number);
            at += AwayBytes;
        }
        return body;
    }

    public static DayBody Read(ReadOnlySpan<byte> body)
    {
        var orders = new Order[BinaryPrimitives.ReadUInt16LittleEndian(body)];
        body.Slice(6, orders.Length * OrderBytes).CopyTo(MemoryMarshal.AsBytes(orders.AsSpan()));
        return new DayBody(orders, BinaryPrimitives.ReadUInt16LittleEndian(body[2..]), AwayIn(body));
    }

    /// <summary>Those that did not pass, alone.</summary>
    public static TurnedAway[] AwayIn(ReadOnlySpan<byte> body)
    {
        var away = new TurnedAway[BinaryPrimitives.ReadUInt16LittleEndian(body[4..])];
        var at = 6 + BinaryPrimitives.ReadUInt16LittleEndian(body) * OrderBytes;
        for (var i = 0; i < away.Length; i++, at += AwayBytes)
            away[i] = new TurnedAway(new SeatId(body[at]), BinaryPrimitives.ReadInt32LittleEndian(body[(at + 2)..]), (Code)body[at + 1]);
        return away;
    }

    /// <summary>The body of an order given or taken back: its number, and for one given the order.</summary>
    public static byte[] PackGiven(int number, in Order order)
    {
        var body = new byte[4 + OrderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        MemoryMarshal.Write(body.AsSpan(4), in order);
        return body;
    }

    public static byte[] PackUndone(int number)
    {
        var body = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        return body;
    }

    public static int NumberOf(ReadOnlySpan<byte> body) => BinaryPrimitives.ReadInt32LittleEndian(body);

    public static Order OrderOf(ReadOnlySpan<byte> body) => MemoryMarshal.Read<Order>(body[4..]);
}
