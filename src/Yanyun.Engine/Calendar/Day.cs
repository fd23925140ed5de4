namespace Yanyun.Engine;

/// <summary>A day, counted by its Julian Day Number (noon-based, whole). Julian 1127-01-09 is 2132703. default is no day.</summary>
/// <remarks>The annals count civil days: a date means local daylight of that Julian-calendar day.</remarks>
public readonly record struct Day(int Jdn) : IComparable<Day>
{
    public static Day None => default;
    public bool Exists => Jdn != 0;

    /// <summary>The day of a date in the Julian calendar; the date must exist (<see cref="JulianDate.Exists"/>).</summary>
    public static Day Julian(int year, int month, int day) => new JulianDate(year, month, day).ToDay();

    public static Day operator +(Day day, int days) => new(day.Jdn + days);
    public static Day operator -(Day day, int days) => new(day.Jdn - days);
    public static int operator -(Day a, Day b) => a.Jdn - b.Jdn;
    public static bool operator <(Day a, Day b) => a.Jdn < b.Jdn;
    public static bool operator >(Day a, Day b) => a.Jdn > b.Jdn;
    public static bool operator <=(Day a, Day b) => a.Jdn <= b.Jdn;
    public static bool operator >=(Day a, Day b) => a.Jdn >= b.Jdn;
    public int CompareTo(Day other) => Jdn.CompareTo(other.Jdn);

    /// <summary>The Julian date, as 1140-06-15; "no day" for default.</summary>
    public override string ToString() => Exists ? JulianDate.Of(this).ToString() : "no day";
}
