using System.Diagnostics;
using System.Globalization;
using HallBench;

// What one node of the hall carries: see bench/README.md. Usage: Hall APP CPU PART [games=N] [tables=N] [seconds=S] [rate=N] [speed=N]
//   APP   yanyun.dll      CPU   the processor of the house ("-": any)      PART   live | orders | wake

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (app, cpu, part) = (args[0], args[1] == "-" ? null : args[1], args[2]);
int Given(string name, int usual) => args.Skip(3).Select(arg => arg.Split('=')).FirstOrDefault(pair => pair[0] == name) is { } pair ? int.Parse(pair[1]) : usual;
var data = Directory.CreateTempSubdirectory("bench-hall-").FullName;
try
{
    await (part switch { "live" => LiveGames(), "orders" => Orders(), "wake" => Waking(), _ => throw new ArgumentException(part) });
    return 0;
}
finally
{
    Directory.Delete(data, recursive: true);
}

async Task LiveGames()
{
    var (games, speed) = (Given("games", 5000), Given("speed", 2));
    double[] beats = [0, 5000, 2000, 1000, 500, 200];
    await using var house = await Served.Open(app, data, cpu, []);
    var live = new Live(house);
    await live.Make(1, """{"mode":"paused"}""");
    var bare = house.Memory;
    var began = Stopwatch.GetTimestamp();
    await live.Make(games, $$"""{"mode":"speed","speed":{{speed}}}""");
    Console.WriteLine($"{games} games made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    live.Games.RemoveAt(0);
    await Task.Delay(TimeSpan.FromSeconds(3));
    var (aSecond, least, used, off) = await live.Run(Given("seconds", 20), Math.Min(20, games), beats[speed]);
    Console.WriteLine($"live    games {games}  a day per {beats[speed] / 1000} s  days/s {aSecond:0} of {games * 1000 / beats[speed]:0}  least {least}  cpu {used:0.00}  "
        + $"off the beat {off}  memory {house.Memory / 1e6:0} MB, {(house.Memory - bare) / 1000.0 / games:0} KB a game (bare {bare / 1e6:0} MB)");
}

async Task Orders()
{
    var (tables, seconds, rate, atOnce) = (Given("tables", 1000), Given("seconds", 10), Given("rate", 2000), Given("atonce", 64));
    var speed = Given("speed", 0);
    await using var house = await Served.Open(app, data, cpu, []);
    var bare = house.Memory;
    using var seats = new Tables(house);
    var began = Stopwatch.GetTimestamp();
    await seats.Set(tables, """{"mode":"paused"}""");
    Console.WriteLine($"{seats.Sitters.Count} seated in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s; memory {(house.Memory - bare) / 1000.0 / tables:0} KB a table; page {seats.Sitters[0].Ear!.Bytes} and {seats.Sitters[1].Ear!.Bytes} bytes");
    if (speed > 0) await seats.SetClocks($$"""{"mode":"speed","speed":{{speed}}}""");
    await seats.Give(Given("warm", 10), 0, atOnce);
    Tell("closed", await seats.Give(seconds, 0, atOnce));
    if (rate > 0) Tell("paced", await seats.Give(seconds, rate, 0));
    Console.WriteLine($"memory {house.Memory / 1e6:0} MB, {(house.Memory - bare) / 1000.0 / tables:0} KB a table of two streams");
}

void Tell(string how, Load load) => Console.WriteLine(
    $"{how,-7} orders/s {load.ASecond:0}  cpu {load.Cpu:0.00}  a core {load.ASecond / load.Cpu:0}/s  answered {load.Answered}  told {load.Told}  days told {load.Days / load.Seconds:0}/s  missed {load.Missed}{(load.Fault is { } fault ? "  FAULT " + fault : "")}");

// Games whose clocks stand, 59 days old, so that the rung below is 29 days old: the longest way there is. The house is closed and opened again: all sleep.
async Task Waking()
{
    var games = Given("games", 200);
    Live live;
    await using (var house = await Served.Open(app, data, cpu, []))
    {
        live = new Live(house);
        await live.Make(games, """{"mode":"speed","speed":5}""");
        while ((await live.Days()).Values.Min() < 59) await Task.Delay(50);
        await live.Stop();
    }
    await using var again = await Served.Open(app, data, cpu, []);
    live = live.In(again);
    var days = await live.Days();
    Console.WriteLine($"woken   games {games}, day {days.Values.Min()} to {days.Values.Max()}  {await live.AskAll()}");
    Console.WriteLine($"awake   {await live.AskAll()}");
}
