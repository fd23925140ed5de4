namespace House;

/// <summary>Docs have one shape: a page per rule, with the same sections in the same order.</summary>
public class RulePageLaw
{
    private static readonly string[] Sections = ["About", "Numbers", "Example", "Grounds", "Left out", "Common mistakes"];

    [Fact]
    public void Every_page_of_a_rule_has_the_one_shape()
    {
        var pages = Repository.Files.Where(path => path.StartsWith("docs/rules/") && path.EndsWith(".md") && !path.EndsWith("/README.md"));
        Assert.Empty(pages.SelectMany(path => Faults(Repository.Text(path)).Select(fault => $"{path}: {fault}")));
    }

    [Fact]
    public void A_page_of_another_shape_is_found()
    {
        var page = "# Siege\n" + string.Concat(Sections.Select(name => $"\n## {name}\n\nWords.\n"));
        Assert.Empty(Faults(page));
        Assert.NotEmpty(Faults(page.Replace("## Grounds", "## Sources")));
        Assert.NotEmpty(Faults(page.Replace("## Example\n\nWords.", "## Example\n")));
        Assert.NotEmpty(Faults(page.Replace("## Numbers", "## About").Replace("## About", "## Numbers")));
        Assert.NotEmpty(Faults(page["# Siege\n".Length..]));
    }

    private static IEnumerable<string> Faults(string page)
    {
        var lines = page.Split('\n');
        if (!lines[0].StartsWith("# ")) yield return "expected a title on the first line";
        var found = lines.Where(line => line.StartsWith("## ")).Select(line => line[3..].Trim()).ToList();
        if (!found.SequenceEqual(Sections)) yield return $"sections {string.Join(", ", found)}; expected {string.Join(", ", Sections)}";
        foreach (var section in page.Split("\n## ").Skip(1).Where(section => section.Split('\n', 2) is not [_, var body] || string.IsNullOrWhiteSpace(body)))
            yield return $"section {section.Trim()} is empty";
    }
}
