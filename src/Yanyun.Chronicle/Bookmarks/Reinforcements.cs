using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A fact of a day that no seat decides and no rule makes: men raised, or sent away.</summary>
/// <param name="Because">Why it is given and not left to a rule or a seat.</param>
public sealed record DatedFact(Day On, GivenKind Kind, ForceId Force, int Men, string Because, Grounds Grounds);

/// <summary>Reads the dated facts of <c>reinforcements.yaml</c>; its forces are read as those of the first day are.</summary>
internal static class ReinforcementReader
{
    public static List<DatedFact> Read(Fields top, Desk desk)
    {
        var facts = new List<DatedFact>();
        foreach (var row in top.Rows("givens"))
        {
            var owner = row.Text("force");
            facts.Add(new DatedFact(desk.DayWithin(row, "on"), row.Choice<GivenKind>("what"), new ForceId((short)row.Id("force", desk.Forces.Ids)),
                row.Whole("men", 1, 500_000), row.Text("because"), Grounds.Read(row, owner, desk.Formulas.Ids)));
            row.End();
        }
        // A row whose force is not known has been told already, and may be the one that is missed.
        if (facts.Any(fact => !fact.Force.Exists)) return facts;
        foreach (var force in desk.Forces.Detachments)
            if (force.Born && !RisingReader.Waits(force) && !facts.Any(fact => fact.Kind == GivenKind.Raised && desk.Forces[fact.Force] == force))
                desk.Problems.Add(BookmarkMessages.RaisedWhere, desk.Forces.Ids.At(desk.Forces.Ids[force.Slug]), force.Slug);
        // Equal days keep the order of the file.
        return [.. facts.OrderBy(fact => fact.On.Jdn)];
    }
}
