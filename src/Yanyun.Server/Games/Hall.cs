using System.Collections.Concurrent;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>What the operator may set.</summary>
/// <param name="Idle">A game that stands still and that nobody asks for is put away after this.</param>
/// <param name="Grace">A seat whose holder is not heard of for so long is led by a mind until he is back, while days turn without waiting for him.</param>
public sealed record HallSettings(TimeSpan Idle, TimeSpan Grace)
{
    public static HallSettings Usual { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2));
}

/// <summary>The games of the house: those that are awake, and how the others are woken.</summary>
public sealed class Hall : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<(Game?, Refusal?)>> _awake = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte> _lost = new(StringComparer.Ordinal);
    private readonly Keeper _keeper;

    public Hall(IGameStore store, Shelf shelf, TimeProvider time, HallSettings settings)
    {
        (Store, Shelf, Time, Settings) = (store, shelf, time, settings);
        Waker = new Waker(store, shelf);
        Founding = new Founding(store, shelf, Waker, time);
        _keeper = new Keeper(store, time);
        Telemetry = new Telemetry(() => Awake.Count());
        store.Changed += id => _ = CatchUp(id);
        store.SeenElsewhere += (id, seat) => AwakeGame(id)?.See(new SeatId(seat));
    }

    public IGameStore Store { get; }
    public Shelf Shelf { get; }
    public TimeProvider Time { get; }
    public HallSettings Settings { get; }
    public Waker Waker { get; }
    public Telemetry Telemetry { get; }
    public Founding Founding { get; }

    /// <summary>Games that are awake. Told without a copy of the list: somebody asks fifty times a second.</summary>
    public IEnumerable<Game> Awake
    {
        get
        {
            foreach (var (_, waking) in _awake)
                if (waking.IsCompletedSuccessfully && waking.Result.Item1 is { Gone: false } game) yield return game;
        }
    }

    /// <summary>Called when a game has been woken, before anybody uses it.</summary>
    public Func<Game, Task> Woken { get; set; } = _ => Task.CompletedTask;

    /// <summary>A game, woken if it sleeps.</summary>
    public async Task<(Game? Game, Refusal? Why)> Open(string id)
    {
        while (true)
        {
            var waking = _awake.GetOrAdd(id, Wake);
            var (game, why) = await Settled(id, waking);
            if (game is { Gone: false }) return (game, null);
            _awake.TryRemove(new(id, waking));
            if (game is null) return (null, why);
        }
    }

    private async Task<(Game?, Refusal?)> Settled(string id, Task<(Game?, Refusal?)> waking)
    {
        try
        {
            return await waking;
        }
        catch
        {
            _awake.TryRemove(new(id, waking));
            throw;
        }
    }

    private async Task<(Game?, Refusal?)> Wake(string id)
    {
        await Task.Yield();
        if (await Store.Find(id) is not { } row) return (null, Refusal.NotFound(HallMessages.UnknownGame, null, id));
        using var span = Telemetry.Span("wake", id);
        var began = Time.GetTimestamp();
        var (state, why) = await Waker.Wake(row);
        if (state is null) return (null, why);
        Telemetry.Woken(Time.GetElapsedTime(began));
        state.Rest();
        var game = new Game(state, Store, Time, Telemetry);
        await Woken(game);
        return (game, null);
    }

    /// <summary>Adds an entry to a game; asks once more when another node was quicker.</summary>
    public async Task<Refusal?> Write(string id, Func<GameState, long, (Entry? Entry, Refusal? Why)> draft)
    {
        for (var tries = 0; ; tries++)
        {
            var (game, missing) = await Open(id);
            if (game is null) return missing;
            var why = await game.Write(draft);
            if (why?.Message != HallMessages.Busy || tries == 2) return why;
        }
    }

    /// <summary>Whether this node is the one that turns the days of a game.</summary>
    public ValueTask<bool> Keeps(string id) => _keeper.Keeps(id);

    /// <summary>Wakes the games whose clock runs and that no node keeps: after the house was closed, or fell, or another node did.</summary>
    public async Task Rouse()
    {
        while (await _keeper.Claim() is { Count: > 0 } claimed)
            foreach (var id in claimed) await Open(id);
    }

    /// <summary>A game, if it is awake here.</summary>
    public Game? AwakeGame(string id) =>
        _awake.TryGetValue(id, out var waking) && waking.IsCompletedSuccessfully && waking.Result.Item1 is { Gone: false } game ? game : null;

    private async Task CatchUp(string? id)
    {
        try
        {
            foreach (var game in id is null ? [.. Awake] : AwakeGame(id) is { } one ? new[] { one } : []) await game.CatchUp();
        }
        catch (StoreException)
        {
            // The bell rings again when the store is back.
        }
    }

    /// <summary>Tells the node that keeps a game who is here.</summary>
    private async Task Report(Game game)
    {
        if (await Keeps(game.Id)) return;
        for (byte s = 1; s < game.Ground.Seats; s++)
            if (game.AwayFor(new SeatId(s)) < Settings.Grace / 4) await Store.Seen(game.Id, s);
    }

    /// <summary>
    /// Puts away what nobody needs, wakes again what should run and was lost to a fault of the store, and takes over what another node has left.
    /// </summary>
    public async Task Sweep()
    {
        await Rouse();
        foreach (var (id, waking) in _awake)
        {
            if (!waking.IsCompleted) continue;
            var game = waking.IsCompletedSuccessfully ? waking.Result.Item1 : null;
            if (game is { Gone: false, Runs: true }) await Report(game);
            var kept = game is { Runs: true } && await Keeps(id);
            if (game is not null && !await game.PutAway(Settings.Idle, kept)) continue;
            if (kept) _lost.TryAdd(id, 0);
            else _keeper.Forget(id);
            _awake.TryRemove(new(id, waking));
        }
        foreach (var id in _lost.Keys)
        {
            await Open(id);
            _lost.TryRemove(id, out _);
        }
    }

    /// <summary>The whole log as a record that anybody can verify.</summary>
    public async Task<(string? Text, Refusal? Why)> Export(GameRow row)
    {
        var (ground, why) = Waker.GroundOf(row.Head);
        if (ground is null) return (null, why);
        var (number, sum) = (0L, Entry.ChainStart);
        var log = await Store.Read(row.Head.Id, 0, row.Version);
        foreach (var entry in log)
        {
            if (!entry.Follows(number, sum)) return (null, Refusal.Conflict(HallMessages.Damaged, number + 1, entry.Day));
            (number, sum) = (entry.Number, entry.Sum);
        }
        return (Written(row.Head, ground, log), null);
    }

    /// <summary>A log as a record.</summary>
    internal static string Written(GameHead head, Ground ground, IEnumerable<Entry> log)
    {
        var text = new StringWriter { NewLine = "\n" };
        var writer = new RecordWriter(text, new RecordHead(head.Scenario, head.ScenarioHash, head.Rules, head.Seed, ground.Scenario.FirstDay,
            Deciders.Cast.Usual, head.Sets), ground.Recorded);
        foreach (var entry in log)
            if (entry.Kind == EntryKind.Day) writer.Day(DayBody.Read(entry.Body).Orders, entry.Hash, [], []);
        writer.End();
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var game in Awake) await game.Look(_ => 0, asked: false); // what is under way is done first
        await Store.DisposeAsync();
        Telemetry.Dispose();
    }
}
