namespace Yanyun.Engine.Rules;

/// <summary>The dice of contests: those of the day, unless a reconstructed past has others for the place.</summary>
internal static class FateDice
{
    /// <summary>The dice of today's contests at a place.</summary>
    public static Chance ChanceAt(this World world, PlaceId place) => new(world.SeedAt(place), world.Today);

    /// <summary>The seed of contests at a place. One comparison in a world that has no other dice.</summary>
    public static ulong SeedAt(this World world, PlaceId place)
    {
        var seed = world.Seed;
        var rows = world.FateTable.AsSpan();
        if (rows[0].Until < world.Today || !place.Exists) return seed;
        foreach (ref readonly var fate in rows[1..])
        {
            if (fate.Until < world.Today || !fate.Place.Exists) continue;
            if (fate.Place == place || world.Atlas.RideLi(fate.Place, place) <= fate.Li) seed ^= Key.Child(world.Atlas[fate.Place].Key, fate.Until, fate.Salt);
        }
        return seed;
    }
}
