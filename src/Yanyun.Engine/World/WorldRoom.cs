namespace Yanyun.Engine;

// Room to work in: lists and sums that follow from the state and are no part of it. A copy of a world makes its own.
public sealed partial class World
{
    /// <summary>Who stands where, for a phase of the day: rebuilt by <see cref="Muster"/>, never part of the state.</summary>
    public ForceId FirstAt(PlaceId place) => new(_scratch.HeadAt[place.Value]);
    public ForceId FirstOn(LegId leg) => new(_scratch.HeadOn[leg.Value]);
    public ForceId NextHere(ForceId force) => new(_scratch.Next[force.Value]);

    /// <summary>Rebuilds the lists of who stands where, ascending by id, if anyone has moved, appeared or gone since they were built.</summary>
    public void Muster()
    {
        if (_scratch.Mustered) return;
        _scratch.Mustered = true;
        Array.Clear(_scratch.HeadAt);
        Array.Clear(_scratch.HeadOn);
        var mobile = 0;
        for (var f = (short)(Clock.Forces - 1); f > 0; f--)
        {
            ref readonly var force = ref ForceTable[f];
            if (!force.Alive) continue;
            if (force.Mobile)
            {
                _scratch.MobileRow[f] = (short)mobile;
                _scratch.Mobile[mobile++] = (f, (force.At.Exists ? force.At : force.Toward).Value);
            }
            if (force.At.Exists)
            {
                _scratch.Next[f] = _scratch.HeadAt[force.At.Value];
                _scratch.HeadAt[force.At.Value] = f;
            }
            else
            {
                _scratch.Next[f] = _scratch.HeadOn[force.Leg.Value];
                _scratch.HeadOn[force.Leg.Value] = f;
            }
        }
        _scratch.MobileCount = mobile;
    }

    /// <summary>The mobile forces of the last muster with the place each is at or makes for; descending by id.</summary>
    internal ReadOnlySpan<(short Force, short Place)> MobileForces => _scratch.Mobile.AsSpan(0, _scratch.MobileCount);

    /// <summary>
    /// Said by every event that raises a force or ends one: the lists of who stands where are old. One that moves a force says <see cref="Leave"/> before and
    /// <see cref="Join"/> after it. A test holds them to it.
    /// </summary>
    internal void Scatter() => _scratch.Mustered = false;

    /// <summary>Who may have anything happen to him today.</summary>
    internal Rules.Awake Awake => _scratch.Awake;

    /// <summary>The next of them after a force, by id; 0 when there is none.</summary>
    internal short NextAwake(short after) => _scratch.Awake.After(after) is var f && f < Clock.Forces ? f : (short)0;

    /// <summary>A force that an event changes: from now on the rules of the day look at it.</summary>
    internal ref Force Change(ForceId id)
    {
        _scratch.Awake.Wake(id);
        return ref ForceTable[id.Value];
    }

    /// <summary>Men of mobile forces within a day's scouting of each place, by side: see <see cref="Rules.Alarm"/>.</summary>
    internal int[] Threat => _scratch.Threat;
    /// <summary>The sides of which there are any, bit by side.</summary>
    internal byte[] ThreatSides => _scratch.ThreatSides;
    /// <summary>Room for a list of forces or of where they are, for one rule at a time.</summary>
    internal short[] Spots => _scratch.Spots;
    /// <summary>Where parties at war met today: at places, and on legs.</summary>
    internal Rules.Meetings AtPlaces => _scratch.AtPlaces;
    internal Rules.Meetings OnLegs => _scratch.OnLegs;
    /// <summary>Something happened at a place that those about it will speak of.</summary>
    internal void Stir(PlaceId place)
    {
        ref var state = ref PlaceTable[place.Value];
        if (state.NewsOn == Clock.Today) return;
        state.NewsOn = (ushort)Clock.Today;
        var at = _scratch.StirredCount++;
        for (; at > 0 && _scratch.StirredToday[at - 1] > place.Value; at--) _scratch.StirredToday[at] = _scratch.StirredToday[at - 1];
        _scratch.StirredToday[at] = place.Value;
    }

    /// <summary>Places where something happened today, ascending.</summary>
    internal ReadOnlySpan<short> StirredToday => _scratch.StirredToday.AsSpan(0, _scratch.StirredCount);

    /// <summary>Bands that lay in wait beside a road this morning, ascending by id.</summary>
    internal ReadOnlySpan<short> LyingInWait => _scratch.Lying.AsSpan(0, _scratch.LyingCount);
    internal void LieInWait(short force) => _scratch.Lying[_scratch.LyingCount++] = force;
    internal void NobodyLiesInWait() => _scratch.LyingCount = 0;

    /// <summary>Room to add up hosts in; all zeros between uses.</summary>
    internal int[] HostMen => _scratch.HostMen;
    internal Rules.Watch Watch => _scratch.Watch;
    internal Sighting[] Seen => _scratch.Seen;
    internal int[] SeenOn => _scratch.SeenOn;
    internal bool[] WarSigns => _scratch.WarSigns;
    /// <summary>Rows of the letter delivered last that told its reader something new, bit by row.</summary>
    internal ref int Fresh => ref _scratch.Fresh;
    internal Rules.Trays Trays => _scratch.Trays;
    internal byte[] HostileSides => _scratch.HostileSides;

    /// <summary>Takes a force that is about to move out of the lists of who stands where; <see cref="Join"/> puts it back where it then is.</summary>
    internal void Leave(ForceId id)
    {
        ref readonly var force = ref ForceTable[id.Value];
        ref var link = ref force.At.Exists ? ref _scratch.HeadAt[force.At.Value] : ref _scratch.HeadOn[force.Leg.Value];
        while (link != 0 && link != id.Value) link = ref _scratch.Next[link];
        if (link == id.Value) link = _scratch.Next[id.Value];
    }

    /// <summary>Enters a force into the list of where it is, ascending by id.</summary>
    internal void Join(ForceId id)
    {
        ref readonly var force = ref ForceTable[id.Value];
        ref var link = ref force.At.Exists ? ref _scratch.HeadAt[force.At.Value] : ref _scratch.HeadOn[force.Leg.Value];
        while (link != 0 && link < id.Value) link = ref _scratch.Next[link];
        _scratch.Next[id.Value] = link;
        link = id.Value;
        if (_scratch.Mustered && force.Mobile) _scratch.Mobile[_scratch.MobileRow[id.Value]].Place = (force.At.Exists ? force.At : force.Toward).Value;
    }

    /// <summary>Men that have used each leg today, for <see cref="Rules.March"/>: scratch, cleared by it.</summary>
    internal int[] LegLoad => _scratch.LegLoad;

    private sealed class Scratch(int places, int words, int legs, int seats, int forces)
    {
        public readonly Rules.Trays Trays = new(seats);
        public bool Mustered;
        public int Fresh;
        public int MobileCount;
        public readonly (short Force, short Place)[] Mobile = new (short, short)[forces];
        public readonly short[] MobileRow = new short[forces];
        /// <summary>Sightings of today by force and observing side; a die is thrown once for all who look.</summary>
        public readonly Sighting[] Seen = new Sighting[forces * Rules.Alarm.Sides];
        public readonly int[] SeenOn = new int[forces * Rules.Alarm.Sides];
        /// <summary>Belief sets told something that only war explains, since the day began.</summary>
        public readonly bool[] WarSigns = new bool[256];
        public readonly short[] HeadAt = new short[places];
        public readonly short[] HeadOn = new short[legs];
        public readonly short[] Next = new short[forces];
        public readonly int[] LegLoad = new int[legs];
        public readonly int[] Threat = new int[places * Rules.Alarm.Sides];
        public readonly byte[] ThreatSides = new byte[places];
        public readonly short[] Spots = new short[forces];
        public readonly Rules.Meetings AtPlaces = new(places);
        public readonly Rules.Meetings OnLegs = new(legs);
        public readonly int[] HostMen = new int[places * Rules.Alarm.Sides];
        public readonly Rules.Awake Awake = new(forces);
        public readonly Rules.Watch Watch = new(places, words, seats);
        public readonly short[] StirredToday = new short[places];
        public int StirredCount;
        public readonly short[] Lying = new short[forces];
        public int LyingCount;
        public readonly byte[] HostileSides = new byte[16];
    }
}
