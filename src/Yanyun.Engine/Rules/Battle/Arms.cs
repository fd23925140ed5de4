namespace Yanyun.Engine.Rules;

/// <summary>Men of a side by arm.</summary>
/// <param name="Foot">Regular foot.</param>
/// <param name="LightHorse">Riders without armoured horses; mounted archers.</param>
/// <param name="HeavyHorse">Armoured riders.</param>
/// <param name="Militia">Townsmen, bowmen of the rolls, levies.</param>
/// <param name="Boats">Men who serve on boats, not hulls.</param>
public readonly record struct Arms(int Foot, int LightHorse, int HeavyHorse, int Militia, int Boats)
{
    /// <summary>All men.</summary>
    public int Men => Foot + LightHorse + HeavyHorse + Militia + Boats;

    /// <summary>Riders of both kinds.</summary>
    public int Horse => LightHorse + HeavyHorse;

    public static Arms operator +(Arms a, Arms b) => new(
        a.Foot + b.Foot, a.LightHorse + b.LightHorse, a.HeavyHorse + b.HeavyHorse, a.Militia + b.Militia, a.Boats + b.Boats);

    public static Arms operator -(Arms a, Arms b) => new(
        a.Foot - b.Foot, a.LightHorse - b.LightHorse, a.HeavyHorse - b.HeavyHorse, a.Militia - b.Militia, a.Boats - b.Boats);

    /// <summary>
    /// <paramref name="men"/> of these, spread over the arms in proportion; the parts add up to <paramref name="men"/> exactly and no arm
    /// gives more than it has.
    /// </summary>
    /// <param name="men">0 .. <see cref="Men"/>.</param>
    public Arms Part(int men)
    {
        var all = Men;
        if (men < 0 || men > all) throw new ArgumentOutOfRangeException(nameof(men));
        if (all == 0) return default;
        // Cutting the running total keeps every part within one man of its share and the sum exact.
        int c1 = Foot, c2 = c1 + LightHorse, c3 = c2 + HeavyHorse, c4 = c3 + Militia;
        int t1 = Whole.MulDiv(c1, men, all), t2 = Whole.MulDiv(c2, men, all);
        int t3 = Whole.MulDiv(c3, men, all), t4 = Whole.MulDiv(c4, men, all);
        return new Arms(t1, t2 - t1, t3 - t2, t4 - t3, men - t4);
    }
}
