namespace Yanyun.Server.Http;

// What two histories are held against each other with, and what a war came to, as /openapi/v1.json describes it.

/// <summary>What each day of a history came to. Every list is by day, from 0.</summary>
/// <param name="Source">history, replay-7, or the id of a game.</param>
/// <param name="Polities">Those that ever held a place or had a man.</param>
public sealed record SeriesShape(string Source, int Days, IReadOnlyList<PolitySeriesShape> Polities, IReadOnlyList<SeatSeriesShape> Seats);

/// <param name="Places">Places held.</param>
/// <param name="Men">Fighting men, in bodies and garrisons.</param>
/// <param name="Stores">Shi of grain in granaries.</param>
public sealed record PolitySeriesShape(string Polity, IReadOnlyList<int> Places, IReadOnlyList<int> Men, IReadOnlyList<int> Stores);

/// <param name="Wrong">Places of which the seat believed another holder than they had.</param>
public sealed record SeatSeriesShape(string Seat, IReadOnlyList<int> Wrong);

/// <summary>Where and when two histories of one scenario part.</summary>
/// <param name="Shared">Days that both have: what is beyond is not compared.</param>
/// <param name="Parent">Where one was forked from the other or both from a third: days that they share by their making; absent where they are no kin.</param>
/// <param name="First">The first event that is not the same, of any kind; absent: none.</param>
/// <param name="Told">The first sentence of the chronicles that tells of something else; absent: none.</param>
/// <param name="Places">Every place that was ever in different hands, by the first day on which it was.</param>
public sealed record CompareShape(
    PastShape Left, PastShape Right, int Shared, int? Parent, FirstEventShape? First, FirstLineShape? Told, IReadOnlyList<StrayedShape> Places);

/// <param name="Source">history, replay-7, or the id of a game.</param>
public sealed record PastShape(string Source, string Title, int Days);

/// <param name="Orders">What was ordered on that day in only one of the two.</param>
public sealed record FirstEventShape(int Day, string Julian, PartedShape? Left, PartedShape? Right, IReadOnlyList<OneSidedShape> Orders);

/// <param name="Event">1140-06-15.17, to ask why.</param>
/// <param name="Cause">The event that caused it; absent: a decision, a rule or the dice.</param>
public sealed record PartedShape(string Event, string Kind, string Text, IReadOnlyList<PieceShape> Parts, string? Cause);

/// <param name="Side">left or right.</param>
/// <param name="Order">As records write it.</param>
/// <param name="Later">Days after which the other side gives the same order: it was put off. Absent: it was not given again.</param>
public sealed record OneSidedShape(string Side, string Seat, string Order, int? Later);

public sealed record FirstLineShape(int Day, string Julian, LineShape? Left, LineShape? Right);

/// <param name="Left">Its holder there on that day; absent: nobody.</param>
public sealed record StrayedShape(string Place, int Day, string Julian, string? Left, string? Right);

/// <summary>An order of a day that is over.</summary>
/// <param name="Number">Among all orders of that day, to change it in a fork.</param>
/// <param name="Order">As records write it.</param>
/// <param name="Text">In words.</param>
public sealed record PastOrderShape(int Number, string Seat, string Verb, string Order, string Text);

/// <summary>What a seat believed on the evening of a day that is over. Names are slugs and dates as 1140-06-15; "-" is nobody, nowhere, never.</summary>
public sealed record BeliefShape(
    int Day, string Date, string Seat, OfficeShape Office, IReadOnlyDictionary<string, PlaceBeliefShape> Places,
    IReadOnlyDictionary<string, ForceBeliefShape> Forces, IReadOnlyDictionary<string, EdictShape> Commands, IReadOnlyDictionary<string, string> Agents,
    PeaceTalkShape Peace, IReadOnlyDictionary<string, SecretShape> Secrets, IReadOnlyDictionary<string, string> Men, CourtShape? Court = null);

/// <summary>A change to the first day that a fork does not share.</summary>
/// <param name="Do">drop: the order is not given. delay: it is given so many days later. replace: another is given in its place. add: one more is given.</param>
/// <param name="Order">Number among the orders of that day; of drop, delay and replace.</param>
/// <param name="Days">Of delay: 1 to 60.</param>
/// <param name="Seat">Of add: who gives it. Of replace: who gave the other.</param>
/// <param name="Verb">Of replace and add.</param>
/// <param name="Args">Of replace and add: by the names of the fields.</param>
public sealed record ChangeShape(
    string Do, int? Order = null, int? Days = null, string? Seat = null, string? Verb = null,
    IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Args = null);

/// <summary>A game and those that were forked from the same beginning, as far as one may see them.</summary>
/// <param name="Id">"history" for the record; begins with "-" where the game is not shown.</param>
/// <param name="Parent">Absent: it is the first.</param>
/// <param name="Day">Days of the parent that it shares.</param>
/// <param name="Days">Days done; absent where it is not shown.</param>
public sealed record KinShape(string Id, string Title, string? Parent, int Day, int? Days, string? State, bool Mine);
