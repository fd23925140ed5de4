using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Server.Http;

namespace Server.Tests;

/// <summary>Two histories held against each other, forks of which the first day is changed, and what a war came to.</summary>
public sealed class CompareSpec
{
    private const string Scenario = $"/api/scenarios/{TheShelf.Scenario}";

    [Fact]
    public async Task A_fork_parts_from_its_parent_by_the_order_that_was_dropped_and_by_nothing_before()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var (parent, day, orders) = await Played(me);
        var dropped = orders[0]!;
        var fork = await Fork(me, parent, day - 1, new { @do = "drop", order = (int)dropped["number"]! });
        var compared = await me.Get($"{Scenario}/compare?left={parent}&right={fork}");
        Assert.Equal(day - 1, (int)compared["parent"]!);
        Assert.Equal(day, (int)compared["first"]!["day"]!);
        Assert.Equal([$"left {dropped["seat"]} {dropped["order"]}"], Sided(compared));
        for (var d = 1; d < day; d++)
            Assert.True(JsonNode.DeepEquals(await me.Get($"/api/games/{parent}/story/days/{d}"), await me.Get($"/api/games/{fork}/story/days/{d}")));
        // Every other order of that day was given as it was.
        var left = (await me.Get($"/api/games/{fork}/story/days/{day}/orders")).AsArray().Select(one => (string)one!["order"]!).ToList();
        Assert.Equal(orders.Skip(1).Select(one => (string)one!["order"]!), left);
        // From the other side the same is told the other way about.
        Assert.Equal([$"right {dropped["seat"]} {dropped["order"]}"], Sided(await me.Get($"{Scenario}/compare?left={fork}&right={parent}")));
        // A history does not part from itself.
        var same = await me.Get($"{Scenario}/compare?left={parent}&right={parent}");
        Assert.Null(same["first"]);
        Assert.Null(same["told"]);
        Assert.Empty(same["places"]!.AsArray());
    }

    [Fact]
    public async Task An_order_of_the_past_can_be_put_off_replaced_or_joined_by_one_that_nobody_gave()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var (parent, day, orders) = await Played(me);
        var order = orders[0]!;
        var (number, seat, words) = ((int)order["number"]!, (string)order["seat"]!, (string)order["order"]!);
        var late = await Fork(me, parent, day - 1, new { @do = "delay", order = number, days = 3 });
        var given = (await me.Get($"/api/games/{late}/story/days/{day + 3}/orders")).AsArray();
        Assert.Contains(given, one => (string)one!["seat"]! == seat && (string)one["order"]! == words);
        Assert.Equal(day + 3, (int)(await me.Get($"/api/games/{late}"))["day"]!);

        var (verb, args) = await Another(me, parent, day - 1, seat, words);
        var other = await Fork(me, parent, day - 1, new { @do = "replace", order = number, seat, verb, args });
        Assert.Equal([$"left {seat} {words}", $"right {seat} {verb} {string.Join(' ', args.Select(arg => $"{arg.Key}={arg.Value}"))}"], Sided(await me.Get($"{Scenario}/compare?left={parent}&right={other}")));
        var more = await Fork(me, parent, day - 1, new { @do = "add", seat, verb, args });
        Assert.Equal([$"right {seat} {verb} {string.Join(' ', args.Select(arg => $"{arg.Key}={arg.Value}"))}"], Sided(await me.Get($"{Scenario}/compare?left={parent}&right={more}")));
        // Such a game is a game: it goes on, and its record runs again to the same worlds.
        var record = RecordReader.Read(await me.Http.GetByteArrayAsync($"/api/games/{more}/record"), "record", new Problems())!;
        Assert.Equal(day, record.Days.Count);
        await me.Http.PostAsync("/api/games/import", new ByteArrayContent(await me.Http.GetByteArrayAsync($"/api/games/{late}/record")) { Headers = { { "Content-Type", "application/octet-stream" } } })
            .ContinueWith(answer => Assert.Equal(HttpStatusCode.Created, answer.Result.StatusCode), TaskScheduler.Default);
    }

    [Fact]
    public async Task What_cannot_be_changed_is_refused_with_a_reason()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var (parent, day, orders) = await Played(me);
        var number = (int)orders[0]!["number"]!;
        var seat = (string)orders[0]!["seat"]!;
        foreach (var (change, code) in ((object, string)[])[
            (new { @do = "forget", order = number }, "HAL045"),
            (new { @do = "drop", order = 60_000 }, "HAL045"),
            (new { @do = "delay", order = number, days = 61 }, "HAL045"),
            (new { @do = "delay", order = number }, "HAL045"),
            (new { @do = "add", seat = "song-navy", verb = "march" }, "HAL020"),
        ])
        {
            var answer = await me.Post($"/api/games/{parent}/forks", new { day = day - 1, open = true, changes = new[] { change } },
                code == "HAL045" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadRequest);
            if (code == "HAL045") Assert.Equal(code, (string)answer["code"]!);
        }
        // What the desk refuses is no order of any past.
        var refused = await me.Post($"/api/games/{parent}/forks", new
        {
            day = day - 1, open = true, changes = new[] { new { @do = "add", seat = "song-hubei-jingxi-command", verb = "follow", args = new { force = "yue-beiwei", leader = "yue-beiwei" } } },
        }, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull((string?)refused["verdict"]);
        // There is no day after the last to change.
        var last = (int)(await me.Get($"/api/games/{parent}"))["day"]!;
        await me.Post($"/api/games/{parent}/forks", new { day = last, open = true, changes = new[] { new { @do = "drop", order = 1 } } }, HttpStatusCode.UnprocessableEntity);
        Assert.NotEmpty(seat);
    }

    [Fact]
    public async Task A_replay_is_the_game_of_its_seed_that_nobody_sits_in()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(open: true, seed: 11, clock: new { mode = "speed", speed = 5 });
        await Until(async () => (int)(await me.Get($"/api/games/{game}/table"))["day"]! >= 12);
        await me.Put($"/api/games/{game}/clock", new { mode = "paused" });
        var story = await me.Get($"{Scenario}/replays/11/story");
        Assert.Equal("replay-11", (string)story["source"]!);
        Assert.Equal((int)(await me.Get($"{Scenario}/atlas"))["days"]!, (int)story["days"]!);
        var compared = await me.Get($"{Scenario}/compare?left={game}&right=replay-11");
        Assert.Null(compared["first"]);
        Assert.True((int)compared["shared"]! >= 12);
        foreach (var seed in (string[])["0", "2000000001"])
            Assert.Equal("HAL097", (string)(await me.Get($"{Scenario}/replays/{seed}/story", HttpStatusCode.UnprocessableEntity))["code"]!);
        await me.Get($"{Scenario}/compare?left=history&right=replay-x", HttpStatusCode.NotFound);

        // One goes on from any day of it as from any game, with an order put off; and it is a file that makes a game again.
        var orders = (await me.Get($"{Scenario}/replays/11/story/days/40/orders")).AsArray();
        var fork = (string)(await me.Post($"{Scenario}/replays/11/forks", new { day = 40, open = true }, HttpStatusCode.Created))["id"]!;
        Assert.Null((await me.Get($"{Scenario}/compare?left={fork}&right=replay-11"))["first"]);
        Assert.Equal(["replay-11", fork], (await me.Get($"/api/games/{fork}/lineage"))["kin"]!.AsArray().Select(one => (string)one!["id"]!));
        var day = 41;
        for (; (orders = (await me.Get($"{Scenario}/replays/11/story/days/{day}/orders")).AsArray()).Count == 0; day++) { }
        var late = (string)(await me.Post($"{Scenario}/replays/11/forks", new { day = day - 1, open = true, changes = new[] { new { @do = "delay", order = (int)orders[0]!["number"]!, days = 3 } } },
            HttpStatusCode.Created))["id"]!;
        var parted = (await me.Get($"{Scenario}/compare?left=replay-11&right={late}"))["first"]!;
        Assert.Equal(day, (int)parted["day"]!);
        Assert.Contains(parted["orders"]!.AsArray(), one => (string)one!["side"]! == "left" && (int?)one["later"] == 3);
        var record = await me.Http.GetByteArrayAsync($"{Scenario}/replays/11/record");
        using var content = new ByteArrayContent(record);
        content.Headers.ContentType = new("application/octet-stream");
        using var made = await me.Http.PostAsync("/api/games/import?open=true", content);
        var again = (string)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!;
        Assert.Null((await me.Get($"{Scenario}/compare?left={again}&right=replay-11"))["first"]);
    }

    [Fact]
    public async Task The_record_and_a_replay_part_on_a_day_before_which_every_event_is_the_same()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var compared = await me.Get($"{Scenario}/compare?left=history&right=replay-7");
        var (first, told) = ((int)compared["first"]!["day"]!, (int)compared["told"]!["day"]!);
        Assert.True(first <= told);
        Assert.Equal((await me.Get($"{Scenario}/story/days/{first - 1}"))["holders"]!.ToJsonString(), (await me.Get($"{Scenario}/replays/7/story/days/{first - 1}"))["holders"]!.ToJsonString());
        // Each place strayed on the day that is told, and not before.
        var order = (await me.Get($"{Scenario}/atlas"))["places"]!.AsArray().Select(place => (string)place!["id"]!).ToList();
        var strayed = compared["places"]!.AsArray();
        Assert.NotEmpty(strayed);
        foreach (var one in strayed.Take(3))
        {
            var (place, day) = (order.IndexOf((string)one!["place"]!), (int)one["day"]!);
            Assert.NotEqual(await Holder("story", day), await Holder("replays/7/story", day));
            Assert.Equal(await Holder("story", day - 1), await Holder("replays/7/story", day - 1));
            async Task<int> Holder(string path, int on) => (int)(await me.Get($"{Scenario}/{path}/days/{on}"))["holders"]![place]!;
        }
    }

    [Fact]
    public async Task Charts_and_tables_say_what_the_days_say()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var series = await me.Get($"{Scenario}/story/series");
        var polities = (await me.Get($"{Scenario}/atlas"))["polities"]!.AsArray().Select(one => (string)one!["id"]!).ToList();
        foreach (var day in (int[])[0, 319, 946])
        {
            var scene = await me.Get($"{Scenario}/story/days/{day}");
            foreach (var one in series["polities"]!.AsArray())
            {
                var row = polities.IndexOf((string)one!["polity"]!) + 1;
                var held = scene["holders"]!.AsArray().Select((holder, i) => (Holder: (int)holder!, Stores: (int)scene["stores"]![i]!)).Where(place => place.Holder == row).ToList();
                Assert.Equal(held.Count, (int)one["places"]![day]!);
                // Granaries are told in whole shi, and added up before that.
                Assert.InRange((int)one["stores"]![day]!, held.Sum(place => place.Stores), held.Sum(place => place.Stores) + held.Count);
            }
        }
        // What the table of places says of a day, the map of that day says.
        var rows = (await me.Http.GetStringAsync($"{Scenario}/story/tables/places")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("date,place,from,to", rows[0]);
        var holders = rows.Skip(1).Select(row => row.Split(',')).GroupBy(row => row[1]).ToDictionary(place => place.Key, place => place.Last()[3]);
        var last = (await me.Get($"{Scenario}/story/days/946"))["holders"]!.AsArray().Select(holder => (int)holder!).ToList();
        var ids = (await me.Get($"{Scenario}/atlas"))["places"]!.AsArray().Select(place => (string)place!["id"]!).ToList();
        for (var p = 0; p < ids.Count; p++) Assert.Equal(last[p] == 0 ? "-" : polities[last[p] - 1], holders.GetValueOrDefault(ids[p], "-"));
        Assert.StartsWith("date,polity,places,men,stores_shi\r\n1139-07-28,song,", await me.Http.GetStringAsync($"{Scenario}/story/tables/days"));
        Assert.Contains("紹興", await me.Http.GetStringAsync($"{Scenario}/story/text?lang=zh"));
        Assert.Equal("HAL099", (string)(await me.Get($"{Scenario}/story/tables/place", HttpStatusCode.NotFound))["code"]!);
        Assert.Equal(await File.ReadAllBytesAsync(RecordFile.OfHistory(TheShelf.Shelf.Folder, TheShelf.Scenario)), await me.Http.GetByteArrayAsync($"{Scenario}/record"));
    }

    [Fact]
    public async Task What_a_seat_believed_on_a_day_is_what_it_was_shown_on_that_day()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        const string seat = "song-court";
        var game = await me.Game(open: true, clock: new { mode = "speed", speed = 5 });
        await Until(async () => (int)(await me.Get($"/api/games/{game}/table"))["day"]! >= 6);
        await me.Put($"/api/games/{game}/clock", new { mode = "paused" });
        var shown = await me.Get($"/api/games/{game}/seats/{seat}/view");
        var belief = await me.Get($"/api/games/{game}/story/days/{(int)shown["day"]!}/seats/{seat}/view");
        foreach (var part in (string[])["date", "office", "places", "forces", "commands", "peace", "men", "court"])
            Assert.True(JsonNode.DeepEquals(shown[part], belief[part]), part);
        // It has the members that the document names and no other.
        var strict = new JsonSerializerOptions(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };
        Assert.Equal(seat, JsonSerializer.Deserialize<BeliefShape>(belief.ToJsonString(), strict)!.Seat);
        await me.Get($"/api/games/{game}/story/days/3/seats/song-navy/view", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_of_a_hidden_game_is_told_by_its_charts_orders_beliefs_or_beside_another()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var other = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { ["song-court"] = "person" });
        var story = $"/api/games/{game}/story";
        foreach (var path in (string[])[
            $"{story}/series", $"{story}/text", $"{story}/tables/days", $"{story}/days/0/orders", $"{story}/days/0/seats/jin-court/view", $"{story}/days/0/seats/jin-court/orders",
            $"{story}/days/0/seats/jin-court/orders/march", $"{Scenario}/compare?left=history&right={game}", $"{Scenario}/compare?left={game}&right=history",
        ]) Assert.Equal("HAL035", (string)(await other.Get(path, HttpStatusCode.Forbidden))["code"]!);
    }

    [Fact]
    public async Task The_tree_of_a_game_names_its_kin_and_not_those_that_may_not_be_seen()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var other = await house.Guest();
        var root = (string)(await me.Post($"{Scenario}/forks", new { day = 3, title = "root", open = true }, HttpStatusCode.Created))["id"]!;
        var secret = (string)(await me.Post($"/api/games/{root}/forks", new { day = 2, title = "secret", open = true, listed = false }, HttpStatusCode.Created))["id"]!;
        var leaf = (string)(await me.Post($"/api/games/{secret}/forks", new { day = 1, title = "leaf", open = true }, HttpStatusCode.Created))["id"]!;
        await me.Post($"/api/games/{secret}/forks", new { day = 1, title = "unseen", open = true, listed = false }, HttpStatusCode.Created);
        Assert.Equal(["history", root, secret, leaf], Ids(await me.Get($"/api/games/{leaf}/lineage")).Take(4));
        var seen = (await other.Get($"/api/games/{leaf}/lineage"))["kin"]!.AsArray();
        Assert.Equal(["history", root, "-2", leaf], seen.Select(one => (string)one!["id"]!));
        Assert.Equal([null, "history", root, "-2"], seen.Select(one => (string?)one!["parent"]));
        Assert.DoesNotContain(seen, one => (string)one!["title"]! is "secret" or "unseen");
        static IEnumerable<string> Ids(JsonNode lineage) => lineage["kin"]!.AsArray().Select(one => (string)one!["id"]!);
    }

    /// <summary>A game of some days in which nobody sits, the first day on which somebody ordered something, and what.</summary>
    private static async Task<(string Game, int Day, JsonArray Orders)> Played(Caller me)
    {
        var game = (string)(await me.Post($"{Scenario}/forks", new { day = 330, title = "war", open = true }, HttpStatusCode.Created))["id"]!;
        for (var day = 319; day < 330; day++)
        {
            var orders = (await me.Get($"/api/games/{game}/story/days/{day}/orders")).AsArray();
            if (orders.Count > 0 && (string)orders[0]!["verb"]! == "direct") return (game, day, orders);
        }
        throw new InvalidOperationException("nobody was directed to do anything in the midst of the war");
    }

    private static async Task<string> Fork(Caller me, string parent, int day, object change) =>
        (string)(await me.Post($"/api/games/{parent}/forks", new { day, title = "otherwise", open = true, changes = new[] { change } }, HttpStatusCode.Created))["id"]!;

    private static List<string> Sided(JsonNode compared) =>
        [.. compared["first"]!["orders"]!.AsArray().Select(one => $"{one!["side"]} {one["seat"]} {one["order"]}")];

    /// <summary>An order that the house offers a seat for a day that is over, and that is not the one it gave.</summary>
    private static async Task<(string Verb, Dictionary<string, string> Args)> Another(Caller me, string game, int day, string seat, string given)
    {
        var path = $"/api/games/{game}/story/days/{day}/seats/{seat}/orders";
        Assert.Contains((await me.Get(path)).AsArray(), verb => (string)verb!["verb"]! == "direct");
        var to = given.Split(' ').First(word => word.StartsWith("to=", StringComparison.Ordinal))[3..];
        var offered = await me.Get($"{path}/direct?to={to}&task=hold");
        var place = offered["fields"]!.AsArray().First(field => (string)field!["name"]! == "place")!["values"]!.AsArray()
            .Select(value => (string)value!).First(value => !given.Contains($"place={value}", StringComparison.Ordinal));
        return ("direct", new Dictionary<string, string> { ["to"] = to, ["task"] = "hold", ["place"] = place });
    }

    private static Task Until(Func<Task<bool>> done) => Patience.Until(done, "nothing came of it", 100);
}
