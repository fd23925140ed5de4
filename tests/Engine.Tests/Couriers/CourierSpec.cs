using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

public class CourierSpec : RuleSpec
{
    [Fact]
    public void An_order_to_a_force_beside_its_seat_is_heard_at_once() =>
        Given(AtWar()).Order(SongField, new Yanyun.Engine.Rules.March(Yue, Yingchang, Pace.Usual)).Then<OrderAnswered>(e => e.Force == Yue).Never<DispatchSent>(e => e.What == DispatchKind.Order);

    [Fact]
    public void An_order_to_a_force_elsewhere_rides_and_is_answered_days_later()
    {
        var war = Given(AtWar()).Order(SongCourt, new Hold(Liu, Shunchang)).Then<DispatchSent>(e => e.ToForce == Liu && e.Li == 300).Never<OrderAnswered>();
        var days = war.DaysUntil<OrderAnswered>(30);
        Assert.InRange(days, 1, 12);
        war.Then<DispatchArrived>(e => e.ToForce == Liu && e.What == DispatchKind.Order);
    }

    [Fact]
    public void The_answer_rides_back_into_the_copy_book_of_the_seat_that_asked()
    {
        var war = Given(AtWar()).Order(SongCourt, new Hold(Liu, Shunchang));
        Assert.Equal(0, new View(war.World, SongCourt).Ordered(Liu).ConfirmedOn);
        war.Days(30);
        Assert.True(new View(war.World, SongCourt).Ordered(Liu).ConfirmedOn > 1);
        Assert.Equal(Code.Obeys, new View(war.World, SongCourt).Ordered(Liu).Answer);
    }

    [Fact]
    public void A_rider_goes_after_a_force_that_has_moved_on()
    {
        var war = Given(AtWar()).Order(SongCourt, new Hold(Liu, Shunchang)).Stand(Liu, Caizhou).Force(Liu, (ref Force f) => f.Target = Caizhou);
        war.DaysUntil<OrderAnswered>(30);
        war.Then<DispatchArrived>(e => e.ToForce == Liu && e.At == Caizhou);
    }

    [Fact]
    public void An_order_to_a_force_that_is_no_more_is_never_answered() =>
        Given(AtWar()).Order(SongCourt, new Hold(Liu, Shunchang)).Force(Liu, (ref Force f) => f.Doing = Doing.Gone).Days(20).Never<OrderAnswered>().Then<DispatchMissed>();

    [Fact]
    public void Nobody_learns_of_a_lost_rider()
    {
        var war = Given(AtWar()).Order(SongCourt, new Hold(Liu, Shunchang)).With(LoseEveryRider).Days(30);
        war.Then<DispatchMissed>().Never<OrderAnswered>();
        Assert.Equal(0, new View(war.World, SongCourt).Ordered(Liu).ConfirmedOn);
    }

    [Fact]
    public void A_full_post_house_sends_nothing_and_loses_nothing()
    {
        var war = Given(AtWar()).With(w => w.Clock.DispatchFree = 0);
        war.Order(SongCourt, new Hold(Liu, Shunchang)).Days(5).Never<DispatchSent>();
    }

    [Fact]
    public void Once_a_month_a_command_writes_its_court_how_its_bodies_stand_though_nothing_stirs()
    {
        var war = Given(AtWar()).Force(Army, (ref Force f) => f.Doing = Doing.Gone); // nobody talks of a great host
        int Known() => war.World.BeliefOf(war.World.Scenario.Seats[SongCourt.Value].Beliefs, Yue).AsOf;
        List<DispatchSent> Written() => [.. war.All<DispatchSent>().Where(e => e.From == SongField && e.ToSeat == SongCourt)];
        war.DaysUntil<DispatchSent>(30);
        Assert.Equal(0, Known());
        war.Days(70);
        Assert.InRange(war.World.Today - Known(), 1, 30 + World.LongestRide);
        Assert.InRange(Written().Count, 2, 4);
    }

    [Fact]
    public void Rows_of_the_post_are_used_again()
    {
        var war = Given(AtWar());
        for (var day = 0; day < 600; day++) war.Order(SongCourt, new Hold(Liu, Shunchang));
        var free = 0;
        for (var id = new DispatchId(war.World.Clock.DispatchFree); id.Exists; id = war.World[id].Next) free++;
        var riding = war.World.DispatchTable.Count(d => d.Riding);
        Assert.Equal(war.World.DispatchTable.Length - 1, free + riding);
        Assert.True(war.All<DispatchSent>().Count > war.World.DispatchTable.Length, "more have ridden than there are rows");
    }

    [Theory]
    [InlineData(1_670, 7, 12)]
    [InlineData(1_130, 5, 9)]
    [InlineData(3_090, 12, 19)]
    public void Urgent_news_takes_about_as_long_as_the_sources_say(int li, int low, int high)
    {
        var days = Enumerable.Range(0, 400).Select(k => Ride.Days(new Chance(1, 1), (ulong)k * 977, li, Post.Urgent, Handling.Office)).Order().ToList();
        Assert.InRange(days[200], low, high);
    }

    [Fact]
    public void Nothing_rides_faster_than_the_fastest_post()
    {
        for (var k = 0; k < 2_000; k++)
        {
            var li = 10 + k * 2;
            Assert.True(Ride.Days(new Chance(3, 2), (ulong)k, li, Post.Urgent, Handling.None) * Ride.FastestLi >= li, $"{li} li");
        }
    }

    internal static void LoseEveryRider(World world)
    {
        foreach (ref var dispatch in world.DispatchTable.AsSpan()) dispatch.Lost = 1;
    }
}
