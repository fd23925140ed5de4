using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Lab.History;

namespace Cli.Tests;

/// <summary>
/// The reconstructed record of the bookmark. When a rule, the scenario or the script changes it is stale, and these tests say so:
/// <c>dotnet run -c Release --project bench/Record</c> makes it anew in less than a minute.
/// </summary>
public class HistorySpec
{
    private const string Stale = "stale: run `dotnet run -c Release --project bench/Record`, then read the difference in docs/record.md. ";

    private static string PathOf => RecordFile.OfHistory(Path.Combine(House.Root, "scenarios"), "1140-henan");

    private static OpenedRecord Open()
    {
        var library = Library.Open().Library!;
        var (record, mistake) = RecordOpener.History(library, library.Load("1140-henan").Bookmark!, PathOf);
        Assert.True(mistake is null && record is not null, Stale + (mistake is null ? "there is none" : mistake.Problems[0].Render(Yanyun.Chronicle.Language.English)));
        return record!;
    }

    [Fact]
    public void The_record_runs_as_it_is_written()
    {
        Open();
        var answer = Answer.To(["verify", PathOf]);
        Assert.True(answer.Exit == Exit.Done, Stale + answer.Error);
    }

    [Fact]
    public void The_record_is_what_the_script_decides_under_its_fates()
    {
        var record = Open();
        var (bookmark, words) = (record.Bookmark, new OrderWords(record.Bookmark.Slugs, record.Bookmark.Scenario.Atlas, recorded: true));
        var simulation = new Simulation(record.Start(), Cast.Of(bookmark.Scenario, bookmark.Annals!.Script).Minds);
        foreach (var day in record.File.Days)
        {
            Order[] fates = [.. Rerun.OrdersOf(day, record.Path, words, new Problems())!.Where(order => !order.Seat.Exists)];
            simulation.Day(fates);
            Assert.True(WorldHash.Full(simulation.World) == day.Hash, $"{Stale}The minds decide otherwise than recorded on {day.Day}.");
        }
    }

    [Fact]
    public void From_a_day_the_world_is_the_recorded_one_until_its_eve_and_fate_stops_there()
    {
        var record = Open();
        var fork = Path.Combine(Fixtures.Scratch, "from-history.yanyun");
        var answer = Answer.To(["replay", "1140-henan", "--from", "1140-06-15", "--until", "1140-07-01", "--record", fork]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        var read = RecordReader.Read(File.ReadAllBytes(fork), fork, new Problems())!;
        var eve = Yanyun.Engine.Day.Julian(1140, 6, 14) - record.File.Head.FirstDay;
        for (var i = 0; i < eve; i++) Assert.Equal(record.File.Days[i].Hash, read.Days[i].Hash);
        Assert.Equal("part", read.Days[eve].Orders.First(order => order.Seat == "-").Verb);
        Assert.DoesNotContain(read.Days.Skip(eve).SelectMany(day => day.Orders), order => order.Verb is "fate" or "impose" or "strike");
        Assert.Equal(Exit.Done, Answer.To(["verify", fork]).Exit);
    }

    [Fact]
    public void Another_seed_from_a_day_is_another_future_of_the_same_past()
    {
        string Run(string name, params string[] more)
        {
            var fork = Path.Combine(Fixtures.Scratch, name);
            Assert.Equal(Exit.Done, Answer.To(["replay", "1140-henan", "--from", "1140-06-15", "--until", "1140-07-10", "--record", fork, .. more]).Exit);
            return fork;
        }
        var one = RecordReader.Read(File.ReadAllBytes(Run("seed-5.yanyun", "--seed", "5")), "5", new Problems())!;
        var two = RecordReader.Read(File.ReadAllBytes(Run("seed-6.yanyun", "--seed", "6")), "6", new Problems())!;
        var eve = Yanyun.Engine.Day.Julian(1140, 6, 14) - one.Head.FirstDay;
        Assert.Equal(one.Days[eve - 1].Hash, two.Days[eve - 1].Hash);
        Assert.NotEqual(one.Days[^1].Hash, two.Days[^1].Hash);
    }

    [Fact]
    public void A_stale_record_is_named_with_the_command_that_makes_it_anew()
    {
        var library = Library.Open().Library!;
        var bookmark = library.Load("1140-henan").Bookmark!;
        var lines = File.ReadAllLines(PathOf);
        string[] stale =
        [
            Rechain.Lines(lines, line => line.StartsWith("yanyun=") ? Rechain.With(line, "rules", "999") : line),
            Rechain.Lines(lines, line => line.StartsWith("scenario=") ? Rechain.With(line, "hash", "0123456789abcdef") : line),
        ];
        foreach (var text in stale)
        {
            var path = Path.Combine(Fixtures.Scratch, "stale-history.yanyun");
            File.WriteAllText(path, text);
            var mistake = RecordOpener.History(library, bookmark, path).Mistake!;
            Assert.Equal(Exit.NotHere, mistake.Exit);
            Assert.Contains("bench/Record", mistake.Problems[0].Render(Yanyun.Chronicle.Language.English));
            Assert.Contains("bench/Record", mistake.Problems[0].Render(Yanyun.Chronicle.Language.Chinese));
        }
    }

    /// <summary>Of a hundred places surveyed, so many at most may be held by another in the record. Balance: what a month's survey leaves open.</summary>
    private const int MostDiffer = 12;

    [Fact]
    public void Holders_in_the_record_are_those_of_the_survey_but_for_the_exceptions_that_its_page_names()
    {
        var record = Open();
        var page = File.ReadAllLines(Path.Combine(House.Root, "docs", "record.md"));
        var run = record.Rerun();
        var days = Holders.DaysOf(record.Bookmark);
        Assert.Contains(Yanyun.Engine.Day.Julian(1140, 6, 15), days);
        foreach (var day in days)
        {
            while (run.World.Date < day) Assert.True(run.Next(new Problems()));
            var differ = Holders.Against(record.Bookmark, run.World);
            var surveyed = record.Bookmark.Geography.Gazetteer.Network.Count(entry => entry.HolderOn(day) is not null);
            Assert.True(surveyed > 200, $"{surveyed} places surveyed");
            Assert.True(differ.Count * 100 <= surveyed * MostDiffer, $"{differ.Count} of {surveyed} places are held by another than the survey of {day} says");
            var named = differ.Select(d => $"| `{record.Bookmark.Slugs.Of(d.Place)}` | {record.Bookmark.Geography.Gazetteer[d.Place].Kind} | {d.Said} | {d.Held} |");
            Assert.All(named, line => Assert.True(page.Contains(line), $"{Stale}docs/record.md does not name {line}"));
        }
    }
}
