using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>What a text of the scenario is of: the lists of <c>notes.yaml</c>.</summary>
public enum NoteOf : byte
{
    /// <summary>Notes of the gazetteer, on the network and off it.</summary>
    Places,
    /// <summary>Notes of seats.</summary>
    Seats,
    /// <summary>What a seat is charged with.</summary>
    Offices,
    /// <summary>Notes of armies and of the bodies under them.</summary>
    Forces,
    /// <summary>Notes of persons.</summary>
    People,
    /// <summary>On what the rating of a person rests.</summary>
    Ratings,
    /// <summary>Where a place lies today.</summary>
    Today,
    /// <summary>What many rows say alike, each its own id: on what numbers of the gazetteer rest, and what a placing was held against.</summary>
    Phrases,
}

/// <summary>
/// The Chinese of texts that the files of the scenario have in English only: <c>notes.yaml</c>. It stands outside the scenario's hash, for no rule
/// reads it. Each row holds the English it was made from, and a text without Chinese or Chinese without its text stops the load.
/// </summary>
public sealed class Notes
{
    private readonly Dictionary<(NoteOf, string), string> _chinese = [];

    /// <summary>For a bookmark without <c>notes.yaml</c>: every text stays as it is.</summary>
    public static Notes None { get; } = new();

    /// <summary>A text as a reader of the language has it.</summary>
    /// <param name="id">Of the place, seat, force or person.</param>
    /// <param name="english">The text as its own file has it; null when it has none.</param>
    public string? In(NoteOf of, string id, string? english, Language language) =>
        english is not null && language == Language.Chinese && _chinese.TryGetValue((of, id), out var chinese) ? chinese : english;

    /// <summary>What a placing was held against: phrases, one after the other.</summary>
    public string Checked(string english, Language language) => language == Language.English ? english
        : string.Join('；', english.Split(Between).Select(phrase => In(NoteOf.Phrases, phrase, phrase, language)));

    /// <summary>On what a number rests, with how far the truth may lie.</summary>
    public string Said(Ground ground, Language language)
    {
        var text = In(NoteOf.Phrases, ground.Text, ground.Text, language);
        if (ground.Range is not { } range) return text!;
        var within = In(NoteOf.Phrases, range, range, language);
        return language == Language.Chinese ? $"{text}（{within}）" : $"{text} ({within})";
    }

    private const string Between = "; ";

    /// <summary>Columns of the gazetteer whose grounds are told.</summary>
    public static readonly string[] Grounded = ["lat", "households", "walls"];

    /// <summary>Reads a file of notes; null when it has an error, which is then among the problems.</summary>
    internal static Notes? Read(string path, Bookmark bookmark, Problems problems)
    {
        var before = problems.Errors;
        if (DataFiles.Open(path, "yanyun-notes/1", problems) is not { } top) return null;
        var notes = new Notes();
        foreach (var of in Enum.GetValues<NoteOf>()) notes.Read(of, top, bookmark, path);
        top.End();
        return problems.Errors > before ? null : notes;
    }

    private void Read(NoteOf of, Fields top, Bookmark bookmark, string path)
    {
        var (list, kind) = (Words<NoteOf>.Of(of), Kind(of));
        var known = new IdTable(kind.English, kind.Chinese);
        var texts = new Dictionary<string, string>();
        foreach (var (id, text) in Texts(of, bookmark))
        {
            if (text is null) continue;
            if (texts.TryAdd(id, text)) known.Add(id, new Location(path, 0, 0), top.Problems);
        }
        var (told, misspelt) = (new IdTable(kind.English, kind.Chinese), false);
        foreach (var row in top.Rows(list, required: false))
        {
            var number = row.Id(of == NoteOf.Phrases ? "en" : "id", known);
            var (english, chinese) = (row.Text("en"), row.Text("zh"));
            row.End();
            misspelt |= number == 0;
            if (number == 0) continue;
            var id = known[number];
            if (told.Add(id, row.Of(of == NoteOf.Phrases ? "en" : "id"), top.Problems) == 0) continue;
            if (english.Length > 0 && english != texts[id]) top.Problems.Add(NoteMessages.OtherText, row.Of("en"), id, english, texts[id]);
            _chinese[(of, id)] = chinese;
        }
        // Whose row names another has been told already.
        if (misspelt) return;
        foreach (var id in known.Ids)
            if (told[id] == 0) top.Problems.Add(NoteMessages.NoChinese, top.Of(list), kind, id, texts[id], list);
    }

    /// <summary>Every text of a kind with whose it is; null where nothing is said.</summary>
    private static IEnumerable<(string Id, string? Text)> Texts(NoteOf of, Bookmark bookmark) => of switch
    {
        NoteOf.Places => Places(bookmark).Select(place => (place.Slug, place.Note)),
        NoteOf.Today => Places(bookmark).Select(place => (place.Slug, place.Modern)),
        NoteOf.Seats => bookmark.Seats.All.Select(seat => (seat.Slug, seat.Grounds.Note)),
        NoteOf.Offices => bookmark.Seats.All.Select(seat => (seat.Slug, seat.Office)),
        NoteOf.Forces => bookmark.Forces.All.Select(force => (force.Slug, force.Grounds.Note)),
        NoteOf.People => bookmark.People.All.Select(person => (person.Slug, person.Note)),
        NoteOf.Ratings => bookmark.People.All.Select(person => (person.Slug, person.Rated?.Ground)),
        _ => Phrases(bookmark).Select(phrase => (phrase, (string?)phrase)),
    };

    private static IEnumerable<PlaceEntry> Places(Bookmark bookmark) => bookmark.Geography.Gazetteer.Network.Concat(bookmark.Geography.Gazetteer.Entries);

    private static IEnumerable<string> Phrases(Bookmark bookmark)
    {
        foreach (var place in Places(bookmark))
        {
            foreach (var phrase in place.Checked?.Split(Between) ?? []) yield return phrase;
            foreach (var column in Grounded)
            {
                if (place.Basis[column] is not { } ground) continue;
                yield return ground.Text;
                if (ground.Range is { } range) yield return range;
            }
        }
    }

    private static Bilingual Kind(NoteOf of) => of switch
    {
        NoteOf.Places => new("place with a note", "有註的地點"),
        NoteOf.Seats => new("seat with a note", "有註的職守"),
        NoteOf.Offices => new("seat with an office", "有職掌的職守"),
        NoteOf.Forces => new("force with a note", "有註的部隊"),
        NoteOf.People => new("person with a note", "有註的人物"),
        NoteOf.Ratings => new("person with a rating", "有評等的人物"),
        NoteOf.Today => new("place with a site of today", "有今地的地點"),
        _ => new("phrase", "用語"),
    };
}

/// <summary>The lints of Chinese notes. Unknown ids and duplicates are YAML codes.</summary>
public static class NoteMessages
{
    public static readonly Message OtherText = new("NTE001", Severity.Error,
        "the Chinese of '{0}' was made from \"{1}\"; expected the text as it stands: \"{2}\"",
        "「{0}」之中文譯自「{1}」；應為現有之文：「{2}」");
    public static readonly Message NoChinese = new("NTE002", Severity.Error,
        "{0} '{1}' says \"{2}\" in English only; expected its Chinese among '{3}'",
        "{0}「{1}」只有英文：「{2}」；應在 {3} 中有其中文");
}
