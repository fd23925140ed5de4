namespace Yanyun.Engine;

/// <summary>Whose calendar office counts the months. Offices differ by a day in a few months; leap months agree (1111-1142).</summary>
public enum Reckoning : byte
{
    Song = 0,
    Jin = 1,
    Liao = 2,
}

/// <summary>A month of a lunisolar calendar. default is no month.</summary>
/// <param name="Year">Common Era year in which month 1 of this lunar year falls; months 11 and 12 may run into the next January.</param>
/// <param name="Month">1 to 12. A leap month bears the number of the month before it.</param>
/// <param name="Days">29 or 30.</param>
public readonly record struct LunarMonth(Reckoning Reckoning, short Year, byte Month, bool Leap, Day First, byte Days)
{
    public bool Exists => Days != 0;
    public Day Last => First + (Days - 1);

    /// <summary>Ascending with time within one reckoning: a leap month follows the month whose number it bears.</summary>
    internal int Order => OrderOf(Year, Month, Leap);
    internal static int OrderOf(int year, int month, bool leap) => year * 32 + month * 2 + (leap ? 1 : 0);
}

/// <summary>A date in a lunisolar calendar, as the sources write it. default is no date.</summary>
/// <param name="Year">Common Era year in which month 1 of the lunar year falls: Shaoxing 11/12/29 has year 1141 and is 1142-01-27.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Leap">In the leap month that repeats <paramref name="Month"/>.</param>
/// <param name="DayOfMonth">1 to 29 or 30.</param>
public readonly record struct LunarDate(Reckoning Reckoning, short Year, byte Month, bool Leap, byte DayOfMonth)
{
    public bool Exists => DayOfMonth != 0;
}
