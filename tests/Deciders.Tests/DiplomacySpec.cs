using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Deciders.Tests;

/// <summary>A court led by judgement makes peace or refuses it by what it believes, and says by how much. docs/minds.md.</summary>
public class DiplomacySpec
{
    private static (Order Order, Reason Reason)? Answer(SeatId seat, SeatId by, TreatyId treaty, ushort pay, Action<World>? change = null)
    {
        var world = AtWar();
        change?.Invoke(world);
        world[seat].NewsOn = 5;
        world.PeaceTalkOf(seat) = new PeaceTalk { OfferBy = by, Offered = treaty, OfferedSilver = pay, OfferedSilk = pay, HeardOn = 1 };
        var mind = new Heuristic(world.Scenario);
        mind.Decide(new View(world, seat), new Orders());
        foreach (var said in mind.LastReasons)
            if (said.Order.Kind is OrderKind.Accept or OrderKind.Decline) return said;
        return null;
    }

    private static void LoseTheArmy(World world)
    {
        foreach (var force in new[] { Yue, Liu, Fleet }) world.BeliefOf(0, force).Doing = Doing.Gone;
    }

    [Fact]
    public void What_a_paper_is_worth_to_the_other_side_is_reckoned_as_he_reckons_it_where_both_know_the_same()
    {
        var world = AtWar();
        foreach (var (treaty, pay) in ((TreatyId, ushort)[])[(Truce, 0), (Peace, 0), (Peace, 100)])
        {
            var told = Diplomacy.WorthToOther(new View(world, SongCourt), treaty, pay, pay);
            // Strengths are told in bands, and the band at Hulao is Jin's enemy and not Song's.
            Assert.InRange(Diplomacy.Worth(new View(world, JinCourt), treaty, pay, pay) - told.Middle, -10, 10);
            Assert.True(told.Low < told.Middle && told.Middle < told.High);
        }
        var before = Diplomacy.WorthToOther(new View(world, SongCourt), Truce, 0, 0);
        world[Army].Foot = 0;
        Assert.Equal(before, Diplomacy.WorthToOther(new View(world, SongCourt), Truce, 0, 0));
        world.BeliefOf(0, Army).Doing = Doing.Gone;
        Assert.True(Diplomacy.WorthToOther(new View(world, SongCourt), Truce, 0, 0).Middle > before.Middle, "an army that is reported gone");
    }

    [Fact]
    public void Beaten_and_leaning_to_peace_Song_takes_a_truce()
    {
        var said = Answer(SongCourt, JinCourt, Truce, 0, LoseTheArmy);
        Assert.Equal((OrderKind.Accept, Motive.MakePeace), (said!.Value.Order.Kind, said.Value.Reason.Motive));
        Assert.True(said.Value.Reason.Number >= 50);
    }

    [Fact]
    public void Who_is_stronger_and_whose_court_is_for_war_refuses_the_same_truce()
    {
        var said = Answer(SongCourt, JinCourt, Truce, 0, world =>
        {
            foreach (var force in new[] { Army, Van, Guard }) world.BeliefOf(0, force).Doing = Doing.Gone;
            world.CourtOf(Song).War = 900;
            world.CourtOf(Song).Peace = 100;
        });
        Assert.Equal((OrderKind.Decline, Motive.RefusePeace), (said!.Value.Order.Kind, said.Value.Reason.Motive));
    }

    [Fact]
    public void A_paper_that_gives_land_is_worth_more_than_one_that_takes_it()
    {
        int Score(SeatId seat, SeatId by, Action<World> change) =>
            Answer(seat, by, Peace, 0, change) is { } said ? said.Reason.Motive == Motive.RefusePeace ? -said.Reason.Number : said.Reason.Number : 0;
        var holding = Score(SongCourt, JinCourt, _ => { });
        // Shunchang, which the paper gives to Jin, is believed lost already.
        var lost = Score(SongCourt, JinCourt, world => world.BeliefOf(0, Shunchang).Holder = Jin);
        Assert.True(lost > holding, $"{lost} where there is less to give, {holding} where there is more");
    }

    [Fact]
    public void Silver_to_be_paid_speaks_against_a_paper()
    {
        var free = Answer(SongCourt, JinCourt, Peace, 0, LoseTheArmy)!.Value.Reason;
        var dear = Answer(SongCourt, JinCourt, Peace, 500, LoseTheArmy)!.Value.Reason;
        Assert.NotEqual(free, dear);
        Assert.True(dear.Motive == Motive.RefusePeace || dear.Number < free.Number);
    }

    [Fact]
    public void The_promises_of_one_who_went_back_on_a_treaty_are_worth_less()
    {
        int Score(TreatyState before) => Answer(JinCourt, SongCourt, Peace, 500, world => world[Truce] = before) is { } said
            ? said.Reason.Motive == Motive.RefusePeace ? -said.Reason.Number : said.Reason.Number : 0;
        var trusted = Score(default);
        Assert.True(Score(new TreatyState { Validity = Validity.Void, By = Song }) < trusted);
        Assert.Equal(trusted, Score(new TreatyState { Validity = Validity.Void, By = Jin })); // what it broke itself says nothing of the other
    }

    [Fact]
    public void A_command_without_full_powers_does_not_treat() => Assert.Null(Answer(SongField, JinCourt, Truce, 0, LoseTheArmy));

    [Fact]
    public void Who_stands_in_for_history_leaves_war_and_peace_to_it()
    {
        var world = AtWar();
        LoseTheArmy(world);
        world[SongCourt].NewsOn = 5;
        world.PeaceTalkOf(SongCourt) = new PeaceTalk { OfferBy = JinCourt, Offered = Truce, HeardOn = 1 };
        var mind = new Heuristic(world.Scenario);
        mind.Pursue(SongCourt, TaskKind.Hold, Linan);
        mind.Decide(new View(world, SongCourt), new Orders());
        Assert.DoesNotContain(mind.LastReasons, said => said.Order.Kind == OrderKind.Accept);
    }
}
