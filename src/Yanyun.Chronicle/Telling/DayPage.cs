using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>One sentence of the chronicle.</summary>
/// <param name="Parts">Its words taken apart; without the fact it cites, which <paramref name="Text"/> ends with.</param>
/// <param name="Event">The event it tells, or the first of those it merges.</param>
/// <param name="Fact">The recorded fact it agrees with and cites; null when the annals have nothing like it.</param>
/// <param name="Wording">The words before they were filled in: no two that follow each other have the same.</param>
/// <param name="About">Whom and what it names.</param>
/// <param name="Happened">Whether <paramref name="Event"/> is an event of the log; false for a decision or a piece of news, which only has its place in the day.</param>
public sealed record Line(string Text, IReadOnlyList<Piece> Parts, EventRef Event, Fact? Fact, string Wording, Subjects About, bool Happened);

/// <summary>A day as it is told.</summary>
/// <param name="Before">A line for the quiet days since the last page; null when there were none.</param>
/// <param name="Heading">Its date in the three forms.</param>
/// <param name="Lines">At most <see cref="Chronicler.MostLines"/>; none on a quiet day.</param>
/// <param name="Notes">What the annals record and this history will not have, in the margin.</param>
public sealed record DayPage(Day Day, string? Before, string Heading, IReadOnlyList<Line> Lines, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing to print today.</summary>
    public bool Quiet => Lines.Count == 0 && Notes.Count == 0;
}
