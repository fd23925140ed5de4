using System.Globalization;
using System.Text.Json;
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
        var (date, slugs) = (state.World.Date, state.Ground.Bookmark.Slugs);
        page.Set("day", json => json.WriteNumberValue(state.World.Today));
        page.Set("days", json => json.WriteNumberValue(state.Days));
        page.Set("date", json => json.WriteStringValue(date.ToString()));
        page.Set("era", json => Write(json, calendar.Romanised(date), calendar.Hanzi(date)));
        page.Set("ended", json => json.WriteBooleanValue(state.Ended));
        page.Set("clock", json => Write(json, state.Clock));
        page.List("seats");
        for (byte s = 1; s < state.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            page.Set("seats", slugs.Of(seat), json => Write(json, state, seat));
        }
        return page;
    }

    /// <summary>The orders of a seat that wait for the day to turn.</summary>
    public static void Desk(Page page, GameState state, SeatId seat)
    {
        page.List("waiting");
        foreach (var waiting in state.Tray)
            if (waiting.Seat == seat)
                page.Set("waiting", waiting.Number.ToString(CultureInfo.InvariantCulture), json => Write(json, waiting.Order, state.Ground.Words));
    }

    private static void Write(Utf8JsonWriter json, GameState state, SeatId seat)
    {
        var (holding, entry) = (state[seat], state.Ground.Bookmark.Seats[seat]);
        json.WriteStartObject();
        json.WriteString("holder", Holding.Word(holding.Kind));
        json.WriteString("name", holding.Name);
        json.WriteString("standsInFor", Holding.Word(holding.StandsIn));
        json.WriteBoolean("ready", state.IsReady(seat));
        json.WriteString("polity", state.Ground.Bookmark.Slugs.Of(entry.Polity));
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
