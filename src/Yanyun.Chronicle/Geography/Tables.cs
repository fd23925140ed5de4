using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle;

/// <summary>A thing that has a name in each language and no more: a state, a region, a river.</summary>
/// <param name="Id">Its slug in the data.</param>
public sealed record Named(string Id, string English, string Hanzi)
{
    public string In(Language language) => language == Language.Chinese ? Hanzi : English;
}

/// <summary>A Song circuit about 1120, or the Liao, Jin or foreign land that a place lay in.</summary>
/// <param name="Region">Number of its region, from 1.</param>
public sealed record Circuit(string Id, string English, string Hanzi, byte Region);

/// <summary>The small tables other files name: <c>tables.yaml</c>.</summary>
internal sealed class Tables
{
    public IdTable GroundIds { get; } = new("ground", "依據");
    public IdTable PolityIds { get; } = new("polity", "政權");
    public IdTable RegionIds { get; } = new("region", "地區");
    public IdTable CircuitIds { get; } = new("circuit", "路");
    public IdTable RiverIds { get; } = new("river", "河流");
    public List<Ground> Grounds { get; } = [];
    public List<Named> Polities { get; } = [];
    public List<Named> Regions { get; } = [];
    public List<Circuit> Circuits { get; } = [];
    public List<Named> Rivers { get; } = [];

    public static Tables Read(Fields top, Problems problems)
    {
        var tables = new Tables();
        foreach (var row in top.Rows("grounds"))
        {
            var id = row.Slug("id");
            var kind = row.Choice<GroundKind>("kind");
            var text = row.Text("text");
            var range = row.TextIfAny("range");
            var reason = row.TextIfAny("reason");
            row.End();
            if ((kind == GroundKind.Estimate && range is null) || (kind == GroundKind.Balance && reason is null))
                problems.Add(GeographyMessages.NoRange, row.At, id, Words<GroundKind>.Of(kind));
            if (tables.GroundIds.Add(id, row.Of("id"), problems) > 0) tables.Grounds.Add(new Ground(id, kind, text, range ?? reason));
        }
        ReadNamed(top.Rows("polities"), tables.PolityIds, tables.Polities, problems);
        ReadNamed(top.Rows("regions"), tables.RegionIds, tables.Regions, problems);
        foreach (var row in top.Rows("circuits"))
        {
            var named = ReadName(row);
            var region = row.Id("region", tables.RegionIds);
            row.End();
            if (tables.CircuitIds.Add(named.Id, row.Of("id"), problems) > 0)
                tables.Circuits.Add(new Circuit(named.Id, named.English, named.Hanzi, (byte)region));
        }
        ReadNamed(top.Rows("rivers"), tables.RiverIds, tables.Rivers, problems);
        return tables;
    }

    private static void ReadNamed(IEnumerable<Fields> rows, IdTable ids, List<Named> list, Problems problems)
    {
        foreach (var row in rows)
        {
            var named = ReadName(row);
            row.End();
            if (ids.Add(named.Id, row.Of("id"), problems) > 0) list.Add(named);
        }
    }

    /// <summary>The keys every named row has: id, hanzi, name; with their lints.</summary>
    public static Named ReadName(Fields row)
    {
        var id = row.Slug("id");
        var hanzi = row.TextIfAny("hanzi");
        var name = row.TextIfAny("name");
        if (hanzi is null || name is null) row.Problems.Add(GeographyMessages.NoName, row.At, id, hanzi is null ? "hanzi" : "name");
        else if (!hanzi.Any(c => c is >= '\u3400' and <= '\u9fff')) row.Problems.Add(GeographyMessages.NotHan, row.Of("hanzi"), id, hanzi);
        return new Named(id, name ?? "", hanzi ?? "");
    }
}
