namespace Yanyun.Engine.Rules;

/// <summary>What a day does to rivers: read once a day.</summary>
/// <param name="MonthDay">Day of the Julian year as month x 100 + day.</param>
/// <param name="HardWinter">Ice that bears in hard winters only bears in this one.</param>
internal readonly record struct RiverDay(Day Date, int MonthDay, bool HardWinter)
{
    public static RiverDay Of(World world) => new(world.Date, world.Clock.MonthDay, world.Clock.Winter >= Rivers.BearingWinter);
}

/// <summary>
/// How a column gets over a river. It moves up to the near bank; there it is counted over, so many men a day. While it crosses it stands,
/// for the rest of the world, on the far bank and may not move on.
/// </summary>
internal static class Rivers
{
    /// <summary>Severity from which ice bears an army where it bears in hard winters only. Estimate 500 - 750: about two winters in five.</summary>
    public const int BearingWinter = 600;
    /// <summary>Hostile men this far beyond the far bank, on the road, guard it. Estimate 15 - 40 li.</summary>
    private const int GuardRoadLi = 30;
    /// <summary>Hostile men in a place this far beyond the far bank guard it. Estimate 30 - 90 li: a day or two.</summary>
    private const int GuardPlaceLi = 60;
    /// <summary>
    /// A guard of a third of the men who want to cross by boat or bridge keeps them on their side (estimate a fifth to a half); a smaller one
    /// halves what gets over.
    /// </summary>
    private const int GuardHolds = 3;

    /// <summary>The next river on the way ahead.</summary>
    /// <param name="Row">Crossing to use; the first of the river's when none is usable.</param>
    /// <param name="NearLi">Near bank, li from the start of the leg.</param>
    public readonly record struct River(short Row, int NearLi, int FarLi, bool Usable);

    /// <summary>Finds the first river between a point of a leg and the end it makes for.</summary>
    public static bool Ahead(World world, in RiverDay day, in Leg leg, int li, bool forward, out River river)
    {
        river = default;
        for (short i = 0; i < leg.CrossingCount; i++)
        {
            var row = (short)(leg.FirstCrossing + i);
            ref readonly var crossing = ref world.Atlas.Crossings[row];
            if (!crossing.InForce(day.Date)) continue;
            var near = Whole.Clamp(forward ? crossing.AtLi - 1 : crossing.AtLi + 1, 0, leg.Li);
            var far = Whole.Clamp(forward ? crossing.AtLi + 1 : crossing.AtLi - 1, 0, leg.Li);
            if (forward ? li > near : li < near) continue;
            var usable = Usable(world, day, row);
            var nearer = river.Row == 0 || (forward ? near < river.NearLi : near > river.NearLi);
            var better = near == river.NearLi && usable
                && (!river.Usable || crossing.MenPerDay > world.Atlas.Crossings[river.Row].MenPerDay);
            if (nearer || better) river = new River(row, near, far, usable);
        }
        return river.Row != 0;
    }

    private static bool Usable(World world, in RiverDay day, short row)
    {
        ref readonly var crossing = ref world.Atlas.Crossings[row];
        if (world.Crossings[row].Destroyed != 0 || crossing.MenPerDay < 1) return false;
        return crossing.InSeason(day.MonthDay) && (!crossing.ColdWintersOnly || day.HardWinter);
    }

    /// <summary>Men, porters and people a day that get over in the face of whoever stands beyond; 0 when none can.</summary>
    public static int PerDay(World world, in Force force, in Leg leg, in River river, bool forward)
    {
        if (!river.Usable) return 0;
        ref readonly var crossing = ref world.Atlas.Crossings[river.Row];
        var capacity = crossing.MenPerDay;
        if (crossing.Kind is CrossingKind.Ice or CrossingKind.Ford) return capacity;
        var guard = Guard(world, force, leg, river, forward);
        if (guard == 0) return capacity;
        return (long)guard * GuardHolds >= Crossing(world, force, leg, river, forward) ? 0 : Whole.Max(1, capacity / 2);
    }

    /// <summary>Men who would cross: the force and all of its side on their way behind it at this bank. A guard faces a host, not its bodies one by one.</summary>
    private static int Crossing(World world, in Force force, in Leg leg, in River river, bool forward)
    {
        var men = 0;
        for (var g = world.FirstOn(world.Atlas.Crossings[river.Row].Leg); g.Exists; g = world.NextHere(g))
        {
            ref readonly var other = ref world[g];
            var before = forward ? river.NearLi - other.LegLi : other.LegLi - river.NearLi;
            if (before is >= 0 and <= GuardPlaceLi && Goes(world, other, force)) men += other.Men;
        }
        if ((forward ? river.NearLi : leg.Li - river.NearLi) > GuardPlaceLi) return Whole.Max(men, force.Men);
        for (var g = world.FirstAt(forward ? leg.From : leg.To); g.Exists; g = world.NextHere(g))
            if (Goes(world, world[g], force)) men += world[g].Men;
        return Whole.Max(men, force.Men);
    }

    private static bool Goes(World world, in Force other, in Force force) =>
        world.Scenario.SameSide(other.Polity, force.Polity) && other.Mobile && other.Doing is Doing.Marching or Doing.Waiting;

    /// <summary>Men of a band that get over in a day, unseen, by whatever boats there are.</summary>
    public static int ByNight(World world, in River river) =>
        Whole.Max(Bands.FishermenCarry, river.Usable ? world.Atlas.Crossings[river.Row].MenPerDay : 0);

    private static int Guard(World world, in Force force, in Leg leg, in River river, bool forward)
    {
        var guard = 0;
        for (var g = world.FirstOn(world.Atlas.Crossings[river.Row].Leg); g.Exists; g = world.NextHere(g))
        {
            ref readonly var other = ref world[g];
            var beyond = forward ? other.LegLi - river.FarLi : river.FarLi - other.LegLi;
            if (beyond is >= 0 and <= GuardRoadLi && Guards(world, other, force)) guard += other.Men;
        }
        var place = forward ? leg.To : leg.From;
        if ((forward ? leg.Li - river.FarLi : river.FarLi) > GuardPlaceLi) return guard;
        for (var g = world.FirstAt(place); g.Exists; g = world.NextHere(g))
            if (Guards(world, world[g], force)) guard += world[g].Mobile ? world[g].Men : world[g].Men / 2;
        // Watchmen and garrisons keep to their walls: half of them come down to the bank.
        if (world.Hostile(force.Polity, world[place].Holder)) guard += world[place].Garrison / 2;
        return guard;
    }

    private static bool Guards(World world, in Force other, in Force force) =>
        world.Hostile(force.Polity, other.Polity) && other.Doing is not (Doing.Hidden or Doing.Routed or Doing.Besieged);

    /// <summary>Days until those who came before are over.</summary>
    public static int Queue(World world, LegId leg, in River river)
    {
        var wait = 0;
        for (var g = world.FirstOn(leg); g.Exists; g = world.NextHere(g))
        {
            ref readonly var other = ref world[g];
            if (other.FreeOn > world.Today && Whole.Abs(other.LegLi - river.FarLi) <= 2) wait = Whole.Max(wait, other.FreeOn - world.Today);
        }
        return wait;
    }

    /// <summary>Tells on the day that crossings are whole again.</summary>
    public static void Restore(World world)
    {
        // Most days none is destroyed: a crossing that is whole is all zeros.
        if (!System.Runtime.InteropServices.MemoryMarshal.AsBytes(world.Crossings).ContainsAnyExcept((byte)0)) return;
        for (short c = 1; c < world.Crossings.Length; c++)
        {
            ref readonly var state = ref world.Crossings[c];
            if (state.Destroyed != 0 && state.RestoredOn <= world.Today) world.Emit(new CrossingRestored(c), EventRef.None);
        }
    }
}
