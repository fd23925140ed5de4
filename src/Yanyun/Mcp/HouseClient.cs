using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yanyun.Chronicle;

namespace Yanyun.Cli.Mcp;

/// <summary>What the house answered.</summary>
/// <param name="Status">0: nothing.</param>
/// <param name="Body">Null where there was none, or none that is JSON.</param>
/// <param name="Why">Why nothing was answered.</param>
public readonly record struct Reply(int Status, JsonNode? Body, string Why = "")
{
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>The stable code of a refusal of the house; null when it is not one.</summary>
    public string? Code => !Ok && Body is JsonObject fault && fault["code"] is JsonValue code ? (string?)code : null;

    public string Detail => Body is JsonObject fault && fault["detail"] is JsonValue detail ? (string)detail! : "";
}

/// <summary>Speaks to a house over HTTP with the token of a seat.</summary>
public sealed class HouseClient : IDisposable
{
    private readonly HttpClient _http;

    public HouseClient(Uri house, string token, Language language)
    {
        House = house;
        Language = language;
        // A token is for this house and for no other that it may send us to.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language == Language.Chinese ? "zh" : "en"));
    }

    public Uri House { get; }
    public Language Language { get; }

    public Task<Reply> Get(string path, CancellationToken stop) => Send(HttpMethod.Get, path, null, stop);

    public Task<Reply> Post(string path, JsonObject? body, CancellationToken stop) => Send(HttpMethod.Post, path, body, stop);

    public Task<Reply> Delete(string path, CancellationToken stop) => Send(HttpMethod.Delete, path, null, stop);

    private async Task<Reply> Send(HttpMethod method, string path, JsonObject? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        try
        {
            using var answer = await _http.SendAsync(request, stop);
            return await Read(answer, stop);
        }
        catch (Exception silent) when (IsSilence(silent, stop))
        {
            return new Reply(0, null, silent.Message);
        }
    }

    /// <summary>Opens a stream of events; the answer is the caller's to close, or it is null and the reply says why.</summary>
    /// <param name="last">Id of the last event had; null: from the whole view on.</param>
    public async Task<(HttpResponseMessage? Answer, Reply Reply)> Open(string path, string? last, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        try
        {
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/event-stream") return (answer, default);
            using (answer) return (null, await Read(answer, stop));
        }
        catch (Exception silent) when (IsSilence(silent, stop))
        {
            return (null, new Reply(0, null, silent.Message));
        }
    }

    /// <summary>Whether the house, not the caller, broke off.</summary>
    public static bool IsSilence(Exception e, CancellationToken stop) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested);

    private static async Task<Reply> Read(HttpResponseMessage answer, CancellationToken stop)
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        try
        {
            return new Reply((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return new Reply((int)answer.StatusCode, null);
        }
    }

    /// <summary>A refusal as a tool tells it: the house's own code, sentence and verdict; or that there is no house.</summary>
    public JsonObject Fault(in Reply reply)
    {
        if (reply.Code is null)
            return (JsonObject)JsonNode.Parse((reply.Status == 0
                ? ToolAnswer.Refused(Language, McpMessages.NoAnswer, null, House.ToString(), reply.Why)
                : ToolAnswer.Refused(Language, McpMessages.NotYanyun, null, House.ToString(), reply.Status)).Text)!;
        var fault = new JsonObject { ["code"] = reply.Code, ["status"] = reply.Status, ["message"] = reply.Detail };
        if (reply.Body!["verdict"] is JsonValue verdict) fault["verdict"] = (string)verdict!;
        return fault;
    }

    public void Dispose() => _http.Dispose();
}
