namespace Yanyun.Engine.Rules;

/// <summary>Agents set out for a place behind the enemy's lines.</summary>
/// <param name="Rising">Row of <see cref="Scenario.Risings"/>.</param>
/// <param name="Cash">Strings they take along as gifts and earnest of pay.</param>
public readonly record struct AgentsSent(SeatId Seat, PlaceId Place, byte Rising, int Cash) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.AgentsSent;
    public Flow Net => new(Cash: -Cash);

    public void Apply(World world)
    {
        world[world.Scenario.Seats[Seat.Value].Polity].Cash -= Cash;
        ref var rising = ref world.RisingTable[Rising];
        rising.SentOn = (ushort)world.Today;
        rising.SentBy = Seat;
    }
}

/// <summary>Agents came among the people and are hidden by them.</summary>
public readonly record struct AgentsArrived(SeatId From, PlaceId Place, byte Rising) : IEvent
{
    public static EventKind Kind => EventKind.AgentsArrived;

    public void Apply(World world)
    {
        ref var rising = ref world.RisingTable[Rising];
        rising.RousedOn = (ushort)world.Today;
        rising.Cause = world.LastEvent;
    }
}

/// <summary>Agents were caught on their way and put to death; those they were sent to hear of it and keep still.</summary>
public readonly record struct AgentsCaught(SeatId From, PlaceId Place, byte Rising) : IEvent
{
    public static EventKind Kind => EventKind.AgentsCaught;
    public void Apply(World world) => world.RisingTable[Rising].RousedOn = 0;
}

/// <summary>A band took up arms: men of its place joined those who lay hidden, or gathered anew.</summary>
/// <param name="Men">Men who left their households for the hills, one of each.</param>
/// <param name="Turned">Men of the town's own guard who went over to them.</param>
/// <param name="Pressure">What drove them, in points over their patience.</param>
public readonly record struct BandRose(byte Rising, ForceId Force, PlaceId Place, int Men, int Turned, short Pressure) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.BandRose;
    public Flow Net => new(Men: Men, Households: -Men);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        var today = (ushort)world.Today;
        if (!force.Alive)
        {
            world.Scatter();
            force.At = Place;
            force.Leg = LegId.None;
            force.Base = Place;
            force.Morale = (short)Bands.FreshMorale;
            force.Fatigue = 0;
            force.SettledOn = force.HaltedOn = today;
            if (force.Commander.Exists && world[force.Commander].Fate != 0) force.Commander = PersonId.None;
        }
        force.Doing = Doing.Hidden;
        force.Task = TaskKind.Harass;
        force.Target = Place;
        force.TargetForce = ForceId.None;
        force.TaskSince = force.NewsOn = today;
        force.TaskCause = world.LastEvent;
        force.Militia += Men + Turned;
        world[Place].Households -= Men;
        world[Place].Garrison -= Turned;
        world.Stir(Place);
        world.RisingTable[Rising].RoseOn = today;
        world.RisingTable[Rising].Cause = world.LastEvent;
    }
}

/// <summary>More men of its place came to a band in arms.</summary>
public readonly record struct BandJoined(ForceId Force, PlaceId Place, int Men) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.BandJoined;
    public Flow Net => new(Men: Men, Households: -Men);

    public void Apply(World world)
    {
        world.Change(Force).Militia += Men;
        world[Force].NewsOn = (ushort)world.Today;
        world[Place].Households -= Men;
    }
}

/// <summary>A band was found in its hills, and fought its way out.</summary>
/// <param name="By">The body that found it; none when it was the garrison of the place.</param>
/// <param name="Hunters">What it cost them.</param>
public readonly record struct BandHunted(ForceId Force, PlaceId Place, ForceId By, Arms Lost, Arms Hunters) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.BandHunted;
    public Flow Net => new(Men: -Lost.Men - Hunters.Men);

    public void Apply(World world)
    {
        var today = (ushort)world.Today;
        ref var force = ref world.Change(Force);
        Aftermath.Take(ref force, Lost);
        force.Lost += Lost.Men;
        world[force.Polity].Lost += Lost.Men;
        force.Wound = world.LastEvent;
        force.NewsOn = today;
        if (By.Exists)
        {
            Aftermath.Take(ref world[By], Hunters);
            world[By].Lost += Hunters.Men;
            world[world[By].Polity].Lost += Hunters.Men;
        }
        else
        {
            world[Place].Garrison -= Hunters.Men;
            world[world[Place].Holder].Lost += Hunters.Men;
        }
    }
}

/// <summary>Men of a band went home and are farmers again, until they are called; those who have no home but the hills lie low.</summary>
/// <param name="Men">Those who went home, each to his household.</param>
/// <param name="All">Nobody is left in arms.</param>
/// <param name="Grain">Sheng they ate up or hid, when all are gone.</param>
public readonly record struct BandMelted(byte Rising, ForceId Force, PlaceId Place, Arms Men, bool All, int Grain) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.BandMelted;
    public Flow Net => new(Men: -Men.Men, Grain: -Grain, Households: Men.Men);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        world[Place].Households += Men.Men;
        force.NewsOn = (ushort)world.Today;
        if (All)
        {
            Aftermath.Dissolve(world, ref force, ForceId.None, Place);
        }
        else
        {
            Aftermath.Take(ref force, Men);
            force.Task = TaskKind.Hold;
            force.Target = Place;
            force.TaskSince = (ushort)world.Today;
            force.TaskCause = world.LastEvent;
        }
        world.RisingTable[Rising].RoseOn = 0;
        world.RisingTable[Rising].Cause = world.LastEvent;
    }
}
