namespace Yanyun.Engine;

/// <summary>What a script entry may ask of its seat's View.</summary>
public enum ConditionKind : byte
{
    /// <summary>Nothing is asked.</summary>
    Always,
    All, Any, Not,
    /// <summary>The seat believes Place to be held by Polity.</summary>
    Held,
    /// <summary>The seat believes Place to be held by its own side.</summary>
    Ours,
    /// <summary>The seat believes Place to be held by an enemy.</summary>
    Theirs,
    /// <summary>What the seat knows of Place is at most Number days old.</summary>
    Fresh,
    /// <summary>At least Number of the forces are believed within Li of Place.</summary>
    Near,
    /// <summary>The forces are believed to have at least Number men; with a Place, those within Li of it.</summary>
    Men,
    /// <summary>At least Number enemies are believed within Li of Place, on news of the last <see cref="Conditions.StaleDays"/> days.</summary>
    Enemies,
    /// <summary>Each of the forces is believed to have grain for Number days; those of which nothing is known are passed over.</summary>
    Supplied,
    /// <summary>One of the forces has been heard of in the last Number days; 0 days: ever.</summary>
    Heard,
    /// <summary>Another entry of the same seat has fired.</summary>
    Fired,
    /// <summary>The day is Number of the scenario, or later.</summary>
    After,
    /// <summary>The standing aim of the office is an edict to do Task, at Place if one is named.</summary>
    Aim,
    /// <summary>The office may act as Powers says, or more freely.</summary>
    Powers,
    /// <summary>The seat knows itself to be at war with Polity.</summary>
    AtWar,
    /// <summary>The draft of treaty Number lies before the seat, unanswered.</summary>
    Offered,
    /// <summary>By what the court has told the seat, its ruler leans at least Number to war, 0-1000; below 0, to peace.</summary>
    Leans,
    /// <summary>The court knows Person to be what Number says: a <see cref="PersonFate"/>.</summary>
    Fate,
}

/// <summary>
/// One node of a condition; a condition is a run of nodes in prefix order. <paramref name="Size"/> counts the node with all under it,
/// <paramref name="Children"/> those directly under it.
/// </summary>
/// <param name="First">First of the forces it asks of, in the script's pool of forces; <paramref name="Count"/> follow one another.</param>
/// <param name="Entry">Entry asked of by <see cref="ConditionKind.Fired"/>.</param>
public readonly record struct Condition(
    ConditionKind Kind, ushort Size = 1, byte Children = 0, PlaceId Place = default, PolityId Polity = default, short First = 0, short Count = 0,
    int Number = 0, short Li = 0, TaskKind Task = default, Authority Powers = default, short Entry = 0, PersonId Person = default);

/// <summary>Conditions asked of a View. Nothing here looks beyond it.</summary>
public static class Conditions
{
    /// <summary>Days after which the whereabouts of an enemy are no longer counted on. Balance: a host moves 300-900 li in that time.</summary>
    public const int StaleDays = 20;

    /// <summary>Whether the condition that begins at node <paramref name="at"/> holds by what the seat believes today.</summary>
    public static bool Hold(in View view, Script script, ScriptProgress progress, int at)
    {
        ref readonly var c = ref script.Conditions[at];
        switch (c.Kind)
        {
            case ConditionKind.All:
            case ConditionKind.Any:
                var child = at + 1;
                for (var i = 0; i < c.Children; i++)
                {
                    if (Hold(view, script, progress, child) != (c.Kind == ConditionKind.All)) return c.Kind == ConditionKind.Any;
                    child += script.Conditions[child].Size;
                }
                return c.Kind == ConditionKind.All;
            case ConditionKind.Not: return !Hold(view, script, progress, at + 1);
            case ConditionKind.Held: return view[c.Place].Holder == c.Polity;
            case ConditionKind.Ours: return view.Ours(c.Place);
            case ConditionKind.Theirs: return view[c.Place].Holder.Exists && view.Hostile(view[c.Place].Holder);
            case ConditionKind.Fresh: return view.Today - view[c.Place].AsOf <= c.Number;
            case ConditionKind.Near: return CountNear(view, c, script.ForcesOf(c)) >= c.Number;
            case ConditionKind.Men: return MenOf(view, c, script.ForcesOf(c)) >= c.Number;
            case ConditionKind.Enemies: return EnemiesAbout(view, c.Place, c.Li) >= c.Number;
            case ConditionKind.Supplied: return Supplied(view, c, script.ForcesOf(c));
            case ConditionKind.Heard: return Heard(view, c, script.ForcesOf(c));
            case ConditionKind.Fired: return progress[c.Entry].Played;
            case ConditionKind.After: return view.Today >= c.Number;
            case ConditionKind.Aim: return AimIs(view, c);
            case ConditionKind.Powers: return view.Office.Authority >= c.Powers;
            case ConditionKind.Offered: return view.PeaceTalk.Offered.Value == c.Number && view.PeaceTalk.RepliedOn == 0;
            case ConditionKind.Leans: return view.IsOfTheCourt && Leans(view, c.Number);
            case ConditionKind.Fate: return (int)view.FateOf(c.Person) == c.Number;
            case ConditionKind.AtWar: return view.Hostile(c.Polity);
            default: return true;
        }
    }

    /// <summary>Known, under the seat, and not believed destroyed.</summary>
    public static bool Commands(in View view, ForceId force) => view.Commands(force) && view[force].Doing != Doing.Gone;

    private static bool Leans(in View view, int least)
    {
        var leaning = Rules.Factions.Leaning(view.Court, view.Scenario);
        return least < 0 ? leaning <= least : leaning >= least;
    }

    /// <summary>Men of all enemies believed within so many li of road of a place.</summary>
    public static int EnemiesAbout(in View view, PlaceId place, int li)
    {
        var men = 0;
        for (short f = 1; f < view.ForceRows; f++)
        {
            var force = new ForceId(f);
            if (!view.Knows(force) || !view.Hostile(view.PolityOf(force))) continue;
            ref readonly var belief = ref view[force];
            if (belief.Doing == Doing.Gone || view.Today - belief.AsOf > StaleDays || !Within(view, belief.Place, place, li)) continue;
            men += Band.Men(belief.Men);
        }
        return men;
    }

    private static int CountNear(in View view, in Condition c, ReadOnlySpan<ForceId> forces)
    {
        var near = 0;
        foreach (var force in forces)
            if (view.Knows(force) && view[force].Doing != Doing.Gone && Within(view, view[force].Place, c.Place, c.Li)) near++;
        return near;
    }

    private static int MenOf(in View view, in Condition c, ReadOnlySpan<ForceId> forces)
    {
        var men = 0;
        foreach (var force in forces)
        {
            if (!view.Knows(force) || view[force].Doing == Doing.Gone) continue;
            if (c.Place.Exists && !Within(view, view[force].Place, c.Place, c.Li)) continue;
            men += Band.Men(view[force].Men);
        }
        return men;
    }

    private static bool Supplied(in View view, in Condition c, ReadOnlySpan<ForceId> forces)
    {
        foreach (var force in forces)
        {
            if (!view.Knows(force) || view[force].Doing == Doing.Gone || view[force].SupplyDays == byte.MaxValue) continue;
            if (view[force].SupplyDays < c.Number) return false;
        }
        return true;
    }

    private static bool Heard(in View view, in Condition c, ReadOnlySpan<ForceId> forces)
    {
        foreach (var force in forces)
            if (view.Knows(force) && (c.Number == 0 || view.Today - view[force].AsOf <= c.Number)) return true;
        return false;
    }

    private static bool AimIs(in View view, in Condition c)
    {
        ref readonly var aim = ref view.Office.Aim;
        if (aim.Kind != OrderKind.Direct) return false;
        var direct = aim.As<Rules.Direct>();
        return direct.Task == c.Task && (!c.Place.Exists || direct.Place == c.Place);
    }

    private static bool Within(in View view, PlaceId a, PlaceId b, int li) => a == b || (a.Exists && view.Atlas.RideLi(a, b) <= li);
}
