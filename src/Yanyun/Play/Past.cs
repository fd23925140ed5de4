using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Cli.Play;

/// <summary>The days of a record up to where it is forked: its orders are given again, and each day is held against what was recorded.</summary>
/// <param name="record">A record of the scenario that is played.</param>
/// <param name="fork">First day that is not taken from it.</param>
/// <param name="history">It is the scenario's own reconstructed record, which can be made anew when it is stale.</param>
public sealed class Past(OpenedRecord record, Day fork, bool history = false)
{
    private static readonly string[] s_fates = [.. OrderVerbs.All.Where(verb => FateRule.Owns(verb.Kind)).Select(verb => verb.Word)];

    private readonly OrderWords _words = new(record.Bookmark.Slugs, record.Bookmark.Scenario.Atlas, recorded: true);
    private WorldHash? _hash;

    /// <summary>The orders of a day before the fork; null, with the reason, when they are not of the scenario.</summary>
    public Order[]? OrdersOn(Day day, Problems problems) => Rerun.OrdersOf(Of(day), record.Path, _words, problems);

    /// <summary>The order that ends a reconstructed past on the day of the fork; null when there is none or it has ended before.</summary>
    /// <param name="seed">The dice from then on.</param>
    public Order? Parting(ulong seed)
    {
        string? last = null;
        foreach (var day in record.File.Days)
        {
            if (day.Day >= fork) break;
            foreach (var order in day.Orders)
                if (s_fates.Contains(order.Verb)) last = order.Verb;
        }
        return last is null && seed == record.File.Head.Seed || last == OrderVerbs.Of(OrderKind.Part).Word ? null : Order.Of(SeatId.None, new Part(seed));
    }

    /// <summary>Whether the day just done is the recorded one, or is past the fork; gives both hashes where not.</summary>
    public bool Agrees(World world, Problems problems)
    {
        if (world.Date >= fork) return true;
        _hash ??= new WorldHash(world);
        if (Rerun.Agrees(Of(world.Date), record.Path, _hash.Update(world), _hash.Subsystems, problems)) return true;
        if (history) problems.Add(RecordMessages.HistoryRunsDifferently, new Location(record.Path, 0, 0), world.Date.ToString());
        return false;
    }

    private RawDay Of(Day day) => record.File.Days[day - record.File.Head.FirstDay - 1];
}
