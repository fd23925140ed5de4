using System.Text.Json;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

namespace Cli.Tests;

/// <summary>The log is for programs: an object a line, every event of the run, names in the place of numbers.</summary>
public class EventWordsSpec
{
    private static readonly JsonDocument[] Log = Run();

    private static JsonDocument[] Run()
    {
        var path = Path.Combine(Fixtures.Scratch, "log.jsonl");
        var answer = Answer.To(["replay", "1140-henan", "--until", "1140-07-10", "--log", path, "--json"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line))];
    }

    [Fact]
    public void Each_line_has_its_day_era_kind_id_cause_and_text()
    {
        Assert.True(Log.Length > 1000, $"{Log.Length} lines");
        foreach (var line in Log)
        {
            var root = line.RootElement;
            var day = root.GetProperty("day").GetString()!;
            Assert.Matches(@"^1139-\d\d-\d\d$|^1140-\d\d-\d\d$", day);
            Assert.Matches(@"^Shaoxing \d+/L?\d+/\d+$", root.GetProperty("era").GetString());
            Assert.StartsWith(day + ".", root.GetProperty("id").GetString());
            Assert.Matches("^[a-z]+(-[a-z]+)*$", root.GetProperty("kind").GetString());
            Assert.NotEmpty(root.GetProperty("text").GetString()!);
            Assert.True(root.GetProperty("cause").ValueKind is JsonValueKind.Null or JsonValueKind.String);
        }
    }

    [Fact]
    public void Ids_are_unique_and_every_cause_is_an_event_of_the_run_or_of_the_first_day()
    {
        var ids = Log.Select(line => line.RootElement.GetProperty("id").GetString()!).ToList();
        var known = ids.ToHashSet();
        Assert.Equal(ids.Count, known.Count);
        foreach (var line in Log)
            if (line.RootElement.GetProperty("cause").GetString() is { } cause) Assert.Contains(cause, known);
    }

    [Fact]
    public void No_field_is_a_row_of_the_Engine_printed_as_it_stands()
    {
        foreach (var line in Log)
            foreach (var field in line.RootElement.EnumerateObject())
                Assert.DoesNotContain("{", field.Value.ToString());
    }

    [Fact]
    public void The_fields_of_every_kind_of_event_can_be_written()
    {
        var library = Library.Open().Library!;
        var bookmark = library.Load("1140-henan").Bookmark!;
        var words = new EventWords(new(bookmark.Slugs, bookmark.Scenario.Atlas), bookmark.Scenario.FirstDay);
        foreach (var type in EventTypes.All)
            Assert.DoesNotContain(words.Fields(type.Read(new byte[type.Size])), field => field.Value is string text && text.Contains('{'));
    }
}
