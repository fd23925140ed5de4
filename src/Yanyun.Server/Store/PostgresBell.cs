using System.Globalization;
using Npgsql;

namespace Yanyun.Server.Store;

/// <summary>
/// How nodes that share a database hear of each other: one connection that listens. When it breaks it is made again, and then everything may have
/// changed meanwhile.
/// </summary>
internal sealed class PostgresBell(NpgsqlDataSource source) : IAsyncDisposable
{
    public const string Channel = "yanyun";

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    /// <summary>This node, as no other is called.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Another node wrote to a game; null: any of them may have been written to.</summary>
    public event Action<string?>? Changed;

    /// <summary>Another node has heard of who holds a seat.</summary>
    public event Action<string, byte>? Seen;

    public string SayChanged(string game) => $"{Node} changed {game}";
    public string SaySeen(string game, byte seat) => string.Create(CultureInfo.InvariantCulture, $"{Node} seen {game} {seat}");

    /// <summary>Listens from when this is done.</summary>
    public async Task Begin()
    {
        var connection = await Open();
        _listening = Task.Run(() => Listen(connection));
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = await source.OpenConnectionAsync(_stop.Token);
        try
        {
            connection.Notification += (_, said) => Hear(said.Payload);
            await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
            await listen.ExecuteNonQueryAsync(_stop.Token);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task Listen(NpgsqlConnection? connection)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (connection is null)
                {
                    connection = await Open();
                    Changed?.Invoke(null);
                }
                while (true) await connection.WaitAsync(_stop.Token);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException or OperationCanceledException)
            {
                if (connection is not null) await connection.DisposeAsync();
                connection = null;
                await Task.WhenAny(Task.Delay(s_again, _stop.Token)); // its end is seen at the top
            }
        }
        if (connection is not null) await connection.DisposeAsync();
    }

    private void Hear(string said)
    {
        var words = said.Split(' ');
        if (words.Length < 3 || words[0] == Node) return;
        if (words[1] == "changed") Changed?.Invoke(words[2]);
        else if (words[1] == "seen" && words.Length == 4 && byte.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seat)) Seen?.Invoke(words[2], seat);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _stop.Dispose();
    }
}
