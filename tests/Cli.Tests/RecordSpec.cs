using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>A record proves what happened: nothing in it can change without being found.</summary>
public class RecordSpec
{
    private static readonly byte[] Sound = File.ReadAllBytes(Fixtures.OrderedRecord);
    private static readonly string[] Lines = Encoding.ASCII.GetString(Sound).Split('\n');

    [Fact]
    public void A_record_just_written_is_verified()
    {
        var answer = Answer.To(["verify", Fixtures.OrderedRecord]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        Assert.Contains("every hash the same", answer.Out);
    }

    [Fact]
    public void A_run_with_orders_and_changes_of_the_user_is_verified_as_any_other()
    {
        Assert.Contains("order=", Encoding.ASCII.GetString(Sound));
        Assert.Contains("set=places.shunchang.walls=2", Encoding.ASCII.GetString(Sound));
    }

    [Fact]
    public void The_same_line_writes_the_same_bytes()
    {
        var again = Path.Combine(Fixtures.Scratch, "again.yanyun");
        Fixtures.WriteOrdered(again);
        Assert.Equal(Sound, File.ReadAllBytes(again));
    }

    /// <summary>Each kind of line at least once, then anywhere.</summary>
    [Fact]
    public void A_mutated_byte_is_named_by_line_day_and_field()
    {
        var anywhere = Gen.Choose(0, Sound.Length - 1);
        // Half of the bytes are of snapshots: the others are sought out.
        var elsewhere = Gen.Choose(0, Lines.Length - 2).Where(line => !Lines[line].StartsWith("state=")).SelectMany(line =>
            Gen.Choose(Start(line), Start(line) + Lines[line].Length));
        var mutation = Gen.OneOf(anywhere, elsewhere).SelectMany(at => Gen.Choose(1, 255).Select(flip => (at, flip)));
        Prop.ForAll(mutation.ToArbitrary(), damage => Named(damage.at, (byte)(Sound[damage.at] ^ damage.flip))).Check(
            Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(1140, 631));
    }

    [Fact]
    public void A_space_or_a_line_end_where_another_byte_stood_is_named_too()
    {
        for (var at = 0; at < Sound.Length; at += at < 12_000 ? 7 : 1301)
        {
            if (Sound[at] != ' ') Assert.True(Named(at, (byte)' '), $"byte {at} made a space");
            if (Sound[at] != '\n') Assert.True(Named(at, (byte)'\n'), $"byte {at} made a line end");
        }
    }

    [Fact]
    public void A_changed_order_in_a_record_whose_sums_agree_is_found_by_running_it_again()
    {
        var forged = Path.Combine(Fixtures.Scratch, "forged.yanyun");
        File.WriteAllText(forged, Rechain.Lines(Lines, line => line.StartsWith("order=inform") ? Rechain.With(line, "to", "song-huaidong-command") : line));
        var answer = Answer.To(["verify", forged]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Contains("REC020: day 1139-08-25, subsystem ", answer.Error);
        Assert.Contains("REC023: day 1139-08-27, ", answer.Error);

        var against = Answer.To(["verify", forged, "--against", Fixtures.OrderedRecord]);
        Assert.Equal(Exit.NotHere, against.Exit);
        Assert.Contains("REC023: day 1139-08-25, ", against.Error);
    }

    [Fact]
    public void An_order_put_into_a_record_is_found_by_running_it_again()
    {
        var forged = Path.Combine(Fixtures.Scratch, "put-in.yanyun");
        var lines = Lines.SelectMany(line => line.StartsWith("order=inform") ? (string[])[line, line.Replace("song-huaixi", "song-huaidong")] : [line]).ToList();
        File.WriteAllText(forged, Rechain.Lines(lines, line => line.Contains("to=song-huaidong") ? line : line));
        var answer = Answer.To(["verify", forged]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Contains("REC020: day 1139-08-25, subsystem ", answer.Error);
    }

    [Fact]
    public void Two_records_of_one_scenario_part_on_a_day_in_a_subsystem_and_a_field()
    {
        var answer = Answer.To(["verify", Fixtures.OrderedRecord, "--against", Fixtures.Record]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Contains("REC022: day 1139-07-29, subsystem places: the two records part here", answer.Error);
        Assert.Contains("row shunchang, field Walls: 4 where 2 comes", answer.Error);
    }

    [Fact]
    public void A_record_under_another_seed_is_found_by_its_clock_or_its_dice()
    {
        var answer = Answer.To(["verify", Path.Combine(Fixtures.Folder, "other-seed.yanyun")]);
        Assert.Equal(Exit.NotHere, answer.Exit);
        Assert.Contains("REC020: day 1139-07-29", answer.Error);
    }

    private static bool Named(int at, byte damaged)
    {
        var bytes = (byte[])Sound.Clone();
        bytes[at] = damaged;
        var problems = new Problems();
        if (RecordReader.Read(bytes, "war.yanyun", problems) is not null) return false;
        var (line, fields) = Where(at);
        var problem = problems.All.Single();
        return problem.Code == "REC001" && problem.At.Line == line + 1
            && (int)problem.Args[0] == line + 1 && problem.Args[1].Equals(DayOf(line)) && fields.Contains((string)problem.Args[2]);
    }

    /// <summary>The line of a byte, from 0, and the field it is part of; what parts two fields belongs to both.</summary>
    private static (int Line, string[] Fields) Where(int at)
    {
        var line = 0;
        while (Start(line + 1) <= at) line++;
        var column = at - Start(line);
        var names = new List<string>();
        var start = 0;
        foreach (var field in Lines[line].Split(' '))
        {
            if (column >= start - 1 && column <= start + field.Length) names.Add(field[..field.IndexOf('=')]);
            start += field.Length + 1;
        }
        return (line, [.. names]);
    }

    private static readonly int[] Starts = [.. Lines.Aggregate(new List<int> { 0 }, (starts, line) => [.. starts, starts[^1] + line.Length + 1])];

    private static int Start(int line) => Starts[line];

    private static object DayOf(int line)
    {
        for (; line >= 0; line--)
            if (Lines[line].StartsWith("day=")) return Lines[line][4..14];
        return RecordMessages.BeforeFirstDay;
    }
}
