namespace Yanyun.Lab;

/// <summary>What a change did to one outcome at one horizon, over so many pairs: the changed run less the run as it is.</summary>
/// <param name="Pairs">Pairs that both came to their end.</param>
/// <param name="Base">Mean over the runs as they are.</param>
/// <param name="Changed">Mean over the changed runs.</param>
/// <param name="Mean">Mean effect.</param>
/// <param name="Around">95% interval of the mean effect: Newcombe's for a share, Student's t for a number.</param>
/// <param name="Median">Median effect with its interval; null for a share, whose effects are -1, 0 and 1.</param>
/// <param name="Above">Share of pairs in which the effect is above nothing, with Wilson's interval.</param>
/// <param name="Same">Share of pairs in which both runs came to the same.</param>
/// <param name="Correlation">Of the two runs of a pair; null when one of them never varies.</param>
/// <param name="VarianceRatio">Variance of the effect, had the runs been independent, over the one that pairing leaves; null when no
/// pair differs.</param>
public sealed record Effect(
    long Pairs, double Base, double Changed, double Mean, Interval Around, (long Median, long Low, long High)? Median, double Above, Interval AboveAround,
    double Same, double? Correlation, double? VarianceRatio);

/// <summary>Sums over pairs of one outcome at one horizon. Whole numbers, so that no order of adding gives another answer.</summary>
public sealed class PairSums
{
    private Int128 _sum1, _sum2, _squares1, _squares2, _product;
    private long _above, _same;

    public long Pairs { get; private set; }

    public void Add(long first, long second)
    {
        Pairs++;
        _sum1 += first;
        _sum2 += second;
        _squares1 += (Int128)first * first;
        _squares2 += (Int128)second * second;
        _product += (Int128)first * second;
        if (second > first) _above++;
        if (second == first) _same++;
    }

    /// <summary>The effect; null before two pairs are in.</summary>
    /// <param name="share">The outcome is yes or no.</param>
    /// <param name="median">The median effect with its interval, of a number.</param>
    public Effect? Effect(bool share, (long, long, long)? median)
    {
        if (Pairs < 2) return null;
        var n = (Int128)Pairs;
        var mean = (double)(_sum2 - _sum1) / Pairs;
        var (spread1, spread2) = (n * _squares1 - _sum1 * _sum1, n * _squares2 - _sum2 * _sum2);
        var cross = n * _product - _sum1 * _sum2;
        var spread = spread1 + spread2 - 2 * cross;
        var around = share
            ? Intervals.OfPairedShares((long)_product, (long)(_sum2 - _product), (long)(_sum1 - _product), Pairs - (long)(_sum1 + _sum2 - _product))
            : Intervals.OfMean(mean, (double)spread / ((double)Pairs * (Pairs - 1)), Pairs);
        return new Effect(
            Pairs, (double)_sum1 / Pairs, (double)_sum2 / Pairs, mean, around, median, (double)_above / Pairs, Intervals.OfShare(_above, Pairs),
            (double)_same / Pairs,
            spread1 > 0 && spread2 > 0 ? (double)cross / (Math.Sqrt((double)spread1) * Math.Sqrt((double)spread2)) : null,
            spread > 0 ? (double)(spread1 + spread2) / (double)spread : null);
    }
}
