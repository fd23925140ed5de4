namespace Yanyun.Engine.Rules;

/// <summary>
/// One side of a meeting: all forces of that side that take the field at a spot, and the townsmen when it is fought in their streets. Its
/// commander-in-chief is the holder of the highest seat that rides with one of them; without such a seat, the commander whom the most men are under, his
/// own and those told to go with him (the lower row on equal numbers).
/// </summary>
internal ref struct Host(Span<short> rows)
{
    /// <summary>Leadership of a body whose commander is not known by name, tenths. Estimate 35 - 45: under the mean of the rated.</summary>
    public const int UnnamedLeadership = 40;
    /// <summary>Caution of such a commander, per mille.</summary>
    public const int UnnamedCaution = 500;

    private readonly Span<short> _rows = rows;

    public int Bodies;
    /// <summary>The body that leads.</summary>
    public ForceId Lead;
    public PersonId Chief;
    public PolityId Polity;
    /// <summary>As it truly is, in the open and unsurprised.</summary>
    public Side Side;
    /// <summary>Own walled town it can fall back into; none in the open.</summary>
    public PlaceId Wall;
    /// <summary>Town whose own men fight with it.</summary>
    public PlaceId Town;

    public readonly ForceId this[int i] => new(_rows[i]);
    public readonly int Men => Side.Arms.Men;

    public void Add(ForceId force) => _rows[Bodies++] = force.Value;

    /// <summary>Sums up who is there.</summary>
    public void Count(World world)
    {
        Arms arms = default;
        long up = 0, quality = 0, morale = 0, fatigue = 0, men = 0, blades = 0;
        var most = -1;
        for (var i = 0; i < Bodies; i++)
        {
            ref readonly var force = ref world[this[i]];
            arms += Of(force);
            up += Up(world, force);
            men += force.Men;
            quality += (long)force.Quality * force.Men;
            morale += (long)force.Morale * force.Men;
            fatigue += (long)force.Fatigue * force.Men;
            if ((force.Traits & ForceTraits.LongBlades) != 0) blades += force.Foot;
            var led = force.Men + Following(world, this[i]);
            if (led <= most) continue;
            most = led;
            Lead = this[i];
        }
        Chief = world[Lead].Commander;
        Polity = world[Lead].Polity;
        if (Bodies > 0) SeekSeat(world);
        if (Town.Exists)
        {
            ref readonly var town = ref world[Town];
            arms += new Arms(0, 0, 0, town.Garrison, 0);
            up += town.Garrison;
            men += town.Garrison;
            quality += (long)town.GarrisonQuality * town.Garrison;
            morale += (long)town.GarrisonMorale * town.Garrison;
            if (Bodies == 0)
            {
                Chief = town.Officer;
                Polity = town.Holder;
            }
        }
        var all = Whole.Max(1, men);
        Side = new Side(arms, (int)(quality / all), (int)(morale / all), LeadershipOf(world, Chief),
            (int)(fatigue / all), (int)(up * 1000 / all),
            LongBlades: (int)(blades * 1000 / all));
    }

    /// <summary>Men of the other bodies here that were told to go with a body.</summary>
    private readonly int Following(World world, ForceId leader)
    {
        var men = 0;
        for (var i = 0; i < Bodies; i++)
            if (world[this[i]].Task == TaskKind.Follow && world[this[i]].TargetForce == leader) men += world[this[i]].Men;
        return men;
    }

    private void SeekSeat(World world)
    {
        var best = byte.MaxValue;
        for (byte s = 1; s < world.Scenario.Seats.Length; s++)
        {
            ref readonly var seat = ref world[new SeatId(s)];
            var rank = (byte)world.Scenario.Seats[s].Kind;
            if (!seat.With.Exists || rank >= best || !Has(seat.With)) continue;
            best = rank;
            Lead = seat.With;
            Chief = seat.Holder;
            Polity = world[Lead].Polity;
        }
    }

    public readonly bool Has(ForceId force)
    {
        for (var i = 0; i < Bodies; i++)
            if (_rows[i] == force.Value) return true;
        return false;
    }

    public readonly int Caution(World world) => Chief.Exists ? world.Scenario.Persons[Chief.Value].Caution : UnnamedCaution;

    public static int LeadershipOf(World world, PersonId person) =>
        person.Exists ? world.Scenario.Persons[person.Value].Leadership : UnnamedLeadership;

    public static Arms Of(in Force force) => new(force.Foot, force.LightHorse, force.HeavyHorse, force.Militia, force.Boats);

    /// <summary>Men of a force whose echelons are up: one echelon on the road, one more each day it has halted.</summary>
    public static int Up(World world, in Force force)
    {
        if (force.Echelons <= 1) return force.Men;
        var halted = force.At.Exists && force.Doing is Doing.Standing or Doing.Besieging or Doing.Besieged;
        var up = halted ? Whole.Min(force.Echelons, 1 + world.Today - force.HaltedOn) : 1;
        return Whole.MulDiv(force.Men, Whole.Max(1, up), force.Echelons);
    }

    /// <summary>
    /// The part of <paramref name="lost"/> men that falls on the men up to and including the <paramref name="i"/>-th body, so that the
    /// differences add up exactly.
    /// </summary>
    public readonly int Fallen(World world, int lost, int i)
    {
        long up = 0, upTo = 0;
        for (var k = 0; k < Bodies; k++)
        {
            up += Up(world, world[this[k]]);
            if (k <= i) upTo += Up(world, world[this[k]]);
        }
        if (Town.Exists) up += world[Town].Garrison;
        return up == 0 ? 0 : (int)(lost * upTo / up);
    }
}
