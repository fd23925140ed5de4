namespace Yanyun.Engine.Rules;

/// <summary>
/// Towns called upon to open. A host sent to take something summons what it comes before, and its riders carry letters to every town within
/// a day's march; each weighs what stands before it and what its neighbours did this week. So towns fall in clusters or not at all.
/// </summary>
/// <remarks>How a town weighs it: <see cref="Summons"/>. Numbers and grounds: docs/rules/surrender.md.</remarks>
public static class SurrenderRule
{
    /// <summary>A town is not asked again within so many days. Estimate 5 - 10.</summary>
    public const int AskAgainDays = 7;
    /// <summary>How far letters of a host go, in weighted li: a day's march of horse. Estimate 40 - 90.</summary>
    public const int DayLi = 90;
    /// <summary>Men from which a force on its way frightens towns it does not stand before. Estimate 2,000 - 6,000.</summary>
    public const int HostMen = 3000;

    /// <summary>
    /// An army of the town's side this near its match and at hand, per mille of the host, keeps letters from the gate: no town goes to
    /// and fro between two hosts. Estimate 300 - 1000.
    /// </summary>
    public const int ShieldedPerMille = 500;

    /// <summary>
    /// How far the letters of a host in a great city just taken go, in weighted li. Estimate 250 - 500: from Kaifeng, in 1140, to the counties of all Henan.
    /// </summary>
    public const int CircularLi = 400;

    public static void Daily(World world)
    {
        if (!BattleRule.AnyWar(world)) return;
        Circulate(world);
        var mustered = false;
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (world[force.Polity].Wars == 0 || !Advances(world, force) || force.Men < HostMen) continue;
            var at = force.At.Exists ? force.At : BattleRule.PlaceOf(world, force);
            if (!at.Exists) at = force.Toward;
            if (!at.Exists) continue;
            var id = new ForceId(f);
            foreach (var near in world.Atlas.Near(at))
            {
                ref readonly var place = ref world[near];
                if (!world.Hostile(force.Polity, place.Holder) || place.Siege.Exists || !IsTown(world, near)) continue;
                // A letter that came before the host did is not the host before the gate.
                var came = near == force.At && force.Doing == Doing.Standing && place.SummonedOn < force.HaltedOn;
                if (place.SummonedOn != 0 && world.Today - place.SummonedOn < AskAgainDays && !came) continue;
                if (near != at && world.Atlas.MarchCost(at, near) > DayLi) continue;
                if (near == force.At && force.Target == near && force.Task == TaskKind.Take) continue; // before it to take it: the siege asks
                if (!mustered) world.Muster();
                mustered = true;
                if (HeldByField(world, near) || Summons.HopeOfRelief(world, near, force.Men) >= ShieldedPerMille) continue;
                Summon(world, near, id, byOrder: false, BattleRule.Because(world, id));
                if (!world[id].Alive) break;
            }
        }
    }

    /// <summary>Days until such letters go out, and li a day of those who carry them, a small escort with each. Estimates 2 - 6, 40 - 90.</summary>
    public const int CircularDays = 4, EscortLi = 60;

    /// <summary>
    /// A capital or superior prefecture has fallen: letters of those who have it go round the country that looked to it, with small escorts. Each
    /// town gets one, but those that a host is sent to take: there it asks for itself.
    /// </summary>
    private static void Circulate(World world)
    {
        foreach (var city in world.Atlas.GreatCities)
        {
            var days = world.Today - world[city].HeldSince;
            if (days < CircularDays || days > CircularDays + CircularLi / EscortLi || world[city].HeldSince == 0 || world[world[city].Holder].Wars == 0) continue;
            world.Muster();
            var by = HostAbout(world, city);
            if (!by.Exists) continue;
            for (short t = 1; t < world.PlaceTable.Length; t++)
            {
                var town = new PlaceId(t);
                var li = world.Atlas.MarchCost(city, town);
                if (town == city || li > CircularLi || li / EscortLi + CircularDays != days) continue;
                ref readonly var place = ref world[town];
                if (!world.Hostile(world[by].Polity, place.Holder) || place.Siege.Exists || !IsTown(world, town)) continue;
                if (place.SummonedOn != 0 && world.Today - place.SummonedOn < AskAgainDays) continue;
                if (HeldByField(world, town) || IsMarked(world, town, world[by].Polity)) continue;
                if (Summons.HopeOfRelief(world, town, world[by].Men) >= ShieldedPerMille) continue;
                Summon(world, town, by, byOrder: false, world[city].Taken);
                if (!world[by].Alive) break;
            }
        }
    }

    /// <summary>A force of the side is on its way to take the place. Reads the muster.</summary>
    private static bool IsMarked(World world, PlaceId town, PolityId polity)
    {
        foreach (var (f, _) in world.MobileForces)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (force.Task == TaskKind.Take && force.Target == town && world.Scenario.SameSide(force.Polity, polity)) return true;
        }
        return false;
    }

    /// <summary>The largest host of a city's holder in it or near it; none under <see cref="HostMen"/>. Reads the muster.</summary>
    private static ForceId HostAbout(World world, PlaceId city)
    {
        var best = ForceId.None;
        foreach (var (f, at) in world.MobileForces)
        {
            if (at == 0 || at != city.Value && world.Atlas.MarchCost(city, new PlaceId(at)) > Summons.NeighbourLi) continue;
            ref readonly var force = ref world.ForceTable[f];
            if (force.Men < HostMen || !world.Scenario.SameSide(force.Polity, world[city].Holder) || !BattleRule.Afield(world, force)) continue;
            if (force.Doing is Doing.Routed or Doing.Retreating) continue;
            if (!best.Exists || force.Men > world[best].Men) best = new ForceId(f);
        }
        return best;
    }

    /// <summary>Calls on a town to open, and lets it answer.</summary>
    /// <returns>Whether the town is now the summoner's.</returns>
    public static bool Summon(World world, PlaceId place, ForceId by, bool byOrder, EventRef cause)
    {
        if (!world.Plays(RuleSwitch.Surrender)) return false;
        var summoned = world.Emit(new TownSummoned(place, by, byOrder), cause);
        var answer = Summons.Weigh(world, place, by);
        if (answer.Chance <= world.ChanceAt(place).PerMille(Purpose.Summons, world.Atlas[place].Key))
        {
            world.Emit(new SummonsRefused(place, by, world[place].Officer, (short)answer.Chance, answer.Ground), summoned);
            return false;
        }
        var within = new Host(stackalloc short[world.ForceRows]);
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
            if (Camp.Within(world, world[f], place)) within.Add(f);
        if (world[place].Officer.Exists && world.ChanceAt(place).PerMille(Purpose.Defect, world.Atlas[place].Key) < answer.Flees)
            Abandon(world, place, by, ref within, summoned);
        else
            Open(world, place, by, ref within, summoned);
        return true;
    }

    /// <summary>
    /// Letters go to where an official sits; fords, bridges and fields of old battles are taken by standing there. A capital answers nobody but the host
    /// before its walls: Kaifeng, Yingtian and Luoyang opened in 1140 to those who had come, other towns to letters.
    /// </summary>
    private static bool IsTown(World world, PlaceId place) => world.Atlas[place].Kind
        is not (PlaceKind.Capital or PlaceKind.Site or PlaceKind.Camp or PlaceKind.Ford or PlaceKind.Bridge or PlaceKind.None);

    private static bool Advances(World world, in Force force)
    {
        if (!force.Mobile || (force.Traits & ForceTraits.Fleet) != 0) return false;
        if (force.Doing is not (Doing.Marching or Doing.Standing or Doing.Waiting or Doing.Besieging)) return false;
        if (force.Task == TaskKind.Take || force.Task == TaskKind.Follow && world[force.TargetForce].Task == TaskKind.Take) return true;
        // A host that halts before a hostile town asks it, whatever it was sent for.
        return force.At.Exists && force.Doing == Doing.Standing && world.Hostile(force.Polity, world[force.At].Holder);
    }

    /// <summary>Letters from the road are for towns: where a field force stands, its commander answers only the host before him.</summary>
    private static bool HeldByField(World world, PlaceId place)
    {
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
        {
            ref readonly var force = ref world[f];
            if (force.Mobile && force.Alive && force.Men > 0 && world.Scenario.SameSide(force.Polity, world[place].Holder)) return true;
        }
        return false;
    }

    private static void Abandon(World world, PlaceId place, ForceId by, ref Host within, EventRef summoned)
    {
        var fled = world.Emit(new OfficerFled(place, world[place].Officer, by), summoned);
        Fall.ShareFate(world, place, by, ref within, fled);
        Fall.Disperse(world, place, fled);
        Fall.Take(world, place, by, Taking.Abandoned, fled);
    }

    /// <summary>The officer keeps his post and his men; a field force that was inside does not go over with him.</summary>
    private static void Open(World world, PlaceId place, ForceId by, ref Host within, EventRef summoned)
    {
        for (var i = 0; i < within.Bodies; i++)
            if (!world[within[i]].Mobile) world.Emit(new GarrisonTurned(within[i], place, world[within[i]].Men), summoned);
        Fall.ShareFate(world, place, by, ref within, summoned);
        Fall.Take(world, place, by, Taking.Opened, summoned);
    }
}
