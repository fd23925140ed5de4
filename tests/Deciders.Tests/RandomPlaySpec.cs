using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Deciders.Tests;

/// <summary>Whatever legal things anybody does, the world stays a world.</summary>
public class RandomPlaySpec
{
    [Fact]
    public void Random_games_break_no_law()
    {
        var broken = Arena.Many(Arena.Games(60), seed => Watched(seed % 3 == 0 ? Grounds.SmallPeace : Grounds.SmallWar, seed)).OfType<string>().ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(10)));
    }

    [Fact]
    public void Random_games_of_the_real_war_break_no_law_to_their_last_day()
    {
        var broken = Arena.Many(Arena.Games(10), seed => Watched(Grounds.Henan.Value, seed)).OfType<string>().ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(10)));
    }

    [Fact]
    public void Random_play_gives_every_kind_of_order()
    {
        var seen = new bool[256];
        for (var seed = 1ul; seed <= 4; seed++)
        {
            var ground = seed % 2 == 0 ? Grounds.SmallPeace : Grounds.Henan.Value;
            ground.Play(seed, _ => new RandomLegal(), world =>
            {
                foreach (ref readonly var entry in world.Log!.Entries)
                    if (entry.Kind == EventKind.OrderGiven) seen[(int)world.Log.Read<OrderGiven>(entry).Order.Kind] = true;
            });
        }
        Assert.DoesNotContain(Enum.GetValues<OrderKind>(), kind => kind != OrderKind.None && !Yanyun.Engine.Rules.FateRule.Owns(kind) && !seen[(int)kind]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_orders_whoever_played_before()
    {
        var shared = new RandomLegal();
        Grounds.SmallWar.Play(7, _ => shared);
        Assert.Equal(HashAfter(_ => shared), HashAfter(_ => new RandomLegal()));
    }

    private static ulong HashAfter(Func<PolityId, IMind> minds)
    {
        var world = Grounds.SmallWar.Play(3, minds);
        return new WorldHash(world).Update(world);
    }

    /// <summary>Plays a game and says what broke first; null when nothing did.</summary>
    internal static string? Watched(Battleground ground, ulong seed)
    {
        string? broken = null;
        var random = new RandomLegal();
        Flow before = default;
        var begun = false;
        try
        {
            var world = ground.Start(seed);
            before = world.Totals();
            ground.Play(seed, _ => random, world =>
            {
                if (broken is not null) return;
                var flow = before;
                foreach (ref readonly var entry in world.Log!.Entries) flow += EventTypes.Of(entry.Kind).NetOf(world.Log.Bytes(entry));
                var fault = Negative(world) ?? (flow == world.Totals() ? null : $"events say {flow}, the world has {world.Totals()}")
                    ?? (world.Today % 40 == 0 ? DeadEnd(world) : null);
                if (fault is not null) broken = $"{ground.Name}, seed {seed}, day {world.Today}: {fault}";
                before = world.Totals();
                begun = true;
            });
        }
        catch (Exception e)
        {
            return $"{ground.Name}, seed {seed}: {e.GetType().Name} {e.Message}\n{e.StackTrace}";
        }
        return begun ? broken : $"{ground.Name}: no day was played";
    }

    private static string? Negative(World world)
    {
        foreach (ref readonly var f in world.AllForces)
            if (f.Foot < 0 || f.LightHorse < 0 || f.HeavyHorse < 0 || f.Militia < 0 || f.Boats < 0 || f.Porters < 0 || f.Grain < 0 || f.Escorted < 0)
                return $"force {f.Key:x} has {f.Foot}/{f.LightHorse}/{f.HeavyHorse}/{f.Militia}/{f.Boats} men, {f.Porters} porters, {f.Grain} sheng, {f.Escorted} households";
        for (var p = 0; p < world.AllPlaces.Length; p++)
        {
            ref readonly var place = ref world.AllPlaces[p];
            if (place.Garrison < 0 || place.Stores < 0 || place.Forage < 0 || place.Households < 0)
                return $"place {p} has {place.Garrison} men, {place.Stores}+{place.Forage} sheng, {place.Households} households";
        }
        for (byte p = 1; p < world.Scenario.Polities.Length; p++)
            if (world[new PolityId(p)].Cash < 0) return $"polity {p} has {world[new PolityId(p)].Cash} strings";
        return null;
    }

    /// <summary>A seat with a force it may order must be able to order it something; one without may still write or ride.</summary>
    private static string? DeadEnd(World world)
    {
        for (byte s = 1; s < world.Scenario.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            if (world[seat].Open == 0) continue;
            var view = new View(world, seat);
            if (!AnyLegal(view)) return $"seat {s} can give no order";
        }
        return null;
    }

    private static bool AnyLegal(in View view)
    {
        var forces = false;
        for (short f = 1; f < view.ForceRows; f++)
        {
            var force = new ForceId(f);
            if (!view.Commands(force) || view[force].Doing == Doing.Gone) continue;
            forces = true;
            if (CommandRule.Judge(view, Order.Of(view.Seat, new Hold(force, view[force].Place))).Ok) return true;
        }
        return !forces;
    }
}
