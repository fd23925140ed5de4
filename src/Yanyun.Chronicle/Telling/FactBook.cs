using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>What a recorded fact is, as far as an event of a run can be the same thing.</summary>
public enum FactKind : byte
{
    None,
    /// <summary>A place came into the hands of <see cref="Fact.By"/>.</summary>
    Taken,
    /// <summary>A fight; won by <see cref="Fact.By"/>.</summary>
    Fought,
    /// <summary>A town was shut in or stormed by <see cref="Fact.By"/> and did not fall that day.</summary>
    Besieged,
    /// <summary>An army set out or came to a place.</summary>
    March,
    /// <summary>A court or command decided, or wrote.</summary>
    Decision,
    /// <summary>News came to a court.</summary>
    News,
    /// <summary>What no rule of this stage brings about: embassies, deaths, risings of the people, prices.</summary>
    Other,
}

/// <summary>A dated fact of the annals, in our words.</summary>
/// <param name="Id">Row of the chronology, as CB056.</param>
/// <param name="Until">The last day it may have been, where the annals give only the month; else the day itself.</param>
/// <param name="Places">Where, as far as it lies on the network; the first is the place the fact is about.</param>
/// <param name="By">Who took, won or besieged; none for other kinds.</param>
/// <param name="Source">The work and its juan.</param>
public sealed record Fact(string Id, Day Day, Day Until, FactKind Kind, IReadOnlyList<PlaceId> Places, PolityId By,
    IReadOnlyList<PersonId> Actors,
    Bilingual What, string Source, Confidence Confidence)
{
    /// <summary>Days between a day and the fact; 0 within its span.</summary>
    public int Off(Day day) => day < Day ? Day - day : day > Until ? day - Until : 0;
}

/// <summary>What the annals record of the days of a bookmark, and what they call its places: <c>facts.yaml</c>.</summary>
public sealed class FactBook
{
    private readonly List<Fact> _facts = [];
    private readonly Dictionary<string, Fact> _byId = [];
    private readonly Dictionary<PlaceId, Bilingual> _places = [];
    private readonly Dictionary<PersonId, Bilingual> _persons = [];

    /// <summary>A book with nothing in it: every place bears the name of the gazetteer, nothing is cited.</summary>
    public static FactBook Empty { get; } = new();

    /// <summary>Ascending by day.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>The fact of a row of the chronology; null when it is not of this bookmark.</summary>
    public Fact? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What a place is called in these years where the gazetteer has an older name; null elsewhere.</summary>
    public Bilingual? NameOf(PlaceId place) => _places.GetValueOrDefault(place);

    /// <summary>What the annals call a person; null: by the name of the files of people.</summary>
    public Bilingual? NameOf(PersonId person) => _persons.GetValueOrDefault(person);

    /// <summary>Reads a file of facts; null when it has an error, which is then among the problems.</summary>
    internal static FactBook? Read(string path, Bookmark bookmark, Problems problems)
    {
        var before = problems.Errors;
        if (DataFiles.Open(path, "yanyun-facts/1", problems) is not { } top) return null;
        var book = new FactBook();
        foreach (var row in top.Rows("places"))
        {
            var place = new PlaceId((short)row.Id("id", bookmark.Geography.Gazetteer.PlaceIds));
            book._places[place] = new Bilingual(row.Text("en"), row.Text("zh"));
            row.End();
        }
        foreach (var row in top.Rows("persons"))
        {
            var person = new PersonId((short)row.Id("id", bookmark.Slugs.Persons));
            book._persons[person] = new Bilingual(row.Text("en"), row.Text("zh"));
            row.End();
        }
        var ids = new IdTable("fact", "史事");
        foreach (var row in top.Rows("facts")) book.Read(row, ids, bookmark);
        top.End();
        if (problems.Errors > before) return null;
        book._facts.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Id, b.Id));
        return book;
    }

    private void Read(Fields row, IdTable ids, Bookmark bookmark)
    {
        var id = row.Text("id");
        var day = row.Date("day");
        if (day.Exists && (day < bookmark.Head.First || day > bookmark.Head.Last))
            row.Problems.Add(FactMessages.DayOutside, row.Of("day"), id, day.ToString(), bookmark.Head.First.ToString(),
                bookmark.Head.Last.ToString());
        var until = row.DateIfAny("until") ?? day;
        if (until < day) row.Problems.Add(FactMessages.WrongSpan, row.Of("until"), id, day.ToString(), until.ToString());
        var kind = row.Choice<FactKind>("kind");
        var places = DataFiles.Ids(row, "places", bookmark.Geography.Gazetteer.PlaceIds).Select(n => new PlaceId((short)n)).ToList();
        var by = new PolityId((byte)row.IdIfAny("by", bookmark.Slugs.Polities));
        var actors = DataFiles.Ids(row, "actors", bookmark.Slugs.Persons).Select(n => new PersonId((short)n)).ToList();
        var fact = new Fact(id, day, until, kind, places, by, actors, new Bilingual(row.Text("en"), row.Text("zh")), row.Text("source"),
            row.Choice<Confidence>("confidence"));
        var contest = kind is FactKind.Taken or FactKind.Fought or FactKind.Besieged;
        if (contest && places.Count == 0) row.Problems.Add(FactMessages.NoPlace, row.At, id, Words<FactKind>.Of(kind));
        if (contest && !by.Exists) row.Problems.Add(FactMessages.NoSide, row.At, id, Words<FactKind>.Of(kind));
        row.End();
        if (ids.Add(id, row.Of("id"), row.Problems) == 0) return;
        _facts.Add(fact);
        _byId[id] = fact;
    }
}
