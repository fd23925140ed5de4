using System.Numerics;

namespace Yanyun.Engine;

/// <summary>
/// Real numbers as whole numbers: Q16, that is value x 65,536 in an int (range about -32,768 to 32,767, step 1/65,536).
/// Exponentials, logarithms, the logistic curve and quantiles read small tables and interpolate between their entries.
/// </summary>
/// <remarks>
/// Errors, asserted in tests over the whole range: <see cref="Exp"/> 2 steps plus 20 per million of the value; <see cref="Ln(int)"/>,
/// <see cref="LnOf"/> and <see cref="Logistic"/> 2 steps; <see cref="NormalCdf"/> 5 steps; <see cref="NormalQuantile"/> 0.0006 standard
/// deviations; <see cref="PursuitQuantile"/> 0.0002.
/// </remarks>
public static class Fixed
{
    /// <summary>1.0 in Q16.</summary>
    public const int One = 1 << 16;
    /// <summary>Least argument with a result above 0: ln(1/131,072).</summary>
    private const int ExpFloor = -772_243;
    /// <summary>Greatest argument whose result fits: ln(32,767).</summary>
    private const int ExpCeiling = 681_389;
    /// <summary>1 / ln 2 in Q30.</summary>
    private const long Log2E = 1_549_082_005;
    /// <summary>ln 2 in Q24.</summary>
    private const long Ln2 = 11_629_080;

    /// <summary><paramref name="numerator"/> / <paramref name="denominator"/> as Q16, cut toward zero.</summary>
    public static int Ratio(long numerator, long denominator) => (int)(numerator * One / denominator);

    /// <summary><paramref name="perMille"/> / 1000 as Q16.</summary>
    public static int FromPerMille(int perMille) => (int)((long)perMille * One / 1000);

    /// <summary>Q16 as per mille, rounded to the nearest.</summary>
    public static int ToPerMille(int q16) => (int)(((long)q16 * 1000 + (One >> 1)) >> 16);

    /// <summary>a x b, both Q16.</summary>
    public static int Mul(int a, int b) => (int)((long)a * b >> 16);

    /// <summary>A whole number x Q16, rounded down.</summary>
    public static long Scale(long whole, int q16) => whole * q16 >> 16;

    /// <summary>e to the power x. Above ln 32,767 the greatest value; below ln(1/131,072) zero.</summary>
    public static int Exp(int x)
    {
        if (x < ExpFloor) return 0;
        if (x > ExpCeiling) x = ExpCeiling;
        var log2 = x * Log2E >> 16;                          // Q30
        var whole = (int)(log2 >> 30);
        var part = (int)(log2 & ((1 << 30) - 1));
        var i = part >> 23;
        var table = FixedTables.Exp2;
        long low = table[i];
        var power = low + ((table[i + 1] - low) * (part & ((1 << 23) - 1)) >> 23);   // Q29, 1 .. 2
        var shift = 13 - whole;
        return shift > 0 ? (int)((power + (1L << (shift - 1))) >> shift) : (int)(power << -shift);
    }

    /// <summary>Natural logarithm of a positive Q16 number.</summary>
    public static int Ln(int x) => LnOf(x) - 726_817;                                      // 16 ln 2 in Q16

    /// <summary>Natural logarithm of a whole number of at least 1.</summary>
    public static int LnOf(long x)
    {
        if (x < 1) throw new ArgumentOutOfRangeException(nameof(x));
        var whole = 63 - BitOperations.LeadingZeroCount((ulong)x);
        var mantissa = whole <= 30 ? x << (30 - whole) : x >> (whole - 30);          // Q30, 1 .. 2
        var part = (int)(mantissa - (1L << 30));
        var i = part >> 23;
        var table = FixedTables.Ln1;
        long low = table[i];
        var ln = whole * Ln2 + low + ((table[i + 1] - low) * (part & ((1 << 23) - 1)) >> 23);
        return (int)((ln + 128) >> 8);
    }

    /// <summary>ln(a / b) of two whole numbers of at least 1.</summary>
    public static int LnRatio(long a, long b) => LnOf(a) - LnOf(b);

    /// <summary>1 / (1 + e^-x): a chance from its log odds.</summary>
    public static int Logistic(int x)
    {
        if (x < 0) return One - Logistic(-x);
        return (int)(((long)One << 16) / (One + Exp(-x)));
    }

    /// <summary>ln(p / (1-p)) of a chance strictly between 0 and 1: its log odds.</summary>
    public static int Logit(int p) => LnRatio(p, One - p);

    /// <summary>Chance that a standard normal number lies under x, 0 .. 65,536.</summary>
    public static int NormalCdf(int x)
    {
        if (x < 0) return One - NormalCdf(-x);
        var table = FixedTables.NormalCdf;
        var i = x >> 11;
        if (i >= table.Length - 1) return One;
        return table[i] + ((table[i + 1] - table[i]) * (x & 2047) >> 11);
    }

    /// <summary>The standard normal number at a 16-bit draw: its quantile at (u + 1/2) / 65,536, so within 4.33.</summary>
    /// <param name="u">0 .. 65,535.</param>
    public static int NormalQuantile(int u)
    {
        var p = 2 * u + 1;
        return p <= One ? -Tail(FixedTables.NormalTail, p) : Tail(FixedTables.NormalTail, 2 * One - p);
    }

    /// <summary>A number of Beta(1.4, 5) (mean 0.219) at a 16-bit draw: its quantile at (u + 1/2) / 65,536.</summary>
    /// <param name="u">0 .. 65,535.</param>
    public static int PursuitQuantile(int u)
    {
        var p = 2 * u + 1;
        return p <= One ? Tail(FixedTables.BetaLow, p) : Tail(FixedTables.BetaHigh, 2 * One - p);
    }

    /// <summary>
    /// Reads a tail table at p / 131,072. Quantiles bend most near 0, so each halving of p has 16 steps of its own: entry 16k + j stands
    /// at p = 2^k (1 + j/16), k = 0 .. 15, and the last at 2^16, which is one half.
    /// </summary>
    internal static int Tail(ReadOnlySpan<int> table, int p)
    {
        var k = 31 - BitOperations.LeadingZeroCount((uint)p);
        if (k == 16) return table[256];
        var part = (p << (16 - k)) & (One - 1);
        var i = 16 * k + (part >> 12);
        return table[i] + ((table[i + 1] - table[i]) * (part & 4095) >> 12);
    }
}
