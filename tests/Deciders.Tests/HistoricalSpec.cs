using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Deciders.Tests;

/// <summary>A script of three days on the small war, and what the mind that plays it does.</summary>
public class HistoricalSpec
{
    private const int ToYingchang = 1, ToShunchang = 2;

    /// <summary>
    /// Entry 1, day 3 to 8: while Yingchang is believed Jin's, the field command takes it. Entry 2, day 5 to 6: given Linan is Jin's, it marches on Shunchang.
    /// </summary>
    private static Script TheScript(short otherwise = 0) => new(
        [
            default,
            new ScriptEntry(1, SongField, 3, 3, 8, 1, 0, 1, 0, 0, TaskKind.Take, Yingchang),
            new ScriptEntry(2, SongField, 5, 5, 6, 2, 1, 1, 2, otherwise, TaskKind.March, Shunchang),
        ],
        [new Condition(ConditionKind.Always), new Condition(ConditionKind.Held, Place: Yingchang, Polity: Jin), new Condition(ConditionKind.Held, Place: Linan, Polity: Jin)],
        [
            new Act(OrderKind.Take, 0, 1, Place: Yingchang, Days: 5),
            new Act(OrderKind.March, 0, 1, Place: Shunchang),
            new Act(OrderKind.Hold, 0, 1, Place: Caizhou),
        ],
        [Yue], seats: 5);

    private sealed class Other : IAimedMind
    {
        public int Asked { get; private set; }
        public (TaskKind, PlaceId) Aim { get; private set; }
        public void Pursue(SeatId seat, TaskKind task, PlaceId place) => Aim = (task, place);
        public bool WakesToday(in View view) => true;
        public void Decide(in View view, Orders orders) => Asked++;
    }

    private static (World World, ScriptProgress Progress, Other Other, List<Order> Said) Play(Script script, int days, Action<World>? before = null, ulong seed = 1)
    {
        var world = AtWar(seed);
        before?.Invoke(world);
        var progress = new ScriptProgress(script);
        var other = new Other();
        var simulation = new Simulation(world, Historical.Cast(progress, 5, _ => other));
        var said = new List<Order>();
        for (var day = 0; day < days; day++)
        {
            simulation.Day();
            said.AddRange(simulation.Said.ToArray());
        }
        return (world, progress, other, said);
    }

    [Fact]
    public void An_entry_fires_on_the_first_day_of_its_window_when_its_given_holds()
    {
        var (_, progress, _, said) = Play(TheScript(), 4);
        Assert.Equal(new EntryState(EntryFate.Fired, 3), progress[ToYingchang]);
        Assert.Equal(Order.Of(SongField, new Take(Yue, Yingchang, 5)), Assert.Single(said));
    }

    [Fact]
    public void Nobody_decides_before_the_first_entry()
    {
        var (_, progress, other, said) = Play(TheScript(), 2);
        Assert.Empty(said);
        Assert.Equal(0, other.Asked);
        Assert.Equal(EntryFate.Pending, progress[ToYingchang].Fate);
    }

    [Fact]
    public void An_entry_whose_given_never_holds_is_replaced_by_its_otherwise()
    {
        var (_, progress, other, said) = Play(TheScript(otherwise: 1), 6);
        Assert.Equal(new EntryState(EntryFate.Replaced, 6), progress[ToShunchang]);
        Assert.Contains(Order.Of(SongField, new Hold(Yue, Caizhou)), said);
        Assert.Equal(0, other.Aim.Item2.Value - Yingchang.Value);
    }

    [Fact]
    public void Without_an_otherwise_the_seat_passes_to_the_other_mind_with_the_last_intention_as_its_aim()
    {
        var (_, progress, other, _) = Play(TheScript(), 7);
        Assert.Equal(EntryFate.Replaced, progress[ToShunchang].Fate);
        Assert.Equal((TaskKind.Take, Yingchang), other.Aim);
        Assert.True(other.Asked > 0);
    }

    [Fact]
    public void An_entry_whose_forces_are_gone_is_skipped()
    {
        var (_, progress, _, said) = Play(TheScript(), 8, world =>
        {
            world[Yue].Doing = Doing.Gone;
            for (byte set = 0; set < world.Scenario.BeliefSets; set++) world.BeliefOf(set, Yue).Doing = Doing.Gone;
        });
        Assert.Equal(EntryFate.Skipped, progress[ToYingchang].Fate);
        Assert.Empty(said);
    }

    [Fact]
    public void What_is_ours_already_is_held_and_not_taken()
    {
        var script = TheScript();
        script.Conditions[1] = new Condition(ConditionKind.Always);
        var (_, _, _, said) = Play(script, 4, world =>
        {
            world[Yingchang].Holder = Song;
            TellAll(world);
        });
        Assert.Contains(Order.Of(SongField, new Hold(Yue, Yingchang)), said);
    }

    [Fact]
    public void A_host_follows_its_leader_and_another_leads_when_he_is_gone()
    {
        var script = new Script(
            [default, new ScriptEntry(1, JinField, 1, 1, 5, 0, 0, 1, 0, 0, TaskKind.Take, Caizhou)], [new Condition(ConditionKind.Always)],
            [new Act(OrderKind.Take, 0, 2, Leader: Army, Place: Caizhou, Days: 5)], [Army, Van], seats: 5);
        Assert.Contains(Order.Of(JinField, new Follow(Van, Army)), Play(script, 1).Said);
        var leaderless = Play(script, 1, world =>
        {
            world[Army].Doing = Doing.Gone;
            for (byte set = 0; set < world.Scenario.BeliefSets; set++) world.BeliefOf(set, Army).Doing = Doing.Gone;
        });
        Assert.Contains(Order.Of(JinField, new Take(Van, Caizhou, 5)), leaderless.Said);
    }

    [Fact]
    public void A_court_whose_edict_was_put_off_gives_it_again_when_the_memorial_comes_and_not_before()
    {
        var script = new Script(
            [
                default, new ScriptEntry(1, SongCourt, 1, 1, 5, 0, 0, 1, 0, 0, TaskKind.Hold, default),
                new ScriptEntry(2, SongCourt, 90, 90, 99, 0, 0, 1, 0, 0, TaskKind.Hold, default), // so that the script is not over
            ],
            [new Condition(ConditionKind.Always)], [new Act(OrderKind.Direct, 0, 0, Seat: SongField, Task: TaskKind.Withdraw, Place: Linan)], [], seats: 5);
        int Told(short loyalty, short fear) => Play(script, 60, world =>
        {
            Stand(world, Van, Caizhou);
            world[YueFei].Loyalty = loyalty;
            world[SongField].Fear = fear;
            world[SongField].Authority = Authority.Supreme;
        }, seed: 2).Said.Count(order => order == Order.Of(SongCourt, new Direct(SongField, TaskKind.Withdraw, Linan)));
        Assert.Equal(1, Told(loyalty: 1000, fear: 1000));
        Assert.InRange(Told(loyalty: 0, fear: 0), 2, 6); // there and back again, each time
    }

    [Fact]
    public void The_same_mind_plays_a_second_run_from_the_start()
    {
        var progress = new ScriptProgress(TheScript());
        var minds = Historical.Cast(progress, 5, _ => null);
        var first = Fates(minds, progress);
        progress.Reset();
        Assert.Equal(first, Fates(minds, progress));
        Assert.NotEqual(EntryFate.Pending, first[0].Fate);
    }

    private static EntryState[] Fates(IMind?[] minds, ScriptProgress progress)
    {
        var simulation = new Simulation(AtWar(), minds);
        for (var day = 0; day < 9; day++) simulation.Day();
        return [progress[ToYingchang], progress[ToShunchang]];
    }
}
