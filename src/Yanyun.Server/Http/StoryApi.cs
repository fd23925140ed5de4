using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Looking back: the map of a scenario, and any day of its record or of a game, for those who may know all of it.</summary>
public sealed class StoryApi(Desk desk)
{
    private readonly Atlases _atlases = new(desk.Hall.Shelf);

    public void Map(IEndpointRouteBuilder api)
    {
        const string scenario = "/scenarios/{scenario}", game = "/games/{game}";
        api.MapGet(scenario + "/atlas", (Delegate)Atlas).WithName("showAtlas").Produces<AtlasShape>().Faults();
        api.MapGet(scenario + "/entries/{kind}/{id}", (Delegate)Entry).WithName("showEntry").Produces<EntryShape>().Faults();
        api.MapGet(scenario + "/story", (Delegate)RecordStory).WithName("showRecordStory").Produces<StoryShape>().Faults();
        api.MapGet(scenario + "/story/days/{day:int}", (Delegate)RecordDay).WithName("showRecordDay").Produces<DayShape>().Faults();
        api.MapGet(scenario + "/story/why/{id}", (Delegate)RecordWhy).WithName("askRecordWhy").Produces<ChainShape>().Faults();
        api.MapGet(game + "/story", (Delegate)GameStory).WithName("showGameStory").Produces<StoryShape>().Faults();
        api.MapGet(game + "/story/days/{day:int}", (Delegate)GameDay).WithName("showGameDay").Produces<DayShape>().Faults();
        api.MapGet(game + "/story/why/{id}", (Delegate)GameWhy).WithName("askGameWhy").Produces<ChainShape>().Faults();
    }

    private (Ground? Ground, Refusal? Why) Ground(string scenario)
    {
        var (shelf, problems) = (desk.Hall.Shelf, new Problems());
        if (!shelf.Ids.Contains(scenario)) return (null, Refusal.NotFound(HallMessages.UnknownScenario, Nearest.To(Answers.Short(scenario), shelf.Ids), Answers.Short(scenario), shelf.Ids));
        return shelf.Take(scenario, [], problems) is { } ground ? (ground, null) : (null, Refusal.Conflict(HallMessages.BadSet, Refusal.Said(problems)));
    }

    private IResult Atlas(HttpContext context, string scenario)
    {
        var (ground, why) = Ground(scenario);
        return ground is null ? Answers.Of(why!, context.Request) : Answers.Of(_atlases.Of(scenario, ground));
    }

    private IResult Entry(HttpContext context, string scenario, string kind, string id)
    {
        var (ground, why) = Ground(scenario);
        if (ground is null) return Answers.Of(why!, context.Request);
        var (entry, none) = new Encyclopaedia(ground.Bookmark, Answers.LanguageOf(context.Request)).Find(kind, id);
        return entry is null ? Answers.Of(none!, context.Request) : Answers.Of(entry);
    }

    private async Task<(Reel? Reel, string Title, Refusal? Why)> OfGame(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return (null, "", why);
        if (!await Desk.MayKnowAll(found, Desk.VisitorOf(context))) return (null, "", Refusal.Forbidden(HallMessages.StillHidden));
        var (reel, broken) = await desk.Reels.Of((await desk.Hall.Store.Find(game))!);
        return (reel, found.Head.Title, broken);
    }

    private async Task<IResult> RecordStory(HttpContext context, string scenario)
    {
        var (reel, why) = await desk.Reels.OfHistory(scenario);
        if (reel is null) return Answers.Of(why!, context.Request);
        return Answers.Of(Story(context, reel, Store.GameHead.History, reel.Ground.Bookmark.Head.Title.In(Answers.LanguageOf(context.Request))));
    }

    private async Task<IResult> GameStory(HttpContext context, string game)
    {
        var (reel, title, why) = await OfGame(context, game);
        return reel is null ? Answers.Of(why!, context.Request) : Answers.Of(Story(context, reel, game, title));
    }

    private static StoryShape Story(HttpContext context, Reel reel, string source, string title)
    {
        var language = Answers.LanguageOf(context.Request);
        var (first, scene, pages) = (reel.Ground.Scenario.FirstDay, new Scene(reel, language), reel.Pages(language));
        var dates = Enumerable.Range(0, reel.Days + 1).Select(day => new DateShape((first + day).ToString(),
            language == Yanyun.Chronicle.Language.Chinese ? reel.Calendar.Hanzi(first + day) : reel.Calendar.Romanised(first + day),
            Seasons.Of(first + day).ToString().ToLowerInvariant()));
        var marks = pages.SelectMany((page, i) => page.Lines.Select(line => new MarkShape(i + 1, scene.KindOf(line), line.Fact is not null)));
        return new StoryShape(source, reel.Ground.Bookmark.Head.Slug, title, reel.Days, [.. dates], [.. marks]);
    }

    private async Task<IResult> RecordDay(HttpContext context, string scenario, int day)
    {
        var (reel, why) = await desk.Reels.OfHistory(scenario);
        return Day(context, reel, why, day);
    }

    private async Task<IResult> GameDay(HttpContext context, string game, int day)
    {
        var (reel, _, why) = await OfGame(context, game);
        return Day(context, reel, why, day);
    }

    private static IResult Day(HttpContext context, Reel? reel, Refusal? why, int day)
    {
        if (reel is null) return Answers.Of(why!, context.Request);
        if (day < 0 || day > reel.Days) return Answers.Of(Refusal.Unfit(HallMessages.NoDay, day, reel.Days), context.Request);
        return Answers.Of(new Scene(reel, Answers.LanguageOf(context.Request)).Of(day));
    }

    private async Task<IResult> RecordWhy(HttpContext context, string scenario, string id)
    {
        var (reel, why) = await desk.Reels.OfHistory(scenario);
        return Why(context, reel, why, id);
    }

    private async Task<IResult> GameWhy(HttpContext context, string game, string id)
    {
        var (reel, _, why) = await OfGame(context, game);
        return Why(context, reel, why, id);
    }

    private static IResult Why(HttpContext context, Reel? reel, Refusal? why, string id)
    {
        if (reel is null) return Answers.Of(why!, context.Request);
        var unknown = Refusal.NotFound(HallMessages.NoSuchEvent, null, Answers.Short(id));
        var dot = id.LastIndexOf('.');
        if (dot < 0 || !JulianDate.TryRead(id[..dot], out var date) || !ushort.TryParse(id.AsSpan(dot + 1), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var ordinal)) return Answers.Of(unknown, context.Request);
        var day = date - reel.Ground.Scenario.FirstDay;
        if (day <= 0 || day > reel.Days) return Answers.Of(unknown, context.Request);
        var language = Answers.LanguageOf(context.Request);
        var scene = new Scene(reel, language);
        var chain = reel.Why(new EventRef(day, ordinal), language);
        return chain.Count == 0 ? Answers.Of(unknown, context.Request) : Answers.Of(new ChainShape(
            [.. chain.Select(link => new LinkShape(scene.Id(link.Id), Scene.KindOf(link.Kind), link.Text, link.Reason.Length == 0 ? null : link.Reason, link.Decided))]));
    }
}
