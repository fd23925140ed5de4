using Yanyun.Engine;

namespace Engine.Tests.CalendarSpecs;

public class SeasonSpec
{
    [Theory]
    [InlineData(1140, 1, 28, Season.Winter)]
    [InlineData(1140, 1, 29, Season.Spring)]
    [InlineData(1140, 4, 30, Season.Spring)]
    [InlineData(1140, 5, 1, Season.Summer)]
    [InlineData(1140, 7, 30, Season.Summer)]
    [InlineData(1140, 7, 31, Season.Autumn)]
    [InlineData(1140, 10, 29, Season.Autumn)]
    [InlineData(1140, 10, 30, Season.Winter)]
    public void Seasons_open_midway_between_solstice_and_equinox(int year, int month, int day, Season season) =>
        Assert.Equal(season, Seasons.Of(Day.Julian(year, month, day)));

    [Fact]
    public void A_year_has_four_seasons_of_about_a_quarter_each()
    {
        var days = Enumerable.Range(0, 365).Select(i => Seasons.Of(Day.Julian(1141, 1, 1) + i)).CountBy(s => s);
        Assert.All(days, pair => Assert.InRange(pair.Value, 90, 93));
        Assert.Equal(4, days.Count());
    }
}
