using System.Globalization;
using Yanyun.Engine;

namespace House;

/// <summary>
/// Law 1: same record, same world. 200 histories of the whole bookmark, run twice, on one thread and on two, come to the same hashes; and to the
/// digests committed here, which were computed by Debug and Release builds alike. A rule that is meant to change them raises RulesVersion
/// and writes them anew: YANYUN_GOLDEN=write.
/// </summary>
public class SameWorldLaw
{
    private const int Seeds = 200;
    private const int ARow = 10;
    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "House", "golden", "digests.txt");

    [Fact]
    public void Two_hundred_histories_come_to_the_same_end_on_one_thread_and_on_two_and_as_committed()
    {
        var alone = new ulong[Seeds + 1];
        for (var seed = 1; seed <= Seeds; seed++) alone[seed] = Digest((ulong)seed);
        var together = new ulong[Seeds + 1];
        Parallel.For(1, Seeds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed => together[seed] = Digest((ulong)seed));
        Assert.Equal(alone, together);

        var lines = new List<string> { $"rules {RulesVersion.Current}" };
        for (var first = 1; first <= Seeds; first += ARow)
        {
            var digest = 0UL;
            for (var seed = first; seed < first + ARow; seed++) digest = Key.Mix(digest ^ alone[seed]);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{first}-{first + ARow - 1} {digest:x16}"));
        }
        if (Environment.GetEnvironmentVariable("YANYUN_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Golden)!);
            File.WriteAllLines(Golden, lines);
        }
        Assert.Equal(File.ReadAllLines(Golden), lines);
    }

    /// <summary>What a world notes beside its state, so as to look only where something happens, is found again from the state by a copy that starts without it.</summary>
    [Fact]
    public void A_history_copied_every_morning_is_the_same()
    {
        var world = World.Of(TheWar.Scenario, 3);
        var simulation = new Simulation(world, TheWar.Minds());
        var digest = 0UL;
        for (var day = 1; day < TheWar.Scenario.Days; day++)
        {
            world.Clone().CopyTo(world);
            simulation.Day();
            if (day % 10 == 0 || day == TheWar.Scenario.Days - 1) digest = Key.Mix(digest ^ WorldHash.Full(world));
        }
        Assert.Equal(Digest(3), digest);
    }

    [Fact]
    public void Another_seed_is_another_history() => Assert.NotEqual(Digest(1), Digest(2));

    /// <summary>The hashes of every tenth day and of the last, mixed.</summary>
    private static ulong Digest(ulong seed)
    {
        var world = World.Of(TheWar.Scenario, seed);
        var simulation = new Simulation(world, TheWar.Minds());
        var digest = 0UL;
        for (var day = 1; day < TheWar.Scenario.Days; day++)
        {
            simulation.Day();
            if (day % 10 == 0 || day == TheWar.Scenario.Days - 1) digest = Key.Mix(digest ^ WorldHash.Full(world));
        }
        return digest;
    }
}
