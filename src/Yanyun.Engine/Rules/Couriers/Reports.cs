namespace Yanyun.Engine.Rules;

/// <summary>
/// Who tells whom. A force writes to its seat when something happened to it or before its eyes, and at intervals when nothing did; a town's officer
/// writes to the seat that answers for the town. What seats write to each other: <see cref="Clerks"/>.
/// </summary>
public static class Reports
{
    /// <summary>Days between reports of a force on the march or in contact, of one standing, of a garrison. Estimates.</summary>
    public const int MarchDays = 5, StandDays = 20, GarrisonDays = 60;

    public static void Daily(World world)
    {
        world.Muster();
        Knowledge.Forget(world);
        Lookout.Nightly(world);
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (Spies.MayTell(world, force)) Spies.Tell(world, new ForceId(f));
            var news = force.NewsOn == world.Today;
            if (news ? force.Seat.Exists : IsDue(world, force)) Report(world, new ForceId(f), news); // of a force destroyed today the fugitives tell
        }
        foreach (var p in world.StirredToday) TownWrites(world, new PlaceId(p));
        Returns.Nightly(world);
    }

    /// <summary>It is time for a report without news.</summary>
    internal static bool IsDue(World world, in Force force)
    {
        var since = world.Today - force.ReportedOn;
        return since >= MarchDays && force.Seat.Exists && force.Alive && since >= Interval(force);
    }

    private static int Interval(in Force force) =>
        !force.Mobile ? GarrisonDays : force.Doing is (Doing.Standing or Doing.Hidden) && force.Task is (TaskKind.Hold or TaskKind.Harass) ? StandDays : MarchDays;

    private static void Report(World world, ForceId id, bool news)
    {
        ref var force = ref world[id];
        ref readonly var seat = ref world[force.Seat];
        var here = CourierRule.Where(force);
        if (news && ToldByAnother(world, id))
        {
            force.ReportedOn = (ushort)world.Today;
            return;
        }
        if (!here.Exists || seat.With == id && force.Alive || (force.At.Exists && force.At == seat.At && !news))
        {
            force.ReportedOn = (ushort)world.Today;
            return;
        }
        Span<Sighting> rows = stackalloc Sighting[World.BlockRows];
        var count = Compose(world, id, here, rows);
        var post = !force.Alive ? Post.Foot : news ? Post.Urgent : Post.Horse;
        if ((force.Traits & ForceTraits.Band) != 0 && world.Hostile(force.Polity, world[here].Holder)) post = Post.Foot;
        var packet = new CourierRule.Packet(DispatchKind.Report, SeatId.None, here, seat.At, Handling.None, post)
        {
            ToSeat = force.Seat, About = id, Rows = rows[..count],
        };
        if (CourierRule.Send(world, packet, force.Wound.Exists && force.FoughtOn == world.Today ? force.Wound : force.TaskCause))
            force.ReportedOn = (ushort)world.Today;
    }

    /// <summary>One letter a day goes from a camp to a seat: the first of its forces there with news writes for all.</summary>
    private static bool ToldByAnother(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (!force.At.Exists) return false;
        for (var f = world.FirstAt(force.At); f.Exists && f.Value < id.Value; f = world.NextHere(f))
            if (world[f].Seat == force.Seat && world[f].NewsOn == world.Today && world[f].ReportedOn == world.Today) return true;
        return false;
    }

    /// <summary>Himself, the place, then whoever else is there: enemies first, at most a block.</summary>
    private static int Compose(World world, ForceId id, PlaceId here, Span<Sighting> rows)
    {
        ref readonly var force = ref world[id];
        var count = 0;
        rows[count++] = Knowledge.OfForce(world, id, force.Polity, world.Today);
        rows[count++] = Knowledge.OfPlace(world, here, world.Today);
        for (var pass = 0; pass < 2; pass++)
            for (var f = world.FirstAt(here); f.Exists && count < rows.Length - (pass == 0 ? 1 : 0); f = world.NextHere(f))
            {
                if (f == id || world.Hostile(force.Polity, world[f].Polity) != (pass == 0)) continue;
                if (pass == 0 && world[f].Doing == Doing.Hidden) continue;
                if (pass == 1 && (!world.Scenario.SameSide(world[f].Polity, force.Polity) || world[f].NewsOn != world.Today)) continue;
                rows[count++] = Knowledge.OfForce(world, f, force.Polity, world.Today);
            }
        return count;
    }

    /// <summary>An officer's news of his town: to the seat that answers for it, and, when it is lost, by those who got away.</summary>
    private static void TownWrites(World world, PlaceId place)
    {
        ref readonly var state = ref world[place];
        var lost = state.HeldSince == world.Today && state.FormerHolder.Exists;
        Span<Sighting> rows = stackalloc Sighting[World.BlockRows];
        rows[0] = Knowledge.OfPlace(world, place, world.Today);
        var count = 1;
        var teller = lost ? state.FormerHolder : state.Holder;
        for (var f = world.FirstAt(place); f.Exists && count < rows.Length; f = world.NextHere(f))
            if (world.Hostile(teller, world[f].Polity) && world[f].Doing != Doing.Hidden) rows[count++] = Knowledge.OfForce(world, f, teller, world.Today);
        var cause = state.Taken.Exists ? state.Taken : EventRef.None;
        var seat = SeatFor(world, place, teller);
        // Where the officer opened and kept his post nobody rides off with the news: it walks.
        var opened = lost && state.OfficerLoyalty == PlaceTaken.Surrendered;
        if (seat.Exists) Write(world, place, seat, rows[..count], cause, opened ? Post.Foot : lost ? Post.Horse : Post.Urgent);
        // Of a great city some of those who got away ride on to the court.
        if (lost && world.Atlas.Greatness(place) >= 3 && world.Scenario.CourtOf[teller.Value] is { Exists: true } court && court != seat)
            Write(world, place, court, rows[..count], cause, Post.Horse);
        if (lost && SeatFor(world, place, state.Holder) is { Exists: true } winner && winner != seat)
            Write(world, place, winner, rows[..1], cause, Post.Urgent);
    }

    internal static void Write(World world, PlaceId place, SeatId to, ReadOnlySpan<Sighting> rows, EventRef cause, Post post)
    {
        if (world[to].At == place) return;
        CourierRule.Send(world, new CourierRule.Packet(DispatchKind.Report, SeatId.None, place, world[to].At, Handling.None, post) { ToSeat = to, Rows = rows }, cause);
    }

    /// <summary>The seat of a polity that answers for a place; where none does, or the enemy sits in its town, the nearest command, else the court.</summary>
    internal static SeatId SeatFor(World world, PlaceId place, PolityId polity)
    {
        var seat = world.Scenario.SeatOfPlace[place.Value];
        if (seat.Exists && world[seat].Open != 0 && !Clerks.IsCutOff(world, seat) && world.Scenario.SameSide(world.Scenario.Seats[seat.Value].Polity, polity))
            return seat;
        var best = world.Scenario.CourtOf[polity.Value];
        var least = best.Exists && world[best].At.Exists ? world.Atlas.RideLi(place, world[best].At) : int.MaxValue;
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            ref readonly var other = ref world.SeatTable[s];
            if (other.Open == 0 || !other.At.Exists || world.Scenario.Seats[s].Polity != polity || world.Scenario.Seats[s].Kind != SeatKind.Command
                || Clerks.IsCutOff(world, new SeatId(s))) continue;
            // Of two in one town he who is with his host.
            if (world.Atlas.RideLi(place, other.At) is var li && (li > least || li == least && !other.With.Exists)) continue;
            (best, least) = (new SeatId(s), li);
        }
        return best;
    }

    /// <summary>A commander's answer to an order rides back to the seat that gave it.</summary>
    internal static void Answer(World world, ForceId id, in Order order, ushort givenOn, Response response, EventRef cause)
    {
        ref readonly var force = ref world[id];
        ref readonly var seat = ref world[order.Seat];
        var here = CourierRule.Where(force);
        if (seat.With == id || (force.At.Exists && force.At == seat.At))
        {
            ref var book = ref world.CopyBooks[id.Value];
            if (force.Seat != order.Seat || book.GivenOn != givenOn) return;
            book.ConfirmedOn = (ushort)world.Today;
            book.Answer = response.Answer;
            book.Reason = response.Reason;
            return;
        }
        Span<Sighting> rows = stackalloc Sighting[1];
        rows[0] = Knowledge.OfForce(world, id, force.Polity, world.Today);
        var packet = new CourierRule.Packet(DispatchKind.Report, SeatId.None, here, seat.At, Handling.None, Post.Horse)
        {
            ToSeat = order.Seat, About = id, AboutOrderOf = givenOn, Answer = response.Answer, Reason = response.Reason, Rows = rows,
        };
        CourierRule.Send(world, packet, cause);
    }
}
