using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

public class LookoutSpec : RuleSpec
{
    [Fact]
    public void A_host_that_comes_before_the_town_is_known_there_the_next_morning()
    {
        var war = Given(AtWar()).Stand(Van, Caizhou).Force(Van, (ref Force f) => f.NewsOn = 1).Running(Alarm.Raise, Lookout.Daily).Days(2);
        Assert.Equal(Caizhou, new View(war.World, SongField)[Van].Place);
    }

    [Fact]
    public void Far_away_nobody_knows_until_a_rider_comes()
    {
        var war = Given(AtWar()).Stand(Van, Caizhou).Days(1);
        Assert.Equal(Liyang, new View(war.World, SongCourt)[Van].Place);
    }

    [Fact]
    public void A_report_tells_the_court_what_the_command_saw()
    {
        var war = Given(AtWar()).Stand(Van, Shunchang).Force(Van, (ref Force f) => (f.NewsOn, f.Target) = (1, Shunchang)).Place(Shunchang, (ref PlaceState p) => p.NewsOn = 1)
            .With(w => w[Liu].NewsOn = 1).Days(15);
        Assert.True(new View(war.World, SongCourt)[Van].AsOf > 0, "the court has been told of the van");
    }

    [Fact]
    public void What_befalls_a_town_in_a_country_not_ones_own_is_told_to_the_nearest_command()
    {
        // Shunchang was Song's on the first day, so no seat of Jin answers for it: Jin's officer there writes to the marshal in Kaifeng, not to the court.
        var war = Given(AtWar()).Stand(Liu, Caizhou).Place(Shunchang, (ref PlaceState p) => (p.Holder, p.NewsOn) = (Jin, 0)).Days(1).With(w => (w[JinField].At, w[JinField].With) = (Kaifeng, ForceId.None));
        war.Running(w => w.Stir(Shunchang), Reports.Daily).Days(1);
        war.Then<DispatchSent>(e => e.Origin == Shunchang && e.ToSeat == JinField).Never<DispatchSent>(e => e.Origin == Shunchang && e.ToSeat == JinCourt);
    }

    [Fact]
    public void An_office_in_a_town_that_the_enemy_has_taken_sees_and_writes_nothing_more()
    {
        War Lost(PolityId holder) => Given(AtWar()).With(w => (w[SongField].At, w[SongField].With) = (Yingchang, ForceId.None))
            .Place(Yingchang, (ref PlaceState p) => (p.Holder, p.HeldSince) = (holder, 1)).Days(2)
            .With(w => w.Stir(Yingchang)).Days(3);
        int Seen(War war) => new View(war.World, SongField)[Yingchang].AsOf;
        Assert.True(Seen(Lost(Song)) > Seen(Lost(Jin)));
    }

    [Fact]
    public void Of_the_fall_of_its_own_town_an_office_sees_that_evening_and_no_later_one()
    {
        War Fallen(int heldSince) => Given(AtWar()).With(w => (w[SongField].At, w[SongField].With) = (Yingchang, ForceId.None))
            .Place(Yingchang, (ref PlaceState p) => (p.Holder, p.HeldSince) = (Jin, (ushort)heldSince)).Running(w => w.Stir(Yingchang), Lookout.Nightly).Days(5);
        Assert.Equal(5, new View(Fallen(5).World, SongField)[Yingchang].AsOf);
        Assert.Equal(2, new View(Fallen(2).World, SongField)[Yingchang].AsOf);
    }

    /// <summary>Yue's 12,000 have lain in Luoyang since day 0; it has 250 for Jin, whose nearest command is at Daming.</summary>
    private static War Lying(short friends) => Given(AtWar()).Stand(Yue, Luoyang).With(w => (w[JinField].At, w[JinField].With) = (Daming, ForceId.None))
        .Place(Luoyang, (ref PlaceState p) => (p.Holder, p.LoyaltyB) = (Song, friends)).Running(Alarm.Raise, Reports.Daily);

    [Fact]
    public void A_host_that_lies_for_days_where_the_enemy_has_friends_is_told_of_to_his_nearest_command()
    {
        Lying(250).Days(4).Then<DispatchSent>(e => e.Origin == Luoyang && e.ToSeat == JinField);
        Lying(250).Days(2).Never<DispatchSent>(e => e.Origin == Luoyang && e.ToSeat == JinField);
        Lying(100).Days(20).Never<DispatchSent>(e => e.Origin == Luoyang && e.ToSeat == JinField);
        Assert.Equal(2, Lying(250).Days(20).All<DispatchSent>().Count(e => e.Origin == Luoyang && e.ToSeat == JinField));
    }

    [Fact]
    public void A_letter_of_all_that_is_known_names_the_greatest_towns_first()
    {
        var world = AtWar();
        var set = world.Scenario.Seats[SongField.Value].Beliefs;
        foreach (var place in new[] { Zhuxian, Hulao, Huazhou, Liyang, Luoyang, Daming, Kaifeng })
        {
            ref var belief = ref world.BeliefOf(set, place);
            belief.Holder = world.Scenario.Start![place].Holder == Jin ? Song : Jin;
            belief.AsOf = (ushort)(place == Kaifeng ? 1 : 5);
        }
        world.Clock.Today = 6;
        Letters.Write(world, SongField, SongCourt, EventRef.None);
        var sent = world.DispatchTable.Single(d => d.ToSeat == SongCourt && d.Rows > 0);
        Assert.Contains(world.Rows(sent.Block, sent.Rows).ToArray(), row => row.IsForce == 0 && row.Subject == Kaifeng.Value);
    }

    [Fact]
    public void Strength_of_an_enemy_is_seen_roughly_and_the_same_however_often_one_looks()
    {
        var world = AtWar();
        world.Muster();
        var first = Knowledge.OfForce(world, Army, Song, 0).Seen.Men;
        Assert.Equal(first, Knowledge.OfForce(world, Army, Song, 0).Seen.Men);
        Assert.InRange(Yanyun.Engine.Band.Men(first), 20_000 * 55 / 100, 20_000 * 180 / 100);
        Assert.Equal(Yanyun.Engine.Band.Of(20_000), Knowledge.OfForce(world, Army, Jin, 0).Seen.Men);
    }

    [Fact]
    public void An_older_report_does_not_replace_a_newer_one()
    {
        var world = AtWar();
        world.Muster();
        var old = Knowledge.OfPlace(world, Kaifeng, 3);
        var late = Knowledge.OfPlace(world, Kaifeng, 9);
        late.Holder = Song;
        Assert.True(Knowledge.Merge(world, 0, late));
        Assert.False(Knowledge.Merge(world, 0, old));
        Assert.Equal(Song, world.BeliefOf(0, Kaifeng).Holder);
        Assert.Equal(9, world.BeliefOf(0, Kaifeng).AsOf);
    }

    [Fact]
    public void An_enemy_who_has_left_ones_sight_is_somewhere_unknown()
    {
        var war = Given(AtWar()).With(w => w.BeliefOf(1, Van) = new ForceBelief { Place = Caizhou, AsOf = 1, Men = 90 });
        war.Days(12);
        Assert.NotEqual(Caizhou, new View(war.World, SongField)[Van].Place);
    }

    [Fact]
    public void Hidden_bands_are_not_seen_by_those_they_hide_from()
    {
        var war = Given(AtWar()).With(w => w.BeliefOf(3, Band_) = default).With(w => w[JinField].At = Hulao).With(w => w[JinField].With = default).Days(11);
        Assert.False(new View(war.World, JinField).Knows(Band_));
    }

    [Fact]
    public void A_seat_that_sees_its_own_town_lost_knows_that_it_is_war()
    {
        var war = Given(AtWar()).With(w => w[SongField].Wars = 0).Place(Caizhou, (ref PlaceState p) => (p.Holder, p.FormerHolder, p.HeldSince, p.NewsOn, p.OfficerLoyalty, p.Garrison) = (Jin, Song, 1, 1, 1000, 60_000));
        war.Days(2).Then<WarLearned>(e => e.Seat == SongField && e.With == Jin);
    }

    private static ForceId Band_ => SmallWar.Band;
}
