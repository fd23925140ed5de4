using System.Diagnostics;
using System.Text.Json;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>The laboratory at the command line: a real process is killed in the midst of its work and nothing of what it had done is
/// lost or changed.</summary>
public class LabSpec
{
    private const string Experiment = """
        format: yanyun-experiment/1
        id: short
        title: {en: Nobody hears the Jin court, zh: 金廷之命不行}
        statement: {en: A test of the laboratory., zh: 實驗室之試。}
        scenario: 1140-henan
        start: 1139-08-10
        pairs: 3000
        change:
        - {drop: any, actor: jin-court}
        outcomes:
        - {id: lost, losses: jin}
        - {id: kaifeng, holder: kaifeng, by: song}
        horizons: [5, 1139-08-31]
        primary: {outcome: lost, horizon: 1139-08-31}
        half_width: 0
        """;

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Fixtures.Folder, "lab", Guid.NewGuid().ToString("N"))).FullName;
    private readonly string _file;

    public LabSpec()
    {
        _file = Path.Combine(_folder, "short.yaml");
        File.WriteAllText(_file, Experiment);
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_to_the_same_digest_as_one_that_was_not()
    {
        var killed = Path.Combine(_folder, "killed");
        using (var process = Start("lab", "run", _file, "--out", killed, "--threads", "2"))
        {
            // The log of the store grows with the first batch that is committed.
            var log = new FileInfo(Path.Combine(killed, "results.sqlite-wal"));
            var clock = Stopwatch.StartNew();
            while ((!log.Exists || log.Length < 60_000) && !process.HasExited && clock.Elapsed < TimeSpan.FromMinutes(5))
            {
                Thread.Sleep(5);
                log.Refresh();
            }
            Assert.False(process.HasExited, "it was too quick to be killed");
            process.Kill();
            process.WaitForExit();
        }
        Assert.False(File.Exists(Path.Combine(killed, "manifest.json")));

        var before = Json(Answer.To(["lab", "report", killed, "--json"]));
        Assert.False(before.GetProperty("finished").GetBoolean());
        Assert.InRange(before.GetProperty("pairs").GetInt32(), 1, 2999);
        var resumed = Json(Answer.To(["lab", "resume", killed, "--json"]));
        var whole = Json(Answer.To(["lab", "run", _file, "--out", Path.Combine(_folder, "whole"), "--threads", "1", "--json"]));
        Assert.True(resumed.GetProperty("finished").GetBoolean());
        Assert.Equal(3000, resumed.GetProperty("pairs").GetInt32());
        Assert.Equal(whole.GetProperty("digest").GetString(), resumed.GetProperty("digest").GetString());
        Assert.Equal(whole.GetProperty("effects").GetRawText(), resumed.GetProperty("effects").GetRawText());
        Assert.Equal(File.ReadAllText(Path.Combine(_folder, "whole", "pairs.csv")), File.ReadAllText(Path.Combine(killed, "pairs.csv")));
        Assert.Equal(3001, File.ReadLines(Path.Combine(killed, "pairs.csv")).Count());
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(killed, "manifest.json")));
        Assert.Equal(resumed.GetProperty("digest").GetString(), manifest.RootElement.GetProperty("digest").GetString());
    }

    [Fact]
    public void The_user_may_stop_and_go_on()
    {
        var to = Path.Combine(_folder, "stopped");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = FrontDoor.Open(["lab", "run", _file, "--out", to, "--pairs", "70"], output, error, _ => null, stop: stop.Token);
        Assert.Equal(Exit.NotHere, exit);
        Assert.Contains($"yanyun lab resume {to}", error.ToString());
        var resumed = Json(Answer.To(["lab", "resume", to, "--pairs", "70", "--json"]));
        Assert.Equal(70, resumed.GetProperty("pairs").GetInt32());
    }

    [Theory]
    [InlineData("en", "verdict (lost after 21 days, 2 looks)", "95%")]
    [InlineData("zh", "判定（lost，21 日後，檢視 2 次）", "95%")]
    public void No_effect_is_told_without_its_pairs_interval_horizon_and_looks(string language, string verdict, string interval)
    {
        var answer = Answer.To(["lab", "run", _file, "--out", Path.Combine(_folder, language), "--pairs", "70", "--lang", language]);
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains(verdict, answer.Out);
        Assert.Contains(interval, answer.Out);
        Assert.Contains("n = 70", answer.Out);
        var effects = Json(Answer.To(["lab", "report", Path.Combine(_folder, language), "--json"])).GetProperty("effects").EnumerateArray().ToList();
        Assert.Equal(4, effects.Count);
        foreach (var effect in effects)
            foreach (var name in (string[])["n", "low", "high", "horizon", "looks"]) Assert.True(effect.TryGetProperty(name, out _), name);
    }

    [Fact]
    public void Results_of_another_experiment_stay_as_they_are()
    {
        var to = Path.Combine(_folder, "taken");
        Assert.Equal(Exit.Done, Answer.To(["lab", "run", _file, "--out", to, "--pairs", "2"]).Exit);
        var before = File.ReadAllBytes(Path.Combine(to, "pairs.csv"));
        File.WriteAllText(_file, Experiment.Replace("1139-08-10", "1139-08-11"));
        var answer = Answer.To(["lab", "run", _file, "--out", to, "--pairs", "2"]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Contains("CLI050", answer.Error);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(to, "pairs.csv")));
    }

    private static Process Start(params string[] line)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(FrontDoor).Assembly.Location);
        foreach (var word in line) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private static JsonElement Json(Answer answer)
    {
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        using var json = JsonDocument.Parse(answer.Out);
        return json.RootElement.Clone();
    }
}
