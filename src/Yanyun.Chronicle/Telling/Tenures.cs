using Yanyun.Chronicle.Bookmarks;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// Who led which body and held which seat, and who was gone, from which event of a run on. What is told of a day is told with the names of that day:
/// every question is asked as of an event, and what the event itself changes comes after it.
/// </summary>
public sealed class Tenures
{
    private readonly Bookmark _bookmark;
    private readonly Dictionary<ForceId, List<(EventRef From, PersonId Person)>> _bodies;
    private readonly Dictionary<SeatId, List<(EventRef From, PersonId Person)>> _seats;
    private readonly Dictionary<PersonId, List<(EventRef From, bool Gone)>> _gone;
    /// <summary>Who had to give up a seat or a body, by the first time he did.</summary>
    private readonly Dictionary<PersonId, EventRef> _relieved;
    private EventRef _last;

    public Tenures(Bookmark bookmark) => (_bookmark, _bodies, _seats, _gone, _relieved) = (bookmark, [], [], [], []);

    private Tenures(Tenures other)
    {
        (_bookmark, _last) = (other._bookmark, other._last);
        _bodies = other._bodies.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        _seats = other._seats.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        _gone = other._gone.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        _relieved = new(other._relieved);
    }

    /// <summary>What is known up to now, for another thread to ask while more is noted here.</summary>
    public Tenures Copy() => new(this);

    /// <summary>Whether events of a kind change who leads, who holds or who is gone: no others need be noted.</summary>
    public static bool Concerns(EventKind kind) => kind is EventKind.CommanderLost or EventKind.SeatFilled or EventKind.CommandPassed or EventKind.CommandTaken
        or EventKind.ForceWentOver or EventKind.PersonArrested or EventKind.PersonFled or EventKind.PersonExecuted or EventKind.PersonRecalled;

    /// <summary>Takes in the next event of the run; one that was noted before says nothing new.</summary>
    public void Note(EventRef id, object e)
    {
        if (id.Packed <= _last.Packed) return;
        switch (e)
        {
            case CommanderLost lost:
                if (CommanderOf(lost.Force, id) == lost.Person) Lead(lost.Force, PersonId.None, id);
                Go(lost.Person, id, gone: true);
                break;
            case SeatFilled filled:
                Later(_seats, filled.Seat).Add((id, filled.Person));
                if (filled.Former != filled.Person) Relieve(filled.Former, id);
                break;
            case CommandPassed passed:
                Lead(passed.Force, passed.Person, id);
                Relieve(passed.Former, id);
                break;
            case CommandTaken taken:
                Lead(taken.Force, PersonId.None, id);
                Relieve(taken.Former, id);
                break;
            case ForceWentOver over:
                Lead(over.Force, PersonId.None, id);
                Relieve(over.Man, id);
                break;
            case PersonArrested arrested: Go(arrested.Person, id, gone: true); break;
            case PersonFled fled: Go(fled.Person, id, gone: true); break;
            case PersonExecuted dead: Go(dead.Person, id, gone: true); break;
            case PersonRecalled back: Go(back.Person, id, gone: false); break;
            default: return;
        }
        _last = id;
    }

    /// <summary>
    /// Knows nothing but what one seat does: who holds it, of whom it heard last at the head of a body, and which men of its court are gone. All of it was so
    /// before <see cref="Learnt"/>.
    /// </summary>
    internal void Learn(in View view)
    {
        _bodies.Clear();
        _seats.Clear();
        _gone.Clear();
        for (short f = 1; f < view.ForceRows; f++)
            if (view.Knows(new ForceId(f)) && view.LeaderHeardOf(new ForceId(f)) is var leader && leader != view.ReputedCommander(new ForceId(f)))
                Lead(new ForceId(f), leader, new EventRef(0, 1));
        Later(_seats, view.Seat).Add((new EventRef(0, 1), view.Office.Holder));
        for (short p = 1; p < view.Scenario.Persons.Length; p++)
            if (view.FateOf(new PersonId(p)) is not (PersonFate.Free or PersonFate.Dismissed)) Go(new PersonId(p), new EventRef(0, 1), gone: true);
    }

    /// <summary>As of which event to ask after <see cref="Learn"/>.</summary>
    internal static EventRef Learnt => new(0, 2);

    /// <summary>Who is named at the head of a body as an event comes; none when nobody is, or he is gone.</summary>
    public PersonId CommanderOf(ForceId force, EventRef asOf) => Present(Changed(force, asOf) ?? (Known(force) ? _bookmark.Forces[force].Commander : PersonId.None), asOf);

    /// <summary>The same, or who leads the formation above it.</summary>
    public PersonId LeaderOf(ForceId force, EventRef asOf) =>
        Present(Changed(force, asOf) ?? (Known(force) ? _bookmark.Forces.LeaderOf(_bookmark.Forces[force]) : PersonId.None), asOf);

    /// <summary>Who holds a seat as an event comes; none when nobody does, or he is gone.</summary>
    public PersonId HolderOf(SeatId seat, EventRef asOf) =>
        Present(_seats.TryGetValue(seat, out var list) && Before(list, asOf) is { } held ? held : _bookmark.Seats[seat].Holder, asOf);

    /// <summary>Whether a man of the first day still commands an army of which a body is part: he had to give up nothing, or holds a seat above it.</summary>
    public bool Commands(PersonId chief, SeatId under, EventRef asOf)
    {
        if (!Present(chief, asOf).Exists) return false;
        if (!_relieved.TryGetValue(chief, out var since) || since.Packed >= asOf.Packed) return true;
        for (var (seat, guard) = (under, 0); seat.Exists && guard < 8; (seat, guard) = (_bookmark.Seats[seat].Superior, guard + 1))
            if (HolderOf(seat, asOf) == chief) return true;
        return false;
    }

    private PersonId Present(PersonId person, EventRef asOf) =>
        person.Exists && _gone.TryGetValue(person, out var list) && Before(list, asOf) is true ? PersonId.None : person;

    /// <summary>Bodies that are raised in the course of a run are in no file.</summary>
    private bool Known(ForceId force) => force.Exists && force.Value <= _bookmark.Forces.Detachments.Count;

    private PersonId? Changed(ForceId force, EventRef asOf) => _bodies.TryGetValue(force, out var list) ? Before(list, asOf) : null;

    private void Lead(ForceId force, PersonId person, EventRef id) => Later(_bodies, force).Add((id, person));

    private void Go(PersonId person, EventRef id, bool gone) => Later(_gone, person).Add((id, gone));

    private void Relieve(PersonId person, EventRef id)
    {
        if (person.Exists) _relieved.TryAdd(person, id);
    }

    private static List<(EventRef From, T What)> Later<TId, T>(Dictionary<TId, List<(EventRef From, T What)>> of, TId id) where TId : notnull
    {
        if (!of.TryGetValue(id, out var list)) of[id] = list = [];
        return list;
    }

    /// <summary>What the last change before an event came to; null when there was none.</summary>
    private static T? Before<T>(List<(EventRef From, T What)> list, EventRef asOf) where T : struct
    {
        for (var i = list.Count - 1; i >= 0; i--)
            if (list[i].From.Packed < asOf.Packed) return list[i].What;
        return null;
    }
}
