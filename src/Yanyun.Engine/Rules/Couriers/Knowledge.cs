namespace Yanyun.Engine.Rules;

/// <summary>What seats believe: rows with the day they are true of. A newer row replaces an older one; reading a row again changes nothing.</summary>
internal static class Knowledge
{
    /// <summary>Whether a row says something later than what is known.</summary>
    public static bool IsNewer(World world, byte set, in Sighting row) =>
        row.IsForce != 0
            ? row.Seen.AsOf > world.BeliefOf(set, new ForceId(row.Subject)).AsOf || !world.BeliefOf(set, new ForceId(row.Subject)).Known
            : row.Seen.AsOf > world.BeliefOf(set, new PlaceId(row.Subject)).AsOf;

    /// <summary>Takes a row over if it is newer. True when it is news: something moved, changed hands, grew or shrank.</summary>
    public static bool Merge(World world, byte set, in Sighting row)
    {
        if (!IsNewer(world, set, row)) return false;
        if (row.IsForce != 0)
        {
            ref var belief = ref world.BeliefOf(set, new ForceId(row.Subject));
            var news = belief.Place != row.Seen.Place || Whole.Abs(belief.Men - row.Seen.Men) > 2 || belief.Doing != row.Seen.Doing;
            belief = row.Seen;
            if (news && row.Seen.Doing != Doing.Hidden && world.BeliefOf(set, row.Seen.Place).Holder is { Exists: true } holder
                && !world.Scenario.SameSide(row.Holder, holder)) world.WarSigns[set] = true; // in a country not his own
            return news;
        }
        ref var place = ref world.BeliefOf(set, new PlaceId(row.Subject));
        if (place.Holder != row.Holder) world.WarSigns[set] = true;
        var changed = place.Holder != row.Holder || Whole.Abs(place.Strength - row.Seen.Men) > 4;
        place.Holder = row.Holder;
        place.Strength = row.Seen.Men;
        place.AsOf = row.Seen.AsOf;
        return changed;
    }

    /// <summary>A place as those about it see it.</summary>
    public static Sighting OfPlace(World world, PlaceId place, int asOf)
    {
        ref readonly var state = ref world[place];
        return new Sighting
        {
            Subject = place.Value, Holder = state.Holder,
            Seen = new ForceBelief { AsOf = (ushort)asOf, Men = Band.Of(MenIn(world, place)), SupplyDays = 255 },
        };
    }

    /// <summary>Garrison, and forces of the holder's side at the place. Reads the muster of the day.</summary>
    private static int MenIn(World world, PlaceId place)
    {
        ref readonly var state = ref world[place];
        var men = state.Garrison;
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
            if (world.Scenario.SameSide(world[f].Polity, state.Holder) && world[f].Doing != Doing.Hidden) men += world[f].Men;
        return men;
    }

    /// <summary>
    /// A force as an observer sees it: its own side exactly, another within about a third, by a die that depends on subject, day and observer alone.
    /// </summary>
    public static Sighting OfForce(World world, ForceId id, PolityId observer, int asOf)
    {
        // Kept from one observer to the next of the same side within a phase of the day: see Forget.
        var slot = id.Value * Alarm.Sides + world.Scenario.SideOf(observer);
        if (world.SeenOn[slot] == asOf + 1) return world.Seen[slot];
        world.SeenOn[slot] = asOf + 1;
        return world.Seen[slot] = See(world, id, observer, asOf);
    }

    /// <summary>Between dawn, when seats look at yesterday, and night, when forces write of today, things move: what was seen is seen anew.</summary>
    public static void Forget(World world) => Array.Clear(world.SeenOn);

    private static Sighting See(World world, ForceId id, PolityId observer, int asOf)
    {
        ref readonly var force = ref world[id];
        var own = world.Scenario.SameSide(force.Polity, observer);
        var men = force.Men;
        int band = Band.Of(men);
        if (!own && men > 0)
        {
            var die = world.Chance.Below(49, Purpose.Sighting, force.Key ^ Key.Mix((ulong)world.Scenario.SideOf(observer) + 1UL), (uint)asOf);
            band = Whole.Clamp(band + die / 7 + die % 7 - 6, 1, 255); // sum of two dice of seven: -6..+6 eighths of a doubling, SD 2.8
        }
        var sixteenths = men == 0 ? 0 : Whole.Min(15, Whole.MulDiv(force.Horse, 16, men));
        return new Sighting
        {
            Subject = id.Value, IsForce = 1, Holder = force.Polity,
            Seen = new ForceBelief
            {
                AsOf = (ushort)asOf, Place = CourierRule.Where(force), Men = (byte)band,
                Arms = (byte)(sixteenths | Whole.Clamp(force.Quality / 10, 0, 15) << 4),
                SupplyDays = own ? (byte)Whole.Clamp(SupplyRule.Days(world, id), 0, 254) : (byte)255, Doing = force.Doing,
            },
        };
    }
}
