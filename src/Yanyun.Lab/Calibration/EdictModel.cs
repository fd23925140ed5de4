using Yanyun.Chronicle.Calibration;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab.Calibration;

/// <summary>Commanders told what to do, by <see cref="Edicts.Chance"/>. Its die needs no throwing: the chance itself is averaged.</summary>
public sealed class EdictModel : CaseModel
{
    private readonly IReadOnlyList<EdictCase> _cases;
    private readonly Told[][] _told;

    /// <param name="most">Most replicates that will be asked for.</param>
    public EdictModel(CaseBook book, ulong seed, int most) : base(book, [.. book.Edicts.Select(edict => edict.Head)])
    {
        _cases = book.Edicts;
        _told = [.. _cases.Select(edict => Enumerable.Range(0, most).Select(replicate => Of(edict, seed, replicate)).ToArray())];
    }

    public override string Name => "edicts";
    public override string Asks => "the commander did as he was told";

    // Supreme command is none of them: no case has a supreme commander with something against an edict.
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("Edicts.Base", 500, 4000, Edicts.Base),
        new("Edicts.Loyalty", 20, 40, Edicts.Loyalty),
        new("Edicts.Fear", 10, 30, Edicts.Fear),
        new("Edicts.Ambition", -20, -5, Edicts.Ambition),
        new("Edicts.Asked", 300, 800, Edicts.Asked),
        new("Edicts.Age", -60, -20, Edicts.Age),
        new("Edicts.Discretionary", -800, -200, Edicts.Discretionary),
        new("Edicts.LeavesWinning", -4000, -600, Edicts.LeavesWinning),
        new("Edicts.LeavesPressed", -1500, -150, Edicts.LeavesPressed),
        new("Edicts.Unfed", -4000, -500, Edicts.Unfed),
        new("Edicts.Outnumbered", -4000, -400, Edicts.Outnumbered),
    ];

    /// <summary>"The stronger" does as he is told unless he is told to go against many more: who has no say in the matter asks only that.</summary>
    public override Question Ask(int index) => new(_cases[index].Obeyed, _cases[index].Against != Against.Outnumbered);

    public override Forecast Tell(ReadOnlySpan<int> values, int index, int replicates)
    {
        var by = Weights(values);
        var sum = 0;
        for (var r = 0; r < replicates; r++) sum += Edicts.Chance(_told[index][r], by);
        var obeys = Math.Clamp(sum / (1000.0 * replicates), 0.001, 0.999);
        return new Forecast(_cases[index].Obeyed ? obeys : 1 - obeys, obeys);
    }

    public override IEnumerable<Measure> Measures(int[] values, int replicates)
    {
        var told = Events(values, replicates);
        yield return Count("edicts obeyed", told, _ => true);
        yield return Count("of them, with nothing against them", told, i => _cases[i].Against == Against.Nothing);
        yield return Count("of them, against many more", told, i => _cases[i].Against == Against.Outnumbered);
    }

    private static Told Of(EdictCase edict, ulong seed, int replicate)
    {
        var dice = new OpenDice(seed, Key.Of("edict " + edict.Head.Id), replicate);
        return new Told(
            Even(edict.Loyalty, dice.Even()), Even(edict.Fear, dice.Even()), Even(edict.Ambition, dice.Even()), edict.Authority,
            Even(edict.Age, dice.Even()), edict.Asked, edict.Against);
    }

    private static EdictWeights Weights(ReadOnlySpan<int> v) => new()
    {
        Base = v[0], Loyalty = v[1], Fear = v[2], Ambition = v[3], Asked = v[4], Age = v[5], Discretionary = v[6],
        LeavesWinning = v[7], LeavesPressed = v[8], Unfed = v[9], Outnumbered = v[10],
    };
}
