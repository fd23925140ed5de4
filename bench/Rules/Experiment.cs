using Yanyun.Chronicle.Bookmarks;
using Yanyun.Cli.Fidelity;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Effects;

/// <summary>What leaving one rule out does, over pairs of runs of one seed.</summary>
/// <param name="Firings">Events of the rule in a run that has it, mean.</param>
/// <param name="Places">Places with another holder on <see cref="WatchedRun.HoldersOn"/>, mean.</param>
/// <param name="Changed">Share of pairs with at least one such place.</param>
/// <param name="End">Places with another holder on the last day, mean.</param>
/// <param name="SongLost">Men the Song side loses more without the rule than with it, mean.</param>
/// <param name="JinLost">The same of Jin.</param>
/// <param name="Outcome">Outcome score without it.</param>
public sealed record Effect(
    RuleSwitch Rule, double Firings, double Places, double Changed, double End, double SongLost, double JinLost, Share Outcome);

/// <summary>Pairs of runs with and without each rule.</summary>
public sealed class Experiment
{
    public required int Pairs { get; init; }
    public required IReadOnlyList<Effect> Effects { get; init; }
    /// <summary>Outcome score of the runs with all rules.</summary>
    public required Share Outcome { get; init; }
    /// <summary>Mean losses of the Song side and of Jin with all rules.</summary>
    public required (double Song, double Jin) Lost { get; init; }
    /// <summary>Different sets of holders on <see cref="WatchedRun.HoldersOn"/> among the runs with all rules.</summary>
    public required int HolderSets { get; init; }
    /// <summary>Share of those runs that have the commonest set.</summary>
    public required double Commonest { get; init; }

    /// <summary>Plays seeds 1 .. <paramref name="pairs"/> with all rules and without each.</summary>
    public static Experiment Of(Bookmark bookmark, int pairs, int threads)
    {
        var nothing = new RunResult[pairs];
        var runs = new WatchedRun[WatchedRun.Rules.Count + 1][];
        for (var series = 0; series < runs.Length; series++) runs[series] = new WatchedRun[pairs];
        var perPair = runs.Length + 1;
        Parallel.For(0, pairs * perPair, new ParallelOptions { MaxDegreeOfParallelism = threads }, job =>
        {
            var (run, series) = (job / perPair, job % perPair);
            var seed = (ulong)run + 1;
            if (series == runs.Length) nothing[run] = RunResult.Of(bookmark, Series.Nothing, seed, CancellationToken.None);
            else runs[series][run] = WatchedRun.Of(bookmark, seed, series == 0 ? RuleSwitch.None : WatchedRun.Rules[series - 1]);
        });
        var book = bookmark.Annals!.Checks;
        var kinds = FidelityReport.KindsOf(book, nothing);
        Share Score(WatchedRun[] of) => FidelityReport.Scored(book, kinds, [.. of.Select(run => run.Result)], CheckKind.Outcome);
        var whole = runs[0];
        var (song, jin) = (Polity(bookmark, "song"), Polity(bookmark, "jin"));
        double Lost(WatchedRun[] of, PolityId polity) => of.Average(run => (double)run.LostBy(bookmark.Scenario, polity));
        var sets = whole.GroupBy(run => string.Join(',', run.Holders.Select(holder => holder.Value))).Select(set => set.Count()).ToList();
        return new Experiment
        {
            Pairs = pairs, Outcome = Score(whole), Lost = (Lost(whole, song), Lost(whole, jin)), HolderSets = sets.Count,
            Commonest = (double)sets.Max() / pairs,
            Effects = [.. WatchedRun.Rules.Select((rule, r) =>
            {
                var without = runs[r + 1];
                var unlike = whole.Zip(without).Select(pair => pair.First.PlacesUnlike(pair.Second)).ToList();
                return new Effect(
                    rule, whole.Average(run => run.Firings[r]), unlike.Average(), unlike.Average(places => places > 0 ? 1.0 : 0.0),
                    whole.Zip(without).Average(pair => pair.First.PlacesUnlikeAtTheEnd(pair.Second)),
                    Lost(without, song) - Lost(whole, song), Lost(without, jin) - Lost(whole, jin), Score(without));
            })],
        };
    }

    private static PolityId Polity(Bookmark bookmark, string slug) => new((byte)bookmark.Slugs.Polities[slug]);
}
