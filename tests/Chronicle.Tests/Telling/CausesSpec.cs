using Chronicle.Tests.Bookmarks;
using Chronicle.Tests.Dates;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Chronicle.Tests.Telling;

/// <summary>What is told as the reason of an event is a reason of the one who did it.</summary>
public class CausesSpec
{
    private static readonly SeatId Song = TheBookmark.Seat("song-cavalry-guard");
    private static readonly ForceId Body = TheBookmark.Force("liuqi-centre"), Enemy = TheBookmark.Force("zongbi-ge"), Band = TheBookmark.Force("loy-zhaojun");
    private static readonly PlaceId Shunchang = TheBookmark.Place("shunchang"), Yingtian = TheBookmark.Place("yingtian");
    private static readonly EventRef First = new(20, 1), Second = new(20, 2);

    [Fact]
    public void An_order_is_a_reason_of_those_on_its_side_and_of_none_of_their_enemies()
    {
        var causes = After(new OrderGiven(Order.Of(Song, new Hold(Body, Shunchang))));
        Assert.Equal(CommonPhrases.Sent, causes.Why(First, Body, 23, Yingtian).Phrase);
        Assert.Equal(CommonPhrases.Sent, causes.Why(First, Band, 23, Yingtian).Phrase);
        Assert.Equal(CommonPhrases.NoWhy, causes.Why(First, Enemy, 23, Yingtian).Phrase);
    }

    [Fact]
    public void Hunger_is_a_reason_to_turn_back_and_no_reason_to_fight_or_to_come_in()
    {
        var causes = After(new ConductChanged(Body, Doing.Retreating, Code.NoGrain));
        Assert.Equal(CommonPhrases.ForHunger, causes.Why(First, Body, 23, Yingtian).Phrase);
        Assert.Equal(CommonPhrases.NoWhy, causes.Why(First, Body, 23, Yingtian, turning: false).Phrase);
    }

    private static Causes After<T>(T e) where T : unmanaged, IEvent
    {
        var (log, memory) = (new EventLog(), new Memory());
        log.Append(First, default, e);
        log.Append(Second, First, new MarchBegun(Body, Shunchang, Yingtian, default, 1));
        memory.Keep(log);
        var names = new Speaker(TheBookmark.Instance, TheCalendar.Instance, Language.English).Names;
        return new Causes(memory, names, new Sentences(TheBookmark.Instance.Scenario, TheBookmark.Instance.Geography.Gazetteer, names));
    }
}
