namespace Yanyun.Engine;

/// <summary>The version of the rules: two builds with the same version give every record the same hashes.</summary>
/// <remarks>Raised whenever a change moves a golden digest. A record is only ever re-run under the version that made it.</remarks>
public static class RulesVersion
{
    public const int Current = 10;
}

/// <summary>
/// A game: what was ordered on each day and the hash of the world after it. With the scenario, the rules version and the seed it
/// determines every state; whole states are kept every <see cref="SnapshotDays"/> days so that a difference can be named by row and field.
/// </summary>
public sealed class Record
{
    /// <summary>Days between snapshots; the first is of the day the record begins with.</summary>
    public const int SnapshotDays = 30;

    private static readonly int Hashes = WorldTables.All.Length + 1;

    private Order[] _orders = new Order[1024];
    private int[] _orderEnds = new int[1024];
    private ulong[] _hashes = new ulong[1024 * Hashes];
    private byte[][] _snapshots = new byte[32][];
    private int _orderCount;

    /// <summary>Days in the record. Day d is at index d - 1: the world of day 0 is the scenario's and is not recorded.</summary>
    public int Days { get; private set; }

    /// <summary>The orders of a day (1 .. <see cref="Days"/>), in the order in which they passed the desk.</summary>
    public ReadOnlySpan<Order> OrdersOf(int day)
    {
        var start = day == 1 ? 0 : _orderEnds[day - 2];
        return _orders.AsSpan(start, _orderEnds[day - 1] - start);
    }

    /// <summary>The whole hash after a day.</summary>
    public ulong HashOf(int day) => _hashes[(day - 1) * Hashes];

    /// <summary>The hashes by subsystem after a day, as <see cref="WorldTables.All"/> names them.</summary>
    public ReadOnlySpan<ulong> SubsystemsOf(int day) => _hashes.AsSpan((day - 1) * Hashes + 1, Hashes - 1);

    /// <summary>The state after a day if one was kept, else empty. <see cref="Snapshot"/> gives it its shape.</summary>
    public ReadOnlySpan<byte> SnapshotOf(int day) => IsSnapshotDay(day) ? _snapshots[day / SnapshotDays] : default;

    /// <summary>Whether the state after a day is kept.</summary>
    public static bool IsSnapshotDay(int day) => day > 0 && day % SnapshotDays == 0;

    /// <summary>Adds the next day.</summary>
    /// <param name="subsystems">Hashes by subsystem.</param>
    /// <param name="snapshot">The state, on snapshot days; else empty.</param>
    public void Add(ReadOnlySpan<Order> orders, ulong hash, ReadOnlySpan<ulong> subsystems, ReadOnlySpan<byte> snapshot)
    {
        if (Days == _orderEnds.Length)
        {
            Array.Resize(ref _orderEnds, Days * 2);
            Array.Resize(ref _hashes, Days * 2 * Hashes);
        }
        while (_orderCount + orders.Length > _orders.Length) Array.Resize(ref _orders, _orders.Length * 2);
        orders.CopyTo(_orders.AsSpan(_orderCount));
        _orderCount += orders.Length;
        _orderEnds[Days] = _orderCount;
        _hashes[Days * Hashes] = hash;
        subsystems.CopyTo(_hashes.AsSpan(Days * Hashes + 1, Hashes - 1));
        Days++;
        if (!IsSnapshotDay(Days)) return;
        if (Days / SnapshotDays >= _snapshots.Length) Array.Resize(ref _snapshots, _snapshots.Length * 2);
        _snapshots[Days / SnapshotDays] = snapshot.ToArray();
    }
}

/// <summary>Plays days and keeps the record of them.</summary>
public sealed class Recorder
{
    private readonly Simulation _simulation;
    private readonly WorldHash _hash;

    /// <param name="simulation">A simulation whose world has not left the scenario's first day.</param>
    public Recorder(Simulation simulation)
    {
        if (simulation.World.Today != 0) throw new ArgumentException("A record begins with the scenario's first day.", nameof(simulation));
        if (simulation.World.Off != Rules.RuleSwitch.None) throw new ArgumentException("A record is of all the rules.", nameof(simulation));
        _simulation = simulation;
        _hash = new WorldHash(simulation.World);
    }

    public Record Record { get; } = new();

    /// <summary>One day decided by the minds.</summary>
    /// <param name="given">Orders from outside, after theirs.</param>
    public void Day(ReadOnlySpan<Order> given = default)
    {
        _simulation.Day(given);
        Keep();
    }

    /// <summary>One day with the orders of another record and no others: the common past of a fork.</summary>
    public void Follow(ReadOnlySpan<Order> orders)
    {
        _simulation.Day(orders, replay: true);
        Keep();
    }

    private void Keep()
    {
        var world = _simulation.World;
        var hash = _hash.Update(world);
        Record.Add(_simulation.Said, hash, _hash.Subsystems, Record.IsSnapshotDay(world.Today) ? Snapshot.Of(world) : []);
    }
}

/// <summary>A whole state as bytes: the tables in the order of <see cref="WorldTables.All"/>, then the clock.</summary>
public static class Snapshot
{
    public static byte[] Of(World world)
    {
        var bytes = new byte[world.StateBytes];
        Write(world, bytes);
        return bytes;
    }

    /// <summary>The same into room of its <see cref="World.StateBytes"/>.</summary>
    public static void Write(World world, Span<byte> bytes)
    {
        var at = 0;
        foreach (var table in WorldTables.All)
        {
            var rows = table.Bytes(world);
            rows.CopyTo(bytes[at..]);
            at += rows.Length;
        }
        WorldTables.ClockBytes(world).CopyTo(bytes[at..]);
    }

    /// <summary>Makes a world, between days, be the one that was kept, whatever it was. False, and nothing done, when the bytes are of another shape.</summary>
    public static bool Restore(World world, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != world.StateBytes) return false;
        var at = 0;
        foreach (var table in WorldTables.All)
        {
            var rows = table.Bytes(world);
            bytes.Slice(at, rows.Length).CopyTo(rows);
            at += rows.Length;
        }
        bytes[at..].CopyTo(WorldTables.ClockSpan(world));
        world.Forget();
        return true;
    }
}
