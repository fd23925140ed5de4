using System.Text.RegularExpressions;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>Command lines in the README and the docs run as they stand.</summary>
public partial class DocsSpec
{
    /// <summary>Long work, and what runs until it is stopped: both have tests of their own; here only the line is read.</summary>
    private static readonly string[] Long = ["bench", "claims", "fidelity", "lab", "mcp", "serve"];

    public static TheoryData<string> Pages()
    {
        var pages = new TheoryData<string> { "README.md" };
        foreach (var path in Directory.GetFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories))
            if (File.ReadAllText(path).Contains("\n./yanyun ")) pages.Add(Path.GetRelativePath(House.Root, path));
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Command_lines_of_a_page_run_in_their_order(string page)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Fixtures.Scratch, Path.GetFileName(page))).FullName;
        var text = File.ReadAllText(Path.Combine(House.Root, page)).Replace("\\\n", " ");
        var lines = Commands().Matches(text).Select(match => match.Groups[1].Value.Trim()).ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            // Files of an example are written in a folder of their own.
            var words = Answer.Words(line).Select(word => Files().IsMatch(word) ? Path.Combine(folder, word) : word).ToList();
            if (words.Count > 0 && Long.Contains(words[0])) words.Add("--help");
            var answer = Answer.To(words);
            Assert.True(answer.Exit == Exit.Done, $"{page}: ./yanyun {line}\n{answer.Error}");
        }
    }

    [Fact]
    public void Examples_of_help_run()
    {
        foreach (var verb in FrontDoor.Verbs)
            foreach (var example in verb.Spec.Examples)
            {
                var words = Answer.Words(example);
                var (line, mistake) = CommandLine.Read(verb.Spec, [.. words.Skip(1)]);
                Assert.True(mistake is null && line is not null, example);
            }
    }

    /// <summary>Lines of code blocks that call the program; what follows a # is said to the reader.</summary>
    [GeneratedRegex(@"^\./yanyun ([^#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^[a-z0-9-]+\.(yanyun|jsonl)$")]
    private static partial Regex Files();
}
