using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Whom and what a sentence names, each once, in the order in which it names them.</summary>
public sealed record Subjects(IReadOnlyList<PlaceId> Places, IReadOnlyList<ForceId> Forces, IReadOnlyList<PersonId> Persons, IReadOnlyList<SeatId> Seats)
{
    internal static Subjects Of(Saying saying)
    {
        var found = new Subjects(new List<PlaceId>(), new List<ForceId>(), new List<PersonId>(), new List<SeatId>());
        found.Gather(saying);
        return found;
    }

    private void Gather(Saying saying)
    {
        foreach (var (_, value) in saying.Holes)
            switch (value)
            {
                case PlaceId place: Add(Places, place, place.Exists); break;
                case ForceId force: Add(Forces, force, force.Exists); break;
                case PersonId person: Add(Persons, person, person.Exists); break;
                case SeatId seat: Add(Seats, seat, seat.Exists); break;
                case Office office: Add(Seats, office.Seat, office.Seat.Exists); break;
                case Unit unit: Add(Forces, unit.Force, unit.Force.Exists); break;
                case Spot spot: Add(Places, spot.Place, spot.Place.Exists); break;
                case IReadOnlyList<PlaceId> places: foreach (var place in places) Add(Places, place, place.Exists); break;
                case IReadOnlyList<ForceId> forces: foreach (var force in forces) Add(Forces, force, force.Exists); break;
                case IReadOnlyList<SeatId> seats: foreach (var seat in seats) Add(Seats, seat, seat.Exists); break;
                case Saying inner: Gather(inner); break;
            }
    }

    private static void Add<T>(IReadOnlyList<T> to, T one, bool exists)
    {
        var list = (List<T>)to;
        if (exists && !list.Contains(one)) list.Add(one);
    }
}
