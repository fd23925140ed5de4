using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>One clause of a treaty, as its file gives it.</summary>
/// <param name="Text">What it binds to, as it follows "the clause on".</param>
/// <param name="Silver">Thousands of liang a year; silk in thousands of bolts; prices in tenths of a string.</param>
/// <param name="Opens">Day of the year from which a yearly payment is taken in: month x 100 + day, Julian.</param>
/// <param name="Days">Days to the day it is due; 0: no day was fixed.</param>
/// <param name="Grace">Days late after which it is broken.</param>
/// <param name="Standing">Where it stands on the first day, for a treaty in force.</param>
public sealed record ClauseEntry(string Slug, Bilingual Text, ClauseKind Kind, PolityId By, PolityId To, PlaceId Place, int Silver, int Silk, int SilverPrice,
    int SilkPrice, int Count, int Opens, int Days, int Grace, Standing Standing, Grounds Grounds);

/// <summary>A treaty, in force on the first day or a draft that may be put forward.</summary>
/// <param name="Line">Day of survey whose holders are its line; none: each keeps what he holds.</param>
public sealed record TreatyEntry(string Slug, Bilingual Name, PolityId A, PolityId B, bool InForce, Day Line, IReadOnlyList<ClauseEntry> Clauses, Grounds Grounds);

/// <summary>The treaties of a bookmark: <c>treaties.yaml</c>.</summary>
public sealed class Treaties
{
    private static readonly Standing[] s_openings = [Standing.Duty, Standing.Performed, Standing.Waived];

    private Treaties(IReadOnlyList<TreatyEntry> all, IdTable ids, IdTable clauseIds) => (All, Ids, ClauseIds) = (all, ids, clauseIds);

    public static Treaties None { get; } = new([], new IdTable("treaty", "和約"), new IdTable("clause", "條款"));

    public IReadOnlyList<TreatyEntry> All { get; }
    public IdTable Ids { get; }
    public IdTable ClauseIds { get; }
    public TreatyEntry this[TreatyId id] => All[id.Value - 1];

    public ClauseEntry this[ClauseId id]
    {
        get
        {
            var left = id.Value - 1;
            foreach (var treaty in All)
            {
                if (left < treaty.Clauses.Count) return treaty.Clauses[left];
                left -= treaty.Clauses.Count;
            }
            throw new ArgumentOutOfRangeException(nameof(id), id, "No treaty has this clause.");
        }
    }

    internal static Treaties Read(string path, Desk desk)
    {
        var (ids, clauses) = (new IdTable("treaty", "和約"), new IdTable("clause", "條款"));
        if (DataFiles.Open(path, "yanyun-treaties/1", desk.Problems) is not { } top) return None;
        var all = new List<TreatyEntry>();
        foreach (var row in top.Rows("treaties"))
            if (ReadTreaty(row, desk, ids, clauses) is { } treaty) all.Add(treaty);
        top.End();
        return new Treaties(all, ids, clauses);
    }

    private static TreatyEntry? ReadTreaty(Fields row, Desk desk, IdTable ids, IdTable clauseIds)
    {
        var slug = row.Slug("id");
        var number = ids.Add(slug, row.Of("id"), desk.Problems);
        var name = DataFiles.Name(row);
        var (a, b) = (desk.Polity(row, "first"), desk.Polity(row, "second"));
        var inForce = row.YesNo("in_force", absent: false);
        var line = row.Has("line") ? row.Date("line") : Day.None;
        if (line.Exists && !PlaceReader.SurveyDays.Contains(line.ToString()))
            desk.Problems.Add(new Problem(GeographyMessages.NotSurveyDay, row.Of("line"), [slug, line.ToString(), PlaceReader.SurveyDays],
                Nearest.To(line.ToString(), PlaceReader.SurveyDays)));
        var clauses = row.Rows("clauses").Select(clause => ReadClause(clause, desk, clauseIds, a, b, inForce)).ToList();
        var grounds = Grounds.Read(row, slug, desk.Formulas.Ids);
        row.End();
        return number == 0 ? null : new TreatyEntry(slug, name, a, b, inForce, line, clauses, grounds);
    }

    private static ClauseEntry ReadClause(Fields row, Desk desk, IdTable ids, PolityId a, PolityId b, bool inForce)
    {
        var slug = row.Slug("id");
        ids.Add(slug, row.Of("id"), desk.Problems);
        var text = new Bilingual(row.Text("en"), row.Text("zh"));
        var kind = row.Choice<ClauseKind>("kind");
        var by = desk.Polity(row, "by");
        if (by.Exists && by != a && by != b) desk.Problems.Add(BookmarkMessages.NotParty, row.Of("by"), slug, desk.Head.PolityIds[by.Value]);
        var pays = kind == ClauseKind.Pay;
        var place = row.Has("place") ? desk.Place(row, "place", slug) : PlaceId.None;
        var silver = pays ? row.Whole("silver", 0, 2000) : 0;
        var silk = pays ? row.Whole("silk", 0, 2000) : 0;
        var silverPrice = pays ? row.Whole("silver_tenths", 1, 1000) : 0;
        var silkPrice = pays ? row.Whole("silk_tenths", 1, 1000) : 0;
        var count = kind == ClauseKind.Return ? row.Whole("count", 1, 10_000) : 0;
        var days = row.WholeIfAny("days", 0, 1000) ?? 0;
        var opens = pays && days > 0 ? Opening(row) : 0;
        var grace = days > 0 ? row.Whole("grace", 0, 1000) : 0;
        var standing = inForce ? row.Choice<Standing>("standing") : Standing.None;
        if (inForce && !s_openings.Contains(standing))
            desk.Problems.Add(BookmarkMessages.WrongStanding, row.Of("standing"), slug, standing.ToString().ToLowerInvariant());
        var grounds = Grounds.Read(row, slug, desk.Formulas.Ids);
        row.End();
        return new ClauseEntry(slug, text, kind, by, by == a ? b : a, place, silver, silk, silverPrice, silkPrice, count, opens, days, grace, standing, grounds);
    }

    /// <summary>A day of the Julian year, "02-01".</summary>
    private static int Opening(Fields row)
    {
        var text = row.Text("opens");
        if (text.Length == 5 && text[2] == '-' && int.TryParse(text.AsSpan(0, 2), out var month) && int.TryParse(text.AsSpan(3), out var day)
            && month is >= 1 and <= 12 && day is >= 1 and <= 28) return month * 100 + day;
        row.Problems.Add(BookmarkMessages.NotDayOfYear, row.Of("opens"), text);
        return 101;
    }
}
