using System.IO.Compression;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>A link in a chain of causes.</summary>
/// <param name="Reason">Why a mind decided it, in words; empty for what no mind decided or gave no reason for.</param>
/// <param name="Decided">Nothing caused it but a decision.</param>
public sealed record Link(EventRef Id, EventKind Kind, IReadOnlyList<Piece> Parts, string Reason, bool Decided);

/// <summary>
/// A history of which every day is at hand: its world on each tenth day, the orders of all, and the chronicle in both languages. What lies
/// between two rungs is played again when somebody looks. For many threads at once.
/// </summary>
public sealed class Reel
{
    /// <summary>Days between rungs. Balance: to look takes at most nine days of play, some two thousandths of a second.</summary>
    public const int RungDays = 10;

    private readonly GameState _state;
    private readonly Engine.Calendar _calendar;
    private readonly Chronicler[] _tellers;
    private readonly Motives[] _motives;
    private readonly List<Order[]> _orders = [];
    private readonly List<byte[]> _rungs = [];
    private readonly List<DayPage>[] _pages = [[], []];
    private readonly Dictionary<EventRef, (EventKind Kind, EventRef Cause)> _told = [];
    private readonly Dictionary<EventRef, string>[] _reasons = [[], []];
    private readonly List<Tally> _tallies = [];
    private readonly List<byte[]> _holders = [];
    private readonly List<ulong> _digests = [0];
    private readonly EventLog _today = new();
    private readonly Tenures _tenures;
    private readonly Lock _gate = new();

    public Reel(GameHead head, Ground ground, Engine.Calendar calendar)
    {
        (_state, _calendar) = (new GameState(head, ground), calendar);
        _state.World.Log = _today;
        _tenures = new Tenures(ground.Bookmark);
        _tellers = [new Chronicler(ground.Bookmark, calendar, Language.English), new Chronicler(ground.Bookmark, calendar, Language.Chinese)];
        _motives = [new Motives(ground.Bookmark, calendar, Language.English), new Motives(ground.Bookmark, calendar, Language.Chinese)];
        _rungs.Add(Pack(_state.World));
        Count(_state.World);
    }

    public Ground Ground => _state.Ground;
    public Engine.Calendar Calendar => _calendar;

    /// <summary>Days done.</summary>
    public int Days => _orders.Count;

    /// <summary>Entries of its log taken in.</summary>
    public long Version => _state.Version;

    /// <summary>Takes in the next entry of its log; false when a day runs differently.</summary>
    public bool Follow(Entry entry)
    {
        lock (_gate)
        {
            if (!_state.Apply(entry)) return false;
            if (entry.Kind == EntryKind.Day) Keep(DayBody.Read(entry.Body).Orders);
            return true;
        }
    }

    /// <summary>Takes in the next day of a record, which has no log of its own.</summary>
    public bool Follow(Order[] orders, ulong hash) =>
        Follow(Entry.After(_state.Version, _state.Sum, EntryKind.Day, _state.World.Today + 1, 0, hash, new DayBody(orders, 0, []).Pack(), 0));

    /// <summary>Plays the next day of a history that is in no log: the minds decide, with the dice of its seed.</summary>
    public void PlayOn()
    {
        lock (_gate) Keep(DayBody.Read(_state.PlayDay(_state.Head.MadeAt).Body).Orders);
    }

    private void Count(World world)
    {
        _tallies.Add(Tally.Of(world));
        var holders = new byte[world.AllPlaces.Length];
        for (var p = 1; p < holders.Length; p++) holders[p] = world.AllPlaces[p].Holder.Value;
        _holders.Add(holders);
    }

    /// <summary>
    /// Names what happened on a day, but for what keeps a record to its course. By value: between the fields of an event may lie bytes that mean nothing, and
    /// orders are hashed as they are written. Only held against others of this process.
    /// </summary>
    private ulong DigestOf(EventLog log, Order[] orders)
    {
        var digest = 1UL;
        foreach (ref readonly var entry in log.Entries)
            if (!Parting.IsOfTheRecord(entry.Kind)) digest = Key.Mix(digest ^ (ulong)entry.Kind << 32 ^ (uint)EventTypes.Of(entry.Kind).Read(log.Bytes(entry)).GetHashCode());
        foreach (var order in orders)
            if (!FateRule.Owns(order.Kind)) digest = Key.Mix(digest ^ Key.Of(Ground.Words.Write(order)) ^ order.Seat.Value);
        return digest;
    }

    private void Keep(Order[] orders)
    {
        var (world, book) = (_state.World, Ground.Bookmark);
        _orders.Add(orders);
        Count(world);
        _digests.Add(DigestOf(_today, orders));
        if (world.Today % RungDays == 0) _rungs.Add(Pack(world));
        // Only where the historical mind speaks is its decision one of this history.
        var decided = book.Annals is null ? null
            : Decided.On(book.Annals, _state.Cast.Progress!, world.Today).Where(one => _state[one.Seat].Kind == HolderKind.Historical).ToList();
        for (var l = 0; l < 2; l++)
        {
            var page = _tellers[l].Day(world, _today, decided);
            _pages[l].Add(page);
            foreach (var line in page.Lines) _told[line.Event] = default;
        }
        foreach (ref readonly var entry in _today.Entries)
        {
            if (_told.ContainsKey(entry.Id)) _told[entry.Id] = (entry.Kind, entry.Cause);
            if (entry.Kind == EventKind.OrderGiven) KeepReason(entry, world.Today);
            if (Tenures.Concerns(entry.Kind)) _tenures.Note(entry.Id, EventTypes.Of(entry.Kind).Read(_today.Bytes(entry)));
        }
        _today.Clear();
    }

    private void KeepReason(in EventLog.Entry entry, int today)
    {
        var order = _today.Read<OrderGiven>(entry).Order;
        if (_state[order.Seat].Kind != HolderKind.Historical || _state.Cast.Minds[order.Seat.Value] is not IReasoningMind mind) return;
        var reason = mind.ReasonOf(order, today);
        for (var l = 0; l < 2; l++)
            if (_motives[l].Say(reason) is { Length: > 0 } said) _reasons[l][entry.Id] = said;
    }

    /// <summary>The pages of days, from day 1 on.</summary>
    public IReadOnlyList<DayPage> Pages(Language language)
    {
        lock (_gate) return [.. _pages[(int)language]];
    }

    /// <summary>The page of a day from 1 to <see cref="Days"/>.</summary>
    public DayPage Page(int day, Language language)
    {
        lock (_gate) return _pages[(int)language][day - 1];
    }

    /// <summary>What each day came to, from day 0 on.</summary>
    public IReadOnlyList<Tally> Tallies()
    {
        lock (_gate) return [.. _tallies];
    }

    /// <summary>By place, who holds it after a day from 0 to <see cref="Days"/>; row 0 unused.</summary>
    public byte[] Holders(int day)
    {
        lock (_gate) return _holders[day];
    }

    /// <summary>The orders that passed the desk on a day from 1 to <see cref="Days"/>, in the order in which they were given.</summary>
    public IReadOnlyList<Order> Orders(int day)
    {
        lock (_gate) return _orders[day - 1];
    }

    /// <summary>The same for days from 1 to <see cref="Days"/> on which the same happened, in any history of the scenario.</summary>
    internal ulong Digest(int day)
    {
        lock (_gate) return _digests[day];
    }

    /// <summary>All that happened on a day from 1 to <see cref="Days"/>.</summary>
    internal EventLog Heard(int day)
    {
        var log = new EventLog();
        lock (_gate) Play(day, log);
        return log;
    }

    /// <summary>What kind of event a line tells, and what caused it.</summary>
    public (EventKind Kind, EventRef Cause) Told(EventRef id)
    {
        lock (_gate) return _told.GetValueOrDefault(id);
    }

    /// <summary>The world after a day, 0 to <see cref="Days"/>; the caller's own.</summary>
    public World On(int day)
    {
        lock (_gate) return Play(day, null);
    }

    /// <summary>A teller of what happened here, with the names of each day.</summary>
    public Teller Teller(Language language)
    {
        lock (_gate) return new Teller(Ground.Bookmark, _calendar, language, _tenures.Copy());
    }

    /// <summary>From an event back to what nothing caused but a decision, a rule or the first day; empty when there is no such event.</summary>
    public IReadOnlyList<Link> Why(EventRef id, Language language)
    {
        var chain = new List<Link>();
        lock (_gate)
        {
            var teller = new Teller(Ground.Bookmark, _calendar, language, _tenures);
            while (id.Exists && id.Day > 0 && id.Day <= Days)
            {
                var log = new EventLog();
                Play(id.Day, log);
                if (Find(log, id) is not { } entry) break;
                var parts = teller.Parts(entry, EventTypes.Of(entry.Kind).Read(log.Bytes(entry)), Ground.Scenario.FirstDay) ?? [];
                chain.Add(new Link(id, entry.Kind, parts, _reasons[(int)language].GetValueOrDefault(id, ""),
                    !entry.Cause.Exists && entry.Kind == EventKind.OrderGiven));
                id = entry.Cause;
            }
        }
        return chain;
    }

    private static EventLog.Entry? Find(EventLog log, EventRef id)
    {
        foreach (ref readonly var entry in log.Entries)
            if (entry.Id == id) return entry;
        return null;
    }

    /// <param name="log">Hears the last day; null: nobody does.</param>
    private World Play(int day, EventLog? log)
    {
        // To hear a day it has to be played, so that its own rung is too late.
        var rung = (log is null ? day : day - 1) / RungDays;
        var world = Ground.WorldOf(_state.Head.Seed);
        using (var deflate = new DeflateStream(new MemoryStream(_rungs[rung]), CompressionMode.Decompress))
        {
            var bytes = new byte[world.StateBytes];
            deflate.ReadExactly(bytes);
            Snapshot.Restore(world, bytes);
        }
        var simulation = new Simulation(world, new IMind?[Ground.Seats]);
        while (world.Today < day)
        {
            if (world.Today == day - 1) world.Log = log;
            simulation.Day(_orders[world.Today]);
        }
        world.Log = null;
        return world;
    }

    private static byte[] Pack(World world)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest)) deflate.Write(Snapshot.Of(world));
        return bytes.ToArray();
    }
}
