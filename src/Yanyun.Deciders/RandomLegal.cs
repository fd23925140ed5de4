using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// Any legal order, sensible or not: a few draws each time it is asked, over every kind of order, and what the desk accepts is given. It is there
/// to find what breaks, and to be the opponent that every other mind has to beat.
/// </summary>
/// <remarks>
/// Without memory: its dice are addressed by seat, day and draw (<see cref="Purpose.Mind"/>), so that a fork goes on as the game did. docs/minds.md.
/// </remarks>
public sealed class RandomLegal : IMind
{
    /// <summary>Draws each time the seat is asked; about half of them are refused at the desk. Balance: the seat of a large command moves, but not all of it daily.</summary>
    public const int Draws = 6;

    private static readonly OrderKind[] s_kinds = Array.FindAll(Enum.GetValues<OrderKind>(), kind => kind != OrderKind.None && !FateRule.Owns(kind));

    public bool WakesToday(in View view) => false;

    public void Decide(in View view, Orders orders)
    {
        Span<short> own = stackalloc short[view.ForceRows];
        var count = 0;
        for (short f = 1; f < view.ForceRows; f++)
            if (view.Commands(new ForceId(f))) own[count++] = f;
        for (var i = 0; i < Draws; i++)
        {
            var order = Draw(view, own[..count], i);
            if (CommandRule.Judge(view, order).Ok) orders.Add(order);
        }
    }

    /// <summary>One order, legal or not.</summary>
    /// <param name="own">Forces of the seat.</param>
    /// <param name="draw">Which draw of the day: its address.</param>
    internal static Order Draw(in View view, ReadOnlySpan<short> own, int draw)
    {
        var dice = new Dice(view, draw);
        var kind = s_kinds[dice.Below(s_kinds.Length)];
        // One draw in eight is for any row at all, somebody else's force or nobody's.
        var force = new ForceId(own.Length > 0 && dice.Below(8) > 0 ? own[dice.Below(own.Length)] : (short)dice.Below(view.ForceRows));
        if (kind is OrderKind.Sally) force = One(view, own, Doing.Besieged, ref dice) ?? force;
        if (kind is OrderKind.Storm or OrderKind.Lift) force = One(view, own, Doing.Besieging, ref dice) ?? force;
        var place = PlaceFor(view, force, ref dice);
        return kind switch
        {
            OrderKind.March => Order.Of(view.Seat, new March(force, place, (Pace)dice.Below(2))),
            OrderKind.Take => Order.Of(view.Seat, new Take(force, place, (byte)dice.Below(31))),
            OrderKind.Hold => Order.Of(view.Seat, new Hold(force, place)),
            OrderKind.Relieve => Order.Of(view.Seat, new Relieve(force, place)),
            OrderKind.Follow => Order.Of(view.Seat, new Follow(force, own.Length > 0 ? new ForceId(own[dice.Below(own.Length)]) : force)),
            OrderKind.Harass => Order.Of(view.Seat, new Harass(force, place)),
            OrderKind.Withdraw => Order.Of(view.Seat, new Withdraw(force, place)),
            OrderKind.SetStance => Order.Of(view.Seat, new SetStance(force, (Stance)dice.Below(4))),
            OrderKind.BurnBridge => Order.Of(view.Seat, new BurnBridge(force, CrossingFor(view, force, ref dice))),
            OrderKind.Summon => Order.Of(view.Seat, new Summon(force, place)),
            OrderKind.Storm => Order.Of(view.Seat, new Storm(force, place)),
            OrderKind.Sally => Order.Of(view.Seat, new Sally(force)),
            OrderKind.Convoy => Order.Of(view.Seat, new Convoy(place, PlaceFor(view, force, ref dice), dice.Below(20_000))),
            OrderKind.Escort => Order.Of(view.Seat, new Escort(force, place, (byte)dice.Below(40))),
            OrderKind.Lift => Order.Of(view.Seat, new Lift(force)),
            OrderKind.RideWith => Order.Of(view.Seat, new RideWith(force)),
            OrderKind.StayAt => Order.Of(view.Seat, new StayAt(place)),
            OrderKind.Direct => Order.Of(view.Seat, new Direct(SeatFor(view, ref dice), (TaskKind)dice.Below(8), place)),
            OrderKind.Grant => Order.Of(view.Seat, new Grant(SeatFor(view, ref dice), (Authority)dice.Below(4))),
            OrderKind.Inform => Order.Of(view.Seat, new Inform(SeatFor(view, ref dice))),
            OrderKind.Appoint => Order.Of(view.Seat, new Appoint(SeatFor(view, ref dice), PersonFor(view, ref dice))),
            OrderKind.Renounce => Order.Of(view.Seat, new Renounce(new PolityId((byte)dice.Below(view.Scenario.Polities.Length)))),
            OrderKind.Entice => Order.Of(view.Seat, new Entice(new ForceId((short)dice.Below(view.ForceRows)), dice.Below(250_000))),
            OrderKind.Tempt => Order.Of(view.Seat, new Tempt(place, dice.Below(250_000))),
            OrderKind.Rouse => Order.Of(view.Seat, new Rouse(HomeFor(view, ref dice))),
            OrderKind.Propose => Order.Of(view.Seat, new Propose(SeatFor(view, ref dice), TreatyFor(view, ref dice), (ushort)dice.Below(3000), (ushort)dice.Below(3000))),
            OrderKind.Accept => Order.Of(view.Seat, new Accept(view.PeaceTalk.OfferBy, view.PeaceTalk.Offered, view.PeaceTalk.OfferedSilver, view.PeaceTalk.OfferedSilk)),
            OrderKind.Decline => Order.Of(view.Seat, new Decline(view.PeaceTalk.OfferBy, view.PeaceTalk.Offered)),
            OrderKind.Argue => Order.Of(view.Seat, new Argue(view.Scenario.CourtOf[view.Polity.Value], (Counsel)dice.Below(3))),
            OrderKind.Dismiss => Order.Of(view.Seat, new Dismiss(SeatFor(view, ref dice), PersonFor(view, ref dice))),
            OrderKind.Arrest => Order.Of(view.Seat, new Arrest(PersonFor(view, ref dice))),
            OrderKind.Execute => Order.Of(view.Seat, new Execute(PersonFor(view, ref dice))),
            _ => throw new InvalidOperationException($"No draw for {kind}: every kind of order is to be tried."),
        };
    }

    /// <summary>One of its forces that is believed to be doing this; null when none is.</summary>
    private static ForceId? One(in View view, ReadOnlySpan<short> own, Doing doing, ref Dice dice)
    {
        ForceId? found = null;
        var seen = 0;
        foreach (var f in own)
            if (view[new ForceId(f)].Doing == doing && dice.Below(++seen) == 0) found = new ForceId(f);
        return found;
    }

    /// <summary>Where the force is believed to be, a neighbour of that, or any place; now and then no place at all.</summary>
    private static PlaceId PlaceFor(in View view, ForceId force, ref Dice dice)
    {
        var here = view.Knows(force) ? view[force].Place : view.Office.At;
        switch (dice.Below(4))
        {
            case 0:
                return here;
            case 1:
            case 2:
                var legs = view.Atlas.LegsAt(here);
                return legs.Length == 0 ? here : view.Atlas[legs[dice.Below(legs.Length)]].Other(here);
            default:
                return new PlaceId((short)dice.Below(view.Atlas.PlaceRows + 1));
        }
    }

    private static PersonId PersonFor(in View view, ref Dice dice) => new((short)dice.Below(view.Scenario.Persons.Length));

    private static TreatyId TreatyFor(in View view, ref Dice dice) => new((byte)dice.Below(view.Scenario.Treaties.Length + 1));

    private static SeatId SeatFor(in View view, ref Dice dice) => new((byte)dice.Below(view.Scenario.Seats.Length + 1));

    /// <summary>A place where people may rise, or any.</summary>
    private static PlaceId HomeFor(in View view, ref Dice dice)
    {
        var risings = view.Scenario.Risings;
        return dice.Below(4) == 0 ? new PlaceId((short)dice.Below(view.Atlas.PlaceRows + 1)) : risings[dice.Below(risings.Length)].Home;
    }

    /// <summary>A crossing on a road from where the force is believed to be, or any row.</summary>
    private static short CrossingFor(in View view, ForceId force, ref Dice dice)
    {
        var any = (short)dice.Below(view.Atlas.Crossings.Length + 1);
        if (!view.Knows(force) || dice.Below(4) == 0) return any;
        foreach (var leg in view.Atlas.LegsAt(view[force].Place))
            if (view.Atlas[leg].CrossingCount > 0) return (short)(view.Atlas[leg].FirstCrossing + dice.Below(view.Atlas[leg].CrossingCount));
        return any;
    }

    /// <summary>The dice of one draw: an address block of its own, read in turn.</summary>
    private ref struct Dice(in View view, int draw)
    {
        private const uint PerDraw = 256;
        private readonly Chance _chance = view.Dice;
        private readonly ulong _seat = view.Scenario.Seats[view.Seat.Value].Key;
        private uint _index = (uint)draw * PerDraw;

        public int Below(int below) => _chance.Below(below, Purpose.Mind, _seat, _index++);
    }
}
