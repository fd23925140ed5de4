using System.Text.RegularExpressions;

namespace Cli.Tests;

/// <summary>
/// The sample of the chronicle in the README is whole days of the golden excerpt, word for word. Written again with YANYUN_GOLDEN=write once
/// the excerpt has been.
/// </summary>
public partial class SampleSpec
{
    [Fact]
    public void The_sample_in_the_README_is_what_the_program_tells()
    {
        var path = Path.Combine(House.Root, "README.md");
        var readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        var block = Block().Match(readme);
        Assert.True(block.Success, "README.md has no block after <!-- sample: en DATE ..., zh DATE ... -->");
        var days = string.Join("\n\n", Days().Matches(block.Groups["days"].Value).Select(m => DayOf(m.Groups[1].Value, m.Groups[2].Value)));
        var told = block.Groups["told"];
        if (Environment.GetEnvironmentVariable("YANYUN_GOLDEN") == "write")
            File.WriteAllText(path, readme[..told.Index] + days + readme[(told.Index + told.Length)..]);
        else Assert.Equal(days, told.Value);
    }

    /// <summary>The paragraph of a day, by its Julian date.</summary>
    private static string DayOf(string language, string date)
    {
        var excerpt = File.ReadAllText(Path.Combine(House.Root, "tests", "Cli.Tests", "golden", $"1140-05-28-to-06-30.{language}.txt"));
        var parts = date.Split('-').Select(int.Parse).ToArray();
        var head = language == "zh" ? $"{parts[0]}年{parts[1]}月{parts[2]}日）" : $"{date} ·";
        var day = excerpt.ReplaceLineEndings("\n").Split("\n\n").SingleOrDefault(paragraph => paragraph.Split('\n')[0].Contains(head));
        Assert.True(day is not null, $"the excerpt tells nothing of {date}");
        return day.TrimEnd('\n');
    }

    [GeneratedRegex(@"<!-- sample: (?<days>[^\n]*) -->\n```text\n(?<told>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(en|zh) (\d{4}-\d\d-\d\d)")]
    private static partial Regex Days();
}
