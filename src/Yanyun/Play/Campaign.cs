using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Settings;
using Yanyun.Cli.Front;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>A run that has been asked for: everything looked up, nothing done yet.</summary>
public sealed class Campaign
{
    private Campaign(Library library, Bookmark bookmark) => (Library, Bookmark) = (library, bookmark);

    public Library Library { get; }
    public Bookmark Bookmark { get; }
    public ulong Seed { get; private init; }

    /// <summary>First day told; until it the usual minds decide.</summary>
    public Day From { get; private init; }
    public Day Until { get; private init; }
    public string Deciders { get; private init; } = Minds.Usual;
    public IReadOnlyList<UserOrder> Orders { get; private init; } = [];
    public IReadOnlyList<string> Sets { get; private init; } = [];
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
        var (bookmark, broken) = library.Load(given.Words[0]);
        if (broken is not null) return (null, broken);
        var scenario = bookmark!.Scenario;
        foreach (var (option, day) in days)
            if (day < scenario.FirstDay || day > scenario.LastDay)
                return (null, Mistake.NotHere(option, CliMessages.DayOutside, null, Dates.All(calendar, day), bookmark.Head.Slug,
                    scenario.FirstDay.ToString(), scenario.LastDay.ToString()));
        var from = days.GetValueOrDefault("--from", scenario.FirstDay);
        var until = days.GetValueOrDefault("--until", scenario.LastDay);
        if (until < from) return (null, Mistake.Usage("--until", CliMessages.DaysReversed, null, until.ToString(), from.ToString()));
        var deciders = given.Text("--deciders") ?? Minds.Usual;
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
        return (new Campaign(library, bookmark)
        {
            Seed = given.Whole("--seed", 1), From = from, Until = until, Deciders = deciders, Orders = orders, Sets = sets,
        }, null);
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

    /// <summary>The user's orders for a day.</summary>
    public Order[] OrdersOn(Day day) => Orders.Count == 0 ? [] : [.. Orders.Where(order => order.Day == day).Select(order => order.Order)];

    /// <summary>The world and its minds, ready for the first day.</summary>
    /// <param name="progress">Where the fate of each decision of history is written, for those who score the run; null when there are none.</param>
    public Simulation Begin(ScriptProgress? progress)
    {
        var words = Minds.Read(Deciders, Bookmark).Words!;
        var asked = Minds.Make(Bookmark, words, progress);
        if (From == Bookmark.Scenario.FirstDay) return new Simulation(WorldOf(Bookmark, Seed), asked);
        var usual = Minds.Make(Bookmark, Minds.Read(Minds.Usual, Bookmark).Words!, progress);
        for (byte seat = 1; seat < asked.Length; seat++)
            if (words[seat] != Minds.Usual && (usual[seat] is not null || asked[seat] is not null)) asked[seat] = new ForkMind(usual[seat], asked[seat], From);
        return new Simulation(WorldOf(Bookmark, Seed), asked);
    }
}
