using Yanyun.Engine.Rules;

namespace Yanyun.Engine;

/// <summary>
/// What men make of what they are told: a commander of an order, the holder of a seat of an edict, a man of his arrest. As <see cref="Forecast"/>: by the
/// formulas of the rules, from one seat's view; no die is thrown, no truth read.
/// </summary>
public static class Compliance
{
    /// <summary>Most fear of the court that a holder of a seat is thought to have gathered since the first day. Estimate 100 - 400: one execution adds 100.</summary>
    public const int FearGathered = 200;

    /// <summary>Whether the commander of a force does what he is told to: only what leads forward may make him balk.</summary>
    /// <param name="kind">Of the order.</param>
    /// <param name="place">Where it is to go; none where it stays.</param>
    public static ObeyForecast Order(in View view, ForceId force, OrderKind kind, PlaceId place)
    {
        ref readonly var belief = ref view[force];
        var (ride, age) = (Forecast.RideTo(view, force), Forecast.AgeOf(view, force));
        if (age == 0 && belief.Place == view.Office.At) ride = default; // told to his face
        var man = view.LeaderHeardOf(force);
        var caution = man.Exists ? view.Scenario.Persons[man.Value].Caution : Host.UnnamedCaution;
        var (friends, enemies) = About(view, belief.Place, view.PolityOf(force));
        var (worst, likely) = (Against.Nothing, Against.Nothing);
        if (kind is OrderKind.Take or OrderKind.Relieve or OrderKind.March or OrderKind.Harass && (view.TraitsOf(force) & ForceTraits.Band) == 0)
        {
            likely = Before(belief, friends, enemies.Middle, ride.Middle + age);
            worst = Before(belief, friends, enemies.High, ride.High + age);
        }
        var certain = likely != Against.Nothing && Before(belief, friends, enemies.Low, ride.Low) != Against.Nothing;
        var stuck = belief.Doing == Doing.Routed && kind != OrderKind.Withdraw || belief.Doing == Doing.Besieged && place.Exists && place != belief.Place;
        var chance = stuck
            ? new Guess(0, 0, 1000)
            : new Guess(Does(worst, ride.High), Does(likely, ride.Middle), certain ? Does(likely, ride.Low) : 1000);
        return new ObeyForecast(chance, man, caution, friends, enemies, worst, stuck, age);

        int Does(Against why, int days) => why == Against.Nothing ? 1000 : Obedience.Boldness(caution, kind, days);
    }

    /// <summary>Grain that will be out by then, or more before him than he will go up against.</summary>
    private static Against Before(in ForceBelief belief, int friends, int enemies, int days) =>
        belief.SupplyDays != Unreported && belief.SupplyDays - days < Obedience.LeanDays && belief.SupplyDays < MostReported ? Against.Unfed
        : enemies > (long)friends * Obedience.BalksAt / 100 ? Against.Outnumbered : Against.Nothing;

    /// <summary>Days of grain where nobody has reported them, and from which a report says only that there is plenty.</summary>
    private const int Unreported = 255, MostReported = 254;

    /// <summary>Whether the holder of a seat does what an edict tells him.</summary>
    public static EdictForecast Edict(in View view, SeatId to, TaskKind task, PlaceId place)
    {
        var first = view.Scenario.Start![to];
        var man = view.FateOf(first.Holder) == PersonFate.Free ? first.Holder : PersonId.None;
        var repute = man.Exists ? view.Scenario.Persons[man.Value].Loyalty : Summons.UnratedLoyalty;
        var ambition = man.Exists ? view.Scenario.Persons[man.Value].Ambition : 500;
        var loyalty = Persuasion.Reputed(repute);
        var body = Largest(view, to);
        var at = body.Exists ? view[body].Place : first.At;
        var ride = Errand.RideTo(view, to);
        var (friends, enemies) = About(view, at, view.Scenario.Seats[to.Value].Polity);
        var book = view.Directed(to);
        var asked = book.AnsweredOn > 0 && book.Answer is Code.Delays or Code.Refuses ? 1 : 0;
        var stock = body.Exists ? view[body] : default;
        var since = body.Exists ? view.Today - stock.AsOf : 0;
        var (worst, likely, best) = (Sees(enemies.High, age: true), Sees(enemies.Middle, age: false), Sees(enemies.Low, age: false));
        if (task == TaskKind.Withdraw && at != place && enemies.High > 0 && likely == Against.Nothing) worst = Against.LeavesPressed;
        var chance = new Guess(
            Chance(loyalty.Low, 0, worst, ride.High), Chance(loyalty.Middle, 0, likely, ride.Middle), Chance(loyalty.High, FearGathered, best, ride.Low));
        return new EdictForecast(chance, man, loyalty, first.Authority, worst, asked > 0, ride, Errand.Answer(view, to), at);

        int Chance(int loyal, int fear, Against against, int days) =>
            Edicts.Chance(new Told(loyal, first.Fear + fear, ambition, first.Authority, days, asked, against), EdictWeights.Shipped);

        Against Sees(int enemy, bool age)
        {
            if (task == TaskKind.Withdraw)
                return at == place || (enemy == 0 && !body.Exists) ? Against.Nothing
                    : body.Exists && friends * 2 > enemy ? Against.LeavesWinning : Against.LeavesPressed;
            if (body.Exists && Before(stock, 1, 0, age ? ride.High + since : 0) == Against.Unfed) return Against.Unfed;
            return enemy > (long)friends * Obedience.BalksAt / 100 ? Against.Outnumbered : Against.Nothing;
        }
    }

    /// <summary>Whether a man gives himself up when the order for his arrest is read to him.</summary>
    public static ArrestForecast Arrest(in View view, PersonId person)
    {
        var (office, at) = Where(view, person);
        var repute = Persuasion.Reputed(view.Scenario.Persons[person.Value].Loyalty);
        var (ambition, court) = (view.Scenario.Persons[person.Value].Ambition, at == view.Office.At);
        var fear = office.Exists ? view.Scenario.Start![office].Fear : (short)0;
        var chance = view.FateOf(person) == PersonFate.Arrested
            ? new Guess(1000, 1000, 1000)
            : new Guess(
                Disgrace.Submits(repute.Low, fear, ambition, court), Disgrace.Submits(repute.Middle, fear, ambition, court),
                Disgrace.Submits(repute.High, office.Exists ? fear + FearGathered : 0, ambition, court));
        var ride = court ? default : Ride.Expected(Whole.Min(view.Atlas.RideLi(view.Office.At, at), World.LongestRide * Ride.UrgentLi), Post.Urgent, Handling.None);
        return new ArrestForecast(chance, repute, at, court, ride);
    }

    /// <summary>Where a man serves by repute: at his seat, with the body he leads, or at court.</summary>
    private static (SeatId Office, PlaceId At) Where(in View view, PersonId person)
    {
        for (byte s = 1; s < view.Scenario.Seats.Length; s++)
            if (view.Scenario.Start!.SeatTable[s].Holder == person) return (new SeatId(s), Errand.SeatAt(view, new SeatId(s)));
        for (short f = 1; f < view.ForceRows; f++)
            if (view.Knows(new ForceId(f)) && view.LeaderHeardOf(new ForceId(f)) == person) return (view.SeatOf(new ForceId(f)), view[new ForceId(f)].Place);
        return (SeatId.None, view.Office.At);
    }

    /// <summary>The largest body in the field of a command, as believed; none where none is known.</summary>
    internal static ForceId Largest(in View view, SeatId seat)
    {
        var (best, men) = (ForceId.None, 0);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            if (!view.Knows(id) || view.SeatOf(id) != seat || view[id].Doing == Doing.Gone || (view.TraitsOf(id) & (ForceTraits.Garrison | ForceTraits.Band)) != 0) continue;
            if (Band.Men(view[id].Men) > men) (best, men) = (id, Band.Men(view[id].Men));
        }
        return best;
    }

    /// <summary>Men of a side at a place, and of its enemies within a day's scouting, as believed.</summary>
    private static (int Friends, Guess Enemies) About(in View view, PlaceId place, PolityId polity)
    {
        var (friends, fresh, enemies) = (0, 0, 0);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || belief.Doing is Doing.Gone or Doing.Hidden) continue;
            var banner = view.BannerOf(id);
            var men = Band.Men(belief.Men);
            if (view.Scenario.SameSide(banner.Polity, polity)) friends += belief.Place == place ? men : 0;
            else if (view.Hostile(banner.Polity) && belief.Doing != Doing.Besieged && (banner.Traits & ForceTraits.Garrison) == 0
                && view.Today - belief.AsOf <= Forecast.Stale && Forecast.IsAbout(view.Atlas, place, belief.Place))
            {
                enemies += men;
                if (view.Today - belief.AsOf <= Forecast.Old) fresh += men;
            }
        }
        return (friends, new Guess(Forecast.Scouted(fresh, -1), enemies - (enemies - fresh) / 2, Forecast.Scouted(enemies, 1)));
    }
}
