using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Supply;

public class SupplySpec : RuleSpec
{
    private static War OnlySupply(World world) => Given(world).Running(SupplyRule.Daily);

    [Fact]
    public void An_army_at_its_magazine_eats_from_it_and_keeps_its_train_full()
    {
        var war = OnlySupply(AtWar()).Days(20);
        war.Then<ForceFed>(e => e.Force == Yue && e.From == Caizhou).Never<ForceStarved>().Never<Foraged>(e => e.Force == Yue);
        Assert.Equal(SupplyRule.Carries(war.World[Yue]), war.World[Yue].Grain);
    }

    [Fact]
    public void Men_eat_two_sheng_a_day_and_horses_more_when_there_is_no_grass()
    {
        var summer = AtWar();
        var winter = On(MidWinter);
        Assert.Equal(9_000 * 2, SupplyRule.NeedPerDay(summer, summer[Liu]));
        Assert.Equal(16_000 * 2 + 2_500 * 33 / 20, SupplyRule.NeedPerDay(summer, summer[Yue]));
        Assert.Equal(16_000 * 2 + 2_500 * 33 / 10, SupplyRule.NeedPerDay(winter, winter[Yue]));
    }

    [Fact]
    public void Convoys_feed_an_army_in_the_field_from_its_base_and_the_carriers_eat_a_part()
    {
        var war = OnlySupply(AtWar()).Stand(Yue, Yingchang).Days(12);
        war.Then<ConvoyRun>(e => e.To == Yue && e.From == Caizhou && e.Came < e.Sent && e.Came > e.Sent / 2).Never<ForceStarved>();
        Assert.True(SupplyRule.Days(war.World, Yue) >= 5);
    }

    [Fact]
    public void A_host_too_far_from_its_base_makes_the_town_that_can_feed_it_its_base()
    {
        var war = OnlySupply(AtWar()).Stand(Yue, Kaifeng).Place(Kaifeng, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 40_000_000))
            .Force(Yue, (ref Force f) => f.Base = Linan).Days(11);
        war.Then<BaseMoved>(e => e.Force == Yue && e.From == Linan && e.To == Kaifeng);
        Assert.Equal(Kaifeng, war.World[Yue].Base);
    }

    [Fact]
    public void The_commissary_brings_grain_after_an_army_that_has_gone_beyond_the_reach_of_its_base()
    {
        var war = OnlySupply(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 200_000))
            .Force(Yue, (ref Force f) => (f.Base, f.Task, f.Target) = (Linan, TaskKind.Hold, Yingchang)).Days(30);
        war.Then<ConvoySent>(e => e.From == Caizhou && e.To == Yingchang).Then<ConvoyArrived>(e => e.To == Yingchang);
        OnlySupply(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 200_000)).Days(30).Never<ConvoySent>();
    }

    [Fact]
    public void Beyond_nine_days_other_porters_take_a_load_on()
    {
        var near = new SupplyRule.Line(Caizhou, 360, 0, ForceId.None, PlaceId.None);
        var far = near with { Li = 1080 };
        Assert.InRange(near.Delivers(1000), 490, 510);
        Assert.InRange(far.Delivers(1000), 120, 130); // half of half of half
    }

    [Fact]
    public void Nobody_falls_back_through_the_enemy()
    {
        var war = OnlySupply(AtWar()).Stand(Yue, Zhuxian).Force(Yue, (ref Force f) => f.Base = Linan).Place(Kaifeng, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 40_000_000)).Days(1);
        Assert.Equal(Kaifeng, SupplyRule.FallsBackOn(war.World, Yue));
        war.Place(Kaifeng, (ref PlaceState p) => p.Holder = Jin).Place(Huazhou, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 40_000_000));
        Assert.Equal(Linan, SupplyRule.FallsBackOn(war.World, Yue)); // Huazhou lies behind Kaifeng
    }

    [Fact]
    public void It_does_not_when_convoys_still_reach_it_or_when_the_town_is_bare()
    {
        OnlySupply(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 40_000_000)).Days(11).Never<BaseMoved>(e => e.Force == Yue);
        OnlySupply(AtWar()).Stand(Yue, Kaifeng).Place(Kaifeng, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 300_000))
            .Force(Yue, (ref Force f) => f.Base = Linan).Days(11).Never<BaseMoved>(e => e.Force == Yue);
    }

    [Fact]
    public void A_fortress_passed_by_shuts_the_road_behind()
    {
        var war = OnlySupply(AtWar()).Place(Huazhou, (ref PlaceState p) => p.Holder = Jin).Stand(Yue, Zhuxian).Days(1);
        war.World.Muster();
        Assert.False(SupplyRule.LineOf(war.World, Yue).Open);
        war.Place(Yingchang, (ref PlaceState p) => p.Holder = Song);
        Assert.Equal((true, Caizhou), (SupplyRule.LineOf(war.World, Yue) is { Open: true }, SupplyRule.Road(war.World, Song, Caizhou, Zhuxian).Magazine));
    }

    [Fact]
    public void An_enemy_on_the_road_shuts_it_and_a_hidden_band_robs_it()
    {
        var war = OnlySupply(AtWar()).Place(Yingchang, (ref PlaceState p) => p.Holder = Song).Stand(Yue, Zhuxian).PutOnRoad(Van, Yingchang, Caizhou, 60).Days(1);
        war.World.Muster();
        Assert.False(SupplyRule.Road(war.World, Song, Caizhou, Zhuxian).Open);
        war.Stand(Van, Daming).Stand(SmallWar.Band, Yingchang).With(w => w[SmallWar.Band].Polity = Jin).Force(SmallWar.Band, (ref Force f) => (f.Doing, f.Grain) = (Doing.Hidden, 0)).Days(4);
        war.Then<ConvoyRaided>(e => e.By == SmallWar.Band && e.Kept > 0).Then<ConvoyRun>(e => e.To == Yue);
    }

    [Fact]
    public void Fifty_thousand_live_about_seventeen_days_off_one_place_and_then_starve()
    {
        var war = OnlySupply(AtWar()).Stand(Army, Yingchang)
            .Force(Army, (ref Force f) => (f.Foot, f.LightHorse, f.HeavyHorse, f.Porters, f.Grain, f.Base) = (50_000, 0, 0, 0, 0, Luoyang))
            .Place(Yingchang, (ref PlaceState p) => (p.Holder, p.Forage) = (Song, 1_700_000))
            .With(w => { foreach (var p in new[] { Kaifeng, Huazhou, Liyang, Zhuxian, Luoyang, Hulao }) w[p].Holder = Song; });
        var days = war.DaysUntil<ForceStarved>();
        Assert.InRange(days, 15, 21);
        war.Then<Foraged>(e => e.Place == Yingchang && e.Loyalty > 0);
        Assert.Equal(0, war.World[Yingchang].Forage);
        Assert.True(war.World[Yingchang].LoyaltyB < 180);
    }

    [Fact]
    public void When_the_nearest_country_is_bare_riders_go_further()
    {
        var war = OnlySupply(AtWar()).Stand(Yue, Zhuxian).Force(Yue, (ref Force f) => f.Grain = 0).Place(Zhuxian, (ref PlaceState p) => p.Forage = 0).Days(5);
        war.Then<Foraged>(e => e.Force == Yue && e.Place == Kaifeng && e.Grain <= 2_500 * 10 * 5);
        Given(AtWar()).Running(SupplyRule.Daily).Stand(Liu, Zhuxian).Force(Liu, (ref Force f) => f.Grain = 0).Place(Zhuxian, (ref PlaceState p) => p.Forage = 0).Days(5)
            .Never<Foraged>(e => e.Force == Liu);
    }

    [Fact]
    public void A_month_without_food_costs_an_army_a_tenth_to_a_fifth()
    {
        var war = OnlySupply(AtWar()).Stand(Yue, Zhuxian).Force(Yue, (ref Force f) => f.Grain = 0)
            .With(w => { foreach (var p in new[] { Zhuxian, Kaifeng, Yingchang }) w[p].Forage = 0; }).Days(30);
        Assert.InRange(12_000 - war.World[Yue].Men, 1_200, 2_400);
        Assert.True(war.World[Yue].Morale < 400);
    }

    [Fact]
    public void The_shut_in_eat_their_stores_and_go_on_half_rations()
    {
        var war = OnlySupply(AtShunchang()).With(w =>
        {
            w[new SiegeId(1)] = new Yanyun.Engine.Siege { Key = 7, Place = Shunchang, Leader = Army, By = Jin, BeganOn = 1 };
            w[Shunchang].Siege = new SiegeId(1);
            w[Shunchang].Stores = 600_000;
        }).Days(33);
        war.Then<TownFed>(e => e.Place == Shunchang);
        // 9,600 mouths: full rations would be gone after 31 days.
        Assert.InRange(war.World[Shunchang].Stores, 100_000, 250_000);
        war.Never<ForceStarved>(e => e.Force == Liu);
        war.Days(60).Then<ForceStarved>(e => e.Force == Liu);
    }

    [Fact]
    public void Each_month_the_circuits_fill_the_magazines_of_the_armies_and_the_court_pays()
    {
        var war = Given(AtWar()).Running(SeasonsRule.Daily, SupplyRule.Daily).Place(Caizhou, (ref PlaceState p) => p.Stores = 0).Days(41);
        war.Then<TaxGathered>(e => e.Place == Caizhou && e.Grain > 0).Then<TaxGathered>(e => e.Polity == Song && e.Cash > 0);
        var pay = war.All<PayDay>().First(e => e.Polity == Song);
        Assert.Equal(pay.Due, pay.Paid);
        Assert.InRange(pay.Due, 70_000, 130_000);
    }

    [Fact]
    public void Grain_and_pay_of_a_month_are_by_the_returns_of_ten_days_before_it()
    {
        War Until(int men, int day)
        {
            var war = Given(AtWar()).Running(SeasonsRule.Daily, SupplyRule.Daily).Days(40);
            var month = war.World.Scenario.MonthStarts.First(d => d > 60);
            war.Days(month - day - war.World.Today).Force(Yue, (ref Force f) => f.Foot += men).Days(day + 1);
            return war;
        }
        PayDay Last(War war) => war.All<PayDay>().Last(e => e.Polity == Song);
        var as_they_were = Until(0, 5);
        Assert.Equal(Last(as_they_were), Last(Until(20_000, 5))); // after the returns: not this month
        Assert.True(Last(Until(20_000, 15)).Due > Last(as_they_were).Due);
    }

    [Fact]
    public void An_empty_treasury_leaves_pay_owing()
    {
        var war = Given(AtWar()).Running(SeasonsRule.Daily, SupplyRule.Daily).With(w => w[Song].Cash = -150_000 + 150_000).With(w => w.Scenario.Start![Linan].Households *= 100).Days(45);
        Assert.InRange(war.World[Yue].Arrears, 20, 60);
    }

    [Fact]
    public void A_convoy_leaves_travels_and_arrives()
    {
        var war = OnlySupply(AtWar()).Days(1);
        var (there, here) = (war.World[Shunchang].Stores, war.World[Linan].Stores);
        war.With(w => SupplyRule.SendConvoy(w, new Convoy(Linan, Shunchang, 5_000), Song, EventRef.None));
        war.Then<ConvoySent>(e => e.Sent == 500_000 && e.Coming < 500_000);
        Assert.Equal(here - 500_000, war.World[Linan].Stores);
        var sent = war.All<ConvoySent>()[0];
        war.Days(sent.Due - 2).Never<ConvoyArrived>();
        war.Days(1).Then<ConvoyArrived>(e => e.To == Shunchang && e.Grain == sent.Coming);
    }

    [Fact]
    public void A_convoy_to_a_town_that_fell_is_lost()
    {
        var war = OnlySupply(AtWar()).Days(1).With(w => SupplyRule.SendConvoy(w, new Convoy(Linan, Shunchang, 5_000), Song, EventRef.None));
        war.Place(Shunchang, (ref PlaceState p) => p.Holder = Jin).Days(20).Then<ConvoyRaided>(e => e.Convoy == 1).Never<ConvoyArrived>();
    }

    [Fact]
    public void The_desk_sends_no_convoy_to_the_enemy_or_of_nothing()
    {
        var view = new View(AtWar(), SongCourt);
        Assert.Equal(Code.HostilePlace, SupplyRule.Judge(view, new Convoy(Linan, Kaifeng, 100)).Code);
        Assert.Equal(Code.OutOfBounds, SupplyRule.Judge(view, new Convoy(Linan, Shunchang, 0)).Code);
        Assert.Equal(Code.NoWayThere, SupplyRule.Judge(view, new Convoy(Linan, Linan, 10)).Code);
        Assert.True(SupplyRule.Judge(view, new Convoy(Linan, Shunchang, 100)).Ok);
    }
}
