using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Cli.Front;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>A record read from disk with the scenario it is of.</summary>
public sealed record OpenedRecord(string Path, RecordFile File, Bookmark Bookmark)
{
    /// <summary>The world of the first day, as the record began.</summary>
    public World Start() => Campaign.WorldOf(Bookmark, File.Head.Seed);

    /// <summary>The record ready to be run again from its first day.</summary>
    /// <param name="onlookers">Minds that see its days and order nothing; null: none.</param>
    public Rerun Rerun(IMind?[]? onlookers = null) => new(File, Path, Bookmark.Slugs, Start(), onlookers);

    /// <summary>The minds that it names, as onlookers; none when this program does not know them.</summary>
    public IMind?[] Onlookers() => Minds.Read(File.Head.Deciders, Bookmark).Words is { } words
        ? OnlookingMind.Of(Minds.Make(Bookmark, words)) : new IMind?[Bookmark.Scenario.Seats.Length];
}

/// <summary>Opens records: the bytes, then the rules they were made under, then their scenario.</summary>
public static class RecordOpener
{
    private static readonly Bilingual Expected = new("a record written by replay --record", "由 replay --record 寫出的記錄");

    public static (OpenedRecord? Record, Mistake? Mistake) Open(Library library, string path)
    {
        if (Directory.Exists(path)) return (null, Mistake.NotHere(path, CliMessages.IsFolder, null));
        if (!File.Exists(path)) return (null, Mistake.NotHere(path, CliMessages.NoFile, NearestFile(path), Expected));
        var problems = new Problems();
        if (RecordReader.Read(File.ReadAllBytes(path), path, problems) is not { } file) return (null, new Mistake(Exit.NotHere, problems.All));
        var head = file.Head;
        if (head.Rules != RulesVersion.Current)
            return (null, Mistake.NotHere(path, RecordMessages.OtherRules, null, head.Rules, RulesVersion.Current));
        // Each record has its own scenario: its changes are made to it.
        var (bookmark, broken) = library.Load(head.Scenario);
        if (broken is not null) return (null, broken);
        if (bookmark!.Scenario.Hash != head.ScenarioHash)
            return (null, Mistake.NotHere(path, RecordMessages.OtherScenario, null, head.Scenario, RecordLine.Hex(head.ScenarioHash),
                RecordLine.Hex(bookmark.Scenario.Hash)));
        const int headLines = 3;
        return Campaign.ApplySets(bookmark, head.Sets, (_, i) => new Location(path, headLines + 1 + i, 1)) is { } wrong
            ? (null, new Mistake(Exit.NotHere, wrong.Problems))
            : (new OpenedRecord(path, file, bookmark), null);
    }

    /// <summary>The reconstructed record of a scenario; neither answer when it has none, the mistake when it is of other rules or files.</summary>
    public static (OpenedRecord? Record, Mistake? Mistake) History(Library library, Bookmark bookmark, string path)
    {
        if (!File.Exists(path)) return (null, null);
        var shown = Library.Shown(path);
        var problems = new Problems();
        if (RecordReader.Read(File.ReadAllBytes(path), shown, problems) is not { } file) return (null, new Mistake(Exit.NotHere, problems.All));
        var head = file.Head;
        if (head.Rules != RulesVersion.Current || head.ScenarioHash != bookmark.Scenario.Hash)
            return (null, Mistake.NotHere(shown, RecordMessages.StaleHistory, null, head.Rules, RecordLine.Hex(head.ScenarioHash), RulesVersion.Current,
                RecordLine.Hex(bookmark.Scenario.Hash)));
        return (new OpenedRecord(shown, file, bookmark), null);
    }

    private static string? NearestFile(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder)) return null;
        return Nearest.To(Path.GetFileName(path), Directory.GetFiles(folder, "*.yanyun").Select(file => Path.GetFileName(file)!));
    }
}
