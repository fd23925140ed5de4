using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Siege;

/// <summary>
/// How towns are shut in, stormed, starved, betrayed, relieved and passed by, seen in a small war. The hazards of a day are SiegeSpec.
/// </summary>
public class TakingTownsSpec : RuleSpec
{
    private static readonly Action<World>[] Fighting = [BattleRule.Daily, SiegeRule.Daily, SurrenderRule.Daily];

    /// <summary>Zongbi's 23,000 sent to take Shunchang, where Liu Qi holds with 6,000 behind the wall.</summary>
    private static War BeforeShunchang(ulong seed) => Given(AtShunchang(seed)).Send(Army, TaskKind.Take, Shunchang).Send(Van, TaskKind.Follow, Shunchang, follow: Army)
        .Force(Army, (ref Force f) => f.Grain = 100_000_000).Force(Van, (ref Force f) => f.Grain = 10_000_000)
        .Force(Liu, (ref Force f) => (f.Doing, f.Grain) = (Doing.Besieged, 10_000_000)).Running(Fighting);

    /// <summary>Yue Fei's 12,000 before a Luoyang of low walls and 1,100 levies and townsmen.</summary>
    private static War BeforeLuoyang(ulong seed) => Given(AtWar(seed)).Stand(Yue, Luoyang).Send(Yue, TaskKind.Take, Luoyang)
        .Force(Yue, (ref Force f) => f.Grain = 100_000_000).Force(Guard, (ref Force f) => f.Militia = 500)
        .Place(Luoyang, (ref PlaceState p) => (p.OfficerLoyalty, p.Walls) = (1000, 2)).Running(Fighting);

    [Fact]
    public void A_town_that_refuses_is_shut_in_the_same_day_and_both_sides_know_it()
    {
        var war = BeforeShunchang(2).Days(1).Then<TownSummoned>(e => e.Place == Shunchang).Then<SummonsRefused>()
            .Then<SiegeLaid>(e => e is { Men: 23_000, Defenders: 6_600 } && e.Leader == Army);
        Assert.Equal(Doing.Besieging, war.World[Army].Doing);
        Assert.Equal(Doing.Besieging, war.World[Van].Doing);
        Assert.Equal(Doing.Besieged, war.World[Liu].Doing);
        Assert.Equal(Shunchang, war.World[war.World[Shunchang].Siege].Place);
    }

    [Fact]
    public void A_vanguard_weaker_than_the_men_inside_waits_for_its_host_before_it_lays_a_siege() =>
        BeforeShunchang(2).Stand(Army, Daming).Send(Van, TaskKind.Take, Shunchang).Running(SiegeRule.Daily).Days(5).Never<SiegeLaid>()
            .Stand(Army, Shunchang).Send(Army, TaskKind.Take, Shunchang).Days(1).Then<SiegeLaid>();

    [Fact]
    public void Besiegers_with_nothing_to_eat_forage_first_and_go_home_when_there_is_nothing_to_find()
    {
        War Hungry(int forage) => BeforeShunchang(2).Days(1).Then<SiegeLaid>().Force(Army, (ref Force f) => (f.Grain, f.Porters, f.Foot, f.LightHorse, f.HeavyHorse) = (0, 0, 20_000, 0, 0))
            .Place(Shunchang, (ref PlaceState p) => p.Forage = forage).With(w => w[Liyang].Stores = w[Daming].Stores = w[Kaifeng].Stores = 0);
        Hungry(0).Days(2).Then<SiegeLifted>(e => e.Reason == LiftReason.Hunger).Holds(w => w[Army].Task == TaskKind.Withdraw, "the camp goes home");
        Hungry(900_000_000).Days(2).Then<Foraged>(e => e.Force == Army).Never<SiegeLifted>();
    }

    [Fact]
    public void Engines_are_ready_in_five_to_ten_days()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var war = BeforeLuoyang(seed);
            if (!war.Days(1).All<SiegeLaid>().Any()) continue;
            Assert.InRange(war.All<SiegeLaid>()[0].ReadyOn - 1, 5, 10);
        }
    }

    [Fact]
    public void Sieges_end_every_way_they_can_and_every_end_is_traced_to_its_siege()
    {
        var taken = new Dictionary<Taking, int>();
        var lifted = 0;
        for (ulong seed = 1; seed <= 150; seed++)
        {
            foreach (var war in new[] { BeforeShunchang(seed), BeforeLuoyang(seed) })
            {
                war.With(w => w[Luoyang].Stores = w[Shunchang].Stores = 2_000_000);
                war.Days(120);
                foreach (var e in war.All<PlaceTaken>()) taken[e.How] = taken.GetValueOrDefault(e.How) + 1;
                lifted += war.All<SiegeLifted>().Count;
                foreach (var entry in war.Entries<PlaceTaken>())
                    Assert.True(entry.Cause.Exists || war.Log.Read<PlaceTaken>(entry).How == Taking.Empty, "a taking has a cause");
            }
        }
        Assert.True(taken.GetValueOrDefault(Taking.Stormed) > 20, Tell(taken));
        Assert.True(taken.GetValueOrDefault(Taking.Betrayed) > 0, Tell(taken));
        Assert.True(lifted > 5, $"{lifted} lifted");
    }

    private static string Tell(Dictionary<Taking, int> taken) => string.Join(", ", taken.Select(t => $"{t.Key} {t.Value}"));

    [Fact]
    public void Streets_are_fought_when_the_wall_is_lost_and_a_town_falls_only_with_its_streets()
    {
        var streets = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var war = BeforeLuoyang(seed).Days(60);
            foreach (var carried in war.Entries<WallCarried>())
            {
                streets++;
                var fight = war.Entries<BattleJoined>().Single(e => e.Cause == carried.Id);
                Assert.Equal((FightKind.Streets, Ground.Street), (war.Log.Read<BattleJoined>(fight).Fight, war.Log.Read<BattleJoined>(fight).Ground));
                var ended = war.Entries<BattleEnded>().Single(e => e.Cause == fight.Id);
                var won = war.Log.Read<BattleEnded>(ended).Winner == Song;
                Assert.Equal(won, war.Entries<PlaceTaken>().Any(e => e.Cause == ended.Id));
                Assert.Equal(!won, war.Entries<StormRepulsed>().Any(e => e.Cause == ended.Id));
            }
        }
        Assert.True(streets > 10, streets.ToString());
    }

    [Fact]
    public void A_repulse_costs_the_storming_side_three_to_eight_in_a_hundred_and_a_week()
    {
        var repulses = 0;
        for (ulong seed = 1; seed <= 150; seed++)
        {
            var war = BeforeLuoyang(seed);
            for (var day = 0; day < 40; day++)
            {
                var men = war.World[Yue].Men;
                var seen = war.All<StormRepulsed>().Count;
                war.Days(1);
                if (war.All<StormRepulsed>().Count == seen || war.All<StormRepulsed>()[^1].Lost == 0 || !war.World[Luoyang].Siege.Exists) continue;
                repulses++;
                Assert.InRange(war.All<StormRepulsed>()[^1].Lost, men * 3 / 100 - 1, men * 8 / 100 + 1);
                var rest = war.World[war.World[Luoyang].Siege].RestUntil - war.World.Today;
                Assert.Equal(7, rest);
            }
        }
        Assert.True(repulses > 5, repulses.ToString());
    }

    [Fact]
    public void A_host_on_another_errand_passes_a_fortress_by() =>
        Given(AtWar()).Stand(Army, Caizhou).With(w => w[Yue].At = Linan).Send(Army, TaskKind.March, Linan).Running(Fighting).Days(10)
            .Never<SiegeLaid>().Never<TownSummoned>().Never<PlaceTaken>();

    [Fact]
    public void A_column_in_passing_takes_what_nobody_holds_and_leaves_a_guard() =>
        Given(AtWar()).Stand(Yue, Zhuxian).Send(Yue, TaskKind.March, Kaifeng).Running(Fighting).Days(1)
            .Then<PlaceTaken>(e => e.Place == Zhuxian && e.How == Taking.Empty && e.By == Song).Then<GuardLeft>(e => e.Men is { Men: 48, Horse: 0 })
            .Holds(w => w[Zhuxian] is { Garrison: 48, OfficerLoyalty: PlaceTaken.OwnOfficer, HeldSince: 1 } && w[Zhuxian].FormerHolder == Jin, "a guard stands there");

    [Fact]
    public void Raiders_and_men_who_withdraw_take_nothing() =>
        Given(AtWar()).Stand(Yue, Zhuxian).Send(Yue, TaskKind.Withdraw, Caizhou).Stand(Liu, Zhuxian).Send(Liu, TaskKind.Harass, Zhuxian)
            .Running(SiegeRule.Daily).Days(3).Never<PlaceTaken>();

    [Fact]
    public void A_handful_behind_a_low_wall_is_overrun_without_a_siege() =>
        Given(AtWar()).Stand(Yue, Liyang).Stand(Van, Daming).Send(Yue, TaskKind.Take, Liyang).Place(Liyang, (ref PlaceState p) => p.OfficerLoyalty = 1000)
            .Running(Fighting).Days(2).Never<SiegeLaid>().Then<PlaceTaken>(e => e.Place == Liyang);

    [Fact]
    public void Besiegers_called_away_lift_the_siege_with_the_new_order_as_cause()
    {
        var war = BeforeShunchang(2).Days(2).Then<SiegeLaid>();
        var recalled = war.World.Emit(new TaskTaken(Army, TaskKind.Withdraw, Daming, default, 0, Pace.Usual), EventRef.None);
        war.Force(Van, (ref Force f) => f.Task = TaskKind.Hold).Days(1).Then<SiegeLifted>(e => e.Reason == LiftReason.CalledAway);
        Assert.Equal(recalled, war.Entries<SiegeLifted>()[0].Cause);
        Assert.Equal((Doing.Standing, Doing.Standing), (war.World[Army].Doing, war.World[Liu].Doing));
        Assert.False(war.World[Shunchang].Siege.Exists);
    }

    [Fact]
    public void One_of_the_camp_who_is_sent_elsewhere_goes_and_the_others_besiege_on()
    {
        var war = BeforeShunchang(2).Days(2).Then<SiegeLaid>();
        war.Force(Van, (ref Force f) => (f.Task, f.Target) = (TaskKind.March, Kaifeng)).Running(Conduct.Daily, MarchRule.Daily, SiegeRule.Daily).Days(2);
        Assert.Equal((Doing.Marching, Doing.Besieging), (war.World[Van].Doing, war.World[Army].Doing));
        Assert.NotEqual(Shunchang, war.World[Van].At);
    }

    [Fact]
    public void A_relief_that_beats_the_besiegers_lifts_the_siege()
    {
        var relieved = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var war = BeforeShunchang(seed).Days(2);
            if (!war.World[Shunchang].Siege.Exists) continue;
            war.Stand(Yue, Shunchang).Send(Yue, TaskKind.Relieve, Shunchang).Force(Yue, (ref Force f) => f.Foot = 30_000).Days(3);
            if (war.All<SiegeLifted>().Any(e => e.Reason == LiftReason.Beaten)) relieved++;
        }
        Assert.True(relieved > 10, relieved.ToString());
    }

    [Fact]
    public void Nobody_storms_with_a_host_at_his_back()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var war = BeforeShunchang(seed).Running(SiegeRule.Daily).Days(1).Stand(Yue, Shunchang).Days(20);
            war.Never<StormRepulsed>().Never<WallCarried>();
        }
    }

    [Fact]
    public void A_sally_falls_on_the_camp_by_night_and_goes_back_behind_the_wall()
    {
        int won = 0, all = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var war = BeforeShunchang(seed).Days(1);
            if (SiegeRule.Obey(war.World, new Sally(Liu)) is not { Does: true }) continue;
            war.Then<AssaultOrdered>(e => e.What == Assault.Sally).Days(1).Then<Sallied>(e => e.By == Liu);
            var fight = war.All<BattleJoined>().Single(e => e.Fight == FightKind.Sally);
            Assert.True(fight is { Surprise: true } && fight.Attacker == Liu);
            Assert.True(war.World[Liu].Doing is Doing.Besieged, war.World[Liu].Doing.ToString());
            all++;
            if (war.All<ForceRouted>().Any(e => e.Force == Army) || war.All<ForceRetired>().Any(e => e.Force == Army)) won++;
        }
        Assert.True(all > 30, $"{all} sallies");
        Assert.InRange(won, 1, all - 1);
    }

    [Fact]
    public void An_order_to_storm_waits_for_the_works_and_is_then_carried_out_at_odds_the_camp_would_not_take()
    {
        var stormed = 0;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var war = BeforeLuoyang(seed).Place(Luoyang, (ref PlaceState p) => p.Garrison = 2500).Days(1);
            if (!war.World[Luoyang].Siege.Exists) continue;
            if (!SiegeRule.Obey(war.World, new Storm(Yue, Luoyang)).Does) continue;
            var order = war.Entries<AssaultOrdered>()[0].Id;
            war.Days(11);
            if (war.Entries<WallCarried>().Any(e => e.Cause == order) || war.Entries<StormRepulsed>().Any(e => e.Cause == order)) stormed++;
        }
        Assert.True(stormed > 3, stormed.ToString());
    }

    [Fact]
    public void Told_to_lift_it_the_camp_turns_back_to_its_base()
    {
        var war = BeforeShunchang(2).Days(2);
        Assert.True(SiegeRule.Obey(war.World, new Lift(Army)).Does);
        war.Then<SiegeLifted>(e => e.Reason == LiftReason.Ordered)
            .Holds(w => w[Army] is { Task: TaskKind.Withdraw, Doing: Doing.Standing } && w[Army].Target == Daming, "it goes home");
        Assert.Equal(war.Entries<SiegeLifted>()[0].Id, war.World[Army].TaskCause);
    }

    [Fact]
    public void Orders_are_judged_by_what_the_seat_believes()
    {
        var war = Given(AtWar());
        Assert.Equal(Code.AlreadyOurs, war.Judge(SongField, new Take(Yue, Caizhou, 0)).Code);
        Assert.Equal(Code.Accepted, war.Judge(SongField, new Take(Yue, Yingchang, 0)).Code);
        Assert.Equal(Code.FleetOnLand, war.Judge(SongCourt, new Take(Fleet, Yingchang, 0)).Code);
        Assert.Equal(Code.UnknownPlace, war.Judge(SongField, new Take(Yue, new PlaceId(99), 0)).Code);
        Assert.Equal(Code.HostilePlace, war.Judge(SongField, new Relieve(Yue, Kaifeng)).Code);
        Assert.Equal(Code.NotBesieging, war.Judge(SongField, new Storm(Yue, Yingchang)).Code);
        Assert.Equal(Code.NotBesieging, war.Judge(SongField, new Lift(Yue)).Code);
        Assert.Equal(Code.NotBesieged, war.Judge(SongField, new Sally(Yue)).Code);
        Assert.Equal(Code.AlreadyOurs, war.Judge(SongField, new Summon(Yue, Linan)).Code);
        war.With(w => w[SongField].Wars = 0);
        Assert.Equal(Code.NotHostile, war.Judge(SongField, new Take(Yue, Yingchang, 0)).Code);
    }

    [Fact]
    public void Told_to_do_what_he_is_not_there_to_do_he_says_so()
    {
        var world = AtWar();
        Assert.Equal(new Response(Code.Refuses, Code.NotHere), SiegeRule.Obey(world, new Storm(Yue, Yingchang)));
        Assert.Equal(new Response(Code.Refuses, Code.NotHere), SiegeRule.Obey(world, new Sally(Yue)));
        Assert.Equal(new Response(Code.Refuses, Code.NotHere), SiegeRule.Obey(world, new Lift(Yue)));
        Assert.Equal(new Response(Code.Refuses, Code.NotHere), SiegeRule.Obey(world, new Summon(Yue, Kaifeng)));
        Assert.Equal(new Response(Code.Refuses, Code.GarrisonStays), SiegeRule.Obey(world, new Take(Guard, Hulao, 0)));
    }

    [Fact]
    public void Men_grain_and_households_balance_through_every_siege()
    {
        for (ulong seed = 1; seed <= 40; seed++)
            foreach (var war in new[] { BeforeShunchang(seed), BeforeLuoyang(seed) })
            {
                war.With(w => w[Luoyang].Stores = w[Shunchang].Stores = 0).Force(Liu, (ref Force f) => f.Escorted = 300);
                var before = war.World.Totals();
                war.Days(150);
                Assert.Equal(war.World.Totals(), before + war.Flows());
                foreach (ref readonly var place in war.World.AllPlaces) Assert.True(place is { Garrison: >= 0, Stores: >= 0 });
            }
    }
}
