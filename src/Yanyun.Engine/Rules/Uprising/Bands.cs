namespace Yanyun.Engine.Rules;

/// <summary>
/// What bands in arms do of themselves: they waylay riders, go with an army of their side that comes by, fall on a town that is weaker than they
/// are, are hunted in their hills when no army is near, and melt away.
/// </summary>
internal static class Bands
{
    /// <summary>Morale of a band that has just gathered. F-MORALE-1 for its quality.</summary>
    public const int FreshMorale = 600;
    /// <summary>Men of a band on the road that cost one rider in a thousand, and the most a band costs. Estimates 10 - 50, 20 - 80.</summary>
    public const int MenAThousandth = 20, MostWaylaid = 40;
    /// <summary>Most that all bands along a road cost, per mille. Estimate 100 - 400.</summary>
    public const int MostOnRoad = 250;
    /// <summary>Men of an army that a band will go with. Estimate 500 - 3,000.</summary>
    public const int ArmyMen = 1000;
    /// <summary>How far from its home a band follows it, li of road. Estimate 200 - 600.</summary>
    public const int RoamLi = 400;
    /// <summary>Chance in a look of five days that hunters as strong as three bands find it, per mille. Estimate 100 - 300.</summary>
    public const int FoundPerMille = 250;
    /// <summary>Of a band that is found: least and most lost, per mille. Estimate 30 - 300.</summary>
    public const int LeastLoss = 50, MostLoss = 250;
    /// <summary>Hunters lose one man for so many of the band. Estimate 2 - 5.</summary>
    public const int HuntersShare = 3;
    /// <summary>Men of a band that can go unseen through enemy country. Estimate 500 - 2,000: Liang Xing went with some hundreds.</summary>
    public const int SlipMen = 1000;
    /// <summary>Chance that such a band is seen on a day's march, per mille. Estimate 10 - 100.</summary>
    public const int SeenPerMille = 30;
    /// <summary>Of a band that nobody watches, how many get over a river in a day by the boats of fishermen. Estimate 200 - 1,000.</summary>
    public const int FishermenCarry = 500;
    /// <summary>Points of banners from which garrisons keep behind their walls. Estimate 20 - 100.</summary>
    public const int ShieldedBy = 50;

    /// <summary>In arms: told to live off the enemy's country, or on its way to a deed.</summary>
    public static bool Astir(in Force force) =>
        (force.Traits & ForceTraits.Band) != 0 && force.Task is TaskKind.Harass or TaskKind.Take or TaskKind.Follow && force.Doing is not (Doing.Routed or Doing.Gone);

    /// <summary>
    /// On its way by night and by-ways: few enough not to be looked for, told to live off the enemy's country or coming home from it. No host meets it
    /// and no guard of a ford or a pass stops it; today's die says when it is seen all the same.
    /// </summary>
    public static bool SlipsThrough(World world, in Force force)
    {
        if ((force.Traits & ForceTraits.Band) == 0 || force.Men > SlipMen) return false;
        // On the day it is there it goes into the hills; by tomorrow it is hidden.
        if (force.Doing is not (Doing.Marching or Doing.Retreating) && (force.Doing != Doing.Standing || force.HaltedOn != world.Today)) return false;
        return Raids(world, force) && world.Chance.PerMille(Purpose.Hunt, force.Key, 1) >= SeenPerMille;
    }

    private static bool Raids(World world, in Force force) =>
        force.Task is TaskKind.Harass or TaskKind.Withdraw
        || force.Task == TaskKind.Follow && (world[force.TargetForce].Traits & ForceTraits.Band) != 0 && world[force.TargetForce].Task is TaskKind.Harass or TaskKind.Withdraw;

    /// <summary>Chance that a rider of a party falls to bands between two places, per mille: each band on a shortest way counts, as it lay this morning.</summary>
    public static int Waylaid(World world, PlaceId from, PlaceId to, PolityId polity)
    {
        if (world[polity].Wars == 0 || !world.Plays(RuleSwitch.Uprising)) return 0;
        var perMille = 0;
        var way = world.Atlas.RideLi(from, to);
        foreach (var f in world.LyingInWait)
        {
            ref readonly var band = ref world.ForceTable[f];
            if (!LiesInWait(band) || band.At == from || !world.Hostile(band.Polity, polity)) continue;
            if (world.Atlas.RideLi(from, band.At) + world.Atlas.RideLi(band.At, to) == way) perMille += Whole.Min(MostWaylaid, band.Men / MenAThousandth);
        }
        return Whole.Min(MostOnRoad, perMille);
    }

    /// <summary>In its hills, told to live off the enemy's country: it falls on those who pass.</summary>
    public static bool LiesInWait(in Force force) => force.Doing == Doing.Hidden && force.Task == TaskKind.Harass && force.At.Exists;

    /// <summary>A commander does not march away from a town of his side while a band half his strength lies in its hills. Reads the muster.</summary>
    public static bool TieDown(World world, in Force force)
    {
        if (!force.At.Exists || !world.Scenario.SameSide(force.Polity, world[force.At].Holder) || !world.Plays(RuleSwitch.Uprising)) return false;
        for (var f = world.FirstAt(force.At); f.Exists; f = world.NextHere(f))
        {
            ref readonly var band = ref world[f];
            if (band.Doing == Doing.Hidden && Astir(band) && world.Hostile(band.Polity, force.Polity) && band.Men * 2 > force.Men) return true;
        }
        return false;
    }

    internal static void Lead(World world, byte row, in Rising rising)
    {
        var id = rising.Band;
        ref readonly var band = ref world[id];
        if (!band.At.Exists || band.Doing is not (Doing.Hidden or Doing.Standing)) return;
        if (band.Task == TaskKind.Follow)
        {
            if (rising.Home.Exists && (world[band.TargetForce].Traits & ForceTraits.Band) == 0 && Forsaken(world, rising, world[band.TargetForce])) GoHome(world, rising);
            return;
        }
        if (band.Doing != Doing.Hidden) return;
        if (!world.Hostile(band.Polity, world[band.At].Holder))
        {
            if (rising.Home.Exists && band.At != rising.Home) GoHome(world, rising);
            return;
        }
        world.Muster();
        if (Army(world, band) is { Exists: true } army)
            world.Emit(new TaskTaken(id, TaskKind.Follow, PlaceId.None, army, 0, Pace.Usual), world[army].TaskCause);
        else if (Outmatches(world, band))
            world.Emit(new TaskTaken(id, TaskKind.Take, band.At, ForceId.None, 0, Pace.Usual), band.TaskCause);
        else if (band.Task != TaskKind.Harass)
            world.Emit(new TaskTaken(id, TaskKind.Harass, band.At, ForceId.None, 0, Pace.Usual), band.TaskCause);
        else
            Hunt(world, row, rising);
    }

    /// <summary>The army it followed is gone, goes back, or is too far from the band's own hills.</summary>
    private static bool Forsaken(World world, in Rising rising, in Force army) =>
        !army.Alive || army.Task == TaskKind.Withdraw || army.Doing is Doing.Routed or Doing.Retreating
        || world.Atlas.RideLi(rising.Home, CourierRule.Where(army)) > RoamLi;

    private static void GoHome(World world, in Rising rising) =>
        world.Emit(new TaskTaken(rising.Band, TaskKind.Harass, rising.Home, ForceId.None, 0, Pace.Usual), world[rising.Band].TaskCause);

    /// <summary>The largest army of its side within a scout's ride that goes forward.</summary>
    private static ForceId Army(World world, in Force band)
    {
        var best = ForceId.None;
        foreach (var near in world.Atlas.Near(band.At))
            for (var f = world.FirstAt(near); f.Exists; f = world.NextHere(f))
            {
                ref readonly var army = ref world[f];
                if (!army.Mobile || army.Men < ArmyMen || (army.Traits & (ForceTraits.Band | ForceTraits.Fleet)) != 0) continue;
                if (!world.Scenario.SameSide(army.Polity, band.Polity) || army.Task == TaskKind.Withdraw) continue;
                if (army.Doing is not (Doing.Standing or Doing.Marching or Doing.Waiting or Doing.Besieging)) continue;
                if (!best.Exists || army.Men > world[best].Men) best = f;
            }
        return best;
    }

    /// <summary>Whether the bands that lie about a town are more than its men and its wall, and no host is near.</summary>
    private static bool Outmatches(World world, in Force band)
    {
        ref readonly var place = ref world[band.At];
        int ours = 0, theirs = place.Garrison;
        for (var f = world.FirstAt(band.At); f.Exists; f = world.NextHere(f))
        {
            ref readonly var other = ref world[f];
            if (world.Hostile(other.Polity, band.Polity)) theirs += other.Men;
            else if (other.Doing == Doing.Hidden && Astir(other) && world.Scenario.SameSide(other.Polity, band.Polity)) ours += other.Men;
        }
        return ours * 2 > (long)theirs * (2 + place.Walls) && Alarm.Against(world, band.At, band.Polity) < ours;
    }

    /// <summary>Garrisons and columns comb the hills for it, when no army of its side would fall on them meanwhile.</summary>
    private static void Hunt(World world, byte row, in Rising rising)
    {
        ref readonly var band = ref world[rising.Band];
        var here = band.At;
        var (hunters, column) = (world[here].Garrison, ForceId.None);
        for (var f = world.FirstAt(here); f.Exists; f = world.NextHere(f))
        {
            if (!world.Hostile(world[f].Polity, band.Polity) || world[f].Doing is not (Doing.Standing or Doing.Waiting)) continue;
            hunters += world[f].Men;
            if (!column.Exists || world[f].Men > world[column].Men) column = f;
        }
        hunters = (hunters + Alarm.Against(world, here, band.Polity)) / 2;
        var found = Whole.MulDiv(FoundPerMille, hunters, hunters + 3 * Whole.Max(1, band.Men)) * 2;
        if (world.Chance.PerMille(Purpose.Hunt, band.Key) >= found) return;
        if (Unrest.Emboldening(world, here, rising.Band, band.Polity, out _).Banners >= ShieldedBy) return;
        var share = LeastLoss + world.Chance.Below(MostLoss - LeastLoss + 1, Purpose.HuntCost, band.Key);
        var lost = Whole.MulDiv(band.Men, share, 1000);
        if (lost == 0) return;
        var cost = Whole.Min(lost / HuntersShare, column.Exists ? world[column].Men / 2 : world[here].Garrison / 2);
        world.Emit(
            new BandHunted(rising.Band, here, column, Host.Of(band).Part(lost), column.Exists ? Host.Of(world[column]).Part(cost) : new Arms(0, 0, 0, cost, 0)),
            band.TaskCause);
        if (rising.Home.Exists && band.Men < UprisingRule.LeastRising) Melt(world, row, rising);
    }

    /// <summary>The men of the place go home; of a band that was in the hills from the start its own men stay there.</summary>
    internal static void Melt(World world, byte row, in Rising rising)
    {
        ref readonly var band = ref world[rising.Band];
        var core = world.Scenario.Start!.ForceTable[rising.Band.Value] is { Alive: true } start ? start.Men : 0;
        var go = Whole.Max(0, band.Men - core);
        var all = core == 0;
        world.Emit(
            new BandMelted(row, rising.Band, rising.Home, Host.Of(band).Part(all ? band.Men : go), all, all ? band.Grain : 0),
            band.Wound.Exists ? band.Wound : band.TaskCause);
    }
}
