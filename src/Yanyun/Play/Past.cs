using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>The days of a record up to where it is forked: its orders are given again, and each day is held against what was recorded.</summary>
/// <param name="record">A record of the scenario that is played.</param>
/// <param name="fork">First day that is not taken from it.</param>
public sealed class Past(OpenedRecord record, Day fork)
{
    private readonly OrderWords _words = new(record.Bookmark.Slugs, record.Bookmark.Scenario.Atlas, recorded: true);
    private WorldHash? _hash;

    /// <summary>The orders of a day before the fork; null, with the reason, when they are not of the scenario.</summary>
    public Order[]? OrdersOn(Day day, Problems problems) => Rerun.OrdersOf(Of(day), record.Path, _words, problems);

    /// <summary>Whether the day just done is the recorded one, or is past the fork; gives both hashes where not.</summary>
    public bool Agrees(World world, Problems problems)
    {
        if (world.Date >= fork) return true;
        _hash ??= new WorldHash(world);
        return Rerun.Agrees(Of(world.Date), record.Path, _hash.Update(world), _hash.Subsystems, problems);
    }

    private RawDay Of(Day day) => record.File.Days[day - record.File.Head.FirstDay - 1];
}

/// <summary>
/// A mind that sees every day and orders nothing: while the orders come from a record, it learns what it would have learnt from giving them, so
/// that it can take over where the record is forked.
/// </summary>
public sealed class OnlookingMind(IMind mind) : IReasoningMind
{
    private readonly Orders _unsaid = new();

    public bool WakesToday(in View view) => mind.WakesToday(view);

    public void Decide(in View view, Orders orders)
    {
        _unsaid.Seat = view.Seat;
        mind.Decide(view, _unsaid);
        _unsaid.Clear();
    }

    public Reason ReasonOf(in Order order, int today) => (mind as IReasoningMind)?.ReasonOf(order, today) ?? default;

    /// <summary>All the minds of a run as onlookers.</summary>
    public static IMind?[] Of(IMind?[] minds) => [.. minds.Select(mind => mind is null ? null : new OnlookingMind(mind))];
}
