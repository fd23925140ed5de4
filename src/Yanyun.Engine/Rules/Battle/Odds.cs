namespace Yanyun.Engine.Rules;

/// <summary>
/// What a fight promises before it is fought: the attacker's advantage, his chance, and whether a side takes the field. No die is thrown
/// here, so that a mind may ask as often as it likes about sides as it believes them to be.
/// </summary>
/// <remarks>
/// Advantage in log odds units: L = bN ln(men) + bT ln(quality x arms x freshness x terrain) + bL leadership + bM morale + bS surprise +
/// bP posture, each as attacker over (or minus) defender. Weights are in hundredths. Grounds and ranges: docs/rules/battle.md.
/// </remarks>
public static class Odds
{
    /// <summary>bN, of the log ratio of men who fit the frontage. Hundredths; prior 30 - 160.</summary>
    public const int Numbers = 70;
    /// <summary>bT, of the log ratio of quality, arms, freshness and terrain. Hundredths; prior 50 - 190.</summary>
    public const int Quality = 80;
    /// <summary>bL, for each standard deviation of leadership. Hundredths; prior 50 - 160.</summary>
    public const int Leadership = 70;
    /// <summary>bM, for morale 1000 against 0. Hundredths; prior 50 - 200.</summary>
    public const int Morale = 100;
    /// <summary>bS, for the side that surprises. Hundredths; prior 30 - 90.</summary>
    public const int Surprise = 60;
    /// <summary>bP, for standing drawn up. Hundredths; estimate 20 - 50.</summary>
    public const int Prepared = 30;
    /// <summary>bP, for standing behind works. Hundredths; estimate 50 - 120.</summary>
    public const int Fortified = 80;

    /// <summary>
    /// Tenths of rating in a standard deviation of leadership: the spread over the 154 rated persons of 1139 is 1.53 points.
    /// </summary>
    public const int LeadershipSpread = 15;
    /// <summary>Mean leadership of those persons, tenths.</summary>
    public const int LeadershipMean = 46;
    /// <summary>Freshness a spent side (fatigue 1000) has lost, per mille. Estimate 200 - 500.</summary>
    public const int FatigueCost = 350;

    /// <summary>Weight of a light rider on the plain, per mille of a foot soldier. Estimate 1,200 - 1,800.</summary>
    public const int LightOnPlain = 1400;
    /// <summary>Weight of a heavy rider on the plain, per mille. Prior 2,000 - 3,000.</summary>
    public const int HeavyOnPlain = 2500;
    /// <summary>
    /// What a heavy rider loses of that against nothing but formed foot with long blades, per mille. Estimate 800 - 1,500.
    /// </summary>
    public const int LongBladesTake = 1200;
    /// <summary>
    /// Weight of a rider in hills, mountains, marsh or streets: on foot, one man in four holding horses; per mille. Estimate 700 - 1,000.
    /// </summary>
    public const int Dismounted = 750;
    /// <summary>Weight of a militiaman, per mille. Estimate 300 - 700.</summary>
    public const int Militiaman = 500;
    /// <summary>Weight of a boatman ashore, per mille; in marsh he is at home and weighs a whole man. Estimate 300 - 700.</summary>
    public const int BoatmanAshore = 500;

    /// <summary>
    /// Spread of the outcome about the advantage, hundredths: the noise of the day, the noise of the rounds, and both break points, which
    /// together act like sqrt(1 + 0.9) in units of L. Fitted to the
    /// engine's own fights, not to history; a test holds the odds to their frequencies.
    /// </summary>
    public const int Spread = 160;
    /// <summary>
    /// Advantage that 1000 of morale is worth through the break point, hundredths; a test holds the odds to their frequencies.
    /// </summary>
    public const int MoraleHolds = 264;
    /// <summary>Advantage that a standard deviation of leadership is worth through the break point, hundredths.</summary>
    public const int LeadershipHolds = 26;

    /// <summary>The attacker's chance to win, 1 .. 999 per mille, of sides and field as believed.</summary>
    public static int WinChance(in Side attacker, in Side defender, in Field field)
    {
        if (attacker.Up < 1) return defender.Up < 1 ? 500 : 1;
        if (defender.Up < 1) return 999;
        return WinChance(Advantage(attacker, defender, field, FightWeights.Shipped), attacker, defender);
    }

    /// <summary>
    /// Whether a side takes the field: it believes its chance good enough, or it cannot get away.
    /// </summary>
    /// <param name="chancePerMille">Its own chance as it believes, per mille.</param>
    /// <param name="thresholdPerMille">The least chance its commander fights at, per mille.</param>
    /// <param name="canGetAway">Whether a way out is open that the enemy cannot close in time.</param>
    public static bool Accepts(int chancePerMille, int thresholdPerMille, bool canGetAway) =>
        !canGetAway || chancePerMille >= thresholdPerMille;

    /// <summary>
    /// Least chance at which a commander attacks of his own will, per mille: 400 for the rashest (caution 0), 700 for the most careful.
    /// Estimate, +-100.
    /// </summary>
    public static int AttackThreshold(int caution) => 400 + Whole.MulDiv(300, caution, 1000);

    /// <summary>
    /// Least chance at which a commander who could get away stands, per mille: 200 for the rashest, 500 for the most careful. Estimate,
    /// +-100.
    /// </summary>
    public static int StandThreshold(int caution) => 200 + Whole.MulDiv(300, caution, 1000);

    internal static int WinChance(int advantage, in Side attacker, in Side defender)
    {
        var holds = Hundredths(MoraleHolds, Fixed.FromPerMille(attacker.Morale - defender.Morale))
                    + Hundredths(LeadershipHolds, LeadershipGap(attacker, defender));
        var z = Whole.Clamp((long)(advantage + holds) * 100 / Spread, -6 * Fixed.One, 6 * Fixed.One);
        return Whole.Clamp(Fixed.ToPerMille(Fixed.NormalCdf((int)z)), 1, 999);
    }

    /// <summary>L in Q16, before the noise of the day. Both sides must have men up.</summary>
    internal static int Advantage(in Side attacker, in Side defender, in Field field, FightWeights by)
    {
        var advantage = Hundredths(by.Numbers, Fixed.LnRatio(Line(attacker, field), Line(defender, field)));
        advantage += Hundredths(by.Quality, Fixed.LnRatio(
            Worth(attacker, defender, field.Ground, by) * AttackOver(field.Ground), Worth(defender, attacker, field.Ground, by) * 100));
        advantage += Hundredths(by.Leadership, LeadershipGap(attacker, defender));
        advantage += Hundredths(by.Morale, Fixed.FromPerMille(attacker.Morale - defender.Morale));
        advantage += Hundredths(SurpriseOf(attacker, by) - SurpriseOf(defender, by) + PostureOf(attacker, by) - PostureOf(defender, by), Fixed.One);
        return advantage;
    }

    /// <summary>Men of a side that fight at once: those up, as far as the frontage has room; at least 1.</summary>
    internal static int Line(in Side side, in Field field) => Whole.Max(1, Whole.Min(side.Up, field.Frontage));

    /// <summary>Quality x mean weight of arms x freshness; only ratios of it mean anything.</summary>
    private static long Worth(in Side side, in Side enemy, Ground ground, FightWeights by) =>
        (long)Whole.Max(1, side.QualityTenths) * MeanWeight(side, enemy, ground, by) * (1000 - Whole.MulDiv(by.FatigueCost, side.Fatigue, 1000));

    /// <summary>Weight of the mean man, per mille of a foot soldier. An enemy who is surprised has not formed.</summary>
    private static int MeanWeight(in Side side, in Side enemy, Ground ground, FightWeights by)
    {
        var arms = side.Arms;
        var mounted = ground == Ground.Plain;
        var blades = side.Surprises ? 0 : enemy.LongBlades;
        var light = mounted ? by.LightOnPlain : by.Dismounted;
        var heavy = mounted ? by.HeavyOnPlain - Whole.MulDiv(LongBladesTake, blades, 1000) : by.Dismounted;
        var boats = ground == Ground.Marsh ? 1000 : BoatmanAshore;
        var sum = arms.Foot * 1000L + arms.LightHorse * (long)light + arms.HeavyHorse * (long)heavy
                  + arms.Militia * (long)by.Militiaman + arms.Boats * (long)boats;
        return (int)(sum / Whole.Max(1, arms.Men));
    }

    /// <summary>
    /// What the ground leaves of an attacker's worth, per cent. Estimates: hills 80 - 100, mountain 60 - 90, marsh 70 - 95, street 60 -
    /// 95.
    /// </summary>
    private static int AttackOver(Ground ground) => ground switch
    {
        Ground.Plain => 100,
        Ground.Hills => 92,
        Ground.Mountain => 78,
        Ground.Marsh => 85,
        _ => 80,
    };

    private static int SurpriseOf(in Side side, FightWeights by) => side.Surprises ? by.Surprise : 0;

    private static int PostureOf(in Side side, FightWeights by) =>
        side.Posture == Posture.Fortified ? by.Fortified : side.Posture == Posture.Prepared ? by.Prepared : 0;

    /// <summary>Standard deviations of leadership between the commanders, Q16.</summary>
    private static int LeadershipGap(in Side attacker, in Side defender) =>
        Fixed.Ratio(attacker.LeadershipTenths - defender.LeadershipTenths, LeadershipSpread);

    private static int Hundredths(int weight, int q16) => (int)((long)weight * q16 / 100);
}
