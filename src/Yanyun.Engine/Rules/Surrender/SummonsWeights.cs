namespace Yanyun.Engine.Rules;

/// <summary>
/// The contested weights of a summons as one value, as <see cref="FightWeights"/> are of a fight: log odds in hundredths, each for the
/// constant of its name in <see cref="Summons"/>.
/// </summary>
public sealed record SummonsWeights
{
    /// <summary>The constants; what a game is always played with.</summary>
    public static readonly SummonsWeights Shipped = new();

    public int Base { get; init; } = Summons.Base;
    public int Strength { get; init; } = Summons.Strength;
    public int LeastStrength { get; init; } = Summons.LeastStrength;
    public int MostStrength { get; init; } = Summons.MostStrength;
    public int Officer { get; init; } = Summons.Officer;
    public int Heart { get; init; } = Summons.Heart;
    public int People { get; init; } = Summons.People;
    public int Grievance { get; init; } = Summons.Grievance;
    public int Relief { get; init; } = Summons.Relief;
    public int Neighbour { get; init; } = Summons.Neighbour;
}

/// <summary>What a town weighs when it is called upon to open.</summary>
/// <param name="Before">Men the town knows to be upon it.</param>
/// <param name="Within">Men who hold it.</param>
/// <param name="Walls">0 .. 5.</param>
/// <param name="Loyalty">To its holder, of whoever decides inside, 0 .. 1000.</param>
/// <param name="People">The people's loyalty to the holder's cause, 0 .. 1000.</param>
/// <param name="Grievance">Theirs against him, 0 .. 1000.</param>
/// <param name="Relief">Help near, per mille of the host, 0 .. 1000.</param>
/// <param name="Neighbours">That went over this week.</param>
/// <param name="Morale">Of the men who hold it, 0 .. 1000.</param>
public readonly record struct Plight(
    int Before, int Within, int Walls, int Loyalty, int People, int Grievance, int Relief, int Neighbours,
    int Morale = Storming.MiddlingMorale);
