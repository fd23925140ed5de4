using Yanyun.Engine;

namespace House;

/// <summary>Law 5: looking changes nothing. A run that is viewed, summed, hashed and cloned on every day ends as one that is left alone.</summary>
public class LookingLaw
{
    [Fact]
    public void A_history_watched_from_every_seat_is_the_same_history()
    {
        var (watched, simulation) = TheWar.Run(5, 1);
        var (left, other) = TheWar.Run(5, 1);
        for (var day = 1; day < 420; day++)
        {
            simulation.Day();
            other.Day();
            for (byte s = 1; s < watched.Scenario.Seats.Length; s++) TheWar.Bytes(watched, new SeatId(s));
            _ = watched.Totals();
            _ = WorldHash.Full(watched);
            if (day % 30 == 0) new Simulation(watched.Clone(), TheWar.Minds()).Day();
        }
        Assert.Equal(WorldHash.Full(left), WorldHash.Full(watched));
    }

    [Fact]
    public void The_world_is_small_enough_to_copy_in_a_few_microseconds() => Assert.InRange(World.Of(TheWar.Scenario, 1).StateBytes, 1, 192 * 1024);
}
