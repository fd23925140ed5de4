using System.Net;
using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Several nodes on one database are one house: whoever one asks, it is the same game.</summary>
public sealed class NodesSpec : IAsyncLifetime
{
    private const string Song = "song-court";

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_happens_at_one_node_is_heard_at_the_other_byte_for_byte()
    {
        await using var one = await TestHouse.Node(await _database.Open());
        await using var two = await TestHouse.Node(await _database.Open());
        using var me = await one.Guest();
        using var alsoMe = At(two, me);
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" }, clock: new { mode = "ready" });
        await using var here = await Listener.Open(me, $"/api/games/{game}/seats/{Song}/stream");
        await using var there = await Listener.Open(alsoMe, $"/api/games/{game}/seats/{Song}/stream");
        for (var day = 0; day < 6; day++)
        {
            // Said now at one node, now at the other; the day is turned by one of them.
            var who = day % 2 == 0 ? me : alsoMe;
            await who.Order(game, Song, "inform to=song-huaidong-command");
            await who.Post($"/api/games/{game}/seats/{Song}/ready", null, HttpStatusCode.NoContent);
            await Until(async () => (int)(await me.Get($"/api/games/{game}"))["day"]! == day + 1 && (int)(await alsoMe.Get($"/api/games/{game}"))["day"]! == day + 1);
        }
        // The view at first, and each day an order, that all are ready, and the day.
        const int Events = 1 + 6 * 3;
        Assert.Equal((await here.Take(Events)).Select(one => one.Text), (await there.Take(Events)).Select(one => one.Text));
        Assert.True(JsonNode.DeepEquals(await me.Get($"/api/games/{game}/seats/{Song}/view"), await alsoMe.Get($"/api/games/{game}/seats/{Song}/view")));
    }

    [Fact]
    public async Task Orders_given_at_both_nodes_at_once_are_all_kept_and_numbered_without_a_gap()
    {
        await using var one = await TestHouse.Node(await _database.Open());
        await using var two = await TestHouse.Node(await _database.Open());
        using var me = await one.Guest();
        using var alsoMe = At(two, me);
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        var numbers = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Task.WhenAll(Say(me), Say(alsoMe));
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Order());
        Assert.True(numbers.Count >= 20, $"{numbers.Count} of 40 served");

        async Task Say(Caller caller)
        {
            for (var n = 0; n < 20; n++)
            {
                var answer = await caller.Http.PostAsync($"/api/games/{game}/seats/{Song}/orders",
                    System.Net.Http.Json.JsonContent.Create(new { verb = "inform", args = new { to = "song-huaidong-command" } }));
                // Refused for want of a quiet moment is an answer too: nothing was kept, and one asks again.
                if (answer.StatusCode == HttpStatusCode.Conflict) continue;
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                numbers.Add((int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["number"]!);
            }
        }
    }

    /// <summary>The same visitor at another node: his cookie is known to the whole house.</summary>
    private static Caller At(TestHouse house, Caller known)
    {
        var caller = house.Stranger();
        foreach (Cookie cookie in known.Cookies.GetAllCookies()) caller.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        return caller;
    }

    private static Task Until(Func<Task<bool>> holds) => Patience.Until(holds, "it never came to hold", 100);
}
