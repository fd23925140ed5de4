using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>Bodies of one seat that are believed at one place: they are led as one.</summary>
internal struct Host
{
    public PlaceId At;
    /// <summary>The strongest; the one the seat's holder rides with counts a half more.</summary>
    public ForceId Leader;
    /// <summary>First of its bodies; the rest by <see cref="Picture.Next"/>.</summary>
    public ForceId First;
    public int Bodies;
    /// <summary>Where it was last told to go and is not yet; none when it is there, or was never told.</summary>
    public PlaceId Errand;
    /// <summary>Others follow its leader.</summary>
    public bool Followed;
    public int Men;
    /// <summary>Mounted men.</summary>
    public int Horse;
    /// <summary>Sum of men x quality, tenths.</summary>
    public long Worth;
    /// <summary>Least days of grain of any body, as reported.</summary>
    public int Supply;
    /// <summary>All its bodies are irregulars.</summary>
    public bool Irregular;
    /// <summary>It lies before a town.</summary>
    public bool Besieging;
    /// <summary>Already given something to do today.</summary>
    public bool Settled;

    public readonly Side Side => Reckoning.SideOf(Men, Horse, Worth);
}

/// <summary>Odds and worth by belief.</summary>
internal static class Reckoning
{
    /// <summary>Morale and leadership a seat reckons with when it knows neither: the middle of the scale, and the mean of the rated persons.</summary>
    private const int UnknownMorale = 600;

    public static Side SideOf(int men, int horse, long worth) =>
        new(new Arms(men - horse, horse, 0, 0, 0), men == 0 ? 50 : (int)(worth / men), UnknownMorale, Odds.LeadershipMean);

    /// <summary>Men thought to hold a town of which nothing is told: estimate, the common guard behind such walls.</summary>
    public static int CommonGuard(int walls) => 200 + 300 * walls;

    /// <summary>Chance that a town of so many men is had by so many before it, with no army to hinder, per mille.</summary>
    /// <param name="days">Days it may take.</param>
    public static int Siege(int men, int garrison, int walls, out int days)
    {
        // A garrison has had its warning by the time an army is there; ladders and engines gain a fifth of the wall.
        var storm = Storming.Chance(men, garrison, walls, breachPerMille: 200, prepared: true);
        if (men > garrison * 12) storm = Math.Max(storm, 750); // such odds a town seldom waits out
        // Two storms are dared in a month; a host seldom eats long enough before a town to starve it.
        var taken = 1000 - (1000 - storm) * (1000 - storm) / 1000;
        days = storm >= 500 ? 12 : 25;
        return walls == 0 || men >= Blockade.MenToShutIn(garrison, walls) ? taken : taken / 2;
    }
}
