namespace Yanyun.Engine.Rules;

/// <summary>Once a month a court asks who could take it: a man of great ambition and little loyalty whose troops stand at its door.</summary>
public static class Coup
{
    /// <summary>Ambition from which a man reaches for power. Estimate 600 - 800.</summary>
    public const int Ambition = 700;
    /// <summary>Loyalty up to which he does. Estimate 250 - 450.</summary>
    public const int Loyalty = 350;
    /// <summary>How near to the court troops count, li. Estimate 50 - 200.</summary>
    public const int NearLi = 100;
    /// <summary>Chance a month, per mille, for each hundred of fear he has of the court, and once more for himself. Estimate 5 - 30.</summary>
    public const int PerMonth = 15;

    internal static void Monthly(World world, PolityId polity, SeatId court)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            var seat = new SeatId(s);
            var person = world[seat].Holder;
            if (seat == court || world.Scenario.Seats[s].Polity != polity || !person.Exists || world[person].Fate != 0) continue;
            if (world.Scenario.Persons[person.Value].Ambition < Ambition || world[person].Loyalty > Loyalty) continue;
            var (his, guards) = At(world, world[court].At, polity, seat);
            if (his * 2 <= guards) continue;
            if (world.Chance.PerMille(Purpose.Coup, world.Scenario.Seats[s].Key) >= PerMonth * (1 + world[seat].Fear / 100)) continue;
            var wins = world.Chance.Below(his + guards, Purpose.Coup, world.Scenario.Seats[s].Key, 1) < his;
            var tried = world.Emit(new CoupAttempted(polity, person, his, guards, wins), world.CourtOf(polity).Affair);
            if (!wins) Disgrace.Punish(world, person, world[court].At, tried);
            return;
        }
    }

    /// <summary>Men about the court: his own, and the others of its polity.</summary>
    private static (int His, int Guards) At(World world, PlaceId court, PolityId polity, SeatId seat)
    {
        int his = 0, guards = world[court].Garrison;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || force.Polity != polity || !force.At.Exists || world.Atlas.RideLi(court, force.At) > NearLi) continue;
            if (force.Seat == seat) his += force.Men;
            else guards += force.Men;
        }
        return (his, guards);
    }
}
