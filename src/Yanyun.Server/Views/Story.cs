using System.Text;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Yanyun.Server.Views;

/// <summary>The chronicle of a whole game, told from its log: for those who may know all of it.</summary>
public sealed class Story(Hall hall)
{
    /// <summary>The days on which something is told, in order.</summary>
    public async Task<(IReadOnlyList<DayPage>? Pages, Refusal? Why)> Tell(GameRow row, Language language)
    {
        var (ground, why) = hall.Waker.GroundOf(row.Head);
        if (ground is null) return (null, why);
        var state = new GameState(row.Head, ground);
        var (book, log) = (ground.Bookmark, new EventLog());
        state.World.Log = log;
        var chronicler = new Chronicler(book, hall.Shelf.Calendar, language);
        var pages = new List<DayPage>();
        foreach (var entry in await hall.Store.Read(row.Head.Id, 0, row.Version))
        {
            if (!state.Apply(entry)) return (null, Refusal.Conflict(HallMessages.RunsDifferently, entry.Day));
            if (entry.Kind != EntryKind.Day) continue;
            // Only where the historical mind speaks is its decision one of this game.
            var decided = book.Annals is null ? null
                : Decided.On(book.Annals, state.Cast.Progress!, state.World.Today).Where(one => state[one.Seat].Kind == HolderKind.Historical).ToList();
            var page = chronicler.Day(state.World, log, decided);
            if (!page.Quiet) pages.Add(page);
            log.Clear();
        }
        return (pages, null);
    }

    /// <summary>Days as lines of text.</summary>
    public static string Text(IEnumerable<DayPage> pages)
    {
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            if (page.Before is { } before) text.Append(before).Append("\n\n");
            text.Append(page.Heading).Append('\n');
            foreach (var line in page.Lines) text.Append("  ").Append(line.Text).Append('\n');
            foreach (var note in page.Notes) text.Append("  ").Append(note).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }
}
