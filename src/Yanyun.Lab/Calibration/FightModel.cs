using Yanyun.Chronicle.Calibration;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab.Calibration;

/// <summary>Fights in the open and in streets: who won, and what it cost the loser, by <see cref="Engagement"/>.</summary>
public sealed class FightModel : CaseModel
{
    /// <summary>Meetings over which the aims of docs/rules/battle.md are measured.</summary>
    private const int Meetings = 300;

    private readonly IReadOnlyList<FightCase> _fights;
    private readonly (Side A, Side D)[][] _sides;
    private readonly ulong[] _keys;
    private readonly (Side A, Side D, Field Field)[] _meetings;
    private readonly Chance[] _chances;

    /// <param name="most">Most replicates that will be asked for.</param>
    public FightModel(CaseBook book, ulong seed, int most) : base(book, [.. book.Fights.Select(fight => fight.Head)])
    {
        _fights = book.Fights;
        _keys = [.. _fights.Select(fight => Key.Of(fight.Head.Id))];
        _chances = [.. Enumerable.Range(0, Math.Max(most, 1)).Select(replicate => new Chance(seed, replicate))];
        _sides = [.. _fights.Select((fight, i) => Enumerable.Range(0, most).Select(replicate => Sides(fight, _keys[i], seed, replicate)).ToArray())];
        _meetings = [.. Meet(seed)];
    }

    public override string Name => "fights";
    public override string Asks => "the attacker won";

    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("Odds.Numbers", 30, 160, Odds.Numbers),
        new("Odds.Quality", 50, 190, Odds.Quality),
        new("Odds.Leadership", 50, 160, Odds.Leadership),
        new("Odds.Morale", 50, 200, Odds.Morale),
        new("Odds.Surprise", 30, 90, Odds.Surprise),
        new("Odds.Prepared", 20, 50, Odds.Prepared),
        new("Odds.Fortified", 50, 120, Odds.Fortified),
        new("Odds.FatigueCost", 200, 500, Odds.FatigueCost),
        new("Odds.LightOnPlain", 1200, 1800, Odds.LightOnPlain),
        new("Odds.HeavyOnPlain", 2000, 3000, Odds.HeavyOnPlain),
        new("Odds.Dismounted", 700, 1000, Odds.Dismounted),
        new("Odds.Militiaman", 300, 700, Odds.Militiaman),
        new("Engagement.LossPerMillion", 5_000, 30_000, Engagement.LossPerMillion),
        new("Engagement.AdvantagePerE", 2, 8, Engagement.AdvantagePerE),
        new("Engagement.DayNoise", 80, 120, Engagement.DayNoise),
        new("Engagement.RoundNoise", 15, 50, Engagement.RoundNoise),
        new("Engagement.BreakPerMille", 80, 160, Engagement.BreakPerMille),
        new("Engagement.BreakMorale", 100, 300, Engagement.BreakMorale),
        new("Engagement.BreakLeadership", 10, 30, Engagement.BreakLeadership),
        new("Engagement.BreakNoise", 30, 70, Engagement.BreakNoise),
        new("Engagement.PursuitOutrun", 30, 70, Engagement.PursuitOutrun),
        new("Engagement.PursuitMounted", 120, 200, Engagement.PursuitMounted),
        new("Engagement.PursuitCut", 200, 300, Engagement.PursuitCut),
    ];

    public override Question Ask(int index)
    {
        var fight = _fights[index];
        return new Question(fight.Won == CaseWinner.Attacker, Middle(fight.Attacker.Men) > Middle(fight.Defender.Men));
    }

    /// <summary>The record is matched when the same side broke; a day that night ended counts for the defender, who kept his ground.</summary>
    public override Forecast Tell(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var fight = _fights[index];
        int wins = 0, matches = 0;
        for (var r = 0; r < replicates; r++)
        {
            var outcome = Play(index, r, by);
            var won = outcome.AttackerWon == (fight.Won == CaseWinner.Attacker);
            if (outcome.AttackerWon) wins++;
            if (won && (fight.LoserLost is not { } lost || Within(lost, LoserLost(index, r, outcome)))) matches++;
        }
        return new Forecast(Share(matches, replicates), Share(wins, replicates));
    }

    public override IEnumerable<Measure> Measures(int[] values, int replicates)
    {
        foreach (var aim in Aims(Weights(values))) yield return aim;
        var told = Events(values, replicates);
        yield return Count("attackers who won", told, _ => true);
        yield return Count("of them, who had not half the enemy's men", told, i => Middle(_fights[i].Attacker.Men) * 2 < Middle(_fights[i].Defender.Men));
        yield return Count("of them, against a side drawn up or behind works", told, i => _fights[i].Posture != Posture.Open);
        yield return Count("of them, by surprise", told, i => _fights[i].Surprise);
    }

    public override Span? Quantity(int index) => _fights[index].LoserLost;

    /// <summary>Per mille lost by the side that lost in the record, in the replicates in which it loses.</summary>
    public override double[] Draw(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var drawn = new List<double>();
        for (var r = 0; r < replicates; r++)
        {
            var outcome = Play(index, r, by);
            if (outcome.Ending != Ending.Drawn && outcome.AttackerWon == (_fights[index].Won == CaseWinner.Attacker)) drawn.Add(LoserLost(index, r, outcome));
        }
        return [.. drawn];
    }

    private Outcome Play(int index, int replicate, FightWeights by)
    {
        ref readonly var sides = ref _sides[index][replicate];
        return Engagement.Fight(sides.A, sides.D, Field.Of(_fights[index].Ground), _chances[replicate], _keys[index], by);
    }

    private double LoserLost(int index, int replicate, in Outcome outcome)
    {
        ref readonly var sides = ref _sides[index][replicate];
        return outcome.AttackerWon ? 1000.0 * outcome.DefenderTotal / sides.D.Up : 1000.0 * outcome.AttackerTotal / sides.A.Up;
    }

    /// <summary>A share told by the winner or by refugees is taken a quarter wider both ways.</summary>
    private static bool Within(Span told, double lost) => lost >= told.Low * 0.75 && lost <= told.High * 1.25;

    /// <summary>
    /// The aims of the battle page, over meetings that somebody chose: loss of the winner 5-10%, of the loser 14-35%, their ratio 2-3.5, at most
    /// 5% drawn, the attacker winning 60-72%. An aim's ends stand for two standard deviations.
    /// </summary>
    private Measure[] Aims(FightWeights by)
    {
        var winners = new List<double>();
        var losers = new List<double>();
        var ratios = new List<double>();
        int attackers = 0, drawn = 0;
        for (var i = 0; i < _meetings.Length; i++)
        {
            var (a, d, field) = _meetings[i];
            var outcome = Engagement.Fight(a, d, field, _chances[0], Key.Mix((ulong)i), by);
            if (outcome.Ending == Ending.Drawn)
            {
                drawn++;
                continue;
            }
            if (outcome.AttackerWon) attackers++;
            var (ofA, ofD) = (100.0 * Math.Max(1, outcome.AttackerTotal) / a.Up, 100.0 * Math.Max(1, outcome.DefenderTotal) / d.Up);
            winners.Add(outcome.AttackerWon ? ofA : ofD);
            losers.Add(outcome.AttackerWon ? ofD : ofA);
            ratios.Add(losers[^1] / winners[^1]);
        }
        return
        [
            Aim("loss of the winner, median per cent", 5, 10, Median(winners)),
            Aim("loss of the loser, median per cent", 14, 35, Median(losers)),
            Aim("ratio of the losses, median", 2, 3.5, Median(ratios)),
            Aim("drawn by night, per cent", 0, 5, 100.0 * drawn / _meetings.Length),
            Aim("attacker wins of the decided, per cent", 60, 72, 100.0 * attackers / Math.Max(1, winners.Count)),
        ];
    }

    private static Measure Aim(string name, double low, double high, double told) => new(name, (low + high) / 2, told, (high - low) / 4);

    private static double Median(List<double> values)
    {
        if (values.Count == 0) return 0;
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>
    /// Meetings such as the aims speak of (the test of the battle page draws the like from the roll of 1139): an army of foot and one of horse, of
    /// qualities and morale that overlap, sizes even in the logarithm over 2,000 to 60,000 and up to three to one; kept when one believes its
    /// chance good enough and the other stands or cannot get away. Estimates throughout.
    /// </summary>
    private static IEnumerable<(Side, Side, Field)> Meet(ulong seed)
    {
        var kept = 0;
        for (var n = 0; kept < Meetings; n++)
        {
            var dice = new OpenDice(seed, Key.Of("meetings"), n % 65_536);
            var first = (int)(2000 * Math.Pow(30, dice.Even()));
            var second = Math.Clamp((int)(first * Math.Pow(3, 2 * dice.Even() - 1)), 2000, 60_000);
            var (foot, horse) = (Army(ref dice, first, 45, 80, 100, 20), Army(ref dice, second, 55, 85, 450, 250));
            var (a, d) = dice.Even() < 0.5 ? (foot, horse) : (horse, foot);
            var posture = dice.Even();
            d = d with { Posture = posture < 0.10 ? Posture.Fortified : posture < 0.45 ? Posture.Prepared : Posture.Open };
            a = a with { Surprises = dice.Even() < 0.06 };
            var field = Field.Of(dice.Even() switch { < 0.40 => Ground.Plain, < 0.72 => Ground.Hills, < 0.90 => Ground.Mountain, _ => Ground.Marsh });
            var (boldness, care) = ((int)(1000 * dice.Even()), (int)(1000 * dice.Even()));
            var away = dice.Even() < (d.Arms.Horse * 2 > d.Arms.Men ? 0.7 : 0.4);
            if (Odds.WinChance(a, Believed(d, ref dice), field) < Odds.AttackThreshold(boldness)) continue;
            if (!Odds.Accepts(1000 - Odds.WinChance(Believed(a, ref dice), d, field), Odds.StandThreshold(care), away)) continue;
            kept++;
            yield return (a, d, field);
        }
    }

    private static Side Army(ref OpenDice dice, int men, int worst, int best, int light, int heavy)
    {
        int l = (int)((long)men * light / 1000), h = (int)((long)men * heavy / 1000);
        var leadership = Math.Clamp((int)Math.Round(Odds.LeadershipMean + Odds.LeadershipSpread * dice.Normal()), 10, 100);
        return new Side(
            new Arms(men - l - h, l, h, 0, 0), Even(new Span(worst, best), dice.Even()), Even(new Span(520, 800), dice.Even()), leadership,
            Even(new Span(0, 400), dice.Even()), RetreatCut: dice.Even() < 0.10);
    }

    /// <summary>As scouts tell it: numbers within a third or so, the commander by repute.</summary>
    private static Side Believed(Side side, ref OpenDice dice)
    {
        var times = Math.Exp(0.35 * dice.Normal());
        var a = side.Arms;
        return side with
        {
            Arms = new Arms((int)(a.Foot * times), (int)(a.LightHorse * times), (int)(a.HeavyHorse * times), 0, 0), Surprises = false, Morale = 660,
            QualityTenths = Math.Clamp(side.QualityTenths + (int)(7 * dice.Normal()), 20, 95),
            LeadershipTenths = Math.Clamp(side.LeadershipTenths + (int)(12 * dice.Normal()), 15, 95), Fatigue = 200,
        };
    }

    private static (Side, Side) Sides(FightCase fight, ulong key, ulong seed, int replicate)
    {
        var dice = new OpenDice(seed, key, replicate);
        var a = Of(fight.Attacker, LogEven(fight.Attacker.Men, dice.Even()), ref dice);
        var d = Of(fight.Defender, LogEven(fight.Defender.Men, dice.Even()), ref dice);
        // The way back of whoever lost in the record is what the row tells of; the winner's is not known to have been cut.
        var attackerLost = fight.Won == CaseWinner.Defender;
        return (a with { Surprises = fight.Surprise, RetreatCut = fight.Cut && attackerLost },
            d with { Posture = fight.Posture, RetreatCut = fight.Cut && !attackerLost });
    }

    /// <summary>A leader nobody had rated by then is drawn about the mean, by the spread of all who were ever rated.</summary>
    private static Side Of(CaseSide side, int men, ref OpenDice dice)
    {
        int light = (int)((long)men * side.Light / 1000), heavy = (int)((long)men * side.Heavy / 1000), militia = (int)((long)men * side.Militia / 1000);
        var quality = Even(side.Quality, dice.Even());
        var morale = Even(side.Morale, dice.Even());
        var (mean, spread) = side.Leader is { } leader ? (leader.Tenths, leader.Spread) : (Odds.LeadershipMean, Odds.LeadershipSpread);
        var leadership = Math.Clamp((int)Math.Round(mean + spread * dice.Normal()), 10, 100);
        return new Side(new Arms(men - light - heavy - militia, light, heavy, militia, 0), quality, morale, leadership, side.Fatigue);
    }

    private static double Middle(Span men) => Math.Sqrt((double)men.Low * men.High);

    private static FightWeights Weights(ReadOnlySpan<int> v) => new()
    {
        Numbers = v[0], Quality = v[1], Leadership = v[2], Morale = v[3], Surprise = v[4], Prepared = v[5], Fortified = v[6], FatigueCost = v[7],
        LightOnPlain = v[8], HeavyOnPlain = v[9], Dismounted = v[10], Militiaman = v[11], LossPerMillion = v[12], AdvantagePerE = v[13],
        DayNoise = v[14], RoundNoise = v[15], BreakPerMille = v[16], BreakMorale = v[17], BreakLeadership = v[18], BreakNoise = v[19],
        PursuitOutrun = v[20], PursuitMounted = v[21], PursuitCut = v[22],
    };
}
