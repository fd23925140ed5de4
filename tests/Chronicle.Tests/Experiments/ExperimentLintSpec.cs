using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Settings;
using Yanyun.Engine.Rules;

namespace Chronicle.Tests.Experiments;

/// <summary>
/// Each row of <c>fixtures/experiment/lints.yaml</c> spoils a sound experiment in one spot; all that is said of it, in both languages,
/// stands beside it. Written anew
/// by YANYUN_WRITE_GOLDEN=1; read the difference before committing it.
/// </summary>
public class ExperimentLintSpec
{
    private sealed record Fixture(string Code, string Find, string Put, string En, string Zh);

    private static readonly string Folder = Path.Combine(TheGeography.Root, "tests", "Chronicle.Tests", "fixtures", "experiment");
    private static readonly string Base = File.ReadAllText(Path.Combine(Folder, "base.yaml"));
    private static readonly List<Fixture> Fixtures = ReadFixtures();

    /// <summary>The real scenario, read once: nothing here changes its first day.</summary>
    private static readonly ExperimentShelf Shelf =
        new(["1140-henan"], (_, _) => TheBookmark.Instance, ["historical", "heuristic", "conduct", "random"]);

    public static TheoryData<int, string> Rows()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Fixtures.Count; i++) data.Add(i, Fixtures[i].Code);
        return data;
    }

    [Fact]
    public void The_base_is_sound_and_read_as_it_stands()
    {
        var (experiment, problems) = Read(Base);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        Assert.Equal([30, 60], experiment!.Horizons);
        Assert.Equal((0, 0), (experiment.Primary, experiment.PrimaryHorizon));
        Assert.Equal((0.05, 0.1), (experiment.HalfWidth, experiment.Margin));
        Assert.Equal(experiment.Start, experiment.Branch);
        Assert.Equal(
            [
                "drop direct task=withdraw to=song-hubei-jingxi-command of song-court from 1140-08-20 to 1140-09-10",
                "delay any force=yue-beiwei by 5 days from 1140-08-20 to 1140-10-19",
                "replace take with hold force=zhang-rear place=jiankang of song-huaixi-command from 1140-08-20 to 1140-10-19",
                "inject direct to=song-palace-command task=march place=suzhou 2 times of song-court on 1140-08-22",
                "set places.kaifeng.walls=3 on 1140-08-21",
            ],
            experiment.Change.Select(edit => edit.Text));
        Assert.Equal(Enum.GetValues<OutcomeKind>().Order(), experiment.Outcomes.Select(outcome => outcome.Kind).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fault_is_told_at_its_spot_in_both_languages(int row, string code)
    {
        var fixture = Fixtures[row];
        var (experiment, problems) = Read(Spoilt(fixture));
        Assert.Null(experiment);
        Assert.Equal(code, problems.All[0].Code);
        Assert.Equal(fixture.En, Told(problems, Language.English));
        Assert.Equal(fixture.Zh, Told(problems, Language.Chinese));
    }

    [Fact]
    public void Every_lint_of_experiments_has_a_fixture()
    {
        if (Environment.GetEnvironmentVariable("YANYUN_WRITE_GOLDEN") is { Length: > 0 }) WriteAnew();
        var codes = typeof(ExperimentMessages).GetFields().Select(field => field.GetValue(null)).OfType<Message>()
            .Where(message => message != ExperimentMessages.NoChecks).Select(message => message.Code).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes, codes.Where(code => Fixtures.Any(fixture => fixture.Code == code)));
    }

    [Fact]
    public void The_hash_names_what_is_played_and_not_how_it_is_told()
    {
        string HashOf(string find, string put) => Read(Base.Replace(find, put)).Experiment!.Hash();
        var hash = HashOf("a", "a");
        Assert.Equal(hash, HashOf("Something would be otherwise.", "Anything else"));
        Assert.Equal(hash, HashOf("pairs: 64", "pairs: 65"));
        Assert.Equal(hash, HashOf("half_width: 0.05", "half_width: 0.06"));
        Assert.Equal(hash, HashOf("match: {to: song-hubei-jingxi-command, task: withdraw}", "match: {task: withdraw, to: song-hubei-jingxi-command}"));
        foreach (var (find, put) in (IEnumerable<(string, string)>)[
            ("start: 1140-08-20", "start: 1140-08-19"), ("days: 5", "days: 6"), ("walls=3", "walls=2"), ("times: 2", "times: 3"), ("[30, ", "[31, "),
            ("pairs: 64", "pairs: 64\nfirst_seed: 2"), ("off: couriers", "off: march"), ("jin-court: heuristic", "jin-court: random"),
            ("holder: kaifeng, by: song", "holder: kaifeng, by: jin"), ("format: yanyun-experiment/1", "format: yanyun-experiment/1\npast_seed: 1")])
        {
            var text = Base.Replace(find, put);
            if (find == "[30, ") text = text.Replace("horizon: 30", "horizon: 31");
            Assert.NotEqual(hash, Read(text).Experiment!.Hash());
        }
    }

    /// <summary>What is registered beside the scenario is sound.</summary>
    [Fact]
    public void The_registered_experiments_are_sound()
    {
        var files = Directory.GetFiles(Path.Combine(TheGeography.Root, "scenarios", "1140-henan", "experiments"), "*.yaml");
        Assert.True(files.Length >= 5);
        foreach (var file in files)
        {
            var problems = new Problems();
            var experiment = ExperimentReader.Open(file, Path.GetFileName(file), Shelf, problems);
            Assert.Empty(problems.All.Select(problem => problem.ToString()));
            Assert.Equal(Path.GetFileNameWithoutExtension(file), experiment!.Id);
            Assert.NotEmpty(experiment.Sentences);
            if (experiment.Of is { } of) Assert.Contains(files, other => Path.GetFileNameWithoutExtension(other) == of);
        }
    }

    private static (Experiment? Experiment, Problems Problems) Read(string text)
    {
        var problems = new Problems();
        return (ExperimentReader.Parse(text, "x.yaml", Shelf, problems), problems);
    }

    /// <summary>Lists that grow with the house: which they are is said here, what is in them where they are made.</summary>
    private static readonly (IEnumerable<string> Words, string Shown)[] Lists =
    [
        (OrderVerbs.OfSeats, "VERBS"), (OrderVerbs.All.SelectMany(verb => verb.Fields).Select(field => field.Name).Distinct(), "FIELDS"),
        (Words<RuleSwitch>.All, "RULES"), (Setting.All().First(table => table.Table == "places").Fields, "PLACE-FIELDS"),
    ];

    private static string Told(Problems problems, Language language)
    {
        var text = string.Join('\n', problems.All.Select(problem => problem.Render(language)));
        var mark = language == Language.Chinese ? "、" : ", ";
        return Lists.Aggregate(text, (said, list) => said.Replace(string.Join(mark, list.Words), list.Shown));
    }

    private static string Spoilt(Fixture fixture)
    {
        var at = Base.IndexOf(fixture.Find, StringComparison.Ordinal);
        var once = at >= 0 && Base.IndexOf(fixture.Find, at + 1, StringComparison.Ordinal) < 0;
        Assert.True(once, $"'{fixture.Find}' must occur once in base.yaml");
        return Base.Replace(fixture.Find, fixture.Put);
    }

    private static void WriteAnew()
    {
        var path = Path.Combine(Folder, "lints.yaml");
        var text = new System.Text.StringBuilder();
        foreach (var line in File.ReadLines(path).TakeWhile(line => line != "lints:")) text.Append(line).Append('\n');
        text.Append("lints:\n");
        foreach (var fixture in Fixtures)
        {
            var (_, problems) = Read(Spoilt(fixture));
            text.Append($"- code: {fixture.Code}\n  find: {Quoted(fixture.Find)}\n");
            if (fixture.Put.Length > 0) text.Append($"  put: {Quoted(fixture.Put)}\n");
            text.Append($"  en: {Quoted(Told(problems, Language.English))}\n  zh: {Quoted(Told(problems, Language.Chinese))}\n");
        }
        File.WriteAllText(path, text.ToString());
    }

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + '"';

    private static List<Fixture> ReadFixtures()
    {
        var problems = new Problems();
        var root = YamlFile.Open(Path.Combine(Folder, "lints.yaml"), "lints.yaml", problems);
        var fixtures = new List<Fixture>();
        foreach (var row in new Fields(root!, problems).Rows("lints"))
            fixtures.Add(new Fixture(row.Text("code"), row.Text("find"), row.TextIfAny("put") ?? "", row.Text("en"), row.Text("zh")));
        Assert.Empty(problems.All);
        return fixtures;
    }
}
