namespace Yanyun.Engine.Rules;

/// <summary>
/// What drives the people of a place to rise, and what they bear before they do: points on one scale, 0 - 1000. They compare the ruler they have
/// with the one they would have; agents, banners of an army of their own and neighbours already in arms embolden them; a host in the country
/// cows them.
/// </summary>
internal static class Unrest
{
    /// <summary>Agents among them, on the day they come; fades evenly over <see cref="AgentDays"/>. Estimate.</summary>
    public const int Agents = 200;
    /// <summary>Days that what agents brought lasts. Estimate.</summary>
    public const int AgentDays = 90;
    /// <summary>An army of their side counts up to this ride, li: F-BAND-1.</summary>
    public const int BannerLi = 300;
    /// <summary>Men of such an army, at hand, that weigh one point. Estimate.</summary>
    public const int BannerMen = 100;
    public const int MostBanners = 300;
    /// <summary>A band in arms next door. Estimate.</summary>
    public const int Contagion = 120;
    /// <summary>Li of road over which that falls to 1/e: the model's 150.</summary>
    public const int DecayLi = 150;
    public const int MostContagion = 240;
    /// <summary>Men of a band that count as a band. Estimate.</summary>
    public const int FullBand = 300;
    /// <summary>Men of the holder's hosts within a scout's ride that weigh one point. Estimate.</summary>
    public const int FearMen = 100;
    public const int MostFear = 300;
    /// <summary>What people bear before they rise, at the middle, and its standard deviation from place to place. Estimates.</summary>
    public const int Patience = 330;
    public const int PatienceSd = 110;

    /// <summary>
    /// What a place bears: a die of the place alone, the same on every day of a history, so that who is patient is patient throughout.
    /// </summary>
    public static int PatienceOf(World world, PlaceId home)
    {
        var draw = new Chance(world.Seed, 0).Fraction(Purpose.Patience, world.Atlas[home].Key);
        return Patience + (int)Fixed.Scale(PatienceSd, Fixed.NormalQuantile(draw));
    }

    /// <summary>What drives them today. Reads the muster.</summary>
    /// <param name="row">Of <see cref="Scenario.Risings"/>.</param>
    /// <param name="by">What moved them most: agents, or why the army or the band came whose banners they saw.</param>
    public static int Pressure(World world, int row, out EventRef by)
    {
        ref readonly var rising = ref world.Scenario.Risings[row];
        ref readonly var state = ref world.RisingTable[row];
        var polity = world[rising.Band].Polity;
        var discontent = (MoodToSide(world, rising.Home, polity) - Mood.To(world, rising.Home, world[rising.Home].Holder)) / 2 + world[rising.Home].Grievance;
        var since = world.Today - state.RousedOn;
        var agents = state.RousedOn == 0 || since >= AgentDays ? 0 : Agents * (AgentDays - since) / AgentDays;
        var (banners, neighbours) = Emboldening(world, rising.Home, rising.Band, polity, out var heart);
        by = agents > banners + neighbours || !world[heart].TaskCause.Exists ? state.Cause : world[heart].TaskCause;
        var fear = Whole.Min(MostFear, Alarm.Against(world, rising.Home, polity) / FearMen);
        return discontent + agents + banners + neighbours - fear;
    }

    /// <summary>Armies of a side about a place, and bands in arms, in points.</summary>
    /// <param name="heart">Which of them weighs most; none when there is none.</param>
    public static (int Banners, int Neighbours) Emboldening(World world, PlaceId home, ForceId self, PolityId polity, out ForceId heart)
    {
        long banners = 0, neighbours = 0, most = 0;
        heart = ForceId.None;
        world.Muster();
        foreach (var (f, at) in world.MobileForces)
        {
            var li = at == home.Value ? 0 : world.Atlas.RideLi(home, new PlaceId(at));
            if (li >= 4 * DecayLi || f == self.Value) continue;
            ref readonly var force = ref world.ForceTable[f];
            if (!world.Scenario.SameSide(force.Polity, polity)) continue;
            var band = (force.Traits & ForceTraits.Band) != 0;
            if (band ? !Bands.Astir(force) : force.Doing is Doing.Hidden or Doing.Besieged or Doing.Routed) continue;
            long weight = 0;
            if (!band && li < BannerLi)
            {
                weight = (long)force.Men * (BannerLi - li) / BannerLi;
                banners += weight;
            }
            else if (band)
            {
                weight = Fixed.Scale((long)Contagion * Whole.Min(FullBand, force.Men), Fixed.Exp(-(li * Fixed.One / DecayLi)));
                neighbours += weight;
            }
            if (weight <= most) continue;
            most = weight;
            heart = new ForceId(f);
        }
        return ((int)Whole.Min(MostBanners, banners / BannerMen), (int)Whole.Min(MostContagion, neighbours / FullBand));
    }

    /// <summary>What people feel for the claimant of a band's side.</summary>
    private static int MoodToSide(World world, PlaceId place, PolityId polity)
    {
        for (byte p = 1; p < world.Scenario.Polities.Length; p++)
            if (world.Scenario.Polities[p].Claimant >= 0 && world.Scenario.SameSide(new PolityId(p), polity)) return Mood.To(world, place, new PolityId(p));
        return 0;
    }
}
