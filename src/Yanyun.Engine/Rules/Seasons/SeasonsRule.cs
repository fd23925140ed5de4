namespace Yanyun.Engine.Rules;

/// <summary>
/// The year turns: lunar months begin, a winter is mild or hard, harvests are good or bad by region, grass feeds the horses or does not; and
/// the dated facts that no seat decides come to pass.
/// </summary>
/// <remarks>Grounds: docs/rules/seasons.md.</remarks>
public static class SeasonsRule
{
    /// <summary>Day of the Julian year, month x 100 + day, on which a winter shows what it will be.</summary>
    public const int WinterShows = 1201;
    /// <summary>The main harvest is in. The small one of wheat in June fills houses half.</summary>
    public const int MainHarvest = 1015, WheatHarvest = 620;
    /// <summary>Horses live half by grazing between these days. Estimate +-20 days.</summary>
    public const int GrassFrom = 415, GrassTo = 1015;
    /// <summary>A granary after a usual harvest, sheng a household: F-STORE-1, 0.6 shi (0.3 - 1.2).</summary>
    public const int GranaryPerHousehold = 60;

    public static void Daily(World world)
    {
        var scenario = world.Scenario;
        while (world.Clock.NextMonth < scenario.MonthStarts.Length && scenario.MonthStarts[world.Clock.NextMonth] <= world.Today)
            world.Emit(new MonthBegan(world.Clock.NextMonth), EventRef.None);
        while (world.Clock.NextGiven < scenario.Givens.Length && scenario.Givens[world.Clock.NextGiven].Day <= world.Today)
            Happen(world, world.Clock.NextGiven++);
        int monthDay = world.Clock.MonthDay;
        if (monthDay == WinterShows)
            world.Emit(new WinterSet((short)world.Chance.PerMille(Purpose.Winter, scenario.Key)), EventRef.None);
        if (monthDay is MainHarvest or WheatHarvest) Harvest(world, monthDay == WheatHarvest);
    }

    /// <summary>Whether a lunar month begins today; one that began with the scenario is settled on its first day.</summary>
    public static bool MonthBegins(World world) =>
        world.Clock.NextMonth > 0 && Whole.Max(1, (int)world.Scenario.MonthStarts[world.Clock.NextMonth - 1]) == world.Today;

    /// <summary>Whether the next lunar month begins in so many days.</summary>
    public static bool MonthBeginsIn(World world, int days) =>
        world.Clock.NextMonth < world.Scenario.MonthStarts.Length && world.Scenario.MonthStarts[world.Clock.NextMonth] == world.Today + days;

    /// <summary>A day of the Julian year as month x 100 + day; today's is kept in the clock.</summary>
    internal static int MonthDay(Day day)
    {
        var date = JulianDate.Of(day);
        return date.Month * 100 + date.DayOfMonth;
    }

    /// <summary>Whether horses find grass.</summary>
    public static bool Grass(World world) => world.Clock.MonthDay is >= GrassFrom and < GrassTo;

    private static void Harvest(World world, bool wheat)
    {
        var year = 0;
        for (byte region = 0; region < world.Atlas.RegionCount; region++) year += Draw(world, region);
        year /= Whole.Max(1, world.Atlas.RegionCount);
        for (byte region = 0; region < world.Atlas.RegionCount; region++)
        {
            var perMille = (short)(Draw(world, region) / (wheat ? 2 : 1));
            long stores = 0, forage = 0;
            for (short p = 1; p < world.Atlas.PlaceRows; p++)
            {
                if (world.Atlas.Places[p].Region != region) continue;
                var (more, found) = Yield(world, new PlaceId(p), perMille);
                stores += more;
                forage += found;
            }
            if (stores != 0 || forage != 0) world.Emit(new HarvestGathered(region, perMille, (short)(wheat ? 0 : year), stores, forage), EventRef.None);
        }
    }

    /// <summary>0.5, 0.75, 1.0, 1.15 of a usual harvest with chances 5, 20, 50, 25% (F-GRAIN-1), per mille.</summary>
    private static int Draw(World world, byte region)
    {
        var die = world.Chance.PerMille(Purpose.Harvest, region);
        return die < 50 ? 500 : die < 250 ? 750 : die < 750 ? 1000 : 1150;
    }

    /// <summary>
    /// What a harvest brings to a place: its granary is filled up to <see cref="GranaryPerHousehold"/>, less where people bear a grudge; the
    /// country round it holds again what its people can store. A besieged place reaps nothing.
    /// </summary>
    internal static (int Stores, int Forage) Yield(World world, PlaceId id, int perMille)
    {
        ref readonly var place = ref world[id];
        if (place.Siege.Exists || !place.Holder.Exists) return (0, 0);
        var full = (long)place.Households * GranaryPerHousehold * perMille / 1000 * (1000 - place.Grievance) / 1000;
        var stores = Whole.Max(0, full - place.Stores);
        var people = world.Scenario.Start!.PlaceTable[id.Value].Households;
        long usual = world.Scenario.Start!.PlaceTable[id.Value].Forage;
        if (people > 0) usual = usual * Whole.Min(place.Households, people * 2) / people;
        var forage = Whole.Max(0, usual * perMille / 1000 - place.Forage);
        return ((int)Whole.Min(int.MaxValue / 4, stores), (int)Whole.Min(int.MaxValue / 4, forage));
    }

    private static void Happen(World world, short row)
    {
        ref readonly var given = ref world.Scenario.Givens[row];
        ref readonly var force = ref world[given.Force];
        if (given.Kind == GivenKind.Raised)
        {
            var held = given.Place.Exists && world.Scenario.SameSide(force.Polity, world[given.Place].Holder);
            if (force.Alive)
                world.Emit(new ForceRaised(given.Force, given.Place, given.Men, 0), EventRef.None);
            else if (held && force.Men > 0)
                world.Emit(new ForceRaised(given.Force, given.Place, force.Men, force.Grain), EventRef.None);
            else
                world.Emit(new GivenLapsed(row), EventRef.None);
            return;
        }
        if (!force.Alive || force.Men == 0)
        {
            world.Emit(new GivenLapsed(row), EventRef.None);
            return;
        }
        var all = given.Men <= 0 || given.Men >= force.Men;
        var arms = new Arms(force.Foot, force.LightHorse, force.HeavyHorse, force.Militia, force.Boats);
        world.Emit(new ForceDisbanded(given.Force, all ? arms : arms.Part(given.Men), force.Grain, all), EventRef.None);
    }
}
