using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Hosts on the road: setting out, coming in, crossing rivers, turning back.</summary>
internal sealed partial class Gatherer
{
    private sealed record Column(int Index, ForceId Leader, PlaceId Place, PlaceId Goal, bool Back)
    {
        public int Men { get; set; }
        public List<ForceId> Others { get; } = [];
    }

    /// <summary>Bodies that set out from one place for one goal today are one host under the largest of them; so are those that come
    /// in.</summary>
    private void Marches(int first)
    {
        var (out_, in_) = (new List<Column>(), new List<Column>());
        for (var i = first; i < memory.Count; i++)
        {
            if (memory.At(i).Kind == EventKind.MarchBegun && memory.Read<MarchBegun>(i) is var begun)
                Join(out_, i, begun.Force, begun.From, begun.Goal, _world[begun.Force].Task == TaskKind.Withdraw);
            else if (memory.At(i).Kind == EventKind.Arrived && memory.Read<Arrived>(i) is var arrived)
                Join(in_, i, arrived.Force, arrived.Place, arrived.Place, false);
        }
        _setOut.Clear();
        foreach (var host in out_) SetOut(host);
        foreach (var host in in_) CameIn(host);
    }

    private void Join(List<Column> hosts, int index, ForceId force, PlaceId place, PlaceId goal, bool back)
    {
        if (!_world[force].Mobile || MenOf(force) == 0) return;
        var leader = LeaderOf(force);
        foreach (var host in hosts)
        {
            if (host.Place != place || host.Goal != goal || _world[host.Leader].Polity != _world[force].Polity) continue;
            host.Men += MenOf(force);
            host.Others.Add(force);
            return;
        }
        // The leader of the column is named even when his own body set out the day before.
        hosts.Add(new Column(index, _world[leader].At is { Exists: true } there && there == _world[force].At ? leader : force, place, goal,
            back) { Men = MenOf(force) });
    }

    /// <summary>Whom a body marches with, in the end.</summary>
    private ForceId LeaderOf(ForceId force)
    {
        for (var guard = 0; guard < 4 && _world[force].Task == TaskKind.Follow
            && _world[force].TargetForce is { Exists: true } next; guard++) force = next;
        return force;
    }

    /// <summary>Forces told to have set out today: that they cross a river on the way is not told again.</summary>
    private readonly HashSet<ForceId> _setOut = [];

    private void SetOut(Column host)
    {
        if (host.Men < HostMen || host.Goal == host.Place || Again(host.Leader, EventKind.MarchBegun, host.Goal)) return;
        var others = host.Others.Where(force => force != host.Leader && MenOf(force) >= 1000).ToList();
        var phrase = host.Back ? MarchPhrases.HostFellBack : others.Count == 0 && names.Nameless(host.Leader) ? MarchPhrases.UnitSetOut
            : others.Count is > 0 and <= 3 ? MarchPhrases.HostsSetOut
            : others.Count > 3 ? MarchPhrases.ArmySetOut : MarchPhrases.HostSetOut;
        _setOut.Add(host.Leader);
        var saying = new Saying(phrase, ("force", Doer(host.Leader, default)), ("from", host.Place), ("goal", host.Goal), ("men",
            new Men(host.Men)), ("others", others),
            ("n", new Count(others.Count)), ("why", Why(host.Index, host.Leader, host.Goal, Doer(host.Leader, default))));
        Add(host.Index, 38 + Mass(host.Men), saying, new Likeness(FactKind.March, host.Place, Actor: _world[host.Leader].Commander));
    }

    private void CameIn(Column host)
    {
        if (host.Men < HostMen || Again(host.Leader, EventKind.Arrived, host.Place)) return;
        var saying = new Saying(names.Nameless(host.Leader) ? MarchPhrases.UnitCame : MarchPhrases.HostCame, ("force", Doer(host.Leader,
            default)), ("place", host.Place), ("men", new Men(host.Men)), ("why", Why(host.Index, host.Leader, host.Place, Doer(host.Leader, default), turning: false)));
        Add(host.Index, 28 + Mass(host.Men) + Rank(host.Place) / 3, saying, new Likeness(FactKind.March, host.Place,
            Actor: _world[host.Leader].Commander));
    }

    private void Crosses(int index, in CrossingAwaited waits)
    {
        if (MenOf(waits.Force) < HostMen || (waits.Days > 0 && _setOut.Contains(waits.Force)) || Again(waits.Force,
            EventKind.CrossingAwaited, _world[waits.Force].Toward)) return;
        if (waits.Days == 0) Tell(index, 40, waits);
        else if (waits.Days > 1)
            Add(index, 30 + Mass(MenOf(waits.Force)), new Saying(names.Nameless(waits.Force) ? MarchPhrases.UnitCrosses
                : MarchPhrases.HostCrosses, ("force", Doer(waits.Force, default)), ("men", new Men(MenOf(waits.Force))),
                ("river", sentences.River(waits.Crossing)), ("days", new Days(waits.Days)),
                ("why", Why(index, waits.Force, default, Doer(waits.Force, default)))));
    }

    /// <summary>A host turned back of itself: for hunger, or before too many enemies.</summary>
    private void Turned(int index, in ConductChanged changed)
    {
        if (changed.Doing != Doing.Retreating || changed.Why == Code.Accepted || MenOf(changed.Force) < HostMen) return;
        if (!Again(changed.Force, EventKind.ConductChanged, PlaceId.None)) Tell(index, 48, changed);
    }
}
