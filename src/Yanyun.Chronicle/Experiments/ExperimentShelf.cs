using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;

namespace Yanyun.Chronicle.Experiments;

/// <summary>What a file of an experiment is read beside: the scenarios there are, and the words for minds.</summary>
/// <param name="Scenarios">Their ids.</param>
/// <param name="Load">A scenario read from its files, each time anew: an experiment may change its first day. Null when it has faults,
/// which are then told.</param>
/// <param name="Minds">Words for minds.</param>
/// <param name="Folder">Where the scenarios lie, for their records; null: none has a record.</param>
public sealed record ExperimentShelf(
    IReadOnlyList<string> Scenarios, Func<string, Problems, Bookmark?> Load, IReadOnlyList<string> Minds, string? Folder = null)
{
    private readonly Dictionary<string, Bookmark> _read = [];
    private readonly Dictionary<string, RecordedPast> _pasts = [];

    /// <summary>A past that stands for the record of every scenario, such as that of a game; null: each has its own.</summary>
    public RecordedPast? Past { get; init; }

    /// <summary>A scenario as its files have it, read once; nobody changes it.</summary>
    internal Bookmark? Read(string id, Problems problems)
    {
        if (_read.TryGetValue(id, out var read)) return read;
        if (Load(id, problems) is not { } bookmark) return null;
        return _read[id] = bookmark;
    }

    /// <summary>The record of a scenario, read once; null, with the reason, when there is none that fits these rules and files.</summary>
    /// <param name="at">Where it is asked for.</param>
    internal RecordedPast? PastOf(Bookmark bookmark, Location at, Problems problems)
    {
        if (Past is not null) return Past;
        var id = bookmark.Head.Slug;
        if (_pasts.TryGetValue(id, out var known)) return known;
        if (Folder is null || !File.Exists(RecordFile.OfHistory(Folder, id)))
        {
            problems.Add(ExperimentMessages.NoRecord, at, id);
            return null;
        }
        return RecordedPast.Open(Folder, bookmark, problems) is { } past ? _pasts[id] = past : null;
    }
}
