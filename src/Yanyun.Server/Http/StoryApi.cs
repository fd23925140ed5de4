using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Looking back: the map of a scenario, and any day of its record, of what its minds play by a seed, or of a game, for those who may know all of it.</summary>
public sealed class StoryApi(Desk desk)
{
    private readonly Atlases _atlases = new(desk.Hall.Shelf);
    private readonly Sources _sources = new(desk);

    public void Map(IEndpointRouteBuilder api)
    {
        const string scenario = "/scenarios/{scenario}";
        api.MapGet(scenario + "/atlas", (Delegate)Atlas).WithName("showAtlas").Produces<AtlasShape>().Faults();
        api.MapGet(scenario + "/entries/{kind}/{id}", (Delegate)Entry).WithName("showEntry").Produces<EntryShape>().Faults();
        Map<RecordSource>(api, scenario, "Record");
        Map<ReplaySource>(api, scenario + "/replays/{seed:long}", "Replay");
        Map<GameSource>(api, "/games/{game}", "Game");
    }

    private void Map<T>(IEndpointRouteBuilder api, string path, string name) where T : ISource
    {
        Task<IResult> Of(HttpContext context, T source, Func<Past, IResult> answer) => Answered(context, source, answer);
        api.MapGet(path + "/story", (HttpContext context, [AsParameters] T source) => Of(context, source, past => Story(context, past)))
            .WithName($"show{name}Story").Produces<StoryShape>().Faults();
        api.MapGet(path + "/story/days/{day:int}", (HttpContext context, [AsParameters] T source, int day) => Of(context, source, past => Day(context, past.Reel, day)))
            .WithName($"show{name}Day").Produces<DayShape>().Faults();
        api.MapGet(path + "/story/why/{id}", (HttpContext context, [AsParameters] T source, string id) => Of(context, source, past => Why(context, past.Reel, id)))
            .WithName($"ask{name}Why").Produces<ChainShape>().Faults();
        After.Map<T>(api, path, name, Of);
    }

    private async Task<IResult> Answered<T>(HttpContext context, T source, Func<Past, IResult> answer) where T : ISource
    {
        var (past, why) = await source.Find(_sources, context);
        return past is null ? Answers.Of(why!, context.Request) : answer(past);
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

    private static IResult Story(HttpContext context, Past past)
    {
        var (reel, language) = (past.Reel, Answers.LanguageOf(context.Request));
        var (first, scene, pages) = (reel.Ground.Scenario.FirstDay, new Scene(reel, language), reel.Pages(language));
        var dates = Enumerable.Range(0, reel.Days + 1).Select(day => new DateShape((first + day).ToString(),
            language == Yanyun.Chronicle.Language.Chinese ? reel.Calendar.Hanzi(first + day) : reel.Calendar.Romanised(first + day),
            Seasons.Of(first + day).ToString().ToLowerInvariant()));
        var marks = pages.SelectMany((page, i) => page.Lines.Select(line => new MarkShape(i + 1, scene.KindOf(line), line.Fact is not null)));
        return Answers.Of(new StoryShape(past.Id, reel.Ground.Bookmark.Head.Slug, past.Title, reel.Days, [.. dates], [.. marks]));
    }

    private static IResult Day(HttpContext context, Reel reel, int day)
    {
        if (day < 0 || day > reel.Days) return Answers.Of(Refusal.Unfit(HallMessages.NoDay, day, reel.Days), context.Request);
        return Answers.Of(new Scene(reel, Answers.LanguageOf(context.Request)).Of(day));
    }

    private static IResult Why(HttpContext context, Reel reel, string id)
    {
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
            [.. chain.Select(link => new LinkShape(scene.Id(link.Id), Scene.KindOf(link.Kind), Piece.TextOf(link.Parts), Scene.Of(link.Parts), link.Reason.Length == 0 ? null : link.Reason, link.Decided))]));
    }
}
