using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Experiments;

/// <summary>
/// Each row of <c>fixtures/experiment/lints.yaml</c> spoils a sound experiment in one spot; all that is said of it, in both languages,
/// stands beside it. Written anew
/// by YANYUN_WRITE_GOLDEN=1; read the difference before committing it.
/// </summary>
public class ExperimentLintSpec
{
    private static readonly LintFixtures Fixtures = new("experiment", text => Read(text).Problems);
    private static readonly string Base = Fixtures.Base;

    /// <summary>The real scenario, read once: nothing here changes its first day.</summary>
    internal static readonly ExperimentShelf Shelf =
        new(["1140-henan"], (_, _) => TheBookmark.Instance, ["historical", "heuristic", "conduct", "random"]);

    public static TheoryData<int, string> Rows() => Fixtures.Rows();

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
        Fixtures.Hold(row, code);
        Assert.Null(Read(Fixtures.Spoilt(row)).Experiment);
    }

    [Fact]
    public void Every_lint_of_experiments_has_a_fixture()
    {
        Fixtures.Cover(typeof(ExperimentMessages), except: [ExperimentMessages.NoChecks, ExperimentMessages.NoRoomBefore]);
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

    private static (Experiment? Experiment, Problems Problems) Read(string text)
    {
        var problems = new Problems();
        return (ExperimentReader.Parse(text, "x.yaml", Shelf, problems), problems);
    }
}
