namespace Yanyun.Engine.Rules;

/// <summary>
/// The contested weights of a fight as one value, so that a calibration can fight with others than those a game is played with. Each stands
/// for the constant of its name, which is its default and where unit, range and ground are said.
/// </summary>
/// <remarks>A game is always played with <see cref="Shipped"/>; docs/validation.md.</remarks>
public sealed record FightWeights
{
    /// <summary>The constants of <see cref="Odds"/> and <see cref="Engagement"/>.</summary>
    public static readonly FightWeights Shipped = new();

    public int Numbers { get; init; } = Odds.Numbers;
    public int Quality { get; init; } = Odds.Quality;
    public int Leadership { get; init; } = Odds.Leadership;
    public int Morale { get; init; } = Odds.Morale;
    public int Surprise { get; init; } = Odds.Surprise;
    public int Prepared { get; init; } = Odds.Prepared;
    public int Fortified { get; init; } = Odds.Fortified;
    public int FatigueCost { get; init; } = Odds.FatigueCost;
    public int LightOnPlain { get; init; } = Odds.LightOnPlain;
    public int HeavyOnPlain { get; init; } = Odds.HeavyOnPlain;
    public int Dismounted { get; init; } = Odds.Dismounted;
    public int Militiaman { get; init; } = Odds.Militiaman;
    public int LossPerMillion { get; init; } = Engagement.LossPerMillion;
    /// <summary>At least 1.</summary>
    public int AdvantagePerE { get; init; } = Engagement.AdvantagePerE;
    public int DayNoise { get; init; } = Engagement.DayNoise;
    public int RoundNoise { get; init; } = Engagement.RoundNoise;
    /// <summary>1 .. 999.</summary>
    public int BreakPerMille { get; init; } = Engagement.BreakPerMille;
    public int BreakMorale { get; init; } = Engagement.BreakMorale;
    public int BreakLeadership { get; init; } = Engagement.BreakLeadership;
    public int BreakNoise { get; init; } = Engagement.BreakNoise;
    public int PursuitOutrun { get; init; } = Engagement.PursuitOutrun;
    public int PursuitMounted { get; init; } = Engagement.PursuitMounted;
    public int PursuitCut { get; init; } = Engagement.PursuitCut;
}
