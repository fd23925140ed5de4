namespace Yanyun.Engine.Rules;

/// <summary>A seat gave an order that passed the desk.</summary>
public readonly record struct OrderGiven(Order Order) : IEvent
{
    public static EventKind Kind => EventKind.OrderGiven;

    public void Apply(World world)
    {
        world[Order.Seat].DecidedOn = (ushort)world.Today;
        CommandRule.EnterInCopyBook(world, Order);
    }
}

/// <summary>A force's commander answered the order that reached him.</summary>
/// <param name="Order">What he was told.</param>
/// <param name="GivenOn">Day it was given.</param>
public readonly record struct OrderAnswered(ForceId Force, Order Order, ushort GivenOn, Code Answer, Code Reason) : IEvent
{
    public static EventKind Kind => EventKind.OrderAnswered;
    public void Apply(World world) { }
}

/// <summary>A force has a new standing task.</summary>
public readonly record struct TaskTaken(ForceId Force, TaskKind Task, PlaceId Target, ForceId TargetForce, byte KeepDays, Pace Pace) : IEvent
{
    public static EventKind Kind => EventKind.TaskTaken;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Task = Task;
        force.Target = Target;
        force.TargetForce = TargetForce;
        force.Pace = Pace;
        force.TaskSince = (ushort)world.Today;
        force.TaskCause = world.LastEvent;
        if (KeepDays != 0) force.KeepDays = KeepDays;
    }
}

/// <summary>What a force does today changed, by its commander's conduct.</summary>
public readonly record struct ConductChanged(ForceId Force, Doing Doing, Code Why) : IEvent
{
    public static EventKind Kind => EventKind.ConductChanged;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Doing = Doing;
        if (Doing is Doing.Standing or Doing.Besieging or Doing.Besieged) force.HaltedOn = (ushort)world.Today;
        if (Why != Code.Accepted || Doing is not (Doing.Standing or Doing.Marching or Doing.Waiting or Doing.Hidden)) force.NewsOn = (ushort)world.Today;
    }
}

/// <summary>The holder of a seat answered an edict.</summary>
/// <param name="Trust">Change of the court's trust.</param>
/// <param name="Fear">Change of his fear.</param>
public readonly record struct EdictAnswered(SeatId Seat, Order Edict, ushort GivenOn, Code Answer, Code Reason, short Trust, short Fear) : IEvent
{
    public static EventKind Kind => EventKind.EdictAnswered;

    public void Apply(World world)
    {
        ref var seat = ref world[Seat];
        seat.Trust = (short)Whole.Clamp(seat.Trust + Trust, 0, 1000);
        seat.Fear = (short)Whole.Clamp(seat.Fear + Fear, 0, 1000);
        seat.NewsOn = (ushort)world.Today;
        if (Answer is Code.Obeys or Code.Adapts)
        {
            seat.Aim = Edict;
            seat.AimCause = world.LastEvent;
        }
        else
        {
            seat.Refusals = (byte)Whole.Min(255, seat.Refusals + 1);
            seat.RefusedOn = (ushort)world.Today;
        }
    }
}

/// <summary>The holder of a seat took horse with a force, or set out for a town.</summary>
/// <param name="ArrivesOn">Day he is there; today when he goes nowhere.</param>
public readonly record struct SeatMoved(SeatId Seat, ForceId With, PlaceId To, ushort ArrivesOn) : IEvent
{
    public static EventKind Kind => EventKind.SeatMoved;

    public void Apply(World world)
    {
        ref var seat = ref world[Seat];
        seat.With = With;
        seat.Going = With.Exists ? PlaceId.None : To;
        seat.ArrivesOn = ArrivesOn;
    }
}

/// <summary>The holder of a seat is where he was going, or where his force now stands.</summary>
public readonly record struct SeatArrived(SeatId Seat, PlaceId At) : IEvent
{
    public static EventKind Kind => EventKind.SeatArrived;

    public void Apply(World world)
    {
        ref var seat = ref world[Seat];
        seat.At = At;
        if (seat.Going == At) seat.Going = PlaceId.None;
    }
}

/// <summary>Peace ended between two polities, and with the parties that stand on either side.</summary>
public readonly record struct WarBegun(PolityId By, PolityId With) : IEvent
{
    public static EventKind Kind => EventKind.WarBegun;

    public void Apply(World world)
    {
        world.Awake.All();
        var polities = world.Scenario.Polities;
        for (byte a = 1; a < polities.Length; a++)
            for (byte b = 1; b < polities.Length; b++)
            {
                var sideA = polities[a].Side;
                var sideB = polities[b].Side;
                var by = polities[By.Value].Side;
                var with = polities[With.Value].Side;
                if ((sideA == by && sideB == with) || (sideA == with && sideB == by)) world.PolityTable[a].Wars |= (ushort)(1 << b);
            }
    }
}

/// <summary>A seat heard that its polity is at war.</summary>
public readonly record struct WarLearned(SeatId Seat, PolityId With) : IEvent
{
    public static EventKind Kind => EventKind.WarLearned;

    public void Apply(World world)
    {
        world[Seat].Wars |= (ushort)(1 << With.Value);
        world[Seat].NewsOn = (ushort)world.Today;
    }
}

/// <summary>A force took a readier, or a more careful, stance.</summary>
public readonly record struct StanceTaken(ForceId Force, Stance Stance) : IEvent
{
    public static EventKind Kind => EventKind.StanceTaken;
    public void Apply(World world) => world[Force].Stance = Stance;
}

/// <summary>A seat was told what it may do without asking.</summary>
public readonly record struct PowersGranted(SeatId Seat, Authority Authority) : IEvent
{
    public static EventKind Kind => EventKind.PowersGranted;
    public void Apply(World world) => world[Seat].Authority = Authority;
}

/// <summary>A seat has another holder.</summary>
/// <param name="Former">Who held it until today.</param>
public readonly record struct SeatFilled(SeatId Seat, PersonId Person, PersonId Former) : IEvent
{
    public static EventKind Kind => EventKind.SeatFilled;

    public void Apply(World world)
    {
        ref var seat = ref world[Seat];
        seat.Holder = Person;
        seat.Refusals = 0;
        seat.NewsOn = (ushort)world.Today;
        // Who keeps the office keeps its town, if the one before him did.
        ref var town = ref world[seat.At];
        if (!Former.Exists || town.Officer != Former) return;
        town.Officer = Person;
        town.OfficerLoyalty = world[Person].Loyalty;
    }
}

/// <summary>A body of soldiers changed its leader with the office it is under.</summary>
/// <param name="Person">Who leads it now; none: its own officers, since he leads another body already.</param>
/// <param name="Former">Who held the office before and led it in person.</param>
public readonly record struct CommandPassed(ForceId Force, PersonId Person, PersonId Former) : IEvent
{
    public static EventKind Kind => EventKind.CommandPassed;

    public void Apply(World world) => world[Force].Commander = Person;
}
