namespace Yanyun.Server.Store;

/// <summary>What never changes of a game: its pinned ground, and where it comes from.</summary>
/// <param name="Id">Ten letters and digits.</param>
/// <param name="Scenario">Slug of the scenario.</param>
/// <param name="ScenarioHash">Names every byte of the scenario's files; a game is played with no others.</param>
/// <param name="Rules">Rules version; a game is played under no other.</param>
/// <param name="Seed">Of the dice, from the first day on.</param>
/// <param name="Sets">Changes to the scenario, <c>path=value</c>, in order.</param>
/// <param name="Owner">Account that made it.</param>
/// <param name="Open">True: everybody who may see the game sees every seat and the whole chronicle, and no person may sit in it.</param>
/// <param name="Listed">False: only those who were invited, or know its address, find it.</param>
/// <param name="Parent">The game it was forked from; null for none. A fork from a record of history has the word <see cref="History"/>.</param>
/// <param name="ParentDay">Days of the parent that it shares; 0 without a parent.</param>
/// <param name="MadeAt">Milliseconds since 1970 UTC.</param>
public sealed record GameHead(
    string Id, string Title, string Scenario, ulong ScenarioHash, int Rules, ulong Seed, IReadOnlyList<string> Sets, string Owner, bool Open,
    bool Listed, string? Parent, int ParentDay, long MadeAt)
{
    /// <summary>The parent of a fork from the scenario's record of history.</summary>
    public const string History = "history";
}

/// <summary>Whether somebody must wake a game when the house opens.</summary>
public enum Pulse : byte
{
    /// <summary>Its clock stands: it sleeps until somebody comes.</summary>
    Still = 0,
    /// <summary>Its clock runs.</summary>
    Running = 1,
    Ended = 2,
}

/// <summary>A game as the store lists it, without its log.</summary>
/// <param name="Version">Entries in its log.</param>
/// <param name="Day">Days done.</param>
/// <param name="Fault">Why it is in quarantine; null while it is sound.</param>
public sealed record GameRow(GameHead Head, long Version, int Day, Pulse Pulse, string? Fault);
