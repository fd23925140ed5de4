using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Games;
using Yanyun.Server.Views;
using Ground = Yanyun.Server.Games.Ground;

namespace Yanyun.Server.Http;

/// <summary>What a history came to: charts, text, tables; what was ordered and believed on a day that is over, and what else might have been ordered.</summary>
internal static class After
{
    internal delegate Task<IResult> Answering<T>(HttpContext context, T source, Func<Past, IResult> answer);

    public static void Map<T>(IEndpointRouteBuilder api, string path, string name, Answering<T> of) where T : ISource
    {
        const string day = "/story/days/{day:int}", seat = day + "/seats/{seat}";
        api.MapGet(path + "/story/series", (HttpContext context, [AsParameters] T source) => of(context, source, past => Answers.Of(SeriesOf(past))))
            .WithName($"show{name}Series").Produces<SeriesShape>().Faults();
        api.MapGet(path + "/story/text", (HttpContext context, [AsParameters] T source) => of(context, source,
            past => Results.Text(Views.Story.Text(past.Reel.Pages(Answers.LanguageOf(context.Request))), "text/plain; charset=utf-8")))
            .WithName($"show{name}Text").Produces<string>(200, "text/plain").Faults();
        api.MapGet(path + "/story/tables/{table}", (HttpContext context, [AsParameters] T source, string table) => of(context, source, past => Table(context, past, table)))
            .WithName($"show{name}Table").Produces<string>(200, "text/csv").Faults();
        api.MapGet(path + day + "/orders", (HttpContext context, [AsParameters] T source, int day) => of(context, source, past => Orders(context, past.Reel, day)))
            .WithName($"list{name}DayOrders").Produces<List<PastOrderShape>>().Faults();
        api.MapGet(path + seat + "/view", (HttpContext context, [AsParameters] T source, int day, string seat) => of(context, source,
            past => OnDay(context, past.Reel, day, seat, (world, number) => Answers.Raw(Belief(past.Reel, world, number)))))
            .WithName($"show{name}Belief").Produces<BeliefShape>().Faults();
        api.MapGet(path + seat + "/orders", (HttpContext context, [AsParameters] T source, int day, string seat) => of(context, source,
            past => OnDay(context, past.Reel, day, seat, (world, number) => Answers.Raw(Text(json => new LegalOrders(past.Reel.Ground.Words).Write(json, new View(world, number)))))))
            .WithName($"list{name}Offers").Produces<List<VerbShape>>().Faults();
        api.MapGet(path + seat + "/orders/{verb}", (HttpContext context, [AsParameters] T source, int day, string seat, string verb) => of(context, source,
            past => OnDay(context, past.Reel, day, seat, (world, number) => Arguments(context, past.Reel.Ground, world, number, verb))))
            .WithName($"list{name}Arguments").Produces<VerbShape>().Faults();
    }

    private static SeriesShape SeriesOf(Past past)
    {
        var (reel, slugs) = (past.Reel, past.Reel.Ground.Bookmark.Slugs);
        var tallies = reel.Tallies();
        var polities = new List<PolitySeriesShape>();
        for (byte p = 1; p < tallies[0].Places.Length; p++)
            if (tallies.Any(one => one.Places[p] > 0 || one.Men[p] > 0))
                polities.Add(new PolitySeriesShape(slugs.Of(new PolityId(p)), [.. tallies.Select(one => one.Places[p])], [.. tallies.Select(one => one.Men[p])],
                    [.. tallies.Select(one => one.Stores[p])]));
        var seats = new List<SeatSeriesShape>();
        for (byte s = 1; s < tallies[0].Wrong.Length; s++) seats.Add(new SeatSeriesShape(slugs.Of(new SeatId(s)), [.. tallies.Select(one => one.Wrong[s])]));
        return new SeriesShape(past.Id, tallies.Count - 1, polities, seats);
    }

    private static IResult Table(HttpContext context, Past past, string table)
    {
        var (reel, language) = (past.Reel, Answers.LanguageOf(context.Request));
        var text = table switch
        {
            "days" => Tables.Days(reel),
            "places" => Tables.Places(reel),
            "events" => Tables.Events(reel, language),
            _ => null,
        };
        var words = (string[])["days", "places", "events"];
        return text is null ? Answers.Of(Refusal.NotFound(HallMessages.NoTable, Nearest.To(Answers.Short(table), words), Answers.Short(table), words), context.Request)
            : Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", $"{past.Id}-{table}.csv");
    }

    private static IResult Orders(HttpContext context, Reel reel, int day)
    {
        if (day < 1 || day > reel.Days) return Answers.Of(Refusal.Unfit(HallMessages.NoDay, day, reel.Days), context.Request);
        var (slugs, words, log) = (reel.Ground.Bookmark.Slugs, reel.Ground.Words, reel.Heard(day));
        var teller = reel.Teller(Answers.LanguageOf(context.Request));
        var told = new Dictionary<Order, string>();
        foreach (ref readonly var entry in log.Entries)
            if (entry.Kind == EventKind.OrderGiven) told[log.Read<OrderGiven>(entry).Order] = teller.Sentence(entry, log.Read<OrderGiven>(entry)) ?? "";
        var listed = new List<PastOrderShape>();
        var all = reel.Orders(day);
        for (var i = 0; i < all.Count; i++)
            if (all[i].Seat.Exists && !FateRule.Owns(all[i].Kind))
                listed.Add(new PastOrderShape(i + 1, slugs.Of(all[i].Seat), OrderVerbs.Of(all[i].Kind).Word, words.Write(all[i]), told.GetValueOrDefault(all[i], "")));
        return Answers.Of(listed);
    }

    private static IResult OnDay(HttpContext context, Reel reel, int day, string seat, Func<World, SeatId, IResult> answer)
    {
        if (day < 0 || day > reel.Days) return Answers.Of(Refusal.Unfit(HallMessages.NoDay, day, reel.Days), context.Request);
        var seats = reel.Ground.Bookmark.Slugs.Seats;
        return seats[seat] is > 0 and var number ? answer(reel.On(day), new SeatId((byte)number))
            : Answers.Of(Refusal.NotFound(HallMessages.UnknownSeat, Nearest.To(Answers.Short(seat), seats.Ids), Answers.Short(seat), seats.Ids), context.Request);
    }

    private static string Belief(Reel reel, World world, SeatId seat)
    {
        var page = new Page();
        page.Set("day", json => json.WriteNumberValue(world.Today));
        page.Set("date", json => json.WriteStringValue(world.Date.ToString()));
        reel.Ground.Page.Write(new View(world, seat), page);
        return page.Whole();
    }

    private static IResult Arguments(HttpContext context, Ground ground, World world, SeatId seat, string verb)
    {
        var (known, given, why) = SeatsApi.Asked(context, ground, verb);
        return known is null ? Answers.Of(why!, context.Request)
            : Answers.Raw(Text(json => new LegalOrders(ground.Words).Write(json, new View(world, seat), known, given!)));
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Page.Plain)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
