using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Deciders.Tests;

/// <summary>What a commander led by judgement orders in plain cases, and why. Each case differs from its neighbour by one thing he believes. docs/minds.md.</summary>
public class JudgementSpec
{
    private const byte SongFieldBook = 1, JinFieldBook = 3;

    /// <summary>All that the mind says for a seat before the first day, by what the seat believes.</summary>
    private static List<(Order Order, Reason Reason)> Said(World world, SeatId seat, Action<Heuristic>? before = null)
    {
        world[seat].NewsOn = 5; // not today: it looks again on other days
        var mind = new Heuristic(world.Scenario);
        before?.Invoke(mind);
        mind.Decide(new View(world, seat), new Orders());
        return [.. mind.LastReasons];
    }

    private static void Believe(World world, byte book, ForceId force, PlaceId at, byte days = 255)
    {
        ref var belief = ref world.BeliefOf(book, force);
        (belief.Place, belief.SupplyDays) = (at, days);
    }

    [Fact]
    public void A_hungry_host_in_the_enemys_country_is_left_to_its_commander_who_sees_the_granaries()
    {
        var world = AtWar();
        Believe(world, SongFieldBook, Yue, Yingchang, days: 2);
        Assert.DoesNotContain(Said(world, SongField), said => said.Order.Kind == OrderKind.Withdraw);
    }

    [Fact]
    public void A_host_in_a_town_of_its_own_that_is_eaten_bare_goes_to_the_nearest_that_is_not()
    {
        var world = AtWar();
        Believe(world, JinFieldBook, Army, Kaifeng, days: 2);
        Believe(world, JinFieldBook, Van, Kaifeng, days: 2);
        Assert.Contains(Said(world, JinField), said => said.Order == Order.Of(JinField, new Withdraw(Army, Daming)) && said.Reason.Motive == Motive.OutOfGrain);
        // Luoyang is nearer, and its guard reports a year's grain: enough for a host of twenty times its number for twenty days.
        Believe(world, JinFieldBook, Guard, Luoyang, days: 255);
        world.BeliefOf(JinFieldBook, Guard).Men = Yanyun.Engine.Band.Of(3000);
        Assert.Contains(Said(world, JinField), said => said.Order == Order.Of(JinField, new Withdraw(Army, Luoyang)));
    }

    [Fact]
    public void Irregulars_who_carry_nothing_do_not_make_an_army_hungry()
    {
        var world = AtWar();
        Believe(world, SongFieldBook, Yue, Shunchang, days: 60);
        Believe(world, SongFieldBook, Engine.Tests.SmallWar.Band, Shunchang, days: 1);
        world.BeliefOf(SongFieldBook, Engine.Tests.SmallWar.Band).Doing = Doing.Standing;
        Assert.DoesNotContain(Said(world, SongField), said => said.Reason.Motive == Motive.OutOfGrain);
    }

    [Fact]
    public void A_commander_goes_to_his_main_host_and_takes_horse_with_it()
    {
        var world = AtWar();
        (world[JinField].With, world[JinField].At) = (ForceId.None, Daming);
        Believe(world, JinFieldBook, Army, Kaifeng);
        bool Goes(PlaceId to) => Said(world, JinField).Any(said => said.Order == Order.Of(JinField, new StayAt(to)) && said.Reason.Motive == Motive.GoToTheHost);
        bool Rides(ForceId with) => Said(world, JinField).Any(said => said.Order == Order.Of(JinField, new RideWith(with)) && said.Reason.Motive == Motive.LeadFromTheFront);
        Assert.True(Goes(Kaifeng) && !Rides(Army));
        (world[JinField].Going, world[JinField].ArrivesOn) = (Kaifeng, 20); // on his way he is not sent again
        Assert.False(Goes(Kaifeng));
        (world[JinField].Going, world[JinField].ArrivesOn, world[JinField].At) = (PlaceId.None, 0, Kaifeng);
        Assert.True(Rides(Army) && !Goes(Kaifeng));
    }

    [Fact]
    public void A_commander_leaves_a_host_that_has_grown_small_for_one_far_larger()
    {
        var world = AtWar();
        (world[JinField].With, world[JinField].At) = (Van, Daming);
        Believe(world, JinFieldBook, Van, Daming);
        Believe(world, JinFieldBook, Army, Kaifeng);
        bool Goes() => Said(world, JinField).Any(said => said.Order == Order.Of(JinField, new StayAt(Kaifeng)));
        Assert.True(Goes());
        world.BeliefOf(JinFieldBook, Van).Men = world.BeliefOf(JinFieldBook, Army).Men;
        Assert.False(Goes());
    }

    [Fact]
    public void A_host_of_many_bodies_sends_no_more_than_it_takes_and_keeps_the_rest()
    {
        var world = AtWar();
        Believe(world, SongFieldBook, Yue, Caizhou);
        world[Liu].Seat = SongField;
        Believe(world, SongFieldBook, Liu, Caizhou);
        world.BeliefOf(SongFieldBook, Liu).Men = Yanyun.Engine.Band.Of(7000);
        Believe(world, SongFieldBook, Army, Daming);
        world.BeliefOf(SongFieldBook, Yingchang).Strength = Yanyun.Engine.Band.Of(150);
        var said = Said(world, SongField);
        Assert.Contains(said, s => s.Order.Kind == OrderKind.Take && s.Order.As<Take>() is { Force: var force, Place: var place } && force == Liu && place == Yingchang);
        Assert.DoesNotContain(said, s => s.Order.Kind == OrderKind.Follow);
        // An army that could come up before the town is taken is met with all there are.
        Believe(world, SongFieldBook, Army, Kaifeng);
        Assert.DoesNotContain(Said(world, SongField), s => s.Order.Kind == OrderKind.Take && s.Order.As<Take>().Force == Liu);
    }

    [Fact]
    public void A_host_on_its_way_to_a_prize_that_is_still_sound_goes_on_when_another_looks_a_little_better()
    {
        var world = AtWar();
        new Simulation(world, new IMind?[world.Scenario.Seats.Length]).Day();
        Believe(world, JinFieldBook, Army, Kaifeng);
        Believe(world, JinFieldBook, Van, Kaifeng);
        foreach (var force in new[] { Yue, Liu }) world.BeliefOf(JinFieldBook, force) = default;
        foreach (var place in new[] { Shunchang, Caizhou }) world.BeliefOf(JinFieldBook, place).Strength = Yanyun.Engine.Band.Of(300);
        bool TakesShunchang() => Said(world, JinField).Exists(said => said.Order.Kind == OrderKind.Take && said.Order.As<Take>().Place == Shunchang);
        Assert.True(TakesShunchang());
        // Told this morning to take Caizhou, the rider is still on the road.
        foreach (var force in new[] { Army, Van }) new OrderGiven(Order.Of(JinField, new Take(force, Caizhou, 6))).Apply(world);
        Assert.False(TakesShunchang());
    }

    [Fact]
    public void A_superior_writes_now_and_then_to_his_commands_what_he_knows_of_the_enemy()
    {
        Assert.Contains(Said(AtWar(), SongCourt), said => said.Order == Order.Of(SongCourt, new Inform(SongField)) && said.Reason.Motive == Motive.KeepInformed);
        var mind = new Heuristic(AtWar().Scenario);
        var letters = new int[6]; // by game: a war that ends within two months is told of no more
        for (var game = 0; game < letters.Length; game++)
            Grounds.SmallWar.Play((ulong)game + 1, _ => mind, world =>
            {
                foreach (ref readonly var entry in world.Log!.Entries)
                    if (entry.Kind == EventKind.OrderGiven && world.Log.Read<OrderGiven>(entry).Order is { Kind: OrderKind.Inform } order && order.Seat == SongCourt)
                        letters[game]++;
            });
        Assert.InRange(letters.Count(some => some > 0), 4, 6);
        Assert.All(letters, some => Assert.InRange(some, 0, 8));
    }

    [Fact]
    public void A_court_at_peace_goes_to_war_when_it_leans_to_it_and_the_others_towns_lie_open()
    {
        Assert.Contains(Said(Tempted(), JinCourt), said => said.Order == Order.Of(JinCourt, new Renounce(Song)) && said.Reason is { Motive: Motive.GoToWar, Number: >= 50 });
    }

    [Fact]
    public void It_keeps_the_peace_when_its_own_towns_lie_as_open()
    {
        var world = Tempted();
        for (byte book = 2; book <= 3; book++)
        {
            foreach (var force in new[] { Army, Van }) world.BeliefOf(book, force) = default;
            world.BeliefOf(book, Yue).Place = Kaifeng;
        }
        Assert.Empty(Said(world, JinCourt));
    }

    [Fact]
    public void It_keeps_an_oath_just_sworn()
    {
        var world = Tempted();
        world.PeaceTalkOf(JinCourt) = new PeaceTalk { Made = Truce, MadeTo = SongCourt, MadeOn = 1, AnsweredOn = 1, Answer = Code.Obeys };
        Assert.Empty(Said(world, JinCourt));
    }

    [Fact]
    public void Who_stands_in_for_history_begins_no_war() =>
        Assert.Empty(Said(Tempted(), JinCourt, mind => mind.Pursue(JinCourt, TaskKind.Hold, Daming)));

    /// <summary>Peace; the Jin army at Kaifeng with nobody before it, and Shunchang and Caizhou empty of troops.</summary>
    private static World Tempted()
    {
        var world = Grounds.SmallPeace.Start(1);
        for (byte book = 2; book <= 3; book++)
        {
            Believe(world, book, Army, Kaifeng);
            Believe(world, book, Van, Kaifeng);
            foreach (var force in new[] { Yue, Liu }) world.BeliefOf(book, force) = default;
            foreach (var place in new[] { Shunchang, Caizhou }) world.BeliefOf(book, place).Strength = Yanyun.Engine.Band.Of(300);
        }
        return world;
    }
}
