using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;

namespace Chronicle.Tests.Telling;

public class QuantitiesSpec
{
    [Theory]
    [InlineData(0, "零")]
    [InlineData(7, "七")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    [InlineData(1000, "一千")]
    [InlineData(1005, "一千零五")]
    [InlineData(1050, "一千零五十")]
    [InlineData(4870, "四千八百七十")]
    [InlineData(10_000, "一萬")]
    [InlineData(12_000, "一萬二千")]
    [InlineData(100_500, "十萬零五百")]
    [InlineData(1_234_567, "一百二十三萬四千五百六十七")]
    public void Numbers_are_written_in_characters_as_they_are_read(long number, string written) => Assert.Equal(written, Quantities.Hanzi(number));

    [Theory]
    [InlineData(0, "no men", "無人")]
    [InlineData(48, "48 men", "四十八人")]
    [InlineData(487, "about 490 men", "約四百九十人")]
    [InlineData(5000, "5,000 men", "五千人")]
    [InlineData(4963, "about 5,000 men", "約五千人")]
    [InlineData(31_480, "about 31,000 men", "約三萬一千人")]
    public void Men_are_rounded_as_a_chronicler_would(int men, string english, string chinese)
    {
        Assert.Equal(english, Quantities.Say(new Men(men), Language.English));
        Assert.Equal(chinese, Quantities.Say(new Men(men), Language.Chinese));
    }

    [Theory]
    [InlineData(1, "one day", "一日")]
    [InlineData(9, "nine days", "九日")]
    [InlineData(23, "23 days", "二十三日")]
    public void Days_are_counted_out(int days, string english, string chinese)
    {
        Assert.Equal(english, Quantities.Say(new Days(days), Language.English));
        Assert.Equal(chinese, Quantities.Say(new Days(days), Language.Chinese));
    }
}
