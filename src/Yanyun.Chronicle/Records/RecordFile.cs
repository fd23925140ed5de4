using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>What a record begins with: all that is needed to find the world it starts from.</summary>
/// <param name="Scenario">Slug of the scenario.</param>
/// <param name="ScenarioHash">Names every byte of the scenario's files.</param>
/// <param name="Rules">Rules version it was made under.</param>
/// <param name="FirstDay">The scenario's first day, which is day 0 of the record.</param>
/// <param name="Deciders">Who decided, as the command line said it. Not needed to run it again: the orders are in the record.</param>
/// <param name="Sets">Changes to the scenario, <c>path=value</c>, in order.</param>
public sealed record RecordHead(
    string Scenario, ulong ScenarioHash, int Rules, ulong Seed, Day FirstDay, string Deciders, IReadOnlyList<string> Sets);

/// <summary>A record as read from a file whose every byte was found sound.</summary>
/// <param name="Days">The days in order; index 0 is the day after the first day of the scenario.</param>
public sealed record RecordFile(RecordHead Head, IReadOnlyList<RawDay> Days)
{
    /// <summary>Version of the format, in the first field of the file. A reader of a later one migrates it, by release.</summary>
    public const string Format = "record/1";

    /// <summary>How the names of record files end.</summary>
    public const string Extension = ".yanyun";

    /// <summary>Where a bookmark keeps its record of history, if it has one.</summary>
    /// <param name="scenarios">The folder of scenarios.</param>
    public static string OfHistory(string scenarios, string id) => Path.Combine(scenarios, id, "record" + Extension);
}

/// <summary>A day of a record before its words are looked up in the scenario.</summary>
/// <param name="Hash">The whole hash after the day.</param>
/// <param name="Subsystems">In the order of <see cref="WorldTables.All"/>; empty when the record keeps whole hashes alone.</param>
/// <param name="State">The kept state, or null.</param>
public sealed record RawDay(Day Day, IReadOnlyList<RawOrder> Orders, ulong Hash, ulong[] Subsystems, byte[]? State);

/// <summary>An order as its words stand in the file.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Words">Its fields, <c>key=value</c>.</param>
public sealed record RawOrder(int Line, string Seat, string Verb, IReadOnlyList<string> Words);
