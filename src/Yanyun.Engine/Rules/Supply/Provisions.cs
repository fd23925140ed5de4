namespace Yanyun.Engine.Rules;

/// <summary>What carries grain.</summary>
public enum Carrier : byte { Porter, Donkey, Mule, Camel, Boat }

/// <summary>
/// What men eat and what can be carried after them. Grain is counted in sheng: 10 sheng are a dou, 100 a shi.
/// </summary>
/// <remarks>
/// Shen Kuo, Mengxi bitan 11: one, two or three porters to a soldier take him 18, 26 or 31 days out, or 9, 13 or 16 out and back; an army
/// of 100,000 fields 70,000 fighters behind 300,000 porters, and more cannot be.
/// </remarks>
public static class Provisions
{
    public const int ShengPerDou = 10;
    public const int ShengPerShi = 100;

    /// <summary>Grain a man eats in a day, sheng. Source: Shen Kuo.</summary>
    public const int Ration = 2;
    /// <summary>
    /// Grain and beans a war horse is fed in a day, tenths of a sheng: 1 shi a month. Estimate 20 - 60; the rest is grass.
    /// </summary>
    public const int FodderTenths = 33;
    /// <summary>Days of food a foot soldier carries himself. Source: Shen Kuo.</summary>
    public const int FootCarriesDays = 5;
    /// <summary>Days of food a rider carries. Estimate 7 - 15.</summary>
    public const int RiderCarriesDays = 10;
    /// <summary>Sheng on a porter's back: 6 dou. Source: Shen Kuo.</summary>
    public const int PorterLoad = 60;
    /// <summary>Most porters a soldier can have. Source: Shen Kuo, "more cannot be".</summary>
    public const int MostPorters = 3;
    /// <summary>Fighters among a hundred men under arms; the rest go with the baggage. Source: Shen Kuo, 70,000 of 100,000.</summary>
    public const int FightersPerHundred = 70;

    /// <summary>
    /// A porter sent home without a load walks three days' road in two. Derived from the rations Shen Kuo gives those sent home: 6 days
    /// after 8, 4 after 6.5, 9 after 13.5.
    /// </summary>
    private const int HomeNumerator = 2, HomeDenominator = 3;

    /// <summary>
    /// A carrier's load in sheng: porter 6 dou, donkey 1 shi, horse or mule 1.5, camel 3 (Shen Kuo); a river boat 200 shi (estimate 100 -
    /// 500).
    /// </summary>
    public static int Load(Carrier carrier) => carrier switch
    {
        Carrier.Porter => PorterLoad,
        Carrier.Donkey => 100,
        Carrier.Mule => 150,
        Carrier.Camel => 300,
        _ => 20_000,
    };

    /// <summary>
    /// What a carrier and its driver eat on a day of the road, tenths of a sheng. Estimates but for the porter: a driver to five beasts;
    /// twenty boatmen and trackers to a boat, so that water is 10 - 20 times cheaper than backs.
    /// </summary>
    public static int RoadRationTenths(Carrier carrier) => carrier switch
    {
        Carrier.Porter => Ration * 10,
        Carrier.Donkey => 4 + 15,
        Carrier.Mule => 4 + FodderTenths,
        Carrier.Camel => 4 + 40,
        _ => Ration * 10 * 20,
    };

    /// <summary>Sheng a body of men and horses eats in a day.</summary>
    public static long PerDay(int men, int horses) => (long)men * Ration + (long)horses * FodderTenths / 10;

    /// <summary>Days an army lives on what its soldiers carry, in thousandths of a day, its followers eating with it.</summary>
    /// <param name="followers">Porters and servants, who carry none for themselves here.</param>
    public static int CarriedMilliDays(in Arms arms, int followers)
    {
        var eaters = (long)arms.Men + followers;
        if (eaters == 0) return 0;
        var manDays = (long)(arms.Men - arms.Horse) * FootCarriesDays + (long)arms.Horse * RiderCarriesDays;
        return (int)(manDays * 1000 / eaters);
    }

    /// <summary>
    /// How long a soldier with <paramref name="porters"/> porters is fed, in thousandths of a day, one way. Porters' loads are eaten one
    /// after
    /// the other by all who are there; whoever's load is gone is sent home with food for the way; the last stays to the end.
    /// </summary>
    /// <param name="porters">0 .. <see cref="MostPorters"/>.</param>
    public static int ReachMilliDays(int porters)
    {
        if (porters < 0 || porters > MostPorters) throw new ArgumentOutOfRangeException(nameof(porters));
        if (porters == 0) return FootCarriesDays * 1000;
        // t days on the load of one of j porters: load = ration (j + 1) t + ration x 2/3 (gone + t).
        long gone = 0;
        for (var j = porters; j > 1; j--)
        {
            var food = PorterLoad * 1000L * HomeDenominator - Ration * HomeNumerator * gone;
            gone += food / (Ration * ((j + 1) * HomeDenominator + HomeNumerator));
        }
        return (int)(gone + (PorterLoad + Ration * FootCarriesDays) * 1000L / (2 * Ration));
    }

    /// <summary>Days out, begun days counted whole as Shen Kuo counts them: 5, 18, 26, 31 for 0 .. 3 porters.</summary>
    public static int ReachDays(int porters) => BegunDays(ReachMilliDays(porters));

    /// <summary>Days out if the army must come back on the same food: 3, 9, 13, 16 for 0 .. 3 porters.</summary>
    public static int ReachAndBackDays(int porters) => BegunDays((ReachMilliDays(porters) + 1) / 2);

    /// <summary>Fighters an army of <paramref name="men"/> under arms puts into line; the rest guard and drive the baggage.</summary>
    public static int Fighters(int men) => Whole.MulDiv(men, FightersPerHundred, 100);

    /// <summary>Porters that keep <paramref name="men"/> fed for <paramref name="days"/> one way, or -1 if no number can.</summary>
    public static int PortersFor(int men, int days)
    {
        for (var porters = 0; porters <= MostPorters; porters++)
            if (ReachDays(porters) >= days) return men * porters;
        return -1;
    }

    /// <summary>
    /// Sheng that arrive of a convoy <paramref name="days"/> long that leaves with <paramref name="sheng"/>, after the carriers have eaten
    /// on
    /// the way and kept what they need to go home. 0 when they would eat it all.
    /// </summary>
    public static long Delivered(long sheng, int days, Carrier carrier)
    {
        // Eaten of one load, in thirtieths of a sheng: out and, empty, home in two thirds of the time.
        var eaten = (long)RoadRationTenths(carrier) * days * (HomeDenominator + HomeNumerator);
        var load = (long)Load(carrier) * 10 * HomeDenominator;
        return eaten >= load ? 0 : sheng * (load - eaten) / load;
    }

    private static int BegunDays(int milliDays) => (milliDays + 999) / 1000;
}
