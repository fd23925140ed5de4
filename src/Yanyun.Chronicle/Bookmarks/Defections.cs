using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>Reads <c>defections.yaml</c>: what ties men to the house they serve, and what the word of a party is worth. The file may be missing.</summary>
internal static class DefectionReader
{
    public static void Read(string path, Desk desk)
    {
        desk.Faith = Unwritten(desk.Head.Parties.Count);
        desk.Bonds = Unwritten(desk.People.All.Count);
        if (!File.Exists(path) || DataFiles.Open(path, "yanyun-defections/1", desk.Problems) is not { } top) return;
        foreach (var row in top.Rows("faith"))
        {
            Set(desk, desk.Faith, row, row.Id("polity", desk.Head.PolityIds), row.Text("polity"));
            row.End();
        }
        foreach (var row in top.Rows("bonds"))
        {
            Set(desk, desk.Bonds, row, row.Id("person", desk.People.Ids), row.Text("person"));
            row.End();
        }
        top.End();
    }

    private static void Set(Desk desk, short[] table, Fields row, int number, string owner)
    {
        var value = Figure.Read(row, owner, "value", 0, 1000).Value;
        Grounds.Read(row, owner, desk.Formulas.Ids);
        if (number == 0) return;
        if (table[number] >= 0) desk.Problems.Add(BookmarkMessages.TwiceSet, row.Of("value"), "value", owner);
        table[number] = (short)value;
    }

    private static short[] Unwritten(int rows)
    {
        var table = new short[rows + 1];
        Array.Fill(table, (short)-1);
        return table;
    }
}
