namespace Yanyun.Engine.Rules;

/// <summary>Sickness and desertion wore a force down.</summary>
/// <param name="Sick">Of the lost, those who died or fell sick for good; the others went away.</param>
/// <param name="Straggled">They fell out on a forced march.</param>
public readonly record struct MenWasted(ForceId Force, Arms Lost, int Sick, bool Straggled) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.MenWasted;
    public Flow Net => new(Men: -Lost.Men);

    public void Apply(World world)
    {
        ref var force = ref world[Force];
        Aftermath.Take(ref force, Lost);
        force.Lost += Lost.Men;
        world[force.Polity].Lost += Lost.Men;
    }
}

/// <summary>Sickness and desertion wore the garrison of a besieged town down.</summary>
public readonly record struct GarrisonWasted(PlaceId Place, int Men) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.GarrisonWasted;
    public Flow Net => new(Men: -Men);

    public void Apply(World world)
    {
        world[Place].Garrison -= Men;
        if (world[Place].Holder.Exists) world[world[Place].Holder].Lost += Men;
    }
}

/// <summary>A force rested, or its mood came nearer to what its pay and quality make it.</summary>
public readonly record struct ForceRested(ForceId Force, short Morale, short Fatigue) : IEvent
{
    public static EventKind Kind => EventKind.ForceRested;

    public void Apply(World world)
    {
        ref var force = ref world[Force];
        force.Morale = (short)Whole.Clamp(force.Morale + Morale, 0, 1000);
        force.Fatigue = (short)Whole.Clamp(force.Fatigue - Fatigue, 0, 1000);
    }
}

/// <summary>
/// Armies melt: by sickness in camps and late summer, by desertion where pay and heart fail. Every ten days each force loses a share; one that
/// lies fed and paid in quarters, and a band in hiding, make their losses good with recruits. Those who halt rest; their mood drifts to its norm.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/attrition.md.</remarks>
public static class AttritionRule
{
    private const int SettleDays = Awake.Digits;

    // Losses a month, per mille.
    /// <summary>In a garrison. 5 - 10.</summary>
    public const int Garrison = 8;
    /// <summary>In the field, paid. 20 - 40.</summary>
    public const int Field = 30;
    /// <summary>In a siege camp. 40 - 80.</summary>
    public const int Camp = 60;
    /// <summary>Behind a wall that is besieged. Estimate 30 - 80.</summary>
    public const int ShutIn = 50;
    /// <summary>More for each month that pay is late, up to <see cref="MostUnpaid"/>: unpaid men lose 100 - 200.</summary>
    private const int MonthUnpaid = 25, MostUnpaid = 100;
    /// <summary>More at full fatigue. Estimate 10 - 60.</summary>
    private const int Worn = 30;
    /// <summary>More for each point of morale under this, in tenths. Estimate.</summary>
    private const int Disheartened = 400;
    /// <summary>Late summer brings half as much again (1.2 - 2), and so does a camp of over two months.</summary>
    private const int Worse = 1500;
    private const int LongCampDays = 60;
    private const int SummerFrom = 715, SummerTo = 930;
    /// <summary>Militia and troops of quality under 6 melt half as fast again (1.2 - 2).</summary>
    private const int PoorQuality = 60;

    // Rest.
    /// <summary>Morale won back in ten days of rest. Estimate 15 - 60.</summary>
    private const int MoraleRest = 30;
    /// <summary>Besiegers rest a third as well as men in quarters. Estimate.</summary>
    private const int CampRest = 3;

    public static void Daily(World world)
    {
        var rate = world.Clock.MonthDay is >= SummerFrom and <= SummerTo ? Worse : 1000;
        var turn = (SettleDays - world.Today % SettleDays) % SettleDays;
        for (var w = 0; w < world.Awake.Words; w++)
        {
            var due = world.Awake.OfDigit(world, turn, w);
            for (var rest = world.Awake.Word(w) | due; rest != 0; rest &= unchecked(rest - 1))
            {
                var f = w * 64 + System.Numerics.BitOperations.TrailingZeroCount(rest);
                if (f >= world.Forces) break;
                ref readonly var force = ref world.ForceTable[f];
                if (force.Doing == Doing.Gone) continue;
                var id = new ForceId((short)f);
                if (force.Fatigue > 0 && force.HaltedOn < world.Today) Rest(world, id);
                if ((due >> f & 1) == 0) continue;
                Waste(world, id, rate);
                Mend(world, id);
            }
        }
        for (short s = 1; s < world.SiegeTable.Length; s++)
            if (world.SiegeTable[s].Open && (world.Today - world.SiegeTable[s].BeganOn) % SettleDays == SettleDays - 1) WasteGarrison(world, world.SiegeTable[s]);
    }

    /// <summary>Losses of a month, per mille, for a force as it is.</summary>
    public static int MonthlyPerMille(World world, in Force force)
    {
        var quartered = force.At.Exists && (force.At == force.Base || force.Task == TaskKind.Hold) && world.Scenario.SameSide(force.Polity, world[force.At].Holder);
        var quiet = force.Doing == Doing.Hidden ? (force.Traits & ForceTraits.Band) != 0
            : quartered && force.Doing == Doing.Standing && !world[force.At].Siege.Exists;
        var rate = force.Doing switch
        {
            Doing.Besieging => Camp,
            Doing.Besieged => ShutIn,
            _ => quiet ? Garrison : Field,
        };
        if (force.Doing == Doing.Besieging && world.Today - force.HaltedOn > LongCampDays) rate = rate * Worse / 1000;
        if ((force.Traits & ForceTraits.Band) == 0) rate += Whole.Min(MostUnpaid, force.Arrears / 30 * MonthUnpaid);
        rate += force.Fatigue * Worn / 1000;
        if (force.Morale < Disheartened) rate += (Disheartened - force.Morale) / 10;
        if (!quiet && (force.Quality < PoorQuality || force.Militia * 2 > force.Men)) rate = rate * Worse / 1000;
        // Paid, in quarters and in heart, the rolls are kept full.
        return quiet && rate <= Garrison ? 0 : rate;
    }

    private static void Waste(World world, ForceId id, int season)
    {
        ref readonly var force = ref world[id];
        var monthly = MonthlyPerMille(world, force);
        if (monthly == 0 || force.Men == 0) return;
        var noise = 500 + world.Chance.PerMille(Purpose.Sickness, force.Key);
        // A third of a month; what is less than a man falls on a die.
        var millionths = (long)force.Men * monthly * season / 1000 * noise / 3;
        var lost = (int)Whole.Min(force.Men, (millionths + world.Chance.PerMillion(Purpose.Desertion, force.Key)) / 1_000_000);
        if (lost == 0) return;
        var deserts = force.Arrears > 30 || force.Morale < Disheartened ? lost * 2 / 3 : lost / 3;
        world.Emit(new MenWasted(id, Part(force, lost), lost - deserts, false), force.Wound.Exists ? force.Wound : force.TaskCause);
    }

    /// <summary>Men who fall out on a day of forced march.</summary>
    internal static void Straggle(World world, ForceId id, EventRef cause)
    {
        ref readonly var force = ref world[id];
        var millionths = (long)force.Men * MarchRate.StragglersPerMillion(Pace.Forced) * (500 + world.Chance.PerMille(Purpose.Straggle, force.Key)) / 1000;
        var lost = (int)(millionths / 1_000_000);
        if (lost > 0) world.Emit(new MenWasted(id, Part(force, lost), lost / 3, true), cause);
    }

    private static Arms Part(in Force force, int men) =>
        new Arms(force.Foot, force.LightHorse, force.HeavyHorse, force.Militia, force.Boats).Part(men);

    private static void Rest(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (force.Doing is Doing.Marching or Doing.Retreating or Doing.Routed && force.FreeOn <= world.Today) return;
        var relief = force.Doing == Doing.Besieging ? MarchRate.RestRelief / CampRest : MarchRate.RestRelief;
        world.Emit(new ForceRested(id, 0, (short)Whole.Min(relief, force.Fatigue)), force.TaskCause);
    }

    /// <summary>Morale its quality and pay make: 500 and 20 a point of quality, 100 less when pay is two months late (F-MORALE-1).</summary>
    public static int NormalMorale(in Force force) =>
        Whole.Clamp(500 + 2 * force.Quality - (force.Arrears > 60 && (force.Traits & ForceTraits.Band) == 0 ? 100 : 0), 300, 850);

    private static void Mend(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var gap = NormalMorale(force) - force.Morale;
        if (gap == 0 || force.Doing == Doing.Routed) return;
        var step = force.Doing is Doing.Standing or Doing.Hidden ? MoraleRest : MoraleRest / CampRest;
        world.Emit(new ForceRested(id, (short)Whole.Clamp(gap, -step, step), 0), force.TaskCause);
    }

    private static void WasteGarrison(World world, in Siege siege)
    {
        var men = world[siege.Place].Garrison;
        var hunger = world[siege.Place].Stores == 0 ? 3 : 1;
        var noise = 500 + world.Chance.PerMille(Purpose.Sickness, siege.Key);
        var lost = (int)Whole.Min(men, (long)men * ShutIn * hunger * noise / 3 / 1_000_000);
        if (lost > 0) world.Emit(new GarrisonWasted(siege.Place, lost), siege.Began);
    }
}
