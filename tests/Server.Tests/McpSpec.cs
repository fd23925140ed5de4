using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Yanyun.Cli.Front;

namespace Server.Tests;

/// <summary>A program that knows nothing but the Model Context Protocol holds a seat: <c>yanyun mcp</c> and <c>yanyun serve</c> as they are installed.</summary>
public sealed class McpSpec : IDisposable
{
    private const string Song = "song-court";

    private readonly Folder _folder = new();

    [Fact]
    public async Task A_program_looks_orders_is_refused_with_what_would_do_and_waits_for_the_day_to_turn()
    {
        using var house = Program.Serve(_folder.Path);
        using var me = new Caller(house.Address);
        var (game, token) = await Seated(me);
        await using var seat = await Connect("mcp", "--game", $"{house.Address}games/{game}", "--seat", token);

        Assert.Equal(["view", "orders", "give", "undo", "ready", "wait", "why", "calendar", "gazetteer"], (await seat.ListToolsAsync()).Select(tool => tool.Name));
        Assert.Contains(Song, seat.ServerInstructions);

        Assert.Equal(Song, (string)(await Done(seat, "view"))["seat"]!);
        Assert.Equal("song", (string)(await Done(seat, "view", ("section", "office")))["polity"]!);
        Assert.Equal("bot", (string)(await Done(seat, "view", ("section", "seats"), ("name", Song)))["holder"]!);
        var noSection = await Refused(seat, "view", ("section", "ofice"));
        Assert.Equal("office", (string)noSection["nearest"]!);
        Assert.Contains("forces", (string)noSection["message"]!);

        Assert.Contains("inform", (await Done(seat, "orders")).AsArray().Select(order => (string)order!["verb"]!));
        Assert.Contains("song-huaidong-command", Values(await Done(seat, "orders", ("verb", "inform")), "to"));

        Assert.Equal(1, (int)(await Done(seat, "give", ("verb", "inform"), ("args", new { to = "song-huaidong-command" })))["number"]!);
        var unknown = await Refused(seat, "give", ("verb", "inform"), ("args", new { to = "song-huaidong-comand" }));
        Assert.Equal(400, (int)unknown["status"]!);
        Assert.Contains("song-huaidong-command", Values(unknown, "to"));
        Assert.Equal("song-huaidong-command", (string)unknown["nearest"]!["to"]!);
        var illegal = await Refused(seat, "give", ("verb", "inform"), ("args", new { to = "jin-court" }));
        Assert.Equal(("HAL025", 422), ((string)illegal["code"]!, (int)illegal["status"]!));
        Assert.NotEmpty((string)illegal["verdict"]!);
        Assert.Contains("song-huaidong-command", Values(illegal, "to"));
        Assert.Equal("inform", (string)(await Refused(seat, "give", ("verb", "infrom")))["nearest"]!);
        Assert.Equal("HAL027", (string)(await Refused(seat, "give", ("verb", "inform"), ("args", new { to = "song-huaidong-command" }), ("day", 7)))["code"]!);

        Assert.Equal("1", Assert.Single((await Refused(seat, "undo", ("number", 9)))["waiting"]!.AsObject()).Key);
        Assert.Equal(2, (int)(await Done(seat, "give", ("verb", "inform"), ("args", new { to = "song-huaidong-command" })))["number"]!);
        await Done(seat, "undo", ("number", 2));

        await Done(seat, "ready");
        var told = await Done(seat, "wait", ("until", "day"), ("seconds", 60));
        // Nothing that happened since the program sat down is missing, nothing comes twice.
        var kinds = told["events"]!.AsArray().Select(one => (string)one!["kind"]!).ToList();
        Assert.Equal(["given", "given", "undone", "ready", "day"], kinds);
        Assert.Equal(1, (int)(await Done(seat, "view", ("section", "day"))));
        Assert.Empty((await Done(seat, "wait", ("seconds", 0)))["events"]!.AsArray());
        var again = await Done(seat, "wait", ("after", (string)told["events"]![0]!["id"]!), ("until", "day"));
        Assert.Equal(kinds.Skip(1), again["events"]!.AsArray().Select(one => (string)one!["kind"]!));
        Assert.Equal("HAL067", (string)(await Refused(seat, "wait", ("after", "999999")))["code"]!);

        Assert.Contains("song-huaidong-command", (string)(await Refused(seat, "why", ("about", "nobody-of-this-name")))["message"]!);
        Assert.Equal("commands", (string)(await Done(seat, "why", ("about", "song-huaidong-command")))["section"]!);
        Assert.Equal("belief", (string)(await Done(seat, "why", ("about", "kaifeng")))["links"]![0]!["kind"]!);
        // Who made the game and plays it alone may know all of it: the chain of an event, as the page tells it.
        Assert.Equal("HAL095", (string)(await Refused(seat, "why", ("event", "1139-07-29.60000")))["code"]!);
        Assert.Equal("seconds", (string)(await Refused(seat, "wait", ("second", 1)))["nearest"]!);
        Assert.Equal("MCP006", (string)(await Refused(seat, "wait", ("seconds", 301)))["code"]!);
        Assert.Equal("MCP001", (string)(await Refused(seat, "conquer"))["code"]!);
    }

    [Fact]
    public async Task Without_a_game_it_reads_the_calendar_the_gazetteer_and_records()
    {
        var (record, log) = (System.IO.Path.Combine(_folder.Path, "war.yanyun"), System.IO.Path.Combine(_folder.Path, "war.jsonl"));
        using var said = new StringWriter();
        Assert.Equal(Exit.Done, FrontDoor.Open(["replay", TheShelf.Scenario, "--until", "1139-08-03", "--record", record, "--log", log], said, said, _ => null));
        await using var books = await Connect("mcp", "--lang", "en");

        Assert.Equal(["why", "calendar", "gazetteer"], (await books.ListToolsAsync()).Select(tool => tool.Name));
        foreach (var form in (string[])["1140-06-15", "Shaoxing 10/5/29", "紹興十年五月二十九日"])
        {
            var date = await Done(books, "calendar", ("date", form));
            Assert.Equal(("1140-06-15", "Shaoxing 10/5/29", "紹興十年五月二十九日"), ((string)date["julian"]!, (string)date["romanised"]!, (string)date["hanzi"]!));
        }
        Assert.Equal("Shaoxing", (string)(await Refused(books, "calendar", ("date", "Shaoxng 10/5/29")))["nearest"]!);

        foreach (var name in (string[])["shunchang", "Shunchang", "順昌"])
            Assert.Contains((await Done(books, "gazetteer", ("name", name))).AsArray(), one => (string)one!["slug"]! == "shunchang" && one["roads"]!.AsArray().Count > 0);
        Assert.Equal(Song, (string)(await Done(books, "gazetteer", ("name", Song), ("kind", "seat")))[0]!["slug"]!);
        var miss = await Refused(books, "gazetteer", ("name", "shunchan"));
        Assert.Equal("shunchang", (string)miss["near"]![0]!["slug"]!);

        var id = (string)JsonNode.Parse(File.ReadLines(log).Last())!["id"]!;
        Assert.Contains($"[{id}]", await Text(books, "why", failed: false, ("record", record), ("event", id)));
        Assert.Contains("CLI026", await Text(books, "why", failed: true, ("record", record + "x"), ("event", id)));
        Assert.Equal("MCP003", (string)(await Refused(books, "why", ("record", record)))["code"]!);
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_why_and_nothing_is_said_on_standard_output()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var (game, token) = await Seated(me);
        var other = await me.Game();
        var wide = (string)(await me.Post("/api/tokens", new { label = "all" }, HttpStatusCode.Created))["token"]!;
        var at = $"{house.Address}api/games/";
        Assert.Contains("MCP012", await Turned($"{at}{game}", token + "x"));
        Assert.Contains("HAL052", await Turned($"{at}{other}", token));
        Assert.Contains("HAL002", await Turned($"{at}nothing", wide));
        Assert.Contains("HAL003", await Turned($"{at}{game}/seats/song-curt", wide));
        var which = await Turned($"{at}{game}", wide);
        Assert.Contains("MCP013", which);
        Assert.Contains(Song, which);
        Assert.Contains("MCP010", await Turned("http://127.0.0.1:1/games/abc", token));
        Assert.Contains("HAL065", await Turned($"{house.Address}elsewhere/games/{game}", token));
        Assert.Contains("MCP011", await Turned(Stranger() + "games/abc", token));
    }

    /// <summary>Something else that answers over HTTP, once.</summary>
    private static string Stranger()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            using (listener)
            {
                using var caller = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(caller.GetStream());
                while (await reader.ReadLineAsync() is { Length: > 0 }) { }
                await caller.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray());
            }
        });
        return $"http://{listener.LocalEndpoint}/";
    }

    /// <summary>A call that ends at the door with exit 1; what it said.</summary>
    private static async Task<string> Turned(string url, string token)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(Exit.NotHere, await Task.Run(() => FrontDoor.Open(["mcp", "--game", url, "--seat", token], output, error, _ => null)));
        Assert.Empty(output.ToString());
        Assert.DoesNotContain(token, error.ToString());
        return error.ToString();
    }

    private static async Task<(string Game, string Token)> Seated(Caller me)
    {
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        var game = await me.Game(new Dictionary<string, string> { [Song] = "bot" }, clock: new { mode = "ready" });
        return (game, (string)(await me.Post("/api/tokens", new { label = "a program", game, seat = Song }, HttpStatusCode.Created))["token"]!);
    }

    private static Task<McpClient> Connect(params string[] line) => McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Command = "dotnet", Arguments = [typeof(Yanyun.Cli.Verbs.McpVerb).Assembly.Location, .. line], Name = "yanyun",
    }), s_patient);

    /// <summary>The library thinks a program that takes five seconds to start one of an older protocol, and then is refused by it.</summary>
    private static readonly McpClientOptions s_patient = new() { DiscoverProbeTimeout = Timeout.InfiniteTimeSpan, InitializationTimeout = TimeSpan.FromMinutes(5) };

    private static async Task<JsonNode> Done(McpClient client, string tool, params (string Name, object Value)[] args) => JsonNode.Parse(await Text(client, tool, false, args))!;

    private static async Task<JsonNode> Refused(McpClient client, string tool, params (string Name, object Value)[] args) => JsonNode.Parse(await Text(client, tool, true, args))!;

    private static async Task<string> Text(McpClient client, string tool, bool failed, params (string Name, object Value)[] args)
    {
        var answer = await client.CallToolAsync(tool, args.ToDictionary(arg => arg.Name, object? (arg) => JsonSerializer.SerializeToElement(arg.Value)));
        var text = Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
        Assert.True((answer.IsError ?? false) == failed, $"{tool}: {text}");
        return text;
    }

    private static IEnumerable<string> Values(JsonNode order, string field) =>
        order["fields"]!.AsArray().First(one => (string)one!["name"]! == field)!["values"]!.AsArray().Select(value => (string)value!);

    public void Dispose() => _folder.Dispose();
}
