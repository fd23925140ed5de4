using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>Games over HTTP, as people and programs play them.</summary>
public class GamesSpec
{
    private const string Song = "song-court", Jin = "jin-court";

    [Fact]
    public async Task An_order_waits_can_be_taken_back_and_rides_when_the_day_turns()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        var seat = $"/api/games/{game}/seats/{Song}";
        Assert.Equal(1, (int)(await me.Order(game, Song, "inform to=song-huaidong-command"))["number"]!);
        Assert.Equal(2, (int)(await me.Order(game, Song, "inform to=song-huaixi-command"))["number"]!);
        await me.Delete($"{seat}/orders/1");
        Assert.Contains("HAL024", (await me.Delete($"{seat}/orders/1", HttpStatusCode.NotFound)).ToJsonString());
        Assert.Equal(["2"], ((JsonObject)(await me.Get($"{seat}/view"))["waiting"]!).Select(one => one.Key));
        Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        Assert.Empty((JsonObject)(await me.Get($"{seat}/view"))["waiting"]!);
        Assert.Contains("HAL024", (await me.Delete($"{seat}/orders/2", HttpStatusCode.NotFound)).ToJsonString());
        var log = await house.Hall.Store.Read(game, 0);
        var day = DayBody.Read(log.Single(entry => entry.Kind == EntryKind.Day).Body);
        Assert.Single(day.Orders[day.ByMinds..]);
    }

    [Fact]
    public async Task The_dice_are_told_to_nobody_who_could_play_the_war_at_home_and_look_behind_the_veil()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var friend = await house.Guest();
        var mine = await me.Game(new Dictionary<string, string> { [Song] = "person" }, seed: 7);
        var open = await me.Game(open: true, seed: 8);
        var chosen = (ulong)(await me.Post("/api/games", new { scenario = TheShelf.Scenario }, HttpStatusCode.Created))["seed"]!;
        Assert.True(chosen is > uint.MaxValue and < 1UL << 53, $"{chosen}: the house's own dice could be tried one by one, or read wrongly");

        Assert.Equal(7, (int)(await me.Get($"/api/games/{mine}"))["seed"]!);
        Assert.Null((await friend.Get($"/api/games/{mine}"))["seed"]);
        var listed = (JsonArray)await friend.Get("/api/games");
        Assert.Null(listed.Single(game => (string)game!["id"]! == mine)!["seed"]);
        Assert.Equal(8, (int)listed.Single(game => (string)game!["id"]! == open)!["seed"]!);
    }

    [Fact]
    public async Task Why_is_told_from_the_belief_through_the_answer_back_to_the_order_and_no_further_than_the_seat_knows()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "heuristic" });
        var at = $"/api/games/{game}/seats/{Song}";
        async Task<JsonArray> Why(string about) => (JsonArray)(await me.Get($"{at}/why?about={about}"))["links"]!;

        // An order of the court's own: asked at once it waits, with the day by which the rider is due; the order itself is a decision.
        const string command = "song-huaidong-command";
        Assert.Empty(await Why(command));
        var offer = await me.Get($"{at}/orders/direct?to={command}");
        string First(string field) => ((JsonArray)((JsonArray)offer["fields"]!).Single(one => (string)one!["name"]! == field)!["values"]!)[0]!.GetValue<string>();
        await me.Order(game, Song, $"direct to={command} task={First("task")} place={First("place")}");
        Assert.Empty(await Why(command));
        await (await house.Hall.Open(game)).Game!.Turn(_ => true);
        var asked = await Why(command);
        Assert.Equal(["waiting", "order"], asked.Select(link => (string)link!["kind"]!));
        Assert.True((bool)asked[1]!["decided"]!);
        JsonArray answered;
        for (var day = 0; (string)(answered = await Why(command))[0]!["kind"]! == "waiting"; day++)
        {
            Assert.True(day < 60, "no memorial ever comes");
            await (await house.Hall.Open(game)).Game!.Turn(_ => true);
        }
        Assert.Equal(["answer", "order"], answered.Select(link => (string)link!["kind"]!));
        Assert.Equal((string)asked[1]!["day"]!, (string)answered[1]!["day"]!);
        Assert.NotEqual((string)answered[0]!["en"]!, (string)answered[0]!["zh"]!);
        Assert.Contains((string)asked[1]!["day"]!, (string)answered[0]!["en"]!);

        // A place far away is told by the day that the news is true of; what the seat has not heard of is not there, with the nearest that is.
        var kaifeng = Assert.Single(await Why("kaifeng"));
        Assert.Equal("belief", (string)kaifeng!["kind"]!);
        var view = await me.Get($"{at}/view");
        Assert.Equal((string)view["places"]!["kaifeng"]!["holder"]! == "jin", ((string)kaifeng["en"]!).Contains("Jin"));
        var miss = await me.Get($"{at}/why?about=kaifng", HttpStatusCode.NotFound);
        Assert.Equal("HAL044", (string)miss["code"]!);
        Assert.Contains("kaifeng", (string)miss["detail"]!);
        await me.Get($"/api/games/{game}/seats/jin-court/why?about=kaifeng", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_desk_answers_by_the_view_with_its_code_and_a_remedy_in_both_languages()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        var english = await me.Order(game, Song, "grant to=jin-court authority=supreme", HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("HAL025", "wrong-polity"), ((string)english["code"]!, (string)english["verdict"]!));
        var chinese = await me.Post($"/api/games/{game}/seats/{Song}/orders?lang=zh", new { verb = "grant", args = new { to = "jin-court", authority = "supreme" } }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("此政權的職守不能下此命令", (string)chinese["detail"]!);
        var near = await me.Order(game, Song, "inform to=song-huaidong-comand", HttpStatusCode.BadRequest);
        Assert.Contains("did you mean 'song-huaidong-command'", (string)near["detail"]!);
        var stale = await me.Post($"/api/games/{game}/seats/{Song}/orders", new { verb = "inform", args = new { to = "song-huaidong-command" }, day = 3 }, HttpStatusCode.Conflict);
        Assert.Equal("HAL027", (string)stale["code"]!);
    }

    [Fact]
    public async Task Every_order_that_is_offered_is_taken()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        foreach (var seat in (string[])[Song, "song-hubei-jingxi-command"])
        {
            var game = await me.Game(new Dictionary<string, string> { [seat] = "person" });
            var offers = (JsonArray)await me.Get($"/api/games/{game}/seats/{seat}/orders");
            Assert.True(offers.Count >= 5, $"{offers.Count} verbs");
            foreach (var offer in offers)
            {
                var verb = (string)offer!["verb"]!;
                var first = offer["fields"]![0]!;
                var subject = first["values"]![0]!.ToString();
                var rest = await me.Get($"/api/games/{game}/seats/{seat}/orders/{verb}?{first["name"]}={subject}");
                var args = new Dictionary<string, string>();
                var query = "";
                // Each field is chosen among what is offered beside those chosen before.
                foreach (var field in (JsonArray)rest["fields"]!)
                {
                    var now = await me.Get($"/api/games/{game}/seats/{seat}/orders/{verb}{query}");
                    var name = (string)field!["name"]!;
                    var values = (JsonArray)((JsonArray)now["fields"]!).Single(one => (string)one!["name"]! == name)!["values"]!;
                    Assert.NotEmpty(values);
                    args[name] = values[values.Count / 2]!.ToString();
                    query += (query.Length == 0 ? "?" : "&") + $"{name}={args[name]}";
                }
                await me.Post($"/api/games/{game}/seats/{seat}/orders", new { verb, args }, HttpStatusCode.Created);
            }
        }
    }

    [Fact]
    public async Task A_seat_changes_hands_in_the_middle_of_a_game()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var friend = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        await friend.Put($"/api/games/{game}/seats/{Song}", new { holder = "person" }, HttpStatusCode.Conflict);
        await me.Put($"/api/games/{game}/seats/{Song}", new { holder = "heuristic" });
        Assert.Equal("HAL023", (string)(await me.Order(game, Song, "inform to=song-huaidong-command", HttpStatusCode.Forbidden))["code"]!);
        Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        await friend.Put($"/api/games/{game}/seats/{Song}", new { holder = "bot" });
        await friend.Order(game, Song, "inform to=song-huaidong-command");
        // Who holds one side sees nothing of the other while somebody else plays.
        await me.Put($"/api/games/{game}/seats/jin-marshal-office", new { holder = "person" });
        Assert.Equal("HAL040", (string)(await friend.Put($"/api/games/{game}/seats/{Jin}", new { holder = "person" }, HttpStatusCode.Conflict))["code"]!);
        var table = await me.Get($"/api/games/{game}/table");
        Assert.Equal("bot", (string)table["seats"]![Song]!["holder"]!);
        Assert.StartsWith("guest-", (string)table["seats"]![Song]!["name"]!);
    }

    [Fact]
    public async Task A_seat_whose_holder_is_gone_is_led_by_a_mind_until_he_is_back()
    {
        await using var house = await TestHouse.Open(hall: new HallSettings(TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(600)));
        using var me = await house.Guest();
        using var other = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" }, clock: new { mode = "ready" });
        await using var table = await Listener.Open(other, $"/api/games/{game}/stream");
        await using (var mine = await Listener.Open(me, $"/api/games/{game}/seats/{Song}/stream")) Assert.Equal("view", (await mine.Next())!.Kind);
        // While nobody is there nothing goes on: who comes back finds the day that he left.
        await Task.Delay(2500);
        Assert.Equal("person", (string)(await other.Get($"/api/games/{game}/table"))["seats"]![Song]!["holder"]!);
        await other.Put($"/api/games/{game}/seats/{Jin}", new { holder = "person" });
        await using var theirs = await Listener.Open(other, $"/api/games/{game}/seats/{Jin}/stream");
        StreamEvent seated;
        do seated = (await table.Next())!; while (seated.Kind != "seated" || seated.View["seats"]![Song] is null);
        Assert.Equal(("heuristic", "person"), ((string)seated.View["seats"]![Song]!["holder"]!, (string)seated.View["seats"]![Song]!["standsInFor"]!));
        // Who waits is not held up any more.
        await other.Post($"/api/games/{game}/seats/{Jin}/ready", null, HttpStatusCode.NoContent);
        while ((await table.Next())!.Kind != "day")
        {
        }
        await me.Get($"/api/games/{game}/seats/{Song}/view");
        do seated = (await table.Next())!; while (seated.Kind != "seated");
        Assert.Equal(("person", "-"), ((string)seated.View["seats"]![Song]!["holder"]!, (string)seated.View["seats"]![Song]!["standsInFor"]!));
    }

    [Fact]
    public async Task Clocks_turn_the_days_as_they_say()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person", ["song-huaidong-command"] = "person" });
        await using var stream = await Listener.Open(me, $"/api/games/{game}/stream");
        await stream.Next();
        await me.Put($"/api/games/{game}/clock", new { mode = "ready" });
        await me.Post($"/api/games/{game}/seats/{Song}/ready", null, HttpStatusCode.NoContent);
        await Task.Delay(400);
        Assert.Equal(0, (int)(await me.Get($"/api/games/{game}"))["day"]!);
        await me.Post($"/api/games/{game}/seats/song-huaidong-command/ready", null, HttpStatusCode.NoContent);
        Assert.Equal(["clock", "ready", "ready", "day"], (await stream.Take(4)).Select(one => one.Kind));
        await me.Put($"/api/games/{game}/clock", new { mode = "speed", speed = 5 });
        Assert.Equal(["clock", "day", "day", "day"], (await stream.Take(4)).Select(one => one.Kind));
        await me.Put($"/api/games/{game}/clock", new { mode = "paused" });
        while ((await stream.Next())!.Kind != "clock")
        {
        }
        var stood = (int)(await me.Get($"/api/games/{game}"))["day"]!;
        await Task.Delay(700);
        Assert.Equal(stood, (int)(await me.Get($"/api/games/{game}"))["day"]!);
        using var other = await house.Guest();
        await other.Put($"/api/games/{game}/clock", new { mode = "speed", speed = 1 }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_fork_shares_the_days_before_it_and_nothing_that_was_secret()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person", [Jin] = "heuristic" }, clock: new { mode = "slow", seconds = 3600 });
        for (var day = 0; day < 35; day++)
        {
            if (day == 20) await me.Order(game, Song, "inform to=song-huaidong-command");
            Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        }
        await me.Order(game, Song, "inform to=song-huaixi-command");
        var fork = (string)(await me.Post($"/api/games/{game}/forks", new { day = 33, open = true }, HttpStatusCode.Created))["id"]!;
        var (mine, theirs) = (await house.Hall.Store.Read(game, 0), await house.Hall.Store.Read(fork, 0));
        Assert.Equal(mine.Where(entry => entry.Kind == EntryKind.Day).Take(33).Select(entry => entry.Hash), theirs.Where(entry => entry.Kind == EntryKind.Day).Select(entry => entry.Hash));
        // Neither who sat there, minds among them, nor what waited on the desks, nor the clock.
        Assert.DoesNotContain(theirs, entry => entry.Kind is EntryKind.Given or EntryKind.Ready or EntryKind.Seated);
        Assert.Equal("paused", (string)(await me.Get($"/api/games/{fork}/table"))["clock"]!["mode"]!);
        var lineage = await me.Get($"/api/games/{fork}/lineage");
        Assert.Equal((game, 33), ((string)lineage["ancestors"]![0]!["id"]!, (int)lineage["ancestors"]![0]!["day"]!));
        Assert.Equal(fork, (string)(await me.Get($"/api/games/{game}/lineage"))["forks"]![0]!["id"]!);
        var otherDice = (string)(await me.Post($"/api/games/{game}/forks", new { day = 33, seed = 99, open = true }, HttpStatusCode.Created))["id"]!;
        foreach (var id in (string[])[fork, otherDice])
            for (var day = 0; day < 12; day++) Assert.Null(await (await house.Hall.Open(id)).Game!.Turn(_ => true));
        Assert.NotEqual((await house.Hall.Store.Read(fork, 0))[^1].Hash, (await house.Hall.Store.Read(otherDice, 0))[^1].Hash);
        using var other = await house.Guest();
        foreach (var day in (int[])[0, 33])
            Assert.Equal(day, (int)(await other.Post($"/api/games/{fork}/forks", new { day }, HttpStatusCode.Created))["day"]!);
        Assert.Equal("HAL035", (string)(await other.Post($"/api/games/{game}/forks", new { day = 3 }, HttpStatusCode.Forbidden))["code"]!);
        Assert.Equal("HAL034", (string)(await me.Post($"/api/games/{game}/forks", new { day = 36 }, HttpStatusCode.UnprocessableEntity))["code"]!);
    }

    [Fact]
    public async Task A_record_goes_out_verifies_and_comes_in_again()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person", [Jin] = "heuristic" });
        for (var day = 0; day < 33; day++) Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        var bytes = await me.Http.GetByteArrayAsync($"/api/games/{game}/record");
        var copy = await Import(me, bytes, HttpStatusCode.Created);
        var days = (await house.Hall.Store.Read((string)copy["id"]!, 0)).Where(entry => entry.Kind == EntryKind.Day).Select(entry => entry.Hash);
        Assert.Equal((await house.Hall.Store.Read(game, 0)).Where(entry => entry.Kind == EntryKind.Day).Select(entry => entry.Hash), days);
        Assert.Null(await (await house.Hall.Open((string)copy["id"]!)).Game!.Turn(_ => true));
        var before = (await house.Hall.Store.List()).Count;
        bytes[bytes.Length / 2] ^= 1;
        Assert.Contains("HAL037", (await Import(me, bytes, HttpStatusCode.UnprocessableEntity)).ToJsonString());
        Assert.Contains("HAL037", (await Import(me, Encoding.ASCII.GetBytes("not a record"), HttpStatusCode.UnprocessableEntity)).ToJsonString());
        Assert.Equal(before, (await house.Hall.Store.List()).Count);
        using var other = await house.Guest();
        await other.Get($"/api/games/{game}/record", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_sits_in_an_open_game_and_everybody_sees_all_of_it()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(open: true);
        using var other = house.Stranger();
        Assert.NotEmpty((JsonObject)(await other.Get($"/api/games/{game}/seats/{Jin}/view"))["forces"]!);
        Assert.Equal("HAL021", (string)(await me.Put($"/api/games/{game}/seats/{Song}", new { holder = "person" }, HttpStatusCode.Conflict))["code"]!);
        for (var day = 0; day < 3; day++) Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        Assert.Contains("1139-07-29", (await other.Get($"/api/games/{game}/chronicle")).ToString());
        Assert.Contains("紹興九年", (await other.Get($"/api/games/{game}/chronicle?lang=zh")).ToString());
    }

    [Fact]
    public async Task An_invitation_lets_in_one_player_or_many_watchers_and_can_be_revoked()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var friend = await house.Guest();
        using var third = await house.Guest();
        var game = (string)(await me.Post("/api/games", new { scenario = TheShelf.Scenario, listed = false, seats = new Dictionary<string, string> { [Song] = "person" } }, HttpStatusCode.Created))["id"]!;
        await friend.Get($"/api/games/{game}", HttpStatusCode.NotFound);
        Assert.DoesNotContain(game, (await friend.Get("/api/games")).ToJsonString());
        var seat = await me.Post($"/api/games/{game}/invitations", new { seat = "song-huaidong-command", plays = true }, HttpStatusCode.Created);
        var watch = await me.Post($"/api/games/{game}/invitations", new { seat = Song, plays = false }, HttpStatusCode.Created);
        await friend.Post("/api/invitations", new { token = (string)seat["token"]! });
        await third.Post("/api/invitations", new { token = (string)seat["token"]! }, HttpStatusCode.NotFound);
        await friend.Order(game, "song-huaidong-command", "inform to=song-court");
        await friend.Get($"/api/games/{game}/seats/{Song}/view", HttpStatusCode.Forbidden);
        // By the link, as it is sent to somebody with a browser.
        Assert.Contains(Song, await third.Http.GetStringAsync($"/plain/invitations/{(string)watch["token"]!}"));
        using var accepted = await third.Http.PostAsync("/plain/invitations", Form(("token", (string)watch["token"]!)));
        Assert.Equal($"/plain/games/{game}/seats/{Song}", accepted.Headers.Location?.ToString());
        await third.Get($"/api/games/{game}/seats/{Song}/view");
        Assert.Equal("HAL023", (string)(await third.Order(game, Song, "inform to=song-huaidong-command", HttpStatusCode.Forbidden))["code"]!);
        await me.Delete($"/api/games/{game}/invitations/{watch["handle"]}");
        using var fourth = await house.Guest();
        await fourth.Post("/api/invitations", new { token = (string)watch["token"]! }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Any_viewpoint_is_open_once_the_war_is_over()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var other = house.Stranger();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        await other.Get($"/api/games/{game}/seats/{Jin}/view", HttpStatusCode.Unauthorized);
        Assert.Null(await (await house.Hall.Open(game)).Game!.Write((state, now) => (state.Next(EntryKind.Ended, default, [], now), null)));
        await other.Get($"/api/games/{game}/seats/{Jin}/view");
        await other.Get($"/api/games/{game}/chronicle");
        Assert.Equal("HAL020", (string)(await me.Order(game, Song, "inform to=song-huaidong-command", HttpStatusCode.Conflict))["code"]!);
        Assert.Equal("ended", (string)(await me.Get($"/api/games/{game}"))["state"]!);
        using var guest = await house.Guest();
        await guest.Post($"/api/games/{game}/forks", new { day = 0 }, HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_document_describes_every_path_of_the_api()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        var document = await me.Get("/openapi/v1.json");
        var paths = ((JsonObject)document["paths"]!).Select(path => path.Key).ToList();
        Assert.All(paths, path => Assert.StartsWith("/api/", path));
        foreach (var path in (string[])["/api/games", "/api/games/{game}/seats/{seat}/stream", "/api/games/{game}/seats/{seat}/orders", "/api/invitations", "/api/tokens"])
            Assert.Contains(path, paths);
        Assert.Contains("verb", document["components"]!["schemas"]!["NewOrder"]!.ToJsonString());
    }

    [Fact]
    public async Task The_plain_pages_lead_from_the_door_to_an_order()
    {
        await using var house = await TestHouse.Open();
        using var me = house.Stranger();
        Assert.Contains(TheShelf.Scenario, await me.Http.GetStringAsync("/plain"));
        using var made = await me.Http.PostAsync("/plain/games", Form(("scenario", TheShelf.Scenario), ("title", "<b>war</b>"), ("seat", Song)));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var seat = made.Headers.Location!.ToString();
        using var given = await me.Http.PostAsync($"{seat}/orders", Form(("order", "inform to=song-huaidong-command")));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Contains("inform to=song-huaidong-command", await me.Http.GetStringAsync(seat));
        var table = await me.Http.GetStringAsync(seat[..seat.IndexOf("/seats", StringComparison.Ordinal)] + "?lang=zh");
        Assert.Contains("&lt;b&gt;war", table);
        Assert.DoesNotContain("<b>war", table);
        Assert.Contains("臨安行在", table);
        using var refused = await me.Http.PostAsync($"{seat}/orders", Form(("order", "fly to=moon")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("no order is called", await refused.Content.ReadAsStringAsync());
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));

    private static async Task<JsonNode> Import(Caller me, byte[] bytes, HttpStatusCode expected)
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await me.Http.PostAsync("/api/games/import?title=copy", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, text);
        return JsonNode.Parse(text)!;
    }
}
