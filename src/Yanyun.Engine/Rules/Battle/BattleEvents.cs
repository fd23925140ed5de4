namespace Yanyun.Engine.Rules;

/// <summary>Where a fight is.</summary>
/// <param name="Place">The place, or the nearest one when it is on the road.</param>
/// <param name="Leg">The leg, when it is on the road between places; none at a place.</param>
/// <param name="Li">Li from the start of the leg.</param>
public readonly record struct Spot(PlaceId Place, LegId Leg = default, short Li = 0);

/// <summary>What kind of fight it is.</summary>
public enum FightKind : byte
{
    /// <summary>In the open.</summary>
    Field,
    /// <summary>Men come out of a besieged town at night, fall on the camp and go back.</summary>
    Sally,
    /// <summary>In the streets of a town whose wall is lost.</summary>
    Streets,
}

/// <summary>Two sides came to blows.</summary>
/// <param name="Attacker">The body whose commander led the side that chose to fight.</param>
/// <param name="Defender">The same of the side that stood or was caught; none when a town's own men fight alone.</param>
/// <param name="AttackerMen">Men on the field.</param>
/// <param name="Odds">The attacker's chance before any die fell, per mille.</param>
public readonly record struct BattleJoined(
    Spot At, FightKind Fight, ForceId Attacker, ForceId Defender, PersonId AttackerChief, PersonId DefenderChief, PolityId AttackerPolity,
    PolityId DefenderPolity, int AttackerMen, int DefenderMen, short Odds, Ground Ground, bool Surprise) : IEvent
{
    /// <summary>Fights under so many men are told with their parent.</summary>
    public const int SmallMen = 1500;

    public static EventKind Kind => EventKind.BattleJoined;
    public bool Small => AttackerMen + DefenderMen < SmallMen;
    public void Apply(World world) => world.Stir(At.Place);
}

/// <summary>What a fight cost a force.</summary>
/// <param name="Morale">Change of morale, per mille.</param>
/// <param name="Fatigue">Fatigue it gave, per mille.</param>
public readonly record struct FightLosses(ForceId Force, Arms Lost, short Morale, short Fatigue) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.FightLosses;
    public Flow Net => new(Men: -Lost.Men);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        Aftermath.Take(ref force, Lost);
        force.Lost += Lost.Men;
        world[force.Polity].Lost += Lost.Men;
        force.Morale = (short)Whole.Clamp(force.Morale + Morale, 0, 1000);
        force.Fatigue = (short)Whole.Clamp(force.Fatigue + Fatigue, 0, 1000);
        force.FoughtOn = (ushort)world.Today;
        force.NewsOn = (ushort)world.Today;
        force.Wound = world.LastEvent;
    }
}

/// <summary>A fight was over.</summary>
/// <param name="Winner">None when night parted them.</param>
/// <param name="Rounds">Half hours.</param>
public readonly record struct BattleEnded(
    Spot At, FightKind Fight, ForceId Attacker, ForceId Defender, PolityId Winner, PolityId Loser,
        int AttackerLost, int DefenderLost, byte Rounds,
    bool CutOff) : IEvent
{
    public static EventKind Kind => EventKind.BattleEnded;
    public bool Drawn => !Winner.Exists;
    public void Apply(World world) => world.Stir(At.Place);
}

/// <summary>A force broke and flees; it has lost its aim and half its train.</summary>
/// <param name="To">Where it flees to.</param>
/// <param name="Grain">Sheng of its grain that the victor took: no grain leaves the world.</param>
public readonly record struct ForceRouted(ForceId Force, PlaceId To, ForceId By, int Grain) : IEvent
{
    public static EventKind Kind => EventKind.ForceRouted;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Grain -= Grain;
        world[By].Grain += Grain;
        force.Doing = Doing.Routed;
        Aftermath.LoseAim(world, ref force, To);
    }
}

/// <summary>A beaten force gave up the field in order, or went back behind its wall.</summary>
/// <param name="Doing"><see cref="Doing.Retreating"/> or <see cref="Doing.Besieged"/>.</param>
public readonly record struct ForceRetired(ForceId Force, PlaceId To, Doing Doing) : IEvent
{
    public static EventKind Kind => EventKind.ForceRetired;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Doing = Doing;
        if (Doing == Doing.Besieged) force.NewsOn = (ushort)world.Today;
        else Aftermath.LoseAim(world, ref force, To);
    }
}

/// <summary>A force would not fight: it fell back, or went behind its wall. It keeps its task.</summary>
/// <param name="Doing"><see cref="Doing.Retreating"/> or <see cref="Doing.Besieged"/>.</param>
/// <param name="Odds">Its own chance as its commander saw it, per mille.</param>
public readonly record struct BattleDeclined(ForceId Force, ForceId Before, Spot At, Doing Doing, short Odds) : IEvent
{
    public static EventKind Kind => EventKind.BattleDeclined;

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Doing = Doing;
        if (Doing == Doing.Besieged) force.HaltedOn = (ushort)world.Today;
        force.NewsOn = (ushort)world.Today;
        force.Wound = world.LastEvent;
    }
}

/// <summary>A commander fell or was taken.</summary>
public readonly record struct CommanderLost(ForceId Force, PersonId Person, Fate Fate) : IEvent
{
    public static EventKind Kind => EventKind.CommanderLost;

    public void Apply(World world)
    {
        world[Person].Fate = (byte)(Fate == Fate.Killed ? 1 : 2);
        ref var force = ref world.Change(Force);
        if (force.Commander == Person) force.Commander = PersonId.None;
        force.Morale = (short)Whole.Max(0, force.Morale - 50);
    }
}

/// <summary>A force is no body of soldiers any more: dead, taken or scattered.</summary>
/// <param name="Men">The men that were left and are lost.</param>
/// <param name="By">Who takes what it carried; none: it is lost.</param>
/// <param name="Grain">Sheng it carried.</param>
/// <param name="Place">Where the people it escorted stay.</param>
public readonly record struct ForceDestroyed(ForceId Force, ForceId By, int Men, int Grain, PlaceId Place) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ForceDestroyed;
    public Flow Net => new(Men: -Men, Grain: By.Exists ? 0 : -Grain);

    public void Apply(World world)
    {
        ref var force = ref world.Change(Force);
        force.Lost += Men;
        world[force.Polity].Lost += Men;
        Aftermath.Dissolve(world, ref force, By, Place);
    }
}
