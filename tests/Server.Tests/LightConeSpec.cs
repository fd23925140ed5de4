using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Games;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Server.Tests;

/// <summary>
/// Law 6 over the wire: two games are the same but for something hidden, changed one night at one place. Until a rider could have come from
/// there, what each seat is sent is the same, byte for byte: its stream, its view, what it may order, and what the desk answers.
/// </summary>
public class LightConeSpec(ITestOutputHelper output)
{
    private const int Changes = 24;
    private const int Days = 8;

    [Fact]
    public void What_is_changed_in_secret_is_sent_to_nobody_before_a_rider_could_bring_it()
    {
        var atlas = TheShelf.Ground.Scenario.Atlas;
        var (pairs, later) = (0, 0);
        var dice = new Chance(20261121, 3);
        var rungs = new List<Rung>();
        foreach (var seed in (ulong[])[1, 2])
        {
            var state = new GameState(TheShelf.Head("cone", seed), TheShelf.Ground);
            while (state.World.Today < 380)
            {
                state.PlayDay(1);
                if (state.World.Today is 300 or 330 or 360 or 380) rungs.Add(Rungs.Of(state));
            }
        }
        for (var change = 0; change < Changes; change++)
        {
            var start = rungs[change % rungs.Count];
            var (one, other) = (Climbed(start), Climbed(start));
            var place = Disturb(other.World, dice, change);
            var ears = Seats(one).Select(seat => (Seat: seat, Mine: Begun(one, seat), Theirs: Begun(other, seat), Apart: false)).ToArray();
            for (var d = 1; d <= Days; d++)
            {
                var (mine, theirs) = (one.PlayDay(d), other.PlayDay(d));
                for (var i = 0; i < ears.Length; i++)
                {
                    if (ears[i].Apart) continue;
                    var seat = ears[i].Seat;
                    var same = ears[i].Mine.Told(one, mine).AsSpan().SequenceEqual(ears[i].Theirs.Told(other, theirs)) && (d != Days || Answers(one, seat) == Answers(other, seat))
                        && (d != Days || change % 6 != 0 || Whys(one, seat) == Whys(other, seat));
                    var li = Math.Min(atlas.RideLi(place, one.World[seat].At), atlas.RideLi(place, other.World[seat].At));
                    if (li - Atlas.ScoutLi > d * Ride.FastestLi)
                    {
                        Assert.True(same, $"change {change}: {TheShelf.Ground.Bookmark.Slugs.Of(seat)}, {li} li away, is told on day {d}");
                        pairs++;
                    }
                    else if (!same)
                    {
                        ears[i].Apart = true;
                        later++;
                    }
                }
            }
        }
        output.WriteLine($"{pairs} pairs of events beyond the cone, {later} seats told later");
        Assert.True(pairs >= 1000, $"{pairs} pairs");
        Assert.True(later > 0, "nothing that was changed was ever told: the test shows nothing");
    }

    /// <summary>What the seat may order, and what the desk says to an order at every place.</summary>
    private static string Answers(GameState state, SeatId seat)
    {
        using var bytes = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes)) new LegalOrders(state.Ground.Words).Write(json, new View(state.World, seat));
        return Convert.ToBase64String(bytes.ToArray());
    }

    /// <summary>Of what the seat may ask why, and what it is told of some of it.</summary>
    private static string Whys(GameState state, SeatId seat)
    {
        var view = new View(state.World, seat);
        var (book, calendar) = (state.Ground.Bookmark, TheShelf.Shelf.Calendar);
        var whys = new List<string>(KnownWhy.Of(view, book, calendar, "").Known);
        for (int i = seat.Value % 40, known = whys.Count; i < known; i += 40)
            whys.Add(System.Text.Json.JsonSerializer.Serialize(KnownWhy.Of(view, book, calendar, whys[i]).Chain));
        return string.Join('\n', whys);
    }

    private static Ear Begun(GameState state, SeatId seat)
    {
        var ear = new Ear(seat, TheShelf.Shelf.Calendar);
        ear.Begin(state);
        return ear;
    }

    private static IEnumerable<SeatId> Seats(GameState state)
    {
        for (byte s = 1; s < state.Seats.Length; s++) yield return new SeatId(s);
    }

    private static GameState Climbed(Rung rung) => Rungs.Climb(rung, TheShelf.Head("cone"), TheShelf.Ground)!;

    private static PlaceId Disturb(World world, Chance dice, int change)
    {
        var p = new PlaceId((short)(1 + dice.Below(world.Atlas.PlaceRows - 1, Purpose.Test, (ulong)change, 2)));
        ref var place = ref world[p];
        place.Garrison += 5000;
        place.Stores /= 2;
        place.OfficerLoyalty = 1000;
        place.NewsOn = (ushort)world.Today;
        return p;
    }
}
