using System.Globalization;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Engine;

namespace Yanyun.Cli.Fidelity;

/// <summary>A mean over runs with its 95% interval over seeds (normal, from the spread between runs).</summary>
public readonly record struct Share(double Met, double Low, double High)
{
    public static Share Of(IReadOnlyList<double> runs)
    {
        if (runs.Count == 0) return default;
        var mean = runs.Average();
        if (runs.Count == 1) return new Share(mean, mean, mean);
        var variance = runs.Sum(run => (run - mean) * (run - mean)) / (runs.Count - 1);
        var half = 1.96 * Math.Sqrt(variance / runs.Count);
        return new Share(mean, Math.Max(0, mean - half), Math.Min(1, mean + half));
    }
}

/// <summary>A check over all runs.</summary>
/// <param name="Kind">Its kind as scored: an outcome that the nothing baseline meets in 95% of runs is context.</param>
/// <param name="Met">Share of runs that met it.</param>
/// <param name="ByBaseline">The same of each baseline.</param>
public sealed record CheckShare(int Check, CheckKind Kind, double Met, IReadOnlyDictionary<Series, double> ByBaseline, double Unplayed)
{
    public double ByNothing => ByBaseline[Series.Nothing];
}

/// <summary>How often the runs of a bookmark went as the annals say, beside three yardsticks.</summary>
public sealed class FidelityReport
{
    /// <summary>Share of runs of the nothing baseline from which a check counts as context.</summary>
    public const double ContextFrom = 0.95;

    public required int Runs { get; init; }
    public required Share Outcome { get; init; }
    public required Share Decision { get; init; }
    /// <summary>Shares of entries by fate, over all runs: fired, late, replaced, skipped.</summary>
    public required IReadOnlyList<double> Script { get; init; }
    /// <summary>The same entry by entry; row 0 unused.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Entries { get; init; }
    /// <summary>Outcome scores of the three baselines.</summary>
    public required IReadOnlyDictionary<Series, Share> Baselines { get; init; }
    /// <summary>Outcome score with every decision of the script after 1140-06-15 left to the heuristic mind: what the model says without being told.</summary>
    public required Share Free { get; init; }
    public required IReadOnlyList<CheckShare> Checks { get; init; }

    /// <summary>The fates that are told, in order.</summary>
    public static readonly IReadOnlyList<EntryFate> Fates = [EntryFate.Fired, EntryFate.Late, EntryFate.Replaced, EntryFate.Skipped];

    /// <summary>Plays seeds 1 .. <paramref name="runs"/> of each series, on as many threads as are given, and scores them.</summary>
    /// <param name="done">Told after each run: runs done, of all.</param>
    public static FidelityReport Of(Bookmark bookmark, int runs, int threads, Action<int, int> done, CancellationToken stop)
    {
        var series = Enum.GetValues<Series>();
        var results = series.ToDictionary(s => s, _ => new RunResult[runs]);
        var finished = 0;
        Parallel.For(0, runs * series.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop }, job =>
        {
            var (s, run) = (series[job / runs], job % runs);
            results[s][run] = RunResult.Of(bookmark, s, (ulong)run + 1, stop);
            var count = Interlocked.Increment(ref finished);
            lock (results) done(count, runs * series.Length);
        });
        return Score(bookmark, results);
    }

    private static FidelityReport Score(Bookmark bookmark, Dictionary<Series, RunResult[]> results)
    {
        var annals = bookmark.Annals!;
        var model = results[Series.Model];
        var kinds = KindsOf(annals.Checks, results[Series.Nothing]);
        var shares = new List<CheckShare>();
        for (var c = 1; c < kinds.Length; c++)
        {
            var needs = annals.Checks.NeedsOf(annals.Checks.Checks[c]).ToArray();
            shares.Add(new CheckShare(c, kinds[c], Met(model, c), Yardsticks.ToDictionary(s => s, s => Met(results[s], c)), Unplayed(model, needs)));
        }
        return new FidelityReport
        {
            Runs = model.Length, Outcome = Scored(annals.Checks, kinds, model, CheckKind.Outcome),
            Decision = Scored(annals.Checks, kinds, model, CheckKind.Decision),
            Script = [.. Fates.Select(fate => Fated(model, fate))],
            Entries = [.. model[0].Fates.Select((_, e) => (IReadOnlyList<double>)[.. Fates.Select(fate => model.Average(run => run.Fates[e].Fate == fate ? 1.0 : 0.0))])],
            Free = Scored(annals.Checks, kinds, results[Series.Free], CheckKind.Outcome),
            Baselines = Yardsticks.ToDictionary(s => s, s => Scored(annals.Checks, kinds, results[s], CheckKind.Outcome)),
            Checks = shares,
        };
    }

    /// <summary>The series that are baselines.</summary>
    private static IEnumerable<Series> Yardsticks => Enum.GetValues<Series>().Where(series => series is not (Series.Model or Series.Free));

    /// <summary>Outcome checks that the baseline of the highest score misses in most runs: those that ask something of a model.</summary>
    public (Series Best, int Missed, int Outcomes) Asking
    {
        get
        {
            var best = Baselines.MaxBy(pair => pair.Value.Met).Key;
            var outcomes = Checks.Where(check => check.Kind == CheckKind.Outcome).ToList();
            return (best, outcomes.Count(check => check.ByBaseline[best] < 0.5), outcomes.Count);
        }
    }

    /// <summary>Kinds as scored, row 0 unused: an outcome that comes when nobody decides anything is context.</summary>
    /// <param name="nothing">Runs of the nothing baseline.</param>
    public static CheckKind[] KindsOf(CheckBook book, RunResult[] nothing)
    {
        var kinds = new CheckKind[book.Checks.Length];
        for (var c = 1; c < kinds.Length; c++)
        {
            var kind = book.Checks[c].Kind;
            kinds[c] = kind == CheckKind.Outcome && Met(nothing, c) >= ContextFrom ? CheckKind.Context : kind;
        }
        return kinds;
    }

    private static double Met(RunResult[] runs, int check) => runs.Average(run => run.Met[check] ? 1.0 : 0.0);

    private static double Unplayed(RunResult[] runs, short[] needs) => runs.Average(run => needs.All(e => run.Fates[e].Played) ? 0.0 : 1.0);

    private static double Fated(RunResult[] runs, EntryFate fate) =>
        runs.Average(run => (double)run.Fates.Skip(1).Count(state => state.Fate == fate) / (run.Fates.Length - 1));

    /// <summary>Met shares averaged within a sentence, then over sentences; run by run, then over runs.</summary>
    public static Share Scored(CheckBook book, CheckKind[] kinds, RunResult[] runs, CheckKind kind)
    {
        var bySentence = new List<int>[book.SentenceCount];
        for (var s = 0; s < bySentence.Length; s++) bySentence[s] = [];
        for (var c = 1; c < kinds.Length; c++)
            if (kinds[c] == kind)
                foreach (var sentence in book.SentencesOf(book.Checks[c])) bySentence[sentence].Add(c);
        var counted = bySentence.Where(checks => checks.Count > 0).ToList();
        return counted.Count == 0 ? default : Share.Of([.. runs.Select(run => counted.Average(checks => checks.Average(c => run.Met[c] ? 1.0 : 0.0)))]);
    }

    /// <summary>In words why a check stands where it does.</summary>
    public string Detail(Bookmark bookmark, CheckShare share)
    {
        var text = bookmark.Annals!.CheckTexts[share.Check];
        var parts = new List<string> { text.What.English };
        if (share.Unplayed > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"an entry it needs was not played in {share.Unplayed:P0} of runs"));
        if (share.ByNothing > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"met in {share.ByNothing:P0} of runs in which nobody moves"));
        return string.Join("; ", parts);
    }
}
