using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yanyun.Engine;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>
/// Turns the days of all games that are awake, each by its clock; gives the seats of those who are gone to minds; puts games away. One look at
/// all of them every few milliseconds; a game whose day takes long keeps nobody else waiting.
/// </summary>
public sealed partial class Timekeeper(Hall hall, ILogger<Timekeeper> log) : BackgroundService
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<Game, byte> _turning = [];
    private long _sweptAt = hall.Time.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(s_tick, hall.Time);
        try
        {
            await Sweep();
            while (await timer.WaitForNextTickAsync(stop))
            {
                var now = hall.Time.GetTimestamp();
                foreach (var game in hall.Awake)
                    if (game.DueAt <= now && _turning.TryAdd(game, 0)) _ = Task.Run(() => Attend(game), CancellationToken.None);
                if (hall.Time.GetElapsedTime(_sweptAt) < s_sweep) continue;
                _sweptAt = hall.Time.GetTimestamp();
                await Sweep();
            }
        }
        catch (OperationCanceledException)
        {
            // Closing time.
        }
        while (!_turning.IsEmpty) await Task.Delay(5, CancellationToken.None);
    }

    private async Task Sweep()
    {
        try
        {
            await hall.Sweep();
        }
        catch (StoreException fault)
        {
            LogStore(log, fault); // tried again at the next round
        }
    }

    private async Task Attend(Game game)
    {
        try
        {
            if (!await hall.Keeps(game.Id)) return;
            await StandInForAbsent(game);
            var why = await game.Turn(game.IsDue);
            if (why is not null) LogRefused(log, game.Id, why.Code);
        }
        catch (Exception fault)
        {
            LogFailed(log, fault, game.Id);
        }
        finally
        {
            _turning.TryRemove(game, out _);
        }
    }

    private IEnumerable<SeatId> Absent(Game game, GameState state)
    {
        // By letter nobody is expected to be there.
        if (state.Clock.Mode is not (ClockMode.Speed or ClockMode.Ready)) yield break;
        var (gone, here) = (new List<SeatId>(), false);
        for (byte s = 1; s < state.Ground.Seats; s++)
            if (!state[new SeatId(s)].IsMind)
                if (game.AwayFor(new SeatId(s)) > hall.Settings.Grace) gone.Add(new SeatId(s));
                else here = true;
        // A day that waits for people waits while all are gone: nobody comes back to a war that minds have played to its end.
        if (state.Clock.Mode == ClockMode.Ready && !here) yield break;
        foreach (var seat in gone) yield return seat;
    }

    private async Task StandInForAbsent(Game game)
    {
        foreach (var seat in await game.Look(state => Absent(game, state).ToList(), asked: false))
            await game.Write((state, now) =>
            {
                var gone = state[seat];
                if (gone.IsMind || game.AwayFor(seat) <= hall.Settings.Grace) return (null, null);
                return (state.Next(EntryKind.Seated, seat, (gone with { Kind = HolderKind.Heuristic, StandsIn = gone.Kind }).Pack(), now), null);
            });
    }

    [LoggerMessage(1, LogLevel.Warning, "game {Game}: the day did not turn: {Code}")]
    private static partial void LogRefused(ILogger log, string game, string code);

    [LoggerMessage(3, LogLevel.Error, "the store does not answer")]
    private static partial void LogStore(ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Error, "game {Game}: the day did not turn")]
    private static partial void LogFailed(ILogger log, Exception fault, string game);
}
