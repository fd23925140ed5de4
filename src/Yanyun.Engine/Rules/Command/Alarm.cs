namespace Yanyun.Engine.Rules;

/// <summary>
/// What stirs where, gathered first thing each morning for all who look: men of mobile forces within a day's scouting of each place, by side, and the last day
/// on which something happened at a place. Scratch, never state.
/// </summary>
public static class Alarm
{
    /// <summary>Sides a scenario may have, row 0 included.</summary>
    public const int Sides = 5;

    /// <summary>Men of hostile mobile forces about a place, as a commander on the spot would be told.</summary>
    public static int Against(World world, PlaceId place, PolityId polity)
    {
        var hostile = world.HostileSides[polity.Value];
        if ((hostile & world.ThreatSides[place.Value]) == 0) return 0;
        var row = world.Threat.AsSpan(place.Value * Sides, Sides);
        var total = 0;
        for (var side = 1; side < Sides; side++)
            if ((hostile >> side & 1) != 0) total += row[side];
        return total;
    }

    /// <summary>Day of the last news at a place or of a force there; 0 for none in this run.</summary>
    internal static int StirredOn(World world, PlaceId place) => world.Watch.Stirred[place.Value];

    /// <summary>Before anything else of the day reads it: a world that was copied this morning has none of yesterday's.</summary>
    internal static void Raise(World world)
    {
        Knowledge.Forget(world);
        world.NobodyLiesInWait();
        SidesAtWar(world);
        var threat = world.Threat;
        world.Watch.Begin(world.Today);
        var stirred = world.Watch.Stirred;
        var sides = world.ThreatSides;
        Array.Clear(threat);
        Array.Clear(sides);
        var host = world.HostMen;
        var spots = world.Spots;
        var count = 0;
        for (var p = 1; p < stirred.Length; p++) stirred[p] = world.PlaceTable[p].NewsOn;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive) continue;
            var at = force.At.Exists ? force.At : force.Toward;
            if (force.NewsOn > stirred[at.Value]) stirred[at.Value] = force.NewsOn;
            if (Bands.LiesInWait(force)) world.LieInWait(f);
            if (!force.Mobile || force.Doing is Doing.Hidden or Doing.Besieged || world.HostileSides[force.Polity.Value] == 0) continue;
            var spot = (short)(at.Value * Sides + world.Scenario.SideOf(force.Polity));
            ref var men = ref host[spot];
            if (men == 0) spots[count++] = spot;
            men += force.Men;
        }
        world.Watch.End();
        // Hosts of many bodies are seen as one.
        foreach (int spot in spots.AsSpan(0, count))
        {
            var (place, side) = (spot / Sides, spot % Sides);
            var men = host[spot];
            host[spot] = 0;
            var bit = (byte)(1 << side);
            foreach (var near in world.Atlas.Near(new PlaceId((short)place)))
            {
                threat[unchecked(near.Value * Sides + side)] += men; // 32,768 places of five sides
                sides[near.Value] |= bit;
            }
        }
        world.Awake.Settle(world);
    }

    private static void SidesAtWar(World world)
    {
        var polities = world.Scenario.Polities;
        for (byte a = 1; a < polities.Length; a++)
        {
            byte sides = 0;
            for (byte b = 1; b < polities.Length; b++)
                if ((world.PolityTable[a].Wars >> b & 1) != 0) sides |= (byte)(1 << polities[b].Side);
            world.HostileSides[a] = sides;
        }
    }
}
