using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab.History;

/// <summary>What of an outcome can be set down against the model: who holds a place, and what a fight cost. Where an army stood cannot.</summary>
internal static class Impositions
{
    /// <summary>What the winner and the loser of a fight lose, per mille of their men: the middles of the targets of docs/rules/battle.md, 50 - 100 and 140 - 350.</summary>
    public const int WinnerLoses = 75, LoserLoses = 240;

    /// <summary>The orders of a day that set down one predicate, as the world stands on the eve; none when nothing can be.</summary>
    public static IEnumerable<Dated> Of(World eve, CheckBook book, Predicate p, int day)
    {
        switch (p.Kind)
        {
            case PredicateKind.Taken or PredicateKind.Holds when eve[p.Place].Holder != p.Polity:
                return [new Dated(day, Order.Of(SeatId.None, new Impose(p.Place, p.Polity)))];
            case PredicateKind.Fought:
                var winners = Struck(eve, p, p.Polity, WinnerLoses, day);
                var losers = Struck(eve, p, p.Against, LoserLoses, day);
                return winners.Count > 0 && losers.Count > 0 ? [.. winners, .. losers] : [];
            default:
                return [];
        }
    }

    private static List<Dated> Struck(World eve, Predicate p, PolityId side, int perMille, int day)
    {
        List<Dated> struck = [];
        for (short f = 1; f < eve.Forces; f++)
        {
            var id = new ForceId(f);
            ref readonly var force = ref eve[id];
            if (!force.Alive || force.Polity != side || !Near(eve, force, p)) continue;
            var men = Whole.MulDiv(force.Men, perMille, 1000);
            if (men > 0) struck.Add(new Dated(day, Order.Of(SeatId.None, new Strike(id, men))));
        }
        return struck;
    }

    private static bool Near(World world, in Force force, in Predicate p)
    {
        var at = BattleRule.PlaceOf(world, force);
        return at.Exists && (at == p.Place || world.Atlas.RideLi(at, p.Place) <= p.Li);
    }
}
