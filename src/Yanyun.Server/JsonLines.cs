using System.Text.Json;
using Microsoft.Extensions.Logging;
using Yanyun.Server.Views;

namespace Yanyun.Server;

/// <summary>Writes the log as JSON, an object a line: time, level, source, event, message, its parts, the fault. No secret reaches it: tokens are in no path but that of an invitation, which is not logged.</summary>
public sealed class JsonLines(TextWriter to, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose() => to.Flush();

    private sealed class Category(JsonLines lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Write(name, logLevel, eventId, formatter(state, exception), state as IEnumerable<KeyValuePair<string, object?>>, exception);
    }

    private void Write(string source, LogLevel level, EventId id, string message, IEnumerable<KeyValuePair<string, object?>>? parts, Exception? fault)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Page.Plain))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", level.ToString());
            json.WriteString("source", source);
            json.WriteNumber("event", id.Id);
            json.WriteString("message", message);
            foreach (var (key, value) in parts ?? [])
                if (key != "{OriginalFormat}") json.WriteString(key, value?.ToString());
            if (fault is not null) json.WriteString("fault", fault.ToString());
            json.WriteEndObject();
        }
        lock (_writing)
        {
            to.WriteLine(System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
            to.Flush();
        }
    }
}
