using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>The histories that somebody looks back on: those of games, which grow with them, and the records of scenarios.</summary>
public sealed class Reels(Hall hall)
{
    /// <summary>Histories kept in memory; the one least asked for gives way. Balance: a whole war takes some ten megabytes.</summary>
    private const int Most = 12;

    private readonly Dictionary<string, Spool> _spools = new(StringComparer.Ordinal);
    private readonly Lock _list = new();
    private long _asked;

    private sealed class Spool
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public Reel? Reel { get; set; }
        public long Asked { get; set; }

        /// <summary>Whether somebody asked for it who waits.</summary>
        public volatile bool Wanted;
    }

    /// <summary>What takes seconds has a thread of its own: those of the pool, as few as there are processors, serve everybody.</summary>
    private static Task<T> Aside<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The history of a game up to its last day; why there is none where its log is damaged or of other rules.</summary>
    public Task<(Reel? Reel, Refusal? Why)> Of(GameRow row) => Spun(row.Head.Id, wanted: true, async spool =>
    {
        var known = spool.Reel;
        if (known is null)
        {
            var (ground, why) = hall.Waker.GroundOf(row.Head);
            if (ground is null) return (null, why);
            known = new Reel(row.Head, ground, hall.Shelf.Calendar);
        }
        foreach (var entry in known.Version < row.Version ? await hall.Store.Read(row.Head.Id, known.Version, row.Version) : [])
            if (!known.Follow(entry)) return (null, Refusal.Conflict(HallMessages.RunsDifferently, entry.Day));
        return (known, null);
    });

    /// <summary>The reconstructed record of a scenario; why there is none where it was made of other rules or files.</summary>
    public Task<(Reel? Reel, Refusal? Why)> OfHistory(string scenario) => OfHistory(scenario, wanted: true, CancellationToken.None);

    /// <summary>Runs the record of a scenario through for those who may ask for it: at leisure while nobody waits, so that it is in nobody's way.</summary>
    /// <param name="stop">Gives it up.</param>
    public async Task Prepare(string scenario, CancellationToken stop)
    {
        try
        {
            await OfHistory(scenario, wanted: false, stop);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
    }

    private Task<(Reel? Reel, Refusal? Why)> OfHistory(string scenario, bool wanted, CancellationToken stop) =>
        Spun(GameHead.History + "/" + scenario, wanted, spool =>
            spool.Reel is { } known ? Task.FromResult<(Reel?, Refusal?)>((known, null)) : Aside(() => History(scenario, () => !spool.Wanted, stop)));

    /// <summary>The war of a scenario as its minds play it with the dice of a seed, from the first day to the last. One is played at a time.</summary>
    public Task<(Reel? Reel, Refusal? Why)> OfReplay(string scenario, ulong seed) =>
        Spun(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"replay/{scenario}/{seed}"), wanted: true, async spool =>
        {
            if (spool.Reel is { } known) return (known, null);
            var problems = new Problems();
            if (!hall.Shelf.Ids.Contains(scenario))
                return (null, Refusal.NotFound(HallMessages.UnknownScenario, Nearest.To(scenario, hall.Shelf.Ids), scenario, hall.Shelf.Ids));
            if (hall.Shelf.Take(scenario, [], problems) is not { } ground) return (null, Refusal.Conflict(HallMessages.BadSet, Refusal.Said(problems)));
            await _playing.WaitAsync();
            try
            {
                return (await Aside(() => Replay(scenario, ground, seed)), null);
            }
            finally
            {
                _playing.Release();
            }
        });

    private readonly SemaphoreSlim _playing = new(1, 1);

    private Reel Replay(string scenario, Ground ground, ulong seed)
    {
        var head = new GameHead("replay", scenario, scenario, ground.Scenario.Hash, RulesVersion.Current, seed, [], "", true, true, null, 0, 0);
        var reel = new Reel(head, ground, hall.Shelf.Calendar);
        while (reel.Days < ground.Scenario.Days - 1) reel.PlayOn();
        return reel;
    }

    /// <param name="atLeisure">Asked each day: whether to rest after it, three times as long as it took.</param>
    private (Reel? Reel, Refusal? Why) History(string scenario, Func<bool> atLeisure, CancellationToken stop)
    {
        var problems = new Problems();
        if (!hall.Shelf.Ids.Contains(scenario))
            return (null, Refusal.NotFound(HallMessages.UnknownScenario, Nearest.To(scenario, hall.Shelf.Ids), scenario, hall.Shelf.Ids));
        if (hall.Shelf.Take(scenario, [], problems) is not { } ground) return (null, Refusal.Conflict(HallMessages.BadSet, Refusal.Said(problems)));
        if (hall.Shelf.HistoryOf(scenario, problems) is not { } record || record.Head.Rules != RulesVersion.Current
            || record.Head.ScenarioHash != ground.Scenario.Hash) return (null, Refusal.Conflict(HallMessages.NoHistory, scenario));
        var head = new GameHead(GameHead.History, scenario, scenario, record.Head.ScenarioHash, record.Head.Rules, record.Head.Seed, [], "", true, true, null, 0, 0);
        var reel = new Reel(head, ground, hall.Shelf.Calendar);
        foreach (var day in record.Days)
        {
            stop.ThrowIfCancellationRequested();
            var began = hall.Time.GetTimestamp();
            if (Rerun.OrdersOf(day, scenario, ground.Recorded, problems) is not { } orders) return (null, Refusal.Conflict(HallMessages.BadRecord, Refusal.Said(problems)));
            if (!reel.Follow(orders, day.Hash)) return (null, Refusal.Conflict(HallMessages.RunsDifferently, day.Day - ground.Scenario.FirstDay));
            if (atLeisure()) stop.WaitHandle.WaitOne(3 * hall.Time.GetElapsedTime(began));
        }
        return (reel, null);
    }

    private async Task<(Reel? Reel, Refusal? Why)> Spun(string key, bool wanted, Func<Spool, Task<(Reel? Reel, Refusal? Why)>> spin)
    {
        Spool spool;
        lock (_list)
        {
            if (!_spools.TryGetValue(key, out spool!)) _spools[key] = spool = new Spool();
            spool.Asked = ++_asked;
            while (_spools.Count > Most) _spools.Remove(_spools.MinBy(one => one.Value.Asked).Key);
        }
        if (wanted) spool.Wanted = true;
        await spool.Turn.WaitAsync();
        try
        {
            var (reel, why) = await spin(spool);
            spool.Reel = reel;
            return (reel, why);
        }
        finally
        {
            spool.Turn.Release();
        }
    }
}
