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

    /// <param name="own">Index of the first edit that only this run of the pair has.</param>
    /// <param name="casting">Who casts the minds; null: the words of the experiment.</param>
    public Arm(Experiment experiment, Scenario scenario, IReadOnlyList<Edit> edits, int own, Func<Cast>? casting)
    {
        _experiment = experiment;
        Editor = new Editor(edits, own);
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
    }

    /// <summary>Plays until a day is over.</summary>
    public void PlayTo(int day)
    {
        while (World.Today < day)
        {
            var today = World.Today + 1;
            Switch(Editor.Off(today));
            Editor.Change(World, today);
            _simulation.Day();
            if (_scorer is not null)
            {
                _scorer.Night(World, _log!);
                _log!.Clear();
            }
            Observer.Night(World, _scorer);
        }
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
        other.Switch(World.Off);
    }

    private void Switch(RuleSwitch off)
    {
        if (World.Off != off) _simulation = new Simulation(World, _minds, off);
    }
}
