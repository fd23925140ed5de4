using System.Text.Json;
using System.Xml.Linq;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>Claims at the command line: what there is, and what is written when they are put to the test.</summary>
public class ClaimsSpec
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Fixtures.Folder, "claims", Guid.NewGuid().ToString("N"))).FullName;

    [Fact]
    public void The_list_names_every_claim_with_its_controls()
    {
        var claims = Json(Answer.To("claims list --json")).GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal(["bands", "garrisons", "recall", "shunchang", "tablets", "talent"], claims.Select(claim => claim.GetProperty("id").GetString()));
        foreach (var claim in claims)
        {
            Assert.NotEmpty(claim.GetProperty("statement").GetProperty("zh").GetString()!);
            Assert.NotEmpty(claim.GetProperty("sentences").EnumerateArray());
            var controls = claim.GetProperty("controls").EnumerateArray().Select(control => control.GetString()).ToList();
            Assert.Contains("placebo", controls);
            Assert.Contains("wrong-date", controls);
        }
        var told = Answer.To("claims list", "zh_TW.UTF-8").Out;
        Assert.Contains("岳飛班師", told);
        Assert.Equal(6, told.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Every_claim_that_ships_has_its_page_its_drawing_and_its_row_in_both_languages()
    {
        var docs = Path.Combine(House.Root, "docs", "claims");
        foreach (var claim in Json(Answer.To("claims list --json")).GetProperty("claims").EnumerateArray())
            foreach (var (ending, index) in (IEnumerable<(string, string)>)[("", "README.md"), (".zh", "README.zh.md")])
            {
                var (id, name) = (claim.GetProperty("id").GetString(), ending.Length > 0 ? "zh" : "en");
                Assert.Contains($"# {claim.GetProperty("title").GetProperty(name).GetString()}\n", File.ReadAllText(Path.Combine(docs, $"{id}{ending}.md")));
                Assert.Contains($"({id}{ending}.md)", File.ReadAllText(Path.Combine(docs, index)));
                Assert.True(File.Exists(Path.Combine(docs, $"{id}{ending}.svg")));
            }
    }

    [Fact]
    public void The_same_claim_gives_the_same_bytes_in_both_languages_and_a_drawing_that_can_be_read_aloud()
    {
        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        var answer = Answer.To(["claims", "run", "talent", "--runs", "3", "--out", first]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        Assert.Equal(Exit.Done, Answer.To(["claims", "run", "talent", "--runs", "3", "--on", "local", "--out", second, "--json"]).Exit);
        string[] reports = ["talent.md", "talent.svg", "talent.zh.md", "talent.zh.svg"];
        Assert.Equal(reports, Directory.GetFiles(first).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var report in reports) Assert.Equal(File.ReadAllBytes(Path.Combine(first, report)), File.ReadAllBytes(Path.Combine(second, report)));

        Assert.Contains("Ruling: not resolved.", File.ReadAllText(Path.Combine(first, "talent.md")));
        Assert.Contains("判定：未能判定。", File.ReadAllText(Path.Combine(first, "talent.zh.md")));
        foreach (var report in reports.Where(name => name.EndsWith(".svg")))
        {
            XNamespace svg = "http://www.w3.org/2000/svg";
            var drawing = XDocument.Load(Path.Combine(first, report)).Root!;
            Assert.Equal("title desc", drawing.Attribute("aria-labelledby")!.Value);
            Assert.NotEmpty(drawing.Element(svg + "title")!.Value);
            Assert.Contains("placebo", drawing.Element(svg + "desc")!.Value);
            Assert.NotEmpty(drawing.Elements(svg + "text"));
            Assert.Contains("prefers-color-scheme:dark", drawing.Element(svg + "style")!.Value);
        }
    }

    [Fact]
    public void A_claim_that_was_stopped_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] line = ["claims", "run", "talent", "--runs", "2", "--out", _folder, "--json"];
        Assert.Equal(Exit.NotHere, FrontDoor.Open(line, output, error, _ => null, stop: stop.Token));
        Assert.Contains("the same command goes on", error.ToString());
        Assert.False(File.Exists(Path.Combine(_folder, "talent.md")));
        var claim = Json(Answer.To(line)).GetProperty("claims")[0];
        Assert.Equal("talent", claim.GetProperty("id").GetString());
        Assert.Equal(3, claim.GetProperty("experiments").GetArrayLength());
        Assert.All(claim.GetProperty("experiments").EnumerateArray(), experiment => Assert.True(experiment.GetProperty("finished").GetBoolean()));
    }

    private static JsonElement Json(Answer answer)
    {
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        using var json = JsonDocument.Parse(answer.Out);
        return json.RootElement.Clone();
    }
}
