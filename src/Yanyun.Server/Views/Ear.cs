using System.Text;
using System.Threading.Channels;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Yanyun.Server.Views;

/// <summary>
/// Hears a game for one seat, or for the public, and makes server-sent events of what it hears. An event is a function of the entries and of the
/// seat's view, so that those who were cut off are told again, byte for byte, what they missed. Its id counts what the seat has seen, and nothing
/// that others do in secret.
/// </summary>
/// <param name="seat">None: what everybody sees.</param>
public sealed class Ear(SeatId seat, Calendar calendar) : IListener
{
    /// <summary>Events that wait to be sent at most; who reads more slowly is cut off and begins again where he stands.</summary>
    private const int MostWaiting = 512;

    private readonly Channel<string> _events = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private Page _last = new();

    /// <summary>Ends when the listener fell behind.</summary>
    public ChannelReader<string> Events => _events.Reader;

    /// <summary>Where the stream stands in a game.</summary>
    public long SeenIn(GameState state) => seat.Exists ? state.SeenBy(seat) : state.PublicSeen;

    /// <summary>Whether an entry is for this ear.</summary>
    public bool Concerns(Entry entry) => entry.Kind is not (EntryKind.Given or EntryKind.Undone) || (seat.Exists && entry.Seat == seat.Value);

    /// <summary>Takes the game as it stands for what has been told.</summary>
    public void Begin(GameState state) => _last = PageOf(state);

    /// <summary>The whole page as the first event of a stream.</summary>
    public string Whole(GameState state) => Event(SeenIn(state), "view", $"{{\"view\":{_last.Whole()}}}");

    public void Heard(GameState state, Entry entry)
    {
        if (Told(state, entry) is { } told && !_events.Writer.TryWrite(told)) _events.Writer.TryComplete();
    }

    /// <summary>The event of an entry that the state has just taken in; null when it is not for this ear.</summary>
    public string? Told(GameState state, Entry entry)
    {
        if (!Concerns(entry)) return null;
        var page = entry.Kind == EntryKind.Day ? PageOf(state) : WithTable(state);
        var patch = page.Since(_last) ?? "{}";
        _last = page;
        var away = entry.Kind == EntryKind.Day && seat.Exists ? TurnedAway(entry) : "";
        return Event(SeenIn(state), Word(entry.Kind), $"{{\"view\":{patch}{away}}}");
    }

    private static string Word(EntryKind kind) => kind switch
    {
        EntryKind.Day => "day",
        EntryKind.Given => "given",
        EntryKind.Undone => "undone",
        EntryKind.Seated => "seated",
        EntryKind.Clock => "clock",
        EntryKind.Ready => "ready",
        _ => "ended",
    };

    private Page PageOf(GameState state)
    {
        var page = TablePage.Public(state, calendar);
        if (!seat.Exists) return page;
        TablePage.Desk(page, state, seat);
        new SeatPage(state.Ground.Bookmark).Write(new View(state.World, seat), page);
        return page;
    }

    /// <summary>Between days only the table changes, and what lies on the seat's desk.</summary>
    private Page WithTable(GameState state)
    {
        var page = new Page();
        page.Take(_last);
        page.Drop("waiting");
        page.Take(TablePage.Public(state, calendar));
        if (seat.Exists) TablePage.Desk(page, state, seat);
        return page;
    }

    /// <summary>Orders that the desk did not take when the day came.</summary>
    private string TurnedAway(Entry entry)
    {
        var text = new StringBuilder();
        foreach (var away in DayBody.Read(entry.Body).Away)
        {
            if (away.Seat != seat) continue;
            text.Append(text.Length == 0 ? ",\"turnedAway\":[" : ",");
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{{\"number\":{away.Number},\"verdict\":{Quote(OrderWords.Dashed(away.Code.ToString()))},\"en\":{Quote(CodeText.In(away.Code, Language.English))},\"zh\":{Quote(CodeText.In(away.Code, Language.Chinese))}}}");
        }
        return text.Length == 0 ? "" : text.Append(']').ToString();
    }

    private static string Quote(string text) =>
        $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Event(long id, string kind, string data) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id: {id}\nevent: {kind}\ndata: {data}\n\n");
}
