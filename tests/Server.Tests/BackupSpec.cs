using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>Backup and restore, by the very commands of docs/hosting.md, of houses whose games run.</summary>
public sealed class BackupSpec : IDisposable
{
    private const string Song = "song-court";

    private readonly Folder _folder = new();
    private readonly List<(string Game, int Number)> _acknowledged = [];
    private readonly CookieContainer _jar = new();
    private readonly List<string> _games = [];

    public void Dispose() => _folder.Dispose();

    private string Place(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    /// <summary>Runs the commands of the page that stand under a comment.</summary>
    private static void Run(string comment, params (string Name, string Value)[] variables)
    {
        var page = File.ReadAllText(Path.Combine(TheShelf.Root, "docs", "hosting.md"));
        var block = page.Split("```sh\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).Single(text => text.StartsWith("# " + comment, StringComparison.Ordinal));
        var start = new ProcessStartInfo("sh", ["-e", "-c", block]) { RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var run = Process.Start(start)!;
        var said = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, said);
    }

    private async Task<Caller> Play(Program house)
    {
        var me = new Caller(house.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        for (ulong g = 1; g <= 6; g++) _games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "heuristic" }, seed: g, clock: new { mode = "speed", speed = 5 }));
        foreach (var game in _games) _acknowledged.Add((game, (int)(await me.Order(game, Song, "inform to=song-huaidong-command"))["number"]!));
        foreach (Cookie cookie in me.Cookies.GetAllCookies()) _jar.Add(cookie);
        return me;
    }

    /// <summary>What was restored has all that was acknowledged before the backup, is entry by entry what the house had, and is played on.</summary>
    private async Task Check(IGameStore restored, IGameStore original, Func<Program> serve)
    {
        using (var remains = new Remains(restored))
        {
            await remains.Check(_games, _acknowledged);
            foreach (var game in _games)
            {
                var (had, has) = (await original.Read(game, 0), await restored.Read(game, 0));
                Assert.Equal(had.Take(has.Count).Select(entry => entry.Sum), has.Select(entry => entry.Sum));
            }
            await remains.WakeAll(_games);
        }
        await original.DisposeAsync();
        using var house = serve();
        using var me = new Caller(house.Address);
        foreach (Cookie cookie in _jar.GetAllCookies()) me.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        var days = await Days(me);
        await Patience.Until(async () => (await Days(me)).Zip(days).All(pair => pair.First > pair.Second), "the games do not go on", 100);
        await me.Order(_games[0], Song, "inform to=song-huaidong-command");
    }

    private static async Task<List<int>> Days(Caller me) => [.. ((JsonArray)await me.Get("/api/games")).OrderBy(game => (string)game!["id"]!).Select(game => (int)game!["day"]!)];

    [Fact]
    public async Task An_open_house_of_one_file_is_copied_while_orders_come_in_and_its_copy_is_opened_elsewhere()
    {
        var (data, backup, elsewhere) = (Place("data"), Place("backup"), Place("elsewhere"));
        using (var house = Program.Serve(data, "--backup", backup))
        {
            using var me = await Play(house);
            var later = new List<(string, int)>();
            var orders = Task.Run(() => Remains.Order(me, Song, _games, later));
            Run("SQLite, open", ("PID", house.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await Patience.Until(() => Directory.GetFiles(backup, "*.sqlite").Length > 0, "no copy came");
            var then = later.Count;
            await Patience.Until(() => later.Count > then + 2, "no order is taken");
            house.Kill();
            await orders;
            Assert.NotEmpty(later);
        }
        Run("SQLite, restore", ("BACKUP", backup), ("DATA", elsewhere));
        await Check(SqliteStore.Open(Path.Combine(elsewhere, "games.sqlite")), SqliteStore.Open(Path.Combine(data, "games.sqlite")), () => Program.Serve(elsewhere));
    }

    [Fact]
    public async Task A_closed_or_fallen_house_is_copied_as_it_lies()
    {
        var (data, backup, elsewhere) = (Place("data"), Place("backup"), Place("elsewhere"));
        using (var house = Program.Serve(data))
        {
            using var me = await Play(house);
            house.Kill();
        }
        Run("SQLite, closed", ("BACKUP", backup), ("DATA", data));
        Run("SQLite, restore", ("BACKUP", backup), ("DATA", elsewhere));
        await Check(SqliteStore.Open(Path.Combine(elsewhere, "games.sqlite")), SqliteStore.Open(Path.Combine(data, "games.sqlite")), () => Program.Serve(elsewhere));
    }

    [Fact]
    public async Task A_database_is_dumped_while_games_run_and_restored_into_another()
    {
        await using var database = await TestDatabase.Make();
        await using var other = await TestDatabase.Make();
        var (data, backup) = (Place("data"), Place("backup"));
        using (var house = Program.Serve(data, "--store", database.Address.ToString()))
        {
            using var me = await Play(house);
            Run("PostgreSQL, open", ("BACKUP", backup), ("DATABASE", database.Address.ToString()));
            house.Kill();
        }
        await database.Alone();
        Run("PostgreSQL, restore", ("BACKUP", backup), ("DATABASE", other.Address.ToString()));
        await Check(await other.Open(), await database.Open(), () => Program.Serve(data, "--store", other.Address.ToString()));
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_told_and_the_house_goes_on()
    {
        await using var store = SqliteStore.Open(_folder.Games);
        var said = new List<(string? Path, string? Why)>();
        File.WriteAllText(Path.Combine(_folder.Path, "file"), "");
        await new Backups(store, Path.Combine(_folder.Path, "file"), TimeProvider.System, (path, why) => said.Add((path, why))).Make();
        await new Backups(store, Place("copies"), TimeProvider.System, (path, why) => said.Add((path, why))).Make();
        Assert.NotNull(said[0].Why);
        Assert.True(File.Exists(said[1].Path));
        Assert.Empty(Directory.GetFiles(Place("copies"), "*.part"));
        Assert.True(await store.Healthy());
    }
}
