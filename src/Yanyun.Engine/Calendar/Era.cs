namespace Yanyun.Engine;

/// <summary>A reign era: the name by which a court counted its years.</summary>
/// <param name="Name">Pinyin without tone marks, as Shaoxing.</param>
/// <param name="Hanzi">Traditional characters, as 紹興.</param>
/// <param name="Simplified">Simplified characters, as 绍兴; read, never written. As long as <paramref name="Hanzi"/>.</param>
/// <param name="Reckoning">The calendar its dates are counted in.</param>
/// <param name="FirstYear">Common Era year of its year 1.</param>
/// <param name="From">The first day on which people at the time could use it: its proclamation.</param>
/// <param name="Until">The last day of its use, or the last day of the month table if it outlives it.</param>
/// <param name="NamedFrom">The first day that histories name by it. Some rename the whole year in which an era was proclaimed.</param>
/// <param name="Official">Written by the calendar. A client court's or usurper's era is read but not written.</param>
public sealed record Era(
    string Name, string Hanzi, string Simplified, Reckoning Reckoning, int FirstYear, Day From, Day Until, Day NamedFrom, bool Official)
{
    /// <summary>The year of this era that begins in a Common Era year: 1140 is Shaoxing 10.</summary>
    public int YearOf(int year) => year - FirstYear + 1;
}
