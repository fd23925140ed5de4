using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Experiments;

/// <summary>What the files of claims say, and all that can be wrong with them: <c>fixtures/claim</c>, as <see cref="LintFixtures"/> has it.</summary>
public class ClaimLintSpec
{
    private static readonly LintFixtures Fixtures = new("claim", text => Read(text).Problems);

    public static TheoryData<int, string> Rows() => Fixtures.Rows();

    [Fact]
    public void A_control_says_what_it_does_otherwise_and_has_the_rest_from_its_claim()
    {
        var (claim, problems) = Read(Fixtures.Base);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        Assert.Equal(["base", "base.placebo", "base.late", "base.form"], claim!.Arms.Select(arm => arm.Id));
        Assert.Equal(["claim", "placebo", "late", "form"], claim.Arms.Select(Claim.NameOf));
        Assert.Equal([Role.Claim, Role.Placebo, Role.WrongDate, Role.Control], claim.Arms.Select(arm => arm.Role));
        Assert.Equal([Expectation.Raises, Expectation.NoEffect, Expectation.NoEffect, Expectation.Open], claim.Arms.Select(arm => arm.Expect));
        Assert.Equal([64, 64, 32, 64], claim.Arms.Select(arm => arm.Pairs));
        Assert.All(claim.Controls, control => Assert.Equal(claim.Trial.Outcomes.Select(outcome => outcome.Text), control.Outcomes.Select(outcome => outcome.Text)));
        Assert.Single(claim.Controls, control => control.Start != claim.Trial.Start);
        Assert.Equal(4, claim.Arms.Select(arm => arm.Hash()).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fault_is_told_at_its_spot_in_both_languages(int row, string code)
    {
        Fixtures.Hold(row, code);
        Assert.Null(Read(Fixtures.Spoilt(row)).Claim);
    }

    [Fact]
    public void Every_lint_of_claims_has_a_fixture() => Fixtures.Cover(typeof(ClaimMessages));

    [Fact]
    public void An_experiment_that_is_asked_for_by_the_file_of_a_claim_is_its_trial()
    {
        var problems = new Problems();
        Assert.Equal(Read(Fixtures.Base).Claim!.Trial.Hash(), ExperimentReader.Parse(Fixtures.Base, "base.yaml", ExperimentLintSpec.Shelf, problems)!.Hash());
    }

    /// <summary>What ships is sound, but for the record: whether that is of today's rules is asked elsewhere.</summary>
    [Fact]
    public void The_claims_that_ship_are_sound()
    {
        var files = ClaimReader.FilesIn(Path.Combine(TheGeography.Root, "claims"));
        Assert.True(files.Count >= 6);
        // Some change the first day: each of theirs is read anew.
        var shelf = ExperimentLintSpec.Shelf with { Load = (_, problems) => TheBookmark.LoadFrom(TheBookmark.Scenarios, problems) };
        foreach (var file in files)
        {
            var (claim, problems) = Read(File.ReadAllText(file).Replace("from: record\n", ""), Path.GetFileName(file), shelf);
            Assert.Empty(problems.All.Select(problem => problem.ToString()));
            Assert.Equal(Path.GetFileNameWithoutExtension(file), claim!.Id);
        }
    }

    private static (Claim? Claim, Problems Problems) Read(string text, string name = "base.yaml", ExperimentShelf? shelf = null)
    {
        var problems = new Problems();
        return (ClaimReader.Parse(text, name, shelf ?? ExperimentLintSpec.Shelf, problems), problems);
    }
}
