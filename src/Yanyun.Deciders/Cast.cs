using System.Runtime.CompilerServices;
using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>The minds of one run, a mind or none for each seat, with all that they remember: what a branch must take along beside the
/// world.</summary>
public sealed class Cast
{
    /// <summary>The mind of a seat that is given none.</summary>
    public const string Usual = "historical";

    /// <summary>What a mind may be made of, beside its seat.</summary>
    private sealed record Making(ScriptProgress? Progress, Lazy<Heuristic> Heuristic);

    /// <summary>What the heuristic mind reckons once for a country, kept as long as the country is.</summary>
    private static readonly ConditionalWeakTable<Scenario, Heuristic> s_charts = [];

    private static readonly (string Word, Func<Making, SeatId, IMind?> Make)[] s_known =
    [
        // The decisions of history while they fit what the seat believes. A seat without any is led by conduct.
        ("historical", (making, seat) => making.Progress?.Script.Of(seat).Length > 0 ? new Historical(making.Progress, seat, making.Heuristic.Value) : null),
        // Weighs, concentrates, besieges, relieves: the machine opponent, and what takes a seat over when history no longer fits it.
        ("heuristic", (making, _) => making.Heuristic.Value),
        // Nobody above the field decides: forces are led by their commanders' conduct alone.
        ("conduct", (_, _) => null),
        // Any legal order, sensible or not.
        ("random", (_, _) => new RandomLegal()),
    ];

    /// <param name="minds">Index by seat, row 0 unused.</param>
    /// <param name="progress">Of the script, when one of them plays it.</param>
    public Cast(IMind?[] minds, ScriptProgress? progress = null) => (Minds, Progress) = (minds, progress);

    /// <summary>The words for minds, as the command line and files write them.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. s_known.Select(known => known.Word)];

    /// <summary>Index by seat; a null seat is led by Conduct alone.</summary>
    public IMind?[] Minds { get; }

    public ScriptProgress? Progress { get; }

    /// <summary>Casts a run.</summary>
    /// <param name="script">The decisions of history; null when there are none.</param>
    /// <param name="words">A word of <see cref="Words"/> for each seat; row 0 unused.</param>
    /// <param name="progress">Where the fate of each entry is to be written; null: in one of its own.</param>
    public static Cast Of(Scenario scenario, Script? script, IReadOnlyList<string> words, ScriptProgress? progress = null)
    {
        var making = new Making(
            progress ?? (script is null ? null : new ScriptProgress(script)),
            new(() => s_charts.GetValue(scenario, land => new Heuristic(land)).Twin()));
        var minds = new IMind?[scenario.Seats.Length];
        for (byte seat = 1; seat < minds.Length; seat++) minds[seat] = s_known.First(known => known.Word == words[seat]).Make(making, new SeatId(seat));
        return new Cast(minds, making.Progress);
    }

    /// <summary>Every seat with the usual mind.</summary>
    public static Cast Of(Scenario scenario, Script? script)
    {
        var words = new string[scenario.Seats.Length];
        Array.Fill(words, Usual);
        return Of(scenario, script, words);
    }

    /// <summary>Gives all that is remembered here to another cast of the same make.</summary>
    public void CopyTo(Cast other)
    {
        if (Progress is not null) Progress.CopyTo(other.Progress!);
        for (var s = 1; s < Minds.Length; s++)
            if (Minds[s] is IRemembers mind) mind.CopyTo(other.Minds[s]!);
    }

    /// <summary>Writes down all that is remembered here.</summary>
    public byte[] Save()
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(Progress?.Script.Entries.Length ?? 0);
            for (var entry = 1; entry < Progress?.Script.Entries.Length; entry++)
            {
                to.Write((byte)Progress[entry].Fate);
                to.Write(Progress[entry].Day);
            }
            for (byte seat = 1; seat < Minds.Length; seat++) (Minds[seat] as IRemembers)?.Save(new SeatId(seat), to);
        }
        return bytes.ToArray();
    }

    /// <summary>Remembers what a cast of the same make wrote down. False when it was of another: what is remembered then is of no use.</summary>
    public bool Load(byte[] memory)
    {
        using var bytes = new MemoryStream(memory);
        using var from = new BinaryReader(bytes);
        try
        {
            if (from.ReadInt32() != (Progress?.Script.Entries.Length ?? 0)) return false;
            for (var entry = 1; entry < Progress?.Script.Entries.Length; entry++) Progress.Close(entry, (EntryFate)from.ReadByte(), from.ReadUInt16());
            for (byte seat = 1; seat < Minds.Length; seat++) (Minds[seat] as IRemembers)?.Load(new SeatId(seat), from);
            return bytes.Position == bytes.Length;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }
}
