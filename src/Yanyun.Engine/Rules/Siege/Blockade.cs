namespace Yanyun.Engine.Rules;

/// <summary>How a besieged town eats.</summary>
public enum Hunger : byte
{
    /// <summary>Full rations.</summary>
    None,
    /// <summary>Half of what there was is gone: half rations.</summary>
    HalfRations,
    /// <summary>Nothing is left.</summary>
    Starving,
}

/// <summary>What waiting does to a place cut off: rations, and the daily hazards of surrender, treason and sally.</summary>
/// <remarks>
/// Hazards are per million a day, thrown with <see cref="Purpose.Yield"/>, <see cref="Purpose.Treason"/> and <see cref="Purpose.Sally"/> on
/// the key of the siege. Steadfastness is the mean of the garrison's morale and its commander's loyalty, 0 .. 1000.
/// Grounds: docs/rules/siege.md.
/// </remarks>
public static class Blockade
{
    /// <summary>Share of the hazard of surrender that half rations already bring, per mille. Estimate 100 - 400.</summary>
    public const int YieldAtHalfRations = 200;
    /// <summary>Share of the hazard of treason that is there on full rations, per mille. Estimate 30 - 200.</summary>
    public const int TreasonAtFullRations = 100;
    /// <summary>What hope of relief leaves of both hazards, per mille. Estimate 300 - 800.</summary>
    public const int WithHope = 500;
    /// <summary>Chance that a gate is lost or left open behind a sally, per mille. Estimate 5 - 50.</summary>
    public const int GateLostPerMille = 20;

    /// <summary>
    /// How the town eats. It goes on half rations when what is left is less than what full rations have used since it was shut in.
    /// </summary>
    /// <param name="stores">Grain left, sheng.</param>
    /// <param name="mouths">Garrison and people who are fed from the stores.</param>
    /// <param name="days">Days besieged.</param>
    public static Hunger HungerOf(long stores, int mouths, int days)
    {
        if (stores <= 0) return Hunger.Starving;
        return stores < (long)mouths * Provisions.Ration * days ? Hunger.HalfRations : Hunger.None;
    }

    /// <summary>Sheng eaten in a day; no more than there is.</summary>
    public static long Eaten(long stores, int mouths, Hunger hunger)
    {
        var full = (long)mouths * Provisions.Ration;
        return Whole.Min(Whole.Max(0L, stores), hunger == Hunger.HalfRations ? full / 2 : full);
    }

    /// <summary>
    /// Men of a garrison who can stand on the wall: all; 85% on half rations; 60% starving. Estimates 75 - 95%, 40 - 80%.
    /// </summary>
    public static int Manning(int garrison, Hunger hunger) => hunger switch
    {
        Hunger.None => garrison,
        Hunger.HalfRations => Whole.MulDiv(garrison, 85, 100),
        _ => Whole.MulDiv(garrison, 60, 100),
    };

    /// <summary>
    /// Hazard that the town surrenders today, per million: starving 10,000 (steadfastness 1000) to 30,000 (0); a fifth of that on half
    /// rations; none on full ones, when only a summons is asked and answered.
    /// </summary>
    public static int YieldHazard(Hunger hunger, int morale, int loyalty, bool hopeOfRelief) =>
        YieldHazard(hunger, morale, loyalty, hopeOfRelief, SiegeWeights.Shipped);

    /// <summary>The same by other weights.</summary>
    internal static int YieldHazard(Hunger hunger, int morale, int loyalty, bool hopeOfRelief, SiegeWeights by)
    {
        if (hunger == Hunger.None) return 0;
        var hazard = 30_000 - 20 * Steadfast(morale, loyalty);
        if (hunger == Hunger.HalfRations) hazard = Whole.MulDiv(hazard, by.YieldAtHalfRations, 1000);
        return hopeOfRelief ? Whole.MulDiv(hazard, by.WithHope, 1000) : hazard;
    }

    /// <summary>
    /// Hazard that somebody inside opens a gate today, per million: 2,000 (steadfastness 1000) to 5,000 (0) once rations are cut, a tenth
    /// of
    /// that before.
    /// </summary>
    public static int TreasonHazard(Hunger hunger, int morale, int loyalty, bool hopeOfRelief) =>
        TreasonHazard(hunger, morale, loyalty, hopeOfRelief, SiegeWeights.Shipped);

    /// <summary>The same by other weights.</summary>
    internal static int TreasonHazard(Hunger hunger, int morale, int loyalty, bool hopeOfRelief, SiegeWeights by)
    {
        var hazard = 5_000 - 3 * Steadfast(morale, loyalty);
        if (hunger == Hunger.None) hazard = Whole.MulDiv(hazard, by.TreasonAtFullRations, 1000);
        return hopeOfRelief ? Whole.MulDiv(hazard, by.WithHope, 1000) : hazard;
    }

    /// <summary>
    /// Hazard that the garrison sallies today, per million: 40,000 under the rashest chief, 10,000 under the most careful, less where it is
    /// under a quarter of the camp, none while it starves. Estimate, x 0.4 - 2.
    /// </summary>
    public static int SallyHazard(int garrison, int besiegers, int caution, Hunger hunger)
    {
        if (hunger == Hunger.Starving || garrison < 1) return 0;
        var share = (int)Whole.Min(1000, garrison * 4000L / Whole.Max(1, besiegers));
        return Whole.MulDiv(40_000 - 30 * caution, share, 1000);
    }

    /// <summary>
    /// Men needed to shut a town in: one and a half times the garrison (estimate 1 - 3), and 1,000 for each step of its walls and one more
    /// (estimate 500 - 2,000). With fewer, grain and riders still pass.
    /// </summary>
    public static int MenToShutIn(int garrison, int walls) => Whole.Max(garrison + garrison / 2, 1000 * (walls + 1));

    private static int Steadfast(int morale, int loyalty) => (Whole.Clamp(morale, 0, 1000) + Whole.Clamp(loyalty, 0, 1000)) / 2;
}
