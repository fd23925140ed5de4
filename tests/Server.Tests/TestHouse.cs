using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yanyun.Server;
using Yanyun.Server.Games;
using Yanyun.Server.Http;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>A real server on a real socket over a real file.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    private readonly Folder? _folder;

    private TestHouse(House house, Folder? folder) => (House, _folder) = (house, folder);

    public House House { get; }
    public Uri Address => House.Address;
    public Hall Hall => House.Hall;

    /// <summary>Opens a house; on a folder of the caller's, to open it again later.</summary>
    public static async Task<TestHouse> Open(Folder? folder = null, HallSettings? hall = null, Pace? pace = null, TextWriter? log = null, bool behindProxy = false)
    {
        var own = folder is null ? new Folder() : null;
        var store = SqliteStore.Open((folder ?? own!).Games);
        var settings = HouseSettings.Usual with { Port = 0, Hall = hall ?? HallSettings.Usual, Pace = pace ?? new Pace(100_000, 100_000, 100_000, 100_000), Log = log, BehindProxy = behindProxy };
        return new TestHouse(await House.Open(store, TheShelf.Shelf, settings), own);
    }

    /// <summary>A node of a house of many, on a store of the caller's.</summary>
    public static async Task<TestHouse> Node(IGameStore store)
    {
        var settings = HouseSettings.Usual with { Port = 0, Pace = new Pace(100_000, 100_000, 100_000, 100_000) };
        return new TestHouse(await House.Open(store, TheShelf.Shelf, settings), null);
    }

    /// <summary>Turns a day of a game, opening it anew when the house has put it away meanwhile.</summary>
    public async Task Turn(string game)
    {
        while (await (await Hall.Open(game)).Game!.Turn(_ => true) is { } why) Assert.Equal(HallMessages.Busy, why.Message);
    }

    /// <summary>Somebody with a cookie jar of his own, who comes from a page of the house.</summary>
    public Caller Stranger() => new(Address);

    public async Task<Caller> Guest()
    {
        var caller = Stranger();
        await caller.Post("/api/guests", null, HttpStatusCode.Created);
        return caller;
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        _folder?.Dispose();
    }
}

/// <summary>Waiting for what is to come about, however slow the machine is: a test fails when it does not come at all.</summary>
internal static class Patience
{
    public static async Task Until(Func<Task<bool>> so, string otherwise, int everyMilliseconds = 50)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !await so(); await Task.Delay(everyMilliseconds)) Assert.True(waited.Elapsed < TimeSpan.FromMinutes(3), otherwise);
    }

    public static Task Until(Func<bool> so, string otherwise, int everyMilliseconds = 50) => Until(() => Task.FromResult(so()), otherwise, everyMilliseconds);
}

/// <summary>A client of the API.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };

    public Caller(Uri address)
    {
        Http = new HttpClient(_handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(300) };
        Http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    public HttpClient Http { get; }
    public CookieContainer Cookies => _handler.CookieContainer;

    public async Task<JsonNode> Get(string path, HttpStatusCode expected = HttpStatusCode.OK) => await Read(await Http.GetAsync(path), expected);

    public async Task<JsonNode> Post(string path, object? body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await Read(await Http.PostAsync(path, JsonContent.Create(body ?? new { })), expected);

    public async Task<JsonNode> Put(string path, object body, HttpStatusCode expected = HttpStatusCode.NoContent) =>
        await Read(await Http.PutAsync(path, JsonContent.Create(body)), expected);

    public async Task<JsonNode> Patch(string path, object body, HttpStatusCode expected = HttpStatusCode.NoContent) =>
        await Read(await Http.PatchAsync(path, JsonContent.Create(body)), expected);

    public async Task<JsonNode> Delete(string path, HttpStatusCode expected = HttpStatusCode.NoContent) => await Read(await Http.DeleteAsync(path), expected);

    /// <summary>A game of the caller's, standing still; answers its id.</summary>
    public async Task<string> Game(object? seats = null, bool open = false, ulong seed = 7, object? clock = null) =>
        (string)(await Post("/api/games", new { scenario = TheShelf.Scenario, title = "a war", seed, seats = seats ?? new { }, open, clock = clock ?? new { mode = "paused" } },
            HttpStatusCode.Created))["id"]!;

    /// <summary>An order by its words: "inform to=song-huaidong-command".</summary>
    public Task<JsonNode> Order(string game, string seat, string order, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var words = order.Split(' ');
        return Post($"/api/games/{game}/seats/{seat}/orders", new { verb = words[0], args = words.Skip(1).ToDictionary(word => word.Split('=')[0], word => word.Split('=')[1]) }, expected);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} where {(int)expected} was expected: {text}");
        return text.Length == 0 ? new JsonObject() : text[0] is '{' or '[' ? JsonNode.Parse(text)! : JsonValue.Create(text);
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>A stream of server-sent events as it comes over the socket.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private Listener(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new StreamReader(body));

    public static async Task<Listener> Open(Caller caller, string path, string? last = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var answer = await caller.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(answer.IsSuccessStatusCode, await (answer.IsSuccessStatusCode ? Task.FromResult("") : answer.Content.ReadAsStringAsync()));
        return new Listener(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event as its bytes; null when the stream has ended.</summary>
    public async Task<StreamEvent?> Next(int seconds = 120)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var text = "";
        while (await _lines.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith(':')) continue;
            if (line.Length > 0) text += line + "\n";
            else if (text.Length > 0) return StreamEvent.Of(text);
        }
        return null;
    }

    public async Task<List<StreamEvent>> Take(int count)
    {
        var events = new List<StreamEvent>();
        while (events.Count < count && await Next() is { } one) events.Add(one);
        return events;
    }

    public ValueTask DisposeAsync()
    {
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed record StreamEvent(string Id, string Kind, string Data, string Text)
{
    public JsonNode View => JsonNode.Parse(Data)!["view"]!;

    public static StreamEvent Of(string text)
    {
        var fields = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);
        return new StreamEvent(fields["id"], fields["event"], fields["data"], text);
    }

    /// <summary>Merges a patch into a page as RFC 7396 says.</summary>
    public static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var result = target is JsonObject old ? (JsonObject)old.DeepClone() : [];
        foreach (var (name, value) in changes)
            if (value is null) result.Remove(name);
            else result[name] = Merge(result[name], value);
        return result;
    }
}
