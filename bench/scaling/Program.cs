using System.Diagnostics;
using System.Globalization;
using Scaling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

// What a campaign-day costs with once, four times and sixteen times a bookmark's forces, under the same seats and minds. Usage: Scaling [SCENARIO].
// Exit 1 when cost grows faster than the forces.

const int Days = 240, Runs = 3, WarmUps = 1;
int[] factors = [1, 4, 16];

var (library, noLibrary) = Library.Open();
if (noLibrary is not null) return (int)noLibrary.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var (bookmark, broken) = library!.Load(args.Length > 0 ? args[0] : "1140-henan");
if (broken is not null) return (int)broken.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var words = Minds.Read("heuristic", bookmark!).Words!; // the script names the forces of the bookmark, each once
var scenarios = factors.ToDictionary(times => times, times => Larger.Of(bookmark!.Scenario, times));

// Turn about, so that a warm program and what else the machine does weigh on all alike.
var taken = factors.ToDictionary(times => times, _ => new List<double>());
for (var run = 0; run < WarmUps + Runs; run++)
    foreach (var times in factors)
        if (Play(scenarios[times]) is var us && run >= WarmUps) taken[times].Add(us);

Console.WriteLine("forces      us/day  times forces  times cost");
var linear = true;
foreach (var times in factors)
{
    var (forces, cost) = (scenarios[times].Start!.Forces - 1, taken[times].Order().ElementAt(Runs / 2));
    var dearer = cost / taken[1].Order().ElementAt(Runs / 2);
    linear &= dearer <= times;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{forces,6}  {cost,10:0.00}  {times,12}  {dearer,10:0.0}"));
}
return linear ? 0 : 1;

// A campaign, microseconds a day. War is declared on the first day, so that all have work.
double Play(Scenario scenario)
{
    var simulation = new Simulation(World.Of(scenario, 1), Yanyun.Deciders.Cast.Of(scenario, null, words, null).Minds);
    Span<Order> declared = [Order.Of(CourtOf("jin"), new Yanyun.Engine.Rules.Renounce(PolityOf("song")))];
    var began = Stopwatch.GetTimestamp();
    simulation.Day(declared);
    for (var day = 1; day < Days; day++) simulation.Day();
    return (Stopwatch.GetTimestamp() - began) * 1e6 / Stopwatch.Frequency / Days;

    PolityId PolityOf(string slug) => new((byte)Array.FindIndex(scenario.Polities, polity => polity.Key == Key.Of(slug)));
    SeatId CourtOf(string slug) => scenario.CourtOf[PolityOf(slug).Value];
}
