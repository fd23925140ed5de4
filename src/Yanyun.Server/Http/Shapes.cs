using System.Text.Json;
using System.Text.Json.Serialization;
using Yanyun.Server.WhatIfs;

namespace Yanyun.Server.Http;

// The objects of the API, as /openapi/v1.json describes them.

/// <param name="Mode">paused, speed, ready or slow.</param>
/// <param name="Speed">1-5, with speed: a day in 5, 2, 1, 0.5 or 0.2 seconds.</param>
/// <param name="Seconds">With slow: until a day's deadline.</param>
public sealed record ClockShape(string Mode, int? Speed = null, int? Seconds = null);

/// <param name="Scenario">Slug of the scenario.</param>
/// <param name="Title">At most 80 characters.</param>
/// <param name="Seed">Of the dice; absent: one of the house's choice.</param>
/// <param name="Sets">Changes to the scenario, path=value.</param>
/// <param name="Seats">Holders by slug: historical, heuristic, person (yourself), bot (yours). A seat not named is historical.</param>
/// <param name="Open">Everybody sees all of it and nobody sits in it.</param>
/// <param name="Listed">Others find it; absent: yes.</param>
public sealed record NewGame(
    string Scenario, string? Title = null, ulong? Seed = null, IReadOnlyList<string>? Sets = null, IReadOnlyDictionary<string, string>? Seats = null,
    ClockShape? Clock = null, bool? Open = null, bool? Listed = null);

/// <param name="Day">Days of the past that are shared; absent: all.</param>
/// <param name="Seed">Other dice from the next day on; absent: the same.</param>
/// <param name="Changes">To the orders of the next day, which is then given as the past had it but for them, at most 12; absent: the next day is decided anew.</param>
public sealed record NewFork(
    int? Day = null, string? Title = null, ulong? Seed = null, IReadOnlyDictionary<string, string>? Seats = null, ClockShape? Clock = null,
    bool? Open = null, bool? Listed = null, IReadOnlyList<ChangeShape>? Changes = null);

/// <param name="Id">Its address: /api/games/{id}.</param>
/// <param name="Seed">Of the dice; absent: they are told to others than its maker when the game is over, or hides nothing.</param>
/// <param name="Day">Days done.</param>
/// <param name="Parent">Forked from; absent: from none; "history": the record of the scenario.</param>
/// <param name="Fault">Why it is set apart; absent while it is sound.</param>
public sealed record GameShape(
    string Id, string Title, string Scenario, ulong? Seed, int Day, string State, bool Open, bool Listed, bool Mine, string? Parent, int? ParentDay,
    string? Fault = null);

/// <param name="Holder">historical, heuristic, person (yourself) or bot (yours).</param>
public sealed record NewHolder(string Holder);

/// <param name="Verb">As GET orders lists them.</param>
/// <param name="Args">By the names of the fields: words, or whole numbers.</param>
/// <param name="Day">The day that you see; the order is refused when another has come since.</param>
/// <param name="Number">The number that it is to have: one more than the last of the seat. Asked for again it is kept once, and answered as the first time while it waits.</param>
public sealed record NewOrder(string Verb, IReadOnlyDictionary<string, JsonElement>? Args = null, int? Day = null, int? Number = null);

/// <param name="Number">Among the orders of the seat.</param>
/// <param name="Order">As records write it.</param>
public sealed record OrderShape(int Number, string Order);

/// <param name="Plays">To hold the seat; else to see what it sees.</param>
public sealed record NewInvitation(string Seat, bool Plays);

/// <param name="Token">Told this once.</param>
public sealed record InvitationShape(string Handle, string Game, string Seat, bool Plays, string? Token = null, string? Url = null);

public sealed record AcceptInvitation(string Token, string? Holder = null);

public sealed record ScenarioShape(string Id, string English, string Chinese, string FirstDay, string LastDay, int Days, IReadOnlyList<SeatShape> Seats);

public sealed record SeatShape(string Id, string English, string Chinese, string Polity, string Kind);

/// <param name="Game">With <paramref name="Seat"/>, the only seat that the token speaks for; absent: all that the account may.</param>
public sealed record MeShape(string Name, bool Guest, string FormToken, string? Game = null, string? Seat = null);

public sealed record NewName(string Name, string Password);

public sealed record RecoveryShape(string Recovery);

/// <summary>Either the password, or the recovery code with a new password.</summary>
public sealed record NewSession(string Name, string? Password = null, string? Recovery = null, string? NewPassword = null);

/// <param name="Game">With <paramref name="Seat"/>, the only seat it speaks for; absent: all that you may.</param>
public sealed record NewToken(string Label, string? Game = null, string? Seat = null);

public sealed record TokenShape(string Handle, string Label, string? Game, string? Seat, string? Token = null);

/// <param name="Ancestors">From the parent up; the last may be "history".</param>
/// <param name="Kin">All that have the same first ancestor, parents before their forks; in the first is what they all come from.</param>
public sealed record LineageShape(IReadOnlyList<AncestorShape> Ancestors, IReadOnlyList<AncestorShape> Forks, IReadOnlyList<KinShape> Kin);

public sealed record AncestorShape(string Id, string Title, int Day);

/// <summary>A what-if in the words of the laboratory (docs/lab.md): pairs of runs that share a past and a seed and differ by a change.</summary>
/// <param name="Day">Days of the past that are shared; horizons count from the next day. Absent: all there are.</param>
/// <param name="Title">At most 80 characters.</param>
/// <param name="Pairs">2 to 5000.</param>
/// <param name="Change">What only the second run of a pair has: rows of drop, delay, replace, inject, set or off.</param>
/// <param name="Both">What both runs have.</param>
/// <param name="Outcomes">What is looked at: rows of an id with holder, places, losses, men, until or check.</param>
/// <param name="Horizons">Days after the start, or dates.</param>
/// <param name="Primary">Outcome and horizon of the verdict.</param>
/// <param name="Minds">Who leads each seat from the start on: historical, heuristic, conduct, random; absent: historical.</param>
/// <param name="FirstSeed">Pair i has this seed + i; absent: 1.</param>
/// <param name="HalfWidth">Stop when half the 95% interval of the primary effect is as narrow as this; absent: play all pairs.</param>
/// <param name="Margin">The least effect worth speaking of.</param>
/// <param name="Given">What the run as it is must come to for a pair to count: outcome, horizon, at_least.</param>
public sealed record NewWhatIf(
    int Pairs, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Change, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Outcomes,
    IReadOnlyList<JsonElement> Horizons, IReadOnlyDictionary<string, JsonElement> Primary, int? Day = null, string? Title = null,
    IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>? Both = null, IReadOnlyDictionary<string, string>? Minds = null,
    [property: JsonPropertyName("first_seed")] long? FirstSeed = null, [property: JsonPropertyName("half_width")] double? HalfWidth = null,
    double? Margin = null, string? Expect = null, IReadOnlyDictionary<string, JsonElement>? Given = null);

/// <summary>A what-if of the record that ships with the house. To ask it, send <c>Ask</c> with <c>day</c>, <c>pairs</c> and a <c>title</c>.</summary>
/// <param name="TitleEn">In English; beside it in Chinese, as all of its texts.</param>
/// <param name="MeasuredEn">What of it is measured, and what is not; absent where nothing is said of that.</param>
/// <param name="Day">Days of the record that are shared.</param>
/// <param name="Start">The first day on which the runs may differ.</param>
/// <param name="Ask">The keys of a what-if that say what is changed and what is looked at.</param>
public sealed record QuestionShape(
    string Id, string TitleEn, string TitleZh, string StatementEn, string StatementZh, string? MeasuredEn, string? MeasuredZh, int Day, string Start, JsonElement Ask);

/// <param name="Id">Its address: /api/whatifs/{id}.</param>
/// <param name="Game">Whose past is shared; absent: that of history.</param>
/// <param name="Day">Days of the past that are shared.</param>
/// <param name="State">waiting, running, done, stopped or failed.</param>
/// <param name="Done">Pairs that the figures rest on.</param>
/// <param name="Pairs">Asked for.</param>
/// <param name="Event">The id of its newest event.</param>
/// <param name="Figures">Absent before the first pairs.</param>
public sealed record WhatIfShape(
    string Id, string? Game, string Scenario, int Day, string Title, string State, int Done, int Pairs, long Event, Figures? Figures, Reason? Why);

/// <summary>Why something is so, as far as a seat knows.</summary>
/// <param name="About">The slug that was asked about.</param>
/// <param name="Links">From the newest back; empty where the seat has heard of it and nothing more.</param>
public sealed record KnownChainShape(string About, IReadOnlyList<KnownLinkShape> Links);

/// <param name="Kind">belief, answer, waiting, order or edict.</param>
/// <param name="Day">Of a belief the day that it is true of.</param>
/// <param name="Age">How many days ago that was on the day of the view.</param>
/// <param name="EnParts">The sentence taken apart: its figures with what they are figures of.</param>
/// <param name="Reason">Of an answer, the stable code of the reason given; absent: none.</param>
/// <param name="Decided">Nothing caused it but the seat's own decision.</param>
public sealed record KnownLinkShape(
    string Kind, string Day, int Age, string En, string Zh, IReadOnlyList<PieceShape> EnParts, IReadOnlyList<PieceShape> ZhParts, string? Reason, bool Decided);
