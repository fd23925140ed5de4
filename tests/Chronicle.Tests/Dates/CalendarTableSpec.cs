using FsCheck;
using FsCheck.Fluent;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Dates;
using Yanyun.Engine;

namespace Chronicle.Tests.Dates;

public class CalendarTableSpec
{
    private static Calendar Calendar => TheCalendar.Instance;

    [Fact]
    public void The_table_runs_from_Zhenghe_1_to_the_end_of_Shaoxing_12()
    {
        Assert.Equal("1111-02-10", Calendar.First.ToString());
        Assert.Equal("1143-01-17", Calendar.Last.ToString());
        Assert.Equal(395, Calendar.Months(Reckoning.Song).Length);
        Assert.Equal(395, Calendar.Months(Reckoning.Jin).Length);
        Assert.Equal(395, Calendar.Months(Reckoning.Liao).Length);
    }

    [Theory]
    [InlineData(Reckoning.Song)]
    [InlineData(Reckoning.Jin)]
    [InlineData(Reckoning.Liao)]
    public void Every_day_has_one_date_and_that_date_is_that_day(Reckoning reckoning)
    {
        var before = default(LunarDate);
        foreach (var day in TheCalendar.Days())
        {
            var date = Calendar.DateOf(day, reckoning);
            Assert.Equal(day, Calendar.DayOf(date));
            Assert.True(!before.Exists || date.DayOfMonth == 1 || date == before with { DayOfMonth = (byte)(before.DayOfMonth + 1) });
            before = date;
        }
    }

    [Fact]
    public void A_date_drawn_at_random_is_a_day_exactly_when_its_month_has_it()
    {
        var dates =
            from reckoning in Gen.Elements(Reckoning.Song, Reckoning.Jin, Reckoning.Liao)
            from year in Gen.Choose(1109, 1145)
            from month in Gen.Choose(0, 14)
            from leap in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            from day in Gen.Choose(0, 32)
            select new LunarDate(reckoning, (short)year, (byte)month, leap, (byte)day);
        Prop.ForAll(dates.ToArbitrary(), date =>
        {
            var day = Calendar.DayOf(date);
            var length = Calendar.MonthOf(date.Reckoning, date.Year, date.Month, date.Leap).Days;
            return day.Exists == (date.DayOfMonth >= 1 && date.DayOfMonth <= length) && (!day.Exists || Calendar.DateOf(day, date.Reckoning) == date);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void The_leap_months_are_those_of_the_histories()
    {
        (int Year, int Month, string First)[] expected =
        [
            (1113, 4, "1113-05-17"), (1116, 1, "1116-02-16"), (1118, 9, "1118-10-17"), (1121, 5, "1121-06-17"), (1124, 3, "1124-04-16"),
            (1126, 11, "1126-12-16"), (1129, 8, "1129-09-16"), (1132, 4, "1132-05-17"), (1135, 2, "1135-03-17"), (1137, 10, "1137-11-15"),
            (1140, 6, "1140-07-16"),
        ];
        foreach (var reckoning in Enum.GetValues<Reckoning>())
        {
            var found = Calendar.Months(reckoning).ToArray().Where(m => m.Leap).Select(m => ((int)m.Year, (int)m.Month, m.First.ToString()));
            Assert.Equal(expected, found);
        }
    }

    [Theory]
    [InlineData(Reckoning.Jin, 1129, 4, "1129-04-20", "1129-04-21")]
    [InlineData(Reckoning.Jin, 1134, 12, "1134-12-17", "1134-12-18")]
    [InlineData(Reckoning.Jin, 1135, 1, "1135-01-16", "1135-01-17")]
    [InlineData(Reckoning.Jin, 1140, 7, "1140-08-14", "1140-08-15")]
    [InlineData(Reckoning.Liao, 1113, 10, "1113-11-10", "1113-11-11")]
    [InlineData(Reckoning.Liao, 1121, 9, "1121-10-13", "1121-10-14")]
    public void A_month_that_another_court_began_a_day_later(Reckoning court, int year, int month, string song, string other)
    {
        Assert.Equal(song, Calendar.MonthOf(Reckoning.Song, year, month, false).First.ToString());
        Assert.Equal(other, Calendar.MonthOf(court, year, month, false).First.ToString());
    }

    [Theory]
    [InlineData(Reckoning.Jin, 4)]
    [InlineData(Reckoning.Liao, 2)]
    public void No_other_month_differs_from_the_Song_one(Reckoning court, int differences)
    {
        var song = Calendar.Months(Reckoning.Song).ToArray();
        var other = Calendar.Months(court).ToArray();
        Assert.Equal(differences, song.Zip(other).Count(pair => pair.First.First != pair.Second.First));
        Assert.Equal(song.Select(m => (m.Year, m.Month, m.Leap)), other.Select(m => (m.Year, m.Month, m.Leap)));
    }

    [Fact]
    public void The_corrected_month_of_Yancheng_shortens_the_leap_month_before_it_in_Song_only()
    {
        Assert.Equal(29, Calendar.MonthOf(Reckoning.Song, 1140, 6, true).Days);
        Assert.Equal(30, Calendar.MonthOf(Reckoning.Song, 1140, 7, false).Days);
        Assert.Equal(30, Calendar.MonthOf(Reckoning.Jin, 1140, 6, true).Days);
        Assert.Equal(29, Calendar.MonthOf(Reckoning.Jin, 1140, 7, false).Days);
    }

    [Fact]
    public void Every_month_says_what_it_rests_on()
    {
        var grades = TheCalendar.Table.Months.CountBy(m => m.Grade).ToDictionary();
        Assert.Equal((237, 58, 99, 1), (grades[Grade.Annals], grades[Grade.Pairs], grades[Grade.Tables], grades[Grade.Corrected]));
        Assert.All(TheCalendar.Table.Months, m => Assert.NotEmpty(m.Witnesses));
        Assert.All(TheCalendar.Table.Eras, e => Assert.True(e.Kind == GroundKind.Estimate ? e.Low < e.High : e.Source is not null));
    }
}
