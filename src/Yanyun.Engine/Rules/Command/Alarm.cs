namespace Yanyun.Engine.Rules;

/// <summary>Men of mobile forces within a day's scouting of each place, by side, as a commander on the spot would be told. Rebuilt each morning, never state.</summary>
public static class Alarm
{
    /// <summary>Sides a scenario may have, row 0 included.</summary>
    public const int Sides = 5;

    /// <summary>Men of the other sides' mobile forces about a place.</summary>
    public static int Against(World world, PlaceId place, PolityId polity)
    {
        var total = 0;
        for (byte p = 1; p < world.PolityTable.Length; p++)
        {
            var other = new PolityId(p);
            if (world.Hostile(polity, other) && IsFirstOfSide(world.Scenario, p)) total += world.Threat[place.Value * Sides + world.Scenario.Polities[p].Side];
        }
        return total;
    }

    private static bool IsFirstOfSide(Scenario scenario, byte polity)
    {
        for (byte p = 1; p < polity; p++)
            if (scenario.Polities[p].Side == scenario.Polities[polity].Side) return false;
        return true;
    }

    internal static void Raise(World world)
    {
        var threat = world.Threat;
        Array.Clear(threat);
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || !force.Mobile || force.Doing is Doing.Hidden or Doing.Besieged) continue;
            if (world.PolityTable[force.Polity.Value].Wars == 0) continue;
            var side = world.Scenario.Polities[force.Polity.Value].Side;
            var at = force.At.Exists ? force.At : force.Toward;
            foreach (var near in world.Atlas.Near(at)) threat[near.Value * Sides + side] += force.Men;
        }
    }
}
