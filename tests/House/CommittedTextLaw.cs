using System.Text.RegularExpressions;

namespace House;

/// <summary>Committed text speaks of the project only: no path of the machine it was written on, no host but public ones it must name.</summary>
public partial class CommittedTextLaw
{
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".slnx", ".md", ".yaml", ".yml", ".json", ".txt", ".csv", ".svg", ".sh", ".config", ".editorconfig", ".gitignore"];

    /// <summary>Hosts that committed text may name: licences, standards, the works and code that the project cites.</summary>
    private static readonly string[] Hosts =
    [
        "creativecommons.org", "opensource.org", "www.w3.org", "json.schemastore.org", "keepachangelog.com", "semver.org", "spdx.org",
        "github.com", "doi.org", "localhost", "127.0.0.1", "ctext.org", "www.kanripo.org",
    ];

    // In halves, so that this file does not break its own law.
    private static readonly string[] Words =
        ["/wo" + "rk/", "../sha" + "red", "/ro" + "ot/", "/ho" + "me/", "C:" + @"\Users", "/tmp/ba" + "sh_jobs",
         "cla" + "ude", "anthro" + "pic", "chat" + "gpt", "co" + "pilot"];

    [Fact]
    public void No_text_names_the_machine_or_the_tools_it_was_written_with()
    {
        var files = TextFiles();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(path => Breaches(Repository.Text(path)).Select(breach => $"{path}: {breach}")));
    }

    [Theory]
    [InlineData("see /wo", "rk/main", true)]
    [InlineData("https:/", "/packages.example/v3/index.json", true)]
    [InlineData("https://creativecommons.org", "/licenses/by/4.0/", false)]
    [InlineData("the network", "ing of roads", false)]
    public void A_breach_is_found(string first, string second, bool breach) => Assert.Equal(breach, Breaches(first + second).Any());

    private static IReadOnlyList<string> TextFiles() =>
        [.. Repository.Files.Where(path => !Path.HasExtension(path) || TextEndings.Contains(Path.GetExtension(path)))];

    private static IEnumerable<string> Breaches(string text) => Words
        .Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        .Concat(Address().Matches(text).Select(m => m.Groups[1].Value).Where(host => !Hosts.Contains(host)));

    [GeneratedRegex(@"https?://([A-Za-z0-9.-]+)")]
    private static partial Regex Address();
}
