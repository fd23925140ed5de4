using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>What a person is taken to be on the record before a day. Scales: leadership in tenths 10-100 with the doubt in tenths;
/// loyalty, ambition, caution 0-1000; war and peace -100 to 100. All are estimates of ours.</summary>
/// <param name="Before">Nothing of this day or later was used.</param>
/// <param name="Serves">Slug of the polity served, to which the loyalty is.</param>
/// <param name="LeftInPost">Slug of the polity that put him where he is; null when his own did.</param>
/// <param name="Ground">On what the rating rests.</param>
public sealed record Rating(Day Before, string Serves, string? LeftInPost, int Leadership, int LeadershipSd, int Loyalty, int Ambition,
    int Caution, int WarPeace, string Ground);

/// <summary>A person of <c>scenarios/people</c>.</summary>
/// <param name="Also">Other names.</param>
/// <param name="Note">What is unsure of the entry; null when nothing is said.</param>
/// <param name="Died">Day or year of death where it matters for a bookmark, as the data writes it; null otherwise.</param>
/// <param name="Rated">Null for those who are only named by events.</param>
public sealed record PersonEntry(string Slug, Bilingual Name, IReadOnlyList<string> Also, string? Note, string? Died, Rating? Rated);

/// <summary>Everybody the bookmarks name: <c>scenarios/people/*.yaml</c>.</summary>
public sealed class People
{
    private readonly List<PersonEntry> _all = [];

    public IdTable Ids { get; } = new("person", "人物");

    /// <summary>In the order of <see cref="Ids"/>.</summary>
    public IReadOnlyList<PersonEntry> All => _all;

    public PersonEntry this[PersonId person] => _all[person.Value - 1];

    /// <summary>Reads every file of a folder, in ordinal order of their names.</summary>
    /// <param name="polities">Slugs of polities a person may serve.</param>
    public static People Load(string folder, IdTable polities, Problems problems)
    {
        var people = new People();
        foreach (var path in DataFiles.In(folder, problems))
        {
            if (DataFiles.Open(path, "yanyun-people/1", problems) is not { } top) continue;
            foreach (var row in top.Rows("people")) people.Read(row, polities);
            top.End();
        }
        return people;
    }

    private void Read(Fields row, IdTable polities)
    {
        var slug = row.Slug("id");
        var name = DataFiles.Name(row);
        var also = row.Texts("also");
        var note = row.TextIfAny("note");
        string? died = null;
        if (row.Inner("died", required: false) is { } death)
        {
            died = death.Text("on");
            death.Text("source");
            death.End();
        }
        var rated = row.Inner("rated", required: false) is { } rating ? ReadRating(rating, slug, polities) : null;
        row.End();
        if (Ids.Add(slug, row.Of("id"), row.Problems) > 0) _all.Add(new PersonEntry(slug, name, also, note, died, rated));
    }

    private static Rating ReadRating(Fields row, string owner, IdTable polities)
    {
        var before = row.Date("before");
        var serves = polities.Ids.ElementAtOrDefault(row.Id("serves", polities) - 1) ?? "";
        string? leftInPost = null;
        if (row.Inner("left_in_post", required: false) is { } left)
        {
            leftInPost = left.Slug("from");
            left.Text("source");
            left.End();
        }
        int value = 10, sd = 0;
        if (row.Inner("leadership") is { } leadership)
        {
            value = leadership.Scaled("value", 1, 1, 10);
            sd = leadership.Scaled("sd", 1, 0, 4);
            leadership.End();
        }
        var rating = new Rating(before, serves, leftInPost, value, sd, row.Whole("loyalty", 0, 1000), row.Whole("ambition", 0, 1000),
            row.Whole("caution", 0, 1000), row.Whole("war_peace", -100, 100), row.TextIfAny("ground") ?? "");
        if (row.TextIfAny("basis") is null || rating.Ground.Length == 0) row.Problems.Add(BookmarkMessages.NoBasis, row.At, owner);
        row.End();
        return rating;
    }
}
