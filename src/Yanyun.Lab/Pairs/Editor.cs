using Yanyun.Chronicle.Experiments;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab;

/// <summary>Stands between the minds of one run and its desk, and changes what is said as the experiment has it.</summary>
/// <param name="edits">Edits of the run, in the order in which they are tried: the first that matches an order has it.</param>
/// <param name="own">Index of the first that only the changed run of the pair has.</param>
/// <param name="dry">Those edits change nothing here, and it is only noted when the first of them would have: until then the two runs are one.</param>
internal sealed class Editor(IReadOnlyList<Edit> edits, int own, bool dry = false)
{
    private readonly List<(int Day, Order Order)> _waiting = [];

    /// <summary>How often an edit that only this run has met something to change.</summary>
    public int Bites { get; private set; }

    /// <summary>An edit of the changed run would have met something to change.</summary>
    public bool Stirred { get; private set; }

    public void Begin()
    {
        _waiting.Clear();
        Bites = 0;
        Stirred = false;
    }

    /// <summary>What waits in one run waits in the other from their parting on.</summary>
    public void CopyTo(Editor other)
    {
        other.Begin();
        other._waiting.AddRange(_waiting);
    }

    /// <summary>Whether some edit may concern the orders of a seat.</summary>
    public bool Concerns(SeatId seat)
    {
        foreach (var edit in edits)
            if (edit.IsOfOrders && (!edit.Actor.Exists || edit.Actor == seat)) return true;
        return false;
    }

    /// <summary>Something is to be said for a seat today that its mind does not know of.</summary>
    public bool IsDue(SeatId seat, int today)
    {
        foreach (var (day, order) in _waiting)
            if (day <= today && order.Seat == seat) return true;
        for (var i = 0; i < Given; i++)
            if (edits[i].Kind == EditKind.Inject && edits[i].Actor == seat && edits[i].From == today) return true;
        return false;
    }

    /// <summary>Edits that are made here come before this one.</summary>
    private int Given => dry ? own : edits.Count;

    /// <summary>An order of a mind, on its way to the desk.</summary>
    public void Pass(in Order order, int today, Orders desk)
    {
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (edit.Match is null || !edit.IsOpen(today) || (edit.Actor.Exists && edit.Actor != order.Seat) || !edit.Match.Matches(order)) continue;
            if (i >= Given)
            {
                Stirred = true;
                break;
            }
            if (i >= own) Bites++;
            if (edit.Kind == EditKind.Delay) _waiting.Add((today + edit.Days, order));
            if (edit.Kind == EditKind.Replace) desk.Add(edit.Order with { Seat = order.Seat });
            return;
        }
        desk.Add(order);
    }

    /// <summary>Says what was put off until today, and what nobody thought of.</summary>
    public void Say(SeatId seat, int today, Orders desk)
    {
        for (var i = 0; i < _waiting.Count; i++)
            if (_waiting[i].Day <= today && _waiting[i].Order.Seat == seat) desk.Add(_waiting[i].Order);
        _waiting.RemoveAll(waiting => waiting.Day <= today && waiting.Order.Seat == seat);
        for (var i = 0; i < Given; i++)
        {
            var edit = edits[i];
            if (edit.Kind != EditKind.Inject || edit.Actor != seat || edit.From != today) continue;
            for (var n = 0; n < edit.Times; n++) desk.Add(edit.Order);
            if (i >= own) Bites++;
        }
    }

    /// <summary>Facts that are others from today on.</summary>
    public void Change(World world, int today)
    {
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (i >= Given && edit.From == today && edit.Kind is (EditKind.Set or EditKind.Off or EditKind.Inject)) Stirred = true;
            if (i >= Given || edit.From != today || edit.Kind is not (EditKind.Set or EditKind.Off)) continue;
            edit.Setting?.Apply(world);
            if (i >= own) Bites++;
        }
    }

    /// <summary>Rules that are not in force today.</summary>
    public RuleSwitch Off(int today)
    {
        var off = RuleSwitch.None;
        for (var i = 0; i < Given; i++)
            if (edits[i].Kind == EditKind.Off && edits[i].IsOpen(today)) off |= edits[i].Rule;
        return off;
    }
}

/// <summary>A mind whose words pass through the editor of its run. What it thinks follows from its views as before.</summary>
internal sealed class EditedMind(IMind? mind, SeatId seat, Editor editor) : IMind
{
    private readonly Orders _said = new();

    public bool WakesToday(in View view) => (mind?.WakesToday(view) ?? false) || editor.IsDue(seat, view.Today);

    public void Decide(in View view, Orders orders)
    {
        // Woken only to say what is due, it is not to think on a day on which it would not have.
        if (mind is not null && (CommandRule.HasCause(view) || mind.WakesToday(view)))
        {
            _said.Clear();
            mind.Decide(view, _said);
            foreach (var said in _said.All) editor.Pass(said with { Seat = seat }, view.Today, orders);
        }
        editor.Say(seat, view.Today, orders);
    }
}

/// <summary>A seat whose mind gives way to another on the day of the start.</summary>
internal sealed class RelievedMind(IMind? before, IMind? after, int start) : IMind
{
    public bool WakesToday(in View view) => Now(view)?.WakesToday(view) ?? false;

    public void Decide(in View view, Orders orders) => Now(view)?.Decide(view, orders);

    private IMind? Now(in View view) => view.Today < start ? before : after;
}
