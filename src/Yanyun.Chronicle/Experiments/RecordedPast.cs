using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>The reconstructed record of a scenario as a past to start from: who ordered what on which day, and what the world then was.</summary>
/// <param name="Name">How problems call its file.</param>
/// <param name="Seed">The dice it was played with.</param>
/// <param name="Days">The orders of each day; index 0 is the scenario's second day, the first that is played.</param>
/// <param name="Hashes">The whole hash after each of them.</param>
public sealed record RecordedPast(string Name, ulong Seed, IReadOnlyList<Order[]> Days, IReadOnlyList<ulong> Hashes)
{
    /// <summary>The hash of the world on the eve of a day, counted from the scenario's first: what is shared by all that starts there. 0 when that
    /// is the first day itself.</summary>
    public ulong HashBefore(int day) => day < 2 ? 0 : Hashes[day - 2];

    /// <summary>The record beside a bookmark's other files; null, with the reason, when it is of other rules or files.</summary>
    /// <param name="folder">The folder of scenarios.</param>
    public static RecordedPast? Open(string folder, Bookmark bookmark, Problems problems)
    {
        var path = RecordFile.OfHistory(folder, bookmark.Head.Slug);
        var name = $"scenarios/{bookmark.Head.Slug}/{Path.GetFileName(path)}";
        if (RecordReader.Read(File.ReadAllBytes(path), name, problems) is not { } file) return null;
        var head = file.Head;
        if (head.Rules != RulesVersion.Current || head.ScenarioHash != bookmark.Scenario.Hash)
        {
            problems.Add(RecordMessages.StaleHistory, new Location(name, 0, 0), head.Rules, RecordLine.Hex(head.ScenarioHash), RulesVersion.Current,
                RecordLine.Hex(bookmark.Scenario.Hash));
            return null;
        }
        var words = new OrderWords(bookmark.Slugs, bookmark.Scenario.Atlas, recorded: true);
        var days = new List<Order[]>(file.Days.Count);
        foreach (var day in file.Days)
        {
            if (Rerun.OrdersOf(day, name, words, problems) is not { } orders) return null;
            days.Add(orders);
        }
        return new RecordedPast(name, head.Seed, days, [.. file.Days.Select(day => day.Hash)]);
    }
}
