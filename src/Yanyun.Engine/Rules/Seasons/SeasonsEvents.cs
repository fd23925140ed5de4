namespace Yanyun.Engine.Rules;

/// <summary>A lunar month began: pay, taxes, flight and mood are settled by it.</summary>
/// <param name="Month">Row of <see cref="Scenario.MonthStarts"/>.</param>
public readonly record struct MonthBegan(short Month) : IEvent
{
    public static EventKind Kind => EventKind.MonthBegan;
    public void Apply(World world) => world.Clock.NextMonth = (short)(Month + 1);
}

/// <summary>How hard the winter will be, 0-999.</summary>
public readonly record struct WinterSet(short Severity) : IEvent
{
    public static EventKind Kind => EventKind.WinterSet;
    public void Apply(World world) => world.Clock.Winter = Severity;
}

/// <summary>The harvest of a region came in: granaries fill, and the country can be lived off again.</summary>
/// <param name="PerMille">Of a usual harvest.</param>
/// <param name="Year">The mean of all regions, by which the year is taxed; 0 for the small harvest, which is not.</param>
/// <param name="Stores">Sheng put into granaries.</param>
/// <param name="Forage">Sheng that can be found in the country, more than before (or less, after a bad year).</param>
public readonly record struct HarvestGathered(byte Region, short PerMille, short Year, long Stores, long Forage) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.HarvestGathered;
    public Flow Net => new(Grain: Stores + Forage);

    public void Apply(World world)
    {
        if (Year != 0) world.Clock.Harvest = Year;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            var place = new PlaceId(p);
            if (world.Atlas[place].Region != Region) continue;
            var (stores, forage) = SeasonsRule.Yield(world, place, PerMille);
            world[place].Stores += stores;
            world[place].Forage += forage;
        }
    }
}

/// <summary>Men were called up: a force came into being, or new men joined one.</summary>
/// <param name="Men">Men who joined.</param>
/// <param name="Grain">Sheng they brought.</param>
public readonly record struct ForceRaised(ForceId Force, PlaceId Place, int Men, int Grain) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ForceRaised;
    public Flow Net => new(Men: Men, Grain: Grain);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        var today = (ushort)world.Today;
        if (force.Alive)
        {
            force.Foot += Men;
        }
        else
        {
            world.Scatter();
            force.Doing = Doing.Standing;
            force.At = Place;
            force.SettledOn = force.HaltedOn = force.TaskSince = today;
            force.TaskCause = world.LastEvent;
        }
        force.NewsOn = today;
    }
}

/// <summary>Men were sent home, or all of a force was.</summary>
public readonly record struct ForceDisbanded(ForceId Force, Arms Men, int Grain, bool All) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ForceDisbanded;
    public Flow Net => new(Men: -Men.Men, Grain: All ? -Grain : 0);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.NewsOn = (ushort)world.Today;
        if (All) Aftermath.Dissolve(world, ref force, ForceId.None, force.At.Exists ? force.At : force.Toward);
        else Aftermath.Take(ref force, Men);
    }
}

/// <summary>A dated fact could not happen: its place is in other hands, or its force is no more.</summary>
/// <param name="Given">Row of <see cref="Scenario.Givens"/>.</param>
public readonly record struct GivenLapsed(short Given) : IEvent
{
    public static EventKind Kind => EventKind.GivenLapsed;
    public void Apply(World world) { }
}
