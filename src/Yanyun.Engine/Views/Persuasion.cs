using Yanyun.Engine.Rules;

namespace Yanyun.Engine;

/// <summary>
/// What words promise where men are to be won rather than beaten: a town called upon to open (<see cref="Rules.Summons"/>), a man of the enemy offered a
/// place (<see cref="Bargain"/>). As <see cref="Forecast"/>: by the formulas of the rules, from one seat's view; no die is thrown, no truth read.
/// </summary>
public static class Persuasion
{
    /// <summary>How far the loyalty of a man may be from his repute of the first day, points of a thousand. Estimate 50 - 200: what the war does to him is not told.</summary>
    public const int LoyaltyError = 100;

    /// <summary>A summons by a force that stands at a place, with those of its side about.</summary>
    /// <param name="from">Where it sends the letter from.</param>
    public static SummonsForecast Summons(in View view, ForceId force, PlaceId place, PlaceId from)
    {
        var holder = view[place].Holder;
        var before = Whole.Max(1, Band.Men(view[force].Men) / Nearness(view.Atlas.MarchCost(place, from)));
        var (fresh, relief) = (0, 0);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || id == force || belief.Doing is Doing.Gone or Doing.Besieged or Doing.Hidden or Doing.Routed) continue;
            var banner = view.BannerOf(id);
            if ((banner.Traits & ForceTraits.Garrison) != 0) continue;
            var (li, age) = (view.Atlas.MarchCost(place, belief.Place), view.Today - belief.AsOf);
            if (view.Scenario.SameSide(banner.Polity, view.Polity))
            {
                if (li <= Rules.Summons.NeighbourLi) before += Band.Men(belief.Men) / Whole.Min(2, Nearness(li));
            }
            else if (view.Scenario.SameSide(banner.Polity, holder) && belief.Place != place && li <= Rules.Summons.ReliefLi
                && belief.Doing != Doing.Retreating && age <= Forecast.Stale)
            {
                relief += Band.Men(belief.Men);
                if (age <= Forecast.Old) fresh += Band.Men(belief.Men);
            }
        }
        var garrison = Forecast.Garrison(view, place, out var known);
        var (chief, loyalty) = WithinBy(view, place, garrison.Middle);
        var help = new Guess(Forecast.Scouted(fresh, -1), relief - (relief - fresh) / 2, Forecast.Scouted(relief, 1));
        var neighbours = Neighbours(view, place);
        var walls = view.Atlas[place].Walls;
        var (people, grievance) = (view.ReputedMood(place, holder), view.ReputedGrievance(place));
        var chance = new Guess(
            Chance(garrison.High, loyalty.High, help.High, 0), Chance(garrison.Middle, loyalty.Middle, help.Middle, 0),
            Chance(garrison.Low, loyalty.Low, help.Low, neighbours));
        return new SummonsForecast(chance, place, before, garrison, known, walls, chief, loyalty, help, neighbours, view.Today - view[place].AsOf);

        int Chance(int within, int loyal, int near, int gone) => Rules.Summons.Chance(
            new Plight(before, Whole.Max(1, within), walls, loyal, people, grievance, (int)Whole.Min(1000, near * 1000L / before), gone), SummonsWeights.Shipped);
    }

    /// <summary>A secret offer to the commander of a force.</summary>
    public static OfferForecast Offer(in View view, ForceId force, int strings)
    {
        var man = view.ReputedCommander(force);
        var loyalty = Reputed(man.Exists ? view.Scenario.Persons[man.Value].Loyalty : Rules.Summons.UnratedLoyalty);
        var men = Band.Men(view[force].Men);
        var own = new Guess(Forecast.Scouted(men, -1), men, Forecast.Scouted(men, 1));
        return Weigh(view, view[force].Place, force, man, view.PolityOf(force), loyalty, own, strings, view.Today - view[force].AsOf);
    }

    /// <summary>A secret offer to the officer of a town.</summary>
    public static OfferForecast Offer(in View view, PlaceId place, int strings)
    {
        var (man, loyalty) = OfficerOf(view, place);
        return Weigh(view, place, ForceId.None, man, view[place].Holder, loyalty, Forecast.Garrison(view, place, out _), strings, view.Today - view[place].AsOf);
    }

    private static OfferForecast Weigh(
        in View view, PlaceId here, ForceId force, PersonId man, PolityId lord, in Guess loyalty, Guess his, int strings, int age)
    {
        var (scenario, suitor) = (view.Scenario, view.Polity);
        var (suitors, about) = (0, 0);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || id == force || belief.Doing is Doing.Routed or Doing.Gone || (view.TraitsOf(id) & ForceTraits.Garrison) != 0) continue;
            if (belief.Place != here && view.Atlas.RideLi(here, belief.Place) > Bargain.LooksLi) continue;
            if (scenario.SameSide(view.PolityOf(id), suitor)) suitors += Band.Men(belief.Men);
            else if (scenario.SameSide(view.PolityOf(id), lord) && view.Today - belief.AsOf <= Forecast.Stale) about += Band.Men(belief.Men);
        }
        // What he knows of either side is as uncertain as what the seat knows of his.
        var ours = new Guess(Forecast.Scouted(suitors, -1), suitors, Forecast.Scouted(suitors, 1));
        his += new Guess(Forecast.Scouted(about, -1), about, Forecast.Scouted(about, 1));
        var office = view.ReputedToHoldOffice(man);
        var held = office ? Bargain.Office : 0;
        var odds = new Guess(
            Bargain.Reputed(scenario, man, loyalty.High, suitor, strings) + Bargain.Prospect(ours.Low, his.High) - held,
            Bargain.Reputed(scenario, man, loyalty.Middle, suitor, strings) + Bargain.Prospect(ours.Middle, his.Middle) - held,
            Bargain.Reputed(scenario, man, loyalty.Low, suitor, strings) + Bargain.Prospect(ours.High, his.Low) + (force.Exists ? Bargain.Fear : 0) - held);
        var answer = Ride.Expected(view.Atlas.RideLi(view.Office.At, here), Post.Foot, Handling.Office)
            + Ride.Expected(view.Atlas.RideLi(here, view.Office.At), Post.Foot, Handling.None);
        var devotion = DefectionRule.DevotionOf(loyalty.Middle);
        return new OfferForecast(
            new Guess(Bargain.PerMille(odds.Low), Bargain.PerMille(odds.Middle), Bargain.PerMille(odds.High)),
            new Guess(Listens(odds.Low), Listens(odds.Middle), Listens(odds.High)), answer, man, loyalty, ours, his, office,
            DefectionRule.Reports * devotion / 1000, force.Exists ? DefectionRule.Baits * devotion / 1000 : 0, age);

        int Listens(int log) => Bargain.PerMille(Bargain.ToListen(scenario, man, suitor, log));
    }

    /// <summary>A host a day off is before the gate; further off its letters count for less.</summary>
    private static int Nearness(int li) => li <= SurrenderRule.DayLi ? 1 : li <= Rules.Summons.NeighbourLi ? 2 : 4;

    /// <summary>Who decides inside: the commander of a field force larger than the guard, else the officer.</summary>
    private static (PersonId Chief, Guess Loyalty) WithinBy(in View view, PlaceId place, int guard)
    {
        var (lead, most) = (ForceId.None, guard);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || belief.Place != place || belief.Doing is Doing.Gone or Doing.Routed or Doing.Hidden) continue;
            if (!view.Hostile(view.PolityOf(id)) || (view.TraitsOf(id) & ForceTraits.Garrison) != 0 || Band.Men(belief.Men) <= most) continue;
            (lead, most) = (id, Band.Men(belief.Men));
        }
        if (!lead.Exists) return OfficerOf(view, place);
        var man = view.ReputedCommander(lead);
        return (man, Reputed(man.Exists ? view.Scenario.Persons[man.Value].Loyalty : Rules.Summons.UnratedLoyalty));
    }

    /// <summary>The officer of the first day; where the town has changed hands since, one who went over with it or one left there by who took it.</summary>
    private static (PersonId Man, Guess Loyalty) OfficerOf(in View view, PlaceId place) => view[place].Holder == view.FirstHolder(place)
        ? (view.ReputedOfficer(place), Reputed(view.ReputedOfficerLoyalty(place)))
        : (PersonId.None, new Guess(PlaceTaken.Surrendered, (PlaceTaken.Surrendered + PlaceTaken.OwnOfficer) / 2, PlaceTaken.OwnOfficer));

    internal static Guess Reputed(int loyalty) => new(Whole.Max(0, loyalty - LoyaltyError), loyalty, Whole.Min(1000, loyalty + LoyaltyError));

    private static int Neighbours(in View view, PlaceId place)
    {
        var gone = 0;
        for (short p = 1; p < view.Atlas.PlaceRows && gone < Rules.Summons.MostNeighbours; p++)
        {
            var other = new PlaceId(p);
            if (other != place && view.Ours(other) && !view.Scenario.SameSide(view.FirstHolder(other), view.Polity)
                && view.Atlas.MarchCost(other, place) <= Rules.Summons.NeighbourLi) gone++;
        }
        return gone;
    }
}
