using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests;

/// <summary>
/// Each row of <c>fixtures/geography/lints.yaml</c> spoils a sound little geography in one spot; the load must report that one fault,
/// where it is, in both languages, and nothing else.
/// </summary>
public class LintSpec
{
    private sealed record Fixture(string Code, string File, string Find, string Put, string En, string Zh);

    private static readonly List<Fixture> Fixtures = ReadFixtures();

    public static TheoryData<int, string> Rows()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Fixtures.Count; i++) data.Add(i, Fixtures[i].Code);
        return data;
    }

    [Fact]
    public void The_base_geography_is_sound() => Assert.Empty(Load(_ => { }).All);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fixture_fails_its_lint_and_no_other(int row, string code)
    {
        var fixture = Fixtures[row];
        var problems = Load(directory => Spoil(Path.Combine(directory, fixture.File), fixture));
        var problem = Assert.Single(problems.All);
        Assert.Equal(code, problem.Code);
        Assert.Equal(fixture.En, problem.Render(Language.English));
        Assert.Equal(fixture.Zh, problem.Render(Language.Chinese));
    }

    [Fact]
    public void Every_lint_of_geography_has_a_fixture()
    {
        var codes = typeof(GeographyMessages).GetFields().Select(f => f.GetValue(null)).OfType<Message>().Select(m => m.Code).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes, codes.Where(code => Fixtures.Any(f => f.Code == code)));
    }

    /// <summary>A copy of the base, spoilt, loaded from inside it so that problems name files as the fixtures do.</summary>
    private static Problems Load(Action<string> spoil)
    {
        var copy = Directory.CreateTempSubdirectory("yanyun-geography-").FullName;
        try
        {
            var source = Path.Combine(TheGeography.Fixtures, "base");
            foreach (var file in Directory.GetFiles(source, "*.*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            spoil(copy);
            var problems = new Problems();
            var geography = Geography.Load(copy, problems);
            Assert.Equal(geography is null, problems.Errors > 0);
            if (geography is not null) Assert.Equal(MapShapes.Load(copy, geography.Gazetteer, problems) is null, problems.Errors > 0);
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
            relative.Add(p with { At = p.At with { File = Path.GetRelativePath(directory, p.At.File) }, Args = args });
        }
        return relative;
    }

    private static void Spoil(string path, Fixture fixture)
    {
        if (fixture.Find.Length == 0)
        {
            File.Delete(path);
            return;
        }
        var text = File.ReadAllText(path);
        var at = text.IndexOf(fixture.Find, StringComparison.Ordinal);
        var once = at >= 0 && text.IndexOf(fixture.Find, at + 1, StringComparison.Ordinal) < 0;
        Assert.True(once, $"'{fixture.Find}' must occur once in {fixture.File}");
        File.WriteAllText(path, text.Replace(fixture.Find, fixture.Put));
    }

    private static List<Fixture> ReadFixtures()
    {
        var problems = new Problems();
        var root = YamlFile.Open(Path.Combine(TheGeography.Fixtures, "lints.yaml"), "lints.yaml", problems);
        var fixtures = new List<Fixture>();
        foreach (var row in new Fields(root!, problems).Rows("lints"))
            fixtures.Add(new Fixture(row.Text("code"), row.Text("file"), row.TextIfAny("find") ?? "", row.TextIfAny("put") ?? "",
                row.Text("en"), row.Text("zh")));
        Assert.Empty(problems.All);
        return fixtures;
    }
}
