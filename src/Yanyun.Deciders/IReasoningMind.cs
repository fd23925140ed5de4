using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>A mind that can say why it gave an order.</summary>
public interface IReasoningMind : IMind
{
    /// <summary>The reason of an order it gave today; <see cref="Motive.None"/> when it gave none such.</summary>
    /// <param name="today">Days from the first day. Only the last day it decided on is remembered.</param>
    Reason ReasonOf(in Order order, int today);
}

/// <summary>The orders of one day with their reasons, of one seat or of several.</summary>
internal sealed class DaysReasons
{
    private readonly List<(Order Order, Reason Reason)> _given = [];
    private int _day = -1;

    public IReadOnlyList<(Order Order, Reason Reason)> All => _given;

    /// <summary>Opens a day: what was of another is forgotten.</summary>
    public List<(Order Order, Reason Reason)> On(int today)
    {
        if (_day != today) _given.Clear();
        _day = today;
        return _given;
    }

    /// <summary>Of another game than before: nothing has been thought today.</summary>
    public void Forget()
    {
        _given.Clear();
        _day = -1;
    }

    public Reason Of(in Order order, int today)
    {
        if (_day != today) return default;
        foreach (var (given, reason) in _given)
            if (given == order) return reason;
        return default;
    }
}
