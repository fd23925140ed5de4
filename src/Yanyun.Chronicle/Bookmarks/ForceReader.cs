using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>Reads rows of the order of battle: <c>forces.yaml</c>, and the forces of <c>reinforcements.yaml</c> that are born later.</summary>
internal static class ForceReader
{
    private const int Most = 500_000;
    private static readonly string[] OfDetachments = ["seat", "place", "spread", "porters", "quality", "morale", "traits", "hidden"];

    public static void Read(Fields top, Desk desk, bool born)
    {
        foreach (var row in top.Rows("forces"))
        {
            var entry = ReadRow(row, desk, born);
            desk.Forces.Add(entry, row.Of("id"), desk.Problems);
        }
    }

    private static ForceEntry ReadRow(Fields row, Desk desk, bool born)
    {
        var slug = row.Slug("id");
        var name = DataFiles.Name(row);
        var polity = desk.Polity(row);
        var parent = row.Has("parent") && row.Id("parent", desk.Forces.FormationIds) > 0 ? row.Text("parent") : null;
        var commander = desk.Person(row, "commander", slug);
        var entry = row.Has("men")
            ? ReadDetachment(row, desk, born, slug, name, polity, parent, commander)
            : ReadGroup(row, desk, slug, name, polity, parent, commander);
        row.End();
        return entry;
    }

    private static ForceEntry ReadGroup(Fields row, Desk desk, string slug, Bilingual name, PolityId polity, string? parent, PersonId commander)
    {
        foreach (var key in OfDetachments)
            if (row.Has(key)) desk.Problems.Add(BookmarkMessages.NotGroup, row.Of(key), slug, key);
        var (low, high) = (0, 0);
        if (row.Inner("total") is { } total)
        {
            (low, high) = (total.Whole("low", 0, Most), total.Whole("high", 0, Most));
            total.End();
        }
        var arrears = row.Has("arrears") ? row.OneOf("arrears", ["regular", "left_in_post", "ex_qi"]) : null;
        var grounds = Grounds.Read(row, slug, desk.Formulas.Ids);
        return new ForceEntry(slug, name, polity, parent, commander, SeatId.None, PlaceId.None, false, new Figure(0, low, high),
            0, 0, 0, 0, 0, [], 0, 0, 0, ForceTraits.None, false, arrears, false, grounds);
    }

    private static ForceEntry ReadDetachment(
        Fields row, Desk desk, bool born, string slug, Bilingual name, PolityId polity, string? parent, PersonId commander)
    {
        var seat = new SeatId((byte)row.Id("seat", desk.SeatIds));
        var place = desk.Place(row, "place", slug);
        var men = row.Inner("men")!;
        var total = Figure.Read(men, slug, "total", 0, Most);
        int Arm(string key) => men.WholeIfAny(key, 0, Most) ?? 0;
        var (foot, light, heavy, militia, boats) = (Arm("foot"), Arm("light_horse"), Arm("heavy_horse"), Arm("militia"), Arm("boats"));
        var sum = foot + light + heavy + militia + boats;
        if (sum != total.Value) desk.Problems.Add(BookmarkMessages.ArmsDiffer, men.Of("total"), slug, sum, total.Value);
        men.End();
        var spread = desk.Shares(row.Inner("spread", required: false), slug, Most);
        var away = spread.Sum(share => share.Number);
        if (away > 0 && away >= total.Value) desk.Problems.Add(BookmarkMessages.SpreadTooWide, row.Of("spread"), slug, away, total.Value);
        var traits = ForceTraits.None;
        foreach (var word in row.Texts("traits"))
        {
            if (Words<ForceTraits>.TryRead(word, out var trait)) traits |= trait;
            else
                desk.Problems.Add(new Problem(ReadingMessages.NotChoice, row.Of("traits"), ["traits", word, Words<ForceTraits>.All],
                    Nearest.To(word, Words<ForceTraits>.All)));
        }
        return new ForceEntry(slug, name, polity, parent, commander, seat, place, true, total, foot, light, heavy, militia, boats, spread,
            row.Whole("porters", 0, Most), row.Whole("quality", 1, 10), row.Whole("morale", 0, 1000), traits,
            row.YesNo("hidden", absent: false), null, born, Grounds.Read(row, slug, desk.Formulas.Ids));
    }
}
