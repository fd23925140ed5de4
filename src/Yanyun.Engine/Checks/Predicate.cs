namespace Yanyun.Engine;

/// <summary>What a check may ask of a run.</summary>
public enum PredicateKind : byte
{
    All, Any, Not,
    /// <summary>At least Number of those under it hold.</summary>
    Count,
    /// <summary>Place came to Polity on a day of the window; with forces named, by one of them.</summary>
    Taken,
    /// <summary>Place was Polity's every night of the window.</summary>
    Holds,
    /// <summary>
    /// Polity beat Against within Li of Place, in the field or from a wall, with at least Number men of both sides there; with forces named, one of them led.
    /// </summary>
    Fought,
    /// <summary>One of the forces stood within Li of Place on a night of the window.</summary>
    Near,
    /// <summary>Seat believed Place to be Polity's on a night of the window.</summary>
    Believes,
    /// <summary>An edict to do Task reached Seat on a day of the window and was answered; with an Answer, so.</summary>
    Answered,
    /// <summary>At least Number edicts or letters of From reached Seat in the window.</summary>
    Letters,
    /// <summary>Word of Powers reached Seat on a day of the window.</summary>
    Granted,
    /// <summary>The forces had at least Number households with them on a night of the window.</summary>
    Escorted,
    /// <summary>In fights within Li of Place in the window, Against lost at least Number per mille of what Polity lost.</summary>
    Losses,
    /// <summary>Entry was played on a day of the window.</summary>
    Fired,
    /// <summary>At least Number bands took up arms in the window; with forces named, of them.</summary>
    Risen,
    /// <summary>The commander of one of the forces listened to a secret offer, or agreed to it, in the window.</summary>
    Treats,
    /// <summary>One of the forces went over to the enemy by a secret bargain in the window.</summary>
    Defects,
    /// <summary>Treaty Number was concluded on a day of the window.</summary>
    Concluded,
    /// <summary>Person was what Number says, a <see cref="PersonFate"/>, on a night of the window.</summary>
    Fate,
    /// <summary>By Polity, at least Number strings of silver and silk were handed over on days of the window.</summary>
    Paid,
}

/// <summary>
/// Days a predicate looks at. Relative to the day <paramref name="After"/> fired when there is one, else to the scenario's first day; both ends included.
/// </summary>
/// <param name="After">Row of the script entry that opens it; 0 for a window fixed by history.</param>
public readonly record struct Window(short After, short From, short To);

/// <summary>One node of a check; a check is a run of nodes in prefix order, as <see cref="Condition"/> is.</summary>
/// <param name="First">First of its forces in the pool; <paramref name="Count"/> follow one another.</param>
public readonly record struct Predicate(
    PredicateKind Kind, Window Window = default, ushort Size = 1, byte Children = 0, PlaceId Place = default, PolityId Polity = default,
    PolityId Against = default, SeatId Seat = default, SeatId From = default, short First = 0, short Count = 0, int Number = 0, short Li = 0,
    TaskKind Task = default, Code Answer = default, Authority Powers = default, short Entry = 0, PersonId Person = default);

/// <summary>What kind of thing a check is about.</summary>
public enum CheckKind : byte
{
    None,
    /// <summary>An act that the script plays, and that it reached those it was for.</summary>
    Decision,
    /// <summary>What came of it: never scripted.</summary>
    Outcome,
    /// <summary>Ground the model is given; told, not scored.</summary>
    Context,
}

/// <param name="Root">First node.</param>
/// <param name="Needs">First of the entries that must have fired, in the pool; <paramref name="NeedCount"/> follow one another.</param>
/// <param name="Sentences">First of the sentences it stands for, in the pool; <paramref name="SentenceCount"/> follow one another.</param>
public readonly record struct Check(ulong Key, CheckKind Kind, short Root, short Needs, short NeedCount, short Sentences, short SentenceCount);

/// <summary>The checks of a bookmark, in flat tables. Immutable, shared by all runs.</summary>
/// <param name="sentenceCount">Sentences are numbered 0 .. this - 1; their ids are kept by the Chronicle.</param>
public sealed class CheckBook(Check[] checks, Predicate[] nodes, ForceId[] forces, short[] entries, short[] sentences, int sentenceCount)
{
    /// <summary>Days either way that a date may be off when nothing wider follows from its lead. Balance: the annals' own disagreements.</summary>
    public const int LeastTolerance = 5;

    public Check[] Checks { get; } = checks;
    public Predicate[] Nodes { get; } = nodes;
    public ForceId[] Forces { get; } = forces;
    public int SentenceCount { get; } = sentenceCount;

    public ReadOnlySpan<short> NeedsOf(in Check check) => entries.AsSpan(check.Needs, check.NeedCount);
    public ReadOnlySpan<short> SentencesOf(in Check check) => sentences.AsSpan(check.Sentences, check.SentenceCount);
    public ReadOnlySpan<ForceId> ForcesOf(in Predicate p) => Forces.AsSpan(p.First, p.Count);

    /// <summary>Tolerance either way for a lead of so many days: a quarter of it, never under <see cref="LeastTolerance"/>.</summary>
    public static int Tolerance(int lead) => Whole.Max(LeastTolerance, Whole.Abs(lead) / 4);
}
