namespace Yanyun.Server.Store;

/// <summary>
/// Where games are kept. What a call that writes has answered is durable: it outlives the death of the process and of the machine. Safe for
/// many threads. Every call may throw <see cref="StoreException"/>, and then nothing of it was done unless that says that it may have been.
/// </summary>
public interface IGameStore : IAsyncDisposable
{
    /// <summary>Enters a new game with the log it begins with. False when the id is taken.</summary>
    Task<bool> Create(GameHead head, IReadOnlyList<Entry> log, IReadOnlyList<Rung> rungs, Pulse pulse);

    /// <summary>Adds entries to a log. False, and nothing done, when its version is not the one expected, or the game is in quarantine.</summary>
    /// <param name="expected">The version that the first entry follows.</param>
    /// <param name="rung">A rung reached by the last entry; null for none.</param>
    Task<bool> Append(string game, long expected, IReadOnlyList<Entry> entries, Rung? rung, Pulse pulse);

    /// <summary>A game; null when there is none of that id.</summary>
    Task<GameRow?> Find(string game);

    /// <summary>All games, the newest first.</summary>
    Task<IReadOnlyList<GameRow>> List();

    /// <summary>Entries of a log in order, from the one after a number up to and with another.</summary>
    Task<IReadOnlyList<Entry>> Read(string game, long after, long upTo = long.MaxValue);

    /// <summary>The highest rung at or below a day; null when there is none.</summary>
    Task<Rung?> RungAt(string game, int day);

    /// <summary>Sets a game apart whose log is damaged or runs differently: it can be looked at and no longer written.</summary>
    Task Quarantine(string game, string why);

    /// <summary>Puts a paper in a drawer: something of the gate, such as an account or an invitation. False when one of that key lies there.</summary>
    /// <param name="owner">What it can be found by beside its key.</param>
    Task<bool> File(string drawer, string key, string owner, string text);

    /// <summary>Replaces a paper. False when there is none, or it is not as expected any more.</summary>
    Task<bool> Replace(string drawer, string key, string expected, string text);

    Task<bool> Tear(string drawer, string key);

    Task<string?> Paper(string drawer, string key);

    /// <summary>Keys and texts of an owner's papers in a drawer, by key.</summary>
    Task<IReadOnlyList<(string Key, string Text)>> Papers(string drawer, string owner);

    /// <summary>Whether it can be written now.</summary>
    Task<bool> Healthy();

    /// <summary>Says that another node wrote to a game; null: any game may have been written to. Never said by a store that has one node.</summary>
    event Action<string?>? Changed;

    /// <summary>Says that another node has heard of who holds a seat of a game.</summary>
    event Action<string, byte>? SeenElsewhere;

    /// <summary>Takes, or prolongs, the right of this node to turn the days of a game. False while another node has it.</summary>
    /// <param name="lease">After this, by the store's own clock, another node may take it.</param>
    Task<bool> Keep(string game, TimeSpan lease);

    /// <summary>Takes that right to running games that no node has.</summary>
    /// <returns>The games taken, at most so many; empty when there is none left.</returns>
    Task<IReadOnlyList<string>> Claim(int most, TimeSpan lease);

    /// <summary>Tells the other nodes that who holds a seat is there.</summary>
    Task Seen(string game, byte seat);
}

/// <summary>The store could not do what it was asked: the disk is full or read-only, the database is gone.</summary>
/// <param name="unsure">It broke off while it kept what it was given.</param>
public sealed class StoreException(string message, Exception? inner = null, bool unsure = false) : IOException(message, inner)
{
    /// <summary>Whether it may have been done all the same: all of it or nothing, and what the store holds tells which.</summary>
    public bool Unsure => unsure;
}
