namespace Yanyun.Engine.Rules;

/// <summary>
/// What a commander does without being told: he carries on his task, halts when he is there, turns back before he starves, shuns a host that would crush him,
/// goes to a neighbour's help. Forces that no mind leads live by this alone.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/command.md.</remarks>
public static class Conduct
{
    /// <summary>Days of grain at which a field force turns back to its base unless its task says less. Estimate 2-6.</summary>
    public const int TurnBackDays = 3;

    /// <summary>Enemies in hundredths of his own at which a commander in an open place leaves it. Estimate 250-400.</summary>
    public const int ShunAt = 300;

    /// <summary>A neighbour's siege draws help from this near, li. Estimate 100-200.</summary>
    public const int HelpLi = 150;

    internal static void Daily(World world)
    {
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (force.Doing == Doing.Gone || AtRest(world, force)) continue;
            var id = new ForceId(f);
            if (force.Doing is Doing.Besieged or Doing.Besieging && StillAtIt(world, id)) continue;
            if (force.Doing is Doing.Routed or Doing.Retreating && force.Task != TaskKind.Withdraw)
            {
                Rally(world, id);
                continue;
            }
            if (!force.Mobile && force.Doing != Doing.Marching) continue;
            if (world.Plays(RuleSwitch.Command) && (Shuns(world, id) || Starves(world, id))) continue;
            if (world.Plays(RuleSwitch.Command) && GivesUpTheRoad(world, id)) continue;
            CarryOn(world, id);
        }
        if (world.Plays(RuleSwitch.Command)) HelpNeighbours(world);
    }

    /// <summary>Where it should be, doing what it should, among its own, with no enemy about.</summary>
    internal static bool AtRest(World world, in Force force) =>
        force.Task == TaskKind.Hold && force.At == force.Target && force.At.Exists
        && force.Doing == ((force.Traits & ForceTraits.Band) != 0 ? Doing.Hidden : Doing.Standing)
        && (world.HostileSides[force.Polity.Value] == 0
            || world.Scenario.SameSide(force.Polity, world[force.At].Holder) && Alarm.Against(world, force.At, force.Polity) == 0);

    /// <summary>
    /// Shut in, or shutting in: the siege decides, unless it is over. One of the camp who has another task goes to it and leaves the town to the
    /// others; when its leader is called away, the siege says what becomes of it.
    /// </summary>
    private static bool StillAtIt(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (!force.At.Exists || !world[force.At].Siege.Exists) return false;
        return force.Doing == Doing.Besieged || world[world[force.At].Siege].Leader == id || Camp.Wants(world, force, force.At);
    }

    private static void Rally(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (!force.At.Exists) return;
        var friendly = world.Scenario.SameSide(force.Polity, world[force.At].Holder);
        var rested = world.Today - force.FoughtOn >= 3;
        if (force.At != force.Base && !(friendly && rested && Alarm.Against(world, force.At, force.Polity) == 0)) return;
        var stands = world.Emit(new ConductChanged(id, Doing.Standing, Code.Accepted), force.Wound);
        world.Emit(new TaskTaken(id, TaskKind.Hold, force.At, default, 0, Pace.Usual), stands);
    }

    private static bool Shuns(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (force.Stance == Stance.Seek || force.Doing is Doing.Hidden or Doing.Retreating or Doing.Besieged || !force.At.Exists || !force.Base.Exists) return false;
        var against = Alarm.Against(world, force.At, force.Polity);
        if (against == 0 || force.At == force.Base || Bands.SlipsThrough(world, force)) return false;
        var limit = force.Stance == Stance.Avoid ? ShunAt / 2 : ShunAt;
        if (against <= (long)Obedience.FriendsAbout(world, force.At, force.Polity) * limit / 100) return false;
        var friendly = world.Scenario.SameSide(force.Polity, world[force.At].Holder);
        if (friendly && world[force.At].Walls >= 2) return false; // behind a wall he waits
        Withdraw(world, id, Code.BadlyOutnumbered);
        return true;
    }

    private static bool Starves(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if ((force.Traits & ForceTraits.Band) != 0 || force.Task == TaskKind.Withdraw || !force.Base.Exists || force.At == force.Base) return false;
        if (force.Task == TaskKind.Follow && world[force.TargetForce].Alive && world[force.TargetForce].Seat == force.Seat) return false;
        if ((world.Today + id.Value) % 2 != 0) return false;
        var floor = Whole.Max(TurnBackDays, (int)force.KeepDays / 3);
        if (SupplyRule.Days(world, id) >= floor) return false;
        if (force.At.Exists && world.Scenario.SameSide(force.Polity, world[force.At].Holder)) return false; // he sits by a granary
        if (!force.At.Exists && MarchRule.NearerThanBase(world, force)) return false; // or has one closer before him than behind
        Withdraw(world, id, Code.NoGrain);
        return true;
    }

    /// <summary>Days a host stands before a pass, fort or bridge that bars its road, and that it is too weak to attack, before it gives it up. Estimate 3-10.</summary>
    public const int BarredDays = 5;

    /// <summary>Barred from where he is going he looks for another way out: those who were going home make for friends behind them, the others go home.</summary>
    private static bool GivesUpTheRoad(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (force.Doing is not (Doing.Marching or Doing.Retreating) || !force.At.Exists || world.Today - force.HaltedOn < BarredDays) return false;
        world.Muster();
        if (!MarchRule.BarredBy(world, id).Exists || world[force.At].Siege.Exists) return false;
        var back = MarchRule.RefugeBehind(world, id);
        if (!back.Exists) return false;
        var turned = world.Emit(new ConductChanged(id, Doing.Retreating, Code.TooWeak), force.TaskCause);
        world.Emit(new TaskTaken(id, TaskKind.Withdraw, back, default, 0, Pace.Usual), turned);
        return true;
    }

    private static void Withdraw(World world, ForceId id, Code why)
    {
        ref readonly var force = ref world[id];
        var cause = why == Code.NoGrain ? force.TaskCause : force.Wound.Exists ? force.Wound : force.TaskCause;
        var turned = world.Emit(new ConductChanged(id, Doing.Retreating, why), cause);
        world.Emit(new TaskTaken(id, TaskKind.Withdraw, SupplyRule.FallsBackOn(world, id), default, 0, Pace.Usual), turned);
    }

    private static void CarryOn(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        switch (force.Task)
        {
            case TaskKind.Follow:
                ref readonly var leader = ref world[force.TargetForce];
                if (!leader.Alive || leader.Doing is Doing.Routed) StopAndHold(world, id);
                else if (leader.At.Exists && leader.At == force.At)
                    Be(world, id, leader.Doing == Doing.Hidden && (force.Traits & ForceTraits.Band) != 0 ? Doing.Hidden : Doing.Standing);
                else Be(world, id, Doing.Marching);
                break;
            case TaskKind.Hold:
                if (force.At.Exists && (force.At == force.Target || !force.Target.Exists))
                    Be(world, id, (force.Traits & ForceTraits.Band) != 0 ? Doing.Hidden : Doing.Standing);
                else Be(world, id, Doing.Marching);
                break;
            case TaskKind.March:
            case TaskKind.Relieve:
                if (force.At.Exists && force.At == force.Target) StopAndHold(world, id);
                else Be(world, id, Doing.Marching);
                break;
            case TaskKind.Take:
                if (!force.At.Exists || force.At != force.Target) Be(world, id, Doing.Marching);
                else if (world.Scenario.SameSide(force.Polity, world[force.At].Holder)) StopAndHold(world, id);
                else if (force.Doing is Doing.Marching or Doing.Hidden) Be(world, id, Doing.Standing);
                break;
            case TaskKind.Harass:
                Be(world, id, force.At.Exists && force.At == force.Target ? Doing.Hidden : Doing.Marching);
                break;
            case TaskKind.Withdraw:
                if (force.At.Exists && force.At == force.Target) StopAndHold(world, id);
                else Be(world, id, Doing.Retreating);
                break;
        }
    }

    private static void Be(World world, ForceId id, Doing doing)
    {
        if (world[id].Doing == doing) return;
        world.Emit(new ConductChanged(id, doing, Code.Accepted), world[id].TaskCause);
    }

    private static void StopAndHold(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (!force.At.Exists)
        {
            Be(world, id, Doing.Marching);
            return;
        }
        var cause = force.TaskCause;
        if (force.Doing != Doing.Standing) cause = world.Emit(new ConductChanged(id, Doing.Standing, Code.Accepted), cause);
        world.Emit(new TaskTaken(id, TaskKind.Hold, force.At, default, 0, Pace.Usual), cause);
    }

    /// <summary>A besieged place draws those of its side who stand idle next to it and think they could win; they look every third day.</summary>
    private static void HelpNeighbours(World world)
    {
        for (short s = 1; s < world.SiegeTable.Length; s++)
        {
            ref readonly var siege = ref world.SiegeTable[s];
            if (!siege.Open) continue;
            world.Muster();
            foreach (var leg in world.Atlas.LegsAt(siege.Place))
            {
                var next = world.Atlas[leg].Other(siege.Place);
                if (world.Atlas.MarchCost(next, siege.Place) > HelpLi) continue;
                for (var f = world.FirstAt(next); f.Exists; f = world.NextHere(f))
                    if (Helps(world, f, siege.Place)) world.Emit(new TaskTaken(f, TaskKind.Relieve, siege.Place, default, 0, Pace.Usual), siege.Began);
            }
        }
    }

    private static bool Helps(World world, ForceId id, PlaceId near)
    {
        ref readonly var force = ref world[id];
        if (force.Task != TaskKind.Hold || force.At != force.Target || !force.Mobile || force.Stance == Stance.Avoid) return false;
        if (force.Doing is not (Doing.Standing or Doing.Hidden) || (world.Today + id.Value) % 3 != 0) return false;
        return world.Scenario.SameSide(world[near].Holder, force.Polity) && Alarm.Against(world, near, force.Polity) <= force.Men * 3 / 2;
    }
}
