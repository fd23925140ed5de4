using System.Runtime.CompilerServices;

namespace Yanyun.Engine;

/// <summary>A polity as the scenario knows it.</summary>
/// <param name="Key">Key of its slug.</param>
/// <param name="Claimant">Slot 0-2 of the loyalties that stand for it, or -1.</param>
/// <param name="Side">Polities with the same side never fight each other and share towns (Song and the loyalist bands).</param>
/// <param name="Purse">What it takes and pays; none for parties without a treasury.</param>
public readonly record struct Polity(ulong Key, sbyte Claimant, byte Side, Purse Purse = default);

/// <summary>What a state takes and pays. Pay in tenths of a string a man a month, beside rice.</summary>
/// <param name="Revenue">Strings a year on the first day; falls with the households held.</param>
/// <param name="GrainTax">Sheng a household a year.</param>
public readonly record struct Purse(int Revenue, short GrainTax, short Foot, short Horse, short Guards, short Garrison, short Militia);

/// <summary>A person as rated on the record before the bookmark.</summary>
/// <param name="Leadership">Tenths, 10-100, mean 50 (docs/rules/battle.md for the SD).</param>
/// <param name="Caution">0-1000.</param>
public readonly record struct Person(ulong Key, short Leadership, short Loyalty, short Ambition, short Caution, short WarPeace);

public enum SeatKind : byte { None, Court, Command, Commandery }

/// <summary>A seat as the scenario knows it.</summary>
/// <param name="Beliefs">Row set of beliefs it reads; seats of one house share one.</param>
public readonly record struct Seat(ulong Key, SeatKind Kind, PolityId Polity, byte Beliefs);

/// <summary>A dated fact that no seat of this stage decides: a levy called up, a band gathered, a garrison called away.</summary>
/// <param name="Day">Days from the first day.</param>
/// <param name="Force">The force it concerns; a force born by it waits in the table as <see cref="Doing.Gone"/> until then.</param>
public readonly record struct Given(ushort Day, GivenKind Kind, ForceId Force, PlaceId Place, int Men);

public enum GivenKind : byte { Raised, Disbanded }

/// <summary>
/// A band of irregulars and the place whose people feed it. The row of the band waits in the force table, without men, where none is in arms yet.
/// </summary>
/// <param name="Home">None for a band from elsewhere, that no place of its own feeds.</param>
public readonly record struct Rising(ForceId Band, PlaceId Home);

/// <summary>The immutable part of a bookmark, shared by all its worlds.</summary>
public sealed class Scenario
{
    /// <summary>Key of the scenario's files: names every byte that was read to build it.</summary>
    public required ulong Hash { get; init; }
    public required ulong Key { get; init; }
    public required Day FirstDay { get; init; }
    public required Day LastDay { get; init; }
    public required Atlas Atlas { get; init; }
    /// <summary>Row 0 empty, as in every table.</summary>
    public required Polity[] Polities
    {
        get;
        init
        {
            field = value;
            _sides = new byte[256];
            for (var p = 0; p < value.Length; p++) _sides[p] = value[p].Side;
        }
    }

    private readonly byte[] _sides = [];
    public required Person[] Persons { get; init; }
    public required Seat[] Seats
    {
        get;
        init
        {
            field = value;
            _houses = new SeatId[value.Length];
            for (byte s = 1; s < value.Length; s++)
            {
                byte first = 1;
                while (value[first].Beliefs != value[s].Beliefs) first++;
                _houses[s] = new SeatId(first);
            }
        }
    }

    private readonly SeatId[] _houses = [];
    public required Given[] Givens { get; init; }
    /// <summary>All bands, those that are only in the making too; row 0 empty.</summary>
    public Rising[] Risings { get; init; } = [default];
    /// <summary>What ties each person to the house he serves, 0 - 1000; -1, or no row, where nothing is written.</summary>
    public short[] Bonds { get; init; } = [];
    /// <summary>How good the word of each polity is to those who come over, 0 - 1000; -1, or no row, where nothing is written.</summary>
    public short[] Faith { get; init; } = [];
    /// <summary>Most rows that <see cref="ForceRows"/> may have: what the rules' room to work in is laid out for.</summary>
    public const int MostForceRows = 4096;

    /// <summary>Rows for forces in each world, row 0 and those not yet raised included; at most <see cref="MostForceRows"/>.</summary>
    public required int ForceRows { get; init; }
    /// <summary>Rows for riders, row 0 included: who wants to send another waits until one is free. A war of the size of 1140 has about 300 on the road in its worst week.</summary>
    public int DispatchRows { get; init; } = 472;
    /// <summary>Blocks of sightings, block 0 included: one for each letter that tells of what was seen.</summary>
    public int SightingBlocks { get; init; } = 420;
    /// <summary>Number of belief row sets.</summary>
    public required int BeliefSets { get; init; }
    /// <summary>The seat whose house another belongs to: the first with the same beliefs, itself for most. Those of one house keep to one place.</summary>
    public SeatId HouseOf(SeatId seat) => _houses[seat.Value];

    /// <summary>Places each seat answers for: officials there report to it. Index by place; none if nobody.</summary>
    public required SeatId[] SeatOfPlace { get; init; }
    /// <summary>The court seat of each polity.</summary>
    public required SeatId[] CourtOf { get; init; }
    /// <summary>First month starts (day offsets), for pay, growth and seasons: the day offset of the first day of each lunar month.</summary>
    public required ushort[] MonthStarts { get; init; }
    /// <summary>Treaties in force on the first day and drafts that may be put forward; row 0 empty.</summary>
    public Treaty[] Treaties { get; init; } = [default];
    /// <summary>Clauses of all treaties; row 0 empty.</summary>
    public Clause[] Clauses { get; init; } = [default];
    /// <summary>Courts by polity; row 0 empty, and empty for a polity without one. Shorter when none are given.</summary>
    public CourtFacts[] Courts { get; init; } = [default];
    /// <summary>Lines of peace: whose each place is to be, by place; none where the line does not say. Row 0 empty.</summary>
    public PolityId[][] Lines { get; init; } = [[]];

    /// <summary>The world on the first day, as loaded: cloned for each run.</summary>
    public World? Start { get; set; }

    /// <summary>Days in the bookmark, first and last included.</summary>
    public int Days => LastDay - FirstDay + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SameSide(PolityId a, PolityId b) => _sides[a.Value] == _sides[b.Value];

    private SeatId[][]? _correspondents;

    /// <summary>Seats of its own side and another house that a seat may write to, ascending.</summary>
    public ReadOnlySpan<SeatId> Correspondents(SeatId of) => (_correspondents ??= WhoWritesToWhom())[of.Value];

    private SeatId[][] WhoWritesToWhom()
    {
        var all = new SeatId[Seats.Length][];
        var some = new SeatId[Seats.Length];
        for (byte s = 0; s < all.Length; s++)
        {
            var count = 0;
            for (byte t = 1; s != 0 && t < all.Length; t++)
                if (Seats[t].Beliefs != Seats[s].Beliefs && SameSide(Seats[t].Polity, Seats[s].Polity)) some[count++] = new SeatId(t);
            all[s] = some.AsSpan(0, count).ToArray();
        }
        return all;
    }

    private SeatId[][]? _below;

    /// <summary>Seats whose superior on the first day a seat is, ascending: most have none.</summary>
    public ReadOnlySpan<SeatId> Below(SeatId of) => (_below ??= WhoAnswersToWhom())[of.Value];

    private SeatId[][] WhoAnswersToWhom()
    {
        var all = new SeatId[Seats.Length][];
        var some = new SeatId[Seats.Length];
        for (byte s = 0; s < all.Length; s++)
        {
            var count = 0;
            for (byte t = 1; s != 0 && t < all.Length; t++)
                if (Start!.SeatTable[t].Superior.Value == s) some[count++] = new SeatId(t);
            all[s] = some.AsSpan(0, count).ToArray();
        }
        return all;
    }

    private int[]? _firstHouseholds;

    /// <summary>Households of each place on the first day.</summary>
    internal int[] FirstHouseholds => _firstHouseholds ??= CountHouseholds();

    private int[] CountHouseholds()
    {
        var counted = new int[Start!.PlaceTable.Length];
        for (var p = 1; p < counted.Length; p++) counted[p] = Start.PlaceTable[p].Households;
        return counted;
    }

    private long[]? _householdsOf;

    /// <summary>Households that a side held on the first day.</summary>
    internal long FirstHouseholdsOf(int side) => (_householdsOf ??= CountBySide())[side];

    private long[] CountBySide()
    {
        var held = new long[256];
        for (var p = 1; p < Start!.PlaceTable.Length; p++) held[SideOf(Start.PlaceTable[p].Holder)] += Start.PlaceTable[p].Households;
        return held;
    }

    /// <summary>Sides by polity, for those who go through a whole list.</summary>
    internal byte[] Sides => _sides;

    /// <summary>The side of a polity; 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SideOf(PolityId polity) => _sides[polity.Value];
}
