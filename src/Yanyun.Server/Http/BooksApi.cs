using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>A seat's own books: what an order would promise, what came of those it gave, what it knew on a day gone by.</summary>
public sealed class BooksApi(Desk desk)
{
    public void Map(IEndpointRouteBuilder api)
    {
        const string seat = "/games/{game}/seats/{seat}";
        api.MapGet(seat + "/orders/{verb}/odds", (Delegate)Odds).WithName("showOdds").Produces<OddsShape>().Faults();
        api.MapGet(seat + "/history", (Delegate)History).WithName("listPastOrders").Produces<List<OwnOrderShape>>().Faults();
        api.MapGet(seat + "/view/{day:int}", (Delegate)PastView).WithName("showPastView").Produces<ViewShape>().Faults();
    }

    private async Task<IResult> Odds(HttpContext context, string game, string seat, string verb)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var (known, given, wrong) = SeatsApi.Asked(context, found.Ground, verb);
        if (known is null) return Answers.Of(wrong!, context.Request);
        return Answers.Of(await found.Look(state => new SeatOdds(state.Ground.Bookmark).Of(new View(state.World, number), known, given!)));
    }

    private async Task<IResult> History(HttpContext context, string game, string seat)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var row = (await desk.Hall.Store.Find(game))!;
        var (reel, broken) = await desk.Reels.Of(row);
        if (reel is null) return Answers.Of(broken!, context.Request);
        return Answers.Of(new PastOrders(reel, number).Of(await desk.Hall.Store.Read(game, 0, row.Version)));
    }

    /// <summary>What the seat knew when a day was over: its beliefs, its office, its books. Who sits where and the clock are those of today.</summary>
    private async Task<IResult> PastView(HttpContext context, string game, string seat, int day)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Answers.Of(why!, context.Request);
        var (reel, broken) = await desk.Reels.Of((await desk.Hall.Store.Find(game))!);
        if (reel is null) return Answers.Of(broken!, context.Request);
        if (day < 0 || day > reel.Days) return Answers.Of(Refusal.Unfit(HallMessages.NoDay, day, reel.Days), context.Request);
        var (world, calendar) = (reel.On(day), desk.Hall.Shelf.Calendar);
        return Answers.Raw(await found.Look(state =>
        {
            var page = TablePage.Public(state, calendar);
            var date = state.Ground.Scenario.FirstDay + day;
            page.Set("day", json => json.WriteNumberValue(day));
            page.Set("date", json => json.WriteStringValue(date.ToString()));
            page.Set("era", json => TablePage.Write(json, calendar.Romanised(date), calendar.Hanzi(date)));
            page.List(TablePage.WaitingPart);
            state.Ground.Page.Write(new View(world, number), page);
            return page.Whole();
        }));
    }
}
