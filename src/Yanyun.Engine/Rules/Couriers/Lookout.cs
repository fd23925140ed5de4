namespace Yanyun.Engine.Rules;

/// <summary>
/// What a seat's own scouts tell it at dawn: how places within <see cref="Atlas.ScoutLi"/> of road stood last night and who was there. Nobody is told
/// of a day that has not ended, so that no knowledge outruns a rider.
/// </summary>
public static class Lookout
{
    /// <summary>A seat that keeps to its town sends round its scouts this often when nothing stirs, days.</summary>
    public const int QuietDays = 10;

    public static void Daily(World world)
    {
        MoveSeats(world);
        world.Muster();
        Knowledge.Forget(world);
        byte open = 0;
        for (byte s = 1; s < world.SeatTable.Length; s++) open += world.SeatTable[s].Open;
        world.Emit(new LookoutKept(open, Night: false), EventRef.None);
        LearnOfWar(world);
    }

    private static void MoveSeats(World world)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            ref readonly var seat = ref world.SeatTable[s];
            if (seat.Open == 0) continue;
            if (world.Scenario.HouseOf(new SeatId(s)) is var house && house.Value != s)
            {
                if (seat.At != world[house].At) world.Emit(new SeatArrived(new SeatId(s), world[house].At), EventRef.None);
                continue;
            }
            if (seat.With.Exists && world[seat.With].Alive)
            {
                var at = CourierRule.Where(world[seat.With]);
                if (at != seat.At) world.Emit(new SeatArrived(new SeatId(s), at), world[seat.With].TaskCause);
            }
            else if (seat.Going.Exists && seat.ArrivesOn <= world.Today)
            {
                world.Emit(new SeatArrived(new SeatId(s), seat.Going), EventRef.None);
            }
        }
    }

    internal static void Keep(World world)
    {
        var yesterday = world.Today - 1;
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            ref var seat = ref world.SeatTable[s];
            if (seat.Open == 0 || !seat.At.Exists || Clerks.IsCutOff(world, new SeatId(s))) continue;
            var round = (world.Today + s) % QuietDays == 0;
            var set = world.Scenario.Seats[s].Beliefs;
            var polity = world.Scenario.Seats[s].Polity;
            var news = !round && world.Watch.HasLooked(s, seat.At, world.Today)
                ? LookWhereItStirs(world, set, polity, seat.At, yesterday)
                : LookAbout(world, set, polity, seat.At, yesterday, round);
            world.Watch.Look(s, seat.At, world.Today);
            if (round && seat.Wars != 0) news |= ForgetGhosts(world, set, polity, seat.At, yesterday);
            if (seat.With.Exists) Knowledge.Merge(world, set, Knowledge.OfForce(world, seat.With, polity, yesterday));
            if (news) seat.NewsOn = (ushort)world.Today;
        }
    }

    private static bool LookAbout(World world, byte set, PolityId polity, PlaceId at, int yesterday, bool round)
    {
        var news = false;
        foreach (var near in world.Atlas.Near(at))
        {
            var stirred = Alarm.StirredOn(world, near);
            ref var known = ref world.BeliefOf(set, near);
            if (stirred >= yesterday || stirred > known.AsOf) news |= LookAt(world, set, polity, near, yesterday);
            else if (round && known.Holder.Exists) known.AsOf = (ushort)yesterday; // all as it was
        }
        return news;
    }

    /// <summary>The same for scouts who have looked at everything about it yesterday.</summary>
    private static bool LookWhereItStirs(World world, byte set, PolityId polity, PlaceId at, int yesterday)
    {
        var news = false;
        var near = world.Atlas.NearSet(at);
        var stirring = world.Watch.News[..near.Length];
        for (var w = 0; w < near.Length; w++)
            for (var rest = near[w] & stirring[w]; rest != 0; rest &= unchecked(rest - 1))
            {
                var place = new PlaceId((short)(w * 64 + System.Numerics.BitOperations.TrailingZeroCount(rest)));
                var stirred = Alarm.StirredOn(world, place);
                if (stirred >= yesterday || stirred > world.BeliefOf(set, place).AsOf) news |= LookAt(world, set, polity, place, yesterday);
            }
        return news;
    }

    /// <summary>Night: a seat in whose own place something happened today has seen it.</summary>
    internal static void Nightly(World world)
    {
        byte seats = 0;
        for (byte s = 1; s < world.SeatTable.Length; s++)
            if (SawToday(world, s)) seats++;
        if (seats == 0) return;
        world.Emit(new LookoutKept(seats, Night: true), EventRef.None);
        LearnOfWar(world);
    }

    /// <summary>Something happened where it sits, and it is there to see it: of the fall of its own town the last it sees is that evening.</summary>
    private static bool SawToday(World world, byte s)
    {
        ref readonly var seat = ref world.SeatTable[s];
        return seat.Open != 0 && seat.At.Exists && world[seat.At].NewsOn == world.Today
            && (world[seat.At].HeldSince == world.Today || !Clerks.IsCutOff(world, new SeatId(s)));
    }

    internal static void KeepAtNight(World world)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            ref var seat = ref world.SeatTable[s];
            if (SawToday(world, s)) LookAt(world, world.Scenario.Seats[s].Beliefs, world.Scenario.Seats[s].Polity, seat.At, world.Today);
        }
    }

    private static bool LookAt(World world, byte set, PolityId polity, PlaceId place, int asOf)
    {
        if (world.BeliefOf(set, place).AsOf >= asOf && asOf > 0) return false; // another seat of the house has looked
        var news = Knowledge.Merge(world, set, Knowledge.OfPlace(world, place, asOf));
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
        {
            ref readonly var force = ref world[f];
            if (force.Doing == Doing.Hidden && world.Hostile(force.Polity, polity)) continue;
            news |= Knowledge.Merge(world, set, Knowledge.OfForce(world, f, polity, asOf));
        }
        return news;
    }

    /// <summary>An enemy believed within sight who is not there any more: where he is now is not known.</summary>
    private static bool ForgetGhosts(World world, byte set, PolityId polity, PlaceId at, int asOf)
    {
        var news = false;
        var near = world.Atlas.NearSet(at);
        for (short f = 1; f < world.Forces; f++)
        {
            ref var belief = ref world.BeliefOf(set, new ForceId(f));
            if (!belief.Known || belief.AsOf >= asOf || (near[belief.Place.Value >> 6] >> (belief.Place.Value & 63) & 1) == 0) continue;
            ref readonly var force = ref world.ForceTable[f];
            if (!world.Hostile(force.Polity, polity)) continue;
            if (force.Alive && CourierRule.Where(force) == belief.Place) continue;
            belief = default;
            news = true;
        }
        return news;
    }

    /// <summary>A seat that was told of its own side's town in foreign hands, or of a foreign host in one, knows that it is war.</summary>
    private static void LearnOfWar(World world)
    {
        for (byte s = 1; s < world.SeatTable.Length; s++)
        {
            if (world.SeatTable[s].Open == 0 || !world.WarSigns[world.Scenario.Seats[s].Beliefs]) continue;
            var polity = world.Scenario.Seats[s].Polity;
            var unknown = world.PolityTable[polity.Value].Wars & ~world.SeatTable[s].Wars;
            if (unknown == 0) continue;
            var set = world.Scenario.Seats[s].Beliefs;
            for (byte p = 1; p < world.PolityTable.Length; p++)
                if ((unknown >> p & 1) != 0 && SeesWar(world, set, polity, new PolityId(p)))
                    world.Emit(new WarLearned(new SeatId(s), new PolityId(p)), EventRef.None);
        }
        Array.Clear(world.WarSigns);
    }

    private static bool SeesWar(World world, byte set, PolityId own, PolityId other)
    {
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var belief = ref world.BeliefOf(set, new ForceId(f));
            if (!belief.Known || world.ForceTable[f].Polity != other || belief.Doing == Doing.Hidden) continue;
            if (world.Scenario.SameSide(world.BeliefOf(set, belief.Place).Holder, own)) return true;
        }
        var start = world.Scenario.Start!;
        for (short p = 1; p < world.PlaceTable.Length; p++)
            if (world.BeliefOf(set, new PlaceId(p)).Holder == other && world.Scenario.SameSide(start.PlaceTable[p].Holder, own)) return true;
        return false;
    }
}
