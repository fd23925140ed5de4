using System.Buffers.Binary;
using Yanyun.Engine;

namespace Yanyun.Server.Store;

/// <summary>What an entry of a log says. Part of the store's format: never renumber, only append.</summary>
public enum EntryKind : byte
{
    /// <summary>A day was done: all its orders, and the hash of the world after it.</summary>
    Day = 1,
    /// <summary>A seat gave an order, which waits for the day to turn.</summary>
    Given = 2,
    /// <summary>The seat took it back before it rode.</summary>
    Undone = 3,
    /// <summary>A seat has another holder.</summary>
    Seated = 4,
    /// <summary>The clock was set.</summary>
    Clock = 5,
    /// <summary>A seat has said all it has to say today.</summary>
    Ready = 6,
    /// <summary>The game is over.</summary>
    Ended = 7,
}

/// <summary>One entry of a game's log. Entries are only ever added.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Day">The last day done when it was written; of a day, that day.</param>
/// <param name="Seat">The seat it concerns; 0 none.</param>
/// <param name="Hash">Of a day, the hash of the world after it; else 0.</param>
/// <param name="At">Milliseconds since 1970 UTC. Nothing in the world depends on it.</param>
/// <param name="Sum">Chains the entry to all before it.</param>
public sealed record Entry(long Number, EntryKind Kind, int Day, byte Seat, ulong Hash, byte[] Body, long At, ulong Sum)
{
    /// <summary>The chain before the first entry.</summary>
    public const ulong ChainStart = 0x79616E79756E3133;

    /// <summary>The entry that follows an entry, with its sum.</summary>
    public static Entry After(long number, ulong sum, EntryKind kind, int day, byte seat, ulong hash, byte[] body, long at) =>
        new(number + 1, kind, day, seat, hash, body, at, SumOf(sum, number + 1, kind, day, seat, hash, body, at));

    /// <summary>Whether it is the one that was written after the entry with that number and sum.</summary>
    public bool Follows(long number, ulong sum) =>
        Number == number + 1 && Sum == SumOf(sum, Number, Kind, Day, Seat, Hash, Body, At);

    private static ulong SumOf(ulong before, long number, EntryKind kind, int day, byte seat, ulong hash, byte[] body, long at)
    {
        Span<byte> head = stackalloc byte[30];
        BinaryPrimitives.WriteInt64LittleEndian(head, number);
        head[8] = (byte)kind;
        head[9] = seat;
        BinaryPrimitives.WriteInt32LittleEndian(head[10..], day);
        BinaryPrimitives.WriteUInt64LittleEndian(head[14..], hash);
        BinaryPrimitives.WriteInt64LittleEndian(head[22..], at);
        return Hashing.Of(body, Hashing.Of(head, before));
    }
}

/// <summary>A rung of the ladder: a whole game as it stood after a day, so that waking it need not begin with its first.</summary>
/// <param name="Day">Days done.</param>
/// <param name="Number">The entry of that day.</param>
/// <param name="Bytes">As <see cref="Games.Rungs"/> packs them.</param>
/// <param name="Sum">Of the bytes: a damaged rung is passed over for the one below.</param>
public sealed record Rung(int Day, long Number, byte[] Bytes, ulong Sum)
{
    public static Rung Of(int day, long number, byte[] bytes) => new(day, number, bytes, SumOf(bytes));

    public bool Sound => Sum == SumOf(Bytes);

    private static ulong SumOf(byte[] bytes) => Hashing.Of(bytes, Entry.ChainStart);
}
