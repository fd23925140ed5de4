using System.Diagnostics;
using System.Text.Json.Nodes;
using Yanyun.Server;
using Yanyun.Server.Games;
using Yanyun.Server.Http;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The clock on the wall is set by hours while games run, and disks are slow: no day is lost, turned twice or turned early, and nobody is taken for gone.</summary>
public sealed class ClockSpec
{
    private const string Song = "song-court";

    /// <summary>A clock on the wall that anybody may set; how time passes is the machine's own, as in life.</summary>
    private sealed class WallClock : TimeProvider
    {
        private long _offset;

        public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
    }

    private static Task<House> Open(IGameStore store, TimeProvider time, HallSettings? hall = null) => House.Open(store, TheShelf.Shelf,
        HouseSettings.Usual with { Port = 0, Hall = hall ?? HallSettings.Usual, Pace = new Pace(100_000, 100_000, 100_000, 100_000) }, time);

    private static async Task<Caller> Guest(House house)
    {
        var caller = new Caller(house.Address);
        await caller.Post("/api/guests", null, System.Net.HttpStatusCode.Created);
        return caller;
    }

    private static async Task<int> Day(Caller me, string game) => (int)(await me.Get($"/api/games/{game}"))["day"]!;

    private static Task Until(Func<Task<bool>> so, string otherwise) => Patience.Until(so, otherwise, 40);

    [Fact]
    public async Task A_clock_set_hours_forward_or_back_turns_no_day_early_and_stops_none()
    {
        using var folder = new Folder();
        var time = new WallClock();
        await using var house = await Open(SqliteStore.Open(folder.Games), time, HallSettings.Usual with { Grace = TimeSpan.FromMinutes(30) });
        using var me = await Guest(house);
        var quick = await me.Game(new Dictionary<string, string> { [Song] = "person" }, clock: new { mode = "speed", speed = 4 });
        var byLetter = await me.Game(new Dictionary<string, string> { [Song] = "person" }, clock: new { mode = "slow", seconds = 3600 });
        foreach (var hours in (double[])[5, -10, 24 * 400, -24 * 800, 0.5])
        {
            var watch = Stopwatch.StartNew();
            var day = await Day(me, quick);
            time.Jump(TimeSpan.FromHours(hours));
            await Until(async () => await Day(me, quick) >= day + 2, $"no day turns after {hours} hours");
            var now = await Day(me, quick);
            Assert.InRange(now, day + 2, day + 2 + (int)(watch.Elapsed.TotalSeconds / 0.5));
            await me.Order(quick, Song, "inform to=song-huaidong-command");
            await me.Order(byLetter, Song, "inform to=song-huaidong-command");
        }
        Assert.Equal(0, await Day(me, byLetter));
        // Nobody was taken for gone: the seat is still his, not a mind's in his stead.
        var seat = (await me.Get($"/api/games/{quick}/table"))["seats"]![Song]!;
        Assert.Equal("person", (string)seat["holder"]!);
    }

    [Fact]
    public async Task A_day_by_letter_keeps_its_length_over_a_restart_wherever_the_clock_has_gone_meanwhile()
    {
        using var folder = new Folder();
        var time = new WallClock();
        string game;
        await using (var house = await Open(SqliteStore.Open(folder.Games), time))
        {
            using var me = await Guest(house);
            game = await me.Game(new Dictionary<string, string> { [Song] = "person" }, clock: new { mode = "slow", seconds = 3600 });
        }
        // Back by a day: the hour begins again, and is no longer than an hour.
        time.Jump(TimeSpan.FromDays(-1));
        await using (var house = await Open(SqliteStore.Open(folder.Games), time))
        {
            using var me = new Caller(house.Address);
            var (awake, _) = await house.Hall.Open(game);
            await Until(() => Task.FromResult(awake!.DueAt > 0), "nobody looks at it");
            var left = TimeSpan.FromSeconds((awake!.DueAt - time.GetTimestamp()) / (double)time.TimestampFrequency);
            Assert.InRange(left, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
            await Task.Delay(300);
            Assert.Equal(0, await Day(me, game));
        }
        // Forward by two: the deadline has passed, and one day turns, not forty-eight.
        time.Jump(TimeSpan.FromDays(2));
        await using (var house = await Open(SqliteStore.Open(folder.Games), time))
        {
            using var me = new Caller(house.Address);
            await Until(async () => await Day(me, game) == 1, "the deadline passed and no day turned");
            await Task.Delay(500);
            Assert.Equal(1, await Day(me, game));
        }
        using var remains = new Remains(SqliteStore.Open(folder.Games));
        await remains.Check([game], []);
    }

    [Fact]
    public async Task Nodes_whose_clocks_are_hours_apart_turn_each_day_once_and_keep_their_leases()
    {
        await using var database = await TestDatabase.Make();
        var (early, late) = (new WallClock(), new WallClock());
        late.Jump(TimeSpan.FromHours(7));
        string game;
        await using (var one = await Open(await database.Open(), early))
        await using (var two = await Open(await database.Open(), late))
        {
            using var me = await Guest(one);
            using var there = new Caller(two.Address);
            var (watch, seen) = (Stopwatch.StartNew(), new List<string>());
            game = await me.Game(clock: new { mode = "speed", speed = 5 });
            await using var stream = await Listener.Open(there, $"/api/games/{game}/stream");
            for (var n = 0; n < 24; n++)
            {
                if (n == 8) early.Jump(TimeSpan.FromHours(-3));
                if (n == 16) late.Jump(TimeSpan.FromHours(-20));
                seen.Add((await stream.Next())!.Id);
            }
            Assert.Equal(seen.Distinct(), seen);
            var days = await Day(there, game);
            Assert.True(days <= watch.Elapsed.TotalSeconds / 0.2 + 1, "days turned early");
        }
        using var remains = new Remains(await database.Open());
        await remains.Check([game], []);
    }

    [Fact]
    public async Task A_slow_disk_makes_answers_late_and_nothing_else()
    {
        using var folder = new Folder();
        var slow = new SlowStore(SqliteStore.Open(folder.Games));
        var acknowledged = new List<(string, int)>();
        var games = new List<string>();
        await using (var house = await Open(slow, TimeProvider.System))
        {
            using var me = await Guest(house);
            for (ulong g = 1; g <= 8; g++) games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person" }, seed: g, clock: new { mode = "speed", speed = 5 }));
            var still = await me.Game(new Dictionary<string, string> { [Song] = "person" });
            games.Add(still);
            await using var stream = await Listener.Open(me, $"/api/games/{still}/seats/{Song}/stream");
            await stream.Next();
            slow.Delay = TimeSpan.FromMilliseconds(700);
            // Nothing is told before it is durable.
            var asked = Stopwatch.StartNew();
            var order = me.Order(still, Song, "inform to=song-huaidong-command");
            var told = stream.Next();
            await Task.WhenAny(order, told);
            Assert.True(asked.Elapsed >= slow.Delay - TimeSpan.FromMilliseconds(50), $"told after {asked.Elapsed.TotalMilliseconds:F0} ms");
            acknowledged.Add((still, (int)(await order)["number"]!));
            Assert.Equal("given", (await told)!.Kind);
            // Many at once wait together, and looking waits for nobody.
            var orders = games.Select(async game => (game, (int)(await me.Order(game, Song, "inform to=song-huaidong-command"))["number"]!)).ToList();
            acknowledged.AddRange(await Task.WhenAll(orders));
            Assert.True(slow.MostAtOnce > 2, "they wait one for another");
            var days = await Days(me);
            await Until(async () => (await Days(me)).Zip(days).All(pair => pair.First.Id == still || pair.First.Day > pair.Second.Day), "a game stands still");
            slow.Delay = TimeSpan.Zero;
        }
        using var remains = new Remains(SqliteStore.Open(folder.Games));
        await remains.Check(games, acknowledged);
        await remains.WakeAll(games);

        static async Task<List<(string Id, int Day)>> Days(Caller me) =>
            [.. ((JsonArray)await me.Get("/api/games")).Select(game => ((string)game!["id"]!, (int)game["day"]!)).OrderBy(game => game.Item1)];
    }
}

/// <summary>A store whose writing takes as long as one likes.</summary>
internal sealed class SlowStore(IGameStore store) : IGameStore
{
    public TimeSpan Delay { get; set; }

    private readonly Lock _counting = new();
    private int _atOnce;

    /// <summary>The most that waited for it at once.</summary>
    public int MostAtOnce { get; private set; }

    private async Task<T> Late<T>(Func<Task<T>> write)
    {
        var now = Interlocked.Increment(ref _atOnce);
        lock (_counting) MostAtOnce = Math.Max(MostAtOnce, now);
        await Task.Delay(Delay);
        Interlocked.Decrement(ref _atOnce);
        return await write();
    }

    public Task<bool> Create(GameHead head, IReadOnlyList<Entry> log, IReadOnlyList<Rung> rungs, Pulse pulse) => Late(() => store.Create(head, log, rungs, pulse));
    public Task<bool> Append(string game, long expected, IReadOnlyList<Entry> entries, Rung? rung, Pulse pulse) => Late(() => store.Append(game, expected, entries, rung, pulse));
    public Task<GameRow?> Find(string game) => store.Find(game);
    public Task<IReadOnlyList<GameRow>> List() => store.List();
    public Task<IReadOnlyList<Entry>> Read(string game, long after, long upTo = long.MaxValue) => store.Read(game, after, upTo);
    public Task<Rung?> RungAt(string game, int day) => store.RungAt(game, day);
    public Task Quarantine(string game, string why) => store.Quarantine(game, why);
    public Task<bool> File(string drawer, string key, string owner, string text) => Late(() => store.File(drawer, key, owner, text));
    public Task<bool> Replace(string drawer, string key, string expected, string text) => Late(() => store.Replace(drawer, key, expected, text));
    public Task<bool> Tear(string drawer, string key) => Late(() => store.Tear(drawer, key));
    public Task<string?> Paper(string drawer, string key) => store.Paper(drawer, key);
    public Task<IReadOnlyList<(string Key, string Text)>> Papers(string drawer, string owner) => store.Papers(drawer, owner);
    public Task<bool> Healthy() => Late(store.Healthy);
    public event Action<string?>? Changed { add => store.Changed += value; remove => store.Changed -= value; }
    public event Action<string, byte>? SeenElsewhere { add => store.SeenElsewhere += value; remove => store.SeenElsewhere -= value; }
    public Task<bool> Keep(string game, TimeSpan lease) => Late(() => store.Keep(game, lease));
    public Task<IReadOnlyList<string>> Claim(int most, TimeSpan lease) => Late(() => store.Claim(most, lease));
    public Task Seen(string game, byte seat) => store.Seen(game, seat);
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
