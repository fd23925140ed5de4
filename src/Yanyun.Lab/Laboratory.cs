using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Yanyun.Chronicle.Experiments;
using Yanyun.Deciders;

namespace Yanyun.Lab;

/// <summary>How an experiment is carried out. Nothing here changes a result.</summary>
/// <param name="Threads">Players at once; each has worlds of its own.</param>
/// <param name="Pairs">Most pairs; null: what the experiment says.</param>
/// <param name="Casting">Casts the minds of each run; null: the minds the experiment names.</param>
/// <param name="Progress">Told now and then, on the caller's thread.</param>
/// <param name="Added">Told each batch when it is in the store, before the progress, on the caller's thread.</param>
public sealed record LabOptions(
    int Threads, int? Pairs = null, Func<Cast>? Casting = null, Action<LabProgress>? Progress = null, Action<Batch>? Added = null);

/// <param name="Done">Pairs in the store.</param>
/// <param name="Target">Pairs at the next look.</param>
/// <param name="Cap">Most pairs.</param>
/// <param name="Last">The last look; null before the first.</param>
public readonly record struct LabProgress(int Done, int Target, int Cap, Look? Last);

/// <summary>What an experiment came to.</summary>
/// <param name="Pairs">Pairs that the figures rest on, failed ones included.</param>
/// <param name="Effects">By outcome, then by horizon; null where fewer than two pairs came to their end.</param>
/// <param name="Finished">False when it was stopped by the caller: more can be played.</param>
/// <param name="Untouched">Pairs in which the change met nothing to change.</param>
/// <param name="Seconds">Time spent playing, over all sessions.</param>
public sealed record LabResult(
    Experiment Experiment, int Pairs, long Failed, long Untouched, IReadOnlyList<Effect?> Effects, Verdict Verdict, IReadOnlyList<Look> Looks, string Digest,
    bool Finished, double Seconds)
{
    public Effect? EffectOn(int outcome, int horizon) => Effects[outcome * Experiment.Horizons.Count + horizon];
    public Effect? Primary => EffectOn(Experiment.Primary, Experiment.PrimaryHorizon);
}

/// <summary>
/// Carries out experiments: plays pairs in batches on all the threads it is given, puts each batch into the store, looks at 64 x 2^k
/// pairs whether
/// the interval of the primary effect is narrow enough, and stops by that alone.
/// </summary>
public static class Laboratory
{
    /// <summary>Pairs at the first look. Balance: fewer say little about a spread.</summary>
    public const int FirstLook = 64;

    /// <summary>Seconds of work in a batch: what a kill can lose, against what a commit costs.</summary>
    private const double BatchSeconds = 2;
    private const int LargestBatch = 4096;

    /// <summary>Plays an experiment to its end, or goes on with one that was begun.</summary>
    public static LabResult Run(Experiment experiment, PairStore store, LabOptions options, CancellationToken stop = default)
    {
        var cap = options.Pairs ?? experiment.Pairs;
        var players = new PairPlayer?[Math.Max(1, options.Threads)];
        var clock = Stopwatch.StartNew();
        var before = Seconds(store);
        var rate = 0.0;
        Look? last = null;
        for (long next = FirstLook; ; next *= 2)
        {
            var target = (int)Math.Min(next, cap);
            var batches = Cut(store.Missing(target), players.Length, rate);
            if (batches.Count > 0)
            {
                var played = Play(experiment, store, options, players, batches, new LabProgress(0, target, cap, last), stop);
                if (played.Seconds > 0) rate = played.Pairs / played.Seconds;
                store.SetMeta("seconds", (before + clock.Elapsed.TotalSeconds).ToString("R", CultureInfo.InvariantCulture));
            }
            if (store.Missing(target) is [var gap, ..]) return ResultOf(experiment, store, gap.First, finished: false);
            last = LookAt(experiment, store, target, cap);
            store.AddLook(last);
            if (last.Stop != Stop.GoesOn) return ResultOf(experiment, store, target, finished: true);
        }
    }

    /// <summary>The result of what is in the store, without playing on.</summary>
    public static LabResult Report(Experiment experiment, PairStore store)
    {
        var looks = store.Looks();
        var finished = looks.Count > 0 && looks[^1].Stop != Stop.GoesOn;
        var missing = store.Missing(int.MaxValue);
        return ResultOf(experiment, store, finished ? looks[^1].Pairs : missing[0].First, finished);
    }

    private static double Seconds(PairStore store) => double.Parse(store.Meta("seconds") ?? "0", CultureInfo.InvariantCulture);

    private static LabResult ResultOf(Experiment experiment, PairStore store, int pairs, bool finished)
    {
        var effects = new List<Effect?>();
        for (var o = 0; o < experiment.Outcomes.Count; o++)
            for (var h = 0; h < experiment.Horizons.Count; h++) effects.Add(store.EffectOn(o, h, pairs));
        var count = store.Count(pairs);
        var primary = effects[experiment.Primary * experiment.Horizons.Count + experiment.PrimaryHorizon];
        return new LabResult(
            experiment, pairs, count.Failed, count.Untouched, effects, Verdict.Of(experiment, primary), [.. store.Looks().Where(look => look.Pairs <= pairs)],
            store.Digest(pairs), finished, Seconds(store));
    }

    /// <summary>A look stops when the interval is as narrow as was asked, or nothing is left to play; never by where the interval
    /// lies.</summary>
    private static Look LookAt(Experiment experiment, PairStore store, int pairs, int cap)
    {
        var effect = store.EffectOn(experiment.Primary, experiment.PrimaryHorizon, pairs);
        // When no pair has differed yet, the spread of a number is unknown and not nothing.
        var known = effect is not null && (effect.Same < 1 || experiment.Outcomes[experiment.Primary].IsShare);
        var halfWidth = known ? effect!.Around.HalfWidth : (double?)null;
        return new Look(pairs, effect?.Mean, halfWidth, halfWidth <= experiment.HalfWidth ? Stop.Width : pairs >= cap ? Stop.Cap : Stop.GoesOn);
    }

    /// <summary>Cuts what is missing into batches of about <see cref="BatchSeconds"/>, small enough that all players have work to the
    /// end.</summary>
    /// <param name="rate">Pairs a second over all players; 0: not known yet.</param>
    private static List<(int First, int End)> Cut(List<(int First, int End)> missing, int players, double rate)
    {
        var pairs = missing.Sum(range => range.End - range.First);
        var size = rate > 0 ? (int)Math.Clamp(rate / players * BatchSeconds, 1, LargestBatch) : FirstLook / 8;
        size = Math.Max(1, Math.Min(size, pairs / (players * 4)));
        var batches = new List<(int, int)>();
        foreach (var (first, end) in missing)
            for (var at = first; at < end; at += size) batches.Add((at, Math.Min(end, at + size)));
        return batches;
    }

    private static (int Pairs, double Seconds) Play(
        Experiment experiment, PairStore store, LabOptions options, PairPlayer?[] players, List<(int First, int End)> batches, LabProgress progress,
        CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var done = new BlockingCollection<Batch>(players.Length * 2);
        var next = -1;
        Exception? fault = null;
        var threads = new Thread[players.Length];
        var working = threads.Length;
        for (var t = 0; t < threads.Length; t++)
        {
            var own = t;
            threads[t] = new Thread(() =>
            {
                try
                {
                    var player = players[own] ??= new PairPlayer(experiment, options.Casting);
                    for (int b; !broken.IsCancellationRequested && (b = Interlocked.Increment(ref next)) < batches.Count;)
                        if (PlayBatch(player, batches[b].First, batches[b].End, broken.Token) is { Pairs.Count: > 0 } batch) done.Add(batch);
                }
                catch (Exception e)
                {
                    Interlocked.CompareExchange(ref fault, e, null);
                    broken.Cancel();
                }
                finally
                {
                    if (Interlocked.Decrement(ref working) == 0) done.CompleteAdding();
                }
            }) { IsBackground = true, Name = $"pairs {t + 1}" };
            threads[t].Start();
        }
        var pairs = 0;
        var held = progress.Target - batches.Sum(batch => batch.End - batch.First);
        try
        {
            foreach (var batch in done.GetConsumingEnumerable())
            {
                store.Add(batch);
                options.Added?.Invoke(batch);
                pairs += batch.Pairs.Count;
                options.Progress?.Invoke(progress with { Done = held + pairs });
            }
        }
        finally
        {
            // When the store fails, nobody is to wait for room in a queue that is no longer read.
            broken.Cancel();
            while (Volatile.Read(ref working) > 0) done.TryTake(out _, 50);
            foreach (var thread in threads) thread.Join();
        }
        return fault switch
        {
            null => (pairs, clock.Elapsed.TotalSeconds),
            StaleRecordException => throw fault,
            _ => throw new InvalidOperationException(fault.Message, fault),
        };
    }

    private static Batch PlayBatch(PairPlayer player, int first, int end, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var pairs = new List<PairResult>(end - first);
        for (var run = first; run < end && !stop.IsCancellationRequested; run++) pairs.Add(player.Play(run));
        return new Batch(first, pairs, clock.ElapsedMilliseconds);
    }
}
