using Yanyun.Chronicle;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Experiments;
using Yanyun.Lab;
using Yanyun.Lab.Claims;
using Yanyun.Lab.Reports;

namespace Lab.Tests;

/// <summary>What may be said of a claim follows from its trial and its controls, and is said the same each time.</summary>
public class ClaimSpec
{
    public static TheoryData<Expectation, double, double, double, Ruling> Rulings() => new()
    {
        // expected, interval of the trial, of the placebo (margin 1)
        { Expectation.Raises, 0.5, 2, 0.1, Ruling.Supported },
        { Expectation.Lowers, -2, -0.5, 0.1, Ruling.Supported },
        { Expectation.Raises, -2, -0.5, 0.1, Ruling.Contradicted },
        { Expectation.Raises, -0.5, 0.5, 0.1, Ruling.Contradicted },
        { Expectation.NoEffect, -0.5, 0.5, 0.1, Ruling.NullAsExpected },
        { Expectation.NoEffect, 0.5, 2, 0.1, Ruling.Contradicted },
        { Expectation.Raises, -0.5, 2, 0.1, Ruling.NotResolved },
        // A placebo that has an effect takes its worth from any trial; one that is not known yet does not.
        { Expectation.Raises, 0.5, 2, 3, Ruling.NotResolved },
        { Expectation.NoEffect, -0.5, 0.5, 3, Ruling.NotResolved },
        { Expectation.Raises, 0.5, 2, 1.5, Ruling.Supported },
    };

    [Theory]
    [MemberData(nameof(Rulings))]
    public void A_ruling_needs_an_effect_as_expected_and_controls_without_one(Expectation expected, double low, double high, double placebo, Ruling ruling)
    {
        var trial = Arm(SmallExperiment.SilentSong() with { Expect = expected }, low, high);
        var control = SmallExperiment.SilentSong() with { Id = "small.placebo", Of = "small", Role = Role.Placebo, Expect = Expectation.NoEffect };
        // A control of 3 lies wholly above nothing, one of 1.5 about it.
        var result = Result(trial, Arm(control, placebo > 2 ? 0.2 : -placebo, placebo));
        Assert.Equal(ruling, result.Ruling);
        Assert.Equal(placebo > 2 ? 1 : 0, result.Failed.Count);
        Assert.Equal(placebo is > 1 and < 2 ? 1 : 0, result.Open.Count);
    }

    [Fact]
    public void A_control_that_is_another_form_of_the_change_binds_nothing()
    {
        var control = SmallExperiment.SilentSong() with { Id = "small.form", Of = "small", Role = Role.Control, Expect = Expectation.NoEffect };
        Assert.Equal(Ruling.Supported, Result(Arm(SmallExperiment.SilentSong() with { Expect = Expectation.Raises }, 0.5, 2), Arm(control, 1, 3)).Ruling);
    }

    [Fact]
    public void A_few_pairs_that_do_not_differ_say_nothing_of_the_others()
    {
        var experiment = SmallExperiment.SilentSong();
        Effect Same(long pairs) => new(pairs, 3, 3, 0, new Interval(0, 0), (0, 0, 0), 0, new Interval(0, 0.1), 1, null, null);
        Assert.Equal(Finding.NotResolved, Verdict.Of(experiment, Same(63)).Finding);
        Assert.Equal(Finding.NoEffect, Verdict.Of(experiment, Same(64)).Finding);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(-3, 12, 1)]
    [InlineData(-20, 20, 2)]
    [InlineData(-1000, 2600, 100)]
    public void A_spread_has_columns_of_a_round_width_and_one_begins_at_nothing(long least, long most, long width)
    {
        Assert.Equal(width, Spread.WidthOf(least, most));
        Assert.InRange((Spread.Floor(most, width) - Spread.Floor(least, width)) / width + 1, 1, Spread.Most);
        Assert.Equal(0, Spread.Floor(width - 1, width));
        Assert.Equal(-width, Spread.Floor(-1, width));
    }

    [Fact]
    public void The_store_counts_every_pair_in_its_column_and_those_that_meet_what_is_asked()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong() with { Given = new Precondition(Outcome: 1, Horizon: 0, AtLeast: 1) };
        using var store = LaboratorySpec.Store(folder, "spread", experiment);
        Laboratory.Run(experiment, store, experiment.On(1, 64));
        var differences = store.Rows(64).Select(row => row.Changed![2] - row.Base![2]).ToList();
        var spread = store.SpreadOf(1, 0, 64);
        Assert.Equal(64, spread.Columns.Sum(column => column.Pairs));
        Assert.Equal(differences.GroupBy(value => Spread.Floor(value, spread.Width)).OrderBy(group => group.Key).Select(group => (group.Key, (long)group.Count())),
            spread.Columns.Select(column => (column.From, column.Pairs)));
        Assert.Equal(store.Rows(64).LongCount(row => row.Base![2] >= 1), store.Met(64));
    }

    [Theory]
    [InlineData(0.25, "+0.250")]
    [InlineData(-12.34, "-12.3")]
    [InlineData(-0.0001, "0.000")]
    [InlineData(4321.9, "+4322")]
    public void An_effect_is_told_with_its_sign_and_three_places_that_matter(double effect, string told) => Assert.Equal(told, Wording.Signed(effect));

    [Theory]
    [InlineData(Language.English, "Ruling: supported.")]
    [InlineData(Language.Chinese, "判定：得到支持。")]
    public void A_page_leads_with_the_ruling(Language language, string ruling)
    {
        var page = new StringWriter();
        ClaimPage.Write(page, Result(Arm(SmallExperiment.SilentSong() with { Expect = Expectation.Raises }, 0.5, 2)), language);
        Assert.Contains(ruling, page.ToString().Split('\n')[4]);
    }

    private static ClaimResult Result(params ArmResult[] arms) =>
        new(new Claim { Id = "small", HeldBy = [], Operational = new("o", "o"), Trial = arms[0].Experiment, Controls = [.. arms.Skip(1).Select(arm => arm.Experiment)] }, arms);

    /// <summary>An experiment that came to an interval on its primary outcome.</summary>
    private static ArmResult Arm(Experiment experiment, double low, double high)
    {
        var effect = new Effect(100, 3, 3, (low + high) / 2, new Interval(low, high), (0, 0, 0), 0.5, new Interval(0.4, 0.6), 0.1, 0.5, 2);
        var effects = Enumerable.Repeat<Effect?>(effect, experiment.Outcomes.Count * experiment.Horizons.Count).ToList();
        var result = new LabResult(
            experiment, 100, 0, 0, effects, Verdict.Of(experiment, effect), [new Look(100, effect.Mean, effect.Around.HalfWidth, Stop.Cap)], new string('0', 64), true, 1);
        return new ArmResult(result, new Spread(1, [new SpreadColumn(0, 100)]), null);
    }
}
