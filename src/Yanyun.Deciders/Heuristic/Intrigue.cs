using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// What a command does behind the enemy's back: agents to the people nearest its main host who are thought to want its side back, and letters
/// to a commander before it who might be had for money. Reckons with what everybody knows of men and places, and with its own book.
/// </summary>
internal sealed class Intrigue(Picture picture)
{
    /// <summary>Days between looks at what could be done in secret. Balance: such letters take weeks; every fourth of its days for decision.</summary>
    private const int PlotsEvery = 4 * Heuristic.Cadence;
    /// <summary>Agents are sent again to a place after so many days: what they brought is spent then.</summary>
    private const int AgentsAgain = 90;
    /// <summary>Li of road from the main host within which a rising would help it. Balance: the banners of an army reach 300.</summary>
    private const int HelpsWithin = 500;
    /// <summary>Least usefulness of a rising, and of a man won over. Balance: a few letters a season, not a few a day.</summary>
    private const int LeastRising = 250, LeastPrize = 60;
    /// <summary>Li of road within which a commander can be received.</summary>
    private const int Meets = 300;
    /// <summary>Strings offered for each man of his, within the bounds of the rule.</summary>
    private const int PerMan = 3, MostOffered = 60_000;

    public void Plot(in Desk desk)
    {
        if ((desk.View.Today + desk.View.Seat.Value) % PlotsEvery != 0) return;
        if (desk.View.Kind == SeatKind.Commandery || desk.View.Office.Authority == Authority.Bound || picture.Count == 0) return;
        Rouses(desk);
        WinsOver(desk);
    }

    /// <summary>Useful is what is near and discontented: 1000 at the host's side among people all for it, by the tempers of the first day.</summary>
    private void Rouses(in Desk desk)
    {
        var view = desk.View;
        ref readonly var main = ref picture.Hosts[0];
        var (best, most) = (PlaceId.None, LeastRising - 1);
        for (var r = 1; r < view.Scenario.Risings.Length; r++)
        {
            var home = view.Scenario.Risings[r].Home;
            if (!home.Exists || UprisingRule.RisingAt(view.Scenario, home, view.Polity) != r || !view.Hostile(view[home].Holder)) continue;
            if (view.AgentsSentOn(r) is > 0 and var sent && view.Today - sent < AgentsAgain) continue;
            var li = view.Atlas.RideLi(main.At, home);
            if (li > HelpsWithin) continue;
            var useful = view.ReputedTemper(home) * (HelpsWithin - li) / HelpsWithin;
            if (useful > most) (best, most) = (home, useful);
        }
        if (best.Exists) desk.Give(Order.Of(view.Seat, new Rouse(best)), new Reason(Motive.RaiseTheRear, best, Number: most));
    }

    /// <summary>Useful is a man's strength, in men who are ten to a point, times the chance that he comes, as it is reckoned from what is public of him.</summary>
    private void WinsOver(in Desk desk)
    {
        var view = desk.View;
        ref readonly var main = ref picture.Hosts[0];
        var (best, most, price) = (ForceId.None, LeastPrize - 1, 0);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var force = new ForceId(f);
            if (!view.Knows(force) || !view.Hostile(view.PolityOf(force)) || view.TalksWith(force).Force.Exists) continue;
            ref readonly var belief = ref view[force];
            var man = view.ReputedCommander(force);
            if (!man.Exists || belief.Doing == Doing.Gone || view.Atlas.RideLi(main.At, belief.Place) > Meets) continue;
            var men = Band.Men(belief.Men);
            var strings = Whole.Clamp(men * PerMan, DefectionRule.LeastPrice, MostOffered);
            var useful = men / 10 * DefectionRule.ReputedPerMille(view.Scenario, man, view.Polity, strings) / 1000;
            if (useful > most) (best, most, price) = (force, useful, strings);
        }
        if (best.Exists) desk.Give(Order.Of(view.Seat, new Entice(best, price)), new Reason(Motive.WinOver, view[best].Place, best, most));
    }
}
