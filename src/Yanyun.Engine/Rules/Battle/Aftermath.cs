namespace Yanyun.Engine.Rules;

/// <summary>
/// What a fight leaves: the fallen, body by body and arm by arm, the broken in flight, the train taken, the commanders lost.
/// </summary>
internal static class Aftermath
{
    /// <summary>
    /// Change of morale of those who won, of those parted by night, of those who gave way. Estimates +20..+100, -80..0, -300..-100.
    /// </summary>
    public const int Won = 60, Parted = -30, Beaten = -180;
    /// <summary>Fatigue a half hour of fighting gives, per mille. Estimate 15 - 40.</summary>
    public const int RoundFatigue = 25;
    /// <summary>Loss, of the men it had up, at which a beaten body flees rather than falls back, per mille. Estimate 100 - 250.</summary>
    public const int FleesPerMille = 150;
    /// <summary>Share of its grain that a fleeing body leaves to the victor, per mille. Estimate 300 - 900.</summary>
    public const int TrainTaken = 500;
    /// <summary>A beaten body of fewer men is no body any more.</summary>
    public const int LeastBody = 100;

    /// <summary>Books the losses of all bodies of a side, and of the town's men with it.</summary>
    public static void Bury(World world, ref Host host, int lost, int morale, int rounds, EventRef joined)
    {
        var before = 0;
        for (var i = 0; i < host.Bodies; i++)
        {
            var upTo = host.Fallen(world, lost, i);
            ref readonly var force = ref world[host[i]];
            var men = Whole.Min(upTo - before, force.Men);
            before = upTo;
            world.Emit(new FightLosses(host[i], Of(force, men), (short)morale, (short)(rounds * RoundFatigue)), joined);
        }
        if (host.Town.Exists && Whole.Min(lost - before, world[host.Town].Garrison) is > 0 and var townsmen)
            world.Emit(new GarrisonLost(host.Town, townsmen, (short)morale), joined);
    }

    /// <summary>Sends the bodies of a broken side off: dead, in flight, in retreat, or back behind the wall.</summary>
    /// <param name="up">Men each side's bodies had up before, by body.</param>
    /// <param name="kind">Out of lost streets no garrison gets away, and nobody goes back behind the wall.</param>
    public static void Scatter(
        World world, ref Host loser, ref Host winner, scoped ReadOnlySpan<int> up,
            bool destroyed, FightKind kind, bool cut, PlaceId near, EventRef ended)
    {
        for (var i = 0; i < loser.Bodies; i++)
        {
            var id = loser[i];
            var force = world[id];
            if (!force.Alive) continue;
            var lost = up[i] - Host.Up(world, force);
            var caught = kind == FightKind.Streets && !force.Mobile;
            if (caught || force.Men < LeastBody || (destroyed && lost * 2 > up[i]))
            {
                world.Emit(new ForceDestroyed(id, winner.Lead, force.Men, force.Grain, near), ended);
                continue;
            }
            if (kind != FightKind.Streets && (force.Doing == Doing.Besieged || loser.Wall.Exists && force.At == loser.Wall))
            {
                world.Emit(new ForceRetired(id, force.At, Doing.Besieged), ended);
                continue;
            }
            var to = Retreat.Refuge(world, force);
            if (cut || lost * 1000L >= up[i] * (long)FleesPerMille)
                world.Emit(new ForceRouted(id, to, winner.Lead,
                    winner.Bodies == 0 ? 0 : Whole.MulDiv(force.Grain, TrainTaken, 1000)), ended);
            else
                world.Emit(new ForceRetired(id, to, Doing.Retreating), ended);
        }
    }

    /// <summary>
    /// The arms of the fallen: all in proportion, except that heavy horse, better armoured and better mounted, loses half its share while
    /// others are left to lose theirs.
    /// </summary>
    public static Arms Of(in Force force, int men)
    {
        var arms = Host.Of(force);
        if (men <= 0) return default;
        if (men >= arms.Men) return arms;
        var others = arms with { HeavyHorse = 0 };
        var heavy = Whole.Max(Whole.MulDiv(arms.HeavyHorse, men, arms.Men) / 2, men - others.Men);
        return others.Part(men - heavy) with { HeavyHorse = heavy };
    }

    public static void Take(ref Force force, in Arms lost)
    {
        force.Foot -= lost.Foot;
        force.LightHorse -= lost.LightHorse;
        force.HeavyHorse -= lost.HeavyHorse;
        force.Militia -= lost.Militia;
        force.Boats -= lost.Boats;
    }

    /// <summary>
    /// Inside <c>Apply</c>: the force forgets what it was sent for and makes for a refuge, from now its base; why it goes is the event
    /// itself.
    /// </summary>
    public static void LoseAim(World world, ref Force force, PlaceId to)
    {
        if (to.Exists) force.Base = to;
        force.Task = TaskKind.Hold;
        force.Target = force.Base;
        force.TargetForce = ForceId.None;
        force.TaskSince = (ushort)world.Today;
        force.TaskCause = world.LastEvent;
        force.Wound = world.LastEvent;
        force.NewsOn = (ushort)world.Today;
    }

    /// <summary>Inside <c>Apply</c>: empties the row of a force that is no more.</summary>
    public static void Dissolve(World world, ref Force force, ForceId by, PlaceId place)
    {
        if (by.Exists) world[by].Grain += force.Grain;
        world[place].Households += force.Escorted;
        force.Foot = force.LightHorse = force.HeavyHorse = force.Militia = force.Boats = force.Porters = force.Grain = force.Escorted = 0;
        world.Scatter();
        force.Doing = Doing.Gone;
        force.NewsOn = (ushort)world.Today;
        force.Wound = world.LastEvent;
    }

    /// <summary>Inside <c>Apply</c>: men of a force become men of a town's guard, which takes their quality, their heart and their grain by its share.</summary>
    public static void JoinGuard(ref PlaceState place, ref Force force, int men)
    {
        var all = Whole.Max(1, place.Garrison + men);
        place.GarrisonQuality = (byte)((place.GarrisonQuality * (long)place.Garrison + force.Quality * (long)men) / all);
        place.GarrisonMorale = (short)((place.GarrisonMorale * (long)place.Garrison + force.Morale * (long)men) / all);
        place.Garrison += men;
        place.Stores += force.Grain;
        force.Grain = 0;
    }
}
