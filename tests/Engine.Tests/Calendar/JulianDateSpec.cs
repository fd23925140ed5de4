using Yanyun.Engine;

namespace Engine.Tests.CalendarSpecs;

public class JulianDateSpec
{
    [Theory]
    [InlineData("0001-01-01", 1721424)]
    [InlineData("1100-02-29", 2122892)]
    [InlineData("1111-01-01", 2126851)]
    [InlineData("1127-01-09", 2132703)]
    [InlineData("1140-02-29", 2137502)]
    [InlineData("1582-10-04", 2299160)]
    public void A_date_is_the_day_that_the_tables_of_chronologists_give(string text, int jdn)
    {
        Assert.True(JulianDate.TryRead(text, out var day));
        Assert.Equal(jdn, day.Jdn);
        Assert.Equal(text, day.ToString());
    }

    [Fact]
    public void Every_day_of_1111_to_1143_is_written_and_read_back_and_follows_the_day_before()
    {
        var before = Day.Julian(1110, 12, 31);
        for (var day = Day.Julian(1111, 1, 1); day <= Day.Julian(1143, 12, 31); day += 1)
        {
            Assert.True(JulianDate.TryRead(day.ToString(), out var back));
            Assert.Equal(day, back);
            Assert.Equal(1, day - before);
            Assert.True(string.CompareOrdinal(before.ToString(), day.ToString()) < 0);
            before = day;
        }
    }

    [Theory]
    [InlineData("1141-02-29")]
    [InlineData("1140-13-01")]
    [InlineData("1140-00-10")]
    [InlineData("1140-04-31")]
    [InlineData("1140-06-1x")]
    [InlineData("1140-6-15")]
    [InlineData("114x-06-15")]
    [InlineData("0000-06-15")]
    [InlineData("11400-6-15")]
    public void A_text_that_is_no_date_is_not_read(string text) => Assert.False(JulianDate.TryRead(text, out _));
}
