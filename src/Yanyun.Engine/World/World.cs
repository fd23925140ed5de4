using System.Runtime.CompilerServices;

namespace Yanyun.Engine;

/// <summary>
/// The state of the world on a day: a few flat arrays of rows over an immutable <see cref="Scenario"/>. Rules read and write rows by
/// id; every change of meaning goes through <see cref="Emit{T}"/>. Row 0 of each table is nobody.
/// </summary>
public sealed partial class World
{
    /// <summary>Convoys on the road at once, row 0 included.</summary>
    public const int ConvoyRows = 32;
    public const int SiegeRows = 48;
    /// <summary>Secret talks at once, row 0 included.</summary>
    public const int TalkRows = 16;
    /// <summary>Sightings come in blocks, one a report.</summary>
    public const int BlockRows = 6;
    /// <summary>Contests that can have other dice at once, row 0 included: <see cref="Rules.FateRule"/>.</summary>
    public const int FateRows = 10;
    /// <summary>No rider is on the road longer than this, days.</summary>
    public const int LongestRide = 63;

    internal readonly PlaceState[] PlaceTable;
    internal readonly Force[] ForceTable;
    internal readonly Siege[] SiegeTable;
    internal readonly Dispatch[] DispatchTable;
    internal readonly Sighting[] SightingTable;
    internal readonly SeatState[] SeatTable;
    internal readonly PersonState[] PersonTable;
    internal readonly PolityState[] PolityTable;
    internal readonly CrossingState[] CrossingTable;
    internal readonly GrainOnRoad[] ConvoyTable;
    internal readonly CopyBook[] CopyBooks;
    internal readonly EdictBook[] EdictBooks;
    internal readonly RisingState[] RisingTable;
    internal readonly Talk[] TalkTable;
    internal readonly TreatyState[] TreatyTable;
    internal readonly ClauseState[] ClauseTable;
    internal readonly PeaceTalk[] PeaceTalks;
    internal readonly CourtState[] CourtTable;
    internal readonly FateState[] FateTable;
    internal readonly Account[] Accounts;
    internal readonly PlaceBelief[] PlaceBeliefs;
    internal readonly ForceBelief[] ForceBeliefs;
    internal Clock Clock;

    private readonly Scratch _scratch;

    public World(Scenario scenario)
    {
        Scenario = scenario;
        Atlas = scenario.Atlas;
        PlaceTable = new PlaceState[Atlas.PlaceRows];
        ForceTable = new Force[scenario.ForceRows];
        SiegeTable = new Siege[SiegeRows];
        DispatchTable = new Dispatch[scenario.DispatchRows];
        SightingTable = new Sighting[scenario.SightingBlocks * BlockRows];
        SeatTable = new SeatState[scenario.Seats.Length];
        PersonTable = new PersonState[scenario.Persons.Length];
        PolityTable = new PolityState[scenario.Polities.Length];
        CrossingTable = new CrossingState[Atlas.Crossings.Length];
        ConvoyTable = new GrainOnRoad[ConvoyRows];
        CopyBooks = new CopyBook[scenario.ForceRows];
        EdictBooks = new EdictBook[scenario.Seats.Length];
        RisingTable = new RisingState[scenario.Risings.Length];
        TalkTable = new Talk[TalkRows];
        TreatyTable = new TreatyState[scenario.Treaties.Length];
        ClauseTable = new ClauseState[scenario.Clauses.Length];
        PeaceTalks = new PeaceTalk[scenario.Seats.Length];
        CourtTable = new CourtState[scenario.Polities.Length];
        FateTable = new FateState[FateRows];
        Accounts = new Account[scenario.Polities.Length];
        PlaceBeliefs = new PlaceBelief[scenario.BeliefSets * Atlas.PlaceRows];
        ForceBeliefs = new ForceBelief[scenario.BeliefSets * scenario.ForceRows];
        _scratch = new Scratch(Atlas.PlaceRows, Atlas.SetWords, Atlas.Legs.Length, scenario.Seats.Length, scenario.ForceRows);
    }

    public Scenario Scenario { get; }
    public Atlas Atlas { get; }

    /// <summary>Days since the first day of the scenario.</summary>
    public int Today => Clock.Today;
    public Day Date => Scenario.FirstDay + Clock.Today;
    public ulong Seed => Clock.Seed;

    /// <summary>The dice of today.</summary>
    public Chance Chance => new(Clock.Seed, Clock.Today);

    /// <summary>Rows of forces in use, row 0 included.</summary>
    public int Forces => Clock.Forces;

    /// <summary>Rows for forces, row 0 included: <see cref="Scenario.ForceRows"/>.</summary>
    public int ForceRows => ForceTable.Length;

    /// <summary>Listener of events; null when nobody listens, and then nothing is kept.</summary>
    public EventLog? Log { get; set; }

    /// <summary>By what law fights are decided: a setting of the run, no part of its state. Anything but the model is a yardstick for fidelity.</summary>
    public Rules.Contests Contests { get; set; }

    /// <summary>Rules left out: a setting of the run, given to its <see cref="Simulation"/>; no part of the state.</summary>
    public Rules.RuleSwitch Off { get; internal set; }

    /// <summary>Whether a rule is in force in this run.</summary>
    internal bool Plays(Rules.RuleSwitch rule) => (Off & rule) == 0;

    public ref PlaceState this[PlaceId id] => ref PlaceTable[id.Value];
    public ref Force this[ForceId id] => ref ForceTable[id.Value];
    public ref Siege this[SiegeId id] => ref SiegeTable[id.Value];
    public ref Dispatch this[DispatchId id] => ref DispatchTable[id.Value];
    public ref SeatState this[SeatId id] => ref SeatTable[id.Value];
    public ref PersonState this[PersonId id] => ref PersonTable[id.Value];
    public ref PolityState this[PolityId id] => ref PolityTable[id.Value];
    public ref TreatyState this[TreatyId id] => ref TreatyTable[id.Value];

    /// <summary>The ledger, by clause; row 0 empty.</summary>
    public Span<ClauseState> Ledger => ClauseTable;
    public ref CourtState CourtOf(PolityId polity) => ref CourtTable[polity.Value];
    public ref PeaceTalk PeaceTalkOf(SeatId seat) => ref PeaceTalks[seat.Value];
    // 256 sets of at most 32,768 rows: no product overflows.
    public ref PlaceBelief BeliefOf(byte set, PlaceId place) => ref PlaceBeliefs[unchecked(set * Atlas.PlaceRows + place.Value)];
    public ref ForceBelief BeliefOf(byte set, ForceId force) => ref ForceBeliefs[unchecked(set * ForceTable.Length + force.Value)];

    /// <summary>Crossings by their row in <see cref="Atlas.Crossings"/>.</summary>
    public Span<CrossingState> Crossings => CrossingTable;
    public ReadOnlySpan<Force> AllForces => ForceTable.AsSpan(0, Clock.Forces);
    public ReadOnlySpan<PlaceState> AllPlaces => PlaceTable;
    /// <summary>What was set down against the model, by polity: part of no total.</summary>
    public ReadOnlySpan<Account> Reconciliation => Accounts;

    /// <summary>Applies an event, and logs it if somebody listens. Returns its address, to be named as the cause of what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventRef Emit<T>(in T e, EventRef cause) where T : unmanaged, IEvent
    {
        var id = new EventRef(Clock.Today, ++Clock.Ordinal);
        e.Apply(this);
        Log?.Append(id, cause, in e);
        return id;
    }

    /// <summary>The address the next event will have: for rows that must remember the event that makes them.</summary>
    public EventRef NextEvent => new(Clock.Today, Clock.Ordinal + 1);

    /// <summary>The address of the last event applied: inside <c>Apply</c>, the event itself.</summary>
    public EventRef LastEvent => new(Clock.Today, Clock.Ordinal);

    /// <summary>Turns the page to the next day.</summary>
    internal void NextDay()
    {
        Clock.Today++;
        Clock.MonthDay = (short)Rules.SeasonsRule.MonthDay(Date);
        Scatter(); // a caller between days may have moved anything
        _scratch.Awake.All();
        Clock.Ordinal = 0;
        _scratch.StirredCount = 0;
    }

    /// <summary>Makes a start world of rows that a loader has filled: counts its forces and opens the post.</summary>
    /// <param name="forces">Rows of forces in use, row 0 included.</param>
    public void Begin(ulong seed, int forces)
    {
        if (forces > ForceRows) throw new ArgumentOutOfRangeException(nameof(forces), forces, $"At most {ForceRows} rows.");
        Clock.Seed = seed;
        Clock.Forces = (short)forces;
        Clock.MonthDay = (short)Rules.SeasonsRule.MonthDay(Date);
        for (byte p = 1; p < Scenario.Courts.Length; p++)
        {
            var facts = Scenario.Courts[p];
            CourtTable[p] = new CourtState { Ruler = facts.Ruler, WarMen = facts.War, PeaceMen = facts.Peace, War = facts.War, Peace = facts.Peace };
        }
        if (Clock.DispatchFree == 0) Rules.CourierRule.OpenStables(this);
    }

    /// <summary>Other dice from tomorrow on: another future of the same past.</summary>
    public void Reseed(ulong seed) => Clock.Seed = seed;

    /// <summary>A fresh history of a scenario: its start world under a seed of its own.</summary>
    public static World Of(Scenario scenario, ulong seed)
    {
        var start = scenario.Start ?? throw new InvalidOperationException("The scenario has no start world.");
        var world = start.Clone();
        world.Clock.Seed = seed;
        return world;
    }

    /// <summary>Whether the two are at war today. Bands and their patron stand on one side and never are.</summary>
    public bool Hostile(PolityId a, PolityId b) => (PolityTable[a.Value].Wars >> b.Value & 1) != 0;

    /// <summary>Rows of a block of sightings.</summary>
    internal Span<Sighting> Rows(short block, int count) => SightingTable.AsSpan(block * BlockRows, count);

    /// <summary>An independent copy.</summary>
    public World Clone()
    {
        var copy = new World(Scenario);
        CopyTo(copy);
        return copy;
    }

    /// <summary>Overwrites another world of the same scenario: a few block copies, no allocation.</summary>
    public void CopyTo(World other)
    {
        if (!ReferenceEquals(other.Scenario, Scenario)) throw new ArgumentException("The worlds are of different scenarios.", nameof(other));
        PlaceTable.AsSpan().CopyTo(other.PlaceTable);
        ForceTable.AsSpan().CopyTo(other.ForceTable);
        SiegeTable.AsSpan().CopyTo(other.SiegeTable);
        DispatchTable.AsSpan().CopyTo(other.DispatchTable);
        SightingTable.AsSpan().CopyTo(other.SightingTable);
        SeatTable.AsSpan().CopyTo(other.SeatTable);
        PersonTable.AsSpan().CopyTo(other.PersonTable);
        PolityTable.AsSpan().CopyTo(other.PolityTable);
        CrossingTable.AsSpan().CopyTo(other.CrossingTable);
        ConvoyTable.AsSpan().CopyTo(other.ConvoyTable);
        CopyBooks.AsSpan().CopyTo(other.CopyBooks);
        EdictBooks.AsSpan().CopyTo(other.EdictBooks);
        RisingTable.AsSpan().CopyTo(other.RisingTable);
        TalkTable.AsSpan().CopyTo(other.TalkTable);
        TreatyTable.AsSpan().CopyTo(other.TreatyTable);
        ClauseTable.AsSpan().CopyTo(other.ClauseTable);
        PeaceTalks.AsSpan().CopyTo(other.PeaceTalks);
        CourtTable.AsSpan().CopyTo(other.CourtTable);
        FateTable.AsSpan().CopyTo(other.FateTable);
        Accounts.AsSpan().CopyTo(other.Accounts);
        PlaceBeliefs.AsSpan().CopyTo(other.PlaceBeliefs);
        ForceBeliefs.AsSpan().CopyTo(other.ForceBeliefs);
        other.Clock = Clock;
        other.Forget();
        StirredToday.CopyTo(other._scratch.StirredToday);
        other._scratch.StirredCount = _scratch.StirredCount;
    }

    /// <summary>Forgets what was noted of a state that is no longer: between days nothing of it counts but what the tables hold.</summary>
    internal void Forget()
    {
        Array.Clear(_scratch.SeenOn);
        Array.Clear(_scratch.WarSigns);
        _scratch.StirredCount = 0;
        _scratch.Watch.Forget();
        _scratch.Awake.Forget();
        Scatter();
    }

    /// <summary>Whether a rider and a sheet for his letter are to be had: without them nobody can write today.</summary>
    public bool HasRider => Clock.DispatchFree != 0 && Clock.BlockFree != 0;

    /// <summary>Bytes of state: what a clone copies and a snapshot keeps.</summary>
    public int StateBytes
    {
        get
        {
            var total = Unsafe.SizeOf<Clock>();
            foreach (var table in WorldTables.All) total += table.Bytes(this).Length;
            return total;
        }
    }

    /// <summary>Men, grain and money in the world, for conservation: forces that are in being, convoys, garrisons, stores, grain carried, treasuries, households.</summary>
    public Flow Totals()
    {
        long men = 0, grain = 0, cash = 0, households = 0;
        for (var f = 1; f < Clock.Forces; f++)
        {
            if (!ForceTable[f].Alive) continue; // raised later, or no more
            men += ForceTable[f].Men;
            grain += ForceTable[f].Grain;
            households += ForceTable[f].Escorted;
        }
        for (var p = 1; p < PlaceTable.Length; p++)
        {
            men += PlaceTable[p].Garrison;
            grain += (long)PlaceTable[p].Stores + PlaceTable[p].Forage;
            households += PlaceTable[p].Households;
        }
        foreach (ref readonly var convoy in ConvoyTable.AsSpan()) grain += convoy.Grain;
        foreach (ref readonly var polity in PolityTable.AsSpan()) cash += polity.Cash;
        return new Flow(men, grain, cash, households);
    }
}
