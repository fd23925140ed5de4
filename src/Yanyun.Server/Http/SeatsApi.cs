using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Seats: who holds them, what they see, what they may order, what they order.</summary>
public sealed class SeatsApi(Desk desk)
{
    public void Map(IEndpointRouteBuilder api)
    {
        const string seat = "/games/{game}/seats/{seat}";
        api.MapPut(seat, (Delegate)Seat).WithName("fillSeat").Accepts<NewHolder>("application/json").Produces(204).Faults();
        api.MapGet(seat + "/view", (Delegate)View).WithName("showView").Produces<ViewShape>().Faults();
        api.MapGet(seat + "/orders", (Delegate)Orders).WithName("listOrders").Produces<List<VerbShape>>().Faults();
        api.MapGet(seat + "/orders/{verb}", (Delegate)Arguments).WithName("listArguments").Produces<VerbShape>().Faults();
        api.MapPost(seat + "/orders", (Delegate)Give).WithName("giveOrder").Accepts<NewOrder>("application/json").Produces<OrderShape>(201).Faults();
        api.MapDelete(seat + "/orders/{number:int}", (Delegate)Undo).WithName("undoOrder").Produces(204).Faults();
        api.MapGet(seat + "/why", (Delegate)Why).WithName("askSeatWhy").Produces<KnownChainShape>().Faults();
        api.MapPost(seat + "/ready", (Delegate)Ready).WithName("sayReady").Produces(204).Faults();
    }

    private async Task<IResult> Seat(HttpContext context, string game, string seat)
    {
        var (found, number, visitor, why) = await desk.Seat(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var (body, wrong) = await Answers.Read<NewHolder>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        var word = Answers.Short(body.Holder ?? "");
        if (Holding.Of(word) is var kind && kind == 0) return Answers.Of(Refusal.Bad(HallMessages.NotHolder, Nearest.To(word, Holding.Words), word, Holding.Words), context.Request);
        found.See(number);
        var refused = await desk.Acts.Seat(game, number, visitor!.Id, visitor.Account.Name, kind, invited: false);
        return refused is null ? Results.NoContent() : Answers.Of(refused, context.Request);
    }

    private async Task<IResult> View(HttpContext context, string game, string seat)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        return Answers.Raw(await found.Look(state =>
        {
            var page = TablePage.Public(state, desk.Hall.Shelf.Calendar);
            TablePage.Desk(page, state, number);
            state.Ground.Page.Write(new View(state.World, number), page);
            page.Set("orders", json => Legal(state, number, json));
            return page.Whole();
        }));
    }

    private async Task<IResult> Orders(HttpContext context, string game, string seat)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        return Answers.Raw(await found.Look(state => Text(json => Legal(state, number, json))));
    }

    private static void Legal(GameState state, SeatId seat, Utf8JsonWriter json) => new LegalOrders(state.Ground.Words).Write(json, new View(state.World, seat));

    private async Task<IResult> Arguments(HttpContext context, string game, string seat, string verb)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var (known, given, wrong) = Asked(context, found.Ground, verb);
        if (known is null) return Answers.Of(wrong!, context.Request);
        return Answers.Raw(await found.Look(state => Text(json => new LegalOrders(state.Ground.Words).Write(json, new View(state.World, number), known, given!))));
    }

    /// <summary>The verb that is asked about and the fields that the query gives; or why it cannot be asked about.</summary>
    internal static (OrderVerb? Verb, object?[]? Given, Refusal? Why) Asked(HttpContext context, Ground ground, string verb)
    {
        var known = OrderVerbs.OfSeats.Contains(verb) ? OrderVerbs.Find(verb) : null;
        if (known is null)
            return (null, null, new Refusal(404, OrderMessages.UnknownVerb, [Answers.Short(verb), OrderVerbs.OfSeats], Nearest.To(Answers.Short(verb), OrderVerbs.OfSeats)));
        var given = new object?[known.Fields.Count];
        foreach (var (name, value) in context.Request.Query)
        {
            if (name == "lang") continue;
            var at = known.Fields.ToList().FindIndex(field => field.Name == name);
            var names = known.Fields.Select(field => field.Name).ToList();
            if (at < 0) return (null, null, Refusal.Bad(OrderMessages.UnknownField, Nearest.To(Answers.Short(name), names), Answers.Short(name), verb, names));
            var problems = new Problems();
            given[at] = ground.Words.ReadValue(known.Fields[at], Answers.Short(value.ToString()), new Location("query", 0, 0), problems);
            if (given[at] is null) return (null, null, new Refusal(400, problems.All[0].Message, problems.All[0].Args, problems.All[0].Nearest));
        }
        return (known, given, null);
    }

    private async Task<IResult> Give(HttpContext context, string game, string seat)
    {
        var (found, number, visitor, why) = await desk.Seat(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var (body, wrong) = await Answers.Read<NewOrder>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        var (words, bad) = Words(body.Args);
        if (words is null) return Answers.Of(bad!, context.Request);
        await desk.Acts.Return(found, number, visitor!.Id);
        var (waiting, refused) = await desk.Acts.Give(game, number, visitor.Id, Answers.Short(body.Verb ?? ""), words, body.Day, body.Number);
        if (waiting is not { } given) return Answers.Of(refused!, context.Request);
        context.Response.Headers.Location = $"/api/games/{game}/seats/{seat}/orders/{given.Number.ToString(CultureInfo.InvariantCulture)}";
        return Answers.Of(new OrderShape(given.Number, found.Ground.Words.Write(given.Order)), 201);
    }

    /// <summary>The fields of an order as its words.</summary>
    internal static (List<string>? Words, Refusal? Why) Words(IReadOnlyDictionary<string, JsonElement>? args)
    {
        var words = new List<string>();
        foreach (var (name, value) in args ?? new Dictionary<string, JsonElement>())
        {
            if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                return (null, Refusal.Bad(HallMessages.BadValue, null, Answers.Short(name), Answers.Short(value.ToString()),
                    Answers.Says("a word or a whole number", "文字或整數")));
            words.Add($"{Answers.Short(name)}={Answers.Short(value.ToString())}");
        }
        return (words, null);
    }

    private async Task<IResult> Undo(HttpContext context, string game, string seat, int number)
    {
        var (found, at, visitor, why) = await desk.Seat(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        return await desk.Acts.Undo(game, at, visitor!.Id, number) is { } refused ? Answers.Of(refused, context.Request) : Results.NoContent();
    }

    /// <summary>Why something is so, as far as the seat knows: never more than its view holds. About a force, a command, a place or the seat itself.</summary>
    private async Task<IResult> Why(HttpContext context, string game, string seat, string? about = null)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var (slugs, calendar) = (found.Ground.Bookmark.Slugs, desk.Hall.Shelf.Calendar);
        var (told, known) = await found.Look(state => KnownWhy.Of(new View(state.World, number), state.Ground.Bookmark, calendar, about ?? seat));
        if (told is not null) return Answers.Of(told);
        var word = Answers.Short(about ?? seat);
        return Answers.Of(Refusal.NotFound(HallMessages.NothingKnown, Nearest.To(word, known), slugs.Of(number), word), context.Request);
    }

    private async Task<IResult> Ready(HttpContext context, string game, string seat)
    {
        var (found, at, visitor, why) = await desk.Seat(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        await desk.Acts.Return(found, at, visitor!.Id);
        return await desk.Acts.Ready(game, at, visitor.Id) is { } refused ? Answers.Of(refused, context.Request) : Results.NoContent();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Page.Plain)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
