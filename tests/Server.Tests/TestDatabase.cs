using Npgsql;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>A database of the test's own in the PostgreSQL that ./test starts (tests/postgres), gone with the test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Where the address of the server is found.</summary>
    public const string Variable = "YANYUN_TEST_POSTGRES";

    private readonly Uri _server;
    private readonly string _name = "t" + Guid.NewGuid().ToString("N");

    private TestDatabase(Uri server) => _server = server;

    public Uri Address => new(_server, "/" + _name);

    public static async Task<TestDatabase> Make()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.True(server is not null, $"{Variable} is not set: run ./test, or start a server with tests/postgres and name it there");
        var database = new TestDatabase(new Uri(server));
        await database.Tell($"CREATE DATABASE {database._name}");
        return database;
    }

    public Task<PostgresStore> Open() => PostgresStore.Open(Address);

    /// <summary>Cuts every connection to it, as a fallen network or a restarted server does.</summary>
    public Task Cut() => Tell($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name}'");

    /// <summary>Waits until nobody is connected: what a killed node had under way is done or undone then.</summary>
    public async Task Alone()
    {
        await using var source = NpgsqlDataSource.Create(PostgresStore.Settings(_server) + ";Pooling=false");
        await Patience.Until(async () =>
        {
            await using var count = source.CreateCommand($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{_name}'");
            return (long)(await count.ExecuteScalarAsync())! == 0;
        }, "the dead hold on to the database");
    }

    /// <summary>Changes a setting of it, for connections to come.</summary>
    public Task Alter(string setting) => Tell($"ALTER DATABASE {_name} {setting}");

    /// <summary>Runs a statement in it.</summary>
    public async Task Do(string sql)
    {
        await using var source = NpgsqlDataSource.Create(PostgresStore.Settings(Address) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task Tell(string sql)
    {
        await using var source = NpgsqlDataSource.Create(PostgresStore.Settings(_server) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await Tell($"DROP DATABASE {_name} WITH (FORCE)");
}
