using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The program as it is installed, killed without warning while games run: nothing that was acknowledged is lost.</summary>
public sealed class KillSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Games = 50, Kills = 3, OrdersARound = 60;
    private const string Song = "song-court";

    private readonly Folder _folder = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private Program Serve(string store) => store == "sqlite" ? Program.Serve(_folder.Path) : Program.Serve(_folder.Path, "--store", _database.Address.ToString());

    private async Task<IGameStore> Open(string store) =>
        store == "sqlite" ? SqliteStore.Open(System.IO.Path.Combine(_folder.Path, "games.sqlite")) : await _database.Open();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Killed_amid_running_games_every_one_goes_on_from_its_last_acknowledged_order_with_equal_hash(string store)
    {
        var acknowledged = new List<(string Game, int Number)>();
        var (games, days) = (new List<string>(), new Dictionary<string, int>());
        var jar = new CookieContainer();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var house = Serve(store);
            using var me = new Caller(house.Address);
            foreach (Cookie cookie in jar.GetAllCookies()) me.Cookies.Add(cookie);
            if (kill == 0)
            {
                await me.Post("/api/guests", null, HttpStatusCode.Created);
                for (var g = 0; g < Games; g++)
                    games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "heuristic" }, seed: (ulong)g + 1, clock: new { mode = "speed", speed = 5 }));
                foreach (Cookie cookie in me.Cookies.GetAllCookies()) jar.Add(cookie);
            }
            var orders = Task.Run(() => Order(me, games, acknowledged));
            // A slow machine gets the time that a quick one does not need.
            var (began, enough) = (Stopwatch.StartNew(), acknowledged.Count + OrdersARound);
            while (began.Elapsed.TotalSeconds < 2 || (acknowledged.Count < enough && began.Elapsed.TotalSeconds < 60)) await Task.Delay(50);
            // On a shared database the games of the dead wait until its lease has run out.
            while (store == "postgres" && (await Days(games)).Values.Sum() <= days.Values.Sum() && began.Elapsed.TotalSeconds < 90) await Task.Delay(200);
            house.Kill();
            await orders;
            var done = days.Values.Sum();
            days = await Check(store, games, acknowledged, days);
            Assert.True(days.Values.Sum() > done, "the clocks did not go on");
        }
        output.WriteLine($"{acknowledged.Count} orders acknowledged, {days.Values.Sum()} days done");
        Assert.True(acknowledged.Count >= Kills * OrdersARound, $"{acknowledged.Count} orders");
        Assert.True(days.Values.Sum() > Games, "hardly a day was done");
    }

    [Fact]
    public async Task Asked_to_stop_it_closes_in_peace()
    {
        using var house = Program.Serve(_folder.Path);
        using var me = new Caller(house.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        var game = await me.Game(clock: new { mode = "speed", speed = 5 });
        await using var stream = await Listener.Open(me, $"/api/games/{game}/stream");
        await stream.Take(2);
        house.Terminate();
        Assert.Equal(0, house.Exit());
        Assert.Contains("every game is kept", house.Said);
        await Check("sqlite", [game], [], []);
    }

    [Fact]
    public async Task When_one_of_two_nodes_is_killed_the_other_takes_its_games_over()
    {
        var acknowledged = new List<(string Game, int Number)>();
        using var one = Serve("postgres");
        using var two = Serve("postgres");
        using var me = new Caller(one.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        var games = new List<string>();
        for (var g = 0; g < 6; g++)
            games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "heuristic" }, seed: (ulong)g + 1, clock: new { mode = "speed", speed = 5 }));
        var orders = Task.Run(() => Order(me, games, acknowledged));
        await Task.Delay(1500);
        one.Kill();
        await orders;
        var atDeath = await Days(games);

        using var there = new Caller(two.Address);
        foreach (Cookie cookie in me.Cookies.GetAllCookies()) there.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        await there.Order(games[0], Song, "inform to=song-huaidong-command");
        var patience = Stopwatch.StartNew();
        while ((await Days(games)).Any(game => game.Value < atDeath[game.Key] + 2))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "nobody took the games over");
            await Task.Delay(200);
        }
        two.Kill();
        await Check("postgres", games, acknowledged, atDeath);
        Assert.NotEmpty(acknowledged);
    }

    private async Task<Dictionary<string, int>> Days(List<string> games)
    {
        await using var store = await _database.Open();
        var days = new Dictionary<string, int>();
        foreach (var game in games) days[game] = (await store.Find(game))!.Day;
        return days;
    }

    /// <summary>Orders without pause to all games in turn, until the house falls.</summary>
    private static async Task Order(Caller me, List<string> games, List<(string, int)> acknowledged)
    {
        try
        {
            for (var n = 0; ; n++)
            {
                var game = games[n % games.Count];
                var answer = await me.Http.PostAsync($"/api/games/{game}/seats/{Song}/orders",
                    System.Net.Http.Json.JsonContent.Create(new { verb = "inform", args = new { to = "song-huaidong-command" } }));
                if (answer.StatusCode == HttpStatusCode.Created) acknowledged.Add((game, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["number"]!));
            }
        }
        catch (HttpRequestException)
        {
            // It fell.
        }
        catch (TaskCanceledException)
        {
            // It fell while it answered.
        }
    }

    /// <summary>Opens what the fallen house left: every log is sound, every game runs again to the hash it names and then a day on; every order that was acknowledged is there.</summary>
    private async Task<Dictionary<string, int>> Check(string kind, List<string> games, List<(string Game, int Number)> acknowledged, Dictionary<string, int> before)
    {
        await using var store = await Open(kind);
        var waker = new Waker(store, TheShelf.Shelf);
        var days = new Dictionary<string, int>();
        foreach (var game in games)
        {
            var row = (await store.Find(game))!;
            var log = await store.Read(game, 0);
            Assert.Equal(row.Version, log.Count);
            var (state, why, _) = await waker.AsOf(row, 0, row.Version);
            Assert.Null(why);
            days[game] = state!.World.Today;
            Assert.True(days[game] >= before.GetValueOrDefault(game), "days were lost");
            var given = log.Where(entry => entry.Kind == EntryKind.Given).Select(entry => DayBody.NumberOf(entry.Body)).ToHashSet();
            foreach (var (of, number) in acknowledged)
                if (of == game) Assert.Contains(number, given);
            state.PlayDay(1);
        }
        return days;
    }
}

/// <summary>The program in a process of its own.</summary>
internal sealed class Program : IDisposable
{
    private readonly Process _process;
    private readonly System.Text.StringBuilder _said = new();

    private Program(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;
    public string Said => _said.ToString();

    public static Program Serve(string data, params string[] more) => Serve(data, [], more);

    public static Program Serve(string data, Dictionary<string, string> variables, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        foreach (var word in (string[])[typeof(Yanyun.Cli.Verbs.ServeVerb).Assembly.Location, "serve", "--port", "0", "--data", data, "--lang", "en", .. more]) start.ArgumentList.Add(word);
        var program = new Program(Process.Start(start)!);
        var line = program._process.StandardOutput.ReadLine();
        Assert.True(line?.StartsWith("Yanyun is open at http", StringComparison.Ordinal), line + program.ErrorIfDead());
        program.Address = new Uri(line!.Split(' ')[4]);
        return program;
    }

    public void Kill() => _process.Kill();

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill!.WaitForExit();
    }

    public int Exit()
    {
        _said.Append(_process.StandardOutput.ReadToEnd());
        Assert.True(_process.WaitForExit(20_000), "it does not close");
        return _process.ExitCode;
    }

    private string ErrorIfDead() => _process.WaitForExit(500) ? _process.StandardError.ReadToEnd() : "";

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
