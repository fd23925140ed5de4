using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>Peace: who may make it, how it travels, what it ends, and what it breaks when it is renounced. docs/rules/treaty.md.</summary>
public class TreatySpec : RuleSpec
{
    private static readonly Propose s_offer = new(JinCourt, Peace, 100, 100);

    /// <summary>Song offers, Jin seals on the day the paper comes, the papers are exchanged.</summary>
    private static War Concluded(World? world = null, ushort silver = 100, ushort silk = 100, TreatyId? treaty = null)
    {
        var paper = treaty ?? Peace;
        var war = Given(world ?? AtWar()).Order(SongCourt, new Propose(JinCourt, paper, silver, silk));
        war.DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Accept(SongCourt, paper, silver, silk));
        war.DaysUntil<TreatyConcluded>();
        return war;
    }

    [Fact]
    public void A_draft_rides_and_lies_before_the_other_court()
    {
        var war = Given(AtWar()).Order(SongCourt, s_offer).Never<PaperHeard>();
        Assert.True(war.DaysUntil<PaperHeard>() > 1);
        var talk = war.World.PeaceTalkOf(JinCourt);
        Assert.Equal((SongCourt, Peace, 100, 100), (talk.OfferBy, talk.Offered, talk.OfferedSilver, talk.OfferedSilk));
    }

    [Fact]
    public void Only_a_court_or_a_general_with_full_powers_may_treat()
    {
        var war = Given(AtWar());
        Assert.Equal(Code.OfficeLacksPower, war.Judge(SongField, s_offer).Code);
        Assert.True(war.Judge(SongCourt, s_offer).Ok);
        Assert.True(war.Judge(JinField, new Propose(SongCourt, Peace, 100, 100)).Ok);
    }

    [Fact]
    public void There_is_nothing_to_propose_where_the_seat_knows_of_no_war()
    {
        var war = Given(AtWar()).With(w => w[SongCourt].Wars = 0);
        Assert.Equal(Code.NotHostile, war.Judge(SongCourt, s_offer).Code);
    }

    [Fact]
    public void A_paper_that_is_not_between_the_two_is_refused()
    {
        var war = Given(AtWar());
        Assert.Equal(Code.NoSuchTreaty, war.Judge(SongCourt, s_offer with { Treaty = new TreatyId(9) }).Code);
        Assert.Equal(Code.WrongPolity, war.Judge(SongCourt, s_offer with { To = SongField }).Code);
        Assert.Equal(Code.OutOfBounds, war.Judge(SongCourt, s_offer with { Silk = TreatyRule.MostThousands + 1 }).Code);
    }

    [Fact]
    public void Only_the_paper_that_was_handed_over_can_be_sealed_and_only_once()
    {
        var war = Given(AtWar());
        Assert.Equal(Code.NoSuchOffer, war.Judge(JinCourt, new Accept(SongCourt, Peace, 100, 100)).Code);
        war.Order(SongCourt, s_offer).DaysUntil<PaperHeard>();
        Assert.Equal(Code.NoSuchOffer, war.Judge(JinCourt, new Accept(SongCourt, Peace, 200, 100)).Code);
        war.Order(JinCourt, new Accept(SongCourt, Peace, 100, 100));
        Assert.Equal(Code.NoSuchOffer, war.Judge(JinCourt, new Accept(SongCourt, Peace, 100, 100)).Code);
    }

    [Fact]
    public void A_paper_sent_back_ends_nothing_and_the_proposer_hears_of_it()
    {
        var war = Given(AtWar()).Order(SongCourt, s_offer);
        war.DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Decline(SongCourt, Peace)).DaysUntil<PaperAnswered>();
        war.Then<PaperAnswered>(e => e.Seat == SongCourt && e.Answer == Code.Refuses);
        Assert.True(war.World.Hostile(Song, Jin));
        Assert.Equal(Code.Refuses, new View(war.World, SongCourt).PeaceTalk.Answer);
    }

    [Fact]
    public void The_war_is_over_for_all_on_both_sides_when_the_sealed_paper_is_back()
    {
        var war = Given(AtWar()).Order(SongCourt, s_offer);
        war.DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Accept(SongCourt, Peace, 100, 100));
        Assert.True(war.World.Hostile(Song, Jin));
        war.DaysUntil<TreatyConcluded>();
        Assert.False(war.World.Hostile(Song, Jin) || war.World.Hostile(Jin, Loyalists) || war.World.Hostile(Loyalists, Jin));
        Assert.Equal(Validity.InForce, war.World[Peace].Validity);
    }

    [Fact]
    public void Who_sealed_an_offer_that_stands_no_more_has_made_no_peace()
    {
        var war = Given(AtWar()).Order(SongCourt, s_offer);
        war.DaysUntil<PaperHeard>();
        war.Order(SongCourt, s_offer with { Silver = 50 }).Order(JinCourt, new Accept(SongCourt, Peace, 100, 100)).DaysUntil<PaperAnswered>();
        war.Then<PaperAnswered>(e => e.Answer == Code.Overtaken).Never<TreatyConcluded>();
    }

    [Fact]
    public void Seats_learn_of_the_peace_as_riders_reach_them()
    {
        var war = Concluded();
        Assert.False(new View(war.World, SongCourt).Hostile(Jin));
        Assert.True(new View(war.World, JinField).Hostile(Song));
        war.Days(30);
        for (byte s = 1; s <= 4; s++) Assert.Equal(0, war.World[new SeatId(s)].Wars);
    }

    [Fact]
    public void A_seat_whose_rider_was_lost_is_written_to_again()
    {
        var war = Concluded();
        war.Days(15).With(w => w[JinField].Wars = 1 << 1);
        war.Days(30);
        Assert.Equal(0, war.World[JinField].Wars);
    }

    [Fact]
    public void Who_stands_on_the_others_land_is_called_home()
    {
        var world = AtWar();
        Stand(world, Van, Caizhou);
        world[Van].Task = TaskKind.Harass;
        world[Van].Target = Caizhou;
        var war = Concluded(world).Days(60);
        war.Holds(w => w.Scenario.SameSide(w[CourierRule.Where(w[Van])].Holder, Jin), "the van is on its own land");
    }

    [Fact]
    public void A_siege_does_not_outlast_the_war()
    {
        var war = Given(AtShunchang()).Send(Army, TaskKind.Take, Shunchang).Send(Van, TaskKind.Take, Shunchang);
        war.DaysUntil<SiegeLaid>();
        war.Order(SongCourt, s_offer).DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Accept(SongCourt, Peace, 100, 100)).DaysUntil<TreatyConcluded>();
        war.Days(2).Then<SiegeLifted>(e => e.Place == Shunchang);
        Assert.False(war.World[Shunchang].Siege.Exists);
    }

    [Fact]
    public void Renounced_a_treaty_is_void_and_what_was_not_performed_is_broken()
    {
        var war = Concluded().Days(30);
        war.Order(JinCourt, new Renounce(Song)).Then<TreatyRenounced>(e => e.By == Jin);
        Assert.Equal(Validity.Void, war.World[Peace].Validity);
        Assert.Equal(Standing.Performed, war.World.Ledger[JinGives.Value].Standing);
        Assert.Equal(Standing.Broken, war.World.Ledger[SongPays.Value].Standing);
        Assert.Equal(Standing.Broken, war.World.Ledger[SongServes.Value].Standing);
        Assert.Equal(war.Entries<WarBegun>()[0].Id, war.Entries<TreatyRenounced>()[0].Cause);
    }

    [Fact]
    public void A_broken_treaty_asks_for_nothing_more()
    {
        var war = Concluded().Days(5).Order(JinCourt, new Renounce(Song)).Days(150);
        war.Never<TributePaid>().Never<PlaceTaken>(e => e.How == Taking.Ceded).Never<ClauseLate>();
    }

    [Fact]
    public void The_chain_of_a_peace_goes_back_to_who_offered_it()
    {
        var war = Concluded();
        var cause = war.Entries<TreatyConcluded>()[0].Cause;
        var chain = new List<EventKind>();
        while (cause.Exists)
        {
            var entry = war.Log.Entries.ToArray().First(e => e.Id == cause);
            chain.Add(entry.Kind);
            cause = entry.Cause;
        }
        Assert.Equal(EventKind.PaperAnswered, chain[0]);
        Assert.Equal(EventKind.OrderGiven, chain[^1]);
    }

    [Fact]
    public void With_the_rule_left_out_no_offer_is_heard()
    {
        var world = AtWar();
        var simulation = new Simulation(world, new IMind?[world.Scenario.Seats.Length], RuleSwitch.Treaty);
        world.Log = new EventLog();
        simulation.Day([Yanyun.Engine.Order.Of(SongCourt, s_offer)], replay: true);
        for (var d = 0; d < 40; d++) simulation.Day();
        Assert.DoesNotContain(world.Log.Entries.ToArray(), e => e.Kind == EventKind.PaperHeard);
    }
}
