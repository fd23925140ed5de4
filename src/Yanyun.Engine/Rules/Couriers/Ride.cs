namespace Yanyun.Engine.Rules;

/// <summary>How urgently a packet rides.</summary>
public enum Post : byte
{
    /// <summary>Walking post, refugees, men who slip through enemy country.</summary>
    Foot,
    /// <summary>Horse post: routine reports and memorials.</summary>
    Horse,
    /// <summary>Urgent-foot post and tablets: edicts, news of war.</summary>
    Urgent,
}

/// <summary>
/// How long a rider takes: days in the office that sends him, then road at the post's rated speed times a factor with mean 0.6 for night,
/// weather, changes of hand and waiting. Grounds: docs/rules/couriers.md; calibrated on attested transits of 1134 and before the bookmark's war.
/// </summary>
public static class Ride
{
    /// <summary>Rated speeds, li a day, Song: walking post 200, horse post 300, urgent post and tablet 400 (Shen Kuo, Mengxi bitan 11; Songshi 154).</summary>
    public const int FootLi = 200, HorseLi = 300, UrgentLi = 400;

    /// <summary>Nothing on the roads is faster, li a day: the bound of what anyone can know.</summary>
    public const int FastestLi = UrgentLi;

    /// <summary>Quantiles of Beta(6,4) (mean 0.6, SD 0.15) at k/32, per mille.</summary>
    private static ReadOnlySpan<short> Factor =>
    [
        200, 313, 362, 395, 421, 444, 463, 481, 498, 514, 528, 542, 556, 569, 582, 594, 607,
        619, 632, 644, 656, 669, 682, 695, 709, 723, 739, 755, 773, 794, 819, 854, 1000,
    ];

    /// <summary>Cumulative per mille of 0, 1, 2, 3 days of handling in an ordinary office: mean 1.5.</summary>
    private static ReadOnlySpan<short> Office => [100, 550, 850, 1000];

    /// <summary>Cumulative per mille of 0..5 days of handling where a council sits: mean 3.</summary>
    private static ReadOnlySpan<short> Council => [0, 100, 350, 650, 900, 1000];

    /// <summary>Days from writing to delivery.</summary>
    /// <param name="key">Key of the dispatch.</param>
    /// <param name="handling">Who handles it before it rides.</param>
    /// <returns>0 when there is no road to ride and nobody to handle it; at most <see cref="World.LongestRide"/>.</returns>
    public static int Days(in Chance chance, ulong key, int li, Post post, Handling handling)
    {
        var dice = chance.Words(Purpose.CourierRoad, key);
        var days = handling == Handling.None ? 0 : Draw((int)((ulong)dice.B * 1000 >> 32), handling == Handling.Council ? Council : Office);
        if (li > 0)
        {
            var rated = post switch { Post.Urgent => UrgentLi, Post.Horse => HorseLi, _ => FootLi };
            var q = (int)(dice.A >> 17);
            var lower = Factor[q >> 10];
            var factor = lower + (Factor[(q >> 10) + 1] - lower) * (q & 1023) / 1024;
            days += Whole.Max(1, (li * 1000 + rated * factor - 1) / (rated * factor)); // no road has two million li
        }
        return Whole.Min(days, World.LongestRide);
    }

    /// <summary>
    /// What <see cref="Days"/> may come to: nine riders of ten take no less than the least, half no more than the middle, one of ten more than the most.
    /// Throws no die.
    /// </summary>
    public static Guess Expected(int li, Post post, Handling handling)
    {
        var office = handling switch { Handling.Council => new Guess(1, 3, 4), Handling.Office => new Guess(0, 1, 3), _ => default };
        if (li <= 0) return office;
        var rated = post switch { Post.Urgent => UrgentLi, Post.Horse => HorseLi, _ => FootLi };
        return new Guess(office.Low + Road(li, rated, 29), office.Middle + Road(li, rated, 16), office.High + Road(li, rated, 3));
    }

    private static int Road(int li, int rated, int quantile) =>
        Whole.Min(World.LongestRide, Whole.Max(1, (int)(((long)li * 1000 + rated * Factor[quantile] - 1) / (rated * Factor[quantile]))));

    private static int Draw(int roll, ReadOnlySpan<short> cumulative)
    {
        var days = 0;
        while (roll >= cumulative[days]) days++;
        return days;
    }
}

/// <summary>Offices a packet passes before it rides.</summary>
public enum Handling : byte { None, Office, Council }
