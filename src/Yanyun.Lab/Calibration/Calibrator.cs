using Yanyun.Engine;

namespace Yanyun.Lab.Calibration;

/// <summary>How much work a calibration does.</summary>
/// <param name="Seed">Of all dice.</param>
/// <param name="Draws">Most sets of weights tried in a wave.</param>
/// <param name="Keep">Sets a wave is to keep: with fewer, the ends of what is left would be those of the sample.</param>
/// <param name="Proposals">Most sets put to the test of acceptance.</param>
/// <param name="Accepted">Sets that make a posterior; the first that are accepted, in the order in which they were proposed.</param>
/// <param name="Replicates">Times each case is played for a set in the last wave and in the test.</param>
public sealed record Budget(ulong Seed, int Draws, int Keep, int Proposals, int Accepted, int Replicates);

/// <summary>A wave of history matching.</summary>
/// <param name="Kept">Sets no measure of which was implausible.</param>
/// <param name="RuledOut">Sets each measure was the first to rule out; they are asked in turn.</param>
public sealed record Wave(int Tried, int Kept, int Replicates, IReadOnlyList<(string Measure, int Sets)> RuledOut);

/// <summary>What came of calibrating one kind of case.</summary>
/// <param name="Box">Least and greatest of each weight among the sets the last wave kept.</param>
/// <param name="Prior">Sets drawn from the prior alone, as many as were accepted.</param>
/// <param name="Posterior">The accepted sets, in the order proposed.</param>
/// <param name="Proposed">Sets put to the test until the last was accepted.</param>
/// <param name="Matched">Of them, those that history matching let pass.</param>
/// <param name="Over">Accepted sets that fitted better than the bound foresaw: they were accepted once for certain.</param>
public sealed record Calibrated(
    CaseModel Model, IReadOnlyList<Wave> Waves, IReadOnlyList<(int Low, int High)> Box, int[][] Prior, int[][] Posterior, int Proposed,
    int Matched, int Over);

/// <summary>
/// History matching in waves, then approximate Bayesian computation by rejection. A set of weights is accepted with the chance that one play
/// of all fitted cases gives just what the record tells, up to each case's tolerance, over the best such chance of the last wave. That chance is
/// the product of the shares of replicates that match: rejection with the throw of the cases averaged out.
/// </summary>
public static class Calibrator
{
    /// <summary>Standard deviations beyond which a set is ruled out: at three, one in twenty sound sets at most for any one measure (Pukelsheim 1994).</summary>
    public const double Cut = 3;

    private const int Waves = 3;

    public static Calibrated Run(CaseModel model, Budget budget)
    {
        var box = model.Knobs.Select(knob => (knob.Low, knob.High)).ToList();
        var key = Key.Of(model.Name);
        var prior = Enumerable.Range(0, budget.Accepted).Select(i => Draw(box, new Chance(budget.Seed, 60_000), key, (uint)i)).ToArray();
        var waves = new List<Wave>();
        var kept = new List<int[]>();
        for (var w = 0; w < Waves; w++)
        {
            var replicates = Math.Max(4, budget.Replicates >> (Waves - 1 - w));
            var ruledOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
            kept.Clear();
            var tried = 0;
            while (tried < budget.Draws && kept.Count < budget.Keep)
            {
                var values = Draw(box, new Chance(budget.Seed, 61_000 + w), key, (uint)tried++);
                if (Fault(model, values, replicates) is { } fault) ruledOut[fault] = ruledOut.GetValueOrDefault(fault) + 1;
                else kept.Add(values);
            }
            waves.Add(new Wave(tried, kept.Count, replicates, [.. ruledOut.Select(pair => (pair.Key, pair.Value))]));
            if (kept.Count < budget.Keep) break; // too few to say how far what is left reaches
            for (var k = 0; k < box.Count; k++) box[k] = (kept.Min(v => v[k]), kept.Max(v => v[k]));
        }
        return Accept(model, budget, waves, box, prior, kept);
    }

    private static Calibrated Accept(
        CaseModel model, Budget budget, List<Wave> waves, List<(int Low, int High)> box, int[][] prior, List<int[]> kept)
    {
        var best = kept.Count == 0 ? double.NegativeInfinity : kept.Max(values => LogMatch(model, values, budget.Replicates));
        var accepted = new List<int[]>();
        int proposed = 0, matched = 0, over = 0;
        var key = Key.Of(model.Name);
        while (proposed < budget.Proposals && accepted.Count < budget.Accepted && kept.Count > 0)
        {
            var chance = new Chance(budget.Seed, 62_000);
            var values = Draw(box, chance, key, (uint)proposed);
            var threshold = Math.Log((chance.Words(Purpose.Calibration, ~key, (uint)proposed).A + 0.5) / 4294967296.0);
            proposed++;
            if (Fault(model, values, Math.Max(4, budget.Replicates / 4)) is not null) continue;
            matched++;
            var ratio = LogMatch(model, values, budget.Replicates) - best;
            if (ratio < threshold) continue;
            if (ratio > 0) over++;
            accepted.Add(values);
        }
        return new Calibrated(model, waves, box, prior, [.. accepted], proposed, matched, over);
    }

    /// <summary>The first measure that rules the set out; null if none does.</summary>
    private static string? Fault(CaseModel model, int[] values, int replicates)
    {
        foreach (var measure in model.Measures(values, replicates))
            if (measure.Implausibility > Cut) return measure.Name;
        return null;
    }

    /// <summary>Log of the chance that all fitted cases come out as recorded.</summary>
    public static double LogMatch(CaseModel model, ReadOnlySpan<int> values, int replicates)
    {
        double sum = 0;
        foreach (var index in model.Fitted) sum += Math.Log(model.Tell(values, index, replicates).Matches);
        return sum;
    }

    /// <summary>A set, each weight even over its range.</summary>
    private static int[] Draw(List<(int Low, int High)> box, in Chance chance, ulong key, uint index)
    {
        var values = new int[box.Count];
        for (var k = 0; k < values.Length; k++)
            values[k] = box[k].Low + chance.Below(box[k].High - box[k].Low + 1, Purpose.Calibration, Key.Mix(key ^ (ulong)(k + 1)), index);
        return values;
    }
}
