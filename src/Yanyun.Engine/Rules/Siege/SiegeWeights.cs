namespace Yanyun.Engine.Rules;

/// <summary>
/// The contested weights of a siege as one value, as <see cref="FightWeights"/> are of a fight: each stands for the constant of its name in
/// <see cref="Storming"/> or <see cref="Blockade"/>.
/// </summary>
public sealed record SiegeWeights
{
    /// <summary>The constants; what a game is always played with.</summary>
    public static readonly SiegeWeights Shipped = new();

    public int Base { get; init; } = Storming.Base;
    public int ForBreach { get; init; } = Storming.ForBreach;
    public int ForPrepared { get; init; } = Storming.ForPrepared;
    public int ForQuality { get; init; } = Storming.ForQuality;
    public int ForMorale { get; init; } = Storming.ForMorale;
    public int ForRepulse { get; init; } = Storming.ForRepulse;
    public int EscaladeFrom { get; init; } = Storming.EscaladeFrom;
    public int RepulsesBorne { get; init; } = Storming.RepulsesBorne;
    public int DaysToSettle { get; init; } = Storming.DaysToSettle;
    public int StormsAgainFrom { get; init; } = Storming.StormsAgainFrom;
    public int YieldAtHalfRations { get; init; } = Blockade.YieldAtHalfRations;
    public int TreasonAtFullRations { get; init; } = Blockade.TreasonAtFullRations;
    public int WithHope { get; init; } = Blockade.WithHope;
    public int GateLostPerMille { get; init; } = Blockade.GateLostPerMille;
}
