namespace Yanyun.Engine.Rules;

/// <summary>
/// Taking a town: what nobody holds is walked into; what is held is summoned, then shut in; engines are built, the wall is breached and
/// stormed, streets are fought; or hunger, treason, a sally or a relief ends it. A host whose task lies elsewhere passes by.
/// </summary>
/// <remarks>The hazards of each day are <see cref="SiegeDay"/>. Numbers and grounds: docs/rules/siege.md.</remarks>
public static class SiegeRule
{
    /// <summary>
    /// Times the defenders at which a host overruns a place with no wall to speak of (0 or 1) without a siege. Estimate 5 - 20.
    /// </summary>
    public const int Overruns = 10;
    /// <summary>Defenders of a place that are no defence at all, whatever its wall. Estimate 20 - 100.</summary>
    public const int Watchmen = 40;
    /// <summary>
    /// Days of grain under which besiegers send out foragers; they turn back when those bring not a day's. Estimate 1 - 4.
    /// </summary>
    public const int HungryDays = 2;
    /// <summary>Chance of a storm under which a commander puts off an order to storm, per mille. Estimate 20 - 100.</summary>
    public const int HopelessStorm = 50;
    /// <summary>Chance of a sally under which he puts off an order to sally, per mille. Estimate 50 - 200.</summary>
    public const int HopelessSally = 100;
    /// <summary>Half hours a sally lasts: men come out in the dark and are back by day. Estimate 2 - 6.</summary>
    public const int SallyRounds = 4;

    /// <summary>Days between the letters of a besieger to the town. Estimate 5 - 20.</summary>
    public const int SummonsEvery = 10;

    public static Verdict Judge(in View view, in Take order)
    {
        var way = CommandRule.JudgePlace(view, order.Force, order.Place);
        if (!way.Ok) return way;
        if ((view.TraitsOf(order.Force) & ForceTraits.Fleet) != 0) return Verdict.Refused(Code.FleetOnLand, order.Place, order.Force);
        return JudgeTown(view, order.Place, order.Force);
    }

    public static Verdict Judge(in View view, in Relieve order)
    {
        var way = CommandRule.JudgePlace(view, order.Force, order.Place);
        if (!way.Ok) return way;
        return view.Hostile(view[order.Place].Holder) ? Verdict.Refused(Code.HostilePlace, order.Place, order.Force) : Verdict.Accepted;
    }

    public static Verdict Judge(in View view, in Storm order) =>
        JudgeSiege(view, order.Force, order.Place, Doing.Besieging, Code.NotBesieging);

    public static Verdict Judge(in View view, in Sally order) =>
        JudgeSiege(view, order.Force, view[order.Force].Place, Doing.Besieged, Code.NotBesieged);

    public static Verdict Judge(in View view, in Lift order) =>
        JudgeSiege(view, order.Force, view[order.Force].Place, Doing.Besieging, Code.NotBesieging);

    public static Verdict Judge(in View view, in Summon order)
    {
        if (order.Place.Value <= 0 || order.Place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, order.Place);
        return JudgeTown(view, order.Place, order.Force);
    }

    private static Verdict JudgeTown(in View view, PlaceId place, ForceId force)
    {
        if (view.Ours(place)) return Verdict.Refused(Code.AlreadyOurs, place, force);
        return view[place].Holder.Exists && !view.Hostile(view[place].Holder)
            ? Verdict.Refused(Code.NotHostile, place, force) : Verdict.Accepted;
    }

    private static Verdict JudgeSiege(in View view, ForceId force, PlaceId place, Doing doing, Code otherwise)
    {
        if (place.Value <= 0 || place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, place);
        return view[force].Doing == doing && view[force].Place == place ? Verdict.Accepted : Verdict.Refused(otherwise, place, force);
    }

    public static Response Obey(World world, in Take order) =>
        world[order.Force].Mobile ? Response.Obeys : new Response(Code.Refuses, Code.GarrisonStays);

    /// <summary>Where no siege is, he goes all the same and stays as its guard.</summary>
    public static Response Obey(World world, in Relieve order)
    {
        if (!world[order.Force].Mobile) return new Response(Code.Refuses, Code.GarrisonStays);
        if (world.Hostile(world[order.Force].Polity, world[order.Place].Holder)) return new Response(Code.Refuses, Code.HostilePlace);
        return Response.Obeys;
    }

    /// <summary>He storms with his camp the day the works are ready; an assault he holds hopeless he puts off.</summary>
    public static Response Obey(World world, in Storm order)
    {
        ref readonly var force = ref world[order.Force];
        var id = world[order.Place].Siege;
        if (force.Doing != Doing.Besieging || force.At != order.Place || !id.Exists) return new Response(Code.Refuses, Code.NotHere);
        world.Muster();
        var before = new Host(stackalloc short[world.ForceRows]);
        var within = new Host(stackalloc short[world.ForceRows]);
        Camp.Gather(world, order.Place, all: false, ref before, ref within);
        var odds = Storming.Chance(before.Men, within.Men, world[order.Place].Walls, world[order.Place].Breach, prepared: false,
            quality: within.Side.QualityTenths, morale: within.Side.Morale, stormers: before.Side.QualityTenths, repulses: world[id].Repulses);
        if (odds < HopelessStorm && !Reckless(world, order.Force)) return new Response(Code.Delays, Code.TooWeak);
        world.Emit(new AssaultOrdered(id, order.Place, order.Force, Assault.Storm), world.LastEvent);
        return Response.Obeys;
    }

    /// <summary>He comes out tonight, unless he holds it hopeless.</summary>
    public static Response Obey(World world, in Sally order)
    {
        ref readonly var force = ref world[order.Force];
        var id = world[force.At].Siege;
        if (force.Doing != Doing.Besieged || !id.Exists) return new Response(Code.Refuses, Code.NotHere);
        world.Muster();
        var before = new Host(stackalloc short[world.ForceRows]);
        var within = new Host(stackalloc short[world.ForceRows]);
        Camp.Gather(world, force.At, all: false, ref before, ref within);
        var odds = Odds.WinChance(within.Side with { Surprises = true }, before.Side, Field.Of(world.Atlas[force.At].Terrain));
        if (odds < HopelessSally && !Reckless(world, order.Force)) return new Response(Code.Delays, Code.BadlyOutnumbered);
        world.Emit(new AssaultOrdered(id, force.At, order.Force, Assault.Sally), world.LastEvent);
        return Response.Obeys;
    }

    /// <summary>He breaks camp and goes back to his base.</summary>
    public static Response Obey(World world, in Lift order)
    {
        ref readonly var force = ref world[order.Force];
        var id = world[force.At].Siege;
        if (force.Doing != Doing.Besieging || !id.Exists) return new Response(Code.Refuses, Code.NotHere);
        ref readonly var siege = ref world[id];
        world.Emit(new SiegeLifted(id, siege.Place, siege.Leader, LiftReason.Ordered,
            (ushort)(world.Today - siege.BeganOn)), world.LastEvent);
        return Response.Obeys;
    }

    /// <summary>A letter goes to the gate today; the answer is <see cref="SurrenderRule"/>'s.</summary>
    public static Response Obey(World world, in Summon order)
    {
        ref readonly var force = ref world[order.Force];
        if (!world.Hostile(force.Polity, world[order.Place].Holder)) return new Response(Code.Refuses, Code.AlreadyDone);
        var at = force.At.Exists ? force.At : force.Toward;
        if (at != order.Place && world.Atlas.MarchCost(at, order.Place) > SurrenderRule.DayLi)
            return new Response(Code.Refuses, Code.NotHere);
        world.Muster();
        SurrenderRule.Summon(world, order.Place, order.Force, byOrder: true, world.LastEvent);
        return Response.Obeys;
    }

    /// <summary>Caution is the chance that he will not throw men away because he is told to.</summary>
    private static bool Reckless(World world, ForceId force)
    {
        var commander = world[force].Commander;
        var caution = commander.Exists ? world.Scenario.Persons[commander.Value].Caution : Host.UnnamedCaution;
        return world.Chance.PerMille(Purpose.Caution, world[force].Key, 2) >= caution;
    }

    public static void Daily(World world)
    {
        var mustered = false;
        for (short s = 1; s < World.SiegeRows; s++)
        {
            if (!world.SiegeTable[s].Open) continue;
            if (!mustered) world.Muster();
            mustered = true;
            SiegeCourse.Day(world, new SiegeId(s));
        }
        if (!BattleRule.AnyWar(world)) return;
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.At.Exists || !force.Mobile || !world.Hostile(force.Polity, world[force.At].Holder)) continue;
            if (world[force.At].Siege.Exists || !Camp.Before(world, force, force.At)) continue;
            if (!mustered) world.Muster();
            mustered = true;
            if (First(world, new ForceId(f))) Approach(world, force.At);
        }
    }

    /// <summary>The place is looked at once, for the first body before it.</summary>
    private static bool First(World world, ForceId force)
    {
        var place = world[force].At;
        for (var f = world.FirstAt(place); f.Exists && f != force; f = world.NextHere(f))
            if (Camp.Before(world, world[f], place)) return false;
        return true;
    }

    private static void Approach(World world, PlaceId place)
    {
        var before = new Host(stackalloc short[world.ForceRows]);
        var within = new Host(stackalloc short[world.ForceRows]);
        var open = Camp.Gather(world, place, all: true, ref before, ref within);
        if (open) return; // first the enemy in the field
        var leader = Camp.Leader(world, before, place);
        if (within.Men == 0)
        {
            var by = leader.Exists ? leader : before.Lead;
            if (leader.Exists || Settles(world[by])) Fall.Take(world, place, by, Taking.Empty, BattleRule.Because(world, by));
            return;
        }
        if (!leader.Exists) return;
        // A letter that came before the host did is not the host before the gate: it asks for itself, once.
        var summonedOn = world[place].SummonedOn;
        var asked = summonedOn != 0 && summonedOn >= world[leader].HaltedOn && world.Today - summonedOn < SurrenderRule.AskAgainDays;
        if (!asked && SurrenderRule.Summon(world, place, leader, byOrder: false, world[leader].TaskCause)) return;
        if (within.Men < Watchmen || (world[place].Walls <= 1 && within.Men * (long)Overruns <= before.Men))
            Fall.Overrun(world, place, leader, ref before, ref within, BattleRule.Because(world, leader));
        else if (before.Men >= within.Men)
            Lay(world, place, leader, before.Men, within.Men); // fewer than are inside wait for the rest of their host
    }

    /// <summary>A column in passing takes what lies open, unless it only wants to get away or to stay unseen.</summary>
    private static bool Settles(in Force force) =>
        force.Task is not (TaskKind.Withdraw or TaskKind.Harass) && (force.Traits & ForceTraits.Band) == 0;

    private static void Lay(World world, PlaceId place, ForceId leader, int men, int defenders)
    {
        for (short s = 1; s < World.SiegeRows; s++)
        {
            if (world.SiegeTable[s].Open) continue;
            var key = Key.Child(world.Atlas[place].Key ^ world[leader].Key, world.Today, 0);
            var ready = world.Today + Storming.WorksDays(world.ChanceAt(place), key);
            world.Emit(
                new SiegeLaid(new SiegeId(s), place, leader, world[leader].Polity, men, defenders,
                    (ushort)ready, key), world[leader].TaskCause);
            return;
        }
    }
}
