using Yanyun.Chronicle.Calibration;
using Yanyun.Engine;

namespace Yanyun.Lab.Calibration;

/// <summary>How well somebody foretold some cases.</summary>
/// <param name="Brier">Mean squared error of the chance, 0 best, 0.25 a coin.</param>
/// <param name="Log">Mean of minus the natural logarithm of the chance given to what happened, 0 best, 0.693 a coin.</param>
public readonly record struct Score(string Who, double Brier, double Log);

/// <summary>How often what happened lay in intervals that should hold it.</summary>
public readonly record struct Coverage(int Cases, int InHalf, int InNineTenths);

/// <summary>Events of a campaign: how many the record has, and the intervals foretold.</summary>
public readonly record struct CountForecast(string Campaign, int Cases, int Seen, Interval Half, Interval NineTenths);

/// <summary>A weight before and after.</summary>
/// <param name="Low">5% quantile of the posterior; <paramref name="High"/> 95%.</param>
/// <param name="Narrowed">Standard deviation of the posterior over that of the prior.</param>
public readonly record struct Learnt(Knob Knob, int Low, int Median, int High, double Narrowed)
{
    /// <summary>The interval of nine tenths leaves out what a game is played with.</summary>
    public bool Disagrees => Knob.Shipped < Low || Knob.Shipped > High;
}

/// <summary>What a calibration is worth, on the cases it saw and on those held out.</summary>
public sealed class Judgement
{
    /// <summary>Sets of weights that forecasts are averaged over, at most.</summary>
    private const int Sets = 200;

    /// <summary>Replicates of a case for each: what a model must at least be made for.</summary>
    public const int Replicates = 64;

    private readonly CaseBook _book;
    private readonly CaseModel _model;
    private readonly Calibrated _calibrated;
    private readonly ulong _seed;

    public Judgement(CaseBook book, Calibrated calibrated, ulong seed)
    {
        (_book, _model, _calibrated, _seed) = (book, calibrated.Model, calibrated, seed);
        Weights = [.. _model.Knobs.Select(Of)];
        Posterior = Mean(Some(calibrated.Posterior));
        Prior = Mean(Some(calibrated.Prior));
        Shipped = Mean([_model.Shipped]);
    }

    public CaseModel Model => _model;
    public Calibrated Calibrated => _calibrated;
    public IReadOnlyList<Learnt> Weights { get; }

    /// <summary>Chance of each case's event by the posterior, by the prior and by the shipped weights, by index of the case.</summary>
    public double[] Posterior { get; }

    /// <inheritdoc cref="Posterior"/>
    public double[] Prior { get; }

    /// <inheritdoc cref="Posterior"/>
    public double[] Shipped { get; }

    /// <summary>Scores over some cases of the model and of those who know nothing of it; rates are those of the fitted cases.</summary>
    public IReadOnlyList<Score> Scores(IReadOnlyList<int> cases)
    {
        var fitted = _model.Fitted.Select(_model.Ask).ToList();
        // Laplace's rule keeps a rate off nought and one.
        var hit = (fitted.Count(q => q.Stronger == q.Happened) + 1.0) / (fitted.Count + 2);
        var rate = (fitted.Count(q => q.Happened) + 1.0) / (fitted.Count + 2);
        return
        [
            Of("posterior", cases, i => Posterior[i]),
            Of("prior", cases, i => Prior[i]),
            Of("weights as shipped", cases, i => Shipped[i]),
            Of("stronger has its way", cases, i => _model.Ask(i).Stronger ? hit : 1 - hit),
            Of("base rate", cases, _ => rate),
            Of("coin", cases, _ => 0.5),
        ];
    }

    /// <summary>Mean and standard error of the difference of two forecasters' log scores, case by case; positive: the posterior is better.</summary>
    public (double Mean, double Error) Gain(IReadOnlyList<int> cases, Func<int, double> other)
    {
        var gains = cases.Select(i => LogLoss(other(i), _model.Ask(i).Happened) - LogLoss(Posterior[i], _model.Ask(i).Happened)).ToList();
        var mean = gains.Average();
        return (mean, Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / Math.Max(1, gains.Count - 1) / gains.Count));
    }

    /// <summary>Measured quantities (losses, days) in intervals of the posterior: the middle of the record's span counts.</summary>
    public Coverage OfQuantities(IReadOnlyList<int> cases)
    {
        int n = 0, half = 0, most = 0;
        foreach (var index in cases)
        {
            if (_model.Quantity(index) is not { } seen) continue;
            var drawn = Some(_calibrated.Posterior).SelectMany(values => _model.Draw(values, index, Replicates / 4)).Order().ToArray();
            if (drawn.Length == 0) continue;
            var middle = Math.Sqrt(Math.Max(1.0, seen.Low) * Math.Max(1, seen.High));
            n++;
            if (Between(drawn, 0.5).Contains(middle)) half++;
            if (Between(drawn, 0.9).Contains(middle)) most++;
        }
        return new Coverage(n, half, most);
    }

    /// <summary>Events of each campaign, with the intervals of the posterior for their number.</summary>
    public IReadOnlyList<CountForecast> Counts(IReadOnlyList<int> cases)
    {
        var told = Some(_calibrated.Posterior).Select(values => cases.ToDictionary(i => i, i => _model.Tell(values, i, Replicates).Event)).ToList();
        var counts = new List<CountForecast>();
        foreach (var campaign in cases.GroupBy(i => _model.Heads[i].Campaign).OrderBy(g => g.Key))
        {
            const int Throws = 50;
            var drawn = new List<double>();
            for (var set = 0; set < told.Count; set++)
                for (var t = 0; t < Throws; t++)
                    drawn.Add(campaign.Count(i => Happens(told[set][i], set * Throws + t, i)));
            double[] sorted = [.. drawn.Order()];
            counts.Add(new CountForecast(
                _book.Campaigns[campaign.Key].Id, campaign.Count(), campaign.Count(i => _model.Ask(i).Happened), Between(sorted, 0.5),
                Between(sorted, 0.9)));
        }
        return counts;
    }

    private bool Happens(double p, int throwNumber, int index) =>
        new Chance(_seed, 63_000).Words(Purpose.Calibration, Key.Of(_model.Heads[index].Id), (uint)throwNumber).A / 4294967296.0 < p;

    private Score Of(string who, IReadOnlyList<int> cases, Func<int, double> chance)
    {
        double brier = 0, log = 0;
        foreach (var i in cases)
        {
            var happened = _model.Ask(i).Happened;
            brier += Math.Pow(chance(i) - (happened ? 1 : 0), 2);
            log += LogLoss(chance(i), happened);
        }
        return new Score(who, brier / cases.Count, log / cases.Count);
    }

    private static double LogLoss(double p, bool happened) => -Math.Log(happened ? p : 1 - p);

    private double[] Mean(int[][] sets)
    {
        var mean = new double[_model.Heads.Count];
        if (sets.Length == 0)
        {
            Array.Fill(mean, 0.5);
            return mean;
        }
        foreach (var values in sets)
            for (var i = 0; i < mean.Length; i++) mean[i] += _model.Tell(values, i, Replicates).Event / sets.Length;
        return mean;
    }

    /// <summary>Evenly out of all, so that a few stand for many.</summary>
    private static int[][] Some(int[][] sets) =>
        sets.Length <= Sets ? sets : [.. Enumerable.Range(0, Sets).Select(i => sets[i * sets.Length / Sets])];

    private Learnt Of(Knob knob, int index)
    {
        double[] after = [.. _calibrated.Posterior.Select(values => (double)values[index]).Order()];
        if (after.Length == 0) return new Learnt(knob, knob.Low, (knob.Low + knob.High) / 2, knob.High, 1);
        var mean = after.Average();
        var spread = Math.Sqrt(after.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, after.Length - 1));
        var width = knob.High - knob.Low + 1.0;
        var inner = Between(after, 0.9);
        return new Learnt(knob, (int)inner.Low, (int)after[after.Length / 2], (int)inner.High, spread / Math.Sqrt((width * width - 1) / 12));
    }

    /// <summary>The middle share of sorted values.</summary>
    private static Interval Between(double[] sorted, double share)
    {
        var cut = (1 - share) / 2;
        return new Interval(sorted[(int)(cut * (sorted.Length - 1))], sorted[(int)Math.Ceiling((1 - cut) * (sorted.Length - 1))]);
    }
}
