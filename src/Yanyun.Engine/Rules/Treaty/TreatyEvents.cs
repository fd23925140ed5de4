namespace Yanyun.Engine.Rules;

/// <summary>The draft of a peace came before a seat.</summary>
public readonly record struct PaperHeard(SeatId Seat, SeatId By, TreatyId Treaty, ushort Silver, ushort Silk) : IEvent
{
    public static EventKind Kind => EventKind.PaperHeard;

    public void Apply(World world)
    {
        ref var talk = ref world.PeaceTalkOf(Seat);
        talk.OfferBy = By;
        talk.Offered = Treaty;
        talk.OfferedSilver = Silver;
        talk.OfferedSilk = Silk;
        talk.HeardOn = (ushort)world.Today;
        talk.RepliedOn = 0;
        world[Seat].NewsOn = (ushort)world.Today;
    }
}

/// <summary>An answer to an offer came back to the seat that had made it.</summary>
/// <param name="Answer"><see cref="Code.Obeys"/>: sealed; <see cref="Code.Refuses"/>: sent back; <see cref="Code.Overtaken"/>: sealed, but the offer stands no more.</param>
public readonly record struct PaperAnswered(SeatId Seat, SeatId By, TreatyId Treaty, Code Answer) : IEvent
{
    public static EventKind Kind => EventKind.PaperAnswered;

    public void Apply(World world)
    {
        ref var talk = ref world.PeaceTalkOf(Seat);
        talk.Answer = Answer;
        talk.AnsweredOn = (ushort)world.Today;
        world[Seat].NewsOn = (ushort)world.Today;
    }
}

/// <summary>The sealed papers were exchanged: the treaty binds, the war between the two and all who stand on their sides is over.</summary>
/// <param name="By">The seat that proposed and has the sealed paper in hand.</param>
public readonly record struct TreatyConcluded(TreatyId Treaty, SeatId By, SeatId With, ushort Silver, ushort Silk) : IEvent
{
    public static EventKind Kind => EventKind.TreatyConcluded;

    public void Apply(World world)
    {
        var scenario = world.Scenario;
        ref readonly var terms = ref scenario.Treaties[Treaty.Value];
        world[Treaty] = new TreatyState
        {
            Event = world.LastEvent, Silver = Silver, Silk = Silk, Since = (ushort)world.Today, Validity = Validity.InForce,
        };
        var a = scenario.Polities[terms.A.Value].Side;
        var b = scenario.Polities[terms.B.Value].Side;
        for (byte p = 1; p < scenario.Polities.Length; p++)
            for (byte q = 1; q < scenario.Polities.Length; q++)
                if ((scenario.Polities[p].Side == a && scenario.Polities[q].Side == b) || (scenario.Polities[p].Side == b && scenario.Polities[q].Side == a))
                    world.PolityTable[p].Wars &= (ushort)(ushort.MaxValue & ~(1 << q));
        Ledger.Open(world, Treaty);
    }
}

/// <summary>A seat heard that the war is over.</summary>
public readonly record struct PeaceLearned(SeatId Seat, TreatyId Treaty) : IEvent
{
    public static EventKind Kind => EventKind.PeaceLearned;

    public void Apply(World world)
    {
        ref var seat = ref world[Seat];
        seat.Wars = world[world.Scenario.Seats[Seat.Value].Polity].Wars;
        seat.NewsOn = (ushort)world.Today;
        if (seat.Aim.Kind == OrderKind.Direct) seat.Aim = default;
    }
}

/// <summary>One side went back on a treaty: whatever was not performed is broken.</summary>
public readonly record struct TreatyRenounced(TreatyId Treaty, PolityId By) : IEvent
{
    public static EventKind Kind => EventKind.TreatyRenounced;

    public void Apply(World world)
    {
        ref readonly var terms = ref world.Scenario.Treaties[Treaty.Value];
        ref var state = ref world[Treaty];
        state.Validity = Validity.Void;
        state.By = By;
        state.Event = world.LastEvent;
        state.Next = 0;
        for (var c = terms.First; c < terms.First + terms.Count; c++)
        {
            ref var entry = ref world.ClauseTable[c];
            entry.Next = 0;
            if (entry.Standing is Standing.Performed or Standing.Waived or Standing.Broken or Standing.None) continue;
            entry.Standing = Standing.Broken;
            entry.Event = world.LastEvent;
        }
    }
}

/// <summary>A clause was performed, in full or up to what is still owed.</summary>
/// <param name="Amount">Places, persons or strings of cash performed now.</param>
/// <param name="Left">Still owed.</param>
public readonly record struct ClausePerformed(TreatyId Treaty, ClauseId Clause, int Amount, int Left) : IEvent
{
    public static EventKind Kind => EventKind.ClausePerformed;
    public void Apply(World world) => Ledger.Enter(world, Treaty, Clause.Value, Amount, Left);
}

/// <summary>Nothing was left of a clause to perform.</summary>
public readonly record struct ClauseWaived(TreatyId Treaty, ClauseId Clause) : IEvent
{
    public static EventKind Kind => EventKind.ClauseWaived;
    public void Apply(World world) => Ledger.Close(world, Treaty, Clause.Value, Standing.Waived);
}

/// <summary>The day of a clause passed with something still owed.</summary>
public readonly record struct ClauseLate(TreatyId Treaty, ClauseId Clause, int Owed) : IEvent
{
    public static EventKind Kind => EventKind.ClauseLate;
    public void Apply(World world) => Ledger.Delay(world, Treaty, Clause.Value);
}

/// <summary>A clause was not performed within its grace.</summary>
public readonly record struct ClauseBroken(TreatyId Treaty, ClauseId Clause, int Owed) : IEvent
{
    public static EventKind Kind => EventKind.ClauseBroken;
    public void Apply(World world) => Ledger.Close(world, Treaty, Clause.Value, Standing.Broken);
}

/// <summary>Silver and silk changed hands: money leaves one treasury and enters the other, none leaves the world.</summary>
/// <param name="Cash">Their worth in strings.</param>
public readonly record struct TributePaid(TreatyId Treaty, PolityId By, PolityId To, PlaceId Place, int Cash) : IEvent
{
    public static EventKind Kind => EventKind.TributePaid;

    public void Apply(World world)
    {
        world[By].Cash -= Cash;
        world[To].Cash += Cash;
        if (Place.Exists) world.Stir(Place);
    }
}

/// <summary>A garrison left a town that was given up; its men are now of the guard of another. No man leaves the world.</summary>
public readonly record struct GarrisonRecalled(ForceId Force, PlaceId From, PlaceId To, int Men) : IEvent
{
    public static EventKind Kind => EventKind.GarrisonRecalled;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        Aftermath.JoinGuard(ref world[To], ref force, Men);
        Aftermath.Dissolve(world, ref force, ForceId.None, To);
    }
}
