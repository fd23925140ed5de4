using Engine.Tests;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>Experiments on the small war, both sides led by the heuristic mind: a pair takes a few milliseconds.</summary>
internal static class SmallExperiment
{
    public const int Start = 6;

    /// <summary>The changed run's Song field command says nothing from the start on.</summary>
    public static Experiment SilentSong(int pairs = 64, double halfWidth = 0)
    {
        var scenario = SmallWar.AtWar().Scenario;
        return Of(scenario, [Silence(SmallWar.SongField)]) with { Pairs = pairs, HalfWidth = halfWidth, Margin = 1 };
    }

    public static Experiment Of(Scenario scenario, IReadOnlyList<Edit> change) => new()
    {
        Id = "small", Title = new("A small war", "小戰"), Statement = new("What if?", "若何？"), ScenarioId = "small", Scenario = scenario,
        ChangedScenario = scenario, Minds = [.. Enumerable.Repeat(Cast.Usual, scenario.Seats.Length)], Start = Start, FirstSeed = 1, Pairs = 64,
        Change = change, HalfWidth = 0, Margin = 1, Horizons = [20, 40],
        Outcomes =
        [
            new(OutcomeKind.Holder, "kaifeng", "holder", new("k", "k"), SmallWar.Kaifeng, SmallWar.Song),
            new(OutcomeKind.Losses, "lost", "losses", new("l", "l"), Polity: SmallWar.Song),
            new(OutcomeKind.Men, "men", "men", new("m", "m"), Forces: [SmallWar.Yue, SmallWar.Liu]),
            new(OutcomeKind.Until, "falls", "until", new("u", "u"), SmallWar.Shunchang, SmallWar.Jin),
            new(OutcomeKind.Places, "places", "places", new("p", "p"), Polity: SmallWar.Song, Places: [SmallWar.Caizhou, SmallWar.Shunchang, SmallWar.Linan]),
        ],
        Primary = 1,
    };

    public static Edit Silence(SeatId seat) => new(EditKind.Drop, "drop any", Start, 1000, seat, new OrderPattern(OrderKind.None, []));

    /// <summary>Both sides led by the heuristic mind.</summary>
    public static Func<Cast> Heuristics(Scenario scenario)
    {
        var first = new Heuristic(scenario);
        return () =>
        {
            var mind = first.Twin();
            return new Cast([null, mind, mind, mind, mind]);
        };
    }

    public static LabOptions On(this Experiment experiment, int threads, int? pairs = null) => new(threads, pairs, Heuristics(experiment.Scenario));
}

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("yanyun-lab-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
