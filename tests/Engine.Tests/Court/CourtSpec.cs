using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>What a court hears, weighs and does to its own men. docs/rules/court.md.</summary>
public class CourtSpec : RuleSpec
{
    private static CourtState Court(War war) => war.World.CourtOf(Song);
    private static PersonFate FateOf(War war, PersonId person) => (PersonFate)war.World[person].Fate;

    // Factions and memorials.

    [Fact]
    public void Ground_believed_won_strengthens_those_for_war_and_ground_lost_those_for_peace()
    {
        var won = Given(AtWar()).Running(Factions.Daily).Days(1).With(w => Hold(w, Kaifeng, Song)).Days(Factions.ReckonDays);
        var lost = Given(AtWar()).Running(Factions.Daily).Days(1).With(w => Hold(w, Caizhou, Jin)).Days(Factions.ReckonDays);
        var kept = Given(AtWar()).Running(Factions.Daily).Days(1 + Factions.ReckonDays);
        Assert.True(Court(won).War > Court(kept).War + Factions.LeastMove);
        Assert.True(Court(lost).Peace > Court(kept).Peace + Factions.LeastMove);
        Assert.InRange(Court(won).Peace - Court(kept).Peace, -Factions.LeastMove, Factions.LeastMove);
        Assert.InRange(Court(lost).War - Court(kept).War, -Factions.LeastMove, Factions.LeastMove);
        static void Hold(World world, PlaceId place, PolityId by) => world.BeliefOf(0, place).Holder = by;
    }

    [Fact]
    public void What_the_court_has_not_heard_moves_nobody()
    {
        var war = Given(AtWar()).Running(Factions.Daily).Days(1);
        var before = Court(war);
        war.With(w => w[Caizhou].Holder = Jin).With(w => w[Yue].Foot = 100).Days(Factions.ReckonDays * 2);
        Assert.Equal((before.War, before.Peace), (Court(war).War, Court(war).Peace));
    }

    [Fact]
    public void An_army_believed_gone_speaks_for_peace()
    {
        var war = Given(AtWar()).Running(Factions.Daily).Days(1);
        var before = Court(war).Peace;
        war.With(w => w.BeliefOf(0, Yue).Doing = Doing.Gone).Days(Factions.ReckonDays);
        Assert.True(Court(war).Peace > before + 100);
    }

    [Fact]
    public void A_memorial_rides_and_adds_to_its_side_by_the_trust_its_writer_has()
    {
        var war = Given(AtWar()).Order(SongField, new Argue(SongCourt, Counsel.War)).Never<MemorialHeard>();
        war.DaysUntil<MemorialHeard>();
        war.Then<MemorialHeard>(e => e.Weight == 600 / Factions.TrustPerMemorial);
        Assert.Equal(600 / Factions.TrustPerMemorial, Court(war).ArguedWar);
        Assert.True(Court(war).War >= 300 + 600 / Factions.TrustPerMemorial - Factions.LeastMove);
    }

    [Fact]
    public void Memorials_fade_and_never_add_more_than_their_bound()
    {
        var war = Given(AtWar());
        for (var i = 0; i < 8; i++) war.Order(SongField, new Argue(SongCourt, Counsel.Peace)).Days(3);
        Assert.InRange(Court(war).ArguedPeace, 1, CourtRule.MostArgued);
        var argued = Court(war).ArguedPeace;
        war.Days(Factions.ReckonDays * 3);
        Assert.True(Court(war).ArguedPeace < argued);
    }

    [Fact]
    public void A_memorial_goes_to_ones_own_court_only() =>
        Assert.Equal(Code.NoSuchSeat, Given(AtWar()).Judge(SongField, new Argue(JinCourt, Counsel.Peace)).Code);

    [Fact]
    public void A_peace_broken_by_the_other_side_gives_weight_to_those_for_war()
    {
        var war = Given(AtWar()).Order(SongCourt, new Propose(JinCourt, Truce, 0, 0));
        war.DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Accept(SongCourt, Truce, 0, 0)).DaysUntil<TreatyConcluded>();
        war.Days(30);
        var before = Court(war).War;
        war.Order(JinCourt, new Renounce(Song)).Days(30);
        // Song's court knows it when it knows of the war.
        war.With(w => w[SongCourt].Wars = 1 << 2).Days(Factions.ReckonDays);
        Assert.InRange(Court(war).War - before, Factions.Wronged - 100, Factions.Wronged + Factions.MostGround);
    }

    [Fact]
    public void The_ruler_leans_as_the_factions_weigh_and_as_he_is_minded()
    {
        var scenario = AtWar().Scenario;
        var even = new CourtState { Ruler = Gaozong, War = 500, Peace = 500 };
        Assert.Equal(-60 * Factions.RulerWeight, Factions.Leaning(even, scenario));
        Assert.Equal(-60 * Factions.RulerWeight + 300, Factions.Leaning(even with { War = 800 }, scenario));
    }

    // Dismissal and appointment.

    [Fact]
    public void A_dismissed_man_loses_office_and_command_when_the_edict_is_read()
    {
        var war = Given(AtWar()).Order(SongCourt, new Dismiss(SongField, YueFei));
        Assert.Equal(YueFei, war.World[SongField].Holder);
        war.DaysUntil<OfficerDismissed>();
        Assert.Equal(PersonFate.Dismissed, FateOf(war, YueFei));
        Assert.NotEqual(YueFei, war.World[SongField].Holder);
        Assert.Equal(PersonId.None, war.World[Yue].Commander);
        war.Then<CommandTaken>(e => e.Force == Yue);
    }

    [Fact]
    public void Who_leads_the_strongest_body_left_acts_in_his_place()
    {
        var war = Given(AtWar()).Force(Liu, (ref Force f) => f.Seat = SongField).Order(SongCourt, new Dismiss(SongField, YueFei));
        war.DaysUntil<OfficerDismissed>();
        Assert.Equal(LiuQi, war.World[SongField].Holder);
    }

    [Fact]
    public void The_army_obeys_the_man_who_acts()
    {
        var war = Given(AtWar()).Order(SongCourt, new Dismiss(SongField, YueFei));
        war.DaysUntil<OfficerDismissed>();
        war.Order(SongField, new Hold(Yue, Caizhou)).Days(3).Then<OrderAnswered>(e => e.Force == Yue);
    }

    [Fact]
    public void A_dismissed_man_is_called_back_by_an_appointment()
    {
        var war = Given(AtWar()).Order(SongCourt, new Dismiss(SongField, YueFei));
        war.DaysUntil<OfficerDismissed>();
        war.Days(20).Order(SongCourt, new Appoint(SongField, YueFei)).DaysUntil<PersonRecalled>();
        Assert.Equal((YueFei, PersonFate.Free), (war.World[SongField].Holder, FateOf(war, YueFei)));
    }

    [Fact]
    public void An_appointment_of_a_man_who_is_dead_comes_to_nothing()
    {
        var war = Given(AtWar()).With(w => w[LiuQi].Fate = (byte)PersonFate.Dead);
        Assert.True(war.Judge(SongCourt, new Appoint(SongField, LiuQi)).Ok); // it has not heard
        war.Order(SongCourt, new Appoint(SongField, LiuQi)).DaysUntil<AppointmentLapsed>();
        Assert.Equal(YueFei, war.World[SongField].Holder);
    }

    [Fact]
    public void Only_a_court_lays_hand_on_men_and_only_on_its_own()
    {
        var war = Given(AtWar());
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongField, new Dismiss(SongCourt, LiuQi)).Code);
        Assert.Equal(Code.WrongPolity, war.Judge(SongCourt, new Dismiss(JinField, Zongbi)).Code);
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongField, new Arrest(LiuQi)).Code);
        Assert.Equal(Code.WrongPolity, war.Judge(SongCourt, new Execute(Zongbi)).Code);
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongCourt, new Execute(Gaozong)).Code);
        Assert.Equal(Code.NoSuchPerson, war.Judge(SongCourt, new Execute(new PersonId(99))).Code);
    }

    // Arrest, flight, death.

    [Fact]
    public void A_loyal_man_gives_himself_up_far_more_often_than_a_disloyal_one()
    {
        int Taken(short loyalty)
        {
            var taken = 0;
            for (ulong seed = 1; seed <= 60; seed++)
            {
                var war = Given(AtWar(seed)).With(w => w[YueFei].Loyalty = loyalty).Order(SongCourt, new Arrest(YueFei)).Days(20);
                Assert.Equal(1, war.All<PersonArrested>().Count + war.All<PersonFled>().Count);
                taken += war.All<PersonArrested>().Count;
            }
            return taken;
        }
        Assert.True(Taken(900) > 50);
        Assert.True(Taken(100) < 35);
    }

    [Fact]
    public void Arrested_he_holds_nothing_and_the_court_knows_when_a_rider_could_be_back()
    {
        var war = Given(AtWar()).With(w => w[YueFei].Loyalty = 1000).Order(SongCourt, new Arrest(YueFei));
        war.DaysUntil<PersonArrested>();
        Assert.Equal(PersonId.None, war.World[Yue].Commander);
        Assert.Equal(PersonFate.Free, new View(war.World, SongCourt).FateOf(YueFei));
        Assert.Equal(PersonFate.Free, new View(war.World, SongField).FateOf(YueFei));
        war.Days(10);
        Assert.Equal(PersonFate.Arrested, new View(war.World, SongCourt).FateOf(YueFei));
        Assert.Equal(Code.AlreadyDone, war.Judge(SongCourt, new Arrest(YueFei)).Code);
        Assert.Equal(Code.NotAtLiberty, war.Judge(SongCourt, new Appoint(SongField, YueFei)).Code);
    }

    [Fact]
    public void A_prisoner_dies_at_court_the_day_the_word_is_given()
    {
        var war = Given(AtWar()).With(w => w[YueFei].Loyalty = 1000).Order(SongCourt, new Arrest(YueFei)).Days(20);
        war.Order(SongCourt, new Execute(YueFei)).Then<PersonExecuted>(e => e.Person == YueFei && e.Place == Linan && !e.Caught);
        Assert.Equal(PersonFate.Dead, FateOf(war, YueFei));
    }

    [Fact]
    public void His_old_army_loses_heart_and_others_fear_when_they_hear_of_it()
    {
        var war = Given(AtWar()).With(w => w[YueFei].Loyalty = 1000).Order(SongCourt, new Arrest(YueFei)).Days(20);
        var (morale, fear) = (war.World[Yue].Morale, war.World[SongField].Fear);
        war.Order(SongCourt, new Execute(YueFei)).Never<ExecutionHeard>(e => e.Seat == SongField);
        war.DaysUntil<ExecutionHeard>();
        war.Then<ForceShaken>(e => e.Force == Yue && e.Morale == 80).Never<ForceShaken>(e => e.Force == Liu);
        Assert.True(war.World[Yue].Morale < morale);
        Assert.Equal(fear + Disgrace.FearOfDeath, war.World[SongField].Fear);
    }

    [Fact]
    public void With_a_man_of_war_dead_those_for_war_are_weaker()
    {
        var war = Given(AtWar()).With(w => w[LiuQi].Loyalty = 1000).Days(2);
        war.Order(SongCourt, new Execute(LiuQi)).DaysUntil<PersonExecuted>();
        Assert.Equal(300 - 50 * CourtRule.FactionPerLeaning, Court(war).WarMen);
    }

    [Fact]
    public void Who_runs_is_caught_in_the_end_or_gets_away()
    {
        int caught = 0, away = 0;
        for (ulong seed = 1; seed <= 80; seed++)
        {
            var war = Given(AtWar(seed)).With(w => w[YueFei].Loyalty = 0).With(w => w[SongField].Fear = 0).Order(SongCourt, new Execute(YueFei)).Days(80);
            if (war.All<PersonFled>().Count == 0) continue;
            Assert.Equal(1, war.All<PersonExecuted>().Count + war.All<PersonEscaped>().Count);
            caught += war.All<PersonExecuted>().Count(e => e.Caught);
            away += war.All<PersonEscaped>().Count;
            Assert.Equal(0, Court(war).Fugitives);
        }
        Assert.True(caught > away && away > 0, $"{caught} caught, {away} away");
    }

    // Coup.

    [Fact]
    public void A_disloyal_man_of_ambition_with_troops_at_the_door_may_reach_for_the_court()
    {
        int tried = 0, won = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var war = Given(AtWar(seed)).With(Threaten).Days(360);
            tried += war.All<CoupAttempted>().Count;
            won += war.All<CoupAttempted>().Count(e => e.Won);
            if (war.All<CoupAttempted>() is [{ Won: false }, ..]) Assert.Equal(PersonFate.Dead, FateOf(war, YueFei));
            if (war.All<CoupAttempted>() is [{ Won: true }, ..]) Assert.Equal(YueFei, Court(war).Ruler);
        }
        Assert.True(tried > 5 && won > 0 && won < tried, $"{won} of {tried}");
    }

    [Fact]
    public void A_loyal_man_with_the_same_troops_never_does()
    {
        for (ulong seed = 1; seed <= 10; seed++)
            Given(AtWar(seed)).With(Threaten).With(w => w[YueFei].Loyalty = 800).Days(360).Never<CoupAttempted>();
    }

    private static void Threaten(World world)
    {
        Stand(world, Yue, Linan);
        world[Yue].Base = world[Yue].Target = Linan;
        world[YueFei].Loyalty = 100;
        world[SongField].Fear = 500;
        world.Scenario.Persons[YueFei.Value] = world.Scenario.Persons[YueFei.Value] with { Ambition = 900 };
    }

    [Fact]
    public void With_the_rule_left_out_nobody_is_seized()
    {
        var world = AtWar();
        world.Log = new EventLog();
        var simulation = new Simulation(world, new IMind?[world.Scenario.Seats.Length], RuleSwitch.Court);
        simulation.Day([Yanyun.Engine.Order.Of(SongCourt, new Arrest(YueFei))], replay: true);
        for (var d = 0; d < 40; d++) simulation.Day();
        Assert.Equal(YueFei, world[SongField].Holder);
        Assert.DoesNotContain(world.Log.Entries.ToArray(), e => e.Kind is EventKind.PersonArrested or EventKind.FactionsMoved);
    }
}
