using Yanyun.Engine.Rules;

namespace Yanyun.Engine;

/// <summary>Somebody who decides for a seat. Sees a view, answers with orders; must not keep anything that is not a function of what it saw.</summary>
public interface IMind
{
    /// <summary>Orders of the seat today. Called only on days when the seat has cause: news, a standing rhythm, or the mind's own asking.</summary>
    void Decide(in View view, Orders orders);

    /// <summary>Whether the seat must be asked today even without news (a dated entry falls due, an order waits). Sees the same view.</summary>
    bool WakesToday(in View view);
}

/// <summary>The orders of one day, gathered seat by seat. Reused from day to day.</summary>
public sealed class Orders
{
    private Order[] _orders = new Order[64];

    /// <summary>The seat now deciding.</summary>
    public SeatId Seat { get; set; }
    public int Count { get; private set; }
    public ReadOnlySpan<Order> All => _orders.AsSpan(0, Count);

    public void Add<T>(in T order) where T : unmanaged, IOrder => Add(Order.Of(Seat, in order));

    public void Add(in Order order)
    {
        if (Count == _orders.Length) Array.Resize(ref _orders, Count * 2);
        _orders[Count++] = order;
    }

    public void Clear() => Count = 0;
    internal void Keep(int at, in Order order) => _orders[at] = order;
    internal void Truncate(int count) => Count = count;
}

/// <summary>Days between decisions of a seat that hears nothing new.</summary>
public static class Rhythm
{
    public const int Days = 10;
}

/// <summary>The course of a day: the rules in their order. The one place that knows it.</summary>
public sealed class Simulation
{
    private readonly IMind?[] _minds;
    private readonly Orders _orders = new();
    private readonly System.Collections.Generic.List<(Order, Verdict)> _refused = [];

    /// <param name="world">The world to move on; its day is the last day done.</param>
    /// <param name="minds">Index by seat; null seats are led by Conduct alone.</param>
    /// <param name="off">Rules to leave out for the whole run: an experiment, which is never recorded.</param>
    public Simulation(World world, IMind?[] minds, RuleSwitch off = RuleSwitch.None)
    {
        if (minds.Length != world.Scenario.Seats.Length) throw new ArgumentException("One mind, or none, for each seat.", nameof(minds));
        World = world;
        World.Off = off;
        _minds = minds;
    }

    public World World { get; }

    /// <summary>The orders that passed the desk on the last day, in the order in which they were given: what a record keeps.</summary>
    public ReadOnlySpan<Order> Said => _orders.All;

    /// <summary>The orders of the last day that the desk refused, with its answer.</summary>
    public System.Collections.Generic.IReadOnlyList<(Order Order, Verdict Verdict)> Refused => _refused;

    /// <summary>One day.</summary>
    /// <param name="given">Orders from outside the minds, given after theirs: by a player, the command line, a record.</param>
    /// <param name="replay">True to give only those: the minds are not asked.</param>
    public void Day(ReadOnlySpan<Order> given = default, bool replay = false)
    {
        World.NextDay();
        World.Muster(); // who gets an order at dawn looks about him as things stand, not as they stood at some hour of yesterday
        if (World.Plays(RuleSwitch.Seasons)) SeasonsRule.Daily(World);
        Alarm.Raise(World);
        CourierRule.Arrive(World);
        Lookout.Daily(World);
        _orders.Clear();
        _refused.Clear();
        if (!replay) AskMinds();
        foreach (ref readonly var order in given)
            if (Give(order)) _orders.Add(order);
        if (!World.Plays(RuleSwitch.Couriers)) CourierRule.ArriveNow(World);
        Conduct.Daily(World);
        if (World.Plays(RuleSwitch.March)) MarchRule.Daily(World);
        if (World.Plays(RuleSwitch.Battle)) BattleRule.Daily(World);
        if (World.Plays(RuleSwitch.Siege)) SiegeRule.Daily(World);
        if (World.Plays(RuleSwitch.Supply)) SupplyRule.Daily(World);
        if (World.Plays(RuleSwitch.Attrition)) AttritionRule.Daily(World);
        if (World.Plays(RuleSwitch.Surrender)) SurrenderRule.Daily(World);
        if (World.Plays(RuleSwitch.Defection)) DefectionRule.Daily(World);
        if (World.Plays(RuleSwitch.Uprising)) UprisingRule.Daily(World);
        if (World.Plays(RuleSwitch.Population)) PopulationRule.Daily(World);
        if (World.Plays(RuleSwitch.Treaty)) Ledger.Daily(World);
        if (World.Plays(RuleSwitch.Court)) Factions.Daily(World);
        Reports.Daily(World);
    }

    private void AskMinds()
    {
        for (byte s = 1; s < _minds.Length; s++)
        {
            var mind = _minds[s];
            var seat = new SeatId(s);
            if (mind is null || World[seat].Open == 0) continue;
            var view = new View(World, seat);
            if (!CommandRule.HasCause(view) && !mind.WakesToday(view)) continue;
            var first = _orders.Count;
            _orders.Seat = seat;
            mind.Decide(view, _orders);
            var kept = first;
            // Judged in turn: an order may rest on the one before it.
            for (var i = first; i < _orders.Count; i++)
            {
                var order = _orders.All[i];
                order.Seat = seat;
                if (!Give(order)) continue;
                _orders.Keep(kept++, order);
            }
            _orders.Truncate(kept);
        }
    }

    /// <summary>Judges an order by what its seat believes; when accepted it is given and rides. A refused one changes nothing.</summary>
    public Verdict Judge(in Order order) => FateRule.Owns(order.Kind) ? FateRule.Judge(World, order) : CommandRule.Judge(new View(World, order.Seat), order);

    private bool Give(in Order order)
    {
        var verdict = Judge(order);
        if (!verdict.Ok)
        {
            _refused.Add((order, verdict));
            return false;
        }
        if (FateRule.Owns(order.Kind))
        {
            FateRule.Obey(World, order);
            return true;
        }
        var given = World.Emit(new OrderGiven(order), EventRef.None);
        CourierRule.Carry(World, order, given);
        return true;
    }
}
