namespace Yanyun.Engine;

/// <summary>
/// One thing an entry does: an order as an intention, to one force, to several, or to a seat. Paths and days are the commanders'.
/// </summary>
/// <param name="First">First of the forces told, in the script's pool; <paramref name="Count"/> follow one another. None for orders to a seat.</param>
/// <param name="Leader">The force that gets the task while the others follow it; none: each gets the task for itself.</param>
/// <param name="Task">Of <see cref="Rules.Direct"/>.</param>
/// <param name="Days">Days of grain to keep (Take) or of grace (Escort).</param>
/// <param name="Polity">Of <see cref="Rules.Renounce"/>.</param>
/// <param name="Strings">Of <see cref="Rules.Entice"/> and <see cref="Rules.Tempt"/>; the enemy force of the first is <paramref name="Leader"/>.</param>
/// <param name="Silver">Of <see cref="Rules.Propose"/>, as <paramref name="Silk"/>; a paper accepted is taken as it was put.</param>
public readonly record struct Act(
    OrderKind Kind, short First = 0, short Count = 0, ForceId Leader = default, PlaceId Place = default, SeatId Seat = default,
    PolityId Polity = default, TaskKind Task = default, Authority Powers = default, Stance Stance = default, Pace Pace = default, byte Days = 0,
    PersonId Person = default, TreatyId Treaty = default, ushort Silver = 0, ushort Silk = 0, Counsel Counsel = default,
    int Strings = 0);

/// <summary>
/// A dated decision of history: who took it, in what window, given what he knew, and what he ordered. Days are counted from the
/// scenario's first day. Reasons, citations and the live alternative are kept by the Chronicle under the same key.
/// </summary>
/// <param name="On">The day history took it.</param>
/// <param name="From">First day it may fire.</param>
/// <param name="To">Last day it may fire.</param>
/// <param name="Given">First node of its condition.</param>
/// <param name="Do">First of its acts; <paramref name="DoCount"/> follow one another.</param>
/// <param name="Otherwise">First act when the window closes without it; with a count of 0 the seat passes to its other mind.</param>
/// <param name="AimTask">With <paramref name="AimPlace"/>, what the seat is after from then on: the aim it hands to its other mind.</param>
public readonly record struct ScriptEntry(
    ulong Key, SeatId Seat, ushort On, ushort From, ushort To, short Given, short Do, short DoCount, short Otherwise, short OtherwiseCount,
    TaskKind AimTask, PlaceId AimPlace);

/// <summary>The decisions of history for a bookmark, in flat tables. Immutable, shared by all runs.</summary>
public sealed class Script
{
    private readonly short[] _firstOf;

    /// <summary>Days after its day from which a fired entry counts as late. Balance: the annals' own doubt about days.</summary>
    public const int LateAfterDays = 5;

    /// <param name="entries">Row 0 empty; the rest in any order.</param>
    /// <param name="conditions">Row 0 is <see cref="ConditionKind.Always"/>.</param>
    public Script(ScriptEntry[] entries, Condition[] conditions, Act[] acts, ForceId[] forces, int seats)
    {
        Entries = entries;
        Conditions = conditions;
        Acts = acts;
        Forces = forces;
        (BySeat, _firstOf) = Sort(entries, seats);
    }

    /// <summary>Row 0 empty.</summary>
    public ScriptEntry[] Entries { get; }
    public Condition[] Conditions { get; }
    public Act[] Acts { get; }
    /// <summary>Pool that conditions and acts point into.</summary>
    public ForceId[] Forces { get; }
    private short[] BySeat { get; }

    public ReadOnlySpan<ForceId> ForcesOf(in Condition c) => Forces.AsSpan(c.First, c.Count);
    public ReadOnlySpan<ForceId> ForcesOf(in Act a) => Forces.AsSpan(a.First, a.Count);

    /// <summary>Entries of a seat by first day of their windows.</summary>
    public ReadOnlySpan<short> Of(SeatId seat) => BySeat.AsSpan(_firstOf[seat.Value], _firstOf[seat.Value + 1] - _firstOf[seat.Value]);

    private static (short[] Sorted, short[] FirstOf) Sort(ScriptEntry[] entries, int seats)
    {
        var sorted = new short[entries.Length - 1];
        for (short e = 1; e < entries.Length; e++)
        {
            var i = e - 1;
            for (; i > 0 && Before(entries[e], entries[sorted[i - 1]]); i--) sorted[i] = sorted[i - 1];
            sorted[i] = e;
        }
        var first = new short[seats + 1];
        for (short i = 0, s = 0; s <= seats; s++)
        {
            while (i < sorted.Length && entries[sorted[i]].Seat.Value < s) i++;
            first[s] = i;
        }
        return (sorted, first);
    }

    // Windows that open on one day keep the order of the file: an entry may rest on the one above it.
    private static bool Before(in ScriptEntry a, in ScriptEntry b) =>
        a.Seat.Value != b.Seat.Value ? a.Seat.Value < b.Seat.Value : a.From < b.From;
}
