using System.Globalization;
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
    private static readonly byte[] s_nothing = ": \n\n"u8.ToArray();

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
        var (version, seen, whole) = await game.Listen<(long, long, byte[]?)>(ear, state =>
        {
            if (from is null) return (state.Version, ear.SeenIn(state), ear.Whole(state));
            ear.Begin(state);
            return (state.Version, ear.SeenIn(state), null);
        });
        try
        {
            if (from > seen) return Answers.Of(Bad(last, seen), context.Request);
            IReadOnlyList<byte[]> missed = [];
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
    private async Task<(IReadOnlyList<byte[]> Events, Refusal? Why)> Missed(Game game, SeatId seat, long known, long version)
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
        var events = new List<byte[]>();
        foreach (var entry in log.Skip((int)number))
        {
            if (!state.Apply(entry)) return ([], Refusal.Conflict(HallMessages.RunsDifferently, entry.Day));
            if (ear.Told(state, entry) is { } told) events.Add(told);
        }
        state.Rest();
        return (events, null);
    }

    private async Task Send(HttpContext context, Game game, SeatId seat, Ear ear, byte[]? whole, IReadOnlyList<byte[]> missed)
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
            using var end = stop.Token.Register(ear.Stop);
            while (await Heard(ear, stop.Token) is var heard && !game.Gone)
            {
                if (heard is null) return;
                if (heard == false) await Say(response, s_nothing, stop.Token);
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

    /// <summary>Waits until there is something to say: true; or for a breath: false. Null: the stream is over.</summary>
    private static async ValueTask<bool?> Heard(Ear ear, CancellationToken stop)
    {
        using var breath = new CancellationTokenSource(s_breath);
        try
        {
            return await ear.Events.WaitToReadAsync(breath.Token) ? true : null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>To write is to send: nothing waits for more.</summary>
    private static Task Say(HttpResponse response, byte[] text, CancellationToken stop) => response.Body.WriteAsync(text, stop).AsTask();
}
