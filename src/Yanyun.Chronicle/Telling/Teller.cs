using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// Says in a sentence what an event was, in one language. It remembers whom it has named: characters follow a name where it is met first.
/// For the
/// answer to one question take a new one; for the story of a run see <see cref="Chronicler"/>.
/// </summary>
public sealed class Teller
{
    private readonly Speaker _speaker;
    private readonly Sentences _sentences;

    /// <param name="tenures">Who led and held what in the run that is told; null: <see cref="Note"/> will be told.</param>
    public Teller(Bookmark bookmark, Calendar calendar, Language language, Tenures? tenures = null)
    {
        _speaker = new Speaker(bookmark, calendar, language, tenures);
        _sentences = new Sentences(bookmark.Scenario, bookmark.Geography.Gazetteer, _speaker.Names);
    }

    /// <summary>Takes in what an event changed of who leads and who holds: what came after it is told with other names, whenever it is told.</summary>
    public void Note(in EventLog.Entry entry, object e) => _speaker.Names.Tenures.Note(entry.Id, e);

    /// <summary>One event as a sentence; null only for a kind that the registry does not know.</summary>
    /// <param name="e">The event, as <see cref="EventType.Read"/> gives it.</param>
    public string? Sentence(in EventLog.Entry entry, object e) =>
        Saying(entry, e) is { } saying ? _speaker.Sentence(saying, Choice.Of(entry.Id)) : null;

    /// <summary>The same taken apart.</summary>
    public IReadOnlyList<Piece>? Parts(in EventLog.Entry entry, object e) =>
        Saying(entry, e) is { } saying ? _speaker.Parts(saying, Choice.Of(entry.Id)) : null;

    private Saying? Saying(in EventLog.Entry entry, object e)
    {
        _speaker.Names.AsOf(entry.Id);
        return _sentences.Of(e, entry.Id.Day, new Saying(CommonPhrases.NoWhy));
    }

    /// <summary>The sentence, dated and without its full stop: a link in a chain of causes.</summary>
    public string? Explain(in EventLog.Entry entry, object e, Day first) =>
        Parts(entry, e, first) is { } parts ? Piece.TextOf(parts) : null;

    /// <summary>The same link taken apart.</summary>
    public IReadOnlyList<Piece>? Parts(in EventLog.Entry entry, object e, Day first)
    {
        if (Parts(entry, e) is not { } said) return null;
        List<Piece> parts = [new(_speaker.Date(first + entry.Id.Day, first), PieceKind.Date), new(" "), .. said];
        if (parts[^1] is { Kind: PieceKind.Words, Text: var end })
        {
            parts.RemoveAt(parts.Count - 1);
            if (end.TrimEnd('.', '。') is { Length: > 0 } rest) parts.Add(new Piece(rest));
        }
        return parts;
    }

    /// <summary>The heading of a day: 1140-06-25 · Shaoxing 10/6/9 renzi 壬子 · summer; 紹興十年六月九日壬子（儒略曆1140年6月25日）夏.</summary>
    public string Heading(Day day) => HeadingOf(_speaker, day);

    internal static string HeadingOf(Speaker speaker, Day day)
    {
        var (cycle, date, chinese) = (Sexagenary.Of(day), JulianDate.Of(day), speaker.Language == Language.Chinese);
        var season = Seasons.Of(day) switch
        {
            Season.Spring => CommonPhrases.Spring,
            Season.Summer => CommonPhrases.Summer,
            Season.Autumn => CommonPhrases.Autumn,
            _ => CommonPhrases.Winter,
        };
        var julian = new Saying(CommonPhrases.JulianDate, ("year", $"{date.Year}"),
            ("month", chinese ? $"{date.Month}" : $"{date.Month:00}"), ("day", chinese ? $"{date.DayOfMonth}" : $"{date.DayOfMonth:00}"));
        return speaker.Say(new Saying(CommonPhrases.Heading, ("julian", julian), ("season", season),
            ("lunar", chinese ? speaker.Calendar.Hanzi(day) : speaker.Calendar.Romanised(day)), ("cycle", chinese ? cycle.Hanzi
                : $"{cycle.Pinyin} {cycle.Hanzi}")));
    }
}

/// <summary>Which wording an event is told in: by its address, so that a run is told alike every time. No die of the world is
/// thrown.</summary>
internal static class Choice
{
    public static int Of(EventRef id) => (int)(Key.Mix(id.Packed) >> 33);
}
