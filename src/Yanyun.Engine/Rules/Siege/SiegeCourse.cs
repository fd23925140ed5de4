namespace Yanyun.Engine.Rules;

/// <summary>A day of a siege under way: who is still there, what the day brings, and what comes of it.</summary>
internal static class SiegeCourse
{
    public static void Day(World world, SiegeId id)
    {
        var place = world[id].Place;
        var before = new Host(stackalloc short[world.ForceRows]);
        var within = new Host(stackalloc short[world.ForceRows]);
        var open = Camp.Gather(world, place, all: false, ref before, ref within);
        if (!Goes(world, id, ref before)) return;
        if (within.Men == 0)
        {
            Fall.Take(world, place, world[id].Leader, Taking.Empty, world[id].Began);
            return;
        }
        if (open) return; // a host of the other side stands before the camp: no assault today
        if (world[id].ReadyOn == world.Today)
            world.Emit(new EnginesReady(id, place, (short)Storming.Engines(before.Men)), world[id].Began);
        if ((world[id].Ordered & Assault.Sally) != 0)
        {
            Sally(world, id, ref before, ref within, world[id].OrderCause);
            return;
        }
        if (world.Today - Whole.Max(world[id].BeganOn, (int)world[place].SummonedOn) >= SiegeRule.SummonsEvery
            && SurrenderRule.Summon(world, place, world[id].Leader, byOrder: false, world[id].Began)) return;
        var morning = Morning(world, id, before, within);
        var day = ContestLaw.Of(world, SiegeDay.Of(morning, world.ChanceAt(place), world[id].Key), morning, world[id].Key);
        if (day.BreachGrown > 0) world.Emit(new WallBreached(place, (short)day.BreachGrown), world[id].Began);
        Turn(world, id, day, morning, ref before, ref within);
    }

    /// <summary>Whether the siege goes on: somebody who was sent to take the place is there and can eat.</summary>
    private static bool Goes(World world, SiegeId id, ref Host before)
    {
        ref readonly var siege = ref world[id];
        var days = (ushort)(world.Today - siege.BeganOn);
        ref readonly var old = ref world[siege.Leader];
        var leader = Camp.Leader(world, before, siege.Place);
        if (!leader.Exists)
        {
            var reason = !world.Hostile(siege.By, world[siege.Place].Holder) ? LiftReason.Peace
                : old.Alive && old.At == siege.Place
                    && old.Doing is Doing.Besieging or Doing.Standing ? LiftReason.CalledAway : LiftReason.Beaten;
            var cause = reason == LiftReason.CalledAway ? old.TaskCause
                : reason == LiftReason.Beaten && old.Wound.Exists ? old.Wound : siege.Began;
            world.Emit(new SiegeLifted(id, siege.Place, siege.Leader, reason, days), cause);
            return false;
        }
        if (!before.Has(siege.Leader)) world.Emit(new SiegeHandedOver(id, siege.Place, leader), siege.Began);
        // They eat and send out foragers before they say that there is nothing.
        if (SupplyRule.Days(world, siege.Leader) < SiegeRule.HungryDays) SupplyRule.Settle(world, siege.Leader, setsOut: false);
        if (SupplyRule.Days(world, siege.Leader) < 1)
        {
            world.Emit(new SiegeLifted(id, siege.Place, siege.Leader, LiftReason.Hunger, days), siege.Began);
            return false;
        }
        for (var i = 0; i < before.Bodies; i++)
            if (world[before[i]].Doing != Doing.Besieging)
                world.Emit(new ConductChanged(before[i], Doing.Besieging, Code.Accepted), siege.Began);
        return true;
    }

    /// <summary>Breaches are reckoned up every so many days, so that a long siege is not a thousand events.</summary>
    private const int BreachDays = 10;

    private static SiegeMorning Morning(World world, SiegeId id, in Host before, in Host within)
    {
        ref readonly var siege = ref world[id];
        ref readonly var place = ref world[siege.Place];
        var mouths = place.Garrison;
        for (var i = 0; i < within.Bodies; i++) mouths += world[within[i]].Mouths;
        var days = world.Today - siege.BeganOn;
        return new SiegeMorning(
            before.Men, within.Men, mouths, place.Stores, place.Walls, place.Breach,
                days, siege.Engines > 0, world.Today < siege.RestUntil, siege.Repulses,
            (world.Today - siege.ReadyOn) % BreachDays == BreachDays - 1 ? siege.Engines * BreachDays : 0, within.Side.Morale,
                Summons.LoyaltyWithin(world, siege.Place, within), within.Caution(world), before.Caution(world),
            Storming.Prepared(days, within.Side.LeadershipTenths), before.Men >= Blockade.MenToShutIn(within.Men, place.Walls),
            Summons.HopeOfRelief(world, siege.Place, before.Men) >= 500, (siege.Ordered & Assault.Storm) != 0,
            within.Side.QualityTenths, before.Side.QualityTenths);
    }

    private static void Turn(World world, SiegeId id, in SiegeDay day, in SiegeMorning morning, ref Host before, ref Host within)
    {
        var place = world[id].Place;
        var cause = (world[id].Ordered & Assault.Storm) != 0 ? world[id].OrderCause : world[id].Began;
        switch (day.Turn)
        {
            case SiegeTurn.Repulsed:
            case SiegeTurn.WallCarried:
                Storm(world, id, day, morning, cause, ref before, ref within);
                break;
            case SiegeTurn.Betrayed:
                var gate = world.Emit(new GateBetrayed(id, place, world[id].Leader), world[id].Began);
                Fall.Streets(world, id, ref before, ref within, Taking.Betrayed, gate);
                break;
            case SiegeTurn.Yielded:
                Fall.Yield(world, place, world[id].Leader, ref within, world[id].Began);
                break;
            case SiegeTurn.Sallied:
                if (Dares(world, place, before, within)) Sally(world, id, ref before, ref within, world[id].Began);
                break;
        }
    }

    private static void Storm(
        World world, SiegeId id, in SiegeDay day, in SiegeMorning at, EventRef cause, ref Host before, ref Host within)
    {
        var place = world[id].Place;
        var leader = world[id].Leader;
        var odds = (short)Storming.Chance(
            at.Besiegers, Blockade.Manning(at.Garrison, day.Hunger), at.Walls, at.BreachPerMille, at.Prepared, day.GateOpen,
            at.Quality, at.Morale, at.Stormers, at.Repulses);
        var carried = day.Turn == SiegeTurn.WallCarried;
        var stormed = carried
            ? world.Emit(new WallCarried(id, place, leader, day.BesiegersLost, day.GarrisonLost, odds, day.GateOpen), cause)
            : world.Emit(new StormRepulsed(id, place, leader, day.BesiegersLost, day.GarrisonLost, odds), cause);
        Aftermath.Bury(world, ref before, day.BesiegersLost, carried ? 0 : Aftermath.Parted, rounds: 4, stormed);
        Aftermath.Bury(world, ref within, day.GarrisonLost, carried ? Aftermath.Parted : Aftermath.Won, rounds: 4, stormed);
        if (carried) Fall.Streets(world, id, ref before, ref within, Taking.Stormed, stormed);
    }

    /// <summary>
    /// Whether the chief inside comes out of his own will: by night, with the wall at his back, he risks less than in the open. From
    /// 100 per
    /// mille (caution 0) to 300 (1000). Estimate, +-80.
    /// </summary>
    private static bool Dares(World world, PlaceId place, in Host before, in Host within) =>
        Odds.WinChance(within.Side with { Surprises = true }, before.Side,
            Field.Of(world.Atlas[place].Terrain)) >= 100 + within.Caution(world) / 5;

    /// <summary>At night, by surprise, for a few half hours; by day they are back behind the wall.</summary>
    private static void Sally(World world, SiegeId id, ref Host before, ref Host within, EventRef cause)
    {
        ref readonly var siege = ref world[id];
        var sallied = world.Emit(new Sallied(id, siege.Place, within.Lead, within.Men), cause);
        var lines = world.Today - siege.BeganOn >= BattleRule.LinesDays;
        within.Side = within.Side with { Surprises = true };
        before.Side = before.Side with
        {
            Posture = lines ? Posture.Fortified : Posture.Prepared, RetreatCut = Retreat.Cut(world, before.Lead, before.Men),
        };
        var field = Field.Of(world.Atlas[siege.Place].Terrain) with { Rounds = SiegeRule.SallyRounds };
        Clash.Fight(world, new Spot(siege.Place), FightKind.Sally, ref within, ref before, field, sallied);
    }
}
