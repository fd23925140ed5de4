using Yanyun.Engine.Rules;

namespace Yanyun.Engine;

/// <summary>
/// What an office does itself, or has others do who are not asked: letters, grain on the road, agents, memorials. As <see cref="Forecast"/>: by the formulas
/// of the rules, from one seat's view; no die is thrown, no truth read.
/// </summary>
public static class Errand
{
    /// <summary>Where another seat is thought to be: with its largest body in the field where it took the field on the first day, else at its town.</summary>
    public static PlaceId SeatAt(in View view, SeatId seat)
    {
        ref readonly var first = ref view.Scenario.Start![seat];
        return first.With.Exists && view.Knows(first.With) && view[first.With].Doing != Doing.Gone ? view[first.With].Place : first.At;
    }

    /// <summary>Days until a paper written today is read in another office.</summary>
    public static Guess RideTo(in View view, SeatId to) => Letter(view, to, Handling.Council, Own(view, to) ? Post.Urgent : Post.Horse);

    /// <summary>Days until its answer to a paper written today is on the desk.</summary>
    public static Guess Answer(in View view, SeatId to) => RideTo(view, to) + Letter(view, to, Handling.Office, Post.Horse);

    /// <summary>Days until a memorial or a letter of this office is opened in another.</summary>
    public static Guess MemorialTo(in View view, SeatId to) => Letter(view, to, Handling.Office, Post.Horse);

    private static Guess Letter(in View view, SeatId to, Handling handling, Post post)
    {
        var li = view.Atlas.RideLi(view.Office.At, SeatAt(view, to));
        return li == Atlas.NoWay ? new Guess(World.LongestRide, World.LongestRide, World.LongestRide) : Ride.Expected(li, post, handling);
    }

    private static bool Own(in View view, SeatId to) => view.Scenario.SameSide(view.Scenario.Seats[to.Value].Polity, view.Polity);

    /// <summary>What a memorial of this seat adds to its side at court, points of a thousand.</summary>
    public static int MemorialWeight(in View view) => Factions.WeightOf(view.Office.Trust, view.Kind);

    /// <summary>Days until the holder of the seat is at a place where he is to stay.</summary>
    public static int Journey(in View view, PlaceId to) => CommandRule.JourneyDays(view.Atlas.RideLi(view.Office.At, to));

    /// <summary>Days that a crossing is out of use once it is destroyed.</summary>
    public static int OutOfUse(CrossingKind kind) => kind == CrossingKind.Bridge ? MarchRule.BridgeAgainDays : MarchRule.BoatsAgainDays;

    /// <summary>Grain sent from one magazine to another.</summary>
    /// <param name="forecast">Of no meaning where there is no way.</param>
    /// <returns>Whether there is a way.</returns>
    public static bool Convoy(in View view, PlaceId from, PlaceId to, int shi, out ConvoyForecast forecast)
    {
        var (land, water, shut) = (0, 0, PlaceId.None);
        forecast = default;
        for (var at = from; at != to;)
        {
            var leg = view.Atlas.MarchNext(at, to);
            if (!leg.Exists) return false;
            if (view.Atlas[view.Atlas[leg].Route].Kind.IsWater()) water += view.Atlas[leg].Li;
            else land += view.Atlas[leg].Li;
            at = view.Atlas[leg].Other(at);
            if (at != to && !shut.Exists && (view.Hostile(view[at].Holder) || EnemyAt(view, at))) shut = at;
        }
        var line = new SupplyRule.Line(from, land, water, ForceId.None, PlaceId.None);
        var whole = line.Delivers(shi * (long)Provisions.ShengPerShi) / Provisions.ShengPerShi;
        var raided = whole - Whole.MulDiv(whole, SupplyRule.RaidedPerMille, 1000);
        forecast = new ConvoyForecast(
            shut.Exists ? new Guess(0, 0, whole) : new Guess(raided, whole, whole), Whole.Max(1, line.Days), land, water, shut, SupplyRule.RaidedPerMille);
        return true;
    }

    private static bool EnemyAt(in View view, PlaceId place)
    {
        for (short f = 1; f < view.ForceRows; f++)
        {
            ref readonly var belief = ref view[new ForceId(f)];
            if (belief.Known && belief.Place == place && belief.Doing is not (Doing.Gone or Doing.Hidden or Doing.Routed)
                && view.Today - belief.AsOf <= Forecast.Old && view.Hostile(view.PolityOf(new ForceId(f)))) return true;
        }
        return false;
    }

    /// <summary>Agents sent among the people of a place: whether they get there, and whether what they bring is enough.</summary>
    public static AgentsForecast Agents(in View view, PlaceId place)
    {
        var (least, most, towns) = (0, 0, 0);
        for (var at = view.Office.At; at != place;)
        {
            var leg = view.Atlas.RideNext(at, place);
            if (!leg.Exists) break;
            at = view.Atlas[leg].Other(at);
            if (!view.Hostile(view[at].Holder)) continue;
            towns++;
            most += UprisingRule.CaughtPerTown;
            if (Band.Men(view[at].Strength) >= SiegeRule.Watchmen) least += UprisingRule.CaughtPerTown;
        }
        (least, most) = (Whole.Min(UprisingRule.MostCaught, least), Whole.Min(UprisingRule.MostCaught, most));
        var li = view.Atlas.RideLi(view.Office.At, place);
        var days = li == Atlas.NoWay ? new Guess(World.LongestRide, World.LongestRide, World.LongestRide) : Ride.Expected(li, Post.Foot, Handling.Office);
        var discontent = (ToOurSide(view, place) - view.ReputedMood(place, view[place].Holder)) / 2 + view.ReputedGrievance(place);
        var (banners, fear) = Emboldened(view, place);
        var points = new Guess(
            discontent + Unrest.Agents - Whole.Min(Unrest.MostFear, fear.High), discontent + Unrest.Agents + banners - Whole.Min(Unrest.MostFear, fear.Middle),
            discontent + Unrest.Agents + banners + Unrest.MostContagion - Whole.Min(Unrest.MostFear, fear.Low));
        return new AgentsForecast(
            new Guess(1000 - most, 1000 - (least + most) / 2, 1000 - least), days, towns, new Guess(Rises(points.Low), Rises(points.Middle), Rises(points.High)),
            points, Unrest.Patience, Unrest.PatienceSd, Unrest.AgentDays, UprisingRule.Gifts);
    }

    /// <summary>How many places in a thousand bear no more than so many points.</summary>
    private static int Rises(int points) =>
        Fixed.ToPerMille(Fixed.NormalCdf(Fixed.Ratio(Whole.Clamp(points - Unrest.Patience, -4 * Unrest.PatienceSd, 4 * Unrest.PatienceSd), Unrest.PatienceSd)));

    private static int ToOurSide(in View view, PlaceId place)
    {
        for (byte p = 1; p < view.Scenario.Polities.Length; p++)
            if (view.Scenario.Polities[p].Claimant >= 0 && view.Scenario.SameSide(new PolityId(p), view.Polity)) return view.ReputedMood(place, new PolityId(p));
        return 0;
    }

    /// <summary>Armies of the seat's side that the people see, and hosts of their holder that cow them, in points; as believed.</summary>
    private static (int Banners, Guess Fear) Emboldened(in View view, PlaceId place)
    {
        var (banners, fresh, hosts) = (0L, 0, 0);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || belief.Doing is Doing.Gone or Doing.Hidden or Doing.Routed or Doing.Besieged) continue;
            var banner = view.BannerOf(id);
            if ((banner.Traits & ForceTraits.Garrison) != 0) continue;
            var (men, li) = (Band.Men(belief.Men), view.Atlas.RideLi(place, belief.Place));
            if (view.Scenario.SameSide(banner.Polity, view.Polity))
            {
                if ((banner.Traits & ForceTraits.Band) == 0 && li < Unrest.BannerLi) banners += (long)men * (Unrest.BannerLi - li) / Unrest.BannerLi;
            }
            else if (view.Hostile(banner.Polity) && view.Today - belief.AsOf <= Forecast.Stale && Forecast.IsAbout(view.Atlas, place, belief.Place))
            {
                hosts += men;
                if (view.Today - belief.AsOf <= Forecast.Old) fresh += men;
            }
        }
        return ((int)Whole.Min(Unrest.MostBanners, banners / Unrest.BannerMen),
            new Guess(Forecast.Scouted(fresh, -1) / Unrest.FearMen, (hosts - (hosts - fresh) / 2) / Unrest.FearMen, Forecast.Scouted(hosts, 1) / Unrest.FearMen));
    }
}
