using System.Text.Json.Nodes;
using Yanyun.Chronicle;
using Yanyun.Cli.Front;

namespace Yanyun.Cli.Mcp;

/// <summary>A seat of a game, held over HTTP.</summary>
/// <param name="Scenario">Slug of the scenario of the game.</param>
public sealed record SeatSession(HouseClient House, string Game, string Seat, string Scenario) : IAsyncDisposable
{
    private SeatStream _stream = null!;
    private TextWriter _log = TextWriter.Null;

    /// <summary>Path of the seat in the API.</summary>
    public string Path { get; } = $"api/games/{Game}/seats/{Seat}";

    /// <summary>Finds the house, learns which seat the token is for, and begins to listen. Exactly one of the two answers is not null.</summary>
    public static async Task<(SeatSession? Session, Mistake? Mistake)> Open(SeatAddress address, string token, Language language, TextWriter log, CancellationToken stop)
    {
        var house = new HouseClient(address.House, token, language);
        var (session, mistake) = await Open(house, address, log, stop);
        if (session is null) house.Dispose();
        return (session, mistake);
    }

    private static async Task<(SeatSession? Session, Mistake? Mistake)> Open(HouseClient house, SeatAddress address, TextWriter log, CancellationToken stop)
    {
        var me = await house.Get("api/me", stop);
        if (me.Status == 401 && me.Code is not null) return (null, Mistake.NotHere("--seat", McpMessages.TokenRefused, null));
        if (!me.Ok || me.Body?["name"] is null) return (null, Wrong(house, "--game", "/api/me", me));
        var game = await house.Get($"api/games/{address.Game}", stop);
        if (!game.Ok || game.Body?["scenario"] is not JsonValue scenario) return (null, Wrong(house, "--game", address.Game, game));
        if ((address.Seat ?? (string?)me.Body["seat"]) is not { } seat)
        {
            var table = await house.Get($"api/games/{address.Game}/table", stop);
            return (null, table.Body?["seats"] is JsonObject seats
                ? Mistake.NotHere("--game", McpMessages.WhichSeat, null, seats.Select(one => one.Key).ToList()) : Wrong(house, "--game", address.Game, table));
        }
        var session = new SeatSession(house, address.Game, seat, (string)scenario!) { _log = log };
        session._stream = session.NewStream();
        if (await session._stream.Begin(null, stop) is not { } refused) return (session, null);
        await session._stream.DisposeAsync();
        return (null, Wrong(house, "--seat", seat, refused));
    }

    private static Mistake Wrong(HouseClient house, string at, string what, in Reply reply) =>
        reply.Code is not null ? Mistake.NotHere(at, McpMessages.Told, null, what, reply.Code, reply.Detail)
        : reply.Status == 0 ? Mistake.NotHere(at, McpMessages.NoAnswer, null, house.House.ToString(), reply.Why)
        : Mistake.NotHere(at, McpMessages.NotYanyun, null, house.House.ToString(), reply.Status);

    private SeatStream NewStream() => new(House, Path + "/stream", _log);

    /// <summary>The events that were not handed out yet, or the next ones within a time.</summary>
    /// <param name="after">Begin again after this event; null: after what was handed out last.</param>
    /// <returns>The events, and the id to go on from.</returns>
    public async Task<(IReadOnlyList<SeatEvent> Events, string? Last, Reply? Why)> Wait(TimeSpan patience, string? until, string? after, CancellationToken stop)
    {
        const int most = 64;
        if (after is not null && after != _stream.Told)
        {
            await using var again = NewStream();
            if (await again.Begin(after, stop) is { } bad) return ([], null, bad);
            var (once, wrong) = await again.Take(patience, until, most, stop);
            return (once, again.Told, wrong);
        }
        var (events, why) = await _stream.Take(patience, until, most, stop);
        if (why is not null) await Reopen(stop);
        return (events, _stream.Told, why);
    }

    /// <summary>Tries once more with a stream that was refused; a refusal that stands is told at the next wait.</summary>
    private async Task Reopen(CancellationToken stop)
    {
        var fresh = NewStream();
        if (await fresh.Begin(_stream.Told, stop) is not null)
        {
            await fresh.DisposeAsync();
            return;
        }
        await _stream.DisposeAsync();
        _stream = fresh;
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        House.Dispose();
    }
}
