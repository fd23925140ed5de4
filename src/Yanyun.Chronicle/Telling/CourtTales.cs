using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>What is told of courts: who fell, who ran, who died, and which way the wind turned.</summary>
internal sealed partial class Gatherer
{
    private readonly Dictionary<PolityId, int> _leaned = [];

    private void OfCourt(int index)
    {
        switch (memory.At(index).Kind)
        {
            case EventKind.FactionsMoved: Leaned(index, memory.Read<FactionsMoved>(index)); break;
            case EventKind.MemorialHeard: Tell(index, 48, memory.Read<MemorialHeard>(index)); break;
            case EventKind.OfficerDismissed: Tell(index, 80, memory.Read<OfficerDismissed>(index)); break;
            case EventKind.PersonRecalled: Tell(index, 60, memory.Read<PersonRecalled>(index)); break;
            case EventKind.AppointmentLapsed: Tell(index, 50, memory.Read<AppointmentLapsed>(index)); break;
            case EventKind.PersonArrested: Tell(index, 84, memory.Read<PersonArrested>(index)); break;
            case EventKind.PersonFled: Tell(index, 86, memory.Read<PersonFled>(index)); break;
            case EventKind.PersonEscaped: Tell(index, 80, memory.Read<PersonEscaped>(index)); break;
            case EventKind.PersonExecuted:
                var dead = memory.Read<PersonExecuted>(index);
                Tell(index, 94, dead, like: new Likeness(FactKind.Decision, dead.Place, Actor: dead.Person));
                break;
            case EventKind.ForceShaken: Shaken(index, memory.Read<ForceShaken>(index)); break;
            case EventKind.CoupAttempted: Tell(index, 100, memory.Read<CoupAttempted>(index)); break;
        }
    }

    private readonly HashSet<PersonId> _mourned = [];

    /// <summary>Of an army's bodies the first that another led speaks for all.</summary>
    private void Shaken(int index, in ForceShaken shaken)
    {
        if (MenOf(shaken.Force) < HostMen || scenario.Start![shaken.Force].Commander == shaken.Person || !_mourned.Add(shaken.Person)) return;
        Tell(index, 56, shaken);
    }

    /// <summary>A court's mind is news when the other side has come to prevail in it.</summary>
    private void Leaned(int index, in FactionsMoved moved)
    {
        var side = Math.Sign(moved.War - moved.Peace);
        if (_leaned.TryGetValue(moved.Polity, out var before) && before == side) return;
        _leaned[moved.Polity] = side;
        Tell(index, 54, moved);
    }
}
