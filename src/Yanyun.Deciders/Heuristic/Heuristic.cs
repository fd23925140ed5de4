using System.Runtime.InteropServices;
using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>
/// A sound, unbrilliant commander. He weighs what each host could do by worth x chance / days, keeps his men together and fed, and says why.
/// A superior first sends his commands where they are worth most.
/// </summary>
/// <remarks>
/// It keeps nothing from day to day but room to work in: what he is about he reads from his copy-book, so that a fork or a replay that starts in
/// the middle goes on as the game did; an aim it was handed (<see cref="Pursue"/>) is its giver's to hand again. One instance may lead any number of seats, one after the other. docs/minds.md.
/// </remarks>
public sealed class Heuristic : IAimedMind, IReasoningMind, IRemembers
{
    /// <summary>Days between decisions while there is news. Balance: a host marches two or three days before anything can be changed.</summary>
    public const int Cadence = 3;

    private readonly Chart _chart;
    private readonly Handed[] _handed;
    private readonly Diplomacy _talks = new();
    private readonly Ambition _ambition;
    private Picture? _picture;
    private FieldCommand? _field;
    private HighCommand? _high;
    private Intrigue? _intrigue;
    private readonly DaysReasons _reasons = new();

    public Heuristic(Scenario scenario) : this(new Chart(scenario.Atlas), scenario.Seats.Length)
    {
    }

    private Heuristic(Chart chart, int seats) => (_chart, _handed, _ambition) = (chart, new Handed[seats], new Ambition(chart));

    /// <summary>Another that shares what was reckoned once for the country: for a game on another thread.</summary>
    public Heuristic Twin() => new(_chart, _handed.Length);

    /// <summary>The orders of the last day on which any seat was led, each with its reason; an order that the desk then refused is among them.</summary>
    public IReadOnlyList<(Order Order, Reason Reason)> LastReasons => _reasons.All;

    public Reason ReasonOf(in Order order, int today) => _reasons.Of(order, today);

    /// <summary>Its days come every <see cref="Cadence"/>; news that came between waits for them.</summary>
    public bool WakesToday(in View view) =>
        view.Office.Wars != 0 && IsItsDay(view) && view.Office.NewsOn > 0 && view.Today - view.Office.NewsOn < Cadence;

    private static bool IsItsDay(in View view) => (view.Today + view.Seat.Value) % Cadence == 0;

    public void Pursue(SeatId seat, TaskKind task, PlaceId place) => _handed[seat.Value] = new Handed { Aim = new Aim(task, place), Fresh = true, StandsIn = true };

    /// <summary>The aims it was handed are all that it remembers.</summary>
    public void CopyTo(IMind other) => _handed.AsSpan().CopyTo(((Heuristic)other)._handed);

    public void Save(SeatId seat, BinaryWriter to) => to.Write(MemoryMarshal.AsBytes(_handed.AsSpan(seat.Value, 1)));

    public void Load(SeatId seat, BinaryReader from)
    {
        from.ReadExactly(MemoryMarshal.AsBytes(_handed.AsSpan(seat.Value, 1)));
        _reasons.Forget();
    }

    /// <summary>The aim handed over, until an edict that came after it is accepted; else that of the office.</summary>
    private Aim AimOf(in View view)
    {
        ref var handed = ref _handed[view.Seat.Value];
        if (handed.Fresh) (handed.Edict, handed.Fresh) = (view.Office.Aim, false);
        return handed.Aim.Place.Exists && handed.Edict == view.Office.Aim ? handed.Aim : Aim.Of(view);
    }

    public void Decide(in View view, Orders orders)
    {
        var standsIn = _handed[view.Seat.Value].StandsIn;
        // At peace nobody is sent anywhere; a court may end it.
        if (view.Office.Wars == 0 && (view.Kind != SeatKind.Court || standsIn)) return;
        var reasons = _reasons.On(view.Today);
        if (view.Office.NewsOn == view.Today && !IsItsDay(view)) return;
        if (_picture is null) Settle(view.ForceRows);
        var desk = new Desk(view, orders, reasons);
        // Who stands in for history fights its war; to begin or end one is history's to decide.
        if (!standsIn)
        {
            _ambition.Look(desk);
            _talks.Treat(desk);
        }
        if (view.Office.Wars == 0) return;
        var aim = AimOf(view);
        var leads = _picture!.Read(view);
        if (HighCommand.Leads(view)) _high!.Direct(desk, aim);
        if (leads) _field!.Lead(desk, aim);
        if (leads) _intrigue!.Plot(desk);
    }

    private void Settle(int forceRows)
    {
        _picture = new Picture(_chart, forceRows);
        var prospects = new Prospects(_picture);
        _field = new FieldCommand(_picture, prospects);
        _high = new HighCommand(_picture, prospects, _handed.Length);
        _intrigue = new Intrigue(_picture);
    }

    /// <summary>An aim handed over, and the edict that was in force when it was.</summary>
    private struct Handed
    {
        public Aim Aim;
        public Order Edict;
        public bool Fresh;
        public bool StandsIn;
    }
}
