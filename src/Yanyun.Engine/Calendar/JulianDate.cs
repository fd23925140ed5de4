namespace Yanyun.Engine;

/// <summary>A date in the Julian calendar, the western calendar of the twelfth century (seven days behind the Gregorian one).</summary>
/// <param name="Year">Common Era year, 1 or later.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="DayOfMonth">1 to <see cref="DaysIn"/>.</param>
public readonly record struct JulianDate(int Year, int Month, int DayOfMonth)
{
    public bool Exists => Year >= 1 && Month is >= 1 and <= 12 && DayOfMonth >= 1 && DayOfMonth <= DaysIn(Year, Month);

    /// <summary>Days of a month, 28 to 31: every fourth year is a leap year, centuries too. The month must be 1 to 12.</summary>
    public static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>The date of a day. The day must not be earlier than 1-01-01 (JDN 1721424).</summary>
    /// <remarks>Years are counted from March, so that the leap day is the last of its year.</remarks>
    public static JulianDate Of(Day day)
    {
        var sinceMarch = day.Jdn - MarchOfYearZero;
        var year = (4 * sinceMarch + 3) / 1461;
        var dayOfYear = sinceMarch - 1461 * year / 4;
        var month = (5 * dayOfYear + 2) / 153;
        return new(
            month < 10 ? year : year + 1,
            month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1);
    }

    public Day ToDay()
    {
        var year = Month > 2 ? Year : Year - 1;
        var month = Month > 2 ? Month - 3 : Month + 9;
        return new(MarchOfYearZero + 1461 * year / 4 + (153 * month + 2) / 5 + DayOfMonth - 1);
    }

    /// <summary>Reads yyyy-mm-dd, as data files write it; false when the text is not a date of this calendar.</summary>
    public static bool TryRead(string text, out Day day)
    {
        day = Day.None;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        var scan = new Scanner(text);
        var year = scan.Number();
        scan.Skip(1);
        var month = scan.Number();
        scan.Skip(1);
        var date = new JulianDate(year, month, scan.Number());
        if (!scan.Done || !date.Exists) return false;
        day = date.ToDay();
        return true;
    }

    /// <summary>1140-06-15.</summary>
    public override string ToString() => $"{Year:0000}-{Month:00}-{DayOfMonth:00}";

    /// <summary>JDN of the first of March of the year before year 1.</summary>
    private const int MarchOfYearZero = 1721118;
}
