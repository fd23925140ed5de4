using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>What courts and commands did: edicts and what became of them, journeys, the war made known.</summary>
internal sealed partial class Gatherer
{
    /// <summary>Seats whose doings of today are told as decisions: their single orders are not told again.</summary>
    public HashSet<SeatId> Decided { get; } = [];

    private void Given(int index, in OrderGiven given)
    {
        if (given.Order.Kind is not (OrderKind.Direct or OrderKind.Grant or OrderKind.Renounce or OrderKind.Propose or OrderKind.Accept
                or OrderKind.Decline or OrderKind.Argue or OrderKind.Dismiss or OrderKind.Arrest or OrderKind.Execute)
            || Decided.Contains(given.Order.Seat)) return;
        var like = new Likeness(FactKind.Decision, PlaceId.None, Actor: HolderOf(given.Order.Seat));
        Tell(index, given.Order.Kind == OrderKind.Renounce ? 95 : given.Order.Kind >= OrderKind.Propose ? 82 : scenario.Seats[given.Order.Seat.Value].Kind == SeatKind.Court ? 58 : 40,
            given, like: like);
    }

    private void Answered(int index, in EdictAnswered answered)
    {
        var weight = answered.Answer switch
        {
            Code.Obeys when answered.Reason == Code.Accepted => 52,
            Code.Obeys or Code.Adapts => 66,
            Code.Delays => 74,
            _ => 84,
        };
        // Letters of one tenor that come in together are one letter.
        var direct = answered.Edict.As<Direct>();
        if (_answeredOn.TryGetValue((answered.Seat, direct.Task, direct.Place), out var before) && before == (_today,
            answered.Answer)) return;
        _answeredOn[(answered.Seat, direct.Task, direct.Place)] = (_today, answered.Answer);
        Tell(index, weight, answered);
    }

    private readonly Dictionary<(SeatId, TaskKind, PlaceId), (int Day, Code Answer)> _answeredOn = [];

    /// <summary>Orders obeyed show in what is done; orders not obeyed are told.</summary>
    private void Answered(int index, in OrderAnswered answered)
    {
        if (answered.Answer is not (Code.Delays or Code.Refuses) || MenOf(answered.Force) < HostMen || Again(answered.Force,
            EventKind.OrderAnswered, PlaceId.None)) return;
        Tell(index, answered.Answer == Code.Refuses ? 54 : 44, answered);
    }

    private void Granted(int index, in PowersGranted granted) => Tell(index, 50, granted, memory.At(index).Cause);

    private void Moved(int index, in SeatMoved moved)
    {
        if (moved.With.Exists && MenOf(moved.With) >= HostMen && !Again(moved.With, EventKind.SeatMoved, PlaceId.None)) Tell(index, 46,
            moved);
        else if (!moved.With.Exists && moved.To.Exists && moved.ArrivesOn > _today + 1) Tell(index, 38, moved);
    }

    private readonly HashSet<(PersonId, PolityId)> _heardOfWar = [];

    /// <summary>All seats that heard of the war today, in one sentence a war.</summary>
    private void WarHeard(int first)
    {
        var seats = new List<SeatId>();
        var (last, with) = (-1, PolityId.None);
        for (var i = first; i < memory.Count; i++)
        {
            if (memory.At(i).Kind != EventKind.WarLearned) continue;
            var heard = memory.Read<WarLearned>(i);
            // The court that renounced the peace, and who sits with it, did not have to be told.
            if (memory.Find<WarBegun>(memory.At(i).Cause, out _) || (with.Exists && heard.With != with)) continue;
            (last, with) = (i, heard.With);
            // Who holds two offices hears it once.
            if (HolderOf(heard.Seat) is { Exists: true } holder && !_heardOfWar.Add((holder, heard.With))) continue;
            // Ministers read their court's letters.
            if (!seats.Exists(seat
                => scenario.Seats[seat.Value].Beliefs == scenario.Seats[heard.Seat.Value].Beliefs)) seats.Add(heard.Seat);
        }
        if (seats.Count == 0) return;
        var late = DaysOfWar(with);
        var phrase = late > 0 ? CommandPhrases.WarHeardAfter : seats.Count > 1 ? CommandPhrases.WarHeardBy : CommandPhrases.WarHeard;
        Add(last, 42, new Saying(phrase, ("seats", seats), ("seat", seats[0]), ("with", with), ("days", new Days(late))));
    }

    /// <summary>Days since the last war with a party was declared; 0 when it was not in this run.</summary>
    private int DaysOfWar(PolityId with)
    {
        for (var i = memory.Count - 1; i >= 0; i--)
            if (memory.At(i).Kind == EventKind.WarBegun && memory.Read<WarBegun>(i) is var war && (war.By == with || war.With == with))
                return _today - memory.At(i).Id.Day;
        return 0;
    }

    private PersonId HolderOf(SeatId seat) => _world[seat].Holder;
}
