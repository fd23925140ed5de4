using System.Text.Json;

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
public sealed record NewFork(
    int? Day = null, string? Title = null, ulong? Seed = null, IReadOnlyDictionary<string, string>? Seats = null, ClockShape? Clock = null,
    bool? Open = null, bool? Listed = null);

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
public sealed record NewOrder(string Verb, IReadOnlyDictionary<string, JsonElement>? Args = null, int? Day = null);

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
public sealed record LineageShape(IReadOnlyList<AncestorShape> Ancestors, IReadOnlyList<AncestorShape> Forks);

public sealed record AncestorShape(string Id, string Title, int Day);
