using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>A table of the world as bytes: for hashing, snapshots and diffs by subsystem, row and field.</summary>
public abstract class WorldTable(string name, Type row)
{
    /// <summary>Whether it counts for nothing in the whole hash while it is empty: a table that most worlds never use.</summary>
    public abstract bool Rare { get; }

    /// <summary>The subsystem's name in records.</summary>
    public string Name { get; } = name;
    public Type Row { get; } = row;
    public abstract int RowBytes { get; }
    public abstract Span<byte> Bytes(World world);
    /// <summary>The stable key of a row: never its index where the row can be born in a run.</summary>
    public abstract ulong KeyOf(World world, int row);
}

/// <summary>The closed list of tables. Order is storage: it names subsystems in records.</summary>
public static class WorldTables
{
    private sealed class Table<T>(string name, Func<World, T[]> rows, Func<World, int, ulong> key, bool rare = false) : WorldTable(name, typeof(T)) where T : unmanaged
    {
        public override bool Rare => rare;
        public override int RowBytes => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        public override Span<byte> Bytes(World world) => MemoryMarshal.AsBytes(rows(world).AsSpan());
        public override ulong KeyOf(World world, int row) => key(world, row);
    }

    public static readonly System.Collections.Immutable.ImmutableArray<WorldTable> All =
    [
        new Table<PlaceState>("places", w => w.PlaceTable, (w, r) => w.Atlas.Places[r].Key),
        new Table<Force>("forces", w => w.ForceTable, (w, r) => w.ForceTable[r].Key),
        new Table<Siege>("sieges", w => w.SiegeTable, (w, r) => w.SiegeTable[r].Key + (ulong)r),
        new Table<Dispatch>("dispatches", w => w.DispatchTable, (w, r) => w.DispatchTable[r].Key + (ulong)r),
        new Table<Sighting>("sightings", w => w.SightingTable, (_, r) => (ulong)r),
        new Table<SeatState>("seats", w => w.SeatTable, (w, r) => w.Scenario.Seats[r].Key),
        new Table<PersonState>("persons", w => w.PersonTable, (w, r) => w.Scenario.Persons[r].Key),
        new Table<PolityState>("polities", w => w.PolityTable, (w, r) => w.Scenario.Polities[r].Key),
        new Table<CrossingState>("crossings", w => w.CrossingTable, (w, r) => w.Atlas.Crossings[r].Key),
        new Table<CopyBook>("copyBooks", w => w.CopyBooks, (w, r) => w.ForceTable[r].Key),
        new Table<PlaceBelief>("placeBeliefs", w => w.PlaceBeliefs, (_, r) => (ulong)r),
        new Table<ForceBelief>("forceBeliefs", w => w.ForceBeliefs, (w, r) => w.ForceTable[r % w.ForceRows].Key + (ulong)(r / w.ForceRows)),
        new Table<EdictBook>("edictBooks", w => w.EdictBooks, (w, r) => w.Scenario.Seats[r].Key),
        new Table<GrainOnRoad>("convoys", w => w.ConvoyTable, (w, r) => w.ConvoyTable[r].Key),
        new Table<RisingState>("risings", w => w.RisingTable, (w, r) => w.ForceTable[w.Scenario.Risings[r].Band.Value].Key + 1),
        new Table<Talk>("talks", w => w.TalkTable, (_, r) => (ulong)r),
        new Table<TreatyState>("treaties", w => w.TreatyTable, (w, r) => w.Scenario.Treaties[r].Key),
        new Table<ClauseState>("ledger", w => w.ClauseTable, (w, r) => w.Scenario.Clauses[r].Key),
        new Table<PeaceTalk>("peaceTalks", w => w.PeaceTalks, (w, r) => w.Scenario.Seats[r].Key),
        new Table<CourtState>("courts", w => w.CourtTable, (w, r) => w.Scenario.Polities[r].Key),
        new Table<FateState>("fates", w => w.FateTable, (_, r) => (ulong)r, rare: true),
        new Table<Account>("reconciliation", w => w.Accounts, (w, r) => w.Scenario.Polities[r].Key + 1, rare: true),
    ];

    internal static ReadOnlySpan<byte> ClockBytes(World world) => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref world.Clock, 1));
    internal static Span<byte> ClockSpan(World world) => MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref world.Clock, 1));
}
