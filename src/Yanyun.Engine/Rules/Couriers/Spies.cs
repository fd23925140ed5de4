namespace Yanyun.Engine.Rules;

/// <summary>
/// A host that lies in one place for days is talked of. Where the enemy has friends among the people one of them walks to his nearest command and says who
/// lies there; so who holds a country his people do not love is seen there, and he is not.
/// </summary>
/// <remarks>docs/rules/couriers.md.</remarks>
internal static class Spies
{
    /// <summary>Men of whom it is talked. Estimate 3,000 - 10,000.</summary>
    public const int HostMen = 5000;
    /// <summary>Days it has lain there before somebody goes. Estimate 3 - 10.</summary>
    public const int AfterDays = 3;
    /// <summary>Days until somebody goes again. Estimate 10 - 30.</summary>
    public const int AgainDays = 15;
    /// <summary>What people feel for a party before one of them goes for it, 0 - 1000. Estimate 100 - 250.</summary>
    public const int Friends = 150;

    /// <summary>Whether today is a day on which somebody may go and tell of a force.</summary>
    public static bool MayTell(World world, in Force force)
    {
        var lain = world.Today - force.HaltedOn - AfterDays;
        return lain >= 0 && lain % AgainDays == 0 && force.Doing is Doing.Standing or Doing.Besieging && force.At.Exists
            && world.HostileSides[force.Polity.Value] != 0 && force.Men >= HostMen;
    }

    public static void Tell(World world, ForceId id)
    {
        var here = world[id].At;
        Span<Sighting> rows = stackalloc Sighting[World.BlockRows];
        for (byte p = 1; p < world.PolityTable.Length; p++)
        {
            var polity = new PolityId(p);
            if (!world.Hostile(polity, world[id].Polity) || Mood.To(world, here, polity) < Friends) continue;
            if (Reports.SeatFor(world, here, polity) is not { Exists: true } seat) continue;
            rows[0] = Knowledge.OfPlace(world, here, world.Today);
            rows[1] = Knowledge.OfForce(world, id, polity, world.Today);
            var count = 2;
            for (var f = world.FirstAt(here); f.Exists && count < rows.Length; f = world.NextHere(f))
                if (f != id && world.Hostile(polity, world[f].Polity) && world[f].Doing != Doing.Hidden) rows[count++] = Knowledge.OfForce(world, f, polity, world.Today);
            Reports.Write(world, here, seat, rows[..count], world[id].TaskCause, Post.Foot);
        }
    }
}
