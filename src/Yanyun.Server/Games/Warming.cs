using Yanyun.Engine;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Yanyun.Server.Games;

/// <summary>
/// Plays a game that nobody made in a hall of its own, puts it away and wakes it a few times, so that the code is compiled and the scenario read before the
/// first visitor asks. Nothing of it is kept.
/// </summary>
internal static class Warming
{
    /// <summary>Days above the rung that is climbed. Balance: as many as bring the code of a day to where it is compiled with care, no more.</summary>
    private const int Above = 10;

    /// <summary>How often it is woken, for the same reason.</summary>
    private const int Times = 3;

    /// <summary>Warms a scenario. False when the game does not wake as it was put away.</summary>
    /// <exception cref="IOException">No file can be made where passing files go.</exception>
    public static async Task<bool> Of(string scenario, Shelf shelf, TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("yanyun-warm-").FullName;
        try
        {
            await using var hall = new Hall(SqliteStore.Open(Path.Combine(folder, "games.sqlite")), shelf, time, new HallSettings(TimeSpan.Zero, TimeSpan.MaxValue));
            var wish = new Wish("warming", "", "", Open: true, Listed: true, new Dictionary<string, HolderKind>(), default);
            if (await hall.Founding.New(wish, scenario, 1, []) is not ({ } id, null)) return false;
            for (var above = -1; above < Above;)
            {
                if (await hall.Open(id) is not ({ } game, null) || await game.Turn(_ => true) is not null) return false;
                if (above >= 0 || await game.Look(state => Rungs.On(state.Today))) above++;
            }
            var before = await hall.AwakeGame(id)!.Look(state => Page(state, shelf.Calendar));
            for (var times = 0; times < Times; times++)
            {
                await hall.Sweep();
                if (hall.AwakeGame(id) is not null || await hall.Open(id) is not ({ } woken, null)) return false;
                if (await woken.Look(state => Page(state, shelf.Calendar)) != before) return false;
            }
            return true;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What who sits in its first seat is shown.</summary>
    private static string Page(GameState state, Calendar calendar)
    {
        var page = TablePage.Public(state, calendar);
        state.Ground.Page.Write(new View(state.World, new SeatId(1)), page);
        page.Set("orders", json => new LegalOrders(state.Ground.Words).Write(json, new View(state.World, new SeatId(1))));
        return page.Whole();
    }
}
