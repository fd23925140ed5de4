using FsCheck;
using FsCheck.Fluent;
using Yanyun.Engine;
using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>Intervals and quantiles beside published values, and by what they promise.</summary>
public class IntervalSpec
{
    /// <summary>Any table of Student's t.</summary>
    [Theory]
    [InlineData(1, 12.7062)]
    [InlineData(10, 2.2281)]
    [InlineData(63, 1.9983)]
    [InlineData(1000, 1.9623)]
    public void Students_t_is_that_of_the_tables(double freedom, double t) => Assert.Equal(t, Distributions.StudentQuantile(0.975, freedom), 4);

    [Theory]
    [InlineData(5, 10, 0.5, 0.623046875)]
    [InlineData(1, 3, 0.25, 0.578125)]
    [InlineData(100, 100, 0.99, 0.36603234)]
    public void The_binomial_tail_is_the_sum_of_its_terms(long k, long n, double p, double tail) => Assert.Equal(tail, Distributions.BinomialAtLeast(k, n, p), 7);

    /// <summary>Newcombe, Statistics in Medicine 17 (1998) 857-872, table I: 81/263, 15/148, 0/20, 1/29.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_as_published(long hits, long n, double low, double high)
    {
        var around = Intervals.OfShare(hits, n);
        Assert.Equal(low, around.Low, 4);
        Assert.Equal(high, around.High, 4);
    }

    /// <summary>Airway hyper-responsiveness before and after transplant, as in Fagerland, Lydersen and Laake, Statistics in Medicine 33
    /// (2014) 2850-2875.</summary>
    [Fact]
    public void Newcombes_paired_interval_is_as_published()
    {
        var around = Intervals.OfPairedShares(both: 1, second: 1, first: 7, neither: 12);
        Assert.Equal(-0.507, around.Low, 3);
        Assert.Equal(-0.026, around.High, 3);
    }

    [Fact]
    public void Newcombes_paired_interval_covers_the_truth_in_about_95_of_100_samples()
    {
        var covered = 0;
        const int samples = 4000, n = 64;
        // Yes in both 30%, second only 15%, first only 5%, neither 50%: the difference is 0.1.
        for (var s = 0; s < samples; s++)
        {
            var counts = new long[4];
            var chance = new Chance((ulong)s + 1, 0);
            for (uint i = 0; i < n; i++) counts[chance.PerMille(Purpose.Test, 1, i) switch { < 300 => 0, < 450 => 1, < 500 => 2, _ => 3 }]++;
            if (Intervals.OfPairedShares(counts[0], counts[1], counts[2], counts[3]).Contains(0.1)) covered++;
        }
        Assert.InRange(covered / (double)samples, 0.935, 0.975);
    }

    [Fact]
    public void Changing_the_runs_about_turns_the_paired_interval_round() =>
        Prop.ForAll(Counts(), c =>
        {
            var (one, other) = (Intervals.OfPairedShares(c[0], c[1], c[2], c[3]), Intervals.OfPairedShares(c[0], c[2], c[1], c[3]));
            return Math.Abs(one.Low + other.High) < 1e-12 && Math.Abs(one.High + other.Low) < 1e-12 && one.Low >= -1 - 1e-12 && one.High <= 1 + 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_bootstrap_of_the_median_in_closed_form_is_what_drawing_resamples_comes_to()
    {
        const int n = 25, resamples = 20_000;
        var medians = new int[n + 1];
        for (var r = 0; r < resamples; r++)
        {
            var chance = new Chance((ulong)r, 1);
            var drawn = new int[n];
            for (uint i = 0; i < n; i++) drawn[i] = chance.Below(n, Purpose.Test, 2, i) + 1;
            Array.Sort(drawn);
            medians[drawn[Intervals.MedianRank(n) - 1]]++;
        }
        int Point(double tail)
        {
            var sum = 0.0;
            for (var k = 1; ; k++)
                if ((sum += medians[k] / (double)resamples) >= tail) return k;
        }
        var (low, high) = Intervals.MedianRanks(n);
        Assert.Equal((Point(0.025), Point(0.975)), ((int)low, (int)high));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public void The_ranks_of_the_median_lie_about_its_own(long n)
    {
        var (low, high) = Intervals.MedianRanks(n);
        Assert.InRange(low, 1, Intervals.MedianRank(n));
        Assert.InRange(high, Intervals.MedianRank(n), n);
        if (n >= 64) Assert.InRange(high - low, 1.8 * Math.Sqrt(n), 2.1 * Math.Sqrt(n));
    }

    private static Arbitrary<long[]> Counts() =>
        Gen.Choose(0, 60).Select(c => (long)c).ArrayOf(4).Where(c => c.Sum() > 1).ToArbitrary();
}
