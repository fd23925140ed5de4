using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests;

/// <summary>
/// Each row of <c>fixtures/geography/lints.yaml</c> spoils a sound little geography in one spot; the load must report that one fault,
/// where it is, in both languages, and nothing else.
/// </summary>
public class LintSpec
{
    private static readonly List<LintFixture> Fixtures = LintFixture.Read(Path.Combine(TheGeography.Fixtures, "lints.yaml"));

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
        var problems = Load(fixture.Spoil);
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

    private static Problems Load(Action<string> spoil) => SpoiltCopy.Load(Path.Combine(TheGeography.Fixtures, "base"), spoil, (copy, problems) =>
    {
        var geography = Geography.Load(copy, problems);
        Assert.Equal(geography is null, problems.Errors > 0);
        if (geography is not null) Assert.Equal(MapShapes.Load(copy, geography.Gazetteer, problems) is null, problems.Errors > 0);
    });
}
