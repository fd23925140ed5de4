using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Yanyun.Server.Games;

/// <summary>
/// A world between two days: the four-byte words in which it differs from the first day of its scenario, and a bit for every word that says which.
/// A third of the world late in a war, next to nothing early; packed and unpacked in less time than it takes to fetch the whole from memory.
/// </summary>
internal sealed class PackedWorld
{
    /// <summary>Words of a block: those whose bits fill one mask.</summary>
    private const int Block = 64;

    private byte[] _bytes = [];

    /// <summary>The sums of its hash by subsystem: <see cref="Engine.WorldHash"/>.</summary>
    public ulong[] Sums { get; } = new ulong[Engine.WorldTables.All.Length];

    /// <summary>Bytes that it takes.</summary>
    public int Size => _bytes.Length;

    /// <param name="start">The first day, as <see cref="Engine.Snapshot"/> writes it.</param>
    /// <param name="world">The world, of the same length.</param>
    public void Pack(ReadOnlySpan<byte> start, ReadOnlySpan<byte> world)
    {
        var old = MemoryMarshal.Cast<byte, uint>(start);
        var now = MemoryMarshal.Cast<byte, uint>(world);
        var blocks = (now.Length + Block - 1) / Block;
        Span<ulong> masks = stackalloc ulong[blocks];
        var words = 0;
        for (var b = 0; b < blocks; b++) words += BitOperations.PopCount(masks[b] = Differ(old, now, b * Block));
        var tail = world.Length % sizeof(uint);
        Fit(blocks * sizeof(ulong) + words * sizeof(uint) + tail);
        MemoryMarshal.AsBytes(masks).CopyTo(_bytes);
        var to = MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan(blocks * sizeof(ulong)));
        var at = 0;
        for (var b = 0; b < blocks; b++)
            for (var mask = masks[b]; mask != 0; mask &= mask - 1) to[at++] = now[b * Block + BitOperations.TrailingZeroCount(mask)];
        world[^tail..].CopyTo(_bytes.AsSpan(blocks * sizeof(ulong) + words * sizeof(uint)));
    }

    /// <summary>Makes the world of it again.</summary>
    public void Unpack(ReadOnlySpan<byte> start, Span<byte> world)
    {
        start.CopyTo(world);
        var now = MemoryMarshal.Cast<byte, uint>(world);
        var blocks = (now.Length + Block - 1) / Block;
        var masks = MemoryMarshal.Cast<byte, ulong>(_bytes.AsSpan(0, blocks * sizeof(ulong)));
        var from = MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan(blocks * sizeof(ulong)));
        var at = 0;
        for (var b = 0; b < blocks; b++)
            for (var mask = masks[b]; mask != 0; mask &= mask - 1) now[b * Block + BitOperations.TrailingZeroCount(mask)] = from[at++];
        var tail = world.Length % sizeof(uint);
        _bytes.AsSpan((blocks * sizeof(ulong)) + at * sizeof(uint), tail).CopyTo(world[^tail..]);
    }

    /// <summary>Room is kept while it is about right: a world grows slowly, and a new array every day would be the garbage of thousands of games.</summary>
    private void Fit(int bytes)
    {
        if (_bytes.Length >= bytes && _bytes.Length <= bytes + bytes / 2) return;
        _bytes = GC.AllocateUninitializedArray<byte>(bytes + bytes / 8);
    }

    /// <summary>A bit for each of the words from one on that differ, up to a block of them.</summary>
    private static ulong Differ(ReadOnlySpan<uint> old, ReadOnlySpan<uint> now, int first)
    {
        var mask = 0UL;
        var count = Math.Min(Block, now.Length - first);
        var i = 0;
        for (; i + Vector256<uint>.Count <= count; i += Vector256<uint>.Count)
        {
            var same = Vector256.Equals(Vector256.Create(old[(first + i)..]), Vector256.Create(now[(first + i)..]));
            mask |= (ulong)(~same.ExtractMostSignificantBits() & 0xFF) << i;
        }
        for (; i < count; i++)
            if (old[first + i] != now[first + i]) mask |= 1UL << i;
        return mask;
    }
}
