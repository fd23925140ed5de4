namespace Yanyun.Engine.Rules;

/// <summary>
/// Living off the country about a place: what its people have stored, how much of it an army finds, and how that ends. The middle values
/// feed 50,000 men for 17 days.
/// </summary>
public static class Foraging
{
    /// <summary>How far parties go, km. Estimate 10 - 20.</summary>
    public const int RadiusKm = 15;
    /// <summary>People a square kilometre in settled country in peace. Estimate 30 - 100.</summary>
    public const int CommonDensity = 60;
    /// <summary>Least stored in a house before the harvest, days of food a person. Estimate 60 - 150.</summary>
    public const int LeanDays = 100;
    /// <summary>Most stored after the harvest, days of food a person. Estimate 200 - 365.</summary>
    public const int FullDays = 300;
    /// <summary>Share of what is left that a visit finds, per mille. Estimate 50 - 300.</summary>
    public const int SeizedPerMille = 100;

    /// <summary>
    /// Days of food a person has stored, months after the harvest: falls evenly from <see cref="FullDays"/> to <see cref="LeanDays"/> over
    /// the year.
    /// </summary>
    /// <param name="monthsSinceHarvest">0 .. 11.</param>
    public static int StoredDays(int monthsSinceHarvest) => FullDays - (FullDays - LeanDays) * Whole.Clamp(monthsSinceHarvest, 0, 11) / 11;

    /// <summary>Man-days of food that can be seized about a place.</summary>
    /// <param name="density">People a square kilometre.</param>
    /// <param name="storedDays">See <see cref="StoredDays"/>.</param>
    /// <param name="takenPerMille">Share of the season's stores that earlier visits took, 0 .. 1000.</param>
    /// <param name="seizedPerMille">Share of the rest that this visit finds; <see cref="SeizedPerMille"/> in common.</param>
    public static long ManDays(int density, int storedDays, int takenPerMille, int seizedPerMille)
    {
        const int areaKm2 = 355 * RadiusKm * RadiusKm / 113;
        return (long)areaKm2 * density * storedDays * (1000 - Whole.Clamp(takenPerMille, 0, 1000)) / 1000 * seizedPerMille / 1000;
    }
}
