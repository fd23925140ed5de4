using Yanyun.Engine;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Yanyun.Server.Games;

/// <summary>
/// Plays a game that nobody made and wakes it a few times, so that the code is compiled and the scenario read before the first visitor asks. Nothing of it is
/// kept.
/// </summary>
internal static class Warming
{
    /// <summary>Days above the rung that is climbed. Balance: as many as bring the code of a day to where it is compiled with care, no more.</summary>
    private const int Above = 10;

    /// <summary>How often it is woken, for the same reason.</summary>
    private const int Times = 3;

    /// <summary>Warms a scenario. False when the game does not wake as it was put away.</summary>
    public static bool Of(string scenario, Ground ground, Calendar calendar)
    {
        var head = new GameHead("warming", "", scenario, ground.Scenario.Hash, RulesVersion.Current, 1, [], "", true, false, null, 0, 0);
        var state = new GameState(head, ground);
        while (!Rungs.On(state.Today)) state.PlayDay(0);
        var rung = Rungs.Of(state);
        var above = new List<Entry>();
        while (above.Count < Above) above.Add(state.PlayDay(0));
        state.Rest();
        for (var time = 0; time < Times; time++)
        {
            if (Rungs.Climb(rung, head, ground) is not { } woken || !above.TrueForAll(woken.Apply)) return false;
            Look(woken, calendar);
            woken.Rest();
        }
        return true;
    }

    /// <summary>As who sits in its first seat does.</summary>
    private static void Look(GameState state, Calendar calendar)
    {
        var page = TablePage.Public(state, calendar);
        state.Ground.Page.Write(new View(state.World, new SeatId(1)), page);
        page.Set("orders", json => new LegalOrders(state.Ground.Words).Write(json, new View(state.World, new SeatId(1))));
        page.Whole();
    }
}
