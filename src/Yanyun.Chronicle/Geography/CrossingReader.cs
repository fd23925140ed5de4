using System.Globalization;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>Winters in which an ice crossing bears men.</summary>
public enum Winters : byte { All, Cold }

/// <summary>Reads <c>crossings/*.yaml</c>.</summary>
internal sealed class CrossingReader(Survey survey)
{
    private readonly List<(int Route, int River, Day From, Day To, string Id)> _charged = [];

    public void Read(Fields top)
    {
        var basis = Basis.Read(top, survey.Tables);
        var unsure = top.TextIfAny("unsure");
        foreach (var row in top.Rows("crossings")) Add(row, basis, unsure);
        top.End();
    }

    private void Add(Fields row, Basis fileBasis, string? unsure)
    {
        var id = row.Slug("id");
        var route = row.Id("route", survey.RouteIds);
        var river = row.Id("river", survey.Tables.RiverIds);
        var kind = row.Choice<CrossingKind>("kind");
        var from = row.DateIfAny("from") ?? Fields.FirstDay;
        var to = row.DateIfAny("to") ?? Fields.LastDay + 1;
        var men = row.Whole("men_per_day", 100, 100_000);
        var low = row.Whole("low", 100, 100_000);
        var high = row.Whole("high", 100, 100_000);
        var li = row.Whole("at_li", 0, 5000);
        var season = row.Texts("season");
        var winters = row.ChoiceIfAny<Winters>("winters") ?? Winters.All;
        var charged = row.YesNo("charged", absent: true);
        var confidence = row.Choice<Confidence>("confidence");
        var note = row.TextIfAny("note") ?? (confidence == Confidence.Low ? unsure : null);
        var basis = Basis.Read(row, survey.Tables, fileBasis);
        basis.Need(row, id, "men_per_day", "at_li", "season");
        row.End();

        if (confidence == Confidence.Low && note is null) survey.Problems.Add(GeographyMessages.LowWithoutNote, row.At, id);
        var (first, last) = ReadSeason(row, season);
        if (row.Sound) CheckRow(row, id, from, to, men, low, high, kind, season);
        var way = new RouteId((short)route);
        if (survey.CrossingIds.Add(id, row.Of("id"), survey.Problems) == 0 || !survey.Stands(way)) return;
        if (row.Sound && li > survey.Routes[route - 1].Li)
            survey.Problems.Add(GeographyMessages.CrossingBeyondRoute, row.Of("at_li"), id, li, survey.Routes[route - 1].Li);
        if (!charged) return;
        if (row.Sound && kind != CrossingKind.Ice) CheckTwice(row, id, route, river, from, to);
        survey.Crossings.Add(new Crossing(Key.Of(id), LegId.None, (byte)river, from, to, kind, men, (short)li, first, last,
            winters == Winters.Cold));
        survey.CrossingRoutes.Add(way);
        survey.Fords.Add(new CrossingEntry(id, low, high, confidence, note, basis));
    }

    private void CheckRow(Fields row, string id, Day from, Day to, int men, int low, int high, CrossingKind kind,
        IReadOnlyList<string> season)
    {
        if (to <= from) survey.Problems.Add(GeographyMessages.ReversedDates, row.Of("to"), id, from.ToString(), to.ToString());
        if (men < low || men > high) survey.Problems.Add(GeographyMessages.CapacityOutside, row.Of("men_per_day"), id, men, low, high);
        if ((kind == CrossingKind.Ice) != (season.Count > 0))
            survey.Problems.Add(GeographyMessages.IceWithoutSeason, row.At, id, Words<CrossingKind>.Of(kind),
                season.Count == 0 ? "-" : season);
    }

    private void CheckTwice(Fields row, string id, int route, int river, Day from, Day to)
    {
        foreach (var other in _charged)
            if (other.Route == route && other.River == river && other.From < to && from < other.To)
                survey.Problems.Add(GeographyMessages.CrossedTwice, row.At, id, other.Id);
        _charged.Add((route, river, from, to, id));
    }

    /// <summary>Two days of the year, mm-dd, as month x 100 + day.</summary>
    private (short First, short Last) ReadSeason(Fields row, IReadOnlyList<string> season)
    {
        if (season.Count == 0) return (0, 0);
        if (season.Count == 2 && MonthDay(season[0]) is > 0 and var first && MonthDay(season[1]) is > 0 and var last) return (first, last);
        survey.Problems.Add(ReadingMessages.NotSeason, row.Of("season"), season);
        return (0, 0);
    }

    private static short MonthDay(string text)
    {
        // Any leap year gives every day of the year.
        if (!JulianDate.TryRead("1112-" + text, out _)) return 0;
        return (short)(int.Parse(text[..2], CultureInfo.InvariantCulture) * 100 + int.Parse(text[3..], CultureInfo.InvariantCulture));
    }
}

/// <summary>What is known of a crossing beside its row of the atlas.</summary>
public sealed record CrossingEntry(string Slug, int LowMenPerDay, int HighMenPerDay, Confidence Confidence, string? Note, Basis Basis);
