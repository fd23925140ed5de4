using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Annals;

/// <summary>Reads <c>do</c> and <c>otherwise</c>: orders as intentions.</summary>
internal sealed class ActReader(Pools pools)
{
    private static readonly string[] s_toForces = ["march", "take", "hold", "relieve", "harass", "withdraw", "escort", "set_stance", "sally", "ride_with"];
    private static readonly string[] s_toSeats = ["direct", "grant", "inform", "renounce", "appoint", "stay_at", "rouse", "propose", "accept", "decline", "argue", "dismiss", "arrest", "execute", "entice", "tempt"];

    public static readonly IReadOnlyList<string> Words = [.. s_toForces, .. s_toSeats];

    public List<Act> Acts { get; } = [];

    public (short First, short Count) Read(Fields row, string key, string owner, SeatId seat)
    {
        var first = (short)Acts.Count;
        foreach (var item in row.Rows(key, required: key == "do"))
            if (One(item, owner, seat) is { } act) Acts.Add(act);
        return (first, (short)(Acts.Count - first));
    }

    private Act? One(Fields item, string owner, SeatId seat)
    {
        var word = item.Text("order");
        if (word.Length == 0) return null;
        if (!Words.Contains(word))
        {
            pools.Problems.Add(new Problem(AnnalsMessages.OutcomeScripted, item.Of("order"), [owner, word, Words], Nearest.To(word, Words)));
            return null;
        }
        Words<OrderKind>.TryRead(word, out var kind);
        var act = s_toSeats.Contains(word) ? ToSeat(item, new Act(kind), owner, seat) : ToForces(item, new Act(kind), owner, seat);
        item.End();
        return act;
    }

    private Act ToSeat(Fields item, Act act, string owner, SeatId seat)
    {
        act = Read(item, act);
        if (act.Seat.Exists && act.Kind is not (OrderKind.Inform or OrderKind.Propose or OrderKind.Accept or OrderKind.Decline or OrderKind.Argue) && !MayCommand(act, seat))
            pools.Problems.Add(AnnalsMessages.NotItsPower, item.Of("seat"), owner, pools.Bookmark.Slugs.Of(seat), pools.Bookmark.Slugs.Of(act.Seat));
        return act;
    }

    /// <summary>As the desk will judge it: a court commands its whole polity; others direct who stands under them on the first day.</summary>
    private bool MayCommand(Act act, SeatId seat)
    {
        var seats = pools.Bookmark.Seats;
        if (seat.Exists && seats[seat].Kind == SeatKind.Court) return seats[seat].Polity == seats[act.Seat].Polity;
        if (act.Kind != OrderKind.Direct) return false;
        for (var up = seats[act.Seat].Superior; up.Exists; up = seats[up].Superior)
            if (up == seat) return true;
        return false;
    }

    private Act Read(Fields item, Act act) => act.Kind switch
    {
        OrderKind.Direct => act with { Seat = pools.Seat(item, "seat"), Task = item.Choice<TaskKind>("task"), Place = pools.Place(item, "place") },
        OrderKind.Grant => act with { Seat = pools.Seat(item, "seat"), Powers = item.Choice<Authority>("powers") },
        OrderKind.Inform => act with { Seat = pools.Seat(item, "seat") },
        OrderKind.Appoint => act with { Seat = pools.Seat(item, "seat"), Person = pools.Person(item, "person") },
        OrderKind.Entice => act with
        {
            Leader = new ForceId((short)item.Id("enemy", pools.Bookmark.Slugs.Forces)), Strings = item.Whole("strings", DefectionRule.LeastPrice, DefectionRule.MostPrice),
        },
        OrderKind.Tempt => act with { Place = pools.Place(item, "place"), Strings = item.Whole("strings", DefectionRule.LeastPrice, DefectionRule.MostPrice) },
        OrderKind.Propose => act with
        {
            Seat = pools.Seat(item, "seat"), Treaty = new TreatyId((byte)item.Id("treaty", pools.Bookmark.Slugs.Treaties)),
            Silver = (ushort)item.Whole("silver", 0, TreatyRule.MostThousands), Silk = (ushort)item.Whole("silk", 0, TreatyRule.MostThousands),
        },
        OrderKind.Accept or OrderKind.Decline => act with
        {
            Seat = pools.Seat(item, "seat"), Treaty = new TreatyId((byte)item.Id("treaty", pools.Bookmark.Slugs.Treaties)),
        },
        OrderKind.Argue => act with { Seat = pools.Seat(item, "seat"), Counsel = item.Choice<Counsel>("counsel") },
        OrderKind.Dismiss => act with { Seat = pools.Seat(item, "seat"), Person = pools.Person(item, "person") },
        OrderKind.Arrest or OrderKind.Execute => act with { Person = pools.Person(item, "person") },
        OrderKind.Renounce => act with { Polity = pools.Polity(item, "polity") },
        _ => act with { Place = pools.Place(item, "place") },
    };

    private Act ToForces(Fields item, Act act, string owner, SeatId seat)
    {
        var forces = pools.Detachments(item, "force", force => force.Seat == seat && (force.Traits & ForceTraits.Garrison) == 0);
        foreach (var force in forces)
            if (force.Seat != seat)
                pools.Problems.Add(AnnalsMessages.NotUnderSeat, item.Of("force"), owner, force.Slug, pools.Bookmark.Slugs.Of(force.Seat), pools.Bookmark.Slugs.Of(seat));
        if (forces.Count == 0)
            pools.Problems.Add(AnnalsMessages.NobodyMarches, item.Of("force"), owner, string.Join(", ", item.Texts("force")), pools.Bookmark.Slugs.Of(seat));
        var (first, count) = pools.Pool(forces);
        act = act with { First = first, Count = count, Leader = Leader(item, owner, forces) };
        return act.Kind switch
        {
            OrderKind.SetStance => act with { Stance = item.Choice<Stance>("stance") },
            OrderKind.Sally or OrderKind.RideWith => act,
            OrderKind.March => act with { Place = pools.Place(item, "place"), Pace = item.ChoiceIfAny<Pace>("pace") ?? Pace.Usual },
            OrderKind.Take => act with { Place = pools.Place(item, "place"), Days = (byte)(item.WholeIfAny("days", 0, 60) ?? 0) },
            OrderKind.Escort => act with { Place = pools.Place(item, "place"), Days = (byte)item.Whole("days", 1, 30) },
            _ => act with { Place = pools.Place(item, "place") },
        };
    }

    private ForceId Leader(Fields item, string owner, List<ForceEntry> forces)
    {
        var number = item.IdIfAny("lead", pools.Bookmark.Slugs.Forces);
        if (number == 0) return ForceId.None;
        var slug = pools.Bookmark.Slugs.Forces[number];
        if (forces.Any(force => force.Slug == slug)) return new ForceId((short)number);
        pools.Problems.Add(AnnalsMessages.LeaderNotAmong, item.Of("lead"), owner, slug, forces.Select(force => force.Slug).ToArray());
        return ForceId.None;
    }
}
