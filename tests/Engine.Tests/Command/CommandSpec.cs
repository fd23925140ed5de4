using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

public class CommandSpec : RuleSpec
{
    [Fact]
    public void A_command_may_not_order_the_forces_of_another() =>
        Assert.Equal(Code.NotYourForce, Given(AtWar()).Judge(SongField, new Hold(Liu, Shunchang)).Code);

    [Fact]
    public void A_court_may_order_any_force_of_its_polity_over_its_commands_head() =>
        Assert.True(Given(AtWar()).Judge(SongCourt, new Hold(Yue, Caizhou)).Ok);

    [Fact]
    public void A_force_never_heard_of_cannot_be_ordered() =>
        Assert.Equal(Code.UnknownForce, Given(AtWar()).Judge(SongCourt, new Hold(Levy, Linan)).Code);

    [Fact]
    public void Only_a_court_grants_powers_and_renounces_peace()
    {
        var war = Given(AtWar());
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongField, new Grant(SongCourt, Authority.Bound)).Code);
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongField, new Renounce(Jin)).Code);
        Assert.Equal(Code.AlreadyDone, war.Judge(SongCourt, new Renounce(Jin)).Code);
    }

    [Fact]
    public void The_desk_answers_by_belief_and_never_by_the_truth()
    {
        var war = Given(AtWar()).Force(Yue, (ref Force f) => f.Doing = Doing.Gone);
        Assert.True(war.Judge(SongCourt, new Hold(Yue, Caizhou)).Ok, "nobody at court has heard that the force is no more");
    }

    [Fact]
    public void An_edict_to_withdraw_becomes_orders_to_the_forces_in_the_field()
    {
        var war = Given(AtWar(seed: 2)).Stand(Yue, Yingchang).Force(Yue, (ref Force f) => (f.Task, f.Target) = (TaskKind.Take, Kaifeng))
            .With(w => w[YueFei].Loyalty = 1000).With(w => w[SongField].Fear = 900).With(w => w[SongField].Authority = Authority.Bound);
        war.Order(SongCourt, new Direct(SongField, TaskKind.Withdraw, Caizhou)).Days(30);
        war.Then<EdictAnswered>(e => e.Seat == SongField && e.Answer == Code.Obeys).Then<TaskTaken>(e => e.Force == Yue && e.Task == TaskKind.Withdraw && e.Target == Caizhou);
    }

    [Fact]
    public void Powers_granted_arrive_with_the_rider_who_brings_them()
    {
        var war = Given(AtWar()).Order(SongCourt, new Grant(SongField, Authority.Supreme));
        Assert.Equal(Authority.Discretionary, war.World[SongField].Authority);
        war.Days(20);
        Assert.Equal(Authority.Supreme, war.World[SongField].Authority);
    }

    [Fact]
    public void A_new_holder_of_an_office_keeps_the_town_his_predecessor_kept()
    {
        var world = AtWar();
        world[Caizhou].Officer = YueFei;
        world.Emit(new SeatFilled(SongField, LiuQi, YueFei), EventRef.None);
        Assert.Equal((LiuQi, LiuQi), (world[SongField].Holder, world[Caizhou].Officer));
        Assert.Equal(world[LiuQi].Loyalty, world[Caizhou].OfficerLoyalty);
        Assert.Equal(Prefect, world[Shunchang].Officer);
    }

    [Fact]
    public void Who_takes_an_office_over_leads_the_body_his_predecessor_led_at_its_seat()
    {
        var war = Given(AtWar()).Order(SongCourt, new Appoint(SongField, Prefect)).Days(20);
        war.Then<SeatFilled>(e => e.Seat == SongField && e.Person == Prefect && e.Former == YueFei)
            .Then<CommandPassed>(e => e.Force == Yue && e.Person == Prefect && e.Former == YueFei);
        Assert.Equal(Prefect, war.World[Yue].Commander);
        Assert.Equal(Rebel, war.World[SmallWar.Band].Commander);
    }

    [Fact]
    public void Nobody_leads_two_bodies_so_the_other_is_left_to_its_officers()
    {
        var war = Given(AtWar()).Order(SongCourt, new Appoint(SongField, LiuQi)).Days(20).Then<CommandPassed>(e => e.Force == Yue && e.Person == PersonId.None);
        Assert.Equal((PersonId.None, LiuQi), (war.World[Yue].Commander, war.World[Liu].Commander));
    }

    [Fact]
    public void A_body_away_from_the_seat_of_the_office_keeps_its_man()
    {
        var war = Given(AtWar()).Stand(Yue, Yingchang).With(w => w[SongField].With = ForceId.None).Order(SongCourt, new Appoint(SongField, Prefect)).Days(20);
        Assert.Equal((Prefect, YueFei), (war.World[SongField].Holder, war.World[Yue].Commander));
    }

    [Fact]
    public void An_order_to_go_forward_is_put_off_by_a_careful_man_without_grain()
    {
        var put_off = Enumerable.Range(1, 40).Count(seed => Given(AtWar((ulong)seed)).Force(Yue, (ref Force f) => f.Grain = 0)
            .With(w => w[Caizhou].Stores = 0).Order(SongField, new Take(Yue, Kaifeng, 10)).All<OrderAnswered>()
            .Any(e => e.Answer == Code.Delays && e.Reason == Code.NoGrain));
        Assert.InRange(put_off, 1, 39);
    }

    [Fact]
    public void Loyalty_and_fear_make_edicts_obeyed_and_ambition_with_a_free_hand_does_not()
    {
        int Obeyed(short loyalty, short fear, Authority authority) => Enumerable.Range(1, 60).Count(seed =>
            Given(AtWar((ulong)seed)).Stand(Van, Caizhou).With(w => w[YueFei].Loyalty = loyalty).With(w => w[SongField].Fear = fear)
                .With(w => w[SongField].Authority = authority).Order(SongCourt, new Direct(SongField, TaskKind.Withdraw, Linan)).Days(20)
                .All<EdictAnswered>().Any(e => e.Answer == Code.Obeys));
        var docile = Obeyed(950, 800, Authority.Bound);
        var wilful = Obeyed(350, 100, Authority.Supreme);
        Assert.True(docile > wilful + 20, $"docile {docile}, wilful {wilful} of 60");
    }

    [Fact]
    public void A_refusal_costs_trust_and_is_remembered()
    {
        for (var seed = 1; seed < 60; seed++)
        {
            var war = Given(AtWar((ulong)seed)).Stand(Van, Caizhou).With(w => w[YueFei].Loyalty = 300).With(w => w[SongField].Fear = 0)
                .With(w => w[SongField].Authority = Authority.Supreme);
            var trust = war.World[SongField].Trust;
            war.Order(SongCourt, new Direct(SongField, TaskKind.Withdraw, Linan)).Days(15);
            if (!war.All<EdictAnswered>().Any(e => e.Answer is Code.Delays or Code.Refuses)) continue;
            Assert.True(war.World[SongField].Trust < trust);
            Assert.True(war.World[SongField].Refusals > 0);
            return;
        }
        Assert.Fail("nobody refused in 60 histories");
    }

    [Fact]
    public void Renouncing_peace_makes_war_at_once_and_is_known_where_riders_bring_it()
    {
        var war = Given(AtWar()).With(w =>
        {
            for (byte p = 1; p <= 3; p++) w[new PolityId(p)].Wars = 0;
            for (byte s = 1; s <= 4; s++) w[new SeatId(s)].Wars = 0;
        }).With(w => w[JinField].At = Kaifeng).With(w => w[JinField].With = default);
        war.Order(JinCourt, new Renounce(Song));
        Assert.True(war.World.Hostile(Song, Jin));
        Assert.True(new View(war.World, JinCourt).Hostile(Song));
        Assert.False(new View(war.World, JinField).Hostile(Song));
        Assert.False(new View(war.World, SongCourt).Hostile(Jin));
        war.Days(12);
        Assert.True(new View(war.World, JinField).Hostile(Song));
    }
}
