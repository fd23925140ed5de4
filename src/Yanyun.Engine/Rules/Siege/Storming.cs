namespace Yanyun.Engine.Rules;

/// <summary>Works, engines, and the assault on a wall, by numbers alone.</summary>
/// <remarks>
/// P(storm) = logistic(base + ln(attackers / what the garrison is worth behind its wall) + breach - preparation - quality - heart of the garrison
/// - storms it has beaten off). Dice:
/// <see cref="Purpose.StormReady"/>, <see cref="Purpose.Storm"/>, <see cref="Purpose.StormCost"/> on the key of the siege.
/// Grounds: docs/rules/siege.md.
/// </remarks>
public static class Storming
{
    /// <summary>Log odds of a storm by as many as the garrison over no wall, hundredths. Prior -280 - 0: never better than an even fight.</summary>
    public const int Base = -100;
    /// <summary>Log odds for each per cent of breach, hundredths. Prior 2 - 4.</summary>
    public const int ForBreach = 3;
    /// <summary>Log odds a prepared garrison takes away, hundredths. Prior 30 - 90.</summary>
    public const int ForPrepared = 60;
    /// <summary>
    /// Log odds for each point (ten tenths) by which the quality of the besiegers is over the garrison's, hundredths. Prior 10 - 40: what a
    /// fight in the field gives for it.
    /// </summary>
    public const int ForQuality = 36;
    /// <summary>
    /// Log odds that each 100 of morale over <see cref="MiddlingMorale"/> takes away, hundredths. Prior 10 - 60, from the field as well.
    /// </summary>
    public const int ForMorale = 49;
    /// <summary>
    /// Log odds that each storm the town has beaten off takes from the next, hundredths: ladders and sheds are burnt, the weak spots known, and those within
    /// have seen that it can be done. Prior 0 - 150.
    /// </summary>
    public const int ForRepulse = 100;
    /// <summary>Storms beaten off that count so. Estimate 2 - 5.</summary>
    public const int MostRepulses = 3;
    /// <summary>Quality of middling men on either side, tenths: prefectural troops and a core of regulars.</summary>
    public const int MiddlingQuality = 50;
    /// <summary>Its morale: that of such men, paid and long under the same state.</summary>
    public const int MiddlingMorale = 600;
    /// <summary>Days before the next storm after a repulse. Prior 4 - 12.</summary>
    public const int RestDays = 7;
    /// <summary>Men of a siege camp for each engine it builds. Estimate 400 - 2,000.</summary>
    public const int MenPerEngine = 800;
    /// <summary>Chance from which a besieger tries ladders before any engine stands, per mille. Estimate 200 - 500.</summary>
    public const int EscaladeFrom = 300;
    /// <summary>Repulses after which a besieger settles down to starve the town. Estimate 1 - 4.</summary>
    public const int RepulsesBorne = 2;
    /// <summary>Days after which he settles down as well, if the wall still stands. Estimate 20 - 45.</summary>
    public const int DaysToSettle = 30;
    /// <summary>Chance from which he storms all the same, per mille. Estimate 400 - 600.</summary>
    public const int StormsAgainFrom = 500;

    /// <summary>Times its men that a garrison counts behind walls of 0 .. 5 that it can man: 1, 2, 3, 4, 6, 8.</summary>
    public static int WallFactor(int walls) => walls switch { <= 0 => 1, 1 => 2, 2 => 3, 3 => 4, 4 => 6, _ => 8 };

    /// <summary>Men to a li of wall: an armoured man on every pace (bu), 360 to the li. Tongdian 152. Range 180 - 540.</summary>
    public const int MenPerLi = 360;

    /// <summary>Length of walls of 0 .. 5, li. Estimates, a half to twice as long: counties of 2 to 4 li, prefectures of 8 or 9, great ones of 12, capitals of 20 and more.</summary>
    public static int WallLi(int walls) => walls switch { <= 0 => 0, 1 => 2, 2 => 4, 3 => 8, 4 => 12, _ => 20 };

    /// <summary>
    /// Men in the open whom a garrison behind a wall is worth. Too few for its length they leave most of it bare: the wall then adds to them only by the
    /// share that they man.
    /// </summary>
    public static long Behind(int garrison, int walls)
    {
        var needed = WallLi(walls) * MenPerLi;
        var manned = needed == 0 ? 1000 : Whole.Min(1000L, (long)garrison * 1000 / needed);
        return garrison + garrison * (WallFactor(walls) - 1) * manned / 1000;
    }

    /// <summary>Chance that one storm carries the wall, 1 .. 999 per mille.</summary>
    /// <param name="attackers">Men who storm.</param>
    /// <param name="garrison">Men who can still stand on the wall: see <see cref="Blockade.Manning"/>.</param>
    /// <param name="walls">0 .. 5.</param>
    /// <param name="breachPerMille">How much of the wall lies open, 0 .. 1000.</param>
    /// <param name="prepared">The garrison had time and a head: see <see cref="Prepared"/>.</param>
    /// <param name="gateOpen">A gate stands open today: no wall, and no preparation helps.</param>
    /// <param name="quality">Of the garrison, tenths.</param>
    /// <param name="morale">Of the garrison, 0 .. 1000.</param>
    /// <param name="stormers">Quality of those who storm, tenths.</param>
    /// <param name="repulses">Storms of this siege that were beaten off.</param>
    public static int Chance(
        int attackers, int garrison, int walls, int breachPerMille, bool prepared, bool gateOpen = false, int quality = MiddlingQuality,
        int morale = MiddlingMorale, int stormers = MiddlingQuality, int repulses = 0) =>
        Chance(attackers, garrison, walls, breachPerMille, prepared, gateOpen, quality, morale, stormers, repulses, SiegeWeights.Shipped);

    /// <summary>The same by other weights.</summary>
    internal static int Chance(
        int attackers, int garrison, int walls, int breachPerMille, bool prepared, bool gateOpen, int quality, int morale, int stormers,
        int repulses, SiegeWeights by)
    {
        if (attackers < 1) return 1;
        if (garrison < 1) return 999;
        var odds = (long)by.Base * Fixed.One / 100 + Fixed.LnRatio(attackers, gateOpen ? garrison : Behind(garrison, walls));
        odds += (long)by.ForQuality * (stormers - quality) * Fixed.One / 1000;
        odds += (long)by.ForMorale * (MiddlingMorale - morale) * Fixed.One / 10_000;
        if (!gateOpen)
        {
            odds += (long)by.ForBreach * Whole.Clamp(breachPerMille, 0, 1000) * Fixed.One / 1000;
            if (prepared) odds -= (long)by.ForPrepared * Fixed.One / 100;
            odds -= (long)by.ForRepulse * Whole.Min(MostRepulses, repulses) * Fixed.One / 100;
        }
        return Whole.Clamp(Fixed.ToPerMille(Fixed.Logistic((int)odds)), 1, 999);
    }

    /// <summary>Whether a garrison counts as prepared: ten days' warning (estimate 5 - 20), or a chief rated 6 or better.</summary>
    public static bool Prepared(int warningDays, int leadershipTenths) => warningDays >= 10 || leadershipTenths >= 60;

    /// <summary>Days until a new camp's ladders, sheds and engines are ready: 5 .. 10, one throw on the day the siege is laid.</summary>
    public static int WorksDays(in Chance chance, ulong siege) => 5 + chance.Below(6, Purpose.StormReady, siege);

    /// <summary>Engines a camp of so many men keeps at work; at least 1.</summary>
    public static int Engines(int besiegers) => Whole.Max(1, besiegers / MenPerEngine);

    /// <summary>
    /// Per mille of the wall laid open in a day: 2 to 8 for a hundred engines, by the day's die; a part of a per mille is thrown for, so
    /// that
    /// few engines also get there.
    /// </summary>
    public static int BreachGrowth(int engines, in Chance chance, ulong siege)
    {
        var (amount, part, _, _) = chance.Words(Purpose.StormReady, siege, 1);
        var rate = 2000 + (int)((amount >> 16) * 6000L >> 16);
        var thousandths = (long)engines * rate / 100;
        return (int)((thousandths * Fixed.One / 1000 + (part >> 16)) >> 16);
    }

    /// <summary>
    /// Least chance at which a besieger storms of his own will, per mille: 120 for the rashest (caution 0) to 280 for the most careful
    /// (estimate, +-80); once he has settled down <see cref="StormsAgainFrom"/>.
    /// </summary>
    public static int StormsFrom(int caution, int repulses, int days) => StormsFrom(caution, repulses, days, SiegeWeights.Shipped);

    private static int StormsFrom(int caution, int repulses, int days, SiegeWeights by) =>
        repulses >= by.RepulsesBorne || days > by.DaysToSettle ? by.StormsAgainFrom : 120 + Whole.MulDiv(160, caution, 1000);

    /// <summary>
    /// Hazard that the besieger storms today, per million: 50,000 at the least chance he takes, 100,000 where it is 150 per mille better
    /// (prior 50,000 - 100,000).
    /// </summary>
    /// <param name="chancePerMille">The storm's chance as the besieger believes it.</param>
    /// <param name="worksReady">Engines and sheds are up.</param>
    /// <param name="caution">Of the besieging commander, 0 .. 1000.</param>
    /// <param name="repulses">Storms beaten off in this siege.</param>
    /// <param name="days">Days since it was laid.</param>
    /// <param name="ordered">He has orders to storm: he does so as soon as the works are ready.</param>
    public static int Hazard(int chancePerMille, bool worksReady, int caution, int repulses, int days, bool ordered = false) =>
        Hazard(chancePerMille, worksReady, caution, repulses, days, ordered, SiegeWeights.Shipped);

    /// <summary>The same by other weights.</summary>
    internal static int Hazard(int chancePerMille, bool worksReady, int caution, int repulses, int days, bool ordered, SiegeWeights by)
    {
        if (ordered && worksReady) return 1_000_000;
        var margin = chancePerMille - StormsFrom(caution, repulses, days, by);
        if (margin < 0) return 0;
        if (worksReady) return 50_000 + Whole.Min(margin, 150) * 1000 / 3;
        return chancePerMille >= by.EscaladeFrom ? 500_000 : 0;
    }

    /// <summary>
    /// Men a storm cost the attackers: 3 to 8% when beaten off, half of that when it carried the wall (the streets come after).
    /// </summary>
    public static int AttackersLost(int attackers, bool carried, in Chance chance, ulong siege)
    {
        var perMillion = 30_000 + chance.Below(50_001, Purpose.StormCost, siege);
        return (int)((long)attackers * perMillion / (carried ? 2_000_000 : 1_000_000));
    }

    /// <summary>Men a storm cost the garrison on the wall: 1 to 4%. Estimate 5 - 60 per mille.</summary>
    public static int GarrisonLost(int garrison, in Chance chance, ulong siege) =>
        (int)((long)garrison * (10_000 + chance.Below(30_001, Purpose.StormCost, siege, 1)) / 1_000_000);

    /// <summary>
    /// The wall is lost and the streets are fought. The garrison has nowhere to go, and has lost heart with the wall (150 of morale,
    /// estimate
    /// 50 - 250); it knows every lane.
    /// </summary>
    public static Outcome Streets(in Side attacker, in Side garrison, in Chance chance, ulong battle) => Engagement.Fight(
        attacker,
        garrison with { Morale = Whole.Max(0, garrison.Morale - 150), RetreatCut = true, Posture = Posture.Prepared },
        Field.Of(Ground.Street), chance, battle);
}
