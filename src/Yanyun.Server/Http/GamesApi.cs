using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Scenarios and games: list, make, look, set the clock, fork, export, import.</summary>
public sealed class GamesApi(Desk desk)
{
    /// <summary>Bytes of a record at most: four times a full campaign with states.</summary>
    public const int MostRecordBytes = 32 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scenarios", (Delegate)Scenarios).WithName("listScenarios").Produces<List<ScenarioShape>>();
        api.MapGet("/games", (Delegate)List).WithName("listGames").Produces<List<GameShape>>();
        api.MapPost("/games", (Delegate)New).WithName("newGame").Accepts<NewGame>("application/json").Produces<GameShape>(201).Faults();
        api.MapPost("/games/import", (Delegate)Import).WithName("importGame").Accepts<byte[]>("application/octet-stream").Produces<GameShape>(201).Faults();
        api.MapPost("/scenarios/{scenario}/forks", (Delegate)ForkHistory).WithName("forkHistory").Accepts<NewFork>("application/json").Produces<GameShape>(201).Faults();
        api.MapPost("/scenarios/{scenario}/replays/{seed:long}/forks", (Delegate)ForkReplay).WithName("forkReplay").Accepts<NewFork>("application/json").Produces<GameShape>(201).Faults();
        api.MapGet("/scenarios/{scenario}/replays/{seed:long}/record", (Delegate)ExportReplay).WithName("exportReplay").Faults();
        api.MapGet("/games/{game}", (Delegate)Show).WithName("showGame").Produces<GameShape>().Faults();
        api.MapGet("/games/{game}/table", (Delegate)Table).WithName("showTable").Faults();
        api.MapPut("/games/{game}/clock", (Delegate)SetClock).WithName("setClock").Accepts<ClockShape>("application/json").Produces(204).Faults();
        api.MapPost("/games/{game}/forks", (Delegate)Fork).WithName("forkGame").Accepts<NewFork>("application/json").Produces<GameShape>(201).Faults();
        api.MapGet("/games/{game}/lineage", (Delegate)Lineage).WithName("showLineage").Produces<LineageShape>().Faults();
        api.MapGet("/games/{game}/record", (Delegate)Export).WithName("exportGame").Faults();
    }

    private IResult Scenarios(HttpRequest request)
    {
        var shapes = new List<ScenarioShape>();
        foreach (var id in desk.Hall.Shelf.Ids)
        {
            var problems = new Problems();
            if (desk.Hall.Shelf.Take(id, [], problems) is not { } ground) continue;
            var (book, head) = (ground.Bookmark, ground.Bookmark.Head);
            shapes.Add(new ScenarioShape(id, head.Title.English, head.Title.Chinese, head.First.ToString(), head.Last.ToString(), ground.Scenario.Days,
                [.. book.Seats.All.Select(seat => new SeatShape(seat.Slug, seat.Name.English, seat.Name.Chinese, book.Slugs.Of(seat.Polity), seat.Kind.ToString().ToLowerInvariant()))]));
        }
        return Answers.Of(shapes);
    }

    private async Task<IResult> List(HttpContext context)
    {
        var visitor = Desk.VisitorOf(context);
        var rows = await desk.Hall.Store.List();
        return Answers.Of(rows.Where(row => row.Head.Listed || row.Head.Owner == visitor?.Id).Select(row => Shape(row, visitor)).ToList());
    }

    internal static string StateOf(GameRow row) =>
        row.Fault is not null ? "quarantined" : row.Pulse switch { Pulse.Running => "running", Pulse.Ended => "ended", _ => "still" };

    private static GameShape Shape(GameRow row, Visitor? visitor) => new(
        row.Head.Id, row.Head.Title, row.Head.Scenario, MayKnowSeed(row, visitor) ? row.Head.Seed : null, row.Day, StateOf(row),
        row.Head.Open, row.Head.Listed, visitor is not null && row.Head.Owner == visitor.Id, row.Head.Parent, row.Head.Parent is null ? null : row.Head.ParentDay, row.Fault);

    /// <summary>Who has the dice can play the war at home and see what his seat does not: they are told of what hides nothing, and to who made the game.</summary>
    private static bool MayKnowSeed(GameRow row, Visitor? visitor) =>
        row.Head.Open || row.Pulse == Pulse.Ended || (visitor is not null && row.Head.Owner == visitor.Id);

    private async Task<IResult> New(HttpContext context)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, why) = await Answers.Read<NewGame>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        if (string.IsNullOrEmpty(body.Scenario) || body.Sets?.Count > 32)
            return Answers.Of(Refusal.Bad(HallMessages.UnknownScenario, null, "", desk.Hall.Shelf.Ids), context.Request);
        var (wish, wrong) = WishOf(visitor, body.Title ?? body.Scenario, body.Seats, body.Clock, body.Open, body.Listed);
        if (wish is null) return Answers.Of(wrong!, context.Request);
        return await Made(context, visitor, await desk.Hall.Founding.New(wish, Answers.Short(body.Scenario), body.Seed ?? Seed(), body.Sets ?? []));
    }

    private async Task<IResult> Import(HttpContext context)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (bytes, why) = await Answers.Bytes(context.Request, "application/octet-stream", MostRecordBytes);
        if (bytes is null) return Answers.Of(why!, context.Request);
        var title = context.Request.Query["title"].ToString();
        var wish = new Wish(title.Length == 0 ? "record" : title, visitor.Id, visitor.Account.Name, context.Request.Query["open"] == "true", true,
            new Dictionary<string, HolderKind>(), default);
        return await Made(context, visitor, await desk.Hall.Founding.Import(wish, bytes, "record"));
    }

    private async Task<IResult> ForkHistory(HttpContext context, string scenario)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, why) = await Answers.Read<NewFork>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        var (wish, wrong) = WishOf(visitor, body.Title ?? scenario, body.Seats, body.Clock, body.Open, body.Listed);
        return wish is null ? Answers.Of(wrong!, context.Request)
            : await Made(context, visitor, await desk.Hall.Founding.FromHistory(wish, scenario, body.Day ?? 0, body.Seed, ground => Forking.Read(body.Changes, ground)));
    }

    private async Task<IResult> ForkReplay(HttpContext context, string scenario, long seed)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, why) = await Answers.Read<NewFork>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        var (past, unknown) = await new Sources(desk).Replay(context, scenario, seed);
        if (past is null) return Answers.Of(unknown!, context.Request);
        var (wish, wrong) = WishOf(visitor, body.Title ?? past.Title, body.Seats, body.Clock, body.Open, body.Listed);
        return wish is null ? Answers.Of(wrong!, context.Request)
            : await Made(context, visitor, await desk.Hall.Founding.FromReplay(wish, past.Reel, past.Id, (ulong)seed, body.Day ?? 0, body.Seed, ground => Forking.Read(body.Changes, ground)));
    }

    private async Task<IResult> ExportReplay(HttpContext context, string scenario, long seed)
    {
        var (past, why) = await new Sources(desk).Replay(context, scenario, seed);
        return past is null ? Answers.Of(why!, context.Request)
            : Results.Bytes(Encoding.ASCII.GetBytes(desk.Hall.Founding.Record(past.Reel, (ulong)seed)), "application/octet-stream", $"{scenario}-{past.Id}{RecordFile.Extension}");
    }

    private async Task<IResult> Fork(HttpContext context, string game)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, why) = await Answers.Read<NewFork>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        var (parent, hidden) = await desk.Game(context, game);
        if (parent is null) return Answers.Of(hidden!, context.Request);
        if (!await Desk.MayKnowAll(parent, visitor)) return Answers.Of(Refusal.Forbidden(HallMessages.StillHidden), context.Request);
        var (wish, wrong) = WishOf(visitor, body.Title ?? parent.Head.Title, body.Seats, body.Clock, body.Open, body.Listed);
        if (wish is null) return Answers.Of(wrong!, context.Request);
        var row = (await desk.Hall.Store.Find(game))!;
        return await Made(context, visitor, await desk.Hall.Founding.Fork(wish, row, body.Day ?? row.Day, body.Seed, ground => Forking.Read(body.Changes, ground)));
    }

    private async Task<IResult> Made(HttpContext context, Visitor visitor, (string? Id, Refusal? Why) made)
    {
        if (made.Id is null) return Answers.Of(made.Why!, context.Request);
        var (game, why) = await desk.Hall.Open(made.Id);
        if (game is null) return Answers.Of(why!, context.Request);
        context.Response.Headers.Location = $"/api/games/{made.Id}";
        return Answers.Of(Shape((await desk.Hall.Store.Find(made.Id))!, visitor), 201);
    }

    private async Task<IResult> Show(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        return found is null ? Answers.Of(why!, context.Request) : Answers.Of(Shape((await desk.Hall.Store.Find(game))!, Desk.VisitorOf(context)));
    }

    private async Task<IResult> Table(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return Answers.Of(why!, context.Request);
        return Answers.Raw(await found.Look(state => TablePage.Public(state, desk.Hall.Shelf.Calendar).Whole()));
    }

    private async Task<IResult> SetClock(HttpContext context, string game)
    {
        var (visitor, nobody) = Desk.Known(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, why) = await Answers.Read<ClockShape>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        var (found, hidden) = await desk.Game(context, game);
        if (found is null) return Answers.Of(hidden!, context.Request);
        if (visitor.Pass.Seat is { } only) return Answers.Of(Refusal.Forbidden(HallMessages.TokenTooNarrow, only, game), context.Request);
        var (clock, wrong) = ClockOf(body);
        if (wrong is not null) return Answers.Of(wrong, context.Request);
        return await desk.Acts.SetClock(game, visitor.Id, clock) is { } refused ? Answers.Of(refused, context.Request) : Results.NoContent();
    }

    private async Task<IResult> Lineage(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return Answers.Of(why!, context.Request);
        var visitor = Desk.VisitorOf(context);
        var rows = (await desk.Hall.Store.List()).ToDictionary(row => row.Head.Id);
        bool Shown(GameRow row) => row.Head.Listed || row.Head.Owner == visitor?.Id;
        var ancestors = new List<AncestorShape>();
        for (var head = found.Head; head.Parent is { } parent;)
        {
            var known = rows.TryGetValue(parent, out var row) && Shown(row);
            var open = parent == GameHead.History || Sources.IsReplay(parent);
            ancestors.Add(new AncestorShape(known || open ? parent : "-", known ? row!.Head.Title : open ? found.Head.Scenario : "-", head.ParentDay));
            if (row is null) break;
            head = row.Head;
        }
        var forks = rows.Values.Where(row => row.Head.Parent == game && Shown(row)).OrderBy(row => row.Head.MadeAt)
            .Select(row => new AncestorShape(row.Head.Id, row.Head.Title, row.Head.ParentDay)).ToList();
        return Answers.Of(new LineageShape(ancestors, forks, Kin.Of(found.Head, rows, row => Shown(row) || row.Head.Id == game, visitor)));
    }

    private async Task<IResult> Export(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return Answers.Of(why!, context.Request);
        if (!await Desk.MayKnowAll(found, Desk.VisitorOf(context))) return Answers.Of(Refusal.Forbidden(HallMessages.StillHidden), context.Request);
        var (text, broken) = await desk.Hall.Export((await desk.Hall.Store.Find(game))!);
        return text is null ? Answers.Of(broken!, context.Request)
            : Results.Bytes(Encoding.ASCII.GetBytes(text), "application/octet-stream", game + RecordFile.Extension);
    }

    private static (Wish? Wish, Refusal? Why) WishOf(
        Visitor visitor, string title, IReadOnlyDictionary<string, string>? seats, ClockShape? clock, bool? open, bool? listed)
    {
        var kinds = new Dictionary<string, HolderKind>(StringComparer.Ordinal);
        foreach (var (slug, word) in seats ?? new Dictionary<string, string>())
        {
            if (Holding.Of(word) is var kind && kind == 0)
                return (null, Refusal.Bad(HallMessages.NotHolder, Nearest.To(Answers.Short(word ?? ""), Holding.Words), Answers.Short(word ?? ""), Holding.Words));
            kinds[Answers.Short(slug)] = kind;
        }
        var (setting, why) = clock is null ? (default, null) : ClockOf(clock);
        return why is not null ? (null, why)
            : (new Wish(title, visitor.Id, visitor.Account.Name, open ?? false, listed ?? true, kinds, setting), null);
    }

    private static (ClockSetting Clock, Refusal? Why) ClockOf(ClockShape shape)
    {
        var bad = Refusal.Bad(HallMessages.NotClock, null, ClockSetting.LeastSeconds, ClockSetting.MostSeconds);
        var mode = ClockSetting.Words.ToList().IndexOf(shape.Mode ?? "");
        if (mode < 0 || shape.Speed is < 0 or > 5) return (default, bad);
        var clock = new ClockSetting((ClockMode)mode, (byte)(shape.Speed ?? 0), shape.Seconds ?? 0);
        return clock.IsValid ? (clock, null) : (default, bad);
    }

    /// <summary>Dice that nobody guesses by trying: 53 bits, which every reader of JSON keeps whole.</summary>
    private static ulong Seed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) >> 11;
}
