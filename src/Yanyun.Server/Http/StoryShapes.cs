namespace Yanyun.Server.Http;

// What the map and the time track of the page are drawn from, as /openapi/v1.json describes it.

/// <summary>What of a scenario never changes while it is looked at.</summary>
/// <param name="Days">Days after the first that it can have.</param>
/// <param name="Forces">Forces that the scenario knows from its first day or as reinforcements.</param>
/// <param name="Codes">What answers to orders say.</param>
/// <param name="Treaties">Those in force and the drafts that courts may put forward.</param>
/// <param name="Crossings">Where a road crosses a river, each kind of crossing by itself.</param>
public sealed record AtlasShape(
    string Scenario, string En, string Zh, string QuestionEn, string QuestionZh, string FirstDay, int Days, IReadOnlyList<PolityShape> Polities,
    IReadOnlyList<PlaceShape> Places, IReadOnlyList<LegShape> Legs, IReadOnlyList<WaterShape> Waters, IReadOnlyList<AreaShape> Areas,
    IReadOnlyList<SeatShape> Seats, IReadOnlyList<ForceShape> Forces, IReadOnlyList<NameShape> Persons,
    IReadOnlyList<NameShape> Codes, IReadOnlyList<NameShape> Treaties, IReadOnlyList<NameShape> Crossings);

/// <param name="Letter">One hanzi that stands for it on the map.</param>
public sealed record PolityShape(string Id, string En, string Zh, string Letter, string Side);

/// <param name="Point">On a road between two towns, not a node of the network.</param>
public sealed record PlaceShape(string Id, string En, string Zh, string Kind, double Lat, double Lon, int Walls, bool Point, string Confidence);

/// <param name="From">Row among the places.</param>
/// <param name="Kind">road, mountain_road, pass, river_crossing, canal, river or sea.</param>
public sealed record LegShape(int From, int To, string Kind, int Li);

/// <param name="From">First day that it is drawn, counted from the scenario's first; below it: from before.</param>
/// <param name="To">First day that it is drawn no more.</param>
/// <param name="Line">Longitude, latitude, longitude, latitude and so on.</param>
public sealed record WaterShape(string Id, string En, string Zh, string Kind, int From, int To, string Confidence, IReadOnlyList<double> Line);

/// <summary>Land of a state that no place of the network lies in, on the day of survey next to the scenario.</summary>
public sealed record AreaShape(string Polity, IReadOnlyList<double> Ring);

public sealed record ForceShape(string Id, string En, string Zh, string Polity);

public sealed record NameShape(string Id, string En, string Zh);

/// <summary>A history as the track shows it.</summary>
/// <param name="Source">history, or the id of a game.</param>
/// <param name="Days">Days that can be looked at: 0 to this.</param>
/// <param name="Dates">By day, from 0.</param>
/// <param name="Marks">What happened, in order.</param>
public sealed record StoryShape(string Source, string Scenario, string Title, int Days, IReadOnlyList<DateShape> Dates, IReadOnlyList<MarkShape> Marks);

/// <param name="Julian">1140-06-15</param>
/// <param name="Era">Shaoxing 10/5/29, or 紹興十年五月二十九日, in the language asked for.</param>
public sealed record DateShape(string Julian, string Era, string Season);

/// <param name="Kind">Of the event, as place-taken; decision or news where the line is of no event.</param>
/// <param name="Recorded">The annals have it too.</param>
public sealed record MarkShape(int Day, string Kind, bool Recorded);

/// <summary>A day of a history: the truth of it, for those who may know it.</summary>
/// <param name="Heading">Its date in the three forms.</param>
/// <param name="Holders">By place, the row of its holder among the polities, from 1; 0 nobody.</param>
/// <param name="Loyalty">By place, that of the people to their holder, 0-1000.</param>
/// <param name="Stores">By place, shi of grain in its granary.</param>
/// <param name="Supplies">Of bodies in the field that a magazine feeds; who is on none lives on what it carries and finds, or starves.</param>
/// <param name="Notes">What the annals record and this history does not have.</param>
public sealed record DayShape(
    int Day, string Julian, string Heading, IReadOnlyList<int> Holders, IReadOnlyList<int> Loyalty, IReadOnlyList<int> Stores, IReadOnlyList<BodyShape> Forces,
    IReadOnlyList<RiderShape> Riders, IReadOnlyList<SiegeShape> Sieges, IReadOnlyList<SupplyShape> Supplies, IReadOnlyList<LineShape> Lines, IReadOnlyList<string> Notes);

/// <summary>A force on the map.</summary>
/// <param name="At">Place; absent on the road.</param>
/// <param name="Band">Men, rounded to an eighth of a doubling as a report would.</param>
/// <param name="Arm">foot, horse, boats or band.</param>
/// <param name="Days">Days of grain in hand.</param>
public sealed record BodyShape(
    string Id, string En, string Zh, string Polity, string? At, double Lat, double Lon, int Band, string Arm, string Doing, bool Garrison, int Days,
    string? Toward, string? Commander, string? Seat);

/// <summary>A rider, an envoy or an agent on the road.</summary>
/// <param name="Kind">order, edict, report, memorial, envoy, agents, offer or reply.</param>
/// <param name="Way">Places along the road, rows among the places from 1.</param>
/// <param name="Sent">Day written.</param>
/// <param name="Due">Day delivered.</param>
/// <param name="Lost">He will not arrive; nobody knows yet.</param>
public sealed record RiderShape(string Kind, string Polity, IReadOnlyList<int> Way, int Sent, int Due, string? From, string? To, string? ToForce, string? Order, bool Lost);

/// <summary>A road from a magazine to a body in the field.</summary>
/// <param name="Way">Places along it, rows among the places from 1.</param>
/// <param name="Days">That a convoy is on it.</param>
/// <param name="Raided">Hidden enemies lie on it and take a part of what passes.</param>
public sealed record SupplyShape(string Force, string Magazine, IReadOnlyList<int> Way, int Days, bool Raided);

public sealed record SiegeShape(string Place, string By, int Since, int Breach);

/// <summary>A piece of a sentence; one after the other they are its words.</summary>
/// <param name="Kind">place, person, force or seat, named by <paramref name="Id"/>; men, days, grain (shi), odds (per mille) or exactly; date. Absent: words that are themselves.</param>
/// <param name="Number">Of a figure, what was rounded or put into words.</param>
public sealed record PieceShape(string Text, string? Kind, string? Id, long? Number);

/// <summary>A sentence of the chronicle.</summary>
/// <param name="Parts">The same taken apart, without the source at its end.</param>
/// <param name="Event">1140-06-15.17, to ask why; absent for a decision or a piece of news.</param>
/// <param name="Cause">The event that caused it; absent: none.</param>
/// <param name="Source">Work and juan of the fact that it agrees with; absent: the annals have nothing like it.</param>
/// <param name="Certainty">Of that fact: high, medium or low.</param>
public sealed record LineShape(
    string Text, IReadOnlyList<PieceShape> Parts, string Kind, string? Event, string? Cause, string? Source, string? Certainty, IReadOnlyList<string> Places, IReadOnlyList<string> Forces,
    IReadOnlyList<string> Persons, IReadOnlyList<string> Seats);

/// <summary>A chain of causes, from the event asked about back to what nothing caused.</summary>
public sealed record ChainShape(IReadOnlyList<LinkShape> Links);

/// <param name="Reason">Why it was decided, where a mind decided it and said so.</param>
public sealed record LinkShape(string Event, string Kind, string Text, IReadOnlyList<PieceShape> Parts, string? Reason, bool Decided);

/// <summary>What the encyclopaedia has of a place, a person or an office.</summary>
/// <param name="Kind">place, person, seat or force.</param>
/// <param name="Rows">What is known, each with its ground.</param>
/// <param name="Facts">What the annals record of it in these years.</param>
public sealed record EntryShape(string Id, string Kind, string En, string Zh, IReadOnlyList<string> Also, IReadOnlyList<EntryRowShape> Rows, IReadOnlyList<FactShape> Facts);

/// <param name="Name">What it is, as a stable word: households, walls, leadership.</param>
/// <param name="Ground">Where it is from; absent where it is a name only.</param>
public sealed record EntryRowShape(string Name, string Value, string? Ground);

public sealed record FactShape(int Day, string Julian, string Text, string Source, string Certainty);
