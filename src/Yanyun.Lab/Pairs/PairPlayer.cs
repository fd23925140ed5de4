using System.Globalization;
using Yanyun.Chronicle.Experiments;
using Yanyun.Deciders;

namespace Yanyun.Lab;

/// <summary>
/// Plays pairs of an experiment, one after the other, in worlds of its own: one player a thread, and nothing shared between them. A
/// pair's result
/// follows from the experiment and its index alone.
/// </summary>
public sealed class PairPlayer
{
    /// <summary>Days between the states that the changed run may part from. Balance: a copy costs a fifth of a day, and half of these are played again.</summary>
    private const int Step = 5;

    private readonly Experiment _experiment;
    private readonly Arm _base;
    private readonly Arm _changed;
    private readonly Arm? _past;
    private readonly Arm? _changedPast;

    /// <param name="casting">Casts the minds of a run; null: those the experiment names.</param>
    public PairPlayer(Experiment experiment, Func<Cast>? casting = null)
    {
        _experiment = experiment;
        Arm Make(bool changed) => new(
            experiment, changed ? experiment.ChangedScenario : experiment.Scenario, [.. experiment.Both, .. experiment.Change], experiment.Both.Count, casting,
            dry: !changed);
        _base = Make(changed: false);
        _changed = Make(changed: true);
        if (experiment.Record is { } record)
        {
            _past = Make(changed: false);
            _past.Follow(record);
            return;
        }
        if (experiment.PastSeed is not { } seed) return;
        _past = Make(changed: false);
        _past.Begin(seed);
        _past.PlayTo(experiment.Start - 1);
        if (!experiment.PartsOnFirstDay) return;
        _changedPast = Make(changed: true);
        _changedPast.Begin(seed);
        _changedPast.PlayTo(experiment.Start - 1);
    }

    /// <summary>Numbers taken from each run: outcomes x horizons.</summary>
    public int Measures => _base.Observer.Values.Length;

    /// <summary>Plays a pair.</summary>
    /// <param name="run">Its index, from 0.</param>
    public PairResult Play(int run)
    {
        var seed = unchecked(_experiment.FirstSeed + (ulong)run);
        try
        {
            Begin(_base, _past, seed);
            if (_experiment.PartsOnFirstDay) Begin(_changed, _changedPast, seed);
            else PlayToParting();
            _base.PlayTo(_experiment.LastDay);
            _changed.PlayTo(_experiment.LastDay);
            var bites = _changed.Editor.Bites + (_experiment.PartsOnFirstDay ? 1 : 0);
            return new PairResult(run, seed, bites, [.. _base.Observer.Values], [.. _changed.Observer.Values], null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A run that the rules broke is a result too: it is counted, told and can be played again by its seed.
            return new PairResult(run, seed, 0, null, null, string.Create(CultureInfo.InvariantCulture, $"{fault.GetType().Name}: {fault.Message}"));
        }
    }

    /// <summary>Plays one run for both as long as nothing sets them apart; the changed one then stands at most a step before that.</summary>
    private void PlayToParting()
    {
        for (var day = _experiment.Branch - 1; ; day = Math.Min(day + Step, _experiment.LastDay))
        {
            _base.PlayTo(day);
            if (_base.Editor.Stirred) return;
            _base.CopyTo(_changed);
            if (day == _experiment.LastDay) return;
        }
    }

    private void Begin(Arm arm, Arm? past, ulong seed)
    {
        if (past is null)
        {
            arm.Begin(seed);
            return;
        }
        past.CopyTo(arm);
        if (_experiment.Record is not null) arm.Parting = seed;
        else arm.World.Reseed(seed);
    }
}

/// <summary>What a pair came to.</summary>
/// <param name="Bites">How often the change met something to change: 0 is a pair in which nothing was changed.</param>
/// <param name="Base">Outcomes of the run as it is, by outcome and then by horizon; null when the pair failed.</param>
/// <param name="Changed">The same of the changed run.</param>
/// <param name="Error">What broke; null when nothing did.</param>
public sealed record PairResult(int Run, ulong Seed, int Bites, long[]? Base, long[]? Changed, string? Error);
