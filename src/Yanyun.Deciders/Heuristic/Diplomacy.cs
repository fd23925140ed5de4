using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// War or peace by what the seat believes: land that a paper would give or take, silver paid or taken in, the army that is gone, what going on
/// promises, and how its court leans. All in thousandths of the land its side held on the first day.
/// </summary>
public sealed class Diplomacy
{
    /// <summary>Days between looks for a peace to put forward, and for which a paper sent is waited for. Balance: envoys are two months there and back.</summary>
    public const int LooksEvery = 15, WaitsFor = 60;
    /// <summary>What a peace must be worth before it is put forward or sealed. Balance: war has cost something to begin.</summary>
    public const int Least = 50;
    /// <summary>Thousandths by which an army wholly gone speaks for peace, and by which one twice the enemy's speaks for war. Balance.</summary>
    public const int Weariness = 500, Hope = 300;
    /// <summary>Most that a year's silver may weigh. Balance.</summary>
    public const int MostPay = 300;
    /// <summary>What is reckoned with of the promises of one who went back on a treaty, per mille. Balance: he may want peace now, or only the land.</summary>
    public const int FaithInBreakers = 300;
    /// <summary>Share of the court's leaning that counts. Balance.</summary>
    public const int LeaningShare = 4;

    /// <summary>Answers a paper that lies before the seat; a court with none looks for one to put forward.</summary>
    internal void Treat(in Desk desk)
    {
        var view = desk.View;
        if (!TreatyRule.Treats(view)) return;
        var talk = view.PeaceTalk;
        if (talk.Offered.Exists && talk.RepliedOn == 0)
        {
            var score = Worth(view, talk.Offered, talk.OfferedSilver, talk.OfferedSilk);
            if (score >= Least)
                desk.Give(Order.Of(view.Seat, new Accept(talk.OfferBy, talk.Offered, talk.OfferedSilver, talk.OfferedSilk)), new Reason(Motive.MakePeace, Number: score));
            else desk.Give(Order.Of(view.Seat, new Decline(talk.OfferBy, talk.Offered)), new Reason(Motive.RefusePeace, Number: -score));
        }
        else if (view.Scenario.CourtOf[view.Polity.Value] == view.Seat && (view.Today + view.Seat.Value) % LooksEvery < Heuristic.Cadence
                 && (talk.MadeOn == 0 || view.Today - talk.MadeOn >= WaitsFor))
        {
            Offer(desk);
        }
    }

    /// <summary>The draft that is worth most to itself: to ask costs nothing, and the other will answer by his own lights.</summary>
    private static void Offer(in Desk desk)
    {
        var view = desk.View;
        var (best, worth, to) = (TreatyId.None, Least - 1, SeatId.None);
        for (byte t = 1; t < view.Scenario.Treaties.Length; t++)
        {
            var treaty = new TreatyId(t);
            ref readonly var terms = ref view.Scenario.Treaties[t];
            var other = terms.A == view.Polity ? terms.B : terms.B == view.Polity ? terms.A : PolityId.None;
            if (!view.IsDraft(treaty) || !other.Exists || !view.Hostile(other) || !view.Scenario.CourtOf[other.Value].Exists) continue;
            var (silver, silk) = Pay(view.Scenario, treaty);
            var score = Worth(view, treaty, silver, silk);
            if (score > worth) (best, worth, to) = (treaty, score, view.Scenario.CourtOf[other.Value]);
        }
        if (!best.Exists) return;
        var (liang, bolts) = Pay(view.Scenario, best);
        desk.Give(Order.Of(view.Seat, new Propose(to, best, liang, bolts)), new Reason(Motive.OfferPeace, Number: worth));
    }

    /// <summary>What a draft asks for a year as it is written.</summary>
    private static (ushort Silver, ushort Silk) Pay(Scenario scenario, TreatyId treaty)
    {
        ref readonly var terms = ref scenario.Treaties[treaty.Value];
        for (var c = terms.First; c < terms.First + terms.Count; c++)
            if (scenario.Clauses[c].Kind == ClauseKind.Pay) return (scenario.Clauses[c].Silver, scenario.Clauses[c].Silk);
        return (0, 0);
    }

    /// <summary>What a peace is worth to the seat's own side, over going on.</summary>
    public static int Worth(in View view, TreatyId treaty, int silver, int silk) =>
        Land(view, treaty, view.Polity, Faith(view, treaty)) + Silver(view.Scenario, treaty, view.Polity, silver, silk, Faith(view, treaty))
        + (1000 - Factions.Strength(view)) * Weariness / 1000 - Prospect(view) - (view.IsOfTheCourt ? Factions.Leaning(view.Court, view.Scenario) / LeaningShare : 0);

    /// <summary>
    /// What it is worth to the other side, as far as this seat can reckon: its land and silver, its army as last reported, its court as of the first day.
    /// How its court leans by now nobody here knows: <see cref="LeaningError"/> either way.
    /// </summary>
    public static Guess WorthToOther(in View view, TreatyId treaty, int silver, int silk)
    {
        ref readonly var terms = ref view.Scenario.Treaties[treaty.Value];
        var other = terms.A == view.Polity ? terms.B : terms.A;
        var sure = Land(view, treaty, other, 1000) + Silver(view.Scenario, treaty, other, silver, silk, 1000) + Prospect(view);
        sure -= Factions.LeaningAtFirst(view.Scenario, other) / LeaningShare;
        var loss = Factions.LossOf(view, other);
        return new Guess(sure - LeaningError, sure + loss * Weariness / 2000, sure + loss * Weariness / 1000 + LeaningError);
    }

    /// <summary>What war may have done to a court's leaning that nobody outside it is told, in thousandths of its land. Estimate 30 - 100.</summary>
    public const int LeaningError = 60;

    /// <summary>What is reckoned with of the other's promises, per mille: all, unless he has gone back on a treaty. What is given to him is gone either way.</summary>
    private static int Faith(in View view, TreatyId treaty)
    {
        ref readonly var terms = ref view.Scenario.Treaties[treaty.Value];
        var other = terms.A == view.Polity ? terms.B : terms.A;
        for (byte t = 1; t < view.Scenario.Treaties.Length; t++)
            if (view.BrokenBy(new TreatyId(t)) is { Exists: true } breaker && view.Scenario.SameSide(breaker, other)) return FaithInBreakers;
        return 1000;
    }

    /// <summary>Places a party would come by less those it would give up, as they are believed to be held.</summary>
    private static int Land(in View view, TreatyId treaty, PolityId party, int faith)
    {
        var scenario = view.Scenario;
        ref readonly var terms = ref scenario.Treaties[treaty.Value];
        var line = scenario.Lines[terms.Line];
        long change = 0, all = 0;
        for (short p = 1; p < view.Atlas.PlaceRows; p++)
        {
            var place = new PlaceId(p);
            var worth = Chart.Worth(view.Atlas[place].Kind);
            if (worth == 0) continue;
            if (scenario.SameSide(view.FirstHolder(place), party)) all += worth;
            var holder = view[place].Holder;
            if (!holder.Exists) continue;
            var his = scenario.SameSide(holder, party);
            for (var c = terms.First; c < terms.First + terms.Count; c++)
            {
                ref readonly var clause = ref scenario.Clauses[c];
                if (clause.Kind != ClauseKind.Cede || !scenario.SameSide(holder, clause.By)) continue;
                if (clause.Place.Exists ? clause.Place != place : line.Length == 0 || line[p] != clause.To) continue;
                change += his ? -worth * 1000 : worth * faith;
            }
        }
        return all == 0 ? 0 : (int)Math.Clamp(change / all, -1000, 1000);
    }

    /// <summary>A year's payment as a share of the party's revenue.</summary>
    private static int Silver(Scenario scenario, TreatyId treaty, PolityId party, int silver, int silk, int faith)
    {
        ref readonly var terms = ref scenario.Treaties[treaty.Value];
        var revenue = scenario.Polities[party.Value].Purse.Revenue;
        for (var c = terms.First; c < terms.First + terms.Count; c++)
        {
            ref readonly var clause = ref scenario.Clauses[c];
            if (clause.Kind != ClauseKind.Pay || revenue == 0) continue;
            var share = (int)Math.Min(MostPay, (long)Ledger.Worth(clause, silver, silk) * 1000 / revenue);
            return clause.By == party ? -share : share * faith / 1000;
        }
        return 0;
    }

    /// <summary>What going on promises: the men of its side afield against the enemy's, as believed.</summary>
    private static int Prospect(in View view)
    {
        long own = 0, theirs = 0;
        for (short f = 1; f < view.ForceRows; f++)
        {
            var force = new ForceId(f);
            if (!view.Knows(force) || view[force].Doing == Doing.Gone || (view.TraitsOf(force) & ForceTraits.Garrison) != 0) continue;
            var polity = view.PolityOf(force);
            if (view.Scenario.SameSide(polity, view.Polity)) own += Band.Men(view[force].Men);
            else if (view.Hostile(polity)) theirs += Band.Men(view[force].Men);
        }
        return own + theirs == 0 ? 0 : (int)((own - theirs) * Hope / (own + theirs));
    }
}
