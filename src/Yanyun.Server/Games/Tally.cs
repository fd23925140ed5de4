using Yanyun.Engine;

namespace Yanyun.Server.Games;

/// <summary>What a day came to, for charts: by polity, and by seat how much of what it believed was not so. Row 0 of each is unused.</summary>
/// <param name="Places">Places held.</param>
/// <param name="Men">Fighting men: in bodies and in the garrisons of places held.</param>
/// <param name="Stores">Shi of grain in the granaries of places held.</param>
/// <param name="Wrong">Places of which the seat believed another holder than they had; those of which it knew none are not counted.</param>
public sealed record Tally(int[] Places, int[] Men, int[] Stores, int[] Wrong)
{
    /// <summary>Sheng of a shi.</summary>
    public const int Shi = 100;

    public static Tally Of(World world)
    {
        var (polities, seats) = (world.Scenario.Polities.Length, world.Scenario.Seats.Length);
        var (places, men, stores) = (new int[polities], new int[polities], new long[polities]);
        for (short p = 1; p < world.AllPlaces.Length; p++)
        {
            ref readonly var place = ref world.AllPlaces[p];
            if (!place.Holder.Exists) continue;
            places[place.Holder.Value]++;
            men[place.Holder.Value] += place.Garrison;
            stores[place.Holder.Value] += place.Stores;
        }
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world[new ForceId(f)];
            if (force.Alive) men[force.Polity.Value] += force.Men;
        }
        var wrong = new int[seats];
        for (byte s = 1; s < seats; s++) wrong[s] = WrongOf(world, new View(world, new SeatId(s)));
        return new Tally(places, men, [.. stores.Select(one => (int)(one / Shi))], wrong);
    }

    private static int WrongOf(World world, in View view)
    {
        var wrong = 0;
        for (short p = 1; p < view.Places.Length; p++)
            if (view.Places[p].Holder is { Exists: true } holder && holder != world.AllPlaces[p].Holder) wrong++;
        return wrong;
    }
}
