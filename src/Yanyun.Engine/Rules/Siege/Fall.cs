namespace Yanyun.Engine.Rules;

/// <summary>How a town falls: its streets are fought, or it yields; its defenders share its fate; the taker leaves a guard.</summary>
internal static class Fall
{
    /// <summary>One man in so many of the taking force is the most it leaves as a guard. Estimate 5 - 20.</summary>
    public const int GuardShare = 10;
    /// <summary>Forces smaller than this leave no guard. Estimate 100 - 500.</summary>
    public const int LeastGuarding = 300;
    /// <summary>A mobile force cuts its way out when its town yields over its head, per mille. Estimate 200 - 700.</summary>
    public const int BreaksOut = 400;

    /// <summary>The streets are fought. Lost, the town is taken; held, the storm is beaten off after all.</summary>
    public static void Streets(World world, SiegeId id, ref Host before, ref Host within, Taking how, EventRef cause)
    {
        var place = world[id].Place;
        var leader = world[id].Leader;
        before.Count(world);
        within.Count(world);
        var (outcome, ended) = Clash.Fight(world, new Spot(place), FightKind.Streets, ref before, ref within, Field.Of(Ground.Street), cause);
        if (!outcome.AttackerWon)
        {
            world.Emit(new StormRepulsed(id, place, leader, 0, 0, (short)outcome.OddsPerMille), ended);
            return;
        }
        Disperse(world, place, ended);
        Take(world, place, leader, how, ended);
    }

    /// <summary>A place without a wall to speak of is run over; its few men scatter.</summary>
    public static void Overrun(World world, PlaceId place, ForceId leader, ref Host before, ref Host within, EventRef cause)
    {
        var (outcome, ended) = Clash.Fight(world, new Spot(place), FightKind.Streets, ref before, ref within, Field.Of(Ground.Street), cause);
        if (!outcome.AttackerWon) return;
        Disperse(world, place, ended);
        Take(world, place, leader, Taking.Stormed, ended);
    }

    /// <summary>Hunger opened the gates: the garrison lays down its arms; a field force may cut its way out.</summary>
    public static void Yield(World world, PlaceId place, ForceId by, ref Host within, EventRef cause)
    {
        ShareFate(world, place, by, ref within, cause);
        Disperse(world, place, cause);
        Take(world, place, by, Taking.Starved, cause);
    }

    /// <summary>The forces in a town that opens over their heads: garrisons are no more, others cut their way out or are taken.</summary>
    public static void ShareFate(World world, PlaceId place, ForceId by, ref Host within, EventRef cause)
    {
        for (var i = 0; i < within.Bodies; i++)
        {
            var force = world[within[i]];
            if (!force.Alive) continue;
            if (force.Mobile && force.Men >= Aftermath.LeastBody && world.ChanceAt(place).PerMille(Purpose.Yield, force.Key, 1) < BreaksOut)
                world.Emit(new ForceRouted(within[i], Retreat.Refuge(world, force),
                    by, Whole.MulDiv(force.Grain, Aftermath.TrainTaken, 1000)), cause);
            else
                world.Emit(new ForceDestroyed(within[i], by, force.Men, force.Grain, place), cause);
        }
    }

    /// <summary>The town's own men throw away their arms.</summary>
    public static void Disperse(World world, PlaceId place, EventRef cause)
    {
        if (world[place].Garrison > 0) world.Emit(new GarrisonLost(place, world[place].Garrison, 0), cause);
    }

    /// <summary>The place changes hands, and the taker leaves what guard it needs and he can spare.</summary>
    public static void Take(World world, PlaceId place, ForceId by, Taking how, EventRef cause)
    {
        var taken = world.Emit(new PlaceTaken(place, world[by].Polity, by, world[place].Holder, how), cause);
        ref readonly var force = ref world[by];
        if (force.Men < LeastGuarding || (force.At != place && !(Weighty(world, place) && Near(world, force, place)))) return;
        var guard = Whole.Min(Need(world, place) - world[place].Garrison, force.Men / GuardShare);
        if (guard > 0) world.Emit(new GuardLeft(place, by, Guard(force, guard)), taken);
    }

    /// <summary>A place that opened to letters from afar is left to those who opened it.</summary>
    private static bool Near(World world, in Force force, PlaceId place) => world.Atlas.MarchCost(CourierRule.Where(force), place) <= SurrenderRule.DayLi;

    /// <summary>Places that a host sends men to hold even off its road.</summary>
    private static bool Weighty(World world, PlaceId place) =>
        world.Atlas[place].Kind is PlaceKind.Capital or PlaceKind.SuperiorPrefecture
            or PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture or PlaceKind.Pass;

    /// <summary>
    /// Men a place wants as a guard: by kind, times (6 + walls) / 10. The base of formula F-GARRISON-1 as for lands just taken: capital
    /// 1,500,
    /// superior prefecture 800, prefecture 500, military prefecture and port 400, pass 250, ford and bridge 100, county and others 80;
    /// range x
    /// 0.5 to x 1.7.
    /// </summary>
    public static int Need(World world, PlaceId place)
    {
        ref readonly var p = ref world.Atlas[place];
        var men = p.Kind switch
        {
            PlaceKind.Capital => 1500,
            PlaceKind.SuperiorPrefecture => 800,
            PlaceKind.Prefecture => 500,
            PlaceKind.MilitaryPrefecture or PlaceKind.Port => 400,
            PlaceKind.Pass or PlaceKind.Fort => 250,
            PlaceKind.Ford or PlaceKind.Bridge => 100,
            _ => 80,
        };
        return Whole.MulDiv(men, 6 + world[place].Walls, 10);
    }

    /// <summary>Foot and militia stay; riders only when there is nobody else.</summary>
    private static Arms Guard(in Force force, int men)
    {
        var foot = new Arms(force.Foot, 0, 0, force.Militia, 0);
        if (foot.Men >= men) return foot.Part(men);
        return foot + (Host.Of(force) - foot).Part(men - foot.Men);
    }
}
