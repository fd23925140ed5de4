using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>Something a host could do.</summary>
/// <param name="Utility">Worth x chance / days; only comparisons mean anything.</param>
/// <param name="Chance">To beat what is believed to stand in the field there, per mille; 950 when nobody is.</param>
/// <param name="Hold">To have the place then, per mille.</param>
/// <param name="Needs">Men it asks for.</param>
internal readonly record struct Plan(TaskKind Task, PlaceId Place, int Utility, int Chance, int Hold, int Needs)
{
    public bool IsSound => Place.Exists && Chance >= Prospects.GoesFrom && Hold >= Prospects.BesiegesFrom;
    public int Success => Chance * Hold / 1000;
}

/// <summary>Weighs what a host could do from where it is: help a beset place of its own side, or take one of the enemy's.</summary>
internal sealed class Prospects(Picture picture)
{
    /// <summary>Least chance in the field to go on, per mille: a middling commander's (<see cref="Odds.AttackThreshold"/>).</summary>
    public const int GoesFrom = 550;
    /// <summary>Least chance of a siege to begin it, per mille. Balance: every third town sat down before is taken.</summary>
    public const int BesiegesFrom = 250;
    /// <summary>Weighted li a host makes in a day. Estimate 25-60: docs/rules/march.md.</summary>
    public const int LiPerDay = 40;

    /// <summary>Chance against an enemy of whom nothing is known, per mille.</summary>
    private const int NobodyKnown = 950;
    /// <summary>Weighted li within which a beset place is helped.</summary>
    private const int HelpLi = 500;
    /// <summary>Days that any undertaking costs beside the march: to set out, to make a camp, to rest.</summary>
    private const int FixedDays = 10;
    /// <summary>Smallest body sent against a town, men.</summary>
    private const int LeastSiege = 800;
    /// <summary>Days of grain to set out with on a march of more than two days; less if the march is shorter.</summary>
    private const int Fed = 8;

    private readonly List<(PlaceId Place, int Men)> _promised = [];

    public void Forget() => _promised.Clear();

    /// <summary>Counts men as sent to a place, so that the next look elsewhere when they are enough.</summary>
    public void Promise(PlaceId place, int men) => _promised.Add((place, men));

    /// <summary>Men already sent to a place today.</summary>
    public int Promised(PlaceId place)
    {
        var men = 0;
        foreach (var (p, m) in _promised)
            if (p == place) men += m;
        return men;
    }

    /// <summary>The best of all it could do; no place when there is nothing.</summary>
    /// <param name="book">What its leader was last told, which is easier to go on with than to leave.</param>
    /// <param name="reach">Weighted li beyond which a prize is no concern of it, unless it is the aim.</param>
    /// <param name="least">Least worth of a prize, unless it is the aim.</param>
    public Plan Best(in View view, in Host host, Aim aim, CopyBook book, int reach, int least = 0)
    {
        var best = default(Plan);
        foreach (var place in picture.Enemies)
            if (place != host.At && picture.Ours(place) && picture.FieldAt(place) > 0) Better(ref best, Relief(view, host, aim, book, place));
        if (aim.Stays || host.Men < LeastSiege) return best;
        foreach (ref readonly var prize in picture.Chart.Near(host.At))
        {
            if (prize.Cost > reach) break;
            if (!picture.Hostile(prize.Place) || prize.Worth < least) continue;
            // Nearest first: when the richest prize so far off would not be better, none is.
            if (Utility(2 * Chart.Richest, 1000, prize.Cost / LiPerDay) <= best.Utility) break;
            Better(ref best, Siege(view, host, aim, book, prize.Place, best.Utility));
        }
        if (aim.Task == TaskKind.Take && aim.Place.Exists && picture.Hostile(aim.Place))
            Better(ref best, Siege(view, host, aim, book, aim.Place, best.Utility));
        return best;
    }

    /// <summary>The same undertaking by another host; no place when it is none for it.</summary>
    public Plan Again(in View view, in Host host, Aim aim, in Plan plan) => plan.Task == TaskKind.Relieve
        ? Relief(view, host, aim, default, plan.Place)
        : Siege(view, host, aim, default, plan.Place, 0);

    private static void Better(ref Plan best, in Plan other)
    {
        if (other.Utility > best.Utility) best = other;
    }

    private Plan Relief(in View view, in Host host, Aim aim, CopyBook book, PlaceId place)
    {
        var cost = picture.Chart.Atlas.MarchCost(host.At, place);
        if (cost > HelpLi) return default;
        var enemy = picture.EnemyAbout(place);
        var needs = enemy.Men;
        // Enough are there, or on the way.
        if (Promised(place) > needs * 3 / 2 || picture.FriendsAbout(place) > needs * 2) return default;
        // Those inside come out when the signals are seen.
        var men = host.Men + picture.FriendsAt(place) / 2;
        var chance = Win(host with { Men = men, Worth = host.Worth * men / Math.Max(1, host.Men) }, enemy, place);
        var worth = 2 + Chart.Worth(picture.Chart.Atlas[place].Kind);
        var utility = Utility(worth * 3 / 2, chance, cost / LiPerDay);
        if (aim.Place == place && aim.Task is TaskKind.Relieve or TaskKind.Hold) utility *= 4;
        if (book.Task == TaskKind.Relieve && book.Target == place) utility = utility * 3 / 2;
        return new Plan(TaskKind.Relieve, place, utility, chance, 1000, needs);
    }

    private Plan Siege(in View view, in Host host, Aim aim, CopyBook book, PlaceId place, int toBeat)
    {
        var atlas = picture.Chart.Atlas;
        var cost = atlas.MarchCost(host.At, place);
        var march = cost / LiPerDay;
        if (cost == Atlas.NoWay || host.Supply < Math.Min(Fed, march)) return default;
        var scale = Bent(view, host, aim, book, place);
        var worth = Math.Max(2, Chart.Worth(atlas[place].Kind)) * scale;
        if (Utility(worth, 1000, march) <= toBeat) return default;
        var garrison = picture.TownMen(view, place);
        var hold = Reckoning.Siege(host.Men, garrison, atlas[place].Walls, out var days);
        var enemy = picture.EnemyAbout(place);
        var chance = enemy.Men == 0 ? NobodyKnown : Math.Min(NobodyKnown, Win(host, enemy, place));
        var needs = Math.Max(Blockade.MenToShutIn(garrison, atlas[place].Walls), enemy.Men * 3 / 2);
        if (Promised(place) >= needs) return default;
        return new Plan(TaskKind.Take, place, Utility(worth, chance * hold / 1000, march + days), chance, hold, needs);
    }

    /// <summary>How the aim, and what is under way, bend the worth of a prize; twos.</summary>
    private int Bent(in View view, in Host host, Aim aim, CopyBook book, PlaceId place)
    {
        var atlas = picture.Chart.Atlas;
        var scale = 2;
        if (aim.Task == TaskKind.Take && aim.Place.Exists)
        {
            if (place == aim.Place) scale = 8;
            else if (atlas.MarchCost(place, aim.Place) < atlas.MarchCost(host.At, aim.Place)) scale = 4;
        }
        else if (view.Office.Authority == Authority.Bound && view.Kind != SeatKind.Court)
        {
            scale = 1; // he waits to be told
        }
        if (host.Besieging && host.At == place) return scale * 3;
        return book.Task == TaskKind.Take && book.Target == place ? scale * 3 / 2 : scale;
    }

    private static int Utility(int worth, int chance, int days) => worth * chance / (days + FixedDays);

    private int Win(in Host host, (int Men, int Horse, long Worth) enemy, PlaceId place) =>
        Odds.WinChance(host.Side, Reckoning.SideOf(enemy.Men, enemy.Horse, enemy.Worth), Field.Of(picture.Chart.Atlas[place].Terrain));
}
