using System.Globalization;

namespace Yanyun.Server.Store;

/// <summary>Copies of an open house's file: one in so much time, and one whenever it is asked for.</summary>
/// <param name="folder">Where they are put, each under the time at which it was begun; none is ever taken away.</param>
/// <param name="said">Told the path of each that is whole, or why there is none.</param>
public sealed class Backups(SqliteStore store, string folder, TimeProvider time, Action<string?, string?> said)
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Makes one now, after the one that is under way.</summary>
    public async Task Make()
    {
        await _turn.WaitAsync();
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"games-{time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.sqlite");
            await store.BackUp(path);
            said(path, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            said(null, fault.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Makes one in so much time until it is told to stop.</summary>
    public async Task Keep(TimeSpan every, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) await Make();
        }
        catch (OperationCanceledException)
        {
            // Closing time.
        }
    }
}
