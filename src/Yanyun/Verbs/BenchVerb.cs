using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

namespace Yanyun.Cli.Verbs;

/// <summary>
/// Measures the house on its own work: the whole bookmark on one thread, its usual minds, nobody listening. Each number is the median of
/// nine after warm-up.
/// </summary>
public sealed class BenchVerb : IVerb
{
    private const string Scenario = "1140-henan";
    private const int Runs = 9;
    private const int WarmUps = 3;
    /// <summary>Campaigns played first: the runtime compiles what runs often a second time, when it has run for a while.</summary>
    private const int Heat = 40;

    /// <summary>The months of war in the bookmark, 1140-05-28 to 08-31: most other days are quiet.</summary>
    private static readonly (Day From, Day To) Busy = (Day.Julian(1140, 5, 28), Day.Julian(1140, 8, 31));

    public VerbSpec Spec { get; } = new("bench",
        new("measure speed on the whole bookmark", "以整個劇本測量速度"),
        [],
        [new Option("--json", Takes.Nothing, "", new("one object instead of lines", "輸出一個物件"))],
        ["bench", "bench --json"]);

    public Exit Run(Call call)
    {
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var (bookmark, broken) = library!.Load(Scenario);
        if (broken is not null) return broken.Tell(call.Error, call.Language);
        var results = Measure(call, bookmark!);
        if (!call.Given.Has("--json"))
        {
            foreach (var (name, value) in results) call.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {value:0.###}"));
            return Exit.Done;
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in results) json.WriteNumber(name, Math.Round(value, 3));
            json.WriteEndObject();
        }
        call.Out.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        return Exit.Done;
    }

    private static List<(string Name, double Value)> Measure(Call call, Bookmark bookmark)
    {
        var days = bookmark.Scenario.Days - 1;
        var progress = new Progress(call, 2 * (Runs + WarmUps));
        var (plain, busy, recorded) = (new List<double>(), new List<double>(), new List<double>());
        var allocated = 0L;
        for (var run = 0; run < Heat; run++) Play(bookmark, record: false);
        for (var run = 0; run < Runs + WarmUps; run++)
        {
            var (campaign, window, bytes) = Play(bookmark, record: false);
            progress.At(2 * run, "replay");
            var (withRecord, _, _) = Play(bookmark, record: true);
            progress.At(2 * run + 1, "record");
            if (run < WarmUps) continue;
            plain.Add(campaign);
            busy.Add(window);
            recorded.Add(withRecord);
            allocated = bytes;
        }
        progress.End();
        var usPerCampaign = Median(plain);
        var world = MidWar(bookmark);
        return
        [
            ("campaignDaysPerSecond", days / usPerCampaign * 1e6),
            ("campaignsPerSecond", 1e6 / usPerCampaign),
            ("usPerDay", usPerCampaign / days),
            ("busyUsPerDay", Median(busy)),
            ("recordedUsPerDay", Median(recorded) / days),
            ("cloneUs", Each(world.CopyTo, world.Clone(), 1000)),
            ("viewUs", Views(world)),
            ("hashUs", Each(_ => WorldHash.Full(world), world, 200)),
            ("allocBytesPerDay", (double)allocated / days),
            ("worldBytes", world.StateBytes),
            ("cores", Environment.ProcessorCount),
        ];
    }

    /// <summary>One campaign: microseconds in all, microseconds a day in the busy window, bytes allocated while it ran.</summary>
    private static (double All, double BusyDay, long Allocated) Play(Bookmark bookmark, bool record)
    {
        var simulation = new Simulation(Campaign.WorldOf(bookmark, 1), Minds.Make(bookmark, Minds.Read(Minds.Usual, bookmark).Words!));
        var world = simulation.World;
        var last = bookmark.Scenario.Days - 1;
        var recorder = record ? new Recorder(simulation) : null;
        long busy = 0;
        var busyDays = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        while (world.Today < last)
        {
            var inWindow = world.Date + 1 >= Busy.From && world.Date < Busy.To;
            var dayBegan = inWindow ? Stopwatch.GetTimestamp() : 0;
            if (recorder is null) simulation.Day();
            else recorder.Day();
            if (!inWindow) continue;
            busy += Stopwatch.GetTimestamp() - dayBegan;
            busyDays++;
        }
        var all = Stopwatch.GetTimestamp() - began;
        return (Micro(all), busyDays == 0 ? 0 : Micro(busy) / busyDays, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The world at the height of the war, for the costs of a single copy, view or hash.</summary>
    private static World MidWar(Bookmark bookmark)
    {
        var simulation = new Simulation(Campaign.WorldOf(bookmark, 1), Minds.Make(bookmark, Minds.Read(Minds.Usual, bookmark).Words!));
        while (simulation.World.Date < Day.Julian(1140, 7, 15)) simulation.Day();
        return simulation.World;
    }

    /// <summary>Writing out the whole view of a seat, averaged over the seats.</summary>
    private static double Views(World world)
    {
        var seats = world.Scenario.Seats.Length - 1;
        var buffer = new byte[new View(world, new SeatId(1)).MaxBytes];
        return Each(_ =>
        {
            for (var seat = 1; seat <= seats; seat++) new View(world, new SeatId((byte)seat)).WriteTo(buffer);
        }, world, 20) / seats;
    }

    /// <summary>Microseconds of one act: the median of nine batches.</summary>
    private static double Each(Action<World> act, World on, int batch)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs + WarmUps; run++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < batch; i++) act(on);
            if (run >= WarmUps) times.Add(Micro(Stopwatch.GetTimestamp() - began) / batch);
        }
        return Median(times);
    }

    private static double Micro(long ticks) => ticks * 1e6 / Stopwatch.Frequency;

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
