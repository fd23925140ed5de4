using FsCheck;
using FsCheck.Fluent;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Battle;

/// <summary>What holds of every single fight, and what each circumstance does to the odds.</summary>
public class EngagementSpec
{
    private static readonly Side Foot = new(new Arms(10_000, 0, 0, 0, 0), 60, 700, 46);
    private static readonly Field Plain = Field.Of(Ground.Plain);

    private static int Chance(Side attacker, Side defender, Ground ground = Ground.Plain) =>
        Odds.WinChance(attacker, defender, Field.Of(ground));

    [Fact]
    public void Equals_on_a_plain_have_even_odds() => Assert.Equal(500, Chance(Foot, Foot));

    [Fact]
    public void Each_thing_that_should_help_the_attacker_helps_him()
    {
        Assert.True(Chance(Foot with { Arms = new Arms(20_000, 0, 0, 0, 0) }, Foot) > 550);
        Assert.True(Chance(Foot with { QualityTenths = 80 }, Foot) > 520);
        Assert.True(Chance(Foot with { LeadershipTenths = 80 }, Foot) > 600);
        Assert.True(Chance(Foot with { Morale = 850 }, Foot) > 550);
        Assert.True(Chance(Foot with { Surprises = true }, Foot) > 600);
        Assert.True(Chance(Foot, Foot with { Fatigue = 800 }) > 520);
        Assert.True(Chance(Foot, Foot with { UpPerMille = 500 }) > 550);
        Assert.True(Chance(Foot, Foot with { Posture = Posture.Prepared }) < 450);
        Assert.True(Chance(Foot, Foot with { Posture = Posture.Fortified }) < Chance(Foot, Foot with { Posture = Posture.Prepared }));
        Assert.True(Chance(Foot, Foot, Ground.Mountain) < Chance(Foot, Foot, Ground.Hills));
        Assert.True(Chance(Foot, Foot, Ground.Hills) < 500);
    }

    [Fact]
    public void Heavy_horse_rules_the_plain_less_so_against_formed_foot_and_not_in_hills_or_streets()
    {
        var horse = Foot with { Arms = new Arms(0, 0, 10_000, 0, 0) };
        var levies = Foot with { QualityTenths = 40, Arms = new Arms(0, 0, 0, 10_000, 0) };
        var longBlades = Foot with { LongBlades = 1000 };
        Assert.True(Chance(horse, levies) > 750);
        Assert.True(Chance(horse, Foot) > 600);
        Assert.InRange(Chance(horse, longBlades), 501, Chance(horse, Foot) - 50);
        var ambush = longBlades with { Surprises = true };
        Assert.True(Chance(ambush with { Arms = horse.Arms }, longBlades) - Chance(ambush, longBlades) > 100);
        foreach (var ground in new[] { Ground.Hills, Ground.Mountain, Ground.Marsh, Ground.Street })
            Assert.True(Chance(horse, Foot, ground) < Chance(Foot, Foot, ground), ground.ToString());
    }

    [Fact]
    public void Forces_fight_as_their_rows_say_and_two_as_one_by_their_men()
    {
        var guard = new Force { Foot = 3_000, LightHorse = 1_000, Quality = 80, Morale = 760, Fatigue = 100, Traits = ForceTraits.LongBlades };
        var levy = new Force { Militia = 4_000, Quality = 40, Morale = 500, Fatigue = 300 };
        var side = Side.Of(guard, 70);
        Assert.Equal(new Side(new Arms(3_000, 1_000, 0, 0, 0), 80, 760, 70, 100, LongBlades: 750), side);
        var both = side.With(Side.Of(levy, 30));
        Assert.Equal(new Side(new Arms(3_000, 1_000, 0, 4_000, 0), 60, 630, 70, 200, LongBlades: 375), both);
    }

    [Fact]
    public void Numbers_that_find_no_room_do_not_count()
    {
        var host = Foot with { Arms = new Arms(60_000, 0, 0, 0, 0) };
        var pass = new Field(Ground.Mountain, 5_000);
        Assert.Equal(Odds.WinChance(Foot, Foot, pass), Odds.WinChance(host, Foot, pass));
        Assert.True(Odds.WinChance(host, Foot, Plain) > Odds.WinChance(Foot, Foot, Plain));
    }

    [Fact]
    public void A_side_fights_when_it_likes_its_odds_or_cannot_get_away()
    {
        Assert.True(Odds.Accepts(600, 550, canGetAway: true));
        Assert.False(Odds.Accepts(500, 550, canGetAway: true));
        Assert.True(Odds.Accepts(100, 550, canGetAway: false));
        Assert.True(Odds.AttackThreshold(200) < Odds.AttackThreshold(800));
        Assert.True(Odds.StandThreshold(500) < Odds.AttackThreshold(500));
    }

    [Fact]
    public void Whatever_the_sides_losses_stay_within_the_men_who_were_up_and_the_same_dice_give_the_same_fight()
    {
        var men = Gen.Choose(0, 70_000);
        var arms = from foot in men
                   from light in Gen.Choose(0, 20_000)
                   from heavy in Gen.Choose(0, 8_000)
                   from militia in Gen.Choose(0, 8_000)
                   from boats in Gen.Choose(0, 5_000)
                   from small in Gen.Choose(0, 3)
                   select small == 0 ? new Arms(foot % 3, light % 2, 0, militia % 2, 0) : new Arms(foot, light, heavy, militia, boats);
        var side = from a in arms
                   from quality in Gen.Choose(10, 100)
                   from morale in Gen.Choose(0, 1000)
                   from leadership in Gen.Choose(10, 100)
                   from fatigue in Gen.Choose(0, 1000)
                   from up in Gen.Choose(0, 1000)
                   from posture in Gen.Choose(0, 2)
                   from flags in Gen.Choose(0, 3)
                   select new Side(a, quality, morale, leadership, fatigue, up, (Posture)posture, flags % 2 == 1, flags > 1);
        var meeting = from a in side
                      from d in side
                      from ground in Gen.Choose(0, 4)
                      from frontage in Gen.Choose(1, 60_000)
                      from rounds in Gen.Choose(1, 16)
                      from key in Gen.Choose(0, int.MaxValue - 1)
                      select (a, d, new Field((Ground)ground, frontage, rounds), (ulong)key);
        Prop.ForAll(meeting.ToArbitrary(), m =>
        {
            var (a, d, field, key) = m;
            var chance = new Chance(9, 4);
            var o = Engagement.Fight(a, d, field, chance, key);
            Assert.Equal(o, Engagement.Fight(a, d, field, chance, key));
            Assert.InRange(o.AttackerTotal, 0, a.Up);
            Assert.InRange(o.DefenderTotal, 0, d.Up);
            Assert.True(o.AttackerLost >= 0 && o.DefenderLost >= 0 && o.PursuitLost >= 0);
            Assert.InRange(o.Rounds, 0, field.Rounds);
            Assert.InRange(o.OddsPerMille, 1, 999);
            if (o.Ending == Ending.Drawn) Assert.True(o.PursuitLost == 0 && !o.Destroyed && o.LoserFate == Fate.Unhurt);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_part_of_an_army_adds_up_and_takes_from_no_arm_more_than_it_has()
    {
        var some = from a in Gen.Choose(0, 90_000)
                   from b in Gen.Choose(0, 900)
                   from c in Gen.Choose(0, 9_000)
                   from d in Gen.Choose(0, 9)
                   from e in Gen.Choose(0, 9_000)
                   from share in Gen.Choose(0, 1000)
                   select (new Arms(a, b, c, d, e), share);
        Prop.ForAll(some.ToArbitrary(), x =>
        {
            var (arms, share) = x;
            var men = Whole.MulDiv(arms.Men, share, 1000);
            var part = arms.Part(men);
            var rest = arms - part;
            Assert.Equal(men, part.Men);
            foreach (var arm in new[] { part, rest })
                Assert.True(arm.Foot >= 0 && arm.LightHorse >= 0 && arm.HeavyHorse >= 0 && arm.Militia >= 0 && arm.Boats >= 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Night_parts_the_sides_when_little_daylight_is_left()
    {
        var dusk = Plain with { Rounds = 1 };
        var drawn = Enumerable.Range(0, 500)
            .Count(k => Engagement.Fight(Foot, Foot, dusk, new Chance(3, 3), (ulong)k).Ending == Ending.Drawn);
        Assert.InRange(drawn, 450, 500);
    }

    [Fact]
    public void A_cut_retreat_and_better_horse_make_a_pursuit_bloody_and_the_loser_s_horse_saves_him()
    {
        var horse = Foot with { Arms = new Arms(4_000, 6_000, 0, 0, 0) };
        Assert.Equal(Engagement.PursuitCut, Engagement.PursuitFactor(Foot with { RetreatCut = true }, Foot, Ground.Plain));
        Assert.Equal(Engagement.PursuitMounted, Engagement.PursuitFactor(Foot, horse, Ground.Hills));
        Assert.Equal(Engagement.PursuitOutrun, Engagement.PursuitFactor(horse, Foot, Ground.Plain));
        Assert.Equal(100, Engagement.PursuitFactor(horse, Foot, Ground.Mountain));
        Assert.Equal(100, Engagement.PursuitFactor(Foot, Foot, Ground.Plain));
    }

    [Fact]
    public void Commanders_of_broken_sides_fall_or_are_taken_now_and_then_and_oftener_when_all_is_lost()
    {
        var cut = Foot with { RetreatCut = true };
        var lost = Enumerable.Range(0, 20_000)
            .Select(k => Engagement.Fight(cut, cut, Plain, new Chance(5, 5), (ulong)k)).Where(o => o.Ending != Ending.Drawn).ToArray();
        var destroyed = lost.Where(o => o.Destroyed).ToArray();
        var broken = lost.Where(o => !o.Destroyed).ToArray();
        Assert.InRange(broken.Count(o => o.LoserFate != Fate.Unhurt) / (double)broken.Length, 0.03, 0.05);
        Assert.InRange(destroyed.Count(o => o.LoserFate != Fate.Unhurt) / (double)destroyed.Length, 0.17, 0.23);
        Assert.InRange(lost.Count(o => o.WinnerFate == Fate.Killed) / (double)lost.Length, 0.002, 0.006);
    }

    [Fact]
    public void The_pace_table_is_one_over_ln_of_e_plus_i()
    {
        for (var i = 0; i < Engagement.MostRounds; i++) Assert.Equal(Math.Round(65536 / Math.Log(Math.E + i)), Engagement.Pace[i]);
    }
}
