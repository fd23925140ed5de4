namespace Yanyun.Engine.Rules;

/// <summary>
/// How a town weighs a summons: log odds to open from the odds of holding out, the officer's loyalty (his, not the people's, decides), the
/// people's, their grievance, the hope of relief, and what the neighbours did this week.
/// </summary>
public static class Summons
{
    // Log odds in hundredths. Estimates, each x 0.5 - 1.5; docs/rules/surrender.md.
    /// <summary>A town of equals behind it, a lukewarm officer, no relief, no neighbours gone over.</summary>
    public const int Base = -74;
    /// <summary>For each e-fold of the host over the defenders times their wall.</summary>
    public const int Strength = 50;
    public const int LeastStrength = -150, MostStrength = 200;
    /// <summary>For each 100 of the officer's loyalty under 500.</summary>
    public const int Officer = 60;
    /// <summary>For each 100 of the garrison's morale under <see cref="Storming.MiddlingMorale"/>: gates are not kept shut with men who will not fight.</summary>
    public const int Heart = 54;
    /// <summary>For each 100 of the people's loyalty to the holder's cause under 500.</summary>
    public const int People = 10;
    /// <summary>For each 100 of grievance.</summary>
    public const int Grievance = 5;
    /// <summary>For relief as strong as the host, and near.</summary>
    public const int Relief = -150;
    /// <summary>For each neighbour that went over this week.</summary>
    public const int Neighbour = 60;
    public const int MostNeighbours = 3;
    /// <summary>How far the news of a neighbour counts, weighted li.</summary>
    public const int NeighbourLi = 150;
    /// <summary>How far help counts as near, weighted li. Estimate 150 - 300.</summary>
    public const int ReliefLi = 200;
    /// <summary>Loyalty of a commander nobody has rated.</summary>
    public const int UnratedLoyalty = 650;

    /// <param name="Chance">That the gates do not stay shut, per mille.</param>
    /// <param name="Flees">Of those times, that the officer runs rather than goes over, per mille: the loyal run.</param>
    /// <param name="Ground">What speaks most for keeping them shut.</param>
    public readonly record struct Answer(int Chance, int Flees, Refusal Ground);

    internal static Answer Weigh(World world, PlaceId place, ForceId by)
    {
        ref readonly var town = ref world[place];
        var within = new Host(stackalloc short[world.ForceRows]) { Town = place };
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
            if (Camp.Within(world, world[f], place)) within.Add(f);
        within.Count(world);
        var before = Before(world, place, by);
        var loyalty = LoyaltyWithin(world, place, within);
        var plight = new Plight(before, within.Men, town.Walls, loyalty, PeopleFor(world, place), town.Grievance,
            HopeOfRelief(world, place, before), Gone(world, place, by), within.Side.Morale);
        var chance = within.Men == 0 ? 1000 : Chance(plight, SummonsWeights.Shipped);
        return new Answer(chance, Whole.Clamp(loyalty - 200, 100, 800), GroundOf(plight, SummonsWeights.Shipped));
    }

    /// <summary>The term that takes most from the odds to open; none when nothing does and only the die kept the gates shut.</summary>
    public static Refusal GroundOf(in Plight at, SummonsWeights by)
    {
        var (ground, least) = (Refusal.Unsaid, 0);
        Weigh(Refusal.Officer, by.Officer * (500 - at.Loyalty) / 100);
        Weigh(Refusal.Relief, by.Relief * at.Relief / 1000);
        Weigh(Refusal.Walls, StrengthOf(at, by));
        Weigh(Refusal.Heart, by.Heart * (Storming.MiddlingMorale - at.Morale) / 100);
        Weigh(Refusal.People, by.People * (500 - at.People) / 100);
        return ground;

        void Weigh(Refusal of, int term)
        {
            if (term < least) (ground, least) = (of, term);
        }
    }

    private static int StrengthOf(in Plight at, SummonsWeights by) => (int)Whole.Clamp(
        (long)by.Strength * Fixed.LnRatio(Whole.Max(1, at.Before), (long)Whole.Max(1, at.Within) * Storming.WallFactor(at.Walls)) / Fixed.One,
        by.LeastStrength, by.MostStrength);

    /// <summary>The chance that a town of which some men are left opens, per mille.</summary>
    public static int Chance(in Plight at, SummonsWeights by)
    {
        var odds = by.Base + by.Officer * (500 - at.Loyalty) / 100 + by.Grievance * at.Grievance / 100;
        odds += StrengthOf(at, by);
        odds += by.Heart * (Storming.MiddlingMorale - at.Morale) / 100;
        odds += by.People * (500 - at.People) / 100;
        odds += by.Relief * at.Relief / 1000;
        odds += by.Neighbour * Whole.Min(MostNeighbours, at.Neighbours);
        return Fixed.ToPerMille(Fixed.Logistic((int)((long)odds * Fixed.One / 100)));
    }

    /// <summary>
    /// Whose loyalty decides inside: the commander of a field force larger than the town's own guard, else the officer of the town.
    /// </summary>
    internal static int LoyaltyWithin(World world, PlaceId place, in Host within)
    {
        var lead = within.Lead;
        if (within.Bodies == 0 || !world[lead].Mobile || world[lead].Men <= world[place].Garrison) return world[place].OfficerLoyalty;
        return world[lead].Commander.Exists ? world[world[lead].Commander].Loyalty : UnratedLoyalty;
    }

    /// <summary>Help within <see cref="ReliefLi"/>, per mille of the host, at most 1000.</summary>
    internal static int HopeOfRelief(World world, PlaceId place, int before)
    {
        long men = 0;
        world.Muster();
        foreach (var (f, at) in world.MobileForces)
        {
            if (at == 0 || world.Atlas.MarchCost(place, new PlaceId(at)) > ReliefLi) continue;
            ref readonly var force = ref world.ForceTable[f];
            if (force.At == place || !world.Scenario.SameSide(force.Polity, world[place].Holder)) continue;
            if (force.Doing is Doing.Gone or Doing.Besieged or Doing.Routed or Doing.Retreating or Doing.Hidden) continue;
            men += force.Men;
        }
        return (int)Whole.Min(1000, men * 1000 / Whole.Max(1, before));
    }

    /// <summary>
    /// Men of the summoner's side that the town knows to be upon it: all within a day's march, half of those within two or three; of a host further
    /// off whose letters came to it, a quarter.
    /// </summary>
    private static int Before(World world, PlaceId place, ForceId by)
    {
        var off = world.Atlas.MarchCost(place, CourierRule.Where(world[by]));
        long men = world[by].Men / (off <= SurrenderRule.DayLi ? 1 : off <= NeighbourLi ? 2 : 4);
        world.Muster();
        foreach (var (f, at) in world.MobileForces)
        {
            var li = at == place.Value ? 0 : at != 0 ? world.Atlas.MarchCost(place, new PlaceId(at)) : Atlas.NoWay;
            if (li > NeighbourLi || f == by.Value) continue;
            ref readonly var force = ref world.ForceTable[f];
            if (!world.Scenario.SameSide(force.Polity, world[by].Polity) || !BattleRule.Afield(world, force)) continue;
            men += li <= SurrenderRule.DayLi ? force.Men : force.Men / 2;
        }
        return (int)men;
    }

    /// <summary>Neighbours that came into the summoner's hands in the last week.</summary>
    private static int Gone(World world, PlaceId place, ForceId by)
    {
        var gone = 0;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            ref readonly var other = ref world.PlaceTable[p];
            if (other.HeldSince == 0 || world.Today - other.HeldSince > 7 || p == place.Value) continue;
            if (!world.Scenario.SameSide(other.Holder, world[by].Polity)
                || world.Atlas.MarchCost(new PlaceId(p), place) > NeighbourLi) continue;
            gone++;
        }
        return gone;
    }

    private static int PeopleFor(World world, PlaceId place)
    {
        ref readonly var town = ref world[place];
        return world.Scenario.Polities[town.Holder.Value].Claimant switch
            { 0 => town.LoyaltyA, 1 => town.LoyaltyB, 2 => town.LoyaltyC, _ => 500 };
    }
}
