using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>What the readers of a bookmark's files have before them: the tables read so far, by which ids are checked.</summary>
internal sealed class Desk(Gazetteer gazetteer, People people, Problems problems)
{
    public Gazetteer Gazetteer => gazetteer;
    public People People => people;
    public Problems Problems => problems;
    public Head Head { get; set; } = null!;
    public Formulas Formulas { get; set; } = null!;
    public IdTable SeatIds { get; } = new("seat", "職守");
    public Forces Forces { get; } = new();
    /// <summary>By number of the party, and of the person: <see cref="DefectionReader"/>.</summary>
    public short[] Faith { get; set; } = [];
    public short[] Bonds { get; set; } = [];

    /// <summary>The place of a key. An entry of the encyclopaedia is told apart from a word that names nothing.</summary>
    public PlaceId Place(Fields row, string key, string owner)
    {
        if (row.Find(key) is Scalar word && gazetteer.Find(word.Text) is { Exists: false } && gazetteer.Entry(word.Text) is not null)
        {
            problems.Add(new Problem(BookmarkMessages.OffNetwork, word.At, [owner, word.Text], Nearest.To(word.Text, gazetteer.PlaceIds.Ids)));
            return PlaceId.None;
        }
        return new PlaceId((short)row.Id(key, gazetteer.PlaceIds));
    }

    /// <summary>The person of a key, who must be rated and alive on the first day.</summary>
    public PersonId Person(Fields row, string key, string owner)
    {
        var id = new PersonId((short)row.IdIfAny(key, people.Ids));
        if (!id.Exists) return id;
        var person = people[id];
        if (person.Rated is null) problems.Add(BookmarkMessages.NotRated, row.Of(key), owner, person.Slug);
        if (person.Died is { } died && string.CompareOrdinal(died, Head.First.ToString()) <= 0)
            problems.Add(BookmarkMessages.Dead, row.Of(key), owner, person.Slug, died);
        return id;
    }

    public PolityId Polity(Fields row, string key = "polity") => new((byte)row.Id(key, Head.PolityIds));

    /// <summary>Looks at the pairs of a mapping whose keys are places, each with a number.</summary>
    public List<(PlaceId Place, int Number)> Shares(Fields? row, string owner, int max)
    {
        var shares = new List<(PlaceId, int)>();
        if (row is null) return shares;
        foreach (var (key, _) in row.Pairs())
        {
            var place = gazetteer.Find(key.Text);
            var number = row.Whole(key.Text, 1, max);
            if (place.Exists) shares.Add((place, number));
            else if (gazetteer.Entry(key.Text) is not null) problems.Add(BookmarkMessages.OffNetwork, key.At, owner, key.Text);
            else
                problems.Add(new Problem(ReadingMessages.NotKnown, key.At, [owner, gazetteer.PlaceIds.Kind, key.Text],
                    Nearest.To(key.Text, gazetteer.PlaceIds.Ids)));
        }
        return shares;
    }

    /// <summary>A day that must lie within the bookmark.</summary>
    public Day DayWithin(Fields row, string key)
    {
        var day = row.Date(key);
        if (day.Exists && (day < Head.First || day > Head.Last))
            problems.Add(BookmarkMessages.DateOutside, row.Of(key), key, day.ToString(), Head.First.ToString(), Head.Last.ToString());
        return day;
    }
}
