using System.Text.RegularExpressions;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;

namespace Chronicle.Tests.Bookmarks;

/// <summary>What the files say in English only has its Chinese; that none is missing and none is of another text, the load itself sees to.</summary>
public partial class NotesSpec
{
    private static readonly Bookmark Book = TheBookmark.Instance;

    [Fact]
    public void The_note_of_a_town_a_seat_and_a_force_is_told_in_either_language()
    {
        var (town, seat, force) = (Book.Geography.Gazetteer.Entry("heyang_bridge")!, Book.Seats[new((byte)Book.Slugs.Seats["jin-shaanxi-command"])], Book.Forces.Find("lixing-militia")!);
        Assert.Equal("1126 年 11 月西路軍由此及孟津渡河", Book.Notes.In(NoteOf.Places, town.Slug, town.Note, Language.Chinese));
        Assert.Equal("western army crossed here and at Mengjin 1126-11", Book.Notes.In(NoteOf.Places, town.Slug, town.Note, Language.English));
        Assert.Equal("元帥右監軍", Book.Notes.In(NoteOf.Seats, seat.Slug, seat.Grounds.Note, Language.Chinese));
        Assert.StartsWith("洛陽以西八縣之民兵", Book.Notes.In(NoteOf.Forces, force.Slug, force.Grounds.Note, Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_note_has_none_in_Chinese() =>
        Assert.Null(Book.Notes.In(NoteOf.Places, "kaide", Book.Geography.Gazetteer.Entry("kaide")!.Note, Language.Chinese));

    [Fact]
    public void No_Chinese_note_is_English()
    {
        foreach (var text in Notes()) Assert.DoesNotMatch(English(), text);
    }

    /// <summary>Numbers of two kinds stand in Chinese notes, but no sentence of another language.</summary>
    private static IEnumerable<string> Notes() => Book.Geography.Gazetteer.Network.Concat(Book.Geography.Gazetteer.Entries)
        .Select(place => Book.Notes.In(NoteOf.Places, place.Slug, place.Note, Language.Chinese))
        .Concat(Book.Seats.All.Select(seat => Book.Notes.In(NoteOf.Seats, seat.Slug, seat.Grounds.Note, Language.Chinese)))
        .Concat(Book.Seats.All.Select(seat => Book.Notes.In(NoteOf.Offices, seat.Slug, seat.Office, Language.Chinese)))
        .Concat(Book.Forces.All.Select(force => Book.Notes.In(NoteOf.Forces, force.Slug, force.Grounds.Note, Language.Chinese)))
        .Concat(Book.People.All.Select(person => Book.Notes.In(NoteOf.People, person.Slug, person.Note, Language.Chinese)))
        .OfType<string>();

    [GeneratedRegex("[a-z]+ [a-z]+")]
    private static partial Regex English();
}
