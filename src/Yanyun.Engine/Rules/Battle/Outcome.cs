namespace Yanyun.Engine.Rules;

/// <summary>How a fight ended.</summary>
public enum Ending : byte
{
    /// <summary>Night, or both worn out: nobody broke.</summary>
    Drawn,
    AttackerBroke,
    DefenderBroke,
}

/// <summary>What befell a commander.</summary>
public enum Fate : byte { Unhurt, Killed, Captured }

/// <summary>What a fight came to.</summary>
/// <param name="Ending">Who broke, if anyone.</param>
/// <param name="Rounds">Half hours of fighting.</param>
/// <param name="AttackerLost">Men the attacker lost in the fight itself: killed, wounded, strayed.</param>
/// <param name="DefenderLost">The same of the defender.</param>
/// <param name="PursuitLost">Men the broken side lost besides in the pursuit: killed, taken, scattered. 0 when drawn.</param>
/// <param name="Destroyed">The broken side lost <see cref="Engagement.DestroyedPerMille"/> of the men it had up, or more: it is no body of
/// soldiers any more.</param>
/// <param name="LoserFate">Of the broken side's commander.</param>
/// <param name="WinnerFate">Of the other commander.</param>
/// <param name="OddsPerMille">The attacker's chance as it was before any die fell.</param>
public readonly record struct Outcome(
    Ending Ending, int Rounds, int AttackerLost, int DefenderLost, int PursuitLost, bool Destroyed, Fate LoserFate, Fate WinnerFate,
    int OddsPerMille)
{
    public bool AttackerWon => Ending == Ending.DefenderBroke;
    public bool DefenderWon => Ending == Ending.AttackerBroke;

    /// <summary>All the attacker lost, pursuit included.</summary>
    public int AttackerTotal => AttackerLost + (Ending == Ending.AttackerBroke ? PursuitLost : 0);

    /// <summary>All the defender lost, pursuit included.</summary>
    public int DefenderTotal => DefenderLost + (Ending == Ending.DefenderBroke ? PursuitLost : 0);
}
