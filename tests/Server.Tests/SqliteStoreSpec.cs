using System.Buffers.Binary;
using Yanyun.Chronicle.Storage;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>A real SQLite file, and what only a file can come to.</summary>
public sealed class SqliteStoreSpec : StoreSpec, IDisposable
{
    private readonly Folder _folder = new();

    protected override Task<IGameStore> Open() => Task.FromResult<IGameStore>(SqliteStore.Open(_folder.Games));

    [Fact]
    public async Task A_second_house_is_kept_out_of_the_file()
    {
        await using var store = await Open();
        Assert.True(Assert.Throws<DatabaseException>(() => SqliteStore.Open(_folder.Games)).IsBusy);
    }

    [Fact]
    public async Task A_file_that_cannot_grow_is_told_and_nothing_of_the_request_is_kept()
    {
        await using (var store = await Open()) await store.Create(TheShelf.Head("g"), Chain(1), [], Pulse.Still);
        await using (var store = SqliteStore.Open(_folder.Games, mostPages: 40))
        {
            var log = Chain(2);
            var body = Entry.After(1, log[0].Sum, EntryKind.Given, 0, 1, 0, new byte[400_000], 5);
            await Assert.ThrowsAsync<StoreException>(() => store.Append("g", 1, [body], null, Pulse.Still));
            Assert.Equal(1, (await store.Find("g"))!.Version);
            Assert.True(await store.Append("g", 1, log[1..], null, Pulse.Still));
        }
        await using var again = await Open();
        Assert.Equal(2, (await again.Read("g", 0)).Count);
    }

    [Fact]
    public async Task Appends_that_come_together_share_a_flush()
    {
        // As many as fit into the log of the file, which begins anew after a thousand pages.
        const int Games = 200;
        var log = Chain(2);
        await using (var first = await Open())
            for (var g = 0; g < Games; g++) await first.Create(TheShelf.Head($"g{g}"), log[..1], [], Pulse.Still);
        await using var store = await Open();
        await store.Healthy();
        var before = Commits();
        var appends = new List<Task<bool>>();
        for (var g = 0; g < Games; g++) appends.Add(store.Append($"g{g}", 1, log[1..], null, Pulse.Still));
        Assert.All(await Task.WhenAll(appends), Assert.True);
        Assert.InRange(Commits() - before, 1, Games / 2);

        // The frames of the log that end a transaction name the size of the file after it.
        int Commits()
        {
            using var file = new FileStream(_folder.Games + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            var wal = copy.ToArray().AsSpan();
            var (page, commits) = (BinaryPrimitives.ReadInt32BigEndian(wal[8..]), 0);
            for (var at = 32; at + 24 + page <= wal.Length; at += 24 + page)
                if (BinaryPrimitives.ReadInt32BigEndian(wal[(at + 4)..]) != 0) commits++;
            Assert.True(wal.Length < 900 * page, "the log is about to begin anew");
            return commits;
        }
    }

    public void Dispose() => _folder.Dispose();
}
