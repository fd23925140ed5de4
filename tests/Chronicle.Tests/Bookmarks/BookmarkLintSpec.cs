using System.Text;
using Chronicle.Tests.Dates;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests.Bookmarks;

/// <summary>
/// Each row of <c>fixtures/bookmark/lints.yaml</c> spoils a sound little bookmark in one spot; the load must report that one fault, where
/// it is, in both languages, and nothing else.
/// </summary>
public class BookmarkLintSpec
{
    private static readonly string Folder = Path.Combine(TheGeography.Root, "tests", "Chronicle.Tests", "fixtures", "bookmark");
    private static readonly Geography Land = Geography.Load(Path.Combine(TheGeography.Fixtures, "base"), new Problems())!;
    private static readonly List<LintFixture> Fixtures = LintFixture.Read(Path.Combine(Folder, "lints.yaml"));

    public static TheoryData<int, string> Rows()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Fixtures.Count; i++) data.Add(i, Fixtures[i].Code);
        return data;
    }

    [Fact]
    public void The_base_bookmark_is_sound() => Assert.Empty(Load(_ => { }).All.Select(problem => problem.ToString()));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fixture_fails_its_lint_and_no_other(int row, string code)
    {
        var fixture = Fixtures[row];
        var problems = Load(fixture.Spoil);
        Assert.Equal([fixture.En], problems.All.Select(problem => problem.Render(Language.English)));
        Assert.Equal(fixture.Zh, problems.All[0].Render(Language.Chinese));
        Assert.Equal(code, problems.All[0].Code);
    }

    [Fact]
    public void More_detachments_than_the_world_has_rows_for_are_too_many()
    {
        var many = new StringBuilder();
        for (var i = 0; i < Scenario.MostForceRows; i++)
            many.Append("- {id: band-").Append(i).Append(", name: {en: A band, zh: 一部}, polity: rebels, seat: camp, place: gamma, men: {total: 1, low: 1, high: 1, foot: 1}, ")
                .Append("porters: 0, quality: 3, morale: 500, basis: estimate}\n");
        var problems = Load(directory => File.AppendAllText(Path.Combine(directory, "small", "forces.yaml"), many.ToString()));
        Assert.Equal(BookmarkMessages.TooMany.Code, Assert.Single(problems.All).Code);
    }

    [Fact]
    public void Every_lint_of_bookmarks_has_a_fixture()
    {
        var codes = typeof(BookmarkMessages).GetFields().Concat(typeof(AnnalsMessages).GetFields()).Concat(typeof(NoteMessages).GetFields()).Select(f => f.GetValue(null)).OfType<Message>()
            .Where(message => message != BookmarkMessages.TooMany).Select(m => m.Code).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes, codes.Where(code => Fixtures.Any(f => f.Code == code)));
    }

    [Fact]
    public void A_missing_file_is_told_once()
    {
        var problems = Load(directory => File.Delete(Path.Combine(directory, "small", "money.yaml")));
        Assert.Equal("small/money.yaml: YAML001: the file is missing; expected money.yaml", Assert.Single(problems.All).ToString());
    }

    private static Problems Load(Action<string> spoil) => SpoiltCopy.Load(Path.Combine(Folder, "base"), spoil, (copy, problems) =>
    {
        var bookmark = Bookmark.Load(copy, "small", Land, TheCalendar.Instance, problems);
        Assert.Equal(bookmark is null, problems.Errors > 0);
    });
}
