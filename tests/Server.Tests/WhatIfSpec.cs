using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Deciders;
using Yanyun.Lab;
using Yanyun.Server.Games;
using Yanyun.Server.Http;

namespace Server.Tests;

/// <summary>What-ifs: asked of the hall, played in the background, told as they go, and the same figures as the laboratory's.</summary>
public sealed class WhatIfSpec(ITestOutputHelper output)
{
    private const string Song = "song-court";
    private const int Day = 300;

    /// <summary>The Song court says nothing to its commands for thirty days.</summary>
    internal static object Question(int pairs, int? day = null, string actor = Song, int horizon = 30) => new
    {
        day, pairs, title = "silence",
        change = new[] { new { drop = "any", actor } },
        outcomes = new object[] { new { id = "lost", losses = "song" }, new { id = "kaifeng", holder = "kaifeng", by = "song" } },
        horizons = new[] { 10, horizon },
        primary = new { outcome = "lost", horizon },
    };

    private static string File(int pairs, int horizon = 30) => $$"""
        format: yanyun-experiment/1
        id: silence
        title: {en: silence, zh: 緘默}
        statement: {en: "as asked", zh: 如所問}
        scenario: {{TheShelf.Scenario}}
        from: record
        start: {{TheShelf.Ground.Scenario.FirstDay + (Day + 1)}}
        pairs: {{pairs}}
        change:
        - {drop: any, actor: song-court}
        outcomes:
        - {id: lost, losses: song}
        - {id: kaifeng, holder: kaifeng, by: song}
        horizons: [10, {{horizon}}]
        primary: {outcome: lost, horizon: {{horizon}}}
        half_width: 0
        """;

    internal static async Task<JsonNode> Ended(Caller me, string id, int seconds = 400)
    {
        for (var n = 0; n < seconds * 10; n++)
        {
            var now = await me.Get($"/api/whatifs/{id}");
            if ((string)now["state"]! is "done" or "stopped" or "failed") return now;
            await Task.Delay(100);
        }
        throw new TimeoutException("it does not end");
    }

    internal static async Task<string> Ask(Caller me, string of, object question) => (string)(await me.Post($"/api/{of}/whatifs", question, HttpStatusCode.Created))["id"]!;

    [Fact]
    public async Task Its_figures_are_those_of_the_laboratory_to_the_last_bit_from_the_record_and_from_a_game_with_the_same_past()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var ofHistory = await Ended(me, await Ask(me, $"scenarios/{TheShelf.Scenario}", Question(24, Day)));

        var problems = new Problems();
        var shelf = new ExperimentShelf([TheShelf.Scenario], (_, _) => TheShelf.Ground.Bookmark, Cast.Words, TheShelf.Shelf.Folder);
        var experiment = ExperimentReader.Parse(File(24), "silence.yaml", shelf, problems);
        Assert.True(experiment is not null, string.Join("\n", problems.All.Select(problem => problem.Render(Yanyun.Chronicle.Language.English))));
        using var store = PairStore.InMemory(experiment);
        var lab = Laboratory.Run(experiment, store, new LabOptions(1));

        Assert.Equal("done", (string)ofHistory["state"]!);
        var figures = ofHistory["figures"]!;
        Assert.Equal(lab.Digest, (string)figures["digest"]!);
        Assert.Equal(experiment.Hash(), (string)figures["experiment"]!);
        var effects = (JsonArray)figures["effects"]!;
        for (var o = 0; o < 2; o++)
            for (var h = 0; h < 2; h++)
            {
                var (effect, told) = (lab.EffectOn(o, h)!, effects[o * 2 + h]!);
                Assert.Equal((effect.Mean, effect.Around.Low, effect.Around.High), ((double)told["effect"]!, (double)told["low"]!, (double)told["high"]!));
                Assert.Equal(effect.Pairs, ((JsonArray)told["spread"]!["columns"]!).Sum(column => (long)column!["pairs"]!));
            }

        var fork = await me.Post($"/api/scenarios/{TheShelf.Scenario}/forks", new { day = Day }, HttpStatusCode.Created);
        var ofGame = await Ended(me, await Ask(me, $"games/{(string)fork["id"]!}", Question(24)));
        Assert.Equal(lab.Digest, (string)ofGame["figures"]!["digest"]!);
        output.WriteLine($"{lab.Pairs} pairs, {lab.Pairs / lab.Seconds:F1} a second; {lab.Primary!.Mean:F0} [{lab.Primary.Around.Low:F0}, {lab.Primary.Around.High:F0}] men");
    }

    [Fact]
    public async Task How_far_it_is_and_what_it_comes_to_is_streamed_and_who_was_cut_off_is_told_what_is_new_and_nothing_twice()
    {
        using var folder = new Folder();
        var store = new SlowStore(Yanyun.Server.Store.SqliteStore.Open(folder.Games));
        await using var house = await TestHouse.Node(store);
        using var me = await house.Guest();
        var game = await me.Game();
        // As slow a disk as lets one look on, whatever the machine.
        store.Delay = TimeSpan.FromMilliseconds(500);
        var id = await Ask(me, $"games/{game}", Question(96));
        long last;
        await using (var stream = await Listener.Open(me, $"/api/whatifs/{id}/stream"))
        {
            StreamEvent? one;
            do one = await stream.Next(); while (one!.Kind != "running" || (int)JsonNode.Parse(one.Data)!["done"]! == 0);
            var figures = JsonNode.Parse(one.Data)!["figures"]!;
            Assert.NotEmpty((JsonArray)figures["effects"]!);
            last = long.Parse(one.Id);
            store.Delay = TimeSpan.Zero;
        }
        await using var again = await Listener.Open(me, $"/api/whatifs/{id}/stream", last.ToString());
        var (done, events) = (0, new List<StreamEvent>());
        while (await again.Next() is { } one)
        {
            events.Add(one);
            Assert.True(long.Parse(one.Id) > last, "told twice");
            Assert.True((int)JsonNode.Parse(one.Data)!["done"]! >= done, "it went back");
            (last, done) = (long.Parse(one.Id), (int)JsonNode.Parse(one.Data)!["done"]!);
        }
        Assert.Equal("done", events[^1].Kind);
        Assert.Equal(96, done);
        // Who has the last is told nothing more, and who names one that never was is refused.
        await using var after = await Listener.Open(me, $"/api/whatifs/{id}/stream", last.ToString());
        Assert.Null(await after.Next());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/whatifs/{id}/stream");
        request.Headers.Add("Last-Event-ID", (last + 1).ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await me.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Stopped_it_keeps_what_it_came_to_and_taken_away_nothing_is_left()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var id = await Ask(me, $"games/{await me.Game()}", Question(4000));
        await using (var stream = await Listener.Open(me, $"/api/whatifs/{id}/stream"))
        {
            StreamEvent? one;
            do one = await stream.Next(); while ((int)JsonNode.Parse(one!.Data)!["done"]! == 0);
            await me.Delete($"/api/whatifs/{id}");
            while (await stream.Next() is { } next) one = next;
            Assert.Equal("stopped", one.Kind);
        }
        var stopped = await me.Get($"/api/whatifs/{id}");
        Assert.InRange((int)stopped["done"]!, 1, 3999);
        Assert.NotEmpty((JsonArray)stopped["figures"]!["effects"]!);
        await me.Delete($"/api/whatifs/{id}");
        await me.Get($"/api/whatifs/{id}", HttpStatusCode.NotFound);
        Assert.Empty((JsonArray)await me.Get("/api/whatifs"));
        for (var n = 0; (await house.Hall.Store.Papers("whatif-pairs", id)).Count > 0; n++)
        {
            Assert.True(n < 1800, "its pairs lie about");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task Killed_with_the_program_it_is_gone_on_with_from_the_pairs_it_had_and_comes_to_the_same()
    {
        using var folder = new Folder();
        var jar = new CookieContainer();
        string id;
        int had;
        using (var house = Program.Serve(folder.Path))
        {
            using var me = new Caller(house.Address);
            await me.Post("/api/guests", null, HttpStatusCode.Created);
            id = await Ask(me, $"games/{await me.Game(seed: 11)}", Question(80));
            do await Task.Delay(20); while ((had = (int)(await me.Get($"/api/whatifs/{id}"))["done"]!) == 0);
            foreach (Cookie cookie in me.Cookies.GetAllCookies()) jar.Add(cookie);
            house.Kill();
        }
        int kept;
        bool over;
        await using (var left = Yanyun.Server.Store.SqliteStore.Open(folder.Games))
        {
            kept = (await left.Papers("whatif-pairs", id)).Count;
            over = (await new Yanyun.Server.WhatIfs.WhatIfBook(left).Find(id))!.Standing == "done"; // a machine may be quicker than who kills it
        }
        await using var again = await TestHouse.Open(folder);
        using var later = again.Stranger();
        foreach (Cookie cookie in jar.GetAllCookies()) later.Cookies.Add(cookie);
        var resumed = await Ended(later, id);
        Assert.Equal((80, "done"), ((int)resumed["done"]!, (string)resumed["state"]!));
        using var other = await again.Guest();
        var whole = await Ended(other, await Ask(other, $"games/{await other.Game(seed: 11)}", Question(80)));
        Assert.Equal((string)whole["figures"]!["digest"]!, (string)resumed["figures"]!["digest"]!);
        output.WriteLine($"killed after {had} of 80 pairs; {kept} batches were kept");
        Assert.True(kept > 0 || over);
    }

    [Fact]
    public async Task On_a_shared_database_another_node_goes_on_with_it()
    {
        await using var database = await TestDatabase.Make();
        await using var two = await TestHouse.Node(await database.Open());
        string id;
        Caller me;
        await using (var one = await TestHouse.Node(await database.Open()))
        {
            me = await one.Guest();
            id = await Ask(me, $"games/{await me.Game(seed: 3)}", Question(160));
            do await Task.Delay(20); while ((int)(await me.Get($"/api/whatifs/{id}"))["done"]! == 0);
        }
        using var there = two.Stranger();
        foreach (Cookie cookie in me.Cookies.GetAllCookies()) there.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        me.Dispose();
        Assert.Equal("done", (string)(await Ended(there, id))["state"]!);
    }

    [Fact]
    public async Task Who_asks_much_does_not_keep_who_asks_little_waiting()
    {
        await using var house = await TestHouse.Open();
        using var greedy = await house.Guest();
        using var modest = await house.Guest();
        var game = await greedy.Game(open: true);
        var long3 = new List<string>();
        for (var n = 0; n < WhatIfsApi.MostUnfinished; n++) long3.Add(await Ask(greedy, $"games/{game}", Question(5000, horizon: 600)));
        var fourth = await greedy.Post($"/api/games/{game}/whatifs", Question(10), HttpStatusCode.Conflict);
        Assert.Equal("HAL073", (string)fourth["code"]!);
        var small = await Ended(modest, await Ask(modest, $"games/{game}", Question(8)));
        Assert.Equal("done", (string)small["state"]!);
        foreach (var id in long3)
        {
            Assert.DoesNotContain((string)(await greedy.Get($"/api/whatifs/{id}"))["state"]!, (string[])["done", "failed"]);
            await greedy.Delete($"/api/whatifs/{id}");
        }
    }

    [Fact]
    public async Task It_is_asked_only_by_who_may_fork_there_and_seen_only_by_who_asked()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        using var other = await house.Guest();
        var mine = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        Assert.Equal("HAL035", (string)(await other.Post($"/api/games/{mine}/whatifs", Question(10), HttpStatusCode.Forbidden))["code"]!);
        var alone = await Ask(me, $"games/{mine}", Question(2));
        await other.Put($"/api/games/{mine}/seats/jin-court", new { holder = "person" });
        Assert.Equal("HAL035", (string)(await me.Post($"/api/games/{mine}/whatifs", Question(10), HttpStatusCode.Forbidden))["code"]!);
        Assert.Equal("HAL070", (string)(await other.Get($"/api/whatifs/{alone}", HttpStatusCode.NotFound))["code"]!);
        await other.Delete($"/api/whatifs/{alone}", HttpStatusCode.NotFound);
        await other.Get($"/api/whatifs/{alone}/stream", HttpStatusCode.NotFound);
        Assert.Empty((JsonArray)await other.Get("/api/whatifs"));
        await house.Stranger().Post($"/api/scenarios/{TheShelf.Scenario}/whatifs", Question(10), HttpStatusCode.Unauthorized);
        using var bot = new HttpClient { BaseAddress = house.Address };
        var token = (string)(await me.Post("/api/tokens", new { label = "bot", game = mine, seat = Song }, HttpStatusCode.Created))["token"]!;
        bot.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync($"/api/games/{mine}/whatifs", JsonContent.Create(Question(10)))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.GetAsync($"/api/whatifs/{alone}")).StatusCode);
        await Ended(me, alone);
    }

    [Theory]
    [InlineData("{\"pairs\":9,\n \"change\":[{\"drop\":\"wither\"}],\"outcomes\":[{\"id\":\"a\",\"losses\":\"song\"}],\"horizons\":[9],\"primary\":{\"outcome\":\"a\",\"horizon\":9}}", 422, "body:2:20", "withdraw", "應為")]
    [InlineData("{\"pairs\":9,\"change\":[],\"outcomes\":[{\"id\":\"a\",\"losses\":\"song\"}],\"horizons\":[9],\"primary\":{\"outcome\":\"a\",\"horizon\":9}}", 422, "EXP008", "change", "毫無改動")]
    [InlineData("{\"pairs\":9,\"change\":[{\"set\":\"places.kaifeng.walls=3\"}],\"outcomes\":[{\"id\":\"a\",\"losses\":\"song\"}],\"horizons\":[9],\"primary\":{\"outcome\":\"a\",\"horizon\":9}}", 422, "EXP016", "first day", "首日")]
    [InlineData("{\"pairs\":9000,\"change\":[{\"drop\":\"any\"}],\"outcomes\":[{\"id\":\"a\",\"losses\":\"song\"}],\"horizons\":[9],\"primary\":{\"outcome\":\"a\",\"horizon\":9}}", 422, "HAL072", "9000 pairs", "9000 對")]
    [InlineData("{\"pairs\":9,\"day\":77,\"change\":[],\"outcomes\":[],\"horizons\":[],\"primary\":{}}", 422, "HAL034", "day 77", "第 77 日")]
    [InlineData("{\"pairs\":9,\"scenario\":\"other\"}", 400, "HAL060", "scenario", "物件")]
    public async Task A_question_that_cannot_be_played_is_refused_in_both_languages_with_the_place_and_what_was_meant(string body, int status, string code, string english, string chinese)
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game();
        async Task<string> Refused(string language)
        {
            var answer = await me.Http.PostAsync($"/api/games/{game}/whatifs?lang={language}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            Assert.Equal(status, (int)answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }
        Assert.Contains(code, await Refused("en"));
        Assert.Contains(english, await Refused("en"));
        Assert.Contains(chinese, await Refused("zh"));
        Assert.Empty((JsonArray)await me.Get("/api/whatifs"));
    }

    [Fact]
    public async Task Every_question_that_ships_can_be_asked_as_it_is_told()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var questions = (JsonArray)await me.Get($"/api/scenarios/{TheShelf.Scenario}/questions");
        Assert.Equal("liuqi-first", (string)questions[0]!["id"]!);
        Assert.Contains(questions, question => (string)question!["id"]! == "recall" && question["measuredZh"] is not null);
        foreach (var question in questions)
        {
            var ask = (JsonObject)question!["ask"]!.DeepClone();
            (ask["day"], ask["pairs"], ask["title"]) = ((int)question["day"]!, 2, (string)question["titleZh"]!);
            var made = await me.Post($"/api/scenarios/{TheShelf.Scenario}/whatifs", ask, HttpStatusCode.Created);
            var id = (string)made["id"]!;
            for (var gone = false; !gone;) // stopped, then taken away
            {
                await me.Delete($"/api/whatifs/{id}", HttpStatusCode.NoContent);
                gone = ((JsonArray)await me.Get("/api/whatifs")).All(one => (string)one!["id"]! != id);
            }
        }
        await me.Get("/api/scenarios/1141-henan/questions", HttpStatusCode.NotFound);
    }
}
