using System.Text.Json;
using Yanyun.Chronicle.Storage;

namespace Yanyun.Server.Store;

/// <summary>The tables of the SQLite store and the statements over them. For the clerk alone.</summary>
internal sealed class SqliteTables(Database database) : IDisposable
{
    /// <summary>Version of the schema, in the file's own header. A later one migrates it, by release.</summary>
    private const int Schema = 1;

    private const string Make = """
        CREATE TABLE game(
          id TEXT PRIMARY KEY, head TEXT NOT NULL, version INTEGER NOT NULL, day INTEGER NOT NULL, pulse INTEGER NOT NULL, made INTEGER NOT NULL,
          fault TEXT) WITHOUT ROWID;
        CREATE TABLE entry(
          game TEXT NOT NULL, number INTEGER NOT NULL, kind INTEGER NOT NULL, day INTEGER NOT NULL, seat INTEGER NOT NULL, hash INTEGER NOT NULL,
          body BLOB NOT NULL, at INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY(game, number)) WITHOUT ROWID;
        CREATE TABLE rung(
          game TEXT NOT NULL, day INTEGER NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY(game, day));
        CREATE TABLE paper(
          drawer TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(drawer, key)) WITHOUT ROWID;
        CREATE INDEX paper_of ON paper(drawer, owner);
        CREATE TABLE pulse(one INTEGER PRIMARY KEY CHECK(one = 1), beat INTEGER NOT NULL);
        INSERT INTO pulse VALUES(1, 0)
        """;

    private readonly Statement _insert = database.Prepare("INSERT INTO entry VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    private readonly Statement _advance = database.Prepare(
        "UPDATE game SET version = ?3, day = ?4, pulse = ?5 WHERE id = ?1 AND version = ?2 AND fault IS NULL");

    private readonly Statement _begin = database.Prepare("BEGIN IMMEDIATE"), _commit = database.Prepare("COMMIT");
    private readonly Statement _paper = database.Prepare("SELECT text FROM paper WHERE drawer = ?1 AND key = ?2");

    public void Begin() => Run(_begin);
    public void Commit() => Run(_commit);

    private static void Run(Statement statement)
    {
        try
        {
            statement.Run();
        }
        catch (DatabaseException)
        {
            statement.TryReset();
            throw;
        }
    }

    /// <summary>Makes the tables in a new file; a file of another schema is refused.</summary>
    public static void Settle(Database database)
    {
        using (var query = database.Prepare("PRAGMA user_version"))
        {
            query.Step();
            var found = query.Long(0);
            if (found == Schema) return;
            if (found != 0) throw new DatabaseException(0, $"{database.Path}: schema {found}; this program has {Schema}");
        }
        database.Transact(() =>
        {
            database.Do(Make);
            database.Do($"PRAGMA user_version = {Schema}");
        });
    }

    public bool Create(GameHead head, IReadOnlyList<Entry> log, IReadOnlyList<Rung> rungs, Pulse pulse)
    {
        using (var insert = database.Prepare("INSERT INTO game VALUES(?1, ?2, ?3, ?4, ?5, ?6, NULL) ON CONFLICT DO NOTHING"))
            insert.Bind(1, head.Id).Bind(2, JsonSerializer.Serialize(head)).Bind(3, log.Count).Bind(4, log.Count == 0 ? 0 : log[^1].Day)
                .Bind(5, (long)pulse).Bind(6, head.MadeAt).Run();
        if (database.Changes == 0) return false;
        foreach (var entry in log) Add(head.Id, entry);
        foreach (var rung in rungs) Add(head.Id, rung);
        return true;
    }

    public bool Append(string game, long expected, IReadOnlyList<Entry> entries, Rung? rung, Pulse pulse)
    {
        var last = entries[^1];
        Run(_advance.Bind(1, game).Bind(2, expected).Bind(3, last.Number).Bind(4, last.Day).Bind(5, (long)pulse));
        if (database.Changes == 0) return false;
        foreach (var entry in entries) Add(game, entry);
        if (rung is not null) Add(game, rung);
        return true;
    }

    private void Add(string game, Entry entry) => Run(_insert.Bind(1, game).Bind(2, entry.Number).Bind(3, (long)entry.Kind).Bind(4, entry.Day)
        .Bind(5, entry.Seat).Bind(6, unchecked((long)entry.Hash)).Bind(7, entry.Body.AsSpan()).Bind(8, entry.At).Bind(9, unchecked((long)entry.Sum)));

    private void Add(string game, Rung rung)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO rung VALUES(?1, ?2, ?3, ?4, ?5)");
        insert.Bind(1, game).Bind(2, rung.Day).Bind(3, rung.Number).Bind(4, rung.Bytes.AsSpan()).Bind(5, unchecked((long)rung.Sum)).Run();
    }

    public GameRow? Find(string game)
    {
        using var query = database.Prepare("SELECT head, version, day, pulse, fault FROM game WHERE id = ?1").Bind(1, game);
        return query.Step() ? Row(query) : null;
    }

    public IReadOnlyList<GameRow> List()
    {
        using var query = database.Prepare("SELECT head, version, day, pulse, fault FROM game ORDER BY made DESC, id");
        var rows = new List<GameRow>();
        while (query.Step()) rows.Add(Row(query));
        return rows;
    }

    private static GameRow Row(Statement row) => new(
        JsonSerializer.Deserialize<GameHead>(row.Text(0)!)!, row.Long(1), (int)row.Long(2), (Pulse)row.Long(3), row.Text(4));

    public IReadOnlyList<Entry> Read(string game, long after, long upTo)
    {
        using var query = database.Prepare(
            "SELECT number, kind, day, seat, hash, body, at, sum FROM entry WHERE game = ?1 AND number > ?2 AND number <= ?3 ORDER BY number")
            .Bind(1, game).Bind(2, after).Bind(3, upTo);
        var entries = new List<Entry>();
        while (query.Step())
            entries.Add(new Entry(query.Long(0), (EntryKind)query.Long(1), (int)query.Long(2), (byte)query.Long(3), unchecked((ulong)query.Long(4)),
                query.Blob(5), query.Long(6), unchecked((ulong)query.Long(7))));
        return entries;
    }

    public Rung? RungAt(string game, int day)
    {
        using var query = database.Prepare("SELECT day, number, bytes, sum FROM rung WHERE game = ?1 AND day <= ?2 ORDER BY day DESC LIMIT 1")
            .Bind(1, game).Bind(2, day);
        return query.Step() ? new Rung((int)query.Long(0), query.Long(1), query.Blob(2), unchecked((ulong)query.Long(3))) : null;
    }

    public bool Quarantine(string game, string why)
    {
        using var update = database.Prepare("UPDATE game SET fault = ?2 WHERE id = ?1 AND fault IS NULL").Bind(1, game).Bind(2, why);
        update.Run();
        return database.Changes > 0;
    }

    public bool File(string drawer, string key, string owner, string text)
    {
        using var insert = database.Prepare("INSERT INTO paper VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
            .Bind(1, drawer).Bind(2, key).Bind(3, owner).Bind(4, text);
        insert.Run();
        return database.Changes > 0;
    }

    public bool Replace(string drawer, string key, string expected, string text)
    {
        using var update = database.Prepare("UPDATE paper SET text = ?4 WHERE drawer = ?1 AND key = ?2 AND text = ?3")
            .Bind(1, drawer).Bind(2, key).Bind(3, expected).Bind(4, text);
        update.Run();
        return database.Changes > 0;
    }

    public bool Tear(string drawer, string key)
    {
        using var delete = database.Prepare("DELETE FROM paper WHERE drawer = ?1 AND key = ?2").Bind(1, drawer).Bind(2, key);
        delete.Run();
        return database.Changes > 0;
    }

    public string? Paper(string drawer, string key)
    {
        try
        {
            return _paper.Bind(1, drawer).Bind(2, key).Step() ? _paper.Text(0) : null;
        }
        finally
        {
            _paper.TryReset();
        }
    }

    public IReadOnlyList<(string Key, string Text)> Papers(string drawer, string owner)
    {
        using var query = database.Prepare("SELECT key, text FROM paper WHERE drawer = ?1 AND owner = ?2 ORDER BY key").Bind(1, drawer).Bind(2, owner);
        var papers = new List<(string, string)>();
        while (query.Step()) papers.Add((query.Text(0)!, query.Text(1)!));
        return papers;
    }

    public bool Touch()
    {
        database.Do("UPDATE pulse SET beat = beat + 1");
        return true;
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_insert, _advance, _begin, _commit, _paper]) statement.Dispose();
    }
}
