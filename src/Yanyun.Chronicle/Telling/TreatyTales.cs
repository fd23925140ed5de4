using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Peace made and broken, towns handed over under it.</summary>
internal sealed partial class Gatherer
{
    private void OfTreaty(int index)
    {
        ref readonly var entry = ref memory.At(index);
        switch (entry.Kind)
        {
            case EventKind.PaperHeard: Tell(index, 78, memory.Read<PaperHeard>(index)); break;
            case EventKind.PaperAnswered when memory.Read<PaperAnswered>(index) is { Answer: not Code.Obeys } no: Tell(index, 72, no); break;
            case EventKind.TreatyConcluded: Tell(index, 100, memory.Read<TreatyConcluded>(index)); break;
            case EventKind.TreatyRenounced: Tell(index, 96, memory.Read<TreatyRenounced>(index)); break;
            case EventKind.ClauseLate: Tell(index, 62, memory.Read<ClauseLate>(index)); break;
            case EventKind.ClauseBroken: Tell(index, 86, memory.Read<ClauseBroken>(index)); break;
            case EventKind.ClausePerformed when memory.Read<ClausePerformed>(index) is var done && scenario.Clauses[done.Clause.Value].Kind == ClauseKind.Return:
                Tell(index, 80, done);
                break;
            case EventKind.TributePaid: Tell(index, 76, memory.Read<TributePaid>(index)); break;
        }
    }

    /// <summary>All seats that heard of the peace today, in one sentence.</summary>
    private void PeaceHeard(int first)
    {
        var seats = new List<SeatId>();
        var (last, treaty) = (-1, TreatyId.None);
        for (var i = first; i < memory.Count; i++)
        {
            if (memory.At(i).Kind != EventKind.PeaceLearned) continue;
            var heard = memory.Read<PeaceLearned>(i);
            // Who exchanged the papers did not have to be told.
            if (memory.Find<TreatyConcluded>(memory.At(i).Cause, out _) || SitsWith(i, heard.Seat) || (treaty.Exists && heard.Treaty != treaty)) continue;
            (last, treaty) = (i, heard.Treaty);
            if (!seats.Exists(seat => scenario.Seats[seat.Value].Beliefs == scenario.Seats[heard.Seat.Value].Beliefs)) seats.Add(heard.Seat);
        }
        if (seats.Count > 0) Add(last, 44, new Saying(seats.Count > 1 ? TreatyPhrases.PeaceHeardBy : TreatyPhrases.PeaceHeard, ("seats", seats),
            ("seat", seats[0]), ("treaty", treaty)));
    }

    /// <summary>Ministers read their court's letters.</summary>
    private bool SitsWith(int index, SeatId seat) =>
        memory.Find<PeaceLearned>(memory.At(index).Cause, out var told) && scenario.Seats[told.Seat.Value].Beliefs == scenario.Seats[seat.Value].Beliefs;

    /// <summary>Towns given up today, in one sentence for each who got them.</summary>
    private void Cessions(int first)
    {
        var given = new Dictionary<PolityId, (List<PlaceId> Places, int Index)>();
        for (var i = first; i < memory.Count; i++)
        {
            if (memory.At(i).Kind != EventKind.PlaceTaken || memory.Read<PlaceTaken>(i) is not { How: Taking.Ceded } ceded) continue;
            if (!given.TryGetValue(ceded.By, out var so)) given[ceded.By] = so = ([], i);
            so.Places.Add(ceded.Place);
        }
        foreach (var (by, (places, index)) in given)
        {
            places.Sort((a, b) => Rank(a) != Rank(b) ? Rank(b) - Rank(a) : a.Value - b.Value);
            var like = new Likeness(FactKind.Taken, places[0], by);
            if (places.Count == 1 || TreatyBehind(index) is not { Exists: true } treaty)
                foreach (var place in places) Add(index, 70 + Rank(place), new Saying(TreatyPhrases.Ceded, ("place", place), ("by", by)), like);
            else
                Add(index, 84, new Saying(TreatyPhrases.ManyCeded, ("n", new Count(places.Count)), ("by", by), ("places", places), ("treaty", treaty)), like);
        }
    }

    private TreatyId TreatyBehind(int index)
    {
        for (var (at, step) = (memory.At(index).Cause, 0); at.Exists && step < 4 && memory.Find(at) is >= 0 and var cause; step++)
        {
            if (memory.At(cause).Kind == EventKind.TreatyConcluded) return memory.Read<TreatyConcluded>(cause).Treaty;
            at = memory.At(cause).Cause;
        }
        return TreatyId.None;
    }
}
