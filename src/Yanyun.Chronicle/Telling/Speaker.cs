using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>A day of the scenario, told as a date.</summary>
internal readonly record struct OnDay(int Offset);

/// <summary>Puts sayings into words of one language.</summary>
/// <param name="tenures">Who led and held what in the run that is told; null: all is as on the first day.</param>
internal sealed class Speaker(Bookmark bookmark, Calendar calendar, Language language, Tenures? tenures = null)
{
    public Language Language => language;
    public Calendar Calendar => calendar;
    public Names Names { get; } = new(bookmark, language, tenures ?? new Tenures(bookmark));

    /// <summary>A saying in its wording of that number (modulo those there are).</summary>
    public string Say(Saying saying, int wording = 0) =>
        saying.Phrase.Say(language, wording % saying.Phrase.Wordings(language), hole => Fill(saying, hole));

    /// <summary>The same as a sentence of its own: English begins with a capital.</summary>
    public string Sentence(Saying saying, int wording = 0)
    {
        var text = Say(saying, wording);
        return language == Language.English && text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>The same sentence, taken apart. Who has been named counts as met: say it or take it apart, not both.</summary>
    public IReadOnlyList<Piece> Parts(Saying saying, int wording = 0)
    {
        _parts = [];
        var read = Piece.Read(Say(saying, wording), _parts);
        _parts = null;
        if (language == Language.English && read.Count > 0 && char.IsLower(read[0].Text[0]))
            read[0] = read[0] with { Text = char.ToUpperInvariant(read[0].Text[0]) + read[0].Text[1..] };
        return read;
    }

    /// <summary>Parts of the sentence that is being taken apart; null while none is.</summary>
    private List<Piece>? _parts;

    private string Mark(string text, PieceKind kind, string? id = null, long? number = null) =>
        _parts is null || id == Slugs.Nobody ? text : Piece.Mark(_parts, new Piece(text, kind, id, number));

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
        PlaceId place => Mark(Names.Of(place), PieceKind.Place, bookmark.Slugs.Of(place)),
        PersonId person => Mark(Names.Of(person), PieceKind.Person, bookmark.Slugs.Of(person)),
        ForceId force => Mark(Names.Of(force), PieceKind.Force, IdOf(force)),
        SeatId seat => Mark(Names.Of(seat), PieceKind.Seat, bookmark.Slugs.Of(seat)),
        Office office => Mark(office.Seat.Exists ? bookmark.Seats[office.Seat].Name.In(language) : Names.Of(office.Seat), PieceKind.Seat, bookmark.Slugs.Of(office.Seat)),
        Unit unit => Mark(Names.UnitOf(unit.Force), PieceKind.Force, IdOf(unit.Force)),
        PolityId polity => Names.Of(polity),
        TreatyId treaty => treaty.Exists ? bookmark.Treaties[treaty].Name.In(language) : "-",
        ClauseId clause => clause.Exists ? bookmark.Treaties[clause].Text.In(language) : "-",
        Men men => Mark(Quantities.Say(men, language), PieceKind.Men, number: men.Number),
        Days days => Mark(Quantities.Say(days, language), PieceKind.Days, number: days.Number),
        Grain grain => Mark(Quantities.Say(grain, language), PieceKind.Grain, number: grain.Sheng / 100),
        Odds odds => Mark(Quantities.Say(odds, language), PieceKind.Odds, number: odds.PerMille),
        Count count => Quantities.Word(count.Number, language),
        Exactly exactly => Mark(Quantities.Figure(exactly.Number, language), PieceKind.Exactly, number: exactly.Number),
        OnDay day => Mark(Date(bookmark.Scenario.FirstDay + day.Offset, bookmark.Scenario.FirstDay + day.Offset), PieceKind.Date),
        Day day => Mark(Date(day, day), PieceKind.Date),
        Spot spot => Say(new Saying(spot.Leg.Exists ? CommonPhrases.NearOnRoad : CommonPhrases.AtPlace, ("place", spot.Place))),
        IReadOnlyList<PlaceId> places => List([.. places.Select(place => Word(place))]),
        IReadOnlyList<ForceId> forces => List([.. forces.Select(force => (Id: IdOf(force), Name: Names.Of(force))).DistinctBy(one => one.Name)
            .Select(one => Mark(one.Name, PieceKind.Force, one.Id))]),
        IReadOnlyList<SeatId> seats => List([.. seats.Select(seat => (Id: bookmark.Slugs.Of(seat), Name: Names.Of(seat))).DistinctBy(one => one.Name)
            .Select(one => Mark(one.Name, PieceKind.Seat, one.Id))]),
        Saying inner => Say(inner),
        Phrase phrase => Say(new Saying(phrase)),
        Bilingual text => text.In(language),
        string text => text,
        _ => throw new ArgumentException($"No words for {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>Of a force of the files; nobody for those raised in the course of a run.</summary>
    private string IdOf(ForceId force) => force.Exists && force.Value <= bookmark.Forces.Detachments.Count ? bookmark.Slugs.Of(force) : Slugs.Nobody;

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
