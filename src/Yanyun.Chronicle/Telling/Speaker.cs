using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>A day of the scenario, told as a date.</summary>
internal readonly record struct OnDay(int Offset);

/// <summary>Puts sayings into words of one language.</summary>
internal sealed class Speaker(Bookmark bookmark, Calendar calendar, Language language)
{
    public Language Language => language;
    public Calendar Calendar => calendar;
    public Names Names { get; } = new(bookmark, language);

    /// <summary>A saying in its wording of that number (modulo those there are).</summary>
    public string Say(Saying saying, int wording = 0) =>
        saying.Phrase.Say(language, wording % saying.Phrase.Wordings(language), hole => Fill(saying, hole));

    /// <summary>The same as a sentence of its own: English begins with a capital.</summary>
    public string Sentence(Saying saying, int wording = 0)
    {
        var text = Say(saying, wording);
        return language == Language.English && text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>1140-06-25, or 五月十二日 with the year of the era when it is not that of <paramref name="near"/>.</summary>
    public string Date(Day day, Day near)
    {
        if (language == Language.English) return DateWriting.Julian(day);
        var full = calendar.Hanzi(day);
        var year = full.IndexOf('年', StringComparison.Ordinal);
        var same = calendar.Hanzi(near);
        return year > 0 && same.StartsWith(full[..(year + 1)], StringComparison.Ordinal) ? full[(year + 1)..] : full;
    }

    private string Fill(Saying saying, string hole)
    {
        foreach (var (name, value) in saying.Holes)
            if (name == hole) return Word(value);
        throw new ArgumentException($"The phrase asks for '{hole}', which the saying does not have.", nameof(saying));
    }

    private string Word(object value) => value switch
    {
        PlaceId place => Names.Of(place),
        PersonId person => Names.Of(person),
        ForceId force => Names.Of(force),
        SeatId seat => Names.Of(seat),
        Office office => office.Seat.Exists ? bookmark.Seats[office.Seat].Name.In(language) : Names.Of(office.Seat),
        Unit unit => Names.UnitOf(unit.Force),
        PolityId polity => Names.Of(polity),
        TreatyId treaty => treaty.Exists ? bookmark.Treaties[treaty].Name.In(language) : "-",
        ClauseId clause => clause.Exists ? bookmark.Treaties[clause].Text.In(language) : "-",
        Men men => Quantities.Say(men, language),
        Days days => Quantities.Say(days, language),
        Grain grain => Quantities.Say(grain, language),
        Odds odds => Quantities.Say(odds, language),
        Count count => Quantities.Word(count.Number, language),
        Exactly exactly => Quantities.Figure(exactly.Number, language),
        OnDay day => Date(bookmark.Scenario.FirstDay + day.Offset, bookmark.Scenario.FirstDay + day.Offset),
        Day day => Date(day, day),
        Spot spot => Say(new Saying(spot.Leg.Exists ? CommonPhrases.NearOnRoad : CommonPhrases.AtPlace, ("place", spot.Place))),
        IReadOnlyList<PlaceId> places => List([.. places.Select(place => Names.Of(place))]),
        IReadOnlyList<ForceId> forces => List([.. forces.Select(force => Names.Of(force)).Distinct()]),
        IReadOnlyList<SeatId> seats => List([.. seats.Select(seat => Names.Of(seat)).Distinct()]),
        Saying inner => Say(inner),
        Phrase phrase => Say(new Saying(phrase)),
        Bilingual text => text.In(language),
        string text => text,
        _ => throw new ArgumentException($"No words for {value.GetType().Name}.", nameof(value)),
    };

    private string List(IReadOnlyList<string> items)
    {
        var text = items.Count == 0 ? "" : items[0];
        for (var i = 1; i < items.Count; i++)
        {
            var (before, item) = (text, items[i]);
            text = (i == items.Count - 1 ? CommonPhrases.And : CommonPhrases.Comma).Say(language, 0, hole => hole == "one" ? before : item);
        }
        return text;
    }
}
