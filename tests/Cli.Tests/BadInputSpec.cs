using System.Text;
using System.Text.RegularExpressions;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;

namespace Cli.Tests;

/// <summary>
/// Every wrong input gets the word or the spot, what was expected, the nearest known word and its exit code, in both languages.
/// <c>bad-inputs.txt</c> is the specification: a command line, the exit code, then what is said in English and in Chinese. Written anew
/// by YANYUN_WRITE_GOLDEN=1; read the difference before committing it.
/// </summary>
public partial class BadInputSpec
{
    private static readonly string Golden = Path.Combine(House.Root, "tests", "Cli.Tests", "bad-inputs.txt");

    /// <summary>Folders and files that stand in for what differs from machine to machine.</summary>
    private static readonly (string Real, string Shown)[] Places = [(House.Root, "HOUSE"), (Fixtures.Folder, "TEMP")];

    /// <summary>Lists that grow with the house: which they are is said here, what is in them where they are made.</summary>
    private static readonly (IReadOnlyList<string> Words, string Shown)[] Lists =
        [(Minds.Words, "MINDS"), (Library.Open().Library!.Load("1140-henan").Bookmark!.Slugs.Seats.Ids, "SEATS")];

    [Fact]
    public void Each_bad_input_has_its_exit_code_and_its_message_in_both_languages()
    {
        var lines = Lines();
        Assert.True(lines.Count >= 60, $"{lines.Count} bad inputs");
        var found = new StringBuilder();
        foreach (var line in lines) found.Append(Tell(line));
        if (Environment.GetEnvironmentVariable("YANYUN_WRITE_GOLDEN") is { Length: > 0 }) File.WriteAllText(Golden, found.ToString());
        Assert.Equal(File.ReadAllText(Golden), found.ToString());
    }

    private static string Tell(string line)
    {
        var english = Answer.To(Real(line));
        var chinese = Answer.To(Real(line), "zh_TW.UTF-8");
        Assert.Equal(english.Exit, chinese.Exit);
        Assert.True(english.Exit is Exit.NotHere or Exit.WrongUsage, $"{line}: {english.Exit} {english.Error}");
        Assert.NotEmpty(english.Error);
        Assert.DoesNotContain("   at ", english.Error);
        var text = new StringBuilder($"$ yanyun {line}\nexit {(int)english.Exit}\n");
        foreach (var answer in (string[])[english.Error, chinese.Error])
            foreach (var said in answer.TrimEnd('\n').Split('\n')) text.Append($"  {Shown(said)}\n");
        return text.Append('\n').ToString();
    }

    /// <summary>The command lines of the golden file, to be run and told again.</summary>
    private static List<string> Lines() =>
        [.. File.ReadAllLines(Golden).Where(line => line.StartsWith("$ yanyun")).Select(line => line["$ yanyun".Length..].Trim())];

    private static string Real(string line) => Places.Aggregate(line, (text, place) => text.Replace(place.Shown, place.Real));

    private static string Shown(string line)
    {
        var text = Places.Aggregate(line, (text, place) => text.Replace(place.Real, place.Shown));
        // The scenario's own hash and the last event of a day change with every improvement of data and rules; the messages do not.
        text = text.Replace(Fixtures.ScenarioHash, "SCENARIO-HASH");
        foreach (var (words, shown) in Lists)
            foreach (var mark in (string[])[", ", "、"]) text = text.Replace(string.Join(mark, words), shown);
        return LastEvent().Replace(text, "$1.N");
    }

    [GeneratedRegex(@"(1139-08-10)\.[0-9]{1,4}(?![0-9])")]
    private static partial Regex LastEvent();
}
