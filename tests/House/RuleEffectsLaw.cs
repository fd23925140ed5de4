using Yanyun.Effects;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace House;

/// <summary>
/// A rule that could be left out unnoticed is a rule by name only, and a war that always ends alike is a film. docs/rule-effects.md has
/// the same over 200 pairs.
/// </summary>
public class RuleEffectsLaw
{
    private const int Pairs = 8;
    /// <summary>Pairs of histories in which a rule must make a difference at least once: few went over to the enemy in 1140.</summary>
    private const int MostPairs = 48;
    private const int Seeds = 24;
    /// <summary>Days in which every rule has had its work: to the end of August 1140.</summary>
    private const int Days = 400;

    private static readonly Lazy<HashSet<EventKind>> Whole = new(() => KindsOf(Events(RuleSwitch.None)));

    [Fact]
    public void Every_rule_fires_and_without_it_places_or_losses_are_other()
    {
        var whole = new WatchedRun[Pairs];
        Parallel.For(0, Pairs, run => whole[run] = WatchedRun.Of(TheWar.Bookmark, (ulong)run + 1, RuleSwitch.None));
        Parallel.For(0, WatchedRun.Rules.Count, r =>
        {
            var rule = WatchedRun.Rules[r];
            Assert.All(whole, run => Assert.True(run.Firings[r] > 0, $"{rule} never fires"));
            var noticed = false;
            for (var run = 0; run < MostPairs && !noticed; run++)
            {
                var with = run < Pairs ? whole[run] : WatchedRun.Of(TheWar.Bookmark, (ulong)run + 1, RuleSwitch.None);
                var without = WatchedRun.Of(TheWar.Bookmark, (ulong)run + 1, rule);
                noticed = without.PlacesUnlike(with) > 0 || !without.Lost.SequenceEqual(with.Lost);
            }
            Assert.True(noticed, $"nobody notices that {rule} is left out");
        });
    }

    [Theory]
    [InlineData(RuleSwitch.Seasons, EventKind.MonthBegan)]
    [InlineData(RuleSwitch.March, EventKind.Marched)]
    [InlineData(RuleSwitch.Supply, EventKind.ForceFed)]
    [InlineData(RuleSwitch.Attrition, EventKind.ForceRested)]
    [InlineData(RuleSwitch.Battle, EventKind.BattleDeclined)]
    [InlineData(RuleSwitch.Siege, EventKind.SiegeLaid)]
    [InlineData(RuleSwitch.Surrender, EventKind.TownSummoned)]
    [InlineData(RuleSwitch.Population, EventKind.HouseholdsFled)]
    [InlineData(RuleSwitch.Uprising, EventKind.BandRose)]
    [InlineData(RuleSwitch.Defection, EventKind.OfferSent)]
    [InlineData(RuleSwitch.Treaty, EventKind.TreatyRenounced)]
    [InlineData(RuleSwitch.Court, EventKind.PersonExecuted)]
    public void A_rule_left_out_does_nothing(RuleSwitch rule, EventKind itsWork)
    {
        Assert.Contains(itsWork, Whole.Value);
        Assert.DoesNotContain(itsWork, KindsOf(Events(rule)));
    }

    [Fact]
    public void Without_couriers_no_letter_is_lost_or_later_than_the_next_dawn()
    {
        var log = Events(RuleSwitch.Couriers);
        var arrived = 0;
        foreach (var entry in log.Entries)
        {
            if (entry.Kind != EventKind.DispatchArrived) continue;
            arrived++;
            Assert.InRange(log.Read<DispatchArrived>(entry).Days, 0, 1);
        }
        Assert.True(arrived > 100, $"{arrived} letters");
    }

    [Fact]
    public void A_run_without_a_rule_is_not_recorded()
    {
        var simulation = new Simulation(World.Of(TheWar.Scenario, 1), TheWar.Minds(), RuleSwitch.Siege);
        Assert.Throws<ArgumentException>(() => new Recorder(simulation));
    }

    [Fact]
    public void The_towns_are_not_in_the_same_hands_in_nine_histories_of_ten()
    {
        var sets = new string[Seeds];
        Parallel.For(0, Seeds, run =>
            sets[run] = string.Join(',', WatchedRun.Of(TheWar.Bookmark, (ulong)run + 1, RuleSwitch.None).Holders.Select(holder => holder.Value)));
        var commonest = sets.GroupBy(set => set).Max(set => set.Count());
        Assert.True(commonest * 10 < Seeds * 9, $"{commonest} of {Seeds} seeds come to the same holders");
    }

    private static EventLog Events(RuleSwitch off)
    {
        var log = new EventLog();
        var world = World.Of(TheWar.Scenario, 1);
        world.Log = log;
        var simulation = new Simulation(world, TheWar.Minds(), off);
        for (var day = 1; day < Days; day++) simulation.Day();
        return log;
    }

    private static HashSet<EventKind> KindsOf(EventLog log) => [.. log.Entries.ToArray().Select(entry => entry.Kind)];
}
