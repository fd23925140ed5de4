namespace Yanyun.Engine.Rules;

/// <summary>
/// What a court does to its own men: hears them, relieves them, arrests them, puts them to death. It decides by what it has been told; what comes of
/// it happens where the man is, when the order reaches him.
/// </summary>
/// <remarks>Factions: <see cref="Factions"/>; arrest and death: <see cref="Disgrace"/>. Numbers and grounds: docs/rules/court.md.</remarks>
public static class CourtRule
{
    /// <summary>Most that memorials add to a faction, 0-1000 scale. Estimate 150 - 500.</summary>
    public const int MostArgued = 300;

    /// <summary>Standing a faction loses with a man put to death, for each point by which he leaned to war or peace (-100 to 100). Estimate 1 - 4.</summary>
    public const int FactionPerLeaning = 2;

    // At the desk.

    public static Verdict Judge(in View view, in Argue order) =>
        order.To != view.Scenario.CourtOf[view.Polity.Value] || order.To == view.Seat ? Verdict.Refused(Code.NoSuchSeat, number: order.To.Value)
        : order.Counsel > Counsel.Peace ? Verdict.Refused(Code.OutOfBounds, number: (int)order.Counsel) : Verdict.Accepted;

    public static Verdict Judge(in View view, in Dismiss order)
    {
        if (order.To.Value == 0 || order.To.Value >= view.Scenario.Seats.Length || order.To == view.Seat) return Verdict.Refused(Code.NoSuchSeat, number: order.To.Value);
        if (!IsCourt(view)) return Verdict.Refused(Code.OfficeLacksPower, number: order.To.Value);
        return view.Scenario.Seats[order.To.Value].Polity != view.Polity ? Verdict.Refused(Code.WrongPolity, number: order.To.Value) : JudgeMan(view, order.Person);
    }

    public static Verdict Judge(in View view, in Arrest order)
    {
        var man = JudgeMan(view, order.Person);
        return !man.Ok ? man : view.FateOf(order.Person) == PersonFate.Arrested ? Verdict.Refused(Code.AlreadyDone) : Verdict.Accepted;
    }

    public static Verdict Judge(in View view, in Execute order) => JudgeMan(view, order.Person);

    private static Verdict JudgeMan(in View view, PersonId person)
    {
        if (person.Value <= 0 || person.Value >= view.Scenario.Persons.Length) return Verdict.Refused(Code.NoSuchPerson, number: person.Value);
        if (!IsCourt(view)) return Verdict.Refused(Code.OfficeLacksPower);
        // Who serves whom is of the first day, and known to all.
        if (view.Scenario.Start![person].Polity != view.Polity) return Verdict.Refused(Code.WrongPolity);
        if (view.Court.Ruler == person) return Verdict.Refused(Code.OfficeLacksPower);
        return view.FateOf(person) is PersonFate.Dead or PersonFate.Escaped ? Verdict.Refused(Code.NotAtLiberty, number: person.Value) : Verdict.Accepted;
    }

    private static bool IsCourt(in View view) => view.Scenario.CourtOf[view.Polity.Value] == view.Seat;

    /// <summary>An order about a man goes to the office where he serves; about one who serves nowhere it is done at court.</summary>
    internal static SeatId OfficeOf(World world, PersonId person)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
            if (world.SeatTable[s].Holder == person) return new SeatId(s);
        for (short f = 1; f < world.Forces; f++)
            if (world.ForceTable[f].Alive && world.ForceTable[f].Commander == person) return world.ForceTable[f].Seat;
        return SeatId.None;
    }

    /// <summary>Whether an order is the court's affair; if so it rides, or is done.</summary>
    internal static bool Carry(World world, in Order order, EventRef given)
    {
        if (order.Kind is not (OrderKind.Arrest or OrderKind.Execute)) return false;
        if (!world.Plays(RuleSwitch.Court)) return true;
        var person = PersonOf(order);
        var office = OfficeOf(world, person);
        var court = order.Seat;
        var at = PlaceOf(world, person, court);
        // Who leads a body under the court itself, and away from it, is gone for by its own men.
        var kind = office == court ? DispatchKind.Envoy : DispatchKind.Edict;
        if (at == world[court].At) Disgrace.Seize(world, order, at, court, given);
        else
            CourierRule.Send(world, new CourierRule.Packet(kind, court, world[court].At, at, Handling.None, Post.Urgent) { ToSeat = office, Order = order }, given);
        return true;
    }

    /// <summary>Where a man is: at his seat, with the body he leads, or at court.</summary>
    internal static PlaceId PlaceOf(World world, PersonId person, SeatId court)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
            if (world.SeatTable[s].Holder == person) return world.SeatTable[s].At;
        for (short f = 1; f < world.Forces; f++)
            if (world.ForceTable[f].Alive && world.ForceTable[f].Commander == person) return CourierRule.Where(world.ForceTable[f]);
        return world[court].At;
    }

    internal static PersonId PersonOf(in Order order) => order.Kind == OrderKind.Arrest ? order.As<Arrest>().Person : order.As<Execute>().Person;

    /// <summary>An edict about men came to a seat.</summary>
    internal static void Receive(World world, in Order edict, SeatId to, EventRef cause)
    {
        if (!world.Plays(RuleSwitch.Court)) return;
        switch (edict.Kind)
        {
            case OrderKind.Dismiss:
                if (world[edict.As<Dismiss>().Person].Fate == (byte)PersonFate.Free) Disgrace.Dismiss(world, to, edict.As<Dismiss>().Person, cause);
                break;
            case OrderKind.Arrest or OrderKind.Execute when world[PersonOf(edict)].Fate == (byte)PersonFate.Dead:
                Disgrace.HearOfDeath(world, to, PersonOf(edict), cause);
                break;
            case OrderKind.Arrest or OrderKind.Execute:
                Disgrace.Seize(world, edict, PlaceOf(world, PersonOf(edict), edict.Seat), edict.Seat, cause);
                break;
        }
    }

    /// <summary>
    /// Whether a man may take the office he is appointed to, by the truth of the day; if not, why is an event. One who was dismissed is called back by it.
    /// </summary>
    internal static bool MayTake(World world, SeatId seat, PersonId person, EventRef cause)
    {
        if (!world.Plays(RuleSwitch.Court)) return true;
        var fate = (PersonFate)world[person].Fate;
        if (fate == PersonFate.Free) return true;
        if (fate != PersonFate.Dismissed)
        {
            world.Emit(new AppointmentLapsed(seat, person, fate), cause);
            return false;
        }
        world.Emit(new PersonRecalled(person), cause);
        return true;
    }

    /// <summary>Inside <c>Apply</c>: what became of a man, and from when his own court knows it: at once at its own door, else when a rider could be there.</summary>
    internal static void Mark(World world, PersonId person, PersonFate fate)
    {
        ref var man = ref world[person];
        var court = world.Scenario.CourtOf[man.Polity.Value];
        var li = court.Exists ? world.Atlas.RideLi(PlaceOf(world, person, court), world[court].At) : 0;
        man.Fate = (byte)fate;
        man.KnownOn = fate == PersonFate.Free ? (ushort)0 : (ushort)(world.Today + (li is 0 or Atlas.NoWay ? 0 : li / Ride.HorseLi + 1));
    }
}
