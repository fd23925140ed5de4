using Yanyun.Engine.Rules;

namespace Yanyun.Engine;

/// <summary>
/// What an order promises, reckoned from one seat's view by the formulas of the rules themselves (<see cref="Odds"/>, <see cref="Storming"/>,
/// <see cref="MarchRate"/>, <see cref="Rules.Ride"/>): equal views give equal figures. No die is thrown and nothing of the truth is read.
/// </summary>
public static class Forecast
{
    /// <summary>Morale that a seat reckons with, since nobody reports it: that of middling men.</summary>
    public const int MiddlingMorale = Storming.MiddlingMorale;
    /// <summary>Days after which news of an enemy on the move counts half, and after which it counts no more. Balance: he may be 900 li off.</summary>
    public const int Old = 20, Stale = 50;
    /// <summary>What ladders and engines lay open of a wall before a storm is dared, per mille. Estimate 0 - 400.</summary>
    private const int UsualBreach = 200;

    /// <summary>Men thought to hold a town of which nothing is told. Estimate: the common guard behind such walls, a half to twice as many.</summary>
    public static int CommonGuard(int walls) => 200 + 300 * walls;

    /// <summary>A fight for a force at a place, with those who go with it.</summary>
    /// <param name="attacks">It falls on who stands there; else it stands there itself, with all of its side, and is fallen on.</param>
    public static FightForecast Fight(in View view, ForceId force, PlaceId place, bool attacks)
    {
        var (own, enemy) = (default(Host), default(Host));
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || belief.Doing is Doing.Gone or Doing.Routed or Doing.Hidden) continue;
            var banner = view.BannerOf(id);
            var age = view.Today - belief.AsOf;
            if (id == force || (!attacks && belief.Place == place && Beside(view, banner)) || Follows(view, id, force))
                own.Add(view, id, belief, age: 0);
            else if (view.Hostile(banner.Polity) && age <= Stale && belief.Doing != Doing.Besieged && (banner.Traits & ForceTraits.Garrison) == 0
                && IsAbout(view.Atlas, place, belief.Place)) enemy.Add(view, id, belief, age);
        }
        var men = new Guess(Scouted(enemy.Fresh, -1), enemy.Men - (enemy.Men - enemy.Fresh) / 2, Scouted(enemy.Men, 1));
        var field = Field.Of(view.Atlas[place].Terrain);
        Guess chance = default;
        if (enemy.Bodies > 0)
        {
            // Who stands is drawn up by the second day; who moves is met as he is.
            var usual = attacks ? enemy.Stands : own.Stands;
            chance = new Guess(
                Chance(own, enemy, men.High, field, attacks, attacks ? Posture.Prepared : Posture.Open),
                Chance(own, enemy, men.Middle, field, attacks, usual ? Posture.Prepared : Posture.Open),
                Chance(own, enemy, Whole.Max(1, men.Low), field, attacks, attacks ? Posture.Open : Posture.Prepared));
        }
        return new FightForecast(chance, attacks, place, own.Men, own.Bodies, men, enemy.Bodies, enemy.Oldest, own.Chief, enemy.Chief);
    }

    private static int Chance(in Host own, in Host enemy, int enemyMen, in Field field, bool attacks, Posture stands)
    {
        var (mine, theirs) = (own.AsSide(own.Men), enemy.AsSide(enemyMen));
        return attacks ? Odds.WinChance(mine, theirs with { Posture = stands }, field) : 1000 - Odds.WinChance(theirs, mine with { Posture = stands }, field);
    }

    /// <summary>A storm of a town by a force and those who go with it or lie before the town with it.</summary>
    public static StormForecast Storm(in View view, ForceId force, PlaceId place)
    {
        var own = default(Host);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || belief.Doing is Doing.Gone or Doing.Routed or Doing.Hidden) continue;
            if (id == force || (belief.Place == place && belief.Doing == Doing.Besieging && Beside(view, view.BannerOf(id))) || Follows(view, id, force))
                own.Add(view, id, belief, age: 0);
        }
        var walls = view.Atlas[place].Walls;
        var garrison = Garrison(view, place, out var known);
        var quality = own.Men == 0 ? Storming.MiddlingQuality : (int)(own.Worth / own.Men);
        // Nobody reports a storm that was beaten off: who stands before the wall has seen it, others can only tell that a camp lies there.
        var seen = view.RepulsesSeen(place);
        var repulses = seen >= 0 ? new Guess(seen, seen, seen) : new Guess(0, 0, view[force].Place == place && view[force].Doing == Doing.Besieging ? Storming.MostRepulses : 0);
        var chance = new Guess(
            Storming.Chance(own.Men, garrison.High, walls, 0, prepared: true, stormers: quality, repulses: repulses.High),
            Storming.Chance(own.Men, garrison.Middle, walls, UsualBreach, prepared: true, stormers: quality, repulses: repulses.Middle),
            Storming.Chance(own.Men, garrison.Low, walls, UsualBreach, prepared: false, stormers: quality, repulses: repulses.Low));
        return new StormForecast(
            chance, place, own.Men, own.Bodies, garrison, known, walls, view.Today - view[place].AsOf, Blockade.MenToShutIn(garrison.Middle, walls), repulses, seen >= 0);
    }

    /// <summary>A sally by night of all that is shut in with a force, against the camp.</summary>
    public static FightForecast Sally(in View view, ForceId force)
    {
        var (own, enemy, place) = (default(Host), default(Host), view[force].Place);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var id = new ForceId(f);
            ref readonly var belief = ref view[id];
            if (!belief.Known || belief.Place != place || belief.Doing is Doing.Gone or Doing.Routed or Doing.Hidden) continue;
            if (view.Hostile(view.PolityOf(id)) && belief.Doing != Doing.Besieged) enemy.Add(view, id, belief, view.Today - belief.AsOf);
            else if (id == force || view.Scenario.SameSide(view.PolityOf(id), view.Polity)) own.Add(view, id, belief, age: 0);
        }
        var men = new Guess(Scouted(enemy.Fresh, -1), enemy.Men - (enemy.Men - enemy.Fresh) / 2, Scouted(enemy.Men, 1));
        var field = Field.Of(view.Atlas[place].Terrain);
        Guess chance = enemy.Bodies == 0 ? default : new Guess(Out(men.High), Out(men.Middle), Out(Whole.Max(1, men.Low)));
        return new FightForecast(chance, true, place, own.Men, own.Bodies, men, enemy.Bodies, enemy.Oldest, own.Chief, enemy.Chief);

        int Out(int camp) => Odds.WinChance(own.AsSide(own.Men) with { Surprises = true }, enemy.AsSide(camp), field);
    }

    /// <summary>Men who hold a town: as reported, with the error of scouts, or the common guard of its walls.</summary>
    /// <param name="known">Somebody reported how many.</param>
    internal static Guess Garrison(in View view, PlaceId place, out bool known)
    {
        var inside = 0;
        for (short f = 1; f < view.ForceRows; f++)
        {
            ref readonly var belief = ref view[new ForceId(f)];
            if (!belief.Known || belief.Place != place || belief.Doing is Doing.Gone or Doing.Routed or Doing.Hidden) continue;
            var banner = view.BannerOf(new ForceId(f));
            if (view.Hostile(banner.Polity) && (belief.Doing == Doing.Besieged || (banner.Traits & ForceTraits.Garrison) != 0)) inside += Band.Men(belief.Men);
        }
        var told = Whole.Max(Band.Men(view[place].Strength), inside);
        known = told > 0;
        var common = CommonGuard(view.Atlas[place].Walls);
        return known ? new Guess(Scouted(told, -1), told, Scouted(told, 1)) : new Guess(common / 2, common, common * 2);
    }

    /// <summary>The march of a force to a place, from when the order is written.</summary>
    /// <param name="forecast">Of no meaning where there is no way.</param>
    /// <returns>Whether there is a way.</returns>
    public static bool March(in View view, ForceId force, PlaceId to, Pace pace, out MarchForecast forecast)
    {
        ref readonly var belief = ref view[force];
        var (atlas, fleet, men) = (view.Atlas, (view.TraitsOf(force) & ForceTraits.Fleet) != 0, Band.Men(belief.Men));
        var (li, rivers, slow, usual, quick) = (0, 0, 0L, 0L, 0L);
        forecast = default;
        var riders = men * (belief.Arms & 15) / 16;
        // Nobody reports how many porters go with it: as many as soldiers at most, none at least.
        var (bare, laden, full) = (new Column(men - riders, riders), new Column(men - riders, riders, men / 2), new Column(men - riders, riders, men));
        for (var at = belief.Place; at != to;)
        {
            var next = fleet ? atlas.SailNext(at, to) : atlas.MarchNext(at, to);
            if (!next.Exists) return false;
            ref readonly var leg = ref atlas[next];
            ref readonly var route = ref atlas[leg.Route];
            li += leg.Li;
            quick += Thousandths(leg.Li, Rate(route, bare, pace, fleet));
            usual += Thousandths(leg.Li, Rate(route, laden, pace, fleet));
            slow += Thousandths(leg.Li, Rate(route, full, pace, fleet) * MarchRule.HungryPace / 1000);
            if (!fleet) Rivers(view, leg, men, ref rivers, ref quick, ref usual, ref slow);
            at = leg.Other(at);
        }
        var march = new Guess(Days(quick), Days(usual), Days(slow));
        forecast = new MarchForecast(RideTo(view, force), march, belief.Place, to, li, rivers, AgeOf(view, force));
        return true;
    }

    /// <summary>Days since a force was seen where it is believed; who commands it has before his eyes what stands where he is.</summary>
    public static int AgeOf(in View view, ForceId force) =>
        view.Commands(force) && view[force].Place == view.Office.At ? 0 : view.Today - view[force].AsOf;

    /// <summary>Days until an order given today is in the hands of a force.</summary>
    public static Guess RideTo(in View view, ForceId force)
    {
        var li = view.Atlas.RideLi(view.Office.At, view[force].Place);
        if (li == Atlas.NoWay) return new Guess(World.LongestRide, World.LongestRide, World.LongestRide);
        return Rules.Ride.Expected(li, Post.Urgent, view.Kind == SeatKind.Court ? Handling.Council : Handling.None);
    }

    private static int Rate(in Route route, in Column column, Pace pace, bool fleet) => route.Kind.IsWater()
        ? route.Kind == RouteKind.Sea ? MarchRule.SeaLi : fleet ? MarchRule.FleetLi : MarchRule.BoatedLi
        : MarchRate.Li(column, MarchRule.Ground(route), pace);

    private static long Thousandths(int li, int perDay) => li * 1000L / Whole.Max(1, perDay);

    private static int Days(long thousandths) => (int)((thousandths + 999) / 1000);

    /// <summary>Rivers of a leg: those of one spot are one, crossed where most get over. Whether boats or bridge are still there is not known.</summary>
    private static void Rivers(in View view, in Leg leg, int men, ref int rivers, ref long quick, ref long usual, ref long slow)
    {
        var today = JulianDate.Of(view.Date);
        var season = today.Month * 100 + today.DayOfMonth;
        for (short i = 0; i < leg.CrossingCount; i++)
        {
            ref readonly var crossing = ref view.Atlas.Crossings[leg.FirstCrossing + i];
            if (!Usable(view.Date, season, crossing)) continue;
            var best = true;
            for (short k = 0; k < leg.CrossingCount && best; k++)
            {
                ref readonly var other = ref view.Atlas.Crossings[leg.FirstCrossing + k];
                best = k == i || other.AtLi != crossing.AtLi || !Usable(view.Date, season, other)
                    || other.MenPerDay < crossing.MenPerDay || (other.MenPerDay == crossing.MenPerDay && k > i);
            }
            if (!best) continue;
            rivers++;
            var days = men * 1000L / crossing.MenPerDay;
            quick += days;
            usual += days;
            slow += 1000L * WayCapacity.Days(men, crossing.MenPerDay);
        }
    }

    private static bool Usable(Day date, int season, in Crossing crossing) =>
        crossing.InForce(date) && crossing.MenPerDay > 0 && crossing.InSeason(season) && !crossing.ColdWintersOnly;

    internal static bool IsAbout(Atlas atlas, PlaceId place, PlaceId at)
    {
        foreach (var near in atlas.Near(place))
            if (near == at) return true;
        return false;
    }

    private static bool Beside(in View view, in Banner banner) =>
        view.Scenario.SameSide(view.Polity, banner.Polity) && (banner.Traits & (ForceTraits.Garrison | ForceTraits.Fleet)) == 0;

    /// <summary>Told to go with it, and where it is.</summary>
    private static bool Follows(in View view, ForceId id, ForceId leader) =>
        view.Ordered(id) is { GivenOn: > 0, Task: TaskKind.Follow } book && book.TargetForce == leader && view[id].Place == view[leader].Place;

    /// <summary>Men as they may be where scouts count so many: a standard deviation of their error down or up.</summary>
    internal static int Scouted(int men, int deviations) => (int)Fixed.Scale(men, Fixed.Exp(deviations * Acceptance.ScoutError * Fixed.One / 100));

    /// <summary>Bodies that would fight as one.</summary>
    private struct Host
    {
        public int Bodies, Men, Fresh, Oldest;
        public PersonId Chief;
        public bool Stands;
        public long Worth;
        private int _horse, _most;

        public void Add(in View view, ForceId id, in ForceBelief belief, int age)
        {
            var men = Band.Men(belief.Men);
            Bodies++;
            Men += men;
            if (age <= Old) Fresh += men;
            Oldest = Whole.Max(Oldest, age);
            _horse += men * (belief.Arms & 15) / 16;
            Worth += (long)men * (belief.Arms >> 4) * 10;
            if (men <= _most) return;
            _most = men;
            Stands = belief.Doing is Doing.Standing or Doing.Besieging or Doing.Besieged;
            Chief = view.LeaderHeardOf(id);
            _leadership = Chief.Exists ? view.Scenario.Persons[Chief.Value].Leadership : Rules.Host.UnnamedLeadership;
        }

        private int _leadership;

        /// <summary>Horse is counted as light: what is under their coats is not reported.</summary>
        public readonly Side AsSide(int men)
        {
            var horse = Men == 0 ? 0 : Whole.MulDiv(men, _horse, Men);
            return new Side(new Arms(men - horse, horse, 0, 0, 0), Men == 0 ? Storming.MiddlingQuality : (int)(Worth / Men), MiddlingMorale, _leadership);
        }
    }
}
