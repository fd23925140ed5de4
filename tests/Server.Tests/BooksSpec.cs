using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Views;

namespace Server.Tests;

/// <summary>A seat's own books: what an order would promise, what came of those it gave, what it knew on a day gone by.</summary>
public sealed class BooksSpec
{
    private const string Seat = "song-hubei-jingxi-command";
    private static readonly Dictionary<string, string> s_mine = new() { [Seat] = "person" };

    [Fact]
    public async Task An_order_is_followed_from_the_desk_to_its_answer_and_so_are_those_taken_back()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(s_mine, clock: new { mode = "ready" });
        var path = $"/api/games/{game}/seats/{Seat}";
        Assert.Empty((await me.Get($"{path}/history")).AsArray());
        await me.Order(game, Seat, "march force=yue-beiwei to=xiangyang");
        await me.Order(game, Seat, "march force=yue-beiwei to=ezhou");
        await me.Delete($"{path}/orders/1");
        var rows = (await me.Get($"{path}/history")).AsArray();
        Assert.Equal(["waiting", "undone"], rows.Select(row => (string)row!["state"]!));
        Assert.Equal([2, 1], rows.Select(row => (int)row!["number"]!));
        Assert.Contains("to=ezhou", (string)rows[0]!["order"]!);

        var last = await EndDay(me, game);
        var view = await me.Get($"{path}/view");
        rows = (await me.Get($"{path}/history")).AsArray();
        Assert.Equal((string)view["date"]!, (string)rows[0]!["written"]!);
        Assert.Equal((string)view["forces"]!["yue-beiwei"]!["expected"]!, (string)rows[0]!["expected"]!);
        for (var days = 0; days < 12 && (string)rows[0]!["state"]! != "answered"; days++)
        {
            last = await EndDay(me, game);
            rows = (await me.Get($"{path}/history")).AsArray();
        }
        view = await me.Get($"{path}/view");
        var answer = (string)view["forces"]!["yue-beiwei"]!["answer"]!;
        Assert.Equal("answered", (string)rows[0]!["state"]!);
        Assert.Equal(answer, (string)rows[0]!["answer"]!);

        // A later order is written over it in the copy-book; the history keeps what was known of it.
        await me.Order(game, Seat, "march force=yue-beiwei to=xiangyang");
        await EndDay(me, game);
        rows = (await me.Get($"{path}/history")).AsArray();
        Assert.Equal(3, rows.Count);
        Assert.True((bool)rows[1]!["superseded"]!);
        Assert.Equal(answer, (string)rows[1]!["answer"]!);
        Assert.False((bool)rows[0]!["superseded"]!);
        Assert.True(last > 0);
    }

    [Fact]
    public async Task What_was_known_on_a_day_gone_by_is_the_view_of_that_day()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(s_mine, clock: new { mode = "ready" });
        var path = $"/api/games/{game}/seats/{Seat}";
        var then = new List<JsonNode>();
        for (var day = 0; day < 4; day++)
        {
            then.Add(await me.Get($"{path}/view"));
            await EndDay(me, game);
        }
        for (var day = 0; day < 4; day++)
        {
            var now = await me.Get($"{path}/view/{day}");
            foreach (var part in (string[])["day", "date", "era", "office", "places", "forces", "commands", "peace"])
                Assert.True(JsonNode.DeepEquals(then[day][part], now[part]), $"{part} of day {day}");
            Assert.Empty(now["waiting"]!.AsObject());
        }
        await me.Get($"{path}/view/9", HttpStatusCode.UnprocessableEntity);
        using var other = await house.Guest();
        foreach (var book in (string[])["view/1", "history", "orders/march/odds?force=yue-beiwei"])
            await other.Get($"{path}/{book}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Odds_are_a_range_with_their_basis_in_both_languages()
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(s_mine);
        var path = $"/api/games/{game}/seats/{Seat}/orders";
        foreach (var (order, kinds) in ((string, string[])[])
            [("march/odds?force=yue-beiwei&to=xiangyang", ["sure", "march", "fight"]), ("take/odds?force=yue-beiwei&place=kaifeng", ["sure", "march", "fight", "storm", "summons"]),
             ("summon/odds?force=yue-beiwei&place=kaifeng", ["sure", "ride", "summons"]),
             ("hold/odds?force=yue-beiwei&place=ezhou", ["sure", "ride", "fight"]), ("lift/odds?force=yue-beiwei", ["sure", "ride"]), ("take/odds", [])])
        {
            var told = (await me.Get($"{path}/{order}"))["forecasts"]!.AsArray();
            if (!order.StartsWith("hold", StringComparison.Ordinal)) Assert.Equal(kinds, told.Select(one => (string)one!["what"]!));
            foreach (var one in told)
            {
                Assert.NotEmpty(one!["basis"]!.AsArray());
                Assert.All(one["basis"]!.AsArray(), row => Assert.True(((string)row!["en"]!).Length > 0 && ((string)row["zh"]!).Any(c => c > 0x4E00)));
                if (one["middle"] is null) continue;
                Assert.True((int)one["low"]! <= (int)one["middle"]! && (int)one["middle"]! <= (int)one["high"]!);
                if ((string)one["unit"]! == "days") Assert.True(string.CompareOrdinal((string)one["earliest"]!, (string)one["latest"]!) <= 0);
                else Assert.InRange((int)one["high"]!, 0, 999);
            }
        }
        await me.Get($"{path}/fly/odds", HttpStatusCode.NotFound);
        await me.Get($"{path}/march/odds?force=nobody", HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Odds_are_better_with_more_men_worse_with_more_enemies_and_do_not_read_the_truth()
    {
        var state = new GameState(TheShelf.Head("odds"), TheShelf.Ground);
        var (slugs, seat) = (TheShelf.Ground.Bookmark.Slugs, TheShelf.Seat(Seat));
        var (world, own) = (state.World, slugs.Force("yue-beiwei"));
        var sees = world.Scenario.Seats[seat.Value].Beliefs;
        // An enemy that the seat has heard of, put where the body is to go.
        var enemy = ForceId.None;
        for (short f = 1; f < world.ForceRows && !enemy.Exists; f++)
            if (new View(world, seat) is var look && look.Knows(new ForceId(f)) && world.Scenario.Polities[world[new ForceId(f)].Polity.Value].Key == Key.Of("jin")
                && (world[new ForceId(f)].Traits & ForceTraits.Garrison) == 0) enemy = new ForceId(f);
        Assert.True(enemy.Exists);
        world[seat].Wars |= (ushort)(1 << world[enemy].Polity.Value);
        var place = new View(world, seat)[own].Place;
        ref var believed = ref world.BeliefOf(sees, enemy);
        (believed.Place, believed.Doing, believed.AsOf) = (place, Doing.Standing, 0);

        believed.Men = Band.Of(20_000);
        var strong = Forecast.Fight(new View(world, seat), own, place, attacks: true);
        believed.Men = Band.Of(2_000);
        var weak = Forecast.Fight(new View(world, seat), own, place, attacks: true);
        Assert.True(weak.Chance.Low < weak.Chance.High && strong.Chance.Low < strong.Chance.High);
        Assert.True(strong.Chance.Middle < weak.Chance.Middle, $"{strong} {weak}");
        Assert.Equal(1, weak.EnemyBodies);

        // Nothing but what is believed counts: the enemy may in truth be ten times as many, and the wall in ruins.
        var before = JsonSerializer.Serialize(All(world, seat, own, place));
        world[enemy].Foot *= 10;
        world[own].Morale = 100;
        world[place].Walls = 0;
        world[place].Garrison += 9000;
        Assert.Equal(before, JsonSerializer.Serialize(All(world, seat, own, place)));
    }

    [Fact]
    public void Offers_and_papers_have_odds_too_with_their_basis_in_both_languages()
    {
        var (bookmark, world) = (TheShelf.Ground.Bookmark, new GameState(TheShelf.Head("talks"), TheShelf.Ground).World);
        var (court, jin) = (TheShelf.Seat("song-court"), world.Scenario.Seats[TheShelf.Seat("jin-court").Value].Polity);
        world[court].Wars |= (ushort)(1 << jin.Value);
        var view = new View(world, court);
        var enemy = ForceId.None;
        for (short f = 1; f < view.ForceRows && !enemy.Exists; f++)
            if (view.PolityOf(new ForceId(f)) == jin && view.ReputedCommander(new ForceId(f)).Exists) enemy = new ForceId(f);
        var place = PlaceId.None;
        for (short p = 1; p < view.Atlas.PlaceRows && !place.Exists; p++)
            if (view[new PlaceId(p)].Holder == jin && view.ReputedOfficer(new PlaceId(p)).Exists) place = new PlaceId(p);
        Assert.True(enemy.Exists && place.Exists);
        var paper = new TreatyId((byte)bookmark.Slugs.Treaties["peace-of-1142"]);

        List<string> Told(View at, string verb, params object?[] given)
        {
            var told = new SeatOdds(bookmark).Of(at, OrderVerbs.Find(verb)!, given).Forecasts;
            foreach (var one in told)
            {
                Assert.All(one.Basis, row => Assert.True(row.En.Length > 0 && row.Zh.Any(c => c > 0x4E00)));
                Assert.True(one.Low <= one.Middle && one.Middle <= one.High);
                Assert.Equal(one.What.StartsWith("peace", StringComparison.Ordinal), one.Unit == "land");
            }
            return [.. told.Select(one => one.What)];
        }
        Assert.Equal(["offer", "answer"], Told(view, "entice", enemy, 20_000));
        Assert.Equal(["offer", "answer"], Told(view, "tempt", place, null));
        Assert.Equal(["peace", "peace-own"], Told(view, "propose", TheShelf.Seat("jin-court"), paper, (ushort)250, (ushort)250));
        Assert.Equal(["peace-own"], Told(view, "accept", TheShelf.Seat("jin-court"), paper, null, null));
        Assert.Empty(Told(view, "tempt", PlaceId.None, 1000));
        Assert.Empty(Told(view, "propose", TheShelf.Seat("jin-court"), null, null, null));
    }

    private static object All(World world, SeatId seat, ForceId force, PlaceId place)
    {
        var view = new View(world, seat);
        Forecast.March(view, force, new PlaceId(1), Yanyun.Engine.Pace.Forced, out var march);
        return (Forecast.Fight(view, force, place, true), Forecast.Fight(view, force, place, false), Forecast.Storm(view, force, place), march).ToString();
    }

    private static async Task<int> EndDay(Caller me, string game)
    {
        var day = (int)(await me.Get($"/api/games/{game}/table"))["day"]!;
        await me.Post($"/api/games/{game}/seats/{Seat}/ready", null, HttpStatusCode.NoContent);
        for (var tries = 0; tries < 3000; tries++)
        {
            if ((int)(await me.Get($"/api/games/{game}/table"))["day"]! > day) return day + 1;
            await Task.Delay(20);
        }
        throw new TimeoutException("the day does not turn");
    }
}
