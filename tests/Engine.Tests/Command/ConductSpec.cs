using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

public class ConductSpec : RuleSpec
{
    [Fact]
    public void A_force_with_somewhere_to_go_sets_out() =>
        Given(AtWar()).Force(Yue, (ref Force f) => (f.Task, f.Target) = (TaskKind.March, Linan)).Running(Conduct.Daily).Days(1)
            .Then<ConductChanged>(e => e.Force == Yue && e.Doing == Doing.Marching);

    [Fact]
    public void A_force_that_is_there_stands_and_holds() =>
        Given(AtWar()).Force(Yue, (ref Force f) => (f.Task, f.Target, f.Doing) = (TaskKind.March, Caizhou, Doing.Marching)).Running(Conduct.Daily).Days(1)
            .Then<TaskTaken>(e => e.Force == Yue && e.Task == TaskKind.Hold && e.Target == Caizhou);

    [Fact]
    public void A_commander_in_the_open_shuns_a_host_that_would_crush_him() =>
        Given(AtWar()).Stand(Van, Zhuxian).Stand(Yue, Zhuxian).Force(Van, (ref Force f) => f.LightHorse = 1_000).With(MusterAndAlarm)
            .Running(Conduct.Daily).Days(1).Then<ConductChanged>(e => e.Force == Van && e.Doing == Doing.Retreating && e.Why == Code.BadlyOutnumbered);

    [Fact]
    public void One_told_to_seek_battle_does_not() =>
        Given(AtWar()).Stand(Van, Zhuxian).Stand(Yue, Zhuxian).Force(Van, (ref Force f) => (f.LightHorse, f.Stance) = (1_000, Stance.Seek)).With(MusterAndAlarm)
            .Running(Conduct.Daily).Days(1).Never<ConductChanged>(e => e.Force == Van && e.Doing == Doing.Retreating);

    [Fact]
    public void Behind_a_wall_he_waits() =>
        Given(AtWar()).Stand(Army, Shunchang).Force(Liu, (ref Force f) => f.Base = Linan).With(MusterAndAlarm).Running(Conduct.Daily).Days(1)
            .Never<ConductChanged>(e => e.Force == Liu && e.Doing == Doing.Retreating);

    [Fact]
    public void An_army_that_runs_out_of_grain_in_enemy_country_turns_back() =>
        Given(AtWar()).Stand(Yue, Kaifeng).Force(Yue, (ref Force f) => (f.Task, f.Target, f.Grain) = (TaskKind.Take, Daming, 0)).With(w => w[Kaifeng].Forage = 0)
            .Running(Conduct.Daily).Days(2).Then<ConductChanged>(e => e.Force == Yue && e.Why == Code.NoGrain)
            .Then<TaskTaken>(e => e.Force == Yue && e.Task == TaskKind.Withdraw && e.Target == Shunchang);

    [Fact]
    public void It_makes_for_the_nearest_granary_that_can_feed_it_however_far_its_base() =>
        Given(AtWar()).Stand(Yue, Kaifeng).Force(Yue, (ref Force f) => (f.Task, f.Target, f.Grain, f.Base) = (TaskKind.Take, Daming, 0, Linan))
            .With(w => w[Kaifeng].Forage = 0).Place(Yingchang, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 40_000_000)).Running(Conduct.Daily).Days(2)
            .Then<TaskTaken>(e => e.Force == Yue && e.Task == TaskKind.Withdraw && e.Target == Yingchang);

    [Fact]
    public void A_nearer_granary_that_is_bare_is_passed_by() =>
        Given(AtWar()).Stand(Yue, Kaifeng).Force(Yue, (ref Force f) => (f.Task, f.Target, f.Grain, f.Base) = (TaskKind.Take, Daming, 0, Linan))
            .With(w => w[Kaifeng].Forage = 0).Place(Yingchang, (ref PlaceState p) => (p.Holder, p.Stores) = (Song, 1_000)).Running(Conduct.Daily).Days(2)
            .Never<TaskTaken>(e => e.Force == Yue && e.Target == Yingchang);

    [Fact]
    public void Before_a_pass_that_bars_the_road_a_host_lays_siege_whatever_it_was_sent_for() =>
        Given(AtWar()).Stand(Yue, Kaifeng).Place(Kaifeng, (ref PlaceState p) => p.Holder = Song).With(w => w[Hulao].Garrison = 1_200)
            .Send(Yue, TaskKind.March, Luoyang).Days(12).Then<SiegeLaid>(e => e.Place == Hulao && e.By == Song);

    [Fact]
    public void One_too_weak_for_the_pass_gives_up_the_road_after_some_days() =>
        Given(AtWar()).Stand(Liu, Kaifeng).Place(Kaifeng, (ref PlaceState p) => p.Holder = Song).With(w => w[Hulao].Garrison = 9_000)
            .Send(Liu, TaskKind.March, Luoyang).Running(Alarm.Raise, Conduct.Daily, MarchRule.Daily).Days(4 + Conduct.BarredDays + 4)
            .Then<TaskTaken>(e => e.Force == Liu && e.Task == TaskKind.Withdraw && e.Target == Kaifeng);

    [Fact]
    public void One_that_holds_a_place_among_enemies_does_not_starve_there() =>
        Given(AtWar()).Stand(Yue, Zhuxian).Force(Yue, (ref Force f) => (f.Task, f.Target, f.Grain) = (TaskKind.Hold, Zhuxian, 0)).With(w => w[Zhuxian].Forage = 0).With(MusterAndAlarm)
            .Running(Conduct.Daily).Days(2).Then<ConductChanged>(e => e.Force == Yue && e.Why == Code.NoGrain);

    [Fact]
    public void The_beaten_rally_at_their_base() =>
        Given(AtWar()).Force(Liu, (ref Force f) => f.Doing = Doing.Routed).Running(Conduct.Daily).Days(1)
            .Then<ConductChanged>(e => e.Force == Liu && e.Doing == Doing.Standing);

    [Fact]
    public void One_who_follows_stands_where_his_leader_stands_and_marches_when_he_is_gone_ahead()
    {
        Given(AtWar()).Stand(Van, Daming).Force(Van, (ref Force f) => (f.Task, f.TargetForce, f.Doing) = (TaskKind.Follow, Army, Doing.Marching))
            .Running(Conduct.Daily).Days(1).Then<ConductChanged>(e => e.Force == Van && e.Doing == Doing.Standing);
        Given(AtWar()).Force(Van, (ref Force f) => (f.Task, f.TargetForce) = (TaskKind.Follow, Army))
            .Running(Conduct.Daily).Days(1).Then<ConductChanged>(e => e.Force == Van && e.Doing == Doing.Marching);
    }

    [Fact]
    public void The_cause_of_a_turning_back_is_what_he_had_been_told()
    {
        var war = Given(AtWar()).Stand(Yue, Kaifeng).With(w => w[Kaifeng].Forage = 0).With(w => w[Yue].Grain = 0);
        var order = war.World.Emit(new TaskTaken(Yue, TaskKind.Take, Daming, default, 10, Pace.Usual), EventRef.None);
        war.Running(Conduct.Daily).Days(2);
        Assert.Contains(war.Entries<ConductChanged>(), e => e.Cause == order);
    }

    private static void MusterAndAlarm(World world)
    {
        world.Muster();
        Alarm.Raise(world);
    }
}
