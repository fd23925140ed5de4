using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Deciders.Tests;

/// <summary>Where games are played: a scenario at war, two sides, so many days.</summary>
/// <param name="Start">A fresh world under a seed.</param>
/// <param name="Opening">Orders given on the first day, before any mind is asked: who renounces the peace.</param>
internal sealed record Battleground(string Name, Func<ulong, World> Start, PolityId One, PolityId Two, int Days, Order[] Opening)
{
    /// <summary>The small war, a year of it.</summary>
    public static readonly Battleground SmallWar = new(
        "small war", seed => Engine.Tests.SmallWar.AtWar(seed), Engine.Tests.SmallWar.Song, Engine.Tests.SmallWar.Jin, 240, []);

    /// <summary>The same while everybody is still at peace.</summary>
    public static readonly Battleground SmallPeace = SmallWar with { Name = "small peace", Start = AtPeace };

    private static World AtPeace(ulong seed)
    {
        var world = Engine.Tests.SmallWar.AtWar(seed);
        for (byte p = 1; p < world.Scenario.Polities.Length; p++) world[new PolityId(p)].Wars = 0;
        for (byte s = 1; s < world.Scenario.Seats.Length; s++) world[new SeatId(s)].Wars = 0;
        return world;
    }

    /// <summary>The bookmark 1140-henan to its end, Jin renouncing the peace on the first day.</summary>
    public static readonly Lazy<Battleground> Henan = new(() =>
    {
        var scenario = Bookmarks.Henan.Scenario;
        var (song, jin) = (Polity("song"), Polity("jin"));
        return new Battleground(
            "1140-henan", seed => World.Of(scenario, seed), song, jin, scenario.Days - 1,
            [Order.Of(scenario.CourtOf[jin.Value], new Renounce(song))]);
    });

    private static PolityId Polity(string slug) => new((byte)Bookmarks.Henan.Slugs.Polities[slug]);

    public PolityId Other(PolityId side) => side == One ? Two : One;
}

/// <summary>Plays games between minds, many at a time.</summary>
internal static class Arena
{
    /// <summary>Games to play: fewer in the ordinary run of tests, all of them when YANYUN_GAMES says so.</summary>
    public static int Games(int ordinary) =>
        int.TryParse(Environment.GetEnvironmentVariable("YANYUN_GAMES"), out var games) && games > 0 ? games : ordinary;

    /// <summary>One game to its end.</summary>
    /// <param name="mindOf">Who leads the seats of a side.</param>
    /// <param name="everyNight">Told each evening.</param>
    public static World Play(Battleground ground, ulong seed, Func<PolityId, IMind> mindOf, Action<World>? everyNight = null)
    {
        var world = ground.Start(seed);
        var scenario = world.Scenario;
        var minds = new IMind?[scenario.Seats.Length];
        var (one, two) = (mindOf(ground.One), mindOf(ground.Two));
        for (var s = 1; s < minds.Length; s++)
            minds[s] = scenario.SameSide(scenario.Seats[s].Polity, ground.One) ? one : scenario.SameSide(scenario.Seats[s].Polity, ground.Two) ? two : null;
        var simulation = new Simulation(world, minds);
        if (everyNight is not null) world.Log = new EventLog();
        for (var day = 0; day < ground.Days; day++)
        {
            if (day == 0 && ground.Opening.Length > 0) simulation.Day(ground.Opening, replay: true);
            else simulation.Day();
            everyNight?.Invoke(world);
            world.Log?.Clear();
        }
        return world;
    }

    /// <summary>The same for many seeds, on all processors; results by seed.</summary>
    public static T[] Many<T>(int games, Func<ulong, T> play)
    {
        var results = new T[games];
        Parallel.For(0, games, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, g => results[g] = play((ulong)g + 1));
        return results;
    }

    /// <summary>Prefectures and greater seats of government that a side holds.</summary>
    public static int Prefectures(World world, PolityId side)
    {
        var held = 0;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
            if (world.Atlas[new PlaceId(p)].Kind is PlaceKind.Capital or PlaceKind.SuperiorPrefecture or PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture
                && world[new PlaceId(p)].Holder is { Exists: true } holder && world.Scenario.SameSide(holder, side)) held++;
        return held;
    }
}
