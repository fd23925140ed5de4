using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// What courts and independent commands came to believe of who holds what: yesterday's beliefs held against today's. The chronicle sees
/// into every
/// house; each seat sees only its own.
/// </summary>
internal sealed class Hearsay
{
    /// <summary>News of fewer days is no news worth a sentence unless it is of a capital.</summary>
    private const int OldDays = 2;
    /// <summary>How far a command looks, weighted li: ten days' march. Balance.</summary>
    private const int ConcernLi = 500;

    private readonly Scenario _scenario;
    private readonly List<SeatId> _watched = [];
    private readonly Dictionary<SeatId, PolityId[]> _held = [];

    public Hearsay(World world)
    {
        _scenario = world.Scenario;
        var sets = new HashSet<byte>();
        for (byte s = 1; s < _scenario.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            if (!Court(seat) && (_scenario.Seats[s].Kind != SeatKind.Command || world[seat].Authority == Authority.Bound)) continue;
            if (!sets.Add(_scenario.Seats[s].Beliefs)) continue;
            _watched.Add(seat);
            var held = _held[seat] = new PolityId[world.AllPlaces.Length];
            for (short p = 1; p < held.Length; p++) held[p] = Believed(world, seat, new PlaceId(p));
        }
    }

    /// <summary>What was heard since the last call.</summary>
    /// <param name="rank">What a place is worth as news.</param>
    public void Gather(World world, EventRef at, Func<PlaceId, int> rank, List<Tale> tales)
    {
        var hearers = new HashSet<(PersonId, PlaceId)>();
        foreach (var seat in _watched)
        {
            var held = _held[seat];
            var heard = new Dictionary<PolityId, List<(PlaceId Place, int Days)>>();
            for (short p = 1; p < held.Length; p++)
            {
                var place = new PlaceId(p);
                var now = Believed(world, seat, place);
                if (now == held[p]) continue;
                held[p] = now;
                if (!now.Exists || rank(place) < Least(world, seat, place, now)) continue;
                // A man who holds two offices hears a thing once.
                if (!hearers.Add((world[seat].Holder, place))) continue;
                var days = world.Today - Math.Max(world[place].Holder == now ? world[place].HeldSince : 0, Since(world, seat, place, now));
                if (!heard.TryGetValue(now, out var list)) heard[now] = list = [];
                list.Add((place, days));
            }
            foreach (var (by, list) in heard) Tell(seat, by, list, at, rank, tales);
        }
    }

    /// <summary>What a place must be worth to be news here: gains of one's own side less than losses; to a command, what is far away
    /// nothing.</summary>
    private int Least(World world, SeatId seat, PlaceId place, PolityId by)
    {
        if (_scenario.SameSide(by, _scenario.Seats[seat.Value].Polity)) return Court(seat) ? 30 : int.MaxValue;
        if (Court(seat)) return 12;
        return world[seat].At.Exists && _scenario.Atlas.MarchCost(world[seat].At, place) <= ConcernLi ? 12 : 30;
    }

    private void Tell(SeatId seat, PolityId by, List<(PlaceId Place, int Days)> heard, EventRef at, Func<PlaceId, int> rank,
        List<Tale> tales)
    {
        heard.Sort((a, b) => rank(a.Place) != rank(b.Place) ? rank(b.Place) - rank(a.Place) : a.Place.Value - b.Place.Value);
        var oldest = heard.Max(news => news.Days);
        var first = heard[0];
        if (oldest < OldDays && rank(first.Place) < 30) return;
        var weight = (Court(seat) ? 52 : 36) + rank(first.Place) + Math.Min(10, heard.Count);
        var like = Court(seat) ? new Likeness(FactKind.News, first.Place) : default;
        if (heard.Count > 1)
            tales.Add(new Tale(new Saying(CourierPhrases.HeardManyFallen, ("seat", seat), ("by", by), ("n", new Count(heard.Count)),
                ("places", heard.Take(6).Select(news => news.Place).ToList()), ("days", new Days(oldest)), ("more",
                    More(heard.Count - 6))), weight, at, like, Happened: false));
        else
            tales.Add(new Tale(new Saying(Heard(won: _scenario.SameSide(by, _scenario.Seats[seat.Value].Polity), today: first.Days <= 0), ("seat", seat),
                ("by", by), ("place", first.Place), ("days", new Days(first.Days))), weight, at, like, Happened: false));
    }

    /// <summary>What one's own side gained is no loss to who hears of it.</summary>
    private static Phrase Heard(bool won, bool today) => (won, today) switch
    {
        (true, true) => CourierPhrases.HeardWonToday,
        (true, false) => CourierPhrases.HeardWon,
        (false, true) => CourierPhrases.HeardFallenToday,
        _ => CourierPhrases.HeardFallen,
    };

    private static Saying More(int rest) => rest <= 0 ? new Saying(CommonPhrases.NoMore) : new Saying(CommonPhrases.AndMore, ("n",
        new Count(rest)));

    private static int Since(World world, SeatId seat, PlaceId place, PolityId now) =>
        world[place].Holder == now ? 0 : world.BeliefOf(world.Scenario.Seats[seat.Value].Beliefs, place).AsOf;

    private bool Court(SeatId seat) => _scenario.CourtOf[_scenario.Seats[seat.Value].Polity.Value] == seat;

    private static PolityId Believed(World world, SeatId seat, PlaceId place) => world.BeliefOf(world.Scenario.Seats[seat.Value].Beliefs,
        place).Holder;
}
