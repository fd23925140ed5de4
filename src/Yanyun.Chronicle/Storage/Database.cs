using System.Runtime.InteropServices;

namespace Yanyun.Chronicle.Storage;

/// <summary>What SQLite answered when it could not do what it was asked.</summary>
/// <param name="code">SQLite's own result code.</param>
/// <param name="extended">The same, in more detail.</param>
public sealed class DatabaseException(int code, string message, int extended = 0) : IOException(message)
{
    public int Code { get; } = code;

    /// <summary>Another process has the file.</summary>
    public bool IsBusy => (Code & 255) == SqliteNative.Busy;

    /// <summary>All was written, but whether the disk has it the system did not say: after a fall it may be there or not.</summary>
    public bool IsOfTheFlush => extended is SqliteNative.IoErrorOfFlush or SqliteNative.IoErrorOfFolderFlush;

    /// <summary>The disk is full, read-only or broken: nothing is wrong with what was asked.</summary>
    public bool IsOfTheDisk => (Code & 255) is SqliteNative.Full or SqliteNative.ReadOnly or SqliteNative.IoError;
}

/// <summary>
/// A SQLite file. What a transaction has committed survives the death of the process and of the machine (write-ahead log, synchronous
/// FULL); what it has not is gone. For one thread at a time.
/// </summary>
public sealed class Database : IDisposable
{
    private nint _handle;

    private Database(nint handle, string path) => (_handle, Path) = (handle, path);

    public string Path { get; }

    internal nint Handle => _handle;

    /// <summary>Opens a file, making it if need be.</summary>
    /// <param name="exclusive">Keep every other process out until it is closed.</param>
    /// <exception cref="DatabaseException">Not to be opened, or another process has it.</exception>
    public static Database Open(string path, bool exclusive)
    {
        var database = OpenFile(path);
        try
        {
            if (exclusive) database.Do("PRAGMA locking_mode = EXCLUSIVE");
            database.Do("PRAGMA journal_mode = WAL");
            database.Do("PRAGMA synchronous = FULL");
            if (exclusive) database.Do("BEGIN IMMEDIATE; COMMIT");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static Database OpenFile(string path)
    {
        var code = SqliteNative.Open(path, out var handle, SqliteNative.ReadWrite | SqliteNative.Create, 0);
        var database = new Database(handle, path);
        if (code == SqliteNative.Ok)
        {
            SqliteNative.BusyTimeout(handle, BusyMilliseconds);
            return database;
        }
        var why = database.Fault(code);
        database.Dispose();
        throw why;
    }

    /// <summary>How long to wait for another process before giving up.</summary>
    private const int BusyMilliseconds = 2000;

    /// <summary>Runs statements that answer nothing, parted by ';'.</summary>
    public void Do(string sql)
    {
        foreach (var one in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            using var statement = Prepare(one);
            while (statement.Step())
            {
            }
        }
    }

    /// <summary>Rows that the last statement which changed any did change.</summary>
    public int Changes => SqliteNative.Changes(_handle);

    public Statement Prepare(string sql)
    {
        var code = SqliteNative.Prepare(_handle, sql, -1, out var statement, 0);
        return code == SqliteNative.Ok ? new Statement(this, statement) : throw Fault(code);
    }

    /// <summary>Does all of it or, when it throws, nothing.</summary>
    public void Transact(Action work)
    {
        Do("BEGIN IMMEDIATE");
        try
        {
            work();
        }
        catch
        {
            Do("ROLLBACK");
            throw;
        }
        Do("COMMIT");
    }

    /// <summary>Begins a copy of the whole file as it is when the copy is done. What this connection writes meanwhile is in it.</summary>
    /// <param name="path">Where to; there must be no file yet.</param>
    /// <exception cref="DatabaseException">It cannot be written there.</exception>
    public DatabaseCopy Copy(string path) => new(this, OpenFile(path));

    internal DatabaseException Fault(int code) =>
        new(code, $"{Path}: {(_handle == 0 ? "cannot be opened" : Marshal.PtrToStringUTF8(SqliteNative.ErrorMessage(_handle)))} (SQLite {code})",
            _handle == 0 ? 0 : SqliteNative.ExtendedError(_handle));

    public void Dispose()
    {
        if (_handle != 0) SqliteNative.Close(_handle);
        _handle = 0;
    }
}

/// <summary>A prepared statement: bind, step, read, reset. Columns count from 0, parameters from 1.</summary>
public sealed class Statement : IDisposable
{
    private readonly Database _database;
    private nint _handle;

    internal Statement(Database database, nint handle) => (_database, _handle) = (database, handle);

    public Statement Bind(int at, long value)
    {
        Check(SqliteNative.BindInt64(_handle, at, value));
        return this;
    }

    /// <summary>Binds text; null is SQL's null.</summary>
    public Statement Bind(int at, string? value)
    {
        Check(value is null ? SqliteNative.BindNull(_handle, at) : SqliteNative.BindText(_handle, at, value, -1, SqliteNative.Transient));
        return this;
    }

    /// <summary>Binds bytes; none are an empty blob, not SQL's null.</summary>
    public Statement Bind(int at, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? SqliteNative.BindZeroBlob(_handle, at, 0) : SqliteNative.BindBlob(_handle, at, value, value.Length, SqliteNative.Transient));
        return this;
    }

    public Statement BindNull(int at)
    {
        Check(SqliteNative.BindNull(_handle, at));
        return this;
    }

    /// <summary>Goes on; true while there is a row to read.</summary>
    public bool Step()
    {
        var code = SqliteNative.Step(_handle);
        return code switch { SqliteNative.Row => true, SqliteNative.Done => false, _ => throw _database.Fault(code) };
    }

    /// <summary>Runs it once and makes it ready to be bound again.</summary>
    public void Run()
    {
        while (Step())
        {
        }
        Reset();
    }

    public void Reset() => Check(SqliteNative.Reset(_handle));

    /// <summary>Makes it ready again after a run that failed, whose fault it would otherwise tell once more.</summary>
    public void TryReset() => SqliteNative.Reset(_handle);

    public bool IsNull(int column) => SqliteNative.ColumnType(_handle, column) == SqliteNative.TypeNull;
    public long Long(int column) => SqliteNative.ColumnInt64(_handle, column);

    /// <summary>A copy of the bytes; empty for SQL's null.</summary>
    public byte[] Blob(int column)
    {
        var from = SqliteNative.ColumnBlob(_handle, column);
        var bytes = new byte[SqliteNative.ColumnBytes(_handle, column)];
        if (bytes.Length > 0) Marshal.Copy(from, bytes, 0, bytes.Length);
        return bytes;
    }

    public string? Text(int column) => Marshal.PtrToStringUTF8(SqliteNative.ColumnText(_handle, column));

    private void Check(int code)
    {
        if (code != SqliteNative.Ok) throw _database.Fault(code);
    }

    public void Dispose()
    {
        if (_handle != 0) SqliteNative.FinalizeStatement(_handle);
        _handle = 0;
    }
}
