using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>What a recorded fact would have to be, to be the same thing as an event of the run.</summary>
/// <param name="By">Who took, won or besieged; none: it does not matter.</param>
/// <param name="Actor">Who decided or marched; none: it does not matter.</param>
internal readonly record struct Likeness(FactKind Kind, PlaceId Place, PolityId By = default, PersonId Actor = default);

/// <summary>Something of a day that could be told.</summary>
/// <param name="Weight">What is heavier is told first when there is too much; balance.</param>
/// <param name="Event">Where in the day it stands; its address also chooses the wording.</param>
/// <param name="Cited">The fact that it is known to be; null: to be found by <paramref name="Like"/>.</param>
/// <param name="Happened">False where <paramref name="Event"/> is only a place in the day.</param>
internal sealed record Tale(Saying Saying, int Weight, EventRef Event, Likeness Like = default, Fact? Cited = null, bool Happened = true);

/// <summary>A decision of history that was taken in this run, as the book of the annals tells it.</summary>
/// <param name="References">Rows of the chronology it rests on.</param>
public sealed record Decided(SeatId Seat, Bilingual What, IReadOnlyList<string> References)
{
    /// <summary>The decisions of a day: entries of the script played on it.</summary>
    /// <param name="day">Days from the first day.</param>
    public static IReadOnlyList<Decided> On(AnnalsBook annals, ScriptProgress progress, int day)
    {
        var decided = new List<Decided>();
        for (var e = 1; e < annals.Script.Entries.Length; e++)
            if (progress[e].Played && progress[e].Day == day)
                decided.Add(new Decided(annals.Script.Entries[e].Seat, annals.Entries[e].What, annals.Entries[e].References));
        return decided;
    }
}
