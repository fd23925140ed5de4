using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Lab.History;

/// <summary>One course that history may take: the world, the minds that play its decisions, and what the annals would say of it so far.</summary>
internal sealed class Course
{
    private readonly EventLog _log = new();

    public Course(Bookmark bookmark, ulong seed)
    {
        var annals = bookmark.Annals!;
        World = World.Of(bookmark.Scenario, seed);
        World.Log = _log;
        Cast = Cast.Of(bookmark.Scenario, annals.Script);
        Scorer = new Scorer(annals.Checks, Cast.Progress!);
        Simulation = new Simulation(World, Cast.Minds);
    }

    public World World { get; }
    public Cast Cast { get; }
    public Scorer Scorer { get; }
    public Simulation Simulation { get; }

    /// <summary>Plays the next day. False when one of the orders of nobody did not pass.</summary>
    public bool Day(List<Dated> fates)
    {
        var today = World.Today + 1;
        var given = new List<Order>();
        foreach (var fate in fates)
            if (fate.Day == today) given.Add(fate.Order);
        Simulation.Day([.. given]);
        Scorer.Night(World, _log);
        _log.Clear();
        foreach (var (order, _) in Simulation.Refused)
            if (given.Contains(order)) return false;
        return true;
    }

    public void CopyTo(Course other)
    {
        World.CopyTo(other.World);
        Cast.CopyTo(other.Cast);
        Scorer.CopyTo(other.Scorer);
        other._log.Clear();
    }
}

/// <summary>An order of nobody and its day, from the scenario's first.</summary>
public readonly record struct Dated(int Day, Order Order);
