namespace Yanyun.Engine;

/// <summary>Kinds of events: the closed registry. Part of the log's format: never renumber, only append.</summary>
public enum EventKind : byte
{
    None = 0,
    // Seasons
    MonthBegan = 1, WinterSet = 2, HarvestGathered = 3, ForceRaised = 4, ForceDisbanded = 5, GivenLapsed = 6,
    // Couriers and knowledge
    DispatchSent = 10, DispatchArrived = 11, DispatchMissed = 12, LookoutKept = 13,
    // Command
    OrderGiven = 20, OrderAnswered = 21, TaskTaken = 22, EdictAnswered = 23, SeatMoved = 24, StanceTaken = 25, PowersGranted = 26,
    ConductChanged = 28, WarBegun = 29, SeatArrived = 30, WarLearned = 31, SeatFilled = 32, CommandPassed = 33,
    // March
    MarchBegun = 40, Marched = 41, Arrived = 42, CrossingAwaited = 43, RoadCrowded = 44, BridgeBurned = 45, CrossingRestored = 46,
    // Supply and attrition
    ForceFed = 50, Foraged = 51, StoresDrawn = 52, ForceStarved = 53, TownFed = 54, ConvoyRun = 55, ConvoyRaided = 56, PayDay = 57, TaxGathered = 58, ConvoySent = 59,
    MenWasted = 60, GarrisonWasted = 61, ForceRested = 62, ConvoyArrived = 63, BaseMoved = 64, ReturnsMade = 65,
    // Battle
    BattleJoined = 70, FightLosses = 71, BattleEnded = 72, ForceRouted = 73, ForceRetired = 74, CommanderLost = 75, ForceDestroyed = 76, BattleDeclined = 77,
    // Siege
    SiegeLaid = 80, EnginesReady = 81, WallBreached = 82, StormRepulsed = 83, WallCarried = 84, Sallied = 85, SiegeLifted = 86, GateBetrayed = 87, SiegeHandedOver = 88, AssaultOrdered = 89,
    // Surrender
    TownSummoned = 90, SummonsRefused = 91, PlaceTaken = 92, OfficerFled = 93, GarrisonLost = 94, GuardLeft = 95, GarrisonTurned = 96,
    // Population
    HouseholdsFled = 100, EscortGathered = 101, EscortSettled = 102, LoyaltyMoved = 103, EscortCalled = 104,
    // Uprising
    AgentsSent = 130, AgentsArrived = 131, AgentsCaught = 132, BandRose = 133, BandJoined = 134, BandHunted = 135, BandMelted = 136,
    // Defection
    OfferSent = 140, OfferCaught = 141, OfferWeighed = 142, OfferAnswered = 143, ForceWentOver = 144, TownWentOver = 145, BaitSprung = 146, TalksLapsed = 147,
    // Treaty
    PaperHeard = 160, PaperAnswered = 161, TreatyConcluded = 162, PeaceLearned = 163, TreatyRenounced = 164, ClausePerformed = 165, ClauseWaived = 166,
    ClauseLate = 167, ClauseBroken = 168, TributePaid = 169, GarrisonRecalled = 170,
    // Court
    FactionsMoved = 180, MemorialHeard = 181, OfficerDismissed = 182, PersonRecalled = 183, AppointmentLapsed = 184, CommandTaken = 185, PersonArrested = 186,
    PersonFled = 187, PersonEscaped = 188, PersonExecuted = 189, ExecutionHeard = 190, ForceShaken = 191, CoupAttempted = 192,
    // Fate
    FateSet = 240, RecordImposed = 241, FateEnded = 242,
}
