using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.DefectionSpecs;

/// <summary>Secret offers, from the desk to the day on which somebody comes over.</summary>
public class DefectionSpec : RuleSpec
{
    /// <summary>A man who would go at once, and one who never will.</summary>
    private static void Faithless(World world) => (world[HanChang].Loyalty, world[Van].Arrears) = (0, 300);
    private static void Faithful(World world) => world[HanChang].Loyalty = 1000;

    private static War Wooed(ulong seed, Action<World> man, int days = 25)
    {
        var war = Given(AtWar(seed)).With(man).With(w =>
        {
            // Nothing between them is garrisoned, so that the letter comes through, and nobody stirs.
            foreach (var p in (PlaceId[])[Yingchang, Kaifeng, Huazhou, Liyang]) w[p].Garrison = 10;
            w[Van].Stance = w[Yue].Stance = Stance.Avoid;
        });
        war.Order(SongField, new Entice(Van, 100_000));
        return war.Days(days);
    }

    private static War First(Action<World> man, Bargained answer, int days = 25)
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var war = Wooed(seed, man, days);
            if (war.All<OfferWeighed>() is { Count: > 0 } all && all[0].Answer == answer) return war;
        }
        Assert.Fail($"nobody in 200 histories: {answer}");
        return null!;
    }

    [Fact]
    public void The_desk_lets_who_may_promise_write_to_an_enemy_it_knows_one_letter_at_a_time()
    {
        var war = Given(AtWar());
        Assert.True(war.Judge(SongField, new Entice(Van, 50_000)).Ok);
        Assert.Equal(Code.UnknownForce, war.Judge(SongField, new Entice(Levy, 50_000)).Code);
        Assert.Equal(Code.NotHostile, war.Judge(SongField, new Entice(Liu, 50_000)).Code);
        Assert.Equal(Code.OutOfBounds, war.Judge(SongField, new Entice(Van, 999)).Code);
        Assert.Equal(Code.NotHostile, war.Judge(SongField, new Tempt(Caizhou, 5_000)).Code);
        Assert.Equal(Code.UnknownPlace, war.Judge(SongField, new Tempt(new PlaceId(99), 5_000)).Code);
        war.Order(SongField, new Entice(Van, 50_000));
        Assert.Equal(Code.TalksOpen, war.Judge(SongField, new Entice(Van, 50_000)).Code);
        Assert.True(war.Judge(SongCourt, new Entice(Van, 50_000)).Ok);
        war.With(w => w[SongField].Authority = Authority.Bound);
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongField, new Tempt(Luoyang, 5_000)).Code);
    }

    [Fact]
    public void A_letter_may_be_caught_and_then_its_man_is_suspected()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var war = Given(AtWar(seed)).Order(SongField, new Entice(Van, 50_000));
            var loyalty = war.World[HanChang].Loyalty;
            war.Days(20);
            if (war.All<OfferCaught>().Count == 0) continue;
            Assert.True(war.All<OfferCaught>()[0].Suspected);
            Assert.Equal(loyalty - DefectionRule.Suspicion, war.World[HanChang].Loyalty);
            war.Never<OfferWeighed>();
            return;
        }
        Assert.Fail("no letter was caught");
    }

    [Fact]
    public void He_who_agrees_comes_over_when_there_is_somebody_to_receive_him()
    {
        var war = First(Faithless, Bargained.Agreed);
        war.Never<ForceWentOver>(); // Yue is 500 li away
        war.Then<OfferAnswered>(e => e.Answer == Code.Obeys);
        var (men, yue, cash) = (war.World[Van].Men, war.World[Yue].Men, war.World[Song].Cash);
        var before = war.World.Totals();
        var flows = war.Flows();
        war.Stand(Yue, war.World[Van].At.Exists ? war.World[Van].At : war.World[Van].Toward).Force(Yue, (ref Force f) => f.FoughtOn = (ushort)war.World.Today)
            .Running(DefectionRule.Daily).Days(1);
        var over = Assert.Single(war.All<ForceWentOver>());
        Assert.Equal((Yue, men), (over.To, over.Men.Men));
        Assert.Equal(yue + men, war.World[Yue].Men);
        Assert.False(war.World[Van].Alive);
        Assert.Equal(cash - 100_000, war.World[Song].Cash);
        Assert.Equal((Song, PlaceTaken.Surrendered), (war.World[HanChang].Polity, war.World[HanChang].Loyalty));
        var now = war.Flows();
        Assert.Equal(before + new Flow(now.Men - flows.Men, now.Grain - flows.Grain, now.Cash - flows.Cash, now.Households - flows.Households), war.World.Totals());
    }

    [Fact]
    public void He_who_listens_weighs_it_again_and_binds_himself_to_nothing()
    {
        var war = First(w => (w[HanChang].Loyalty, w[Van].Arrears) = (350, 0), Bargained.Listens, days: 60);
        war.Then<OfferAnswered>(e => e.Answer == Code.Delays);
        Assert.True(war.All<OfferWeighed>().Count > 1, "weighed once only");
    }

    [Fact]
    public void A_loyal_man_reports_it_to_his_chief_and_the_suitor_hears_nothing()
    {
        var war = First(Faithful, Bargained.Reported);
        war.Never<OfferAnswered>();
    }

    [Fact]
    public void Bait_reads_like_consent_and_those_who_come_to_receive_him_are_ambushed()
    {
        var war = First(Faithful, Bargained.Bait);
        war.Then<OfferAnswered>(e => e.Answer == Code.Obeys);
        var (morale, fatigue) = (war.World[Yue].Morale, war.World[Yue].Fatigue);
        war.Stand(Yue, CourierRule.Where(war.World[Van])).Running(DefectionRule.Daily).Days(1);
        war.Then<BaitSprung>(e => e.Force == Van && e.Victim == Yue);
        Assert.Equal(morale - DefectionRule.AmbushMorale, war.World[Yue].Morale);
        Assert.True(war.World[Yue].Fatigue > fatigue);
        Assert.Equal(Stance.Seek, war.World[Van].Stance);
        war.Never<ForceWentOver>();
    }

    [Fact]
    public void The_book_of_the_seat_has_the_answer_as_it_was_read_and_nothing_of_what_the_man_thinks()
    {
        var agreed = new View(First(Faithless, Bargained.Agreed).World, SongField).TalksWith(Van);
        var bait = new View(First(Faithful, Bargained.Bait).World, SongField).TalksWith(Van);
        Assert.Equal((agreed.Told, agreed.Stage, agreed.Due, agreed.Man), (bait.Told, bait.Stage, bait.Due, bait.Man));
        Assert.Equal((Code.Obeys, TalkStage.None, 0, PersonId.None), (bait.Told, bait.Stage, (int)bait.Due, bait.Man));
    }

    private static War Handing(Action<World> change)
    {
        var war = Given(AtWar()).With(w =>
        {
            w.TalkTable[1] = new Talk { By = SongField, Place = Yingchang, Man = Prefect, Strings = 5_000, Stage = TalkStage.Agreed, Due = 1, Cause = new EventRef(0, 1) };
            Stand(w, Yue, Caizhou);
            PutOnRoad(w, Yue, Caizhou, Yingchang, 100);
        }).With(change).Running(DefectionRule.Daily);
        return war.Days(1);
    }

    [Fact]
    public void The_officer_of_a_town_hands_it_over_with_its_guard_and_keeps_his_post()
    {
        var war = Handing(w => Stand(w, Guard, Yingchang));
        war.Then<TownWentOver>().Then<GarrisonTurned>(e => e.Force == Guard);
        ref readonly var town = ref war.World[Yingchang];
        Assert.Equal((Song, Prefect, PlaceTaken.Surrendered, 800 + 1_500), (town.Holder, town.Officer, town.OfficerLoyalty, town.Garrison));
        Assert.Equal(600_000 - 5_000, war.World[Song].Cash);
    }

    [Fact]
    public void He_cannot_while_a_field_force_of_his_lord_is_in_the_town_or_it_is_besieged_or_nobody_is_near()
    {
        Handing(w => Stand(w, Van, Yingchang)).Never<TownWentOver>();
        Handing(w => { w[Yingchang].Siege = new SiegeId(1); w[new SiegeId(1)].Place = Yingchang; }).Never<TownWentOver>();
        Handing(w => Stand(w, Yue, Linan)).Never<TownWentOver>();
    }

    [Fact]
    public void Talks_lapse_when_the_man_has_lost_his_command_or_sixty_days_are_over()
    {
        Handing(w => w[Yingchang].Officer = PersonId.None).Then<TalksLapsed>().Never<TownWentOver>();
        var war = Handing(w => Stand(w, Yue, Linan));
        war.Days(DefectionRule.TalksLast).Then<TalksLapsed>();
    }

    [Fact]
    public void Left_out_of_a_run_no_offer_is_made()
    {
        var world = AtWar();
        var log = new EventLog();
        world.Log = log;
        var simulation = new Simulation(world, new IMind?[world.Scenario.Seats.Length], RuleSwitch.Defection);
        simulation.Day([Order.Of(SongField, new Entice(Van, 50_000))]);
        foreach (ref readonly var entry in log.Entries) Assert.NotEqual(EventKind.OfferSent, entry.Kind);
    }
}
