using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A row of the order of battle. Groups and corps (no men) are lineage; detachments hold the men.</summary>
/// <param name="Parent">Slug of the group or corps above; null at the top.</param>
/// <param name="Commander">None: the commander of the parent leads it.</param>
/// <param name="Men">Men of a detachment with their range; for a group, only its range is given.</param>
/// <param name="Spread">Men of this row that lie in other towns, as (place, men); the rest is at <paramref name="Place"/>.</param>
/// <param name="Arrears">Row of the arrears table that holds for all under a group; null when nothing is said.</param>
/// <param name="Born">Comes into being by a row of reinforcements.yaml.</param>
public sealed record ForceEntry(string Slug, Bilingual Name, PolityId Polity, string? Parent, PersonId Commander, SeatId Seat, PlaceId Place,
    bool HoldsMen, Figure Men, int Foot, int LightHorse, int HeavyHorse, int Militia, int Boats, IReadOnlyList<(PlaceId Place, int Men)> Spread,
    int Porters, int Quality, int Morale, ForceTraits Traits, bool Hidden, string? Arrears, bool Born, Grounds Grounds)
{
    /// <summary>Men that lie elsewhere as the garrisons of other towns.</summary>
    public int SpreadMen => Spread.Sum(part => part.Men);
}

/// <summary>The order of battle: all rows, and the detachments in the order of the Engine's table.</summary>
public sealed class Forces
{
    private readonly List<ForceEntry> _all = [];
    private readonly List<ForceEntry> _detachments = [];

    /// <summary>Groups, corps and detachments.</summary>
    public IdTable FormationIds { get; } = new("formation", "部隊編制");

    /// <summary>Detachments only: number = the Engine's force id.</summary>
    public IdTable Ids { get; } = new("force", "部隊");

    public IReadOnlyList<ForceEntry> All => _all;
    public IReadOnlyList<ForceEntry> Detachments => _detachments;
    public ForceEntry this[ForceId force] => _detachments[force.Value - 1];

    /// <summary>The formation of a slug; null when there is none.</summary>
    public ForceEntry? Find(string slug) => FormationIds[slug] is > 0 and var number ? _all[number - 1] : null;

    /// <summary>True when a formation is the named one, or under it.</summary>
    public bool IsUnder(ForceEntry? force, string formation)
    {
        for (var guard = 0; force is not null && guard < 8; guard++)
        {
            if (force.Slug == formation) return true;
            force = force.Parent is null ? null : Find(force.Parent);
        }
        return false;
    }

    /// <summary>Who leads a formation: its commander, or the nearest above it; none when nobody is named.</summary>
    public PersonId LeaderOf(ForceEntry? force)
    {
        for (var guard = 0; force is not null && guard < 8; guard++)
        {
            if (force.Commander.Exists) return force.Commander;
            force = force.Parent is null ? null : Find(force.Parent);
        }
        return PersonId.None;
    }

    /// <summary>The arrears row of a formation: what the nearest group above says.</summary>
    public string ArrearsOf(ForceEntry? force)
    {
        for (var guard = 0; force is not null && guard < 8; guard++)
        {
            if (force.Arrears is not null) return force.Arrears;
            force = force.Parent is null ? null : Find(force.Parent);
        }
        return "regular";
    }

    internal void Add(ForceEntry entry, Location at, Problems problems)
    {
        if (FormationIds.Add(entry.Slug, at, problems) == 0) return;
        _all.Add(entry);
        if (!entry.HoldsMen) return;
        Ids.Add(entry.Slug, at, problems);
        _detachments.Add(entry);
    }

    internal void Check(People people, Problems problems)
    {
        var holdsSomebody = new HashSet<string>();
        var leads = new Dictionary<PersonId, string>();
        foreach (var force in _all)
        {
            var at = FormationIds.At(FormationIds[force.Slug]);
            if (force.Parent is not null)
            {
                holdsSomebody.Add(force.Parent);
                if (Find(force.Parent) is { HoldsMen: true }) problems.Add(BookmarkMessages.LeafWithChild, at, force.Slug, force.Parent);
            }
            if (!force.HoldsMen || force.Born || !force.Commander.Exists) continue;
            if (!leads.TryAdd(force.Commander, force.Slug))
                problems.Add(BookmarkMessages.CommanderTwice, at, people[force.Commander].Slug, leads[force.Commander], force.Slug);
        }
        foreach (var force in _all)
            if (!force.HoldsMen && !holdsSomebody.Contains(force.Slug))
                problems.Add(BookmarkMessages.EmptyGroup, FormationIds.At(FormationIds[force.Slug]), force.Slug);
        if (_detachments.Count >= Scenario.MostForceRows)
            problems.Add(BookmarkMessages.TooMany, FormationIds.At(FormationIds.Count), _detachments.Count, Scenario.MostForceRows - 1);
    }
}
