using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// Plays the decisions of history for a seat, as long as what the seat believes is what they rested on. When an entry's window closes without
/// it, or the last entry is past, the seat passes to another mind with its last intention as the aim; the next entry that fires takes it back.
/// Before the first entry nobody decides: the peace is kept by Conduct.
/// </summary>
/// <remarks>Its memory is <see cref="ScriptProgress"/> alone, and that follows from the views it saw. docs/minds.md.</remarks>
/// <param name="progress">Shared by the minds of all seats of one run; its script is what is played.</param>
/// <param name="fallback">Who decides when history cannot; null: nobody, and the forces are led by Conduct.</param>
public sealed class Historical(ScriptProgress progress, SeatId seat, IMind? fallback) : IReasoningMind, IRemembers
{
    private readonly Script _script = progress.Script;
    private int _day = -1;
    private int _next;
    private bool _adrift;
    private readonly DaysReasons _reasons = new();

    /// <summary>The minds of all seats that the script knows; null for the others.</summary>
    /// <param name="fallback">The other mind of a seat; may answer the same one for all.</param>
    public static IMind?[] Cast(ScriptProgress progress, int seats, Func<SeatId, IMind?> fallback)
    {
        var minds = new IMind?[seats];
        for (byte s = 1; s < seats; s++)
        {
            var seat = new SeatId(s);
            if (progress.Script.Of(seat).Length > 0) minds[s] = new Historical(progress, seat, fallback(seat));
        }
        return minds;
    }

    public bool WakesToday(in View view)
    {
        Rewind(view);
        return _next <= view.Today || (_adrift ? fallback is not null && fallback.WakesToday(view) : PutOff(view, 1) != 0);
    }

    public void Decide(in View view, Orders orders)
    {
        Rewind(view);
        if (_next <= view.Today) PlayOpenEntries(view, orders);
        if (_adrift) fallback?.Decide(view, orders);
        else Press(view, orders);
    }

    /// <summary>
    /// A court whose edict was put off gives it again when the memorial comes, as courts did (Chong Shizhong in 1126, Liu Guangshi in 1130, Yue Fei in
    /// 1140): the script has only the letters to men who went in the end.
    /// </summary>
    private void Press(in View view, Orders orders)
    {
        for (var s = PutOff(view, 1); s != 0; s = PutOff(view, s + 1))
        {
            var to = new SeatId(s);
            var (told, again) = (view.Directed(to), true);
            foreach (ref readonly var order in orders.All) // it has new orders for him
                if (order.Kind == OrderKind.Direct && order.As<Direct>().To == to) again = false;
            if (!again) continue;
            orders.Add(new Direct(to, told.Task, told.Target));
            _reasons.On(view.Today).Add((orders.All[^1], new Reason(Motive.TellAgain, told.Target, Number: view.Today - told.GivenOn)));
        }
    }

    /// <summary>The first seat from one on whose memorial came since yesterday and puts off what is wanted still; 0 when there is none.</summary>
    private static byte PutOff(in View view, int from)
    {
        foreach (var seat in view.Subordinates)
        {
            if (seat.Value < from) continue;
            var told = view.Directed(seat);
            if (told.Answer is not (Code.Delays or Code.Refuses) || told.AnsweredOn < view.Today - 1) continue;
            if (told.Task != TaskKind.Take || !view.Ours(told.Target)) return seat.Value;
        }
        return 0;
    }

    public void CopyTo(IMind other)
    {
        var twin = (Historical)other;
        (twin._day, twin._next, twin._adrift, twin._aimTask, twin._aimPlace) = (_day, _next, _adrift, _aimTask, _aimPlace);
        if (fallback is IRemembers remembers) remembers.CopyTo(twin.Fallback!);
    }

    public void Save(SeatId of, BinaryWriter to)
    {
        to.Write(_day);
        to.Write(_next);
        to.Write(_adrift);
        to.Write((byte)_aimTask);
        to.Write(_aimPlace.Value);
        (fallback as IRemembers)?.Save(of, to);
    }

    public void Load(SeatId of, BinaryReader from)
    {
        (_day, _next, _adrift) = (from.ReadInt32(), from.ReadInt32(), from.ReadBoolean());
        (_aimTask, _aimPlace) = ((TaskKind)from.ReadByte(), new PlaceId(from.ReadInt16()));
        _reasons.Forget();
        (fallback as IRemembers)?.Load(of, from);
    }

    private IMind? Fallback => fallback;

    /// <summary>
    /// A mind asked about an earlier day, or for the first time, reads again where the script stands; after the script's last day it hands over.
    /// </summary>
    private void Rewind(in View view)
    {
        var today = view.Today;
        if (today < _day || _day < 0)
        {
            _adrift = false;
            _next = NextOpening(today);
        }
        _day = today;
        if (today <= progress.Until) return;
        _next = int.MaxValue;
        HandOver(view);
    }

    private void PlayOpenEntries(in View view, Orders orders)
    {
        foreach (var e in _script.Of(seat))
        {
            ref readonly var entry = ref _script.Entries[e];
            if (entry.From > view.Today) break;
            if (progress[e].Fate != EntryFate.Pending) continue;
            var manned = Manned(view, entry.Do, entry.DoCount);
            if (view.Today <= entry.To && manned && Conditions.Hold(view, _script, progress, entry.Given)) Play(view, e, orders);
            else if (view.Today >= entry.To) Close(view, e, manned, orders);
        }
        _next = NextOpening(view.Today + 1);
        if (_next == int.MaxValue) HandOver(view);
    }

    private void Play(in View view, short e, Orders orders)
    {
        ref readonly var entry = ref _script.Entries[e];
        Say(view, e, entry.Do, entry.DoCount, Motive.Recorded, orders);
        progress.Close(e, view.Today > entry.On + Script.LateAfterDays ? EntryFate.Late : EntryFate.Fired, view.Today);
        Aim(entry);
        _adrift = false;
    }

    private void Close(in View view, short e, bool manned, Orders orders)
    {
        ref readonly var entry = ref _script.Entries[e];
        progress.Close(e, manned ? EntryFate.Replaced : EntryFate.Skipped, view.Today);
        if (!manned) return;
        if (entry.OtherwiseCount > 0) Say(view, e, entry.Otherwise, entry.OtherwiseCount, Motive.RecordedOtherwise, orders);
        else HandOver(view);
    }

    private TaskKind _aimTask = TaskKind.Hold;
    private PlaceId _aimPlace;

    private void Aim(in ScriptEntry entry)
    {
        if (!entry.AimPlace.Exists) return;
        _aimTask = entry.AimTask;
        _aimPlace = entry.AimPlace;
    }

    private void HandOver(in View view)
    {
        if (!_adrift && fallback is IAimedMind aimed) aimed.Pursue(view.Seat, _aimTask, _aimPlace);
        _adrift = true;
    }

    /// <summary>First day from <paramref name="day"/> on when an entry still waits; <see cref="int.MaxValue"/> when none does.</summary>
    private int NextOpening(int day)
    {
        var next = int.MaxValue;
        foreach (var e in _script.Of(seat))
            if (progress[e].Fate == EntryFate.Pending && _script.Entries[e].From is var from && Math.Max(from, day) < next) next = Math.Max(from, day);
        return next;
    }

    /// <summary>At least one of the forces that would act is alive and under the seat; acts without forces need none.</summary>
    private bool Manned(in View view, int first, int count)
    {
        var forces = 0;
        for (var a = first; a < first + count; a++)
            foreach (var force in _script.ForcesOf(_script.Acts[a]))
            {
                if (Conditions.Commands(view, force)) return true;
                forces++;
            }
        return forces == 0;
    }

    /// <summary>The entry itself, while it is played; else what the other mind thought.</summary>
    public Reason ReasonOf(in Order order, int today) =>
        _reasons.Of(order, today) is { Motive: not Motive.None } reason ? reason : (fallback as IReasoningMind)?.ReasonOf(order, today) ?? default;

    private void Say(in View view, short entry, int first, int count, Motive motive, Orders orders)
    {
        var before = orders.Count;
        for (var a = first; a < first + count; a++)
        {
            ref readonly var act = ref _script.Acts[a];
            if (act.Count == 0) SayToSeat(view, act, orders);
            else SayToForces(view, act, orders);
        }
        var reasons = _reasons.On(view.Today);
        foreach (ref readonly var order in orders.All[before..]) reasons.Add((order, new Reason(motive, Number: entry)));
    }

    private static void SayToSeat(in View view, in Act act, Orders orders)
    {
        switch (act.Kind)
        {
            case OrderKind.Direct: orders.Add(new Direct(act.Seat, act.Task, act.Place)); break;
            case OrderKind.Grant: orders.Add(new Grant(act.Seat, act.Powers)); break;
            case OrderKind.Inform: orders.Add(new Inform(act.Seat)); break;
            case OrderKind.Appoint: orders.Add(new Appoint(act.Seat, act.Person)); break;
            case OrderKind.Renounce: orders.Add(new Renounce(act.Polity)); break;
            case OrderKind.Propose: orders.Add(new Propose(act.Seat, act.Treaty, act.Silver, act.Silk)); break;
            case OrderKind.Accept: orders.Add(new Accept(act.Seat, act.Treaty, view.PeaceTalk.OfferedSilver, view.PeaceTalk.OfferedSilk)); break;
            case OrderKind.Decline: orders.Add(new Decline(act.Seat, act.Treaty)); break;
            case OrderKind.Argue: orders.Add(new Argue(act.Seat, act.Counsel)); break;
            case OrderKind.Dismiss: orders.Add(new Dismiss(act.Seat, act.Person)); break;
            case OrderKind.Arrest: orders.Add(new Arrest(act.Person)); break;
            case OrderKind.Execute: orders.Add(new Execute(act.Person)); break;
            case OrderKind.StayAt: orders.Add(new StayAt(act.Place)); break;
            case OrderKind.Rouse: orders.Add(new Rouse(act.Place)); break;
            case OrderKind.Entice: orders.Add(new Entice(act.Leader, act.Strings)); break;
            case OrderKind.Tempt: orders.Add(new Tempt(act.Place, act.Strings)); break;
        }
    }

    private void SayToForces(in View view, in Act act, Orders orders)
    {
        var leader = act.Leader;
        if (leader.Exists && !Conditions.Commands(view, leader)) leader = FirstLeft(view, act);
        foreach (var force in _script.ForcesOf(act))
        {
            if (!Conditions.Commands(view, force)) continue;
            if (leader.Exists && force != leader) orders.Add(new Follow(force, leader));
            else SayTo(view, act, force, orders);
        }
    }

    private ForceId FirstLeft(in View view, in Act act)
    {
        foreach (var force in _script.ForcesOf(act))
            if (Conditions.Commands(view, force)) return force;
        return ForceId.None;
    }

    /// <summary>An intention as it stands today: what is ours already is not taken but held, what is lost is not relieved but taken.</summary>
    private static void SayTo(in View view, in Act act, ForceId force, Orders orders)
    {
        switch (act.Kind)
        {
            case OrderKind.Take when view.Ours(act.Place):
            case OrderKind.Hold: orders.Add(new Hold(force, act.Place)); break;
            case OrderKind.Relieve when !view.Ours(act.Place):
            case OrderKind.Take: orders.Add(new Take(force, act.Place, act.Days)); break;
            case OrderKind.Relieve: orders.Add(new Relieve(force, act.Place)); break;
            case OrderKind.March: orders.Add(new March(force, act.Place, act.Pace)); break;
            case OrderKind.Withdraw: orders.Add(new Withdraw(force, act.Place)); break;
            case OrderKind.Harass: orders.Add(new Harass(force, act.Place)); break;
            case OrderKind.Escort: orders.Add(new Escort(force, act.Place, act.Days)); break;
            case OrderKind.SetStance: orders.Add(new SetStance(force, act.Stance)); break;
            case OrderKind.Sally: orders.Add(new Sally(force)); break;
            case OrderKind.RideWith: orders.Add(new RideWith(force)); break;
        }
    }
}
