using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A court on the first day.</summary>
/// <param name="War">Standing of those for war, 0-1000.</param>
/// <param name="Peace">Standing of those for peace, 0-1000.</param>
public sealed record CourtEntry(PolityId Polity, PersonId Ruler, Figure War, Figure Peace, Grounds Grounds);

/// <summary>The courts of a bookmark: <c>courts.yaml</c>.</summary>
internal static class Courts
{
    public static IReadOnlyList<CourtEntry> Read(string path, Desk desk)
    {
        if (DataFiles.Open(path, "yanyun-courts/1", desk.Problems) is not { } top) return [];
        var courts = top.Rows("courts").Select(row => ReadRow(row, desk)).ToList();
        top.End();
        return courts;
    }

    private static CourtEntry ReadRow(Fields row, Desk desk)
    {
        var owner = row.Text("polity");
        var entry = new CourtEntry(desk.Polity(row), desk.Person(row, "ruler", owner), Standing(row, "war", owner), Standing(row, "peace", owner),
            Grounds.Read(row, owner, desk.Formulas.Ids));
        row.End();
        return entry;
    }

    private static Figure Standing(Fields row, string key, string owner)
    {
        if (row.Inner(key) is not { } inner) return default;
        var figure = Figure.Read(inner, $"{owner} {key}", "standing", 0, 1000);
        inner.End();
        return figure;
    }
}
