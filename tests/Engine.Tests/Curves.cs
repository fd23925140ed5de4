namespace Engine.Tests;

/// <summary>The curves of statistics in floating point, to hold the Engine's integers against.</summary>
internal static class Curves
{
    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>By the series of Marsaglia near 0 and Laplace's continued fraction in the tail.</summary>
    public static double NormalCdf(double z)
    {
        if (z < -3) return Upper(-z);
        if (z > 3) return 1 - Upper(z);
        double sum = z, term = z;
        for (var i = 3; Math.Abs(term) > 1e-18; i += 2) sum += term *= z * z / i;
        return 0.5 + sum * NormalDensity(z);
    }

    private static double Upper(double z)
    {
        var fraction = z;
        for (var k = 60; k >= 1; k--) fraction = z + k / fraction;
        return NormalDensity(z) / fraction;
    }

    /// <summary>Regularised incomplete beta function, by Lentz's continued fraction.</summary>
    public static double BetaCdf(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - BetaCdf(b, a, 1 - x);
        double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), h = d;
        for (var m = 1; m < 300; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15) break;
        }
        return Math.Exp(a * Math.Log(x) + b * Math.Log(1 - x) - LnBeta(a, b)) * h / a;
    }

    private static double LnBeta(double a, double b) => LnGamma(a) + LnGamma(b) - LnGamma(a + b);

    /// <summary>Stirling's series, after raising x above 8.</summary>
    private static double LnGamma(double x)
    {
        double shift = 0;
        for (; x < 12; x++) shift += Math.Log(x);
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * Math.Pow(x, 3))
            + 1 / (1260 * Math.Pow(x, 5)) - 1 / (1680 * Math.Pow(x, 7)) - shift;
    }
}
