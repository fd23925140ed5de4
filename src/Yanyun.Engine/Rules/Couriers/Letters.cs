namespace Yanyun.Engine.Rules;

/// <summary>A seat writes to another what it knows and the other may not: towns that have changed hands, the greatest first, then the weightiest rows about the enemy, newest first.</summary>
internal static class Letters
{
    /// <summary>Rows of a letter kept for towns. Balance: half the sheet.</summary>
    private const int Towns = World.BlockRows / 2;

    public static void Write(World world, SeatId from, SeatId to, EventRef cause)
    {
        var set = world.Scenario.Seats[from.Value].Beliefs;
        var polity = world.Scenario.Seats[from.Value].Polity;
        Span<Sighting> rows = stackalloc Sighting[World.BlockRows];
        var count = LostAndWon(world, set, rows[..Towns]);
        var towns = count;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var belief = ref world.BeliefOf(set, new ForceId(f));
            if (!belief.Known || world.Scenario.SameSide(world.ForceTable[f].Polity, polity)) continue;
            var row = new Sighting { Subject = f, IsForce = 1, Holder = world.ForceTable[f].Polity, Seen = belief };
            var i = count < rows.Length ? count++ : rows.Length;
            for (; i > towns && (belief.AsOf, belief.Men).CompareTo((rows[i - 1].Seen.AsOf, rows[i - 1].Seen.Men)) > 0; i--)
                if (i < rows.Length) rows[i] = rows[i - 1];
            if (i < rows.Length) rows[i] = row;
        }
        if (count == 0) return;
        var packet = new CourierRule.Packet(DispatchKind.Report, from, world[from].At, world[to].At, Handling.Office, Post.Urgent)
        {
            ToSeat = to, Rows = rows[..count],
        };
        CourierRule.Send(world, packet, cause);
    }

    /// <summary>
    /// Towns believed in other hands than on the first day, which everybody knows: the greatest first, of equals the newest. A letter that has room for
    /// six names the capital before the villages about it.
    /// </summary>
    private static int LostAndWon(World world, byte set, Span<Sighting> rows)
    {
        var count = 0;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            ref readonly var belief = ref world.BeliefOf(set, new PlaceId(p));
            if (!belief.Holder.Exists || belief.Holder == world.Scenario.Start!.PlaceTable[p].Holder) continue;
            var row = new Sighting { Subject = p, Holder = belief.Holder, Seen = new ForceBelief { AsOf = belief.AsOf, Men = belief.Strength } };
            var i = count < rows.Length ? count++ : rows.Length;
            for (; i > 0 && Before(world, row, rows[i - 1]); i--)
                if (i < rows.Length) rows[i] = rows[i - 1];
            if (i < rows.Length) rows[i] = row;
        }
        return count;
    }

    private static bool Before(World world, in Sighting row, in Sighting other) =>
        (world.Atlas.Greatness(new PlaceId(row.Subject)), row.Seen.AsOf).CompareTo(
            (world.Atlas.Greatness(new PlaceId(other.Subject)), other.Seen.AsOf)) > 0;
}
