using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>
/// A mind that sees every day and orders nothing: while the orders come from a record, it learns what it would have learnt from giving them, so
/// that it can take over where the record is forked.
/// </summary>
public sealed class OnlookingMind(IMind mind) : IReasoningMind
{
    private readonly Orders _unsaid = new();

    public bool WakesToday(in View view) => mind.WakesToday(view);

    public void Decide(in View view, Orders orders)
    {
        _unsaid.Seat = view.Seat;
        mind.Decide(view, _unsaid);
        _unsaid.Clear();
    }

    public Reason ReasonOf(in Order order, int today) => (mind as IReasoningMind)?.ReasonOf(order, today) ?? default;

    /// <summary>All the minds of a run as onlookers.</summary>
    public static IMind?[] Of(IMind?[] minds) => [.. minds.Select(mind => mind is null ? null : new OnlookingMind(mind))];
}
