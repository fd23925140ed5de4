using Yanyun.Engine;

namespace Engine.Tests.CalendarSpecs;

/// <summary>A calendar of three months, small enough to check by hand. The real one is tested where it is read (Chronicle.Tests).</summary>
public class CalendarSpec
{
    private static readonly Day NewYear = Day.Julian(1200, 1, 20);

    private static LunarMonth[] Months(Reckoning reckoning, int second) =>
    [
        new(reckoning, 1200, 1, false, NewYear, (byte)second),
        new(reckoning, 1200, 1, true, NewYear + second, (byte)(59 - second)),
        new(reckoning, 1200, 2, false, NewYear + 59, 30),
    ];

    private static Calendar Small(params Era[] eras) =>
        new(Months(Reckoning.Song, 29), Months(Reckoning.Jin, 30), Months(Reckoning.Liao, 29), eras);

    [Fact]
    public void The_same_day_can_have_another_date_in_another_court()
    {
        var calendar = Small();
        Assert.Equal(new LunarDate(Reckoning.Song, 1200, 1, true, 1), calendar.DateOf(NewYear + 29, Reckoning.Song));
        Assert.Equal(new LunarDate(Reckoning.Jin, 1200, 1, false, 30), calendar.DateOf(NewYear + 29, Reckoning.Jin));
    }

    [Fact]
    public void A_day_outside_the_table_has_no_date_and_a_date_that_is_not_there_has_no_day()
    {
        var calendar = Small();
        Assert.False(calendar.DateOf(NewYear - 1, Reckoning.Song).Exists);
        Assert.False(calendar.DateOf(NewYear + 89, Reckoning.Song).Exists);
        Assert.False(calendar.DayOf(new LunarDate(Reckoning.Song, 1200, 1, false, 30)).Exists);
        Assert.False(calendar.DayOf(new LunarDate(Reckoning.Song, 1200, 2, true, 1)).Exists);
        Assert.False(calendar.DayOf(new LunarDate(Reckoning.Song, 1200, 3, false, 1)).Exists);
        Assert.False(calendar.DayOf(default).Exists);
    }

    [Fact]
    public void An_era_that_is_not_official_is_read_but_not_written()
    {
        var end = NewYear + 88;
        var calendar = Small(
            new("Alpha", "甲乙", "甲乙", Reckoning.Song, 1200, NewYear, end, NewYear, Official: true),
            new("Rebel", "丙丁", "丙丁", Reckoning.Song, 1200, NewYear, end, NewYear, Official: false));
        Assert.Equal(NewYear + 4, calendar.Read("Rebel 1/1/5").Day);
        Assert.Equal("Alpha 1/1/5", calendar.Romanised(NewYear + 4));
        Assert.Equal("甲乙元年閏正月五日", calendar.Hanzi(NewYear + 29 + 4));
    }

    [Fact]
    public void Months_with_a_gap_or_of_a_wrong_length_are_a_fault_of_ours()
    {
        var good = Months(Reckoning.Song, 29);
        var gap = Months(Reckoning.Jin, 29);
        gap[2] = gap[2] with { First = gap[2].First + 1 };
        Assert.Throws<ArgumentException>(() => new Calendar(good, gap, Months(Reckoning.Liao, 29), []));
        Assert.Throws<ArgumentException>(() => new Calendar(good, Months(Reckoning.Jin, 28), Months(Reckoning.Liao, 29), []));
    }
}
