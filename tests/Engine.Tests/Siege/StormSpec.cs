using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Siege;

/// <summary>The arithmetic of storms and of waiting.</summary>
public class StormSpec
{
    [Fact]
    public void The_chance_of_a_storm_is_its_formula()
    {
        foreach (var (attackers, garrison, walls, breach, prepared) in new[]
                 {
                     (10_000, 10_000, 0, 0, false), (30_000, 1_200, 4, 0, false),
                     (60_000, 3_000, 3, 120, true), (45_000, 10_000, 5, 500, true),
                 })
        {
            var needed = new[] { 0, 2, 4, 8, 12, 20 }[walls] * 360;
            var factor = 1 + (new[] { 1, 2, 3, 4, 6, 8 }[walls] - 1) * (needed == 0 ? 1 : Math.Min(1.0, (double)garrison / needed));
            var logit = Storming.Base / 100.0 + Math.Log(attackers / ((double)garrison * factor)) + 0.03 * breach / 10.0 - (prepared ? 0.6 : 0);
            Near(logit, Storming.Chance(attackers, garrison, walls, breach, prepared));
            var poor = logit + Storming.ForQuality / 100.0 * 4.5 + Storming.ForMorale / 100.0 * 2.4;
            Near(poor, Storming.Chance(attackers, garrison, walls, breach, prepared, quality: 35, morale: 360, stormers: 80));
            for (var repulses = 0; repulses < 6; repulses++)
                Near(logit - Storming.ForRepulse / 100.0 * Math.Min(repulses, Storming.MostRepulses),
                    Storming.Chance(attackers, garrison, walls, breach, prepared, repulses: repulses));
        }
    }

    private static void Near(double logit, int chance) => Assert.InRange(chance, 1000 / (1 + Math.Exp(-logit)) - 1, 1000 / (1 + Math.Exp(-logit)) + 1);

    [Fact]
    public void A_wall_is_as_good_as_the_men_on_it()
    {
        int Of(int quality, int morale, int stormers) => Storming.Chance(20_000, 1_500, 3, 0, false, false, quality, morale, stormers);
        Assert.True(Of(50, 350, 50) > Of(50, 600, 50) + 50);
        Assert.True(Of(30, 600, 50) > Of(60, 600, 50) + 50);
        Assert.True(Of(50, 600, 80) > Of(50, 600, 50) + 50);
        Assert.Equal(Of(50, 600, 50), Storming.Chance(20_000, 1_500, 3, 0, false));
    }

    [Fact]
    public void A_wall_too_long_for_its_garrison_adds_only_the_share_that_they_man()
    {
        for (var walls = 0; walls <= 5; walls++)
        {
            var needed = Storming.WallLi(walls) * Storming.MenPerLi;
            Assert.Equal((long)needed * Storming.WallFactor(walls), Storming.Behind(needed, walls));
            Assert.Equal(2L * needed * Storming.WallFactor(walls), Storming.Behind(2 * needed, walls));
            Assert.InRange(Storming.Behind(100, walls), 100, 100 * Storming.WallFactor(walls));
            for (var men = 50; men < 10_000; men += 50) Assert.True(Storming.Behind(men + 50, walls) > Storming.Behind(men, walls));
        }
        // Three hundred men on the eight li of a prefecture leave nine parts in ten of them bare.
        Assert.InRange(Storming.Behind(300, 3), 385, 400);
    }

    [Fact]
    public void An_open_gate_takes_the_wall_away_for_the_day()
    {
        Assert.Equal(Storming.Chance(20_000, 5_000, 0, 0, false), Storming.Chance(20_000, 5_000, 5, 0, true, gateOpen: true));
        Assert.Equal(Storming.Chance(20_000, 5_000, 0, 0, false), Storming.Chance(20_000, 5_000, 5, 0, true, gateOpen: true, repulses: 3));
        Assert.True(Storming.Chance(20_000, 8_000, 5, 0, true) * 5 < Storming.Chance(20_000, 8_000, 5, 0, true, gateOpen: true), "men enough for twenty li");
    }

    [Fact]
    public void Works_take_five_to_ten_days_and_a_repulse_costs_three_to_eight_per_cent()
    {
        var works = Enumerable.Range(0, 600).Select(i => Storming.WorksDays(new Chance(1, 1), (ulong)i)).ToArray();
        Assert.Equal((5, 10), (works.Min(), works.Max()));
        var costs = Enumerable.Range(0, 2000).Select(i => Storming.AttackersLost(100_000, false, new Chance(1, 1), (ulong)i)).ToArray();
        Assert.InRange(costs.Min(), 3_000, 3_100);
        Assert.InRange(costs.Max(), 7_900, 8_000);
        Assert.InRange(costs.Average(), 5_400, 5_600);
    }

    [Theory]
    [InlineData(100, 0.002, 0.008)]
    [InlineData(5, 0.0001, 0.0004)]
    public void A_hundred_engines_open_a_five_hundredth_to_an_eightieth_of_the_wall_in_a_day(int engines, double low, double high)
    {
        var mean = Enumerable.Range(0, 40_000).Average(i => Storming.BreachGrowth(engines, new Chance(1, 1), (ulong)i)) / 1000;
        Assert.InRange(mean, (low + high) / 2 * 0.95, (low + high) / 2 * 1.05);
        foreach (var i in Enumerable.Range(0, 500))
            Assert.InRange(Storming.BreachGrowth(engines, new Chance(1, 1), (ulong)i), (int)(low * 999), (int)(high * 1000) + 1);
    }

    [Fact]
    public void A_besieger_storms_when_it_looks_worth_it_escalades_only_at_good_odds_and_settles_down_after_two_repulses_or_a_month()
    {
        Assert.Equal(0, Storming.Hazard(100, true, 500, 0, 10));
        Assert.Equal(50_000, Storming.Hazard(200, true, 500, 0, 10));
        Assert.Equal(100_000, Storming.Hazard(350, true, 500, 0, 10));
        Assert.True(Storming.StormsFrom(100, 0, 10) < Storming.StormsFrom(900, 0, 10));
        Assert.Equal(0, Storming.Hazard(220, false, 500, 0, 3));
        Assert.Equal(500_000, Storming.Hazard(400, false, 500, 0, 3));
        Assert.Equal(0, Storming.Hazard(400, true, 500, 2, 25));
        Assert.Equal(0, Storming.Hazard(400, true, 500, 0, 31));
        Assert.True(Storming.Hazard(600, true, 500, 2, 100) > 0);
        Assert.Equal(1_000_000, Storming.Hazard(5, true, 500, 2, 100, ordered: true));
    }

    [Fact]
    public void A_town_eats_half_rations_from_half_its_stores_so_they_last_half_as_long_again()
    {
        const int mouths = 1_000, days = 100;
        long stores = mouths * 2 * days;
        var half = 0;
        var day = 0;
        for (; stores > 0; day++)
        {
            var hunger = Blockade.HungerOf(stores, mouths, day);
            if (hunger == Hunger.HalfRations) half++;
            stores -= Blockade.Eaten(stores, mouths, hunger);
        }
        Assert.InRange(day, days * 3 / 2 - 2, days * 3 / 2 + 1);
        Assert.InRange(half, days - 3, days + 1);
        Assert.Equal(Hunger.Starving, Blockade.HungerOf(0, mouths, day));
    }

    [Fact]
    public void Hunger_brings_surrender_at_one_to_three_per_cent_a_day_and_treason_at_a_fifth_to_half_of_one()
    {
        Assert.Equal(10_000, Blockade.YieldHazard(Hunger.Starving, 1000, 1000, false));
        Assert.Equal(30_000, Blockade.YieldHazard(Hunger.Starving, 0, 0, false));
        Assert.Equal(2_000, Blockade.TreasonHazard(Hunger.Starving, 1000, 1000, false));
        Assert.Equal(5_000, Blockade.TreasonHazard(Hunger.HalfRations, 0, 0, false));
        Assert.Equal(0, Blockade.YieldHazard(Hunger.None, 0, 0, false));
        Assert.True(Blockade.YieldHazard(Hunger.Starving, 500, 500, true) < Blockade.YieldHazard(Hunger.Starving, 500, 500, false));
        Assert.True(Blockade.SallyHazard(5_000, 10_000, 200, Hunger.None) > Blockade.SallyHazard(5_000, 10_000, 800, Hunger.None));
        Assert.Equal(0, Blockade.SallyHazard(5_000, 10_000, 200, Hunger.Starving));
        Assert.Equal(6_000, Blockade.MenToShutIn(4_000, 2));
    }

    [Fact]
    public void Streets_are_fought_and_a_broken_garrison_seldom_gets_away()
    {
        var attacker = new Side(new Arms(20_000, 0, 0, 0, 0), 70, 700, 60);
        var garrison = new Side(new Arms(3_000, 0, 0, 0, 0), 50, 600, 46);
        var fights = Enumerable.Range(0, 2000)
            .Select(i => Storming.Streets(attacker, garrison, new Chance(2, 2), (ulong)i)).ToArray();
        Assert.InRange(fights.Count(f => f.AttackerWon) / 2000.0, 0.7, 0.99);
        Assert.InRange(fights.Where(f => f.AttackerWon).Average(f => f.DefenderTotal / 3000.0), 0.4, 0.8);
    }
}
