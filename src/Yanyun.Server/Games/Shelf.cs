using System.Collections.Concurrent;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Settings;
using Yanyun.Engine;

namespace Yanyun.Server.Games;

/// <summary>A scenario ready to be played, with the changes that a game made to it.</summary>
/// <param name="Words">Reads and writes orders as seats give them.</param>
/// <param name="Recorded">Reads and writes orders as records keep them.</param>
public sealed record Ground(Bookmark Bookmark, IReadOnlyList<string> Sets, OrderWords Words, OrderWords Recorded)
{
    public Scenario Scenario => Bookmark.Scenario;
    public int Seats => Bookmark.Scenario.Seats.Length;

    /// <summary>The world on the first day under a seed.</summary>
    public World WorldOf(ulong seed)
    {
        var world = Scenario.Start!.Clone();
        world.Begin(seed, world.Forces);
        return world;
    }

    /// <summary>How seats of this scenario see it.</summary>
    public Views.SeatPage Page { get; } = new(Bookmark);

    /// <summary>Where its games are played.</summary>
    internal Benches Benches => LazyInitializer.EnsureInitialized(ref _benches, () => new Benches(this));

    private Benches? _benches;
}

/// <summary>The scenarios of the house, read once each.</summary>
public sealed class Shelf
{
    /// <summary>Changed scenarios kept in memory; the one least asked for gives way. Balance: each takes a few megabytes.</summary>
    private const int MostChanged = 16;

    private readonly ConcurrentDictionary<string, Ground> _grounds = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _changed = [];
    private readonly Lock _reading = new();

    private Shelf(string folder, Calendar calendar) => (Folder, Calendar) = (folder, calendar);

    /// <summary>The folder of scenarios.</summary>
    public string Folder { get; }
    public Calendar Calendar { get; }
    public IReadOnlyList<string> Ids => Bookmark.List(Folder);

    /// <summary>Opens a folder of scenarios; null, with the reasons, when its calendar cannot be read.</summary>
    public static Shelf? Open(string folder, Problems problems)
    {
        var months = Path.Combine(folder, "calendar", "months.yaml");
        return CalendarFile.Open(months, months, problems) is { } table ? new Shelf(folder, table.Calendar) : null;
    }

    /// <summary>A scenario with changes made to it; null, with the reasons, when it is not to be had.</summary>
    public Ground? Take(string scenario, IReadOnlyList<string> sets, Problems problems)
    {
        var key = string.Join('\n', [scenario, .. sets]);
        if (_grounds.TryGetValue(key, out var known)) return known;
        lock (_reading)
        {
            if (_grounds.TryGetValue(key, out known)) return known;
            if (!Ids.Contains(scenario))
            {
                problems.Add(new Problem(HallMessages.UnknownScenario, new Location("scenario", 0, 0), [scenario, Ids], Nearest.To(scenario, Ids)));
                return null;
            }
            if (Read(scenario, sets, problems) is not { } ground) return null;
            _grounds[key] = ground;
            if (sets.Count > 0) Remember(key);
            return ground;
        }
    }

    private void Remember(string key)
    {
        _changed.AddLast(key);
        if (_changed.Count <= MostChanged) return;
        _grounds.TryRemove(_changed.First!.Value, out _);
        _changed.RemoveFirst();
    }

    /// <summary>A scenario read anew from its files, for who may change its first day; null, with the reasons, when it is not to be had.</summary>
    public Bookmark? Fresh(string scenario, Problems problems) => Read(scenario, [], problems)?.Bookmark;

    private Ground? Read(string scenario, IReadOnlyList<string> sets, Problems problems)
    {
        if (Geography.Load(Path.Combine(Folder, "geography"), problems) is not { } geography) return null;
        if (Bookmark.Load(Folder, scenario, geography, Calendar, problems) is not { } bookmark) return null;
        foreach (var set in sets)
        {
            var setting = Setting.Read(set, bookmark.Slugs, bookmark.Scenario.Atlas, new Location(set, 0, 0), problems, out _);
            if (setting is null) return null;
            setting.Apply(bookmark.Scenario.Start!);
        }
        var (slugs, atlas) = (bookmark.Slugs, bookmark.Scenario.Atlas);
        return new Ground(bookmark, sets, new OrderWords(slugs, atlas), new OrderWords(slugs, atlas, recorded: true));
    }

    /// <summary>The record of history of a scenario, if it has one that is of these rules and files.</summary>
    public RecordFile? HistoryOf(string scenario, Problems problems)
    {
        var path = RecordFile.OfHistory(Folder, scenario);
        if (!File.Exists(path)) return null;
        return RecordReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), problems);
    }
}
