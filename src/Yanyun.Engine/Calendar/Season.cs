namespace Yanyun.Engine;

/// <summary>A quarter of the solar year.</summary>
public enum Season : byte
{
    Spring = 0,
    Summer = 1,
    Autumn = 2,
    Winter = 3,
}

/// <summary>Seasons by the sun, as farmers, rivers and fevers follow it; lunar months drift by up to a month against it.</summary>
/// <remarks>
/// The Chinese year opens its seasons midway between solstice and equinox. Song calendars cut the year into 24 equal parts from the winter
/// solstice, which in these decades fell on 14 or 15 December (Julian); three, nine, fifteen and twenty-one parts of 15.22 days later come
/// 29 January, 1 May, 31 July and 30 October. Fixed dates: off by at most a day in any year from 1111 to 1142.
/// </remarks>
public static class Seasons
{
    public static Season Of(Day day)
    {
        var date = JulianDate.Of(day);
        return (date.Month * 100 + date.DayOfMonth) switch
        {
            < 129 => Season.Winter,
            < 501 => Season.Spring,
            < 731 => Season.Summer,
            < 1030 => Season.Autumn,
            _ => Season.Winter,
        };
    }
}
