using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>What is said of one event by itself. Every kind of the registry has a saying; a test fails on a gap.</summary>
internal sealed partial class Sentences(Scenario scenario, Gazetteer gazetteer, Names names)
{
    /// <summary>The saying of an event; null for a kind that has none.</summary>
    /// <param name="day">Days from the first day: the day of the event.</param>
    /// <param name="why">Its cause as a clause; <see cref="CommonPhrases.NoWhy"/> when it is not told.</param>
    public Saying? Of(object e, int day, Saying why) => e switch
    {
        OrderGiven given => Given(given.Order),
        OrderAnswered answered => Answered(answered, day),
        EdictAnswered answered => Answered(answered, day),
        TaskTaken taken => new(CommandPhrases.SetAbout, ("force", taken.Force), ("task", Task(taken.Task, taken.Target,
            taken.TargetForce))),
        ConductChanged changed => Conduct(changed),
        SeatMoved moved => moved.With.Exists
            ? new(CommandPhrases.RodeWith, ("seat", moved.Seat), ("force", moved.With))
            : new(CommandPhrases.SetOutFor, ("seat", moved.Seat), ("place", moved.To), ("days", new Days(moved.ArrivesOn - day))),
        SeatArrived came => new(CommandPhrases.SeatAt, ("seat", came.Seat), ("place", came.At)),
        WarBegun war => new(CommandPhrases.WarBegan, ("by", war.By), ("with", war.With)),
        WarLearned war => new(CommandPhrases.WarHeard, ("seat", war.Seat), ("with", war.With)),
        StanceTaken taken => new(taken.Stance switch
        {
            Stance.Seek => CommandPhrases.StanceBold,
            Stance.Avoid => CommandPhrases.StanceCareful,
            _ => CommandPhrases.StanceUsual,
        }, ("force", taken.Force)),
        PowersGranted granted => new(CommandPhrases.PowersHeld, ("seat", granted.Seat), ("task", Powers(granted.Authority)), ("why", why)),
        SeatFilled filled => new(LandPhrases.SeatFilled, ("person", filled.Person), ("office", new Office(filled.Seat)), ("former",
            filled.Former)),
        CommandPassed passed => new(passed.Person.Exists ? LandPhrases.CommandPassed : LandPhrases.CommandLeft, ("unit", new Unit(passed.Force)),
            ("former", passed.Former), ("person", passed.Person)),
        _ => OfRider(e) ?? OfMarch(e, why) ?? OfFight(e, why) ?? OfSiege(e, why) ?? OfRising(e, why) ?? OfBargain(e) ?? OfTreaty(e) ?? OfCourt(e) ?? OfFate(e) ?? OfLand(e, day),
    };

    private Saying? OfRider(object e) => e switch
    {
        DispatchSent sent => new(CourierPhrases.RiderLeft, ("what", Carried(sent.What)), ("origin", sent.Origin), ("to", To(sent.ToSeat,
            sent.ToForce)),
            ("li", new Exactly(sent.Li))),
        DispatchArrived came => new(CourierPhrases.RiderCame, ("what", Carried(came.What)), ("to", To(came.ToSeat, came.ToForce)), ("days",
            new Days(came.Days))),
        DispatchMissed missed => new(CourierPhrases.RiderLost, ("what", Carried(missed.What)), ("to", To(missed.ToSeat, missed.ToForce))),
        LookoutKept kept => new(CourierPhrases.ScoutsOut, ("n", new Count(kept.Seats))),
        _ => null,
    };

    private Saying? OfMarch(object e, Saying why) => e switch
    {
        MarchBegun begun => new(MarchPhrases.Begun, ("force", begun.Force), ("from", begun.From), ("goal", begun.Goal), ("why", why)),
        Marched marched => marched.At.Exists
            ? new(MarchPhrases.DayTo, ("force", marched.Force), ("li", new Exactly(marched.Li)), ("place", marched.At))
            : new(MarchPhrases.Day, ("force", marched.Force), ("li", new Exactly(marched.Li))),
        Arrived arrived => new(MarchPhrases.Came, ("force", arrived.Force), ("place", arrived.Place)),
        CrossingAwaited waits => waits.Days == 0
            ? new(MarchPhrases.Stopped, ("force", waits.Force), ("river", River(waits.Crossing)))
            : new(MarchPhrases.Crosses, ("force", waits.Force), ("river", River(waits.Crossing)), ("days", new Days(waits.Days))),
        RoadCrowded crowded => new(MarchPhrases.Crowded, ("force", crowded.Force)),
        BridgeBurned burned => new(MarchPhrases.Burned, ("river", River(burned.Crossing)), ("force", burned.By), ("why", why)),
        CrossingRestored restored => new(MarchPhrases.Restored, ("river", River(restored.Crossing))),
        _ => null,
    };

    private static Saying? OfFight(object e, Saying why) => e switch
    {
        BattleJoined joined => new(BattlePhrases.Joined, ("attacker", Side(joined.Attacker, joined.At.Place)), ("men",
            new Men(joined.AttackerMen)),
            ("defender", Side(joined.Defender, joined.At.Place)), ("others", new Men(joined.DefenderMen)), ("at", joined.At), ("why", why)),
        FightLosses lost => new(BattlePhrases.Lost, ("force", lost.Force), ("men", new Men(lost.Lost.Men))),
        BattleEnded ended => ended.Drawn
            ? new(BattlePhrases.EndedDrawn, ("attacker", Side(ended.Attacker, ended.At.Place)), ("defender", Side(ended.Defender,
                ended.At.Place)), ("at", ended.At), ("men", new Men(ended.AttackerLost)),
                ("others", new Men(ended.DefenderLost)))
            : new(BattlePhrases.EndedWon, ("winner", ended.Winner), ("at", ended.At), ("attacker", Side(ended.Attacker, ended.At.Place)),
                ("men", new Men(ended.AttackerLost)),
                ("defender", Side(ended.Defender, ended.At.Place)), ("others", new Men(ended.DefenderLost))),
        ForceRouted routed => new(BattlePhrases.Routed, ("force", routed.Force), ("to", routed.To), ("by", routed.By), ("grain",
            new Grain(routed.Grain))),
        ForceRetired retired => new(retired.Doing == Doing.Besieged ? BattlePhrases.WentWithin : BattlePhrases.Retired, ("force",
            retired.Force), ("to", retired.To)),
        BattleDeclined declined => new(declined.Doing == Doing.Besieged ? BattlePhrases.DeclinedWithin : BattlePhrases.Declined, ("force",
            declined.Force),
            ("before", declined.Before), ("at", declined.At), ("odds", new Odds(declined.Odds))),
        CommanderLost lost => new(lost.Fate == Fate.Killed ? BattlePhrases.Killed : BattlePhrases.Captured, ("person", lost.Person),
            ("force", lost.Force)),
        ForceDestroyed destroyed => new(BattlePhrases.Destroyed, ("force", destroyed.Force), ("men", new Men(destroyed.Men))),
        _ => null,
    };

    private static Saying? OfSiege(object e, Saying why) => e switch
    {
        SiegeLaid laid => new(SiegePhrases.Laid, ("leader", laid.Leader), ("place", laid.Place), ("men", new Men(laid.Men)), ("defenders",
            new Men(laid.Defenders)),
            ("why", why)),
        SiegeHandedOver handed => new(SiegePhrases.HandedOver, ("leader", handed.Leader), ("place", handed.Place)),
        EnginesReady ready => new(SiegePhrases.EnginesReady, ("place", ready.Place), ("n", new Exactly(ready.Engines))),
        WallBreached breached => new(SiegePhrases.Breached, ("place", breached.Place), ("n", new Exactly(breached.PerMille))),
        AssaultOrdered ordered => new(SiegePhrases.AssaultOrdered, ("force", ordered.Force), ("place", ordered.Place)),
        StormRepulsed { Lost: 0 } repulsed => new(SiegePhrases.RepulsedInStreets, ("by", repulsed.By), ("place", repulsed.Place)),
        StormRepulsed repulsed => new(SiegePhrases.Repulsed, ("place", repulsed.Place), ("by", repulsed.By), ("men",
            new Men(repulsed.Lost)),
            ("defenders", new Men(repulsed.DefendersLost)), ("why", why)),
        WallCarried carried => new(SiegePhrases.Carried, ("by", carried.By), ("place", carried.Place), ("men", new Men(carried.Lost)),
            ("defenders", new Men(carried.DefendersLost))),
        GateBetrayed betrayed => new(SiegePhrases.Betrayed, ("place", betrayed.Place), ("to", betrayed.To)),
        Sallied sallied => new(SiegePhrases.Sallied, ("by", Side(sallied.By, sallied.Place)), ("place", sallied.Place), ("men",
            new Men(sallied.Men))),
        SiegeLifted lifted => new(SiegePhrases.Lifted, ("leader", lifted.Leader), ("place", lifted.Place), ("days", new Days(lifted.Days)),
            ("reason", Reason(lifted.Reason))),
        TownSummoned summoned => new(SiegePhrases.Summoned, ("by", summoned.By), ("place", summoned.Place)),
        SummonsRefused refused => refused.Officer.Exists
            ? new(SiegePhrases.SummonsRefusedBy, ("officer", refused.Officer), ("place", refused.Place), ("by", refused.By), ("ground", Ground(refused.Ground)), ("why", why))
            : new(SiegePhrases.SummonsRefused, ("place", refused.Place), ("by", refused.By), ("ground", Ground(refused.Ground))),
        PlaceTaken taken => Taken(taken, new Saying(SiegePhrases.NoSiege), new Saying(SiegePhrases.NoCost), why),
        OfficerFled fled => fled.Officer.Exists
            ? new(SiegePhrases.OfficerFled, ("officer", fled.Officer), ("place", fled.Place), ("before", fled.Before))
            : new(SiegePhrases.SomeOfficerFled, ("place", fled.Place), ("before", fled.Before)),
        GarrisonLost lost => new(SiegePhrases.GarrisonLost, ("place", lost.Place), ("men", new Men(lost.Men))),
        GarrisonTurned turned => new(SiegePhrases.GarrisonTurned, ("force", turned.Force), ("men", new Men(turned.Men)), ("place",
            turned.Place)),
        GuardLeft left => new(SiegePhrases.GuardLeft, ("force", left.From), ("men", new Men(left.Men.Men)), ("place", left.Place)),
        _ => null,
    };
}
