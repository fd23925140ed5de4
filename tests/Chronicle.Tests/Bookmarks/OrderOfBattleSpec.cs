using Yanyun.Engine;

namespace Chronicle.Tests.Bookmarks;

/// <summary>The order of battle of 1139-07-28 against what the sources allow for its sums.</summary>
public class OrderOfBattleSpec(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Yue, Han, Zhang Jun, palace and Liu Qi", 229_000, 195_000, 260_000,
        "song-yue-army", "song-huaidong-army", "song-huaixi-army", "song-palace-army", "song-cavalry-guard-army")]
    [InlineData("Right Protecting Army", 77_500, 68_449, 80_000, "song-right-army")]
    [InlineData("of it Wu Lin, Yang Zheng and Tian Sheng", 44_000, 40_000, 50_000, "song-qinfeng-corps", "song-xihe-corps", "tiansheng")]
    [InlineData("of it the passes and Jinzhou", 26_500, 20_000, 30_000, "song-passes-corps")]
    [InlineData("Salihai", 43_500, 40_000, 50_000, "jin-shaanxi-army")]
    [InlineData("Henan garrisons under Song", 15_700, 9_650, 24_500, "song-henan-retained")]
    [InlineData("of them Kaifeng", 4_700, 4_400, 5_000, "hn-kaifeng")]
    [InlineData("former Qi armies of Shaanxi", 38_600, 20_400, 60_000, "song-shaanxi-retained")]
    [InlineData("loyal bands", 7_000, 2_130, 18_800, "loy-heshuo-camp", "loy-north-bands", "loy-east-bands")]
    [InlineData("Han Shizhong", 30_000, 28_000, 33_000, "song-huaidong-army")]
    public void A_sum_is_what_we_say_and_within_what_the_sources_allow(string what, int men, int low, int high, params string[] formations)
    {
        output.WriteLine($"{what}: {TheBookmark.MenUnder(formations)}");
        Assert.Equal(men, TheBookmark.MenUnder(formations));
        Assert.InRange(men, low, high);
    }

    [Fact]
    public void The_main_Jin_column_of_a_war_is_a_hundred_to_a_hundred_and_fifty_thousand()
    {
        var column = TheBookmark.MenUnder("jin-zongbi-army", "chang-own", "chang-dagao", "exqi-kong") + TheBookmark.Instance.Forces.Find("jin-hebei-conscripts")!.Men.Value;
        Assert.InRange(column, 100_000, 150_000);
        Assert.InRange(column + TheBookmark.MenUnder("exqi-liqiong"), 106_000, 114_000);
    }

    [Fact]
    public void Every_group_stands_within_the_range_of_its_sources()
    {
        foreach (var group in TheBookmark.Instance.Forces.All.Where(force => !force.HoldsMen))
            Assert.InRange(TheBookmark.MenUnder(group.Slug), group.Men.Low, group.Men.High);
    }

    [Fact]
    public void All_164_detachments_stand_with_666_800_men_four_wait_to_be_raised_and_23_bands_to_rise()
    {
        var forces = TheBookmark.Instance.Forces.Detachments;
        var total = forces.Where(force => !force.Born).Sum(force => force.Men.Value);
        output.WriteLine($"{forces.Count} detachments, {total} men");
        Assert.Equal((164, 666_800, 4 + 23), (forces.Count(force => !force.Born), total, forces.Count(force => force.Born)));
        var risings = TheBookmark.World.Scenario.Risings;
        Assert.Equal(23, risings.Skip(1).Count(rising => !TheBookmark.World[rising.Band].Alive && rising.Home.Exists));
        Assert.All(risings.Skip(1), rising => Assert.NotEqual(default, TheBookmark.World[rising.Band].Traits & ForceTraits.Band));
    }

    [Fact]
    public void No_man_is_lost_or_made_between_the_files_and_the_world()
    {
        var (world, book) = (TheBookmark.World, TheBookmark.Instance);
        for (var f = 1; f < world.Forces; f++)
        {
            var entry = book.Forces.Detachments[f - 1];
            Assert.Equal(entry.Men.Value - entry.SpreadMen, world[new ForceId((short)f)].Men);
            Assert.Equal(entry.Foot + entry.LightHorse + entry.HeavyHorse + entry.Militia + entry.Boats, entry.Men.Value);
            foreach (var (place, _) in entry.Spread) Assert.Contains(entry.Slug, book[place].GarrisonBy);
        }
        var lent = book.Forces.Detachments.Sum(force => force.SpreadMen);
        Assert.Equal(lent, book.Towns.Where(town => town.GarrisonBy.Length > 0 && !town.GarrisonBy.StartsWith("F-", StringComparison.Ordinal)).Sum(town => town.Garrison.Value));
    }

    [Fact]
    public void Every_detachment_resolves_to_a_place_a_seat_of_its_side_and_a_living_leader_if_any()
    {
        var (world, book) = (TheBookmark.World, TheBookmark.Instance);
        var nameless = new List<string>();
        for (var f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world[new ForceId((short)f)];
            Assert.True(force.At.Exists && force.Seat.Exists && force.Polity.Exists && force.Base.Exists);
            Assert.True(world.Scenario.SameSide(force.Polity, world.Scenario.Seats[force.Seat.Value].Polity));
            if (force.Commander.Exists) Assert.Equal(0, world[force.Commander].Fate);
            else nameless.Add(book.Slugs.Of(new ForceId((short)f)));
        }
        output.WriteLine($"{nameless.Count} without a named leader: {string.Join(' ', nameless)}");
    }

    [Fact]
    public void No_army_of_another_state_stands_in_a_town_of_a_state_it_is_not_with()
    {
        var world = TheBookmark.World;
        for (var f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world[new ForceId((short)f)];
            if (force.Doing is Doing.Hidden or Doing.Gone) continue;
            Assert.True(world.Scenario.SameSide(force.Polity, world[force.At].Holder), TheBookmark.Instance.Slugs.Of(new ForceId((short)f)));
        }
    }
}
