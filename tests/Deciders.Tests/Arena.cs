using Yanyun.Engine;

namespace Deciders.Tests;

/// <summary>Where games are played.</summary>
internal static class Grounds
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
    public static readonly Lazy<Battleground> Henan = new(() => Battleground.Of("1140-henan", Bookmarks.Henan.Scenario, Polity("song"), Polity("jin")));

    private static PolityId Polity(string slug) => new((byte)Bookmarks.Henan.Slugs.Polities[slug]);
}

/// <summary>Plays games between minds, many at a time.</summary>
internal static class Arena
{
    /// <summary>Games to play: fewer in the ordinary run of tests, all of them when YANYUN_GAMES says so.</summary>
    public static int Games(int ordinary) =>
        int.TryParse(Environment.GetEnvironmentVariable("YANYUN_GAMES"), out var games) && games > 0 ? games : ordinary;

    /// <summary>Plays for many seeds, on all processors; results by seed.</summary>
    public static T[] Many<T>(int games, Func<ulong, T> play)
    {
        var results = new T[games];
        Parallel.For(0, games, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, g => results[g] = play((ulong)g + 1));
        return results;
    }
}
