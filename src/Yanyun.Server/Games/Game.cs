using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>Who hears of each entry of a game that is awake, in order, after it is durable.</summary>
public interface IListener
{
    /// <summary>Makes of an entry that the state has just taken in what is to be told, and answers how; null: nothing. Called while nobody else touches
    /// the game; must not wait. It is told when the entry is durable, and never when it does not become so: then the game is <see cref="Game.Gone"/>.</summary>
    Action? Hear(GameState state, Entry entry);
}

/// <summary>
/// A game that is awake. What is asked of it is done one thing at a time; each change is an entry, which is durable before it is answered or
/// told to anybody.
/// </summary>
public sealed class Game(GameState state, IGameStore store, TimeProvider time, Telemetry telemetry) : IDisposable
{
    /// <summary>Orders of one seat that may wait for a day. Balance: twice the forces of the largest command.</summary>
    public const int MostWaiting = 200;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly long[] _seenAt = [.. Enumerable.Repeat(time.GetTimestamp(), state.Ground.Seats)];
    private readonly int[] _present = new int[state.Ground.Seats];
    private IListener[] _listeners = [];
    private long _turnedAt = time.GetTimestamp() - Elapsed(state, time);
    private long _askedAt = time.GetTimestamp();
    private long _dueAt;

    public string Id => state.Head.Id;
    public GameHead Head => state.Head;
    public Ground Ground => state.Ground;

    /// <summary>No longer the game: somebody else wrote to it, or it was put away. It is to be opened anew.</summary>
    public bool Gone { get; private set; }

    /// <summary>Whether its clock ran when it was last seen.</summary>
    public bool Runs => state.Pulse == Pulse.Running;

    /// <summary>How long nobody has asked anything.</summary>
    public TimeSpan Idle => time.GetElapsedTime(Interlocked.Read(ref _askedAt));

    /// <summary>Whether anybody listens.</summary>
    public bool Heeded => _listeners.Length > 0;

    /// <summary>When somebody should see whether the day is over, by <see cref="TimeProvider.GetTimestamp"/>; 0 at once.</summary>
    public long DueAt => Interlocked.Read(ref _dueAt);

    /// <summary>Looks at the game as it stands. Looking changes nothing.</summary>
    /// <param name="asked">False for the house's own rounds, which keep no game awake.</param>
    public async Task<T> Look<T>(Func<GameState, T> look, bool asked = true)
    {
        await Enter(asked);
        try
        {
            return look(state);
        }
        finally
        {
            Out();
        }
    }

    /// <summary>Adds an entry, if the game as it stands lets it.</summary>
    /// <param name="draft">Looks at the game and answers the entry, or why there is none.</param>
    public async Task<Refusal?> Write(Func<GameState, long, (Entry? Entry, Refusal? Why)> draft)
    {
        await Enter();
        try
        {
            if (Gone) return Refusal.Conflict(HallMessages.Busy);
            var (entry, why) = draft(state, Now);
            if (entry is null) return why;
            state.Rest(); // the disk is slow, and benches are few
            try
            {
                if (!await Append(state.Version, [entry], null, PulseAfter(entry)))
                {
                    await TakeIn();
                    return Refusal.Conflict(HallMessages.Busy);
                }
            }
            catch
            {
                // Whether it was kept, the store alone knows: what is there counts.
                Gone = true;
                throw;
            }
            state.Apply(entry);
            if (entry.Kind == EntryKind.Clock) _turnedAt = time.GetTimestamp();
            Tell(entry);
            return null;
        }
        finally
        {
            Schedule();
            Out();
        }
    }

    /// <summary>Turns the page to the next day. On the last, the game ends.</summary>
    /// <param name="due">Asked once nobody else touches the game: whether it is still to be done; if not, nothing happens.</param>
    public async Task<Refusal?> Turn(Func<GameState, bool> due)
    {
        await Enter(asked: false);
        try
        {
            if (Gone) return Refusal.Conflict(HallMessages.Busy);
            if (state.Ended) return Refusal.Conflict(HallMessages.Over);
            if (!due(state)) return null;
            using var span = Telemetry.Span("turn", Id);
            var before = state.Version;
            var entries = new List<Entry>();
            Action? tell;
            try
            {
                var began = time.GetTimestamp();
                entries.Add(state.PlayDay(Now));
                telemetry.DayPlayed(time.GetElapsedTime(began));
                var rung = Rungs.On(state.Today) ? Rungs.Of(state) : null;
                var last = state.Today >= state.Days;
                tell = Tellings(entries[0]);
                state.Rest();
                if (last) entries.Add(state.Next(EntryKind.Ended, SeatId.None, [], Now));
                if (!await Append(before, entries, rung, last ? Pulse.Ended : state.Pulse))
                {
                    Gone = true; // the day is done here and another entry is in the log
                    return Refusal.Conflict(HallMessages.Busy);
                }
            }
            catch
            {
                // The day is done in memory and not on the disk: what is on the disk counts.
                Gone = true;
                throw;
            }
            _turnedAt = Beat(time.GetTimestamp());
            tell?.Invoke();
            if (entries.Count == 1) return null;
            state.Apply(entries[1]);
            Tell(entries[1]);
            return null;
        }
        finally
        {
            Schedule();
            Out();
        }
    }

    /// <summary>Lets somebody hear every entry from now on; answers what he makes of the game as it stands.</summary>
    public async Task<T> Listen<T>(IListener listener, Func<GameState, T> begin)
    {
        await Enter();
        try
        {
            var answer = begin(state);
            _listeners = [.. _listeners, listener];
            return answer;
        }
        finally
        {
            Out();
        }
    }

    public async Task Leave(IListener listener)
    {
        await Enter();
        try
        {
            _listeners = [.. _listeners.Where(other => other != listener)];
        }
        finally
        {
            Out();
        }
    }

    private async Task<bool> Append(long expected, IReadOnlyList<Entry> entries, Rung? rung, Pulse pulse)
    {
        var began = time.GetTimestamp();
        if (!await store.Append(Id, expected, entries, rung, pulse)) return false;
        telemetry.Appended(entries[0].Kind, entries.Count, time.GetElapsedTime(began));
        return true;
    }

    /// <summary>Takes in what another node has written, and tells it to those who listen here.</summary>
    public async Task CatchUp()
    {
        await Enter(asked: false);
        try
        {
            if (!Gone) await TakeIn();
        }
        finally
        {
            Schedule();
            Out();
        }
    }

    /// <summary>What does not follow, or runs differently, is not taken in: the game is to be opened anew, and that says what is wrong with it.</summary>
    private async Task TakeIn()
    {
        foreach (var entry in await store.Read(Id, state.Version))
        {
            if (!entry.Follows(state.Version, state.Sum) || !state.Apply(entry))
            {
                Gone = true;
                return;
            }
            if (entry.Kind is EntryKind.Day or EntryKind.Clock) _turnedAt = time.GetTimestamp();
            Tell(entry);
        }
    }

    /// <summary>Puts the game away if nobody needs it: nobody asked for a while, nobody listens, its clock stands or another node turns its days.</summary>
    public async Task<bool> PutAway(TimeSpan idle, bool kept)
    {
        if (Idle < idle || !await _gate.WaitAsync(0)) return Gone;
        try
        {
            if (_listeners.Length == 0 && (state.Pulse != Pulse.Running || !kept) && Idle >= idle) Gone = true;
            return Gone;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Notes that who holds a seat is there.</summary>
    public void See(SeatId seat) => Interlocked.Exchange(ref _seenAt[seat.Value], time.GetTimestamp());

    /// <summary>Notes that who holds a seat listens, until <see cref="Depart"/>.</summary>
    public void Arrive(SeatId seat) => Interlocked.Increment(ref _present[seat.Value]);

    public void Depart(SeatId seat)
    {
        See(seat);
        Interlocked.Decrement(ref _present[seat.Value]);
    }

    /// <summary>How long who holds a seat has not been heard of; nothing while he listens.</summary>
    public TimeSpan AwayFor(SeatId seat) =>
        Volatile.Read(ref _present[seat.Value]) > 0 ? TimeSpan.Zero : time.GetElapsedTime(Interlocked.Read(ref _seenAt[seat.Value]));

    /// <summary>Whether the day is over, by the clock of the game; time is told by a clock that nobody can set.</summary>
    public bool IsDue(GameState of) =>
        !of.Ended && of.Clock.Runs && ((of.Clock.TurnsWhenReady && of.AllReady)
            || (of.Clock.DayLasts is { } lasts && time.GetElapsedTime(_turnedAt) >= TimeSpan.FromMilliseconds(lasts)));

    public void Dispose() => _gate.Dispose();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What was left of a day's time when the game was put away still counts, within the length of the day: wherever the clock on the wall has gone since.</summary>
    private static long Elapsed(GameState state, TimeProvider time)
    {
        var lasts = state.Clock.DayLasts ?? 0;
        var elapsed = Math.Clamp(time.GetUtcNow().ToUnixTimeMilliseconds() - state.TurnedAt, 0, lasts);
        return (long)(elapsed / 1000.0 * time.TimestampFrequency);
    }

    /// <summary>The next one's turn; what is not looked at is at rest.</summary>
    private void Out()
    {
        state.Rest();
        _gate.Release();
    }

    private async Task Enter(bool asked = true)
    {
        if (asked) Interlocked.Exchange(ref _askedAt, time.GetTimestamp());
        await _gate.WaitAsync();
    }

    /// <summary>
    /// When the day that has just begun counts from: from when it was due, though it came a little late, or a full house would fall behind by that much a day.
    /// What came later than half a day, and a day by letter, of which all are to have the whole, count from now.
    /// </summary>
    private long Beat(long now)
    {
        if (state.Clock is not { Mode: ClockMode.Speed, DayLasts: { } lasts }) return now;
        var day = lasts * time.TimestampFrequency / 1000;
        return now - (_turnedAt + day) is var late && late >= 0 && late <= day / 2 ? now - late : now;
    }

    /// <summary>Says when to look again: at the end of the day, at once when all are ready, now and then while a day waits for somebody who may have gone.</summary>
    private void Schedule() => Interlocked.Exchange(ref _dueAt,
        !state.Clock.Runs || Gone ? long.MaxValue
        : IsDue(state) ? 0
        : state.Clock.DayLasts is { } lasts ? _turnedAt + lasts * time.TimestampFrequency / 1000
        : time.GetTimestamp() + time.TimestampFrequency);

    private Pulse PulseAfter(Entry entry) => entry.Kind switch
    {
        EntryKind.Ended => Pulse.Ended,
        EntryKind.Clock => ClockSetting.Read(entry.Body).Runs ? Pulse.Running : Pulse.Still,
        _ => state.Pulse,
    };

    private void Tell(Entry entry) => Tellings(entry)?.Invoke();

    /// <summary>All that is to be told of an entry, when it is durable.</summary>
    private Action? Tellings(Entry entry)
    {
        Action? all = null;
        foreach (var listener in _listeners) all += listener.Hear(state, entry);
        return all;
    }
}
