using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>What an experiment is for: a claim under test, or one of the runs that show what the test itself is worth.</summary>
public enum Role
{
    Claim,
    /// <summary>Something irrelevant is changed: the effect must vanish.</summary>
    Placebo,
    /// <summary>The same change on a day when it cannot matter, or matters otherwise.</summary>
    WrongDate,
    /// <summary>Another form of the same change, beside which the claim is read.</summary>
    Control,
}

/// <summary>What was expected of the effect before any pair was played.</summary>
public enum Expectation { Raises, Lowers, NoEffect, Open }

/// <summary>
/// Pairs of runs that share a seed and a past and differ by one change, and what is looked at in them. Read from a file by
/// <see cref="ExperimentReader"/> or made by hand; nothing here depends on how it is carried out.
/// </summary>
public sealed record Experiment
{
    public required string Id { get; init; }
    public required Bilingual Title { get; init; }
    /// <summary>The claim in our own words.</summary>
    public required Bilingual Statement { get; init; }
    public Role Role { get; init; }
    /// <summary>The claim that this one controls; null when it controls none.</summary>
    public string? Of { get; init; }
    /// <summary>Sentences of the text it is about.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>Slug of the bookmark.</summary>
    public required string ScenarioId { get; init; }
    /// <summary>The country and its first day in the run as it is.</summary>
    public required Scenario Scenario { get; init; }
    /// <summary>The same in the changed run, when facts of the first day are changed; else the very same object.</summary>
    public required Scenario ChangedScenario { get; init; }
    public Script? Script { get; init; }
    public CheckBook? Checks { get; init; }
    /// <summary>Names the decisions and checks of history that it is played by; empty without any.</summary>
    public string AnnalsHash { get; init; } = "";

    /// <summary>A word of the minds for each seat from <see cref="Start"/> on; before it history decides. Row 0 unused.</summary>
    public required IReadOnlyList<string> Minds { get; init; }
    /// <summary>Day from which horizons are counted, in days from the scenario's first; no change comes before it.</summary>
    public required int Start { get; init; }
    /// <summary>Pair i has seed <see cref="FirstSeed"/> + i.</summary>
    public required ulong FirstSeed { get; init; }
    /// <summary>One seed for the past of all pairs, so that they part only on <see cref="Start"/>; null: each pair has a past of its
    /// own.</summary>
    public ulong? PastSeed { get; init; }
    /// <summary>The reconstructed record, when all pairs have it as their past up to <see cref="Start"/>; null: the past is played.</summary>
    public RecordedPast? Record { get; init; }
    /// <summary>No more pairs than this are played.</summary>
    public required int Pairs { get; init; }

    /// <summary>What is changed in both runs of a pair: the ground on which the change is tried.</summary>
    public IReadOnlyList<Edit> Both { get; init; } = [];
    /// <summary>What is changed in the second run only.</summary>
    public required IReadOnlyList<Edit> Change { get; init; }

    public required IReadOnlyList<Outcome> Outcomes { get; init; }
    /// <summary>Days after <see cref="Start"/>, ascending.</summary>
    public required IReadOnlyList<int> Horizons { get; init; }

    /// <summary>Index of the outcome on whose interval pairs are stopped, and by which the verdict is given.</summary>
    public int Primary { get; init; }
    /// <summary>Index of its horizon.</summary>
    public int PrimaryHorizon { get; init; }
    /// <summary>Half the width of the 95% interval of the primary effect at which to stop, in the outcome's unit.</summary>
    public required double HalfWidth { get; init; }
    /// <summary>The least effect worth speaking of, in the outcome's unit.</summary>
    public required double Margin { get; init; }
    public Expectation Expect { get; init; } = Expectation.Open;

    /// <summary>What the run as it is must come to for a pair to speak of the claim at all; null when nothing is asked of it.</summary>
    public Precondition? Given { get; init; }

    /// <summary>Facts of the first day are changed in the second run only: nothing of the past is shared.</summary>
    public bool PartsOnFirstDay => !ReferenceEquals(Scenario, ChangedScenario);

    /// <summary>First day, from the scenario's first, that the two runs of a pair may differ on: until then one is played for
    /// both.</summary>
    public int Branch => PartsOnFirstDay ? 1 : Change.Min(edit => edit.From);

    /// <summary>The last day that is played.</summary>
    public int LastDay => Start + Horizons[^1];

    /// <summary>
    /// Names everything that a pair's results follow from, beside the program: scenario, annals, rules, start, changes, outcomes,
    /// horizons, first seed.
    /// Not the prose, and not when to stop: more pairs of the same experiment go on from those that are there.
    /// </summary>
    public string Hash()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
        var past = Record is null ? "" : string.Create(CultureInfo.InvariantCulture, $" record {Record.HashBefore(Start):x16}");
        Line($"experiment/1 rules {RulesVersion.Current} scenario {Scenario.Hash:x16} annals {AnnalsHash} start {Start} seed {FirstSeed} past {PastSeed}{past}");
        for (var s = 1; s < Minds.Count; s++)
            if (Minds[s] != "historical") Line($"mind {s} {Minds[s]}");
        foreach (var edit in Both) Line($"both {edit.Text}");
        foreach (var edit in Change) Line($"change {edit.Text}");
        foreach (var outcome in Outcomes) Line($"outcome {outcome.Text}");
        Line($"horizons {string.Join(' ', Horizons)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}

/// <summary>What is asked of the run as it is: an outcome of at least so much at a horizon.</summary>
/// <param name="Outcome">Index of the outcome.</param>
/// <param name="Horizon">Index of the horizon.</param>
public sealed record Precondition(int Outcome, int Horizon, long AtLeast);
