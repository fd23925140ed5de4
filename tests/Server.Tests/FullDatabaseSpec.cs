using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>A database whose disk is full: a clear error, nothing that was acknowledged is lost, no game harmed, and all goes on when there is room again.</summary>
public sealed class FullDatabaseSpec(ITestOutputHelper output) : IDisposable
{
    private const string Song = "song-court";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task On_a_full_disk_of_the_database_it_is_said_and_nothing_is_lost_and_when_there_is_room_again_every_game_goes_on()
    {
        using var server = SmallServer.Make(_folder.Path);
        output.WriteLine(server.HasDisk ? "a file system of its own" : "the limit on the size of files");
        var (games, acknowledged) = (new List<string>(), new List<(string, int)>());
        await using (var house = await TestHouse.Node(await PostgresStore.Open(server.Address)))
        {
            using var me = await house.Guest();
            for (ulong g = 1; g <= 3; g++) games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person" }, seed: g, clock: new { mode = "speed", speed = 5 }));
            games.Add(await me.Game(new Dictionary<string, string> { [Song] = "person" }));

            // An order is kept, or it is said that it is not, or, where the server fell amid it, that this is not known.
            async Task<bool> Order(string game)
            {
                using var answer = await me.Http.PostAsync($"/api/games/{game}/seats/{Song}/orders", JsonContent.Create(new { verb = "inform", args = new { to = "song-huaidong-command" } }));
                var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                if (answer.StatusCode == HttpStatusCode.Created) acknowledged.Add((game, (int)said["number"]!));
                else Refused(answer, said);
                return answer.StatusCode == HttpStatusCode.Created;
            }
            async Task<bool> Ready()
            {
                using var answer = await me.Http.GetAsync("/health/ready");
                return answer.StatusCode == HttpStatusCode.OK;
            }
            foreach (var game in games) Assert.True(await Order(game));

            server.Fill();
            // The files have room yet: a year of history takes the most at once.
            var (forks, refused) = (0, 0);
            await Patience.Until(async () =>
            {
                using var fork = await me.Http.PostAsync($"/api/scenarios/{TheShelf.Scenario}/forks", JsonContent.Create(new { day = 320 }));
                if (fork.StatusCode == HttpStatusCode.Created) forks++;
                else Refused(fork, JsonNode.Parse(await fork.Content.ReadAsStringAsync())!);
                if (!await Order(games[refused % games.Count])) refused++;
                return refused >= 8;
            }, "it never fills", 10);
            using (var alive = await me.Http.GetAsync("/health/live")) Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

            server.Clear();
            output.WriteLine($"{forks} forks had room; {acknowledged.Count} orders taken, {refused} refused; the server {(server.Runs ? "kept running" : "fell, and is started again")}");
            if (!server.Runs) server.Start();
            await Patience.Until(Ready, "the house does not find its database again");
            foreach (var game in games) await Patience.Until(() => Order(game), "no order is taken", 200);
            var then = await Days(server, games);
            await Patience.Until(async () => (await Days(server, games)).Zip(then).Count(pair => pair.First >= pair.Second + 2) == 3, "the games do not go on", 200);
        }
        using var remains = new Remains(await PostgresStore.Open(server.Address));
        await remains.Check(games, acknowledged);
        await remains.WakeAll(games);
    }

    private static void Refused(HttpResponseMessage answer, JsonNode said)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains((string)said["code"]!, (string[])["HAL010", "HAL011"]);
    }

    private static async Task<List<int>> Days(SmallServer server, List<string> games)
    {
        await using var store = await PostgresStore.Open(server.Address);
        var days = new List<int>();
        foreach (var game in games) days.Add((await store.Find(game))!.Day);
        return days;
    }

    /// <summary>
    /// A PostgreSQL on a file system of some megabytes in the memory, which only it and its children see: that takes a root. Where nobody gives us one, the
    /// limit on the size of files, which every user may set for what is his, stands for it: no byte more is written to any file.
    /// </summary>
    private sealed class SmallServer : IDisposable
    {
        private const string Mount = "mount -t tmpfs -o size=96m tmpfs \"$0\" && chown postgres \"$0\"";

        private readonly string _place, _bin;
        private readonly Process? _holder;
        private int _port;

        private SmallServer(string place)
        {
            _place = place;
            _bin = Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(name => int.Parse(Path.GetFileName(name), CultureInfo.InvariantCulture)).First() + "/bin/" : "";
            if (!IsRoot) return;
            _holder = Process.Start(new ProcessStartInfo("unshare", ["-m", "sh", "-c", Mount + " && echo held && exec sleep 1800", place]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (_holder.StandardOutput.ReadLine() == "held") return;
            _holder.WaitForExit();
            _holder.Dispose();
            _holder = null;
        }

        private static bool IsRoot => Environment.UserName == "root";

        public bool HasDisk => _holder is not null;
        public Uri Address => new($"postgres://yanyun@127.0.0.1:{_port}/postgres");

        public static SmallServer Make(string folder)
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, "database")).FullName;
            Run(["chmod", "711", folder]);
            var server = new SmallServer(place);
            if (IsRoot && !server.HasDisk) Run(["chown", "postgres", place]);
            server.As("initdb", "-D", place + "/data", "-U", "yanyun", "-A", "trust", "-E", "UTF8", "--locale=C", "--wal-segsize=1");
            server.Start();
            return server;
        }

        public bool Runs => Tried([.. Prefix, _bin + "pg_ctl", "-D", _place + "/data", "status"]) is null;

        /// <summary>Starts it, on a port that is free.</summary>
        public void Start()
        {
            string? why = null;
            for (var tries = 0; tries < 5; tries++)
            {
                if (_port == 0 || tries > 1) _port = Random.Shared.Next(20_000, 30_000);
                why = Tried([.. Prefix, _bin + "pg_ctl", "-D", _place + "/data", "-w", "-t", "120", "-l", _place + "/data/server.log", "-o",
                    $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_place} -c max_wal_size=6MB -c min_wal_size=2MB", "start"]);
                if (why is null) return;
            }
            Assert.Fail(why!);
        }

        public void Fill()
        {
            if (!HasDisk)
            {
                Limit("0");
                return;
            }
            using var ballast = new FileStream(Ballast, FileMode.Create);
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

        public void Clear()
        {
            if (HasDisk) File.Delete(Ballast);
            else if (Runs) Limit("unlimited");
        }

        private string Ballast => $"/proc/{_holder!.Id}/root{_place}/ballast";

        /// <summary>Of the server and each process that it has begun.</summary>
        private void Limit(string soft)
        {
            var main = File.ReadLines(_place + "/data/postmaster.pid").First();
            foreach (var process in (string[])[main, .. File.ReadAllText($"/proc/{main}/task/{main}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)])
                Tried([.. Prefix, "prlimit", "--pid", process, $"--fsize={soft}:unlimited"]); // one may be over already
        }

        private string[] Prefix => [.. HasDisk ? (string[])["nsenter", "-t", _holder!.Id.ToString(CultureInfo.InvariantCulture), "-m", "--"] : [], .. IsRoot ? (string[])["runuser", "-u", "postgres", "--"] : []];

        private void As(string program, params string[] words) => Run([.. Prefix, _bin + program, .. words]);

        private static void Run(string[] words) => Assert.Null(Tried(words));

        /// <summary>Null when it went well, else what was said. The server keeps what it inherits open, so that nothing is piped to it.</summary>
        private static string? Tried(string[] words)
        {
            var said = Path.GetTempFileName();
            using var run = Process.Start(new ProcessStartInfo("sh", ["-c", "out=\"$0\"; exec \"$@\" >\"$out\" 2>&1 </dev/null", said, .. words]) { WorkingDirectory = "/" })!;
            run.WaitForExit();
            var text = File.ReadAllText(said);
            File.Delete(said);
            return run.ExitCode == 0 ? null : $"{string.Join(' ', words)}: {text}";
        }

        public void Dispose()
        {
            Tried([.. Prefix, _bin + "pg_ctl", "-D", _place + "/data", "-m", "immediate", "stop"]);
            if (_holder is null) return;
            _holder.Kill();
            _holder.WaitForExit();
            _holder.Dispose();
        }
    }
}
