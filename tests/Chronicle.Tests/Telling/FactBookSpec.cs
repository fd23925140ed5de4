using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;

namespace Chronicle.Tests.Telling;

public class FactBookSpec
{
    [Fact]
    public void The_annals_of_the_bookmark_are_there_row_by_row()
    {
        var facts = TheBookmark.Instance.Facts.Facts;
        Assert.Equal(168, facts.Count);
        Assert.Equal(Enumerable.Range(38, 168).Select(n => $"CB{n:000}"), facts.Select(fact => fact.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Kaifeng_fell_to_Jin_on_the_twelfth_of_the_fifth_month()
    {
        var fact = TheBookmark.Instance.Facts.Find("CB056")!;
        Assert.Equal((FactKind.Taken, Day.Julian(1140, 5, 29), TheBookmark.Place("kaifeng")), (fact.Kind, fact.Day, fact.Places[0]));
        Assert.Equal("jin", TheBookmark.Instance.Slugs.Of(fact.By));
    }

    [Fact]
    public void A_month_without_a_day_is_a_span()
    {
        var fact = TheBookmark.Instance.Facts.Find("CB063")!;
        Assert.Equal(0, fact.Off(Day.Julian(1140, 6, 1)));
        Assert.Equal(3, fact.Off(Day.Julian(1140, 5, 15)));
        Assert.Equal(4, fact.Off(Day.Julian(1140, 6, 20)));
    }

    [Theory]
    [InlineData("FCT001", "{id: CB900, day: 1142-06-01, kind: other, en: a, zh: 甲, source: b, confidence: high}")]
    [InlineData("FCT002", "{id: CB900, day: 1140-06-01, kind: taken, by: jin, en: a, zh: 甲, source: b, confidence: high}")]
    [InlineData("FCT003", "{id: CB900, day: 1140-06-01, kind: fought, places: [kaifeng], en: a, zh: 甲, source: b, confidence: high}")]
    [InlineData("FCT004", "{id: CB900, day: 1140-06-01, until: 1140-05-01, kind: other, en: a, zh: 甲, source: b, confidence: high}")]
    [InlineData("YAML010", "{id: CB900, day: 1140-06-01, kind: other, places: [kaifong], en: a, zh: 甲, source: b, confidence: high}")]
    [InlineData("YAML005", "{id: CB900, day: 1140-06-01, kind: other, en: a, source: b, confidence: high}")]
    public void A_fault_is_told_with_its_spot_and_by_its_code(string code, string row)
    {
        var path = Path.Combine(Path.GetTempPath(), $"facts-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(path, $"format: yanyun-facts/1\nplaces: []\npersons: []\nfacts:\n- {row}\n");
        try
        {
            var problems = new Problems();
            Assert.Null(FactBook.Read(path, TheBookmark.Instance, problems));
            Assert.Equal([code], problems.All.Select(problem => problem.Code));
            Assert.Equal(5, problems.All[0].At.Line);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
