namespace Yanyun.Engine;

/// <summary>
/// Reads a date in any of the three written forms: <c>1140-06-15</c> (Julian), <c>Shaoxing 10/5/29</c> with leap months as
/// <c>Shaoxing 10/L6/25</c>, and <c>紹興十年閏六月二十五日</c>. The era says whose calendar it is; case and spaces at the ends do not matter.
/// </summary>
public static class DateParser
{
    public static DateReading Read(this Calendar calendar, string text)
    {
        var scan = new Scanner(text);
        scan.Spaces();
        if (scan.Done) return Refuse(DateFault.Unreadable, 0, text);
        if (scan.Next is >= '0' and <= '9') return ReadJulian(calendar, scan);
        return char.IsAsciiLetter(scan.Next) ? ReadRomanised(calendar, scan) : ReadHanzi(calendar, scan);
    }

    private static DateReading ReadJulian(Calendar calendar, Scanner scan)
    {
        var start = scan.At;
        var year = scan.Number();
        if (!scan.Take('-')) return Unreadable(scan);
        var monthAt = scan.At;
        var month = scan.Number();
        if (month < 0 || !scan.Take('-')) return Unreadable(scan);
        var dayAt = scan.At;
        var day = scan.Number();
        if (day < 0 || !scan.AtEnd()) return Unreadable(scan);
        if (month is < 1 or > 12) return Refuse(DateFault.NoSuchMonth, monthAt, scan.From(monthAt, dayAt - 1), "", 1, 12);
        if (day < 1 || day > JulianDate.DaysIn(year, month))
            return Refuse(DateFault.NoSuchDay, dayAt, scan.From(dayAt, scan.At), "", 1, JulianDate.DaysIn(year, month));
        // A year of more than four digits is outside any table, and its day may not fit a number.
        var found = year is < 1 or > 9999 ? Day.None : Day.Julian(year, month, day);
        return calendar.Covers(found)
            ? new(found, Reckoning.Song, default)
            : Refuse(DateFault.OutsideTable, start, scan.From(start, scan.At));
    }

    private static DateReading ReadRomanised(Calendar calendar, Scanner scan)
    {
        var start = scan.At;
        var word = scan.Letters();
        scan.Spaces();
        var era = Find(calendar, word);
        if (era is null) return Refuse(DateFault.UnknownEra, start, word, NearestEra(calendar, word));
        var date = new Written { Start = start, YearAt = scan.At, Year = scan.Number() };
        if (date.Year < 0 || !scan.Take('/')) return Unreadable(scan);
        date.MonthAt = scan.At;
        date.Leap = scan.Take('L') || scan.Take('l');
        date.Month = scan.Number();
        if (date.Month < 0 || !scan.Take('/')) return Unreadable(scan);
        date.DayAt = scan.At;
        date.Day = scan.Number();
        if (date.Day < 0 || !scan.AtEnd()) return Unreadable(scan);
        return Resolve(calendar, era, date, scan, hanzi: false);
    }

    private static DateReading ReadHanzi(Calendar calendar, Scanner scan)
    {
        var start = scan.At;
        var era = FindPrefix(calendar, scan.Rest);
        if (era is null)
        {
            var word = scan.UntilNumber();
            var nearest = NearestEra(calendar, word);
            var fault = nearest.Length == 0 && scan.Done ? DateFault.Unreadable : DateFault.UnknownEra;
            return Refuse(fault, start, word, nearest);
        }
        scan.Skip(era.Hanzi.Length);
        var date = new Written { Start = start, YearAt = scan.At };
        date.Year = scan.Take('元') ? 1 : scan.HanziNumber();
        if (date.Year < 0 || !scan.Take('年')) return Unreadable(scan);
        date.MonthAt = scan.At;
        date.Leap = scan.Take('閏') || scan.Take('闰');
        date.Month = scan.Take('正') ? 1 : scan.HanziNumber();
        if (date.Month < 0 || !scan.Take('月')) return Unreadable(scan);
        date.DayAt = scan.At;
        date.Day = scan.HanziNumber();
        if (date.Day < 0) return Unreadable(scan);
        scan.Take('日');
        return scan.AtEnd() ? Resolve(calendar, era, date, scan, hanzi: true) : Unreadable(scan);
    }

    /// <summary>A date whose form is sound: is there such a day, and did the era name it?</summary>
    private static DateReading Resolve(Calendar calendar, Era era, in Written date, Scanner scan, bool hanzi)
    {
        var whole = scan.From(date.Start, scan.At);
        var firstYear = era.YearOf(calendar.DateOf(era.NamedFrom, era.Reckoning).Year);
        var lastYear = era.YearOf(calendar.DateOf(era.Until, era.Reckoning).Year);
        if (date.Year < firstYear || date.Year > lastYear)
            return Refuse(DateFault.NoSuchYear, date.YearAt, scan.Word(date.YearAt, hanzi ? '年' : '/'), "", firstYear, lastYear);
        if (date.Month is < 1 or > 12)
            return Refuse(DateFault.NoSuchMonth, date.MonthAt, scan.Word(date.MonthAt, hanzi ? '月' : '/'), "", 1, 12);
        var year = era.FirstYear + date.Year - 1;
        var month = calendar.MonthOf(era.Reckoning, year, date.Month, date.Leap);
        if (!month.Exists)
        {
            // Every year the table reaches has its twelve months, so only a leap month can be missing here.
            var leap = calendar.LeapOf(era.Reckoning, year);
            var known = !leap.Exists ? "" : hanzi ? DateWriting.MonthHanzi(leap.Month, leap: true) : $"L{leap.Month}";
            return Refuse(DateFault.NoLeapMonth, date.MonthAt, scan.Word(date.MonthAt, hanzi ? '月' : '/'), known);
        }
        if (date.Day < 1 || date.Day > month.Days)
            return Refuse(DateFault.NoSuchDay, date.DayAt, scan.From(date.DayAt, scan.At).TrimEnd('日'), "", 1, month.Days);
        var day = month.First + (date.Day - 1);
        if (era.NamedFrom <= day && day <= era.Until) return new(day, era.Reckoning, default);
        return Refuse(DateFault.OutsideEra, date.Start, whole,
            hanzi ? calendar.Hanzi(day, era.Reckoning) : calendar.Romanised(day, era.Reckoning));
    }

    private static Era? Find(Calendar calendar, string name)
    {
        foreach (var era in calendar.Eras)
        {
            if (string.Equals(era.Name, name, StringComparison.OrdinalIgnoreCase)) return era;
        }
        return null;
    }

    private static Era? FindPrefix(Calendar calendar, ReadOnlySpan<char> text)
    {
        foreach (var era in calendar.Eras)
        {
            if (text.StartsWith(era.Hanzi, StringComparison.Ordinal)) return era;
            if (text.StartsWith(era.Simplified, StringComparison.Ordinal)) return era;
        }
        return null;
    }

    /// <summary>The known era with the fewest slips from a word in the same script; empty when they are too many.</summary>
    private static string NearestEra(Calendar calendar, string word)
    {
        var best = "";
        var fewest = Whole.Max(1, word.Length / 3) + 1;
        var romanised = word.Length > 0 && char.IsAsciiLetter(word[0]);
        foreach (var era in calendar.Eras)
        {
            var slips = romanised
                ? Spelling.Slips(word, era.Name)
                : Whole.Min(Spelling.Slips(word, era.Hanzi), Spelling.Slips(word, era.Simplified));
            if (slips >= fewest) continue;
            fewest = slips;
            best = romanised ? era.Name : era.Hanzi;
        }
        return best;
    }

    private static DateReading Unreadable(Scanner scan) => Refuse(DateFault.Unreadable, scan.At, scan.Rest.ToString());

    private static DateReading Refuse(DateFault fault, int at, string found, string nearest = "", int low = 0, int high = 0) =>
        new(Day.None, Reckoning.Song, new(fault, at, found, nearest, low, high));

    /// <summary>The parts of a lunar date as they stand in the text, with their places.</summary>
    private ref struct Written
    {
        public int Start, YearAt, Year, MonthAt, Month, DayAt, Day;
        public bool Leap;
    }
}
