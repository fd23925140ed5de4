namespace Yanyun.Engine;

/// <summary>Strengths as reports give them: eighths of a doubling, one byte. Band 0 is nobody, band 8n is 2^n men (n up to 31).</summary>
public static class Band
{
    /// <summary>2^(k/8) in Q16, k = 0..7.</summary>
    private static ReadOnlySpan<int> Eighth => [65536, 71468, 77936, 84990, 92682, 101070, 110218, 120194];

    /// <summary>The band of a number of men; negative counts as nobody.</summary>
    public static byte Of(int men)
    {
        if (men <= 1) return (byte)(men <= 0 ? 0 : 1);
        var n = 31 - System.Numerics.BitOperations.LeadingZeroCount((uint)men);
        var scaled = (long)men << 16 >> n;
        var k = 0;
        while (k < 7 && scaled >= (Eighth[k] + Eighth[k + 1]) / 2) k++;
        return (byte)(8 * n + k);
    }

    /// <summary>The middle of a band, in men. <c>Men(Of(x))</c> is within 5% of x from 100 men up.</summary>
    public static int Men(byte band) => band == 0 ? 0 : (int)((long)Eighth[band & 7] << (band >> 3) >> 16);
}
