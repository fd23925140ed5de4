using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>A record is a past that can be gone on from: from its end, or from any day before it by other orders and other minds.</summary>
public class ForkSpec
{
    /// <summary>Into the thick of the war, under history's decisions.</summary>
    private const string Until = "1140-07-01";
    private const string Edict = "1140-06-12 song-cavalry-guard withdraw force=liuqi-centre to=zhenjiang";

    private static readonly string Whole = Run("fork-whole.yanyun", "replay", "1140-henan", "--until", Until, "--set", "places.shunchang.walls=2");

    [Fact]
    public void A_record_that_stops_early_is_gone_on_with_to_the_same_bytes()
    {
        var begun = Run("fork-begun.yanyun", "replay", "1140-henan", "--until", "1140-06-05", "--set", "places.shunchang.walls=2");
        Assert.Equal(File.ReadAllBytes(Whole), File.ReadAllBytes(Run("fork-resumed.yanyun", "replay", begun, "--until", Until)));
    }

    [Theory]
    [InlineData("1139-07-28"), InlineData("1140-05-29"), InlineData("1140-06-17"), InlineData(Until)]
    public void A_fork_at_which_nothing_is_changed_is_the_same_war(string day)
    {
        Assert.Equal(File.ReadAllBytes(Whole), File.ReadAllBytes(Run($"fork-{day}.yanyun", "replay", Whole, "--from", day, "--until", Until)));
    }

    [Fact]
    public void An_order_more_leaves_the_past_and_changes_what_follows()
    {
        var fork = Run("fork-order.yanyun", "replay", Whole, "--from", "1140-06-12", "--until", Until, "--order", Edict);
        Assert.Equal(Hash(Whole, "1140-06-11"), Hash(fork, "1140-06-11"));
        Assert.NotEqual(Hash(Whole, "1140-06-12"), Hash(fork, "1140-06-12"));
        Assert.Equal(Exit.Done, Answer.To(["verify", fork]).Exit);
        Assert.Contains("REC022: day 1140-06-12, ", Answer.To(["verify", fork, "--against", Whole]).Error);
    }

    [Fact]
    public void A_fork_of_a_fork_keeps_the_orders_of_both()
    {
        var first = Run("fork-first.yanyun", "replay", Whole, "--from", "1140-06-12", "--until", Until, "--order", Edict);
        var second = Run("fork-second.yanyun", "replay", first, "--from", "1140-06-20", "--until", Until, "--deciders", "random");
        Assert.Equal(Hash(first, "1140-06-19"), Hash(second, "1140-06-19"));
        Assert.NotEqual(Hash(first, Until), Hash(second, Until));
    }

    [Fact]
    public void A_past_that_runs_differently_is_not_gone_on_from()
    {
        var path = Path.Combine(Fixtures.Scratch, "fork-none.yanyun");
        var answer = Answer.To(["replay", Path.Combine(Fixtures.Folder, "other-seed.yanyun"), "--from", "1139-08-10", "--record", path]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Contains("REC020: day 1139-07-29, subsystem ", answer.Error);
        Assert.False(File.Exists(path));
    }

    private static string Run(string name, params string[] line)
    {
        var path = Path.Combine(Fixtures.Scratch, name);
        var answer = Answer.To([.. line, "--record", path]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return path;
    }

    private static string Hash(string record, string day)
    {
        var lines = File.ReadAllLines(record);
        return lines[Array.FindIndex(lines, line => line.StartsWith("day=" + day))..].First(line => line.StartsWith("hash=")).Split(' ')[0];
    }
}
