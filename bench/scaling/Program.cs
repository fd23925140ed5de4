using System.Diagnostics;
using System.Globalization;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

// What a campaign-day costs with a sixteenth, a quarter and all of a bookmark's forces, under the same seats and minds. The smallest is x1: the
// world has no room for sixteen times the order of battle. Usage: Scaling [SCENARIO]. Exit 1 when cost grows faster than the forces.

const int Runs = 5, WarmUps = 2;
int[] strides = [16, 4, 1];

var (library, noLibrary) = Library.Open();
if (noLibrary is not null) return (int)noLibrary.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var (bookmark, broken) = library!.Load(args.Length > 0 ? args[0] : "1140-henan");
if (broken is not null) return (int)broken.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var scenario = bookmark!.Scenario;
var words = Minds.Read("heuristic", bookmark).Words!; // the script would fall silent where its forces are gone

// Turn about, so that a warm program and what else the machine does weigh on all alike.
var times = strides.ToDictionary(stride => stride, _ => new List<double>());
for (var run = 0; run < WarmUps + Runs; run++)
    foreach (var stride in strides)
        if (Play(stride) is var us && run >= WarmUps) times[stride].Add(us);

Console.WriteLine("forces  share      us/day  times forces  times cost");
var (least, cheapest, linear) = (0, 0.0, true);
foreach (var stride in strides)
{
    var (forces, cost) = (Thin(stride).Forces, times[stride].Order().ElementAt(Runs / 2));
    if (least == 0) (least, cheapest) = (forces, cost);
    linear &= cost / cheapest <= (double)forces / least;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{forces,6}  1/{stride,-3}  {cost,10:0.00}  {(double)forces / least,12:0.0}  {cost / cheapest,10:0.0}"));
}
return linear ? 0 : 1;

// Every stride-th detachment of each polity stays; the others are gone before the first day.
(World World, int Forces) Thin(int stride)
{
    var world = Campaign.WorldOf(bookmark, 1);
    var seen = new int[scenario.Polities.Length];
    var kept = 0;
    for (short f = 1; f < world.Forces; f++)
    {
        ref var force = ref world[new ForceId(f)];
        if (!force.Alive) continue; // raised later
        if (seen[force.Polity.Value]++ % stride == 0) kept++;
        else force.Doing = Doing.Gone;
    }
    return (world, kept);
}

// A campaign, microseconds a day. War is declared on the first day, so that those who stay have work.
double Play(int stride)
{
    var world = Thin(stride).World;
    var simulation = new Simulation(world, Minds.Make(bookmark, words));
    Span<Order> declared = [Order.Of(CourtOf("jin"), new Yanyun.Engine.Rules.Renounce(PolityOf("song")))];
    var began = Stopwatch.GetTimestamp();
    simulation.Day(declared);
    while (world.Today < scenario.Days - 1) simulation.Day();
    return (Stopwatch.GetTimestamp() - began) * 1e6 / Stopwatch.Frequency / world.Today;
}

PolityId PolityOf(string slug) => new((byte)Array.FindIndex(scenario.Polities, polity => polity.Key == Key.Of(slug)));
SeatId CourtOf(string slug) => scenario.CourtOf[PolityOf(slug).Value];
