namespace Yanyun.Engine.Rules;

/// <summary>
/// Hosts of parties at war that stand at one place, or within 15 li of each other on the road, judge each other. One that likes its chance
/// attacks; the other stands, goes behind its wall, or falls back if it can; then they fight (<see cref="Engagement"/>), and the beaten
/// run.
/// </summary>
/// <remarks>docs/rules/battle.md. Garrisons and men under siege are not in the field: <see cref="SiegeRule"/> has them.</remarks>
public static class BattleRule
{
    /// <summary>Hosts this near meet, li: the length of a corps drawn up with its outposts.</summary>
    public const int MeetLi = 15;
    /// <summary>A force that is attacked the day it comes up, or on the march, is surprised, per mille. Estimate 50 - 200.</summary>
    public const int SurpriseMarching = 100;
    /// <summary>One that has stood is surprised, per mille. Estimate 10 - 60.</summary>
    public const int SurpriseStanding = 30;
    /// <summary>Days after which a camp of besiegers has ditch and palisade.</summary>
    public const int LinesDays = 10;

    /// <summary>Whether anybody is at war: in peace the rules of war have nothing to look at.</summary>
    internal static bool AnyWar(World world)
    {
        foreach (ref readonly var polity in world.PolityTable.AsSpan())
            if (polity.Wars != 0) return true;
        return false;
    }

    public static void Daily(World world)
    {
        if (!AnyWar(world)) return;
        var (atPlaces, onLegs) = (world.AtPlaces, world.OnLegs);
        for (var f = world.NextAwake(0); f != 0; f = world.NextAwake(f))
        {
            ref readonly var force = ref world.ForceTable[f];
            if (world[force.Polity].Wars == 0 || !Afield(world, force)) continue;
            var place = PlaceOf(world, force);
            if (place.Exists && atPlaces.Enter(world, place.Value, force.Polity)) EnterSleepers(world, place);
            if (!force.At.Exists) onLegs.Enter(world, force.Leg.Value, force.Polity);
        }
        if (atPlaces.AtWar.Length + onLegs.AtWar.Length > 0) world.Muster();
        foreach (var p in atPlaces.AtWar) Meet(world, new Spot(new PlaceId(p)));
        foreach (var l in onLegs.AtWar) MeetOnRoad(world, new LegId(l));
        atPlaces.Clear();
        onLegs.Clear();
    }

    /// <summary>Who lies in quarters where somebody is awake can be met like him.</summary>
    private static void EnterSleepers(World world, PlaceId place)
    {
        world.Muster();
        for (var f = world.FirstAt(place); f.Exists; f = world.NextHere(f))
            if (!world.Awake.Is(f) && world[world[f].Polity].Wars != 0 && Afield(world, world[f])) world.AtPlaces.Enter(world, place.Value, world[f].Polity);
    }

    /// <summary>Whether a force is in the open, where it can meet and be met.</summary>
    public static bool Afield(World world, in Force force)
    {
        if (force.Doing is Doing.Gone or Doing.Besieged or Doing.Hidden) return false;
        if (!force.Mobile && force.At.Exists && !world.Hostile(world[force.At].Holder, force.Polity)) return false;
        if (force.Men == 0 || force.Doing == Doing.Routed && world.Today - force.FoughtOn < Acceptance.RestDays) return false;
        return (force.Traits & ForceTraits.Band) == 0 || !Bands.SlipsThrough(world, force);
    }

    /// <summary>The place a force counts at: where it stands, or the end of its leg within 15 li; none in mid-road.</summary>
    public static PlaceId PlaceOf(World world, in Force force)
    {
        if (force.At.Exists) return force.At;
        ref readonly var leg = ref world.Atlas[force.Leg];
        int before = force.LegLi, beyond = leg.Li - force.LegLi;
        if (Whole.Min(before, beyond) > MeetLi) return PlaceId.None;
        return before < beyond || (before == beyond && force.Toward == leg.From) ? leg.From : leg.To;
    }

    /// <summary>Whether two of these polities are at war, bit by polity.</summary>
    internal static bool AtWar(World world, int polities)
    {
        if ((polities & (polities - 1)) == 0) return false; // nobody, or one alone
        for (var rest = polities; rest != 0; rest &= rest - 1)
            if ((world.PolityTable[System.Numerics.BitOperations.TrailingZeroCount(rest)].Wars & polities) != 0) return true;
        return false;
    }

    /// <summary>All bodies at a place; land with land, boats with boats.</summary>
    private static void Meet(World world, Spot at)
    {
        Span<short> here = stackalloc short[world.ForceRows];
        for (var boats = 0; boats < 2; boats++)
        {
            var count = 0;
            for (var f = world.FirstAt(at.Place); f.Exists; f = world.NextHere(f))
                if (Takes(world, world[f], boats == 1)) here[count++] = f.Value;
            foreach (var leg in world.Atlas.LegsAt(at.Place))
                for (var f = world.FirstOn(leg); f.Exists; f = world.NextHere(f))
                    if (Takes(world, world[f], boats == 1) && PlaceOf(world, world[f]) == at.Place) here[count++] = f.Value;
            Face(world, at, here[..count], boats == 1);
        }
    }

    /// <summary>On the road: the nearest pair at war, and all within reach of either.</summary>
    private static void MeetOnRoad(World world, LegId leg)
    {
        Span<short> here = stackalloc short[world.ForceRows];
        Span<short> near = stackalloc short[world.ForceRows];
        var count = 0;
        for (var f = world.FirstOn(leg); f.Exists; f = world.NextHere(f))
            if (Takes(world, world[f], boats: false)) here[count++] = f.Value;
        int best = MeetLi + 1, first = 0, second = 0;
        for (var i = 0; i < count; i++)
            for (var k = i + 1; k < count; k++)
            {
                ref readonly var a = ref world.ForceTable[here[i]];
                ref readonly var b = ref world.ForceTable[here[k]];
                var gap = Whole.Abs(a.LegLi - b.LegLi);
                if (gap >= best || !world.Hostile(a.Polity, b.Polity)) continue;
                (best, first, second) = (gap, a.LegLi, b.LegLi);
            }
        if (best > MeetLi) return;
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            var li = world.ForceTable[here[i]].LegLi;
            if (Whole.Min(Whole.Abs(li - first), Whole.Abs(li - second)) <= MeetLi) near[found++] = here[i];
        }
        ref readonly var l = ref world.Atlas[leg];
        var middle = (first + second) / 2;
        Face(world, new Spot(middle * 2 < l.Li ? l.From : l.To, leg, (short)middle), near[..found], boats: false);
    }

    private static bool Takes(World world, in Force force, bool boats) =>
        (force.Traits & ForceTraits.Fleet) != 0 == boats && force.FoughtOn != world.Today && Afield(world, force);

    /// <summary>Parts those present into two sides, and lets both judge.</summary>
    private static void Face(World world, Spot at, scoped ReadOnlySpan<short> here, bool boats)
    {
        PolityId one = default, two = default;
        for (var i = 0; i < here.Length && !two.Exists; i++)
            for (var k = i + 1; k < here.Length && !two.Exists; k++)
            {
                var (p, q) = (world.ForceTable[here[i]].Polity, world.ForceTable[here[k]].Polity);
                if (world.Hostile(p, q)) (one, two) = (p, q);
            }
        if (!two.Exists) return;
        Span<short> rowsA = stackalloc short[world.ForceRows];
        Span<short> rowsB = stackalloc short[world.ForceRows];
        var a = new Host(rowsA);
        var b = new Host(rowsB);
        foreach (var f in here)
        {
            var polity = world.ForceTable[f].Polity;
            if (world.Scenario.SameSide(polity, one)) a.Add(new ForceId(f));
            else if (world.Scenario.SameSide(polity, two)) b.Add(new ForceId(f));
        }
        Prepare(world, at, ref a);
        Prepare(world, at, ref b);
        var field = Field.Of(boats ? Terrain.Marsh : GroundOf(world, at));
        var (chanceA, chanceB) = (Sees(world, a, b, field), Sees(world, b, a, field));
        bool wantsA = Acceptance.Attacks(world, a, at, chanceA), wantsB = Acceptance.Attacks(world, b, at, chanceB);
        if (wantsA && (!wantsB || chanceA >= chanceB)) Attack(world, at, ref a, ref b, field, boats);
        else if (wantsB) Attack(world, at, ref b, ref a, field, boats);
    }

    private static void Prepare(World world, Spot at, ref Host host)
    {
        host.Count(world);
        ref readonly var place = ref world[at.Place];
        var within = !at.Leg.Exists && place.Walls > 0 && place.Holder.Exists && world.Scenario.SameSide(place.Holder, host.Polity);
        if (within && world[host.Lead].At == at.Place) host.Wall = at.Place;
    }

    private static int Sees(World world, in Host self, in Host enemy, in Field field) =>
        Acceptance.Believed(world, self, self.Side, enemy, enemy.Side with { Posture = PostureOf(world, enemy) }, field, attacking: true);

    private static Terrain GroundOf(World world, Spot at) =>
        at.Leg.Exists ? world.Atlas[world.Atlas[at.Leg].Route].Terrain : world.Atlas[at.Place].Terrain;

    /// <summary>
    /// On the march open; halted since yesterday, drawn up; in siege lines of ten days, or at a pass or fort of its own, behind works.
    /// </summary>
    private static Posture PostureOf(World world, in Host host)
    {
        ref readonly var lead = ref world[host.Lead];
        if (!lead.At.Exists || lead.Doing is not (Doing.Standing or Doing.Besieging)) return Posture.Open;
        var halted = world.Today - lead.HaltedOn;
        if (lead.Doing == Doing.Besieging) return halted >= LinesDays ? Posture.Fortified : halted > 0 ? Posture.Prepared : Posture.Open;
        var works = world.Atlas[lead.At].Kind is PlaceKind.Pass or PlaceKind.Fort
            && world.Scenario.SameSide(world[lead.At].Holder, lead.Polity);
        return works ? Posture.Fortified : halted > 0 ? Posture.Prepared : Posture.Open;
    }

    private static void Attack(World world, Spot at, ref Host attacker, ref Host defender, in Field field, bool boats)
    {
        var posture = PostureOf(world, defender);
        var key = world[attacker.Lead].Key ^ Key.Mix(world[defender.Lead].Key);
        var surprise = world.ChanceAt(at.Place).PerMille(Purpose.Surprise, key) < (posture == Posture.Open ? SurpriseMarching : SurpriseStanding);
        var cut = !boats && Retreat.Cut(world, defender.Lead, defender.Men);
        var own = defender.Side with { Posture = posture };
        var chance = Acceptance.Believed(world, defender, own, attacker, attacker.Side, field, attacking: false);
        if (!Acceptance.Stands(world, defender, at, chance))
        {
            var inside = Acceptance.GoesInside(world, defender);
            if (inside || Acceptance.GetsAway(world, defender, attacker, surprise, cut))
            {
                Decline(world, at, defender, attacker.Lead, inside ? Doing.Besieged : Doing.Retreating, chance);
                return;
            }
            own = own with { Posture = Posture.Open };
        }
        attacker.Side = attacker.Side with { Surprises = surprise,
            RetreatCut = !boats && !attacker.Wall.Exists && Retreat.Cut(world, attacker.Lead, attacker.Men) };
        defender.Side = own with { RetreatCut = cut && !defender.Wall.Exists };
        CallFromWithin(world, at, ref attacker);
        Clash.Fight(world, at, FightKind.Field, ref attacker, ref defender, field, Because(world, attacker.Lead));
    }

    /// <summary>The besieged come out when a host of their side falls on the besiegers: three times in five the signals are seen.</summary>
    private static void CallFromWithin(World world, Spot at, ref Host attacker)
    {
        if (at.Leg.Exists || !world[at.Place].Siege.Exists || !world.Scenario.SameSide(world[at.Place].Holder, attacker.Polity)) return;
        var before = attacker.Side;
        var joined = false;
        for (var f = world.FirstAt(at.Place); f.Exists; f = world.NextHere(f))
        {
            ref readonly var force = ref world[f];
            if (force.Doing != Doing.Besieged || !force.Mobile || !world.Scenario.SameSide(force.Polity, attacker.Polity)) continue;
            if (world.ChanceAt(at.Place).PerMille(Purpose.Sally, force.Key, 1) >= SignalsSeen) continue;
            attacker.Add(f);
            joined = true;
        }
        if (!joined) return;
        var lead = (attacker.Lead, attacker.Chief);
        attacker.Count(world);
        (attacker.Lead, attacker.Chief) = lead;
        attacker.Side = attacker.Side with { Surprises = before.Surprises,
            RetreatCut = before.RetreatCut, LeadershipTenths = before.LeadershipTenths };
    }

    /// <summary>Those inside see the signals of a relief and come out, per mille. Estimate 300 - 900.</summary>
    public const int SignalsSeen = 600;

    /// <summary>Why a force fights: the order it lives by, else the last fight or rout it was in.</summary>
    public static EventRef Because(World world, ForceId force) =>
        world[force].TaskCause.Exists ? world[force].TaskCause : world[force].Wound;

    private static void Decline(World world, Spot at, in Host host, ForceId before, Doing doing, int chance)
    {
        for (var i = 0; i < host.Bodies; i++)
        {
            ref readonly var force = ref world[host[i]];
            var does = doing == Doing.Besieged && force.At != at.Place ? Doing.Retreating : doing;
            if (force.Doing == Doing.Routed || force.Doing == does) continue;
            world.Emit(new BattleDeclined(host[i], before, at, does, (short)chance), Because(world, before));
        }
    }
}
