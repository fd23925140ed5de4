using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Siege;

/// <summary>A siege carried on day by day until it ends, as the Siege rule does in the world: the same day, the same streets.</summary>
internal static class SiegeCourse
{
    internal readonly record struct Town(
        int Besiegers, int Garrison, int Walls, int StoreDays, int Morale, int Loyalty, bool Prepared, int Caution = 500);

    internal readonly record struct Course(SiegeTurn How, int Days, int Repulses, bool Empty, int BesiegersLeft);

    internal const int Longest = 500;

    /// <summary>Fed from the stores: the garrison and half as many townspeople again.</summary>
    internal static Course Run(Town town, ulong seed, ulong key)
    {
        var ready = Storming.WorksDays(new Chance(seed, 0), key);
        var mouths = town.Garrison * 3 / 2;
        var at = new SiegeMorning(
            town.Besiegers, town.Garrison, mouths, (long)mouths * Provisions.Ration * town.StoreDays, town.Walls, 0, 0, false, false, 0,
            Storming.Engines(town.Besiegers), town.Morale, town.Loyalty, 500, town.Caution, town.Prepared,
            ShutIn: town.Besiegers >= Blockade.MenToShutIn(town.Garrison, town.Walls));
        var restUntil = 0;
        for (var day = 1; day <= Longest; day++)
        {
            at = at with { Days = day, WorksReady = day >= ready, Resting = day < restUntil };
            var chance = new Chance(seed, day);
            var d = SiegeDay.Of(at, chance, key);
            at = at with
            {
                Besiegers = at.Besiegers - d.BesiegersLost,
                Garrison = at.Garrison - d.GarrisonLost,
                Stores = at.Stores - d.Eaten,
                BreachPerMille = at.BreachPerMille + d.BreachGrown,
            };
            if (d.Turn is SiegeTurn.Yielded) return new Course(d.Turn, day, at.Repulses, d.Hunger == Hunger.Starving, at.Besiegers);
            if (d.Turn is SiegeTurn.WallCarried or SiegeTurn.Betrayed)
            {
                var fight = Storming.Streets(Side(at.Besiegers, 700), Side(at.Garrison, at.Morale), chance, key);
                at = at with { Besiegers = at.Besiegers - fight.AttackerTotal, Garrison = at.Garrison - fight.DefenderTotal };
                if (!fight.DefenderWon) return new Course(d.Turn, day, at.Repulses, d.Hunger == Hunger.Starving, at.Besiegers);
            }
            if (d.Turn is SiegeTurn.Repulsed or SiegeTurn.WallCarried or SiegeTurn.Betrayed)
            {
                at = at with { Repulses = at.Repulses + 1 };
                restUntil = day + Storming.RestDays;
            }
        }
        return new Course(SiegeTurn.Nothing, Longest, at.Repulses, false, at.Besiegers);
    }

    private static Side Side(int men, int morale) => new(new Arms(men, 0, 0, 0, 0), 60, morale, 50);
}
