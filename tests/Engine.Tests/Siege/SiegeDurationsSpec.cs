using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Siege;

/// <summary>How long towns hold out: stormed within 35 days, or starved after 100 and more, seldom in between.</summary>
public class SiegeDurationsSpec(ITestOutputHelper output)
{
    private const int Sieges = 4_000;

    /// <summary>
    /// Hosts before towns of every wall: besiegers and garrisons log-uniform, stores of a quarter to a year and a little (households x 0.6
    /// shi, by season and harvest).
    /// </summary>
    private static SiegeCourse.Town Draw(int i)
    {
        var chance = new Chance(41, 0);
        uint index = 0;
        double Even() => chance.Words(Purpose.Test, (ulong)i, index++).A / 4294967296.0;
        double LogEven(double low, double high) => low * Math.Pow(high / low, Even());
        var walls = Even() switch { < 0.10 => 1, < 0.40 => 2, < 0.75 => 3, < 0.93 => 4, _ => 5 };
        return new SiegeCourse.Town((int)LogEven(8_000, 60_000), (int)LogEven(500, 10_000), walls, (int)LogEven(80, 400),
            (int)(400 + 400 * Even()), (int)(350 + 600 * Even()), Even() < 0.5, (int)(200 + 600 * Even()));
    }

    [Fact]
    public void Sieges_are_short_by_storm_or_long_by_hunger()
    {
        var runs = Enumerable.Range(0, Sieges).Select(i => (Town: Draw(i), Course: SiegeCourse.Run(Draw(i), 5, (ulong)i))).ToArray();
        foreach (var bin in runs.GroupBy(r => r.Course.Days / 20).OrderBy(g => g.Key))
            output.WriteLine($"{bin.Key * 20,3} days: {bin.Count(),4}  "
                             + string.Join(", ", bin.GroupBy(r => r.Course.How).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")));
        var storms = runs.Where(r => r.Course.How == SiegeTurn.WallCarried && !r.Course.Empty && r.Course.Days < 100).ToArray();
        var strong = runs
            .Where(r => r.Town is { Walls: >= 4, Prepared: true, StoreDays: >= 100 } && r.Town.Garrison * 10 >= r.Town.Besiegers).ToArray();
        double first = Share(d => d <= 35), middle = Share(d => d is > 35 and < 100), last = Share(d => d >= 100);
        output.WriteLine($"within 35 days {first:P0}, between {middle:P0}, 100 and more {last:P0}");
        double quick = storms.Count(r => r.Course.Days <= 35) / (double)storms.Length;
        double held = strong.Count(r => r.Course.Days >= 100) / (double)strong.Length;
        output.WriteLine($"storms before hunger within 35 days: {quick:P0} of {storms.Length}");
        output.WriteLine($"strong, prepared, stored towns past 100 days: {held:P0} of {strong.Length}");

        Assert.True(quick >= 0.8 && held >= 0.8);
        // Two humps, and between them a valley less than half as high as either.
        double dip = Share(d => d is > 35 and <= 56) / 21, month = Share(d => d <= 30) / 30;
        var hunger = Share(d => d is > 120 and <= 210) / 90;
        output.WriteLine($"ends a day: first month {month:P2}, sixth to eighth week {dip:P2}, fifth to seventh month {hunger:P2}");
        Assert.True(dip < 0.5 * month && dip < 0.5 * hunger, "no dip between storms and blockades");
        Assert.True(first > 0.2 && last > 0.4 && middle < 0.2, "storms and blockades do not both happen");

        double Share(Func<int, bool> when) => runs.Count(r => when(r.Course.Days)) / (double)runs.Length;
    }

    // Attested cases (model, section 4): besiegers, garrison and condition are estimates from the force tables.
    [Theory]
    [InlineData("Longde 1126", 30_000, 1_200, 4, 60, 500, 500, false, 2)]
    [InlineData("Haozhou 1141", 60_000, 1_100, 3, 60, 550, 700, false, 5)]
    [InlineData("Taiyuan 1126", 45_000, 10_000, 5, 150, 750, 900, true, 250)]
    public void The_attested_duration_lies_in_the_simulated_nine_tenths(
        string name, int besiegers, int garrison, int walls, int storeDays, int morale, int loyalty, bool prepared, int attested)
    {
        var town = new SiegeCourse.Town(besiegers, garrison, walls, storeDays, morale, loyalty, prepared);
        var days = Enumerable.Range(0, 1000).Select(i => SiegeCourse.Run(town, 6, (ulong)i).Days).Order().ToArray();
        output.WriteLine($"{name}: 5% {days[50]}, median {days[500]}, 95% {days[950]}; attested {attested}");
        Assert.InRange(attested, days[50], days[950]);
    }
}
