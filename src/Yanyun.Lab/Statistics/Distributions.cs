namespace Yanyun.Lab;

/// <summary>The few distributions that intervals need. Accurate to about 1e-12, tested against published tables.</summary>
public static class Distributions
{
    /// <summary>97.5% quantile of the normal distribution.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Probability that a Student t with so many degrees of freedom is at most <paramref name="t"/>.</summary>
    public static double StudentCdf(double t, double freedom)
    {
        var tail = 0.5 * RegularisedBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>The t below which a share <paramref name="p"/> (0.5 to 1) of a Student t lies. By bisection: slow and sure.</summary>
    public static double StudentQuantile(double p, double freedom)
    {
        var (low, high) = (0.0, 2.0);
        while (StudentCdf(high, freedom) < p) high *= 2;
        for (var i = 0; i < 200 && high - low > 1e-13 * high; i++)
        {
            var middle = (low + high) / 2;
            if (StudentCdf(middle, freedom) < p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>Probability of at least <paramref name="k"/> successes (1 to n) in n trials of chance p.</summary>
    public static double BinomialAtLeast(long k, long n, double p) => p <= 0 ? 0 : p >= 1 ? 1 : RegularisedBeta(k, n - k + 1, p);

    /// <summary>
    /// I_x(a, b), by the continued fraction 26.5.8 of Abramowitz and Stegun, evaluated from the front by Lentz's method.
    /// </summary>
    public static double RegularisedBeta(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - RegularisedBeta(b, a, 1 - x);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x)) / a;
        const double tiny = 1e-300;
        var (c, d) = (1.0, 1 - (a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var fraction = d;
        for (var m = 1; m <= 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            fraction *= Step(even, tiny, ref c, ref d);
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            var last = Step(odd, tiny, ref c, ref d);
            fraction *= last;
            if (Math.Abs(last - 1) < 1e-15) break;
        }
        return front * fraction;
    }

    private static double Step(double term, double tiny, ref double c, ref double d)
    {
        d = 1 + term * d;
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        c = 1 + term / c;
        if (Math.Abs(c) < tiny) c = tiny;
        return c * d;
    }

    /// <summary>ln of the gamma function for x at least 0.5: Lanczos's series with g = 7 and nine terms.</summary>
    public static double LogGamma(double x)
    {
        ReadOnlySpan<double> series =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        x -= 1;
        var sum = series[0];
        for (var i = 1; i < series.Length; i++) sum += series[i] / (x + i);
        var t = x + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }
}
