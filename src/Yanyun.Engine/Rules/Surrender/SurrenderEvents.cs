namespace Yanyun.Engine.Rules;

/// <summary>How a place came into other hands.</summary>
public enum Taking : byte
{
    /// <summary>Nobody was there to hold it.</summary>
    Empty,
    /// <summary>Its officer opened the gates and kept his post.</summary>
    Opened,
    /// <summary>Its officer fled and the gates stood open.</summary>
    Abandoned,
    /// <summary>Carried by storm, and its streets after the wall.</summary>
    Stormed,
    /// <summary>A gate was opened from within.</summary>
    Betrayed,
    /// <summary>It yielded for hunger.</summary>
    Starved,
    /// <summary>Given up under a treaty; its officials keep their posts.</summary>
    Ceded,
}

/// <summary>What kept the gates of a town shut that was called upon to open.</summary>
public enum Refusal : byte
{
    /// <summary>Nothing in particular.</summary>
    Unsaid,
    /// <summary>Its officer's loyalty.</summary>
    Officer,
    /// <summary>Help of its own side is near.</summary>
    Relief,
    /// <summary>It has walls and men enough for what stands before it.</summary>
    Walls,
    /// <summary>The heart of its garrison.</summary>
    Heart,
    /// <summary>The people's love of its holder.</summary>
    People,
}

/// <summary>A town was called upon to open: a letter with a day, posts kept if it yields.</summary>
/// <param name="ByOrder">Asked because a seat ordered it, not as the custom of war.</param>
public readonly record struct TownSummoned(PlaceId Place, ForceId By, bool ByOrder) : IEvent
{
    public static EventKind Kind => EventKind.TownSummoned;
    public void Apply(World world) => world[Place].SummonedOn = (ushort)world.Today;
}

/// <summary>A town refused.</summary>
/// <param name="Officer">Who answered.</param>
/// <param name="Chance">How near it was to opening, per mille.</param>
/// <param name="Ground">What spoke most against it.</param>
public readonly record struct SummonsRefused(PlaceId Place, ForceId By, PersonId Officer, short Chance, Refusal Ground) : IEvent
{
    public static EventKind Kind => EventKind.SummonsRefused;
    public void Apply(World world) => world.Stir(Place);
}

/// <summary>A place has a new holder.</summary>
public readonly record struct PlaceTaken(PlaceId Place, PolityId By, ForceId Force, PolityId From, Taking How) : IEvent
{
    public static EventKind Kind => EventKind.PlaceTaken;

    public void Apply(World world)
    {
        ref var place = ref world[Place];
        var today = (ushort)world.Today;
        if (place.Siege.Exists) Camp.Strike(world, place.Siege);
        place.FormerHolder = place.Holder;
        place.Holder = By;
        world.Awake.WakeAt(world, Place);
        place.HeldSince = today;
        place.Granted = 0; // what the former holder's returns assigned it is not the taker's to send
        world.Stir(Place);
        place.Taken = world.LastEvent;
        place.SummonedOn = today;
        if (How is Taking.Opened or Taking.Ceded)
        {
            place.OfficerLoyalty = Surrendered;
        }
        else
        {
            place.Officer = PersonId.None;
            place.OfficerLoyalty = OwnOfficer;
        }
    }

    /// <summary>
    /// Loyalty of an officer to the holder he opened his gates to. Estimate 300 - 550: those left in post from Qi stand at 450 in the
    /// data.
    /// </summary>
    public const short Surrendered = 450;
    /// <summary>Loyalty of an officer left behind by his own army. Estimate 700 - 900.</summary>
    public const short OwnOfficer = 800;
}

/// <summary>The officer of a town ran rather than answer.</summary>
public readonly record struct OfficerFled(PlaceId Place, PersonId Officer, ForceId Before) : IEvent
{
    public static EventKind Kind => EventKind.OfficerFled;

    public void Apply(World world)
    {
        ref var place = ref world[Place];
        place.Officer = PersonId.None;
        world.Stir(Place);
    }
}

/// <summary>Men of a town's own guard fell, were taken or went home.</summary>
/// <param name="Morale">Change of the morale of the rest.</param>
public readonly record struct GarrisonLost(PlaceId Place, int Men, short Morale) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.GarrisonLost;
    public Flow Net => new(Men: -Men);

    public void Apply(World world)
    {
        ref var place = ref world[Place];
        place.Garrison -= Men;
        place.GarrisonMorale = (short)Whole.Clamp(place.GarrisonMorale + Morale, 0, 1000);
        if (place.Holder.Exists) world[place.Holder].Lost += Men;
    }
}

/// <summary>A garrison went over with its town: its men are now the town's guard under the new holder. No man leaves the world.</summary>
public readonly record struct GarrisonTurned(ForceId Force, PlaceId Place, int Men) : IEvent
{
    public static EventKind Kind => EventKind.GarrisonTurned;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        ref var place = ref world[Place];
        Aftermath.JoinGuard(ref place, ref force, Men);
        if (!place.Officer.Exists) place.Officer = force.Commander;
        Aftermath.Dissolve(world, ref force, ForceId.None, Place);
    }
}

/// <summary>A force left some of its men as the guard of a town. No man leaves the world.</summary>
public readonly record struct GuardLeft(PlaceId Place, ForceId From, Arms Men) : IEvent
{
    public static EventKind Kind => EventKind.GuardLeft;

    public void Apply(World world)
    {
        ref var force = ref world.Change(From);
        ref var place = ref world[Place];
        Aftermath.Take(ref force, Men);
        var all = Whole.Max(1, place.Garrison + Men.Men);
        place.GarrisonQuality = (byte)((place.GarrisonQuality * (long)place.Garrison + force.Quality * (long)Men.Men) / all);
        place.GarrisonMorale = (short)((place.GarrisonMorale * (long)place.Garrison + force.Morale * (long)Men.Men) / all);
        place.Garrison += Men.Men;
        force.NewsOn = (ushort)world.Today;
    }
}
