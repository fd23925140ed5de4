namespace Yanyun.Engine.Rules;

/// <summary>
/// Those for war and those for peace at a court. Their weight is their men's standing, moved by what the court has been told: ground won and lost, the
/// army's strength, a peace that the other side broke, and memorials. Never by what it has not heard.
/// </summary>
public static class Factions
{
    /// <summary>Days after which a court without news reckons again; memorials fade by a quarter each time. Estimate 20 - 40.</summary>
    public const int ReckonDays = 30;
    /// <summary>Change of weight for each per mille of the first day's households won or lost. Estimate 1 - 4.</summary>
    public const int PerGround = 2;
    /// <summary>Most that ground moves a faction. Estimate 200 - 400.</summary>
    public const int MostGround = 300;
    /// <summary>Weight that a peace broken by the other side gives to those for war. Estimate 100 - 400.</summary>
    public const int Wronged = 250;
    /// <summary>Weight to those for peace for each per mille of its army that is gone, in thousandths. Estimate 250 - 1000.</summary>
    public const int PerLoss = 500;
    /// <summary>Least move of a faction that is an event. Balance.</summary>
    public const int LeastMove = 25;
    /// <summary>The ruler's own leaning (-100 to 100) counts so many times against the factions' weights. Estimate 1 - 5.</summary>
    public const int RulerWeight = 3;
    /// <summary>A memorial adds its writer's trust divided by this. Estimate 5 - 15.</summary>
    public const int TrustPerMemorial = 8;

    public static void Daily(World world)
    {
        for (byte p = 1; p < world.CourtTable.Length; p++)
        {
            ref readonly var court = ref world.CourtTable[p];
            if (!court.Ruler.Exists) continue;
            var polity = new PolityId(p);
            if (court.Fugitives > 0) Disgrace.Hunt(world, polity);
            var seat = world.Scenario.CourtOf[p];
            if (world[seat].NewsOn == world.Today || court.ReckonedOn == 0 || world.Today - court.ReckonedOn >= ReckonDays) Reckon(world, polity, seat);
        }
    }

    private static void Reckon(World world, PolityId polity, SeatId seat)
    {
        ref var court = ref world.CourtOf(polity);
        if (world.Today - court.ReckonedOn >= ReckonDays && court.ReckonedOn != 0)
        {
            court.ArguedWar = (short)(court.ArguedWar * 3 / 4);
            court.ArguedPeace = (short)(court.ArguedPeace * 3 / 4);
            Coup.Monthly(world, polity, seat);
        }
        court.ReckonedOn = (ushort)world.Today;
        var view = new View(world, seat);
        var ground = Whole.Clamp(Ground(view) * PerGround, -MostGround, MostGround);
        var war = court.WarMen + Whole.Max(0, ground) + court.ArguedWar + (IsWronged(world, polity) ? Wronged : 0);
        var peace = court.PeaceMen + Whole.Max(0, -ground) + court.ArguedPeace + (1000 - Strength(view)) * PerLoss / 1000;
        war = Whole.Clamp(war, 0, 1000);
        peace = Whole.Clamp(peace, 0, 1000);
        if (Whole.Abs(war - court.War) >= LeastMove || Whole.Abs(peace - court.Peace) >= LeastMove)
            world.Emit(new FactionsMoved(polity, (short)war, (short)peace), court.Affair);
    }

    /// <summary>How the ruler leans: above 0 to war, below to peace; the factions' weights and his own mind.</summary>
    public static int Leaning(in CourtState court, Scenario scenario) =>
        Whole.Clamp(court.War - court.Peace + scenario.Persons[court.Ruler.Value].WarPeace * RulerWeight, -1000, 1000);

    /// <summary>The same of a court on the first day; 0 of a side that has none.</summary>
    public static int LeaningAtFirst(Scenario scenario, PolityId side)
    {
        ref readonly var court = ref scenario.Start!.CourtOf(side);
        return court.Ruler.Exists ? Leaning(court, scenario) : 0;
    }

    /// <summary>What is missing of a side's first army by the last reports a seat has of it, per mille; of whom nothing is told is taken to be whole.</summary>
    public static int LossOf(in View view, PolityId side)
    {
        long now = 0, then = 0;
        var start = view.Scenario.Start!;
        for (short f = 1; f < start.Forces; f++)
        {
            var force = new ForceId(f);
            if (!start[force].Alive || !view.Scenario.SameSide(start[force].Polity, side)) continue;
            then += start[force].Men;
            now += !view.Knows(force) ? start[force].Men : view[force].Doing == Doing.Gone ? 0 : Band.Men(view[force].Men);
        }
        return then == 0 ? 0 : (int)Whole.Clamp((then - now) * 1000 / then, 0L, 1000L);
    }

    /// <summary>Households of the places believed ours now less those of the first day, per mille of the latter.</summary>
    public static int Ground(in View view)
    {
        long now = 0;
        var scenario = view.Scenario;
        var (sides, own) = (scenario.Sides, (byte)scenario.SideOf(view.Polity));
        var households = scenario.FirstHouseholds;
        var believed = view.Places[..households.Length];
        for (var p = 0; p < households.Length; p++)
            if (sides[believed[p].Holder.Value] == own && believed[p].Holder.Exists) now += households[p];
        var then = scenario.FirstHouseholdsOf(own);
        return then == 0 ? 0 : (int)((now - then) * 1000 / then);
    }

    /// <summary>Men of the forces of its side as last reported, per mille of the first day's.</summary>
    public static int Strength(in View view)
    {
        long now = 0, then = 0;
        var (scenario, own) = (view.Scenario, view.Polity);
        var first = scenario.Start!.AllForces;
        var believed = view.Forces[..first.Length];
        for (var f = 1; f < first.Length; f++)
        {
            if (!scenario.SameSide(first[f].Polity, own) || !first[f].Alive) continue;
            then += first[f].Men;
            if (believed[f].Known && believed[f].Doing != Doing.Gone) now += Band.Men(believed[f].Men);
        }
        return then == 0 ? 1000 : (int)Whole.Min(1000, now * 1000 / then);
    }

    /// <summary>At war, with a treaty between the two that the other side renounced.</summary>
    private static bool IsWronged(World world, PolityId polity)
    {
        for (byte t = 1; t < world.TreatyTable.Length; t++)
        {
            if (world.TreatyTable[t].Validity != Validity.Void || world.TreatyTable[t].By == polity) continue;
            ref readonly var terms = ref world.Scenario.Treaties[t];
            var other = terms.A == polity ? terms.B : terms.B == polity ? terms.A : PolityId.None;
            if (other.Exists && (world[world.Scenario.CourtOf[polity.Value]].Wars >> other.Value & 1) != 0) return true;
        }
        return false;
    }

    /// <summary>A memorial was opened at court.</summary>
    internal static void Hear(World world, in Order memorial, EventRef cause)
    {
        if (!world.Plays(RuleSwitch.Court)) return;
        var seat = world.Scenario.Seats[memorial.Seat.Value];
        if (!world.CourtOf(seat.Polity).Ruler.Exists) return;
        var weight = WeightOf(world[memorial.Seat].Trust, seat.Kind);
        world.Emit(new MemorialHeard(seat.Polity, memorial.Seat, memorial.As<Argue>().Counsel, (short)weight), cause);
    }

    /// <summary>What a memorial adds to its side, by the trust in its writer and his office.</summary>
    public static int WeightOf(int trust, SeatKind kind) => trust / TrustPerMemorial / (kind == SeatKind.Commandery ? 2 : 1);
}
