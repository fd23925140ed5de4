using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Yanyun.Chronicle.Reading;
using Yanyun.Lab;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;
using Yanyun.Server.WhatIfs;

namespace Yanyun.Server.Http;

/// <summary>What-ifs: asked of a game that one may fork or of the record of history, played in the background, told as they go.</summary>
public sealed class WhatIfsApi(Desk desk, WhatIfRunner runner, IHostApplicationLifetime life)
{
    /// <summary>Of one account that are not over. Balance: enough to compare two with a third.</summary>
    public const int MostUnfinished = 3;

    /// <summary>Of one account that are kept, over or not.</summary>
    public const int MostKept = 50;

    /// <summary>Of all accounts that are not over: an hour's work and more.</summary>
    public const int MostWaiting = 300;

    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(15), s_look = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _counting = new(1, 1);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/games/{game}/whatifs", (Delegate)OfGame).WithName("askOfGame").Accepts<NewWhatIf>("application/json").Produces<WhatIfShape>(201).Faults();
        api.MapPost("/scenarios/{scenario}/whatifs", (Delegate)OfHistory).WithName("askOfHistory").Accepts<NewWhatIf>("application/json").Produces<WhatIfShape>(201).Faults();
        api.MapGet("/scenarios/{scenario}/questions", (Delegate)Ready).WithName("listQuestions").Produces<List<QuestionShape>>().Faults();
        api.MapGet("/whatifs", (Delegate)List).WithName("listWhatIfs").Produces<List<WhatIfShape>>().Faults();
        api.MapGet("/whatifs/{id}", (Delegate)Show).WithName("showWhatIf").Produces<WhatIfShape>().Faults();
        api.MapDelete("/whatifs/{id}", (Delegate)Stop).WithName("stopWhatIf").Produces(204).Faults();
        api.MapGet("/whatifs/{id}/stream", (Delegate)Stream).WithName("streamWhatIf").Produces<string>(200, "text/event-stream").Faults();
    }

    /// <summary>Anybody may read what can be asked.</summary>
    private IResult Ready(HttpContext context, string scenario)
    {
        var ids = desk.Hall.Shelf.Ids;
        if (!ids.Contains(scenario))
            return Answers.Of(Refusal.NotFound(HallMessages.UnknownScenario, Nearest.To(Answers.Short(scenario), ids), Answers.Short(scenario), ids), context.Request);
        var (questions, why) = runner.Question.Ready(scenario);
        if (questions is null) return Answers.Of(why!, context.Request);
        var first = desk.Hall.Shelf.Take(scenario, [], new Problems())!.Scenario.FirstDay;
        return Answers.Of(questions.Select(one => new QuestionShape(
            one.Id, one.Title.English, one.Title.Chinese, one.Statement.English, one.Statement.Chinese, one.Measured?.English, one.Measured?.Chinese,
            one.Start - first - 1, one.Start.ToString(), JsonDocument.Parse(one.Asked).RootElement)).ToList());
    }

    private async Task<IResult> OfGame(HttpContext context, string game)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, bytes, why) = await Answers.ReadRaw<NewWhatIf>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        var (found, hidden) = await desk.Game(context, game);
        if (found is null) return Answers.Of(hidden!, context.Request);
        if (!await Desk.MayKnowAll(found, visitor)) return Answers.Of(Refusal.Forbidden(HallMessages.StillHidden), context.Request);
        var today = await found.Look(state => state.World.Today, asked: false);
        if (body.Day is { } day && (day < 0 || day > today)) return Answers.Of(Refusal.Unfit(HallMessages.NoDay, day, today), context.Request);
        return await Enter(context, visitor, body, bytes, game, found.Head.Scenario, body.Day ?? today, found.Head.Title);
    }

    private async Task<IResult> OfHistory(HttpContext context, string scenario)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, bytes, why) = await Answers.ReadRaw<NewWhatIf>(context.Request);
        if (body is null) return Answers.Of(why!, context.Request);
        var ids = desk.Hall.Shelf.Ids;
        if (!ids.Contains(scenario))
            return Answers.Of(Refusal.NotFound(HallMessages.UnknownScenario, Nearest.To(Answers.Short(scenario), ids), Answers.Short(scenario), ids), context.Request);
        return await Enter(context, visitor, body, bytes, null, scenario, body.Day ?? 0, scenario);
    }

    private async Task<IResult> Enter(HttpContext context, Visitor visitor, NewWhatIf body, byte[] bytes, string? game, string scenario, int day, string title)
    {
        title = body.Title ?? title;
        if (title.Length is 0 or > Founding.LongestTitle || title.Any(char.IsControl))
            return Answers.Of(Refusal.Bad(HallMessages.BadTitle, null, Founding.LongestTitle), context.Request);
        var asked = new WhatIf(
            Tokens.Id(), visitor.Id, game, scenario, day, title, Encoding.UTF8.GetString(bytes), body.Pairs, LabFolder.Build,
            desk.Hall.Time.GetUtcNow().ToUnixTimeMilliseconds(), Standing.Waiting, 1, 0, null, null);
        var (experiment, wrong) = await runner.Question.Read(asked);
        if (experiment is null) return Answers.Of(wrong!, context.Request);
        await _counting.WaitAsync(context.RequestAborted);
        try
        {
            if (await Full(visitor.Id) is { } full) return Answers.Of(full, context.Request);
            await runner.Book.Enter(asked);
        }
        finally
        {
            _counting.Release();
        }
        runner.Ring();
        context.Response.Headers.Location = $"/api/whatifs/{asked.Id}";
        return Answers.Of(Shape(asked), 201);
    }

    private async Task<Refusal?> Full(string account)
    {
        var kept = await runner.Book.Of(account);
        if (kept.Count >= MostKept) return Refusal.Conflict(HallMessages.TooManyKept, kept.Count);
        var unfinished = kept.Count(one => !Standing.IsOver(one.Standing));
        if (unfinished >= MostUnfinished) return Refusal.Conflict(HallMessages.TooManyWhatIfs, unfinished);
        var all = (await runner.Book.Unfinished()).Count;
        return all >= MostWaiting ? Refusal.Unavailable(HallMessages.HouseBusy, all) : null;
    }

    /// <summary>Who is not known has asked nothing yet.</summary>
    private async Task<IResult> List(HttpContext context)
    {
        if (Desk.VisitorOf(context) is null) return Answers.Of(new List<WhatIfShape>());
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        return Answers.Of((await runner.Book.Of(visitor.Id)).Select(one => Shape(one) with { Figures = null }).ToList());
    }

    private async Task<IResult> Show(HttpContext context, string id)
    {
        var (one, why) = await Mine(context, id);
        return one is null ? Answers.Of(why!, context.Request) : Answers.Of(Shape(one));
    }

    /// <summary>Stops one that is under way, and keeps what it came to; takes away one that is over.</summary>
    private async Task<IResult> Stop(HttpContext context, string id)
    {
        while (true)
        {
            var (one, why) = await Mine(context, id);
            if (one is null) return Answers.Of(why!, context.Request);
            if (Standing.IsOver(one.Standing)) await runner.Book.Remove(id);
            else if (!await runner.Book.Keep(one, one with { Standing = Standing.Stopped, Version = one.Version + 1 })) continue; // a batch came between
            runner.Tell();
            return Results.NoContent();
        }
    }

    private async Task<(WhatIf? One, Refusal? Why)> Mine(HttpContext context, string id)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return (null, nobody);
        return await runner.Book.Find(id) is { } one && one.Account == visitor.Id ? (one, null) : (null, Refusal.NotFound(HallMessages.UnknownWhatIf, null, Answers.Short(id)));
    }

    private static WhatIfShape Shape(WhatIf one) =>
        new(one.Id, one.Game, one.Scenario, one.Day, one.Title, one.Standing, one.Done, one.Pairs, one.Version, one.Figures, one.Why);

    /// <summary>Each event holds the whole of how it stands, so that who comes back with the id of the last one is told the newest, once.</summary>
    private async Task<IResult> Stream(HttpContext context, string id)
    {
        var (one, why) = await Mine(context, id);
        if (one is null) return Answers.Of(why!, context.Request);
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        var told = 0L;
        if (last.Length > 0 && (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out told) || told > one.Version))
            return Answers.Of(Refusal.Bad(HallMessages.BadEventId, null, Answers.Short(last), one.Version), context.Request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        desk.Hall.Telemetry.StreamOpened();
        try
        {
            await response.StartAsync(stop.Token);
            var spoke = desk.Hall.Time.GetTimestamp();
            while (true)
            {
                var changed = runner.Changed; // asked for before looking, so that nothing falls between
                if (await runner.Book.Find(id) is not { } now) return Results.Empty;
                if (now.Version > told)
                {
                    told = now.Version;
                    await Say(response, string.Create(CultureInfo.InvariantCulture, $"id: {told}\nevent: {now.Standing}\ndata: {JsonSerializer.Serialize(Shape(now), Answers.Json)}\n\n"), stop.Token);
                    spoke = desk.Hall.Time.GetTimestamp();
                }
                if (Standing.IsOver(now.Standing)) return Results.Empty;
                await Task.WhenAny(changed, Task.Delay(s_look, stop.Token));
                stop.Token.ThrowIfCancellationRequested();
                if (desk.Hall.Time.GetElapsedTime(spoke) < s_breath) continue;
                await Say(response, ": \n\n", stop.Token);
                spoke = desk.Hall.Time.GetTimestamp();
            }
        }
        catch (OperationCanceledException)
        {
            // The client went, or the house closes: it will come back with its last id.
            return Results.Empty;
        }
        finally
        {
            desk.Hall.Telemetry.StreamClosed();
        }
    }

    private static async Task Say(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await response.Body.FlushAsync(stop);
    }
}
