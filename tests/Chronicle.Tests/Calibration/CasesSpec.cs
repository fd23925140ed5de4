using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Calibration;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Calibration;

/// <summary>The cases that weights are tuned to: what may stand there, what may not, and what is held out.</summary>
public class CasesSpec
{
    private static readonly string Folder = Path.Combine(TheGeography.Root, "tests", "Chronicle.Tests", "fixtures", "calibration");
    private static readonly string Base = File.ReadAllText(Path.Combine(Folder, "base.yaml"));
    private static readonly List<LintFixture> Fixtures = LintFixture.Read(Path.Combine(Folder, "lints.yaml"));

    /// <summary>
    /// Of the cases as they stood before any of them was scored (9a329180...), and since then with columns for heart and quality of garrisons, which the
    /// rules of storms and summonses did not ask for before (e3773deb...), and with edicts. A correction must say so here and in docs/validation.md.
    /// </summary>
    private const string AsSetDown = "beb75cbd9fd7132fb775074bb2ab0bdd54d781b114601a176db00d0e8ab48307";

    private static readonly string Real = File.ReadAllText(Path.Combine(TheGeography.Root, "scenarios", "calibration", "engagements.yaml"));

    public static TheoryData<int, string> Rows()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Fixtures.Count; i++) data.Add(i, Fixtures[i].Code);
        return data;
    }

    [Fact]
    public void The_cases_are_sound_and_those_set_down_before_the_first_score()
    {
        var book = Sound(Real);
        Assert.Equal(AsSetDown, book.Digest);
        Assert.Equal(AsSetDown, Sound(Real.Replace("\n", "\r\n")).Digest);
    }

    [Fact]
    public void A_third_of_each_kind_or_a_little_less_is_held_out_by_whole_campaigns()
    {
        var book = Sound(Real);
        AssertSplit(book, book.Fights.Select(x => x.Head));
        AssertSplit(book, book.Sieges.Select(x => x.Head));
        AssertSplit(book, book.Summonses.Select(x => x.Head));
        AssertSplit(book, book.Edicts.Select(x => x.Head));
        Assert.Equal(
            ["liao-fall-1120", "pingzhou-1123", "yan-1125", "rivers-1126", "qi-1134"],
            book.Campaigns.Where(campaign => campaign.HeldOut).Select(campaign => campaign.Id));
    }

    [Fact]
    public void No_case_is_later_than_1136_and_no_leader_is_rated_by_what_came_after()
    {
        var book = Sound(Real);
        var heads = book.Fights.Select(x => x.Head).Concat(book.Sieges.Select(x => x.Head)).Concat(book.Summonses.Select(x => x.Head)).Concat(book.Edicts.Select(x => x.Head)).ToList();
        Assert.All(heads, head => Assert.True(head.Day <= CaseReader.LastDay, head.Id));
        Assert.DoesNotContain(heads.SelectMany(head => head.Refs), reference => reference.StartsWith("FB", StringComparison.Ordinal));
        Assert.All(
            book.Fights.SelectMany(fight => new[] { (fight.Head, fight.Attacker), (fight.Head, fight.Defender) }).Where(x => x.Item2.Leader is not null),
            x => Assert.True(x.Head.Day >= Yanyun.Engine.Day.Julian(x.Item2.Leader!.Rated, 3, 1), x.Head.Id));
    }

    [Fact]
    public void Every_kind_of_fault_has_a_fixture()
    {
        var codes = typeof(CaseMessages).GetFields().Select(field => ((Message)field.GetValue(null)!).Code);
        Assert.Empty(codes.Except(Fixtures.Select(fixture => fixture.Code)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fault_is_told_at_its_spot_in_both_languages(int row, string code)
    {
        var fixture = Fixtures[row];
        Assert.Empty(Read(Base).Problems.All);
        var at = Base.IndexOf(fixture.Find, StringComparison.Ordinal);
        Assert.True(at >= 0 && Base.IndexOf(fixture.Find, at + 1, StringComparison.Ordinal) < 0, $"'{fixture.Find}' must occur once");
        var (book, problems) = Read(Base.Replace(fixture.Find, fixture.Put));
        Assert.Null(book);
        var problem = Assert.Single(problems.All);
        Assert.Equal(code, problem.Code);
        Assert.Equal(fixture.En, problem.Render(Language.English));
        Assert.Equal(fixture.Zh, problem.Render(Language.Chinese));
    }

    private static void AssertSplit(CaseBook book, IEnumerable<CaseHead> heads)
    {
        var all = heads.ToList();
        Assert.InRange(all.Count(book.HeldOut) / (double)all.Count, 0.25, 0.40);
    }

    private static CaseBook Sound(string text)
    {
        var (book, problems) = Read(text);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        return book!;
    }

    private static (CaseBook? Book, Problems Problems) Read(string text)
    {
        var problems = new Problems();
        return (CaseReader.Read(text, "engagements.yaml", problems), problems);
    }
}
