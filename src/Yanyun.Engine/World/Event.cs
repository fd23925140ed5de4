using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>A change of the world that knows how to apply itself. An unmanaged readonly record struct; its fields are what the log keeps.</summary>
public interface IEvent
{
    static abstract EventKind Kind { get; }
    void Apply(World world);
}

/// <summary>An event that moves men, grain or money into or out of the world, or between its accounts.</summary>
public interface IFlow
{
    /// <summary>Net change of the world's totals.</summary>
    Flow Net { get; }
}

/// <param name="Men">Fighting men; losses are negative.</param>
/// <param name="Grain">Sheng.</param>
/// <param name="Cash">Strings.</param>
/// <param name="Households">Households in places and under escort.</param>
public readonly record struct Flow(long Men = 0, long Grain = 0, long Cash = 0, long Households = 0)
{
    public static Flow operator +(Flow a, Flow b) => new(a.Men + b.Men, a.Grain + b.Grain, a.Cash + b.Cash, a.Households + b.Households);
}

/// <summary>
/// The events of a stretch of days, appended without boxing when somebody listens. Reading back is by kind: <see cref="Entry"/> plus
/// <see cref="Read{T}"/>.
/// </summary>
public sealed class EventLog
{
    /// <summary>One logged event.</summary>
    public readonly record struct Entry(EventRef Id, EventRef Cause, EventKind Kind, int Offset, int Length);

    private Entry[] _entries = new Entry[256];
    private byte[] _bytes = new byte[8192];
    private int _used;

    public int Count { get; private set; }

    public ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, Count);

    public void Append<T>(EventRef id, EventRef cause, in T e) where T : unmanaged, IEvent
    {
        var length = Unsafe.SizeOf<T>();
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        if (_used + length > _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        MemoryMarshal.Write(_bytes.AsSpan(_used), in e);
        _entries[Count++] = new Entry(id, cause, T.Kind, _used, length);
        _used += length;
    }

    /// <summary>The event itself. <typeparamref name="T"/> must be the entry's kind.</summary>
    public T Read<T>(in Entry entry) where T : unmanaged, IEvent
    {
        if (entry.Kind != T.Kind) throw new InvalidOperationException($"The event is {entry.Kind}, not {T.Kind}.");
        return MemoryMarshal.Read<T>(_bytes.AsSpan(entry.Offset, entry.Length));
    }

    public ReadOnlySpan<byte> Bytes(in Entry entry) => _bytes.AsSpan(entry.Offset, entry.Length);

    public void Clear() => (Count, _used) = (0, 0);
}
