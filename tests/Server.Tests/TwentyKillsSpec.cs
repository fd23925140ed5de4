using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The program as it is installed, killed without warning amid fifty running games, and again, and again: nothing that was acknowledged is lost.</summary>
public abstract class TwentyKillsSpec(ITestOutputHelper output) : IDisposable
{
    private const int Games = 50, Kills = 20, OrdersAKill = 8;
    private const string Song = "song-court";

    private protected Folder Folder { get; } = new();

    protected abstract Task<IGameStore> Open();
    private protected abstract Program Serve();

    /// <summary>As much time passes as lets another program take the games over.</summary>
    protected virtual Task Pass() => Task.CompletedTask;

    [Fact]
    public async Task Twenty_times_killed_amid_fifty_running_games_every_one_goes_on_from_its_last_acknowledged_order_with_equal_hash()
    {
        var acknowledged = new List<(string Game, int Number)>();
        var (games, jar, clock) = (new List<string>(), new CookieContainer(), Stopwatch.StartNew());
        var witnesses = new Dictionary<string, GameState>();
        var (done, opening) = (0, TimeSpan.Zero);
        for (var kill = 0; kill < Kills; kill++)
        {
            var called = clock.Elapsed;
            using var house = Serve();
            opening += clock.Elapsed - called;
            using var me = new Caller(house.Address);
            foreach (Cookie cookie in jar.GetAllCookies()) me.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
            if (kill == 0)
            {
                await me.Post("/api/guests", null, HttpStatusCode.Created);
                for (var g = 0; g < Games; g++)
                    games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "heuristic" }, seed: (ulong)g + 1, clock: new { mode = "speed", speed = 5 }));
                foreach (Cookie cookie in me.Cookies.GetAllCookies()) jar.Add(cookie);
            }
            var enough = acknowledged.Count + OrdersAKill;
            var orders = Task.Run(() => Remains.Order(me, Song, games, acknowledged));
            // Killed when every other game has done a day more and some orders are in, at another moment of the day each time.
            for (var patience = Stopwatch.StartNew(); acknowledged.Count < enough || await Days(me) < done + Games / 2; await Task.Delay(100))
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(5), "the games do not go on");
            await Task.Delay(kill * 37 % 101);
            house.Kill();
            await orders;
            await Pass();
            using var remains = new Remains(await Open(), witnesses);
            await remains.Check(games, acknowledged);
            Assert.True(remains.Days >= done + Games / 2, "days were lost");
            done = remains.Days;
            if (kill == Kills - 1) await remains.WakeAll(games);
        }
        output.WriteLine($"{Kills} kills, {Games} games, {acknowledged.Count} orders acknowledged, {done} days done, {clock.Elapsed.TotalSeconds:F0} s, {opening.TotalSeconds:F0} of them to open the house");
    }

    private static async Task<int> Days(Caller me) => ((JsonArray)await me.Get("/api/games")).Sum(game => (int)game!["day"]!);

    public virtual void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class TwentyKillsOnSqliteSpec(ITestOutputHelper output) : TwentyKillsSpec(output)
{
    private protected override Program Serve() => Program.Serve(Folder.Path);
    protected override Task<IGameStore> Open() => Task.FromResult<IGameStore>(SqliteStore.Open(Folder.Games));
}

public sealed class TwentyKillsOnPostgresSpec(ITestOutputHelper output) : TwentyKillsSpec(output), IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();
    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Dispose();
    }

    private protected override Program Serve() => Program.Serve(Folder.Path, "--store", _database.Address.ToString());
    protected override async Task<IGameStore> Open() => await _database.Open();

    /// <summary>The leases of the dead run out: that they do so by themselves is told where one of two nodes is killed.</summary>
    protected override async Task Pass()
    {
        await _database.Alone();
        await _database.Do("UPDATE keeper SET until = now() - interval '1 second'");
    }
}
