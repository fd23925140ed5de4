using System.Globalization;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Reading;

/// <summary>Dates as the data files and the command line write them: <c>1140-06-15</c>, Julian calendar.</summary>
public static class JulianDate
{
    /// <summary>First and last day the house knows: 1111-01-01 and 1142-12-31.</summary>
    public static readonly Day First = Of(1111, 1, 1), Last = Of(1142, 12, 31);

    /// <summary>Reads yyyy-mm-dd; false when the text is not a day of the Julian calendar.</summary>
    public static bool TryRead(string text, out Day day)
    {
        day = Day.None;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        if (!Digits(text.AsSpan(0, 4), out var year) || !Digits(text.AsSpan(5, 2), out var month)) return false;
        if (!Digits(text.AsSpan(8, 2), out var date)) return false;
        if (month is < 1 or > 12 || date < 1 || date > DaysIn(year, month)) return false;
        day = Of(year, month, date);
        return true;
    }

    /// <summary>yyyy-mm-dd of a day.</summary>
    public static string Write(Day day)
    {
        // Days counted from a March that begins a four-year round, so that the leap day is the last of it.
        var c = day.Jdn + 32082;
        var d = (4 * c + 3) / 1461;
        var e = c - 1461 * d / 4;
        var m = (5 * e + 2) / 153;
        return string.Create(CultureInfo.InvariantCulture, $"{d - 4800 + m / 10:D4}-{m + 3 - 12 * (m / 10):D2}-{e - (153 * m + 2) / 5 + 1:D2}");
    }

    private static Day Of(int year, int month, int date)
    {
        var a = (14 - month) / 12;
        var y = year + 4800 - a;
        return new Day(date + (153 * (month + 12 * a - 3) + 2) / 5 + 365 * y + y / 4 - 32083);
    }

    private static int DaysIn(int year, int month) => month switch { 2 => year % 4 == 0 ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };

    private static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
