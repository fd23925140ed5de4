using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Yanyun.Server.Store;

/// <summary>
/// Games in a PostgreSQL database that several nodes share. Each append is one statement that moves the game's version only from the one expected,
/// writes the log and tells the other nodes; the database gathers the flushes of statements that run at once.
/// </summary>
public sealed class PostgresStore : IGameStore
{
    /// <summary>Version of the schema. A later one migrates it, by release.</summary>
    private const int Schema = 1;

    /// <summary>Connections of a node at most, the bell's among them: two nodes fit into the usual hundred of a server.</summary>
    public const int MostConnections = 41;

    /// <summary>Held while the tables are made, so that nodes that start together make them once.</summary>
    private const long SchemaLock = 0x79616E79756E;

    private const string Make = """
        CREATE TABLE yanyun_schema(version integer NOT NULL);
        INSERT INTO yanyun_schema VALUES(1);
        CREATE TABLE game(
          id text PRIMARY KEY, head text NOT NULL, version bigint NOT NULL, day integer NOT NULL, pulse smallint NOT NULL, made bigint NOT NULL, fault text);
        CREATE INDEX game_running ON game(id) WHERE pulse = 1 AND fault IS NULL;
        CREATE TABLE entry(
          game text NOT NULL, number bigint NOT NULL, kind smallint NOT NULL, day integer NOT NULL, seat smallint NOT NULL, hash bigint NOT NULL,
          body bytea NOT NULL, at bigint NOT NULL, sum bigint NOT NULL, PRIMARY KEY(game, number));
        CREATE TABLE rung(game text NOT NULL, day integer NOT NULL, number bigint NOT NULL, bytes bytea NOT NULL, sum bigint NOT NULL, PRIMARY KEY(game, day));
        CREATE TABLE paper(drawer text NOT NULL, key text NOT NULL, owner text NOT NULL, text text NOT NULL, PRIMARY KEY(drawer, key));
        CREATE INDEX paper_of ON paper(drawer, owner);
        CREATE TABLE keeper(game text PRIMARY KEY, node text NOT NULL, until timestamptz NOT NULL);
        CREATE TABLE pulse(one integer PRIMARY KEY CHECK(one = 1), beat bigint NOT NULL);
        INSERT INTO pulse VALUES(1, 0);
        """;

    private const string Log = "INSERT INTO entry SELECT $1, * FROM unnest($2::bigint[], $3::smallint[], $4::integer[], $5::smallint[], $6::bigint[], $7::bytea[], $8::bigint[], $9::bigint[])";

    private const string Advance = """
        WITH moved AS (
          UPDATE game SET version = $10, day = $11, pulse = $12 WHERE id = $1 AND version = $13 AND fault IS NULL RETURNING id),
        logged AS (
          INSERT INTO entry SELECT moved.id, rows.* FROM moved,
            unnest($2::bigint[], $3::smallint[], $4::integer[], $5::smallint[], $6::bigint[], $7::bytea[], $8::bigint[], $9::bigint[]) AS rows),
        climbed AS (
          INSERT INTO rung SELECT moved.id, $14, $15, $16, $17 FROM moved WHERE $14::integer IS NOT NULL
          ON CONFLICT(game, day) DO UPDATE SET number = EXCLUDED.number, bytes = EXCLUDED.bytes, sum = EXCLUDED.sum)
        SELECT pg_notify($18, $19) FROM moved
        """;

    /// <summary>How the address of a database is written.</summary>
    public const string AddressForm = "postgres://USER:PASSWORD@HOST:PORT/DATABASE[?sslmode=disable|allow|prefer|require|verify-ca|verify-full]";

    private readonly NpgsqlDataSource _source;
    private readonly PostgresBell _bell;

    private PostgresStore(NpgsqlDataSource source)
    {
        _source = source;
        _bell = new PostgresBell(source);
    }

    /// <summary>Opens a database, making the tables if need be.</summary>
    /// <param name="address"><c>postgres://user:password@host:port/database</c>; a parameter <c>sslmode</c> may follow.</param>
    /// <exception cref="StoreException">Not to be reached, not allowed in, or of another schema.</exception>
    public static async Task<PostgresStore> Open(Uri address)
    {
        var source = NpgsqlDataSource.Create(Settings(address));
        try
        {
            await Settle(source);
            var store = new PostgresStore(source);
            await store._bell.Begin();
            return store;
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            await source.DisposeAsync();
            throw e as StoreException ?? new StoreException(e.Message, e);
        }
    }

    /// <summary>The address in the words of the library. Commits wait for the disk whatever the server's default is.</summary>
    /// <exception cref="UriFormatException">Not an address of a database.</exception>
    public static string Settings(Uri address)
    {
        var path = address.AbsolutePath.Trim('/');
        if (address.Scheme is not ("postgres" or "postgresql") || address.Host.Length == 0 || path.Length == 0 || path.Contains('/'))
            throw new UriFormatException(AddressForm);
        var who = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host, Port = address.Port > 0 ? address.Port : 5432, Database = Uri.UnescapeDataString(path), KeepAlive = 15, MaxAutoPrepare = 20, MaxPoolSize = MostConnections - 1, Timeout = 30,
            Options = "-c synchronous_commit=on", ApplicationName = "yanyun",
        };
        if (who[0].Length > 0) settings.Username = Uri.UnescapeDataString(who[0]);
        if (who.Length > 1) settings.Password = Uri.UnescapeDataString(who[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (pair.Split('=')[0], Uri.UnescapeDataString(pair[(pair.IndexOf('=') + 1)..]));
            if (name != "sslmode" || !Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode))
                throw new UriFormatException(AddressForm);
            settings.SslMode = mode;
        }
        return settings.ConnectionString;
    }

    public event Action<string?>? Changed
    {
        add => _bell.Changed += value;
        remove => _bell.Changed -= value;
    }

    public event Action<string, byte>? SeenElsewhere
    {
        add => _bell.Seen += value;
        remove => _bell.Seen -= value;
    }

    private static async Task Settle(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, $"SELECT pg_advisory_xact_lock({SchemaLock})");
        await using var there = new NpgsqlCommand("SELECT to_regclass('yanyun_schema') IS NOT NULL", connection);
        if (await there.ExecuteScalarAsync() is true)
        {
            await using var version = new NpgsqlCommand("SELECT version FROM yanyun_schema", connection);
            var found = Convert.ToInt32(await version.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
            if (found != Schema) throw new StoreException($"schema {found}; this program has {Schema}");
        }
        else
        {
            await Run(connection, Make);
        }
        await transaction.CommitAsync();
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task<bool> Create(GameHead head, IReadOnlyList<Entry> log, IReadOnlyList<Rung> rungs, Pulse pulse) => Guarded(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var game = new NpgsqlCommand("INSERT INTO game VALUES($1, $2, $3, $4, $5, $6, NULL) ON CONFLICT DO NOTHING", connection))
        {
            Bind(game, head.Id, JsonSerializer.Serialize(head), (long)log.Count, log.Count == 0 ? 0 : log[^1].Day, (short)pulse, head.MadeAt);
            if (await game.ExecuteNonQueryAsync() == 0) return false;
        }
        await using (var entries = new NpgsqlCommand(Log, connection))
        {
            Bind(entries, head.Id);
            BindLog(entries, log);
            await entries.ExecuteNonQueryAsync();
        }
        foreach (var rung in rungs)
        {
            await using var climb = new NpgsqlCommand("INSERT INTO rung VALUES($1, $2, $3, $4, $5)", connection);
            Bind(climb, head.Id, rung.Day, rung.Number, rung.Bytes, unchecked((long)rung.Sum));
            await climb.ExecuteNonQueryAsync();
        }
        return await Kept(async () =>
        {
            await transaction.CommitAsync();
            return true;
        });
    });

    public Task<bool> Append(string game, long expected, IReadOnlyList<Entry> entries, Rung? rung, Pulse pulse) => Guarded(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Advance, connection);
        var last = entries[^1];
        Bind(command, game);
        BindLog(command, entries);
        Bind(command, last.Number, last.Day, (short)pulse, expected);
        Add(command, NpgsqlDbType.Integer, rung?.Day);
        Add(command, NpgsqlDbType.Bigint, rung?.Number);
        Add(command, NpgsqlDbType.Bytea, rung?.Bytes);
        Add(command, NpgsqlDbType.Bigint, rung is null ? null : unchecked((long)rung.Sum));
        Bind(command, PostgresBell.Channel, _bell.SayChanged(game));
        return await Kept(async () =>
        {
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync();
        });
    });

    public Task<GameRow?> Find(string game) => Guarded(async () =>
    {
        await using var query = _source.CreateCommand("SELECT head, version, day, pulse, fault FROM game WHERE id = $1");
        Bind(query, game);
        await using var reader = await query.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Row(reader) : null;
    });

    public Task<IReadOnlyList<GameRow>> List() => Guarded<IReadOnlyList<GameRow>>(async () =>
    {
        await using var query = _source.CreateCommand("SELECT head, version, day, pulse, fault FROM game ORDER BY made DESC, id");
        await using var reader = await query.ExecuteReaderAsync();
        var rows = new List<GameRow>();
        while (await reader.ReadAsync()) rows.Add(Row(reader));
        return rows;
    });

    private static GameRow Row(NpgsqlDataReader row) => new(
        JsonSerializer.Deserialize<GameHead>(row.GetString(0))!, row.GetInt64(1), row.GetInt32(2), (Pulse)row.GetInt16(3), row.IsDBNull(4) ? null : row.GetString(4));

    public Task<IReadOnlyList<Entry>> Read(string game, long after, long upTo = long.MaxValue) => Guarded<IReadOnlyList<Entry>>(async () =>
    {
        await using var query = _source.CreateCommand(
            "SELECT number, kind, day, seat, hash, body, at, sum FROM entry WHERE game = $1 AND number > $2 AND number <= $3 ORDER BY number");
        Bind(query, game, after, upTo);
        await using var row = await query.ExecuteReaderAsync();
        var entries = new List<Entry>();
        while (await row.ReadAsync())
            entries.Add(new Entry(row.GetInt64(0), (EntryKind)row.GetInt16(1), row.GetInt32(2), (byte)row.GetInt16(3), unchecked((ulong)row.GetInt64(4)),
                row.GetFieldValue<byte[]>(5), row.GetInt64(6), unchecked((ulong)row.GetInt64(7))));
        return entries;
    });

    public Task<Rung?> RungAt(string game, int day) => Guarded(async () =>
    {
        await using var query = _source.CreateCommand("SELECT day, number, bytes, sum FROM rung WHERE game = $1 AND day <= $2 ORDER BY day DESC LIMIT 1");
        Bind(query, game, day);
        await using var row = await query.ExecuteReaderAsync();
        return await row.ReadAsync() ? new Rung(row.GetInt32(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), unchecked((ulong)row.GetInt64(3))) : null;
    });

    public Task Quarantine(string game, string why) => Changes("UPDATE game SET fault = $2 WHERE id = $1 AND fault IS NULL", game, why);

    public Task<bool> File(string drawer, string key, string owner, string text) =>
        Changes("INSERT INTO paper VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING", drawer, key, owner, text);

    public Task<bool> Replace(string drawer, string key, string expected, string text) =>
        Changes("UPDATE paper SET text = $4 WHERE drawer = $1 AND key = $2 AND text = $3", drawer, key, expected, text);

    public Task<bool> Tear(string drawer, string key) => Changes("DELETE FROM paper WHERE drawer = $1 AND key = $2", drawer, key);

    public Task<string?> Paper(string drawer, string key) => Guarded(async () =>
    {
        await using var query = _source.CreateCommand("SELECT text FROM paper WHERE drawer = $1 AND key = $2");
        Bind(query, drawer, key);
        return await query.ExecuteScalarAsync() as string;
    });

    public Task<IReadOnlyList<(string Key, string Text)>> Papers(string drawer, string owner) => Guarded<IReadOnlyList<(string, string)>>(async () =>
    {
        // By the bytes of the key, as the other store orders them.
        await using var query = _source.CreateCommand("SELECT key, text FROM paper WHERE drawer = $1 AND owner = $2 ORDER BY key COLLATE \"C\"");
        Bind(query, drawer, owner);
        await using var row = await query.ExecuteReaderAsync();
        var papers = new List<(string, string)>();
        while (await row.ReadAsync()) papers.Add((row.GetString(0), row.GetString(1)));
        return papers;
    });

    public Task<bool> Healthy() => Changes("UPDATE pulse SET beat = beat + 1");

    public Task<bool> Keep(string game, TimeSpan lease) => Changes(
        """
        INSERT INTO keeper VALUES($1, $2, now() + $3)
        ON CONFLICT(game) DO UPDATE SET node = EXCLUDED.node, until = EXCLUDED.until WHERE keeper.node = EXCLUDED.node OR keeper.until < now()
        """, game, _bell.Node, lease);

    public Task<IReadOnlyList<string>> Claim(int most, TimeSpan lease) => Guarded<IReadOnlyList<string>>(async () =>
    {
        await using var query = _source.CreateCommand(
            """
            INSERT INTO keeper
              SELECT game.id, $1, now() + $2 FROM game LEFT JOIN keeper ON keeper.game = game.id
              WHERE game.pulse = 1 AND game.fault IS NULL AND (keeper.game IS NULL OR keeper.until < now()) ORDER BY game.id LIMIT $3
            ON CONFLICT(game) DO UPDATE SET node = EXCLUDED.node, until = EXCLUDED.until WHERE keeper.until < now()
            RETURNING game
            """);
        Bind(query, _bell.Node, lease, most);
        await using var row = await query.ExecuteReaderAsync();
        var games = new List<string>();
        while (await row.ReadAsync()) games.Add(row.GetString(0));
        return games;
    });

    public Task Seen(string game, byte seat) => Guarded(async () =>
    {
        await using var say = _source.CreateCommand("SELECT pg_notify($1, $2)");
        Bind(say, PostgresBell.Channel, _bell.SaySeen(game, seat));
        await say.ExecuteNonQueryAsync();
        return true;
    });

    /// <summary>Lets go of the games it keeps, so that another node need not wait for them, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _bell.DisposeAsync();
        try
        {
            await Changes("DELETE FROM keeper WHERE node = $1", _bell.Node);
        }
        catch (StoreException)
        {
            // The database is gone; the leases run out by themselves.
        }
        await _source.DisposeAsync();
    }

    private Task<bool> Changes(string sql, params object[] values) => Guarded(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        Bind(command, values);
        return await Kept(async () => await command.ExecuteNonQueryAsync() > 0);
    });

    /// <summary>The step that keeps what was given. When the connection breaks before it is answered, it is not known whether it was done.</summary>
    private static async Task<T> Kept<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception e) when (IsFault(e) && e is not PostgresException { InvariantSeverity: "ERROR" })
        {
            throw new StoreException(e.Message, e, unsure: true);
        }
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new StoreException(e.Message, e);
        }
    }

    private static bool IsFault(Exception e) => e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or ObjectDisposedException
        || e is IOException and not StoreException;

    private static void Bind(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
    }

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });

    private static void BindLog(NpgsqlCommand command, IReadOnlyList<Entry> entries) => Bind(command,
        entries.Select(entry => entry.Number).ToArray(), entries.Select(entry => (short)entry.Kind).ToArray(), entries.Select(entry => entry.Day).ToArray(),
        entries.Select(entry => (short)entry.Seat).ToArray(), entries.Select(entry => unchecked((long)entry.Hash)).ToArray(),
        entries.Select(entry => entry.Body).ToArray(), entries.Select(entry => entry.At).ToArray(), entries.Select(entry => unchecked((long)entry.Sum)).ToArray());
}
