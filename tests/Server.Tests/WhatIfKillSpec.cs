using System.Net;
using System.Text.Json.Nodes;
using Yanyun.Server.WhatIfs;

namespace Server.Tests;

/// <summary>A node is killed amid a what-if of hundreds of histories, on a shared database: it is gone on with, and comes to what it would have come to.</summary>
public sealed class WhatIfKillSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Pairs = 240;

    private readonly Folder _folder = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    /// <param name="modest">It gives way to whoever else wants the processor, so that it is not done before it is killed.</param>
    private Program Serve(bool modest = false) => Program.ServeBy(modest ? ["nice", "-n", "19", "dotnet"] : ["dotnet"], _folder.Path, [], "--store", _database.Address.ToString());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_amid_a_what_if_it_is_gone_on_with_by_another_node_or_by_its_own_when_it_is_opened_again(bool another)
    {
        using var one = Serve(modest: true);
        using var two = another ? Serve() : null;
        two?.Freeze(); // so that the first has it for certain
        using var me = new Caller(one.Address);
        await me.Post("/api/guests", null, HttpStatusCode.Created);
        var id = await WhatIfSpec.Ask(me, $"games/{await me.Game(seed: 11)}", WhatIfSpec.Question(Pairs, horizon: 60));
        await using var store = await _database.Open();
        var book = new WhatIfBook(store);
        await Patience.Until(async () => (await book.Batches(id)).Count > 0, "it is not played", 10);
        one.Kill();
        var kept = (await book.Batches(id)).Sum(batch => batch.Pairs.Count);
        Assert.InRange(kept, 1, Pairs - 1);
        two?.Thaw();

        using var again = another ? null : Serve();
        var after = two ?? again!;
        using var there = new Caller(after.Address);
        foreach (Cookie cookie in me.Cookies.GetAllCookies()) there.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        var resumed = await WhatIfSpec.Ended(there, id);
        Assert.Equal((Pairs, "done"), ((int)resumed["done"]!, (string)resumed["state"]!));
        var whole = await WhatIfSpec.Ended(there, await WhatIfSpec.Ask(there, $"games/{await there.Game(seed: 11)}", WhatIfSpec.Question(Pairs, horizon: 60)));
        Assert.Equal((string)whole["figures"]!["digest"]!, (string)resumed["figures"]!["digest"]!);
        Assert.True(JsonNode.DeepEquals(whole["figures"]!["effects"], resumed["figures"]!["effects"]));
        output.WriteLine($"killed after {kept} of {Pairs} pairs");
    }
}
