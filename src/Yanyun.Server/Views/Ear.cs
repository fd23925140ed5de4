using System.Buffers;
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

    /// <summary>Room to write pages in, one for each thread: they are large, and done with as soon as they are told.</summary>
    [ThreadStatic]
    private static Page? t_page;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_text;

    private readonly Channel<byte[]> _events = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private readonly Memory _told = new();

    /// <summary>Ends when the listener fell behind, or was told to <see cref="Stop"/>.</summary>
    public ChannelReader<byte[]> Events => _events.Reader;

    /// <summary>No more is to be heard.</summary>
    public void Stop() => _events.Writer.TryComplete();

    /// <summary>Where the stream stands in a game.</summary>
    public long SeenIn(GameState state) => seat.Exists ? state.SeenBy(seat) : state.PublicSeen;

    /// <summary>Whether an entry is for this ear.</summary>
    public bool Concerns(Entry entry) => entry.Kind is not (EntryKind.Given or EntryKind.Undone) || (seat.Exists && entry.Seat == seat.Value);

    /// <summary>Takes the game as it stands for what has been told.</summary>
    public void Begin(GameState state)
    {
        _told.Clear();
        _told.Begin(PageOf(state));
    }

    /// <summary>Takes the game as it stands for told, and answers the whole page as the first event of a stream.</summary>
    public byte[] Whole(GameState state)
    {
        _told.Clear();
        var page = PageOf(state);
        _told.Begin(page);
        return Event(SeenIn(state), "view", "", page.WriteWhole);
    }

    public Action? Hear(GameState state, Entry entry) => Told(state, entry) is not { } told ? null : () =>
    {
        if (!_events.Writer.TryWrite(told)) _events.Writer.TryComplete();
    };

    /// <summary>The event of an entry that the state has just taken in; null when it is not for this ear.</summary>
    public byte[]? Told(GameState state, Entry entry)
    {
        if (!Concerns(entry)) return null;
        var (id, word) = (SeenIn(state), Word(entry.Kind));
        switch (entry.Kind)
        {
            case EntryKind.Day:
                var whole = PageOf(state);
                return Event(id, word, seat.Exists ? TurnedAway(entry) : "", text => _told.Patch(whole, Extent.Whole, text));
            case EntryKind.Given:
                var row = Cleared();
                TablePage.Waiting(row, state, state.Tray[^1]);
                return Event(id, word, "", text => _told.Patch(row, Extent.Rows, text));
            case EntryKind.Undone:
                return Event(id, word, "", text => _told.Take(TablePage.WaitingPart, TablePage.RowOf(DayBody.NumberOf(entry.Body)), text));
            default:
                var table = TableOf(state);
                return Event(id, word, "", text => _told.Patch(table, Extent.Parts, text));
        }
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

    private Page Cleared()
    {
        var page = t_page ??= new Page();
        page.Clear(_told);
        return page;
    }

    private Page PageOf(GameState state)
    {
        var page = Cleared();
        TablePage.Public(page, state, calendar);
        if (!seat.Exists) return page;
        TablePage.Desk(page, state, seat);
        state.Ground.Page.Write(new View(state.World, seat), page);
        return page;
    }

    /// <summary>Between days only the table changes, and what lies on the seat's desk.</summary>
    private Page TableOf(GameState state)
    {
        var page = Cleared();
        TablePage.Public(page, state, calendar);
        return page;
    }

    /// <summary>Orders that the desk did not take when the day came.</summary>
    private string TurnedAway(Entry entry)
    {
        var text = new StringBuilder();
        foreach (var away in DayBody.AwayIn(entry.Body))
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

    private static byte[] Event(long id, string word, string after, Action<ArrayBufferWriter<byte>> view)
    {
        var text = t_text ??= new ArrayBufferWriter<byte>(4096);
        text.ResetWrittenCount();
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id: {id}\nevent: {word}\ndata: {{\"view\":"), text);
        view(text);
        Encoding.UTF8.GetBytes(after, text);
        text.Write("}\n\n"u8);
        return text.WrittenSpan.ToArray();
    }
}
