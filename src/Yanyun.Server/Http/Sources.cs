using Microsoft.AspNetCore.Http;
using Yanyun.Chronicle.Reading;
using Yanyun.Server.Games;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>A history that somebody looks back on.</summary>
/// <param name="Id">history, replay-7, or the id of a game.</param>
public sealed record Past(Reel Reel, string Id, string Title);

/// <summary>How a path names a history.</summary>
public interface ISource
{
    Task<(Past? Past, Refusal? Why)> Find(Sources sources, HttpContext context);
}

/// <summary>The record of a scenario.</summary>
public readonly record struct RecordSource(string Scenario) : ISource
{
    public Task<(Past? Past, Refusal? Why)> Find(Sources sources, HttpContext context) => sources.Record(context, Scenario);
}

/// <summary>The war of a scenario as its minds play it by the dice of a seed.</summary>
public readonly record struct ReplaySource(string Scenario, long Seed) : ISource
{
    public Task<(Past? Past, Refusal? Why)> Find(Sources sources, HttpContext context) => sources.Replay(context, Scenario, Seed);
}

/// <summary>A game, for who may know all of it.</summary>
public readonly record struct GameSource(string Game) : ISource
{
    public Task<(Past? Past, Refusal? Why)> Find(Sources sources, HttpContext context) => sources.Game(context, Game);
}

/// <summary>Finds histories for who may know all of them.</summary>
public sealed class Sources(Desk desk)
{
    /// <summary>How a history that the minds play is named beside games: replay-7.</summary>
    public const string ReplayPrefix = "replay-";

    public static bool IsReplay(string name) => name.StartsWith(ReplayPrefix, StringComparison.Ordinal);

    /// <summary>Largest seed that a replay is asked for with.</summary>
    public const long LargestSeed = 2_000_000_000;

    public async Task<(Past? Past, Refusal? Why)> Record(HttpContext context, string scenario)
    {
        var (reel, why) = await desk.Reels.OfHistory(scenario);
        return reel is null ? (null, why) : (new Past(reel, GameHead.History, Title(context, reel)), null);
    }

    public async Task<(Past? Past, Refusal? Why)> Replay(HttpContext context, string scenario, long seed)
    {
        if (seed is < 1 or > LargestSeed) return (null, Refusal.Unfit(HallMessages.NoSuchReplay, seed, LargestSeed));
        var (reel, why) = await desk.Reels.OfReplay(scenario, (ulong)seed);
        return reel is null ? (null, why)
            : (new Past(reel, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ReplayPrefix}{seed}"), Title(context, reel)), null);
    }

    private static string Title(HttpContext context, Reel reel) => reel.Ground.Bookmark.Head.Title.In(Answers.LanguageOf(context.Request));

    public async Task<(Past? Past, Refusal? Why)> Game(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return (null, why);
        if (!await Desk.MayKnowAll(found, Desk.VisitorOf(context))) return (null, Refusal.Forbidden(HallMessages.StillHidden));
        var (reel, broken) = await desk.Reels.Of((await desk.Hall.Store.Find(game))!);
        return reel is null ? (null, broken) : (new Past(reel, game, found.Head.Title), null);
    }

    /// <summary>A history by the word that names it beside others of a scenario.</summary>
    public async Task<(Past? Past, Refusal? Why)> Named(HttpContext context, string scenario, string name)
    {
        if (name == GameHead.History) return await Record(context, scenario);
        if (IsReplay(name))
            return long.TryParse(name.AsSpan(ReplayPrefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seed)
                ? await Replay(context, scenario, seed) : (null, Refusal.NotFound(HallMessages.UnknownGame, null, Answers.Short(name)));
        var (past, why) = await Game(context, name);
        if (past is null) return (null, why);
        var ground = desk.Hall.Shelf.Take(scenario, [], new Problems());
        // Places and seats are counted alike only in one scenario.
        return past.Reel.Ground.Bookmark.Head.Slug == scenario && ground is not null ? (past, null)
            : (null, Refusal.Unfit(HallMessages.OtherWar, name, past.Reel.Ground.Bookmark.Head.Slug, scenario));
    }
}
