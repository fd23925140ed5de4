using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Yanyun.Cli.Mcp;

/// <summary>An event of a seat's stream.</summary>
/// <param name="Id">By which the stream is resumed.</param>
/// <param name="Kind">day, given, undone, seated, clock, ready, ended; view: the whole page.</param>
/// <param name="Data">What changed in the view, as a merge patch, and what was turned away.</param>
public sealed record SeatEvent(string Id, string Kind, JsonNode? Data);

/// <summary>
/// Reads a seat's stream all the while, so that the seat counts as held, and keeps what it tells until it is asked for. A stream that is cut is taken
/// up again by the last id: nothing is lost, nothing comes twice.
/// </summary>
public sealed class SeatStream(HouseClient house, string path, TextWriter log) : IAsyncDisposable
{
    /// <summary>Events that wait to be asked for at most; then the stream is read no further, and taken up again later.</summary>
    private const int MostWaiting = 256;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly Channel<SeatEvent> _events = Channel.CreateBounded<SeatEvent>(new BoundedChannelOptions(MostWaiting) { SingleWriter = true });
    private readonly CancellationTokenSource _closed = new();
    private Task _reading = Task.CompletedTask;
    private string? _last;
    private Reply? _fault;

    /// <summary>Id of the last event handed out, or of the view that the stream began with.</summary>
    public string? Told { get; private set; }

    /// <summary>Opens the stream after an event, or, without one, where the game stands now; the refusal when it is not to be had.</summary>
    public async Task<Reply?> Begin(string? after, CancellationToken stop)
    {
        var (answer, reply) = await house.Open(path, after, stop);
        if (answer is null) return reply;
        var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
        _last = after;
        if (after is null)
        {
            if (await Next(lines, stop) is not { } view)
            {
                answer.Dispose();
                return new Reply(0, null, "the stream ended");
            }
            _last = view.Id;
        }
        (Told, _fault) = (_last, null);
        _reading = Task.Run(() => ReadAll(answer, lines), CancellationToken.None);
        return null;
    }

    /// <summary>
    /// The events that wait, or the next ones within a time. With a kind, waits until one of that kind is among them.
    /// </summary>
    public async Task<(IReadOnlyList<SeatEvent> Events, Reply? Why)> Take(TimeSpan patience, string? until, int most, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(patience);
        var events = new List<SeatEvent>();
        try
        {
            while (true)
            {
                while (events.Count < most && _events.Reader.TryRead(out var one))
                {
                    events.Add(one);
                    Told = one.Id;
                }
                if (events.Count >= most || (until is null ? events.Count > 0 : events.Exists(one => one.Kind == until))) return (events, null);
                if (!await _events.Reader.WaitToReadAsync(late.Token)) return (events, _fault);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (events, null);
        }
    }

    private async Task ReadAll(HttpResponseMessage? answer, StreamReader? lines)
    {
        var stop = _closed.Token;
        try
        {
            while (true)
            {
                using (answer)
                    await ReadOne(lines!, stop);
                for (answer = null; answer is null;)
                {
                    await Task.Delay(s_pause, stop);
                    (answer, var reply) = await house.Open(path, _last, stop);
                    if (answer is not null || reply.Status is 0 or 429 or >= 500) continue;
                    // Asking again will not help: the token is revoked, the game is gone.
                    _fault = reply;
                    log.WriteLine($"mcp: the stream is refused: {reply.Code} {reply.Detail}");
                    return;
                }
                lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
                log.WriteLine($"mcp: the stream goes on after event {_last}");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Closed by us.
        }
        finally
        {
            answer?.Dispose();
            _events.Writer.TryComplete();
        }
    }

    private async Task ReadOne(StreamReader lines, CancellationToken stop)
    {
        try
        {
            while (await Next(lines, stop) is { } one)
            {
                await _events.Writer.WriteAsync(one, stop);
                _last = one.Id;
            }
            log.WriteLine("mcp: the stream ended");
        }
        catch (Exception cut) when (HouseClient.IsSilence(cut, stop))
        {
            log.WriteLine($"mcp: the stream was cut: {cut.Message}");
        }
    }

    /// <summary>The next event of a body; null when it has ended.</summary>
    private static async Task<SeatEvent?> Next(StreamReader lines, CancellationToken stop)
    {
        var (id, kind, data) = ("", "message", new StringBuilder());
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line["id: ".Length..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data.Append(line, "data: ".Length, line.Length - "data: ".Length);
            else if (line.Length == 0 && data.Length > 0) return new SeatEvent(id, kind, Parse(data.ToString()));
        }
        return null;
    }

    private static JsonNode? Parse(string data)
    {
        try
        {
            return JsonNode.Parse(data);
        }
        catch (JsonException e)
        {
            throw new IOException(e.Message, e); // cut in the middle: read again
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _reading;
        _closed.Dispose();
    }
}
