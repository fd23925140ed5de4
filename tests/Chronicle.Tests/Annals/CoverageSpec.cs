using System.Text.RegularExpressions;
using Chronicle.Tests.Bookmarks;

namespace Chronicle.Tests.Annals;

/// <summary>Every sentence of the text has a check, or a row of docs/checks.md that says why not.</summary>
public partial class CoverageSpec
{
    /// <summary>Sentences of text B by section, as the text numbers them: section n has this many.</summary>
    private static readonly int[] s_sentences =
        [0, 1, 5, 4, 1, 1, 6, 1, 4, 3, 1, 2, 4, 1, 3, 3, 1, 4, 1, 2, 2, 2, 1, 1, 3, 2, 1, 3, 1, 2, 2, 2, 1, 3, 2, 2, 2, 2, 2, 3];

    [Fact]
    public void No_sentence_of_the_text_is_left_unsaid()
    {
        var said = TheAnnals.Instance.CheckTexts.SelectMany(check => check.Sentences).ToHashSet();
        var page = File.ReadAllText(Path.Combine(TheBookmark.Scenarios, "..", "docs", "checks.md"));
        foreach (Match row in Row().Matches(page))
            foreach (Match sentence in Sentence().Matches(row.Groups[1].Value)) said.Add(sentence.Value);
        var all = Enumerable.Range(1, s_sentences.Length - 1).SelectMany(section => Enumerable.Range(1, s_sentences[section]).Select(n => $"B{section}.{n}"));
        Assert.Equal([], all.Except(said));
    }

    [GeneratedRegex(@"^\| (B\d[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"B\d+\.\d+")]
    private static partial Regex Sentence();
}
