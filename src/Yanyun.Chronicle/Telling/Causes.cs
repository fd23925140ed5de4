using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Why something happened, as a clause: the chain of causes is walked back to the first order, edict, defeat, fall or
/// siege.</summary>
internal sealed class Causes(Memory memory, Names names, Sentences sentences)
{
    /// <summary>From an order's rider to the march it sets off there are six events; a chain that has said nothing by then says
    /// nothing.</summary>
    private const int Steps = 12;

    private static readonly Saying s_none = new(CommonPhrases.NoWhy);

    /// <param name="cause">What the event names as its cause.</param>
    /// <param name="actor">The force that did it: its own leader's order is told as his own will.</param>
    /// <param name="today">Days from the first day.</param>
    /// <param name="told">The place the sentence is about: an order that names another one is told with what it asked.</param>
    /// <param name="named">Who is said to do it, where that is not the force's own leader.</param>
    /// <param name="turning">Whether hunger or numbers may be the reason: they are of a turning back, and of nothing that it led to.</param>
    public Saying Why(EventRef cause, ForceId actor, int today, PlaceId told, PersonId named = default, bool turning = true)
    {
        var relief = false;
        for (var (at, step) = (cause, 0); at.Exists && step < Steps; step++)
        {
            if (memory.Find(at) is not (>= 0 and var index)) break;
            var entry = memory.At(index);
            var days = today - entry.Id.Day;
            switch (entry.Kind)
            {
                // He gave ground before a man whom his own court had sent: that court's order is no reason of his.
                case EventKind.OrderGiven when names.Apart(actor, memory.Read<OrderGiven>(index).Order.Seat):
                    return s_none;
                case EventKind.OrderGiven:
                    return Ordered(memory.Read<OrderGiven>(index).Order, named.Exists ? named : names.LeaderOf(actor), days, told);
                case EventKind.EdictAnswered:
                    var edict = memory.Read<EdictAnswered>(index).Edict;
                    var direct = edict.As<Direct>();
                    return new Saying(CommonPhrases.OnEdict, ("seat", edict.Seat), ("task", Sentences.Task(direct.Task, direct.Place,
                        default)));
                // Who won acts on what he fought for; who lost, on the defeat.
                case EventKind.BattleEnded when memory.Read<BattleEnded>(index) is var fight && fight.Loser == names.SideOf(actor):
                    return days == 0 ? new Saying(CommonPhrases.AfterDefeatToday, ("place", fight.At))
                        : new Saying(CommonPhrases.AfterDefeat, ("place", fight.At), ("days", new Days(days)));
                case EventKind.PlaceTaken:
                    var fallen = memory.Read<PlaceTaken>(index).Place;
                    return days == 0 ? new Saying(CommonPhrases.AfterFallToday, ("place", fallen)) : new Saying(CommonPhrases.AfterFall,
                        ("place", fallen), ("days", new Days(days)));
                case EventKind.SummonsRefused:
                    return new Saying(CommonPhrases.AfterRefusal, ("place", memory.Read<SummonsRefused>(index).Place));
                case EventKind.TaskTaken:
                    relief |= memory.Read<TaskTaken>(index).Task == TaskKind.Relieve;
                    break;
                // Whose order laid the siege is no reason of those inside.
                case EventKind.SiegeLaid when !relief && memory.Read<SiegeLaid>(index).By != names.SideOf(actor):
                    return s_none;
                case EventKind.SiegeLaid when relief:
                    return new Saying(CommonPhrases.AfterSiege, ("place", memory.Read<SiegeLaid>(index).Place));
                case EventKind.SiegeLifted:
                    var lifted = memory.Read<SiegeLifted>(index);
                    return lifted.Reason == LiftReason.Hunger ? new Saying(CommonPhrases.ForHunger)
                        : new Saying(CommonPhrases.AfterLifting, ("place", lifted.Place));
                case EventKind.ConductChanged when Sentences.TurnedFor(memory.Read<ConductChanged>(index).Why) is var turned
                    && turned != CommonPhrases.NoWhy:
                    return turning ? new Saying(turned) : s_none;
            }
            at = entry.Cause;
        }
        return s_none;
    }

    private Saying Ordered(in Order order, PersonId doer, int days, PlaceId told)
    {
        if (order.Kind is OrderKind.RideWith or OrderKind.StayAt) return s_none;
        if (order.Kind == OrderKind.Grant)
            return new Saying(days == 0 ? CommonPhrases.GrantedToday : CommonPhrases.Granted, ("seat", order.Seat), ("days", new Days(days)));
        var task = sentences.OrderTask(order);
        var elsewhere = TargetOf(order) is { Exists: true } target && target != told;
        if (names.HolderOf(order.Seat) is { Exists: true } holder && holder == doer)
            return !elsewhere ? s_none : order.Kind == OrderKind.March ? new Saying(CommonPhrases.BoundFor, ("place", order.As<March>().To))
                : new Saying(CommonPhrases.OnHisWay, ("task", task));
        var phrase = (elsewhere, days) switch
        {
            (false, 1) => CommonPhrases.OnOrdersYesterday,
            (true, 0) => CommonPhrases.SentToday,
            (true, _) => CommonPhrases.Sent,
            (false, 0) => CommonPhrases.OnOrdersToday,
            _ => CommonPhrases.OnOrders,
        };
        return new Saying(phrase, ("seat", order.Seat), ("days", new Days(days)), ("task", task));
    }

    private static PlaceId TargetOf(in Order order) => order.Kind switch
    {
        OrderKind.Take => order.As<Take>().Place,
        OrderKind.March => order.As<March>().To,
        OrderKind.Relieve => order.As<Relieve>().Place,
        OrderKind.Withdraw => order.As<Withdraw>().To,
        OrderKind.Hold => order.As<Hold>().Place,
        OrderKind.Harass => order.As<Harass>().Place,
        _ => PlaceId.None,
    };
}
