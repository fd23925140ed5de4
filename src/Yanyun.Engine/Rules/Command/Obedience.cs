namespace Yanyun.Engine.Rules;

/// <summary>
/// What a commander makes of an order that has reached him. He compares it with what stands before him, and obeys, adapts, delays with a memorial, or
/// refuses: by loyalty, fear, his authority, the age of the order, and what obeying would cost. Each refusal moves trust and fear at court.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/command.md.</remarks>
public static class Obedience
{
    /// <summary>At fewer days of grain than this an order to go forward is put off. Estimate 2-5.</summary>
    public const int LeanDays = 3;

    /// <summary>Enemy before him in hundredths of his own men from which a commander balks at leaving or at going on. Estimate 180-300.</summary>
    public const int BalksAt = 250;

    internal static void Receive(World world, in Order order, ushort givenOn, ForceId id, EventRef cause)
    {
        if (!world[id].Alive) return;
        var response = Weigh(world, order, givenOn, id);
        var answered = world.Emit(new OrderAnswered(id, order, givenOn, response.Answer, response.Reason), cause);
        if (response.Does) Act(world, order, id, response, answered);
        Reports.Answer(world, id, order, givenOn, response, answered);
    }

    private static Response Weigh(World world, in Order order, ushort givenOn, ForceId id)
    {
        ref readonly var force = ref world[id];
        var task = Tasks.Of(order);
        if (task is { } t)
        {
            if (force.Doing == Doing.Routed && t.Task != TaskKind.Withdraw) return new Response(Code.Delays, Code.ForceRouted);
            if (force.Doing == Doing.Besieged && t.Target != force.At) return new Response(Code.Refuses, Code.Besieged);
            if (t.Task == TaskKind.Take && t.Target.Exists && world.Scenario.SameSide(force.Polity, world[t.Target].Holder) && force.At == t.Target)
                return new Response(Code.Adapts, Code.AlreadyDone);
            if (world.Plays(RuleSwitch.Command) && GoesForward(t.Task) && Balks(world, id, order, givenOn) is { } balks) return balks;
        }
        return order.Kind switch
        {
            OrderKind.March => MarchRule.Obey(world, order.As<March>()),
            OrderKind.Withdraw => MarchRule.Obey(world, order.As<Withdraw>()),
            OrderKind.Follow => MarchRule.Obey(world, order.As<Follow>()),
            OrderKind.BurnBridge => MarchRule.Obey(world, order.As<BurnBridge>()),
            OrderKind.Take => SiegeRule.Obey(world, order.As<Take>()),
            OrderKind.Relieve => SiegeRule.Obey(world, order.As<Relieve>()),
            OrderKind.Storm => SiegeRule.Obey(world, order.As<Storm>()),
            OrderKind.Sally => SiegeRule.Obey(world, order.As<Sally>()),
            OrderKind.Lift => SiegeRule.Obey(world, order.As<Lift>()),
            OrderKind.Summon => SiegeRule.Obey(world, order.As<Summon>()),
            OrderKind.Escort => PopulationRule.Obey(world, order.As<Escort>()),
            _ => Response.Obeys,
        };
    }

    private static bool GoesForward(TaskKind task) => task is TaskKind.Take or TaskKind.Relieve or TaskKind.March or TaskKind.Harass;

    /// <summary>A commander without grain, or with too many enemies before him, weighs fear of his chief against his own judgement.</summary>
    private static Response? Balks(World world, ForceId id, in Order order, ushort givenOn)
    {
        ref readonly var force = ref world[id];
        var here = CourierRule.Where(force);
        Code reason;
        if ((force.Traits & ForceTraits.Band) != 0) return null; // they live among the enemy, and go by night
        if (SupplyRule.Days(world, id) < LeanDays) reason = Code.NoGrain;
        else if (Alarm.Against(world, here, force.Polity) > (long)FriendsAbout(world, here, force.Polity) * BalksAt / 100) reason = Code.BadlyOutnumbered;
        else if (Bands.TieDown(world, force)) reason = Code.BandsAbout;
        else return null;
        ref readonly var man = ref world.Scenario.Persons[force.Commander.Value];
        return world.Chance.PerMille(Purpose.Obedience, force.Key, (uint)order.Kind) < Boldness(man.Caution, order.Kind, world.Today - givenOn)
            ? null : new Response(Code.Delays, reason);
    }

    /// <summary>The chance that a commander goes forward all the same, against what he sees, per mille.</summary>
    /// <param name="caution">His, 0 - 1000.</param>
    /// <param name="age">Of the order, days.</param>
    public static int Boldness(int caution, OrderKind kind, int age) =>
        Whole.Clamp(1000 - caution + (kind == OrderKind.Take ? 0 : 100) - Whole.Min(300, age * 20), 50, 950);

    internal static int FriendsAbout(World world, PlaceId place, PolityId polity)
    {
        var men = 0;
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
            if (world.Scenario.SameSide(world[f].Polity, polity)) men += world[f].Men;
        return men;
    }

    private static void Act(World world, in Order order, ForceId id, Response response, EventRef answered)
    {
        if (order.Kind == OrderKind.SetStance)
        {
            world.Emit(new StanceTaken(id, order.As<SetStance>().Stance), answered);
            return;
        }
        if (Tasks.Of(order) is not { } task) return;
        if (response.Answer == Code.Adapts && response.Reason == Code.AlreadyDone) task = task with { Task = TaskKind.Hold };
        world.Emit(new TaskTaken(id, task.Task, task.Target, task.TargetForce, task.KeepDays, task.Pace), answered);
    }

    /// <summary>A seat's holder answers an edict.</summary>
    internal static void ReceiveEdict(World world, in Order edict, ushort givenOn, SeatId to, EventRef cause)
    {
        switch (edict.Kind)
        {
            case OrderKind.Grant:
                world.Emit(new PowersGranted(to, edict.As<Grant>().Authority), cause);
                break;
            case OrderKind.Dismiss or OrderKind.Arrest or OrderKind.Execute:
                CourtRule.Receive(world, edict, to, cause);
                break;
            case OrderKind.Appoint when !CourtRule.MayTake(world, to, edict.As<Appoint>().Person, cause):
                break;
            case OrderKind.Appoint:
                TakeOffice(world, to, edict.As<Appoint>().Person, cause);
                break;
            case OrderKind.Renounce:
                if ((world[to].Wars >> edict.As<Renounce>().With.Value & 1) == 0) world.Emit(new WarLearned(to, edict.As<Renounce>().With), cause);
                break;
            case OrderKind.Direct:
                AnswerEdict(world, edict, givenOn, to, cause);
                break;
        }
    }

    /// <summary>
    /// A new man takes an office over, and with it the bodies that his predecessor led in person and that stand at its seat. What is elsewhere keeps its
    /// man; and nobody is at the head of two bodies: who leads one already leaves the other to its officers.
    /// </summary>
    private static void TakeOffice(World world, SeatId to, PersonId person, EventRef cause)
    {
        var former = world[to].Holder;
        var filled = world.Emit(new SeatFilled(to, person, former), cause);
        if (!former.Exists || former == person) return;
        for (short f = 1; f < world.Forces; f++)
        {
            var id = new ForceId(f);
            ref readonly var force = ref world[id];
            if (!force.Alive || force.Seat != to || force.Commander != former) continue;
            if (world[to].With != id && (!force.At.Exists || force.At != world[to].At)) continue;
            world.Emit(new CommandPassed(id, LeadsABody(world, person) ? PersonId.None : person, former), filled);
        }
    }

    private static bool LeadsABody(World world, PersonId person)
    {
        for (short f = 1; f < world.Forces; f++)
            if (world[new ForceId(f)].Alive && world[new ForceId(f)].Commander == person) return true;
        return false;
    }

    private static void AnswerEdict(World world, in Order edict, ushort givenOn, SeatId to, EventRef cause)
    {
        var (response, trust, fear) = WeighEdict(world, edict, givenOn, to);
        var answered = world.Emit(new EdictAnswered(to, edict, givenOn, response.Answer, response.Reason, trust, fear), cause);
        if (response.Does) StaffWork(world, edict.As<Direct>(), to, answered);
        var memorial = new CourierRule.Packet(DispatchKind.Memorial, to, world[to].At, world[edict.Seat].At, Handling.Office, Post.Horse)
        {
            ToSeat = edict.Seat, AboutOrderOf = givenOn, Answer = response.Answer, Reason = response.Reason,
        };
        CourierRule.Send(world, memorial, answered);
    }

    private static (Response, short Trust, short Fear) WeighEdict(World world, in Order edict, ushort givenOn, SeatId to)
    {
        if (!world.Plays(RuleSwitch.Command)) return (Response.Obeys, 0, 0);
        ref readonly var seat = ref world[to];
        ref readonly var man = ref world.Scenario.Persons[seat.Holder.Value];
        var against = AgainstIt(world, edict.As<Direct>(), to);
        var told = new Told(world[seat.Holder].Loyalty, seat.Fear, man.Ambition, seat.Authority, world.Today - givenOn, seat.Refusals, against);
        var roll = world.Chance.PerMille(Purpose.Obedience, world.Scenario.Seats[to.Value].Key ^ (ulong)edict.Kind, (uint)givenOn);
        var reason = ReasonOf(against);
        if (roll < Edicts.Chance(told, EdictWeights.Shipped)) return (new Response(Code.Obeys, reason), (short)10, (short)0);
        if (reason == Code.Accepted) reason = seat.Authority == Authority.Bound ? Code.FearsCourt : Code.OwnJudgement;
        var refuses = man.Ambition > 600 && told.Loyalty < 500;
        return refuses ? (new Response(Code.Refuses, reason), (short)-150, (short)60) : (new Response(Code.Delays, reason), (short)-60, (short)30);
    }

    private static Code ReasonOf(Against against) => against switch
    {
        Against.LeavesWinning or Against.LeavesPressed => Code.OwnJudgement,
        Against.Unfed => Code.NoGrain,
        Against.Outnumbered => Code.BadlyOutnumbered,
        _ => Code.Accepted,
    };

    /// <summary>What he sees that speaks against the edict.</summary>
    private static Against AgainstIt(World world, in Direct direct, SeatId to)
    {
        ref readonly var seat = ref world[to];
        var polity = world.Scenario.Seats[to.Value].Polity;
        var enemies = Alarm.Against(world, seat.At, polity);
        var friends = FriendsAbout(world, seat.At, polity);
        if (direct.Task == TaskKind.Withdraw)
        {
            if (seat.At == direct.Place || enemies == 0 && !seat.With.Exists) return Against.Nothing;
            return seat.With.Exists && friends * 2 > enemies ? Against.LeavesWinning : Against.LeavesPressed;
        }
        if (seat.With.Exists && SupplyRule.Days(world, seat.With) < LeanDays) return Against.Unfed;
        return enemies > (long)friends * BalksAt / 100 ? Against.Outnumbered : Against.Nothing;
    }

    /// <summary>
    /// Obeying, a command turns an edict into orders to its forces. A withdrawal goes to every force away from its base; other tasks are left to the
    /// mind of the seat, which reads its aim.
    /// </summary>
    private static void StaffWork(World world, in Direct direct, SeatId to, EventRef answered)
    {
        if (direct.Task != TaskKind.Withdraw) return;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || force.Seat != to || !force.Mobile || force.Task == TaskKind.Withdraw) continue;
            if ((force.Traits & ForceTraits.Band) != 0) continue; // what lives behind the enemy's lines is not of the army that goes home
            if (force.Task == TaskKind.Hold && force.At == force.Base) continue;
            var id = new ForceId(f);
            var target = force.Base.Exists ? force.Base : direct.Place;
            CourierRule.Carry(world, Order.Of(to, new Withdraw(id, target)), answered);
        }
    }
}
