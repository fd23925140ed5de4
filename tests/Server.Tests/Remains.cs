using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>What a fallen house left, looked at entry by entry: each log is an unbroken chain, and each of its days runs again to the world that it names.</summary>
internal sealed class Remains(IGameStore store, Dictionary<string, GameState>? witnesses = null) : IDisposable
{
    /// <summary>What each game has come to, played along from its first entry; kept from fall to fall, so that no day is played twice.</summary>
    private readonly Dictionary<string, GameState> _witnesses = witnesses ?? [];

    /// <summary>Days done in all games at the last look.</summary>
    public int Days { get; private set; }

    /// <summary>Looks at the entries since the last look; every order that was acknowledged is among those there are.</summary>
    public async Task Check(IReadOnlyList<string> games, IReadOnlyCollection<(string Game, int Number)> acknowledged)
    {
        Days = 0;
        foreach (var id in games)
        {
            var row = (await store.Find(id))!;
            Assert.Null(row.Fault);
            if (!_witnesses.TryGetValue(id, out var state)) _witnesses[id] = state = new GameState(row.Head, TheShelf.Ground);
            Assert.True(row.Version >= state.Version, $"{id}: entries were lost");
            foreach (var entry in await store.Read(id, state.Version, row.Version))
            {
                Assert.True(entry.Follows(state.Version, state.Sum), $"{id}: entry {entry.Number} is not what was written");
                Assert.True(state.Apply(entry), $"{id}: day {entry.Day} runs otherwise");
            }
            Assert.Equal(row.Version, state.Version);
            Days += state.World.Today;
            if (acknowledged.All(order => order.Game != id)) continue;
            var given = (await store.Read(id, 0)).Where(entry => entry.Kind == EntryKind.Given).Select(entry => DayBody.NumberOf(entry.Body)).ToHashSet();
            Assert.All(acknowledged.Where(order => order.Game == id), order => Assert.Contains(order.Number, given));
        }
    }

    /// <summary>Each game wakes to the world of the witness, and goes on from there.</summary>
    public async Task WakeAll(IReadOnlyList<string> games)
    {
        var waker = new Waker(store, TheShelf.Shelf);
        foreach (var id in games)
        {
            var (state, why) = await waker.Wake((await store.Find(id))!);
            Assert.Null(why);
            Assert.Equal(WorldHash.Full(_witnesses[id].World), WorldHash.Full(state!.World));
            state.PlayDay(1);
        }
    }

    public Dictionary<string, GameState> Witnesses => _witnesses;

    /// <summary>Orders to all games in turn, no more than one visitor may give, until the house falls.</summary>
    public static async Task Order(Caller me, string seat, IReadOnlyList<string> games, List<(string, int)> acknowledged)
    {
        try
        {
            for (var n = 0; ; n++, await Task.Delay(40))
            {
                var game = games[n % games.Count];
                var answer = await me.Http.PostAsync($"/api/games/{game}/seats/{seat}/orders", JsonContent.Create(new { verb = "inform", args = new { to = "song-huaidong-command" } }));
                if (answer.StatusCode != HttpStatusCode.Created) continue;
                acknowledged.Add((game, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["number"]!));
            }
        }
        catch (Exception fell) when (fell is HttpRequestException or TaskCanceledException or IOException)
        {
            // It fell, or fell while it answered: what was not read was not acknowledged to us.
        }
    }

    public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
