using Yanyun.Chronicle.Experiments;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab;

/// <summary>One run of a pair, played over and over from other seeds: a world, its minds and whoever looks on.</summary>
internal sealed class Arm
{
    private readonly Experiment _experiment;
    private readonly Cast _cast;
    private readonly Cast _fresh;
    private readonly Cast? _relief;
    private readonly Cast? _freshRelief;
    private readonly IMind?[] _minds;
    private readonly EventLog? _log;
    private readonly Scorer? _scorer;
    private Simulation _simulation;

    /// <param name="own">Index of the first edit that only the changed run of the pair has.</param>
    /// <param name="dry">This is the run as it is: those edits are only watched.</param>
    /// <param name="casting">Who casts the minds; null: the words of the experiment.</param>
    public Arm(Experiment experiment, Scenario scenario, IReadOnlyList<Edit> edits, int own, Func<Cast>? casting, bool dry = false)
    {
        _experiment = experiment;
        Editor = new Editor(edits, own, dry);
        Observer = new Observer(experiment);
        World = scenario.Start!.Clone();
        var cast = casting ?? (() => Cast.Of(scenario, experiment.Script));
        (_cast, _fresh) = (cast(), cast());
        if (casting is null && experiment.Minds.Skip(1).Any(word => word != Cast.Usual))
        {
            _relief = Cast.Of(scenario, experiment.Script, experiment.Minds, _cast.Progress);
            _freshRelief = Cast.Of(scenario, experiment.Script, experiment.Minds);
        }
        _minds = new IMind?[scenario.Seats.Length];
        for (byte s = 1; s < _minds.Length; s++) _minds[s] = MindOf(new SeatId(s));
        if (experiment.Outcomes.Any(outcome => outcome.Kind == OutcomeKind.Check))
        {
            _scorer = new Scorer(experiment.Checks!, _cast.Progress!);
            World.Log = _log = new EventLog();
        }
        _simulation = new Simulation(World, _minds);
    }

    public World World { get; }
    public Editor Editor { get; }
    public Observer Observer { get; }

    /// <summary>The dice that take over from those of a recorded past on the day of the start; null in a run whose past is its own.</summary>
    public ulong? Parting { get; set; }

    private IMind? MindOf(SeatId seat)
    {
        var mind = _cast.Minds[seat.Value];
        if (_relief is not null && _experiment.Minds[seat.Value] != Cast.Usual) mind = new RelievedMind(mind, _relief.Minds[seat.Value], _experiment.Start);
        return Editor.Concerns(seat) ? new EditedMind(mind, seat, Editor) : mind;
    }

    /// <summary>Goes back to the scenario's first day, under a seed.</summary>
    public void Begin(ulong seed)
    {
        World.Scenario.Start!.CopyTo(World);
        World.Reseed(seed);
        _fresh.CopyTo(_cast);
        _freshRelief?.CopyTo(_relief!);
        _scorer?.Reset();
        _log?.Clear();
        Editor.Begin();
        Observer.Begin(World);
        Switch(RuleSwitch.None);
        Parting = null;
    }

    /// <summary>Lives through a recorded past up to the eve of the start: the orders are the record's, and the minds look on.</summary>
    /// <exception cref="StaleRecordException">The record's orders do not come to the record's world.</exception>
    public void Follow(RecordedPast past)
    {
        Begin(past.Seed);
        var onlooking = new Simulation(World, OnlookingMind.Of(_minds));
        while (World.Today < _experiment.Start - 1)
        {
            onlooking.Day(past.Days[World.Today]);
            Look();
        }
        if (World.Today > 0 && WorldHash.Full(World) != past.HashBefore(_experiment.Start)) throw new StaleRecordException(past.Name, World.Date);
    }

    /// <summary>Plays until a day is over.</summary>
    public void PlayTo(int day)
    {
        while (World.Today < day)
        {
            var today = World.Today + 1;
            Switch(Editor.Off(today));
            Editor.Change(World, today);
            // As 'replay --from' has it: the recorded past ends with its last morning.
            if (Parting is { } seed && today == _experiment.Start) _simulation.Day([Order.Of(SeatId.None, new Part(seed))]);
            else _simulation.Day();
            Look();
        }
    }

    private void Look()
    {
        if (_scorer is not null)
        {
            _scorer.Night(World, _log!);
            _log!.Clear();
        }
        Observer.Night(World, _scorer);
    }

    /// <summary>Makes another run of the same scenario be where this one is.</summary>
    public void CopyTo(Arm other)
    {
        World.CopyTo(other.World);
        _cast.CopyTo(other._cast);
        _relief?.CopyTo(other._relief!);
        _scorer?.CopyTo(other._scorer!);
        other._log?.Clear();
        Editor.CopyTo(other.Editor);
        Observer.CopyTo(other.Observer);
        other.Parting = Parting;
        other.Switch(World.Off);
    }

    private void Switch(RuleSwitch off)
    {
        if (World.Off != off) _simulation = new Simulation(World, _minds, off);
    }
}

/// <summary>A reconstructed record that no longer runs as it was written: of other rules than it says.</summary>
public sealed class StaleRecordException(string name, Day day) : InvalidOperationException($"{name} runs otherwise by {day}.")
{
    public string Name => name;
    public Day Day => day;
}
