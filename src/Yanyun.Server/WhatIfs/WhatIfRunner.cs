using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Yanyun.Server.WhatIfs;

/// <summary>
/// Plays what-ifs in the background, some at once, each on one thread. Who has the fewest under way comes next, then who waits longest; while others
/// wait nobody keeps a thread for longer than a turn. What a fallen house, or a fallen node, has left is gone on with.
/// </summary>
public sealed partial class WhatIfRunner(Hall hall, ILogger<WhatIfRunner> log) : BackgroundService
{
    /// <summary>How long one that its node has left waits for another. Balance: some batches.</summary>
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(15);

    /// <summary>A turn while others wait. Balance: to begin again costs a fraction of a second.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(5);

    /// <summary>How often the store is asked for what others have left or entered.</summary>
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Playing> _playing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _servedAt = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _bell = new(0);
    private TaskCompletionSource _pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _othersWait;
    private long _served;

    private sealed record Playing(string Account, Task Task);

    /// <summary>At once on this node: half the processors, so that the days of games go on turning.</summary>
    public static int MostAtOnce { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    public WhatIfBook Book { get; } = new(hall.Store);
    public Question Question { get; } = new(hall);

    /// <summary>Says that there is something new to play.</summary>
    public void Ring() => _bell.Release();

    /// <summary>Done when any of them has changed on this node after it was asked for.</summary>
    public Task Changed => Volatile.Read(ref _pulse).Task;

    /// <summary>Says that one of them stands otherwise than it did.</summary>
    public void Tell() => Interlocked.Exchange(ref _pulse, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Round(stop);
                await _bell.WaitAsync(s_round, stop);
            }
            catch (StoreException fault)
            {
                LogStore(log, fault);
                await Task.WhenAny(Task.Delay(s_round, stop));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        await Task.WhenAll(_playing.Values.Select(one => one.Task));
    }

    /// <summary>Fills the free places.</summary>
    private async Task Round(CancellationToken stop)
    {
        var waiting = (await Book.Unfinished()).Where(one => !_playing.ContainsKey(one.Id)).ToList();
        while (_playing.Count < MostAtOnce && waiting.Count > 0)
        {
            var next = waiting.OrderBy(one => _playing.Values.Count(other => other.Account == one.Account)).ThenBy(one => _servedAt.GetValueOrDefault(one.Id)).First();
            waiting.Remove(next);
            if (!await Book.Hold(next.Id, s_lease)) continue;
            _servedAt[next.Id] = ++_served;
            Begin(next.Id, next.Account, stop);
        }
        _othersWait = waiting.Count > 0;
        foreach (var id in _servedAt.Keys.Except(waiting.Select(one => one.Id)).Where(id => !_playing.ContainsKey(id)).ToList()) _servedAt.Remove(id);
    }

    private void Begin(string id, string account, CancellationToken stop)
    {
        var began = hall.Time.GetTimestamp();
        var player = new WhatIfPlayer(Book, Question, hall.Time, s_lease, Tell);
        var task = Task.Factory.StartNew(() =>
        {
            try
            {
                player.Play(id, () => _othersWait && hall.Time.GetElapsedTime(began) > s_turn, stop).GetAwaiter().GetResult();
            }
            catch (StoreException fault)
            {
                LogStore(log, fault); // gone on with from the last batch that was kept
            }
            catch (Exception fault)
            {
                LogFailed(log, fault, id);
                Bury(id);
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _playing[id] = new Playing(account, task);
        _ = task.ContinueWith(_ =>
        {
            _playing.TryRemove(id, out Playing? _);
            Ring();
        }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>What broke the program is not tried for ever.</summary>
    private void Bury(string id)
    {
        try
        {
            if (Book.Find(id).GetAwaiter().GetResult() is { } one && !Standing.IsOver(one.Standing))
                Book.Keep(one, one with { Standing = Standing.Failed, Version = one.Version + 1, Why = Reason.Of(new Refusal(500, HallMessages.Fault, [id])) }).GetAwaiter().GetResult();
        }
        catch (StoreException fault)
        {
            LogStore(log, fault);
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    [LoggerMessage(20, LogLevel.Error, "what-ifs: the store does not answer")]
    private static partial void LogStore(ILogger log, Exception fault);

    [LoggerMessage(21, LogLevel.Error, "what-if {Id}: a fault")]
    private static partial void LogFailed(ILogger log, Exception fault, string id);
}
