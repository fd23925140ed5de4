namespace Yanyun.Engine.Rules;

/// <summary>A body of men on one road.</summary>
/// <param name="Foot">Men on foot, soldiers of any arm.</param>
/// <param name="Riders">Men on horses, a spare horse each.</param>
/// <param name="Followers">Porters and servants: on foot, but those of riders ride their spare horses.</param>
/// <param name="Animals">Pack and draught animals besides the riders' horses.</param>
/// <param name="Civilians">People who go with the army; they set the step.</param>
public readonly record struct Column(int Foot, int Riders, int Followers = 0, int Animals = 0, int Civilians = 0)
{
    /// <summary>
    /// Length on the road in metres: four abreast and two metres between ranks, that is half a metre a man; a metre for each animal
    /// (prior for followers and animals 0.3 - 2).
    /// </summary>
    public int Metres => (int)Whole.Min(int.MaxValue, ((long)Foot + Riders + Followers + Civilians) / 2 + Riders * 2L + Animals);

    /// <summary>No soldier walks: it goes at the horses' rate.</summary>
    public bool Mounted => Riders > 0 && Foot == 0 && Civilians == 0;

    /// <summary>A force by itself on the road; boatmen walk, a household is five people.</summary>
    public static Column Of(in Force force) =>
        new(force.Men - force.Horse, force.Horse, force.Porters, Civilians: force.Escorted * 5);
}

/// <summary>
/// How far bodies of men go in a day. The tail of a column starts when the head is half way to camp: the longer the column, the shorter its
/// day, and one longer than a day's march falls into echelons a day apart. So hosts split into corps by themselves.
/// </summary>
/// <remarks>
/// rate = D / (1 + L/D), D the day's way of a single man (7.5 hours at 4 km/h on the plain, 3 in hills and marsh, 2 in mountains), L the
/// length of the column. Norms: Song 30 - 60 li a day, forced 100 - 200; riders 100 and often 200.
/// </remarks>
public static class MarchRate
{
    /// <summary>Metres in a li.</summary>
    public const int MetresPerTenLi = 5616;
    /// <summary>However long the column, its head makes this many li. Estimate 10 - 15.</summary>
    public const int LeastLi = 12;

    /// <summary>Metres a lone man (or rider) of the column makes in a day.</summary>
    public static int DayMetres(bool mounted, Terrain terrain, Pace pace, bool civilians = false)
    {
        // Riders at walk and trot make 8 km/h on the plain, 6 in hills, 3 in mountains (estimates): double the foot, save where they lead
        // their horses.
        var normal = terrain switch
        {
            Terrain.Plain => mounted ? 60_000 : 30_000,
            Terrain.Mountain => mounted ? 22_500 : 15_000,
            _ => mounted ? 45_000 : 22_500,
        };
        // Old people, children and carts: six tenths, whatever is ordered (estimate 5 - 7 tenths).
        if (civilians) return normal * 6 / 10;
        // Fifteen hours, or fewer at a quick step (estimate 1.5 - 3 times).
        return pace == Pace.Forced ? normal * 2 : normal;
    }

    /// <summary>Metres the whole column makes in a day.</summary>
    public static int Metres(in Column column, Terrain terrain, Pace pace = Pace.Usual)
    {
        long day = DayMetres(column.Mounted, terrain, pace, column.Civilians > 0);
        var rate = day * day / (day + column.Metres);
        return (int)Whole.Max(rate, LeastLi * MetresPerTenLi / 10);
    }

    /// <summary>Li the whole column makes in a day, rounded down; at least <see cref="LeastLi"/>.</summary>
    public static int Li(in Column column, Terrain terrain, Pace pace = Pace.Usual) =>
        Whole.Max(LeastLi, (int)(Metres(column, terrain, pace) * 10L / MetresPerTenLi));

    /// <summary>Echelons a day apart that the column falls into: 1 when it fits into a day's march.</summary>
    public static int Echelons(in Column column, Terrain terrain, Pace pace = Pace.Usual)
    {
        var day = DayMetres(column.Mounted, terrain, pace, column.Civilians > 0);
        return Whole.Max(1, (int)(((long)column.Metres + day - 1) / day));
    }

    /// <summary>Share of the column that is up when its head has halted this many days, per mille: what it can fight with.</summary>
    /// <param name="daysHalted">0 on the evening the head arrives.</param>
    public static int UpPerMille(in Column column, Terrain terrain, int daysHalted, Pace pace = Pace.Usual)
    {
        long day = DayMetres(column.Mounted, terrain, pace, column.Civilians > 0);
        return (int)Whole.Min(1000, day * 1000 * (daysHalted + 1) / Whole.Max(1, column.Metres));
    }

    /// <summary>
    /// Fatigue a day's march adds, on the scale 0 - 1000; a day's rest takes <see cref="RestRelief"/> away. Estimates 0 - 40 at the usual
    /// pace, 60 - 150 forced.
    /// </summary>
    public static int Fatigue(Pace pace) => pace == Pace.Forced ? 100 : 10;

    /// <summary>Fatigue a day of rest takes away. Estimate 100 - 250.</summary>
    public const int RestRelief = 150;

    /// <summary>Men who fall out on a day's march, per million. Estimates 200 - 1,000 at the usual pace, 3,000 - 15,000 forced.</summary>
    public static int StragglersPerMillion(Pace pace) => pace == Pace.Forced ? 8_000 : 500;
}

/// <summary>How many men a way lets through in a day, in one direction. Shared by priority; the rest waits.</summary>
public static class WayCapacity
{
    /// <summary>
    /// Of a route by kind. Estimates: road 25,000 (15,000 - 35,000), mountain road 12,000 (8,000 - 16,000), pass 6,000 (3,000 - 9,000),
    /// boats 9,000 (8,000 - 10,000, from Liyang).
    /// </summary>
    public static int Of(RouteKind kind) => kind switch
    {
        RouteKind.None => 0,
        RouteKind.Road => 25_000,
        RouteKind.MountainRoad => 12_000,
        RouteKind.Pass => 6_000,
        _ => Of(CrossingKind.Boats),
    };

    /// <summary>
    /// Of a crossing where its own row gives none. Estimates: boats 9,000 (8,000 - 10,000), bridge 20,000 (12,000 - 30,000), ferry 4,000
    /// (2,000 - 8,000), ford 15,000 (8,000 - 25,000), ice 30,000 (15,000 - 45,000).
    /// </summary>
    public static int Of(CrossingKind kind) => kind switch
    {
        CrossingKind.None => 0,
        CrossingKind.Boats => 9_000,
        CrossingKind.Bridge => 20_000,
        CrossingKind.Ferry => 4_000,
        CrossingKind.Ford => 15_000,
        _ => 30_000,
    };

    /// <summary>Days a body needs to pass, begun days counted whole.</summary>
    public static int Days(int men, int perDay) => perDay < 1 ? int.MaxValue : (men + perDay - 1) / perDay;
}
