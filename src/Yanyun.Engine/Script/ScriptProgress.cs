namespace Yanyun.Engine;

/// <summary>What became of an entry in a run.</summary>
public enum EntryFate : byte
{
    /// <summary>Its window has not closed.</summary>
    Pending,
    /// <summary>Played, at most <see cref="Script.LateAfterDays"/> days after its day.</summary>
    Fired,
    /// <summary>Played later than that.</summary>
    Late,
    /// <summary>What it asked for did not hold in its window: its otherwise, or the seat's other mind, took over.</summary>
    Replaced,
    /// <summary>Its actors were dead, gone or under another.</summary>
    Skipped,
}

/// <param name="Day">The day its fate fell.</param>
public readonly record struct EntryState(EntryFate Fate, ushort Day)
{
    public bool Played => Fate is EntryFate.Fired or EntryFate.Late;
}

/// <summary>What became of each entry in one run: kept by those who play the script, read by those who score it.</summary>
public sealed class ScriptProgress(Script script)
{
    private readonly EntryState[] _states = new EntryState[script.Entries.Length];

    public Script Script { get; } = script;

    /// <summary>Last day on which the script is played, from the scenario's first; after it every seat passes to its other mind.</summary>
    public int Until { get; init; } = int.MaxValue;
    public EntryState this[int entry] => _states[entry];

    public void Close(int entry, EntryFate fate, int day) => _states[entry] = new EntryState(fate, (ushort)day);

    public void Reset() => Array.Clear(_states);

    /// <summary>Makes another run's progress through the same script the same as this: the past that branches share.</summary>
    public void CopyTo(ScriptProgress other)
    {
        if (!ReferenceEquals(other.Script, Script)) throw new ArgumentException("The runs play different scripts.", nameof(other));
        _states.AsSpan().CopyTo(other._states);
    }

    /// <summary>Entries with a fate.</summary>
    public int Count(EntryFate fate)
    {
        var count = 0;
        for (var e = 1; e < _states.Length; e++)
            if (_states[e].Fate == fate) count++;
        return count;
    }
}
