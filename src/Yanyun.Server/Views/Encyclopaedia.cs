using System.Globalization;
using System.Text.RegularExpressions;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Server.Http;

namespace Yanyun.Server.Views;

/// <summary>What the files of a scenario say of a place, a person, an office or a force, each with its ground.</summary>
public sealed partial class Encyclopaedia(Bookmark book, Language language)
{
    private static readonly string[] s_kinds = ["place", "person", "seat", "force"];

    public (EntryShape? Entry, Refusal? Why) Find(string kind, string id)
    {
        var slugs = book.Slugs;
        var ids = kind switch { "place" => slugs.Places, "person" => slugs.Persons, "seat" => slugs.Seats, "force" => slugs.Forces, _ => null };
        if (ids is null) return (null, Refusal.NotFound(HallMessages.NoEntry, Nearest.To(Answers.Short(kind), s_kinds), Answers.Short(kind)));
        var number = ids[id];
        if (number <= 0) return (null, Refusal.NotFound(HallMessages.NoEntry, Nearest.To(Answers.Short(id), ids.Ids), Answers.Short(id)));
        return (kind switch
        {
            "place" => Of(new PlaceId((short)number)),
            "person" => Of(new PersonId((short)number)),
            "seat" => Of(new SeatId((byte)number)),
            _ => Of(new ForceId((short)number)),
        }, null);
    }

    private EntryShape Of(PlaceId id)
    {
        var entry = book.Geography.Gazetteer[id];
        var rows = new List<EntryRowShape> { new("kind", entry.Kind, null), new("confidence", Words<Confidence>.Of(entry.Confidence), null) };
        if (entry.Circuit is { } circuit) rows.Add(new("circuit", language == Language.Chinese ? circuit.Hanzi : circuit.English, null));
        if (book.Notes.In(NoteOf.Today, entry.Slug, entry.Modern, language) is { } modern) rows.Add(new("modern", modern, Said(entry.Basis["lat"])));
        if (entry.Households is { } households) rows.Add(new("households", Number(households), Said(entry.Basis["households"])));
        rows.Add(new("walls", Number(book.Scenario.Atlas[id].Walls), Said(entry.Basis["walls"])));
        if (entry.Checked is { } held) rows.Add(new("checked", book.Notes.Checked(held, language), null));
        Note(rows, NoteOf.Places, entry.Slug, entry.Note);
        return new EntryShape(entry.Slug, "place", entry.English, entry.Hanzi, [.. entry.Alternatives.Where(IsName)], rows, Facts(fact => fact.Places.Contains(id)));
    }

    private EntryShape Of(PersonId id)
    {
        var entry = book.People[id];
        var rows = new List<EntryRowShape>();
        foreach (var seat in book.Seats.All)
            if (seat.Holder == id) rows.Add(new("office", seat.Name.In(language), null));
        if (entry.Died is { } died) rows.Add(new("died", died, null));
        if (entry.Rated is { } rated)
        {
            rows.Add(new("leadership", $"{Tenths(rated.Leadership)} ± {Tenths(rated.LeadershipSd)}", book.Notes.In(NoteOf.Ratings, entry.Slug, rated.Ground, language)));
            rows.Add(new("loyalty", Number(rated.Loyalty), null));
            rows.Add(new("ambition", Number(rated.Ambition), null));
            rows.Add(new("caution", Number(rated.Caution), null));
            rows.Add(new("war-peace", Number(rated.WarPeace), null));
        }
        Note(rows, NoteOf.People, entry.Slug, entry.Note);
        return new EntryShape(entry.Slug, "person", entry.Name.English, entry.Name.Chinese, entry.Also, rows, Facts(fact => fact.Actors.Contains(id)));
    }

    private EntryShape Of(SeatId id)
    {
        var entry = book.Seats[id];
        var rows = new List<EntryRowShape> { new("holder", Name(entry.Holder), Said(entry.Grounds)), new("keeps", book.Geography.Gazetteer.Name(entry.Place, language), null) };
        if (entry.Superior.Exists) rows.Add(new("superior", book.Seats[entry.Superior].Name.In(language), null));
        rows.Add(new("authority", Words<Authority>.Of(entry.Authority), null));
        if (book.Notes.In(NoteOf.Offices, entry.Slug, entry.Office, language) is { } office) rows.Add(new("office", office, null));
        Note(rows, NoteOf.Seats, entry.Slug, entry.Grounds.Note);
        return new EntryShape(entry.Slug, "seat", entry.Name.English, entry.Name.Chinese, [], rows, Facts(fact => fact.Actors.Contains(entry.Holder)));
    }

    private EntryShape Of(ForceId id)
    {
        var entry = book.Forces[id];
        var rows = new List<EntryRowShape> { new("men", $"{Number(entry.Men.Low)}–{Number(entry.Men.High)}", Said(entry.Grounds)) };
        if (book.Forces.LeaderOf(entry) is { Exists: true } leader) rows.Add(new("commander", Name(leader), null));
        if (entry.Seat.Exists) rows.Add(new("office", book.Seats[entry.Seat].Name.In(language), null));
        Note(rows, NoteOf.Forces, entry.Slug, entry.Grounds.Note);
        return new EntryShape(entry.Slug, "force", entry.Name.English, entry.Name.Chinese, [], rows, []);
    }

    private void Note(List<EntryRowShape> rows, NoteOf of, string id, string? english)
    {
        if (book.Notes.In(of, id, english, language) is { } note) rows.Add(new("note", Named(note), null));
    }

    /// <summary>A note that refers to another entry by its id is told with its name.</summary>
    private string Named(string note) => Slug().Replace(note, id => book.Geography.Gazetteer.Entry(id.Value)?.In(language) ?? id.Value);

    private List<FactShape> Facts(Func<Fact, bool> about) => [.. book.Facts.Facts.Where(about).Select(fact => new FactShape(fact.Day - book.Scenario.FirstDay,
        fact.Day.ToString(), fact.What.In(language), Works.In(fact.Source, language), Words<Confidence>.Of(fact.Confidence)))];

    /// <summary>An alternative may only say where a text has the place: "Taiyuan (A5.2 etc.)".</summary>
    private static bool IsName(string alternative) => !Regex.IsMatch(alternative, @"\([AB]\d");

    private string Name(PersonId id) => id.Exists ? book.People[id].Name.In(language) : "-";

    private string? Said(Chronicle.Ground? ground) => ground is null ? null : book.Notes.Said(ground, language);

    private string Said(Grounds grounds)
    {
        if (grounds.Source is { } source) return Works.In(source, language);
        if (grounds.Formulas.Count > 0) return (language == Language.Chinese ? "據本劇本之公式 " : "by formulas of this scenario: ") + string.Join(language == Language.Chinese ? "、" : ", ", grounds.Formulas);
        return (grounds.Kind switch { "source" => s_works, "estimate" => s_estimate, _ => s_balance }).In(language);
    }

    private static readonly Bilingual
        s_works = new("the works named at the head of its file", "據其文件卷首所列諸書"), s_estimate = new("an estimate of ours", "我方估計"),
        s_balance = new("chosen for play", "為對局而定");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("[a-z0-9]+(?:_[a-z0-9]+)+")]
    private static partial Regex Slug();

    private static string Tenths(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
}
