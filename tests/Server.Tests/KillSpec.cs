using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The program as it is installed, killed without warning while games run: nothing that was acknowledged is lost.</summary>
public sealed class KillSpec : IAsyncLifetime
{
    private const string Song = "song-court";

    private readonly Folder _folder = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private Program Serve() => Program.Serve(_folder.Path, "--store", _database.Address.ToString());

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
        using var store = new Remains(SqliteStore.Open(_folder.Games));
        await store.Check([game], []);
    }

    [Fact]
    public async Task When_one_of_two_nodes_is_killed_the_other_takes_its_games_over()
    {
        var acknowledged = new List<(string Game, int Number)>();
        using var one = Serve();
        using var two = Serve();
        using var me = new Caller(one.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        var games = new List<string>();
        for (var g = 0; g < 6; g++)
            games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "heuristic" }, seed: (ulong)g + 1, clock: new { mode = "speed", speed = 5 }));
        // The last of them has no order that waits: who asks at the other node finds the desk free.
        var orders = Task.Run(() => Remains.Order(me, Song, games[..^1], acknowledged));
        await Patience.Until(async () => acknowledged.Count >= 10 && (await Days(games)).Values.Sum() >= 10, "the games do not go on");
        one.Kill();
        await orders;
        var atDeath = await Days(games);

        using var there = new Caller(two.Address);
        foreach (Cookie cookie in me.Cookies.GetAllCookies()) there.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        await there.Order(games[^1], Song, "inform to=song-huaidong-command");
        await Patience.Until(async () => (await Days(games)).All(game => game.Value >= atDeath[game.Key] + 2), "nobody took the games over", 200);
        two.Kill();
        await _database.Alone();
        using var remains = new Remains(await _database.Open());
        await remains.Check(games, acknowledged);
        Assert.NotEmpty(acknowledged);
    }

    private async Task<Dictionary<string, int>> Days(List<string> games)
    {
        await using var store = await _database.Open();
        var days = new Dictionary<string, int>();
        foreach (var game in games) days[game] = (await store.Find(game))!.Day;
        return days;
    }
}

/// <summary>The program in a process of its own.</summary>
internal sealed class Program : IDisposable
{
    private readonly Process _process;
    private readonly System.Text.StringBuilder _said = new(), _wrong = new();

    private Program(Process process)
    {
        _process = process;
        // What it says is taken from it at once: a full pipe would hold it up.
        process.ErrorDataReceived += (_, line) => Note(_wrong, line.Data);
        process.OutputDataReceived += (_, line) => Note(_said, line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    private static void Note(System.Text.StringBuilder on, string? line)
    {
        lock (on) on.AppendLine(line);
    }

    private static string Read(System.Text.StringBuilder of)
    {
        lock (of) return of.ToString();
    }

    public Uri Address { get; private set; } = null!;
    public string Said => Read(_said);

    public static Program Serve(string data, params string[] more) => Serve(data, [], more);

    public static Program Serve(string data, Dictionary<string, string> variables, params string[] more) => ServeBy(["dotnet"], data, variables, more);

    /// <summary>Serves by a command that becomes the program in the same process.</summary>
    /// <param name="by">The command; it ends in dotnet.</param>
    public static Program ServeBy(string[] by, string data, Dictionary<string, string> variables, params string[] more)
    {
        var start = new ProcessStartInfo(by[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        foreach (var word in (string[])[.. by[1..], typeof(Yanyun.Cli.Verbs.ServeVerb).Assembly.Location, "serve", "--port", "0", "--data", data, "--lang", "en", .. more]) start.ArgumentList.Add(word);
        var program = new Program(Process.Start(start)!);
        const string open = "Yanyun is open at http";
        for (var waited = Stopwatch.StartNew(); !program.Said.Contains(open, StringComparison.Ordinal) || !program.Said.Contains('\n'); Thread.Sleep(10))
            Assert.True(!program._process.HasExited && waited.Elapsed < TimeSpan.FromMinutes(3), "it does not open: " + program.Said + Read(program._wrong));
        program.Address = new Uri(program.Said.Split('\n').First(line => line.StartsWith(open, StringComparison.Ordinal)).Split(' ')[4]);
        return program;
    }

    public int Id => _process.Id;

    /// <summary>Kills it; when this is done it is gone, and its files are free.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Terminate() => Signal("-TERM");

    /// <summary>Stops it where it stands, as a machine that is frozen.</summary>
    public void Freeze() => Signal("-STOP");

    /// <summary>Lets it go on.</summary>
    public void Thaw() => Signal("-CONT");

    private void Signal(string which)
    {
        using var kill = Process.Start("kill", [which, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill!.WaitForExit();
    }

    public int Exit()
    {
        Assert.True(_process.WaitForExit(180_000), "it does not close");
        _process.WaitForExit(); // until all that it said is here
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
