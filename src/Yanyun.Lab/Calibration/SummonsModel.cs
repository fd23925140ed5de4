using Yanyun.Chronicle.Calibration;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab.Calibration;

/// <summary>Towns called upon to open, by <see cref="Summons.Chance"/>. Its die needs no throwing: the chance itself is averaged.</summary>
public sealed class SummonsModel : CaseModel
{
    private readonly IReadOnlyList<SummonsCase> _cases;
    private readonly Plight[][] _plights;

    /// <param name="most">Most replicates that will be asked for.</param>
    public SummonsModel(CaseBook book, ulong seed, int most) : base(book, [.. book.Summonses.Select(summons => summons.Head)])
    {
        _cases = book.Summonses;
        _plights = [.. _cases.Select(summons => Enumerable.Range(0, most).Select(replicate => Of(summons, seed, replicate)).ToArray())];
    }

    public override string Name => "summonses";
    public override string Asks => "the town opened";

    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("Summons.Base", -200, 0, Summons.Base),
        new("Summons.Strength", 25, 75, Summons.Strength),
        new("Summons.LeastStrength", -225, -75, Summons.LeastStrength),
        new("Summons.MostStrength", 100, 300, Summons.MostStrength),
        new("Summons.Officer", 30, 90, Summons.Officer),
        new("Summons.Heart", 0, 80, Summons.Heart),
        new("Summons.People", 5, 15, Summons.People),
        new("Summons.Grievance", 2, 8, Summons.Grievance),
        new("Summons.Relief", -225, -75, Summons.Relief),
        new("Summons.Neighbour", 30, 90, Summons.Neighbour),
    ];

    public override Question Ask(int index)
    {
        var summons = _cases[index];
        var wall = (double)summons.Within.Low * summons.Within.High * Math.Pow(Storming.WallFactor(summons.Walls), 2);
        return new Question(summons.Opened, (double)summons.Host.Low * summons.Host.High > wall);
    }

    public override Forecast Tell(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var sum = 0;
        for (var r = 0; r < replicates; r++) sum += Summons.Chance(_plights[index][r], by);
        var opens = Math.Clamp(sum / (1000.0 * replicates), 0.001, 0.999);
        return new Forecast(_cases[index].Opened ? opens : 1 - opens, opens);
    }

    public override IEnumerable<Measure> Measures(int[] values, int replicates)
    {
        var told = Events(values, replicates);
        yield return Count("towns that opened", told, _ => true);
        yield return Count("of them, under men of loyalty 700 and more", told, i => _cases[i].Loyalty.Low + _cases[i].Loyalty.High >= 1400);
        yield return Count("of them, under men of less", told, i => _cases[i].Loyalty.Low + _cases[i].Loyalty.High < 1400);
    }

    private static Plight Of(SummonsCase summons, ulong seed, int replicate)
    {
        var dice = new OpenDice(seed, Key.Of("summons " + summons.Head.Id), replicate);
        return new Plight(
            LogEven(summons.Host, dice.Even()), LogEven(summons.Within, dice.Even()), summons.Walls, Even(summons.Loyalty, dice.Even()),
            Even(summons.People, dice.Even()), Even(summons.Grievance, dice.Even()), Even(summons.Relief, dice.Even()), summons.Neighbours,
            Even(summons.Morale, dice.Even()));
    }

    private static SummonsWeights Weights(ReadOnlySpan<int> v) => new()
    {
        Base = v[0], Strength = v[1], LeastStrength = v[2], MostStrength = v[3], Officer = v[4], Heart = v[5], People = v[6], Grievance = v[7],
        Relief = v[8], Neighbour = v[9],
    };
}
