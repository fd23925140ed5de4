using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The house at work: games sleep and wake, and go on after it was closed.</summary>
public class HallSpec(ITestOutputHelper output)
{
    [Fact]
    public async Task A_game_that_nobody_asks_for_is_put_away_and_woken_when_it_is_asked_for_again()
    {
        await using var house = await TestHouse.Open(hall: new HallSettings(TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1)));
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { ["song-court"] = "person" });
        for (var day = 0; day < 59; day++) await house.Turn(game);
        await me.Order(game, "song-court", "inform to=song-huaidong-command");
        var view = await me.Http.GetStringAsync($"/api/games/{game}/seats/song-court/view");
        await Patience.Until(async () =>
        {
            await house.Hall.Sweep();
            return !house.Hall.Awake.Any();
        }, "it is not put away");
        var clock = Stopwatch.StartNew();
        await house.Hall.Open(game);
        output.WriteLine($"woken in {clock.Elapsed.TotalMilliseconds:F1} ms, 29 days above its rung");
        Assert.Equal(view, await me.Http.GetStringAsync($"/api/games/{game}/seats/song-court/view"));
    }

    [Fact]
    public async Task A_house_that_was_warmed_plays_and_wakes_and_holds_nothing_of_it()
    {
        await using var house = await TestHouse.Open();
        var ground = TheShelf.Shelf.Take(TheShelf.Scenario, [], new Problems())!;
        Assert.True(Warming.Of(TheShelf.Scenario, ground, TheShelf.Shelf.Calendar));
        await house.House.Warm();
        Assert.Empty(await house.Hall.Store.List());
        Assert.Empty(house.Hall.Awake);
    }

    [Fact]
    public async Task A_record_that_is_run_through_for_nobody_is_given_up_when_the_house_closes()
    {
        await using var house = await TestHouse.Open();
        using var closing = new CancellationTokenSource();
        var preparing = new Reels(house.Hall).Prepare(TheShelf.Scenario, closing.Token);
        await closing.CancelAsync();
        await preparing;
    }

    [Fact]
    public async Task A_game_that_is_listened_to_is_not_put_away()
    {
        await using var house = await TestHouse.Open(hall: new HallSettings(TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1)));
        using var me = await house.Guest();
        var game = await me.Game(open: true);
        await using var stream = await Listener.Open(me, $"/api/games/{game}/stream");
        await stream.Next();
        await Task.Delay(100);
        await house.Hall.Sweep();
        Assert.Single(house.Hall.Awake);
    }

    [Fact]
    public async Task A_clock_that_ran_when_the_house_closed_runs_when_it_opens()
    {
        using var folder = new Folder();
        string game;
        await using (var house = await TestHouse.Open(folder))
        {
            using var me = await house.Guest();
            game = await me.Game(clock: new { mode = "speed", speed = 5 });
        }
        await using var again = await TestHouse.Open(folder);
        using var other = again.Stranger();
        var day = (int)(await other.Get($"/api/games/{game}"))["day"]!;
        await using var stream = await Listener.Open(other, $"/api/games/{game}/stream");
        await stream.Take(3);
        Assert.True((int)(await other.Get($"/api/games/{game}"))["day"]! > day);
    }

    [Fact]
    public async Task A_game_may_go_on_from_the_record_of_history()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var fork = await me.Post($"/api/scenarios/{TheShelf.Scenario}/forks", new { day = 320, seats = new Dictionary<string, string> { ["song-court"] = "person" } }, HttpStatusCode.Created);
        var game = (string)fork["id"]!;
        Assert.Equal("history", (string)fork["parent"]!);
        var record = TheShelf.Shelf.HistoryOf(TheShelf.Scenario, new Problems())!;
        var days = (await house.Hall.Store.Read(game, 0)).Where(entry => entry.Kind == EntryKind.Day).ToList();
        Assert.Equal(record.Days.Take(320).Select(day => day.Hash), days.Select(day => day.Hash));
        for (var day = 0; day < 3; day++) Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        Assert.Contains((JsonArray)(await me.Get($"/api/games/{game}/seats/song-court/orders")), offer => (string)offer!["verb"]! == "direct");
    }

    [Fact]
    public async Task What_the_page_keeps_for_somebody_is_his_in_any_browser_and_nobody_elses()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        Assert.Empty((await me.Get("/api/me/keepsakes")).AsObject());
        await me.Patch("/api/me/keepsakes", new { guide = "3", messages = "{}" });
        await me.Patch("/api/me/keepsakes", new Dictionary<string, string?> { ["messages"] = null, ["guide"] = "4" });
        await me.Post("/api/me/name", new { name = "keeper", password = "correct horse" });
        using var elsewhere = house.Stranger();
        await elsewhere.Get("/api/me/keepsakes", HttpStatusCode.Unauthorized);
        await elsewhere.Post("/api/sessions", new { name = "keeper", password = "correct horse" }, HttpStatusCode.NoContent);
        Assert.Equal("""{"guide":"4"}""", (await elsewhere.Get("/api/me/keepsakes")).ToJsonString());
        using var other = await house.Guest();
        Assert.Empty((await other.Get("/api/me/keepsakes")).AsObject());

        // What was not written for longest goes when there is too much.
        await me.Patch("/api/me/keepsakes", Enumerable.Range(0, Keepsakes.MostNames - 1).ToDictionary(i => $"seen.{i}", i => "1"));
        await me.Patch("/api/me/keepsakes", new { more = "1" });
        var kept = (await me.Get("/api/me/keepsakes")).AsObject();
        Assert.Equal(Keepsakes.MostNames, kept.Count);
        Assert.False(kept.ContainsKey("guide"));
        await me.Patch("/api/me/keepsakes", new { more = new string('x', Keepsakes.LongestValue + 1) }, HttpStatusCode.BadRequest);
        await me.Patch("/api/me/keepsakes", new { more = 1 }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Accounts_are_named_opened_again_and_recovered()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var recovery = (string)(await me.Post("/api/me/name", new { name = "岳雲", password = "first password" }))["recovery"]!;
        using var elsewhere = house.Stranger();
        await elsewhere.Post("/api/sessions", new { name = "岳雲", password = "first password" }, HttpStatusCode.NoContent);
        Assert.Equal("岳雲", (string)(await elsewhere.Get("/api/me"))["name"]!);
        using var later = house.Stranger();
        var next = (string)(await later.Post("/api/sessions", new { name = "岳雲", recovery, newPassword = "second password" }))["recovery"]!;
        Assert.NotEqual(recovery, next);
        // Who had the old password, or the old code, is out.
        await elsewhere.Get("/api/me", HttpStatusCode.Unauthorized);
        using var thief = house.Stranger();
        await thief.Post("/api/sessions", new { name = "岳雲", password = "first password" }, HttpStatusCode.Unauthorized);
        await thief.Post("/api/sessions", new { name = "岳雲", recovery, newPassword = "third password" }, HttpStatusCode.Unauthorized);
        await later.Delete("/api/sessions");
        await later.Get("/api/me", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nothing_secret_lies_in_the_file()
    {
        using var folder = new Folder();
        var secrets = new List<string>();
        await using (var house = await TestHouse.Open(folder))
        {
            using var me = await house.Guest();
            secrets.Add((string)(await me.Post("/api/me/name", new { name = "keeper", password = "a password to hide" }))["recovery"]!);
            secrets.Add("a password to hide");
            var game = await me.Game(new Dictionary<string, string> { ["song-court"] = "person" });
            secrets.Add((string)(await me.Post("/api/tokens", new { label = "bot" }, HttpStatusCode.Created))["token"]!);
            secrets.Add((string)(await me.Post($"/api/games/{game}/invitations", new { seat = "song-court", plays = false }, HttpStatusCode.Created))["token"]!);
            secrets.AddRange(me.Cookies.GetAllCookies().Select(cookie => cookie.Value));
        }
        var bytes = Directory.GetFiles(folder.Path).SelectMany(File.ReadAllBytes).ToArray();
        foreach (var secret in secrets) Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)));
    }

    [Fact]
    public async Task What_happens_is_written_as_JSON_and_no_token_is_in_it()
    {
        var written = new StringWriter();
        var log = TextWriter.Synchronized(written);
        string Log()
        {
            lock (log) return written.ToString();
        }
        await using (var house = await TestHouse.Open(log: log))
        {
            using var me = await house.Guest();
            var game = await me.Game(clock: new { mode = "speed", speed = 5 });
            await house.Hall.Store.Quarantine(game, "torn");
            await Patience.Until(() => Log().Contains('\n'), "nothing is written");
            await me.Get("/plain/invitations/a-secret-token", HttpStatusCode.NotFound);
        }
        var lines = Log().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)!["level"]));
        Assert.DoesNotContain("a-secret-token", Log());
    }

    [Fact]
    public async Task Health_is_told_and_ready_means_that_the_store_can_be_written()
    {
        await using var house = await TestHouse.Open();
        using var anybody = house.Stranger();
        Assert.Equal("alive", await anybody.Http.GetStringAsync("/health/live"));
        Assert.Equal("ready", await anybody.Http.GetStringAsync("/health/ready"));
        await house.Hall.Store.DisposeAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await anybody.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal("alive", await anybody.Http.GetStringAsync("/health/live"));
    }
}
