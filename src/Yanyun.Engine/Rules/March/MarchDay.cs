namespace Yanyun.Engine.Rules;

public static partial class MarchRule
{
    /// <summary>Where a force is in the course of its day's march.</summary>
    private struct Way
    {
        public PlaceId At;
        public LegId Leg;
        public int Li;
        public PlaceId Toward;
        public LegId CameBy;
        /// <summary>Parts of the day left, of <see cref="WholeDay"/>.</summary>
        public int Left;
        /// <summary>Li made.</summary>
        public int Made;
        /// <summary>A river that is not crossed today.</summary>
        public Rivers.River River;
        public int RiverDays;
        /// <summary>A road that was full.</summary>
        public LegId Crowded;
        /// <summary>It ends the day at a granary to fill its train.</summary>
        public bool Fills;
        /// <summary>A band that nobody sees today.</summary>
        public bool Slips;
    }

    private static void Step(World world, ForceId id, in RiverDay day)
    {
        ref readonly var force = ref world[id];
        var goal = Goal(world, id);
        if (!goal.Exists) return;
        if (force.At == goal)
        {
            // One that was told to fall back on a place since lost waits in its refuge.
            if (force.Task != TaskKind.Withdraw || goal == force.Target) Arrive(world, id, goal, Cause(force));
            return;
        }
        var way = new Way
        {
            At = force.At, Leg = force.At.Exists ? LegId.None : force.Leg, Li = force.LegLi, CameBy = force.CameBy, Left = WholeDay,
            Toward = force.At.Exists ? PlaceId.None : EndFor(world, force, goal), Slips = Bands.SlipsThrough(world, force),
        };
        while (way.Left > 0)
            if (way.At.Exists ? !SetOut(world, force, goal, ref way) : !Walk(world, id, goal, day, ref way)) break;
        Tell(world, id, goal, way);
    }

    /// <summary>From a place onto the next leg. False when the force stays there today.</summary>
    private static bool SetOut(World world, in Force force, PlaceId goal, ref Way way)
    {
        if (way.At == goal) return false;
        var leg = Onward(world, force, way.At, goal);
        if (!leg.Exists) return false;
        if (way.CameBy.Exists && leg != way.CameBy && force.Doing != Doing.Routed && !way.Slips && Bars(world, way.At, force)) return false;
        ref readonly var road = ref world.Atlas[leg];
        var load = world.LegLoad[leg.Value];
        // The first column of the day always has the road: its length is its own delay.
        if (load > 0 && load + force.Mouths > WayCapacity.Of(world.Atlas[road.Route].Kind) && force.Doing != Doing.Routed)
        {
            way.Crowded = leg;
            return false;
        }
        var forward = road.From == way.At;
        var start = forward ? 0 : road.Li;
        if (!way.Slips && Room(world, force, leg, start, forward) == 0) return false;
        world.LegLoad[leg.Value] += force.Mouths;
        way.Toward = road.Other(way.At);
        way.Leg = leg;
        way.Li = start;
        way.At = PlaceId.None;
        return true;
    }

    /// <summary>Along a leg as far as the day, the river and the enemy allow. False when the day's march ends here.</summary>
    private static bool Walk(World world, ForceId id, PlaceId goal, in RiverDay day, ref Way way)
    {
        ref readonly var force = ref world[id];
        ref readonly var leg = ref world.Atlas[way.Leg];
        var forward = way.Toward == leg.To;
        var rate = LiPerDay(force, world.Atlas[leg.Route]);
        var ahead = forward ? leg.Li - way.Li : way.Li;
        var stop = Whole.Min(ahead, rate * way.Left / WholeDay);
        if (!way.Slips) stop = Whole.Min(stop, Room(world, force, way.Leg, way.Li, forward));
        var wet = Rivers.Ahead(world, day, leg, way.Li, forward, out var river) && Whole.Abs(river.NearLi - way.Li) <= stop
            && !world.Atlas[leg.Route].Kind.IsWater();
        if (wet) stop = Whole.Abs(river.NearLi - way.Li);
        if (stop > 0)
        {
            way.Li += forward ? stop : -stop;
            way.Made += stop;
            way.Left -= (stop * WholeDay + rate - 1) / rate;
        }
        if (wet) return Cross(world, force, leg, river, forward, ref way);
        if (stop < ahead) return false;

        way.At = way.Toward;
        way.CameBy = way.Leg;
        way.Leg = LegId.None;
        way.Li = 0;
        way.Toward = PlaceId.None;
        if (force.Doing == Doing.Routed) return true;
        way.Fills = way.At != goal && StopsForGrain(world, id, way.At);
        var called = force.GathersUntil > world.Today && Friendly(world, force, way.At);
        return (way.Slips || !Bars(world, way.At, force) && !HostileAt(world, force, way.At)) && !way.Fills && !called;
    }

    /// <summary>
    /// A host whose train is less than half of what it was told to keep ends its day at a granary of its own side on the way, and fills it there.
    /// </summary>
    private static bool StopsForGrain(World world, ForceId id, PlaceId place)
    {
        ref readonly var force = ref world[id];
        return Friendly(world, force, place) && !world[place].Siege.Exists && world[place].Stores >= SupplyRule.NeedPerDay(world, force)
            && SupplyRule.Days(world, id) <= force.KeepDays / 2;
    }

    /// <summary>For a force on the road: the place it makes for is its own side's and closer than its base.</summary>
    internal static bool NearerThanBase(World world, in Force force)
    {
        if (!Friendly(world, force, force.Toward)) return false;
        ref readonly var leg = ref world.Atlas[force.Leg];
        var behind = leg.Other(force.Toward);
        var ahead = force.Toward == leg.To ? leg.Li - force.LegLi : (int)force.LegLi;
        return ahead < leg.Li - ahead + world.Atlas.MarchCost(behind, force.Base);
    }

    /// <summary>Over a river: within the day when few enough, else in days, else not.</summary>
    private static bool Cross(World world, in Force force, in Leg leg, in Rivers.River river, bool forward, ref Way way)
    {
        var perDay = way.Slips ? Rivers.ByNight(world, river) : Rivers.PerDay(world, force, leg, river, forward);
        var heads = force.Mouths + force.Escorted * 5;
        var wait = perDay == 0 ? 0 : Rivers.Queue(world, way.Leg, river);
        var cost = perDay == 0 ? 0 : (int)Whole.Min(1_000_000, ((long)heads * WholeDay + perDay - 1) / perDay);
        if (perDay > 0 && wait == 0 && cost <= way.Left)
        {
            way.Made += Whole.Abs(river.FarLi - way.Li);
            way.Li = river.FarLi;
            way.Left -= cost;
            return true;
        }
        way.River = river;
        way.RiverDays = perDay == 0 ? 0 : wait + Whole.Max(1, (cost - (wait == 0 ? Whole.Max(0, way.Left) : 0) + WholeDay - 1) / WholeDay);
        return false;
    }

    /// <summary>Li that can be gone before an enemy on the leg is <see cref="MeetingLi"/> away, or the force that is followed is reached.</summary>
    private static int Room(World world, in Force force, LegId leg, int li, bool forward)
    {
        var room = int.MaxValue;
        for (var g = world.FirstOn(leg); g.Exists; g = world.NextHere(g))
        {
            ref readonly var other = ref world[g];
            var gap = forward ? other.LegLi - li : li - other.LegLi;
            if (force.Task == TaskKind.Follow && force.TargetForce == g && gap >= 0) room = Whole.Min(room, gap);
            if (force.Doing == Doing.Routed || other.Doing == Doing.Hidden || !world.Hostile(force.Polity, other.Polity) || Bands.SlipsThrough(world, other)) continue;
            // Somebody who has come right up to a retreating force does not hold it by that.
            if (gap < 0 || (gap == 0 && force.Doing == Doing.Retreating)) continue;
            room = Whole.Min(room, Whole.Max(0, gap - MeetingLi));
        }
        return room;
    }

    private static bool HostileAt(World world, in Force force, PlaceId place)
    {
        for (var g = world.FirstAt(place); g.Exists; g = world.NextHere(g))
            if (world[g].Doing != Doing.Hidden && world.Hostile(force.Polity, world[g].Polity) && !Bands.SlipsThrough(world, world[g])) return true;
        return false;
    }

    /// <summary>What made it march: the wound it flees from, else the task.</summary>
    private static EventRef Cause(in Force force) =>
        force.Wound.Exists && (force.Doing == Doing.Routed || (force.Doing == Doing.Retreating && force.Task != TaskKind.Withdraw)) ? force.Wound : force.TaskCause;

    private static void Tell(World world, ForceId id, PlaceId goal, in Way way)
    {
        ref readonly var force = ref world[id];
        var cause = Cause(force);
        // The far bank may be the place itself: he enters it without another li.
        var enters = way.At.Exists && !force.At.Exists;
        if (way.Made > 0 || enters || (way.RiverDays > 0 && force.At.Exists))
        {
            var onTheWay = force.Toward.Exists && (force.HaltedOn + 1 >= world.Today || force.FreeOn >= world.Today);
            if (force.At.Exists && !onTheWay)
            {
                if (force.Doing != Doing.Routed) SupplyRule.Settle(world, id, setsOut: true);
                var first = Onward(world, force, force.At, goal);
                var echelons = MarchRate.Echelons(Column.Of(force), Ground(world.Atlas[world.Atlas[first].Route]), force.Pace);
                cause = world.Emit(new MarchBegun(id, force.At, goal, first, (byte)Whole.Min(255, echelons)), cause);
            }
            var toward = way.Toward;
            if (way.At.Exists && way.At != goal)
            {
                var next = Onward(world, force, way.At, goal);
                toward = next.Exists ? world.Atlas[next].Other(way.At) : goal;
            }
            var fatigue = force.Doing == Doing.Routed ? MarchRate.Fatigue(Pace.Forced) : MarchRate.Fatigue(force.Pace);
            world.Emit(new Marched(id, way.At, way.Leg, (short)way.Li, toward, way.CameBy, (short)way.Made, (short)fatigue), cause);
            if (force.Pace == Pace.Forced && force.Doing != Doing.Routed && way.Made > 0) AttritionRule.Straggle(world, id, cause);
            if (way.Fills) SupplyRule.Settle(world, id, setsOut: true);
        }
        if (way.At == goal)
        {
            Arrive(world, id, goal, cause);
            return;
        }
        // A force that stands before a closed river says so once.
        if (way.River.Row != 0 && (way.RiverDays > 0 || way.Made > 0))
            world.Emit(new CrossingAwaited(id, way.River.Row, (short)way.River.FarLi, (ushort)way.RiverDays), cause);
        if (way.Crowded.Exists) world.Emit(new RoadCrowded(id, way.Crowded), cause);
    }

    private static void Arrive(World world, ForceId id, PlaceId goal, EventRef cause)
    {
        ref readonly var force = ref world[id];
        // Whoever follows halts when the leader does.
        if (force.Task == TaskKind.Follow && force.Doing == Doing.Marching
            && world[force.TargetForce].Doing is Doing.Marching or Doing.Retreating or Doing.Routed) return;
        world.Emit(new Arrived(id, goal), cause);
    }
}
