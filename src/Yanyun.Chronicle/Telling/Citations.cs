using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>Holds what is told against what the annals record. Each fact is cited once, by the first thing like it near its day.</summary>
internal sealed class Citations(FactBook facts, Scenario scenario)
{
    /// <summary>Days either way in which an event counts as the recorded one: the least tolerance of the checks.</summary>
    public const int NearDays = 5;
    /// <summary>Li by road within which it counts as the same place: the annals name the town for the field before it.</summary>
    private const int NearLi = 45;

    private readonly HashSet<string> _cited = [];

    /// <summary>The fact a tale agrees with; null when there is none, or it was cited before.</summary>
    public Fact? Cite(Tale tale, Day day)
    {
        if (tale.Cited is { } known) return known.Off(day) <= NearDays && _cited.Add(known.Id) ? known : null;
        if (tale.Like.Kind == FactKind.None) return null;
        Fact? best = null;
        foreach (var fact in facts.Facts)
        {
            if (fact.Day > day + NearDays) break;
            if (fact.Off(day) > NearDays || _cited.Contains(fact.Id) || !Alike(fact, tale.Like)) continue;
            if (best is null || fact.Off(day) < best.Off(day)) best = fact;
        }
        if (best is not null) _cited.Add(best.Id);
        return best;
    }

    /// <summary>Facts of towns and fights whose last day to happen was yesterday, and which did not happen here.</summary>
    public List<Fact> Missed(Day day)
    {
        var missed = new List<Fact>();
        foreach (var fact in facts.Facts)
        {
            if (fact.Day > day) break;
            if (fact.Until + (NearDays + 1) != day) continue;
            if (fact.Kind is FactKind.Taken or FactKind.Fought && fact.Confidence == Confidence.High
                && !_cited.Contains(fact.Id)) missed.Add(fact);
        }
        return missed;
    }

    private bool Alike(Fact fact, in Likeness like)
    {
        if (fact.Kind != like.Kind) return false;
        if (like.By.Exists && fact.By.Exists && !scenario.SameSide(like.By, fact.By)) return false;
        if (like.Actor.Exists && !fact.Actors.Contains(like.Actor)) return false;
        if (!like.Place.Exists) return like.Actor.Exists;
        foreach (var place in fact.Places)
            if (place == like.Place || (fact.Kind == FactKind.Fought && scenario.Atlas.MarchCost(place, like.Place) <= NearLi)) return true;
        // A march is known by who marches: the annals often name only where he was going.
        return fact.Kind == FactKind.March && fact.Places.Count == 0 && like.Actor.Exists;
    }
}
