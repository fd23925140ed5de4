using System.Reflection;
using System.Text.RegularExpressions;
using Yanyun.Chronicle.Telling;

namespace Chronicle.Tests.Telling;

/// <summary>The catalogue of phrases: every word of the chronicle stands in it, in both languages.</summary>
public partial class CatalogueSpec
{
    private static IEnumerable<(string Name, Phrase Phrase)> All()
    {
        foreach (var type in typeof(Phrase).Assembly.GetTypes())
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                if (field.FieldType == typeof(Phrase) && field.GetValue(null) is Phrase phrase) yield return ($"{type.Name}.{field.Name}", phrase);
    }

    public static TheoryData<string> Names() => [.. All().Select(phrase => phrase.Name)];

    private static Phrase Find(string name) => All().First(phrase => phrase.Name == name).Phrase;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_phrase_has_words_in_both_languages_or_in_neither(string name)
    {
        var phrase = Find(name);
        Assert.NotEmpty(phrase.English);
        Assert.NotEmpty(phrase.Chinese);
        var silent = phrase.English.All(words => words.Length == 0);
        Assert.All(phrase.English, words => Assert.Equal(silent, words.Length == 0));
        Assert.All(phrase.Chinese, words => Assert.Equal(silent, words.Length == 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_wording_keeps_a_fact_back(string name)
    {
        var phrase = Find(name);
        var holes = Phrase.HolesOf(phrase.English[0]).Order().ToList();
        Assert.All(phrase.English.Concat(phrase.Chinese), words => Assert.Equal(holes, Phrase.HolesOf(words).Order()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_language_keeps_to_its_own_writing_and_to_plain_words(string name)
    {
        var phrase = Find(name);
        Assert.All(phrase.English, words => Assert.DoesNotMatch(Han(), words));
        Assert.All(phrase.English, words => Assert.DoesNotMatch(Jargon(), Holes().Replace(words, "")));
        Assert.All(phrase.Chinese, words => Assert.DoesNotMatch(Latin(), Holes().Replace(words, "")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_ends_as_its_language_ends_sentences(string name)
    {
        var phrase = Find(name);
        if (!phrase.English[0].EndsWith('.')) return;
        Assert.All(phrase.English, words => Assert.EndsWith(".", words));
        Assert.All(phrase.Chinese, words => Assert.EndsWith("。", words));
    }

    [Fact]
    public void Nothing_is_worded_twice()
    {
        var worded = All().SelectMany(phrase => phrase.Phrase.English.Where(words => words.Contains('.')).Select(words => (words, phrase.Name))).ToList();
        Assert.Empty(worded.GroupBy(one => one.words).Where(group => group.Count() > 1).Select(group => string.Join(", ", group.Select(one => one.Name))));
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"\b(dispatch|task|conduct|seat|node|polity|stance|belief|event|force id|per mille)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Jargon();
}
