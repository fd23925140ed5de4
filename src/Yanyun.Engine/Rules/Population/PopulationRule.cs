namespace Yanyun.Engine.Rules;

/// <summary>
/// People run from war: each month a part of the households of a place before which an enemy stands, or that is besieged, goes to the nearest
/// place of its side. An army that withdraws may wait for them and take them along: it crawls, and is loved for it. Grudges fade slowly.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/population.md.</remarks>
public static class PopulationRule
{
    /// <summary>Households that flee a threatened place in a month, per mille: 10 - 50.</summary>
    public const int LeastFlight = 10, MostFlight = 50;
    /// <summary>Households that come forward in a day of grace, per mille, if all were loyal. Estimate 5 - 20.</summary>
    public const int ComeForward = 10;
    /// <summary>Households a hundred soldiers can take along. Estimate 20 - 100.</summary>
    public const int Guarded = 50;
    /// <summary>Loyalty won where people are fetched and where they are settled. Estimate 10 - 40.</summary>
    public const int FetchedLoyalty = 20, SettledLoyalty = 10;
    /// <summary>Li a day by which a commander on the road reckons when he will be where he has called the people. Estimate 20 - 45.</summary>
    public const int LiToTheCall = 30;
    /// <summary>Share of a grudge that fades in a month, per mille. Estimate 20 - 100.</summary>
    private const int Fades = 50;
    /// <summary>Grievance at which people begin to turn from their holder, and what a month then costs him in tenths of the excess.</summary>
    private const int Sour = 200;
    private const int SourDivisor = 20;
    /// <summary>Loyalty a new holder wins in a month of quiet. Estimate 1 - 8.</summary>
    private const int Habit = 3;

    /// <summary>At the desk: a way there, and a place believed friendly at the end of it.</summary>
    public static Verdict Judge(in View view, in Escort order)
    {
        if (order.Days is < 1 or > 30) return Verdict.Refused(Code.OutOfBounds, number: order.Days);
        return MarchRule.Judge(view, new Withdraw(order.Force, order.To));
    }

    /// <summary>
    /// In the field: he proclaims the days of grace at once; whoever calls gives him the task of withdrawing. On the road he proclaims them for
    /// the next place, if it is his own side's, and halts there; elsewhere he only withdraws.
    /// </summary>
    public static Response Obey(World world, in Escort order)
    {
        ref readonly var force = ref world[order.Force];
        var here = force.At;
        var road = 0;
        if (!here.Exists)
        {
            here = force.Toward;
            if (!here.Exists || !force.Leg.Exists || !world.Scenario.SameSide(world[here].Holder, force.Polity)) return new Response(Code.Adapts, Code.NotHere);
            ref readonly var leg = ref world.Atlas[force.Leg];
            road = 1 + (here == leg.To ? leg.Li - force.LegLi : force.LegLi) / LiToTheCall;
        }
        var answer = MarchRule.Obey(world, new Withdraw(order.Force, order.To));
        if (answer.Does && here != order.To)
            world.Emit(new EscortCalled(order.Force, here, (ushort)(world.Today + road + order.Days)), world.LastEvent);
        return answer;
    }

    public static void Daily(World world)
    {
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (force.GathersUntil <= world.Today && force.Escorted == 0 || !force.Alive) continue;
            if (force.GathersUntil > world.Today && force.At.Exists && force.Doing != Doing.Routed) Gather(world, new ForceId(f));
            else if (force.Escorted > 0) Settle(world, new ForceId(f));
        }
        if (SeasonsRule.MonthBegins(world)) Month(world);
    }

    /// <summary>Each day of grace some come, by what they feel for his side, as many as his men can guard.</summary>
    private static void Gather(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var here = force.At;
        var willing = Whole.MulDiv(Whole.MulDiv(world[here].Households, ComeForward, 1000), Mood.To(world, here, force.Polity), 1000);
        var room = force.Men * Guarded / 100 - force.Escorted;
        var come = Whole.Min(willing, room);
        if (come <= 0) return;
        var last = force.GathersUntil == world.Today + 1;
        world.Emit(new EscortGathered(id, here, come, (short)(last ? FetchedLoyalty : 0)), force.TaskCause);
    }

    /// <summary>They settle where their escort halts among friends; when it is broken they scatter to the nearest friends.</summary>
    private static void Settle(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var scattered = force.Doing == Doing.Routed;
        var place = scattered ? MarchRule.Refuge(world, id) : force.At;
        if (scattered && !place.Exists) place = force.At.Exists ? force.At : force.Toward;
        if (!place.Exists || (!scattered && (force.Doing != Doing.Standing || !world.Scenario.SameSide(force.Polity, world[place].Holder)))) return;
        var cause = scattered && force.Wound.Exists ? force.Wound : force.TaskCause;
        world.Emit(new EscortSettled(id, place, force.Escorted, (short)(scattered ? -SettledLoyalty : SettledLoyalty), scattered), cause);
    }

    private static void Month(World world)
    {
        world.Muster();
        var month = new EventRef(world.Today, 1);
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            ref readonly var place = ref world.PlaceTable[p];
            if (!place.Holder.Exists) continue;
            var id = new PlaceId(p);
            var enemy = Enemy(world, id);
            if (enemy.Exists) Flee(world, id, enemy);
            Drift(world, id, enemy.Exists, month);
        }
    }

    private static ForceId Enemy(World world, PlaceId place)
    {
        for (var g = world.FirstAt(place); g.Exists; g = world.NextHere(g))
            if (world[g].Doing != Doing.Hidden && world.Hostile(world[g].Polity, world[place].Holder)) return g;
        return ForceId.None;
    }

    private static void Flee(World world, PlaceId from, ForceId enemy)
    {
        var key = world.Atlas[from].Key;
        var share = LeastFlight + world.Chance.Below(MostFlight - LeastFlight + 1, Purpose.Flight, key);
        var flee = Whole.MulDiv(world[from].Households, share, 1000);
        var to = PlaceId.None;
        foreach (var place in world.Atlas.ByMarch(from))
        {
            if (place == from || !world[place].Holder.Exists || !world.Scenario.SameSide(world[place].Holder, world[from].Holder)) continue;
            if (world[place].Siege.Exists) continue;
            to = place;
            break;
        }
        if (flee > 0 && to.Exists)
            world.Emit(new HouseholdsFled(from, to, flee), world[from].Siege.Exists ? world[world[from].Siege].Began : world[enemy].TaskCause);
    }

    private static void Drift(World world, PlaceId id, bool threatened, EventRef month)
    {
        ref readonly var place = ref world[id];
        var fades = place.Grievance == 0 ? 0 : -Whole.Max(1, place.Grievance * Fades / 1000);
        var turn = place.Grievance > Sour ? -(place.Grievance - Sour) / SourDivisor
            : place.HeldSince != 0 && !threatened ? Habit : 0;
        var now = Mood.To(world, id, place.Holder);
        var moves = Whole.Clamp(turn, -now, 1000 - now);
        if (fades != 0 || moves != 0) world.Emit(new LoyaltyMoved(id, (short)moves, (short)fades), month);
    }
}
