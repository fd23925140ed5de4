using System.Collections.Concurrent;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Server.Games;

/// <summary>
/// Where days of a scenario are played: a world with all the room that its rules work in, and the minds of its seats. There are few, and a game
/// has one only while somebody is at it; between days it is what its <see cref="GameState"/> keeps.
/// </summary>
internal sealed class Bench
{
    private readonly Benches _of;
    private readonly Cast _machine;
    private readonly byte[] _room;
    private readonly ulong[] _sums = new ulong[WorldTables.All.Length];

    internal Bench(Benches of, Ground ground)
    {
        _of = of;
        Cast = Cast.Of(ground.Scenario, ground.Bookmark.Annals?.Script);
        var words = new string[ground.Seats];
        Array.Fill(words, "heuristic");
        _machine = Cast.Of(ground.Scenario, null, words);
        Minds = new SeatMind?[ground.Seats];
        for (var s = 1; s < Minds.Length; s++) Minds[s] = new SeatMind(Cast.Minds[s], _machine.Minds[s]!);
        Simulation = new Simulation(ground.Scenario.Start!.Clone(), [.. Minds]);
        _room = new byte[Simulation.World.StateBytes];
    }

    public Simulation Simulation { get; }
    public World World => Simulation.World;

    /// <summary>By seat; row 0 unused.</summary>
    public SeatMind?[] Minds { get; }

    /// <summary>The historical minds, which look on from every seat: the only ones that remember.</summary>
    public Cast Cast { get; }

    /// <summary>Set while a day is played: a bench on which one broke off is not used again.</summary>
    public bool InUse { get; set; }

    /// <summary>Lays a game here.</summary>
    public void Lay(PackedWorld world, byte[] memory)
    {
        world.Unpack(_of.Start, _room);
        Snapshot.Restore(World, _room);
        world.Sums.CopyTo(_sums, 0);
        Remember(memory);
    }

    /// <summary>Lays the first day of a game here.</summary>
    public void LayFirst(ulong seed)
    {
        Snapshot.Restore(World, _of.Start);
        World.Begin(seed, World.Forces);
        Snapshot.Write(World, _room);
        WorldHash.Sums(World).CopyTo(_sums, 0);
        Remember(_of.Blank);
    }

    private void Remember(byte[] memory)
    {
        if (!Cast.Load(memory) || !_machine.Load(_of.BlankMachine)) throw new InvalidOperationException("Minds of another make.");
    }

    /// <summary>Takes the game that lies here up.</summary>
    public byte[] TakeUp(PackedWorld world)
    {
        world.Pack(_of.Start, Write());
        _sums.CopyTo(world.Sums, 0);
        return Cast.Save();
    }

    /// <summary>The world as bytes, until something else is done here.</summary>
    public ReadOnlySpan<byte> Write()
    {
        Hash();
        return _room;
    }

    /// <summary>The hash of the world as it stands. What has been seen of it, and the sums of that, go from day to day with the game, so that only what changed is hashed.</summary>
    public ulong Hash() => WorldHash.Update(World, _room, _sums);

    /// <summary>Reads the world as it was written.</summary>
    public void Read(Stream from)
    {
        from.ReadExactly(_room);
        Snapshot.Restore(World, _room);
        WorldHash.Sums(World).CopyTo(_sums, 0);
    }

    /// <summary>What a cast remembers before its first day.</summary>
    internal (byte[] Cast, byte[] Machine) Memory() => (Cast.Save(), _machine.Save());
}

/// <summary>The benches of a scenario: as many as there are games under way at once.</summary>
internal sealed class Benches
{
    private static readonly int s_most = 2 * Environment.ProcessorCount;

    private readonly Ground _ground;
    private readonly ConcurrentBag<Bench> _free = [];

    public Benches(Ground ground)
    {
        _ground = ground;
        var first = new Bench(this, ground);
        (Blank, BlankMachine) = first.Memory();
        Start = Snapshot.Of(first.World);
        _free.Add(first);
    }

    /// <summary>The first day of the scenario, from which every world is packed.</summary>
    public byte[] Start { get; }

    /// <summary>What minds remember before the first day.</summary>
    public byte[] Blank { get; }
    public byte[] BlankMachine { get; }

    /// <summary>A free bench, or a new one.</summary>
    public Bench Take() => _free.TryTake(out var bench) ? bench : new Bench(this, _ground);

    /// <summary>Gives one back. More than are likely to be needed are let go.</summary>
    public void Give(Bench bench)
    {
        bench.World.Log = null;
        if (!bench.InUse && _free.Count < s_most) _free.Add(bench);
    }
}
