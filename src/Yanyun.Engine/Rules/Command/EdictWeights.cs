namespace Yanyun.Engine.Rules;

/// <summary>
/// The contested weights of a man who is told what to do, as one value, as <see cref="SummonsWeights"/> are of a town: thousandths of log odds, each for
/// the constant of its name in <see cref="Edicts"/>.
/// </summary>
public sealed record EdictWeights
{
    /// <summary>The constants; what a game is always played with.</summary>
    public static readonly EdictWeights Shipped = new();

    public int Base { get; init; } = Edicts.Base;
    public int Loyalty { get; init; } = Edicts.Loyalty;
    public int Fear { get; init; } = Edicts.Fear;
    public int Ambition { get; init; } = Edicts.Ambition;
    public int Asked { get; init; } = Edicts.Asked;
    public int Age { get; init; } = Edicts.Age;
    public int Discretionary { get; init; } = Edicts.Discretionary;
    public int Supreme { get; init; } = Edicts.Supreme;
    public int LeavesWinning { get; init; } = Edicts.LeavesWinning;
    public int LeavesPressed { get; init; } = Edicts.LeavesPressed;
    public int Unfed { get; init; } = Edicts.Unfed;
    public int Outnumbered { get; init; } = Edicts.Outnumbered;
}

/// <summary>What stands against an edict where its reader stands.</summary>
public enum Against : byte
{
    Nothing,
    /// <summary>Told to leave, and strong enough to stay.</summary>
    LeavesWinning,
    /// <summary>Told to leave, and not strong enough.</summary>
    LeavesPressed,
    /// <summary>Told to go forward without grain.</summary>
    Unfed,
    /// <summary>Told to go forward against many more.</summary>
    Outnumbered,
}

/// <summary>What a man weighs who is told what to do.</summary>
/// <param name="Loyalty">0 .. 1000; likewise <paramref name="Fear"/> and <paramref name="Ambition"/>.</param>
/// <param name="Age">Days since the edict was written.</param>
/// <param name="Asked">Times he was told before and has not done it.</param>
public readonly record struct Told(int Loyalty, int Fear, int Ambition, Authority Authority, int Age, int Asked, Against Against);

/// <summary>
/// How a holder of a seat answers an edict: log odds to obey. Loyalty, fear and a repeated demand speak for it, ambition against. Where what he sees speaks
/// against it as well, so do the width of his powers and the age of the paper: both say how far he may trust his own eyes over the court's. Where
/// nothing does, they say nothing.
/// </summary>
/// <remarks>Calibrated on edicts of 1122-1136: docs/validation.md. Ranges and grounds: docs/rules/command.md.</remarks>
public static class Edicts
{
    /// <summary>The weight of an edict as such.</summary>
    public const int Base = 1700;
    /// <summary>For each 10 of loyalty over 300.</summary>
    public const int Loyalty = 30;
    /// <summary>For each 10 of fear.</summary>
    public const int Fear = 20;
    /// <summary>For each 10 of ambition.</summary>
    public const int Ambition = -10;
    /// <summary>For each earlier refusal: asked again, a second no is revolt.</summary>
    public const int Asked = 500;
    /// <summary>For each day of the edict's age, where something speaks against it.</summary>
    public const int Age = -40;
    /// <summary>For powers to act and report, where something speaks against it.</summary>
    public const int Discretionary = -400;
    /// <summary>For supreme command, likewise.</summary>
    public const int Supreme = -900;
    public const int LeavesWinning = -1900, LeavesPressed = -800, Unfed = -2900, Outnumbered = -2600;

    private const int Most = 8000;

    /// <summary>The chance that he does as he is told, per mille.</summary>
    public static int Chance(in Told told, EdictWeights by)
    {
        var odds = by.Base + by.Loyalty * (told.Loyalty - 300) / 10 + by.Fear * told.Fear / 10 + by.Ambition * told.Ambition / 10 + by.Asked * told.Asked;
        if (told.Against != Against.Nothing)
        {
            odds += by.Age * told.Age + told.Against switch
            {
                Against.LeavesWinning => by.LeavesWinning,
                Against.LeavesPressed => by.LeavesPressed,
                Against.Unfed => by.Unfed,
                _ => by.Outnumbered,
            };
            if (told.Authority == Authority.Discretionary) odds += by.Discretionary;
            if (told.Authority == Authority.Supreme) odds += by.Supreme;
        }
        return Fixed.ToPerMille(Fixed.Logistic(Fixed.FromPerMille(Whole.Clamp(odds, -Most, Most))));
    }
}
