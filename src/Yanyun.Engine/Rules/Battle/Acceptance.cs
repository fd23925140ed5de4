namespace Yanyun.Engine.Rules;

/// <summary>
/// Whether a commander gives battle, stands, goes behind his wall or falls back. He judges by what he takes the enemy to be: true numbers
/// times an error that his scouts keep for five days.
/// </summary>
internal static class Acceptance
{
    /// <summary>Standard deviation of the log of numbers as scouts in contact tell them, hundredths. Estimate 15 - 50.</summary>
    public const int ScoutError = 30;
    /// <summary>Days for which the same error stands: scouts do not count a host anew each morning.</summary>
    public const int ErrorDays = 5;
    /// <summary>
    /// What an order to seek, or to avoid, battle is worth against his own judgement, per mille of chance. Estimate 100 - 250.
    /// </summary>
    public const int SeekWorth = 150;
    /// <summary>What it is worth to him that he was sent to take or relieve this very place. Estimate 50 - 150.</summary>
    public const int ErrandWorth = 100;
    /// <summary>How much better a chance raiders want than an army does. Estimate 150 - 300.</summary>
    public const int RaiderAsks = 200;
    /// <summary>How much better a chance a commander wants who has a wall to go behind. Estimate 15 - 60 for each step of wall.</summary>
    public const int WallAsks = 30;
    /// <summary>Days an army rests after a fight before it attacks again, unless told to seek battle. Estimate 2 - 4.</summary>
    public const int RestDays = 3;

    /// <summary>
    /// Chance, per mille, that a beaten-to-the-field side is held fast although it would go: a like enemy, an enemy with many riders, a
    /// surprise.
    /// </summary>
    public const int HeldUsually = 150, HeldByHorse = 450, HeldBySurprise = 300;

    /// <summary>The chance of <paramref name="self"/> as its chief sees it, per mille.</summary>
    public static int Believed(World world, in Host self, in Side own, in Host enemy, in Side other, in Field field, bool attacking)
    {
        var epoch = new Chance(world.SeedAt(BattleRule.PlaceOf(world, world[self.Lead])), world.Today / ErrorDays * ErrorDays);
        var draw = epoch.Fraction(Purpose.Accept, world[self.Lead].Key ^ Key.Mix(world[enemy.Lead].Key));
        var times = Fixed.Exp((int)((long)Fixed.NormalQuantile(draw) * ScoutError / 100));
        var a = other.Arms;
        var seen = other with
        {
            Arms = new Arms((int)Fixed.Scale(a.Foot, times), (int)Fixed.Scale(a.LightHorse, times), (int)Fixed.Scale(a.HeavyHorse, times),
                (int)Fixed.Scale(a.Militia, times), (int)Fixed.Scale(a.Boats, times)),
        };
        return attacking ? Odds.WinChance(own, seen, field) : 1000 - Odds.WinChance(seen, own, field);
    }

    /// <summary>Whether the side falls on the enemy of its own will.</summary>
    public static bool Attacks(World world, in Host self, in Spot at, int chance)
    {
        ref readonly var lead = ref world[self.Lead];
        if (lead.Doing is Doing.Routed or Doing.Retreating || lead.Task == TaskKind.Withdraw) return false;
        if (lead.FoughtOn != 0 && world.Today - lead.FoughtOn < RestDays && lead.Stance != Stance.Seek) return false;
        var ask = Odds.AttackThreshold(self.Caution(world)) + OfStance(lead.Stance);
        if (Errand(lead, at)) ask -= ErrandWorth;
        if (lead.Task == TaskKind.Harass) ask += RaiderAsks;
        if (chance < ask) return false;
        return chance >= Assembly.Enough || !Assembly.HasMenBehind(world, self.Lead);
    }

    /// <summary>Whether the side stands when it is attacked and could go.</summary>
    public static bool Stands(World world, in Host self, in Spot at, int chance)
    {
        ref readonly var lead = ref world[self.Lead];
        if (lead.Doing == Doing.Routed) return false;
        var ask = Odds.StandThreshold(self.Caution(world));
        if (self.Wall.Exists) ask += WallAsks * world[self.Wall].Walls;
        ask += OfStance(lead.Stance);
        if (Errand(lead, at)) ask -= ErrandWorth;
        if (lead.Task is TaskKind.Withdraw or TaskKind.Harass || lead.Doing == Doing.Retreating) ask += RaiderAsks;
        return Odds.Accepts(chance, Whole.Min(ask, 950), canGetAway: true);
    }

    /// <summary>Whether a side that will not stand gets away: unsurprised, its road open, the enemy not much the faster.</summary>
    public static bool GetsAway(World world, in Host self, in Host enemy, bool surprised, bool cut)
    {
        if (cut) return false;
        long mine = self.Side.Arms.Horse, theirs = enemy.Side.Arms.Horse;
        var faster = theirs * 5 > self.Men && mine * 2 < self.Men;
        var held = (faster ? HeldByHorse : HeldUsually) + (surprised ? HeldBySurprise : 0);
        return world.ChanceAt(BattleRule.PlaceOf(world, world[self.Lead])).PerMille(Purpose.Accept, world[self.Lead].Key, 1) >= held;
    }

    /// <summary>A field force of which one man in so many rides does not let itself be shut in: horses are worth nothing behind a wall and eat. Estimate 2 - 5.</summary>
    public const int RidesOff = 3;

    /// <summary>Whether a defender of a town holds it from inside rather than leave it.</summary>
    public static bool GoesInside(World world, in Host self)
    {
        if (!self.Wall.Exists || self.Side.Arms.Horse * RidesOff >= self.Men) return false;
        ref readonly var lead = ref world[self.Lead];
        return lead.Task is TaskKind.Hold || (lead.Target == self.Wall && lead.Task != TaskKind.Withdraw);
    }

    private static int OfStance(Stance stance) => stance switch { Stance.Seek => -SeekWorth, Stance.Avoid => SeekWorth, _ => 0 };

    private static bool Errand(in Force lead, in Spot at) => lead.Task is TaskKind.Take or TaskKind.Relieve && lead.Target == at.Place;
}
