using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.March;

/// <summary>What columns make in a day, against the marches that are told.</summary>
public class ColumnSpec
{
    private static int Li(Column column, Terrain terrain = Terrain.Plain, Pace pace = Pace.Usual) => MarchRate.Li(column, terrain, pace);

    [Fact]
    public void Zongbi_made_six_hundred_li_in_under_seven_days_with_his_van()
    {
        var van = new Column(0, 5_000);
        Assert.True(600 <= 7 * Li(van), $"{Li(van)} li a day");
        Assert.True(600 <= 4 * Li(van, pace: Pace.Forced));
    }

    [Fact]
    public void Fifty_thousand_foot_on_one_road_do_far_less()
    {
        var host = new Column(50_000, 0, Followers: 15_000);
        Assert.InRange(7 * Li(host), 84, 300);
        Assert.Equal(2, MarchRate.Echelons(host, Terrain.Plain));
        Assert.InRange(MarchRate.UpPerMille(host, Terrain.Plain, 0), 500, 950);
        Assert.Equal(1000, MarchRate.UpPerMille(host, Terrain.Plain, 1));
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(8_000)]
    [InlineData(20_000)]
    [InlineData(30_000)]
    public void Song_armies_make_thirty_to_sixty_li_a_day(int men) => Assert.InRange(Li(new Column(men, 0, men * 3 / 10)), 30, 60);

    [Fact]
    public void Forced_marches_of_small_bodies_make_a_hundred_to_two_hundred_li_and_riders_two_hundred_and_more()
    {
        Assert.InRange(Li(new Column(3_000, 0), pace: Pace.Forced), 100, 200);
        Assert.InRange(Li(new Column(0, 2_000), pace: Pace.Forced), 200, 260);
    }

    [Fact]
    public void Hills_slow_to_three_quarters_and_mountains_to_half_of_a_short_column()
    {
        var small = new Column(400, 0);
        Assert.InRange(Li(small, Terrain.Hills) * 100 / Li(small), 72, 76);
        Assert.InRange(Li(small, Terrain.Mountain) * 100 / Li(small), 47, 51);
    }

    [Fact]
    public void The_longer_the_column_the_shorter_its_day_but_never_under_twelve_li()
    {
        var last = int.MaxValue;
        for (var men = 1_000; men <= 600_000; men += 1_000)
        {
            var li = Li(new Column(men, 0, men / 2, men / 10), Terrain.Mountain);
            Assert.InRange(li, MarchRate.LeastLi, last);
            last = li;
        }
        Assert.Equal(MarchRate.LeastLi, last);
    }

    [Fact]
    public void People_on_the_road_with_an_army_set_its_step()
    {
        var army = new Column(20_000, 0, 6_000);
        var escort = army with { Civilians = 50_000 };
        Assert.True(Li(escort) <= 16);
        Assert.Equal(Li(escort), Li(escort, pace: Pace.Forced));
    }

    [Fact]
    public void Ways_let_through_what_their_kind_allows_and_the_eastern_army_of_1126_needed_about_six_days_at_Liyang()
    {
        Assert.Equal([25_000, 12_000, 6_000], new[] { RouteKind.Road, RouteKind.MountainRoad, RouteKind.Pass }.Select(WayCapacity.Of));
        Assert.InRange(WayCapacity.Of(RouteKind.River), 8_000, 10_000);
        Assert.Equal(20_000, WayCapacity.Of(CrossingKind.Bridge));
        Assert.Equal(30_000, WayCapacity.Of(CrossingKind.Ice));
        Assert.InRange(WayCapacity.Days(55_000, WayCapacity.Of(CrossingKind.Boats)), 6, 7);
        Assert.Equal(int.MaxValue, WayCapacity.Days(1, 0));
    }
}
