using Yanyun.Chronicle.Storage;

namespace Chronicle.Tests.Storage;

/// <summary>The operating system's SQLite, through the few calls that the house makes.</summary>
public sealed class DatabaseSpec : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yanyun-sqlite-").FullName;

    private string File => Path.Combine(_folder, "a.sqlite");

    [Theory]
    [InlineData("plain")]
    [InlineData("紹興十年閏六月 · 燕雲")]
    [InlineData("it's; \"quoted\"\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Text_comes_back_as_it_went_in(string? text)
    {
        using var database = Open();
        using (var insert = database.Prepare("INSERT INTO row VALUES(?1, ?2)").Bind(1, 7).Bind(2, text)) insert.Run();
        using var query = database.Prepare("SELECT word FROM row WHERE id = ?1").Bind(1, 7);
        Assert.True(query.Step());
        Assert.Equal(text is null, query.IsNull(0));
        Assert.Equal(text, query.Text(0));
        Assert.False(query.Step());
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void Numbers_come_back_as_they_went_in(long number)
    {
        using var database = Open();
        using var insert = database.Prepare("INSERT INTO row VALUES(?1, NULL)");
        insert.Bind(1, number).Run();
        using var query = database.Prepare("SELECT id FROM row");
        Assert.True(query.Step());
        Assert.Equal(number, query.Long(0));
    }

    [Fact]
    public void A_statement_serves_again_when_it_has_run()
    {
        using var database = Open();
        using var insert = database.Prepare("INSERT INTO row VALUES(?1, ?2)");
        for (var i = 0; i < 100; i++) insert.Bind(1, i).Bind(2, "x").Run();
        Assert.Equal(100, Count(database));
    }

    [Fact]
    public void What_a_transaction_did_before_it_broke_is_not_done()
    {
        using var database = Open();
        Assert.Throws<InvalidOperationException>(() => database.Transact(() =>
        {
            database.Do("INSERT INTO row VALUES(1, 'x')");
            throw new InvalidOperationException();
        }));
        Assert.Equal(0, Count(database));
        database.Transact(() => database.Do("INSERT INTO row VALUES(1, 'x')"));
        Assert.Equal(1, Count(database));
    }

    [Fact]
    public void What_is_committed_is_there_when_the_file_is_opened_again()
    {
        using (var database = Open()) database.Do("INSERT INTO row VALUES(1, 'x')");
        using var again = Database.Open(File, exclusive: false);
        Assert.Equal(1, Count(again));
    }

    [Fact]
    public void It_writes_ahead_and_waits_for_the_disk()
    {
        using var database = Open();
        using var journal = database.Prepare("PRAGMA journal_mode");
        Assert.True(journal.Step());
        Assert.Equal("wal", journal.Text(0));
        using var synchronous = database.Prepare("PRAGMA synchronous");
        Assert.True(synchronous.Step());
        Assert.Equal(2, synchronous.Long(0)); // FULL
    }

    [Fact]
    public void A_fault_names_the_file_and_what_sqlite_said_of_it()
    {
        using var database = Open();
        var fault = Assert.Throws<DatabaseException>(() => database.Prepare("SELECT word FROM nowhere"));
        Assert.Contains(File, fault.Message);
        Assert.Contains("nowhere", fault.Message);
        Assert.False(fault.IsBusy);
        database.Do("INSERT INTO row VALUES(1, 'x')");
        Assert.Throws<DatabaseException>(() => database.Do("INSERT INTO row VALUES(1, 'y')"));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_a_fault() =>
        Assert.Throws<DatabaseException>(() => Database.Open(Path.Combine(_folder, "no-such-folder", "a.sqlite"), exclusive: true));

    private Database Open()
    {
        var database = Database.Open(File, exclusive: true);
        database.Do("CREATE TABLE row(id INTEGER PRIMARY KEY, word TEXT)");
        return database;
    }

    private static long Count(Database database)
    {
        using var query = database.Prepare("SELECT COUNT(*) FROM row");
        query.Step();
        return query.Long(0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
