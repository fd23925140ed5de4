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

    /// <summary>The same of a row, whose length the compiler knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfRow<T>(in T row, ulong seed) where T : unmanaged
    {
        unchecked
        {
            var size = Unsafe.SizeOf<T>();
            var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in row));
            var h = seed ^ 0x9E3779B97F4A7C15UL * (ulong)(uint)size;
            ulong a = h, b = h + 0xC2B2AE3D27D4EB4FUL, c = h ^ 0x165667B19E3779F9UL, d = h - 0x27D4EB2F165667C5UL;
            var i = 0;
            for (; i + 32 <= size; i += 32)
            {
                a = Lane(a, Read(bytes, i));
                b = Lane(b, Read(bytes, i + 8));
                c = Lane(c, Read(bytes, i + 16));
                d = Lane(d, Read(bytes, i + 24));
            }
            for (; i + 8 <= size; i += 8) a = Lane(a, Read(bytes, i));
            a = Lane(a, Tail(bytes));
            return Key.Mix(a ^ Key.Mix(b ^ Key.Mix(c ^ Key.Mix(d))));
        }
    }

    /// <summary>Whether all bytes of a row are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsZero<T>(in T row) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in row));
        var any = Tail(bytes);
        for (var i = 0; i + 8 <= Unsafe.SizeOf<T>(); i += 8) any |= Read(bytes, i);
        return any == 0;
    }

    /// <summary>The bytes after the last whole word, as the low bytes of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tail(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.Length & ~7;
        var (tail, shift) = (0UL, 0);
        if ((bytes.Length & 4) != 0)
        {
            tail = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
            (at, shift) = (at + 4, 32);
        }
        if ((bytes.Length & 2) != 0)
        {
            tail |= (ulong)System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) << shift;
            (at, shift) = (at + 2, shift + 16);
        }
        if ((bytes.Length & 1) != 0) tail |= (ulong)bytes[at] << shift;
        return tail;
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
/// depend on where a row is stored); empty rows count nothing. <see cref="Full"/> computes from nothing; an instance keeps the state that it
/// saw last and rehashes only rows that changed.
/// </summary>
public sealed class WorldHash
{
    private readonly byte[] _seen;

    public WorldHash(World world)
    {
        _seen = Snapshot.Of(world);
        Subsystems = Sums(world);
    }

    /// <summary>Sums by subsystem, in the order of <see cref="WorldTables.All"/>.</summary>
    public ulong[] Subsystems { get; }

    /// <summary>Brings the hash up to the world as it is; returns the whole hash.</summary>
    public ulong Update(World world) => Update(world, _seen, Subsystems);

    /// <summary>The same by what the caller keeps.</summary>
    /// <param name="seen">A state of the scenario as <see cref="Snapshot"/> writes it; becomes that of the world.</param>
    /// <param name="sums">The sums of that state; become those of the world.</param>
    public static ulong Update(World world, Span<byte> seen, Span<ulong> sums)
    {
        if (SameKeys(world, seen))
        {
            var at = 0;
            for (var t = 0; t < sums.Length; t++)
            {
                var table = WorldTables.All[t];
                var length = table.Bytes(world).Length;
                sums[t] = unchecked(sums[t] + table.Growth(world, seen.Slice(at, length)));
                at += length;
            }
            WorldTables.ClockBytes(world).CopyTo(seen[at..]);
        }
        else
        {
            // A force was born: what is kept of it elsewhere goes by its key.
            Sum(world, sums);
            Snapshot.Write(world, seen);
        }
        return Combine(sums, world);
    }

    /// <summary>Sums by subsystem from nothing, in the order of <see cref="WorldTables.All"/>.</summary>
    public static ulong[] Sums(World world)
    {
        var sums = new ulong[WorldTables.All.Length];
        Sum(world, sums);
        return sums;
    }

    /// <summary>The whole hash from nothing.</summary>
    public static ulong Full(World world)
    {
        Span<ulong> sums = stackalloc ulong[WorldTables.All.Length];
        Sum(world, sums);
        return Combine(sums, world);
    }

    private static void Sum(World world, Span<ulong> sums)
    {
        for (var t = 0; t < sums.Length; t++) sums[t] = WorldTables.All[t].Sum(world);
    }

    private static bool SameKeys(World world, ReadOnlySpan<byte> seen)
    {
        var places = MemoryMarshal.AsBytes<PlaceState>(world.PlaceTable).Length;
        var forces = MemoryMarshal.Cast<byte, Force>(seen[places..(places + MemoryMarshal.AsBytes<Force>(world.ForceTable).Length)]);
        for (var f = 0; f < forces.Length; f++)
            if (forces[f].Key != world.ForceTable[f].Key) return false;
        return true;
    }

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
