using Yanyun.Engine;

namespace House;

/// <summary>Law 3: everything that changes the world is an event, and events of men, grain and money carry amounts: summed, they are the change.</summary>
public class ConservationLaw
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Men_grain_money_and_households_are_the_sum_of_the_events(int seed)
    {
        var world = World.Of(TheWar.Scenario, (ulong)seed);
        var log = new EventLog();
        world.Log = log;
        var simulation = new Simulation(world, TheWar.Minds());
        var before = world.Totals();
        for (var day = 1; day < TheWar.Scenario.Days; day++)
        {
            log.Clear();
            simulation.Day();
            var sum = before;
            foreach (ref readonly var entry in log.Entries) sum += EventTypes.Of(entry.Kind).NetOf(log.Bytes(entry));
            var after = world.Totals();
            Assert.True(sum == after, $"day {day}: events say {sum}, the world has {after}");
            before = after;
            Assert.True(NothingNegative(world), $"day {day}: something is below zero");
        }
    }

    [Fact]
    public void Every_event_but_a_seats_own_decision_or_a_rule_of_the_calendar_names_its_cause()
    {
        var world = World.Of(TheWar.Scenario, 4);
        var log = new EventLog();
        world.Log = log;
        var simulation = new Simulation(world, TheWar.Minds());
        var causeless = new SortedDictionary<string, int>();
        var known = new HashSet<EventRef>();
        for (var day = 1; day < TheWar.Scenario.Days; day++)
        {
            log.Clear();
            simulation.Day();
            foreach (ref readonly var entry in log.Entries)
            {
                known.Add(entry.Id);
                if (entry.Cause.Exists) Assert.True(known.Contains(entry.Cause), $"{entry.Kind} on day {day} names a cause that is not in the log");
                else causeless[entry.Kind.ToString()] = causeless.GetValueOrDefault(entry.Kind.ToString()) + 1;
            }
        }
        foreach (var kind in (string[])["PlaceTaken", "BattleEnded", "ForceRouted", "ForceDestroyed", "SiegeLifted", "FightLosses", "OrderAnswered", "EdictAnswered", "GarrisonTurned", "Arrived"])
            Assert.False(causeless.ContainsKey(kind), $"{kind} without a cause, {causeless.GetValueOrDefault(kind)} times");
    }

    internal static bool NothingNegative(World world)
    {
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world[new ForceId(f)];
            if (force.Foot < 0 || force.LightHorse < 0 || force.HeavyHorse < 0 || force.Militia < 0 || force.Boats < 0 || force.Porters < 0 || force.Grain < 0
                || force.Escorted < 0) return false;
        }
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            ref readonly var place = ref world[new PlaceId(p)];
            if (place.Garrison < 0 || place.Stores < 0 || place.Households < 0 || place.Forage < 0) return false;
        }
        for (byte p = 1; p < world.Scenario.Polities.Length; p++)
            if (world[new PolityId(p)].Cash < 0) return false;
        return true;
    }
}
