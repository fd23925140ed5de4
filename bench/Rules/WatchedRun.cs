using Yanyun.Chronicle.Bookmarks;
using Yanyun.Cli.Fidelity;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Effects;

/// <summary>What one run with or without a rule came to.</summary>
/// <param name="Firings">Events of each rule, in the order of <see cref="Rules"/>.</param>
/// <param name="Holders">Who held each place on <see cref="HoldersOn"/>, by place; row 0 unused.</param>
/// <param name="End">The same on the last day.</param>
/// <param name="Lost">Men lost by each polity from the first day to the last; row 0 unused.</param>
public sealed record WatchedRun(int[] Firings, PolityId[] Holders, PolityId[] End, int[] Lost, RunResult Result)
{
    /// <summary>Every rule that can be left out, in the order of the day's course.</summary>
    public static readonly IReadOnlyList<RuleSwitch> Rules = [.. Enum.GetValues<RuleSwitch>().Where(rule => rule != RuleSwitch.None)];
    private static readonly RuleSwitch[] s_rules = [.. Rules];

    /// <summary>1140-07-25: the recalled armies are leaving Henan, and its towns have changed hands twice.</summary>
    public static readonly Day HoldersOn = new JulianDate(1140, 7, 25).ToDay();

    /// <summary>Plays the script under the model's own contests.</summary>
    public static WatchedRun Of(Bookmark bookmark, ulong seed, RuleSwitch off, CancellationToken stop = default)
    {
        var firings = new int[Rules.Count];
        PolityId[] holders = [], end = [];
        var lost = new int[bookmark.Scenario.Polities.Length];
        var result = RunResult.Of(bookmark, Series.Model, seed, stop, off, (world, log) =>
        {
            foreach (ref readonly var entry in log.Entries)
                if (RuleOf(entry.Kind) is var rule and not RuleSwitch.None) firings[Array.IndexOf(s_rules, rule)]++;
            if (world.Date == HoldersOn) holders = HoldersIn(world);
            if (world.Date != bookmark.Scenario.LastDay) return;
            end = HoldersIn(world);
            for (byte p = 1; p < lost.Length; p++) lost[p] = world[new PolityId(p)].Lost;
        });
        return new WatchedRun(firings, holders, end, lost, result);
    }

    /// <summary>Men lost by the polities of one side with this one.</summary>
    public long LostBy(Scenario scenario, PolityId polity)
    {
        long men = 0;
        for (byte p = 1; p < Lost.Length; p++)
            if (scenario.SameSide(new PolityId(p), polity)) men += Lost[p];
        return men;
    }

    /// <summary>Places that another holds than in the other run on <see cref="HoldersOn"/>.</summary>
    public int PlacesUnlike(WatchedRun other) => Unlike(Holders, other.Holders);

    /// <summary>The same on the last day.</summary>
    public int PlacesUnlikeAtTheEnd(WatchedRun other) => Unlike(End, other.End);

    private static int Unlike(PolityId[] here, PolityId[] there) => here.Zip(there).Count(pair => pair.First != pair.Second);

    private static PolityId[] HoldersIn(World world) => [.. world.AllPlaces.ToArray().Select(place => place.Holder)];

    /// <summary>
    /// The rule whose work an event is; none for what minds decide. The fall of a place is counted with Siege, whether its wall was
    /// carried, it opened or stood empty.
    /// </summary>
    public static RuleSwitch RuleOf(EventKind kind) => kind switch
    {
        EventKind.None or EventKind.OrderGiven or EventKind.SeatMoved or EventKind.SeatArrived or EventKind.WarBegun => RuleSwitch.None,
        EventKind.MenWasted or EventKind.GarrisonWasted or EventKind.ForceRested => RuleSwitch.Attrition,
        EventKind.PlaceTaken or EventKind.GarrisonLost or EventKind.GuardLeft => RuleSwitch.Siege,
        >= EventKind.FactionsMoved => RuleSwitch.Court,
        >= EventKind.PaperHeard => RuleSwitch.Treaty,
        < EventKind.DispatchSent => RuleSwitch.Seasons,
        < EventKind.OrderGiven => RuleSwitch.Couriers,
        < EventKind.MarchBegun => RuleSwitch.Command,
        < EventKind.ForceFed => RuleSwitch.March,
        < EventKind.BattleJoined => RuleSwitch.Supply,
        < EventKind.SiegeLaid => RuleSwitch.Battle,
        < EventKind.TownSummoned => RuleSwitch.Siege,
        < EventKind.HouseholdsFled => RuleSwitch.Surrender,
        < EventKind.AgentsSent => RuleSwitch.Population,
        < EventKind.OfferSent => RuleSwitch.Uprising,
        _ => RuleSwitch.Defection,
    };
}
