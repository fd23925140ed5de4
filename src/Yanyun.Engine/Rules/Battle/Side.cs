namespace Yanyun.Engine.Rules;

/// <summary>How a side stands when it is met.</summary>
public enum Posture : byte
{
    /// <summary>On the move or forming up.</summary>
    Open,
    /// <summary>Drawn up on ground of its choice, or behind a stream.</summary>
    Prepared,
    /// <summary>Behind a ditch, palisade or wall.</summary>
    Fortified,
}

/// <summary>One side of a fight, true or as somebody believes it to be.</summary>
/// <param name="Arms">Its men, those not yet up included.</param>
/// <param name="QualityTenths">Drill, arms and experience: ten times the 1-10 of the formation tables, 10 .. 100.</param>
/// <param name="Morale">0 .. 1000.</param>
/// <param name="LeadershipTenths">Ten times the commander's rating of 1-10, 10 .. 100.</param>
/// <param name="Fatigue">0 fresh .. 1000 spent.</param>
/// <param name="UpPerMille">Share of the men whose echelons have come up, 0 .. 1000.</param>
/// <param name="Posture">How it stands.</param>
/// <param name="Surprises">It falls on an enemy who is not ready for it.</param>
/// <param name="RetreatCut">A river or a ring lies across its way back.</param>
/// <param name="LongBlades">Share of its men who are formed foot with long blades or axes, drilled against horse; per mille.</param>
public readonly record struct Side(
    Arms Arms, int QualityTenths, int Morale, int LeadershipTenths, int Fatigue = 0, int UpPerMille = 1000,
    Posture Posture = Posture.Open, bool Surprises = false, bool RetreatCut = false, int LongBlades = 0)
{
    /// <summary>Men who are up and could fight, if the ground let them.</summary>
    public int Up => Whole.MulDiv(Arms.Men, UpPerMille, 1000);

    /// <summary>A force with all its echelons up, as its row has it; circumstances are the caller's to add.</summary>
    /// <param name="force">A living force.</param>
    /// <param name="leadershipTenths">Rating of its commander, tenths.</param>
    public static Side Of(in Force force, int leadershipTenths) => new(
        new Arms(force.Foot, force.LightHorse, force.HeavyHorse, force.Militia, force.Boats),
        force.Quality, force.Morale, leadershipTenths, force.Fatigue,
        LongBlades: (force.Traits & ForceTraits.LongBlades) != 0 && force.Men > 0 ? Whole.MulDiv(force.Foot, 1000, force.Men) : 0);

    /// <summary>
    /// Two bodies that fight as one side: men added, qualities weighed by men; the commander, posture and circumstances are those of this
    /// one, whose commander is the senior.
    /// </summary>
    public Side With(in Side other)
    {
        long mine = Arms.Men, theirs = other.Arms.Men, all = Whole.Max(1, mine + theirs);
        return this with
        {
            Arms = Arms + other.Arms,
            QualityTenths = (int)((QualityTenths * mine + other.QualityTenths * theirs) / all),
            Morale = (int)((Morale * mine + other.Morale * theirs) / all),
            Fatigue = (int)((Fatigue * mine + other.Fatigue * theirs) / all),
            UpPerMille = (int)((UpPerMille * mine + other.UpPerMille * theirs) / all),
            LongBlades = (int)((LongBlades * mine + other.LongBlades * theirs) / all),
        };
    }
}

/// <summary>What the fight is on. The first four are <see cref="Terrain"/>.</summary>
public enum Ground : byte { Plain, Hills, Mountain, Marsh, Street }

/// <summary>The field of a fight.</summary>
/// <param name="Ground">What it is on.</param>
/// <param name="Frontage">Men of one side that find room to fight at once; at least 1.</param>
/// <param name="Rounds">Half hours until night parts the sides, 1 .. <see cref="Engagement.MostRounds"/>.</param>
public readonly record struct Field(Ground Ground, int Frontage, int Rounds = Engagement.MostRounds)
{
    /// <summary>A field as wide as its ground commonly is, in the morning.</summary>
    public static Field Of(Ground ground) => new(ground, CommonFrontage(ground));

    /// <summary>A field as wide as its ground commonly is, in the morning.</summary>
    public static Field Of(Terrain terrain) => Of((Ground)terrain);

    /// <summary>
    /// Men of a side with room to fight. Estimates (low - high): plain 60,000 (40,000 - 100,000), hills 30,000 (15,000 - 40,000), mountain
    /// 12,000 (4,000 - 20,000), marsh 15,000 (5,000 - 25,000), street 6,000 (2,000 - 10,000); docs/rules/battle.md.
    /// </summary>
    public static int CommonFrontage(Ground ground) => ground switch
    {
        Ground.Plain => 60_000,
        Ground.Hills => 30_000,
        Ground.Mountain => 12_000,
        Ground.Marsh => 15_000,
        _ => 6_000,
    };
}
