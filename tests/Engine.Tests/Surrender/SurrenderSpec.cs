using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Surrender;

/// <summary>How towns answer a summons.</summary>
public class SurrenderSpec : RuleSpec
{
    private const int Seeds = 300;

    /// <summary>Zongbi's host before Caizhou, whose 800 men have no army near.</summary>
    private static War BeforeCaizhou(ulong seed) => Given(AtWar(seed)).Stand(Yue, Linan).Stand(Army, Caizhou).Send(Army, TaskKind.Take, Caizhou)
        .Force(Army, (ref Force f) => f.Grain = 100_000_000).Running(SiegeRule.Daily);

    private static int Opens(Func<ulong, War> given) => Enumerable.Range(1, Seeds).Count(seed => given((ulong)seed).Days(1).All<PlaceTaken>().Any());

    [Fact]
    public void The_officers_loyalty_decides_more_than_anything()
    {
        var bySworn = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 900));
        var byLeft = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 450));
        var byHostile = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 200));
        Assert.InRange(bySworn, 0, Seeds / 5);
        Assert.InRange(byLeft, Seeds * 25 / 100, Seeds * 60 / 100);
        Assert.InRange(byHostile, Seeds * 75 / 100, Seeds);
        var byPeople = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => (p.OfficerLoyalty, p.LoyaltyA) = (450, 100)));
        Assert.InRange(byPeople - byLeft, 1, Seeds / 4);
    }

    [Fact]
    public void An_army_of_its_own_near_by_gives_a_town_heart()
    {
        var alone = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 450));
        var hoping = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 450).Stand(Yue, Yingchang));
        Assert.True(hoping < alone - Seeds / 10, $"{hoping} against {alone}");
    }

    [Fact]
    public void A_stronger_host_a_weaker_wall_and_a_smaller_garrison_all_press()
    {
        War Given450(ulong seed) => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => (p.OfficerLoyalty, p.Garrison) = (450, 4000));
        var firm = Opens(Given450);
        Assert.True(Opens(seed => Given450(seed).Stand(Van, Caizhou).Force(Van, (ref Force f) => f.LightHorse = 40_000)) > firm);
        Assert.True(Opens(seed => Given450(seed).Place(Caizhou, (ref PlaceState p) => p.Walls = 0)) > firm);
        Assert.True(Opens(seed => Given450(seed).Place(Caizhou, (ref PlaceState p) => p.Garrison = 300)) > firm);
        Assert.True(Opens(seed => Given450(seed).Place(Caizhou, (ref PlaceState p) => p.Grievance = 900)) > firm);
    }

    [Fact]
    public void Towns_fall_in_clusters_what_neighbours_did_this_week_counts()
    {
        var alone = Opens(seed => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 550));
        War Before(ulong seed, int ago)
        {
            var war = BeforeCaizhou(seed);
            war.Running();
            war.Days(20);
            war.Running(SiegeRule.Daily);
            return war.Place(Yingchang, (ref PlaceState p) => p.HeldSince = (ushort)(20 - ago)).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 550);
        }
        var afterNeighbour = Opens(seed => Before(seed, 3));
        var longAfter = Opens(seed => Before(seed, 12));
        Assert.True(afterNeighbour > longAfter + Seeds / 20, $"{afterNeighbour} after a neighbour, {longAfter} long after, {alone} alone");
    }

    [Fact]
    public void An_advancing_host_draws_in_towns_within_a_days_march_by_letters_alone()
    {
        War March(ulong seed, TaskKind task) => Given(AtWar(seed)).PutOnRoad(Yue, Caizhou, Yingchang, 130).Send(Yue, task, Yingchang)
            .Place(Yingchang, (ref PlaceState p) => (p.OfficerLoyalty, p.Garrison) = (200, 400)).Running(SurrenderRule.Daily);
        var taken = Opens(seed => March(seed, TaskKind.Take));
        Assert.True(taken > Seeds / 2, taken.ToString());
        Assert.Equal(0, Opens(seed => March(seed, TaskKind.Withdraw)));
        var war = March(3, TaskKind.Take).Days(3);
        Assert.Single(war.All<TownSummoned>(), e => e.Place == Yingchang);
    }

    [Fact]
    public void A_capital_answers_nobody_but_the_host_before_its_walls() =>
        Given(AtWar()).PutOnRoad(Yue, Zhuxian, Kaifeng, 20).Send(Yue, TaskKind.Take, Kaifeng).Place(Kaifeng, (ref PlaceState p) => p.OfficerLoyalty = 0)
            .Running(SurrenderRule.Daily).Days(5).Never<TownSummoned>(e => e.Place == Kaifeng);

    /// <summary>Kaifeng fell on day 1 to Zongbi, whose host is in it; Yingchang, 200 li off, and Caizhou, 350 li, are Song's and have nobody near.</summary>
    private static War KaifengFallen() => Given(AtWar()).Stand(Yue, Linan).Stand(Liu, Linan).Stand(Army, Kaifeng)
        .Place(Kaifeng, (ref PlaceState p) => p.HeldSince = 1).Place(Yingchang, (ref PlaceState p) => (p.Holder, p.OfficerLoyalty) = (Song, 1000))
        .Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 1000).Place(Shunchang, (ref PlaceState p) => p.OfficerLoyalty = 1000).Running(SurrenderRule.Daily);

    [Fact]
    public void From_a_great_city_that_fell_letters_go_round_the_country_and_each_town_gets_one()
    {
        var war = KaifengFallen().Days(30);
        var asked = war.Entries<TownSummoned>().Select(e => (war.Log.Read<TownSummoned>(e).Place, e.Id.Day)).ToList();
        static int After(int li) => 1 + SurrenderRule.CircularDays + li / SurrenderRule.EscortLi;
        Assert.Equal([(Yingchang, After(200)), (Shunchang, After(250)), (Caizhou, After(350))], asked);
        KaifengFallen().Stand(Army, Daming).Days(30).Never<TownSummoned>();
    }

    [Fact]
    public void Where_a_host_is_sent_it_asks_for_itself_and_where_an_army_stands_no_letter_goes()
    {
        KaifengFallen().Force(Van, (ref Force f) => (f.Task, f.Target) = (TaskKind.Take, Caizhou)).Days(30).Never<TownSummoned>(e => e.Place == Caizhou);
        KaifengFallen().Stand(Yue, Caizhou).Days(30).Never<TownSummoned>(e => e.Place == Caizhou);
    }

    [Fact]
    public void A_town_that_opened_to_a_letter_from_afar_gets_no_guard_from_there()
    {
        var war = KaifengFallen().Place(Yingchang, (ref PlaceState p) => (p.OfficerLoyalty, p.Garrison) = (0, 100)).Place(Caizhou, (ref PlaceState p) => (p.OfficerLoyalty, p.Garrison) = (0, 100));
        war.Days(30).Then<PlaceTaken>().Never<GuardLeft>();
    }

    [Fact]
    public void What_speaks_most_for_shut_gates_is_the_ground_of_a_refusal()
    {
        var at = new Plight(Before: 20_000, Within: 800, Walls: 1, Loyalty: 500, People: 500, Grievance: 0, Relief: 0, Neighbours: 0);
        static Refusal Of(Plight p) => Summons.GroundOf(p, SummonsWeights.Shipped);
        Assert.Equal(Refusal.Unsaid, Of(at));
        Assert.Equal(Refusal.Officer, Of(at with { Loyalty = 850, People = 800 }));
        Assert.Equal(Refusal.Relief, Of(at with { Loyalty = 600, Relief = 1000 }));
        Assert.Equal(Refusal.Walls, Of(at with { Within = 20_000, Walls = 3 }));
        Assert.Equal(Refusal.Heart, Of(at with { Morale = 750 }));
        Assert.Equal(Refusal.People, Of(at with { People = 800 }));
    }

    [Fact]
    public void A_host_that_halts_before_a_hostile_town_asks_it_whatever_it_was_sent_for() =>
        Given(AtWar()).Stand(Yue, Linan).Stand(Liu, Linan).Stand(Army, Caizhou).Force(Army, (ref Force f) => (f.Task, f.Target) = (TaskKind.Hold, Caizhou))
            .Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 1000).Running(SurrenderRule.Daily).Days(1).Then<TownSummoned>(e => e.Place == Caizhou && e.By == Army);

    [Fact]
    public void A_town_is_not_asked_twice_in_a_week() =>
        Assert.Equal(2, BeforeCaizhou(2).Place(Caizhou, (ref PlaceState p) => p.OfficerLoyalty = 1000).Running(SurrenderRule.Daily)
            .Force(Army, (ref Force f) => f.Target = Linan).Place(Linan, (ref PlaceState p) => p.SummonedOn = 60_000).Days(14).All<TownSummoned>().Count);

    [Fact]
    public void A_host_that_comes_before_the_gate_asks_although_its_riders_were_refused()
    {
        War Refused(int on)
        {
            var war = BeforeCaizhou(2);
            war.Running();
            war.Days(8);
            war.Running(SiegeRule.Daily);
            return war.Place(Caizhou, (ref PlaceState p) => (p.OfficerLoyalty, p.SummonedOn) = (1000, (ushort)on)).Force(Army, (ref Force f) => f.HaltedOn = 7);
        }
        Assert.Single(Refused(on: 5).Days(1).All<TownSummoned>());
        Assert.Empty(Refused(on: 7).Days(1).All<TownSummoned>());
    }

    [Fact]
    public void A_garrison_without_heart_presses_its_officer_to_open()
    {
        War Held(ulong seed, short morale) => BeforeCaizhou(seed).Place(Caizhou, (ref PlaceState p) => (p.OfficerLoyalty, p.GarrisonMorale) = (550, morale));
        var firm = Opens(seed => Held(seed, 650));
        var faint = Opens(seed => Held(seed, 350));
        Assert.True(faint > firm + Seeds / 10, $"{faint} against {firm}");
    }

    [Fact]
    public void An_officer_who_opens_keeps_his_post_and_his_men_change_sides_and_one_who_runs_leaves_an_empty_wall()
    {
        int opened = 0, fled = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            var war = Given(AtWar(seed)).Stand(Yue, Luoyang).Send(Yue, TaskKind.Take, Luoyang)
                .Place(Luoyang, (ref PlaceState p) => (p.OfficerLoyalty, p.Holder) = (300, Jin)).Running(SiegeRule.Daily).Days(1);
            foreach (var taken in war.All<PlaceTaken>())
            {
                Assert.False(war.World[Guard].Alive);
                Assert.Equal(Jin, war.World[Guard].Polity);
                if (taken.How == Taking.Opened)
                {
                    opened++;
                    war.Then<GarrisonTurned>(e => e.Force == Guard && e.Men == 1500);
                    Assert.Equal((2100, PlaceTaken.Surrendered, Prefect), (war.World[Luoyang].Garrison, war.World[Luoyang].OfficerLoyalty, war.World[Luoyang].Officer));
                }
                else
                {
                    fled++;
                    war.Then<OfficerFled>(e => e.Officer == Prefect).Then<GarrisonLost>(e => e.Men == 600).Then<ForceDestroyed>(e => e.Force == Guard);
                    Assert.InRange(war.World[Luoyang].Garrison, 1, 800);
                }
                Assert.Equal(EventKind.TownSummoned, war.Log.Entries.ToArray().Single(e => e.Id == war.Entries<TownSummoned>()[0].Id).Kind);
            }
        }
        Assert.True(opened > 40 && fled > 3, $"{opened} opened, {fled} fled");
    }

    [Fact]
    public void A_field_army_in_a_town_answers_for_itself()
    {
        var taken = Enumerable.Range(1, 200).Count(seed => Given(AtShunchang((ulong)seed)).Send(Army, TaskKind.Take, Shunchang)
            .Force(Liu, (ref Force f) => f.Doing = Doing.Besieged).Place(Shunchang, (ref PlaceState p) => p.OfficerLoyalty = 100)
            .Running(SiegeRule.Daily).Days(1).All<PlaceTaken>().Any());
        Assert.InRange(taken, 0, 20);
    }

    [Fact]
    public void What_changes_hands_is_balanced_to_the_last_man()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var war = Given(AtWar(seed)).Stand(Yue, Luoyang).Send(Yue, TaskKind.Take, Luoyang).Place(Luoyang, (ref PlaceState p) => p.OfficerLoyalty = 400)
                .Running(SiegeRule.Daily);
            var before = war.World.Totals();
            Assert.Equal(war.Days(2).World.Totals(), before + war.Flows());
        }
    }
}
