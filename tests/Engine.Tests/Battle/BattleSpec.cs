using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Battle;

/// <summary>
/// Who meets, who fights, who goes, and what a fight leaves, seen in a small war. The arithmetic of a fight is EngagementSpec.
/// </summary>
public class BattleSpec : RuleSpec
{
    /// <summary>Yue's 12,000 fall on Zongbi's 20,000 at a place; both would fight.</summary>
    private static War Clash(PlaceId at, ulong seed) => Given(AtWar(seed)).Stand(Army, at).Stand(Yue, at)
        .Send(Yue, TaskKind.Take, at).Force(Yue, (ref Force f) => f.Stance = Stance.Seek).Force(Army, (ref Force f) => f.Stance = Stance.Seek)
        .Place(Huazhou, (ref PlaceState p) => p.Holder = Song).Running(BattleRule.Daily);

    private static IEnumerable<War> Clashes(PlaceId at, int seeds = 60) => Enumerable.Range(1, seeds).Select(seed => Clash(at, (ulong)seed).Days(1));

    [Theory]
    [InlineData(60, 74, true)]
    [InlineData(60, 76, false)]
    public void Hosts_meet_on_the_road_within_15_li(int song, int jin, bool meet)
    {
        var war = Given(AtWar()).PutOnRoad(Yue, Yingchang, Zhuxian, song).PutOnRoad(Army, Yingchang, Zhuxian, jin)
            .Force(Yue, (ref Force f) => f.Stance = Stance.Seek).Force(Army, (ref Force f) => f.Stance = Stance.Seek).Running(BattleRule.Daily).Days(1);
        Assert.Equal(meet ? 1 : 0, war.All<BattleJoined>().Count);
        if (meet) war.Then<BattleJoined>(e => e.At.Leg.Exists && e.At.Place == Yingchang && e.At.Li is 67 or 93);
    }

    [Fact]
    public void A_host_within_15_li_of_a_town_meets_what_stands_there() =>
        Clash(Yingchang, 1).With(w => w[Yingchang].Holder = Song).PutOnRoad(Army, Yingchang, Zhuxian, 15).Days(1)
            .Then<BattleJoined>(e => e.At == new Spot(Yingchang));

    [Fact]
    public void Parties_at_peace_share_a_road() =>
        Clash(Zhuxian, 1).With(w => w[Song].Wars = w[Jin].Wars = w[Loyalists].Wars = 0).Days(3).Never<BattleJoined>().Never<BattleDeclined>();

    [Fact]
    public void Boats_on_the_river_and_men_in_hiding_are_not_met() =>
        Given(AtWar()).Stand(Army, Linan).With(w => w[Yue].At = Caizhou).Stand(Van, Hulao).Running(BattleRule.Daily).Days(10)
            .Never<BattleJoined>(e => e.Defender == Fleet || e.Attacker == Fleet || e.Defender == SmallWar.Band || e.Attacker == SmallWar.Band);

    [Fact]
    public void A_garrison_stays_in_its_town() =>
        Given(AtWar()).Stand(Yue, Luoyang).Send(Yue, TaskKind.Take, Luoyang).Running(BattleRule.Daily).Days(5).Never<BattleJoined>();

    [Fact]
    public void A_small_host_in_the_open_falls_back_before_a_great_one_unless_it_is_caught()
    {
        int gone = 0, caught = 0;
        for (ulong seed = 1; seed <= 80; seed++)
        {
            var war = Given(AtWar(seed)).Stand(Liu, Zhuxian).Stand(Army, Zhuxian).Running(BattleRule.Daily).Days(1);
            if (war.All<BattleDeclined>().Any(e => e.Force == Liu && e.Doing == Doing.Retreating)) gone++;
            if (war.All<BattleJoined>().Any(e => e.Defender == Liu)) caught++;
        }
        Assert.InRange(caught, 20, 60);
        Assert.InRange(gone, 20, 60);
    }

    [Fact]
    public void Told_to_hold_a_walled_town_it_goes_inside_instead()
    {
        for (ulong seed = 1; seed <= 20; seed++)
            Given(AtShunchang(seed)).Running(BattleRule.Daily).Days(1)
                .Then<BattleDeclined>(e => e.Force == Liu && e.Doing == Doing.Besieged).Never<BattleJoined>()
                .Holds(w => w[Liu].Doing == Doing.Besieged, "the corps is behind the wall");
    }

    [Fact]
    public void Told_to_withdraw_it_does_not_look_for_a_fight() =>
        Given(AtWar()).Stand(Army, Zhuxian).Send(Army, TaskKind.Withdraw, Daming).Stand(Liu, Zhuxian).Running(BattleRule.Daily).Days(1)
            .Never<BattleJoined>(e => e.Attacker == Army);

    [Fact]
    public void The_seats_holder_leads_even_when_another_body_is_larger() =>
        Clash(Zhuxian, 3).Force(Van, (ref Force f) => f.LightHorse = 30_000).Stand(Van, Zhuxian).Days(1)
            .Then<BattleJoined>(e => e is { Defender.Value: 4, DefenderChief.Value: 3 } or { Attacker.Value: 4, AttackerChief.Value: 3 });

    [Fact]
    public void Only_the_echelons_that_are_up_can_fight()
    {
        var whole = Clash(Zhuxian, 5).Days(1).All<BattleJoined>()[0];
        var strungOut = Clash(Zhuxian, 5).Force(Army, (ref Force f) => f.Echelons = 10).Days(1).All<BattleJoined>()[0];
        var forArmy = (BattleJoined e) => e.Attacker == Army ? e.Odds : 1000 - e.Odds;
        Assert.True(forArmy(strungOut) < forArmy(whole) - 100, $"{forArmy(strungOut)} against {forArmy(whole)}");
    }

    [Fact]
    public void The_beaten_flee_with_the_fight_as_cause_and_leave_half_their_train()
    {
        var routs = 0;
        foreach (var war in Clashes(Zhuxian))
        {
            foreach (var entry in war.Entries<ForceRouted>())
            {
                routs++;
                var ended = war.Log.Entries.ToArray().Single(e => e.Id == entry.Cause);
                Assert.Equal(EventKind.BattleEnded, ended.Kind);
                Assert.Contains(war.Entries<BattleJoined>(), joined => joined.Id == ended.Cause);
                var rout = war.Log.Read<ForceRouted>(entry);
                Assert.True(rout.Grain > 0);
                Assert.Equal((Doing.Routed, entry.Id), (war.World[rout.Force].Doing, war.World[rout.Force].TaskCause));
                Assert.True(war.World.Scenario.SameSide(war.World[rout.To].Holder, war.World[rout.Force].Polity));
            }
        }
        Assert.True(routs > 20, routs.ToString());
    }

    [Fact]
    public void A_host_beaten_with_a_river_that_cannot_carry_it_behind_is_cut_off_and_dies_by_twice_as_many()
    {
        var river = Clashes(Huazhou, 150).SelectMany(w => w.All<BattleEnded>()).Where(e => e.Loser == Jin).ToList();
        var plain = Clashes(Zhuxian, 150).SelectMany(w => w.All<BattleEnded>()).Where(e => e.Loser == Jin).ToList();
        Assert.True(river.Count > 20 && plain.Count > 20, $"{river.Count} and {plain.Count} defeats");
        Assert.All(river, e => Assert.True(e.CutOff));
        Assert.All(plain, e => Assert.False(e.CutOff));
        var mean = (IEnumerable<BattleEnded> fights) => fights.Average(e => e.Defender == Army ? e.DefenderLost : e.AttackerLost);
        Assert.True(mean(river) > mean(plain) * 1.6, $"{mean(river)} against {mean(plain)}");
    }

    [Fact]
    public void Who_leads_others_waits_with_his_attack_until_they_are_up()
    {
        War Meeting(ulong seed, int behind) => Given(AtWar(seed)).Stand(Army, Zhuxian).Force(Army, (ref Force f) => (f.LightHorse, f.HeavyHorse) = (0, 0)).PutOnRoad(Liu, Yingchang, Zhuxian, behind)
            .Stand(Yue, Zhuxian).Send(Yue, TaskKind.Take, Zhuxian).Force(Liu, (ref Force f) => (f.Task, f.TargetForce, f.Doing) = (TaskKind.Follow, Yue, Doing.Marching)).Running(BattleRule.Daily);
        var near = Enumerable.Range(1, 60).Count(s => Meeting((ulong)s, 120).Days(1).All<BattleJoined>().Any(e => e.Attacker == Yue));
        var far = Enumerable.Range(1, 60).Count(s => Meeting((ulong)s, 20).Days(1).All<BattleJoined>().Any(e => e.Attacker == Yue));
        Assert.True(far > near, $"{near} attacks with men behind, {far} without");
    }

    [Fact]
    public void Those_told_to_go_with_a_body_make_its_commander_their_chief() =>
        Clash(Zhuxian, 3).Force(Van, (ref Force f) => (f.LightHorse, f.Task, f.TargetForce) = (30_000, TaskKind.Follow, Army)).Stand(Van, Zhuxian).With(w => w[JinField].With = default).Days(1)
            .Then<BattleJoined>(e => e is { Defender.Value: 4 } or { Attacker.Value: 4 });

    [Fact]
    public void Horse_does_not_let_itself_be_shut_in()
    {
        int Inside(int horse) => Enumerable.Range(1, 40).Count(seed => Given(AtWar((ulong)seed)).Stand(Van, Yingchang)
            .Force(Van, (ref Force f) => (f.Foot, f.LightHorse, f.Task, f.Target) = (3_000 - horse, horse, TaskKind.Hold, Yingchang))
            .Stand(Yue, Yingchang).Send(Yue, TaskKind.Take, Yingchang).Running(BattleRule.Daily).Days(1).All<BattleDeclined>().Any(e => e.Doing == Doing.Besieged));
        Assert.Equal(0, Inside(1_500));
        Assert.True(Inside(300) > 20);
    }

    [Fact]
    public void A_bridge_burned_behind_a_host_cuts_its_way_back_too() =>
        Clash(Huazhou, 1).Force(Army, (ref Force f) => f.Foot = f.HeavyHorse = 0).With(w => w.Crossings[Boats].Destroyed = 1).Days(1)
            .Holds(w => w.Log!.Count > 0, "they meet").Never<BattleEnded>(e => e.Loser == Jin && !e.CutOff);

    [Fact]
    public void Heavy_horse_falls_last()
    {
        foreach (var war in Clashes(Zhuxian, 30))
            foreach (var loss in war.All<FightLosses>().Where(e => e.Force == Army && e.Lost.Men < 12_000))
                Assert.True(loss.Lost.HeavyHorse * 10_000L <= loss.Lost.Foot * 4_000L, loss.ToString());
    }

    [Fact]
    public void A_relief_is_joined_from_within_and_the_ring_may_break()
    {
        int joined = 0, broken = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var war = Given(AtShunchang(seed)).Force(Liu, (ref Force f) => f.Doing = Doing.Besieged).Stand(Yue, Shunchang).Send(Yue, TaskKind.Relieve, Shunchang).Force(Yue, (ref Force f) => f.Foot = 20_000)
                .With(w =>
                {
                    w[Shunchang].Siege = new SiegeId(1);
                    w[new SiegeId(1)] = new Yanyun.Engine.Siege { Key = 1, Place = Shunchang, Leader = Army, By = Jin };
                    w[Army].Doing = w[Van].Doing = Doing.Besieging;
                }).Running(BattleRule.Daily).Days(1);
            if (war.All<FightLosses>().Any(e => e.Force == Liu)) joined++;
            if (war.All<BattleEnded>().Any(e => e.Loser == Jin)) broken++;
            Assert.True(war.World[Liu].Doing is Doing.Besieged or Doing.Gone);
        }
        Assert.InRange(joined, 10, 50);
        Assert.True(broken > 5, broken.ToString());
    }

    [Fact]
    public void Men_and_grain_balance_to_the_last_man_through_the_events()
    {
        foreach (var place in new[] { Zhuxian, Huazhou, Shunchang })
            for (ulong seed = 1; seed <= 40; seed++)
            {
                var war = Clash(place, seed).Stand(Van, place).Stand(Liu, place);
                var before = war.World.Totals();
                war.Days(6);
                Assert.Equal(war.World.Totals(), before + war.Flows());
                foreach (ref readonly var force in war.World.AllForces)
                    Assert.True(force is { Foot: >= 0, LightHorse: >= 0, HeavyHorse: >= 0, Militia: >= 0, Boats: >= 0, Grain: >= 0 });
            }
    }
}
