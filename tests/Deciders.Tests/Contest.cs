using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Deciders.Tests;

/// <summary>A war between two sides that minds play for: how a game is played and what it is scored by. Shared with bench/Arena.</summary>
/// <param name="Start">A fresh world under a seed.</param>
/// <param name="Opening">Orders given on the first day, before any mind is asked: who renounces the peace.</param>
internal sealed record Battleground(string Name, Func<ulong, World> Start, PolityId One, PolityId Two, int Days, Order[] Opening)
{
    /// <summary>A whole bookmark, one side renouncing the peace on the first day.</summary>
    public static Battleground Of(string name, Scenario scenario, PolityId one, PolityId renounces) => new(
        name, seed => World.Of(scenario, seed), one, renounces, scenario.Days - 1,
        [Order.Of(scenario.CourtOf[renounces.Value], new Renounce(one))]);

    public PolityId Other(PolityId side) => side == One ? Two : One;

    /// <summary>One game to its end.</summary>
    /// <param name="mindOf">Who leads the seats of a side.</param>
    /// <param name="everyNight">Told each evening, with the day's events in <see cref="World.Log"/>.</param>
    public World Play(ulong seed, Func<PolityId, IMind> mindOf, Action<World>? everyNight = null)
    {
        var world = Start(seed);
        var scenario = world.Scenario;
        var minds = new IMind?[scenario.Seats.Length];
        var (one, two) = (mindOf(One), mindOf(Two));
        for (var s = 1; s < minds.Length; s++)
            minds[s] = scenario.SameSide(scenario.Seats[s].Polity, One) ? one : scenario.SameSide(scenario.Seats[s].Polity, Two) ? two : null;
        var simulation = new Simulation(world, minds);
        if (everyNight is not null) world.Log = new EventLog();
        for (var day = 0; day < Days; day++)
        {
            if (day == 0 && Opening.Length > 0) simulation.Day(Opening, replay: true);
            else simulation.Day();
            everyNight?.Invoke(world);
            world.Log?.Clear();
        }
        return world;
    }

    /// <summary>Prefectures and greater seats of government that a side holds.</summary>
    public static int Prefectures(World world, PolityId side)
    {
        var held = 0;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
            if (world.Atlas[new PlaceId(p)].Kind is PlaceKind.Capital or PlaceKind.SuperiorPrefecture or PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture
                && world[new PlaceId(p)].Holder is { Exists: true } holder && world.Scenario.SameSide(holder, side)) held++;
        return held;
    }
}
