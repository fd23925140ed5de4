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

    public static void Daily(World world)
    {
        if (!BattleRule.AnyWar(world)) return;
        var mustered = false;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (force.Men < HostMen || world[force.Polity].Wars == 0 || !Advances(world, force)) continue;
            var at = force.At.Exists ? force.At : BattleRule.PlaceOf(world, force);
            if (!at.Exists) at = force.Toward;
            if (!at.Exists) continue;
            var id = new ForceId(f);
            foreach (var near in world.Atlas.Near(at))
            {
                ref readonly var place = ref world[near];
                if (!world.Hostile(force.Polity, place.Holder) || place.Siege.Exists || !IsTown(world, near)) continue;
                if (place.SummonedOn != 0 && world.Today - place.SummonedOn < AskAgainDays) continue;
                if (near != at && world.Atlas.MarchCost(at, near) > DayLi) continue;
                if (near == force.At && force.Target == near) continue; // before it to take it: the siege asks
                if (!mustered) world.Muster();
                mustered = true;
                if (HeldByField(world, near) || Summons.HopeOfRelief(world, near, force.Men) >= ShieldedPerMille) continue;
                Summon(world, near, id, byOrder: false, BattleRule.Because(world, id));
                if (!world[id].Alive) break;
            }
        }
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
            world.Emit(new SummonsRefused(place, by, world[place].Officer, (short)answer.Chance), summoned);
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

    /// <summary>Letters go to where an official sits; fords, bridges and fields of old battles are taken by standing there.</summary>
    private static bool IsTown(World world, PlaceId place) =>
        world.Atlas[place].Kind is not (PlaceKind.Site or PlaceKind.Camp or PlaceKind.Ford or PlaceKind.Bridge or PlaceKind.None);

    private static bool Advances(World world, in Force force)
    {
        if (!force.Mobile || (force.Traits & ForceTraits.Fleet) != 0) return false;
        if (force.Doing is not (Doing.Marching or Doing.Standing or Doing.Waiting or Doing.Besieging)) return false;
        return force.Task == TaskKind.Take || (force.Task == TaskKind.Follow && world[force.TargetForce].Task == TaskKind.Take);
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
