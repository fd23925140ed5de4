using System.Text.Json;
using Yanyun.Cli.Fidelity;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>What fidelity promises to those who call it.</summary>
public class FidelitySpec
{
    private static readonly Answer s_once = Answer.To("fidelity 1140-henan --runs 1 --json");

    private static JsonElement Root => JsonDocument.Parse(s_once.Out).RootElement;

    [Fact]
    public void The_object_has_every_field_of_the_contract()
    {
        Assert.Equal(Exit.Done, s_once.Exit);
        var names = Root.EnumerateObject().Select(field => field.Name).ToList();
        Assert.Equal(["scenario", "rulesVersion", "runs", "outcome", "decision", "script", "baselines", "checks"], names[..8]);
        Assert.Equal(["fired", "late", "replaced", "skipped"], Root.GetProperty("script").EnumerateObject().Select(field => field.Name));
        Assert.Equal(["nothing", "stronger", "coin"], Root.GetProperty("baselines").EnumerateObject().Select(field => field.Name));
        foreach (var share in (JsonElement[])[Root.GetProperty("outcome"), Root.GetProperty("decision"), .. Root.GetProperty("baselines").EnumerateObject().Select(b => b.Value)])
        {
            Assert.Equal(["met", "low", "high"], share.EnumerateObject().Select(field => field.Name));
            Assert.InRange(share.GetProperty("met").GetDouble(), share.GetProperty("low").GetDouble(), share.GetProperty("high").GetDouble());
        }
    }

    [Fact]
    public void Every_check_has_its_kind_its_references_and_a_detail()
    {
        var checks = Root.GetProperty("checks").EnumerateArray().ToList();
        Assert.True(checks.Count >= 40);
        Assert.True(checks.Count(check => check.GetProperty("kind").GetString() == "outcome") >= 25);
        foreach (var check in checks)
        {
            Assert.Equal(["id", "kind", "refs", "met", "detail"], check.EnumerateObject().Select(field => field.Name));
            Assert.NotEqual(0, check.GetProperty("refs").GetArrayLength());
            Assert.InRange(check.GetProperty("met").GetDouble(), 0, 1);
        }
    }

    [Fact]
    public void What_happens_though_nobody_moves_is_no_outcome() =>
        Assert.Equal(0, Root.GetProperty("baselines").GetProperty("nothing").GetProperty("met").GetDouble());

    [Fact]
    public void The_same_seeds_give_the_same_object_whatever_the_order_of_threads() =>
        Assert.Equal(s_once.Out, Answer.To("fidelity 1140-henan --runs 1 --json").Out);

    [Fact]
    public void An_interval_widens_with_the_spread_between_runs()
    {
        var narrow = Share.Of([0.5, 0.5, 0.5, 0.5]);
        var wide = Share.Of([0.0, 1.0, 0.0, 1.0]);
        Assert.Equal((0.5, 0.5, 0.5), (narrow.Met, narrow.Low, narrow.High));
        Assert.True(wide.Low < 0.01 && wide.High > 0.99 && Math.Abs(wide.Met - 0.5) < 1e-9);
    }
}
