using Yanyun.Chronicle.Calibration;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab.Calibration;

/// <summary>Sieges, day by day until they end, by <see cref="SiegeDay"/> and <see cref="Storming.Streets"/>; summonses are apart.</summary>
public sealed class SiegeModel : CaseModel
{
    /// <summary>Days within which a town counts as stormed rather than starved: the model's first hump.</summary>
    private const int Soon = 35;
    /// <summary>Of commanders nobody rated.</summary>
    private const int Caution = 500;

    private readonly IReadOnlyList<SiegeCase> _sieges;
    private readonly ulong[] _keys;
    private readonly ulong _seed;

    public SiegeModel(CaseBook book, ulong seed) : base(book, [.. book.Sieges.Select(siege => siege.Head)])
    {
        _sieges = book.Sieges;
        _keys = [.. _sieges.Select(siege => Key.Of("siege " + siege.Head.Id))];
        _seed = seed;
    }

    public override string Name => "sieges";
    public override string Asks => "the town fell within 35 days";

    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("Storming.Base", -280, 0, Storming.Base),
        new("Storming.ForBreach", 2, 4, Storming.ForBreach),
        new("Storming.ForPrepared", 30, 90, Storming.ForPrepared),
        new("Storming.ForQuality", 10, 40, Storming.ForQuality),
        new("Storming.ForMorale", 10, 60, Storming.ForMorale),
        new("Storming.ForRepulse", 0, 150, Storming.ForRepulse),
        new("Storming.EscaladeFrom", 200, 500, Storming.EscaladeFrom),
        new("Storming.RepulsesBorne", 1, 4, Storming.RepulsesBorne),
        new("Storming.DaysToSettle", 20, 45, Storming.DaysToSettle),
        new("Storming.StormsAgainFrom", 400, 600, Storming.StormsAgainFrom),
        new("Blockade.YieldAtHalfRations", 100, 400, Blockade.YieldAtHalfRations),
        new("Blockade.TreasonAtFullRations", 30, 200, Blockade.TreasonAtFullRations),
        new("Blockade.WithHope", 300, 800, Blockade.WithHope),
        new("Blockade.GateLostPerMille", 5, 50, Blockade.GateLostPerMille),
    ];

    public override Question Ask(int index)
    {
        var siege = _sieges[index];
        var wall = (double)siege.Garrison.Low * siege.Garrison.High * Math.Pow(Storming.WallFactor(siege.Walls), 2);
        return new Question(siege.How != SiegeEnding.Held && siege.Days.High <= Soon,
            (double)siege.Besiegers.Low * siege.Besiegers.High > wall);
    }

    /// <summary>
    /// The record is matched by a fall within its span of days, half as long again or two thirds as short; by a storm where it tells of one; by
    /// none where the town held.
    /// </summary>
    public override Forecast Tell(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var siege = _sieges[index];
        int soon = 0, matches = 0;
        for (var r = 0; r < replicates; r++)
        {
            var (turn, days) = Play(index, r, by);
            if (turn != SiegeTurn.Nothing && days <= Soon) soon++;
            var matched = siege.How == SiegeEnding.Held
                ? turn == SiegeTurn.Nothing || days > siege.Days.High
                : turn != SiegeTurn.Nothing && days >= siege.Days.Low * 2 / 3 && days <= siege.Days.High * 3 / 2
                    && (siege.How == SiegeEnding.Fell || turn is SiegeTurn.WallCarried or SiegeTurn.Betrayed);
            if (matched) matches++;
        }
        return new Forecast(Share(matches, replicates), Share(soon, replicates));
    }

    protected override double Event(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var soon = 0;
        for (var r = 0; r < replicates; r++)
            if (Play(index, r, by, Soon).Turn != SiegeTurn.Nothing) soon++;
        return Share(soon, replicates);
    }

    public override IEnumerable<Measure> Measures(int[] values, int replicates)
    {
        var told = Events(values, replicates);
        yield return Count("towns that fell within 35 days", told, _ => true);
        yield return Count("of them, strong ones (walls of 4 and 5)", told, i => _sieges[i].Walls >= 4);
        yield return Count("of them, weak ones", told, i => _sieges[i].Walls < 4);
    }

    public override Span? Quantity(int index) => _sieges[index].Days;

    /// <summary>Days until it fell; of a town that held, no longer than the record goes.</summary>
    public override double[] Draw(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var drawn = new double[replicates];
        for (var r = 0; r < replicates; r++)
        {
            var days = Play(index, r, by).Days;
            drawn[r] = _sieges[index].How == SiegeEnding.Held ? Math.Min(days, _sieges[index].Days.High) : days;
        }
        return drawn;
    }

    private (SiegeTurn Turn, int Days) Play(int index, int replicate, SiegeWeights by, int most = int.MaxValue)
    {
        var siege = _sieges[index];
        var key = _keys[index];
        // Days are the die's own day, so that replicates differ by their seed.
        var seed = Key.Mix(_seed ^ (ulong)replicate);
        var dice = new OpenDice(seed, key, 0);
        int besiegers = LogEven(siege.Besiegers, dice.Even()), garrison = LogEven(siege.Garrison, dice.Even());
        int stores = LogEven(siege.Stores, dice.Even()), morale = Even(siege.Morale, dice.Even()), loyalty = Even(siege.Loyalty, dice.Even());
        var mouths = garrison * 3 / 2; // the townspeople who are fed from the stores, as the test of durations has them
        var ready = Storming.WorksDays(new Chance(seed, 0), key);
        var at = new SiegeMorning(
            besiegers, garrison, mouths, (long)mouths * Provisions.Ration * stores, siege.Walls, 0, 0, false, false, 0,
            Storming.Engines(besiegers), morale, loyalty, Caution, Caution, siege.Prepared,
            ShutIn: besiegers >= Blockade.MenToShutIn(garrison, siege.Walls), siege.Hope,
            Quality: Even(siege.Quality, dice.Even()), Stormers: Even(siege.Stormers, dice.Even()));
        var rest = 0;
        var last = Math.Min(most, Math.Max(Soon, siege.Days.High * 3 / 2) + 1);
        for (var day = 1; day <= last; day++)
        {
            at = at with { Days = day, WorksReady = day >= ready, Resting = day < rest, Prepared = Storming.Prepared(siege.Prepared ? 10 : day, 0) };
            var chance = new Chance(seed, day);
            var d = SiegeDay.Of(at, chance, key, by);
            at = at with
            {
                Besiegers = at.Besiegers - d.BesiegersLost, Garrison = at.Garrison - d.GarrisonLost, Stores = at.Stores - d.Eaten,
                BreachPerMille = at.BreachPerMille + d.BreachGrown,
            };
            if (d.Turn == SiegeTurn.Yielded) return (d.Turn, day);
            if (d.Turn is SiegeTurn.WallCarried or SiegeTurn.Betrayed)
            {
                var fight = Storming.Streets(Men(at.Besiegers, 700), Men(at.Garrison, at.Morale), chance, key);
                at = at with { Besiegers = at.Besiegers - fight.AttackerTotal, Garrison = at.Garrison - fight.DefenderTotal };
                if (!fight.DefenderWon) return (d.Turn, day);
            }
            if (d.Turn is not (SiegeTurn.Repulsed or SiegeTurn.WallCarried or SiegeTurn.Betrayed)) continue;
            at = at with { Repulses = at.Repulses + 1 };
            rest = day + Storming.RestDays;
        }
        return (SiegeTurn.Nothing, last);
    }

    /// <summary>In the streets both are foot of middling quality and leadership: the record tells no more.</summary>
    private static Side Men(int men, int morale) => new(new Arms(men, 0, 0, 0, 0), 60, morale, Odds.LeadershipMean);

    private static SiegeWeights Weights(ReadOnlySpan<int> v) => new()
    {
        Base = v[0], ForBreach = v[1], ForPrepared = v[2], ForQuality = v[3], ForMorale = v[4], ForRepulse = v[5], EscaladeFrom = v[6], RepulsesBorne = v[7],
        DaysToSettle = v[8], StormsAgainFrom = v[9], YieldAtHalfRations = v[10], TreasonAtFullRations = v[11],
        WithHope = v[12], GateLostPerMille = v[13],
    };
}
