using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>The events of a run so far, so that a sentence can name a cause of days before. Found by address: they lie ascending.</summary>
internal sealed class Memory
{
    private EventLog.Entry[] _entries = new EventLog.Entry[1024];
    private byte[] _bytes = new byte[65536];
    private int _used;

    public int Count { get; private set; }

    /// <summary>Adds the events of a log.</summary>
    /// <returns>Where they begin: <see cref="At"/> from there to <see cref="Count"/>.</returns>
    public int Keep(EventLog log)
    {
        var first = Count;
        foreach (ref readonly var entry in log.Entries)
        {
            // A log that was not cleared begins with what is known already.
            if (Count > 0 && entry.Id.Packed <= _entries[Count - 1].Id.Packed) continue;
            if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
            if (_used + entry.Length > _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
            log.Bytes(entry).CopyTo(_bytes.AsSpan(_used));
            _entries[Count++] = entry with { Offset = _used };
            _used += entry.Length;
        }
        return first;
    }

    public ref readonly EventLog.Entry At(int index) => ref _entries[index];

    /// <summary>Index of an event; -1 when it was never told to this memory.</summary>
    public int Find(EventRef id)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var packed = _entries[middle].Id.Packed;
            if (packed == id.Packed) return middle;
            if (packed < id.Packed) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>An event by its address and kind; false when it is not there or is of another kind.</summary>
    public bool Find<T>(EventRef id, out T e) where T : unmanaged, IEvent
    {
        e = default;
        if (Find(id) is not (>= 0 and var index) || _entries[index].Kind != T.Kind) return false;
        e = Read<T>(index);
        return true;
    }

    public T Read<T>(int index) where T : unmanaged, IEvent =>
        MemoryMarshal.Read<T>(_bytes.AsSpan(_entries[index].Offset, Unsafe.SizeOf<T>()));

    public ReadOnlySpan<byte> Bytes(int index) => _bytes.AsSpan(_entries[index].Offset, _entries[index].Length);
}
