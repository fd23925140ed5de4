using System.Collections.Concurrent;
using Yanyun.Chronicle.Storage;

namespace Yanyun.Server.Store;

/// <summary>
/// Games in one SQLite file of its own process. One clerk writes: what reaches him while he waits for the disk goes into his next
/// transaction, so that a thousand orders at once cost a few flushes and each is durable when it is answered.
/// </summary>
public sealed class SqliteStore : IGameStore
{
    /// <summary>Requests in one transaction at most. Balance: a flush takes longer than writing so many.</summary>
    private const int MostAtOnce = 1024;

    /// <summary>Pages copied between two transactions: a megabyte, some milliseconds.</summary>
    private const int PagesAtOnce = 256;
    /// <summary>Papers kept at hand at most: every request shows a pass, and behind the pass stands an account. Balance: some megabytes.</summary>
    private const int MostAtHand = 16 * 1024;

    private readonly BlockingCollection<Request> _desk = [];

    /// <summary>Papers as they are in the file. Nobody else has it, and only the clerk puts anything here, after the disk has what he read.</summary>
    private readonly ConcurrentDictionary<(string Drawer, string Key), string> _atHand = new();
    private readonly Database _database;
    private readonly SqliteTables _tables;
    private readonly Thread _clerk;
    private Copying? _copying;
    private int _closed, _claimed;

    private SqliteStore(Database database)
    {
        _database = database;
        _tables = new SqliteTables(database);
        _clerk = new Thread(Serve) { Name = "yanyun-clerk", IsBackground = true };
        _clerk.Start();
    }

    /// <summary>Opens a file, making it if need be.</summary>
    /// <param name="mostPages">Pages that the file may have; 0: as many as the disk takes.</param>
    /// <exception cref="DatabaseException">Not to be opened, of another format, or another process has it.</exception>
    public static SqliteStore Open(string path, int mostPages = 0)
    {
        var database = Database.Open(path, exclusive: true);
        try
        {
            if (mostPages > 0) database.Do($"PRAGMA max_page_count = {mostPages}");
            SqliteTables.Settle(database);
            return new SqliteStore(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public Task<bool> Create(GameHead head, IReadOnlyList<Entry> log, IReadOnlyList<Rung> rungs, Pulse pulse) =>
        Ask(tables => tables.Create(head, log, rungs, pulse));

    public Task<bool> Append(string game, long expected, IReadOnlyList<Entry> entries, Rung? rung, Pulse pulse) =>
        Ask(tables => tables.Append(game, expected, entries, rung, pulse));

    public Task<GameRow?> Find(string game) => Look(tables => tables.Find(game));
    public Task<IReadOnlyList<GameRow>> List() => Look(tables => tables.List());
    public Task<IReadOnlyList<Entry>> Read(string game, long after, long upTo = long.MaxValue) => Look(tables => tables.Read(game, after, upTo));
    public Task<Rung?> RungAt(string game, int day) => Look(tables => tables.RungAt(game, day));

    public Task Quarantine(string game, string why) => Ask(tables => tables.Quarantine(game, why));

    public Task<bool> File(string drawer, string key, string owner, string text) =>
        Ask(tables => tables.File(drawer, key, owner, text), _ => _atHand.TryRemove((drawer, key), out var _));
    public Task<bool> Replace(string drawer, string key, string expected, string text) =>
        Ask(tables => tables.Replace(drawer, key, expected, text), _ => _atHand.TryRemove((drawer, key), out var _));
    public Task<bool> Tear(string drawer, string key) => Ask(tables => tables.Tear(drawer, key), _ => _atHand.TryRemove((drawer, key), out var _));
    public Task<string?> Paper(string drawer, string key) => _atHand.TryGetValue((drawer, key), out var paper)
        ? Task.FromResult<string?>(paper) : Look(tables => tables.Paper(drawer, key), found => Keep((drawer, key), found));

    private void Keep((string Drawer, string Key) name, string? paper)
    {
        if (paper is null) return;
        if (_atHand.Count >= MostAtHand) _atHand.Clear();
        _atHand[name] = paper;
    }
    public Task<IReadOnlyList<(string Key, string Text)>> Papers(string drawer, string owner) => Look(tables => tables.Papers(drawer, owner));

    public Task<bool> Healthy() => Ask(tables => tables.Touch());

    // One process has the file, so that there is nobody to tell and nobody to hear.
    public event Action<string?>? Changed { add { } remove { } }
    public event Action<string, byte>? SeenElsewhere { add { } remove { } }
    public Task Seen(string game, byte seat) => Task.CompletedTask;
    public Task<bool> Keep(string game, TimeSpan lease) => Task.FromResult(true);

    /// <summary>All of them, the first time it is asked: from then on it has them.</summary>
    public async Task<IReadOnlyList<string>> Claim(int most, TimeSpan lease) => Interlocked.Exchange(ref _claimed, 1) != 0 ? []
        : [.. (await List()).Where(row => row.Pulse == Pulse.Running && row.Fault is null).Select(row => row.Head.Id)];

    /// <summary>Serves what is on the desk, then closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0) return ValueTask.CompletedTask;
        _desk.CompleteAdding();
        _clerk.Join();
        _tables.Dispose();
        _database.Dispose();
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <param name="done">Done by the clerk when the disk has it, before anybody is answered, in the order in which it was done there.</param>
    private Task<T> Ask<T>(Func<SqliteTables, T> act, Action<T>? done = null) => Lay(new Request<T>(act, done, writes: true));
    private Task<T> Look<T>(Func<SqliteTables, T> act, Action<T>? done = null) => Lay(new Request<T>(act, done, writes: false));

    private Task<T> Lay<T>(Request<T> request)
    {
        try
        {
            _desk.Add(request);
        }
        catch (InvalidOperationException closed) // which a desk put away is too
        {
            request.Fail(new StoreException($"{_database.Path}: closed", closed));
        }
        return request.Answer;
    }

    /// <summary>Writes a copy of all that is kept to a file, while the house is open. The file has its name when it is whole.</summary>
    /// <exception cref="StoreException">It cannot be written, or another copy is under way.</exception>
    public async Task BackUp(string path)
    {
        var part = path + ".part";
        System.IO.File.Delete(part);
        var copying = new Copying(part);
        if (!await Look(_ => (_copying ??= copying) == copying)) throw new StoreException($"{path}: another copy is under way");
        await copying.Done.Task;
        System.IO.File.Move(part, path);
    }

    private sealed class Copying(string path)
    {
        public string Path => path;
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public DatabaseCopy? Copy { get; set; }
    }

    private void Serve()
    {
        var batch = new List<Request>();
        while (_desk.TryTake(out var first, _copying is null ? Timeout.Infinite : 0) || !_desk.IsCompleted)
        {
            if (first is not null)
            {
                batch.Clear();
                batch.Add(first);
                while (batch.Count < MostAtOnce && _desk.TryTake(out var next)) batch.Add(next);
                Transact(batch);
            }
            CopyOn();
        }
        if (_copying is { } broken) EndCopy(broken, new StoreException($"{_database.Path}: closed"));
    }

    /// <summary>Goes on with the copy that is under way, for a moment.</summary>
    private void CopyOn()
    {
        if (_copying is not { } copying) return;
        try
        {
            copying.Copy ??= _database.Copy(copying.Path);
            if (copying.Copy.Step(PagesAtOnce)) EndCopy(copying, null);
        }
        catch (DatabaseException fault)
        {
            EndCopy(copying, new StoreException(fault.Message, fault));
        }
    }

    private void EndCopy(Copying copying, StoreException? why)
    {
        _copying = null;
        copying.Copy?.Dispose();
        if (why is null) copying.Done.SetResult();
        else copying.Done.SetException(why);
    }

    /// <summary>All that a batch writes is done and durable, or none of it is and each asker is told why. Who only looks is answered either way.</summary>
    private void Transact(List<Request> batch)
    {
        var (writes, written) = (batch.Exists(request => request.Writes), false);
        try
        {
            if (writes) _tables.Begin();
            foreach (var request in batch) request.Do(_tables);
            written = true;
            if (writes) _tables.Commit();
        }
        catch (Exception fault)
        {
            if (writes) RollBack();
            var why = new StoreException(fault.Message, fault, unsure: written && fault is DatabaseException { IsOfTheFlush: true });
            foreach (var request in batch)
            {
                // What was looked at beside writing that came to nothing is looked at again.
                if (request.Writes || batch.Count == 1) request.Fail(why);
                else Transact([request]);
            }
            return;
        }
        foreach (var request in batch) request.Done();
    }

    private void RollBack()
    {
        try
        {
            _database.Do("ROLLBACK");
        }
        catch (DatabaseException)
        {
            // A full disk has ended the transaction already.
        }
    }

    private abstract class Request(bool writes)
    {
        public bool Writes => writes;
        public abstract void Do(SqliteTables tables);
        public abstract void Done();
        public abstract void Fail(Exception why);
    }

    private sealed class Request<T>(Func<SqliteTables, T> act, Action<T>? done, bool writes) : Request(writes)
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Answer => _answer.Task;
        public override void Do(SqliteTables tables) => _result = act(tables);
        public override void Done()
        {
            done?.Invoke(_result!);
            _answer.SetResult(_result!);
        }

        public override void Fail(Exception why) => _answer.TrySetException(why);
    }
}
