using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Telling;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>Why the minds of a run gave their orders, in words.</summary>
/// <param name="minds">By seat.</param>
public sealed class Reasons(IMind?[] minds, Bookmark bookmark, Calendar calendar, Language language)
{
    private readonly Motives _motives = new(bookmark, calendar, language);

    /// <summary>The reason of an order given on the day just done; empty for one that no mind gave, or that was given without a reason.</summary>
    public string Of(in Order order, int today) =>
        minds[order.Seat.Value] is IReasoningMind mind ? _motives.Say(mind.ReasonOf(order, today)) : "";
}
