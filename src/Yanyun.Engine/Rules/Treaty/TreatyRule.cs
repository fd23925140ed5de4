namespace Yanyun.Engine.Rules;

/// <summary>
/// How peace is made and unmade. One side's court, or a general with full powers, puts a draft before the other; it rides, is sealed or sent
/// back, and binds when the sealed paper is in the proposer's hands. Who renounces it breaks whatever was still owed. What is owed in
/// between is <see cref="Ledger"/>.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/treaty.md.</remarks>
public static class TreatyRule
{
    /// <summary>Most silver and silk a year that a paper may name, thousands. Balance: eight times the peace of 1141-42.</summary>
    public const int MostThousands = 2000;

    /// <summary>Days after which a seat that has not heard of the peace is written to again. Estimate 5 - 20.</summary>
    public const int RemindDays = 10;

    // At the desk.

    public static Verdict Judge(in View view, in Propose order)
    {
        var may = MayTreat(view, order.To);
        if (!may.Ok) return may;
        // What stood on the first day was sworn once; it is no draft.
        if (!order.Treaty.Exists || order.Treaty.Value >= view.Scenario.Treaties.Length || view.Scenario.Start![order.Treaty].Validity != Validity.Draft
            || !view.Scenario.Treaties[order.Treaty.Value].Between(view.Polity, view.Scenario.Seats[order.To.Value].Polity))
            return Verdict.Refused(Code.NoSuchTreaty, number: order.Treaty.Value);
        return order.Silver > MostThousands || order.Silk > MostThousands ? Verdict.Refused(Code.OutOfBounds, number: Whole.Max((int)order.Silver, order.Silk))
            : Verdict.Accepted;
    }

    public static Verdict Judge(in View view, in Accept order)
    {
        var may = MayTreat(view, order.To);
        if (!may.Ok) return may;
        ref readonly var talk = ref view.PeaceTalk;
        return talk.OfferBy == order.To && talk.Offered == order.Treaty && talk.OfferedSilver == order.Silver && talk.OfferedSilk == order.Silk
               && talk.RepliedOn == 0 ? Verdict.Accepted : Verdict.Refused(Code.NoSuchOffer, number: order.To.Value);
    }

    public static Verdict Judge(in View view, in Decline order)
    {
        var may = MayTreat(view, order.To);
        if (!may.Ok) return may;
        return view.PeaceTalk.OfferBy == order.To && view.PeaceTalk.Offered == order.Treaty && view.PeaceTalk.RepliedOn == 0
            ? Verdict.Accepted : Verdict.Refused(Code.NoSuchOffer, number: order.To.Value);
    }

    /// <summary>Whether a seat may treat: the court of a state, or who has full powers in its war.</summary>
    public static bool Treats(in View view) => view.Scenario.CourtOf[view.Polity.Value] == view.Seat || view.Office.Authority == Authority.Supreme;

    private static Verdict MayTreat(in View view, SeatId to)
    {
        if (to.Value == 0 || to.Value >= view.Scenario.Seats.Length) return Verdict.Refused(Code.NoSuchSeat, number: to.Value);
        if (!Treats(view)) return Verdict.Refused(Code.OfficeLacksPower, number: to.Value);
        var other = view.Scenario.Seats[to.Value].Polity;
        if (view.Scenario.SameSide(other, view.Polity)) return Verdict.Refused(Code.WrongPolity, number: to.Value);
        return view.Hostile(other) ? Verdict.Accepted : Verdict.Refused(Code.NotHostile, number: to.Value);
    }

    /// <summary>What a seat writes down of the papers it sends.</summary>
    internal static void EnterInBook(World world, in Order order)
    {
        ref var talk = ref world.PeaceTalkOf(order.Seat);
        if (order.Kind is OrderKind.Accept or OrderKind.Decline) talk.RepliedOn = (ushort)world.Today;
        if (order.Kind != OrderKind.Propose) return;
        var offer = order.As<Propose>();
        talk.MadeTo = offer.To;
        talk.Made = offer.Treaty;
        talk.MadeSilver = offer.Silver;
        talk.MadeSilk = offer.Silk;
        talk.MadeOn = (ushort)world.Today;
        talk.AnsweredOn = 0;
        talk.Answer = Code.Accepted;
    }

    /// <summary>A paper, or word of a peace, came to a seat.</summary>
    internal static void Receive(World world, in Order paper, SeatId to, EventRef cause)
    {
        if (!world.Plays(RuleSwitch.Treaty)) return;
        var own = world.Scenario.Seats[to.Value].Polity == world.Scenario.Seats[paper.Seat.Value].Polity;
        switch (paper.Kind)
        {
            case OrderKind.Propose:
                var offer = paper.As<Propose>();
                world.Emit(new PaperHeard(to, paper.Seat, offer.Treaty, offer.Silver, offer.Silk), cause);
                break;
            case OrderKind.Decline:
                world.Emit(new PaperAnswered(to, paper.Seat, paper.As<Decline>().Treaty, Code.Refuses), cause);
                break;
            case OrderKind.Accept when own:
                Hear(world, to, paper, cause);
                break;
            case OrderKind.Accept:
                Exchange(world, paper, to, cause);
                break;
        }
    }

    /// <summary>A sealed paper: the proposer's own offer come back, or, to who sealed it, word that it binds.</summary>
    private static void Exchange(World world, in Order paper, SeatId to, EventRef cause)
    {
        var sealedBy = paper.As<Accept>();
        ref readonly var state = ref world[sealedBy.Treaty];
        if (state.Validity == Validity.InForce)
        {
            Hear(world, to, paper, cause);
            return;
        }
        ref readonly var talk = ref world.PeaceTalkOf(to);
        var stands = talk.MadeTo == paper.Seat && talk.Made == sealedBy.Treaty && talk.MadeSilver == sealedBy.Silver && talk.MadeSilk == sealedBy.Silk
                     && world.Hostile(world.Scenario.Seats[to.Value].Polity, world.Scenario.Seats[paper.Seat.Value].Polity);
        var answered = world.Emit(new PaperAnswered(to, paper.Seat, sealedBy.Treaty, stands ? Code.Obeys : Code.Overtaken), cause);
        if (!stands) return;
        var concluded = world.Emit(new TreatyConcluded(sealedBy.Treaty, to, paper.Seat, sealedBy.Silver, sealedBy.Silk), answered);
        Write(world, to, paper.Seat, sealedBy, concluded);
        Hear(world, to, paper, concluded);
    }

    /// <summary>A seat hears of a peace, calls home who stands on the other's land, and, if it made the peace, tells its own side.</summary>
    private static void Hear(World world, SeatId to, in Order paper, EventRef cause)
    {
        var treaty = paper.As<Accept>().Treaty;
        if (world[treaty].Validity != Validity.InForce || !StillAtWar(world, to)) return;
        var learned = world.Emit(new PeaceLearned(to, treaty), cause);
        CallHome(world, to, learned);
        if (Made(world, to, treaty)) Tell(world, to, paper.As<Accept>(), learned);
    }

    private static bool Made(World world, SeatId seat, TreatyId treaty) =>
        world.PeaceTalkOf(seat).Made == treaty || (world.PeaceTalkOf(seat).Offered == treaty && world.PeaceTalkOf(seat).RepliedOn != 0);

    /// <summary>Whether a seat believes in a war that is over.</summary>
    private static bool StillAtWar(World world, SeatId seat) =>
        (world[seat].Wars & ~world[world.Scenario.Seats[seat.Value].Polity].Wars) != 0;

    private static void Tell(World world, SeatId from, in Accept paper, EventRef cause)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            var to = new SeatId(s);
            if (to == from || world[to].Open == 0 || !world.Scenario.SameSide(world.Scenario.Seats[s].Polity, world.Scenario.Seats[from.Value].Polity)) continue;
            if (!StillAtWar(world, to)) continue;
            if (world[to].At == world[from].At && world.Scenario.Seats[s].Beliefs == world.Scenario.Seats[from.Value].Beliefs)
                CallHome(world, to, world.Emit(new PeaceLearned(to, paper.Treaty), cause));
            else Write(world, from, to, paper, cause);
        }
    }

    private static void Write(World world, SeatId from, SeatId to, in Accept paper, EventRef cause) =>
        CourierRule.Send(world, new CourierRule.Packet(DispatchKind.Envoy, from, world[from].At, world[to].At, Handling.None, Post.Urgent)
        {
            ToSeat = to, Order = Order.Of(from, paper),
        }, cause);

    /// <summary>Riders get lost: who still fights is told again.</summary>
    internal static void Remind(World world, TreatyId treaty)
    {
        ref readonly var state = ref world[treaty];
        if ((world.Today - state.Since) % RemindDays != 0 || world.Today == state.Since) return;
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            var from = new SeatId(s);
            if (world[from].Open == 0 || !Made(world, from, treaty) || StillAtWar(world, from)) continue;
            var paper = new Accept(from, treaty, state.Silver, state.Silk);
            Tell(world, from, paper, state.Event);
            ref readonly var talk = ref world.PeaceTalkOf(from);
            if (talk.Made == treaty && StillAtWar(world, talk.MadeTo)) Write(world, from, talk.MadeTo, paper, state.Event);
        }
    }

    /// <summary>Who stands on the other's land, or was sent there, is called back to his base.</summary>
    private static void CallHome(World world, SeatId seat, EventRef cause)
    {
        var polity = world.Scenario.Seats[seat.Value].Polity;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || force.Seat != seat || !force.Mobile || force.Task == TaskKind.Withdraw) continue;
            var abroad = force.At.Exists && !world.Scenario.SameSide(world[force.At].Holder, polity);
            if (!abroad && force.Task == TaskKind.Hold && force.At.Exists) continue;
            var id = new ForceId(f);
            var home = Ours(world, force.Base, polity) ? force.Base : MarchRule.Refuge(world, id);
            if (home.Exists) CourierRule.Carry(world, Order.Of(seat, new Withdraw(id, home)), cause);
        }
    }

    internal static bool Ours(World world, PlaceId place, PolityId polity) =>
        place.Exists && world[place].Holder.Exists && world.Scenario.SameSide(world[place].Holder, polity);

    /// <summary>War was begun: the treaties between the two are at an end.</summary>
    internal static void Break(World world, PolityId by, PolityId with, EventRef war)
    {
        if (!world.Plays(RuleSwitch.Treaty)) return;
        for (byte t = 1; t < world.TreatyTable.Length; t++)
            if (world.TreatyTable[t].Validity == Validity.InForce && world.Scenario.Treaties[t].Between(by, with))
                world.Emit(new TreatyRenounced(new TreatyId(t), by), war);
    }
}
