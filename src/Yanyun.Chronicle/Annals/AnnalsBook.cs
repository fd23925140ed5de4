using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Annals;

/// <summary>A decision of the script as it is told; its number is its row in <see cref="Script.Entries"/>.</summary>
/// <param name="Alternative">The other course its actor had: why it is a decision at all.</param>
/// <param name="References">Rows of the chronology and sentences.</param>
public sealed record EntryText(string Slug, Bilingual What, string Alternative, IReadOnlyList<string> References, Grounds Grounds);

/// <summary>A check as it is told; its number is its row in <see cref="CheckBook.Checks"/>.</summary>
/// <param name="Tolerance">Days either way.</param>
public sealed record CheckText(
    string Slug, CheckKind Kind, Bilingual What, IReadOnlyList<string> Sentences, IReadOnlyList<string> References, int Tolerance, string Source,
    string? Note, string? Fixed);

/// <summary>What the annals say of a bookmark: the decisions that are played and the outcomes that are looked for.</summary>
public sealed class AnnalsBook
{
    public required Script Script { get; init; }
    public required IReadOnlyList<EntryText> Entries { get; init; }
    public required CheckBook Checks { get; init; }
    public required IReadOnlyList<CheckText> CheckTexts { get; init; }
    /// <summary>Sentence ids by their numbers in the book of checks.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>Reads <c>script.yaml</c> and <c>checks.yaml</c> of a bookmark; null when one has an error, which is then among the problems.</summary>
    /// <param name="scenarios">The directory that holds the folder of the bookmark.</param>
    /// <param name="id">That folder, when it is not called as the bookmark is: a copy under another name.</param>
    public static AnnalsBook? Load(string scenarios, Bookmark bookmark, Problems problems, string? id = null)
    {
        var folder = Path.Combine(scenarios, id ?? bookmark.Head.Slug);
        return Read(
            DataFiles.Open(Path.Combine(folder, "script.yaml"), "yanyun-script/1", problems),
            DataFiles.Open(Path.Combine(folder, "checks.yaml"), "yanyun-checks/1", problems), bookmark, problems);
    }

    /// <summary>As <see cref="Load"/>, from files already opened.</summary>
    internal static AnnalsBook? Read(Fields? script, Fields? checks, Bookmark bookmark, Problems problems)
    {
        if (script is null || checks is null) return null;
        var before = problems.Errors;
        var entries = new ScriptReader(new Pools(bookmark, problems));
        var played = entries.Read(script);
        script.End();
        var looked = new CheckReader(new Pools(bookmark, problems), entries, played);
        var book = looked.Read(checks);
        checks.End();
        return problems.Errors > before ? null : new AnnalsBook
        {
            Script = played, Entries = entries.Texts, Checks = book, CheckTexts = looked.Texts, Sentences = looked.Sentences,
        };
    }
}
