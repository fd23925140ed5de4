using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Server.Http;

namespace Server.Tests;

/// <summary>Looking back: what the page draws a history from.</summary>
public sealed class StorySpec
{
    private const string Scenario = $"/api/scenarios/{TheShelf.Scenario}";

    [Fact]
    public async Task Any_day_of_a_game_is_at_hand_and_is_the_world_of_that_day()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(open: true, clock: new { mode = "speed", speed = 5 });
        await Until(async () => (int)(await me.Get($"/api/games/{game}/table"))["day"]! >= 14);
        await me.Put($"/api/games/{game}/clock", new { mode = "paused" });
        var story = await me.Get($"/api/games/{game}/story");
        var days = (int)story["days"]!;
        Assert.Equal(days + 1, story["dates"]!.AsArray().Count);

        var ground = TheShelf.Shelf.Take(TheShelf.Scenario, [], new Problems())!;
        var record = RecordReader.Read(await me.Http.GetByteArrayAsync($"/api/games/{game}/record"), "record", new Problems())!;
        var rerun = new Rerun(record, "record", ground.Bookmark.Slugs, ground.WorldOf(record.Head.Seed));
        var problems = new Problems();
        while (!rerun.Done)
        {
            Assert.True(rerun.Next(problems));
            if (rerun.World.Today is not (9 or 10 or 11 or 13)) continue;
            var scene = await me.Get($"/api/games/{game}/story/days/{rerun.World.Today}");
            var holders = scene["holders"]!.AsArray();
            Assert.Equal(rerun.World.AllPlaces.Length - 1, holders.Count);
            for (var p = 1; p < rerun.World.AllPlaces.Length; p++) Assert.Equal(rerun.World.AllPlaces[p].Holder.Value, (int)holders[p - 1]!);
            foreach (var body in scene["forces"]!.AsArray())
            {
                ref readonly var force = ref rerun.World[ground.Bookmark.Slugs.Force((string)body!["id"]!)];
                Assert.Equal(Band.Men(Band.Of(force.Men)), (int)body["band"]!);
                Assert.Equal(force.At.Exists ? ground.Bookmark.Slugs.Of(force.At) : null, (string?)body["at"]);
            }
        }
    }

    [Fact]
    public async Task Every_line_that_tells_an_event_can_be_asked_why()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(open: true, clock: new { mode = "speed", speed = 5 });
        await Until(async () => (int)(await me.Get($"/api/games/{game}/table"))["day"]! >= 12);
        var asked = 0;
        for (var day = 1; day <= 12; day++)
            foreach (var line in (await me.Get($"/api/games/{game}/story/days/{day}"))["lines"]!.AsArray())
            {
                var pieces = line!["parts"]!.AsArray();
                Assert.StartsWith(string.Concat(pieces.Select(piece => (string)piece!["text"]!)), (string)line["text"]!);
                Assert.All(pieces, piece => Assert.Equal((string?)piece!["kind"] is "place" or "person" or "force" or "seat", piece["id"] is not null));
                if ((string?)line["event"] is not { } id) continue;
                var links = (await me.Get($"/api/games/{game}/story/why/{id}"))["links"]!.AsArray();
                Assert.Equal(id, (string)links[0]!["event"]!);
                Assert.Equal((string)line["kind"]!, (string)links[0]!["kind"]!);
                Assert.Equal((string)links[0]!["text"]!, string.Concat(links[0]!["parts"]!.AsArray().Select(piece => (string)piece!["text"]!)));
                if ((string?)line["cause"] is { } cause) Assert.True(links.Count == 1 || (string)links[1]!["event"]! == cause);
                asked++;
            }
        Assert.True(asked > 0);
        await me.Get($"/api/games/{game}/story/why/1139-07-29.60000", HttpStatusCode.NotFound);
        await me.Get($"/api/games/{game}/story/why/soon", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_truth_of_a_game_is_told_to_nobody_while_others_play_it()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var other = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { ["song-court"] = "person" });
        foreach (var path in (string[])["story", "story/days/0", "story/why/1139-07-29.1"])
            Assert.Equal("HAL035", (string)(await other.Get($"/api/games/{game}/{path}", HttpStatusCode.Forbidden))["code"]!);
    }

    [Fact]
    public async Task The_map_names_every_place_in_both_languages_and_every_leg_joins_two_of_them()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var atlas = await me.Get($"{Scenario}/atlas");
        var places = atlas["places"]!.AsArray();
        Assert.All(places, place => Assert.True(((string)place!["en"]!).Length > 0 && ((string)place["zh"]!).Any(c => c > 0x4E00)));
        Assert.All(atlas["legs"]!.AsArray(), leg => Assert.True((int)leg!["from"]! >= 1 && (int)leg["to"]! <= places.Count));
        Assert.Equal(atlas["polities"]!.AsArray().Count, atlas["polities"]!.AsArray().Select(polity => (string)polity!["letter"]!).Distinct().Count());
        // The river runs south since the winter of 1128.
        var rivers = atlas["waters"]!.AsArray().ToDictionary(water => (string)water!["id"]!, water => (From: (int)water!["from"]!, To: (int)water["to"]!));
        Assert.True(rivers["huanghe_north"].To <= 0 && rivers["huanghe_south"].From <= 0 && rivers["huanghe_south"].To > (int)atlas["days"]!);
    }

    [Theory]
    [InlineData("place", "kaifeng", "開封")]
    [InlineData("person", "yue-fei", "岳飛")]
    [InlineData("seat", "song-court", "臨安行在")]
    [InlineData("force", "yue-beiwei", "背嵬軍")]
    public async Task The_encyclopaedia_knows_what_the_scenario_names(string kind, string id, string hanzi)
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var entry = await me.Get($"{Scenario}/entries/{kind}/{id}");
        Assert.Equal(hanzi, (string)entry["zh"]!);
        Assert.NotEmpty(entry["rows"]!.AsArray());
        var wrong = await me.Get($"{Scenario}/entries/{kind}/{id}x?lang=zh", HttpStatusCode.NotFound);
        Assert.Equal("HAL096", (string)wrong["code"]!);
        Assert.Contains(id, (string)wrong["detail"]!);
    }

    [Theory]
    [InlineData("song-court")]
    [InlineData("jin-court")]
    [InlineData("song-hubei-jingxi-command")]
    public async Task A_view_has_the_members_that_the_document_names_and_no_other(string seat)
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(open: true, clock: new { mode = "speed", speed = 5 });
        await Until(async () => (int)(await me.Get($"/api/games/{game}/table"))["day"]! >= 3);
        var text = await me.Http.GetStringAsync($"/api/games/{game}/seats/{seat}/view");
        var strict = new JsonSerializerOptions(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };
        var view = JsonSerializer.Deserialize<ViewShape>(text, strict)!;
        Assert.Equal(seat, view.Seat);
        Assert.Equal(seat.EndsWith("-court", StringComparison.Ordinal), view.Court is not null);
        Assert.NotEmpty(view.Orders!);
        var verb = view.Orders!.First(one => one.Fields.Count > 1);
        var field = verb.Fields[0];
        var more = await me.Http.GetStringAsync($"/api/games/{game}/seats/{seat}/orders/{verb.Verb}?{field.Name}={field.Values![0]}");
        Assert.All(JsonSerializer.Deserialize<VerbShape>(more, strict)!.Fields, one => Assert.NotNull(one.Values));
    }

    [Fact]
    public async Task The_page_is_written_for_the_document_that_the_house_publishes()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var published = JsonNode.Parse(await me.Http.GetStringAsync("/openapi/v1.json"))!;
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Yanyun.slnx"))) root = Path.GetDirectoryName(root)!;
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "web", "openapi.json")))!;
        Assert.True(JsonNode.DeepEquals(published, kept), "web/openapi.json is not what the house publishes: save /openapi/v1.json of a running house there");
    }

    private static Task Until(Func<Task<bool>> done) => Patience.Until(done, "nothing came of it", 100);
}
