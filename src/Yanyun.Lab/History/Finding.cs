using Yanyun.Engine;

namespace Yanyun.Lab.History;

/// <summary>How an outcome that the annals record came into the record.</summary>
public enum Reached
{
    /// <summary>By the dice as they fell.</summary>
    Freely,
    /// <summary>By other dice for its contests.</summary>
    ByFate,
    /// <summary>No dice tried would have it: it was set down.</summary>
    Imposed,
    /// <summary>A decision that it needs was never taken: no dice of its contests can help.</summary>
    Undecided,
    /// <summary>No dice tried would have it, and it is nothing that could be set down or setting it down would undo other outcomes.</summary>
    Missed,
}

/// <summary>One recorded outcome and how history was brought to it.</summary>
/// <param name="Check">Row in the book of checks.</param>
/// <param name="Draws">Worlds tried, the first with the dice as they fell.</param>
/// <param name="Fates">The orders that were set down for it.</param>
/// <param name="Day">The day on which its window closed, from the scenario's first.</param>
public sealed record Finding(int Check, Reached How, int Draws, IReadOnlyList<Dated> Fates, int Day);

/// <summary>History as one fate of the model.</summary>
/// <param name="Fates">All orders of nobody, by day.</param>
/// <param name="Met">By check, row 0 unused: whether the whole record meets it.</param>
/// <param name="Findings">One for each outcome, in the order in which their windows closed.</param>
/// <param name="Differences">Places that the days of survey give to others.</param>
public sealed record Reconstructed(
    ulong Seed, Record Record, IReadOnlyList<Dated> Fates, bool[] Met, IReadOnlyList<Finding> Findings, IReadOnlyList<Difference> Differences, World Last);
