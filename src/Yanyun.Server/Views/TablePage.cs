using System.Globalization;
using System.Text.Json;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Server.Games;

namespace Yanyun.Server.Views;

/// <summary>What everybody at the table sees of a game, and what one seat has lying on its desk.</summary>
public static class TablePage
{
    /// <summary>The day, the clock, who sits where.</summary>
    public static Page Public(GameState state, Engine.Calendar calendar)
    {
        var page = new Page();
        Public(page, state, calendar);
        return page;
    }

    /// <summary>The same, into a page.</summary>
    public static void Public(Page page, GameState state, Engine.Calendar calendar)
    {
        var (date, slugs) = (state.Ground.Scenario.FirstDay + state.Today, state.Ground.Bookmark.Slugs);
        page.Set("day", json => json.WriteNumberValue(state.Today));
        page.Set("days", json => json.WriteNumberValue(state.Days));
        page.Set("date", json => json.WriteStringValue(date.ToString()));
        page.Set("era", json => Write(json, calendar.Romanised(date), calendar.Hanzi(date)));
        page.Set("ended", json => json.WriteBooleanValue(state.Ended));
        page.Set("clock", json => Write(json, state.Clock));
        page.List("seats");
        for (byte s = 1; s < state.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            page.Set("seats", s, slugs.Of(seat), new Sitting(state[seat], state.IsReady(seat)), (json, s, sitting) => Write(json, state.Ground.Bookmark, new SeatId((byte)s), sitting));
        }
    }

    /// <summary>The orders of a seat that wait for the day to turn.</summary>
    public static void Desk(Page page, GameState state, SeatId seat)
    {
        page.List(WaitingPart);
        foreach (var waiting in state.Tray)
            if (waiting.Seat == seat) Waiting(page, state, waiting);
    }

    internal const string WaitingPart = "waiting";

    internal static string RowOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One of them.</summary>
    internal static void Waiting(Page page, GameState state, Waiting waiting) =>
        page.Set(WaitingPart, RowOf(waiting.Number), json => Write(json, waiting.Order, state.Ground.Words));

    private readonly record struct Sitting(Holding Holding, bool Ready);

    private static void Write(Utf8JsonWriter json, Bookmark bookmark, SeatId seat, in Sitting sitting)
    {
        var (holding, entry) = (sitting.Holding, bookmark.Seats[seat]);
        json.WriteStartObject();
        json.WriteString("holder", Holding.Word(holding.Kind));
        json.WriteString("name", holding.Name);
        json.WriteString("standsInFor", Holding.Word(holding.StandsIn));
        json.WriteBoolean("ready", sitting.Ready);
        json.WriteString("polity", bookmark.Slugs.Of(entry.Polity));
        json.WriteString("en", entry.Name.English);
        json.WriteString("zh", entry.Name.Chinese);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, in ClockSetting clock)
    {
        json.WriteStartObject();
        json.WriteString("mode", clock.Word);
        json.WriteNumber("speed", clock.Speed);
        json.WriteNumber("seconds", clock.Seconds);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, string english, string chinese)
    {
        json.WriteStartObject();
        json.WriteString("en", english);
        json.WriteString("zh", chinese);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, in Order order, OrderWords words)
    {
        json.WriteStartObject();
        json.WriteString("verb", OrderVerbs.Of(order.Kind).Word);
        json.WriteString("order", words.Write(order));
        json.WriteEndObject();
    }
}
