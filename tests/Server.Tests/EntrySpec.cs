using System.Text.RegularExpressions;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Server.Http;
using Yanyun.Server.Views;

namespace Server.Tests;

/// <summary>The encyclopaedia speaks either language whole, and calls things by their names.</summary>
public partial class EntrySpec
{
    private static readonly Slugs Slugs = TheShelf.Ground.Bookmark.Slugs;

    private static readonly (string Kind, IReadOnlyList<string> Ids)[] Everything =
        [("place", Slugs.Places.Ids), ("person", Slugs.Persons.Ids), ("seat", Slugs.Seats.Ids), ("force", Slugs.Forces.Ids)];

    private static IEnumerable<EntryShape> Entries(Language language)
    {
        var book = new Encyclopaedia(TheShelf.Ground.Bookmark, language);
        foreach (var (kind, ids) in Everything)
            foreach (var id in ids) yield return book.Find(kind, id).Entry!;
    }

    /// <summary>Words of the house, which the page has in both languages: what a place is, how sure, what a seat may do.</summary>
    private static bool IsWord(EntryRowShape row) => row.Name is "kind" or "confidence" or "authority";

    private static IEnumerable<string> Texts(EntryShape entry) =>
        [.. entry.Rows.Where(row => !IsWord(row)).Select(row => row.Value), .. entry.Rows.Select(row => row.Ground).OfType<string>(),
            .. entry.Facts.SelectMany(fact => new[] { fact.Text, fact.Source })];

    [Fact]
    public void No_entry_speaks_English_to_a_reader_of_Chinese()
    {
        Assert.Empty(Entries(Language.Chinese).SelectMany(entry => Texts(entry).Where(text => English().IsMatch(text)).Select(text => $"{entry.Kind} {entry.Id}: {text}")));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void No_entry_calls_a_thing_by_its_id(Language language)
    {
        var ids = new HashSet<string>(Everything.SelectMany(one => one.Ids).Where(id => id.Contains('-') || id.Contains('_')), StringComparer.Ordinal);
        Assert.Empty(Entries(language).SelectMany(entry => Texts(entry).Append(entry.En).Append(entry.Zh).Concat(entry.Also)
            .Where(text => Slug().Matches(text).Any(word => ids.Contains(word.Value))).Select(text => $"{entry.Kind} {entry.Id}: {text}")));
    }

    [Fact]
    public void The_page_has_a_text_for_every_word_of_an_entry()
    {
        var rows = Entries(Language.English).SelectMany(entry => entry.Rows).ToList();
        foreach (var key in rows.Select(row => "row-" + row.Name).Concat(rows.Where(IsWord).Select(row => "is-" + row.Value)).Distinct())
            Assert.Contains($"'{key}': [", Page);
    }

    [Fact]
    public void The_page_has_a_text_for_every_order_its_fields_and_the_choices_in_them_and_for_what_bodies_and_men_come_to()
    {
        var verbs = OrderVerbs.OfSeats.Select(word => OrderVerbs.Find(word)!).ToList();
        var choices = verbs.SelectMany(verb => verb.Fields).Where(field => field.Type.IsEnum).SelectMany(field => Enum.GetNames(field.Type));
        string[] keys = [.. verbs.Select(verb => "verb-" + verb.Word), .. verbs.SelectMany(verb => verb.Fields).Select(field => "field-" + field.Name),
            .. choices.Select(choice => "choice-" + OrderWords.Dashed(choice)), .. Enum.GetNames<Doing>().Select(doing => "doing-" + OrderWords.Dashed(doing)),
            .. Enum.GetValues<PersonFate>().Where(fate => fate != PersonFate.Free).Select(fate => "fate-" + OrderWords.Dashed(fate.ToString()))];
        Assert.DoesNotContain(keys, key => !Page.Contains($"'{key}': [", StringComparison.Ordinal));
    }

    /// <summary>The texts of the page, a line each with both languages.</summary>
    private static readonly string Page = string.Concat(Directory.GetFiles(Path.Combine(TheShelf.Root, "web", "src"), "words*.ts").Select(File.ReadAllText));

    [Fact]
    public void Treaties_and_crossings_have_names_in_both_languages()
    {
        var atlas = new Atlases(TheShelf.Shelf).Of(TheShelf.Scenario, TheShelf.Ground);
        Assert.Equal(Slugs.Treaties.Ids, atlas.Treaties.Select(treaty => treaty.Id));
        Assert.Equal(Slugs.Crossings.Ids, atlas.Crossings.Select(crossing => crossing.Id));
        Assert.Equal(("the peace on the Huai", "紹興和議"), atlas.Treaties.Where(treaty => treaty.Id == "peace-of-1142").Select(treaty => (treaty.En, treaty.Zh)).Single());
        Assert.Equal(("Yellow River between Chenqiao and Huazhou (Henan), boats", "陳橋、滑州間黃河（舟渡）"),
            atlas.Crossings.Where(crossing => crossing.Id == "x001").Select(crossing => (crossing.En, crossing.Zh)).Single());
    }

    [GeneratedRegex("[a-z]{2,} [a-z]{2,}")]
    private static partial Regex English();

    [GeneratedRegex("[a-z0-9]+(?:[-_][a-z0-9]+)+")]
    private static partial Regex Slug();
}
