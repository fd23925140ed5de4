namespace Yanyun.Engine.Rules;

/// <summary>A force ate.</summary>
/// <param name="Days">Days settled at once.</param>
/// <param name="Grain">Sheng eaten.</param>
/// <param name="From">The granary it ate from; none when it ate what it carries.</param>
public readonly record struct ForceFed(ForceId Force, ushort Days, int Grain, PlaceId From) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ForceFed;
    public Flow Net => new(Grain: -Grain);

    public void Apply(World world)
    {
        if (From.Exists) world[From].Stores -= Grain;
        else world[Force].Grain -= Grain;
        world[Force].SettledOn = (ushort)world.Today;
    }
}

/// <summary>A force filled its train from a granary where it stands.</summary>
public readonly record struct StoresDrawn(PlaceId Place, ForceId Force, int Grain) : IEvent
{
    public static EventKind Kind => EventKind.StoresDrawn;

    public void Apply(World world)
    {
        world[Place].Stores -= Grain;
        world[Force].Grain += Grain;
    }
}

/// <summary>Convoys brought a force grain from a magazine along a road its side holds.</summary>
/// <param name="Sent">Sheng that left the magazine.</param>
/// <param name="Came">Sheng that came; the carriers ate the rest.</param>
public readonly record struct ConvoyRun(PlaceId From, ForceId To, int Sent, int Came) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ConvoyRun;
    public Flow Net => new(Grain: Came - Sent);

    public void Apply(World world)
    {
        world[From].Stores -= Sent;
        world[To].Grain += Came;
    }
}

/// <summary>Grain on the road was taken.</summary>
/// <param name="Convoy">Row of the convoy that was lost or robbed; 0 when it was a part of what went to a force.</param>
/// <param name="From">The magazine it came from.</param>
/// <param name="By">Who took it.</param>
/// <param name="Grain">Sheng lost to its owner.</param>
/// <param name="Kept">Sheng the raiders could carry off.</param>
public readonly record struct ConvoyRaided(short Convoy, PlaceId From, PlaceId At, ForceId By, int Grain, int Kept) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ConvoyRaided;
    public Flow Net => new(Grain: Kept - Grain);

    public void Apply(World world)
    {
        if (Convoy == 0) world[From].Stores -= Grain;
        else if (Grain >= world.ConvoyTable[Convoy].Grain) world.ConvoyTable[Convoy] = default;
        else world.ConvoyTable[Convoy].Grain -= Grain;
        if (By.Exists) world[By].Grain += Kept;
        world.Stir(At);
    }
}

/// <summary>A force took grain from the people round it.</summary>
/// <param name="Loyalty">What that costs it with them, 0-1000.</param>
/// <param name="Grievance">Grievance against the holder, when the force is of his side.</param>
public readonly record struct Foraged(PlaceId Place, ForceId Force, int Grain, short Loyalty, short Grievance) : IEvent
{
    public static EventKind Kind => EventKind.Foraged;

    public void Apply(World world)
    {
        ref var place = ref world[Place];
        place.Forage -= Grain;
        world[Force].Grain += Grain;
        place.Grievance = (short)Whole.Clamp(place.Grievance + Grievance, 0, 1000);
        Mood.Move(world, Place, world[Force].Polity, -Loyalty);
    }
}

/// <summary>A force had less than it needed: men died, more went away, the rest lost heart.</summary>
/// <param name="Days">Days of the want.</param>
/// <param name="ShortPerMille">Share of its need that it did not get.</param>
public readonly record struct ForceStarved(ForceId Force, ushort Days, short ShortPerMille, Arms Lost, int Porters, short Morale) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ForceStarved;
    public Flow Net => new(Men: -Lost.Men);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        Aftermath.Take(ref force, Lost);
        force.Porters -= Porters;
        force.Lost += Lost.Men;
        world[force.Polity].Lost += Lost.Men;
        force.Morale = (short)Whole.Clamp(force.Morale + Morale, 0, 1000);
        force.SettledOn = (ushort)world.Today;
        force.NewsOn = (ushort)world.Today;
    }
}

/// <summary>A host far from its base made a town of its own side its base: there its convoys start, there its share of the tax grain goes, there it falls back.</summary>
public readonly record struct BaseMoved(ForceId Force, PlaceId From, PlaceId To) : IEvent
{
    public static EventKind Kind => EventKind.BaseMoved;
    public void Apply(World world) => world[Force].Base = To;
}

/// <summary>The garrison of a besieged town ate.</summary>
public readonly record struct TownFed(PlaceId Place, ushort Days, int Grain) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.TownFed;
    public Flow Net => new(Grain: -Grain);

    public void Apply(World world)
    {
        world[Place].Stores -= Grain;
        world[Place].SettledOn = (ushort)world.Today;
    }
}

/// <summary>A seat sent grain from one magazine to another.</summary>
/// <param name="Sent">Sheng that left.</param>
/// <param name="Coming">Sheng that will arrive.</param>
public readonly record struct ConvoySent(short Row, PlaceId From, PlaceId To, PolityId Polity, int Sent, int Coming, ushort Due) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ConvoySent;
    public Flow Net => new(Grain: Coming - Sent);

    public void Apply(World world)
    {
        world[From].Stores -= Sent;
        world.ConvoyTable[Row] = new GrainOnRoad
        {
            Key = Key.Child(world.Atlas[From].Key, world.Today, Row), Sent = world.LastEvent, Grain = Coming, From = From, To = To, Due = Due, Polity = Polity,
        };
    }
}

/// <summary>Grain came to the magazine it was sent to.</summary>
public readonly record struct ConvoyArrived(short Row, PlaceId To, int Grain) : IEvent
{
    public static EventKind Kind => EventKind.ConvoyArrived;

    public void Apply(World world)
    {
        world[To].Stores += Grain;
        world.ConvoyTable[Row] = default;
    }
}

/// <summary>Armies and counties made their returns for the coming month, and the court granted by them.</summary>
/// <param name="Place">The magazine that is granted grain; none for the polity's money.</param>
/// <param name="Grain">Sheng granted.</param>
/// <param name="Revenue">Strings that will come in for the army.</param>
/// <param name="Due">Strings owed to its men.</param>
/// <param name="Grievance">What the requisition beyond the tax will cost in all the polity's lands, 0-1000.</param>
public readonly record struct ReturnsMade(PolityId Polity, PlaceId Place, int Grain, int Revenue, int Due, short Grievance) : IEvent
{
    public static EventKind Kind => EventKind.ReturnsMade;

    public void Apply(World world)
    {
        if (Place.Exists) world[Place].Granted = Grain;
        else (world[Polity].Revenue, world[Polity].PayDue, world[Polity].Requisition) = (Revenue, Due, Grievance);
    }
}

/// <summary>Taxes of a month came in: money to the court, or grain to a magazine that feeds an army.</summary>
/// <param name="Place">The magazine; none for money and for a requisition.</param>
/// <param name="Grievance">What taking more than the tax costs in all the polity's lands, 0-1000.</param>
public readonly record struct TaxGathered(PolityId Polity, PlaceId Place, int Grain, int Cash, short Grievance) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.TaxGathered;
    public Flow Net => new(Grain: Grain, Cash: Cash);

    public void Apply(World world)
    {
        world[Polity].Cash += Cash;
        if (Place.Exists) world[Place].Stores += Grain;
        if (Grievance == 0) return;
        foreach (ref var place in world.PlaceTable.AsSpan())
            if (place.Holder == Polity) place.Grievance = (short)Whole.Min(1000, place.Grievance + Grievance);
    }
}

/// <summary>A polity paid its soldiers for a month, as far as its money went.</summary>
/// <param name="Due">Strings owed for the month.</param>
/// <param name="Paid">Strings paid.</param>
public readonly record struct PayDay(PolityId Polity, int Due, int Paid) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.PayDay;
    public Flow Net => new(Cash: -Paid);

    public void Apply(World world)
    {
        world[Polity].Cash -= Paid;
        world[Polity].PaidOn = (ushort)world.Today;
        Treasury.Enter(world, Polity, Due, Paid);
    }
}
