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
        War March(ulong seed, TaskKind task) => Given(AtWar(seed)).PutOnRoad(Yue, Zhuxian, Kaifeng, 20).Send(Yue, task, Kaifeng)
            .Place(Kaifeng, (ref PlaceState p) => (p.OfficerLoyalty, p.Garrison) = (200, 400)).Running(SurrenderRule.Daily);
        var taken = Opens(seed => March(seed, TaskKind.Take));
        Assert.True(taken > Seeds / 2, taken.ToString());
        Assert.Equal(0, Opens(seed => March(seed, TaskKind.Withdraw)));
        var war = March(3, TaskKind.Take).Days(3);
        Assert.Single(war.All<TownSummoned>(), e => e.Place == Kaifeng);
    }

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
