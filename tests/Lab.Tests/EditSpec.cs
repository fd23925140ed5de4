using Engine.Tests;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Orders;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>What an edit does to what a seat says.</summary>
public class EditSpec
{
    private const int Today = 10;
    private static readonly OrderPattern Takes = new(OrderKind.Take, [("place", SmallWar.Kaifeng)]);
    private static readonly OrderPattern Anything = new(OrderKind.None, []);
    private static readonly Order TakeKaifeng = Order.Of(SmallWar.SongField, new Take(SmallWar.Yue, SmallWar.Kaifeng, 10));
    private static readonly Order TakeLuoyang = Order.Of(SmallWar.SongField, new Take(SmallWar.Yue, SmallWar.Luoyang, 10));
    private static readonly Order HoldCaizhou = Order.Of(SmallWar.SongField, new Hold(SmallWar.Yue, SmallWar.Caizhou));

    [Fact]
    public void What_is_dropped_is_not_said_and_what_does_not_match_is()
    {
        var editor = new Editor([new Edit(EditKind.Drop, "", 5, 15, SmallWar.SongField, Takes)], own: 0);
        Assert.Equal([TakeLuoyang, HoldCaizhou], Said(editor, Today, TakeKaifeng, TakeLuoyang, HoldCaizhou));
        Assert.Equal(1, editor.Bites);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(15, 0)]
    [InlineData(16, 1)]
    public void An_edit_is_open_from_its_first_day_to_its_last(int day, int said) =>
        Assert.Equal(said, Said(new Editor([new Edit(EditKind.Drop, "", 5, 15, default, Takes)], 0), day, TakeKaifeng).Count);

    [Fact]
    public void What_is_delayed_is_said_on_its_later_day_once()
    {
        var editor = new Editor([new Edit(EditKind.Delay, "", 5, 15, SmallWar.SongField, Takes, Days: 4)], 0);
        Assert.Empty(Said(editor, Today, TakeKaifeng));
        Assert.False(editor.IsDue(SmallWar.SongField, Today + 3));
        Assert.True(editor.IsDue(SmallWar.SongField, Today + 4));
        Assert.Equal([TakeKaifeng], Said(editor, Today + 4));
        Assert.Empty(Said(editor, Today + 5));
    }

    [Fact]
    public void What_is_replaced_is_said_otherwise_by_the_same_seat()
    {
        var editor = new Editor([new Edit(EditKind.Replace, "", 5, 15, default, Takes, Order.Of(default, new Hold(SmallWar.Yue, SmallWar.Caizhou)))], 0);
        Assert.Equal([HoldCaizhou], Said(editor, Today, TakeKaifeng));
    }

    [Fact]
    public void What_is_injected_is_said_on_its_day_as_often_as_asked_after_what_was_thought_of()
    {
        var editor = new Editor([new Edit(EditKind.Inject, "", Today, Today, SmallWar.SongField, Order: TakeKaifeng, Times: 3)], 0);
        Assert.Equal([HoldCaizhou, TakeKaifeng, TakeKaifeng, TakeKaifeng], Said(editor, Today, HoldCaizhou));
        Assert.Empty(Said(editor, Today + 1));
    }

    [Fact]
    public void The_edits_of_both_runs_do_not_count_as_the_change_having_met_something()
    {
        var editor = new Editor([new Edit(EditKind.Drop, "", 0, 99, default, Takes), new Edit(EditKind.Drop, "", 0, 99, default, Anything)], own: 1);
        Said(editor, Today, TakeKaifeng);
        Assert.Equal(0, editor.Bites);
        Said(editor, Today, HoldCaizhou);
        Assert.Equal(1, editor.Bites);
    }

    [Fact]
    public void A_seat_that_nobody_leads_can_be_made_to_speak()
    {
        var scenario = SmallWar.AtWar().Scenario;
        var say = new Edit(EditKind.Inject, "", 7, 7, SmallWar.SongField, Order: Order.Of(SmallWar.SongField, new March(SmallWar.Yue, SmallWar.Yingchang, Pace.Usual)));
        var arm = new Arm(SmallExperiment.Of(scenario, [say]), scenario, [say], 0, () => new Cast(new IMind?[scenario.Seats.Length]));
        arm.Begin(1);
        arm.PlayTo(6);
        Assert.Equal(SmallWar.Caizhou, arm.World[SmallWar.Yue].At);
        arm.PlayTo(20);
        Assert.Equal(1, arm.Editor.Bites);
        Assert.NotEqual(SmallWar.Caizhou, arm.World[SmallWar.Yue].At);
    }

    [Fact]
    public void A_rule_is_off_on_its_days_only()
    {
        var scenario = SmallWar.AtWar().Scenario;
        var off = new Edit(EditKind.Off, "", 8, 12, Rule: RuleSwitch.March);
        var arm = new Arm(SmallExperiment.Of(scenario, [off]), scenario, [off], 0, SmallExperiment.Heuristics(scenario));
        var offOn = new List<int>();
        arm.Begin(1);
        for (var day = 1; day <= 20; day++)
        {
            arm.PlayTo(day);
            if (arm.World.Off == RuleSwitch.March) offOn.Add(day);
        }
        Assert.Equal([8, 9, 10, 11, 12], offOn);
    }

    private static List<Order> Said(Editor editor, int day, params Order[] thought)
    {
        var desk = new Orders();
        foreach (var order in thought) editor.Pass(order, day, desk);
        editor.Say(SmallWar.SongField, day, desk);
        return [.. desk.All];
    }
}
