using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Views;

/// <summary>What men will make of what they are told, as a seat can reckon it: by the rule's own formula where all is known, and never by what nobody has told it.</summary>
public class ComplianceSpec : RuleSpec
{
    private static World Told(Action<World>? change = null)
    {
        var world = AtWar();
        Stand(world, Yue, Linan);
        Stand(world, Army, Caizhou);
        change?.Invoke(world);
        TellAll(world);
        return world;
    }

    private static ObeyForecast Order(World world, OrderKind kind = OrderKind.Take) => Compliance.Order(new View(world, JinField), Army, kind, Yingchang);

    private static void InOrder(Guess chance) => Assert.True(chance.Low <= chance.Middle && chance.Middle <= chance.High && chance.High <= 1000 && chance.Low >= 0, $"{chance}");

    [Fact]
    public void Nothing_keeps_back_who_is_fed_and_alone()
    {
        var told = Order(Told());
        Assert.Equal((new Guess(1000, 1000, 1000), Against.Nothing), (told.Chance, told.Against));
    }

    [Fact]
    public void Without_grain_a_commander_may_balk_at_going_forward_but_not_at_going_back()
    {
        var world = Told();
        Believe(world).SupplyDays = 1;
        var told = Order(world);
        Assert.Equal(Against.Unfed, told.Against);
        InOrder(told.Chance);
        Assert.Equal(Obedience.Boldness(told.Caution, OrderKind.Take, 0), Order(Beside(world)).Chance.Middle);
        Assert.Equal(1000, Order(world, OrderKind.Withdraw).Chance.Low);
    }

    [Fact]
    public void What_is_not_reported_of_grain_keeps_nobody_back()
    {
        var world = Told();
        Believe(world).SupplyDays = 255;
        Assert.Equal(1000, Order(world).Chance.Middle);
    }

    [Fact]
    public void A_host_before_him_makes_him_balk()
    {
        var world = Told(w => Stand(w, Yue, Caizhou));
        Believe(world).Men = Yanyun.Engine.Band.Of(500);
        var told = Order(world);
        Assert.Equal(Against.Outnumbered, told.Against);
        Assert.True(told.Chance.Middle < 1000, $"{told}");
        InOrder(told.Chance);
    }

    [Fact]
    public void An_edict_against_what_he_sees_is_obeyed_less_and_by_the_rules_own_formula()
    {
        var world = Told();
        var view = new View(world, JinCourt);
        var forward = Compliance.Edict(view, JinField, TaskKind.Hold, view[Army].Place);
        InOrder(forward.Chance);
        var back = Compliance.Edict(new View(Told(w => Stand(w, Yue, Caizhou)), JinCourt), JinField, TaskKind.Withdraw, Kaifeng);
        InOrder(back.Chance);
        Assert.True(back.Chance.Low < forward.Chance.Low, $"{back} {forward}");
        Assert.True(forward.Answer.Middle > forward.Ride.Middle);
    }

    [Fact]
    public void A_loyal_man_gives_himself_up_sooner_and_soonest_at_court()
    {
        Assert.True(Disgrace.Submits(700, 0, 300, false) > Disgrace.Submits(300, 0, 300, false));
        Assert.True(Disgrace.Submits(300, 0, 300, true) > Disgrace.Submits(300, 0, 300, false));
        var away = Compliance.Arrest(new View(Told(w => Stand(w, Yue, Caizhou)), SongCourt), YueFei);
        var here = Compliance.Arrest(new View(Told(), SongCourt), YueFei);
        InOrder(away.Chance);
        Assert.Equal((false, true), (away.AtCourt, here.AtCourt));
        Assert.True(here.Chance.Middle > away.Chance.Middle && here.Ride.High == 0 && away.Ride.Low > 0, $"{here} {away}");
    }

    [Fact]
    public void A_storm_after_one_that_was_beaten_off_is_harder_for_who_has_seen_it_and_may_be_for_who_has_not()
    {
        var world = Besieging();
        var fresh = Forecast.Storm(new View(world, JinField), Army, Caizhou);
        Assert.True(fresh.Seen);
        world[world[Caizhou].Siege].Repulses = 2;
        var after = Forecast.Storm(new View(world, JinField), Army, Caizhou);
        Assert.Equal(new Guess(2, 2, 2), after.Repulses);
        Assert.True(after.Chance.High < fresh.Chance.High && after.Chance.Middle < fresh.Chance.Middle, $"{after} {fresh}");
        // From afar nobody tells of it: the worst case alone counts what may have been, whatever has.
        var afar = Forecast.Storm(new View(world, JinCourt), Army, Caizhou);
        Assert.False(afar.Seen);
        Assert.Equal(new Guess(0, 0, Storming.MostRepulses), afar.Repulses);
        world[world[Caizhou].Siege].Repulses = 0;
        Assert.Equal(afar, Forecast.Storm(new View(world, JinCourt), Army, Caizhou));
    }

    [Fact]
    public void Grain_on_the_road_is_eaten_by_its_carriers_and_lost_where_the_enemy_is_known_to_be()
    {
        var view = new View(Told(), JinField);
        Assert.True(Errand.Convoy(view, Kaifeng, Yingchang, 1000, out var way));
        Assert.True(way.Shi.Low < way.Shi.Middle && way.Shi.Middle <= 1000 && way.Shi.Middle == way.Shi.High, $"{way}");
        Assert.False(way.Shut.Exists);
        Assert.True(Errand.Convoy(view, Kaifeng, Linan, 1000, out var through));
        Assert.True(through.Shut.Exists && through.Shi.Middle == 0, $"{through}");
    }

    [Fact]
    public void What_nobody_has_told_moves_nothing()
    {
        var world = Told();
        var (order, arrest) = (Order(world), Compliance.Arrest(new View(world, SongCourt), YueFei));
        world[Army].Grain = 0;
        world[YueFei].Loyalty = 0;
        Stand(world, Yue, Caizhou);
        Assert.Equal(order, Order(world));
        Assert.Equal(arrest, Compliance.Arrest(new View(world, SongCourt), YueFei));
    }

    private static ref ForceBelief Believe(World world) => ref world.BeliefOf(world.Scenario.Seats[JinField.Value].Beliefs, Army);

    /// <summary>The seat stands beside the force: no rider, no old news.</summary>
    private static World Beside(World world)
    {
        world[JinField].At = Caizhou;
        return world;
    }

    private static World Besieging()
    {
        var world = Told();
        world[JinField].At = Caizhou;
        var siege = new SiegeId(1);
        world[siege] = new Yanyun.Engine.Siege { Place = Caizhou, Leader = Army, By = world[Army].Polity, BeganOn = 1 };
        world[Caizhou].Siege = siege;
        foreach (var seat in (SeatId[])[JinField, JinCourt]) world.BeliefOf(world.Scenario.Seats[seat.Value].Beliefs, Army).Doing = Doing.Besieging;
        return world;
    }
}
