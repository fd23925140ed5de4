using Yanyun.Chronicle;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Cli.Front;

/// <summary>Dates on the command line: read in any of the three forms, echoed in all three.</summary>
public static class Dates
{
    /// <summary>The day, or why there is none: a text that is no date is wrong usage, a date that never was is not in the calendar.</summary>
    /// <param name="at">The option it was given to.</param>
    public static (Day Day, Mistake? Mistake) Read(Calendar calendar, string at, string text)
    {
        var reading = calendar.Read(text);
        if (!reading.Refused) return (reading.Day, null);
        var problem = reading.Refusal.Problem(calendar, new Location($"{at} '{text}'", 0, 0));
        // A lone word might be an era that does not exist; with no number after it, it is no date at all.
        var formless = reading.Refusal.Fault == DateFault.Unreadable || !text.Any(c => char.IsAsciiDigit(c) || c is '年');
        return (Day.None, new Mistake(formless ? Exit.WrongUsage : Exit.NotHere, [problem]));
    }

    /// <summary><c>1140-06-15 (Shaoxing 10/5/29, 紹興十年五月二十九日)</c></summary>
    public static string All(Calendar calendar, Day day) => $"{day} ({calendar.Romanised(day)}, {calendar.Hanzi(day)})";

    /// <summary>The Song date in the language of the call.</summary>
    public static string Era(Calendar calendar, Day day, Language language) =>
        language == Language.Chinese ? calendar.Hanzi(day) : calendar.Romanised(day);
}
