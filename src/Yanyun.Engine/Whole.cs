namespace Yanyun.Engine;

/// <summary>Whole-number helpers. The Engine has no System.Math: its overloads invite floating point.</summary>
public static class Whole
{
    public static int Min(int a, int b) => a < b ? a : b;
    public static int Max(int a, int b) => a > b ? a : b;
    public static long Min(long a, long b) => a < b ? a : b;
    public static long Max(long a, long b) => a > b ? a : b;
    public static int Abs(int a) => a < 0 ? -a : a;
    public static long Abs(long a) => a < 0 ? -a : a;

    /// <summary><paramref name="x"/> held within <paramref name="low"/> .. <paramref name="high"/>, both included.</summary>
    public static int Clamp(int x, int low, int high) => x < low ? low : x > high ? high : x;
    public static long Clamp(long x, long low, long high) => x < low ? low : x > high ? high : x;

    /// <summary>a x b / c without overflow on the way, rounded down for non-negative operands.</summary>
    public static int MulDiv(int a, int b, int c) => (int)((long)a * b / c);

    /// <summary>The largest r with r x r at most x; x must not be negative.</summary>
    public static int Sqrt(long x)
    {
        if (x < 0) throw new ArgumentOutOfRangeException(nameof(x));
        long r = 0;
        var bit = 1L << 62;
        while (bit > x) bit >>= 2;
        while (bit != 0)
        {
            if (x >= r + bit)
            {
                x -= r + bit;
                r = (r >> 1) + bit;
            }
            else
            {
                r >>= 1;
            }
            bit >>= 2;
        }
        return (int)r;
    }
}
