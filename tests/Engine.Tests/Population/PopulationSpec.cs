using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.PopulationSpecs;

public class PopulationSpec : RuleSpec
{
    private static War Peopled(World world) => Given(world).Running(SeasonsRule.Daily, MarchRule.Daily, PopulationRule.Daily);

    [Fact]
    public void Who_is_told_to_wait_for_the_people_has_then_to_withdraw_with_them()
    {
        var war = Given(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => p.Holder = Song).Days(1).Order(SongField, new Escort(Yue, Linan, 5)).Days(6);
        war.Then<EscortCalled>(e => e.Force == Yue).Then<TaskTaken>(e => e.Force == Yue && e.Task == TaskKind.Withdraw && e.Target == Linan);
    }

    [Fact]
    public void Some_flee_each_month_from_an_enemy_before_their_town()
    {
        var war = Peopled(AtShunchang()).Days(10);
        var fled = Assert.Single(war.All<HouseholdsFled>());
        Assert.Equal(Shunchang, fled.From);
        Assert.InRange(fled.Households, 18_000 / 100, 18_000 / 20);
        Assert.Equal(Song, war.World[fled.To].Holder);
    }

    [Fact]
    public void Nobody_flees_from_a_quiet_town() => Peopled(AtWar()).Days(10).Never<HouseholdsFled>();

    [Fact]
    public void An_escort_waits_gathers_crawls_and_settles_its_people()
    {
        var war = Peopled(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => p.Holder = Song).Days(1);
        var before = war.World.Totals().Households;
        Assert.True(PopulationRule.Obey(war.World, new Escort(Yue, Caizhou, 5)).Does);
        war.Send(Yue, TaskKind.Withdraw, Caizhou).Days(4);
        Assert.Equal(Yingchang, war.World[Yue].At);
        Assert.InRange(war.World[Yue].Escorted, 400, 600); // 20,000 x 1% x loyalty 0.6 x 4 days
        war.Days(1);
        Assert.False(war.World[Yue].At == Yingchang);
        war.DaysUntil<EscortSettled>();
        Assert.Equal((0, before), (war.World[Yue].Escorted, war.World.Totals().Households));
        Assert.True(war.World[Caizhou].LoyaltyA > 650);
    }

    [Fact]
    public void Called_on_the_road_the_people_come_to_the_next_town_of_their_own_side()
    {
        var war = Peopled(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => p.Holder = Song).Days(1).PutOnRoad(Yue, Zhuxian, Yingchang, 140);
        Assert.True(PopulationRule.Obey(war.World, new Escort(Yue, Caizhou, 5)).Does);
        war.Send(Yue, TaskKind.Withdraw, Caizhou).Days(4);
        Assert.Equal(Yingchang, war.World[Yue].At);
        war.Days(3);
        Assert.InRange(war.World[Yue].Escorted, 400, 900);
        war.PutOnRoad(Yue, Yingchang, Zhuxian, 20); // Jin's
        Assert.Equal(Code.Adapts, PopulationRule.Obey(war.World, new Escort(Yue, Caizhou, 5)).Answer);
    }

    [Fact]
    public void People_whose_escort_is_routed_scatter_to_friends() =>
        Peopled(AtWar()).Force(Yue, (ref Force f) => (f.Escorted, f.Doing) = (300, Doing.Routed)).PutOnRoad(Yue, Yingchang, Caizhou, 20).Days(1)
            .Then<EscortSettled>(e => e.Scattered && e.Place == Caizhou && e.Households == 300);

    [Fact]
    public void A_grudge_fades_and_while_it_is_hot_costs_the_holder_loyalty()
    {
        var war = Peopled(AtWar()).Place(Kaifeng, (ref PlaceState p) => p.Grievance = 600).Days(10);
        Assert.True(war.World[Kaifeng].Grievance < 600);
        Assert.True(war.World[Kaifeng].LoyaltyB < 260);
    }

    [Fact]
    public void The_desk_bounds_the_days_of_grace()
    {
        var view = new View(AtWar(), SongField);
        Assert.Equal(Code.OutOfBounds, PopulationRule.Judge(view, new Escort(Yue, Linan, 0)).Code);
        Assert.Equal(Code.HostilePlace, PopulationRule.Judge(view, new Escort(Yue, Kaifeng, 5)).Code);
        Assert.True(PopulationRule.Judge(view, new Escort(Yue, Linan, 5)).Ok);
    }
}
