using Yanyun.Engine;

namespace Scaling;

/// <summary>A bookmark with each of its forces several times over, and the granaries, treasuries and post houses to keep them; seats and towns as they are.</summary>
internal static class Larger
{
    public static Scenario Of(Scenario one, int times)
    {
        if (times == 1) return one;
        var forces = one.Start!.Forces - 1;
        var many = new Scenario
        {
            Hash = Key.Child(one.Hash, times, 0), Key = one.Key, FirstDay = one.FirstDay, LastDay = one.LastDay, Atlas = one.Atlas, Polities = one.Polities,
            Persons = one.Persons, Seats = one.Seats, Givens = one.Givens, Risings = one.Risings, Bonds = one.Bonds, Faith = one.Faith, BeliefSets = one.BeliefSets,
            SeatOfPlace = one.SeatOfPlace, CourtOf = one.CourtOf, MonthStarts = one.MonthStarts, Treaties = one.Treaties, Clauses = one.Clauses, Courts = one.Courts,
            Lines = one.Lines, ForceRows = forces * times + 1, DispatchRows = Post(one.DispatchRows, times), SightingBlocks = Post(one.SightingBlocks, times),
        };
        many.Start = Crowded(one.Start, many, times);
        return many;
    }

    private static int Post(int rows, int times) => Math.Min(rows * times, short.MaxValue / World.BlockRows);

    /// <summary>The first day: the tables whose size is the same are copied, those by force are written once for each copy.</summary>
    private static World Crowded(World one, Scenario scenario, int times)
    {
        var forces = one.Forces - 1;
        var world = new World(scenario);
        world.Begin(seed: 0, forces * times + 1);
        foreach (var table in WorldTables.All)
            if (table.Name is not ("dispatches" or "sightings") && table.Bytes(world).Length == table.Bytes(one).Length) table.Bytes(one).CopyTo(table.Bytes(world));
        for (var copy = 0; copy < times; copy++)
            for (short f = 1; f <= forces; f++)
            {
                var id = new ForceId((short)(copy * forces + f));
                ref var force = ref world[id];
                force = one[new ForceId(f)];
                for (byte set = 0; set < scenario.BeliefSets; set++) world.BeliefOf(set, id) = one.BeliefOf(set, new ForceId(f));
                if (copy == 0) continue;
                force.Key = Key.Child(force.Key, copy, 0);
                force.Commander = PersonId.None; // a man leads one body
                if (force.TargetForce.Exists) force.TargetForce = new ForceId((short)(copy * forces + force.TargetForce.Value));
            }
        for (short p = 1; p < scenario.Atlas.PlaceRows; p++)
        {
            ref var place = ref world[new PlaceId(p)];
            (place.Stores, place.Forage) = (place.Stores * times, place.Forage * times);
        }
        for (byte p = 1; p < scenario.Polities.Length; p++) world[new PolityId(p)].Cash *= times;
        return world;
    }
}
