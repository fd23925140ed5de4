using Yanyun.Engine;

namespace Engine.Tests.CalendarSpecs;

public class HanziNumberSpec
{
    [Fact]
    public void Every_number_to_99_reads_back()
    {
        for (var n = 1; n <= 99; n++) Assert.Equal(n, HanziNumber.Read(HanziNumber.Write(n)));
    }

    [Theory]
    [InlineData("十", 10)]
    [InlineData("一十", 10)]
    [InlineData("十九", 19)]
    [InlineData("二十五", 25)]
    [InlineData("廿", 20)]
    [InlineData("廿五", 25)]
    [InlineData("卅", 30)]
    [InlineData("初九", 9)]
    [InlineData("初十", 10)]
    public void The_short_and_early_forms_are_read(string text, int number) => Assert.Equal(number, HanziNumber.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("初")]
    [InlineData("初廿")]
    [InlineData("十十")]
    [InlineData("廿十")]
    [InlineData("二五")]
    [InlineData("五二十")]
    [InlineData("二十五五")]
    [InlineData("百")]
    public void What_is_no_number_is_not_read(string text) => Assert.Equal(-1, HanziNumber.Read(text));
}
