namespace Yanyun.Engine;

/// <summary>Why a written date is not a day. Codes are stable; the sentence and its remedy are Chronicle text.</summary>
public enum DateFault : byte
{
    None = 0,

    /// <summary>None of the three written forms. Found: the text from where it stops making sense.</summary>
    Unreadable,

    /// <summary>Found: the word in the place of the era. Nearest: a known era in the same script, or empty.</summary>
    UnknownEra,

    /// <summary>The era has no such year. Found: the year; Low and High: its first and last year in use.</summary>
    NoSuchYear,

    /// <summary>Before the era was proclaimed, or after its end. Found: the date; Nearest: that day as its own era names it.</summary>
    OutsideEra,

    /// <summary>Found: the month; Low and High: 1 and 12.</summary>
    NoSuchMonth,

    /// <summary>That year does not repeat that month. Found: the month; Nearest: the leap month it does have, or empty if none.</summary>
    NoLeapMonth,

    /// <summary>The month is shorter. Found: the day; Low and High: 1 and its last day.</summary>
    NoSuchDay,

    /// <summary>A sound Julian date that the month table does not reach. Found: the date.</summary>
    OutsideTable,
}

/// <summary>What is wrong with a written date, and where.</summary>
/// <param name="At">Place of the fault in the text, counted from 0.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Nearest">The nearest known era or date, or empty.</param>
/// <param name="Low">Least allowed number, where the fault has one; else 0.</param>
/// <param name="High">Greatest allowed number, where the fault has one; else 0.</param>
public readonly record struct DateRefusal(DateFault Fault, int At, string Found, string Nearest, int Low, int High);

/// <summary>A day read from text, or the reason why it is none.</summary>
/// <param name="Day">The day; none when refused.</param>
/// <param name="Reckoning">The calendar it was written in; Song for Julian dates.</param>
/// <param name="Refusal">Fault None when there is a day.</param>
public readonly record struct DateReading(Day Day, Reckoning Reckoning, DateRefusal Refusal)
{
    public bool Refused => Refusal.Fault != DateFault.None;
}
