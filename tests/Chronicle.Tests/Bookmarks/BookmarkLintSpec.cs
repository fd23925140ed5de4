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
    private sealed record Fixture(string Code, string File, string Find, string Put, string En, string Zh);

    private static readonly string Folder = Path.Combine(TheGeography.Root, "tests", "Chronicle.Tests", "fixtures", "bookmark");
    private static readonly Geography Land = Geography.Load(Path.Combine(TheGeography.Fixtures, "base"), new Problems())!;
    private static readonly List<Fixture> Fixtures = ReadFixtures();

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
        var problems = Load(directory => Spoil(Path.Combine(directory, fixture.File), fixture));
        Assert.Equal([fixture.En], problems.All.Select(problem => problem.Render(Language.English)));
        Assert.Equal(fixture.Zh, problems.All[0].Render(Language.Chinese));
        Assert.Equal(code, problems.All[0].Code);
    }

    [Fact]
    public void More_detachments_than_the_world_has_rows_for_are_too_many()
    {
        var many = new StringBuilder();
        for (var i = 0; i < World.ForceRows; i++)
            many.Append("- {id: band-").Append(i).Append(", name: {en: A band, zh: 一部}, polity: rebels, seat: camp, place: gamma, men: {total: 1, low: 1, high: 1, foot: 1}, ")
                .Append("porters: 0, quality: 3, morale: 500, basis: estimate}\n");
        var problems = Load(directory => File.AppendAllText(Path.Combine(directory, "small", "forces.yaml"), many.ToString()));
        Assert.Equal(BookmarkMessages.TooMany.Code, Assert.Single(problems.All).Code);
    }

    [Fact]
    public void Every_lint_of_bookmarks_has_a_fixture()
    {
        var codes = typeof(BookmarkMessages).GetFields().Concat(typeof(AnnalsMessages).GetFields()).Select(f => f.GetValue(null)).OfType<Message>()
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

    /// <summary>A copy of the base, spoilt and loaded; problems name files from inside it.</summary>
    private static Problems Load(Action<string> spoil)
    {
        var copy = Directory.CreateTempSubdirectory("yanyun-bookmark-").FullName;
        try
        {
            var source = Path.Combine(Folder, "base");
            foreach (var file in Directory.GetFiles(source, "*.*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            spoil(copy);
            var problems = new Problems();
            var bookmark = Bookmark.Load(copy, "small", Land, TheCalendar.Instance, problems);
            Assert.Equal(bookmark is null, problems.Errors > 0);
            return Relative(problems, copy);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static Problems Relative(Problems problems, string directory)
    {
        var relative = new Problems();
        foreach (var p in problems.All)
        {
            var args = p.Args.Select(a => a is string text ? text.Replace(directory + Path.DirectorySeparatorChar, "") : a).ToList();
            var file = p.At.File.StartsWith(directory, StringComparison.Ordinal) ? Path.GetRelativePath(directory, p.At.File) : Path.GetFileName(p.At.File);
            relative.Add(p with { At = p.At with { File = file }, Args = args });
        }
        return relative;
    }

    private static void Spoil(string path, Fixture fixture)
    {
        var text = File.ReadAllText(path);
        var at = text.IndexOf(fixture.Find, StringComparison.Ordinal);
        var once = at >= 0 && text.IndexOf(fixture.Find, at + 1, StringComparison.Ordinal) < 0;
        Assert.True(once, $"'{fixture.Find}' must occur once in {fixture.File}");
        File.WriteAllText(path, text.Replace(fixture.Find, fixture.Put));
    }

    private static List<Fixture> ReadFixtures()
    {
        var problems = new Problems();
        var root = YamlFile.Open(Path.Combine(Folder, "lints.yaml"), "lints.yaml", problems);
        var fixtures = new List<Fixture>();
        foreach (var row in new Fields(root!, problems).Rows("lints"))
            fixtures.Add(new Fixture(row.Text("code"), row.Text("file"), row.Text("find"), row.TextIfAny("put") ?? "", row.Text("en"), row.Text("zh")));
        Assert.Empty(problems.All);
        return fixtures;
    }
}
