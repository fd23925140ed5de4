using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Settings;
using Yanyun.Cli.Front;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>A run that has been asked for: everything looked up, nothing done yet.</summary>
public sealed class Campaign
{
    private Campaign(Library library, Bookmark bookmark) => (Library, Bookmark) = (library, bookmark);

    public Library Library { get; }
    public Bookmark Bookmark { get; }
    public ulong Seed { get; private init; }

    /// <summary>First day told; until it the record of history, or the user's, gives the orders, or the usual minds where there is none.</summary>
    public Day From { get; private init; }
    public Day Until { get; private init; }
    public string Deciders { get; private init; } = Minds.Usual;
    public IReadOnlyList<UserOrder> Orders { get; private init; } = [];
    public IReadOnlyList<string> Sets { get; private init; } = [];

    /// <summary>The record that the days before <see cref="From"/> are taken from; null when they are decided anew.</summary>
    public Past? Past { get; private init; }
    /// <summary>Given on the first day that is not from the record: a reconstructed past ends.</summary>
    private Order? Parting { get; init; }

    /// <summary>Whether the past is history, whatever minds take over.</summary>
    private bool FromHistory { get; init; }

    public OrderWords Words => new(Bookmark.Slugs, Bookmark.Scenario.Atlas);
    public int Days => Until - Bookmark.Scenario.FirstDay;

    public RecordHead Head => new(Bookmark.Head.Slug, Bookmark.Scenario.Hash, RulesVersion.Current, Seed, Bookmark.Scenario.FirstDay, Deciders, Sets);

    /// <summary>Looks everything up. Exactly one of the two answers is not null.</summary>
    public static (Campaign? Campaign, Mistake? Mistake) Read(Line given)
    {
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return (null, noLibrary);
        var calendar = library!.Calendar;
        // What is no date, no seed and no order in itself is said before the scenario is opened.
        var days = new Dictionary<string, Day>();
        foreach (var option in (string[])["--from", "--until"])
        {
            if (given.Text(option) is not { } text) continue;
            var (day, wrong) = Dates.Read(calendar, option, text);
            if (wrong is not null) return (null, wrong);
            days[option] = day;
        }
        var (bookmark, record, broken) = Open(library, given);
        if (broken is not null) return (null, broken);
        var scenario = bookmark!.Scenario;
        foreach (var (option, day) in days)
            if (day < scenario.FirstDay || day > scenario.LastDay)
                return (null, Mistake.NotHere(option, CliMessages.DayOutside, null, Dates.All(calendar, day), bookmark.Head.Slug,
                    scenario.FirstDay.ToString(), scenario.LastDay.ToString()));
        // A record that is not forked is gone on with where it stops.
        var open = record is null ? scenario.FirstDay : scenario.FirstDay + Math.Min(record.File.Days.Count + 1, scenario.Days - 1);
        var from = days.GetValueOrDefault("--from", open);
        if (record is not null && from > open)
            return (null, Mistake.NotHere("--from", CliMessages.DayOutside, null, Dates.All(calendar, from), record.Path, scenario.FirstDay.ToString(), open.ToString()));
        var until = days.GetValueOrDefault("--until", scenario.LastDay);
        if (until < from) return (null, Mistake.Usage("--until", CliMessages.DaysReversed, null, until.ToString(), from.ToString()));
        var deciders = given.Text("--deciders") ?? record?.File.Head.Deciders ?? Minds.Usual;
        if (Minds.Read(deciders, bookmark) is { Mistake: { } noMind }) return (null, noMind);
        var sets = given.All("--set").ToList();
        if (ApplySets(bookmark, sets, (text, i) => new Location("--set", 0, 0)) is { } wrongSet) return (null, wrongSet);
        var orders = new List<UserOrder>();
        foreach (var text in given.All("--order"))
        {
            var (order, wrong) = UserOrder.Read(text, bookmark, calendar);
            if (wrong is not null) return (null, wrong);
            if (order!.Day < from)
                return (null, Mistake.Usage("--order", CliMessages.OrderBeforeFork, null, order.Day.ToString(), from.ToString()));
            orders.Add(order);
        }
        // A changed scenario has another past than history's: it is decided anew.
        var fromHistory = false;
        if (record is null && from > scenario.FirstDay && sets.Count == 0)
        {
            (record, var stale) = RecordOpener.History(library, bookmark, RecordFile.OfHistory(library.Folder, bookmark.Head.Slug));
            if (stale is not null) return (null, stale);
            fromHistory = record is not null;
        }
        var seed = record?.File.Head.Seed ?? given.Whole("--seed", 1);
        var past = record is null ? null : new Past(record, from, fromHistory);
        var campaign = new Campaign(library, bookmark)
        {
            Seed = seed, FromHistory = fromHistory, Parting = past?.Parting(fromHistory ? given.Whole("--seed", seed) : seed), From = from, Until = until, Deciders = deciders, Orders = orders,
            Sets = record?.File.Head.Sets ?? sets, Past = past,
        };
        return (campaign, null);
    }

    /// <summary>The scenario that the word names, or the record and its scenario as it was changed for it.</summary>
    private static (Bookmark? Bookmark, OpenedRecord? Record, Mistake? Mistake) Open(Library library, Line given)
    {
        var word = given.Words[0];
        if (!word.EndsWith(RecordFile.Extension, StringComparison.Ordinal))
        {
            var (bookmark, broken) = library.Load(word);
            return (bookmark, null, broken);
        }
        foreach (var option in (string[])["--seed", "--set"])
            if (given.Text(option) is { } value) return (null, null, Mistake.Usage(option, CliMessages.NotWithRecord, null, value, word));
        var (record, wrong) = RecordOpener.Open(library, word);
        return (record?.Bookmark, record, wrong);
    }

    /// <summary>Makes the changes to the scenario; the reason when one of them is not of it.</summary>
    /// <param name="at">How problems call the spot of a change, from its text and its number.</param>
    public static Mistake? ApplySets(Bookmark bookmark, IReadOnlyList<string> sets, Func<string, int, Location> at)
    {
        var problems = new Problems();
        for (var i = 0; i < sets.Count; i++)
        {
            var setting = Setting.Read(sets[i], bookmark.Slugs, bookmark.Scenario.Atlas, at(sets[i], i), problems, out var usage);
            if (setting is null) return new Mistake(usage ? Exit.WrongUsage : Exit.NotHere, problems.All);
            setting.Apply(bookmark.Scenario.Start!);
        }
        return null;
    }

    /// <summary>The world on the first day under a seed.</summary>
    public static World WorldOf(Bookmark bookmark, ulong seed)
    {
        var world = bookmark.Scenario.Start!.Clone();
        world.Begin(seed, world.Forces);
        return world;
    }

    /// <summary>The orders for a day that come from no mind: the user's, or those of the record before he takes over. Null, with the reason, when they cannot be read.</summary>
    public Order[]? OrdersOn(Day day, Problems problems) => day < From && Past is not null ? Past.OrdersOn(day, problems)
        : day == From && Parting is { } parting ? [parting, .. Orders.Where(order => order.Day == day).Select(order => order.Order)]
        : Orders.Count == 0 ? [] : [.. Orders.Where(order => order.Day == day).Select(order => order.Order)];

    /// <summary>The world and its minds, ready for the first day.</summary>
    /// <param name="minds">By seat, to be asked for their reasons.</param>
    /// <param name="progress">Where the fate of each decision of history is written, for those who score the run; null when there are none.</param>
    public Simulation Begin(ScriptProgress? progress, out IMind?[] minds)
    {
        var words = Minds.Read(Deciders, Bookmark).Words!;
        minds = Minds.Make(Bookmark, words, progress);
        if (FromHistory)
        {
            // Where another mind takes over, the one that played history's decisions looks on until then.
            var before = Minds.Make(Bookmark, Minds.Read(Minds.Usual, Bookmark).Words!, progress);
            for (var seat = 1; seat < minds.Length; seat++)
                if (words[seat] == Minds.Usual) before[seat] = minds[seat];
            Fork(minds, OnlookingMind.Of(before), _ => true);
        }
        else if (Past is not null) Fork(minds, OnlookingMind.Of(minds), _ => true);
        else if (From > Bookmark.Scenario.FirstDay)
            Fork(minds, Minds.Make(Bookmark, Minds.Read(Minds.Usual, Bookmark).Words!, progress), seat => words[seat] != Minds.Usual);
        return new Simulation(WorldOf(Bookmark, Seed), minds);
    }

    /// <summary>Has others decide for some seats until the fork.</summary>
    private void Fork(IMind?[] minds, IMind?[] before, Func<int, bool> changes)
    {
        for (var seat = 1; seat < minds.Length; seat++)
            if (changes(seat) && (minds[seat] is not null || before[seat] is not null)) minds[seat] = new ForkMind(before[seat], minds[seat], From);
    }
}
