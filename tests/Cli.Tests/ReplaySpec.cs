using System.Text.Json;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>What replay promises to those who call it.</summary>
public class ReplaySpec
{
    [Fact]
    public void The_summary_has_every_field_of_the_contract()
    {
        var answer = Answer.To("replay 1140-henan --until 1139-08-20 --seed 3 --json");
        Assert.Equal(Exit.Done, answer.Exit);
        var root = JsonDocument.Parse(answer.Out).RootElement;
        Assert.Equal(["scenario", "seed", "rulesVersion", "days", "events", "finalHash", "holders", "losses", "checks"],
            root.EnumerateObject().Select(field => field.Name));
        Assert.Equal(23, root.GetProperty("days").GetInt32());
        Assert.Equal("song", root.GetProperty("holders").GetProperty("kaifeng").GetString());
        Assert.True(root.GetProperty("checks").GetProperty("total").GetInt32() >= 40);
    }

    [Fact]
    public void The_three_forms_of_a_date_are_the_same_day()
    {
        var hashes = ((string[])["1140-06-15", "Shaoxing 10/5/29", "紹興十年五月二十九日"])
            .Select(date => Answer.To(["replay", "1140-henan", "--until", date, "--json"]).Out).Distinct();
        Assert.Single(hashes);
    }

    [Fact]
    public void Another_seed_is_another_war_and_the_same_seed_the_same()
    {
        string Hash(int seed) => JsonDocument.Parse(Answer.To($"replay 1140-henan --until 1140-06-15 --seed {seed} --json").Out)
            .RootElement.GetProperty("finalHash").GetString()!;
        Assert.Equal(Hash(5), Hash(5));
        Assert.NotEqual(Hash(5), Hash(6));
    }

    [Fact]
    public void A_file_that_stood_there_is_untouched_by_a_run_that_fails()
    {
        var path = Path.Combine(Fixtures.Scratch, "kept.jsonl");
        File.WriteAllText(path, "before");
        var answer = Answer.To(["replay", "1140-henan", "--until", "1140-06-20", "--log", path, "--order",
            "1140-06-15 jin-court march force=yue-beiwei to=yingchang"]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Empty(Directory.GetFiles(Fixtures.Scratch, ".kept.jsonl*"));
    }

    [Fact]
    public void A_run_that_is_stopped_writes_what_it_did_whole()
    {
        var path = Path.Combine(Fixtures.Scratch, "stopped.yanyun");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = FrontDoor.Open(["replay", "1140-henan", "--record", path], output, error, _ => null, stop: stop.Token);
        Assert.Equal(Exit.NotHere, exit);
        Assert.Contains("CLI091", error.ToString());
        Assert.Equal(Exit.Done, Answer.To(["verify", path]).Exit);
    }

    [Fact]
    public void Minds_that_take_over_at_a_fork_leave_the_past_as_it_was()
    {
        var (past, fork) = (Path.Combine(House.Root, "scenarios", "1140-henan", "record.yanyun"), Path.Combine(Fixtures.Scratch, "fork.yanyun"));
        Assert.Equal(Exit.Done, Answer.To(["replay", "1140-henan", "--from", "1140-06-10", "--until", "1140-06-20", "--deciders", "random", "--record", fork]).Exit);
        var (before, after) = (File.ReadAllLines(past), File.ReadAllLines(fork));
        string Hash(string[] lines, string day) => lines[Array.FindIndex(lines, line => line.StartsWith("day=" + day)) ..].First(line => line.StartsWith("hash=")).Split(' ')[0];
        Assert.Equal(Hash(before, "1140-06-09"), Hash(after, "1140-06-09"));
        Assert.NotEqual(Hash(before, "1140-06-20"), Hash(after, "1140-06-20"));
        Assert.Equal(Exit.Done, Answer.To(["verify", fork]).Exit);
    }

    [Theory]
    [InlineData("en"), InlineData("zh")]
    public void Every_order_of_a_mind_has_its_reason_in_the_log_and_under_why(string language)
    {
        var (record, log) = (Path.Combine(Fixtures.Scratch, $"reasons-{language}.yanyun"), Path.Combine(Fixtures.Scratch, $"reasons-{language}.jsonl"));
        Assert.Equal(Exit.Done, Answer.To(["replay", "1140-henan", "--until", "1140-07-31", "--deciders", "jin-marshal-office=heuristic",
            "--record", record, "--log", log, "--lang", language]).Exit);
        var orders = File.ReadLines(log).Select(line => JsonDocument.Parse(line).RootElement).Where(e => e.GetProperty("kind").GetString() == "order-given")
            .Select(e => (Id: e.GetProperty("id").GetString()!, Reason: e.GetProperty("reason").GetString()!)).ToList();
        Assert.True(orders.Count > 200, $"{orders.Count} orders");
        Assert.All(orders, order => Assert.NotEmpty(order.Reason));
        // Of the script by its entry and source, of judgement by what was weighed.
        Assert.Contains(orders, order => order.Reason.Contains("jin-zongbi-commander") && order.Reason.Contains(language == "zh" ? "《金史》卷4、77" : "Jinshi 4, 77"));
        Assert.Contains(orders, order => order.Reason.Contains(language == "zh" ? "勝算" : "the odds are"));
        foreach (var (id, reason) in (((string, string)[])[orders[0], orders[^1]]))
            Assert.Contains((language == "zh" ? "理由：" : "reason: ") + reason.Split(' ', '（')[0], Answer.To(["why", record, id, "--lang", language]).Out);
    }

    [Fact]
    public void An_order_of_the_user_has_no_reason_but_his_own()
    {
        var (record, log) = (Path.Combine(Fixtures.Scratch, "unreasoned.yanyun"), Path.Combine(Fixtures.Scratch, "unreasoned.jsonl"));
        Assert.Equal(Exit.Done, Answer.To(["replay", "1140-henan", "--until", "1140-06-13", "--record", record, "--log", log, "--order",
            "1140-06-12 song-cavalry-guard withdraw force=liuqi-centre to=zhenjiang"]).Exit);
        var order = File.ReadLines(log).Select(line => JsonDocument.Parse(line).RootElement).Single(e =>
            e.GetProperty("kind").GetString() == "order-given" && e.GetProperty("order").GetString()!.Contains("to=zhenjiang") && e.GetProperty("day").GetString() == "1140-06-12");
        Assert.False(order.TryGetProperty("reason", out _));
        Assert.DoesNotContain("reason: ", Answer.To(["why", record, order.GetProperty("id").GetString()!]).Out);
    }

    [Fact]
    public void Why_tells_the_causes_of_an_event_back_to_where_they_begin()
    {
        var (record, log) = (Path.Combine(Fixtures.Scratch, "why.yanyun"), Path.Combine(Fixtures.Scratch, "why.jsonl"));
        Assert.Equal(Exit.Done, Answer.To(["replay", "1140-henan", "--until", "1140-06-10", "--record", record, "--log", log]).Exit);
        var caused = File.ReadLines(log).Select(line => JsonDocument.Parse(line).RootElement).Last(e => e.GetProperty("kind").GetString() == "arrived");
        var (id, cause) = (caused.GetProperty("id").GetString()!, caused.GetProperty("cause").GetString()!);
        foreach (var language in (string[])["en", "zh"])
        {
            var answer = Answer.To(["why", record, id, "--lang", language]);
            Assert.Equal(Exit.Done, answer.Exit);
            var lines = answer.Out.TrimEnd().Split('\n');
            Assert.StartsWith($"[{id}]", lines[0]);
            Assert.Contains($"[{cause}]", lines[1]);
        }
    }
}
