using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.UprisingSpecs;

/// <summary>Agents, and the people who take up arms.</summary>
public class UprisingSpec : RuleSpec
{
    private static readonly ForceId Outlaws = SmallWar.Band;

    internal static War Astir(World world) => Given(world).Running(Lookout.Daily, UprisingRule.Daily);

    /// <summary>A people that bears no more, whatever its patience.</summary>
    internal static void Embitter(ref PlaceState place) => (place.LoyaltyA, place.LoyaltyB, place.Grievance) = (1000, 0, 900);

    internal static void Appease(ref PlaceState place) => (place.LoyaltyA, place.LoyaltyB, place.Grievance) = (0, 1000, 0);

    [Fact]
    public void A_people_that_bears_no_more_rises_within_twenty_days()
    {
        var war = Astir(AtWar()).Place(Huazhou, Embitter).Days(UprisingRule.QuietDays);
        var rose = Assert.Single(war.All<BandRose>());
        Assert.Equal((Huazhou, HuazhouMen), (rose.Place, rose.Force));
        ref readonly var band = ref war.World[HuazhouMen];
        Assert.True(band.Alive);
        Assert.Equal((Doing.Hidden, TaskKind.Harass, Huazhou, SongField), (band.Doing, band.Task, band.At, band.Seat));
    }

    [Fact]
    public void A_content_people_does_not() => Astir(AtWar()).Place(Huazhou, Appease).Place(Luoyang, Appease).Days(60).Never<BandRose>(e => e.Place != Hulao);

    [Fact]
    public void Nobody_rises_in_peace() => Astir(AtWar()).Place(Huazhou, Embitter)
        .With(w => w[Song].Wars = w[Jin].Wars = w[Loyalists].Wars = 0).Days(60).Never<BandRose>();

    [Fact]
    public void Nobody_rises_against_his_own_side() => Astir(AtWar()).Place(Huazhou, Embitter)
        .Place(Huazhou, (ref PlaceState p) => p.Holder = Song).Days(60).Never<BandRose>(e => e.Place == Huazhou);

    [Fact]
    public void Each_man_in_arms_left_a_household_and_some_of_the_guard_went_with_them()
    {
        var war = Astir(AtWar()).Place(Huazhou, Embitter);
        var before = war.World.Totals();
        war.Days(UprisingRule.QuietDays);
        var rose = war.All<BandRose>()[0];
        // 15,000 households, ten times 3 in the thousand at the most; 500 men of the guard, a people that loves its holder not at all.
        Assert.Equal((450, 50), (rose.Men, rose.Turned));
        Assert.Equal((500, 15_000 - 450, 450), (war.World[HuazhouMen].Men, war.World[Huazhou].Households, war.World[Huazhou].Garrison));
        Assert.Equal(before + war.Flows(), war.World.Totals());
    }

    [Fact]
    public void The_more_drives_them_the_more_come()
    {
        static int Risen(short grievance) => Astir(AtWar()).Place(Huazhou, (ref PlaceState p) => (p.LoyaltyA, p.LoyaltyB, p.Grievance) = (600, 0, grievance))
            .Days(UprisingRule.QuietDays).All<BandRose>().Where(e => e.Place == Huazhou).Sum(e => e.Men);
        var patience = Unrest.PatienceOf(AtWar(), Huazhou);
        int few = Risen((short)(patience - 300 + 75)), many = Risen((short)(patience - 300 + 195));
        Assert.True(0 < few && few < many, $"{few}, {many}");
    }

    [Fact]
    public void More_join_when_more_drives_them()
    {
        var war = Astir(AtWar()).Place(Huazhou, (ref PlaceState p) =>
            (p.LoyaltyA, p.LoyaltyB, p.Grievance) = (600, 0, (short)(Unrest.PatienceOf(AtWar(), Huazhou) - 300 + 100)));
        war.Days(UprisingRule.QuietDays).Never<BandJoined>();
        war.Place(Huazhou, Embitter).Place(Huazhou, (ref PlaceState p) => p.Garrison = 5_000).Days(UprisingRule.AstirDays);
        Assert.True(war.All<BandJoined>().Single(e => e.Place == Huazhou).Men > 0);
    }

    [Fact]
    public void Bands_that_lay_hidden_take_up_arms_with_what_joins_them()
    {
        var war = Astir(AtWar()).Place(Hulao, Embitter).Days(UprisingRule.QuietDays);
        Assert.Equal(Outlaws, war.All<BandRose>().Single(e => e.Place == Hulao).Force);
        Assert.True(war.World[Outlaws].Men >= 800);
        Assert.NotEqual(0, war.World.RisingTable[AtHulao].RoseOn);
    }

    [Fact]
    public void A_rising_is_reported_to_the_command_that_is_in_touch_with_it()
    {
        var war = Given(AtWar()).Place(Huazhou, Embitter).Days(UprisingRule.QuietDays + 12);
        Assert.True(new View(war.World, SongField).Knows(HuazhouMen));
    }

    [Fact]
    public void Agents_cost_silver_ride_on_foot_and_stir_the_people_when_they_come()
    {
        var war = Given(AtWar()).Place(Huazhou, Appease).Place(Huazhou, (ref PlaceState p) => p.Garrison = 10);
        var cash = war.World[Song].Cash;
        war.Order(SongField, new Rouse(Huazhou));
        war.Then<AgentsSent>(e => e.Cash == UprisingRule.Gifts && e.Place == Huazhou);
        Assert.Equal(cash - UprisingRule.Gifts, war.World[Song].Cash);
        Assert.Equal(1, new View(war.World, SongField).AgentsSentOn(AtHuazhou));
        Assert.Equal(0, new View(war.World, SongCourt).AgentsSentOn(AtHuazhou));
        var days = war.DaysUntil<AgentsArrived>(40);
        Assert.InRange(days, 3, 20); // 500 li at 200 a day and less, and a desk
        Assert.Equal(war.World.Today, war.World.RisingTable[AtHuazhou].RousedOn);
    }

    [Fact]
    public void Agents_are_caught_by_the_garrisons_along_the_road()
    {
        var world = AtWar();
        Assert.Equal(0, UprisingRule.Watched(world, Linan, Caizhou, Song));
        Assert.Equal(3 * UprisingRule.CaughtPerTown, UprisingRule.Watched(world, Caizhou, Huazhou, Song)); // Yingchang, Kaifeng, Huazhou
        world[Kaifeng].Garrison = SiegeRule.Watchmen - 1;
        Assert.Equal(2 * UprisingRule.CaughtPerTown, UprisingRule.Watched(world, Caizhou, Huazhou, Song));
        var caught = 0;
        for (ulong seed = 1; seed <= 300 && caught == 0; seed++)
        {
            var war = Given(AtWar(seed)).With(w => w.RisingTable[AtHuazhou].RousedOn = 1).Order(SongField, new Rouse(Huazhou));
            if (war.World.AllForces.Length == 0) break;
            war.Days(30);
            if (war.All<AgentsCaught>().Count == 0) continue;
            caught++;
            war.Never<AgentsArrived>();
            Assert.Equal(0, war.World.RisingTable[AtHuazhou].RousedOn);
        }
        Assert.Equal(1, caught);
    }

    [Fact]
    public void The_desk_sends_agents_only_where_the_enemy_rules_and_somebody_listens()
    {
        var war = Given(AtWar());
        Assert.True(war.Judge(SongField, new Rouse(Huazhou)).Ok);
        Assert.Equal(Code.UnknownPlace, war.Judge(SongField, new Rouse(new PlaceId(99))).Code);
        Assert.Equal(Code.NoFriendsThere, war.Judge(SongField, new Rouse(Daming)).Code);
        Assert.Equal(Code.NotHostile, war.Judge(SongField, new Rouse(Caizhou)).Code);
        Assert.Equal(Code.NotHostile, war.Judge(JinField, new Rouse(Huazhou)).Code);
    }

    [Fact]
    public void They_melt_away_when_what_drove_them_is_gone_and_gather_again()
    {
        var war = Astir(AtWar()).Place(Huazhou, Embitter).Place(Huazhou, (ref PlaceState p) => p.Garrison = 0);
        war.World[Huazhou].Garrison = 5_000; // too many to fall on
        var before = war.World.Totals();
        war.Days(UprisingRule.QuietDays);
        var key = war.World[HuazhouMen].Key;
        war.Place(Huazhou, Appease).Days(UprisingRule.AstirDays);
        Assert.True(war.All<BandMelted>().Single().All);
        Assert.False(war.World[HuazhouMen].Alive);
        war.Place(Huazhou, Embitter).Days(UprisingRule.QuietDays);
        Assert.Equal(2, war.All<BandRose>().Count(e => e.Force == HuazhouMen));
        Assert.Equal(key, war.World[HuazhouMen].Key);
        Assert.Equal(before + war.Flows(), war.World.Totals());
    }

    [Fact]
    public void A_band_that_was_destroyed_gathers_anew()
    {
        var war = Astir(AtWar()).Place(Huazhou, Embitter).Place(Huazhou, (ref PlaceState p) => p.Garrison = 5_000).Days(UprisingRule.QuietDays);
        var before = war.World.Totals();
        war.With(w => w.Emit(new ForceDestroyed(HuazhouMen, ForceId.None, w[HuazhouMen].Men, 0, Huazhou), w[HuazhouMen].TaskCause));
        var flows = war.Flows();
        war.Place(Huazhou, Appease).Days(UprisingRule.QuietDays).Never<BandMelted>();
        war.Place(Huazhou, Embitter).Days(UprisingRule.QuietDays);
        Assert.Equal(2, war.All<BandRose>().Count(e => e.Force == HuazhouMen));
        Assert.Equal(war.World.Totals(), before + war.Flows() + new Flow(-flows.Men - war.All<ForceDestroyed>()[0].Men, -flows.Grain, -flows.Cash, -flows.Households));
    }

    [Fact]
    public void Those_who_live_in_the_hills_only_lie_low()
    {
        var war = Astir(AtWar()).Place(Hulao, Embitter).Place(Hulao, (ref PlaceState p) => p.Garrison = 9_000).Days(UprisingRule.QuietDays);
        var lost = war.World[Outlaws].Lost;
        war.Place(Hulao, Appease).Days(UprisingRule.AstirDays);
        Assert.False(war.All<BandMelted>().Single(e => e.Force == Outlaws).All);
        Assert.True(war.World[Outlaws].Alive);
        Assert.Equal((TaskKind.Hold, 0), (war.World[Outlaws].Task, (int)war.World.RisingTable[AtHulao].RoseOn));
        Assert.InRange(war.World[Outlaws].Men, 1, 800);
    }
}
