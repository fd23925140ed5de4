using System.Globalization;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Calendar = Yanyun.Engine.Calendar;

namespace Yanyun.Chronicle.Dates;

/// <summary>Reads the month table (scenarios/calendar/months.yaml) into a calendar.</summary>
public static class CalendarFile
{
    /// <summary>The calendar, or null with the reasons among the problems.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">How problems call it.</param>
    public static CalendarTable? Open(string path, string name, Problems problems) =>
        YamlFile.Open(path, name, problems) is { } root ? Read(root, problems) : null;

    /// <summary>As <see cref="Open"/>, from a file already read.</summary>
    public static CalendarTable? Read(Mapping root, Problems problems)
    {
        var before = problems.Errors;
        var top = new Fields(root, problems);
        top.OneOf("format", ["calendar/1"]);
        var (witnesses, titles) = ReadWitnesses(top);
        var eras = top.Rows("eras").Select(row => EraRow.Read(row)).ToList();
        var rows = top.Rows("months").Select(row => MonthRow.Read(row, witnesses)).ToList();
        top.End();
        if (problems.Errors > before || rows.Count == 0) return null;

        var song = Months(rows, Reckoning.Song, row => row.First, problems);
        var jin = Months(rows, Reckoning.Jin, row => row.Jin ?? row.First, problems);
        var liao = Months(rows, Reckoning.Liao, row => row.Liao ?? row.First, problems);
        var grounds = eras.Select(row => row.Check(song, problems)).ToList();
        CheckOverlap(eras, grounds, problems);
        if (problems.Errors > before) return null;

        var calendar = new Calendar(song, jin, liao, grounds.Select(era => era.Era).ToArray());
        var months = rows.Select((row, i) =>
            new MonthGrounds(song[i], row.Grade, [.. row.Witnesses.Select(number => titles[number - 1])], row.Pairs, row.Note));
        return new CalendarTable(calendar, [.. months], grounds);
    }

    private static (IdTable Ids, List<string> Titles) ReadWitnesses(Fields top)
    {
        var ids = new IdTable("witness", "史料");
        var titles = new List<string>();
        foreach (var row in top.Rows("witnesses"))
        {
            ids.Add(row.Slug("id"), row.Of("id"), row.Problems);
            titles.Add($"{row.Text("work")} {row.Text("hanzi")}");
            row.End();
        }
        return (ids, titles);
    }

    /// <summary>
    /// The months of one calendar. In the Song one each has the length its row gives and must meet the next; in the others each runs to
    /// the day before the next, and the last is as long as in Song.
    /// </summary>
    private static LunarMonth[] Months(List<MonthRow> rows, Reckoning reckoning, Func<MonthRow, Day> first, Problems problems)
    {
        var court = CalendarMessages.Name(reckoning);
        var months = new LunarMonth[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var begins = first(row);
            var days = reckoning == Reckoning.Song || i + 1 == rows.Count ? row.Days : first(rows[i + 1]) - begins;
            if (i > 0 && begins != months[i - 1].Last + 1)
                problems.Add(CalendarMessages.Gap, row.At, court, begins.ToString(), (months[i - 1].Last + 1).ToString());
            if (days is not (29 or 30)) problems.Add(CalendarMessages.WrongLength, row.At, court, days);
            if (Math.Abs(begins - row.First) > 1)
                problems.Add(CalendarMessages.TooFar, row.At, court, begins.ToString(), Math.Abs(begins - row.First));
            months[i] = new(reckoning, (short)row.Year, (byte)row.Month, row.Leap, begins, (byte)Math.Clamp(days, 1, 99));
            if (reckoning == Reckoning.Song && i > 0 && !Follows(months[i - 1], months[i]))
                problems.Add(CalendarMessages.OutOfOrder, row.At, row.MonthText, row.Year, rows[i - 1].MonthText, rows[i - 1].Year);
        }
        return months;
    }

    private static bool Follows(LunarMonth before, LunarMonth month) => month.Leap
        ? !before.Leap && month.Month == before.Month && month.Year == before.Year
        : (month.Year - before.Year) * 12 + month.Month - before.Month == 1;

    private static void CheckOverlap(List<EraRow> rows, List<EraGrounds> eras, Problems problems)
    {
        for (var i = 0; i < eras.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (eras[j].Era, eras[i].Era);
                if (!a.Official || !b.Official || a.Reckoning != b.Reckoning || a.From > b.Until || b.From > a.Until) continue;
                var day = a.From > b.From ? a.From : b.From;
                problems.Add(CalendarMessages.EraOverlap, rows[i].At, a.Name, b.Name, day.ToString());
            }
        }
    }

    /// <summary>A row of months.</summary>
    private sealed record MonthRow(
        Location At, int Year, int Month, bool Leap, string MonthText, Day First, int Days, Day? Jin, Day? Liao,
        Grade Grade, IReadOnlyList<int> Witnesses, int Pairs, string? Note)
    {
        public static MonthRow Read(Fields row, IdTable witnesses)
        {
            var year = row.Whole("year", 1100, 1199);
            var text = row.Text("month");
            var leap = text.StartsWith('L');
            var number = leap ? text.AsSpan(1) : text;
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12)
            {
                if (text.Length > 0) row.Problems.Add(CalendarMessages.NotMonth, row.Of("month"), text);
                month = 1;
            }
            var first = row.Date("first");
            var jdn = row.Whole("jdn", 2_000_000, 2_200_000);
            if (first.Exists && jdn != first.Jdn)
                row.Problems.Add(CalendarMessages.JdnDiffers, row.Of("jdn"), jdn, first.ToString(), first.Jdn);
            var read = new MonthRow(
                row.At, year, month, leap, text, first, row.Whole("days", 29, 30), row.DateIfAny("jin"), row.DateIfAny("liao"),
                row.Choice<Grade>("grade"), ReadWitnesses(row, witnesses), row.WholeIfAny("pairs", 1, 99) ?? 0, row.TextIfAny("note"));
            row.End();
            return read;
        }

        private static List<int> ReadWitnesses(Fields row, IdTable witnesses)
        {
            var numbers = new List<int>();
            foreach (var id in row.Texts("by"))
            {
                if (witnesses[id] is > 0 and var number) numbers.Add(number);
                else row.Problems.Add(Unknown(row, id, witnesses));
            }
            return numbers;
        }

        private static Problem Unknown(Fields row, string id, IdTable witnesses) =>
            new(ReadingMessages.NotKnown, row.Of("by"), ["by", witnesses.Kind, id], Nearest.To(id, witnesses.Ids));
    }

    /// <summary>A row of eras.</summary>
    private sealed record EraRow(
        Location At, string Name, string Hanzi, string Simplified, Reckoning Reckoning, int FirstYear, Day From, Day? Until, Day? NamedFrom,
        bool Official, GroundKind Kind, string? Source, Confidence Confidence, Day Low, Day High, string? Note)
    {
        public static EraRow Read(Fields row)
        {
            row.Slug("id");
            var from = row.Date("from");
            var estimate = row.OneOf("basis", ["source", "estimate"]) == "estimate";
            var read = new EraRow(
                row.At, row.Text("name"), row.Text("hanzi"), row.Text("simplified"), row.Choice<Reckoning>("calendar"),
                row.Whole("first_year", 1100, 1199), from, row.DateIfAny("until"), row.DateIfAny("named_from"),
                row.YesNo("official", absent: true),
                estimate ? GroundKind.Estimate : GroundKind.Source, estimate ? null : row.Text("source"), row.Choice<Confidence>("confidence"),
                estimate ? row.Date("low") : from, estimate ? row.Date("high") : from, row.TextIfAny("note"));
            row.End();
            return read;
        }

        public EraGrounds Check(LunarMonth[] months, Problems problems)
        {
            var era = new Era(Name, Hanzi, Simplified, Reckoning, FirstYear, From, Until ?? months[^1].Last, NamedFrom ?? From, Official);
            if (era.NamedFrom > era.From || era.From > era.Until || era.NamedFrom < months[0].First || era.Until > months[^1].Last)
                problems.Add(CalendarMessages.EraOrder, At, Name);
            if (Simplified.Length != Hanzi.Length) problems.Add(CalendarMessages.EraHanzi, At, Simplified, Hanzi);
            if (From < Low || From > High)
                problems.Add(CalendarMessages.EraBounds, At, Name, From.ToString(), Low.ToString(), High.ToString());
            return new EraGrounds(era, Kind, Source, Confidence, Low, High, Note);
        }
    }
}
