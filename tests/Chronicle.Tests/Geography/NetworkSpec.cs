using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests;

/// <summary>The real geography: its size, its shape, and its distances against those the sources give.</summary>
public class NetworkSpec
{
    private static readonly Day BeforeTheBreach = Day.Julian(1128, 12, 7), AfterTheBreach = Day.Julian(1128, 12, 8);

    [Fact]
    public void The_network_is_the_265_nodes_of_the_survey_and_four_more_where_armies_stood()
    {
        Assert.Equal(269, TheGeography.Atlas.Places.Count(p => p.Key != 0 && !p.Route.Exists));
        foreach (var added in (string[])["hechi", "taiping", "qianzhou_jx", "xining"])
            Assert.False(TheGeography.Atlas[TheGeography.At(added)].Route.Exists);
        Assert.Equal(543 + 6, TheGeography.Atlas.Routes.Length - 1);
        Assert.Equal(66, TheGeography.Atlas.Places.Count(p => p.Route.Exists));
        Assert.Equal(TheGeography.Atlas.Routes.Length + 66, TheGeography.Atlas.Legs.Length);
        Assert.Equal(120, TheGeography.Gazetteer.Entries.Count);
    }

    [Fact]
    public void Every_place_is_keyed_by_its_slug_and_found_by_each_of_its_names()
    {
        foreach (var entry in TheGeography.Gazetteer.Network)
        {
            Assert.Equal(Key.Of(entry.Slug), TheGeography.Atlas[entry.Place].Key);
            Assert.Equal(entry.Place, TheGeography.Gazetteer.Find(entry.Slug));
        }
        Assert.Equal("kaifeng", Assert.Single(TheGeography.Gazetteer.Named("開封")).Slug);
        Assert.Contains(TheGeography.Gazetteer.Named("bianjing 汴京"), e => e.Slug == "kaifeng");
        Assert.Equal("臨安", TheGeography.Gazetteer.Name(TheGeography.At("linan"), Language.Chinese));
    }

    [Theory]
    [InlineData("kaifeng", "1139-07-28", "song")]
    [InlineData("kaifeng", "1140-07-01", "jin")]
    [InlineData("yanjing", "1120-01-01", "liao")]
    [InlineData("yanjing", "1124-01-01", "song")]
    [InlineData("hechi", "1142-12-31", "song")]
    public void The_holder_is_that_of_the_last_survey(string slug, string date, string holder)
    {
        Assert.True(JulianDate.TryRead(date, out var day));
        Assert.Equal(holder, TheGeography.Gazetteer[TheGeography.At(slug)].HolderOn(day)?.Polity);
    }

    [Fact]
    public void Nobody_is_told_to_hold_a_place_before_the_first_survey() =>
        Assert.Null(TheGeography.Gazetteer[TheGeography.At("kaifeng")].HolderOn(Day.Julian(1115, 1, 31)));

    [Fact]
    public void Before_the_breach_of_1128_the_Yellow_River_is_crossed_at_Liyang_and_after_it_north_of_Kaifeng()
    {
        Assert.Equal([CrossingKind.Boats, CrossingKind.Ice], OfYellowRiver("liyang_bridge-junzhou", BeforeTheBreach));
        Assert.Empty(OfYellowRiver("liyang_bridge-junzhou", AfterTheBreach));
        Assert.Empty(OfYellowRiver("chenqiao-huazhou_hn", BeforeTheBreach));
        Assert.Equal([CrossingKind.Boats, CrossingKind.Ice], OfYellowRiver("chenqiao-huazhou_hn", AfterTheBreach));
    }

    [Fact]
    public void The_bridges_of_Liyang_stand_from_1115_until_they_are_burnt()
    {
        Assert.Contains(CrossingKind.Bridge, OfYellowRiver("liyang_bridge-junzhou", Day.Julian(1126, 1, 25)));
        Assert.DoesNotContain(CrossingKind.Bridge, OfYellowRiver("liyang_bridge-junzhou", Day.Julian(1126, 1, 26)));
        Assert.DoesNotContain(CrossingKind.Bridge, OfYellowRiver("liyang_bridge-junzhou", Day.Julian(1115, 6, 30)));
    }

    [Fact]
    public void Ice_bears_in_its_season_which_spans_the_new_year()
    {
        var ice = TheGeography.Atlas.Crossings.First(c => c.Kind == CrossingKind.Ice && c is { SeasonFrom: 1220, SeasonTo: 210 });
        Assert.True(ice.ColdWintersOnly);
        Assert.True(ice.InSeason(1220) && ice.InSeason(101) && ice.InSeason(210));
        Assert.False(ice.InSeason(1219) || ice.InSeason(211) || ice.InSeason(701));
    }

    [Fact]
    public void A_point_cuts_its_route_into_legs_that_add_up()
    {
        var point = TheGeography.At("s_wulidian");
        var legs = TheGeography.Atlas.LegsAt(point);
        Assert.Equal(2, legs.Length);
        var route = TheGeography.Atlas[TheGeography.Atlas[point].Route];
        Assert.Equal(route.Li, TheGeography.Atlas[legs[0]].Li + TheGeography.Atlas[legs[1]].Li);
        Assert.Equal(26, TheGeography.Atlas.RideLi(TheGeography.At("xiaoshang"), point));
    }

    [Fact]
    public void Every_crossing_that_counts_lies_on_a_leg_of_its_route()
    {
        for (short l = 1; l < TheGeography.Atlas.Legs.Length; l++)
        {
            var leg = TheGeography.Atlas.Legs[l];
            for (var c = leg.FirstCrossing; c < leg.FirstCrossing + leg.CrossingCount; c++)
            {
                Assert.Equal(l, TheGeography.Atlas.Crossings[c].Leg.Value);
                Assert.InRange(TheGeography.Atlas.Crossings[c].AtLi, 0, leg.Li);
            }
        }
        Assert.Equal(345 - 11, TheGeography.Atlas.Crossings.Length - 1);
    }

    [Fact]
    public void The_tables_of_ways_agree_with_a_walk_leg_by_leg()
    {
        var atlas = TheGeography.Atlas;
        (string, string)[] pairs = [("kaifeng", "yanjing"), ("linan", "hechi"), ("ezhou", "yancheng"), ("huining", "kaifeng")];
        foreach (var (from, to) in pairs)
        {
            var (at, end, li) = (TheGeography.At(from), TheGeography.At(to), 0);
            while (at != end)
            {
                var leg = atlas[atlas.RideNext(at, end)];
                li += leg.Li;
                at = leg.Other(at);
            }
            Assert.Equal(atlas.RideLi(TheGeography.At(from), end), li);
            Assert.Equal(li, atlas.RideLi(end, TheGeography.At(from)));
        }
    }

    public static TheoryData<string, string, int, string> Attested()
    {
        var problems = new Problems();
        var root = YamlFile.Open(Path.Combine(TheGeography.Fixtures, "attested.yaml"), "attested.yaml", problems);
        var data = new TheoryData<string, string, int, string>();
        foreach (var row in new Fields(root!, problems).Rows("pairs"))
            data.Add(row.Text("from"), row.Text("to"), row.Whole("li", 1, 5000), row.OneOf("source", ["jiuyu", "hong", "xu"]));
        Assert.Empty(problems.All);
        return data;
    }

    /// <summary>The widest gap, Kaifeng-Haizhou, is 0.71: its sources count the road by water.</summary>
    [Theory]
    [MemberData(nameof(Attested))]
    public void A_distance_over_the_network_is_within_thirty_percent_of_the_source(string from, string to, int li, string source) =>
        Assert.True(TheGeography.Atlas.RideLi(TheGeography.At(from), TheGeography.At(to)) * 100 / li is >= 69 and <= 115, source);

    [Fact]
    public void Of_all_attested_distances_the_median_ratio_is_near_one()
    {
        var ratios = Attested().Select(row => row.Data)
            .Select(d => TheGeography.Atlas.RideLi(TheGeography.At(d.Item1), TheGeography.At(d.Item2)) * 100 / d.Item3).Order().ToList();
        Assert.Equal(41, ratios.Count);
        Assert.InRange(ratios[ratios.Count / 2], 90, 102);
        var routes = TheGeography.Atlas.Routes.Skip(1)
            .Select((route, i) => (route, entry: TheGeography.Gazetteer[new RouteId((short)(i + 1))]))
            .Where(r => r.entry.AttestedLi is not null).Select(r => r.route.Li * 100 / r.entry.AttestedLi!.Value).Order().ToList();
        Assert.Equal(207, routes.Count);
        Assert.InRange(routes[routes.Count / 2], 95, 105);
    }

    [Fact]
    public void Every_number_of_a_place_has_its_ground()
    {
        foreach (var entry in TheGeography.Gazetteer.Network)
            foreach (var column in (string[])["lat", "lon", "walls", "terrain"]) Assert.NotNull(entry.Basis[column]);
        Assert.Equal("songshi", TheGeography.Gazetteer[TheGeography.At("kaifeng")].Basis["households"]?.Id);
        Assert.Equal(261117, TheGeography.Gazetteer[TheGeography.At("kaifeng")].Households);
        Assert.Equal(GroundKind.Estimate, TheGeography.Gazetteer[TheGeography.At("kaifeng")].Basis["walls"]?.Kind);
    }

    [Fact]
    public void The_Yellow_River_is_drawn_in_its_bed_of_the_day()
    {
        var shapes = TheGeography.Shapes;
        string[] Beds(Day day) => [.. shapes.Waters
            .Where(w => w.Name.Id is "huanghe_north" or "huanghe_south" && w.From <= day && day < w.To).Select(w => w.Name.Id)];
        Assert.Equal(["huanghe_north"], Beds(BeforeTheBreach));
        Assert.Equal(["huanghe_south"], Beds(AfterTheBreach));
        Assert.Equal(45, shapes.Areas.Count);
    }

    private static CrossingKind[] OfYellowRiver(string route, Day day)
    {
        var id = TheGeography.Gazetteer.FindRoute(route);
        Assert.True(id.Exists, route);
        return [.. TheGeography.Atlas.Crossings.Where(c => c.Leg.Exists && TheGeography.Atlas[c.Leg].Route == id
            && TheGeography.Gazetteer.River(c.River)!.Id == "huanghe" && c.InForce(day)).Select(c => c.Kind).Order()];
    }
}
