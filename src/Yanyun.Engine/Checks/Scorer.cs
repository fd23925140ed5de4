using Yanyun.Engine.Rules;

namespace Yanyun.Engine;

/// <summary>
/// Watches one run, night by night, and says at the end which checks it met. Reads the day's events and the world as the night leaves it;
/// changes nothing. One scorer serves one run after another.
/// </summary>
/// <param name="waived">Windows hang on the days of history and no entry is needed: for a run in which nobody plays the script.</param>
public sealed class Scorer(CheckBook book, ScriptProgress progress, bool waived = false)
{
    private readonly int[] _tally = new int[book.Nodes.Length];
    private readonly int[] _against = new int[book.Nodes.Length];
    private readonly bool[] _seen = new bool[book.Nodes.Length];
    private BattleJoined _joined;

    public CheckBook Book { get; } = book;

    /// <summary>Forgets the last run.</summary>
    public void Reset()
    {
        Array.Clear(_tally);
        Array.Clear(_against);
        Array.Clear(_seen);
    }

    /// <summary>Makes another scorer of the same book have seen what this one has: the past that branches share.</summary>
    public void CopyTo(Scorer other)
    {
        _tally.AsSpan().CopyTo(other._tally);
        _against.AsSpan().CopyTo(other._against);
        _seen.AsSpan().CopyTo(other._seen);
        other._joined = _joined;
    }

    /// <summary>The night of a day. <paramref name="log"/> holds the events of that day only.</summary>
    public void Night(World world, EventLog log)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
            if (Open(Book.Nodes[n], world.Today)) Look(world, n);
        foreach (ref readonly var entry in log.Entries)
        {
            switch (entry.Kind)
            {
                case EventKind.PlaceTaken: OnTaken(world, log.Read<PlaceTaken>(entry)); break;
                case EventKind.BattleJoined: _joined = log.Read<BattleJoined>(entry); break;
                case EventKind.BattleEnded: OnFight(world, log.Read<BattleEnded>(entry)); break;
                case EventKind.StormRepulsed: OnStorm(world, log.Read<StormRepulsed>(entry)); break;
                case EventKind.EdictAnswered: OnAnswer(world, log.Read<EdictAnswered>(entry)); break;
                case EventKind.DispatchArrived: OnArrival(world, log.Read<DispatchArrived>(entry)); break;
                case EventKind.TreatyConcluded: OnPeace(world, log.Read<TreatyConcluded>(entry)); break;
                case EventKind.TributePaid: OnTribute(world, log.Read<TributePaid>(entry)); break;
                case EventKind.PowersGranted: OnPowers(world, log.Read<PowersGranted>(entry)); break;
                case EventKind.BandRose: Tell(world, PredicateKind.Risen, log.Read<BandRose>(entry).Force); break;
                case EventKind.OfferWeighed when log.Read<OfferWeighed>(entry) is { Answer: Bargained.Listens or Bargained.Agreed } weighed:
                    Tell(world, PredicateKind.Treats, weighed.Force);
                    break;
                case EventKind.ForceWentOver: Tell(world, PredicateKind.Defects, log.Read<ForceWentOver>(entry).Force); break;
            }
        }
    }

    /// <summary>Whether the run, now over, met a check.</summary>
    public bool Met(in Check check)
    {
        if (!waived)
            foreach (var entry in Book.NeedsOf(check))
                if (!progress[entry].Played) return false;
        return Holds(check.Root);
    }

    /// <summary>Whether one node of a check holds so far.</summary>
    public bool Holds(int at)
    {
        ref readonly var p = ref Book.Nodes[at];
        switch (p.Kind)
        {
            case PredicateKind.All: return CountUnder(at) == p.Children;
            case PredicateKind.Any: return CountUnder(at) > 0;
            case PredicateKind.Count: return CountUnder(at) >= p.Number;
            case PredicateKind.Not: return !Holds(at + 1);
            case PredicateKind.Fired: return !waived && FiredInWindow(p);
            // Held every night looked at, and looked at least once.
            case PredicateKind.Holds: return _seen[at] && _tally[at] == 0;
            case PredicateKind.Letters or PredicateKind.Escorted or PredicateKind.Risen or PredicateKind.Paid: return _tally[at] >= Whole.Max(1, p.Number);
            case PredicateKind.Losses: return _against[at] > 0 && _against[at] * 1000L >= (long)_tally[at] * p.Number;
            default: return _seen[at];
        }
    }

    private int CountUnder(int at)
    {
        var child = at + 1;
        var met = 0;
        for (var i = 0; i < Book.Nodes[at].Children; i++)
        {
            if (Holds(child)) met++;
            child += Book.Nodes[child].Size;
        }
        return met;
    }

    private bool FiredInWindow(in Predicate p)
    {
        var state = progress[p.Entry];
        return state.Played && Opens(p.Window, out var zero) && state.Day >= zero + p.Window.From && state.Day <= zero + p.Window.To;
    }

    /// <summary>Whether the window of a node is open on a day.</summary>
    private bool Open(in Predicate p, int today) =>
        Opens(p.Window, out var zero) && today >= zero + p.Window.From && today <= zero + p.Window.To;

    private bool Opens(in Window window, out int zero)
    {
        zero = 0;
        if (window.After == 0) return true;
        if (waived)
        {
            zero = progress.Script.Entries[window.After].On;
            return true;
        }
        var state = progress[window.After];
        zero = state.Day;
        return state.Played;
    }

    /// <summary>What the night shows by itself: who holds, who stands where, who believes what.</summary>
    private void Look(World world, int n)
    {
        ref readonly var p = ref Book.Nodes[n];
        switch (p.Kind)
        {
            case PredicateKind.Holds:
                _seen[n] = true;
                if (world[p.Place].Holder != p.Polity) _tally[n]++;
                break;
            case PredicateKind.Near:
                if (!_seen[n]) _seen[n] = AnyNear(world, p);
                break;
            case PredicateKind.Escorted:
                _tally[n] = Whole.Max(_tally[n], Escorted(world, p));
                break;
            case PredicateKind.Fate:
                _seen[n] |= world[p.Person].Fate == p.Number;
                break;
            case PredicateKind.Believes:
                _seen[n] |= world.BeliefOf(world.Scenario.Seats[p.Seat.Value].Beliefs, p.Place).Holder == p.Polity;
                break;
        }
    }

    private bool AnyNear(World world, in Predicate p)
    {
        foreach (var id in Book.ForcesOf(p))
        {
            ref readonly var force = ref world[id];
            if (force.Alive && Within(world, force.At.Exists ? force.At : Nearest(world, force), p.Place, p.Li)) return true;
        }
        return false;
    }

    private int Escorted(World world, in Predicate p)
    {
        var households = 0;
        foreach (var id in Book.ForcesOf(p))
            if (world[id].Alive) households += world[id].Escorted;
        return households;
    }

    private static PlaceId Nearest(World world, in Force force)
    {
        ref readonly var leg = ref world.Atlas[force.Leg];
        return force.LegLi * 2 < leg.Li ? leg.From : leg.To;
    }

    private static bool Within(World world, PlaceId a, PlaceId b, int li) => a == b || (a.Exists && world.Atlas.RideLi(a, b) <= li);

    private void OnTaken(World world, in PlaceTaken e)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind != PredicateKind.Taken || p.Place != e.Place || p.Polity != e.By || !Open(p, world.Today)) continue;
            if (p.Count == 0 || Named(world, p, e.Force)) _seen[n] = true;
        }
    }

    private void OnFight(World world, in BattleEnded e)
    {
        if (e.Drawn || _joined.Attacker != e.Attacker || _joined.Defender != e.Defender) return;
        var attackerWon = _joined.AttackerPolity == e.Winner;
        var fight = new Fight(e.At.Place, e.Attacker, e.Defender, e.Winner, e.Loser, _joined.AttackerMen + _joined.DefenderMen,
            attackerWon ? e.AttackerLost : e.DefenderLost, attackerWon ? e.DefenderLost : e.AttackerLost);
        Weigh(world, fight);
    }

    /// <summary>A storm beaten off is a fight won from the wall; one that carried it goes on in the streets, as a fight of its own.</summary>
    private void OnStorm(World world, in StormRepulsed e)
    {
        // Beaten in the streets, it was counted there.
        if (e.Lost == 0) return;
        Weigh(world, new Fight(e.Place, e.By, ForceId.None, world[e.Place].Holder, world[e.By].Polity, world[e.By].Men + world[e.Place].Garrison,
            e.DefendersLost, e.Lost));
    }

    private readonly record struct Fight(PlaceId At, ForceId One, ForceId Other, PolityId Winner, PolityId Loser, int Men, int WinnerLost, int LoserLost);

    private void Weigh(World world, in Fight fight)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind is not (PredicateKind.Fought or PredicateKind.Losses) || !Open(p, world.Today) || !Within(world, fight.At, p.Place, p.Li)) continue;
            var won = p.Polity == fight.Winner && p.Against == fight.Loser;
            var lost = p.Polity == fight.Loser && p.Against == fight.Winner;
            if (p.Kind == PredicateKind.Losses && (won || lost))
            {
                _tally[n] += won ? fight.WinnerLost : fight.LoserLost;
                _against[n] += won ? fight.LoserLost : fight.WinnerLost;
            }
            else if (won && fight.Men >= p.Number && (p.Count == 0 || Named(world, p, fight.One) || Named(world, p, fight.Other)))
            {
                _seen[n] = true;
            }
        }
    }

    private void OnAnswer(World world, in EdictAnswered e)
    {
        if (e.Edict.Kind != OrderKind.Direct) return;
        var task = e.Edict.As<Direct>().Task;
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind != PredicateKind.Answered || p.Seat != e.Seat || p.Task != task || !Open(p, world.Today)) continue;
            if (p.Answer == Code.Accepted || p.Answer == e.Answer) _seen[n] = true;
        }
    }

    private void OnArrival(World world, in DispatchArrived e)
    {
        if (e.What == DispatchKind.Order) return;
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind == PredicateKind.Letters && p.Seat == e.ToSeat && p.From == e.From && Open(p, world.Today)) _tally[n]++;
        }
    }

    /// <summary>Something befell a force that a node names, or any where it names none.</summary>
    private void Tell(World world, PredicateKind kind, ForceId force)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind != kind || !Open(p, world.Today) || p.Count > 0 && Book.ForcesOf(p).IndexOf(force) < 0) continue;
            _tally[n]++;
            _seen[n] = true;
        }
    }

    private void OnPeace(World world, in TreatyConcluded e)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind == PredicateKind.Concluded && p.Number == e.Treaty.Value && Open(p, world.Today)) _seen[n] = true;
        }
    }

    private void OnTribute(World world, in TributePaid e)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind == PredicateKind.Paid && p.Polity == e.By && Open(p, world.Today)) _tally[n] += e.Cash;
        }
    }

    private void OnPowers(World world, in PowersGranted e)
    {
        for (var n = 0; n < Book.Nodes.Length; n++)
        {
            ref readonly var p = ref Book.Nodes[n];
            if (p.Kind == PredicateKind.Granted && p.Seat == e.Seat && p.Powers == e.Authority && Open(p, world.Today)) _seen[n] = true;
        }
    }

    /// <summary>One of the forces, or one under the same commander: a body born of it in the run.</summary>
    private bool Named(World world, in Predicate p, ForceId force)
    {
        foreach (var id in Book.ForcesOf(p))
            if (id == force || (force.Exists && world[id].Commander.Exists && world[id].Commander == world[force].Commander)) return true;
        return false;
    }
}
