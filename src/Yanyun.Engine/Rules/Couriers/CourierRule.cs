namespace Yanyun.Engine.Rules;

/// <summary>
/// Orders, edicts and reports are riders. A packet waits in the office that sends it, rides the shortest road, and is answered or read where
/// it arrives; a force that has moved is ridden after. About an enemy host or a siege one rider in a hundred a day does not get through.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/couriers.md.</remarks>
public static class CourierRule
{
    /// <summary>Riders lost in a war zone, per mille a day on the road. Estimate 5-20.</summary>
    public const int LostPerMille = 10;

    /// <summary>Riders lost in getting out of, or into, a besieged place, per mille once. Estimate 100-400.</summary>
    public const int SiegeLostPerMille = 250;

    /// <summary>Dawn: who arrives today.</summary>
    public static void Arrive(World world)
    {
        if (world.Plays(RuleSwitch.Couriers))
        {
            HandOut(world, world.Today);
            return;
        }
        HandOut(world, world.Today - 1);
        while (world.Clock.Due[world.Today & 63] != 0) HandOut(world, world.Today);
    }

    /// <summary>
    /// Where letters take no time: those just written are read, once; the answers to them, like the reports of the evening, at dawn before
    /// anybody decides.
    /// </summary>
    internal static void ArriveNow(World world) => HandOut(world, world.Today);

    private static void HandOut(World world, int day)
    {
        ref var head = ref world.Clock.Due[day & 63];
        var id = new DispatchId(head);
        head = 0;
        while (id.Exists)
        {
            var next = world[id].Next;
            Receive(world, id);
            id = next;
        }
        Clerks.WriteAll(world);
    }

    private static void Receive(World world, DispatchId id)
    {
        var dispatch = world[id];
        if (dispatch.Lost != 0)
        {
            Miss(world, id, dispatch);
            return;
        }
        if (dispatch.ToForce.Exists)
        {
            ref readonly var force = ref world[dispatch.ToForce];
            if (!force.Alive)
            {
                Miss(world, id, dispatch);
                return;
            }
            var now = Where(force);
            if (now != dispatch.Destination && world.Atlas.RideLi(dispatch.Destination, now) is var more && more != Atlas.NoWay && more > 60
                && world.Plays(RuleSwitch.Couriers))
            {
                RideOn(world, id, now, more);
                return;
            }
        }
        var arrived = world.Emit(
            new DispatchArrived(id, dispatch.Kind, dispatch.From, dispatch.ToSeat, dispatch.ToForce, dispatch.Destination,
                (ushort)(world.Today - dispatch.Sent), CountNews(world, dispatch)), dispatch.Cause);
        Read(world, dispatch, arrived);
        Free(world, id, dispatch.Block);
    }

    private static void Read(World world, in Dispatch dispatch, EventRef arrived)
    {
        switch (dispatch.Kind)
        {
            case DispatchKind.Order:
                Obedience.Receive(world, dispatch.Order, dispatch.Sent, dispatch.ToForce, arrived);
                break;
            case DispatchKind.Edict:
                Obedience.ReceiveEdict(world, dispatch.Order, dispatch.Sent, dispatch.ToSeat, arrived);
                break;
            case DispatchKind.Agents:
                UprisingRule.Arrive(world, dispatch, arrived);
                break;
            case DispatchKind.Offer or DispatchKind.Reply:
                DefectionRule.Arrive(world, dispatch, arrived);
                break;
            case DispatchKind.Memorial when dispatch.Order.Kind == OrderKind.Argue:
                Factions.Hear(world, dispatch.Order, arrived);
                break;
            case DispatchKind.Envoy when dispatch.Order.Kind is OrderKind.Arrest or OrderKind.Execute:
                CourtRule.Receive(world, dispatch.Order, dispatch.ToSeat, arrived);
                break;
            case DispatchKind.Envoy:
                TreatyRule.Receive(world, dispatch.Order, dispatch.ToSeat, arrived);
                break;
            default:
                Clerks.Sort(world, dispatch, arrived);
                break;
        }
    }

    private static void Miss(World world, DispatchId id, in Dispatch dispatch)
    {
        var block = dispatch.Block;
        var lost = dispatch;
        var missed = world.Emit(new DispatchMissed(id, dispatch.Kind, dispatch.From, dispatch.ToSeat, dispatch.ToForce), dispatch.Cause);
        if (lost.Kind == DispatchKind.Agents) UprisingRule.Catch(world, lost, missed);
        if (lost.Kind == DispatchKind.Offer) DefectionRule.Catch(world, lost, missed);
        Free(world, id, block);
    }

    /// <summary>The addressee has moved: the same rider goes after him.</summary>
    private static void RideOn(World world, DispatchId id, PlaceId to, int li)
    {
        ref var dispatch = ref world[id];
        dispatch.Destination = to;
        Schedule(world, id, Whole.Max(1, Ride.Days(world.Chance, dispatch.Key, li, Post.Urgent, Handling.None)));
    }

    /// <summary>Orders said at a seat set out; those for men who stand beside it are heard at once.</summary>
    public static void Carry(World world, in Order order, EventRef given)
    {
        ref readonly var seat = ref world[order.Seat];
        if (OrderFacts.ForceOf(order) is { Exists: true } force)
        {
            if (Beside(world, seat, force))
            {
                Obedience.Receive(world, order, (ushort)world.Today, force, given);
                return;
            }
            var believed = world.BeliefOf(world.Scenario.Seats[order.Seat.Value].Beliefs, force).Place;
            var handling = world.Scenario.Seats[order.Seat.Value].Kind == SeatKind.Court ? Handling.Council : Handling.None;
            Send(world, new Packet(DispatchKind.Order, order.Seat, seat.At, believed, handling, Post.Urgent) { ToForce = force, Order = order }, given);
        }
        else if (CourtRule.Carry(world, order, given))
        {
            return;
        }
        else if (order.Kind == OrderKind.Argue)
        {
            var court = order.As<Argue>().To;
            Send(world, new Packet(DispatchKind.Memorial, order.Seat, seat.At, world[court].At, Handling.Office, Post.Horse) { ToSeat = court, Order = order }, given);
        }
        else if (OrderFacts.SeatOf(order) is { Exists: true } to && order.Kind != OrderKind.Inform)
        {
            var own = world.Scenario.SameSide(world.Scenario.Seats[to.Value].Polity, world.Scenario.Seats[order.Seat.Value].Polity);
            Send(world, new Packet(own ? DispatchKind.Edict : DispatchKind.Envoy, order.Seat, seat.At, world[to].At, Handling.Council,
                own ? Post.Urgent : Post.Horse) { ToSeat = to, Order = order }, given);
        }
        else
        {
            CommandRule.ActAtOnce(world, order, given);
        }
    }

    private static bool Beside(World world, in SeatState seat, ForceId force)
    {
        ref readonly var f = ref world[force];
        if (seat.With == force) return true;
        if (seat.With.Exists) return f.At.Exists && f.At == world[seat.With].At;
        return f.At.Exists && f.At == seat.At && seat.ArrivesOn <= world.Today;
    }

    /// <summary>Where riders look for a force.</summary>
    public static PlaceId Where(in Force force) => force.At.Exists ? force.At : force.Toward;

    /// <summary>A packet about to ride.</summary>
    internal ref struct Packet(DispatchKind kind, SeatId from, PlaceId origin, PlaceId destination, Handling handling, Post post)
    {
        public readonly DispatchKind Kind = kind;
        public readonly SeatId From = from;
        public readonly PlaceId Origin = origin;
        public readonly PlaceId Destination = destination;
        public readonly Handling Handling = handling;
        public readonly Post Post = post;
        public SeatId ToSeat;
        public ForceId ToForce;
        public Order Order;
        public ForceId About;
        public ushort AboutOrderOf;
        public Code Answer;
        public Code Reason;
        public ReadOnlySpan<Sighting> Rows;
    }

    /// <summary>Puts a packet on the road. False when no rider or no clerk is to be had today (the tables are full): say it again tomorrow.</summary>
    internal static bool Send(World world, in Packet packet, EventRef cause)
    {
        var li = world.Atlas.RideLi(packet.Origin, packet.Destination);
        if (!packet.Destination.Exists || li == Atlas.NoWay) return false;
        var id = new DispatchId(world.Clock.DispatchFree);
        var block = packet.Rows.Length > 0 ? world.Clock.BlockFree : (short)0;
        if (!id.Exists || (packet.Rows.Length > 0 && block == 0)) return false;
        world.Clock.DispatchFree = world[id].Next.Value;
        if (block != 0)
        {
            var rows = world.Rows(block, World.BlockRows);
            world.Clock.BlockFree = rows[0].Subject;
            rows.Clear();
            packet.Rows.CopyTo(rows);
        }
        var key = KeyOf(world, packet);
        ref var dispatch = ref world[id];
        dispatch = new Dispatch
        {
            Key = key, Order = packet.Order, Cause = cause, Origin = packet.Origin, Destination = packet.Destination,
            ToForce = packet.ToForce, ToSeat = packet.ToSeat, Block = block, Rows = (byte)packet.Rows.Length, Sent = (ushort)world.Today,
            From = packet.From, Kind = packet.Kind, About = packet.About, AboutOrderOf = packet.AboutOrderOf, Answer = packet.Answer, Reason = packet.Reason,
        };
        var days = Whole.Max(1, Ride.Days(world.Chance, key, li, packet.Post, packet.Handling));
        dispatch.Lost = (byte)(IsLost(world, packet, key, days) ? 1 : 0);
        Schedule(world, id, days);
        world.Emit(
            new DispatchSent(id, packet.Kind, packet.From, packet.ToSeat, packet.ToForce, packet.Origin, packet.Destination, dispatch.Due, (short)li), cause);
        return true;
    }

    /// <summary>From sender, addressee and day: a new packet elsewhere moves no other packet's dice.</summary>
    private static ulong KeyOf(World world, in Packet packet)
    {
        unchecked
        {
            var seats = world.Scenario.Seats;
            var from = seats[packet.From.Value].Key ^ world[packet.About].Key ^ world.Atlas[packet.Origin].Key;
            var to = seats[packet.ToSeat.Value].Key + world[packet.ToForce].Key;
            if (packet.Kind >= DispatchKind.Offer) to += world.Atlas[packet.Destination].Key; // several men of one seat may set out on one day
            return Key.Child(Key.Mix(from) + to, world.Today, (int)packet.Kind * 64 + (int)packet.Order.Kind);
        }
    }

    private static bool IsLost(World world, in Packet packet, ulong key, int days)
    {
        if (!world.Plays(RuleSwitch.Couriers)) return false;
        var perMille = Bands.Waylaid(world, packet.Origin, packet.Destination, PolityOf(world, packet));
        if (packet.Kind >= DispatchKind.Agents) // in secret, through enemy country
            return world.Chance.PerMille(Purpose.CourierLost, key) < perMille + UprisingRule.Watched(world, packet.Origin, packet.Destination, PolityOf(world, packet));
        if (InWarZone(world, packet.Origin) || InWarZone(world, packet.Destination)) perMille += LostPerMille * days;
        if (Shut(world, packet.Origin, packet.From, packet.About) || Shut(world, packet.Destination, packet.ToSeat, packet.ToForce)) perMille += SiegeLostPerMille;
        return perMille > 0 && world.Chance.PerMille(Purpose.CourierLost, key) < perMille;
    }

    private static PolityId PolityOf(World world, in Packet packet) =>
        packet.Kind == DispatchKind.Offer ? world.Scenario.Seats[packet.From.Value].Polity
        : packet.About.Exists ? world[packet.About].Polity
        : packet.ToForce.Exists ? world[packet.ToForce].Polity
        : world.Scenario.Seats[(packet.ToSeat.Exists ? packet.ToSeat : packet.From).Value].Polity;

    private static bool InWarZone(World world, PlaceId place) => Alarm.Against(world, place, world[place].Holder) > 0;

    /// <summary>Whether the packet has to pass a ring of besiegers: the place is besieged and the writer, or the reader, is inside.</summary>
    private static bool Shut(World world, PlaceId place, SeatId seat, ForceId force)
    {
        if (!world[place].Siege.Exists) return false;
        var polity = force.Exists ? world[force].Polity : world.Scenario.Seats[seat.Value].Polity;
        return !world.Hostile(polity, world[place].Holder);
    }

    private static void Schedule(World world, DispatchId id, int days)
    {
        ref var dispatch = ref world[id];
        var due = world.Today + (world.Plays(RuleSwitch.Couriers) ? Whole.Clamp(days, 1, World.LongestRide) : 0);
        dispatch.Due = (ushort)due;
        ref var head = ref world.Clock.Due[due & 63];
        dispatch.Next = new DispatchId(head);
        head = id.Value;
    }

    private static void Free(World world, DispatchId id, short block)
    {
        if (block != 0)
        {
            var rows = world.Rows(block, World.BlockRows);
            rows.Clear();
            rows[0].Subject = world.Clock.BlockFree;
            world.Clock.BlockFree = block;
        }
        world[id] = new Dispatch { Next = new DispatchId(world.Clock.DispatchFree) };
        world.Clock.DispatchFree = id.Value;
    }

    /// <summary>Chains the free lists of a new world.</summary>
    internal static void OpenStables(World world)
    {
        for (var d = (short)(world.DispatchTable.Length - 1); d > 0; d--) Free(world, new DispatchId(d), 0);
        for (var b = (short)(world.Scenario.SightingBlocks - 1); b > 0; b--)
        {
            world.Rows(b, World.BlockRows)[0].Subject = world.Clock.BlockFree;
            world.Clock.BlockFree = b;
        }
    }

    private static byte CountNews(World world, in Dispatch dispatch)
    {
        byte news = 0;
        if (!dispatch.ToSeat.Exists) return news;
        var set = world.Scenario.Seats[dispatch.ToSeat.Value].Beliefs;
        foreach (ref readonly var row in world.Rows(dispatch.Block, dispatch.Rows))
            if (Knowledge.IsNewer(world, set, row)) news++;
        return news;
    }

    /// <summary>What the arrival changes: beliefs, and the copy-book of the seat whose order is answered.</summary>
    internal static void Deliver(World world, DispatchId id)
    {
        ref readonly var dispatch = ref world[id];
        if (!dispatch.ToSeat.Exists) return;
        ref var seat = ref world[dispatch.ToSeat];
        var set = world.Scenario.Seats[dispatch.ToSeat.Value].Beliefs;
        var rows = world.Rows(dispatch.Block, dispatch.Rows);
        world.Fresh = 0;
        for (var i = 0; i < rows.Length; i++)
            if (Knowledge.Merge(world, set, rows[i])) world.Fresh |= 1 << i;
        var news = world.Fresh != 0;
        if (dispatch.About.Exists && world[dispatch.About].Seat == dispatch.ToSeat)
        {
            ref var book = ref world.CopyBooks[dispatch.About.Value];
            if (dispatch.Answer != Code.Accepted && book.GivenOn == dispatch.AboutOrderOf)
            {
                book.ConfirmedOn = (ushort)world.Today;
                book.Answer = dispatch.Answer;
                book.Reason = dispatch.Reason;
                news = true;
            }
        }
        if (dispatch.Kind == DispatchKind.Memorial && dispatch.Order.Kind == OrderKind.None) news |= FileMemorial(world, dispatch);
        if (news || dispatch.Kind == DispatchKind.Edict) seat.NewsOn = (ushort)world.Today;
    }

    /// <summary>The answer to an edict goes into the book of the superior who gave it.</summary>
    private static bool FileMemorial(World world, in Dispatch memorial)
    {
        ref var book = ref world.EdictBooks[memorial.From.Value];
        if (world.Scenario.Start!.SeatTable[memorial.From.Value].Superior != memorial.ToSeat || book.GivenOn != memorial.AboutOrderOf) return false;
        book.AnsweredOn = (ushort)world.Today;
        book.Answer = memorial.Answer;
        book.Reason = memorial.Reason;
        return true;
    }
}
