using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Server.Games;

namespace Server.Tests;

/// <summary>A seat hears what it comes to know, once each, whatever happens to the network and the server.</summary>
public class StreamSpec
{
    private const string Song = "song-court";

    [Fact]
    public async Task The_patches_make_the_view_that_is_shown()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        await using var stream = await Listener.Open(me, $"/api/games/{game}/seats/{Song}/stream");
        JsonNode? page = null;
        for (var day = 0; day < 12; day++)
        {
            page = StreamEvent.Merge(page, (await stream.Next())!.View);
            var shown = (JsonObject)await me.Get($"/api/games/{game}/seats/{Song}/view");
            shown.Remove("orders");
            Assert.True(JsonNode.DeepEquals(shown, page), $"day {day}");
            Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        }
    }

    [Fact]
    public async Task Who_was_cut_off_is_told_again_what_he_missed_byte_for_byte()
    {
        using var folder = new Folder();
        string game;
        List<StreamEvent> heard;
        var jar = new CookieContainer();
        await using (var house = await TestHouse.Open(folder))
        {
            using var me = await house.Guest();
            game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
            foreach (Cookie cookie in me.Cookies.GetAllCookies()) jar.Add(cookie);
            await using var stream = await Listener.Open(me, $"/api/games/{game}/seats/{Song}/stream");
            heard = [(await stream.Next())!];
            await Play(house, me, game, 40);
            heard.AddRange(await stream.Take(40 + 3));
            foreach (var at in (int[])[0, 1, 17, 41, 42])
            {
                await using var again = await Listener.Open(me, $"/api/games/{game}/seats/{Song}/stream", heard[at].Id);
                var missed = await again.Take(heard.Count - at - 1);
                Assert.Equal(heard.Skip(at + 1).Select(one => one.Text), missed.Select(one => one.Text));
            }
        }
        // The house is closed and opened again: the client comes back with its last id.
        await using var reopened = await TestHouse.Open(folder);
        using var back = reopened.Stranger();
        foreach (Cookie cookie in jar.GetAllCookies()) back.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        await using var later = await Listener.Open(back, $"/api/games/{game}/seats/{Song}/stream", heard[5].Id);
        var rest = await later.Take(heard.Count - 6);
        Assert.Equal(heard.Skip(6).Select(one => one.Text), rest.Select(one => one.Text));
        await Play(reopened, back, game, 1);
        Assert.Equal("given", (await later.Next())!.Kind);
    }

    [Fact]
    public async Task Ids_rise_by_one_and_tell_nothing_of_what_others_order()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person", ["jin-court"] = "person" });
        await using var stream = await Listener.Open(me, $"/api/games/{game}/seats/{Song}/stream");
        var first = long.Parse((await stream.Next())!.Id);
        for (var n = 0; n < 3; n++) await me.Order(game, "jin-court", "inform to=jin-marshal-office");
        Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        var next = (await stream.Next())!;
        Assert.Equal(("day", first + 1), (next.Kind, long.Parse(next.Id)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("5000")]
    public async Task An_id_that_no_event_has_is_refused(string id)
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(open: true);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/games/{game}/seats/{Song}/stream");
        request.Headers.Add("Last-Event-ID", id);
        using var answer = await me.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("HAL067", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Spectators_hear_the_table_and_not_the_seats()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        using var other = house.Stranger();
        await using var stream = await Listener.Open(other, $"/api/games/{game}/stream");
        var page = (JsonObject)(await stream.Next())!.View;
        Assert.Equal(["clock", "date", "day", "days", "ended", "era", "seats"], page.Select(part => part.Key));
        await me.Order(game, Song, "inform to=song-huaidong-command");
        await me.Put($"/api/games/{game}/clock", new { mode = "speed", speed = 5 });
        Assert.Equal("clock", (await stream.Next())!.Kind);
        var day = (await stream.Next())!;
        Assert.Equal("day", day.Kind);
        Assert.Equal(["date", "day", "era"], ((JsonObject)day.View).Select(part => part.Key));
    }

    /// <summary>Days with three things done on the last: an order, one taken back, a clock.</summary>
    private static async Task Play(TestHouse house, Caller me, string game, int days)
    {
        for (var day = 1; day < days; day++) Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
        await me.Order(game, Song, "inform to=song-huaidong-command");
        var second = (int)(await me.Order(game, Song, "inform to=song-huaixi-command"))["number"]!;
        await me.Delete($"/api/games/{game}/seats/{Song}/orders/{second}");
        Assert.Null(await (await house.Hall.Open(game)).Game!.Turn(_ => true));
    }
}
