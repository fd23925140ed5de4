using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;
using Record = Yanyun.Engine.Record;

namespace House;

/// <summary>
/// Law 8: a mismatch is evidence. A game that re-runs differently is kept as it was written; both hashes are given for each subsystem that
/// differs, then the fields; and neither running nor recording stops there.
/// </summary>
public class MismatchLaw
{
    private const int Days = 390;
    private const int DaysAfter = 40;

    /// <summary>The war under its usual minds, into the summer in which it breaks out.</summary>
    private static readonly Record Played = Play();

    private static readonly RecordFile Kept = Read(Write(Played));

    /// <summary>Days on which something was ordered and the state of an earlier day is at hand.</summary>
    private static readonly int[] OrderedDays =
        [.. Enumerable.Range(Record.SnapshotDays, Days - Record.SnapshotDays - DaysAfter).Where(day => Kept.Days[day].Orders.Count > 0)];

    [Fact]
    public void An_order_left_out_is_found_on_its_day_by_every_subsystem_that_differs_and_the_run_goes_on()
    {
        Assert.True(OrderedDays.Length > 20, $"{OrderedDays.Length} days with orders");
        Prop.ForAll(Gen.Elements(OrderedDays).ToArbitrary(), index =>
        {
            var run = From(Without(index), index / Record.SnapshotDays * Record.SnapshotDays);
            var problems = new Problems();
            while (run.World.Today < index) Assert.True(run.Next(problems) && run.Agrees(problems), "the days before are the same");
            Assert.True(run.Next(problems));
            Assert.False(run.Agrees(problems));
            Assert.Equal(Parted(run), problems.All.Select(problem => string.Join(' ', problem.Args)));
            Assert.All(problems.All, problem => Assert.Equal("REC020", problem.Code));

            var end = run.World.Today + DaysAfter;
            while (run.World.Today < end)
            {
                Assert.True(run.Next(problems));
                if (run.Today.State is not { } state) continue;
                // The fields of the kept state differ just in the subsystems whose hashes do.
                var kept = TheWar.Scenario.Start!.Clone();
                Assert.True(Snapshot.Restore(kept, state));
                var fields = new WorldDiff(TheWar.Bookmark.Slugs).Between(kept, run.World).Select(field => field.Table).Distinct();
                Assert.Equal(Parted(run).Select(line => line.Split(' ')[1]), fields);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(1140, 81));
    }

    [Fact]
    public void Recording_goes_on_past_a_mismatch_and_what_it_writes_is_a_sound_record()
    {
        var start = Start();
        var recorder = new Recorder(new Simulation(start, new IMind?[TheWar.Scenario.Seats.Length]));
        var words = new OrderWords(TheWar.Bookmark.Slugs, TheWar.Scenario.Atlas, recorded: true);
        foreach (var day in Without(OrderedDays[0]).Days)
            recorder.Follow([.. day.Orders.Select(order => words.Read(new SeatId((byte)TheWar.Bookmark.Slugs.Seats[order.Seat]), order.Verb, order.Words,
                new Location("war", order.Line, 1), new Problems(), out _)!.Value)]);
        Assert.Equal(Days, recorder.Record.Days);
        Assert.NotEqual(Kept.Days[^1].Hash, recorder.Record.HashOf(Days));

        var again = new Rerun(Read(Write(recorder.Record)), "war", TheWar.Bookmark.Slugs, Start());
        var problems = new Problems();
        while (!again.Done && again.Next(problems) && again.Agrees(problems)) { }
        Assert.Empty(problems.All);
        Assert.True(again.Done);
    }

    [Fact]
    public void Verifying_leaves_the_evidence_as_it_was()
    {
        var path = Path.GetTempFileName();
        try
        {
            // A world that never was: the first day's hash of the first subsystem is one off.
            var forged = new Record();
            ulong[] sums = [Played.SubsystemsOf(1)[0] + 1, .. Played.SubsystemsOf(1)[1..]];
            forged.Add(Played.OrdersOf(1), Played.HashOf(1), sums, []);
            var record = Write(forged);
            File.WriteAllBytes(path, record);
            using var error = new StringWriter();
            Assert.Equal(Exit.NotHere, FrontDoor.Open(["verify", path], TextWriter.Null, error, _ => null));
            Assert.Contains($"{RecordLine.Hex(sums[0])}, the same orders give {RecordLine.Hex(Played.SubsystemsOf(1)[0])}", error.ToString());
            Assert.Equal(record, File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Day, name and both hashes of each subsystem that differs, in the order of the tables; worked out from nothing.</summary>
    private static List<string> Parted(Rerun run)
    {
        var hashes = new WorldHash(run.World).Subsystems;
        return [.. Enumerable.Range(0, hashes.Length).Where(t => hashes[t] != run.Today.Subsystems[t])
            .Select(t => $"{run.Today.Day} {WorldTables.All[t].Name} {RecordLine.Hex(run.Today.Subsystems[t])} {RecordLine.Hex(hashes[t])}")];
    }

    private static World Start() => Campaign.WorldOf(TheWar.Bookmark, 1);

    private static Record Play()
    {
        var recorder = new Recorder(new Simulation(Start(), TheWar.Minds()));
        for (var day = 0; day < Days; day++) recorder.Day();
        return recorder.Record;
    }

    private static byte[] Write(Record record)
    {
        using var to = new StringWriter();
        var head = new RecordHead("1140-henan", TheWar.Scenario.Hash, RulesVersion.Current, 1, TheWar.Scenario.FirstDay, "historical", []);
        var writer = new RecordWriter(to, head, new OrderWords(TheWar.Bookmark.Slugs, TheWar.Scenario.Atlas));
        writer.Days(record);
        writer.End();
        return Encoding.ASCII.GetBytes(to.ToString());
    }

    private static RecordFile Read(byte[] bytes) => RecordReader.Read(bytes, "war", new Problems())!;

    private static RecordFile Without(int index)
    {
        var days = Kept.Days.ToList();
        days[index] = days[index] with { Orders = [.. days[index].Orders.Skip(1)] };
        return Kept with { Days = days };
    }

    /// <summary>The record ready to be run on from a day whose state was kept.</summary>
    private static Rerun From(RecordFile file, int day)
    {
        var world = Start();
        Assert.True(Snapshot.Restore(world, file.Days[day - 1].State));
        return new Rerun(file, "war", TheWar.Bookmark.Slugs, world);
    }
}
