using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests.Dates;

/// <summary>The calendar of the scenarios, read once.</summary>
internal static class TheCalendar
{
    public static readonly string Path = System.IO.Path.Combine(Root(), "scenarios", "calendar", "months.yaml");

    public static CalendarTable Table { get; } = Load();
    public static Calendar Instance => Table.Calendar;
    public static DateReading Read(string text) => Instance.Read(text);

    /// <summary>Every day of the table.</summary>
    public static IEnumerable<Day> Days()
    {
        for (var day = Instance.First; day <= Instance.Last; day += 1) yield return day;
    }

    private static CalendarTable Load()
    {
        var problems = new Problems();
        var table = CalendarFile.Open(Path, "months.yaml", problems);
        Assert.Empty(problems.All);
        return table!;
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(at, "Yanyun.slnx"))) at = System.IO.Path.GetDirectoryName(at)!;
        return at;
    }
}
