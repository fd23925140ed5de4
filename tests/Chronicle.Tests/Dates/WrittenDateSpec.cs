using Yanyun.Engine;

namespace Chronicle.Tests.Dates;

public class WrittenDateSpec
{
    private static Calendar Calendar => TheCalendar.Instance;

    [Fact]
    public void Every_day_is_written_in_three_forms_and_read_back_from_each()
    {
        foreach (var day in TheCalendar.Days())
        {
            Assert.Equal(day, TheCalendar.Read(DateWriting.Julian(day)).Day);
            foreach (var reckoning in Enum.GetValues<Reckoning>())
            {
                var court = Calendar.EraOn(day, reckoning) is null ? Reckoning.Song : reckoning;
                Assert.Equal((day, court), Read(Calendar.Romanised(day, reckoning)));
                Assert.Equal((day, court), Read(Calendar.Hanzi(day, reckoning)));
            }
        }
    }

    [Theory]
    [InlineData("1140-06-15", "Shaoxing 10/5/29", "紹興十年五月二十九日")]
    [InlineData("1140-08-09", "Shaoxing 10/L6/25", "紹興十年閏六月二十五日")]
    [InlineData("1111-02-10", "Zhenghe 1/1/1", "政和元年正月一日")]
    [InlineData("1116-02-16", "Zhenghe 6/L1/1", "政和六年閏正月一日")]
    [InlineData("1142-01-27", "Shaoxing 11/12/29", "紹興十一年十二月二十九日")]
    public void A_day_in_the_three_forms_of_Song(string julian, string romanised, string hanzi)
    {
        var day = TheCalendar.Read(julian).Day;
        Assert.Equal((romanised, hanzi), (Calendar.Romanised(day), Calendar.Hanzi(day)));
    }

    [Theory]
    [InlineData("1140-05-29", "Tianjuan 3/5/12", "天眷三年五月十二日")]
    [InlineData("1140-08-21", "Tianjuan 3/7/7", "天眷三年七月七日")]
    [InlineData("1135-02-09", "Tianhui 13/1/24", "天會十三年正月二十四日")]
    [InlineData("1115-01-28", "Shouguo 1/1/1", "收國元年正月一日")]
    public void A_day_as_Jin_writes_it(string julian, string romanised, string hanzi)
    {
        var day = TheCalendar.Read(julian).Day;
        Assert.Equal((romanised, hanzi), (Calendar.Romanised(day, Reckoning.Jin), Calendar.Hanzi(day, Reckoning.Jin)));
    }

    [Fact]
    public void A_court_without_an_era_writes_the_Song_date()
    {
        Assert.Equal("Zhenghe 4/12/30", Calendar.Romanised(Day.Julian(1115, 1, 27), Reckoning.Jin));
        Assert.Equal("Xuanhe 7/2/20", Calendar.Romanised(Day.Julian(1125, 3, 26)));
        Assert.Equal("Baoda 5/2/20", Calendar.Romanised(Day.Julian(1125, 3, 26), Reckoning.Liao));
        Assert.Equal("Xuanhe 7/2/21", Calendar.Romanised(Day.Julian(1125, 3, 27), Reckoning.Liao));
    }

    [Theory]
    [InlineData(" shaoxing 10/5/29 ", "1140-06-15")]
    [InlineData("SHAOXING 10/l6/25", "1140-08-09")]
    [InlineData("Shaoxing10/05/09", "1140-05-26")]
    [InlineData("1140-6-5", "1140-06-05")]
    [InlineData("紹興十年五月廿九", "1140-06-15")]
    [InlineData("紹興十年五月初九日", "1140-05-26")]
    [InlineData("紹興十年五月卅日", "1140-06-16")]
    [InlineData("绍兴十年闰六月廿五日", "1140-08-09")]
    [InlineData("靖康一年一月三日", "1126-01-27")]
    [InlineData("天会元年十二月一日", "1123-12-20")]
    public void Common_variants_are_read(string text, string julian) => Assert.Equal(julian, Read(text).Item1.ToString());

    [Theory]
    [InlineData("Chonghe 1/3/5", "Zhenghe 8/3/5")]
    [InlineData("Xuanhe 1/1/9", "Chonghe 2/1/9")]
    [InlineData("Mingshou 1/3/20", "Jianyan 3/3/20")]
    [InlineData("Tianhui 1/9/6", "Tianfu 7/9/6")]
    public void Names_that_histories_or_rebels_gave_are_read_and_echoed_as_the_court_then_wrote(string text, string echo)
    {
        var reading = TheCalendar.Read(text);
        Assert.Equal(echo, Calendar.Romanised(reading.Day, reading.Reckoning));
    }

    private static (Day, Reckoning) Read(string text)
    {
        var reading = TheCalendar.Read(text);
        Assert.False(reading.Refused, $"{text}: {reading.Refusal}");
        return (reading.Day, reading.Reckoning);
    }
}
