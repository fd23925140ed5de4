namespace Yanyun.Lab;

/// <summary>A 95% interval.</summary>
public readonly record struct Interval(double Low, double High)
{
    public double HalfWidth => (High - Low) / 2;
    public bool Contains(double value) => value >= Low && value <= High;
}

/// <summary>Intervals at 95%. Formulas, sources and what they mean: docs/lab.md.</summary>
public static class Intervals
{
    private const double UpperTail = 0.975, LowerTail = 0.025;

    /// <summary>Of a mean, by Student's t. <paramref name="n"/> at least 2.</summary>
    public static Interval OfMean(double mean, double variance, long n)
    {
        var half = Distributions.StudentQuantile(UpperTail, n - 1) * Math.Sqrt(variance / n);
        return new Interval(mean - half, mean + half);
    }

    /// <summary>Of a share, by Wilson's score (1927).</summary>
    public static Interval OfShare(long hits, long n)
    {
        const double z = Distributions.Z;
        var p = (double)hits / n;
        var middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        var half = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        return new Interval(hits == 0 ? 0 : middle - half, hits == n ? 1 : middle + half);
    }

    /// <summary>
    /// Of the difference of two shares seen on the same pairs, second less first: Newcombe's method 10 (Statistics in Medicine 17, 1998,
    /// 2635-2650), Wilson's limits joined by squares with the correlation of the two answers.
    /// </summary>
    /// <param name="both">Pairs with yes in both runs.</param>
    /// <param name="second">Yes in the second only.</param>
    /// <param name="first">Yes in the first only.</param>
    /// <param name="neither">Yes in neither.</param>
    public static Interval OfPairedShares(long both, long second, long first, long neither)
    {
        var n = both + second + first + neither;
        var (p, q) = ((double)(both + second) / n, (double)(both + first) / n);
        var (of2, of1) = (OfShare(both + second, n), OfShare(both + first, n));
        var phi = Phi(both, second, first, neither);
        double Limit(double a, double b) => Math.Sqrt(Math.Max(0, a * a - 2 * phi * a * b + b * b));
        return new Interval(p - q - Limit(p - of2.Low, of1.High - q), p - q + Limit(of2.High - p, q - of1.Low));
    }

    /// <summary>Newcombe's correlation of the two answers, with his correction for continuity when it is positive.</summary>
    private static double Phi(double both, double second, double first, double neither)
    {
        var margins = (both + second) * (first + neither) * (both + first) * (second + neither);
        if (margins <= 0) return 0;
        var n = both + second + first + neither;
        var cross = both * neither - second * first;
        if (cross > 0) cross = Math.Max(cross - n / 2, 0);
        return cross / Math.Sqrt(margins);
    }

    /// <summary>
    /// Ranks (from 1) in the ordered sample between which the median lies: the 2.5% and 97.5% points of the median's bootstrap
    /// distribution. Of
    /// the median that distribution has a closed form (Efron 1979), the limit of endlessly many resamples, so that nothing is drawn and
    /// nothing
    /// varies: the median of a resample is at most the k-th value when at least half of n draws fall on the first k.
    /// </summary>
    public static (long Low, long High) MedianRanks(long n)
    {
        var half = MedianRank(n);
        return (First(n, half, LowerTail), First(n, half, UpperTail));
    }

    /// <summary>Rank of the median: of an even number, the lower of the two in the middle.</summary>
    public static long MedianRank(long n) => (n + 1) / 2;

    private static long First(long n, long half, double tail)
    {
        var (low, high) = (1L, n);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Distributions.BinomialAtLeast(half, n, (double)middle / n) >= tail) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
