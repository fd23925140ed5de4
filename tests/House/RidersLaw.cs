using Yanyun.Engine;

namespace House;

/// <summary>No letter of the war stays unwritten for want of a rider: what is known where depends on roads, not on the size of a table.</summary>
public class RidersLaw
{
    [Fact]
    public void There_is_a_rider_for_every_letter_of_the_war()
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var (world, simulation) = TheWar.Run(seed, 1);
            while (world.Today < TheWar.Scenario.Days - 1)
            {
                simulation.Day();
                Assert.True(world.HasRider, $"seed {seed}: none is left on {world.Date}");
            }
        }
    }
}
