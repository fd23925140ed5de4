using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Yanyun.Engine;
using Yanyun.Server.Http;

namespace Server.Tests;

/// <summary>
/// Requests of people who wish the house ill, each with its proper answer: <c>hostile.txt</c>. After each of them the games are what they were, to the last bit.
/// </summary>
public partial class HostileSpec(ITestOutputHelper output)
{
    /// <param name="Who">nobody, other (a guest), owner (holds the seat), forged (the owner's cookie from another site), bot (a token for another seat).</param>
    private sealed record Attack(int Line, string Who, string Method, string Path, int Status, string Code, IReadOnlyList<string> Headers, string Body);

    [Fact]
    public async Task Each_hostile_request_gets_its_answer_and_changes_nothing()
    {
        await using var house = await TestHouse.Open();
        using var owner = await house.Guest();
        using var other = await house.Guest();
        var game = await owner.Game(new Dictionary<string, string> { ["song-court"] = "person" });
        var hidden = (string)(await owner.Post("/api/games", new { scenario = TheShelf.Scenario, listed = false }, System.Net.HttpStatusCode.Created))["id"]!;
        await owner.Order(game, "song-court", "inform to=song-huaidong-command");
        await other.Post("/api/me/name", new { name = "Hostile", password = "long enough" });
        var token = (string)(await other.Post("/api/tokens", new { label = "bot", game, seat = "xia-court" }, System.Net.HttpStatusCode.Created))["token"]!;
        var cookies = new Dictionary<string, string> { ["owner"] = Cookie(owner), ["forged"] = Cookie(owner), ["other"] = Cookie(other) };
        var before = await State(house, game, hidden);
        var attacks = Read();
        Assert.True(attacks.Count >= 80, $"{attacks.Count} attacks");
        var wrong = new List<string>();
        foreach (var attack in attacks)
        {
            var path = attack.Path.Replace("{game}", game).Replace("{hidden}", hidden);
            var body = attack.Body.Replace("{token}", token);
            var answer = await Send(house.Address, attack, path, body, cookies.GetValueOrDefault(attack.Who), attack.Who == "bot" ? token : null);
            var status = answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3)) : 0;
            var shown = $"hostile.txt:{attack.Line}: {attack.Who} {attack.Method} {attack.Path[..Math.Min(80, attack.Path.Length)]}: ";
            if (status != attack.Status) wrong.Add($"{shown}{status} where {attack.Status} was expected: {answer[^Math.Min(300, answer.Length)..]}");
            else if (attack.Code != "-" && !answer.Contains($"\"{attack.Code}\"")) wrong.Add($"{shown}no {attack.Code}: {answer[^Math.Min(300, answer.Length)..]}");
            if (answer.Contains("   at ")) wrong.Add($"{shown}tells where it fell");
            if (before == await State(house, game, hidden)) continue;
            wrong.Add($"{shown}changed a game");
            before = await State(house, game, hidden);
        }
        output.WriteLine($"{attacks.Count} hostile requests");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Every_answer_forbids_framing_guessing_and_scripts_from_elsewhere()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        foreach (var path in (string[])["/", "/api/games", "/api/nothing", "/openapi/v1.json", "/plain.css"])
        {
            using var answer = await me.Http.GetAsync(path);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
        using var stranger = house.Stranger();
        using var raw = await stranger.Http.PostAsync("/api/guests", null);
        var cookie = raw.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain("secure", cookie);
    }

    [Fact]
    public async Task Behind_a_proxy_with_TLS_cookies_are_secure_and_its_pages_are_known()
    {
        await using var house = await TestHouse.Open();
        using var me = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = house.Address };
        me.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var made = await me.PostAsync("/api/guests", null);
        var cookie = made.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("secure", cookie);
        Assert.True(made.Headers.Contains("Strict-Transport-Security"));
        foreach (var (scheme, status) in (IEnumerable<(string, int)>)[("https", 201), ("http", 403)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/games") { Content = System.Net.Http.Json.JsonContent.Create(new { scenario = TheShelf.Scenario }) };
            request.Headers.Add("Cookie", cookie.Split(';')[0]);
            request.Headers.Add("Origin", $"{scheme}://127.0.0.1:{house.Address.Port}");
            using var answer = await me.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_flood_is_answered_with_a_pause_and_others_are_served()
    {
        await using var house = await TestHouse.Open(pace: new Yanyun.Server.Http.Pace(1, 40, 1000));
        using var flood = house.Stranger();
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(async _ => (int)(await flood.Http.GetAsync("/api/me")).StatusCode));
        Assert.Contains(429, answers);
        Assert.Contains(401, answers);
        await Patience.Until(async () => (int)(await flood.Http.GetAsync("/api/me")).StatusCode == 401, "who waits is not let in again", 1500);
    }

    [Theory]
    [InlineData(false, "203.0.113.{0}", true)]            // who is not said to be a proxy may say what he likes
    [InlineData(true, "203.0.113.{0}", false)]            // a proxy names each visitor
    [InlineData(true, "198.51.100.{0}, 203.0.113.7", true)] // what a visitor has told the proxy is not believed
    [InlineData(true, "203.0.113.{0}:4711", false)]
    [InlineData(true, "2001:db8:0:{0}::1", false)]        // of the new addresses each network is a visitor
    [InlineData(true, "2001:db8:0:7::{0}", true)]
    [InlineData(true, "[2001:db8:0:{0}::1]:4711", false)]
    [InlineData(true, "nobody {0}", true)]
    public async Task The_pace_of_a_visitor_is_his_own_behind_a_proxy_and_is_not_escaped_by_saying_to_be_another(bool behindProxy, string forwarded, bool held)
    {
        await using var house = await TestHouse.Open(pace: new Yanyun.Server.Http.Pace(1, 10, 1000), behindProxy: behindProxy);
        using var caller = house.Stranger();
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(async n =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", string.Format(System.Globalization.CultureInfo.InvariantCulture, forwarded, n));
            using var answer = await caller.Http.SendAsync(request);
            return (int)answer.StatusCode;
        }));
        Assert.Equal(held, answers.Contains(429));
        Assert.Contains(200, answers);
    }

    [Fact]
    public async Task Passwords_are_not_guessed_by_trying()
    {
        await using var house = await TestHouse.Open(pace: new Yanyun.Server.Http.Pace(1000, 1000, 3));
        using var me = await house.Guest();
        var answers = new List<int>();
        for (var n = 0; n < 5; n++) answers.Add((int)(await me.Http.PostAsync("/api/sessions", System.Net.Http.Json.JsonContent.Create(new { name = "somebody", password = $"guess {n}" }))).StatusCode);
        Assert.Contains(401, answers);
        Assert.Equal(429, answers[^1]);
    }

    [Fact]
    public async Task What_takes_long_is_not_asked_for_without_end()
    {
        await using var house = await TestHouse.Open(pace: new Yanyun.Server.Http.Pace(1000, 1000, 1000, 4));
        using var me = await house.Guest();
        var answers = new List<int>();
        for (var n = 0; n < 6; n++) answers.Add((int)(await me.Http.PostAsync("/api/games", System.Net.Http.Json.JsonContent.Create(new { scenario = TheShelf.Scenario }))).StatusCode);
        Assert.Equal([201, 201, 201, 201, 429, 429], answers);
        await me.Get("/api/games");
    }

    [Fact]
    public async Task A_body_that_trickles_is_cut_off()
    {
        await using var house = await TestHouse.Open();
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", house.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/sessions HTTP/1.1\r\nHost: 127.0.0.1:{house.Address.Port}\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n"));
        var began = System.Diagnostics.Stopwatch.StartNew();
        var answer = new byte[4096];
        var reading = stream.ReadAsync(answer).AsTask();
        while (!reading.IsCompleted && began.Elapsed.TotalSeconds < 120)
        {
            try
            {
                await stream.WriteAsync(" "u8.ToArray());
            }
            catch (IOException)
            {
                break;
            }
            await Task.Delay(500);
        }
        Assert.True(began.Elapsed.TotalSeconds < 120, "it waited for ever");
        var read = await Task.WhenAny(reading, Task.Delay(60_000)) == reading && reading.IsCompletedSuccessfully ? Encoding.ASCII.GetString(answer, 0, await reading) : "";
        Assert.True(read.Length == 0 || read.Contains("408"), read);
    }

    private static string Cookie(Caller caller) => caller.Cookies.GetAllCookies().Single(cookie => cookie.Name == AccountsApi.Cookie).Value;

    /// <summary>Version and hash of the games, and how many there are.</summary>
    private static async Task<string> State(TestHouse house, params string[] games)
    {
        var text = (await house.Hall.Store.List()).Count.ToString();
        foreach (var id in games)
        {
            var game = (await house.Hall.Open(id)).Game!;
            text += await game.Look(state => $" {state.Version} {WorldHash.Full(state.World):x16} {state.Clock}");
        }
        return text;
    }

    /// <summary>Sends over a bare socket, so that no client mends what is sent.</summary>
    private static async Task<string> Send(Uri address, Attack attack, string path, string body, string? cookie, string? token)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", address.Port);
        var stream = socket.GetStream();
        var here = $"127.0.0.1:{address.Port}";
        var lines = new List<string> { $"{attack.Method} {path} HTTP/1.1" };
        bool Has(string name) => attack.Headers.Any(header => header.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        if (!Has("Host")) lines.Add($"Host: {here}");
        if (!Has("Connection")) lines.Add("Connection: close");
        if (cookie is not null && !Has("Cookie")) lines.Add($"Cookie: {AccountsApi.Cookie}={cookie}");
        if (cookie is not null && attack.Who != "forged" && !Has("Origin")) lines.Add($"Origin: http://{here}");
        if (token is not null && !Has("Authorization")) lines.Add($"Authorization: Bearer {token}");
        lines.AddRange(attack.Headers.Where(header => !header.EndsWith(": -", StringComparison.Ordinal)));
        var bytes = Encoding.UTF8.GetBytes(body);
        if (bytes.Length > 0 || attack.Method is "POST" or "PUT")
        {
            if (!Has("Content-Type")) lines.Add("Content-Type: application/json");
            if (!Has("Content-Length") && !Has("Transfer-Encoding")) lines.Add($"Content-Length: {bytes.Length}");
        }
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(bytes, late.Token);
            await stream.CopyToAsync(answer, late.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // What came before the line was cut is the answer.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>who | method | path | status | code | header; header | body, an attack a line. {x*n} stands for n times x.</summary>
    private static List<Attack> Read()
    {
        var attacks = new List<Attack>();
        var lines = File.ReadAllLines(Path.Combine(TheShelf.Root, "tests", "Server.Tests", "hostile.txt"));
        for (var n = 0; n < lines.Length; n++)
        {
            if (lines[n].Length == 0 || lines[n][0] == '#') continue;
            var parts = lines[n].Split(" |").Select(part => Many().Replace(part.Trim(), m => string.Concat(Enumerable.Repeat(m.Groups[1].Value, int.Parse(m.Groups[2].Value))))
                .Replace("\\r", "\r").Replace("\\n", "\n").Replace("\\0", "\0")).ToArray();
            Assert.True(parts.Length is >= 5 and <= 7, $"hostile.txt:{n + 1}");
            attacks.Add(new Attack(n + 1, parts[0], parts[1], parts[2], int.Parse(parts[3]), parts[4],
                parts.Length > 5 && parts[5].Length > 0 ? parts[5].Split(";; ") : [], parts.Length > 6 ? parts[6] : ""));
        }
        return attacks;
    }

    [GeneratedRegex(@"\{(.)\*(\d+)\}")]
    private static partial Regex Many();
}
