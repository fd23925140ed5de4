using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A seat: an office that decides.</summary>
/// <param name="Superior">None for a court.</param>
/// <param name="Reads">The seat whose letters it reads; none when it has its own.</param>
/// <param name="Commands">Formations it may order, by slug; <see cref="CommandsAll"/> instead when every force of its side.</param>
/// <param name="Governs">Places it answers for by name.</param>
/// <param name="Regions">Regions it answers for, where no other seat governs a place by name.</param>
public sealed record SeatEntry(string Slug, Bilingual Name, PolityId Polity, SeatKind Kind, PersonId Holder, SeatId Superior, PlaceId Place,
    Authority Authority, SeatId Reads, bool CommandsAll, IReadOnlyList<string> Commands, IReadOnlyList<PlaceId> Governs,
    IReadOnlyList<int> Regions, string? Office, Grounds Grounds);

/// <summary>All seats, in the order of the Engine's table: <c>seats.yaml</c>.</summary>
public sealed class Seats
{
    private readonly List<SeatEntry> _all = [];
    private readonly IdTable _ids;

    private Seats(IdTable ids) => _ids = ids;

    public IdTable Ids => _ids;
    public IReadOnlyList<SeatEntry> All => _all;
    public SeatEntry this[SeatId seat] => _all[seat.Value - 1];

    /// <summary>Steps from a seat up to its court; 0 for a court.</summary>
    public int Depth(SeatId seat)
    {
        var depth = 0;
        for (var at = seat; at.Exists && this[at].Superior.Exists && depth <= _all.Count; at = this[at].Superior) depth++;
        return depth;
    }

    /// <summary>Enters the ids of all rows, so that rows may name seats that stand further down; then the rows wait to be read.</summary>
    internal static List<Fields> Enter(Fields top, Desk desk)
    {
        var rows = top.Rows("seats").ToList();
        foreach (var row in rows) desk.SeatIds.Add(row.Slug("id"), row.Of("id"), desk.Problems);
        return rows;
    }

    /// <summary>Reads the rows; forces must have been read, for <c>commands</c>.</summary>
    internal static Seats Read(List<Fields> rows, Desk desk)
    {
        var seats = new Seats(desk.SeatIds);
        foreach (var row in rows)
        {
            var entry = ReadRow(row, desk);
            if (desk.SeatIds[entry.Slug] == seats._all.Count + 1) seats._all.Add(entry);
        }
        return seats;
    }

    private static SeatEntry ReadRow(Fields row, Desk desk)
    {
        var slug = row.Text("id");
        var name = DataFiles.Name(row);
        if (!row.Has("holder")) desk.Problems.Add(BookmarkMessages.NoHolder, row.At, slug);
        var all = row.Find("commands") is Scalar { Text: "all" };
        var commands = all ? [] : DataFiles.Ids(row, "commands", desk.Forces.FormationIds).Select(n => desk.Forces.FormationIds[n]).ToList();
        var entry = new SeatEntry(slug, name, desk.Polity(row), row.Choice<SeatKind>("kind"), desk.Person(row, "holder", slug),
            new SeatId((byte)row.IdIfAny("superior", desk.SeatIds)), desk.Place(row, "place", slug), row.Choice<Authority>("authority"),
            new SeatId((byte)row.IdIfAny("reads", desk.SeatIds)), all, commands,
            [.. DataFiles.Ids(row, "governs", desk.Gazetteer.PlaceIds).Select(n => new PlaceId((short)n))],
            DataFiles.Ids(row, "regions", desk.Gazetteer.RegionIds), row.TextIfAny("office"), SeatGrounds(row, slug, desk));
        row.End();
        return entry;
    }

    /// <summary>Seats rest on the works named in the head of their file, so that a row need not repeat them.</summary>
    private static Grounds SeatGrounds(Fields row, string slug, Desk desk)
    {
        if (!row.Has("basis")) desk.Problems.Add(BookmarkMessages.NoBasis, row.At, slug);
        return new Grounds(row.Has("basis") ? row.OneOf("basis", ["source", "estimate"]) : "", [], row.TextIfAny("source"), row.TextIfAny("note"));
    }

    internal void Check(Desk desk)
    {
        for (var i = 1; i <= _all.Count; i++)
        {
            var seat = _all[i - 1];
            if (Depth(new SeatId((byte)i)) > _all.Count) desk.Problems.Add(BookmarkMessages.SuperiorRing, _ids.At(i), seat.Slug);
            if (seat.Superior.Exists && Side(desk, this[seat.Superior].Polity) != Side(desk, seat.Polity))
                TellOtherSide(desk, _ids.At(i), seat.Slug, seat.Polity, seat.Superior);
        }
        foreach (var force in desk.Forces.Detachments)
            if (force.Seat.Exists && force.Polity.Exists && Side(desk, this[force.Seat].Polity) != Side(desk, force.Polity))
                TellOtherSide(desk, desk.Forces.Ids.At(desk.Forces.Ids[force.Slug]), force.Slug, force.Polity, force.Seat);
        foreach (var group in _all.Where(seat => !seat.Superior.Exists).GroupBy(seat => seat.Polity))
            if (group.Count() > 1)
                desk.Problems.Add(BookmarkMessages.TwoCourts, _ids.At(_ids[group.Last().Slug]), desk.Head.PolityIds[group.Key.Value], group.Count());
    }

    private void TellOtherSide(Desk desk, Location at, string slug, PolityId polity, SeatId seat) => desk.Problems.Add(
        BookmarkMessages.OtherSide, at, slug, desk.Head.Parties[polity.Value - 1].Name, this[seat].Slug, desk.Head.Parties[this[seat].Polity.Value - 1].Name);

    private static string Side(Desk desk, PolityId polity) => polity.Exists ? desk.Head.Parties[polity.Value - 1].Side : "";
}
