using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>
/// The map a commander has before him: his own hosts, and the enemy as last heard of, place by place. Read afresh from the view each time; the
/// arrays are only room to work in.
/// </summary>
internal sealed class Picture(Chart chart, int forceRows)
{
    /// <summary>Days after which a report of grain is void, and news of a marching enemy counts half, and after which it counts no more. Balance: he may be 900 li off.</summary>
    public const int Old = 20, Stale = 50;

    /// <summary>Weighted li within which followers count as of the host, and within which they count as up with it.</summary>
    public const int FollowLi = 500, TogetherLi = 60;

    private readonly int[] _field = new int[chart.Atlas.PlaceRows];
    private readonly int[] _horse = new int[chart.Atlas.PlaceRows];
    private readonly long[] _worth = new long[chart.Atlas.PlaceRows];
    private readonly int[] _shut = new int[chart.Atlas.PlaceRows];
    private readonly int[] _friends = new int[chart.Atlas.PlaceRows];
    private readonly PlaceId[] _touched = new PlaceId[forceRows];
    private readonly ForceId[] _next = new ForceId[forceRows];
    private readonly ForceId[] _followers = new ForceId[forceRows];
    private readonly short[] _hostOf = new short[forceRows];
    private readonly byte[] _standing = new byte[chart.Atlas.PlaceRows];
    private readonly byte[] _sides = new byte[256];
    private int _touchedCount;

    public readonly Host[] Hosts = new Host[forceRows];

    public Chart Chart { get; } = chart;
    public int Count { get; private set; }

    /// <summary>Places where an enemy force is believed, each once.</summary>
    public ReadOnlySpan<PlaceId> Enemies => _touched.AsSpan(0, _touchedCount);

    public ForceId Next(ForceId force) => _next[force.Value];

    /// <summary>Believed to be held by the seat's own side.</summary>
    public bool Ours(PlaceId place) => (_standing[place.Value] & OursBit) != 0;

    /// <summary>Believed to be held by a polity known to be at war with the seat's.</summary>
    public bool Hostile(PlaceId place) => (_standing[place.Value] & HostileBit) != 0;

    private const byte OursBit = 1, HostileBit = 2, BorderKnown = 4, BorderBit = 8;

    /// <summary>A seat of government of its own side with one of the enemy's for a neighbour.</summary>
    public bool OnBorder(PlaceId place)
    {
        ref var standing = ref _standing[place.Value];
        if ((standing & BorderKnown) == 0) standing |= (byte)(BorderKnown | (LooksAcross(place) ? BorderBit : 0));
        return (standing & BorderBit) != 0;
    }

    private bool LooksAcross(PlaceId place)
    {
        if (!Ours(place) || Chart.Worth(Chart.Atlas[place].Kind) < Chart.SeatOfGovernment) return false;
        foreach (var near in Chart.Neighbours(place))
            if (Hostile(near)) return true;
        return false;
    }

    /// <summary>Men of the host that one of the seat's own bodies is of; 0 when it is of none.</summary>
    public int MenWith(ForceId body)
    {
        for (var h = 0; h < Count; h++)
            for (var one = Hosts[h].First; one.Exists; one = Next(one))
                if (one == body) return Hosts[h].Men;
        return 0;
    }

    /// <summary>Men of enemy field forces believed at a place.</summary>
    public int FieldAt(PlaceId place) => _field[place.Value];

    /// <summary>Reads the view. False when the seat has nobody to lead.</summary>
    public bool Read(in View view)
    {
        Wipe();
        ReadPlaces(view);
        var followers = 0;
        var beliefs = view.Forces;
        for (short f = 1; f < beliefs.Length; f++)
        {
            ref readonly var belief = ref beliefs[f];
            if (!belief.Known || belief.Doing == Doing.Gone) continue;
            var force = new ForceId(f);
            var banner = view.BannerOf(force);
            var side = _sides[banner.Polity.Value];
            if ((side & HostileBit) != 0)
            {
                Enemy(view.Today - belief.AsOf, (banner.Traits & ForceTraits.Garrison) != 0, belief);
            }
            else if ((side & OursBit) == 0)
            {
                continue;
            }
            else if (banner.Seat == view.Seat)
            {
                if (!IsFree(view, force, belief)) _friends[belief.Place.Value] += Band.Men(belief.Men);
                else if (LeaderOf(view, force).Exists) _followers[followers++] = force;
                else Enter(view, force, belief);
            }
            else
            {
                _friends[belief.Place.Value] += Band.Men(belief.Men);
            }
        }
        foreach (var force in _followers.AsSpan(0, followers)) EnterWithLeader(view, force);
        Sort();
        return Count > 0;
    }

    private void ReadPlaces(in View view)
    {
        int wars = view.Office.Wars;
        var polity = view.Polity;
        // By holder, then by place: holders are few.
        for (byte p = 1; p < view.Scenario.Polities.Length; p++)
            _sides[p] = (byte)((view.Scenario.SameSide(polity, new PolityId(p)) ? OursBit : 0) | ((wars >> p & 1) != 0 ? HostileBit : 0));
        var beliefs = view.Places;
        for (var p = 0; p < beliefs.Length; p++) _standing[p] = _sides[beliefs[p].Holder.Value];
    }

    private void Wipe()
    {
        foreach (var place in Enemies) (_field[place.Value], _horse[place.Value], _worth[place.Value], _shut[place.Value]) = (0, 0, 0, 0);
        Array.Clear(_friends);
        _touchedCount = 0;
        Count = 0;
    }

    /// <summary>Can be sent anywhere: no garrison, no fleet, not shut in, not in flight.</summary>
    private static bool IsFree(in View view, ForceId force, in ForceBelief belief) =>
        (view.TraitsOf(force) & (ForceTraits.Garrison | ForceTraits.Fleet)) == 0 && belief.Doing is not (Doing.Routed or Doing.Besieged);

    /// <summary>The force it was last told to follow, as long as that one leads itself and is not far off.</summary>
    private ForceId LeaderOf(in View view, ForceId force)
    {
        var book = view.Ordered(force);
        if (book.GivenOn == 0 || book.Task != TaskKind.Follow || !view.Commands(book.TargetForce)) return ForceId.None;
        ref readonly var leader = ref view[book.TargetForce];
        if (leader.Doing == Doing.Gone || !IsFree(view, book.TargetForce, leader)) return ForceId.None;
        var his = view.Ordered(book.TargetForce);
        if (his.GivenOn > 0 && his.Task == TaskKind.Follow) return ForceId.None;
        return Chart.Atlas.MarchCost(view[force].Place, leader.Place) <= FollowLi ? book.TargetForce : ForceId.None;
    }

    /// <summary>A body that leads itself: with those who stand where it stands and are on the same errand.</summary>
    private void Enter(in View view, ForceId force, in ForceBelief belief)
    {
        var book = view.Ordered(force);
        var target = book.GivenOn > 0 && book.Task != TaskKind.Follow && book.Target != belief.Place ? book.Target : PlaceId.None;
        var row = 0;
        while (row < Count && (Hosts[row].At != belief.Place || Hosts[row].Errand != target)) row++;
        if (row == Count) Hosts[Count++] = new Host { At = belief.Place, Errand = target, Supply = byte.MaxValue, Irregular = true };
        _hostOf[force.Value] = (short)row;
        ref var host = ref Hosts[row];
        if (!host.Leader.Exists || Weight(view, force) > Weight(view, host.Leader)) host.Leader = force;
        Join(view, ref host, force, belief, counts: true);
    }

    private void EnterWithLeader(in View view, ForceId force)
    {
        var leader = LeaderOf(view, force);
        ref var host = ref Hosts[_hostOf[leader.Value]];
        // Whom others follow stays their leader while he lives: hosts do not change hands on the road.
        if (!host.Followed) (host.Leader, host.Followed) = (leader, true);
        ref readonly var belief = ref view[force];
        Join(view, ref host, force, belief, counts: Chart.Atlas.MarchCost(belief.Place, host.At) <= TogetherLi);
    }

    private void Join(in View view, ref Host host, ForceId force, in ForceBelief belief, bool counts)
    {
        _next[force.Value] = host.First;
        host.First = force;
        host.Bodies++;
        host.Besieging |= belief.Doing == Doing.Besieging;
        host.Irregular &= (view.TraitsOf(force) & ForceTraits.Band) != 0;
        if (!counts) return;
        var men = Band.Men(belief.Men);
        host.Men += men;
        host.Horse += men * (belief.Arms & 15) / 16;
        host.Worth += (long)men * (belief.Arms >> 4) * 10;
        // What a body had three weeks ago says nothing of what it has; and irregulars live off the country.
        if (view.Today - belief.AsOf <= Old && (view.TraitsOf(force) & ForceTraits.Band) == 0) host.Supply = Math.Min(host.Supply, belief.SupplyDays);
    }

    /// <summary>Divides a host: the bodies named stay in its row, the first of them their leader; the others are a host of their own after all the rest.</summary>
    public void Divide(in View view, int h, ReadOnlySpan<ForceId> part)
    {
        ref readonly var whole = ref Hosts[h];
        var one = new Host { At = whole.At, Errand = whole.Errand, Supply = byte.MaxValue, Irregular = true, Leader = part[0] };
        var two = one with { Leader = ForceId.None };
        for (var body = whole.First; body.Exists;)
        {
            var next = Next(body);
            ref readonly var belief = ref view[body];
            var counts = Chart.Atlas.MarchCost(belief.Place, whole.At) <= TogetherLi;
            if (part.Contains(body))
            {
                Join(view, ref one, body, belief, counts);
            }
            else
            {
                if (!two.Leader.Exists || Weight(view, body) > Weight(view, two.Leader)) two.Leader = body;
                Join(view, ref two, body, belief, counts);
            }
            body = next;
        }
        Hosts[h] = one;
        Hosts[Count++] = two;
    }

    /// <summary>Men of the enemy's field forces who could come to a place within some days.</summary>
    /// <param name="li">How far off, weighted li.</param>
    public int EnemyWithin(PlaceId place, int li)
    {
        var men = 0;
        foreach (var at in Enemies)
            if (_field[at.Value] > 0 && Chart.Atlas.MarchCost(at, place) <= li) men += _field[at.Value];
        return men;
    }

    private static int Weight(in View view, ForceId force)
    {
        var men = Band.Men(view[force].Men);
        return view.Office.With == force ? men + men / 2 : men;
    }

    private void Enemy(int age, bool garrison, in ForceBelief belief)
    {
        if (!garrison && age > Stale) return;
        var men = Band.Men(belief.Men);
        if (!garrison && age > Old) men /= 2;
        var p = belief.Place.Value;
        if (_field[p] == 0 && _shut[p] == 0) _touched[_touchedCount++] = belief.Place;
        if (garrison)
        {
            _shut[p] += men;
            return;
        }
        _field[p] += men;
        _horse[p] += men * (belief.Arms & 15) / 16;
        _worth[p] += (long)men * (belief.Arms >> 4) * 10;
    }

    /// <summary>Strongest first; few hosts, so by insertion.</summary>
    private void Sort()
    {
        for (var i = 1; i < Count; i++)
        {
            var host = Hosts[i];
            var k = i;
            for (; k > 0 && Hosts[k - 1].Men < host.Men; k--) Hosts[k] = Hosts[k - 1];
            Hosts[k] = host;
        }
    }

    /// <summary>The enemy in the field at a place and within a day's scouting of it.</summary>
    /// <param name="outside">Without those at the place itself.</param>
    public (int Men, int Horse, long Worth) EnemyAbout(PlaceId place, bool outside = false)
    {
        int men = 0, horse = 0;
        var worth = 0L;
        foreach (var near in Chart.Atlas.Near(place)[(outside ? 1 : 0)..])
        {
            men += _field[near.Value];
            horse += _horse[near.Value];
            worth += _worth[near.Value];
        }
        return (men, horse, worth);
    }

    /// <summary>Men of the seat's side that it does not lead, believed at a place: garrisons, other commands.</summary>
    public int FriendsAt(PlaceId place) => _friends[place.Value];

    /// <summary>Men of its own hosts at a place, or on their way to stand there.</summary>
    public int OwnAt(PlaceId place)
    {
        var men = 0;
        foreach (ref readonly var host in Hosts.AsSpan(0, Count))
            if (host.Errand == place || (host.At == place && !host.Errand.Exists)) men += host.Men;
        return men;
    }

    /// <summary>Men of its side that it does not lead at a place and within a day's scouting of it.</summary>
    public int FriendsAbout(PlaceId place)
    {
        var men = 0;
        foreach (var near in Chart.Atlas.Near(place)) men += _friends[near.Value];
        return men;
    }

    /// <summary>Men who would hold a hostile town: as reported of the town, or the bodies known in it. Unknown: by its walls.</summary>
    public int TownMen(in View view, PlaceId place)
    {
        var told = Band.Men(view[place].Strength);
        if (told == 0) told = Reckoning.CommonGuard(Chart.Atlas[place].Walls);
        return Math.Max(told, _shut[place.Value] + _field[place.Value]);
    }
}
