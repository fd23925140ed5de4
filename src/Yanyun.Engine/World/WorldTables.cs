using System.Runtime.CompilerServices;
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

    /// <summary>The sum of the hashes of its rows, empty ones left out.</summary>
    internal abstract ulong Sum(World world);

    /// <summary>By how much that sum has grown since the table was <paramref name="seen"/>, which is brought up to what it is. Holds while no force has another key.</summary>
    internal abstract ulong Growth(World world, Span<byte> seen);
}

/// <summary>The closed list of tables. Order is storage: it names subsystems in records.</summary>
public static class WorldTables
{
    /// <summary>How the rows of a table are named: by themselves, by what stands there in the scenario, or by the force of their row.</summary>
    private interface IKeys<T> where T : unmanaged
    {
        static abstract ulong Of(World world, in T row, int r);
    }

    // Types and not functions, so that each table's loop is compiled with its own key and row size.
    private readonly struct ByRow<T> : IKeys<T> where T : unmanaged
    {
        public static ulong Of(World world, in T row, int r) => (ulong)r;
    }

    private readonly struct BySeat<T> : IKeys<T> where T : unmanaged
    {
        public static ulong Of(World world, in T row, int r) => world.Scenario.Seats[r].Key;
    }

    private readonly struct ByPolity<T> : IKeys<T> where T : unmanaged
    {
        public static ulong Of(World world, in T row, int r) => world.Scenario.Polities[r].Key;
    }

    private readonly struct Keys : IKeys<PlaceState>, IKeys<Force>, IKeys<Siege>, IKeys<Dispatch>, IKeys<PersonState>, IKeys<CrossingState>, IKeys<CopyBook>, IKeys<ForceBelief>,
        IKeys<GrainOnRoad>, IKeys<RisingState>, IKeys<TreatyState>, IKeys<ClauseState>, IKeys<Account>
    {
        public static ulong Of(World world, in PlaceState row, int r) => world.Atlas.Places[r].Key;
        public static ulong Of(World world, in Force row, int r) => row.Key;
        public static ulong Of(World world, in Siege row, int r) => unchecked(row.Key + (ulong)r);
        public static ulong Of(World world, in Dispatch row, int r) => unchecked(row.Key + (ulong)r);
        public static ulong Of(World world, in PersonState row, int r) => world.Scenario.Persons[r].Key;
        public static ulong Of(World world, in CrossingState row, int r) => world.Atlas.Crossings[r].Key;
        public static ulong Of(World world, in CopyBook row, int r) => world.ForceTable[r].Key;
        public static ulong Of(World world, in ForceBelief row, int r)
        {
            var (set, force) = int.DivRem(r, world.ForceTable.Length);
            return unchecked(world.ForceTable[force].Key + (ulong)set);
        }
        public static ulong Of(World world, in GrainOnRoad row, int r) => row.Key;
        public static ulong Of(World world, in RisingState row, int r) => unchecked(world.ForceTable[world.Scenario.Risings[r].Band.Value].Key + 1);
        public static ulong Of(World world, in TreatyState row, int r) => world.Scenario.Treaties[r].Key;
        public static ulong Of(World world, in ClauseState row, int r) => world.Scenario.Clauses[r].Key;
        public static ulong Of(World world, in Account row, int r) => unchecked(world.Scenario.Polities[r].Key + 1);
    }

    private sealed class Table<T, TKeys>(string name, Func<World, T[]> rows, bool rare = false) : WorldTable(name, typeof(T)) where T : unmanaged where TKeys : IKeys<T>
    {
        public override bool Rare => rare;
        public override int RowBytes => Unsafe.SizeOf<T>();
        public override Span<byte> Bytes(World world) => MemoryMarshal.AsBytes(rows(world).AsSpan());
        public override ulong KeyOf(World world, int row) => TKeys.Of(world, rows(world)[row], row);

        internal override ulong Sum(World world)
        {
            unchecked
            {
                var sum = 0UL;
                ReadOnlySpan<T> all = rows(world);
                for (var r = 0; r < all.Length; r++)
                {
                    ref readonly var row = ref all[r];
                    if (!Hashing.IsZero(row)) sum += Hashing.OfRow(row, TKeys.Of(world, row, r));
                    else if (SameRows(MemoryMarshal.AsBytes(all[r..]).IndexOfAnyExcept((byte)0)) is >= 0 and var empty) r += empty - 1;
                    else break;
                }
                return sum;
            }
        }

        internal override ulong Growth(World world, Span<byte> seen)
        {
            unchecked
            {
                var growth = 0UL;
                ReadOnlySpan<T> now = rows(world);
                var before = MemoryMarshal.Cast<byte, T>(seen);
                for (var r = 0; r < now.Length; r++)
                {
                    var same = MemoryMarshal.AsBytes(now[r..]).CommonPrefixLength(MemoryMarshal.AsBytes(before[r..]));
                    r += same / Unsafe.SizeOf<T>();
                    if (r >= now.Length) break;
                    ref var old = ref before[r];
                    ref readonly var row = ref now[r];
                    if (!Hashing.IsZero(old)) growth -= Hashing.OfRow(old, TKeys.Of(world, old, r));
                    if (!Hashing.IsZero(row)) growth += Hashing.OfRow(row, TKeys.Of(world, row, r));
                    old = row;
                }
                return growth;
            }
        }

        /// <summary>Whole rows in so many bytes; negative stays so.</summary>
        private static int SameRows(int bytes) => bytes < 0 ? bytes : bytes / Unsafe.SizeOf<T>();
    }

    public static readonly System.Collections.Immutable.ImmutableArray<WorldTable> All =
    [
        new Table<PlaceState, Keys>("places", w => w.PlaceTable),
        new Table<Force, Keys>("forces", w => w.ForceTable),
        new Table<Siege, Keys>("sieges", w => w.SiegeTable),
        new Table<Dispatch, Keys>("dispatches", w => w.DispatchTable),
        new Table<Sighting, ByRow<Sighting>>("sightings", w => w.SightingTable),
        new Table<SeatState, BySeat<SeatState>>("seats", w => w.SeatTable),
        new Table<PersonState, Keys>("persons", w => w.PersonTable),
        new Table<PolityState, ByPolity<PolityState>>("polities", w => w.PolityTable),
        new Table<CrossingState, Keys>("crossings", w => w.CrossingTable),
        new Table<CopyBook, Keys>("copyBooks", w => w.CopyBooks),
        new Table<PlaceBelief, ByRow<PlaceBelief>>("placeBeliefs", w => w.PlaceBeliefs),
        new Table<ForceBelief, Keys>("forceBeliefs", w => w.ForceBeliefs),
        new Table<EdictBook, BySeat<EdictBook>>("edictBooks", w => w.EdictBooks),
        new Table<GrainOnRoad, Keys>("convoys", w => w.ConvoyTable),
        new Table<RisingState, Keys>("risings", w => w.RisingTable),
        new Table<Talk, ByRow<Talk>>("talks", w => w.TalkTable),
        new Table<TreatyState, Keys>("treaties", w => w.TreatyTable),
        new Table<ClauseState, Keys>("ledger", w => w.ClauseTable),
        new Table<PeaceTalk, BySeat<PeaceTalk>>("peaceTalks", w => w.PeaceTalks),
        new Table<CourtState, ByPolity<CourtState>>("courts", w => w.CourtTable),
        new Table<FateState, ByRow<FateState>>("fates", w => w.FateTable, rare: true),
        new Table<Account, Keys>("reconciliation", w => w.Accounts, rare: true),
    ];

    internal static ReadOnlySpan<byte> ClockBytes(World world) => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref world.Clock, 1));
    internal static Span<byte> ClockSpan(World world) => MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref world.Clock, 1));
}
