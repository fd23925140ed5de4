using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.Views;

/// <summary>What words promise, as a seat can reckon it: by the rule's own formula where all is known, and never by what nobody has told it.</summary>
public class PersuasionSpec : RuleSpec
{
    /// <summary>Zongbi's host stands before Caizhou, and everybody knows it.</summary>
    private static World BeforeCaizhou(Action<World>? change = null)
    {
        var world = AtWar();
        Stand(world, Yue, Linan);
        Stand(world, Army, Caizhou);
        change?.Invoke(world);
        TellAll(world);
        return world;
    }

    private static SummonsForecast Summons(World world) => Persuasion.Summons(new View(world, JinField), Army, Caizhou, Caizhou);

    private static void InOrder(Guess chance) => Assert.True(chance.Low <= chance.Middle && chance.Middle <= chance.High && chance.High <= 1000 && chance.Low >= 0, $"{chance}");

    [Fact]
    public void Where_the_seat_knows_all_the_middle_is_what_the_town_itself_will_reckon()
    {
        var world = BeforeCaizhou();
        var told = Summons(world);
        var truth = Yanyun.Engine.Rules.Summons.Chance(
            new Plight(told.Before, told.Garrison.Middle, 3, world[Caizhou].OfficerLoyalty, world[Caizhou].LoyaltyA, world[Caizhou].Grievance, 0, 0), SummonsWeights.Shipped);
        Assert.Equal(truth, told.Chance.Middle);
        Assert.InRange(told.Before, 18_000, 22_000);
        InOrder(told.Chance);
        Assert.True(told.Known);
    }

    [Fact]
    public void More_before_the_gate_fewer_behind_it_no_help_near_and_towns_gone_over_all_press()
    {
        var usual = Summons(BeforeCaizhou()).Chance;
        Assert.True(Summons(BeforeCaizhou(w => Stand(w, Van, Caizhou))).Chance.Middle > usual.Middle);
        Assert.True(Summons(BeforeCaizhou(w => w[Caizhou].Garrison = 4_000)).Chance.Middle < usual.Middle);
        Assert.True(Summons(BeforeCaizhou(w => Stand(w, Yue, Yingchang))).Chance.Middle < usual.Middle);
        var near = BeforeCaizhou();
        near.Scenario.Start![Yingchang].Holder = Song;
        var after = Summons(near);
        Assert.Equal(1, after.Neighbours);
        Assert.Equal(usual.Middle, after.Chance.Middle); // whether it was this week nobody has written: it counts in the best case alone
        Assert.True(after.Chance.High > usual.High);
    }

    [Fact]
    public void A_letter_from_further_off_is_worth_less()
    {
        var view = new View(BeforeCaizhou(), JinField);
        var before = Persuasion.Summons(view, Army, Yingchang, Yingchang).Chance.Middle;
        Assert.True(Persuasion.Summons(view, Army, Yingchang, Caizhou).Chance.Middle < before); // 150 li
        Assert.True(Persuasion.Summons(view, Army, Yingchang, Shunchang).Chance.Middle < before);
    }

    [Fact]
    public void What_nobody_has_told_moves_nothing()
    {
        var world = BeforeCaizhou();
        var (summons, offer) = (Summons(world), Persuasion.Offer(new View(world, SongField), Van, 50_000));
        world[Caizhou].OfficerLoyalty = 0;
        world[Caizhou].Garrison = 0;
        world[Caizhou].GarrisonMorale = 0;
        world[Caizhou].Walls = 0;
        world[HanChang].Loyalty = 0;
        world[Van].Arrears = 90;
        Stand(world, Yue, Caizhou);
        Assert.Equal(summons, Summons(world));
        Assert.Equal(offer, Persuasion.Offer(new View(world, SongField), Van, 50_000));
    }

    [Fact]
    public void An_offer_is_weighed_as_the_man_weighs_it_where_both_sides_know_the_same()
    {
        var world = AtWar();
        var told = Persuasion.Offer(new View(world, SongField), Van, 50_000);
        var odds = Bargain.Odds(world, new Talk { By = SongField, Force = Van, Man = HanChang, Strings = 50_000 });
        Assert.InRange(told.Agrees.Middle - Bargain.PerMille(odds), -2, 2); // strengths are told in bands
        InOrder(told.Agrees);
        InOrder(told.Listens);
        Assert.True(told.Listens.Middle > told.Agrees.Middle);
        Assert.True(told.Answer.Low > 0 && told.Answer.Low < told.Answer.High);
        Assert.Equal(HanChang, told.Man);
    }

    [Fact]
    public void Money_draws_and_a_command_of_his_own_holds()
    {
        var world = AtWar();
        var view = new View(world, SongField);
        Assert.True(Persuasion.Offer(view, Van, 150_000).Agrees.Middle > Persuasion.Offer(view, Van, 5_000).Agrees.Middle);
        Assert.False(Persuasion.Offer(view, Van, 5_000).HoldsOffice);
        Assert.True(Persuasion.Offer(view, Army, 5_000).HoldsOffice);
        Assert.InRange(Persuasion.Offer(view, Army, 200_000).Agrees.High, 0, 50);
    }

    [Fact]
    public void Of_a_town_that_has_changed_hands_nobody_knows_whose_man_governs_it()
    {
        var world = AtWar();
        var asEver = Persuasion.Offer(new View(world, SongField), Luoyang, 10_000);
        Assert.Equal(Prefect, asEver.Man);
        world.Scenario.Start![Luoyang].Holder = Song;
        var since = Persuasion.Offer(new View(world, SongField), Luoyang, 10_000);
        Assert.Equal((PersonId.None, new Guess(450, 625, 800)), (since.Man, since.Loyalty));
        Assert.True(since.Agrees.High - since.Agrees.Low > 0);
    }
}
