namespace Yanyun.Engine.Rules;

/// <summary>A seat writes to another what it knows and the other may not: the weightiest rows about the enemy, newest first.</summary>
internal static class Letters
{
    public static void Write(World world, SeatId from, SeatId to, EventRef cause)
    {
        var set = world.Scenario.Seats[from.Value].Beliefs;
        var polity = world.Scenario.Seats[from.Value].Polity;
        Span<Sighting> rows = stackalloc Sighting[World.BlockRows];
        var count = 0;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var belief = ref world.BeliefOf(set, new ForceId(f));
            if (!belief.Known || world.Scenario.SameSide(world.ForceTable[f].Polity, polity)) continue;
            var row = new Sighting { Subject = f, IsForce = 1, Holder = world.ForceTable[f].Polity, Seen = belief };
            var i = count < rows.Length ? count++ : rows.Length;
            for (; i > 0 && (belief.AsOf, belief.Men).CompareTo((rows[i - 1].Seen.AsOf, rows[i - 1].Seen.Men)) > 0; i--)
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
}
