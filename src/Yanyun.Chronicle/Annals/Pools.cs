using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Annals;

/// <summary>What both readers share: the bookmark's names, and the flat tables being filled.</summary>
internal sealed class Pools(Bookmark bookmark, Problems problems)
{
    public Bookmark Bookmark { get; } = bookmark;
    public Problems Problems { get; } = problems;
    public IdTable EntryIds { get; } = new("script entry", "劇本條目");
    public List<ForceId> Forces { get; } = [];

    public Day First => Bookmark.Scenario.FirstDay;

    public PlaceId Place(Fields row, string key) => new((short)row.Id(key, Bookmark.Slugs.Places));
    public PolityId Polity(Fields row, string key) => new((byte)row.Id(key, Bookmark.Slugs.Polities));
    public PersonId Person(Fields row, string key) => new((short)row.Id(key, Bookmark.Slugs.Persons));
    public SeatId Seat(Fields row, string key) => new((byte)row.Id(key, Bookmark.Slugs.Seats));
    public short Entry(Fields row, string key) => (short)row.Id(key, EntryIds);

    /// <summary>A day of the bookmark, from its first; -1 with a problem when it lies outside.</summary>
    /// <param name="absent">What a missing key stands for; null: it must be there.</param>
    public int DayOf(Fields row, string owner, string key, int? absent = null)
    {
        if (absent is { } usual && !row.Has(key)) return usual;
        var day = row.Date(key);
        if (!day.Exists) return -1;
        var last = Bookmark.Scenario.LastDay;
        if (day >= First && day <= last) return day - First;
        Problems.Add(AnnalsMessages.DayOutside, row.Of(key), key, owner, day.ToString(), First.ToString(), last.ToString());
        return -1;
    }

    /// <summary>Detachments of the formations a list names, each once, in the order named.</summary>
    public List<ForceEntry> Detachments(Fields row, string key, Func<ForceEntry, bool> ofGroup)
    {
        var found = new List<ForceEntry>();
        foreach (var number in DataFiles.Ids(row, key, Bookmark.Forces.FormationIds))
        {
            var named = Bookmark.Forces.All[number - 1];
            if (named.HoldsMen) Add(named);
            else
                foreach (var force in Bookmark.Forces.Detachments)
                    if (Bookmark.Forces.IsUnder(force, named.Slug) && ofGroup(force)) Add(force);
        }
        return found;

        void Add(ForceEntry force)
        {
            if (!found.Contains(force)) found.Add(force);
        }
    }

    public (short First, short Count) Pool(List<ForceEntry> forces)
    {
        var first = (short)Forces.Count;
        foreach (var force in forces) Forces.Add(Bookmark.Slugs.Force(force.Slug));
        return (first, (short)forces.Count);
    }

    /// <summary>The one of the words that a mapping has as its key; empty, with a problem, when it has none or several.</summary>
    public string Word(Fields row, IReadOnlyCollection<string> words, Bilingual what)
    {
        var found = words.Where(row.Has).ToList();
        if (found.Count == 1) return found[0];
        Problems.Add(AnnalsMessages.NoOneWord, row.At, what, found.Count == 0 ? Shapes.Nothing : new Bilingual(string.Join(", ", found), string.Join("、", found)), words);
        return "";
    }

    public IReadOnlyList<string> References(Fields row, string owner)
    {
        var refs = row.Texts("refs");
        if (refs.Count == 0) Problems.Add(AnnalsMessages.NoReference, row.At, owner);
        foreach (var reference in refs)
            if (!IsReference(reference)) Problems.Add(AnnalsMessages.WrongReference, row.Of("refs"), owner, reference);
        return refs;
    }

    public static bool IsSentence(string text) =>
        text.Length >= 4 && text[0] is 'A' or 'B' && text.IndexOf('.') is > 1 and var dot && Digits(text.AsSpan(1, dot - 1)) && Digits(text.AsSpan(dot + 1));

    private static bool IsReference(string text) =>
        IsSentence(text) || (text.Length is 4 or 5 && text[0] == 'C' && Digits(text.AsSpan(text.Length - 3)));

    private static bool Digits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is < '0' or > '9') return false;
        return text.Length > 0;
    }
}
