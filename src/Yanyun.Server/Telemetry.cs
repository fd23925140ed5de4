using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Yanyun.Server.Games;

namespace Yanyun.Server;

/// <summary>What an operator can watch of a hall: its own instruments, and those of the web server. Sent by OTLP where the environment says so.</summary>
/// <remarks>
/// Names and units follow the semantic conventions of OpenTelemetry. Nothing that names a visitor or what a seat knows is ever recorded: games by
/// their id in traces, and not at all in metrics; the web server's own traces are left out, for the path of an invitation is its secret.
/// </remarks>
public sealed class Telemetry : IDisposable
{
    /// <summary>Of the meter and of the traces.</summary>
    public const string Name = "Yanyun.Hall";

    /// <summary>The variable by which OpenTelemetry is told where to send; without it nothing is sent and nothing is kept.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly ActivitySource s_traces = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _entries;
    private readonly Histogram<double> _appends, _days, _wakings;
    private readonly UpDownCounter<long> _streams;
    private readonly List<IDisposable> _senders = [];

    /// <param name="awake">Games that are awake, asked whenever it is sent.</param>
    public Telemetry(Func<int> awake)
    {
        _entries = _meter.CreateCounter<long>("yanyun.entries", "{entry}", "Entries added to the logs of games, by kind.");
        _appends = _meter.CreateHistogram<double>("yanyun.append.duration", "s", "From asking the store to append until it is durable.");
        _days = _meter.CreateHistogram<double>("yanyun.day.duration", "s", "Playing a day of a game, without the store.");
        _wakings = _meter.CreateHistogram<double>("yanyun.wake.duration", "s", "Waking a game from its log.");
        _streams = _meter.CreateUpDownCounter<long>("yanyun.streams", "{stream}", "Streams that are open.");
        _meter.CreateObservableGauge("yanyun.games.awake", awake, "{game}", "Games that are awake.");
    }

    /// <summary>Sends what is recorded from now on, if the environment names an endpoint. Every other setting is OpenTelemetry's own, by its variables.</summary>
    public void Send()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint))) return;
        var house = ResourceBuilder.CreateDefault().AddService("yanyun", serviceVersion: Engine.RulesVersion.Current.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _senders.Add(Sdk.CreateMeterProviderBuilder().SetResourceBuilder(house)
            .AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter().Build());
        _senders.Add(Sdk.CreateTracerProviderBuilder().SetResourceBuilder(house).AddSource(Name, "Npgsql").AddOtlpExporter().Build());
    }

    /// <summary>A span of something done to a game; null when nobody looks.</summary>
    public static Activity? Span(string what, string game) => s_traces.StartActivity(what)?.SetTag("yanyun.game", game);

    public void Appended(Store.EntryKind kind, int entries, TimeSpan took)
    {
        _entries.Add(entries, new KeyValuePair<string, object?>("yanyun.entry.kind", kind.ToString().ToLowerInvariant()));
        _appends.Record(took.TotalSeconds);
    }

    public void DayPlayed(TimeSpan took) => _days.Record(took.TotalSeconds);
    public void Woken(TimeSpan took) => _wakings.Record(took.TotalSeconds);
    public void StreamOpened() => _streams.Add(1);
    public void StreamClosed() => _streams.Add(-1);

    /// <summary>Sends what is left and closes.</summary>
    public void Dispose()
    {
        foreach (var sender in _senders) sender.Dispose();
        _meter.Dispose();
    }
}
