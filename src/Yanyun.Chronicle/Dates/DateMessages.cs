using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Dates;

/// <summary>What is said of a written date that is no day.</summary>
public static class DateMessages
{
    public static readonly Message Unreadable = new("DATE001", Severity.Error,
        "not a date from '{0}' on; expected one of {1}",
        "自「{0}」起不成日期；應寫作下列之一：{1}");
    public static readonly Message TooShort = new("DATE009", Severity.Error,
        "the date stops too early; expected one of {0}",
        "日期不完整；應寫作下列之一：{0}");

    private static readonly string[] Forms = ["1140-06-15", "Shaoxing 10/5/29", "Shaoxing 10/L6/25", "紹興十年閏六月二十五日"];

    public static readonly Message UnknownEra = new("DATE002", Severity.Error,
        "no era is called '{0}'; expected an era of Song, Liao or Jin: {1}",
        "沒有年號「{0}」；應為宋、遼、金的年號：{1}");
    public static readonly Message NoSuchYear = new("DATE003", Severity.Error,
        "the era has no year {0}; expected {1} to {2}",
        "該年號沒有「{0}」年；應在 {1} 至 {2} 之間");
    public static readonly Message OutsideEra = new("DATE004", Severity.Error,
        "{0} was not called so; expected a day from the era's proclamation to its end",
        "{0} 不用此年號；應在該年號施行之日至終止之日之間");
    public static readonly Message NoSuchMonth = new("DATE005", Severity.Error,
        "there is no month {0}; expected {1} to {2}",
        "沒有「{0}」月；應在 {1} 至 {2} 之間");
    public static readonly Message NoLeapMonth = new("DATE006", Severity.Error,
        "that year has no leap month {0}; expected an ordinary month or the leap month of the year",
        "該年沒有「{0}」這個閏月；應為平月或該年的閏月");
    public static readonly Message NoSuchDay = new("DATE007", Severity.Error,
        "that month has no day {0}; expected {1} to {2}",
        "該月沒有「{0}」日；應在 {1} 至 {2} 之間");
    public static readonly Message OutsideTable = new("DATE008", Severity.Error,
        "{0} is outside the calendar; expected a day from {1} to {2}",
        "{0} 不在曆表之內；應在 {1} 至 {2} 之間");

    /// <summary>A refused date as a problem.</summary>
    /// <param name="at">Where the text of the date begins; the fault's own place in it is added to the column.</param>
    public static Problem Problem(this DateRefusal refusal, Calendar calendar, Location at)
    {
        var (message, args) = refusal.Fault switch
        {
            DateFault.UnknownEra => (UnknownEra, (object[])[refusal.Found, EraNames(calendar)]),
            DateFault.NoSuchYear => (NoSuchYear, [refusal.Found, refusal.Low, refusal.High]),
            DateFault.OutsideEra => (OutsideEra, [refusal.Found]),
            DateFault.NoSuchMonth => (NoSuchMonth, [refusal.Found, refusal.Low, refusal.High]),
            DateFault.NoLeapMonth => (NoLeapMonth, [refusal.Found]),
            DateFault.NoSuchDay => (NoSuchDay, [refusal.Found, refusal.Low, refusal.High]),
            DateFault.OutsideTable => (OutsideTable, [refusal.Found, calendar.First.ToString(), calendar.Last.ToString()]),
            _ when string.IsNullOrWhiteSpace(refusal.Found) => (TooShort, [Forms]),
            _ => (Unreadable, [refusal.Found, Forms]),
        };
        var spot = at.Line == 0 ? at : at with { Column = at.Column + refusal.At };
        return new Problem(message, spot, args, refusal.Nearest.Length == 0 ? null : refusal.Nearest);
    }

    private static Bilingual EraNames(Calendar calendar)
    {
        var eras = calendar.Eras.ToArray();
        return new(string.Join(", ", eras.Select(era => era.Name)), string.Join("、", eras.Select(era => era.Hanzi)));
    }
}
