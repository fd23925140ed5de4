using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>What a peace asks for, by when, and how it is entered. docs/rules/treaty.md.</summary>
public class LedgerSpec : RuleSpec
{
    private static War Peaceful(Action<World>? change = null, ushort silver = 100, ushort silk = 100)
    {
        var war = Given(AtWar());
        if (change is not null) war.With(change);
        war.Order(SongCourt, new Propose(JinCourt, Peace, silver, silk));
        war.DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Accept(SongCourt, Peace, silver, silk)).DaysUntil<TreatyConcluded>();
        return war;
    }

    private static ClauseState Entry(War war, ClauseId clause) => war.World.Ledger[clause.Value];

    [Fact]
    public void When_the_treaty_binds_each_clause_is_owed_with_its_day()
    {
        var war = Peaceful();
        var today = war.World.Today;
        Assert.Equal((Standing.Owed, 1, today + 10), (Entry(war, JinGives).Standing, Entry(war, JinGives).Owed, Entry(war, JinGives).Due));
        Assert.Equal((Standing.Owed, 1, today + 20), (Entry(war, SongGives).Standing, Entry(war, SongGives).Owed, Entry(war, SongGives).Due));
        Assert.Equal(Standing.Duty, Entry(war, SongServes).Standing);
        Assert.Equal(700_000, Entry(war, SongPays).Owed);
    }

    [Fact]
    public void Beyond_the_line_a_place_changes_hands_on_its_day_and_its_watch_stays()
    {
        var war = Peaceful();
        var watch = war.World[Yingchang].Garrison;
        war.Days(9);
        Assert.Equal(Jin, war.World[Yingchang].Holder);
        war.Days(1).Then<PlaceTaken>(e => e.Place == Yingchang && e.By == Song && e.How == Taking.Ceded && !e.Force.Exists);
        Assert.Equal(Song, war.World[Yingchang].Holder);
        Assert.InRange(war.World[Yingchang].Garrison, watch - 20, watch + 20);
        Assert.Equal(Prefect, war.World[Yingchang].Officer);
        Assert.Equal(Standing.Performed, Entry(war, JinGives).Standing);
    }

    [Fact]
    public void An_army_in_a_town_given_up_marches_home()
    {
        var war = Peaceful().Days(21);
        war.Then<PlaceTaken>(e => e.Place == Shunchang && e.By == Jin).Then<TaskTaken>(e => e.Force == Liu && e.Task == TaskKind.Withdraw);
        war.Days(60).Holds(w => w.Scenario.SameSide(w[CourierRule.Where(w[Liu])].Holder, Song), "Liu's corps is on its own land");
    }

    [Fact]
    public void A_garrison_of_a_town_given_up_becomes_the_guard_of_the_nearest_town_of_its_own()
    {
        var war = Peaceful(w =>
        {
            Stand(w, Guard, Yingchang);
            w[Guard].Base = Yingchang;
        });
        var before = war.World.Totals().Men;
        var lost = war.Flows().Men;
        war.Days(10).Then<GarrisonRecalled>(e => e.Force == Guard && e.From == Yingchang);
        Assert.False(war.World[Guard].Alive);
        Assert.Equal(before + war.Flows().Men - lost, war.World.Totals().Men);
    }

    [Fact]
    public void A_clause_with_nothing_left_to_give_is_waived()
    {
        var war = Peaceful(w => w[Yingchang].Holder = Song);
        war.Days(10).Then<ClauseWaived>(e => e.Clause == JinGives);
        Assert.Equal(Standing.Waived, Entry(war, JinGives).Standing);
    }

    [Fact]
    public void A_payment_let_go_in_the_paper_is_waived_from_the_first_day() =>
        Assert.Equal(Standing.Waived, Entry(Peaceful(silver: 0, silk: 0), SongPays).Standing);

    [Fact]
    public void Tribute_is_paid_in_its_season_and_no_string_is_lost()
    {
        var war = Peaceful(w => w[Song].Cash = 5_000_000);
        war.Never<TributePaid>();
        war.DaysUntil<TributePaid>();
        var date = JulianDate.Of(war.World.Date);
        Assert.Equal((7, 1), (date.Month, date.DayOfMonth));
        war.Then<TributePaid>(e => e.By == Song && e.To == Jin && e.Cash == 700_000);
        Assert.Equal(5_000_000 + 900_000 + war.Flows().Cash, war.World.Totals().Cash);
        Assert.Equal(700_000, Entry(war, SongPays).Done);
    }

    [Fact]
    public void The_next_years_tribute_is_owed_a_year_later()
    {
        var war = Peaceful(w => w[Song].Cash = 50_000_000);
        war.DaysUntil<TributePaid>();
        Assert.Equal(Standing.Owed, Entry(war, SongPays).Standing);
        Assert.Equal(Ledger.Year, war.DaysUntil<TributePaid>());
    }

    [Fact]
    public void An_empty_treasury_pays_a_part_is_late_on_the_day_and_broken_after_the_grace()
    {
        var war = Peaceful();
        while (war.All<ClauseBroken>().Count == 0 && war.World.Today < 400)
            war.With(w => w[Song].Cash = w.Today < 70 ? 40_000 : 0).Days(1);
        var broken = war.Entries<ClauseBroken>()[0].Id.Day;
        var late = war.Entries<ClauseLate>()[0].Id.Day;
        war.Then<ClausePerformed>(e => e.Clause == SongPays && e.Left > 0);
        Assert.Equal(60, broken - late - 30);
        Assert.Equal(Standing.Broken, Entry(war, SongPays).Standing);
        Assert.True(Entry(war, SongPays).Done > 0);
    }

    [Fact]
    public void What_was_late_may_still_be_performed()
    {
        var war = Peaceful();
        while (war.All<ClauseLate>().Count == 0) war.With(w => w[Song].Cash = 0).Days(1);
        war.With(w => w[Song].Cash = 5_000_000).Days(Ledger.TryAgainDays);
        Assert.Equal(700_000, war.All<TributePaid>().Sum(e => e.Cash));
        Assert.Equal(700_000, Entry(war, SongPays).Done);
    }

    [Fact]
    public void Persons_are_returned_by_their_day()
    {
        var war = Peaceful().Days(40);
        war.Then<ClausePerformed>(e => e.Clause == JinReturns && e.Amount == 3 && e.Left == 0);
        Assert.Equal(Standing.Performed, Entry(war, JinReturns).Standing);
    }

    [Fact]
    public void Each_keeps_what_he_holds_where_the_paper_draws_no_line()
    {
        var war = Given(AtWar()).Order(SongCourt, new Propose(JinCourt, Truce, 0, 0));
        war.DaysUntil<PaperHeard>();
        war.Order(JinCourt, new Accept(SongCourt, Truce, 0, 0)).DaysUntil<TreatyConcluded>();
        war.Days(100).Never<PlaceTaken>(e => e.How == Taking.Ceded);
    }
}
