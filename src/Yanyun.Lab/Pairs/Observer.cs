using Yanyun.Chronicle.Experiments;
using Yanyun.Engine;

namespace Yanyun.Lab;

/// <summary>Looks at one run evening by evening and writes down the outcomes at their horizons. Changes nothing.</summary>
internal sealed class Observer
{
    private readonly Experiment _experiment;
    private readonly long[] _lostBefore;
    private readonly int[] _heldOn;
    private readonly bool _waits;

    public Observer(Experiment experiment)
    {
        _experiment = experiment;
        _lostBefore = new long[experiment.Outcomes.Count];
        _heldOn = new int[experiment.Outcomes.Count];
        _waits = experiment.Outcomes.Any(outcome => outcome.Kind == OutcomeKind.Until);
        Values = new long[experiment.Outcomes.Count * experiment.Horizons.Count];
    }

    /// <summary>By outcome, then by horizon.</summary>
    public long[] Values { get; }

    public void Begin(World world)
    {
        Array.Clear(_lostBefore);
        Array.Fill(_heldOn, -1);
        Array.Clear(Values);
        if (world.Today == _experiment.Start - 1) CountLosses(world);
    }

    public void CopyTo(Observer other)
    {
        _lostBefore.CopyTo(other._lostBefore, 0);
        _heldOn.CopyTo(other._heldOn, 0);
        Values.CopyTo(other.Values, 0);
    }

    public void Night(World world, Scorer? scorer)
    {
        if (world.Today == _experiment.Start - 1) CountLosses(world);
        if (world.Today < _experiment.Start) return;
        if (_waits) Wait(world);
        for (var h = 0; h < _experiment.Horizons.Count; h++)
            if (world.Today == _experiment.Start + _experiment.Horizons[h])
                for (var o = 0; o < _experiment.Outcomes.Count; o++)
                    Values[o * _experiment.Horizons.Count + h] = ValueOf(world, scorer, o, _experiment.Horizons[h]);
    }

    private void CountLosses(World world)
    {
        for (var o = 0; o < _lostBefore.Length; o++)
            if (_experiment.Outcomes[o].Kind == OutcomeKind.Losses) _lostBefore[o] = LostBySide(world, _experiment.Outcomes[o].Polity);
    }

    private void Wait(World world)
    {
        for (var o = 0; o < _heldOn.Length; o++)
        {
            var outcome = _experiment.Outcomes[o];
            if (outcome.Kind == OutcomeKind.Until && _heldOn[o] < 0 && Held(world, outcome.Place, outcome.Polity)) _heldOn[o] = world.Today - _experiment.Start;
        }
    }

    private long ValueOf(World world, Scorer? scorer, int o, int horizon)
    {
        var outcome = _experiment.Outcomes[o];
        return outcome.Kind switch
        {
            OutcomeKind.Holder => Held(world, outcome.Place, outcome.Polity) ? 1 : 0,
            OutcomeKind.Places => CountHeld(world, outcome),
            OutcomeKind.Losses => LostBySide(world, outcome.Polity) - _lostBefore[o],
            OutcomeKind.Men => Men(world, outcome),
            OutcomeKind.Until => _heldOn[o] < 0 ? horizon : _heldOn[o],
            _ => scorer!.Met(scorer.Book.Checks[outcome.Check]) ? 1 : 0,
        };
    }

    private static bool Held(World world, PlaceId place, PolityId by) =>
        world[place].Holder is { Exists: true } holder && world.Scenario.SameSide(holder, by);

    private static long CountHeld(World world, Outcome outcome)
    {
        long held = 0;
        foreach (var place in outcome.Places!)
            if (Held(world, place, outcome.Polity)) held++;
        return held;
    }

    private static long LostBySide(World world, PolityId polity)
    {
        long lost = 0;
        for (byte p = 1; p < world.Scenario.Polities.Length; p++)
            if (world.Scenario.SameSide(new PolityId(p), polity)) lost += world[new PolityId(p)].Lost;
        return lost;
    }

    private static long Men(World world, Outcome outcome)
    {
        long men = 0;
        foreach (var force in outcome.Forces!)
            if (world[force].Alive) men += world[force].Men;
        return men;
    }
}
