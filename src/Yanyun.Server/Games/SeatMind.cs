using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Server.Games;

/// <summary>
/// The mind of one seat of a game, whoever holds it. The historical mind always looks on, so that it can take over on any day; who holds the
/// seat speaks. While days are played again from a log, what is spoken is what the log has, in the turn in which it was spoken, so that every
/// mind sees what it saw and remembers what it remembered.
/// </summary>
/// <param name="historical">Null for a seat that the script does not know.</param>
internal sealed class SeatMind(IMind? historical, IMind heuristic) : IMind
{
    private readonly Orders _unsaid = new();
    private Order[]? _recorded;

    public HolderKind Holder { get; set; } = HolderKind.Historical;

    /// <summary>The orders that the seat's mind gave on the day to be played again; null while days are played for the first time.</summary>
    public void Repeat(Order[]? recorded) => _recorded = recorded;

    public bool WakesToday(in View view)
    {
        var history = historical?.WakesToday(view) ?? false;
        return history || _recorded is { Length: > 0 } || (_recorded is null && Holder == HolderKind.Heuristic && heuristic.WakesToday(view));
    }

    public void Decide(in View view, Orders orders)
    {
        var cause = CommandRule.HasCause(view);
        if (historical is not null && (cause || historical.WakesToday(view)))
        {
            var speaks = Holder == HolderKind.Historical && _recorded is null;
            _unsaid.Seat = view.Seat;
            historical.Decide(view, speaks ? orders : _unsaid);
            _unsaid.Clear();
        }
        if (_recorded is not null)
        {
            foreach (ref readonly var order in _recorded.AsSpan()) orders.Add(order);
            return;
        }
        if (Holder == HolderKind.Heuristic && (cause || heuristic.WakesToday(view))) heuristic.Decide(view, orders);
    }
}
