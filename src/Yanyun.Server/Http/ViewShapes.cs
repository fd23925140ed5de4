namespace Yanyun.Server.Http;

// What GET view and the streams of a seat hold. Names are slugs and dates are as 1140-06-15; "-" is nobody, nowhere, never.

/// <summary>A seat's view: what it believes, its own office, its copy-books, its talks and its court.</summary>
/// <param name="Day">Days done.</param>
/// <param name="Seats">Who sits where, by seat.</param>
/// <param name="Waiting">Orders that wait for the day to turn, by number.</param>
/// <param name="Commands">What a superior last directed each seat below to do.</param>
/// <param name="Agents">By the home of a band: when agents were last sent.</param>
/// <param name="Men">People of the court that are not free, and what became of them.</param>
/// <param name="Orders">The verbs that may be used today; absent in streams.</param>
public sealed record ViewShape(
    int Day, int Days, string Date, EraShape Era, bool Ended, ClockShape Clock, IReadOnlyDictionary<string, SittingShape> Seats,
    IReadOnlyDictionary<string, WaitingShape> Waiting, string Seat, OfficeShape Office, IReadOnlyDictionary<string, PlaceBeliefShape> Places,
    IReadOnlyDictionary<string, ForceBeliefShape> Forces, IReadOnlyDictionary<string, EdictShape> Commands, IReadOnlyDictionary<string, string> Agents,
    PeaceTalkShape Peace, IReadOnlyDictionary<string, SecretShape> Secrets, IReadOnlyDictionary<string, string> Men, CourtShape? Court = null,
    IReadOnlyList<VerbShape>? Orders = null);

public sealed record EraShape(string En, string Zh);

/// <param name="Holder">historical, heuristic, person or bot.</param>
/// <param name="StandsInFor">Whose place a mind keeps while he is away.</param>
public sealed record SittingShape(string Holder, string Name, string StandsInFor, bool Ready, string Polity, string En, string Zh);

/// <param name="Order">As records write it.</param>
public sealed record WaitingShape(string Verb, string Order);

/// <param name="Kind">court, command or commandery.</param>
/// <param name="Authority">bound, discretionary or supreme.</param>
/// <param name="Trust">The superior's in it, 0-1000.</param>
/// <param name="AimSince">When the seat took the aim from above for its own.</param>
public sealed record OfficeShape(
    string Kind, string Polity, string Holder, bool Filled, string At, string With, string Going, string Arrives, string Superior, string Authority, int Trust,
    int Fear, int Refusals, string HeardNews, string Decided, string Refused, IReadOnlyList<string> AtWarWith, string Aim, string AimPlace, string AimSince);

/// <param name="Men">About how many are there; 0: none or unknown.</param>
/// <param name="AsOf">When it was so; "-": on the first day.</param>
public sealed record PlaceBeliefShape(string Holder, bool Ours, bool Hostile, int Men, string AsOf);

/// <param name="Own">The seat commands it.</param>
/// <param name="GrainDays">-1 unknown.</param>
/// <param name="Task">What the seat last ordered it to do.</param>
/// <param name="Ordered">Written.</param>
/// <param name="Expected">Should have arrived.</param>
/// <param name="Confirmed">A report came that answers it.</param>
/// <param name="Answer">obeys, adapts, delays or refuses, as reported.</param>
public sealed record ForceBeliefShape(
    string En, string Zh, string Polity, string Seat, bool Own, bool Hostile, string ReputedCommander, string Traits, string Place, int Men, int HorseSixteenths,
    int QualityTenths, int GrainDays, string Doing, string AsOf, string Task, string Target, string TargetForce, string Ordered, string Expected, string Confirmed,
    string Answer, string Reason);

public sealed record EdictShape(string Task, string Place, string Directed, string Answered, string Answer, string Reason);

public sealed record PeaceTalkShape(
    string OfferBy, string Offered, int OfferedSilver, int OfferedSilk, string Heard, string Replied, string MadeTo, string Made, int MadeSilver, int MadeSilk,
    string Sent, string Answered, string Answer);

public sealed record SecretShape(int Strings, string Began, string Told, string Answer);

public sealed record CourtShape(string Ruler, int War, int Peace, int WarMen, int PeaceMen, int ArguedWar, int ArguedPeace);

public sealed record VerbShape(string Verb, IReadOnlyList<FieldShape> Fields);

/// <param name="Type">force, place, person, seat, polity, treaty, crossing, choice or number.</param>
/// <param name="Values">Those with which some order is accepted today: of the first field, or of each where others are given.</param>
public sealed record FieldShape(string Name, string Type, string? Default = null, int? Min = null, int? Max = null, IReadOnlyList<System.Text.Json.JsonElement>? Values = null);
