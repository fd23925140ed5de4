using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>One kind of event: how to read it back from a log.</summary>
public abstract class EventType(EventKind kind, Type type, int size)
{
    public EventKind Kind { get; } = kind;
    public Type Type { get; } = type;
    public int Size { get; } = size;

    /// <summary>The event, boxed: for telling and for export, never in the course of a day.</summary>
    public abstract object Read(ReadOnlySpan<byte> bytes);

    /// <summary>Net flow of the event; zero for events that move nothing.</summary>
    public abstract Flow NetOf(ReadOnlySpan<byte> bytes);

    internal static EventType Of<T>() where T : unmanaged, IEvent => new Typed<T>();

    private sealed class Typed<T>() : EventType(T.Kind, typeof(T), Unsafe.SizeOf<T>()) where T : unmanaged, IEvent
    {
        public override object Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<T>(bytes);
        public override Flow NetOf(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<T>(bytes) is IFlow flow ? flow.Net : default;
    }
}

/// <summary>The closed registry of events. A test fails when an event is missing here or a kind has no event.</summary>
public static class EventTypes
{
    public static readonly ImmutableArray<EventType> All =
    [
        EventType.Of<Rules.DispatchSent>(), EventType.Of<Rules.DispatchArrived>(), EventType.Of<Rules.DispatchMissed>(), EventType.Of<Rules.LookoutKept>(),
        EventType.Of<Rules.OrderGiven>(), EventType.Of<Rules.OrderAnswered>(), EventType.Of<Rules.TaskTaken>(), EventType.Of<Rules.EdictAnswered>(),
        EventType.Of<Rules.SeatMoved>(), EventType.Of<Rules.StanceTaken>(), EventType.Of<Rules.PowersGranted>(), EventType.Of<Rules.ConductChanged>(),
        EventType.Of<Rules.WarBegun>(), EventType.Of<Rules.SeatArrived>(), EventType.Of<Rules.WarLearned>(), EventType.Of<Rules.SeatFilled>(),
        EventType.Of<Rules.CommandPassed>(),
        EventType.Of<Rules.BattleJoined>(), EventType.Of<Rules.FightLosses>(), EventType.Of<Rules.BattleEnded>(), EventType.Of<Rules.ForceRouted>(),
        EventType.Of<Rules.ForceRetired>(), EventType.Of<Rules.CommanderLost>(), EventType.Of<Rules.ForceDestroyed>(), EventType.Of<Rules.BattleDeclined>(),
        EventType.Of<Rules.SiegeLaid>(), EventType.Of<Rules.EnginesReady>(), EventType.Of<Rules.WallBreached>(), EventType.Of<Rules.StormRepulsed>(),
        EventType.Of<Rules.WallCarried>(), EventType.Of<Rules.Sallied>(), EventType.Of<Rules.SiegeLifted>(), EventType.Of<Rules.GateBetrayed>(),
        EventType.Of<Rules.SiegeHandedOver>(), EventType.Of<Rules.AssaultOrdered>(),
        EventType.Of<Rules.TownSummoned>(), EventType.Of<Rules.SummonsRefused>(), EventType.Of<Rules.PlaceTaken>(), EventType.Of<Rules.OfficerFled>(),
        EventType.Of<Rules.GarrisonLost>(), EventType.Of<Rules.GarrisonTurned>(), EventType.Of<Rules.GuardLeft>(),
        EventType.Of<Rules.MarchBegun>(), EventType.Of<Rules.Marched>(), EventType.Of<Rules.Arrived>(), EventType.Of<Rules.CrossingAwaited>(),
        EventType.Of<Rules.RoadCrowded>(), EventType.Of<Rules.BridgeBurned>(), EventType.Of<Rules.CrossingRestored>(),
        EventType.Of<Rules.MonthBegan>(), EventType.Of<Rules.WinterSet>(), EventType.Of<Rules.HarvestGathered>(), EventType.Of<Rules.ForceRaised>(),
        EventType.Of<Rules.ForceDisbanded>(), EventType.Of<Rules.GivenLapsed>(),
        EventType.Of<Rules.ForceFed>(), EventType.Of<Rules.Foraged>(), EventType.Of<Rules.StoresDrawn>(), EventType.Of<Rules.BaseMoved>(), EventType.Of<Rules.ForceStarved>(),
        EventType.Of<Rules.TownFed>(), EventType.Of<Rules.ConvoyRun>(), EventType.Of<Rules.ConvoyRaided>(), EventType.Of<Rules.PayDay>(),
        EventType.Of<Rules.ReturnsMade>(), EventType.Of<Rules.TaxGathered>(), EventType.Of<Rules.ConvoySent>(), EventType.Of<Rules.ConvoyArrived>(),
        EventType.Of<Rules.MenWasted>(), EventType.Of<Rules.GarrisonWasted>(), EventType.Of<Rules.ForceRested>(),
        EventType.Of<Rules.HouseholdsFled>(), EventType.Of<Rules.EscortCalled>(), EventType.Of<Rules.EscortGathered>(), EventType.Of<Rules.EscortSettled>(),
        EventType.Of<Rules.LoyaltyMoved>(),
        EventType.Of<Rules.AgentsSent>(), EventType.Of<Rules.AgentsArrived>(), EventType.Of<Rules.AgentsCaught>(), EventType.Of<Rules.BandRose>(),
        EventType.Of<Rules.BandJoined>(), EventType.Of<Rules.BandHunted>(), EventType.Of<Rules.BandMelted>(),
        EventType.Of<Rules.OfferSent>(), EventType.Of<Rules.OfferCaught>(), EventType.Of<Rules.OfferWeighed>(), EventType.Of<Rules.OfferAnswered>(),
        EventType.Of<Rules.ForceWentOver>(), EventType.Of<Rules.TownWentOver>(), EventType.Of<Rules.BaitSprung>(), EventType.Of<Rules.TalksLapsed>(),
        EventType.Of<Rules.PaperHeard>(), EventType.Of<Rules.PaperAnswered>(), EventType.Of<Rules.TreatyConcluded>(), EventType.Of<Rules.PeaceLearned>(),
        EventType.Of<Rules.TreatyRenounced>(), EventType.Of<Rules.ClausePerformed>(), EventType.Of<Rules.ClauseWaived>(), EventType.Of<Rules.ClauseLate>(),
        EventType.Of<Rules.ClauseBroken>(), EventType.Of<Rules.TributePaid>(), EventType.Of<Rules.GarrisonRecalled>(),
        EventType.Of<Rules.FactionsMoved>(), EventType.Of<Rules.MemorialHeard>(), EventType.Of<Rules.OfficerDismissed>(), EventType.Of<Rules.PersonRecalled>(),
        EventType.Of<Rules.AppointmentLapsed>(), EventType.Of<Rules.CommandTaken>(), EventType.Of<Rules.PersonArrested>(), EventType.Of<Rules.PersonFled>(),
        EventType.Of<Rules.PersonEscaped>(), EventType.Of<Rules.PersonExecuted>(), EventType.Of<Rules.ExecutionHeard>(), EventType.Of<Rules.ForceShaken>(),
        EventType.Of<Rules.CoupAttempted>(),
        EventType.Of<Rules.FateSet>(), EventType.Of<Rules.RecordImposed>(), EventType.Of<Rules.FateEnded>(),
    ];

    /// <summary>The type of a kind; throws for a kind that no event has.</summary>
    public static EventType Of(EventKind kind)
    {
        foreach (var type in All)
            if (type.Kind == kind) return type;
        throw new ArgumentOutOfRangeException(nameof(kind), kind, "No event has this kind.");
    }
}
