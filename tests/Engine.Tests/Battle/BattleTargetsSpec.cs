using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Battle;

/// <summary>
/// Twenty thousand engagements drawn from the bookmark against what the great collections of battles show on average. These are aggregate
/// targets: nothing in the engine is fitted to any one fight.
/// </summary>
public class BattleTargetsSpec(ITestOutputHelper output)
{
    private const int Fights = 20_000;
    private static readonly Lazy<(DrawnFights.Fight Fight, Outcome Outcome)[]> Drawn = new(() => Fight(1140));

    private static (DrawnFights.Fight, Outcome)[] Fight(ulong seed)
    {
        var source = new DrawnFights(seed);
        var chance = new Chance(seed, 300);
        return Enumerable.Range(0, Fights).Select(_ => source.Next())
            .Select(f => (f, Engagement.Fight(f.Attacker, f.Defender, f.Field, chance, f.Key))).ToArray();
    }

    [Fact]
    public void Twenty_thousand_engagements_meet_every_target()
    {
        var won = Drawn.Value.Where(x => x.Outcome.Ending != Ending.Drawn).ToArray();
        var winner = Median(won.Select(x => WinnerLoss(x.Fight, x.Outcome)));
        var loser = Median(won.Select(x => LoserLoss(x.Fight, x.Outcome)));
        var ratio = Median(won.Select(x => LoserLoss(x.Fight, x.Outcome) / WinnerLoss(x.Fight, x.Outcome)));
        var drawn = 1 - (double)won.Length / Fights;
        var attacker = won.Count(x => x.Outcome.AttackerWon) / (double)won.Length;
        var destroyed = Drawn.Value.Count(x => x.Outcome.Destroyed) / (double)Fights;
        var hours = Median(won.Select(x => x.Outcome.Rounds / 2.0));

        Print($"winner loses {winner:P1} of the men he had up (median), loser {loser:P1}, ratio {ratio:F2}");
        Print($"drawn by night {drawn:P1}, attacker wins {attacker:P1} of the decided, destroyed {destroyed:P1}, median {hours:F1} hours");
        foreach (var ground in Enum.GetValues<Ground>())
        {
            var here = Drawn.Value.Where(x => x.Fight.Field.Ground == ground).ToArray();
            Print($"  {ground}: {here.Length} fights, attacker wins {here.Count(x => x.Outcome.AttackerWon) / (double)here.Length:P1}, "
                  + $"drawn {here.Count(x => x.Outcome.Ending == Ending.Drawn) / (double)here.Length:P1}, "
                  + $"loser {Median(here.Where(x => x.Outcome.Ending != Ending.Drawn).Select(x => LoserLoss(x.Fight, x.Outcome))):P1}");
        }

        Assert.InRange(winner, 0.05, 0.10);
        Assert.InRange(loser, 0.14, 0.35);
        Assert.InRange(ratio, 2.0, 3.5);
        Assert.InRange(drawn, 0.005, 0.05);
        Assert.InRange(attacker, 0.60, 0.72);
        Assert.InRange(destroyed, 0.04, 0.10);
    }

    [Fact]
    public void The_odds_told_beforehand_are_the_frequencies_seen_afterwards()
    {
        double brier = 0, coin = 0;
        var n = 0;
        var decided = Drawn.Value.Where(x => x.Outcome.Ending != Ending.Drawn);
        foreach (var band in decided.GroupBy(x => x.Outcome.OddsPerMille / 100).OrderBy(g => g.Key))
        {
            var told = band.Average(x => x.Outcome.OddsPerMille / 1000.0);
            var seen = band.Average(x => x.Outcome.AttackerWon ? 1.0 : 0.0);
            Print($"told {told:P0}, seen {seen:P0} of {band.Count()}");
            if (band.Count() >= 400) Assert.InRange(seen, told - 0.05, told + 0.05);
            brier += band.Sum(x => Math.Pow(x.Outcome.OddsPerMille / 1000.0 - (x.Outcome.AttackerWon ? 1 : 0), 2));
            coin += band.Sum(x => 0.25);
            n += band.Count();
        }
        Print($"Brier score {brier / n:F3}, of a coin {coin / n:F3}");
        Assert.True(brier < coin * 0.9);
    }

    [Fact]
    public void A_fight_allocates_nothing()
    {
        var fights = Drawn.Value;
        var chance = new Chance(2, 1);
        var sink = 0;
        for (var warm = 0; warm < 3; warm++) sink += FightAll(fights, chance);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sink += FightAll(fights, chance);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Print($"{allocated} bytes ({sink / 4} rounds)");
        Assert.Equal(0, allocated);
    }

    private static int FightAll((DrawnFights.Fight Fight, Outcome)[] fights, Chance chance)
    {
        var rounds = 0;
        for (var i = 0; i < fights.Length; i++)
        {
            ref readonly var f = ref fights[i].Fight;
            rounds += Engagement.Fight(f.Attacker, f.Defender, f.Field, chance, f.Key).Rounds;
        }
        return rounds;
    }

    private static double WinnerLoss(DrawnFights.Fight f, Outcome o) =>
        o.AttackerWon ? Share(o.AttackerTotal, f.Attacker) : Share(o.DefenderTotal, f.Defender);

    private static double LoserLoss(DrawnFights.Fight f, Outcome o) =>
        o.AttackerWon ? Share(o.DefenderTotal, f.Defender) : Share(o.AttackerTotal, f.Attacker);

    private static double Share(int lost, Side side) => Math.Max(0.5, lost) / side.Up;

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.OrderBy(x => x).ToArray();
        return sorted[sorted.Length / 2];
    }

    private void Print(string text) => output.WriteLine(text);
}
