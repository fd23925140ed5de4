using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Yanyun.Server;

namespace Server.Tests;

/// <summary>What an operator's collector is sent: a real house in a process of its own, and a listener that speaks OTLP over HTTP as a collector does.</summary>
public sealed class TelemetrySpec : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task A_collector_is_sent_metrics_and_traces_and_metrics_name_no_game()
    {
        using var collector = new Collector();
        string game;
        using (var house = Program.Serve(_folder.Path, new Dictionary<string, string>
        {
            [Telemetry.Endpoint] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_METRIC_EXPORT_INTERVAL"] = "500", ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        }))
        {
            using var me = new Caller(house.Address);
            await me.Post("/api/guests", null, HttpStatusCode.Created);
            game = await me.Game(clock: new { mode = "speed", speed = 5 });
            await using var stream = await Listener.Open(me, $"/api/games/{game}/stream");
            await stream.Take(3);
            await Patience.Until(() => collector.Has("/v1/traces", "turn"), "no trace was sent");
            foreach (var name in (string[])["yanyun.day.duration", "yanyun.entries", "yanyun.append.duration", "yanyun.wake.duration", "yanyun.streams", "yanyun.games.awake", "http.server.request.duration"])
                await Patience.Until(() => collector.Has("/v1/metrics", name), $"{name} was not sent");
        }
        Assert.False(collector.Has("/v1/metrics", game), "metrics name games");
    }

    [Fact]
    public async Task Without_a_collector_named_nothing_is_sent()
    {
        using var collector = new Collector();
        using var house = Program.Serve(_folder.Path, new Dictionary<string, string> { [Telemetry.Endpoint] = "", ["OTEL_METRIC_EXPORT_INTERVAL"] = "100" });
        using var me = new Caller(house.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        await Task.Delay(500);
        Assert.Equal("", collector.Paths);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener;
        private readonly ConcurrentQueue<(string Path, byte[] Body)> _got = new();

        public Collector()
        {
            // Somebody else may have taken the port that was free a moment ago.
            for (var tries = 0; ; tries++)
            {
                using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
                {
                    free.Start();
                    Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
                }
                _listener = new HttpListener();
                _listener.Prefixes.Add(Address + "/");
                try
                {
                    _listener.Start();
                    break;
                }
                catch (Exception taken) when (taken is HttpListenerException or System.Net.Sockets.SocketException && tries < 20)
                {
                    _listener.Close();
                }
            }
            _ = Task.Run(Serve);
        }

        public string Address { get; }
        public string Paths => string.Join(' ', _got.Select(one => one.Path).Distinct());

        public bool Has(string path, string text) => _got.Any(one => one.Path == path && one.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    var call = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await call.Request.InputStream.CopyToAsync(body);
                    _got.Enqueue((call.Request.Url!.AbsolutePath, body.ToArray()));
                    call.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        public void Dispose() => _listener.Close();
    }
}
