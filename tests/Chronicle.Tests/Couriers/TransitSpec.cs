using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Chronicle.Tests;

/// <summary>
/// Dated transits of 1134-1141 against the riders of the model. Attested days count from the event or the date on the paper to its
/// receipt, so office time is in them. Transits that end in an edict about the news have the council's time as well.
/// </summary>
public class TransitSpec(ITestOutputHelper output)
{
    /// <param name="Low">Attested days, or the lower of two readings.</param>
    /// <param name="Source">As the annals or letters give it.</param>
    private sealed record Transit(string From, string To, int Low, int High, Post Post, Handling Handling, string Source)
    {
        public double Attested => (Low + High) / 2.0;
    }

    private static readonly Transit[] Attested =
    [
        new("linan", "xiangyang", 12, 12, Post.Urgent, Handling.Council, "paper of 6/16 received 6/28 (1134), E guo jintuo cuibian 10"),
        new("kaifeng", "linan", 7, 9, Post.Urgent, Handling.Office, "Kaifeng fallen, news 5/20 (1140), Yaolu 135"),
        new("shunchang", "linan", 6, 9, Post.Urgent, Handling.Office, "Shunchang freed, news 6/18 (1140), Yaolu 136"),
        new("linan", "hechi", 16, 16, Post.Urgent, Handling.Council, "order on Hu Shijiang's powers (1140), Yaolu 135"),
        new("fengxiang", "linan", 16, 16, Post.Urgent, Handling.Office, "Baitongfang 6/6, news 6/22 (1140), Yaolu 136"),
        new("yingchang", "linan", 9, 12, Post.Urgent, Handling.Council, "taken L6/20, praised 7/3 (1140), E guo jintuo cuibian 2"),
        new("yancheng", "linan", 10, 14, Post.Urgent, Handling.Council, "fight 7/8, praised 7/22 (1140), E guo jintuo cuibian 2"),
        new("weizhou", "yancheng", 6, 7, Post.Foot, Handling.None, "Zhao Jun L6/27 to Yue 7/4 (1140), E guo jintuo cuibian 12"),
        new("linan", "yancheng", 8, 10, Post.Urgent, Handling.Council, "first recall (1140), inferred from both ends"),
        new("ezhou", "linan", 13, 13, Post.Horse, Handling.Office, "memorial of 2/4 at court 2/17 (1141), E guo jintuo cuibian 3"),
        new("ezhou", "linan", 10, 10, Post.Horse, Handling.Office, "memorial of 2/9 at court 2/19 (1141), E guo jintuo cuibian 3"),
        new("linan", "ezhou", 10, 10, Post.Urgent, Handling.Council, "order of 1/29 received 2/9 (1141), Songshi 29"),
        new("zhegao", "linan", 5, 5, Post.Urgent, Handling.Office, "victory of 2/18, news 2/23 (1141), Yaolu 139"),
    ];

    [Fact]
    public void Four_fifths_of_the_dated_transits_lie_in_the_simulated_band_and_the_median_is_right()
    {
        var inside = 0;
        var ratios = new List<double>();
        foreach (var transit in Attested)
        {
            var li = TheGeography.Atlas.RideLi(TheGeography.At(transit.From), TheGeography.At(transit.To));
            var days = Enumerable.Range(1, 4000).Select(k => Ride.Days(new Chance(7, 3), Key.Mix((ulong)k), li, transit.Post, transit.Handling)).Order().ToList();
            var (low, median, high) = (days[200], days[2000], days[3800]);
            var fits = transit.High >= low && transit.Low <= high;
            if (fits) inside++;
            ratios.Add(median / transit.Attested);
            output.WriteLine($"{transit.From} - {transit.To} {li} li: attested {transit.Low}-{transit.High}, simulated {low} - {median} - {high} {(fits ? "" : "OUT")}  {transit.Source}");
        }
        var middle = ratios.Order().ElementAt(ratios.Count / 2);
        output.WriteLine($"{inside} of {Attested.Length} inside; median ratio {middle:F2}");
        Assert.True(inside * 5 >= Attested.Length * 4, $"{inside} of {Attested.Length}");
        Assert.InRange(middle, 0.8, 1.25);
    }
}
