using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.SeasonsSpecs;

public class SeasonsSpec : RuleSpec
{
    private static War OnlySeasons(World world) => Given(world).Running(SeasonsRule.Daily);

    [Fact]
    public void Each_lunar_month_begins_once()
    {
        var war = OnlySeasons(AtWar()).Days(365);
        Assert.Equal(war.World.Scenario.MonthStarts.Count(start => start <= 365), war.All<MonthBegan>().Count);
    }

    [Fact]
    public void About_two_winters_in_five_are_hard_enough_for_the_river_to_bear()
    {
        var hard = 0;
        for (ulong seed = 1; seed <= 400; seed++)
        {
            var war = OnlySeasons(On(new Day(2137777), seed)).Days(2);
            if (war.All<WinterSet>()[0].Severity >= 600) hard++;
        }
        Assert.InRange(hard, 130, 190);
    }

    [Fact]
    public void A_harvest_fills_the_granaries_and_the_country()
    {
        var war = OnlySeasons(On(new Day(2137730)))
            .Place(Yingchang, (ref PlaceState p) => (p.Stores, p.Forage) = (0, 0)).Place(Kaifeng, (ref PlaceState p) => p.Grievance = 500).Days(2);
        var before = war.World.Scenario.Start!;
        war.Then<HarvestGathered>(e => e.Region == 1);
        Assert.InRange(war.World[Yingchang].Stores, 20_000 * 60 / 2, 20_000 * 70);
        Assert.InRange(war.World[Yingchang].Forage, before[Yingchang].Forage / 2, before[Yingchang].Forage * 6 / 5);
        // Of twelve regions' harvests in many years, about a fifth is a quarter short, one in twenty half.
        var bad = 0;
        for (ulong seed = 1; seed <= 300; seed++)
            if (OnlySeasons(On(new Day(2137730), seed)).Place(Yingchang, (ref PlaceState p) => p.Stores = 0).Days(2).All<HarvestGathered>()[0].PerMille < 1000) bad++;
        Assert.InRange(bad, 50, 105);
    }

    [Fact]
    public void A_besieged_place_reaps_nothing()
    {
        var war = OnlySeasons(On(new Day(2137730))).Place(Yingchang, (ref PlaceState p) => (p.Stores, p.Siege) = (0, new SiegeId(1))).Days(2);
        Assert.Equal(0, war.World[Yingchang].Stores);
    }

    [Fact]
    public void A_levy_is_raised_on_its_day_and_counted_from_then()
    {
        var war = OnlySeasons(AtWar()).Days(19);
        var before = war.World.Totals();
        Assert.False(war.World[Levy].Alive);
        war.Days(1).Then<ForceRaised>(e => e.Force == Levy && e.Men == 5000);
        Assert.Equal(Doing.Standing, war.World[Levy].Doing);
        Assert.Equal(before.Men + 5000, war.World.Totals().Men);
    }

    [Fact]
    public void A_levy_whose_town_is_lost_does_not_gather() =>
        OnlySeasons(AtWar()).Place(Linan, (ref PlaceState p) => p.Holder = Jin).Days(21).Then<GivenLapsed>().Never<ForceRaised>();
}
