namespace Yanyun.Engine.Rules;

public static partial class SupplyRule
{
    /// <summary>How far from a magazine convoys feed an army, in weighted li of march. Estimate 200 - 400: porters eat half by then.</summary>
    public const int LineLi = 350;
    /// <summary>Li a loaded column of porters or carts makes in a day. Estimate 30 - 50.</summary>
    private const int ConvoyLi = 40;
    /// <summary>By water the same grain goes for a fifteenth of the cost (10 - 20 times cheaper).</summary>
    private const int WaterCheaper = 15;
    /// <summary>Days of a stage, after which the next post's porters take a load on: 9 out and back for one porter to a soldier (Shen Kuo).</summary>
    private const int StageDays = 9;
    /// <summary>What a hidden enemy band on the road takes of what passes, per mille. Estimate 100 - 500.</summary>
    internal const int RaidedPerMille = 250;

    /// <summary>A magazine and the road from it.</summary>
    /// <param name="Li">Li by land, weighted as a march.</param>
    /// <param name="WaterLi">Li by river and canal.</param>
    /// <param name="Band">A hidden enemy on it; none.</param>
    public readonly record struct Line(PlaceId Magazine, int Li, int WaterLi, ForceId Band, PlaceId BandAt)
    {
        public bool Open => Magazine.Exists;
        /// <summary>Days a convoy is on it.</summary>
        public int Days => (Li + ConvoyLi - 1) / ConvoyLi + (WaterLi + MarchRule.BoatedLi - 1) / MarchRule.BoatedLi;
        /// <summary>Sheng that arrive of what is sent. Beyond <see cref="StageDays"/> other porters take it on.</summary>
        public int Delivers(long sent)
        {
            var days = (Li + WaterLi / WaterCheaper + ConvoyLi - 1) / ConvoyLi;
            for (; days > StageDays; days -= StageDays) sent = Provisions.Delivered(sent, StageDays, Carrier.Porter);
            return (int)Provisions.Delivered(sent, days, Carrier.Porter);
        }
    }

    /// <summary>
    /// The magazine that feeds a force in the field: its base if the road from there is short enough and open, else the nearest granary of
    /// its side within a scout's ride with ten days' grain to spare. Reads the muster.
    /// </summary>
    public static Line LineOf(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var here = force.At.Exists ? force.At : force.Toward;
        var need = NeedPerDay(world, force);
        if (Feeds(world, force, force.Base, here, need) && Road(world, force.Polity, force.Base, here) is { Open: true } line) return line;
        foreach (var near in world.Atlas.Near(here))
            if (near != force.Base && Feeds(world, force, near, here, need) && Road(world, force.Polity, near, here) is { Open: true } other) return other;
        return default;
    }

    /// <summary>
    /// Where a host that turns back makes for: the nearest granary of its own side that can feed it for ten days, its base when none is nearer.
    /// Any quartermaster would: an army before Shunchang that has eaten up its grain goes to Bozhou or Kaifeng, not home to Hebei.
    /// </summary>
    public static PlaceId FallsBackOn(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var here = force.At.Exists ? force.At : force.Toward;
        var least = force.Base.Exists && world.Scenario.SameSide(force.Polity, world[force.Base].Holder) ? world.Atlas.MarchCost(here, force.Base) : Atlas.NoWay;
        var need = NeedPerDay(world, force) * QuietDays;
        world.Muster();
        foreach (var place in world.Atlas.ByMarch(here))
        {
            if (world.Atlas.MarchCost(here, place) >= least) break;
            ref readonly var state = ref world[place];
            if (place == here || state.Stores < need || state.Walls == 0 || state.Siege.Exists || state.Holder != force.Polity || Spare(world, place) < need) continue;
            if (Road(world, force.Polity, here, place).Open) return place; // nobody falls back through the enemy
        }
        return force.Base;
    }

    private static bool Feeds(World world, in Force force, PlaceId magazine, PlaceId here, int need)
    {
        if (!magazine.Exists || !world.Scenario.SameSide(force.Polity, world[magazine].Holder) || world[magazine].Siege.Exists) return false;
        return (magazine == here || world.Atlas.MarchCost(magazine, here) <= LineLi) && Spare(world, magazine) > need * QuietDays;
    }

    /// <summary>Sheng beyond what the garrison needs for a month.</summary>
    private static int Spare(World world, PlaceId magazine) =>
        Whole.Max(0, world[magazine].Stores - world[magazine].Garrison * Provisions.Ration * KeptBackDays);

    /// <summary>
    /// The road between two places as convoys find it: shut by a hostile force on it, and by a hostile walled or garrisoned town along it
    /// that was passed by. Not <see cref="Line.Open"/> when it is shut.
    /// </summary>
    public static Line Road(World world, PolityId polity, PlaceId from, PlaceId to)
    {
        int land = 0, water = 0;
        ForceId band = default;
        PlaceId bandAt = default;
        for (var at = from; at != to;)
        {
            var leg = world.Atlas.MarchNext(at, to);
            if (!leg.Exists || Enemy(world, polity, world.FirstOn(leg), hidden: false).Exists) return default;
            var next = world.Atlas[leg].Other(at);
            var cost = world.Atlas.MarchCost(at, to) - world.Atlas.MarchCost(next, to);
            if (world.Atlas[world.Atlas[leg].Route].Kind.IsWater()) water += world.Atlas[leg].Li;
            else land += next == to ? world.Atlas.MarchCost(at, to) : cost;
            at = next;
            if (at == to) break;
            ref readonly var place = ref world[at];
            if (world.Hostile(polity, place.Holder) && (place.Garrison > 0 || place.Walls > 0)) return default;
            if (Enemy(world, polity, world.FirstAt(at), hidden: false).Exists) return default;
            if (!band.Exists && Enemy(world, polity, world.FirstAt(at), hidden: true) is { Exists: true } raider) (band, bandAt) = (raider, at);
        }
        return new Line(from, land, water, band, bandAt);
    }

    private static ForceId Enemy(World world, PolityId polity, ForceId first, bool hidden)
    {
        for (var g = first; g.Exists; g = world.NextHere(g))
            if (world.Hostile(polity, world[g].Polity) && world[g].Doing == Doing.Hidden == hidden) return g;
        return ForceId.None;
    }

    /// <summary>What raiders can carry off of what they take.</summary>
    private static int Keeps(World world, ForceId raider, int taken) =>
        raider.Exists ? Whole.Clamp(Carries(world[raider]) - world[raider].Grain, 0, taken) : 0;

    /// <summary>Brings a force up to <paramref name="wanted"/> sheng. Returns what came.</summary>
    private static int ByConvoy(World world, ForceId id, int wanted, EventRef cause)
    {
        if ((world[id].Traits & ForceTraits.Band) != 0 || world[id].Doing == Doing.Routed) return 0;
        var line = LineOf(world, id);
        if (!line.Open) return 0;
        // What must leave so that as much arrives, as far as the magazine goes.
        var share = Whole.Max(1, line.Delivers(1000));
        var sent = (int)Whole.Min((long)wanted * 1000 / share, Spare(world, line.Magazine));
        if (line.Band.Exists)
        {
            var taken = Whole.MulDiv(sent, RaidedPerMille, 1000);
            if (taken > 0)
                world.Emit(new ConvoyRaided(0, line.Magazine, line.BandAt, line.Band, taken, Keeps(world, line.Band, taken)), world[line.Band].TaskCause);
            sent -= taken;
        }
        var came = Whole.Min(line.Delivers(sent), wanted);
        if (came <= 0) return 0;
        world.Emit(new ConvoyRun(line.Magazine, id, sent, came), cause);
        return came;
    }
}
