namespace Yanyun.Engine.Rules;

/// <summary>
/// A fight between two sides in the field or in streets. Both lose men by half hours, the side with the advantage fewer, the pace
/// slackening
/// as men tire; a side that has lost as much as it can bear breaks and is pursued; night parts the rest.
/// </summary>
/// <remarks>
/// Log-Lanchester with fatigue, break point and pursuit. Each half hour i a side loses g x men in line x exp(-+L/6) x noise / ln(e + i).
/// Dice: <see cref="Purpose.BattleNoise"/>, <see cref="Purpose.BattleRound"/> (index = round), <see cref="Purpose.BreakPoint"/>,
/// <see cref="Purpose.Pursuit"/>, <see cref="Purpose.CommanderFate"/>, all on the key of the battle.
/// Grounds, ranges and measured figures: docs/rules/battle.md. No number here is fitted to any one battle.
/// </remarks>
public static class Engagement
{
    /// <summary>Half hours of daylight.</summary>
    public const int MostRounds = 16;
    /// <summary>g: loss in the first half hour between equals, per million of the men in line. Prior 5,000 - 30,000.</summary>
    public const int LossPerMillion = 25_000;
    /// <summary>Advantage that multiplies the enemy's loss by e. Prior 2 - 8; at 2 no loss rate meets the targets.</summary>
    public const int AdvantagePerE = 6;
    /// <summary>Standard deviation of the noise of the day, hundredths of L. Prior 80 - 120.</summary>
    public const int DayNoise = 100;
    /// <summary>Standard deviation of the log of a half hour's losses, hundredths. Estimate 15 - 50.</summary>
    public const int RoundNoise = 25;
    /// <summary>Loss share at which a side of morale 700 under a commander of mean leadership breaks, per mille. Prior 80 - 160.</summary>
    public const int BreakPerMille = 120;
    /// <summary>Log odds of the break share that 1000 of morale adds, hundredths: 0.6 for each 300. Estimate 100 - 300.</summary>
    public const int BreakMorale = 200;
    /// <summary>Log odds of the break share that a standard deviation of leadership adds, hundredths. Estimate 10 - 30.</summary>
    public const int BreakLeadership = 20;
    /// <summary>Standard deviation of the log odds of the break share, hundredths. Estimate 30 - 70.</summary>
    public const int BreakNoise = 50;

    /// <summary>k, in hundredths, where the broken side has the better horse. Estimate 30 - 70.</summary>
    public const int PursuitOutrun = 50;
    /// <summary>k, in hundredths, where the victor has the better horse. Estimate 120 - 200.</summary>
    public const int PursuitMounted = 150;
    /// <summary>k, in hundredths, where a river or a ring cuts the way back. Estimate 200 - 300.</summary>
    public const int PursuitCut = 250;
    /// <summary>Greatest share a pursuit takes, per mille: some always slip through. Estimate 900 - 990.</summary>
    public const int PursuitMost = 950;
    /// <summary>Loss, of the men it had up, beyond which a broken side is destroyed, per mille. Estimate 500 - 700.</summary>
    public const int DestroyedPerMille = 600;

    /// <summary>The commander of a broken side is killed, per mille; five times that if it is destroyed. Estimate 10 - 50.</summary>
    public const int LoserKilled = 25;
    /// <summary>The commander of a broken side is captured, per mille; five times that if it is destroyed. Estimate 5 - 40.</summary>
    public const int LoserCaptured = 15;
    /// <summary>A commander who is not beaten is killed all the same, per mille. Estimate 1 - 10.</summary>
    public const int WinnerKilled = 4;

    /// <summary>1 / ln(e + i) in Q16, i = 0 .. 15: men tire, and come less to blows.</summary>
    internal static ReadOnlySpan<int> Pace =>
        [65536, 49903, 42242, 37585, 34405, 32069, 30265, 28820, 27630, 26628, 25771, 25026, 24371, 23790, 23269, 22798];

    /// <summary>Fights it out.</summary>
    /// <param name="attacker">The side that chose to fight.</param>
    /// <param name="defender">The side that stood or was caught.</param>
    /// <param name="field">Where.</param>
    /// <param name="chance">The dice of the day.</param>
    /// <param name="battle">Key of the battle: the address of all its dice.</param>
    public static Outcome Fight(in Side attacker, in Side defender, in Field field, in Chance chance, ulong battle) =>
        Fight(attacker, defender, field, chance, battle, FightWeights.Shipped);

    /// <summary>Fights it out by other weights; the odds it tells beforehand are those of the shipped ones.</summary>
    public static Outcome Fight(in Side attacker, in Side defender, in Field field, in Chance chance, ulong battle, FightWeights by)
    {
        var odds = Odds.WinChance(attacker, defender, field);
        if (attacker.Up < 1 || defender.Up < 1) return Walkover(attacker, defender, odds);

        var advantage = Odds.Advantage(attacker, defender, field, by) + Normal(chance.Fraction(Purpose.BattleNoise, battle), by.DayNoise);
        var (drawA, drawD, _, _) = chance.Words(Purpose.BreakPoint, battle);
        var a = new Line(attacker, field, Fixed.Exp(-advantage / by.AdvantagePerE), BreakShare(attacker, drawA, by), by.LossPerMillion);
        var d = new Line(defender, field, Fixed.Exp(advantage / by.AdvantagePerE), BreakShare(defender, drawD, by), by.LossPerMillion);

        var most = Whole.Clamp(field.Rounds, 1, MostRounds);
        var round = 0;
        while (round < most && !a.Broken && !d.Broken)
        {
            var (forA, forD, _, _) = chance.Words(Purpose.BattleRound, battle, (uint)round);
            a.Suffer(Pace[round], Fixed.Exp(Normal((int)(forA >> 16), by.RoundNoise)));
            d.Suffer(Pace[round], Fixed.Exp(Normal((int)(forD >> 16), by.RoundNoise)));
            round++;
        }

        if (!a.Broken && !d.Broken) return new Outcome(Ending.Drawn, round, a.Lost, d.Lost, 0, false, Fate.Unhurt, Fate.Unhurt, odds);
        var attackerBroke = a.Broken && (!d.Broken || a.Strain >= d.Strain);
        return attackerBroke
            ? Pursue(Ending.AttackerBroke, round, a, d, attacker, defender, field.Ground, chance, battle, odds, by)
            : Pursue(Ending.DefenderBroke, round, d, a, defender, attacker, field.Ground, chance, battle, odds, by);
    }

    /// <summary>k of the pursuit in hundredths: 50, 100, 150 or 250.</summary>
    public static int PursuitFactor(in Side loser, in Side winner, Ground ground) =>
        PursuitFactor(loser, winner, ground, FightWeights.Shipped);

    private static int PursuitFactor(in Side loser, in Side winner, Ground ground, FightWeights by)
    {
        if (loser.RetreatCut) return by.PursuitCut;
        if (ground != Ground.Plain && ground != Ground.Hills) return 100;
        // The better horse: half as many riders again as the other, and enough of them (one man in twenty of the other side) to matter.
        long l = loser.Arms.Horse, w = winner.Arms.Horse;
        if (w * 2 > l * 3 && w * 20 > loser.Arms.Men) return by.PursuitMounted;
        if (l * 2 > w * 3 && l * 20 > winner.Arms.Men) return by.PursuitOutrun;
        return 100;
    }

    private static Outcome Pursue(
        Ending ending, int rounds, in Line loser, in Line winner, in Side loserSide, in Side winnerSide, Ground ground, in Chance chance,
        ulong battle, int odds, FightWeights by)
    {
        // Reserves that found no room were not broken with the line; they cover its flight.
        var factor = PursuitFactor(loserSide, winnerSide, ground, by);
        var share = Fixed.PursuitQuantile(chance.Fraction(Purpose.Pursuit, battle)) * (long)factor / 100;
        var pursued = (int)Fixed.Scale(loser.InLine, (int)Whole.Min(share, Fixed.FromPerMille(PursuitMost)));
        var destroyed = (loser.Lost + pursued) * 1000L >= loserSide.Up * (long)DestroyedPerMille;

        var (dieL, dieW, _, _) = chance.Words(Purpose.CommanderFate, battle);
        var times = destroyed ? 5 : 1;
        var fall = (int)((dieL >> 16) * 1000L >> 16);
        var loserFate = fall < LoserKilled * times ? Fate.Killed
            : fall < (LoserKilled + LoserCaptured) * times ? Fate.Captured : Fate.Unhurt;
        var winnerFate = (int)((dieW >> 16) * 1000L >> 16) < WinnerKilled ? Fate.Killed : Fate.Unhurt;

        return ending == Ending.AttackerBroke
            ? new Outcome(ending, rounds, loser.Lost, winner.Lost, pursued, destroyed, loserFate, winnerFate, odds)
            : new Outcome(ending, rounds, winner.Lost, loser.Lost, pursued, destroyed, loserFate, winnerFate, odds);
    }

    /// <summary>A side with nobody up gives way without a blow.</summary>
    private static Outcome Walkover(in Side attacker, in Side defender, int odds)
    {
        var ending = defender.Up > 0 ? Ending.AttackerBroke : attacker.Up > 0 ? Ending.DefenderBroke : Ending.Drawn;
        return new Outcome(ending, 0, 0, 0, 0, false, Fate.Unhurt, Fate.Unhurt, odds);
    }

    /// <summary>The loss share a side can bear today, Q16.</summary>
    private static int BreakShare(in Side side, uint draw, FightWeights by)
    {
        var odds = Fixed.Logit(Fixed.FromPerMille(by.BreakPerMille)) + (int)(by.BreakMorale * (long)Fixed.FromPerMille(side.Morale - 700) / 100)
                   + (int)(by.BreakLeadership * (long)Fixed.Ratio(side.LeadershipTenths - Odds.LeadershipMean, Odds.LeadershipSpread) / 100)
                   + Normal((int)(draw >> 16), by.BreakNoise);
        return Fixed.Logistic(odds);
    }

    private static int Normal(int draw, int spreadHundredths) => (int)((long)Fixed.NormalQuantile(draw) * spreadHundredths / 100);

    /// <summary>
    /// A side's men in the fight as it goes on. Losses are kept in 1/65,536 of a man so that small fights do not round away.
    /// </summary>
    private struct Line
    {
        private readonly int _up;
        private readonly int _first;
        private readonly int _hurt;
        private readonly int _bears;
        private readonly int _perMillion;
        private long _lostQ16;

        public Line(in Side side, in Field field, int hurt, int bears, int perMillion)
        {
            _up = side.Up;
            _first = Odds.Line(side, field);
            _hurt = hurt;
            _bears = bears;
            _perMillion = perMillion;
            _lostQ16 = 0;
        }

        /// <summary>Men lost so far.</summary>
        public readonly int Lost => (int)(_lostQ16 >> 16);

        /// <summary>Men in line now: gaps are filled from behind as long as there is anyone.</summary>
        public readonly int InLine => Whole.Min(_first, _up - Lost);

        /// <summary>Share of the first line lost, in Q16 of the share the side can bear.</summary>
        public readonly int Strain => (int)Whole.Min(int.MaxValue, (_lostQ16 / _first << 16) / Whole.Max(1, _bears));

        public readonly bool Broken => Strain >= Fixed.One;

        public void Suffer(int pace, int noise)
        {
            var rate = Fixed.Mul(Fixed.Mul(pace, noise), _hurt);
            _lostQ16 = Whole.Min(_lostQ16 + InLine * (rate * (long)_perMillion / 1_000_000), (long)_up << 16);
        }
    }
}
