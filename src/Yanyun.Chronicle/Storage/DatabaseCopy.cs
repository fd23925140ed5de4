namespace Yanyun.Chronicle.Storage;

/// <summary>A copy of an open file under way, some pages at a time, so that the connection has time for others between. For the thread of that connection.</summary>
public sealed class DatabaseCopy : IDisposable
{
    private readonly Database _to;
    private nint _handle;

    internal DatabaseCopy(Database from, Database to)
    {
        _to = to;
        _handle = SqliteNative.BackupInit(to.Handle, "main", from.Handle, "main");
        if (_handle != 0) return;
        var why = to.Fault(0);
        to.Dispose();
        throw why;
    }

    /// <summary>Copies some pages more; true when all are copied and durable.</summary>
    /// <exception cref="DatabaseException">It cannot be written there.</exception>
    public bool Step(int pages)
    {
        var code = SqliteNative.BackupStep(_handle, pages);
        return (code & 255) switch
        {
            SqliteNative.Done => true,
            SqliteNative.Ok or SqliteNative.Busy or SqliteNative.Locked => false,
            _ => throw _to.Fault(code),
        };
    }

    public void Dispose()
    {
        if (_handle != 0) SqliteNative.BackupFinish(_handle);
        _handle = 0;
        _to.Dispose();
    }
}
