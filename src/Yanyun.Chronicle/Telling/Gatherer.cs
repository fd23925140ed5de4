using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// Goes through the events of a day and makes of them what could be told: the events of one fight or siege become one sentence, bodies that
/// march together one host, towns that open one wave. Weights say what matters most; the page takes the heaviest.
/// </summary>
internal sealed partial class Gatherer(Scenario scenario, Memory memory, Causes causes, Sentences sentences, Names names)
{
    /// <summary>Men from which a body on the march is a host. Balance: a day has room for what the annals would name.</summary>
    public const int HostMen = 3000;
    /// <summary>Days in which the same body is not told to do the same thing again.</summary>
    public const int AgainDays = 10;

    private static readonly Saying s_noWhy = new(CommonPhrases.NoWhy);

    private readonly Dictionary<(ForceId, EventKind, PlaceId), int> _toldOn = [];
    private readonly List<Tale> _tales = [];
    private World _world = null!;
    private int _today;

    /// <summary>All that could be told of the events from <paramref name="first"/> on in the memory.</summary>
    public List<Tale> Gather(World world, int first)
    {
        (_world, _today) = (world, world.Today);
        _tales.Clear();
        Marches(first);
        for (var i = first; i < memory.Count; i++)
        {
            ref readonly var entry = ref memory.At(i);
            names.AsOf(entry.Id);
            switch (entry.Kind)
            {
                case EventKind.OrderGiven: Given(i, memory.Read<OrderGiven>(i)); break;
                case EventKind.EdictAnswered: Answered(i, memory.Read<EdictAnswered>(i)); break;
                case EventKind.OrderAnswered: Answered(i, memory.Read<OrderAnswered>(i)); break;
                case EventKind.WarBegun: Tell(i, 100, memory.Read<WarBegun>(i)); break;
                case EventKind.PowersGranted: Granted(i, memory.Read<PowersGranted>(i)); break;
                case EventKind.SeatMoved: Moved(i, memory.Read<SeatMoved>(i)); break;
                case EventKind.ConductChanged: Turned(i, memory.Read<ConductChanged>(i)); break;
                case EventKind.CrossingAwaited: Crosses(i, memory.Read<CrossingAwaited>(i)); break;
                case EventKind.BridgeBurned: Tell(i, 45, memory.Read<BridgeBurned>(i), entry.Cause, memory.Read<BridgeBurned>(i).By); break;
                case EventKind.BattleEnded: Fought(i, memory.Read<BattleEnded>(i)); break;
                case EventKind.BattleDeclined: Declined(i, memory.Read<BattleDeclined>(i)); break;
                case EventKind.SiegeLaid: Besieged(i, memory.Read<SiegeLaid>(i)); break;
                case EventKind.EnginesReady: Tell(i, 30, memory.Read<EnginesReady>(i)); break;
                case EventKind.StormRepulsed: Repulsed(i, memory.Read<StormRepulsed>(i)); break;
                case EventKind.SiegeLifted: Lifted(i, memory.Read<SiegeLifted>(i)); break;
                case EventKind.SummonsRefused: Refused(i, first, memory.Read<SummonsRefused>(i)); break;
                default: OfRising(i); OfBargain(i); OfTreaty(i); OfCourt(i); OfFate(i); OfLand(i); break;
            }
        }
        WarHeard(first);
        PeaceHeard(first);
        Cessions(first);
        Takings(first);
        return _tales;
    }

    private void Add(int index, int weight, Saying saying, Likeness like = default) =>
        _tales.Add(new Tale(saying, weight, memory.At(index).Id, like));

    /// <summary>The event in the words it has by itself.</summary>
    private void Tell(int index, int weight, object e, EventRef cause = default, ForceId actor = default, Likeness like = default,
        PlaceId about = default)
    {
        if (sentences.Of(e, _today, cause.Exists ? causes.Why(cause, actor, _today, about) : s_noWhy) is { } saying) Add(index, weight,
            saying, like);
    }

    /// <summary>Whether this was told of the body lately; if not, it is now.</summary>
    private bool Again(ForceId force, EventKind kind, PlaceId place)
    {
        var key = (force, kind, place);
        var again = _toldOn.TryGetValue(key, out var day) && _today - day < AgainDays;
        if (!again) _toldOn[key] = _today;
        return again;
    }

    private Saying Why(int index, ForceId actor, PlaceId about, object? doer = null, bool turning = true)
    {
        names.AsOf(memory.At(index).Id);
        return causes.Why(memory.At(index).Cause, actor, _today, about, doer is PersonId named ? named : default, turning);
    }

    /// <summary>Who is said to do it: the commander in chief where he is with them, else the body's own leader, else the town's
    /// men.</summary>
    private object Doer(ForceId force, PlaceId town)
    {
        if (!force.Exists) return Sentences.Side(force, town);
        var seat = _world[force].Seat;
        if (!seat.Exists || scenario.Seats[seat.Value].Kind != SeatKind.Command || !_world[seat].Holder.Exists) return force;
        var there = _world[seat].With == force || (!_world[seat].With.Exists && town.Exists && _world[seat].At == town);
        return there && _world[_world[seat].Holder].Fate == 0 ? _world[seat].Holder : force;
    }

    private int MenOf(ForceId force) => force.Exists ? _world[force].Men : 0;

    /// <summary>What a place is worth as news, 0-30: capitals, then seats of prefectures, then the rest.</summary>
    public int Rank(PlaceId place) => !place.Exists ? 0 : scenario.Atlas[place].Kind switch
    {
        PlaceKind.Capital => 30,
        PlaceKind.SuperiorPrefecture => 18,
        PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture => 12,
        PlaceKind.Pass or PlaceKind.Port => 6,
        PlaceKind.County => 4,
        _ => 0,
    };

    /// <summary>Weight of numbers, 0-30: six for each doubling from 1,500 men up.</summary>
    private static int Mass(int men)
    {
        var weight = 0;
        for (var step = 1500; men >= step * 2 && weight < 30; step *= 2) weight += 6;
        return weight;
    }
}
