namespace Yanyun.Engine.Rules;

/// <summary>Dismissal, arrest, flight and death of a court's own men, and what others make of it.</summary>
public static class Disgrace
{
    /// <summary>What the palace guard adds to the pull to give oneself up, thousandths of log odds. Estimate 800 - 2500.</summary>
    public const int GuardPull = 1500;
    /// <summary>A man who ran is caught with so many chances in a thousand a day. Estimate 80 - 250.</summary>
    public const int CaughtPerMille = 150;
    /// <summary>He gets over the border with so many. Estimate 10 - 60.</summary>
    public const int AwayPerMille = 30;
    /// <summary>Fear that word of an execution adds in a holder of office. Estimate 50 - 200.</summary>
    public const int FearOfDeath = 100;
    /// <summary>Loyalty it costs him; twice as much where he leaned the same way as the dead man. Estimate 10 - 60.</summary>
    public const int LoyaltyLost = 30;

    /// <summary>A man is out: of the seat, of every other, and of the bodies he led.</summary>
    internal static void Dismiss(World world, SeatId seat, PersonId person, EventRef cause)
    {
        Strip(world, person, world.Emit(new OfficerDismissed(seat, person), cause));
    }

    /// <summary>Every office and body he has passes on: a seat to the leader of its strongest body, a body to its own officers.</summary>
    private static void Strip(World world, PersonId person, EventRef cause)
    {
        for (short f = 1; f < world.Forces; f++)
            if (world.ForceTable[f].Alive && world.ForceTable[f].Commander == person) world.Emit(new CommandTaken(new ForceId(f), person), cause);
        for (byte s = 1; s < world.SeatTable.Length; s++)
            if (world.SeatTable[s].Holder == person) world.Emit(new SeatFilled(new SeatId(s), Deputy(world, new SeatId(s), person), person), cause);
    }

    private static PersonId Deputy(World world, SeatId seat, PersonId former)
    {
        var (best, men) = (PersonId.None, 0);
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || force.Seat != seat || !force.Commander.Exists || force.Commander == former || force.Men <= men) continue;
            if (world[force.Commander].Fate == (byte)PersonFate.Free) (best, men) = (force.Commander, force.Men);
        }
        return best;
    }

    /// <summary>The order came where the man is: he gives himself up, or runs; under sentence of death he dies.</summary>
    internal static void Seize(World world, in Order order, PlaceId at, SeatId court, EventRef cause)
    {
        var person = CourtRule.PersonOf(order);
        var fate = (PersonFate)world[person].Fate;
        if (fate is PersonFate.Dead or PersonFate.Captive or PersonFate.Fled or PersonFate.Escaped) return;
        if (fate != PersonFate.Arrested)
        {
            if (!Submits(world, person, at, at == world[court].At))
            {
                Strip(world, person, world.Emit(new PersonFled(person, at), cause));
                return;
            }
            cause = world.Emit(new PersonArrested(person, at), cause);
            Strip(world, person, cause);
        }
        if (order.Kind == OrderKind.Execute) Kill(world, person, at, caught: false, cause);
    }

    /// <summary>Loyalty and fear speak for giving oneself up, ambition for running; at court the guards are at the door.</summary>
    private static bool Submits(World world, PersonId person, PlaceId at, bool atCourt)
    {
        var fear = 0;
        var office = CourtRule.OfficeOf(world, person);
        if (office.Exists) fear = world[office].Fear;
        return world.ChanceAt(at).PerMille(Purpose.Arrest, world.Scenario.Persons[person.Value].Key)
            < Submits(world[person].Loyalty, fear, world.Scenario.Persons[person.Value].Ambition, atCourt);
    }

    /// <summary>The chance that he gives himself up, per mille.</summary>
    public static int Submits(int loyalty, int fear, int ambition, bool atCourt)
    {
        var pull = (loyalty - 300) * 3 + fear * 2 - ambition + (atCourt ? GuardPull : 0);
        return Fixed.ToPerMille(Fixed.Logistic(Fixed.FromPerMille(Whole.Clamp(pull, -8000, 8000))));
    }

    /// <summary>Who reached for power and failed.</summary>
    internal static void Punish(World world, PersonId person, PlaceId at, EventRef cause)
    {
        Strip(world, person, cause);
        Kill(world, person, at, caught: false, cause);
    }

    private static void Kill(World world, PersonId person, PlaceId at, bool caught, EventRef cause)
    {
        var polity = world[person].Polity;
        var dead = world.Emit(new PersonExecuted(person, at, caught), cause);
        var court = world.Scenario.CourtOf[polity.Value];
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            var to = new SeatId(s);
            if (world[to].Open == 0 || world.Scenario.Seats[s].Polity != polity || to == court) continue;
            if (world[to].At == at) HearOfDeath(world, to, person, dead);
            else
                CourierRule.Send(world, new CourierRule.Packet(DispatchKind.Edict, court, at, world[to].At, Handling.None, Post.Horse)
                {
                    ToSeat = to, Order = Order.Of(court, new Execute(person)),
                }, dead);
        }
    }

    /// <summary>A seat hears who was put to death: its holder fears and cools, and men who had served under him lose heart.</summary>
    internal static void HearOfDeath(World world, SeatId seat, PersonId person, EventRef cause)
    {
        ref readonly var dead = ref world.Scenario.Persons[person.Value];
        var like = world.Scenario.Persons[world[seat].Holder.Value].WarPeace * dead.WarPeace > 0;
        var heard = world.Emit(new ExecutionHeard(seat, person, FearOfDeath, (short)(LoyaltyLost * (like ? 2 : 1))), cause);
        for (short f = 1; f < world.Forces; f++)
        {
            var force = new ForceId(f);
            if (world[force].Alive && world[force].Seat == seat && WasHis(world, force, person)) world.Emit(new ForceShaken(force, person, dead.Leadership), heard);
        }
    }

    /// <summary>By the order of battle of the first day: he led the body, or the seat it is under.</summary>
    private static bool WasHis(World world, ForceId force, PersonId person)
    {
        ref readonly var then = ref world.Scenario.Start!.ForceTable[force.Value];
        return then.Commander == person || (then.Seat.Exists && world.Scenario.Start!.SeatTable[then.Seat.Value].Holder == person);
    }

    /// <summary>Those who ran are caught and killed, or get away.</summary>
    internal static void Hunt(World world, PolityId polity)
    {
        for (short p = 1; p < world.PersonTable.Length; p++)
        {
            var person = new PersonId(p);
            if (world[person].Polity != polity || world[person].Fate != (byte)PersonFate.Fled) continue;
            var court = world[world.Scenario.CourtOf[polity.Value]].At;
            var roll = world.ChanceAt(court).PerMille(Purpose.Manhunt, world.Scenario.Persons[p].Key);
            if (roll < CaughtPerMille) Kill(world, person, court, caught: true, world.CourtOf(polity).Affair);
            else if (roll < CaughtPerMille + AwayPerMille) world.Emit(new PersonEscaped(person), world.CourtOf(polity).Affair);
        }
    }
}
