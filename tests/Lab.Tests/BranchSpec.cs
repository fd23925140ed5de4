using Yanyun.Chronicle.Experiments;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>The two runs of a pair share the work of their past, and nothing of it can be told from their results.</summary>
public class BranchSpec
{
    private const string Recall = """
        format: yanyun-experiment/1
        id: recall
        title: {en: t, zh: t}
        statement: {en: s, zh: s}
        scenario: 1140-henan
        start: 1140-08-20
        pairs: 64
        change:
        - {drop: direct, actor: song-court, match: {to: song-hubei-jingxi-command, task: withdraw}}
        outcomes:
        - {id: met, check: huaining-lost-again}
        - {id: lost, losses: song}
        horizons: [25]
        primary: {outcome: lost, horizon: 25}
        half_width: 1
        """;

    [Theory]
    [InlineData("")]
    [InlineData("minds: {all: historical, jin-marshal-office: heuristic, song-huaidong-command: random}\n")]
    [InlineData("both:\n- {delay: any, days: 3, actor: jin-marshal-office}\n- {off: population}\n")]
    public void A_branch_goes_on_as_a_run_from_the_first_day_does(string more)
    {
        var experiment = Bookmarks.Read(Recall.Replace("change:", more + "change:"));
        Arm Make() => new(experiment, experiment.Scenario, [.. experiment.Both, .. experiment.Change], experiment.Both.Count, casting: null);
        Arm trunk = new(experiment, experiment.Scenario, experiment.Both, experiment.Both.Count, casting: null), branch = Make(), straight = Make();
        foreach (var seed in (ulong[])[2, 3])
        {
            trunk.Begin(seed);
            trunk.PlayTo(experiment.Branch + 4);
            trunk.Begin(seed);
            trunk.PlayTo(experiment.Branch - 1);
            trunk.CopyTo(branch);
            trunk.PlayTo(experiment.LastDay);
            branch.PlayTo(experiment.LastDay);
            straight.Begin(seed);
            straight.PlayTo(experiment.LastDay);
            Assert.Equal(WorldHash.Full(straight.World), WorldHash.Full(branch.World));
            Assert.Equal(straight.Observer.Values, branch.Observer.Values);
            Assert.Equal(straight.Editor.Bites, branch.Editor.Bites);
            Assert.NotEqual(WorldHash.Full(trunk.World), WorldHash.Full(branch.World));
        }
    }

    [Theory]
    [InlineData("- {drop: direct, actor: song-court, match: {task: withdraw}, from: 1140-08-22}")]
    [InlineData("- {delay: any, days: 2, actor: song-chuanshan-command, from: 1140-09-01}")]
    [InlineData("- {inject: \"direct to=song-palace-command task=march place=suzhou\", actor: song-court, on: 1140-09-03}")]
    [InlineData("- {off: supply, from: 1140-09-08}")]
    [InlineData("- {set: places.kaifeng.walls=1, on: 1140-08-30}")]
    public void One_run_is_played_for_both_until_something_sets_them_apart_and_it_cannot_be_told(string change)
    {
        var experiment = Bookmarks.Read(Recall.Replace("- {drop: direct, actor: song-court, match: {to: song-hubei-jingxi-command, task: withdraw}}", change));
        var pair = new PairPlayer(experiment).Play(2);
        Arm Straight(IReadOnlyList<Edit> edits)
        {
            Arm arm = new(experiment, experiment.Scenario, edits, experiment.Both.Count, casting: null);
            arm.Begin(experiment.FirstSeed + 2);
            arm.PlayTo(experiment.LastDay);
            return arm;
        }
        var (plain, changed) = (Straight([]), Straight(experiment.Change));
        Assert.Equal(plain.Observer.Values, pair.Base);
        Assert.Equal(changed.Observer.Values, pair.Changed);
        Assert.Equal(changed.Editor.Bites, pair.Bites);
    }

    [Fact]
    public void Runs_with_nothing_met_to_change_are_the_same_to_the_bit()
    {
        var experiment = Bookmarks.Read(Recall.Replace("song-court", "xia-court"));
        var player = new PairPlayer(experiment);
        var pair = player.Play(0);
        Assert.Null(pair.Error);
        Assert.Equal(0, pair.Bites);
        Assert.Equal(pair.Base, pair.Changed);
    }

    [Fact]
    public void Pairs_may_share_one_past_and_then_differ_by_their_dice_only()
    {
        var own = Bookmarks.Read(Recall);
        var shared = own with { PastSeed = 7 };
        var (first, second) = (new PairPlayer(shared).Play(0), new PairPlayer(shared).Play(1));
        Assert.NotEqual(first.Base, second.Base);
        // With the seed of the past itself the future is that of the whole run.
        var whole = new PairPlayer(own with { FirstSeed = 7 }).Play(0);
        var again = new PairPlayer(shared with { FirstSeed = 7 }).Play(0);
        Assert.Equal(whole.Base, again.Base);
        Assert.Equal(whole.Changed, again.Changed);
    }

    [Fact]
    public void A_recorded_past_is_gone_on_with_as_the_run_that_it_was_recorded_of()
    {
        var own = Bookmarks.Read(Recall);
        const ulong seed = 7;
        var recorded = own with { Record = Recorded(own, seed) };
        var whole = new PairPlayer(own with { FirstSeed = seed }).Play(0);
        var player = new PairPlayer(recorded with { FirstSeed = seed });
        var (first, second) = (player.Play(0), player.Play(1));
        Assert.Equal(whole.Base, first.Base);
        Assert.Equal(whole.Changed, first.Changed);
        // Other dice from the start on are another future of the same past.
        Assert.NotEqual(first.Base, second.Base);
        Assert.Equal(second.Base, new PairPlayer(recorded with { FirstSeed = seed + 1 }).Play(0).Base);
        Assert.NotEqual(own.Hash(), recorded.Hash());
    }

    [Fact]
    public void A_record_that_no_longer_runs_as_it_was_written_is_refused()
    {
        var own = Bookmarks.Read(Recall.Replace("start: 1140-08-20", "start: 1139-08-05"));
        var past = Recorded(own, 7);
        _ = new PairPlayer(own with { Record = past });
        var stale = own with { Record = past with { Hashes = [.. past.Hashes.Select(hash => hash + 1)] } };
        Assert.Equal("a record", Assert.Throws<StaleRecordException>(() => new PairPlayer(stale)).Name);
    }

    /// <summary>What history's minds order up to the eve of the start, under a seed.</summary>
    private static RecordedPast Recorded(Experiment experiment, ulong seed)
    {
        var world = experiment.Scenario.Start!.Clone();
        world.Reseed(seed);
        var recorder = new Recorder(new Simulation(world, Cast.Of(experiment.Scenario, experiment.Script).Minds));
        while (world.Today < experiment.Start - 1) recorder.Day();
        var days = Enumerable.Range(1, recorder.Record.Days);
        return new RecordedPast("a record", seed, [.. days.Select(day => recorder.Record.OrdersOf(day).ToArray())], [.. days.Select(recorder.Record.HashOf)]);
    }

    [Fact]
    public void A_fact_of_the_first_day_parts_the_runs_from_the_first_day_on()
    {
        var experiment = Bookmarks.Read(Recall.Replace(
            "- {drop: direct, actor: song-court, match: {to: song-hubei-jingxi-command, task: withdraw}}", "- {set: persons.liu-qi.leadership=1.0}"));
        Assert.True(experiment.PartsOnFirstDay);
        var pair = new PairPlayer(experiment).Play(0);
        Assert.Null(pair.Error);
        Assert.NotEqual(pair.Base, pair.Changed);
    }
}
