using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.AttritionSpecs;

public class AttritionSpec : RuleSpec
{
    private static War OnlyAttrition(World world) => Given(world).Running(AttritionRule.Daily);

    /// <summary>Men of 100,000 that are gone after a month, per mille, in the mean of twenty seeds.</summary>
    private static int Month(Day first, Change<Force> change)
    {
        var lost = 0;
        for (ulong seed = 1; seed <= 20; seed++)
            lost += 100_000 - OnlyAttrition(On(first, seed)).Force(Yue, (ref Force f) => (f.Foot, f.LightHorse, f.Morale) = (100_000, 0, 670)).Force(Yue, change).Days(30).World[Yue].Men;
        return lost / 20 / 100;
    }

    [Fact]
    public void At_its_base_fed_and_paid_an_army_keeps_its_rolls_full() => Assert.Equal(0, Month(May, (ref Force f) => { }));

    [Fact]
    public void In_the_field_it_loses_two_to_four_in_a_hundred_a_month() => Assert.InRange(Month(May, (ref Force f) => f.At = Yingchang), 20, 40);

    [Fact]
    public void In_a_siege_camp_four_to_eight() => Assert.InRange(Month(May, (ref Force f) => (f.At, f.Doing) = (Yingchang, Doing.Besieging)), 40, 80);

    [Fact]
    public void Late_summer_is_worst() =>
        Assert.True(Month(May + 76, (ref Force f) => f.At = Yingchang) > Month(May, (ref Force f) => f.At = Yingchang));

    [Fact]
    public void Unpaid_ten_to_twenty() => Assert.InRange(Month(May, (ref Force f) => (f.At, f.Arrears) = (Yingchang, 150)), 100, 200);

    [Fact]
    public void Militia_melt_faster()
    {
        var regulars = Month(May, (ref Force f) => f.At = Yingchang);
        var militia = Month(May, (ref Force f) => (f.At, f.Foot, f.Militia) = (Yingchang, 0, 100_000));
        Assert.True(militia > regulars * 5 / 4);
    }

    [Fact]
    public void The_tired_rest_and_the_beaten_take_heart_again()
    {
        var war = OnlyAttrition(AtWar()).Force(Yue, (ref Force f) => (f.Fatigue, f.Morale) = (600, 300)).Days(60);
        Assert.Equal(0, war.World[Yue].Fatigue);
        Assert.InRange(war.World[Yue].Morale, 420, AttritionRule.NormalMorale(war.World[Yue]));
    }

    [Fact]
    public void A_forced_march_leaves_stragglers() =>
        Given(AtWar()).Running(MarchRule.Daily).Send(Yue, TaskKind.March, Linan, Pace.Forced).Days(3).Then<MenWasted>(e => e.Force == Yue && e.Straggled);
}
