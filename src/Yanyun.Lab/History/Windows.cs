using Yanyun.Engine;

namespace Yanyun.Lab.History;

/// <summary>When and where the contests of an outcome are, as its check and the course of the script have it.</summary>
internal static class Windows
{
    /// <summary>
    /// First and last day of a window: about the day on which the decision that opens it was taken, or about history's day when it never was. Both
    /// beyond all days while it may still be taken.
    /// </summary>
    public static (int From, int To) Of(in Window window, ScriptProgress progress)
    {
        if (window.After == 0) return (window.From, window.To);
        var state = progress[window.After];
        if (state.Fate == EntryFate.Pending) return (int.MaxValue, int.MaxValue);
        var zero = state.Played ? state.Day : progress.Script.Entries[window.After].On;
        return (zero + window.From, zero + window.To);
    }

    /// <summary>The last day of a check's windows; beyond all days while one of its decisions may still be taken.</summary>
    public static int Close(CheckBook book, ScriptProgress progress, int check)
    {
        ref readonly var asked = ref book.Checks[check];
        foreach (var entry in book.NeedsOf(asked))
            if (progress[entry].Fate == EntryFate.Pending) return int.MaxValue;
        var close = 0;
        foreach (var node in Leaves(book, check)) close = Math.Max(close, Of(book.Nodes[node].Window, progress).To);
        return close;
    }

    /// <summary>The first day of its windows.</summary>
    public static int Open(CheckBook book, ScriptProgress progress, int check)
    {
        var open = int.MaxValue;
        foreach (var node in Leaves(book, check)) open = Math.Min(open, Of(book.Nodes[node].Window, progress).From);
        return open;
    }

    /// <summary>Whether the decisions that a check needs were taken.</summary>
    public static bool Decided(CheckBook book, ScriptProgress progress, int check)
    {
        foreach (var entry in book.NeedsOf(book.Checks[check]))
            if (!progress[entry].Played) return false;
        foreach (var node in Leaves(book, check))
            if (book.Nodes[node].Window.After is > 0 and var after && !progress[after].Played) return false;
        return true;
    }

    /// <summary>The places about which its contests are, with how far about. A man is seized at court or at the post he had at first.</summary>
    public static List<(PlaceId Place, int Li)> Places(CheckBook book, Scenario scenario, int check)
    {
        List<(PlaceId Place, int Li)> places = [];
        foreach (var node in Leaves(book, check))
        {
            var p = book.Nodes[node];
            if (p.Kind == PredicateKind.Fate)
            {
                foreach (var place in PostsOf(scenario, p.Person))
                    if (places.TrueForAll(other => other.Place != place)) places.Add((place, 0));
                continue;
            }
            if (p.Kind is not (PredicateKind.Taken or PredicateKind.Holds or PredicateKind.Fought or PredicateKind.Losses or PredicateKind.Near)) continue;
            if (places.FindIndex(other => other.Place == p.Place) is >= 0 and var at) places[at] = (p.Place, Math.Max(places[at].Li, p.Li));
            else places.Add((p.Place, p.Li));
        }
        return places;
    }

    private static IEnumerable<PlaceId> PostsOf(Scenario scenario, PersonId person)
    {
        var start = scenario.Start!;
        yield return start[scenario.CourtOf[start[person].Polity.Value]].At;
        for (byte s = 1; s < scenario.Seats.Length; s++)
            if (start[new SeatId(s)].Holder == person && start[new SeatId(s)].At.Exists) yield return start[new SeatId(s)].At;
    }

    /// <summary>The nodes of a check that all must hold and do not.</summary>
    public static IEnumerable<int> Owed(CheckBook book, Scorer scorer, int check)
    {
        var root = book.Checks[check].Root;
        if (book.Nodes[root].Kind is not (PredicateKind.All or PredicateKind.Any or PredicateKind.Count or PredicateKind.Not))
        {
            yield return root;
            yield break;
        }
        if (book.Nodes[root].Kind != PredicateKind.All) yield break;
        var child = root + 1;
        for (var i = 0; i < book.Nodes[root].Children; i++)
        {
            if (!scorer.Holds(child)) yield return child;
            child += book.Nodes[child].Size;
        }
    }

    private static IEnumerable<int> Leaves(CheckBook book, int check)
    {
        var root = book.Checks[check].Root;
        for (var node = (int)root; node < root + book.Nodes[root].Size; node++)
            if (book.Nodes[node].Kind is not (PredicateKind.All or PredicateKind.Any or PredicateKind.Count or PredicateKind.Not)) yield return node;
    }
}
