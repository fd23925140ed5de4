using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Settings;
using Yanyun.Engine.Rules;

namespace Chronicle.Tests.Experiments;

/// <summary>
/// Faults of one kind of file: <c>base.yaml</c> is sound, and each row of <c>lints.yaml</c> spoils it in one spot and says all that is then told, in both
/// languages. Written anew by YANYUN_WRITE_GOLDEN=1; read the difference before committing it.
/// </summary>
internal sealed class LintFixtures
{
    private sealed record Fixture(string Code, string Find, string Put, string En, string Zh);

    /// <summary>Lists that grow with the house: which they are is said here, what is in them where they are made.</summary>
    private static readonly (IEnumerable<string> Words, string Shown)[] Lists =
    [
        (OrderVerbs.OfSeats, "VERBS"), (OrderVerbs.All.SelectMany(verb => verb.Fields).Select(field => field.Name).Distinct(), "FIELDS"),
        (Words<RuleSwitch>.All, "RULES"), (Setting.All().First(table => table.Table == "places").Fields, "PLACE-FIELDS"),
    ];

    private readonly string _folder;
    private readonly Func<string, Problems> _read;
    private readonly List<Fixture> _fixtures = [];

    /// <param name="folder">Under fixtures.</param>
    /// <param name="read">Reads the text of a file and answers with what is wrong with it.</param>
    public LintFixtures(string folder, Func<string, Problems> read)
    {
        (_folder, _read) = (Path.Combine(TheGeography.Root, "tests", "Chronicle.Tests", "fixtures", folder), read);
        Base = File.ReadAllText(Path.Combine(_folder, "base.yaml"));
        var problems = new Problems();
        var root = YamlFile.Open(Path.Combine(_folder, "lints.yaml"), "lints.yaml", problems);
        foreach (var row in new Fields(root!, problems).Rows("lints"))
            _fixtures.Add(new Fixture(row.Text("code"), row.Text("find"), row.TextIfAny("put") ?? "", row.TextIfAny("en") ?? "", row.TextIfAny("zh") ?? ""));
        Assert.Empty(problems.All);
    }

    public string Base { get; }

    public TheoryData<int, string> Rows()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < _fixtures.Count; i++) data.Add(i, _fixtures[i].Code);
        return data;
    }

    /// <summary>The base with the fault of a row.</summary>
    public string Spoilt(int row)
    {
        var fixture = _fixtures[row];
        var at = Base.IndexOf(fixture.Find, StringComparison.Ordinal);
        var once = at >= 0 && Base.IndexOf(fixture.Find, at + 1, StringComparison.Ordinal) < 0;
        Assert.True(once, $"'{fixture.Find}' must occur once in base.yaml");
        return Base.Replace(fixture.Find, fixture.Put);
    }

    /// <summary>What a row says is what is told.</summary>
    public void Hold(int row, string code)
    {
        var problems = _read(Spoilt(row));
        Assert.Equal(code, problems.All[0].Code);
        Assert.Equal(_fixtures[row].En, Told(problems, Language.English));
        Assert.Equal(_fixtures[row].Zh, Told(problems, Language.Chinese));
    }

    /// <summary>Every message of a list has a row.</summary>
    public void Cover(Type messages, params IReadOnlyList<Message> except)
    {
        if (Environment.GetEnvironmentVariable("YANYUN_WRITE_GOLDEN") is { Length: > 0 }) WriteAnew();
        var codes = messages.GetFields().Select(field => field.GetValue(null)).OfType<Message>().Except(except).Select(message => message.Code).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes, codes.Where(code => _fixtures.Any(fixture => fixture.Code == code)));
    }

    private static string Told(Problems problems, Language language)
    {
        var text = string.Join('\n', problems.All.Select(problem => problem.Render(language)));
        var mark = language == Language.Chinese ? "、" : ", ";
        return Lists.Aggregate(text, (said, list) => said.Replace(string.Join(mark, list.Words), list.Shown));
    }

    private void WriteAnew()
    {
        var path = Path.Combine(_folder, "lints.yaml");
        var text = new System.Text.StringBuilder();
        foreach (var line in File.ReadLines(path).TakeWhile(line => line != "lints:")) text.Append(line).Append('\n');
        text.Append("lints:\n");
        for (var row = 0; row < _fixtures.Count; row++)
        {
            var (fixture, problems) = (_fixtures[row], _read(Spoilt(row)));
            text.Append($"- code: {fixture.Code}\n  find: {Quoted(fixture.Find)}\n");
            if (fixture.Put.Length > 0) text.Append($"  put: {Quoted(fixture.Put)}\n");
            text.Append($"  en: {Quoted(Told(problems, Language.English))}\n  zh: {Quoted(Told(problems, Language.Chinese))}\n");
        }
        File.WriteAllText(path, text.ToString());
    }

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + '"';
}
