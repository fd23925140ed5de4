namespace Yanyun.Engine;

/// <summary>Writes a day in the three forms of the house. Each form reads back to the same day.</summary>
public static class DateWriting
{
    /// <summary>1140-06-15.</summary>
    public static string Julian(Day day) => day.ToString();

    /// <summary>Shaoxing 10/5/29, in a leap month Shaoxing 10/L6/25. The Julian form where the table does not reach.</summary>
    /// <param name="reckoning">Whose date. Where that court has no era (Jin before 1115, Liao after 1125) the Song date is written.</param>
    public static string Romanised(this Calendar calendar, Day day, Reckoning reckoning = Reckoning.Song)
    {
        if (calendar.OfficialEra(day, ref reckoning) is not { } era) return Julian(day);
        var date = calendar.DateOf(day, reckoning);
        return $"{era.Name} {era.YearOf(date.Year)}/{(date.Leap ? "L" : "")}{date.Month}/{date.DayOfMonth}";
    }

    /// <summary>紹興十年閏六月二十五日; the first year is 元年, the first month 正月. The Julian form where the table does not reach.</summary>
    /// <param name="reckoning">As for <see cref="Romanised"/>.</param>
    public static string Hanzi(this Calendar calendar, Day day, Reckoning reckoning = Reckoning.Song)
    {
        if (calendar.OfficialEra(day, ref reckoning) is not { } era) return Julian(day);
        var date = calendar.DateOf(day, reckoning);
        var year = era.YearOf(date.Year);
        return era.Hanzi + (year == 1 ? "元" : HanziNumber.Write(year)) + "年" + MonthHanzi(date.Month, date.Leap)
            + HanziNumber.Write(date.DayOfMonth) + "日";
    }

    /// <summary>正月, 閏六月, 十二月.</summary>
    public static string MonthHanzi(int month, bool leap) => (leap ? "閏" : "") + (month == 1 ? "正" : HanziNumber.Write(month)) + "月";

    private static Era? OfficialEra(this Calendar calendar, Day day, ref Reckoning reckoning)
    {
        if (calendar.EraOn(day, reckoning) is { } own) return own;
        reckoning = Reckoning.Song;
        return calendar.EraOn(day, reckoning);
    }
}
