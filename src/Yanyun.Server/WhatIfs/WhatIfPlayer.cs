using Yanyun.Chronicle.Experiments;
using Yanyun.Lab;
using Yanyun.Server.Games;

namespace Yanyun.Server.WhatIfs;

/// <summary>Plays one what-if on the thread it is called on, as far as its turn goes.</summary>
/// <param name="lease">After this another node may take it.</param>
/// <param name="changed">Told whenever it stands otherwise.</param>
internal sealed class WhatIfPlayer(WhatIfBook book, Question question, TimeProvider time, TimeSpan lease, Action changed)
{
    private WhatIf _now = null!;
    private long _heldAt;

    /// <summary>Plays until it is over, or its turn is.</summary>
    /// <param name="turnIsOver">Asked after each batch.</param>
    /// <param name="stop">The house closes.</param>
    public async Task Play(string id, Func<bool> turnIsOver, CancellationToken stop)
    {
        _heldAt = time.GetTimestamp();
        if (await book.Find(id) is not { } asked || Standing.IsOver(asked.Standing))
        {
            await book.Close(id);
            return;
        }
        _now = asked;
        var (experiment, why) = await question.Read(asked);
        if (experiment is null)
        {
            await Fail(why!);
            return;
        }
        if (asked.Build != LabFolder.Build)
        {
            // What another program has played is no part of what this one plays.
            await book.Forget(id);
            if (!await Keep(_now with { Build = LabFolder.Build, Done = 0, Figures = null })) return;
        }
        if (!await Keep(_now with { Standing = Standing.Running })) return;
        await Run(experiment, turnIsOver, stop);
    }

    private async Task Run(Experiment experiment, Func<bool> turnIsOver, CancellationToken stop)
    {
        using var store = PairStore.InMemory(experiment);
        foreach (var batch in await book.Batches(_now.Id)) store.Add(batch);
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var lost = false;
        LabResult result;
        try
        {
            // The laboratory calls back on this thread, which is its own: to wait for the store here keeps nobody.
            result = Laboratory.Run(experiment, store, new LabOptions(1, Added: batch =>
            {
                book.Add(_now.Id, batch).GetAwaiter().GetResult();
                if (!lost) lost = !Tell(experiment, store);
                if (lost || turnIsOver()) pause.Cancel();
            }), pause.Token);
        }
        catch (StaleRecordException stale)
        {
            await Fail(Refusal.Conflict(HallMessages.RunsDifferently, stale.Day.ToString()));
            return;
        }
        if (lost)
        {
            // It was stopped or taken away while the last batch was played.
            if (await book.Find(_now.Id) is not { } other || Standing.IsOver(other.Standing)) await book.Forget(_now.Id);
            return;
        }
        var done = result.Pairs;
        await Keep(_now with
        {
            Standing = result.Finished ? Standing.Done : Standing.Waiting, Done = done, Figures = FiguresOf.Of(experiment, store, done, result.Finished),
        });
    }

    /// <summary>Says how far it is. False when somebody stopped it, or another node has it.</summary>
    private bool Tell(Experiment experiment, PairStore store)
    {
        var done = store.Missing(int.MaxValue)[0].First;
        if (!Keep(_now with { Done = done, Figures = FiguresOf.Of(experiment, store, done, ended: false) }).GetAwaiter().GetResult()) return false;
        if (time.GetElapsedTime(_heldAt) < lease / 3) return true;
        _heldAt = time.GetTimestamp();
        return book.Hold(_now.Id, lease).GetAwaiter().GetResult();
    }

    private Task<bool> Fail(Refusal why) => Keep(_now with { Standing = Standing.Failed, Why = Reason.Of(why) });

    private async Task<bool> Keep(WhatIf next)
    {
        next = next with { Version = _now.Version + 1 };
        if (!await book.Keep(_now, next)) return false;
        _now = next;
        changed();
        return true;
    }
}
