using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace House;

/// <summary>
/// Law 6: no one sees more than their seat. Two histories are the same but for something hidden, changed one night at one place. Until a rider
/// could have come from there, every seat's view is the same, byte for byte.
/// </summary>
public class LightConeLaw(ITestOutputHelper output)
{
    private const int Changes = 150;
    private const int Days = 14;

    [Fact]
    public void What_is_changed_in_secret_is_seen_nowhere_before_a_rider_could_bring_it()
    {
        var scenario = TheWar.Scenario;
        var pairs = 0;
        var seenLater = 0;
        for (var change = 0; change < Changes; change++)
        {
            var dice = new Chance(20261121, 1);
            var start = 280 + dice.Below(130, Purpose.Test, (ulong)change, 1);
            var (world, simulation) = TheWar.Run((ulong)change % 7 + 1, start);
            var (twin, other) = TheWar.Run((ulong)change % 7 + 1, start);
            var place = Disturb(twin, dice, change);
            if (!place.Exists) continue;
            var apart = new bool[scenario.Seats.Length];
            for (var d = 1; d <= Days; d++)
            {
                simulation.Day();
                other.Day();
                for (byte s = 1; s < scenario.Seats.Length; s++)
                {
                    if (apart[s]) continue;
                    var seat = new SeatId(s);
                    var li = Whole.Min(scenario.Atlas.RideLi(place, world[seat].At), scenario.Atlas.RideLi(place, twin[seat].At));
                    var beyond = li - Atlas.ScoutLi > d * Ride.FastestLi;
                    var same = TheWar.Bytes(world, seat).AsSpan().SequenceEqual(TheWar.Bytes(twin, seat));
                    if (beyond)
                    {
                        Assert.True(same, $"change {change} at {TheWar.Bookmark.Slugs.Of(place)}: {TheWar.Bookmark.Slugs.Of(seat)}, {li} li away, knows on day {d}");
                        pairs++;
                    }
                    else if (!same)
                    {
                        apart[s] = true;
                        seenLater++;
                    }
                }
            }
        }
        output.WriteLine($"{pairs} comparisons beyond the cone, {seenLater} seats that came to know later");
        Assert.True(pairs >= 10_000, $"{pairs} comparisons");
        Assert.True(seenLater > 0, "nothing that was changed was ever seen: the test shows nothing");
    }

    /// <summary>Changes men, grain, walls or temper of a place or of a force; returns where.</summary>
    private static PlaceId Disturb(World world, Chance dice, int change)
    {
        if (change % 2 == 0)
        {
            var p = new PlaceId((short)(1 + dice.Below(world.Atlas.PlaceRows - 1, Purpose.Test, (ulong)change, 2)));
            ref var place = ref world[p];
            place.Garrison += 5000;
            place.Stores /= 2;
            place.OfficerLoyalty = 1000;
            place.NewsOn = (ushort)world.Today;
            return p;
        }
        for (uint k = 3; k < 40; k++)
        {
            var f = new ForceId((short)(1 + dice.Below(world.Forces - 1, Purpose.Test, (ulong)change, k)));
            ref var force = ref world[f];
            if (!force.Alive) continue;
            force.Foot += 9000;
            force.Morale = 900;
            force.NewsOn = (ushort)world.Today;
            return CourierRule.Where(force);
        }
        return PlaceId.None;
    }
}
