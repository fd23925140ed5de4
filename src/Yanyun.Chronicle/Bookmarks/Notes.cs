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
            known.Add(id, new Location(path, 0, 0), top.Problems);
            texts[id] = text;
        }
        var (told, misspelt) = (new IdTable(kind.English, kind.Chinese), false);
        foreach (var row in top.Rows(list, required: known.Count > 0))
        {
            var number = row.Id("id", known);
            var (english, chinese) = (row.Text("en"), row.Text("zh"));
            row.End();
            misspelt |= number == 0;
            if (number == 0) continue;
            var id = known[number];
            if (told.Add(id, row.Of("id"), top.Problems) == 0) continue;
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
        NoteOf.Places => bookmark.Geography.Gazetteer.Network.Concat(bookmark.Geography.Gazetteer.Entries).Select(place => (place.Slug, place.Note)),
        NoteOf.Seats => bookmark.Seats.All.Select(seat => (seat.Slug, seat.Grounds.Note)),
        NoteOf.Offices => bookmark.Seats.All.Select(seat => (seat.Slug, seat.Office)),
        NoteOf.Forces => bookmark.Forces.All.Select(force => (force.Slug, force.Grounds.Note)),
        _ => bookmark.People.All.Select(person => (person.Slug, person.Note)),
    };

    private static Bilingual Kind(NoteOf of) => of switch
    {
        NoteOf.Places => new("place with a note", "有註的地點"),
        NoteOf.Seats => new("seat with a note", "有註的職守"),
        NoteOf.Offices => new("seat with an office", "有職掌的職守"),
        NoteOf.Forces => new("force with a note", "有註的部隊"),
        _ => new("person with a note", "有註的人物"),
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
