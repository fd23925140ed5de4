using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>What can be done to an order of the past.</summary>
public enum ChangeKind
{
    /// <summary>It is not given.</summary>
    Drop,
    /// <summary>It is given some days later.</summary>
    Delay,
    /// <summary>Another is given in its place.</summary>
    Replace,
    /// <summary>One more is given, that nobody gave.</summary>
    Add,
}

/// <summary>A change to the first day that a fork does not share with its parent.</summary>
/// <param name="Number">Of the order among those of the day, from 1; 0 of <see cref="ChangeKind.Add"/>.</param>
/// <param name="Days">Of <see cref="ChangeKind.Delay"/>.</param>
/// <param name="Order">Of <see cref="ChangeKind.Replace"/> and <see cref="ChangeKind.Add"/>.</param>
public sealed record Change(ChangeKind Kind, int Number, int Days = 0, Order Order = default)
{
    /// <summary>Changes of one fork at most. Balance: more than anybody follows.</summary>
    public const int Most = 12;

    /// <summary>Days of a delay at most. Balance: a letter from one end of the country to the other and back.</summary>
    public const int MostDays = 60;
}

/// <summary>Plays the first day of a fork, and those of its delays.</summary>
internal static class Changes
{
    /// <summary>The day as the parent had it, but for the changes; then the minds' days until the last order that was put off is on its way.</summary>
    /// <param name="past">The parent's day.</param>
    /// <param name="dice">Of the days after it; null: as they were.</param>
    public static Refusal? Play(Draft draft, DayBody past, IReadOnlyList<Change> changes, ulong? dice)
    {
        var byMinds = past.ByMinds;
        var late = new List<(int On, Order Order)>();
        for (var c = 0; c < changes.Count; c++)
        {
            var change = changes[c];
            if (change.Kind != ChangeKind.Add && (change.Number < 1 || change.Number > past.Orders.Length || FateRule.Owns(past.Orders[change.Number - 1].Kind)
                || changes.Take(c).Any(other => other.Number == change.Number)))
                return Refusal.Unfit(HallMessages.BadChange, c + 1, new Bilingual($"no order {change.Number} is left to change", $"無第 {change.Number} 號命令可改"));
            if (change.Kind == ChangeKind.Delay) late.Add((draft.State.Today + 1 + change.Days, past.Orders[change.Number - 1]));
        }
        List<Order?> changed = [.. past.Orders.Select(order => (Order?)order)];
        foreach (var change in changes)
            if (change.Kind != ChangeKind.Add) changed[change.Number - 1] = change.Kind == ChangeKind.Replace ? change.Order : null;
        byMinds -= changed.Take(past.ByMinds).Count(order => order is null);
        changed.AddRange(changes.Where(change => change.Kind == ChangeKind.Add).Select(change => (Order?)change.Order));
        if (draft.Play([.. changed.OfType<Order>()], byMinds, [.. changes.Where(change => change.Order.Kind != OrderKind.None).Select(change => change.Order)]) is { } refused) return refused;
        if (dice is { } seed) Founding.Part(draft, seed);
        while (late.Count > 0)
        {
            foreach (var (_, order) in late.Where(one => one.On == draft.State.Today + 1))
                draft.Add(EntryKind.Given, order.Seat, DayBody.PackGiven(draft.State.GivenBy(order.Seat) + 1, order));
            late.RemoveAll(one => one.On == draft.State.Today + 1);
            if (draft.State.Today >= draft.State.Days) break;
            draft.PlayOn();
        }
        return null;
    }
}
