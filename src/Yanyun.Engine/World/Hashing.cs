using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>64-bit hash of bytes: four lanes of multiply and rotate, finished by <see cref="Key.Mix"/>. Same on every machine (little-endian reads are fixed).</summary>
public static class Hashing
{
    public static ulong Of(ReadOnlySpan<byte> bytes, ulong seed)
    {
        unchecked
        {
            var h = seed ^ 0x9E3779B97F4A7C15UL * (ulong)(uint)bytes.Length;
            ulong a = h, b = h + 0xC2B2AE3D27D4EB4FUL, c = h ^ 0x165667B19E3779F9UL, d = h - 0x27D4EB2F165667C5UL;
            var i = 0;
            for (; i + 32 <= bytes.Length; i += 32)
            {
                a = Lane(a, Read(bytes, i));
                b = Lane(b, Read(bytes, i + 8));
                c = Lane(c, Read(bytes, i + 16));
                d = Lane(d, Read(bytes, i + 24));
            }
            for (; i + 8 <= bytes.Length; i += 8) a = Lane(a, Read(bytes, i));
            ulong tail = 0;
            for (var shift = 0; i < bytes.Length; i++, shift += 8) tail |= (ulong)bytes[i] << shift;
            a = Lane(a, tail);
            return Key.Mix(a ^ Key.Mix(b ^ Key.Mix(c ^ Key.Mix(d))));
        }
    }

    private static ulong Read(ReadOnlySpan<byte> bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Lane(ulong lane, ulong word)
    {
        unchecked
        {
            return System.Numerics.BitOperations.RotateLeft((lane ^ word) * 0xFF51AFD7ED558CCDUL, 29);
        }
    }
}

/// <summary>
/// The hash of a world, by subsystem and whole. A row's hash is of its key and bytes; a subsystem's is the sum of its rows' (so it does not
/// depend on where a row is stored); empty rows count nothing. <see cref="Full"/> computes from nothing; an instance keeps the rows it
/// saw last and rehashes only those that changed.
/// </summary>
public sealed class WorldHash
{
    /// <summary>Bytes compared at once when looking for change.</summary>
    private const int Block = 512;

    private readonly byte[][] _seen;
    private readonly ulong[][] _rows;

    public WorldHash(World world)
    {
        var tables = WorldTables.All;
        Subsystems = new ulong[tables.Length];
        _seen = new byte[tables.Length][];
        _rows = new ulong[tables.Length][];
        for (var t = 0; t < tables.Length; t++)
        {
            var bytes = tables[t].Bytes(world);
            _seen[t] = new byte[bytes.Length];
            _rows[t] = new ulong[bytes.Length / tables[t].RowBytes];
        }
        Update(world);
    }

    /// <summary>Sums by subsystem, in the order of <see cref="WorldTables.All"/>.</summary>
    public ulong[] Subsystems { get; }

    /// <summary>Brings the hash up to the world as it is; returns the whole hash.</summary>
    public ulong Update(World world)
    {
        unchecked
        {
            for (var t = 0; t < Subsystems.Length; t++)
            {
                var table = WorldTables.All[t];
                var bytes = table.Bytes(world);
                var seen = _seen[t].AsSpan();
                var size = table.RowBytes;
                var done = 0;
                for (var at = 0; at < bytes.Length; at += Block)
                {
                    var end = Whole.Min(at + Block, bytes.Length);
                    if (bytes[at..end].SequenceEqual(seen[at..end])) continue;
                    var last = (end - 1) / size;
                    for (var row = Whole.Max(at / size, done); row <= last; row++)
                    {
                        var now = bytes.Slice(row * size, size);
                        var hash = RowHash(now, table.KeyOf(world, row));
                        Subsystems[t] += hash - _rows[t][row];
                        _rows[t][row] = hash;
                        now.CopyTo(seen[(row * size)..]);
                    }
                    done = last + 1;
                }
            }
            return Combine(Subsystems, world);
        }
    }

    /// <summary>The same from nothing.</summary>
    public static ulong Full(World world)
    {
        unchecked
        {
            Span<ulong> sums = stackalloc ulong[WorldTables.All.Length];
            for (var t = 0; t < sums.Length; t++)
            {
                var table = WorldTables.All[t];
                var bytes = table.Bytes(world);
                var size = table.RowBytes;
                for (var row = 0; row * size < bytes.Length; row++)
                    sums[t] += RowHash(bytes.Slice(row * size, size), table.KeyOf(world, row));
            }
            return Combine(sums, world);
        }
    }

    private static ulong RowHash(ReadOnlySpan<byte> row, ulong key) => row.IndexOfAnyExcept((byte)0) < 0 ? 0 : Hashing.Of(row, key);

    private static ulong Combine(ReadOnlySpan<ulong> sums, World world)
    {
        unchecked
        {
            var h = Hashing.Of(WorldTables.ClockBytes(world), 1);
            for (var t = 0; t < sums.Length; t++)
            {
                if (!WorldTables.All[t].Rare) h = Key.Mix(h + 0x9E3779B97F4A7C15UL ^ sums[t]);
                else if (sums[t] != 0) h = Key.Mix(h + Key.Of(WorldTables.All[t].Name) ^ sums[t]);
            }
            return h;
        }
    }
}
