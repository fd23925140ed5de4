using Yanyun.Engine;

namespace Engine.Tests.CalendarSpecs;

public class SexagenarySpec
{
    [Theory]
    [InlineData(2132703, "丙辰", "bingchen")]
    [InlineData(2132703 + 7, "癸亥", "guihai")]
    [InlineData(2132703 + 8, "甲子", "jiazi")]
    [InlineData(2132703 + 60, "丙辰", "bingchen")]
    public void Days_are_named_by_stem_and_branch(int jdn, string hanzi, string pinyin)
    {
        var name = Sexagenary.Of(new Day(jdn));
        Assert.Equal((hanzi, pinyin), (name.Hanzi, name.Pinyin));
    }

    [Fact]
    public void Sixty_days_have_sixty_names_in_each_script()
    {
        var names = Enumerable.Range(0, 60).Select(i => new Sexagenary((byte)i)).ToList();
        Assert.Equal(60, names.Select(n => n.Hanzi).Distinct().Count());
        Assert.Equal(60, names.Select(n => n.Pinyin).Distinct().Count());
    }
}
