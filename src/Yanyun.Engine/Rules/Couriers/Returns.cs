namespace Yanyun.Engine.Rules;

/// <summary>
/// Once a month a command writes to its superior how each body under it stands, as far as it knows and the superior does not: so a court hears of its armies
/// though nothing stirs. What the command itself has not looked at anew, as a quiet garrison in its own town, it cannot return.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/couriers.md.</remarks>
internal static class Returns
{
    /// <summary>Days between two returns of a command. Estimate 10 - 90.</summary>
    public const int Every = 30;

    /// <summary>Night: who has his day. Commands take turns, so that riders do.</summary>
    public static void Nightly(World world)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
            if ((world.Today + s) % Every == 0) Write(world, new SeatId(s));
    }

    private static void Write(World world, SeatId from)
    {
        ref readonly var office = ref world[from];
        var to = office.Superior;
        if (office.Open == 0 || !office.At.Exists || Clerks.IsCutOff(world, from) || !to.Exists || world[to].Open == 0 || Clerks.IsCutOff(world, to)) return;
        var (mine, theirs) = (world.Scenario.Seats[from.Value].Beliefs, world.Scenario.Seats[to.Value].Beliefs);
        if (mine == theirs || world[to].At == office.At) return;
        Span<Sighting> rows = stackalloc Sighting[World.BlockRows];
        var count = 0;
        for (short f = 1; f < world.Forces; f++)
        {
            if (!Answers(world, world.ForceTable[f].Seat, from)) continue;
            ref readonly var belief = ref world.BeliefOf(mine, new ForceId(f));
            if (!belief.Known || belief.AsOf <= world.BeliefOf(theirs, new ForceId(f)).AsOf) continue;
            if (count == rows.Length) Send(world, from, to, rows, ref count);
            rows[count++] = new Sighting { Subject = f, IsForce = 1, Holder = world.ForceTable[f].Polity, Seen = belief };
        }
        if (count > 0) Send(world, from, to, rows, ref count);
    }

    private static void Send(World world, SeatId from, SeatId to, ReadOnlySpan<Sighting> rows, ref int count)
    {
        CourierRule.Send(world, new CourierRule.Packet(DispatchKind.Report, from, world[from].At, world[to].At, Handling.Office, Post.Horse)
        {
            ToSeat = to, Rows = rows[..count],
        }, EventRef.None);
        count = 0;
    }

    /// <summary>Whether a seat is another, or answers to it, or to one that does.</summary>
    private static bool Answers(World world, SeatId seat, SeatId to)
    {
        for (var up = seat; up.Exists; up = world[up].Superior)
            if (up == to) return true;
        return false;
    }
}
