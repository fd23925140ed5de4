using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>Makes games of their logs.</summary>
public sealed class Waker(IGameStore store, Shelf shelf)
{
    /// <summary>The game as it stands, from the highest sound rung and the entries above it. A log that is damaged, or runs differently, is set apart.</summary>
    public async Task<(GameState? State, Refusal? Why)> Wake(GameRow row)
    {
        if (row.Fault is not null) return (null, Refusal.Conflict(HallMessages.Quarantined, row.Fault));
        var (state, why, fault) = await AsOf(row, int.MaxValue, row.Version);
        if (fault) await store.Quarantine(row.Head.Id, why!.In(Chronicle.Language.English));
        return (state, why);
    }

    /// <summary>The game as it stood at an entry, for those who look back.</summary>
    /// <param name="day">A day at or before that entry, to begin with its rung.</param>
    public async Task<(GameState? State, Refusal? Why, bool Fault)> AsOf(GameRow row, int day, long number)
    {
        var (ground, missing) = GroundOf(row.Head);
        if (ground is null) return (null, missing, false);
        var state = await FromRung(row, ground, day, number) ?? new GameState(row.Head, ground);
        foreach (var entry in await store.Read(row.Head.Id, state.Version, number))
        {
            if (!entry.Follows(state.Version, state.Sum)) return (null, Refusal.Conflict(HallMessages.Damaged, state.Version + 1, state.World.Today), true);
            if (!Applied(state, entry)) return (null, Refusal.Conflict(HallMessages.RunsDifferently, entry.Day), true);
        }
        return state.Version == number ? (state, null, false)
            : (null, Refusal.Conflict(HallMessages.Damaged, state.Version + 1, state.World.Today), true);
    }

    /// <summary>A body that cannot be read is damage too, whatever its sum says.</summary>
    private static bool Applied(GameState state, Entry entry)
    {
        try
        {
            return state.Apply(entry);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or IOException or OverflowException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<GameState?> FromRung(GameRow row, Ground ground, int day, long number)
    {
        var below = day;
        while (below > 0)
        {
            if (await store.RungAt(row.Head.Id, below) is not { } rung) return null;
            if (rung.Number <= number && Rungs.Climb(rung, row.Head, ground) is { } state) return state;
            below = rung.Day - 1;
        }
        return null;
    }

    /// <summary>The scenario of a game, if it is the one that the game is pinned to.</summary>
    public (Ground? Ground, Refusal? Why) GroundOf(GameHead head)
    {
        if (head.Rules != RulesVersion.Current) return (null, Refusal.Conflict(HallMessages.OtherRules, head.Rules, RulesVersion.Current));
        var problems = new Problems();
        if (shelf.Take(head.Scenario, head.Sets, problems) is not { } ground) return (null, Refusal.Conflict(HallMessages.BadSet, Refusal.Said(problems)));
        return ground.Scenario.Hash == head.ScenarioHash ? (ground, null)
            : (null, Refusal.Conflict(HallMessages.OtherScenario, head.Scenario, RecordLine.Hex(head.ScenarioHash), RecordLine.Hex(ground.Scenario.Hash)));
    }
}
