using FsCheck;
using FsCheck.Fluent;
using Yanyun.Chronicle.Experiments;
using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>Figures over pairs, beside the textbook's way of reckoning them.</summary>
public class EffectSpec
{
    [Fact]
    public void Figures_of_a_number_are_those_of_the_textbook() => Prop.ForAll(Samples(), pairs =>
    {
        var effect = Sums(pairs).Effect(share: false, null)!;
        var differences = pairs.Select(pair => (double)(pair.Two - pair.One)).ToList();
        var mean = differences.Average();
        var variance = Variance(differences);
        var half = Distributions.StudentQuantile(0.975, pairs.Length - 1) * Math.Sqrt(variance / pairs.Length);
        var (one, two) = (pairs.Select(pair => (double)pair.One).ToList(), pairs.Select(pair => (double)pair.Two).ToList());
        return Near(effect.Mean, mean) && Near(effect.Around.HalfWidth, half) && Near(effect.Base, one.Average()) && Near(effect.Changed, two.Average())
            && Near(effect.Above, differences.Count(d => d > 0) / (double)pairs.Length) && Near(effect.Same, differences.Count(d => d == 0) / (double)pairs.Length)
            && (variance == 0) == effect.VarianceRatio is null && (variance == 0 || Near(effect.VarianceRatio!.Value, (Variance(one) + Variance(two)) / variance));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_pairs_are_added_does_not_matter_to_the_last_bit() => Prop.ForAll(Samples(), pairs =>
        Sums(pairs).Effect(share: false, null) == Sums([.. pairs.Reverse()]).Effect(share: false, null)).QuickCheckThrowOnFailure();

    [Fact]
    public void Runs_that_go_together_are_correlated_and_pairing_pays()
    {
        var together = Sums([.. Enumerable.Range(0, 100).Select(i => new Pair(i * 10, i * 10 + 5 + i % 3))]).Effect(share: false, null)!;
        Assert.InRange(together.Correlation!.Value, 0.999, 1);
        Assert.InRange(together.VarianceRatio!.Value, 1000, double.MaxValue);
        var apart = Sums([.. Enumerable.Range(0, 100).Select(i => new Pair(i * 10, (i * 37 + 11) % 100 * 10))]).Effect(share: false, null)!;
        Assert.InRange(apart.VarianceRatio!.Value, 0.7, 1.4);
    }

    [Fact]
    public void What_never_varies_has_no_correlation_and_no_ratio()
    {
        var effect = Sums([new(3, 3), new(3, 3), new(3, 3)]).Effect(share: false, null)!;
        Assert.Null(effect.Correlation);
        Assert.Null(effect.VarianceRatio);
        Assert.Equal(1, effect.Same);
    }

    [Fact]
    public void One_pair_is_no_effect() => Assert.Null(Sums([new(1, 2)]).Effect(share: false, null));

    [Theory]
    [InlineData(0.2, 0.5, Finding.Raises)]
    [InlineData(-0.5, -0.1, Finding.Lowers)]
    [InlineData(-0.05, 0.08, Finding.NoEffect)]
    [InlineData(0.02, 0.08, Finding.NoEffect)]
    [InlineData(0.02, 0.12, Finding.Raises)]
    [InlineData(-0.05, 0.3, Finding.NotResolved)]
    [InlineData(-0.3, 0.05, Finding.NotResolved)]
    public void The_finding_is_read_off_the_interval_and_the_margin(double low, double high, Finding finding)
    {
        var experiment = SmallExperiment.SilentSong() with { Margin = 0.1, Expect = Expectation.Raises };
        var effect = Sums([new(0, 1), new(1, 1)]).Effect(share: true, null)! with { Around = new Yanyun.Lab.Interval(low, high) };
        var verdict = Verdict.Of(experiment, effect);
        Assert.Equal(finding, verdict.Finding);
        Assert.Equal(finding == Finding.NotResolved ? null : finding == Finding.Raises, verdict.AsExpected);
    }

    [Fact]
    public void Without_pairs_nothing_is_resolved() => Assert.Equal(Finding.NotResolved, Verdict.Of(SmallExperiment.SilentSong(), null).Finding);

    [Theory]
    [InlineData(3, Finding.NotResolved)]
    [InlineData(Laboratory.FirstLook, Finding.Raises)]
    public void A_few_pairs_that_all_differ_alike_resolve_nothing(int pairs, Finding finding)
    {
        var effect = Sums([.. Enumerable.Repeat(new Pair(0, 1), pairs)]).Effect(share: false, null)!;
        Assert.Equal(1, effect.Around.Low);
        Assert.Equal(finding, Verdict.Of(SmallExperiment.SilentSong() with { Margin = 0.1 }, effect).Finding);
    }

    private sealed record Pair(int One, int Two);

    private static PairSums Sums(IReadOnlyList<Pair> pairs)
    {
        var sums = new PairSums();
        foreach (var pair in pairs) sums.Add(pair.One, pair.Two);
        return sums;
    }

    private static double Variance(List<double> values) => values.Sum(v => (v - values.Average()) * (v - values.Average())) / (values.Count - 1);

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));

    private static Arbitrary<Pair[]> Samples() =>
        Gen.Choose(-1000, 1000).Two().Select(two => new Pair(two.Item1, two.Item2)).ArrayOf().Where(pairs => pairs.Length >= 2).ToArbitrary();
}
