using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>Disks that are full or may not be written: a clear error, no game harmed, and all goes on when there is room again.</summary>
public sealed class DiskSpec(ITestOutputHelper output) : IDisposable
{
    private const string Song = "song-court";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A disk that can be filled and cleared while the program runs on it.</summary>
    private abstract class Disk(string path)
    {
        public string Path => path;
        public abstract Program Serve();
        public abstract void Fill(Program house);
        public abstract void Clear(Program house);

        /// <summary>What lies on the disk at this moment, as if the machine had lost its power, on another disk.</summary>
        public abstract string Salvage(Program house, string to);
    }

    /// <summary>A file system of eight megabytes in the memory, which only the program and its children see. Takes a root, or a system that lets users have namespaces.</summary>
    private sealed class SmallDisk(string path, string[] apart) : Disk(path)
    {
        public static SmallDisk? Make(string path) => (string[]?)(Works("-m") ? ["-m"] : Works("-rm") ? ["-rm"] : null) is { } apart ? new SmallDisk(path, apart) : null;

        private const string Mount = "mount -t tmpfs -o size=8m tmpfs \"$0\"";

        private static bool Works(string apart)
        {
            if (!OperatingSystem.IsLinux() || !System.IO.File.Exists("/usr/bin/unshare")) return false;
            using var tried = Process.Start(new ProcessStartInfo("unshare", [apart, "sh", "-c", Mount, System.IO.Path.GetTempPath()]) { RedirectStandardError = true })!;
            tried.WaitForExit();
            return tried.ExitCode == 0;
        }

        public override Program Serve() => Program.ServeBy(["unshare", .. apart, "sh", "-c", Mount + " && exec \"$@\"", Path, "dotnet"], Path, []);

        private string Seen(Program house) => $"/proc/{house.Id}/root{Path}";
        private string Ballast(Program house) => System.IO.Path.Combine(Seen(house), "ballast");

        public override void Fill(Program house)
        {
            using var ballast = new FileStream(Ballast(house), FileMode.Create);
            try
            {
                while (true)
                {
                    ballast.Write(new byte[4096]);
                    ballast.Flush();
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public override void Clear(Program house) => System.IO.File.Delete(Ballast(house));

        public override string Salvage(Program house, string to)
        {
            house.Freeze();
            foreach (var file in Directory.GetFiles(Seen(house))) System.IO.File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
            house.Kill();
            return to;
        }
    }

    /// <summary>The system's limit on the size of files, which every user may set for what is his: no byte more is written to any file.</summary>
    private sealed class LimitedDisk(string path) : Disk(path)
    {
        // Without this the program would be killed by the signal instead of being told.
        public override Program Serve() => Program.ServeBy(["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh", "dotnet"], Path, []);
        public override void Fill(Program house) => Limit(house, "0");
        public override void Clear(Program house) => Limit(house, "unlimited");

        private static void Limit(Program house, string soft)
        {
            using var limit = Process.Start("prlimit", ["--pid", house.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={soft}:unlimited"]);
            limit.WaitForExit();
            Assert.Equal(0, limit.ExitCode);
        }

        public override string Salvage(Program house, string to)
        {
            house.Kill();
            return Path;
        }
    }

    [Theory]
    [InlineData("small")]
    [InlineData("limited")]
    public async Task On_a_full_disk_nothing_is_done_and_it_is_said_and_when_there_is_room_again_every_game_goes_on(string kind)
    {
        var data = System.IO.Path.Combine(_folder.Path, "data");
        Directory.CreateDirectory(data);
        // Where nobody lets us have a small disk of our own, the limit that everybody may set stands for it.
        Disk disk = kind == "small" && SmallDisk.Make(data) is { } small ? small : new LimitedDisk(data);
        output.WriteLine(disk.GetType().Name);
        using var house = disk.Serve();
        using var me = new Caller(house.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        var acknowledged = new List<(string, int)>();
        var games = new List<string>();
        for (ulong g = 1; g <= 5; g++) games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person" }, seed: g, clock: new { mode = "speed", speed = 5 }));
        var still = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        games.Add(still);
        async Task<HttpResponseMessage> Order(string game) =>
            await me.Http.PostAsync($"/api/games/{game}/seats/{Song}/orders", JsonContent.Create(new { verb = "inform", args = new { to = "song-huaidong-command" } }));
        async Task Acknowledge(string game)
        {
            using var answer = await Order(game);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            acknowledged.Add((game, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["number"]!));
        }
        foreach (var game in games) await Acknowledge(game);

        disk.Fill(house);
        // Room that the files have already may take many a thing yet, and the house may make such room: it is full when nothing fits for a while.
        async Task<bool> Full() => (await me.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable;
        List<int> stuck = [];
        await Patience.Until(async () =>
        {
            if (!await Full()) return false;
            stuck = await Days(me);
            await Task.Delay(1000);
            return await Full() && stuck.SequenceEqual(await Days(me));
        }, "it never fills", 250);
        for (var refused = 0; refused < 5; refused++)
        {
            using var answer = await Order(still);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "HAL010"), (answer.StatusCode, (string)JsonNode.Parse(text)!["code"]!));
            Assert.Contains("nothing was done", text);
        }
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await me.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await me.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await me.Http.PostAsync("/api/games", JsonContent.Create(new { scenario = TheShelf.Scenario }))).StatusCode);
        await me.Get($"/api/games/{still}/seats/{Song}/view");
        Assert.Equal(stuck, await Days(me));

        disk.Clear(house);
        Assert.Equal(HttpStatusCode.OK, (await me.Http.GetAsync("/health/ready")).StatusCode);
        foreach (var game in games) await Acknowledge(game);
        await Patience.Until(async () => (await Days(me)).Zip(stuck).Count(pair => pair.First > pair.Second + 2) == 5, "the games do not go on", 100);

        var salvaged = System.IO.Path.Combine(_folder.Path, "salvaged");
        Directory.CreateDirectory(salvaged);
        using var remains = new Remains(SqliteStore.Open(System.IO.Path.Combine(disk.Salvage(house, salvaged), "games.sqlite")));
        await remains.Check(games, acknowledged);
        await remains.WakeAll(games);
    }

    private static async Task<List<int>> Days(Caller me) => [.. ((JsonArray)await me.Get("/api/games")).OrderBy(game => (string)game!["id"]!).Select(game => (int)game!["day"]!)];

    [Fact]
    public async Task On_a_disk_that_may_not_be_written_the_house_does_not_open_and_says_why()
    {
        var data = System.IO.Path.Combine(_folder.Path, "data");
        Directory.CreateDirectory(data);
        await SqliteStore.Open(System.IO.Path.Combine(data, "games.sqlite")).DisposeAsync();
        await Allow("a-w", data);
        try
        {
            // A root may write what nobody may; here he gives that up.
            string[] plain = Environment.UserName == "root" ? ["setpriv", "--bounding-set=-dac_override", "dotnet"] : ["dotnet"];
            var start = new ProcessStartInfo(plain[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var word in (string[])[.. plain[1..], typeof(Yanyun.Cli.Verbs.ServeVerb).Assembly.Location, "serve", "--port", "0", "--data", data, "--lang", "en"]) start.ArgumentList.Add(word);
            using var house = Process.Start(start)!;
            var said = await house.StandardError.ReadToEndAsync();
            await house.WaitForExitAsync();
            Assert.Equal(1, house.ExitCode);
            Assert.Contains("CLI062", said);
            Assert.Contains("expected a folder where SQLite can write", said);
        }
        finally
        {
            await Allow("u+w", data);
        }
    }

    private static async Task Allow(string what, string folder)
    {
        using var chmod = Process.Start("chmod", ["-R", what, folder]);
        await chmod.WaitForExitAsync();
        Assert.Equal(0, chmod.ExitCode);
    }

    [Fact]
    public async Task On_a_database_that_may_not_be_written_nothing_is_done_and_it_is_said_and_later_every_game_goes_on()
    {
        await using var database = await TestDatabase.Make();
        await using var house = await TestHouse.Node(await database.Open());
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" }, clock: new { mode = "speed", speed = 5 });
        await me.Order(game, Song, "inform to=song-huaidong-command");
        await database.Alter("SET default_transaction_read_only = on");
        await database.Cut();
        // Who was cut off in the middle is told so once.
        async Task<int> Day()
        {
            using var answer = await me.Http.GetAsync($"/api/games/{game}");
            return answer.IsSuccessStatusCode ? (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["day"]! : 0;
        }
        await using var reader = await database.Open();
        var before = (await reader.Find(game))!.Day; // nothing is written any more
        Assert.Equal("HAL010", (string)(await me.Order(game, Song, "inform to=song-huaidong-command", HttpStatusCode.ServiceUnavailable))["code"]!);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await me.Http.GetAsync("/health/ready")).StatusCode);
        await Patience.Until(async () => await Day() == before, "what is told is not what is kept", 100);
        Assert.Equal(before, (await reader.Find(game))!.Day);
        await database.Alter("RESET default_transaction_read_only");
        await database.Cut();
        await Patience.Until(async () => await Day() >= before + 2, "the game does not go on", 100);
        await Patience.Until(async () => (await me.Http.PostAsync($"/api/games/{game}/seats/{Song}/orders",
            JsonContent.Create(new { verb = "inform", args = new { to = "song-huaidong-command" } }))).StatusCode == HttpStatusCode.Created, "no order is taken", 100);
    }
}
