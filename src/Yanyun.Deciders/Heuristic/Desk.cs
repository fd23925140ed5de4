using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>The writing desk of a seat: what is already under way is not ordered again, what got lost is, and every order has its reason beside it.</summary>
internal readonly ref struct Desk(View view, Orders orders, List<(Order Order, Reason Reason)> reasons)
{
    /// <summary>Days an answer may be late before the order is sent again. Balance: the answer rides as long as the order did, and may be held up.</summary>
    public const int Patience = 12;

    /// <summary>Days for which a force that was told, or that answered no, is not pressed.</summary>
    public const int Forbearance = 6;

    public readonly View View = view;

    public void Take(ForceId force, PlaceId place, byte keepDays, Reason reason)
    {
        if (!IsUnderWay(force, TaskKind.Take, place)) Give(Order.Of(View.Seat, new Take(force, place, keepDays)), reason);
    }

    public void Relieve(ForceId force, PlaceId place, Reason reason)
    {
        if (!IsUnderWay(force, TaskKind.Relieve, place)) Give(Order.Of(View.Seat, new Relieve(force, place)), reason);
    }

    public void Withdraw(ForceId force, PlaceId to, Reason reason)
    {
        if (!IsUnderWay(force, TaskKind.Withdraw, to)) Give(Order.Of(View.Seat, new Withdraw(force, to)), reason);
    }

    public void Hold(ForceId force, PlaceId place, Reason reason)
    {
        if (!IsUnderWay(force, TaskKind.Hold, place)) Give(Order.Of(View.Seat, new Hold(force, place)), reason);
    }

    public void Harass(ForceId force, PlaceId place, Reason reason)
    {
        if (!IsUnderWay(force, TaskKind.Harass, place)) Give(Order.Of(View.Seat, new Harass(force, place)), reason);
    }

    public void Follow(ForceId force, ForceId leader, Reason reason)
    {
        if (!IsUnderWay(force, TaskKind.Follow, PlaceId.None, leader)) Give(Order.Of(View.Seat, new Follow(force, leader)), reason);
    }

    public void Give(in Order order, Reason reason)
    {
        if (!CommandRule.Judge(View, order).Ok) return;
        orders.Add(order);
        reasons.Add((order, reason));
    }

    /// <summary>Whether, by the copy-book and the last report, the force is about this already, or was told so lately that it is too soon to ask again.</summary>
    public bool IsUnderWay(ForceId force, TaskKind task, PlaceId target, ForceId leader = default)
    {
        var book = View.Ordered(force);
        var told = book.GivenOn > 0 && book.Task == task && book.Target == target && book.TargetForce == leader;
        ref readonly var belief = ref View[force];
        if (!told) return task == TaskKind.Hold && book.GivenOn == 0 && belief.Place == target && belief.Doing is Doing.Standing or Doing.Besieged;
        if (View.Today - book.GivenOn < Forbearance) return true;
        if (book.ConfirmedOn == 0 && belief.AsOf <= book.ExpectedOn) return View.Today <= book.ExpectedOn + Patience;
        if (book.Answer is Code.Delays or Code.Refuses) return View.Today - book.ConfirmedOn < Forbearance;
        return task switch
        {
            TaskKind.Follow => belief.Doing is Doing.Marching or Doing.Waiting || belief.Place == View[leader].Place,
            TaskKind.Withdraw => belief.Doing == Doing.Retreating || belief.Place == target,
            TaskKind.Harass => belief.Doing is Doing.Marching or Doing.Hidden,
            _ => belief.Place == target || belief.Doing is Doing.Marching or Doing.Waiting or Doing.Besieging,
        };
    }
}
