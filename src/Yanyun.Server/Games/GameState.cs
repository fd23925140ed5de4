using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>
/// A game as its log makes it: the world, who holds which seat, what waits on the desks, the clock. Everything that changes it is an entry;
/// the same entries give the same state, whether they come one by one while it is played or all at once when it wakes. For one thread at a time.
/// </summary>
public sealed class GameState
{
    private readonly Holding[] _seats;
    private readonly List<Waiting> _tray = [];
    private readonly bool[] _ready;
    private readonly int[] _given;
    private readonly long[] _own;

    /// <param name="head">What the game is pinned to; the ground must be of that scenario, its changes and its hash.</param>
    public GameState(GameHead head, Ground ground)
    {
        (Head, Ground) = (head, ground);
        var seats = ground.Seats;
        _seats = new Holding[seats];
        for (var s = 1; s < seats; s++) _seats[s] = Holding.Mind(HolderKind.Historical);
        _ready = new bool[seats];
        _given = new int[seats];
        _own = new long[seats];
    }

    public GameHead Head { get; }
    public Ground Ground { get; }

    /// <summary>The world as it stands. After <see cref="Rest"/> it is another's, and this another.</summary>
    public World World => At.World;

    /// <summary>Days done.</summary>
    public int Today { get; private set; }

    /// <summary>The historical minds, which look on from every seat: the only ones that remember.</summary>
    internal Cast Cast => At.Cast;

    private Bench? _bench;
    private PackedWorld? _world;
    private byte[] _memory = [];

    /// <summary>The bench at which this game lies; it is laid there when it is first needed.</summary>
    private Bench At
    {
        get
        {
            if (_bench is not null) return _bench;
            var bench = Ground.Benches.Take();
            if (_world is null) bench.LayFirst(Head.Seed);
            else bench.Lay(_world, _memory);
            for (var s = 1; s < _seats.Length; s++) bench.Minds[s]!.Holder = _seats[s].Kind;
            return _bench = bench;
        }
    }

    /// <summary>
    /// Gives the bench back to the other games of the scenario. What the game is in between takes a fifth of the room; only days change a world, so that it
    /// is packed once a day however often it is looked at.
    /// </summary>
    public void Rest()
    {
        if (_bench is not { } bench) return;
        if (_world is null || _played) _memory = bench.TakeUp(_world ??= new PackedWorld());
        (_bench, _played) = (null, false);
        Ground.Benches.Give(bench);
    }

    private bool _played;

    /// <summary>The world as bytes, until it is written again.</summary>
    internal ReadOnlySpan<byte> Written() => At.Write();

    /// <summary>Makes the world the one that was written.</summary>
    /// <exception cref="InvalidDataException">Not as many bytes, or of none.</exception>
    internal void ReadWorld(Stream from)
    {
        At.Read(from);
        (Today, _played) = (World.Today, true);
    }

    /// <summary>Plays a day at the bench. A bench on which a day broke off is not used again.</summary>
    private Simulation Played(ReadOnlySpan<Order> given)
    {
        var bench = At;
        (bench.InUse, _played) = (true, true);
        bench.Simulation.Day(given);
        bench.InUse = false;
        Today = bench.World.Today;
        return bench.Simulation;
    }

    /// <summary>Entries of its log so far, and the chain after the last of them.</summary>
    public long Version { get; internal set; }
    internal ulong Sum { get; set; } = Entry.ChainStart;

    /// <summary>When the last day was done, or the game was made, milliseconds since 1970 UTC.</summary>
    public long TurnedAt { get; internal set; }

    public ClockSetting Clock { get; internal set; }
    public bool Ended { get; internal set; }

    /// <summary>Days that the scenario has after its first.</summary>
    public int Days => Ground.Scenario.Days - 1;

    public Pulse Pulse => Ended ? Pulse.Ended : Clock.Runs ? Pulse.Running : Pulse.Still;

    /// <summary>By seat; row 0 unused.</summary>
    public ReadOnlySpan<Holding> Seats => _seats;
    public Holding this[SeatId seat] => _seats[seat.Value];

    /// <summary>Orders that wait, in the order in which they were given.</summary>
    public IReadOnlyList<Waiting> Tray => _tray;

    public bool IsReady(SeatId seat) => _ready[seat.Value];

    /// <summary>Whether every seat that waits for somebody is ready. A game of minds alone never waits.</summary>
    public bool AllReady
    {
        get
        {
            for (var s = 1; s < _seats.Length; s++)
                if (!_seats[s].IsMind && !_ready[s]) return false;
            return true;
        }
    }

    /// <summary>Orders that a seat has given since the first day, those taken back among them.</summary>
    public int GivenBy(SeatId seat) => _given[seat.Value];

    /// <summary>Entries so far that everybody sees.</summary>
    public long PublicSeen { get; private set; }

    /// <summary>Entries so far that a seat sees, its own and those for everybody: where its stream stands. Nothing that others do in secret counts.</summary>
    public long SeenBy(SeatId seat) => PublicSeen + _own[seat.Value];

    /// <summary>The entry that would follow.</summary>
    public Entry Next(EntryKind kind, SeatId seat, byte[] body, long at) => Entry.After(Version, Sum, kind, Today, seat.Value, 0, body, at);

    /// <summary>Takes an entry in. A day is played again as it was: false when it does not give the world that the entry names.</summary>
    public bool Apply(Entry entry)
    {
        var same = true;
        switch (entry.Kind)
        {
            case EntryKind.Day:
                var body = DayBody.Read(entry.Body);
                Repeat(body);
                same = World.Today == entry.Day && At.Hash() == entry.Hash;
                EndDay(entry.At);
                break;
            case EntryKind.Given:
                var number = DayBody.NumberOf(entry.Body);
                _tray.Add(new Waiting(number, new SeatId(entry.Seat), DayBody.OrderOf(entry.Body)));
                _given[entry.Seat] = Math.Max(_given[entry.Seat], number);
                break;
            case EntryKind.Undone:
                var undone = DayBody.NumberOf(entry.Body);
                _tray.RemoveAll(waiting => waiting.Seat.Value == entry.Seat && waiting.Number == undone);
                break;
            case EntryKind.Seated:
                Seat(entry.Seat, Holding.Read(entry.Body));
                break;
            case EntryKind.Clock:
                Clock = ClockSetting.Read(entry.Body);
                break;
            case EntryKind.Ready:
                _ready[entry.Seat] = true;
                break;
            case EntryKind.Ended:
                Ended = true;
                Clock = default;
                break;
        }
        Count(entry);
        return same;
    }

    /// <summary>Plays the next day by these orders alone, whoever would decide otherwise. Answers its entry, which is taken in already, and what the desk refused.</summary>
    /// <param name="byMinds">How many of them, from the first, are given where minds give theirs.</param>
    internal (Entry Entry, IReadOnlyList<(Order Order, Verdict Verdict)> Refused) PlayAs(Order[] orders, int byMinds, long at)
    {
        Repeat(new DayBody(orders, byMinds, []));
        var said = At.Simulation.Said.ToArray();
        // Those of no mind are given last and in order.
        var kept = said.Length;
        for (var i = orders.Length - 1; i >= byMinds; i--)
            if (kept > 0 && said[kept - 1] == orders[i]) kept--;
        var entry = Entry.After(Version, Sum, EntryKind.Day, World.Today, 0, At.Hash(), new DayBody(said, kept, []).Pack(), at);
        EndDay(at);
        Count(entry);
        return (entry, [.. At.Simulation.Refused]);
    }

    /// <summary>Plays the next day: minds decide, then the waiting orders ride, seat by seat. Answers its entry, which is taken in already.</summary>
    public Entry PlayDay(long at)
    {
        Order[] given = [.. _tray.OrderBy(waiting => waiting.Seat.Value).ThenBy(waiting => waiting.Number).Select(waiting => waiting.Order)];
        var simulation = Played(given);
        var said = simulation.Said;
        // Those given come last and in order, so that what is missing from the tail was turned away.
        var (kept, away) = (said.Length, new List<TurnedAway>());
        for (var i = given.Length - 1; i >= 0; i--)
        {
            if (kept > 0 && said[kept - 1] == given[i]) kept--;
            else away.Add(Away(simulation, given[i], away));
        }
        var body = new DayBody([.. said], kept, away).Pack();
        var entry = Entry.After(Version, Sum, EntryKind.Day, World.Today, 0, At.Hash(), body, at);
        EndDay(at);
        Count(entry);
        return entry;
    }

    /// <summary>Which waiting order it was that the desk turned away, and why.</summary>
    private TurnedAway Away(Simulation simulation, Order order, List<TurnedAway> before)
    {
        var code = Code.Overtaken;
        foreach (var (refused, verdict) in simulation.Refused)
            if (refused == order) code = verdict.Code;
        foreach (var waiting in _tray)
            if (waiting.Order == order && !before.Exists(away => away.Seat == waiting.Seat && away.Number == waiting.Number))
                return new TurnedAway(waiting.Seat, waiting.Number, code);
        return new TurnedAway(order.Seat, 0, code);
    }

    private void Repeat(DayBody body)
    {
        var minds = At.Minds;
        for (byte s = 1; s < minds.Length; s++) minds[s]!.Repeat([]);
        foreach (var group in body.Orders.Take(body.ByMinds).GroupBy(order => order.Seat)) minds[group.Key.Value]!.Repeat([.. group]);
        Played(body.Orders.AsSpan(body.ByMinds));
        for (byte s = 1; s < minds.Length; s++) minds[s]!.Repeat(null);
    }

    private void EndDay(long at)
    {
        _tray.Clear();
        Array.Clear(_ready);
        TurnedAt = at;
    }

    private void Count(Entry entry)
    {
        (Version, Sum) = (entry.Number, entry.Sum);
        if (Version == 1 && TurnedAt == 0) TurnedAt = entry.At;
        if (entry.Kind is EntryKind.Given or EntryKind.Undone) _own[entry.Seat]++;
        else PublicSeen++;
    }

    private void Seat(byte seat, in Holding holding)
    {
        _seats[seat] = holding;
        if (_bench is not null) _bench.Minds[seat]!.Holder = holding.Kind;
    }

    /// <summary>Writes down what no snapshot of the world holds. Only after a day: nothing waits then and nobody is ready.</summary>
    internal void Write(BinaryWriter to)
    {
        to.Write(Version);
        to.Write(Sum);
        to.Write(TurnedAt);
        to.Write(Ended);
        to.Write(Clock.Pack());
        to.Write(PublicSeen);
        for (var s = 1; s < _seats.Length; s++)
        {
            _seats[s].Write(to);
            to.Write(_given[s]);
            to.Write(_own[s]);
        }
    }

    internal void Read(BinaryReader from)
    {
        (Version, Sum, TurnedAt, Ended) = (from.ReadInt64(), from.ReadUInt64(), from.ReadInt64(), from.ReadBoolean());
        Clock = ClockSetting.Read(from.ReadBytes(6));
        PublicSeen = from.ReadInt64();
        for (byte s = 1; s < _seats.Length; s++)
        {
            Seat(s, Holding.Read(from));
            (_given[s], _own[s]) = (from.ReadInt32(), from.ReadInt64());
        }
    }
}
