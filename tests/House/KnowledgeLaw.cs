using Yanyun.Engine;

namespace House;

/// <summary>Information has a speed. On 1140-06-20 the court at Lin'an is behind the war in Henan; a seat near a town is not.</summary>
public class KnowledgeLaw(ITestOutputHelper output)
{
    private const int Seeds = 50;
    /// <summary>Days, the day itself included.</summary>
    private const int Fortnight = 14;

    [Fact]
    public void Linan_is_wrong_about_half_of_what_changed_hands_in_a_fortnight_and_a_neighbour_about_a_tenth()
    {
        var scenario = TheWar.Scenario;
        var day = Day.Julian(1140, 6, 20) - scenario.FirstDay;
        var court = new SeatId((byte)TheWar.Bookmark.Slugs.Seats["song-court"]);
        int changed = 0, courtWrong = 0, neighbours = 0, neighbourWrong = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (world, _) = TheWar.Run((ulong)seed, day + 1);
            for (short p = 1; p < world.Atlas.PlaceRows; p++)
            {
                var place = new PlaceId(p);
                if (world[place].HeldSince <= day - Fortnight || world[place].HeldSince == 0 || !InHenan(place)) continue;
                changed++;
                if (new View(world, court)[place].Holder != world[place].Holder) courtWrong++;
                for (byte s = 1; s < scenario.Seats.Length; s++)
                {
                    var seat = new SeatId(s);
                    if (world[seat].Open == 0 || world.Atlas.RideLi(world[seat].At, place) > Atlas.ScoutLi) continue;
                    neighbours++;
                    if (new View(world, seat)[place].Holder != world[place].Holder) neighbourWrong++;
                }
            }
        }
        output.WriteLine($"{changed} changes; Lin'an wrong about {courtWrong}; seats within a hundred li wrong about {neighbourWrong} of {neighbours}");
        Assert.True(changed > Seeds, $"{changed} changes in {Seeds} histories");
        Assert.True(courtWrong * 2 >= changed, $"Lin'an is wrong about {courtWrong} of {changed}");
        Assert.True(neighbours > 0 && neighbourWrong * 10 <= neighbours, $"neighbours are wrong about {neighbourWrong} of {neighbours}");
    }

    [Fact]
    public void No_row_of_any_seat_is_younger_than_a_rider_could_make_it()
    {
        var scenario = TheWar.Scenario;
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var (world, simulation) = TheWar.Run(seed, 300);
            for (var d = 300; d < 400; d++)
            {
                simulation.Day();
                for (byte s = 1; s < scenario.Seats.Length; s++)
                {
                    var view = new View(world, new SeatId(s));
                    for (short p = 1; p < world.Atlas.PlaceRows; p++)
                    {
                        var place = new PlaceId(p);
                        var li = world.Atlas.RideLi(world[new SeatId(s)].At, place);
                        if (li == Atlas.NoWay || view[place].AsOf == 0) continue;
                        var age = world.Today - view[place].AsOf;
                        // A seat that rides carries what it saw along: allow it a day's own march.
                        Assert.True((age + 1) * Yanyun.Engine.Rules.Ride.FastestLi + Atlas.ScoutLi >= li,
                            $"{TheWar.Bookmark.Slugs.Of(new SeatId(s))} knows {TheWar.Bookmark.Slugs.Of(place)}, {li} li away, as of {age} days ago");
                    }
                }
            }
        }
    }

    private static bool InHenan(PlaceId place)
    {
        var at = TheWar.Scenario.Atlas[place];
        return at.LatE4 is > 325_000 and < 352_000 && at.LonE4 is > 1_105_000 and < 1_170_000;
    }
}
