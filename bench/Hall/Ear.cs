using System.Buffers.Text;
using System.Diagnostics;

namespace HallBench;

/// <summary>Listens to a stream of server-sent events, holds its ids to be one after the other, and notes when each event came.</summary>
internal sealed class Ear(Line line)
{
    private readonly byte[] _line = new byte[64];
    private int _kept;
    private long _last = -1;

    public long Events { get; private set; }
    public long Bytes { get; private set; }

    /// <summary>What is wrong with the stream; null: nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>Called with the word of each event, and when it came.</summary>
    public Action<Word, long>? Heard { get; set; }

    public enum Word { Other, Given, Day }

    /// <summary>Reads until the stream ends.</summary>
    public async Task Listen(ReadOnlyMemory<byte> request, byte[] room)
    {
        try
        {
            await line.Send(request);
            int got;
            while ((got = await line.Receive(room)) > 0)
            {
                Bytes += got;
                Read(room.AsSpan(0, got), Stopwatch.GetTimestamp());
            }
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // Closed from here.
        }
    }

    /// <summary>Only the beginnings of lines matter: ids and words of events are short.</summary>
    private void Read(ReadOnlySpan<byte> bytes, long now)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var part = end < 0 ? bytes : bytes[..end];
            var room = Math.Min(part.Length, _line.Length - _kept);
            part[..room].CopyTo(_line.AsSpan(_kept));
            _kept += room;
            if (end < 0) return;
            Line(_line.AsSpan(0, _kept), now);
            _kept = 0;
            bytes = bytes[(end + 1)..];
        }
    }

    private void Line(ReadOnlySpan<byte> text, long now)
    {
        if (text.StartsWith("id: "u8) && Utf8Parser.TryParse(text[4..], out long id, out _))
        {
            if (_last >= 0 && id != _last + 1) Fault ??= $"event {id} after {_last}";
            _last = id;
        }
        else if (text.StartsWith("event: "u8))
        {
            Events++;
            Heard?.Invoke(text[7..].SequenceEqual("given"u8) ? Word.Given : text[7..].SequenceEqual("day"u8) ? Word.Day : Word.Other, now);
        }
    }
}
