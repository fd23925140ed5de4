using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>What an entry of the script may ask of its seat's view. The small war tells everybody the truth of the first day.</summary>
public class ConditionSpec
{
    private static readonly Condition s_always = new(ConditionKind.Always);

    private static bool Holds(SeatId seat, World world, params Condition[] nodes)
    {
        var script = new Yanyun.Engine.Script([default], nodes, [], [Yue, SmallWar.Band, Army, Van], seats: 5);
        return Conditions.Hold(new View(world, seat), script, new ScriptProgress(script), 0);
    }

    [Fact]
    public void Places_are_asked_by_holder_and_by_side()
    {
        var world = AtWar();
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Held, Place: Kaifeng, Polity: Jin)));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Theirs, Place: Kaifeng)));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Ours, Place: Caizhou)));
        Assert.False(Holds(JinField, world, new Condition(ConditionKind.Ours, Place: Caizhou)));
    }

    [Fact]
    public void A_belief_is_asked_and_never_the_truth()
    {
        var world = AtWar();
        world[Kaifeng].Holder = Song;
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Held, Place: Kaifeng, Polity: Jin)));
    }

    [Fact]
    public void All_any_and_not_join()
    {
        var world = AtWar();
        var no = new Condition(ConditionKind.After, Number: 1000);
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.All, 3, 2), s_always, no));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Any, 3, 2), no, s_always));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Not, 2, 1), no));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Any, 5, 2), new Condition(ConditionKind.All, 3, 2), s_always, no, s_always));
    }

    [Fact]
    public void Enemies_are_counted_within_the_distance_and_while_the_news_is_fresh()
    {
        var world = AtWar();
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Enemies, Place: Daming, Li: 150, Number: 20_000)));
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Enemies, Place: Shunchang, Li: 150, Number: 1)));
        Assert.False(Holds(JinField, world, new Condition(ConditionKind.Enemies, Place: Daming, Li: 150, Number: 1)));
        world.Clock.Today = Conditions.StaleDays + 1;
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Enemies, Place: Daming, Li: 150, Number: 1)));
    }

    [Fact]
    public void Forces_are_asked_by_place_by_men_and_by_grain()
    {
        var world = AtWar();
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Near, Place: Yingchang, Li: 150, First: 0, Count: 1, Number: 1)));
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Near, Place: Yingchang, Li: 100, First: 0, Count: 1, Number: 1)));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Men, First: 0, Count: 2, Number: 12_000)));
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Men, First: 0, Count: 2, Number: 12_000, Place: Hulao, Li: 10)));
        var set = world.Scenario.Seats[SongField.Value].Beliefs;
        world.BeliefOf(set, Yue).SupplyDays = 4;
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Supplied, First: 0, Count: 1, Number: 4)));
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Supplied, First: 0, Count: 1, Number: 5)));
    }

    [Fact]
    public void The_office_is_asked_for_its_aim_its_powers_and_the_war_it_knows_of()
    {
        var world = AtWar();
        world[SongField].Aim = Order.Of(SongCourt, new Direct(SongField, TaskKind.Withdraw, Linan));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Aim, Task: TaskKind.Withdraw)));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Aim, Task: TaskKind.Withdraw, Place: Linan)));
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Aim, Task: TaskKind.Withdraw, Place: Caizhou)));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.Powers, Powers: Authority.Discretionary)));
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.Powers, Powers: Authority.Supreme)));
        Assert.True(Holds(SongField, world, new Condition(ConditionKind.AtWar, Polity: Jin)));
        world[SongField].Wars = 0;
        Assert.False(Holds(SongField, world, new Condition(ConditionKind.AtWar, Polity: Jin)));
    }
}
