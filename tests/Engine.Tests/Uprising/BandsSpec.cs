using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.UprisingSpecs;

/// <summary>What bands in arms do of themselves.</summary>
public class BandsSpec : RuleSpec
{
    private static readonly ForceId Outlaws = SmallWar.Band;

    private static War Astir(World world) => UprisingSpec.Astir(world).Force(Outlaws, (ref Force f) => (f.Task, f.Target) = (TaskKind.Harass, f.At));

    private static World Robbed(int men)
    {
        var world = AtWar();
        Stand(world, Outlaws, Kaifeng);
        (world[Outlaws].Doing, world[Outlaws].Task, world[Outlaws].Foot) = (Doing.Hidden, TaskKind.Harass, men);
        world.Muster();
        return world;
    }

    [Fact]
    public void Riders_of_the_enemy_are_waylaid_on_the_roads_through_their_hills()
    {
        Assert.Equal(20, Waylaid(Robbed(400), Huazhou, Yingchang, Jin));
        Assert.Equal(Bands.MostWaylaid, Waylaid(Robbed(4_000), Huazhou, Yingchang, Jin));
        Assert.Equal(0, Waylaid(Robbed(400), Yingchang, Caizhou, Jin)); // another road
        Assert.Equal(0, Waylaid(Robbed(400), Huazhou, Yingchang, Song)); // their own side
        var lyingLow = Robbed(400);
        lyingLow[Outlaws].Task = TaskKind.Hold;
        Assert.Equal(0, Waylaid(lyingLow, Huazhou, Yingchang, Jin));
    }

    private static int Waylaid(World world, PlaceId from, PlaceId to, PolityId rider)
    {
        Alarm.Raise(world);
        return Bands.Waylaid(world, from, to, rider);
    }

    [Fact]
    public void More_letters_are_lost_where_bands_are_out()
    {
        static int Lost(bool bands)
        {
            var lost = 0;
            for (ulong seed = 1; seed <= 60; seed++)
            {
                var war = Given(AtWar(seed)).Force(Outlaws, (ref Force f) => (f.At, f.Target, f.Foot) = (Kaifeng, Kaifeng, 4_000));
                if (bands) war.Force(Outlaws, (ref Force f) => f.Task = TaskKind.Harass);
                war.Place(Kaifeng, (ref PlaceState p) => p.Garrison = 30_000);
                war.Stand(Van, Yingchang).Days(1);
                for (var d = 0; d < 4; d++) war.Order(JinField, new SetStance(Van, d % 2 == 0 ? Stance.Seek : Stance.Avoid));
                war.Days(20);
                lost += war.All<DispatchMissed>().Count(e => e.ToForce == Van || e.ToSeat == JinField);
            }
            return lost;
        }
        int quiet = Lost(false), robbed = Lost(true);
        Assert.True(robbed > quiet, $"{quiet} lost without bands, {robbed} with them");
    }

    /// <summary>A band of so many sent to raid about Liyang, over the river, past Zongbi's host at Huazhou.</summary>
    private static War Raiders(int men, ulong seed = 1) => Given(AtWar(seed)).Stand(Army, Huazhou).Stand(Van, Daming).PutOnRoad(Outlaws, Kaifeng, Huazhou, 60)
        .Force(Outlaws, (ref Force f) => (f.Foot, f.LightHorse, f.Militia) = (men, 0, 0)).Send(Outlaws, TaskKind.Harass, Liyang).Running(MarchRule.Daily, BattleRule.Daily);

    [Fact]
    public void A_small_band_slips_past_hosts_and_over_rivers_by_night()
    {
        var over = Enumerable.Range(1, 40).Count(seed => Raiders(600, (ulong)seed).Days(12).World[Outlaws].At == Liyang);
        Assert.InRange(over, 25, 40); // now and then it is seen
        Assert.InRange(Enumerable.Range(1, 40).Count(seed => Raiders(4_000, (ulong)seed).Days(12).World[Outlaws].At == Liyang), 0, 5); // they must fight their way
    }

    [Fact]
    public void A_column_that_takes_towns_slips_past_nobody() =>
        Assert.False(Bands.SlipsThrough(Raiders(600).Force(Outlaws, (ref Force f) => f.Task = TaskKind.Take).World, Raiders(600).Force(Outlaws, (ref Force f) => f.Task = TaskKind.Take).World[Outlaws]));

    [Fact]
    public void What_lives_behind_the_lines_is_not_called_home_with_the_army()
    {
        var war = Given(AtWar()).Stand(Yue, Yingchang).Place(Yingchang, (ref PlaceState p) => p.Holder = Song).Stand(Army, Daming)
            .Force(Yue, (ref Force f) => (f.Task, f.Target) = (TaskKind.Hold, Yingchang))
            .Force(Outlaws, (ref Force f) => (f.Seat, f.Task, f.Target) = (SongField, TaskKind.Harass, Hulao));
        for (var d = 0; d < 20 && !war.All<EdictAnswered>().Any(e => e.Answer == Code.Obeys); d++) war.Order(SongCourt, new Direct(SongField, TaskKind.Withdraw, Caizhou)).Days(6);
        war.Then<OrderAnswered>(e => e.Force == Yue && e.Order.Kind == OrderKind.Withdraw).Never<OrderAnswered>(e => e.Force == Outlaws);
    }

    [Fact]
    public void Convoys_pay_toll_to_a_band_on_their_road() =>
        Given(AtWar()).Force(Outlaws, (ref Force f) => (f.At, f.Target, f.Task) = (Kaifeng, Kaifeng, TaskKind.Harass))
            .Place(Kaifeng, (ref PlaceState p) => p.Garrison = 30_000)
            .Order(JinField, new Convoy(Huazhou, Yingchang, 300)).Days(20).Then<ConvoyRaided>(e => e.By == Outlaws && e.Grain > 0);

    [Fact]
    public void A_commander_does_not_leave_a_town_with_a_band_in_its_hills()
    {
        var world = AtWar();
        Stand(world, Outlaws, Liyang);
        (world[Outlaws].Doing, world[Outlaws].Task, world[Outlaws].Foot) = (Doing.Hidden, TaskKind.Harass, 1_400);
        world.Muster();
        Assert.False(Bands.TieDown(world, world[Van])); // not half of 3,000
        world[Outlaws].Foot = 1_600;
        Assert.True(Bands.TieDown(world, world[Van]));
        var delayed = 0;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var war = Given(AtWar(seed)).Force(Outlaws, (ref Force f) => (f.At, f.Target, f.Task, f.Foot) = (Liyang, Liyang, TaskKind.Harass, 1_600))
                .Place(Liyang, (ref PlaceState p) => p.Garrison = 9_000).Order(JinField, new Yanyun.Engine.Rules.March(Van, Huazhou, Pace.Usual)).Days(4);
            delayed += war.All<OrderAnswered>().Count(e => e.Reason == Code.BandsAbout && e.Answer == Code.Delays);
        }
        Assert.True(delayed > 0);
    }

    [Fact]
    public void A_band_goes_with_an_army_of_its_side_that_comes_by_and_home_when_it_goes_back()
    {
        var war = Astir(AtWar()).Stand(Yue, Hulao).Days(UprisingRule.AstirDays);
        Assert.Equal((TaskKind.Follow, Yue), (war.World[Outlaws].Task, war.World[Outlaws].TargetForce));
        war.Force(Yue, (ref Force f) => f.Task = TaskKind.Withdraw).Days(UprisingRule.AstirDays);
        Assert.Equal((TaskKind.Harass, Hulao), (war.World[Outlaws].Task, war.World[Outlaws].Target));
    }

    [Fact]
    public void It_does_not_follow_an_army_farther_than_four_hundred_li_from_home()
    {
        var war = Astir(AtWar()).Stand(Yue, Hulao).Days(UprisingRule.AstirDays);
        war.Stand(Yue, Caizhou).Days(UprisingRule.AstirDays);
        Assert.Equal(TaskKind.Harass, war.World[Outlaws].Task);
    }

    [Fact]
    public void A_band_falls_on_a_town_that_is_weaker_than_it_is()
    {
        // 800 against 250 behind a wall of two steps: twice the garrison is enough.
        var war = Astir(AtWar()).Days(UprisingRule.AstirDays);
        war.Then<TaskTaken>(e => e.Force == Outlaws && e.Task == TaskKind.Take && e.Target == Hulao);
        Astir(AtWar()).Place(Hulao, (ref PlaceState p) => p.Garrison = 401).Days(60).Never<TaskTaken>(e => e.Force == Outlaws && e.Task == TaskKind.Take);
    }

    [Fact]
    public void A_town_taken_by_a_band_is_the_bands_in_the_whole_course_of_days()
    {
        var war = Given(AtWar()).Force(Outlaws, (ref Force f) => (f.Task, f.Foot) = (TaskKind.Harass, 2_000)).Place(Hulao, (ref PlaceState p) => p.Garrison = 30);
        war.Days(30);
        Assert.Equal(Loyalists, war.World[Hulao].Holder);
    }

    [Fact]
    public void Garrisons_hunt_a_band_in_arms_and_both_bleed()
    {
        var war = Astir(AtWar()).Place(Hulao, (ref PlaceState p) => p.Garrison = 2_000);
        var before = war.World.Totals();
        war.DaysUntil<BandHunted>();
        var hunted = war.All<BandHunted>()[0];
        Assert.InRange(hunted.Lost.Men, 800 * Bands.LeastLoss / 1000, 800 * Bands.MostLoss / 1000);
        Assert.Equal(hunted.Lost.Men / Bands.HuntersShare, hunted.Hunters.Men);
        Assert.Equal(2_000 - hunted.Hunters.Men, war.World[Hulao].Garrison);
        Assert.Equal(before + war.Flows(), war.World.Totals());
    }

    [Fact]
    public void A_band_that_lies_low_is_not_hunted() =>
        UprisingSpec.Astir(AtWar()).Place(Hulao, UprisingSpec.Appease).Place(Hulao, (ref PlaceState p) => p.Garrison = 2_000).Days(200).Never<BandHunted>();

    [Fact]
    public void While_an_army_of_its_side_is_near_garrisons_keep_behind_their_walls() =>
        Astir(AtWar()).Place(Hulao, (ref PlaceState p) => p.Garrison = 2_000).Stand(Yue, Kaifeng).Force(Yue, (ref Force f) => f.Task = TaskKind.Withdraw)
            .Days(200).Never<BandHunted>();

    [Fact]
    public void A_column_that_stands_there_leads_the_hunt()
    {
        var war = Astir(AtWar()).Place(Hulao, (ref PlaceState p) => p.Garrison = 1_000).Stand(Van, Hulao);
        war.DaysUntil<BandHunted>();
        Assert.Equal(Van, war.All<BandHunted>()[0].By);
        Assert.Equal(1_000, war.World[Hulao].Garrison);
    }

    [Fact]
    public void Hunted_down_to_a_handful_the_men_of_a_place_go_home()
    {
        var war = UprisingSpec.Astir(AtWar()).Place(Huazhou, UprisingSpec.Embitter).Days(UprisingRule.QuietDays)
            .Place(Huazhou, (ref PlaceState p) => p.Garrison = 5_000).Force(HuazhouMen, (ref Force f) => f.Militia = 51);
        war.Place(Huazhou, (ref PlaceState p) => p.Households = 100);
        war.DaysUntil<BandMelted>();
        Assert.False(war.World[HuazhouMen].Alive);
    }

    [Fact]
    public void Left_out_of_a_run_the_rule_moves_nobody()
    {
        var world = AtWar();
        world[Huazhou].Grievance = 1000;
        (world[Huazhou].LoyaltyA, world[Huazhou].LoyaltyB) = (1000, 0);
        world[Outlaws].Task = TaskKind.Harass;
        var log = new EventLog();
        world.Log = log;
        var simulation = new Simulation(world, new IMind?[world.Scenario.Seats.Length], RuleSwitch.Uprising);
        for (var d = 0; d < 60; d++) simulation.Day();
        foreach (ref readonly var entry in log.Entries)
            Assert.False(entry.Kind is EventKind.BandRose or EventKind.BandHunted or EventKind.BandMelted or EventKind.AgentsSent);
        Assert.Equal(0, Bands.Waylaid(world, Huazhou, Yingchang, Jin));
    }
}
