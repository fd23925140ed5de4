using Yanyun.Engine;

namespace Engine.Tests;

/// <summary>
/// The way a rule's specification reads: <c>Given(SmallWar.AtWar()).Send(Yue, TaskKind.March, Yingchang).Running(MarchRule.Daily).Days(3)
/// .Then&lt;Arrived&gt;(e => e.Place == Yingchang)</c>. Derive, and write <c>using static Engine.Tests.SmallWar;</c>.
/// </summary>
public abstract class RuleSpec
{
    internal static War Given(World world) => new(world);
}

internal delegate void Change<T>(ref T row);

/// <summary>A world under test, its log, and the rules that move it.</summary>
internal sealed class War
{
    private readonly Simulation _simulation;
    private readonly IMind?[] _minds;
    private Action<World>[]? _rules;

    public War(World world)
    {
        World = world;
        World.Log = Log;
        _minds = new IMind?[world.Scenario.Seats.Length];
        _simulation = new Simulation(world, _minds);
    }

    public World World { get; }
    public EventLog Log { get; } = new();

    /// <summary>Only these rules move the days that follow; without it, the whole day does.</summary>
    public War Running(params Action<World>[] rules)
    {
        _rules = rules;
        return this;
    }

    public War Force(ForceId id, Change<Force> change)
    {
        change(ref World[id]);
        return this;
    }

    public War Place(PlaceId id, Change<PlaceState> change)
    {
        change(ref World[id]);
        return this;
    }

    public War With(Action<World> change)
    {
        change(World);
        return this;
    }

    public War Stand(ForceId force, PlaceId place) => With(w => SmallWar.Stand(w, force, place));
    public War PutOnRoad(ForceId force, PlaceId from, PlaceId toward, int li) => With(w => SmallWar.PutOnRoad(w, force, from, toward, li));

    /// <summary>The task as if its order had arrived; the force sets out today.</summary>
    public War Send(ForceId force, TaskKind task, PlaceId target, Pace pace = Pace.Usual, ForceId follow = default) =>
        With(w => SmallWar.Send(w, force, task, target, pace, follow));

    /// <summary>A seat gives an order on the next day, through the whole house: judged, carried, answered.</summary>
    public War Order<T>(SeatId seat, T order) where T : unmanaged, IOrder
    {
        _simulation.Day([Yanyun.Engine.Order.Of(seat, order)], replay: true);
        return this;
    }

    /// <summary>What the desk says to an order, by what the seat believes.</summary>
    public Verdict Judge<T>(SeatId seat, T order) where T : unmanaged, IOrder => _simulation.Judge(Yanyun.Engine.Order.Of(seat, order));

    /// <summary>Somebody to decide for a seat in the days that follow.</summary>
    public War Led(SeatId seat, IMind mind)
    {
        _minds[seat.Value] = mind;
        return this;
    }

    public War Days(int days)
    {
        for (var d = 0; d < days; d++)
        {
            if (_rules is null)
            {
                _simulation.Day();
                continue;
            }
            World.NextDay();
            foreach (var rule in _rules) rule(World);
        }
        return this;
    }

    /// <summary>Days until an event of the kind happens, at most <paramref name="most"/>; fails if it does not.</summary>
    public int DaysUntil<T>(int most = 400) where T : unmanaged, IEvent
    {
        for (var d = 1; d <= most; d++)
        {
            var before = Log.Count;
            Days(1);
            foreach (ref readonly var entry in Log.Entries[before..])
                if (entry.Kind == T.Kind) return d;
        }
        Assert.Fail($"No {T.Kind} in {most} days.");
        return 0;
    }

    /// <summary>All events of a kind so far, in order.</summary>
    public IReadOnlyList<T> All<T>() where T : unmanaged, IEvent
    {
        var found = new List<T>();
        foreach (ref readonly var entry in Log.Entries)
            if (entry.Kind == T.Kind) found.Add(Log.Read<T>(entry));
        return found;
    }

    /// <summary>Where each event of a kind stands in the log.</summary>
    public IReadOnlyList<EventLog.Entry> Entries<T>() where T : unmanaged, IEvent => [.. Log.Entries.ToArray().Where(e => e.Kind == T.Kind)];

    /// <summary>It happened (to somebody that fits).</summary>
    public War Then<T>(Func<T, bool>? fits = null) where T : unmanaged, IEvent
    {
        var all = All<T>();
        Assert.True(fits is null ? all.Count > 0 : all.Any(fits), $"Expected a {typeof(T).Name} that fits; there were {all.Count}: {string.Join("; ", all.Take(5))}");
        return this;
    }

    /// <summary>It did not happen (to anybody that fits).</summary>
    public War Never<T>(Func<T, bool>? fits = null) where T : unmanaged, IEvent
    {
        var all = All<T>().Where(fits ?? (_ => true)).ToList();
        Assert.True(all.Count == 0, $"Expected no {typeof(T).Name}; the first of {all.Count} is {(all.Count > 0 ? all[0].ToString() : "")}");
        return this;
    }

    public War Holds(Func<World, bool> claim, string says)
    {
        Assert.True(claim(World), says);
        return this;
    }

    /// <summary>What the log says went in and out of the world since it was made.</summary>
    public Flow Flows()
    {
        var sum = new Flow();
        foreach (ref readonly var entry in Log.Entries) sum += EventTypes.Of(entry.Kind).NetOf(Log.Bytes(entry));
        return sum;
    }
}
