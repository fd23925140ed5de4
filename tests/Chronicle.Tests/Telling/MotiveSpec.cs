using Chronicle.Tests.Bookmarks;
using Chronicle.Tests.Dates;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;

namespace Chronicle.Tests.Telling;

/// <summary>The reasons that minds give for their orders, in words.</summary>
public class MotiveSpec
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Every_motive_has_words_of_its_own(Language language)
    {
        var motives = new Motives(TheBookmark.Instance, TheCalendar.Instance, language);
        var said = Enum.GetValues<Motive>().Where(motive => motive != Motive.None)
            .Select(motive => motives.Say(new Reason(motive, TheBookmark.Place("kaifeng"), new ForceId(1), 7))).ToList();
        Assert.All(said, words => Assert.NotEqual("", words));
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Fact]
    public void A_reason_names_its_place_and_its_odds()
    {
        var reason = new Reason(Motive.TakePrize, TheBookmark.Place("kaifeng"), Number: 700);
        Assert.Contains("Kaifeng", new Motives(TheBookmark.Instance, TheCalendar.Instance, Language.English).Say(reason));
        Assert.Contains("勝算", new Motives(TheBookmark.Instance, TheCalendar.Instance, Language.Chinese).Say(reason));
    }
}
