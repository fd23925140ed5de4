namespace Yanyun.Engine.Rules;

/// <summary>Who is before a town and who is in it.</summary>
internal static class Camp
{
    /// <summary>Whether a force stands before the place, able to besiege it.</summary>
    public static bool Before(World world, in Force force, PlaceId place) =>
        force.At == place && force.Mobile && force.Men > 0 && (force.Traits & ForceTraits.Fleet) == 0
        && force.Doing is Doing.Standing or Doing.Marching or Doing.Waiting or Doing.Besieging
            && world.Hostile(force.Polity, world[place].Holder);

    /// <summary>Whether it means to have this place: it was sent to take it, or it bars its road; or it marches with one of whom that is true. Reads the muster.</summary>
    public static bool Wants(World world, in Force force, PlaceId place)
    {
        if (force.Task != TaskKind.Follow) return MeansToHave(world, force, place);
        return world[force.TargetForce].At == place && world[force.TargetForce].Task != TaskKind.Follow && MeansToHave(world, world[force.TargetForce], place);
    }

    private static bool MeansToHave(World world, in Force force, PlaceId place) =>
        force.Task == TaskKind.Take && force.Target == place || force.Task != TaskKind.Harass && MarchRule.IsBarred(world, force, place);

    /// <summary>Whether it defends the place from inside: a garrison, or a force behind the wall.</summary>
    public static bool Within(World world, in Force force, PlaceId place) =>
        force.At == place && force.Men > 0 && (!force.Mobile || force.Doing == Doing.Besieged) && force.Doing != Doing.Gone
        && world.Scenario.SameSide(force.Polity, world[place].Holder);

    /// <summary>Whether it stands in the open at the place on the holder's side.</summary>
    public static bool StandsBy(World world, in Force force, PlaceId place) =>
        force.At == place && force.Mobile && (force.Traits & ForceTraits.Fleet) == 0
            && force.Doing is Doing.Standing or Doing.Marching or Doing.Waiting
        && world.Scenario.SameSide(force.Polity, world[place].Holder);

    /// <summary>Sums up both sides at a place, as mustered today.</summary>
    /// <param name="all">With those who only pass; else only those who besiege.</param>
    /// <returns>Whether a force of the holder's side stands in the open there.</returns>
    public static bool Gather(World world, PlaceId place, bool all, ref Host before, ref Host within)
    {
        var open = false;
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
        {
            ref readonly var force = ref world[f];
            if (Before(world, force, place))
            {
                if (all || Wants(world, force, place)) before.Add(f);
            }
            else if (Within(world, force, place))
            {
                within.Add(f);
            }
            else
            {
                open |= StandsBy(world, force, place);
            }
        }
        within.Town = place;
        before.Count(world);
        within.Count(world);
        return open;
    }

    /// <summary>The largest body that was sent here to take the place; none if nobody was.</summary>
    public static ForceId Leader(World world, in Host before, PlaceId place)
    {
        var best = ForceId.None;
        for (var i = 0; i < before.Bodies; i++)
        {
            ref readonly var force = ref world[before[i]];
            if (force.Task != TaskKind.Follow && Wants(world, force, place) && (!best.Exists || force.Men > world[best].Men)) best = before[i];
        }
        return best;
    }

    /// <summary>Inside <c>Apply</c>: those sent to take the place camp; the holder's men there are shut in.</summary>
    public static void Pitch(World world, SiegeId id)
    {
        var place = world[id].Place;
        world.Awake.WakeAt(world, place);
        for (short f = 1; f < world.Forces; f++)
        {
            ref var force = ref world.ForceTable[f];
            if (force.At != place) continue;
            if (Before(world, force, place) && Wants(world, force, place)) Be(world, ref force, Doing.Besieging);
            else if (Within(world, force, place)) Be(world, ref force, Doing.Besieged);
        }
    }

    /// <summary>Inside <c>Apply</c>: the siege is over; who besieged and who was besieged are free to move.</summary>
    public static void Strike(World world, SiegeId id)
    {
        var place = world[id].Place;
        world[place].Siege = SiegeId.None;
        world.Awake.WakeAt(world, place);
        world[id] = default;
        for (short f = 1; f < world.Forces; f++)
        {
            ref var force = ref world.ForceTable[f];
            if (force.At == place && force.Doing is Doing.Besieging or Doing.Besieged) Be(world, ref force, Doing.Standing);
        }
    }

    /// <summary>Inside <c>Apply</c>: the besiegers go back to their base, or to the nearest granary that can feed them when it is hunger that drives them.</summary>
    public static void TurnBack(World world, SiegeId id, bool hungry)
    {
        var place = world[id].Place;
        for (short f = 1; f < world.Forces; f++)
        {
            ref var force = ref world.ForceTable[f];
            if (force.At != place || force.Task != TaskKind.Take || force.Target != place
                || !world.Scenario.SameSide(force.Polity, world[id].By)) continue;
            world.Awake.Wake(new ForceId(f));
            force.Task = TaskKind.Withdraw;
            force.Target = hungry ? SupplyRule.FallsBackOn(world, new ForceId(f)) : force.Base;
            force.TaskSince = (ushort)world.Today;
            force.TaskCause = world.LastEvent;
        }
    }

    private static void Be(World world, ref Force force, Doing doing)
    {
        if (force.Doing == doing) return;
        force.Doing = doing;
        force.NewsOn = (ushort)world.Today;
        force.Wound = world.LastEvent;
    }
}
