using Yanyun.Chronicle.Bookmarks;
using Yanyun.Cli.Play;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Cli.Fidelity;

/// <summary>What plays in a series of runs.</summary>
public enum Series
{
    /// <summary>The script, the model's own contests.</summary>
    Model,
    /// <summary>Nobody decides anything; windows hang on the days of history.</summary>
    Nothing,
    /// <summary>The script; the stronger side always wins.</summary>
    Stronger,
    /// <summary>The script; contests drawn at base rates.</summary>
    Coin,
    /// <summary>The script to <see cref="RunResult.FreeFrom"/>, then every seat led by its other mind; windows hang on the days of history.</summary>
    Free,
}

/// <summary>What one run came to.</summary>
/// <param name="Met">By check; row 0 unused.</param>
/// <param name="Fates">By entry of the script; row 0 unused.</param>
public sealed record RunResult(bool[] Met, EntryState[] Fates)
{
    /// <summary>First day of the free series without the script: Kaifeng has fallen, and what the courts make of it is open.</summary>
    public static readonly Day FreeFrom = Day.Julian(1140, 6, 16);

    /// <summary>Plays a bookmark once from its first day to its last and looks for its checks.</summary>
    /// <param name="off">Rules left out of the run.</param>
    /// <param name="night">Shown the world and the events of each day when it is done.</param>
    public static RunResult Of(
        Bookmark bookmark, Series series, ulong seed, CancellationToken stop, RuleSwitch off = RuleSwitch.None, Action<World, EventLog>? night = null)
    {
        var annals = bookmark.Annals!;
        var progress = new ScriptProgress(annals.Script) { Until = series == Series.Free ? FreeFrom - 1 - bookmark.Scenario.FirstDay : int.MaxValue };
        var world = World.Of(bookmark.Scenario, seed);
        var log = new EventLog();
        world.Log = log;
        world.Contests = series switch { Series.Stronger => Contests.Stronger, Series.Coin => Contests.Coin, _ => Contests.Model };
        var scorer = new Scorer(annals.Checks, progress, waived: series is Series.Nothing or Series.Free);
        var minds = series == Series.Nothing
            ? new IMind?[bookmark.Scenario.Seats.Length]
            : Minds.Make(bookmark, Minds.Read(Minds.Usual, bookmark).Words!, progress);
        var simulation = new Simulation(world, minds, off);
        for (var day = 1; day < bookmark.Scenario.Days; day++)
        {
            stop.ThrowIfCancellationRequested();
            simulation.Day();
            scorer.Night(world, log);
            night?.Invoke(world, log);
            log.Clear();
        }
        var met = new bool[annals.Checks.Checks.Length];
        for (var c = 1; c < met.Length; c++) met[c] = scorer.Met(annals.Checks.Checks[c]);
        var fates = new EntryState[annals.Script.Entries.Length];
        for (var e = 1; e < fates.Length; e++) fates[e] = progress[e];
        return new RunResult(met, fates);
    }
}
