using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>What every store of games must do.</summary>
public abstract class StoreSpec
{
    /// <summary>Opens the test's own store, again after it was closed.</summary>
    protected abstract Task<IGameStore> Open();

    [Fact]
    public async Task What_was_appended_is_read_again_after_the_house_was_closed()
    {
        var log = Chain(5);
        await using (var store = await Open())
        {
            Assert.True(await store.Create(TheShelf.Head("g"), log[..2], [], Pulse.Still));
            Assert.True(await store.Append("g", 2, log[2..], Rung.Of(30, 5, [1, 2, 3]), Pulse.Running));
        }
        await using var again = await Open();
        var row = await again.Find("g");
        Assert.Equal((5, 4, Pulse.Running, null), (row!.Version, row.Day, row.Pulse, row.Fault));
        Assert.Equal(TheShelf.Head("g").ScenarioHash, row.Head.ScenarioHash);
        var read = await again.Read("g", 0);
        Assert.Equal(log.Select(Text), read.Select(Text));
        Assert.Equal(log[2..4].Select(Text), (await again.Read("g", 2, 4)).Select(Text));
        Assert.Equal([1, 2, 3], (await again.RungAt("g", 99))!.Bytes);
        Assert.Null(await again.RungAt("g", 29));
        Assert.Null(await again.Find("other"));
    }

    [Fact]
    public async Task An_append_that_expects_another_version_does_nothing()
    {
        await using var store = await Open();
        var log = Chain(3);
        await store.Create(TheShelf.Head("g"), log[..1], [], Pulse.Still);
        Assert.False(await store.Append("g", 0, log[..1], null, Pulse.Still));
        Assert.False(await store.Append("g", 2, log[2..], null, Pulse.Still));
        Assert.False(await store.Append("nobody", 0, log[..1], null, Pulse.Still));
        Assert.Equal(1, (await store.Find("g"))!.Version);
        Assert.True(await store.Append("g", 1, log[1..], null, Pulse.Still));
    }

    [Fact]
    public async Task Of_many_who_append_at_once_to_one_version_one_is_served()
    {
        await using var store = await Open();
        var log = Chain(2);
        await store.Create(TheShelf.Head("g"), log[..1], [], Pulse.Still);
        var served = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => store.Append("g", 1, log[1..], null, Pulse.Still))));
        Assert.Equal(1, served.Count(one => one));
        Assert.Equal(2, (await store.Read("g", 0)).Count);
    }

    [Fact]
    public async Task A_game_in_quarantine_is_read_and_no_longer_written()
    {
        await using var store = await Open();
        var log = Chain(2);
        await store.Create(TheShelf.Head("g"), log[..1], [], Pulse.Still);
        await store.Quarantine("g", "torn");
        Assert.False(await store.Append("g", 1, log[1..], null, Pulse.Still));
        Assert.Equal("torn", (await store.Find("g"))!.Fault);
        Assert.Single(await store.Read("g", 0));
    }

    [Fact]
    public async Task A_paper_is_filed_once_and_replaced_only_as_expected()
    {
        await using var store = await Open();
        Assert.True(await store.File("account", "a", "owner", "one"));
        Assert.False(await store.File("account", "a", "owner", "two"));
        Assert.True(await store.File("name", "a", "owner", "other drawer"));
        Assert.False(await store.Replace("account", "a", "two", "three"));
        Assert.True(await store.Replace("account", "a", "one", "three 燕雲"));
        Assert.Equal("three 燕雲", await store.Paper("account", "a"));
        Assert.Equal([("a", "three 燕雲")], await store.Papers("account", "owner"));
        Assert.True(await store.Tear("account", "a"));
        Assert.False(await store.Tear("account", "a"));
        Assert.Null(await store.Paper("account", "a"));
    }

    [Fact]
    public async Task A_running_game_is_claimed_once_and_what_is_claimed_is_kept()
    {
        await using var store = await Open();
        await store.Create(TheShelf.Head("runs"), Chain(1), [], Pulse.Running);
        await store.Create(TheShelf.Head("rests"), Chain(1), [], Pulse.Still);
        await store.Create(TheShelf.Head("torn"), Chain(1), [], Pulse.Running);
        await store.Quarantine("torn", "torn");
        Assert.Equal(["runs"], await store.Claim(10, TimeSpan.FromMinutes(1)));
        Assert.Empty(await store.Claim(10, TimeSpan.FromMinutes(1)));
        Assert.True(await store.Keep("runs", TimeSpan.FromMinutes(1)));
        Assert.True(await store.Keep("rests", TimeSpan.FromMinutes(1)));
    }

    internal static List<Entry> Chain(int length)
    {
        var log = new List<Entry>();
        for (var n = 0; n < length; n++)
            log.Add(Entry.After(n, n == 0 ? Entry.ChainStart : log[^1].Sum, n == 2 ? EntryKind.Day : EntryKind.Given, n, (byte)n, ulong.MaxValue - (ulong)n, new byte[n], n * 10));
        return log;
    }

    private static string Text(Entry entry) => $"{entry.Number} {entry.Kind} {entry.Day} {entry.Seat} {entry.Hash} {Convert.ToHexString(entry.Body)} {entry.At} {entry.Sum}";
}
