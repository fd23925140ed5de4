namespace Yanyun.Engine.Rules;

/// <summary>
/// By what law a run's fights and storms are decided. A game is always played by the model; the others are yardsticks to hold it
/// against.
/// </summary>
public enum Contests : byte
{
    /// <summary>As the rules say.</summary>
    Model,
    /// <summary>
    /// The side with more men always wins; a storm by more men than the garrison is worth behind its wall always carries it.
    /// </summary>
    Stronger,
    /// <summary>Blind dice at the rates at which such contests end, whoever fights.</summary>
    Coin,
}

/// <summary>
/// Turns the model's outcome into what another law would have it. When the two agree the model's losses stand; when they do not, both
/// sides lose the
/// usual shares and nobody is destroyed.
/// </summary>
/// <remarks>Grounds: the targets of docs/rules/battle.md and docs/rules/siege.md.</remarks>
internal static class ContestLaw
{
    /// <summary>Fights that the attacker wins, per mille: the middle of the target 600 - 720.</summary>
    public const int AttackerWins = 660;
    /// <summary>
    /// Storms that carry the wall, per mille. Estimate 250 - 500: most that were tried came after works and days of breach.
    /// </summary>
    public const int StormCarries = 400;
    /// <summary>Losses of a winner and of a loser, per mille of the men up: the middles of the targets 50 - 100 and 140 - 350.</summary>
    public const int WinnerLoses = 75, LoserLoses = 240;
    /// <summary>Of the loser's losses, the share that falls in the fight itself, per mille. Estimate 400 - 700.</summary>
    private const int InTheFight = 500;

    public static Outcome Of(World world, in Outcome model, in Host attacker, in Host defender, ulong battle)
    {
        if (world.Contests == Contests.Model || attacker.Side.Up < 1 || defender.Side.Up < 1) return model;
        var attackerWins = world.Contests == Contests.Stronger
            ? attacker.Men >= defender.Men
            : world.Chance.PerMille(Purpose.BattleNoise, battle, 1) < AttackerWins;
        if (attackerWins ? model.AttackerWon : model.DefenderWon) return model;
        var (winner, loser) = attackerWins ? (attacker.Side.Up, defender.Side.Up) : (defender.Side.Up, attacker.Side.Up);
        var won = Whole.MulDiv(winner, WinnerLoses, 1000);
        var lost = Whole.MulDiv(loser, LoserLoses, 1000);
        var inFight = Whole.MulDiv(lost, InTheFight, 1000);
        return model with
        {
            Ending = attackerWins ? Ending.DefenderBroke : Ending.AttackerBroke, AttackerLost = attackerWins ? won : inFight,
            DefenderLost = attackerWins ? inFight : won, PursuitLost = lost - inFight, Destroyed = false, LoserFate = Fate.Unhurt, WinnerFate = Fate.Unhurt,
        };
    }

    public static SiegeDay Of(World world, in SiegeDay model, in SiegeMorning at, ulong siege)
    {
        if (world.Contests == Contests.Model || model.Turn is not (SiegeTurn.WallCarried or SiegeTurn.Repulsed)) return model;
        var carried = world.Contests == Contests.Stronger
            ? at.Besiegers > Storming.Behind(at.Garrison, model.GateOpen ? 0 : at.Walls)
            : world.Chance.PerMille(Purpose.Storm, siege, 2) < StormCarries;
        return model with { Turn = carried ? SiegeTurn.WallCarried : SiegeTurn.Repulsed };
    }
}
