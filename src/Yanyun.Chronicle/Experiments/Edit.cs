using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Settings;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Experiments;

/// <summary>What can be done to a run. The words of a file.</summary>
public enum EditKind
{
    /// <summary>Orders that match are never given.</summary>
    Drop,
    /// <summary>They are given so many days later.</summary>
    Delay,
    /// <summary>Another order is given in the place of each.</summary>
    Replace,
    /// <summary>An order is given that nobody thought of.</summary>
    Inject,
    /// <summary>A fact is made another.</summary>
    Set,
    /// <summary>A rule is not in force.</summary>
    Off,
}

/// <summary>One change to a run, on the days from <paramref name="From"/> to <paramref name="Until"/>, both included, counted from the
/// scenario's first day.</summary>
/// <param name="Text">The whole of it in words, the same for the same change: what is hashed and reported.</param>
/// <param name="Actor">Seat whose orders it is about; none: every seat's.</param>
/// <param name="Match">Orders it is about; null where it is about none.</param>
/// <param name="Order">Given by <see cref="EditKind.Replace"/> and <see cref="EditKind.Inject"/>; its seat is the actor, or of a
/// replacement the one who would have given the first.</param>
/// <param name="Days">Of <see cref="EditKind.Delay"/>.</param>
/// <param name="Times">Of <see cref="EditKind.Inject"/>: how often it is said on its day.</param>
/// <param name="Setting">Of <see cref="EditKind.Set"/>; From 0 is the scenario's first day, already done to the scenario.</param>
/// <param name="Rule">Of <see cref="EditKind.Off"/>.</param>
public sealed record Edit(
    EditKind Kind, string Text, int From, int Until, SeatId Actor = default, OrderPattern? Match = null, Order Order = default, int Days = 0, int Times = 1,
    Setting? Setting = null, RuleSwitch Rule = RuleSwitch.None)
{
    /// <summary>It is about what seats order.</summary>
    public bool IsOfOrders => Kind is not (EditKind.Set or EditKind.Off);

    public bool IsOpen(int day) => day >= From && day <= Until;
}
