using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Records;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Lab.History;

/// <summary>The file in which a bookmark keeps its reconstructed record.</summary>
public static class RecordedHistory
{
    /// <summary>Writes it beside the bookmark's other files: orders and the whole hash of each day, without those of the subsystems and without states.</summary>
    /// <param name="scenarios">The folder of scenarios.</param>
    public static void Write(string scenarios, Bookmark bookmark, Reconstructed found)
    {
        using var file = new StreamWriter(RecordFile.OfHistory(scenarios, bookmark.Head.Slug)) { NewLine = "\n" };
        var head = new RecordHead(bookmark.Head.Slug, bookmark.Scenario.Hash, RulesVersion.Current, found.Seed, bookmark.Scenario.FirstDay, Cast.Usual, []);
        var writer = new RecordWriter(file, head, new OrderWords(bookmark.Slugs, bookmark.Scenario.Atlas));
        for (var day = 1; day <= found.Record.Days; day++)
            writer.Day(found.Record.OrdersOf(day), found.Record.HashOf(day), [], []);
        writer.End();
    }
}
