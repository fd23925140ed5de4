namespace Yanyun.Engine.Rules;

/// <summary>
/// Who feeds an army: the granary where it stands, else convoys from a magazine its side holds within reach along an open road, else the
/// country round it, else what it carries; else it starves. Reckoned every ten days for who sits by his own granary, every third day for
/// who is in the field, and on the day of setting out.
/// </summary>
/// <remarks>Grounds and numbers: docs/rules/supply.md. Rations and loads: <see cref="Provisions"/>.</remarks>
public static partial class SupplyRule
{
    /// <summary>Days between reckonings by a granary, and in the field.</summary>
    public const int QuietDays = Awake.Digits, FieldDays = 3;
    /// <summary>Grain a granary keeps back for its own garrison, days. Estimate 20 - 60.</summary>
    public const int KeptBackDays = 30;
    /// <summary>Foragers bring in at most so many rations a mouth a day. Estimate 1 - 2.</summary>
    private const int ForageRations = 2;
    /// <summary>Sheng a rider brings in a day from places within a scout's ride, when the nearest is bare. Estimate 5 - 20.</summary>
    private const int RiderBrings = 10;
    /// <summary>Loyalty and grievance that stripping all the country round a place costs, 0-1000. Estimates 100 - 300, 150 - 500.</summary>
    private const int StripLoyalty = 200, StripGrievance = 300;
    /// <summary>Men who die or go away in a day without any food, per million: 15% in a month (10 - 20%).</summary>
    private const int StarvedPerMillion = 5_000;
    /// <summary>Irregulars go home to eat and come back: they lose a quarter of that. Estimate 1/10 - 1/2.</summary>
    private const int BandShare = 4;
    /// <summary>Morale lost in a day without any food, per mille. Estimate 8 - 25.</summary>
    private const int StarvedMorale = 12;
    /// <summary>Sheng a man on boats has room for. Estimate 100 - 400.</summary>
    private const int BoatmanLoad = 200;

    public static void Daily(World world)
    {
        if (SeasonsRule.MonthBeginsIn(world, Treasury.ReturnDays)) Treasury.Returns(world, EventRef.None);
        if (SeasonsRule.MonthBegins(world)) Treasury.Month(world);
        ConvoysArrive(world);
        for (var w = 0; w < world.Awake.Words; w++)
        {
            ulong everybody = 0, field = 0;
            for (var t = 0; t < QuietDays; t++)
                if ((world.Today + t) % QuietDays == 0) everybody = world.Awake.OfDigit(world, t, w);
                else if ((world.Today + t) % FieldDays == 0) field |= world.Awake.OfDigit(world, t, w);
            for (var rest = everybody | field & world.Awake.Word(w); rest != 0; rest &= unchecked(rest - 1))
            {
                var f = w * 64 + System.Numerics.BitOperations.TrailingZeroCount(rest);
                if (f >= world.Forces) break;
                ref readonly var force = ref world.ForceTable[f];
                var all = (everybody >> f & 1) != 0;
                if (force.Doing == Doing.Gone || !all && Sits(world, force) || Sheltered(force) || force.SettledOn >= world.Today) continue;
                world.Muster();
                Settle(world, new ForceId((short)f), setsOut: false);
                if (all) Forward(world, new ForceId((short)f));
            }
        }
        for (short s = 1; s < world.SiegeTable.Length; s++)
            if (world.SiegeTable[s].Open && (world.Today - world.SiegeTable[s].BeganOn) % FieldDays == 0) FeedTown(world, world.SiegeTable[s].Place);
    }

    /// <summary>Stands in a town of its own side that nobody besieges.</summary>
    internal static bool Sits(World world, in Force force) =>
        force.At.Exists && world.Scenario.SameSide(force.Polity, world[force.At].Holder) && world[force.At].Holder.Exists && !world[force.At].Siege.Exists;

    /// <summary>A band in hiding is fed by those who hide it, beside all accounts.</summary>
    internal static bool Sheltered(in Force force) => force.Doing == Doing.Hidden && (force.Traits & ForceTraits.Band) != 0;

    /// <summary>Sheng a force eats in a day: two a mouth, a shi a month a horse, half of that while there is grass.</summary>
    public static int NeedPerDay(World world, in Force force)
    {
        var fodder = force.Horse * Provisions.FodderTenths / 10;
        if (fodder != 0 && SeasonsRule.Grass(world)) fodder /= 2;
        return force.Mouths * Provisions.Ration + fodder;
    }

    /// <summary>Sheng a force can take with it: on its men, its riders, its porters, its boats.</summary>
    public static int Carries(in Force force) =>
        (force.Foot + force.Militia) * Provisions.FootCarriesDays * Provisions.Ration + force.Horse * Provisions.RiderCarriesDays * Provisions.Ration
        + force.Porters * Provisions.PorterLoad + force.Boats * BoatmanLoad;

    /// <summary>Days of grain in hand: what it carries, and the granary where it stands if that is its own. 255 when nobody eats.</summary>
    public static int Days(World world, ForceId id)
    {
        ref readonly var force = ref world[id];
        var need = NeedPerDay(world, force);
        if (need == 0 || Sheltered(force) || !world.Plays(RuleSwitch.Supply)) return 255;
        var grain = (long)force.Grain;
        if (force.At.Exists && world.Scenario.SameSide(force.Polity, world[force.At].Holder)) grain += world[force.At].Stores;
        var since = world.Today - force.SettledOn;
        if ((force.Traits & ForceTraits.Band) != 0) since = Whole.Min(since, FieldDays);
        return (int)Whole.Clamp((grain / need) - since, 0L, 255L);
    }

    /// <summary>Feeds a force for the days since it last ate, and fills its train where it can.</summary>
    /// <param name="setsOut">It is about to leave: it takes what its train holds. Convoys and foragers then wait for the next camp.</param>
    internal static void Settle(World world, ForceId id, bool setsOut)
    {
        if (!world.Plays(RuleSwitch.Supply)) return;
        ref readonly var force = ref world[id];
        var days = world.Today - force.SettledOn;
        if ((force.Traits & ForceTraits.Band) != 0) days = Whole.Min(days, FieldDays); // before that it lay hidden
        var daily = NeedPerDay(world, force);
        if (daily == 0 || (days <= 0 && !setsOut)) return;
        var need = daily * days;
        var cause = force.TaskCause;
        var got = 0;
        if (force.At.Exists && world[force.At].Holder.Exists && world.Scenario.SameSide(force.Polity, world[force.At].Holder))
            got = FromGranary(world, id, need, days, cause);
        else if (!setsOut)
            Gather(world, id, daily, need, cause);
        var carried = Whole.Min(need - got, world[id].Grain);
        if (carried > 0)
        {
            world.Emit(new ForceFed(id, (ushort)days, carried, PlaceId.None), cause);
            got += carried;
        }
        if (got < need) Starve(world, id, days, need, got, cause);
    }

    /// <summary>By its own granary: it eats there and, unless shut in, keeps its train full.</summary>
    private static int FromGranary(World world, ForceId id, int need, int days, EventRef cause)
    {
        ref readonly var force = ref world[id];
        var here = force.At;
        ref readonly var place = ref world[here];
        var ration = place.Siege.Exists ? Ration(world, here, need) : need;
        var eaten = Whole.Min(ration, place.Stores);
        if (eaten > 0) world.Emit(new ForceFed(id, (ushort)days, eaten, here), cause);
        if (place.Siege.Exists)
            // Half rations are lived with; what is saved is not drawn from the train.
            return eaten < need && eaten == ration ? need : eaten;
        var spare = place.Stores - place.Garrison * Provisions.Ration * KeptBackDays;
        var room = Whole.Min(Carries(force) - force.Grain, spare);
        if (room > NeedPerDay(world, force)) world.Emit(new StoresDrawn(here, id, room), cause);
        if (CanBase(world, force, here)) world.Emit(new BaseMoved(id, force.Base, here), cause);
        if (eaten < need && !place.Siege.Exists) Gather(world, id, NeedPerDay(world, force), need - eaten, cause);
        return eaten;
    }

    /// <summary>Days of its grain, beyond what the garrison keeps, that make a town a base. Estimate 15 - 40.</summary>
    public const int BaseDays = 20;

    /// <summary>Its base is too far to feed it, and the walled town where it stands could.</summary>
    private static bool CanBase(World world, in Force force, PlaceId here) =>
        force.Mobile && (force.Traits & (ForceTraits.Band | ForceTraits.Fleet)) == 0 && force.Base.Exists && world[here].Walls > 0
        && world.Atlas.MarchCost(force.Base, here) > LineLi && Spare(world, here) >= NeedPerDay(world, force) * BaseDays;

    /// <summary>What a besieged body is given of its need: half once half the stores are gone.</summary>
    private static int Ration(World world, PlaceId here, int need)
    {
        var days = world.Today - world[world[here].Siege].BeganOn;
        return Blockade.HungerOf(world[here].Stores, MouthsWithin(world, here), days) == Hunger.HalfRations ? need / 2 : need;
    }

    /// <summary>Garrison and forces behind the wall of a place.</summary>
    public static int MouthsWithin(World world, PlaceId here)
    {
        var mouths = world[here].Garrison;
        for (var g = world.FirstAt(here); g.Exists; g = world.NextHere(g))
            if (world.Scenario.SameSide(world[g].Polity, world[here].Holder)) mouths += world[g].Mouths;
        return mouths;
    }

    /// <summary>Convoys first, then the country, until the need is met and the train is full.</summary>
    private static void Gather(World world, ForceId id, int daily, int need, EventRef cause)
    {
        var wanted = need + Carries(world[id]) - world[id].Grain;
        if (wanted <= 0) return;
        wanted -= ByConvoy(world, id, wanted, cause);
        ref readonly var force = ref world[id];
        // Foragers go out when what is in hand falls under what the commander was told to keep.
        if (wanted <= 0 || force.Grain - need >= daily * Whole.Max(1, (int)force.KeepDays) || force.Doing == Doing.Routed) return;
        var here = force.At.Exists ? force.At : force.Toward;
        var days = Whole.Max(1, world.Today - force.SettledOn);
        wanted -= Forage(world, id, here, Whole.Min(wanted, force.Mouths * Provisions.Ration * ForageRations * days), cause);
        // When the country round it is bare, riders go further.
        var afar = Whole.Min(wanted, force.Horse * RiderBrings * days);
        foreach (var near in world.Atlas.Near(here))
        {
            if (afar <= 0) break;
            if (near == here || Enemy(world, force.Polity, world.FirstAt(near), hidden: false).Exists) continue;
            afar -= Forage(world, id, near, afar, cause);
        }
    }

    /// <summary>Takes up to <paramref name="most"/> sheng from the people about a place. Returns what was found.</summary>
    private static int Forage(World world, ForceId id, PlaceId at, int most, EventRef cause)
    {
        ref readonly var place = ref world[at];
        var found = Whole.Min(most, place.Forage);
        if (found <= 0) return 0;
        var stripped = (int)((long)found * 1000 / Whole.Max(1, world.Scenario.Start!.PlaceTable[at.Value].Forage));
        var owner = world.Scenario.SameSide(world[id].Polity, place.Holder);
        world.Emit(new Foraged(at, id, found, (short)Whole.Min(1000, stripped * StripLoyalty / 1000), (short)(owner ? Whole.Min(1000, stripped * StripGrievance / 1000) : 0)), cause);
        return found;
    }

    private static void Starve(World world, ForceId id, int days, int need, int got, EventRef cause)
    {
        ref readonly var force = ref world[id];
        var want = (int)((long)(need - got) * 1000 / need);
        var perMillion = (long)StarvedPerMillion * days * want / 1000;
        if ((force.Traits & ForceTraits.Band) != 0) perMillion /= BandShare;
        var die = world.Chance.PerMillion(Purpose.Desertion, force.Key, 1);
        var lost = (int)Whole.Min(force.Men, (force.Men * perMillion + die) / 1_000_000);
        var porters = (int)Whole.Min(force.Porters, force.Porters * perMillion / 1_000_000);
        var arms = new Arms(force.Foot, force.LightHorse, force.HeavyHorse, force.Militia, force.Boats).Part(lost);
        world.Emit(new ForceStarved(id, (ushort)days, (short)want, arms, porters, (short)-(days * want * StarvedMorale / 1000)), cause);
    }

    /// <summary>The town's own men in a siege.</summary>
    private static void FeedTown(World world, PlaceId here)
    {
        ref readonly var place = ref world[here];
        var since = Whole.Max(place.SettledOn, world[place.Siege].BeganOn);
        var days = world.Today - since;
        var need = place.Garrison * Provisions.Ration * days;
        if (days <= 0 || need == 0) return;
        world.Muster();
        var eaten = Whole.Min(Ration(world, here, need), place.Stores);
        if (eaten > 0) world.Emit(new TownFed(here, (ushort)days, eaten), world[place.Siege].Began);
    }
}
