using System.Text.Json;
using Yanyun.Lab;
using Yanyun.Server.Store;

namespace Yanyun.Server.WhatIfs;

/// <summary>
/// The what-ifs of the house, kept where the games are: what was asked and what came of it, and while it is played the pairs themselves, batch by
/// batch, so that another run of the program, or another node, goes on from the last of them.
/// </summary>
public sealed class WhatIfBook(IGameStore store)
{
    private const string Asked = "whatif", Open = "whatif-open", Pairs = "whatif-pairs", Everybody = "all";

    public async Task Enter(WhatIf one)
    {
        await store.File(Asked, one.Id, one.Account, Write(one));
        await store.File(Open, one.Id, Everybody, one.Account);
    }

    public async Task<WhatIf?> Find(string id) => id.Length <= 20 && await store.Paper(Asked, id) is { } text ? Read<WhatIf>(text) : null;

    /// <summary>All that an account has asked, the newest first.</summary>
    public async Task<IReadOnlyList<WhatIf>> Of(string account) =>
        [.. (await store.Papers(Asked, account)).Select(paper => Read<WhatIf>(paper.Text)!).OrderByDescending(one => one.MadeAt).ThenBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>Those that are not over, with who asked them.</summary>
    public Task<IReadOnlyList<(string Id, string Account)>> Unfinished() => store.Papers(Open, Everybody);

    /// <summary>Keeps how it stands now. False when somebody else has changed it meanwhile: it is no longer as it was known here.</summary>
    public async Task<bool> Keep(WhatIf before, WhatIf now)
    {
        if (!await store.Replace(Asked, before.Id, Write(before), Write(now))) return false;
        if (Standing.IsOver(now.Standing)) await Close(now.Id);
        return true;
    }

    /// <summary>Strikes it off those that are to be played. The figures are kept; the pairs they rest on can be played again.</summary>
    public async Task Close(string id)
    {
        foreach (var (key, _) in await store.Papers(Pairs, id)) await store.Tear(Pairs, key);
        await store.Tear(Open, id);
    }

    public async Task Remove(string id)
    {
        await Close(id);
        await store.Tear(Asked, id);
    }

    /// <summary>Keeps a batch. One that is there already is left: it cannot be another.</summary>
    public Task Add(string id, Batch batch) =>
        store.File(Pairs, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}/{batch.First:D9}"), id, JsonSerializer.Serialize(batch));

    /// <summary>The batches that are kept, in the order of their runs.</summary>
    public async Task<IReadOnlyList<Batch>> Batches(string id) => [.. (await store.Papers(Pairs, id)).Select(paper => Read<Batch>(paper.Text)!)];

    /// <summary>Forgets the batches of a program of another make.</summary>
    public async Task Forget(string id)
    {
        foreach (var (key, _) in await store.Papers(Pairs, id)) await store.Tear(Pairs, key);
    }

    /// <summary>Takes, or prolongs, this node's turn at it.</summary>
    public Task<bool> Hold(string id, TimeSpan lease) => store.Keep("whatif/" + id, lease);

    private static string Write(WhatIf one) => JsonSerializer.Serialize(one);

    private static T? Read<T>(string text) => JsonSerializer.Deserialize<T>(text);
}
