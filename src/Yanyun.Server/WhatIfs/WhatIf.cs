using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Server.WhatIfs;

/// <summary>Where a question stands. Part of the store's format: words, never renamed.</summary>
public static class Standing
{
    /// <summary>Nobody plays it now: it was not begun yet, or others had their turn, or its node fell.</summary>
    public const string Waiting = "waiting";
    public const string Running = "running";
    /// <summary>Every pair that was asked for is played, or the interval is as narrow as was asked.</summary>
    public const string Done = "done";
    /// <summary>Its asker stopped it; what had been played counts.</summary>
    public const string Stopped = "stopped";
    /// <summary>It cannot be played: the reason stands beside it.</summary>
    public const string Failed = "failed";

    /// <summary>Nothing more comes of it.</summary>
    public static bool IsOver(string standing) => standing is Done or Stopped or Failed;
}

/// <summary>A what-if that somebody asked: what he asked, and what has come of it so far. A paper in the store's drawers.</summary>
/// <param name="Account">Who asked. Told to nobody.</param>
/// <param name="Game">The game whose past is shared; null: the record of the scenario.</param>
/// <param name="Day">Days of that past that are shared.</param>
/// <param name="Asked">The question as it came: JSON with the words of docs/lab.md.</param>
/// <param name="Build">The program that played what is played; another begins anew.</param>
/// <param name="MadeAt">Milliseconds since 1970 UTC.</param>
/// <param name="Version">Times that it has changed: the id of its newest event.</param>
/// <param name="Done">Pairs that the figures rest on.</param>
/// <param name="Figures">Null before the first pairs.</param>
/// <param name="Why">Of a failed one.</param>
public sealed record WhatIf(
    string Id, string Account, string? Game, string Scenario, int Day, string Title, string Asked, int Pairs, string Build, long MadeAt, string Standing,
    long Version, int Done, Figures? Figures, Reason? Why);

/// <summary>Why something cannot be done, with its stable code.</summary>
public sealed record Reason(string Code, string English, string Chinese)
{
    public static Reason Of(Refusal why) => new(why.Code, why.In(Language.English), why.In(Language.Chinese));
}

/// <summary>What pairs have come to so far.</summary>
/// <param name="Start">The first day on which the runs may differ; horizons count from it.</param>
/// <param name="Failed">Pairs that broke.</param>
/// <param name="Untouched">Pairs in which the change met nothing to change.</param>
/// <param name="Experiment">Names all that the figures follow from, as the laboratory does.</param>
/// <param name="Digest">Over all rows, as the laboratory's; null before the end.</param>
public sealed record Figures(
    string Start, long Failed, long Untouched, IReadOnlyList<OutcomeShape> Outcomes, IReadOnlyList<EffectShape> Effects, VerdictShape Verdict, string Experiment,
    string? Digest);

/// <param name="Share">A yes or no of each run: means are shares of the runs.</param>
public sealed record OutcomeShape(string Id, string English, string Chinese, string UnitEnglish, string UnitChinese, bool Share);

/// <summary>What the change did to an outcome at a horizon: the figures of docs/lab.md.</summary>
/// <param name="Horizon">Days after the start.</param>
/// <param name="N">Pairs that came to their end.</param>
/// <param name="Base">Mean of the runs as they are.</param>
/// <param name="Changed">Mean of the changed runs.</param>
/// <param name="Effect">Mean difference, with its 95% interval.</param>
/// <param name="Above">Share of pairs in which the effect is above nothing.</param>
/// <param name="Spread">Pairs by how far the two runs are apart.</param>
public sealed record EffectShape(
    string Outcome, int Horizon, long N, double Base, double Changed, double Effect, double Low, double High, long? Median, long? MedianLow, long? MedianHigh,
    double Above, double AboveLow, double AboveHigh, double Same, double? Correlation, double? VarianceRatio, SpreadShape Spread);

/// <param name="Width">Of a column, in the outcome's unit.</param>
public sealed record SpreadShape(long Width, IReadOnlyList<ColumnShape> Columns);

/// <param name="From">The least difference in the column.</param>
public sealed record ColumnShape(long From, long Pairs);

/// <param name="Finding">not_resolved, raises, lowers or no_effect.</param>
public sealed record VerdictShape(string Outcome, int Horizon, string Finding);
