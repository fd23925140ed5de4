using System.IO.Compression;
using System.Text;
using Yanyun.Engine;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>Packs a game into a rung of the ladder and makes it of one again.</summary>
public static class Rungs
{
    /// <summary>Days between rungs: waking plays at most so many again.</summary>
    public const int Days = Record.SnapshotDays;

    /// <summary>Room to begin with: most rungs have some fifty thousand bytes.</summary>
    private const int UsualBytes = 60_000;

    /// <summary>Whether a rung is kept of a day.</summary>
    public static bool On(int day) => Record.IsSnapshotDay(day);

    /// <summary>A game as it stands just after a day.</summary>
    public static Rung Of(GameState state)
    {
        using var bytes = new MemoryStream(UsualBytes);
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            state.Write(to);
            var memory = state.Cast.Save();
            to.Write(memory.Length);
            to.Write(memory);
            to.Flush();
            using var deflate = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true);
            deflate.Write(state.Written());
        }
        return Rung.Of(state.Today, state.Version, bytes.ToArray());
    }

    /// <summary>The game of a rung; null when its bytes are damaged, or of minds or a world of another make.</summary>
    public static GameState? Climb(Rung rung, GameHead head, Ground ground)
    {
        if (!rung.Sound) return null;
        var state = new GameState(head, ground);
        var bytes = new MemoryStream(rung.Bytes);
        using var from = new BinaryReader(bytes, Encoding.UTF8, leaveOpen: true);
        try
        {
            state.Read(from);
            if (!state.Cast.Load(from.ReadBytes(from.ReadInt32()))) return null;
            using var deflate = new DeflateStream(bytes, CompressionMode.Decompress);
            state.ReadWorld(deflate);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            return null;
        }
        return state.Today == rung.Day && state.Version == rung.Number ? state : null;
    }
}
