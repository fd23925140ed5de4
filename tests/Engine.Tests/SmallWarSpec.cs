using Yanyun.Engine;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>The small war is what its picture says.</summary>
public class SmallWarSpec : RuleSpec
{
    [Fact]
    public void Its_roads_join_as_drawn()
    {
        var atlas = AtWar().Atlas;
        Assert.Equal(120 + 40 + 150 + 250, atlas.MarchCost(Daming, Shunchang));
        Assert.Equal(Boats, atlas[LegBetween(atlas, Liyang, Huazhou)].FirstCrossing);
        Assert.Equal(2, atlas[LegBetween(atlas, Liyang, Huazhou)].CrossingCount);
        Assert.Equal(40, atlas[LegBetween(atlas, Kaifeng, Zhuxian)].Li);
    }

    [Fact]
    public void Every_seat_knows_the_truth_of_the_first_day()
    {
        var world = AtWar();
        var view = new View(world, SongCourt);
        Assert.Equal(Daming, view[Army].Place);
        Assert.Equal(Jin, view[Kaifeng].Holder);
        Assert.False(view.Knows(Levy));
    }

    [Fact]
    public void Quiet_days_pass() => Given(AtWar()).Days(3).Holds(w => w.Today == 3, "three days");
}
