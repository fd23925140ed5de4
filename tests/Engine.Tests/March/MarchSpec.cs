using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.March;

public class MarchSpec : RuleSpec
{
    private static War OnlyMarch(World world) => Given(world).Running(MarchRule.Daily);

    [Fact]
    public void A_corps_goes_thirty_to_sixty_li_a_day_and_halts_where_it_was_sent()
    {
        var war = OnlyMarch(AtWar()).Send(Yue, TaskKind.March, Linan);
        var days = war.DaysUntil<Arrived>();
        Assert.InRange(300 / days, 30, 60);
        Assert.Equal(Linan, war.World[Yue].At);
        Assert.Equal(Doing.Standing, war.World[Yue].Doing);
        Assert.Single(war.All<MarchBegun>());
        Assert.Single(war.All<Arrived>());
    }

    [Fact]
    public void Riders_leave_the_foot_behind()
    {
        var riders = OnlyMarch(AtWar()).Stand(Van, Kaifeng).Send(Van, TaskKind.March, Shunchang).DaysUntil<Arrived>();
        var foot = OnlyMarch(AtWar()).Stand(Army, Kaifeng).Stand(Van, Daming).With(w => Stand(w, Liu, Linan)).Send(Army, TaskKind.March, Shunchang).DaysUntil<Arrived>();
        Assert.True(riders * 2 < foot, $"{riders} days against {foot}");
    }

    [Fact]
    public void A_forced_march_is_faster_and_tires()
    {
        var usual = OnlyMarch(AtWar()).Send(Yue, TaskKind.March, Linan);
        var forced = OnlyMarch(AtWar()).Send(Yue, TaskKind.March, Linan, Pace.Forced);
        Assert.True(forced.DaysUntil<Arrived>() < usual.DaysUntil<Arrived>());
        Assert.True(forced.World[Yue].Fatigue > usual.World[Yue].Fatigue + 100);
    }

    [Fact]
    public void People_under_escort_slow_an_army_to_a_walk()
    {
        var alone = OnlyMarch(AtWar()).Send(Yue, TaskKind.March, Linan).DaysUntil<Arrived>();
        var burdened = OnlyMarch(AtWar()).Force(Yue, (ref Force f) => f.Escorted = 2_000).Send(Yue, TaskKind.March, Linan).DaysUntil<Arrived>();
        Assert.True(burdened * 2 > alone * 3, $"{alone} days alone, {burdened} with people");
    }

    [Fact]
    public void Of_two_hosts_on_one_road_the_earlier_task_goes_first_and_the_other_waits_a_day()
    {
        var war = OnlyMarch(AtWar()).Force(Van, (ref Force f) => f.Foot = 12_000).Stand(Van, Daming).Days(2);
        war.Send(Van, TaskKind.March, Liyang).With(w => w[Van].TaskSince = 1).Send(Army, TaskKind.March, Liyang).Days(1);
        war.Then<RoadCrowded>(e => e.Force == Army).Never<RoadCrowded>(e => e.Force == Van);
        Assert.Equal(Daming, war.World[Army].At);
        war.Days(1).Then<MarchBegun>(e => e.Force == Army);
    }

    [Fact]
    public void An_army_needs_days_to_cross_by_boat()
    {
        var war = OnlyMarch(AtWar()).Stand(Army, Liyang).Stand(Van, Liyang).Place(Huazhou, (ref PlaceState p) => p.Holder = Jin).Send(Army, TaskKind.March, Huazhou);
        // 28,000 heads in boats for 9,000 a day: a good three days beside the 40 li of road.
        Assert.InRange(war.DaysUntil<Arrived>(), 4, 6);
        war.Then<CrossingAwaited>(e => e.Force == Army && e.Crossing == Boats && e.Days >= 3);
    }

    [Fact]
    public void Fifty_thousand_at_Liyang_are_about_six_days_getting_over() =>
        Assert.InRange(
            OnlyMarch(AtWar()).Stand(Army, Liyang).Force(Army, (ref Force f) => (f.Foot, f.Porters) = (35_000, 5_000)).Send(Army, TaskKind.March, Huazhou).DaysUntil<Arrived>(),
            5, 8);

    [Fact]
    public void Where_the_far_bank_is_the_place_itself_whoever_is_over_is_in_the_place()
    {
        var war = OnlyMarch(AtWar()).PutOnRoad(Army, Liyang, Huazhou, 40).Place(Huazhou, (ref PlaceState p) => p.Holder = Jin).Send(Army, TaskKind.March, Huazhou).Days(3);
        Assert.Equal(Huazhou, war.World[Army].At);
        Assert.Single(war.All<Arrived>());
    }

    [Fact]
    public void The_second_to_the_river_waits_for_the_first()
    {
        var war = OnlyMarch(AtWar()).Stand(Army, Liyang).Send(Army, TaskKind.March, Huazhou).Days(2).Send(Van, TaskKind.March, Huazhou).Days(1);
        var first = war.All<CrossingAwaited>().First(e => e.Force == Army);
        war.Then<CrossingAwaited>(e => e.Force == Van && e.Days >= first.Days - 1);
    }

    [Theory]
    [InlineData(800, Ice)]
    [InlineData(400, Boats)]
    public void Ice_bears_an_army_in_a_hard_winter_only(short severity, short crossing)
    {
        var war = OnlyMarch(On(MidWinter)).With(w => w.Clock.Winter = severity).Stand(Army, Liyang).Send(Army, TaskKind.March, Huazhou).Days(3);
        war.Then<CrossingAwaited>(e => e.Crossing == crossing).Never<CrossingAwaited>(e => e.Crossing != crossing);
    }

    [Fact]
    public void Without_boats_it_waits_until_they_are_built_again()
    {
        var war = OnlyMarch(AtWar()).With(w => w.Emit(new BridgeBurned(Boats, default, 20), EventRef.None)).Send(Van, TaskKind.March, Huazhou).Days(19);
        war.Then<CrossingAwaited>(e => e.Days == 0).Never<Arrived>();
        Assert.Single(war.All<CrossingAwaited>());
        war.Days(3).Then<CrossingRestored>().Then<Arrived>(e => e.Place == Huazhou);
    }

    [Theory]
    [InlineData(12_000, true)]
    [InlineData(2_000, false)]
    public void A_strong_guard_holds_the_far_bank_and_a_weak_one_only_delays(int guard, bool holds)
    {
        var war = OnlyMarch(AtWar()).Stand(Army, Liyang).Stand(Yue, Huazhou).Force(Yue, (ref Force f) => (f.Foot, f.LightHorse) = (guard, 0))
            .Place(Huazhou, (ref PlaceState p) => (p.Holder, p.Garrison) = (Song, 0)).Send(Army, TaskKind.March, Huazhou).Days(14);
        Assert.Equal(holds, war.World[Army].At != Huazhou);
        if (!holds) war.Then<CrossingAwaited>(e => e.Days >= 6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_guard_faces_a_host_and_not_its_bodies_one_by_one(bool together)
    {
        var war = OnlyMarch(AtWar()).Stand(Van, Liyang).Stand(Yue, Huazhou).Force(Yue, (ref Force f) => (f.Foot, f.LightHorse) = (1_500, 0))
            .Place(Huazhou, (ref PlaceState p) => (p.Holder, p.Garrison) = (Song, 0)).Send(Van, TaskKind.March, Huazhou);
        if (together) war.Stand(Army, Liyang).Send(Army, TaskKind.March, Huazhou);
        Assert.Equal(together, war.Days(14).World[Van].At == Huazhou);
    }

    [Fact]
    public void Enemies_never_pass_each_other_on_a_road()
    {
        for (var start = 0; start <= 200; start += 7)
        {
            var war = OnlyMarch(AtWar()).Place(Zhuxian, (ref PlaceState p) => p.Holder = Song)
                .PutOnRoad(Van, Zhuxian, Yingchang, start * 3 / 4).PutOnRoad(Yue, Yingchang, Zhuxian, (200 - start) / 8);
            var order = war.World[Yue].LegLi > war.World[Van].LegLi;
            war.Send(Van, TaskKind.Take, Caizhou, Pace.Forced).Send(Yue, TaskKind.Take, Kaifeng, Pace.Forced).Days(6);
            ref readonly var van = ref war.World[Van];
            ref readonly var yue = ref war.World[Yue];
            if (van.At.Exists || yue.At.Exists)
            {
                // One of them was past the other from the start, or they met at an end of the road.
                Assert.True(!order || van.At == yue.At || (van.At.Exists ? van.At == Yingchang : yue.At == Zhuxian), $"from {start}: {van.At} and {yue.At}");
                continue;
            }
            Assert.True(yue.LegLi > van.LegLi == order && yue.LegLi - van.LegLi <= MarchRule.MeetingLi, $"from {start}: {van.LegLi} and {yue.LegLi}");
        }
    }

    [Fact]
    public void A_column_that_enters_a_place_where_an_enemy_stands_goes_no_further_that_day()
    {
        var war = OnlyMarch(AtWar()).Stand(Van, Yingchang).PutOnRoad(Yue, Caizhou, Yingchang, 148).Send(Yue, TaskKind.Take, Kaifeng).Days(1);
        Assert.Equal(Yingchang, war.World[Yue].At);
        war.Never<Arrived>();
    }

    [Fact]
    public void A_routed_force_runs_past_everybody()
    {
        var war = OnlyMarch(AtWar()).PutOnRoad(Yue, Kaifeng, Zhuxian, 10).Stand(Van, Zhuxian).Force(Yue, (ref Force f) => f.Doing = Doing.Routed).Days(12);
        Assert.Equal(Caizhou, war.World[Yue].At);
        Assert.Equal(Doing.Standing, war.World[Yue].Doing);
    }

    [Fact]
    public void A_hostile_town_is_passed_by_but_a_held_pass_bars_the_road()
    {
        OnlyMarch(AtWar()).Send(Yue, TaskKind.Take, Kaifeng).Days(20).Then<Arrived>(e => e.Place == Kaifeng);

        var barred = OnlyMarch(AtWar()).Stand(Yue, Kaifeng).Place(Kaifeng, (ref PlaceState p) => p.Holder = Song).Send(Yue, TaskKind.Take, Luoyang).Days(20);
        Assert.Equal(Hulao, barred.World[Yue].At);
        barred.World.Muster();
        Assert.Equal(Hulao, MarchRule.BarredBy(barred.World, Yue));
        barred.Place(Hulao, (ref PlaceState p) => p.Garrison = 0).Days(12).Then<Arrived>(e => e.Place == Luoyang);
    }

    [Fact]
    public void From_before_a_pass_the_way_back_is_open()
    {
        var war = OnlyMarch(AtWar()).Stand(Yue, Kaifeng).Place(Kaifeng, (ref PlaceState p) => p.Holder = Song).Send(Yue, TaskKind.Take, Luoyang).Days(8);
        Assert.Equal(Hulao, war.World[Yue].At);
        war.Send(Yue, TaskKind.Withdraw, Kaifeng).Days(8).Then<Arrived>(e => e.Place == Kaifeng);
    }

    [Fact]
    public void A_force_turns_round_on_the_road()
    {
        var war = OnlyMarch(AtWar()).Send(Yue, TaskKind.March, Linan).Days(2);
        Assert.False(war.World[Yue].At.Exists);
        war.Send(Yue, TaskKind.March, Yingchang).Days(8).Then<Arrived>(e => e.Place == Yingchang);
    }

    [Fact]
    public void A_fleet_keeps_to_the_water()
    {
        var war = OnlyMarch(AtWar()).Send(Fleet, TaskKind.March, Shunchang);
        Assert.Equal(3, war.DaysUntil<Arrived>());
        foreach (var march in war.All<Marched>().Where(m => m.Leg.Exists)) Assert.Equal(RouteKind.River, war.World.Atlas[war.World.Atlas[march.Leg].Route].Kind);
        war.Send(Fleet, TaskKind.March, Kaifeng).Days(5);
        Assert.Equal(Shunchang, war.World[Fleet].At);
    }

    [Fact]
    public void Who_follows_comes_up_and_halts_where_the_leader_halts()
    {
        var war = OnlyMarch(AtWar()).Send(Army, TaskKind.March, Kaifeng).Send(Van, TaskKind.Follow, default, follow: Army).Days(40);
        war.Then<Arrived>(e => e.Force == Van);
        Assert.Equal((Kaifeng, Kaifeng), (war.World[Army].At, war.World[Van].At));
        Assert.Single(war.All<Arrived>(), e => e.Force == Van);
    }

    [Fact]
    public void Who_has_lost_his_base_falls_back_on_the_nearest_friendly_place()
    {
        var war = OnlyMarch(AtWar()).Stand(Yue, Yingchang).Place(Caizhou, (ref PlaceState p) => p.Holder = Jin).Place(Huazhou, (ref PlaceState p) => p.Holder = Song)
            .Force(Yue, (ref Force f) => f.Doing = Doing.Retreating).Days(1);
        Assert.Equal(Huazhou, MarchRule.Goal(war.World, Yue));
    }

    [Fact]
    public void A_long_column_fights_with_the_part_that_is_up()
    {
        var war = OnlyMarch(AtWar()).Force(Army, (ref Force f) => f.Foot = 60_000).Send(Army, TaskKind.March, Liyang).Days(2);
        Assert.InRange(MarchRule.UpPerMille(war.World, Army), 100, 900);
        war.Force(Army, (ref Force f) => f.Doing = Doing.Standing).Days(5);
        Assert.Equal(1000, MarchRule.UpPerMille(war.World, Army));
    }

    [Fact]
    public void The_desk_refuses_what_it_knows_cannot_be_done()
    {
        var view = new View(AtWar(), SongField);
        Assert.Equal(Code.UnknownPlace, MarchRule.Judge(view, new Yanyun.Engine.Rules.March(Yue, new PlaceId(99), Pace.Usual)).Code);
        Assert.Equal(Code.HostilePlace, MarchRule.Judge(view, new Withdraw(Yue, Kaifeng)).Code);
        Assert.Equal(Code.SelfFollow, MarchRule.Judge(view, new Follow(Yue, Yue)).Code);
        Assert.Equal(Code.WrongPolity, MarchRule.Judge(view, new Follow(Yue, Army)).Code);
        Assert.Equal(Code.NoCrossingThere, MarchRule.Judge(view, new BurnBridge(Yue, Boats)).Code);
        Assert.Equal(Code.FleetOnLand, MarchRule.Judge(new View(AtWar(), SongCourt), new Yanyun.Engine.Rules.March(Fleet, Kaifeng, Pace.Usual)).Code);
        Assert.Equal(Code.GarrisonStays, MarchRule.Judge(new View(AtWar(), JinField), new Yanyun.Engine.Rules.March(Guard, Kaifeng, Pace.Usual)).Code);
        Assert.True(MarchRule.Judge(view, new Yanyun.Engine.Rules.March(Yue, Kaifeng, Pace.Forced)).Ok);
    }

    [Fact]
    public void A_bridge_burns_for_whoever_stands_at_it_and_only_once()
    {
        var war = OnlyMarch(AtWar()).Days(1);
        Assert.Equal(Code.NotHere, MarchRule.Obey(war.World, new BurnBridge(Yue, Boats)).Reason);
        Assert.True(MarchRule.Obey(war.World, new BurnBridge(Van, Boats)).Does);
        Assert.Equal(Code.AlreadyDone, MarchRule.Obey(war.World, new BurnBridge(Van, Boats)).Reason);
        war.Then<BridgeBurned>(e => e.By == Van && e.Crossing == Boats);
    }
}
