namespace Yanyun.Engine.Rules;

/// <summary>
/// A seat that has read the day's post passes on what matters: up to its superior, a court down to its commands, a command to its neighbours. One
/// letter goes to each reader for all that came in the day, and only with what is news to the writer or an old story to the reader.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/couriers.md.</remarks>
internal static class Clerks
{
    /// <summary>News concerns a command that sits within this ride of where it happened, li. Estimate 500 - 900.</summary>
    public const int NeighbourLi = 700;

    /// <summary>Enemy bodies, and own bodies in trouble, from which a rider is worth sending, men. The least fight that is told of by itself.</summary>
    private const int WorthTelling = 1500;

    /// <summary>Lays what matters of a letter just read into its reader's tray.</summary>
    public static void Sort(World world, in Dispatch dispatch, EventRef arrived)
    {
        var seat = dispatch.ToSeat;
        if (dispatch.Rows == 0 || world[seat].NewsOn != world.Today) return;
        var polity = world.Scenario.Seats[seat.Value].Polity;
        var rows = world.Rows(dispatch.Block, dispatch.Rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var fresh = (world.Fresh >> i & 1) != 0;
            if (!Matters(world, rows[i], polity, fresh)) continue;
            if (world.Trays.IsFull(seat)) Write(world, seat);
            world.Trays.Lay(seat, rows[i], fresh, arrived);
        }
    }

    /// <summary>
    /// What is worth a rider beyond one's own command: towns of one's own side or changed hands, and back again into the hands they were in, but no villages
    /// and fords; enemy hosts, own hosts in trouble.
    /// </summary>
    private static bool Matters(World world, in Sighting row, PolityId polity, bool fresh) => row.IsForce == 0
        ? world.Atlas.Greatness(new PlaceId(row.Subject)) is var great and > 0
            && (row.Holder != world.Scenario.Start!.PlaceTable[row.Subject].Holder || world.Scenario.SameSide(row.Holder, polity) || fresh)
        : row.Seen.Men >= Band.Of(WorthTelling)
            && (!world.Scenario.SameSide(row.Holder, polity) || row.Seen.Doing is Doing.Routed or Doing.Retreating or Doing.Besieged);

    /// <summary>The post of the day has been read: all write.</summary>
    public static void WriteAll(World world)
    {
        if (!world.Trays.Any) return;
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            var seat = new SeatId(s);
            if (world.Trays.Count(seat) == 0) continue;
            if (IsCutOff(world, seat)) world.Trays.Clear(seat);
            else Write(world, seat);
        }
        world.Trays.Forget();
    }

    /// <summary>An office in a town that the enemy has taken, with no force about it: it sees nothing, writes nothing, and nobody writes to it of towns.</summary>
    internal static bool IsCutOff(World world, SeatId seat)
    {
        ref readonly var office = ref world[seat];
        return !office.With.Exists && office.At.Exists && world.Hostile(world.Scenario.Seats[seat.Value].Polity, world[office.At].Holder);
    }

    private static void Write(World world, SeatId from)
    {
        var scenario = world.Scenario;
        var handling = scenario.Seats[from.Value].Kind == SeatKind.Court ? Handling.Council : Handling.Office;
        var tray = world.Trays.Rows(from);
        var (letter, lines) = (world.Trays.Letter, world.Trays.Lines);
        for (var i = 0; i < tray.Length; i++) lines[i] = Line.Of(world, tray[i], world.Trays.IsFresh(from, i));
        foreach (var to in scenario.Correspondents(from))
        {
            ref readonly var reader = ref world[to];
            var superior = world[from].Superior == to;
            if (!superior && scenario.Seats[to.Value].Kind != SeatKind.Command || reader.Open == 0 || IsCutOff(world, to)) continue;
            var below = reader.Superior == from;
            var set = scenario.Seats[to.Value].Beliefs;
            var count = 0;
            var concerns = superior;
            for (var i = 0; i < tray.Length && count < letter.Length; i++)
            {
                if (lines[i].Wanted <= HadOf(world, set, tray[i])) continue;
                letter[count++] = tray[i];
                concerns = concerns || below && lines[i].ToAll || world.Atlas.RideLi(lines[i].Where, reader.At) <= NeighbourLi;
            }
            if (count == 0 || !concerns) continue;
            var packet = new CourierRule.Packet(DispatchKind.Report, from, world[from].At, reader.At, handling, Post.Urgent) { ToSeat = to, Rows = letter.AsSpan(0, count) };
            CourierRule.Send(world, packet, world.Trays.Cause(from));
        }
        world.Trays.Clear(from);
    }

    /// <summary>What decides who is written to of a row.</summary>
    /// <param name="Wanted">Those want it whose belief of its subject is of a day before this: it says nothing new to one that is younger.</param>
    /// <param name="ToAll">
    /// News about a great city in other hands than on the first day: that goes from a superior to all who answer to him, and so by way of the court to every
    /// command. All else concerns those within <see cref="NeighbourLi"/> of <paramref name="Where"/>.
    /// </param>
    internal readonly record struct Line(int Wanted, bool ToAll, PlaceId Where)
    {
        public static Line Of(World world, in Sighting row, bool fresh) => new(
            fresh ? row.Seen.AsOf : row.Seen.AsOf - GoesStale,
            fresh && row.IsForce == 0 && world.Atlas.Greatness(new PlaceId(row.Subject)) >= 3 && row.Holder != world.Scenario.Start!.PlaceTable[row.Subject].Holder,
            row.IsForce != 0 ? row.Seen.Place : new PlaceId(row.Subject));
    }

    /// <summary>How much is heard of a place: a capital 4, a superior prefecture 3, a prefecture 2, a county, a pass, a fort or a port 1, what is less 0.</summary>
    internal static int Greatness(PlaceKind kind) => kind switch
    {
        PlaceKind.Capital => 4,
        PlaceKind.SuperiorPrefecture => 3,
        PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture => 2,
        PlaceKind.County or PlaceKind.Pass or PlaceKind.Fort or PlaceKind.Port => 1,
        _ => 0,
    };

    /// <summary>
    /// The day of what those of a set have been told of the subject of a row. The clerk's book of what another seat has been told is read from that
    /// seat's own rows: it only decides whether to write again.
    /// </summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static int HadOf(World world, byte set, in Sighting row) =>
        row.IsForce != 0 ? world.BeliefOf(set, new ForceId(row.Subject)).AsOf : world.BeliefOf(set, new PlaceId(row.Subject)).AsOf;

    /// <summary>A belief this many days older than a row wants the row although it says nothing new. Balance: what is under way changes in a week or two.</summary>
    private const int GoesStale = 10;
}

/// <summary>What each seat has to pass on of the post it is reading. Room to work in: empty between phases of a day, no part of the state.</summary>
internal sealed class Trays(int seats)
{
    /// <summary>Rows a tray holds before its owner writes: a letter takes <see cref="World.BlockRows"/>.</summary>
    private const int Size = World.BlockRows;

    private readonly Sighting[] _rows = new Sighting[seats * Size];
    private readonly byte[] _count = new byte[seats];
    private readonly int[] _fresh = new int[seats];
    private readonly EventRef[] _cause = new EventRef[seats];

    /// <summary>The sheet on which the clerk who is writing puts his letter together, and what he notes of the rows of the tray.</summary>
    public readonly Sighting[] Letter = new Sighting[Size];
    public readonly Clerks.Line[] Lines = new Clerks.Line[Size];

    public bool Any { get; private set; }

    public int Count(SeatId seat) => _count[seat.Value];
    public bool IsFull(SeatId seat) => _count[seat.Value] == Size;
    public ReadOnlySpan<Sighting> Rows(SeatId seat) => _rows.AsSpan(seat.Value * Size, _count[seat.Value]);
    public bool IsFresh(SeatId seat, int row) => (_fresh[seat.Value] >> row & 1) != 0;

    /// <summary>The letter that brought the first of the rows.</summary>
    public EventRef Cause(SeatId seat) => _cause[seat.Value];

    /// <summary>Lays a row; one about the same subject is covered by it if it is newer.</summary>
    public void Lay(SeatId seat, in Sighting row, bool fresh, EventRef cause)
    {
        var count = _count[seat.Value];
        if (count == 0) _cause[seat.Value] = cause;
        Any = true;
        var at = 0;
        while (at < count && (_rows[seat.Value * Size + at].Subject != row.Subject || _rows[seat.Value * Size + at].IsForce != row.IsForce)) at++;
        if (at == count) _count[seat.Value]++;
        else if (_rows[seat.Value * Size + at].Seen.AsOf >= row.Seen.AsOf) return;
        _rows[seat.Value * Size + at] = row;
        if (fresh) _fresh[seat.Value] |= 1 << at;
    }

    public void Clear(SeatId seat)
    {
        _count[seat.Value] = 0;
        _fresh[seat.Value] = 0;
    }

    public void Forget() => Any = false;
}
