using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>A real PostgreSQL, and what only nodes that share one can come to.</summary>
public sealed class PostgresStoreSpec : StoreSpec, IAsyncLifetime
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(10);

    private TestDatabase _database = null!;

    protected override async Task<IGameStore> Open() => await _database.Open();

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Nodes_that_open_together_make_the_tables_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _database.Open()));
        Assert.True(await stores[0].Create(TheShelf.Head("g"), Chain(1), [], Pulse.Still));
        Assert.NotNull(await stores[7].Find("g"));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_nodes_that_append_to_one_version_one_is_served()
    {
        await using PostgresStore one = await _database.Open(), two = await _database.Open();
        var log = Chain(60);
        await one.Create(TheShelf.Head("g"), log[..1], [], Pulse.Still);
        var served = 0;
        for (var n = 1; n < log.Count; n++)
        {
            var both = await Task.WhenAll(one.Append("g", n, log[n..(n + 1)], null, Pulse.Still), two.Append("g", n, log[n..(n + 1)], null, Pulse.Still));
            served += both.Count(done => done);
        }
        Assert.Equal(log.Count - 1, served);
        Assert.Equal(log.Select(entry => entry.Sum), (await two.Read("g", 0)).Select(entry => entry.Sum));
    }

    [Fact]
    public async Task A_node_hears_what_others_write_and_not_itself()
    {
        await using PostgresStore one = await _database.Open(), two = await _database.Open();
        var (heard, own) = (new TaskCompletionSource<string?>(), new List<string?>());
        two.Changed += game => heard.TrySetResult(game);
        one.Changed += own.Add;
        var log = Chain(2);
        await one.Create(TheShelf.Head("g"), log[..1], [], Pulse.Still);
        await one.Append("g", 1, log[1..], null, Pulse.Still);
        Assert.Equal("g", await heard.Task.WaitAsync(TimeSpan.FromMinutes(3)));
        Assert.Empty(own);
    }

    [Fact]
    public async Task A_node_whose_connections_were_cut_writes_again_and_knows_that_it_may_have_missed_something()
    {
        await using var store = await _database.Open();
        await store.Create(TheShelf.Head("g"), Chain(1), [], Pulse.Still);
        var missed = new TaskCompletionSource<string?>();
        store.Changed += game => missed.TrySetResult(game);
        await _database.Cut();
        Assert.Null(await missed.Task.WaitAsync(TimeSpan.FromMinutes(3)));
        var served = false;
        for (var tries = 0; tries < 10 && !served; tries++)
            try
            {
                served = await store.Append("g", 1, Chain(2)[1..], null, Pulse.Still);
            }
            catch (StoreException)
            {
                // A connection of the pool that was cut too: told, and nothing done.
            }
        Assert.True(served);
        Assert.Equal(2, (await store.Read("g", 0)).Count);
    }

    [Fact]
    public async Task What_one_node_keeps_another_takes_over_when_the_lease_has_run_out_or_was_given_up()
    {
        await using var two = await _database.Open();
        var one = await _database.Open();
        await one.Create(TheShelf.Head("a"), Chain(1), [], Pulse.Running);
        await one.Create(TheShelf.Head("b"), Chain(1), [], Pulse.Running);
        Assert.Equal(["a"], await one.Claim(1, s_minute));
        Assert.Equal(["b"], await two.Claim(5, TimeSpan.FromMilliseconds(1)));
        Assert.False(await two.Keep("a", s_minute));
        await Task.Delay(20);
        Assert.True(await one.Keep("b", s_minute), "the lease had run out");
        Assert.Empty(await two.Claim(5, s_minute));
        await one.DisposeAsync();
        Assert.Equal(["a", "b"], (await two.Claim(5, s_minute)).Order());
    }

    [Fact]
    public async Task A_schema_of_another_program_is_refused_and_left_alone()
    {
        await (await _database.Open()).DisposeAsync();
        await _database.Do("UPDATE yanyun_schema SET version = 99");
        Assert.Contains("schema 99", (await Assert.ThrowsAsync<StoreException>(_database.Open)).Message);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_and_nothing_hangs()
    {
        var store = await _database.Open();
        await _database.Do("DROP TABLE entry");
        await Assert.ThrowsAsync<StoreException>(() => store.Read("g", 0));
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreException>(() => PostgresStore.Open(new Uri("postgres://nobody@127.0.0.1:1/none")));
    }

    [Fact]
    public async Task Commits_wait_for_the_disk_whatever_the_database_is_set_to()
    {
        await _database.Alter("SET synchronous_commit = off");
        await using var source = Npgsql.NpgsqlDataSource.Create(PostgresStore.Settings(_database.Address) + ";Pooling=false");
        await using var show = source.CreateCommand("SHOW synchronous_commit");
        Assert.Equal("on", await show.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("postgres://u:p%40ss@host:6543/games", "Host=host;Port=6543;Database=games")]
    [InlineData("postgresql://u@host/games?sslmode=verify-full", "SSL Mode=VerifyFull")]
    public void An_address_says_where_the_database_is(string address, string part) => Assert.Contains(part, PostgresStore.Settings(new Uri(address)));

    [Theory]
    [InlineData("postgres://host")]
    [InlineData("mysql://host/games")]
    [InlineData("postgres://host/a/b")]
    [InlineData("postgres://host/games?sslmode=perhaps")]
    [InlineData("postgres://host/games?pool=9")]
    public void What_is_no_such_address_is_refused(string address) => Assert.Throws<UriFormatException>(() => PostgresStore.Settings(new Uri(address)));
}
