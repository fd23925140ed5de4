using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Battle;

/// <summary>The yardsticks a run can be held against: the stronger side always wins, or blind dice at base rates.</summary>
public class ContestSpec : RuleSpec
{
    private static BattleEnded Fought(Contests law, ulong seed)
    {
        var war = Given(AtWar(seed)).With(w => w.Contests = law).Stand(Army, Zhuxian).Stand(Yue, Zhuxian).Send(Yue, TaskKind.Take, Zhuxian)
            .Force(Yue, (ref Force f) => f.Stance = Stance.Seek).Force(Army, (ref Force f) => f.Stance = Stance.Seek)
            .Place(Huazhou, (ref PlaceState p) => p.Holder = Song).Running(BattleRule.Daily).Days(1);
        return Assert.Single(war.All<BattleEnded>());
    }

    [Fact]
    public void The_stronger_side_always_wins() =>
        Assert.All(Enumerable.Range(1, 60), seed => Assert.Equal(Jin, Fought(Contests.Stronger, (ulong)seed).Winner));

    [Fact]
    public void Blind_dice_let_the_attacker_win_at_the_base_rate_whoever_he_is()
    {
        var fights = Enumerable.Range(1, 400).Select(seed => Fought(Contests.Coin, (ulong)seed)).ToList();
        var byAttacker = fights.Count(e => e.Winner == (e.Attacker == Yue ? Song : Jin));
        Assert.InRange(byAttacker * 1000 / fights.Count, 590, 730); // 660, three deviations of 400 throws
    }

    [Fact]
    public void Where_another_law_agrees_with_the_model_the_losses_are_the_models_own()
    {
        var agreed = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var (model, stronger) = (Fought(Contests.Model, seed), Fought(Contests.Stronger, seed));
            if (model.Winner != stronger.Winner) continue;
            Assert.Equal(model, stronger);
            agreed++;
        }
        Assert.InRange(agreed, 10, 59);
    }

    [Fact]
    public void A_law_is_no_part_of_the_state_of_a_world()
    {
        var world = AtWar();
        var before = WorldHash.Full(world);
        world.Contests = Contests.Coin;
        Assert.Equal(before, WorldHash.Full(world));
    }
}
