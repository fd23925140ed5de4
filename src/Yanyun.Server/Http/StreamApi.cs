using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Server-sent events: what a seat sees, as it comes to see it. A client that was cut off names the last event it had and is told what followed.</summary>
public sealed class StreamApi(Desk desk, IHostApplicationLifetime life)
{
    /// <summary>A stream that has nothing to say says so, so that nobody between takes it for dead.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(15);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/games/{game}/seats/{seat}/stream", (Delegate)Seat).WithName("streamSeat").Produces<string>(200, "text/event-stream").Faults();
        api.MapGet("/games/{game}/stream", (Delegate)Public).WithName("streamTable").Produces<string>(200, "text/event-stream").Faults();
    }

    private async Task<IResult> Seat(HttpContext context, string game, string seat)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        return found is null ? Answers.Of(why!, context.Request) : await Stream(context, found, number);
    }

    private async Task<IResult> Public(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        return found is null ? Answers.Of(why!, context.Request) : await Stream(context, found, SeatId.None);
    }

    private async Task<IResult> Stream(HttpContext context, Game game, SeatId seat)
    {
        var ear = new Ear(seat, desk.Hall.Shelf.Calendar);
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        long? from = null;
        if (last.Length > 0)
        {
            if (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return Answers.Of(Bad(last, long.MaxValue), context.Request);
            from = id;
        }
        // From here on nothing is missed; what was before is read from the log.
        var (version, seen, whole) = await game.Listen(ear, state =>
        {
            ear.Begin(state);
            return (state.Version, ear.SeenIn(state), from is null ? ear.Whole(state) : null);
        });
        try
        {
            if (from > seen) return Answers.Of(Bad(last, seen), context.Request);
            IReadOnlyList<string> missed = [];
            if (from is { } known && known < seen)
            {
                (missed, var why) = await Missed(game, seat, known, version);
                if (why is not null) return Answers.Of(why, context.Request);
            }
            await Send(context, game, seat, ear, whole, missed);
            return Results.Empty;
        }
        finally
        {
            await game.Leave(ear);
        }
    }

    private static Refusal Bad(string last, long most) => Refusal.Bad(HallMessages.BadEventId, null, Answers.Short(last), most);

    /// <summary>The events after one, made again from the log.</summary>
    private async Task<(IReadOnlyList<string> Events, Refusal? Why)> Missed(Game game, SeatId seat, long known, long version)
    {
        var ear = new Ear(seat, desk.Hall.Shelf.Calendar);
        var log = await desk.Hall.Store.Read(game.Id, 0, version);
        var (number, day, seen) = (0L, 0, 0L);
        foreach (var entry in log)
        {
            if (ear.Concerns(entry) && ++seen > known) break;
            (number, day) = (entry.Number, entry.Day);
        }
        var row = (await desk.Hall.Store.Find(game.Id))!;
        var (state, why, _) = await desk.Hall.Waker.AsOf(row, day, number);
        if (state is null) return ([], why);
        ear.Begin(state);
        var events = new List<string>();
        foreach (var entry in log.Skip((int)number))
        {
            if (!state.Apply(entry)) return ([], Refusal.Conflict(HallMessages.RunsDifferently, entry.Day));
            if (ear.Told(state, entry) is { } told) events.Add(told);
        }
        return (events, null);
    }

    private async Task Send(HttpContext context, Game game, SeatId seat, Ear ear, string? whole, IReadOnlyList<string> missed)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        var mine = Desk.VisitorOf(context)?.Id;
        var holds = seat.Exists && mine is not null && await game.Look(state => state[seat].Account == mine);
        if (holds) game.Arrive(seat);
        desk.Hall.Telemetry.StreamOpened();
        try
        {
            await response.StartAsync(stop.Token);
            if (whole is not null) await Say(response, whole, stop.Token);
            foreach (var one in missed) await Say(response, one, stop.Token);
            while (true)
            {
                using var breath = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
                breath.CancelAfter(s_breath);
                try
                {
                    if (!await ear.Events.WaitToReadAsync(breath.Token)) return;
                }
                catch (OperationCanceledException) when (!stop.IsCancellationRequested)
                {
                    await Say(response, ": \n\n", stop.Token);
                }
                if (game.Gone) return;
                while (ear.Events.TryRead(out var one)) await Say(response, one, stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The client went, or the house closes: it will come back with its last id.
        }
        finally
        {
            desk.Hall.Telemetry.StreamClosed();
            if (holds) game.Depart(seat);
        }
    }

    private static async Task Say(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await response.Body.FlushAsync(stop);
    }
}
