namespace Yanyun.Engine.Rules;

/// <summary>The weight of the two factions at a court moved.</summary>
public readonly record struct FactionsMoved(PolityId Polity, short War, short Peace) : IEvent
{
    public static EventKind Kind => EventKind.FactionsMoved;

    public void Apply(World world)
    {
        ref var court = ref world.CourtOf(Polity);
        court.War = War;
        court.Peace = Peace;
    }
}

/// <summary>A memorial for war or peace was read at court.</summary>
/// <param name="Weight">What it adds to its side, 0-1000 scale.</param>
public readonly record struct MemorialHeard(PolityId Polity, SeatId From, Counsel Counsel, short Weight) : IEvent
{
    public static EventKind Kind => EventKind.MemorialHeard;

    public void Apply(World world)
    {
        ref var court = ref world.CourtOf(Polity);
        ref var side = ref Counsel == Counsel.War ? ref court.ArguedWar : ref court.ArguedPeace;
        side = (short)Whole.Min(CourtRule.MostArgued, side + Weight);
        world[world.Scenario.CourtOf[Polity.Value]].NewsOn = (ushort)world.Today;
    }
}

/// <summary>A man was relieved of his office at a seat.</summary>
public readonly record struct OfficerDismissed(SeatId Seat, PersonId Person) : IEvent
{
    public static EventKind Kind => EventKind.OfficerDismissed;
    public void Apply(World world) => CourtRule.Mark(world, Person, PersonFate.Dismissed);
}

/// <summary>A dismissed man was called back to office.</summary>
public readonly record struct PersonRecalled(PersonId Person) : IEvent
{
    public static EventKind Kind => EventKind.PersonRecalled;
    public void Apply(World world) => CourtRule.Mark(world, Person, PersonFate.Free);
}

/// <summary>An appointment came to nothing: the man named cannot take office.</summary>
public readonly record struct AppointmentLapsed(SeatId Seat, PersonId Person, PersonFate Fate) : IEvent
{
    public static EventKind Kind => EventKind.AppointmentLapsed;
    public void Apply(World world) { }
}

/// <summary>A body of soldiers lost its leader to the court's displeasure; its own officers lead it.</summary>
public readonly record struct CommandTaken(ForceId Force, PersonId Former) : IEvent
{
    public static EventKind Kind => EventKind.CommandTaken;

    public void Apply(World world)
    {
        world[Force].Commander = PersonId.None;
        world.Change(Force).NewsOn = (ushort)world.Today;
    }
}

/// <summary>A man was put under arrest.</summary>
public readonly record struct PersonArrested(PersonId Person, PlaceId Place) : IEvent
{
    public static EventKind Kind => EventKind.PersonArrested;
    public void Apply(World world) => CourtRule.Mark(world, Person, PersonFate.Arrested);
}

/// <summary>A man ran from his arrest.</summary>
public readonly record struct PersonFled(PersonId Person, PlaceId From) : IEvent
{
    public static EventKind Kind => EventKind.PersonFled;

    public void Apply(World world)
    {
        CourtRule.Mark(world, Person, PersonFate.Fled);
        world.CourtOf(world[Person].Polity).Fugitives++;
    }
}

/// <summary>A man who had run got away over the border.</summary>
public readonly record struct PersonEscaped(PersonId Person) : IEvent
{
    public static EventKind Kind => EventKind.PersonEscaped;

    public void Apply(World world)
    {
        CourtRule.Mark(world, Person, PersonFate.Escaped);
        world.CourtOf(world[Person].Polity).Fugitives--;
    }
}

/// <summary>A man was put to death by his own court; those who thought as he did lose standing there.</summary>
/// <param name="Caught">He had run, and was killed where he was caught.</param>
public readonly record struct PersonExecuted(PersonId Person, PlaceId Place, bool Caught) : IEvent
{
    public static EventKind Kind => EventKind.PersonExecuted;

    public void Apply(World world)
    {
        CourtRule.Mark(world, Person, PersonFate.Dead);
        ref var court = ref world.CourtOf(world[Person].Polity);
        if (Caught) court.Fugitives--;
        court.Affair = world.LastEvent;
        var leaning = world.Scenario.Persons[Person.Value].WarPeace;
        if (leaning > 0) court.WarMen = (short)Whole.Max(0, court.WarMen - leaning * CourtRule.FactionPerLeaning);
        else court.PeaceMen = (short)Whole.Max(0, court.PeaceMen + leaning * CourtRule.FactionPerLeaning);
        court.ReckonedOn = 0;
    }
}

/// <summary>Word of an execution came to a seat.</summary>
/// <param name="Fear">Added to its fear of the court.</param>
/// <param name="Loyalty">Taken from the loyalty of its holder.</param>
public readonly record struct ExecutionHeard(SeatId Seat, PersonId Person, short Fear, short Loyalty) : IEvent
{
    public static EventKind Kind => EventKind.ExecutionHeard;

    public void Apply(World world)
    {
        ref var seat = ref world[Seat];
        seat.Fear = (short)Whole.Clamp(seat.Fear + Fear, 0, 1000);
        ref var holder = ref world[seat.Holder];
        if (seat.Holder.Exists) holder.Loyalty = (short)Whole.Clamp(holder.Loyalty - Loyalty, 0, 1000);
        seat.NewsOn = (ushort)world.Today;
    }
}

/// <summary>An army heard that the man who had led it was put to death.</summary>
public readonly record struct ForceShaken(ForceId Force, PersonId Person, short Morale) : IEvent
{
    public static EventKind Kind => EventKind.ForceShaken;
    public void Apply(World world) => world[Force].Morale = (short)Whole.Clamp(world[Force].Morale - Morale, 0, 1000);
}

/// <summary>A man of great ambition who had troops at the court's door reached for power.</summary>
/// <param name="Men">His, at the court.</param>
/// <param name="Guards">The court's own.</param>
public readonly record struct CoupAttempted(PolityId Polity, PersonId Person, int Men, int Guards, bool Won) : IEvent
{
    public static EventKind Kind => EventKind.CoupAttempted;

    public void Apply(World world)
    {
        ref var court = ref world.CourtOf(Polity);
        court.Affair = world.LastEvent;
        court.ReckonedOn = 0;
        if (Won) court.Ruler = Person;
        world[world.Scenario.CourtOf[Polity.Value]].NewsOn = (ushort)world.Today;
    }
}
