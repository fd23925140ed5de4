using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests.Bookmarks;

/// <summary>Towns, seats and knowledge on the first day of 1140-henan.</summary>
public class FirstDaySpec(ITestOutputHelper output)
{
    [Fact]
    public void It_runs_from_the_arrest_of_the_princes_to_the_end_of_February_1142()
    {
        var scenario = TheBookmark.Instance.Scenario;
        Assert.Equal(("1139-07-28", "1142-02-28", 947), (scenario.FirstDay.ToString(), scenario.LastDay.ToString(), scenario.Days));
        Assert.Equal(0, scenario.MonthStarts[0]);
        Assert.Equal(33, scenario.MonthStarts.Length);
    }

    [Theory]
    [InlineData("kaifeng", "song")]
    [InlineData("luoyang", "song")]
    [InlineData("yingtian", "song")]
    [InlineData("suzhou", "song")]
    [InlineData("jingzhao", "song")]
    [InlineData("huazhou_hn", "jin")]
    [InlineData("mengzhou", "jin")]
    [InlineData("haizhou", "jin")]
    [InlineData("hezhong", "jin")]
    [InlineData("pujin", "jin")]
    [InlineData("maojin", "song")]
    [InlineData("fuzhou_hd", "xixia")]
    [InlineData("s_shibi", "song")]
    public void The_treaty_line_runs_where_it_did(string place, string holder) =>
        Assert.Equal(holder, TheBookmark.Instance.Slugs.Of(TheBookmark.World[TheBookmark.Place(place)].Holder));

    [Fact]
    public void Garrisons_come_from_the_formula_where_no_detachment_lies()
    {
        // Luzhou, Haozhou have detachments; Shuzhou is Huaixi inland: 500 x 0.8.
        Assert.Equal((400, "F-GARRISON-1"), (TheBookmark.Town("shuzhou").Garrison.Value, TheBookmark.Town("shuzhou").GarrisonBy));
        // Weizhou has the myriad of Manduhe; Junzhou by the river does not: 500 x 0.9 x 1.5.
        Assert.Equal((675, "F-GARRISON-2"), (TheBookmark.Town("junzhou").Garrison.Value, TheBookmark.Town("junzhou").GarrisonBy));
        Assert.Equal(0, TheBookmark.Town("haozhou").Garrison.Value);
        Assert.Equal((3250, "hb-huaimeng"), (TheBookmark.Town("mengzhou").Garrison.Value, TheBookmark.Town("mengzhou").GarrisonBy));
    }

    [Fact]
    public void Households_are_what_is_left_of_the_old_registers()
    {
        Assert.Equal(261_117 * 250 / 1000, TheBookmark.Town("kaifeng").Households.Value);
        Assert.Equal(203_574, TheBookmark.Town("linan").Households.Value);
        var counted = TheBookmark.Instance.Towns.Where(town => TheBookmark.Geography.Gazetteer[town.Place].Households is not null).Sum(town => (long)town.Households.Value);
        var guessed = TheBookmark.Instance.Towns.Sum(town => (long)town.Households.Value) - counted;
        output.WriteLine($"{counted} households counted, {guessed} guessed");
        Assert.True(guessed * 100 < counted * 3);
    }

    [Fact]
    public void Stores_are_empty_where_Jin_left_and_set_by_hand_where_the_sources_speak()
    {
        Assert.Equal(40_000, TheBookmark.Town("shunchang").Stores.Value);
        Assert.Equal(300_000, TheBookmark.Town("hezhong").Stores.Value);
        // 65,279 households x 0.6 x 0.35 x 0.3 and a month for 4,700 men and 370 followers and 300 horses.
        Assert.InRange(TheBookmark.Town("kaifeng").Stores.Value, 7_300, 7_600);
        Assert.True(TheBookmark.Town("ezhou").Stores.Value > 150_000);
        Assert.Equal(TheBookmark.Town("kaifeng").Stores.Value * 100, TheBookmark.World[TheBookmark.Place("kaifeng")].Stores);
    }

    [Fact]
    public void Officers_left_in_post_take_the_formula_and_those_whom_the_court_sent_their_own_loyalty()
    {
        Assert.Equal(450, TheBookmark.Town("xingren").OfficerLoyalty);
        Assert.Equal(450, TheBookmark.Town("huazhou_sx").OfficerLoyalty);
        Assert.Equal(930, TheBookmark.Town("shunchang").OfficerLoyalty);
        Assert.Equal(900, TheBookmark.Town("shangzhou").OfficerLoyalty);
        Assert.Equal("chen-gui", TheBookmark.Instance.Slugs.Of(TheBookmark.Town("shunchang").Officer));
    }

    [Fact]
    public void Every_seat_has_a_living_holder_and_a_chain_up_to_its_court()
    {
        var (world, book) = (TheBookmark.World, TheBookmark.Instance);
        Assert.Equal(32, book.Seats.All.Count);
        for (var s = 1; s <= book.Seats.All.Count; s++)
        {
            var seat = new SeatId((byte)s);
            Assert.True(world[seat].Holder.Exists && world[world[seat].Holder].Fate == 0 && world[seat].At.Exists);
            var at = seat;
            for (var depth = book.Seats.Depth(seat); depth > 0; depth--) at = world[at].Superior;
            Assert.Equal(world.Scenario.CourtOf[world.Scenario.Seats[s].Polity.Value], at);
        }
    }

    [Fact]
    public void A_town_answers_to_the_lowest_seat_that_governs_it()
    {
        string SeatOf(string place) => TheBookmark.Instance.Slugs.Of(TheBookmark.Instance.Scenario.SeatOfPlace[TheBookmark.Place(place).Value]);
        Assert.Equal("song-shunchang-prefecture", SeatOf("shunchang"));
        Assert.Equal("song-kaifeng-residency", SeatOf("yingchang"));
        Assert.Equal("song-hubei-jingxi-command", SeatOf("xiangyang"));
        Assert.Equal("jin-huaimeng-command", SeatOf("huaizhou"));
        Assert.Equal("jin-branch-department", SeatOf("zhending"));
        Assert.Equal("song-court", SeatOf("wenzhou"));
        Assert.Equal("jin-shaanxi-command", SeatOf("hezhong"));
        Assert.Equal("jin-shandong-command", SeatOf("qingzhou"));
        Assert.Equal("song-fuyan-command", SeatOf("yanan"));
        Assert.Equal("song-yongxing-command", SeatOf("jingzhao"));
    }

    [Fact]
    public void A_small_place_answers_to_the_seat_of_its_neighbours()
    {
        string SeatOf(string place) => TheBookmark.Instance.Slugs.Of(TheBookmark.Instance.Scenario.SeatOfPlace[TheBookmark.Place(place).Value]);
        Assert.Equal("song-kaifeng-residency", SeatOf("zhuxianzhen"));
        Assert.Equal("song-kaifeng-residency", SeatOf("yancheng"));
        Assert.Equal("song-luoyang-residency", SeatOf("changshui"));
    }

    [Fact]
    public void A_seat_knows_its_own_side_exactly_and_the_other_roughly_or_not_at_all()
    {
        var world = TheBookmark.World;
        var court = world.Scenario.Seats[TheBookmark.Seat("song-court").Value].Beliefs;
        var yue = world.Scenario.Seats[TheBookmark.Seat("song-hubei-jingxi-command").Value].Beliefs;
        Assert.Equal(Band.Of(8000), world.BeliefOf(court, TheBookmark.Force("yue-beiwei")).Men);
        var guard = world.BeliefOf(yue, TheBookmark.Force("zongbi-guard"));
        Assert.Equal(TheBookmark.Place("qizhou_hb"), guard.Place);
        Assert.InRange(Band.Men(guard.Men), 2800, 5700);
        Assert.False(world.BeliefOf(court, TheBookmark.Force("loy-taihang")).Known);
        Assert.True(world.BeliefOf(yue, TheBookmark.Force("loy-taihang")).Known);
        Assert.False(world.BeliefOf(court, TheBookmark.Force("jin-hebei-conscripts")).Known);
        for (short p = 1; p < world.Atlas.PlaceRows; p++) Assert.Equal(world[new PlaceId(p)].Holder, world.BeliefOf(court, new PlaceId(p)).Holder);
        output.WriteLine($"{world.StateBytes} bytes, {world.Scenario.BeliefSets} sets of beliefs, {world.Atlas.PlaceRows} place rows");
    }

    [Fact]
    public void Every_figure_of_a_town_has_a_range_that_holds_it()
    {
        foreach (var town in TheBookmark.Instance.Towns)
            foreach (var figure in new[] { town.Garrison, town.Stores, town.Households })
                Assert.True(figure.Low <= figure.Value && figure.Value <= figure.High && figure.Low >= 0, TheBookmark.Geography.Gazetteer.Slug(town.Place));
    }

    [Fact]
    public void Reading_it_twice_gives_the_same_world_and_the_same_hash()
    {
        var again = TheBookmark.LoadFrom(TheBookmark.Scenarios, new Problems())!;
        Assert.Equal(TheBookmark.Instance.Scenario.Hash, again.Scenario.Hash);
        Assert.Equal(WorldHash.Full(TheBookmark.World), WorldHash.Full(again.Scenario.Start!));
    }

    [Fact]
    public void The_example_of_the_page_on_formats_is_a_row_of_the_data()
    {
        var page = File.ReadAllText(Path.Combine(TheGeography.Root, "docs", "scenario-format.md")).ReplaceLineEndings("\n");
        var forces = File.ReadAllText(Path.Combine(TheBookmark.Scenarios, TheBookmark.Id, "forces.yaml")).ReplaceLineEndings("\n");
        var start = page.IndexOf("- id: song-sizhou", StringComparison.Ordinal);
        Assert.Contains(page[start..page.IndexOf("```", start, StringComparison.Ordinal)], forces);
        var line = forces[..forces.IndexOf("commander: liu-gang", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Contains($"forces.yaml:{line}:14: YAML010", page);
    }

    [Fact]
    public void The_bookmark_is_listed() => Assert.Contains(TheBookmark.Id, Bookmark.List(TheBookmark.Scenarios));
}
