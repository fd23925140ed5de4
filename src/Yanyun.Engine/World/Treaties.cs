using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>What a clause binds a party to.</summary>
public enum ClauseKind : byte
{
    None,
    /// <summary>Gives up places: those named, or all of its own beyond the treaty's line.</summary>
    Cede,
    /// <summary>Pays silver and silk, once or every year.</summary>
    Pay,
    /// <summary>Sends persons, or the coffins of persons, home.</summary>
    Return,
    /// <summary>Keeps no fugitives of the other.</summary>
    Fugitives,
    /// <summary>Keeps no army on the border.</summary>
    Garrisons,
    /// <summary>Uses the forms of address and the rites agreed.</summary>
    Address,
    /// <summary>Leaves in post, or in peace, those who served the other.</summary>
    Amnesty,
}

/// <summary>Where a clause stands in the ledger.</summary>
public enum Standing : byte
{
    /// <summary>Of a treaty that is not in force.</summary>
    None,
    /// <summary>A duty without a day: kept as long as nobody breaks it.</summary>
    Duty,
    /// <summary>Owed on a day to come.</summary>
    Owed,
    /// <summary>Some of it was performed.</summary>
    Part,
    /// <summary>The day passed and all or some of it is still owed.</summary>
    Late,
    Performed,
    /// <summary>Not performed within the grace, or void because the treaty was renounced.</summary>
    Broken,
    /// <summary>Nothing was left to perform: the place was his already, the payment was let go in the terms.</summary>
    Waived,
}

/// <summary>A treaty, or the draft of one, between two polities of the scenario.</summary>
/// <param name="First">First of its clauses; <paramref name="Count"/> follow one another.</param>
/// <param name="Line">Row of <see cref="Scenario.Lines"/> that says whose each place is to be; 0: each keeps what he holds.</param>
public readonly record struct Treaty(ulong Key, PolityId A, PolityId B, short First, short Count, byte Line)
{
    public bool Between(PolityId a, PolityId b) => (A == a && B == b) || (A == b && B == a);
}

/// <summary>One clause of a treaty.</summary>
/// <param name="By">Who owes it.</param>
/// <param name="To">Whom it is owed to.</param>
/// <param name="Place">Place to be ceded; for a payment, where it is handed over; none with <see cref="ClauseKind.Cede"/>: all beyond the line.</param>
/// <param name="Silver">Thousands of liang.</param>
/// <param name="Silk">Thousands of bolts.</param>
/// <param name="SilverPrice">Tenths of a string a liang.</param>
/// <param name="SilkPrice">Tenths of a string a bolt.</param>
/// <param name="Count">Persons and coffins to be returned.</param>
/// <param name="Opens">For a yearly payment, the day of the Julian year from which it is taken in, as month x 100 + day.</param>
/// <param name="Days">Days from the conclusion, or from the opening of a payment, to the day it is due; 0: no day was fixed.</param>
/// <param name="Grace">Days late after which it counts as broken.</param>
public readonly record struct Clause(
    ulong Key, ClauseKind Kind, PolityId By, PolityId To, PlaceId Place = default, ushort Silver = 0, ushort Silk = 0, ushort SilverPrice = 0,
    ushort SilkPrice = 0, ushort Count = 0, ushort Opens = 0, ushort Days = 0, ushort Grace = 0);

/// <summary>Whether a treaty binds.</summary>
public enum Validity : byte { Draft, InForce, Void }

/// <summary>What changes about a treaty.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct TreatyState
{
    /// <summary>The event that put it in force, or ended it; none for one in force on the first day.</summary>
    public EventRef Event;
    /// <summary>Thousands of liang, and of bolts, agreed a year.</summary>
    public ushort Silver, Silk;
    public ushort Since;
    /// <summary>Next day on which something in it is to be looked at; 0 none.</summary>
    public ushort Next;
    public Validity Validity;
    /// <summary>Who renounced it; none while nobody has.</summary>
    public PolityId By;
}

/// <summary>A clause in the ledger.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct ClauseState
{
    /// <summary>The last entry.</summary>
    public EventRef Event;
    /// <summary>What is owed now: strings of cash, places, persons.</summary>
    public int Owed;
    /// <summary>What was performed so far, all years together.</summary>
    public int Done;
    /// <summary>Day it is due; 0 for a duty without a day.</summary>
    public ushort Due;
    /// <summary>Next day on which it is looked at; 0 none.</summary>
    public ushort Next;
    public Standing Standing;
}

/// <summary>What a seat knows of its talks with the other side: the last paper it was handed, and the last it sent.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct PeaceTalk
{
    /// <summary>Who offered; none: nobody yet.</summary>
    public SeatId OfferBy;
    public TreatyId Offered;
    public ushort OfferedSilver, OfferedSilk;
    public ushort HeardOn;
    public SeatId MadeTo;
    public TreatyId Made;
    public ushort MadeSilver, MadeSilk;
    public ushort MadeOn;
    /// <summary>Day the answer came; 0 while there is none.</summary>
    public ushort AnsweredOn;
    /// <summary><see cref="Code.Obeys"/> for yes, <see cref="Code.Refuses"/> for no.</summary>
    public Code Answer;
    /// <summary>Day the seat itself answered the offer it was handed; 0 while it has not.</summary>
    public ushort RepliedOn;
}
