namespace Yanyun.Engine.Rules;

/// <summary>
/// Who may order what. A seat orders the forces of its own command; a court directs commands, grants powers, and may order any force of its polity
/// over their heads. Everything is judged here by what the seat believes, at once; what the commander makes of it is <see cref="Obedience"/>.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/command.md.</remarks>
public static class CommandRule
{
    /// <summary>A seat decides when it hears news, and else every <see cref="Rhythm.Days"/> days.</summary>
    public static bool HasCause(in View view)
    {
        ref readonly var office = ref view.Office;
        return office.NewsOn == view.Today || view.Today - office.DecidedOn >= Rhythm.Days && (view.Today + view.Seat.Value) % Rhythm.Days == 0;
    }

    /// <summary>At the desk: may the seat order this, by what it believes?</summary>
    public static Verdict Judge(in View view, in Order order) => order.Kind switch
    {
        OrderKind.March => First(JudgeForce(view, order), MarchRule.Judge(view, order.As<March>())),
        OrderKind.Withdraw => First(JudgeForce(view, order), MarchRule.Judge(view, order.As<Withdraw>())),
        OrderKind.Follow => First(JudgeForce(view, order), MarchRule.Judge(view, order.As<Follow>())),
        OrderKind.BurnBridge => First(JudgeForce(view, order), MarchRule.Judge(view, order.As<BurnBridge>())),
        OrderKind.Take => First(JudgeForce(view, order), SiegeRule.Judge(view, order.As<Take>())),
        OrderKind.Relieve => First(JudgeForce(view, order), SiegeRule.Judge(view, order.As<Relieve>())),
        OrderKind.Storm => First(JudgeForce(view, order), SiegeRule.Judge(view, order.As<Storm>())),
        OrderKind.Sally => First(JudgeForce(view, order), SiegeRule.Judge(view, order.As<Sally>())),
        OrderKind.Lift => First(JudgeForce(view, order), SiegeRule.Judge(view, order.As<Lift>())),
        OrderKind.Summon => First(JudgeForce(view, order), SiegeRule.Judge(view, order.As<Summon>())),
        OrderKind.Escort => First(JudgeForce(view, order), PopulationRule.Judge(view, order.As<Escort>())),
        OrderKind.Convoy => SupplyRule.Judge(view, order.As<Convoy>()),
        OrderKind.Hold => First(JudgeForce(view, order), JudgePlace(view, order.As<Hold>().Force, order.As<Hold>().Place)),
        OrderKind.Harass => First(JudgeForce(view, order), JudgePlace(view, order.As<Harass>().Force, order.As<Harass>().Place)),
        OrderKind.SetStance => First(JudgeForce(view, order), order.As<SetStance>().Stance <= Stance.Seek ? Verdict.Accepted : Verdict.Refused(Code.OutOfBounds)),
        OrderKind.RideWith => JudgeRide(view, order.As<RideWith>()),
        OrderKind.StayAt => JudgeStay(view, order.As<StayAt>().Place),
        OrderKind.Direct => JudgeDirect(view, order.As<Direct>()),
        OrderKind.Grant => JudgeGrant(view, order.As<Grant>()),
        OrderKind.Appoint => JudgeAppoint(view, order.As<Appoint>()),
        OrderKind.Inform => JudgeSeat(view, order.As<Inform>().To),
        OrderKind.Renounce => JudgeRenounce(view, order.As<Renounce>()),
        OrderKind.Rouse => UprisingRule.Judge(view, order.As<Rouse>()),
        OrderKind.Entice => DefectionRule.Judge(view, order.As<Entice>()),
        OrderKind.Tempt => DefectionRule.Judge(view, order.As<Tempt>()),
        OrderKind.Propose => TreatyRule.Judge(view, order.As<Propose>()),
        OrderKind.Accept => TreatyRule.Judge(view, order.As<Accept>()),
        OrderKind.Decline => TreatyRule.Judge(view, order.As<Decline>()),
        OrderKind.Argue => CourtRule.Judge(view, order.As<Argue>()),
        OrderKind.Dismiss => CourtRule.Judge(view, order.As<Dismiss>()),
        OrderKind.Arrest => CourtRule.Judge(view, order.As<Arrest>()),
        OrderKind.Execute => CourtRule.Judge(view, order.As<Execute>()),
        _ => Verdict.Refused(Code.OutOfBounds, number: (int)order.Kind),
    };

    private static Verdict First(Verdict a, Verdict b) => a.Ok ? b : a;

    private static Verdict JudgeForce(in View view, in Order order)
    {
        var force = OrderFacts.ForceOf(order);
        if (!view.Knows(force)) return Verdict.Refused(Code.UnknownForce, force: force);
        if (!view.Commands(force) && !(view.Kind == SeatKind.Court && view.SeatOf(force).Exists && view.PolityOf(force) == view.Polity))
            return Verdict.Refused(Code.NotYourForce, force: force);
        return view[force].Doing == Doing.Gone ? Verdict.Refused(Code.ForceGone, force: force) : Verdict.Accepted;
    }

    /// <summary>Whether a force may be told to go to a place: it exists, there is a way, a garrison stays.</summary>
    internal static Verdict JudgePlace(in View view, ForceId force, PlaceId place)
    {
        if (place.Value <= 0 || place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, place);
        var from = view[force].Place;
        if (from == place) return Verdict.Accepted;
        if ((view.TraitsOf(force) & ForceTraits.Garrison) != 0) return Verdict.Refused(Code.GarrisonStays, place, force);
        return view.Atlas.MarchCost(from, place) == Atlas.NoWay ? Verdict.Refused(Code.NoWayThere, place, force) : Verdict.Accepted;
    }

    private static Verdict JudgeRide(in View view, in RideWith order) =>
        !view.Commands(order.Force) ? Verdict.Refused(Code.NotYourForce, force: order.Force)
        : view.Scenario.HouseOf(view.Seat) != view.Seat ? Verdict.Refused(Code.OfficeLacksPower)
        : view[order.Force].Place != view.Office.At ? Verdict.Refused(Code.NotHere, view.Office.At, order.Force) : Verdict.Accepted;

    private static Verdict JudgeStay(in View view, PlaceId place)
    {
        if (place.Value <= 0 || place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, place);
        if (view.Scenario.HouseOf(view.Seat) != view.Seat) return Verdict.Refused(Code.OfficeLacksPower, place);
        if (view.Atlas.RideLi(view.Office.At, place) == Atlas.NoWay) return Verdict.Refused(Code.NoWayThere, place);
        return view.Hostile(view[place].Holder) ? Verdict.Refused(Code.HostilePlace, place) : Verdict.Accepted;
    }

    private static Verdict JudgeSeat(in View view, SeatId to) =>
        to.Value == 0 || to.Value >= view.Scenario.Seats.Length || to == view.Seat ? Verdict.Refused(Code.NoSuchSeat, number: to.Value)
        : !view.Scenario.SameSide(view.Scenario.Seats[to.Value].Polity, view.Polity) ? Verdict.Refused(Code.WrongPolity, number: to.Value) : Verdict.Accepted;

    private static Verdict JudgeDirect(in View view, in Direct order)
    {
        var seat = JudgeSeat(view, order.To);
        if (!seat.Ok) return seat;
        if (!IsUnder(view, order.To)) return Verdict.Refused(Code.NotYourSeat, number: order.To.Value);
        if (order.Task > TaskKind.Withdraw || order.Task == TaskKind.Follow) return Verdict.Refused(Code.OutOfBounds, number: (int)order.Task);
        return order.Place.Value <= 0 || order.Place.Value >= view.Atlas.PlaceRows ? Verdict.Refused(Code.UnknownPlace, order.Place) : Verdict.Accepted;
    }

    private static Verdict JudgeGrant(in View view, in Grant order)
    {
        var seat = JudgeSeat(view, order.To);
        if (!seat.Ok) return seat;
        if (view.Kind != SeatKind.Court) return Verdict.Refused(Code.OfficeLacksPower, number: order.To.Value);
        return order.Authority > Authority.Supreme ? Verdict.Refused(Code.OutOfBounds, number: (int)order.Authority) : Verdict.Accepted;
    }

    private static Verdict JudgeAppoint(in View view, in Appoint order)
    {
        var seat = JudgeSeat(view, order.To);
        if (!seat.Ok) return seat;
        if (view.Kind != SeatKind.Court) return Verdict.Refused(Code.OfficeLacksPower, number: order.To.Value);
        if (order.Person.Value <= 0 || order.Person.Value >= view.Scenario.Persons.Length) return Verdict.Refused(Code.OutOfBounds, number: order.Person.Value);
        return view.FateOf(order.Person) is PersonFate.Free or PersonFate.Dismissed ? Verdict.Accepted : Verdict.Refused(Code.NotAtLiberty, number: order.Person.Value);
    }

    private static Verdict JudgeRenounce(in View view, in Renounce order)
    {
        if (view.Kind != SeatKind.Court) return Verdict.Refused(Code.OfficeLacksPower);
        if (!order.With.Exists || order.With.Value >= view.Scenario.Polities.Length || view.Scenario.SameSide(order.With, view.Polity))
            return Verdict.Refused(Code.WrongPolity, number: order.With.Value);
        return view.Hostile(order.With) ? Verdict.Refused(Code.AlreadyDone, number: order.With.Value) : Verdict.Accepted;
    }

    /// <summary>Whether a seat stands under the viewing one: its court, or a superior up the line at the scenario's start.</summary>
    private static bool IsUnder(in View view, SeatId to)
    {
        if (view.Kind == SeatKind.Court && view.Scenario.Seats[to.Value].Polity == view.Polity) return true;
        var start = view.Scenario.Start!;
        for (var s = start[to].Superior; s.Exists; s = start[s].Superior)
            if (s == view.Seat) return true;
        return false;
    }

    /// <summary>The seat's clerk writes down what was ordered.</summary>
    internal static void EnterInCopyBook(World world, in Order order)
    {
        if (order.Kind == OrderKind.Direct) EnterEdict(world, order);
        if (order.Kind is OrderKind.Propose or OrderKind.Accept or OrderKind.Decline) TreatyRule.EnterInBook(world, order);
        var force = OrderFacts.ForceOf(order);
        if (!force.Exists || world[force].Seat != order.Seat) return;
        ref var book = ref world.CopyBooks[force.Value];
        var believed = world.BeliefOf(world.Scenario.Seats[order.Seat.Value].Beliefs, force).Place;
        var li = world.Atlas.RideLi(world[order.Seat].At, believed);
        book.GivenOn = (ushort)world.Today;
        book.ExpectedOn = (ushort)(world.Today + (li == Atlas.NoWay ? World.LongestRide : li / 240));
        book.ConfirmedOn = 0;
        book.Answer = Code.Accepted;
        book.Reason = Code.Accepted;
        if (Tasks.Of(order) is { } task)
        {
            book.Task = task.Task;
            book.Target = task.Target;
            book.TargetForce = task.TargetForce;
        }
    }

    private static void EnterEdict(World world, in Order order)
    {
        var direct = order.As<Direct>();
        if (world.Scenario.Start!.SeatTable[direct.To.Value].Superior != order.Seat) return;
        world.EdictBooks[direct.To.Value] = new EdictBook { Target = direct.Place, Task = direct.Task, GivenOn = (ushort)world.Today };
    }

    /// <summary>Orders that concern the seat itself, or that its own office carries out.</summary>
    internal static void ActAtOnce(World world, in Order order, EventRef given)
    {
        switch (order.Kind)
        {
            case OrderKind.RideWith:
                world.Emit(new SeatMoved(order.Seat, order.As<RideWith>().Force, PlaceId.None, (ushort)world.Today), given);
                break;
            case OrderKind.StayAt:
                var to = order.As<StayAt>().Place;
                var days = JourneyDays(world.Atlas.RideLi(world[order.Seat].At, to));
                world.Emit(new SeatMoved(order.Seat, ForceId.None, to, (ushort)(world.Today + days)), given);
                break;
            case OrderKind.Renounce:
                Renounce(world, order, given);
                break;
            case OrderKind.Inform:
                Letters.Write(world, order.Seat, order.As<Inform>().To, given);
                break;
            case OrderKind.Convoy:
                SupplyRule.SendConvoy(world, order.As<Convoy>(), world.Scenario.Seats[order.Seat.Value].Polity, given);
                break;
            case OrderKind.Rouse:
                UprisingRule.Send(world, order, given);
                break;
            case OrderKind.Entice or OrderKind.Tempt:
                DefectionRule.Send(world, order, given);
                break;
        }
    }

    /// <summary>Days that a holder of office and his staff are on the road: 120 li each.</summary>
    public static int JourneyDays(int li) => Whole.Max(1, li / 120);

    private static void Renounce(World world, in Order order, EventRef given)
    {
        var with = order.As<Renounce>().With;
        var own = world.Scenario.Seats[order.Seat.Value].Polity;
        var war = world.Emit(new WarBegun(own, with), given);
        TreatyRule.Break(world, own, with, war);
        world.Emit(new WarLearned(order.Seat, with), war);
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            if (s == order.Seat.Value || world.SeatTable[s].Open == 0 || world.Scenario.Seats[s].Polity != own) continue;
            var packet = new CourierRule.Packet(DispatchKind.Edict, order.Seat, world[order.Seat].At, world.SeatTable[s].At, Handling.None, Post.Urgent)
            {
                ToSeat = new SeatId(s), Order = order,
            };
            if (world.SeatTable[s].At == world[order.Seat].At) world.Emit(new WarLearned(new SeatId(s), with), war);
            else CourierRule.Send(world, packet, war);
        }
    }
}
