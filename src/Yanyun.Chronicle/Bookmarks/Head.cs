using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A party of a bookmark: a state of the geography, or a band that is none.</summary>
/// <param name="Side">Parties of one side never fight each other and share towns.</param>
/// <param name="Claimant">Which loyalty stands for it: 0 Song, 1 Jin, 2 the third, -1 none.</param>
public sealed record Party(string Slug, Bilingual Name, string Side, int Claimant);

/// <summary>What the weather of some months usually is.</summary>
/// <param name="Months">Lunar months, first and last.</param>
public sealed record WeatherNote(string Months, Bilingual Text);

/// <summary>How much a seat knows of others on the first day; scenario.yaml says the rule and its ground.</summary>
/// <param name="Least">Days news lies before it is written down.</param>
/// <param name="LiADay">Li it travels a day.</param>
/// <param name="Steps">Up to how many days' age strengths are known to how many steps of a doubling (1, 2, 4 or 8), ascending by age.</param>
public sealed record Knowledge(int Least, int LiADay, IReadOnlyList<(int Days, int Steps)> Steps);

/// <summary>The head of a bookmark: <c>scenario.yaml</c>.</summary>
public sealed record Head(string Slug, Bilingual Title, Bilingual Question, Day First, Day Last, Day Survey, string? Note, IdTable PolityIds,
    IReadOnlyList<Party> Parties, IReadOnlyList<WeatherNote> Weather, Knowledge Knowledge, int Fear)
{
    private static readonly string[] Claimants = ["song", "jin", "third"];

    internal static Head? Read(string path, Gazetteer gazetteer, Problems problems)
    {
        if (DataFiles.Open(path, "yanyun-scenario/1", problems) is not { } top) return null;
        var slug = top.Slug("id");
        var title = DataFiles.Name(top, "title");
        var question = DataFiles.Name(top, "question");
        var (first, last) = (top.Date("first_day"), top.Date("last_day"));
        if (first.Exists && last.Exists && last < first)
            problems.Add(BookmarkMessages.DateOutside, top.Of("last_day"), "last_day", last.ToString(), first.ToString(), "1142-12-31");
        var survey = top.Date("survey");
        var note = top.TextIfAny("note");
        var ids = new IdTable("polity", "政權");
        var parties = top.Rows("polities").Select(row => ReadParty(row, ids, gazetteer)).ToList();
        var weather = top.Rows("weather", required: false).Select(ReadWeather).ToList();
        var knowledge = top.Inner("knowledge") is { } inner ? ReadKnowledge(inner) : new Knowledge(0, 1, []);
        var fear = 0;
        if (top.Inner("office") is { } office)
        {
            fear = office.Whole("fear", 0, 1000);
            office.OneOf("basis", ["balance"]);
            office.End();
        }
        top.End();
        // Without its days nothing else of the bookmark can be judged.
        if (!first.Exists || !last.Exists || last < first) return null;
        return new Head(slug, title, question, first, last, survey, note, ids, parties, weather, knowledge, fear);
    }

    private static Party ReadParty(Fields row, IdTable ids, Gazetteer gazetteer)
    {
        var slug = row.Slug("id");
        ids.Add(slug, row.Of("id"), row.Problems);
        var state = gazetteer.Polities.FirstOrDefault(polity => polity.Id == slug);
        var name = state is null || row.Has("name") ? DataFiles.Name(row) : new Bilingual(state.English, state.Hanzi);
        var side = row.Slug("side");
        var claimant = row.Has("claimant") ? Array.IndexOf(Claimants, row.OneOf("claimant", Claimants)) : -1;
        row.End();
        return new Party(slug, name, side, claimant);
    }

    private static WeatherNote ReadWeather(Fields row)
    {
        var note = new WeatherNote(row.Text("months"), new Bilingual(row.Text("en"), row.Text("zh")));
        row.End();
        return note;
    }

    private static Knowledge ReadKnowledge(Fields row)
    {
        var (least, liADay) = (row.Whole("least", 0, 60), row.Whole("li_a_day", 1, 1000));
        var steps = new List<(int, int)>();
        foreach (var step in row.Rows("steps"))
        {
            var days = step.Whole("days", steps.Count == 0 ? 1 : steps[^1].Item1 + 1, 400);
            steps.Add((days, int.TryParse(step.OneOf("steps", ["1", "2", "4", "8"]), out var n) ? n : 1));
            step.End();
        }
        row.OneOf("basis", ["balance", "estimate"]);
        row.End();
        return new Knowledge(least, liADay, steps);
    }
}
