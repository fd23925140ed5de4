using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>Tells the events of a run, day by day, in one language.</summary>
public sealed class Telling(Calendar calendar, Bookmark bookmark, Language language)
{
    private readonly EventWords _words = new(new OrderWords(bookmark.Slugs, bookmark.Scenario.Atlas), bookmark.Scenario.FirstDay);

    public EventWords Words => _words;

    /// <summary>The heading of a day: its date in the three forms, the reader's own first.</summary>
    public string Heading(Day day) => language == Language.Chinese
        ? $"{calendar.Hanzi(day)}（{day}，{calendar.Romanised(day)}）"
        : $"{day} ({calendar.Romanised(day)}, {calendar.Hanzi(day)})";

    /// <summary>One event as a sentence.</summary>
    public string Sentence(EventKind kind, object e) =>
        $"{EventWords.Kind(kind)} {string.Join(' ', _words.Fields(e).Select(field => $"{field.Name}={field.Value}"))}";

    /// <summary>The sentences of a day that a reader of the chronicle wants.</summary>
    public IEnumerable<string> Day(EventLog log)
    {
        var sentences = new List<string>();
        foreach (ref readonly var entry in log.Entries)
            if (IsNews(entry.Kind)) sentences.Add(Sentence(entry.Kind, EventTypes.Of(entry.Kind).Read(log.Bytes(entry))));
        return sentences;
    }

    private static bool IsNews(EventKind kind) => kind is EventKind.PlaceTaken or EventKind.BattleEnded or EventKind.SiegeLaid or EventKind.SiegeLifted
        or EventKind.WallCarried or EventKind.StormRepulsed or EventKind.GateBetrayed or EventKind.ForceDestroyed or EventKind.BridgeBurned;
}
