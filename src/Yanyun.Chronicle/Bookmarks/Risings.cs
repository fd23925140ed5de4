using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>
/// Reads <c>risings.yaml</c>: places whose people may rise, each with the band that then forms. The file may be missing. A hidden band of the order of
/// battle has its home where it hides; other bands have none.
/// </summary>
internal static class RisingReader
{
    public static void Read(string path, Desk desk)
    {
        if (!File.Exists(path) || DataFiles.Open(path, "yanyun-risings/1", desk.Problems) is not { } top) return;
        foreach (var row in top.Rows("bands"))
        {
            var slug = row.Slug("id");
            desk.Forces.Add(new ForceEntry(slug, DataFiles.Name(row), desk.Polity(row), null, desk.Person(row, "leader", slug),
                new SeatId((byte)row.Id("seat", desk.SeatIds)), desk.Place(row, "home", slug), true, default, 0, 0, 0, 0, 0, [], 0,
                row.Whole("quality", 1, 10), row.Whole("morale", 0, 1000), ForceTraits.Band, true, null, true,
                Grounds.Read(row, slug, desk.Formulas.Ids)), row.Of("id"), desk.Problems);
            row.End();
        }
        top.End();
    }

    /// <summary>Whether a force waits for a rising, not for its day in reinforcements.yaml.</summary>
    public static bool Waits(ForceEntry force) => force.Born && force.Hidden && force.Men.Value == 0;

    /// <summary>The Engine's table: every band that lives on land, in the order of forces.</summary>
    public static Rising[] Of(Forces forces)
    {
        var risings = new List<Rising> { default };
        for (short f = 1; f <= forces.Detachments.Count; f++)
        {
            var force = forces[new ForceId(f)];
            if ((force.Traits & (ForceTraits.Band | ForceTraits.Fleet)) != ForceTraits.Band) continue;
            risings.Add(new Rising(new ForceId(f), force.Hidden ? force.Place : PlaceId.None));
        }
        return [.. risings];
    }
}
