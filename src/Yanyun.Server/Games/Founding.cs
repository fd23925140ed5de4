using System.Security.Cryptography;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>How a new game is wanted.</summary>
/// <param name="Seats">Kinds of holders by slug; a seat that is not named is <see cref="HolderKind.Historical"/>. A person or bot is the maker.</param>
/// <param name="MakerName">What the maker is called where he sits.</param>
public sealed record Wish(
    string Title, string Maker, string MakerName, bool Open, bool Listed, IReadOnlyDictionary<string, HolderKind> Seats, ClockSetting Clock);

/// <summary>A new game, before it is entered in the store.</summary>
internal sealed class Draft(GameHead head, Ground ground)
{
    private readonly List<Entry> _log = [];
    private readonly List<Rung> _rungs = [];

    public GameState State { get; } = new(head, ground);
    public IReadOnlyList<Entry> Log => _log;
    public IReadOnlyList<Rung> Rungs => _rungs;

    /// <summary>Adds an entry of the game's own.</summary>
    public void Add(EntryKind kind, SeatId seat, byte[] body)
    {
        _log.Add(State.Next(kind, seat, body, head.MadeAt));
        State.Apply(_log[^1]);
    }

    /// <summary>Adds a day that was done elsewhere; false when it does not give the world that it names here.</summary>
    public bool AddDay(byte[] body, ulong hash)
    {
        var entry = Entry.After(State.Version, State.Sum, EntryKind.Day, State.World.Today + 1, 0, hash, body, head.MadeAt);
        if (!State.Apply(entry)) return false;
        Enter(entry);
        return true;
    }

    /// <summary>Plays a day by orders that nobody gave so. Why not, where the desk refuses one of those that must pass.</summary>
    public Refusal? Play(Order[] orders, int byMinds, IReadOnlyList<Order> mustPass)
    {
        var (entry, refused) = State.PlayAs(orders, byMinds, head.MadeAt);
        Enter(entry);
        foreach (var (order, verdict) in refused)
            if (mustPass.Contains(order))
                return Refusal.Unfit(HallMessages.Refused, OrderWords.Dashed(verdict.Code.ToString()),
                    new Bilingual(CodeText.In(verdict.Code, Language.English), CodeText.In(verdict.Code, Language.Chinese)));
        return null;
    }

    /// <summary>Plays a day of the minds.</summary>
    public void PlayOn() => Enter(State.PlayDay(head.MadeAt));

    private void Enter(Entry entry)
    {
        _log.Add(entry);
        if (Games.Rungs.On(State.World.Today)) _rungs.Add(Games.Rungs.Of(State));
    }

    /// <summary>Seats the maker and the minds, and sets the clock.</summary>
    public Refusal? Furnish(Wish wish)
    {
        var seats = State.Ground.Bookmark.Slugs.Seats;
        foreach (var (slug, kind) in wish.Seats)
        {
            if (seats[slug] is not (> 0 and var number)) return Refusal.Bad(HallMessages.UnknownSeat, Nearest.To(slug, seats.Ids), slug, seats.Ids);
            if (kind == 0) return Refusal.Bad(HallMessages.NotHolder, null, "-", Holding.Words);
            var holding = kind is HolderKind.Person or HolderKind.Bot ? new Holding(kind, wish.Maker, wish.MakerName) : Holding.Mind(kind);
            if (!holding.IsMind && wish.Open) return Refusal.Unfit(HallMessages.OpenGame);
            if (holding.Kind != HolderKind.Historical) Add(EntryKind.Seated, new SeatId((byte)number), holding.Pack());
        }
        if (!wish.Clock.IsValid) return Refusal.Bad(HallMessages.NotClock, null, ClockSetting.LeastSeconds, ClockSetting.MostSeconds);
        if (wish.Clock.Runs || _log.Count == 0) Add(EntryKind.Clock, SeatId.None, wish.Clock.Pack());
        return null;
    }
}

/// <summary>Makes games: from a scenario, from another game, from a record.</summary>
public sealed class Founding(IGameStore store, Shelf shelf, Waker waker, TimeProvider time)
{
    /// <summary>Characters of a title at most.</summary>
    public const int LongestTitle = 80;

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A game from the first day of a scenario.</summary>
    public async Task<(string? Id, Refusal? Why)> New(Wish wish, string scenario, ulong seed, IReadOnlyList<string> sets)
    {
        var (ground, why) = Ground(scenario, sets);
        if (ground is null) return (null, why);
        return await Enter(new Draft(Head(wish, ground, seed, null, 0), ground), wish);
    }

    /// <summary>A game that shares another's days up to one. Who sat there, what was said in secret and its clock stay behind.</summary>
    /// <param name="seed">Other dice from the next day on; null: the same.</param>
    /// <param name="changes">To the day after the last that is shared; none: that day is played anew.</param>
    public async Task<(string? Id, Refusal? Why)> Fork(Wish wish, GameRow parent, int day, ulong? seed, Func<Ground, (IReadOnlyList<Change>? Changes, Refusal? Why)> changes)
    {
        if (day < 0 || day > parent.Day) return (null, Refusal.Unfit(HallMessages.NoDay, day, parent.Day));
        var (ground, why) = waker.GroundOf(parent.Head);
        if (ground is null) return (null, why);
        var (wanted, wrong) = changes(ground);
        if (wanted is null) return (null, wrong);
        var draft = new Draft(Head(wish, ground, parent.Head.Seed, parent.Head.Id, day), ground);
        DayBody? next = null;
        foreach (var entry in await store.Read(parent.Head.Id, 0, parent.Version))
        {
            if (entry.Kind != EntryKind.Day) continue;
            var past = DayBody.Read(entry.Body);
            if (entry.Day > day)
            {
                next = past;
                break;
            }
            if (!draft.AddDay((past with { Away = [] }).Pack(), entry.Hash)) return (null, Refusal.Conflict(HallMessages.RunsDifferently, entry.Day));
        }
        if (wanted.Count > 0) return await Changed(draft, wish, next, wanted, seed);
        if (seed is { } dice) Part(draft, dice);
        return await Enter(draft, wish);
    }

    private async Task<(string? Id, Refusal? Why)> Changed(Draft draft, Wish wish, DayBody? next, IReadOnlyList<Change> changes, ulong? dice)
    {
        if (next is null) return (null, Refusal.Unfit(HallMessages.NoDay, draft.State.Today + 1, draft.State.Today));
        return Changes.Play(draft, next, changes, dice) is { } why ? (null, why) : await Enter(draft, wish);
    }

    /// <summary>A game that goes on from the record of history on a day.</summary>
    /// <param name="changes">As of <see cref="Fork"/>.</param>
    public async Task<(string? Id, Refusal? Why)> FromHistory(
        Wish wish, string scenario, int day, ulong? seed, Func<Ground, (IReadOnlyList<Change>? Changes, Refusal? Why)> changes)
    {
        var (ground, why) = Ground(scenario, []);
        if (ground is null) return (null, why);
        var problems = new Problems();
        if (shelf.HistoryOf(scenario, problems) is not { } record || record.Head.Rules != RulesVersion.Current
            || record.Head.ScenarioHash != ground.Scenario.Hash) return (null, Refusal.Conflict(HallMessages.NoHistory, scenario));
        if (day < 0 || day > record.Days.Count) return (null, Refusal.Unfit(HallMessages.NoDay, day, record.Days.Count));
        var (wanted, bad) = changes(ground);
        if (wanted is null) return (null, bad);
        var draft = new Draft(Head(wish, ground, record.Head.Seed, GameHead.History, day), ground);
        if (Follow(draft, record, day) is { } wrong) return (null, wrong);
        if (wanted.Count > 0)
        {
            var orders = day < record.Days.Count ? Rerun.OrdersOf(record.Days[day], "record", ground.Recorded, problems) : null;
            return await Changed(draft, wish, orders is null ? null : new DayBody(orders, 0, []), wanted, seed ?? record.Head.Seed);
        }
        if (day > 0) Part(draft, seed ?? record.Head.Seed);
        return await Enter(draft, wish);
    }

    /// <summary>A game that goes on from a day of what the minds play by a seed.</summary>
    /// <param name="name">How the replay is named beside games.</param>
    /// <param name="changes">As of <see cref="Fork"/>.</param>
    public async Task<(string? Id, Refusal? Why)> FromReplay(
        Wish wish, Reel reel, string name, ulong seed, int day, ulong? dice, Func<Ground, (IReadOnlyList<Change>? Changes, Refusal? Why)> changes)
    {
        if (day < 0 || day > reel.Days) return (null, Refusal.Unfit(HallMessages.NoDay, day, reel.Days));
        var (wanted, wrong) = changes(reel.Ground);
        if (wanted is null) return (null, wrong);
        var draft = Again(reel, Head(wish, reel.Ground, seed, name, day), day);
        if (wanted.Count > 0)
            return await Changed(draft, wish, day < reel.Days ? new DayBody([.. reel.Orders(day + 1)], reel.Orders(day + 1).Count, []) : null, wanted, dice);
        if (dice is { } other) Part(draft, other);
        return await Enter(draft, wish);
    }

    /// <summary>The whole of what the minds play by a seed, as a record.</summary>
    public string Record(Reel reel, ulong seed)
    {
        var head = Head(new Wish("-", "", "", true, true, new Dictionary<string, HolderKind>(), default), reel.Ground, seed, null, 0);
        return Hall.Written(head, reel.Ground, Again(reel, head, reel.Days).Log);
    }

    /// <summary>The first days of a history that is in no log, played again from its orders.</summary>
    private static Draft Again(Reel reel, GameHead head, int days)
    {
        var draft = new Draft(head, reel.Ground);
        for (var day = 1; day <= days; day++) draft.Play([.. reel.Orders(day)], reel.Orders(day).Count, []);
        return draft;
    }

    /// <summary>A game of a record: every byte checked, every day run again and held against the record, before anybody plays it.</summary>
    public async Task<(string? Id, Refusal? Why)> Import(Wish wish, byte[] file, string name)
    {
        var problems = new Problems();
        if (RecordReader.Read(file, name, problems) is not { } record) return (null, Refusal.Unfit(HallMessages.BadRecord, Refusal.Said(problems)));
        var head = record.Head;
        if (head.Rules != RulesVersion.Current) return (null, Refusal.Unfit(HallMessages.OtherRules, head.Rules, RulesVersion.Current));
        var (ground, why) = Ground(head.Scenario, head.Sets);
        if (ground is null) return (null, why);
        if (ground.Scenario.Hash != head.ScenarioHash)
            return (null, Refusal.Unfit(HallMessages.OtherScenario, head.Scenario, RecordLine.Hex(head.ScenarioHash), RecordLine.Hex(ground.Scenario.Hash)));
        if (record.Days.Count > ground.Scenario.Days - 1) return (null, Refusal.Unfit(HallMessages.NoDay, record.Days.Count, ground.Scenario.Days - 1));
        var draft = new Draft(Head(wish, ground, head.Seed, null, 0), ground);
        return Follow(draft, record, record.Days.Count) is { } wrong ? (null, wrong) : await Enter(draft, wish);
    }

    private static Refusal? Follow(Draft draft, RecordFile record, int days)
    {
        var problems = new Problems();
        foreach (var day in record.Days.Take(days))
        {
            if (Rerun.OrdersOf(day, "record", draft.State.Ground.Recorded, problems) is not { } orders)
                return Refusal.Unfit(HallMessages.BadRecord, Refusal.Said(problems));
            if (orders.Length > ushort.MaxValue || !draft.AddDay(new DayBody(orders, 0, []).Pack(), day.Hash))
                return Refusal.Unfit(HallMessages.BadRecord, Said(HallMessages.RecordDayDiffers, day.Day.ToString()));
        }
        return null;
    }

    private static Bilingual Said(Message message, string arg) => new(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, message.English, arg),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, message.Chinese, arg));

    /// <summary>The past ends: no other dice for single contests any more, and those of a seed from now on.</summary>
    internal static void Part(Draft draft, ulong seed) =>
        draft.Add(EntryKind.Given, SeatId.None, DayBody.PackGiven(0, Order.Of(SeatId.None, new Part(seed))));

    private async Task<(string? Id, Refusal? Why)> Enter(Draft draft, Wish wish)
    {
        if (wish.Title.Length is 0 or > LongestTitle || wish.Title.Any(char.IsControl)) return (null, Refusal.Bad(HallMessages.BadTitle, null, LongestTitle));
        if (draft.Furnish(wish) is { } why) return (null, why);
        if (draft.State.Today >= draft.State.Days && !draft.State.Ended) draft.Add(EntryKind.Ended, SeatId.None, []);
        draft.State.Rest();
        if (!await store.Create(draft.State.Head, draft.Log, draft.Rungs, draft.State.Pulse)) return (null, Refusal.Conflict(HallMessages.Busy));
        return (draft.State.Head.Id, null);
    }

    private (Ground? Ground, Refusal? Why) Ground(string scenario, IReadOnlyList<string> sets)
    {
        var problems = new Problems();
        if (!shelf.Ids.Contains(scenario))
            return (null, Refusal.Bad(HallMessages.UnknownScenario, Nearest.To(scenario, shelf.Ids), scenario, shelf.Ids));
        return shelf.Take(scenario, sets, problems) is { } ground ? (ground, null) : (null, Refusal.Unfit(HallMessages.BadSet, Refusal.Said(problems)));
    }

    private GameHead Head(Wish wish, Ground ground, ulong seed, string? parent, int day) => new(
        RandomNumberGenerator.GetString(Letters, 10), wish.Title, ground.Bookmark.Head.Slug, ground.Scenario.Hash, RulesVersion.Current, seed, ground.Sets,
        wish.Maker, wish.Open, wish.Listed, parent, day, time.GetUtcNow().ToUnixTimeMilliseconds());
}
