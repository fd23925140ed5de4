using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Dates;

/// <summary>Faults of the calendar table.</summary>
public static class CalendarMessages
{
    public static readonly Message NotMonth = new("CAL001", Severity.Error,
        "'month' is '{0}'; expected 1 to 12, with L before it for a leap month, as L6",
        "「month」為「{0}」；應為 1 至 12，閏月前加 L，如 L6");
    public static readonly Message JdnDiffers = new("CAL002", Severity.Error,
        "'jdn' is {0} but {1} is day {2}; expected the same day twice",
        "「jdn」為 {0}，而 {1} 是第 {2} 日；兩者應為同一日");
    public static readonly Message Gap = new("CAL003", Severity.Error,
        "the {0} month begins on {1}; expected {2}, the day after the month before it ends",
        "{0}此月始於 {1}；應始於上月結束之次日 {2}");
    public static readonly Message WrongLength = new("CAL004", Severity.Error,
        "the {0} month has {1} days; expected 29 or 30",
        "{0}此月有 {1} 日；應為 29 或 30 日");
    public static readonly Message OutOfOrder = new("CAL005", Severity.Error,
        "month {0} of {1} after month {2} of {3}; expected the next month or its leap month",
        "{3} 年 {2} 月之後為 {1} 年 {0} 月；應為下一個月或其閏月");
    public static readonly Message TooFar = new("CAL006", Severity.Error,
        "the {0} month begins on {1}, {2} days from the Song one; expected one day at most",
        "{0}此月始於 {1}，與宋曆相差 {2} 日；至多應差一日");
    public static readonly Message EraOverlap = new("CAL007", Severity.Error,
        "era '{0}' and era '{1}' are both official on {2}; expected one at a time",
        "年號「{0}」與「{1}」在 {2} 同為正式年號；同時只應有一個");
    public static readonly Message EraOrder = new("CAL008", Severity.Error,
        "era '{0}' has its days out of order; expected named_from, from, until in order of time and within the months of the table",
        "年號「{0}」的日期順序有誤；應依 named_from、from、until 先後排列，且在月表之內");
    public static readonly Message EraHanzi = new("CAL009", Severity.Error,
        "'simplified' is '{0}'; expected as many characters as '{1}'",
        "「simplified」為「{0}」；字數應與「{1}」相同");
    public static readonly Message EraBounds = new("CAL010", Severity.Error,
        "era '{0}' begins on {1}; expected a day from its low {2} to its high {3}",
        "年號「{0}」始於 {1}；應在下限 {2} 與上限 {3} 之間");

    internal static Bilingual Name(Reckoning reckoning) => reckoning switch
    {
        Reckoning.Jin => new("Jin", "金曆"),
        Reckoning.Liao => new("Liao", "遼曆"),
        _ => new("Song", "宋曆"),
    };
}
