using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Calibration;

/// <summary>
/// Reads the cases of the calibration. No case may be later than 1136, cite a row that is, or know of a leader what only the day itself showed.
/// </summary>
public sealed partial class CaseReader
{
    public const string Format = "yanyun-engagements/1";

    /// <summary>The last day that may be tuned to: what is judged begins in 1139.</summary>
    public static readonly Day LastDay = Day.Julian(1136, 12, 31);

    /// <summary>The days from which the two tables of ratings may be used: their bookmarks.</summary>
    private static readonly Day Table1118 = Day.Julian(1118, 3, 1), Table1125 = Day.Julian(1125, 10, 1);

    private const int MostMen = 1_000_000;

    private readonly Problems _problems;
    private readonly List<Campaign> _campaigns = [];
    private readonly HashSet<string> _ids = [];

    private CaseReader(Problems problems) => _problems = problems;

    /// <summary>The cases, or null when the file has an error; the problems say which.</summary>
    public static CaseBook? Read(string text, string name, Problems problems) => new CaseReader(problems).Book(text, name);

    private CaseBook? Book(string text, string name)
    {
        var before = _problems.Errors;
        if (YamlFile.Parse(text, name, _problems) is not { } root) return null;
        var top = new Fields(root, _problems);
        var format = top.Text("format");
        if (format != Format) _problems.Add(ReadingMessages.WrongFormat, top.Of("format"), format, Format);
        foreach (var row in top.Rows("campaigns"))
        {
            _campaigns.Add(new Campaign(Id(row, "campaign"), row.YesNo("held_out", absent: false), row.Text("what")));
            row.End();
        }
        List<FightCase> fights = [.. top.Rows("fights").Select(Fight)];
        List<SiegeCase> sieges = [.. top.Rows("sieges").Select(Siege)];
        List<SummonsCase> summonses = [.. top.Rows("summonses").Select(Summons)];
        List<EdictCase> edicts = [.. top.Rows("edicts").Select(Edict)];
        top.End();
        if (_problems.Errors > before) return null;
        BothSides(top, "fights", fights.Select(x => x.Head));
        BothSides(top, "sieges", sieges.Select(x => x.Head));
        BothSides(top, "summonses", summonses.Select(x => x.Head));
        BothSides(top, "edicts", edicts.Select(x => x.Head));
        if (_problems.Errors > before) return null;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
        return new CaseBook(_campaigns, fights, sieges, summonses, edicts, digest);
    }

    private void BothSides(Fields top, string kind, IEnumerable<CaseHead> heads)
    {
        var held = heads.Count(head => _campaigns[head.Campaign].HeldOut);
        var fitted = heads.Count() - held;
        if (held == 0 || fitted == 0) _problems.Add(CaseMessages.OneSided, top.Of(kind), kind, fitted, held);
    }

    private FightCase Fight(Fields row)
    {
        var head = Head(row, "fight");
        var fight = new FightCase(
            head, row.Choice<CasePrecision>("precision"), row.Choice<Engine.Rules.Ground>("ground"), Side(row, "attacker", head.Day),
            Side(row, "defender", head.Day), row.YesNo("surprise", absent: false), row.Choice<Posture>("posture"),
            row.YesNo("cut", absent: false), row.Choice<CaseWinner>("won"),
            row.Has("loser_lost") ? Range(row, "loser_lost", 0, 1000) : null);
        row.End();
        return fight;
    }

    private SiegeCase Siege(Fields row)
    {
        var siege = new SiegeCase(
            Head(row, "siege"), Range(row, "besiegers", 1, MostMen), row.Choice<CaseBasis>("besiegers_basis"), Range(row, "garrison", 1, MostMen),
            row.Choice<CaseBasis>("garrison_basis"), row.Whole("walls", 0, 5), Range(row, "stores", 1, 1000), Range(row, "morale", 0, 1000),
            Range(row, "quality", 10, 100), Range(row, "stormers", 10, 100), Range(row, "loyalty", 0, 1000), row.YesNo("prepared", absent: false), row.YesNo("hope", absent: false),
            row.Choice<SiegeEnding>("how"), Range(row, "days", 1, 1000));
        row.End();
        return siege;
    }

    private SummonsCase Summons(Fields row)
    {
        var summons = new SummonsCase(
            Head(row, "summons"), Range(row, "host", 1, MostMen), row.Choice<CaseBasis>("host_basis"), Range(row, "within", 1, MostMen),
            row.Choice<CaseBasis>("within_basis"), row.Whole("walls", 0, 5), Range(row, "loyalty", 0, 1000),
            row.Choice<CaseBasis>("loyalty_basis"), Range(row, "morale", 0, 1000), Range(row, "people", 0, 1000),
            Range(row, "grievance", 0, 1000), Range(row, "relief", 0, 1000), row.Whole("neighbours", 0, 20), row.YesNo("opened", absent: false));
        row.End();
        return summons;
    }

    private EdictCase Edict(Fields row)
    {
        var edict = new EdictCase(
            Head(row, "edict"), row.Slug("holder"), Range(row, "loyalty", 0, 1000), Range(row, "ambition", 0, 1000),
            row.Choice<CaseBasis>("rated_basis"), row.Choice<Authority>("authority"), Range(row, "age", 0, 100), Range(row, "fear", 0, 1000),
            row.Whole("asked", 0, 20), row.Choice<Against>("against"), row.YesNo("obeyed", absent: false), row.TextIfAny("works") ?? "");
        row.End();
        return edict;
    }

    private CaseSide Side(Fields fight, string key, Day day)
    {
        if (fight.Inner(key) is not { } row) return new CaseSide("", default, default, default, default, 0, 0, 0, default, 0, null);
        var side = new CaseSide(
            row.Slug("polity"), Range(row, "men", 1, MostMen), row.Choice<CaseBasis>("men_basis"), Range(row, "quality", 10, 100),
            row.Choice<CaseBasis>("quality_basis"), row.Whole("light", 0, 1000), row.Whole("heavy", 0, 1000), row.Whole("militia", 0, 1000),
            Range(row, "morale", 0, 1000), row.Whole("fatigue", 0, 1000), Leader(row, day));
        if (side.Light + side.Heavy + side.Militia > 1000)
            _problems.Add(CaseMessages.Shares, row.At, side.Light + side.Heavy + side.Militia);
        row.End();
        return side;
    }

    private RatedLeader? Leader(Fields row, Day day)
    {
        if (!row.Has("leader")) return null;
        var leader = new RatedLeader(
            row.Slug("leader"), row.Whole("rated", 1118, 1125), row.Whole("leadership", 10, 100), row.Whole("leadership_sd", 5, 30));
        // A table may be used from its bookmark on: before, it knows what was still to come.
        if (day.Exists && day < (leader.Rated == 1118 ? Table1118 : Table1125))
            _problems.Add(CaseMessages.Hindsight, row.Of("rated"), leader.Slug, leader.Rated, day.ToString());
        return leader;
    }

    private CaseHead Head(Fields row, string kind)
    {
        var id = Id(row, kind);
        var day = row.Date("date");
        if (day.Exists && day > LastDay) _problems.Add(CaseMessages.TooLate, row.Of("date"), day.ToString(), LastDay.ToString());
        var campaign = row.OneOf("campaign", [.. _campaigns.Select(c => c.Id)]);
        var refs = row.Texts("refs");
        if (refs.Count == 0) _problems.Add(CaseMessages.NoRows, row.Of("refs"));
        foreach (var reference in refs)
            if (!Row().IsMatch(reference)) _problems.Add(CaseMessages.NotRow, row.Of("refs"), reference);
        return new CaseHead(
            id, day, row.Text("place"), _campaigns.FindIndex(c => c.Id == campaign), row.Choice<CaseConfidence>("confidence"), refs,
            row.TextIfAny("note") ?? "");
    }

    /// <summary>A town may be both besieged and summoned: ids are unique within a kind.</summary>
    private string Id(Fields row, string kind)
    {
        var id = row.Slug("id");
        if (id.Length > 0 && !_ids.Add(kind + " " + id)) _problems.Add(CaseMessages.SameId, row.Of("id"), id);
        return id;
    }

    private Span Range(Fields row, string key, int min, int max)
    {
        var node = row.Find(key);
        if (node is Sequence { Items: [Scalar low, Scalar high] } && Number(low, out var a) && Number(high, out var b) && min <= a && a <= b && b <= max)
            return new Span(a, b);
        _problems.Add(CaseMessages.NotRange, row.Of(key), key, min, max);
        return new Span(min, max);
    }

    private static bool Number(Scalar word, out int value) => int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>The rows of the years to 1136: the second chronology has 1137 from its 21st row on.</summary>
    [GeneratedRegex("^(C(0[0-9]{2}|1[0-9]{2}|2[0-3][0-9]|24[0-3])|CB0([01][0-9]|20)|F0([0-5][0-9]|6[0-6]))$")]
    private static partial Regex Row();
}
