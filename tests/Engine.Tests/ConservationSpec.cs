using Yanyun.Engine;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>Men, grain, money and households: what the world has is what it had and what events say came and went.</summary>
public class ConservationSpec : RuleSpec
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_day_of_a_war_balances_to_the_man_the_sheng_and_the_string(ulong seed)
    {
        var war = Given(AtWar(seed)).Send(Army, TaskKind.Take, Shunchang).Send(Van, TaskKind.Follow, default, follow: Army).Send(Yue, TaskKind.Take, Yingchang);
        for (var day = 1; day <= 400; day++)
        {
            if (day == 100) war.Send(Yue, TaskKind.Take, Kaifeng, Pace.Forced);
            var before = war.World.Totals();
            war.Log.Clear();
            war.Days(1);
            var flows = before + war.Flows();
            Assert.True(flows == war.World.Totals(), $"day {day}: expected {flows}, found {war.World.Totals()}; {string.Join(", ", war.Log.Entries.ToArray().Select(e => e.Kind).Distinct())}");
            Assert.True(NothingNegative(war.World), $"day {day}");
        }
    }

    private static bool NothingNegative(World world)
    {
        foreach (ref readonly var f in world.AllForces)
            if (f.Foot < 0 || f.LightHorse < 0 || f.HeavyHorse < 0 || f.Militia < 0 || f.Boats < 0 || f.Porters < 0 || f.Grain < 0 || f.Escorted < 0) return false;
        foreach (ref readonly var p in world.AllPlaces)
            if (p.Garrison < 0 || p.Stores < 0 || p.Forage < 0 || p.Households < 0) return false;
        return world[Song].Cash >= 0 && world[Jin].Cash >= 0;
    }
}
