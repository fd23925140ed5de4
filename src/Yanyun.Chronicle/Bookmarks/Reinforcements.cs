using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>What a dated fact is: men raised or disbanded, or an office given to somebody.</summary>
public enum DatedKind : byte { None, Raised, Disbanded, Appointed }

/// <summary>A fact of a day that no seat decides and no rule makes.</summary>
/// <param name="Force">The force it concerns; none for an appointment.</param>
/// <param name="Seat">The office given, <paramref name="Person"/> its new holder; none for men.</param>
/// <param name="Authority">What he may do without asking; null when that stays.</param>
/// <param name="Because">Why it is given and not left to a rule or a seat.</param>
public sealed record DatedFact(Day On, DatedKind Kind, ForceId Force, int Men, SeatId Seat, PersonId Person, Authority? Authority, string Because, Grounds Grounds);

/// <summary>Reads <c>reinforcements.yaml</c>: forces born later, and the dated facts.</summary>
internal static class ReinforcementReader
{
    public static List<DatedFact> Read(Fields top, Desk desk)
    {
        var facts = new List<DatedFact>();
        foreach (var row in top.Rows("givens"))
        {
            facts.Add(ReadFact(row, desk));
            row.End();
        }
        // A row whose force is not known has been told already, and may be the one that is missed.
        if (facts.Any(fact => fact.Kind != DatedKind.Appointed && !fact.Force.Exists)) return facts;
        foreach (var force in desk.Forces.Detachments)
            if (force.Born && !facts.Any(fact => fact.Kind == DatedKind.Raised && desk.Forces[fact.Force] == force))
                desk.Problems.Add(BookmarkMessages.RaisedWhere, desk.Forces.Ids.At(desk.Forces.Ids[force.Slug]), force.Slug);
        // Equal days keep the order of the file.
        return [.. facts.OrderBy(fact => fact.On.Jdn)];
    }

    private static DatedFact ReadFact(Fields row, Desk desk)
    {
        var on = desk.DayWithin(row, "on");
        var kind = row.Choice<DatedKind>("what");
        var (force, men, seat, person) = (ForceId.None, 0, SeatId.None, PersonId.None);
        Authority? authority = null;
        if (kind == DatedKind.Appointed)
        {
            seat = new SeatId((byte)row.Id("seat", desk.SeatIds));
            person = row.Has("person") ? desk.Person(row, "person", row.Text("seat")) : new PersonId((short)row.Id("person", desk.People.Ids));
            authority = row.ChoiceIfAny<Authority>("authority");
        }
        else
        {
            force = new ForceId((short)row.Id("force", desk.Forces.Ids));
            men = row.Whole("men", 1, 500_000);
        }
        var owner = row.TextIfAny(kind == DatedKind.Appointed ? "seat" : "force") ?? "";
        return new DatedFact(on, kind, force, men, seat, person, authority, row.Text("because"), Grounds.Read(row, owner, desk.Formulas.Ids));
    }
}
