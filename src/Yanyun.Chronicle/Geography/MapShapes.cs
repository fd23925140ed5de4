using System.Globalization;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>What a drawn line is.</summary>
public enum WaterKind : byte { Coast, River, Canal, Lake, Marsh, Range, Wall }

/// <summary>A coast, river, canal, lake, marsh, range or the line of passes.</summary>
/// <param name="From">First day it is drawn so.</param>
/// <param name="To">First day it is drawn so no more.</param>
/// <param name="PointsE4">Longitude and latitude in 1/10,000 degree.</param>
public sealed record Water(Named Name, WaterKind Kind, Day From, Day To, Confidence Confidence,
    IReadOnlyList<(int LonE4, int LatE4)> PointsE4);

/// <summary>The land of a state about a day of survey; context for the eye, never a rule.</summary>
public sealed record PolityArea(string Polity, Day AsOf, Day From, Day To, IReadOnlyList<IReadOnlyList<(int LonE4, int LatE4)>> RingsE4);

/// <summary>What the map draws beside places and routes: <c>waters.geojson</c> and <c>areas.geojson</c>.</summary>
public sealed class MapShapes
{
    public List<Water> Waters { get; } = [];
    public List<PolityArea> Areas { get; } = [];

    /// <summary>Reads and lints both files of a directory of geography. Null when one has an error.</summary>
    public static MapShapes? Load(string directory, Gazetteer gazetteer, Problems problems)
    {
        var before = problems.Errors;
        var folder = new DataFolder(directory, problems);
        folder.ReadAhead(["waters.geojson", "areas.geojson"]);
        var reader = new ShapeReader(new Survey(problems, gazetteer.Tables));
        var shapes = new MapShapes();
        if (folder.Open("waters.geojson", "yanyun-waters/1") is { } waters) reader.ReadWaters(waters, shapes.Waters);
        if (folder.Open("areas.geojson", "yanyun-areas/1") is { } areas) reader.ReadAreas(areas, shapes.Areas);
        return problems.Errors == before ? shapes : null;
    }
}

/// <summary>Reads the features of the two GeoJSON files; JSON is YAML, so they have spots as all data has.</summary>
internal sealed class ShapeReader(Survey survey)
{
    public void ReadWaters(Fields waters, List<Water> into)
    {
        var ids = new IdTable("water", "水域");
        foreach (var (properties, geometry) in Features(waters))
        {
            var name = Tables.ReadName(properties);
            var kind = properties.Choice<WaterKind>("kind");
            var (from, to) = ReadSpan(properties, name.Id);
            var confidence = properties.Choice<Confidence>("confidence");
            properties.TextIfAny("source");
            if (properties.TextIfAny("note") is null && confidence == Confidence.Low && kind is not WaterKind.Range)
                survey.Problems.Add(GeographyMessages.LowWithoutNote, properties.At, name.Id);
            properties.End();
            ids.Add(name.Id, properties.Of("id"), survey.Problems);
            geometry.OneOf("type", ["LineString"]);
            var line = Line(geometry.Find("coordinates"), name.Id);
            if (geometry.Sound && line.Count < 2)
                survey.Problems.Add(GeographyMessages.TooFewPoints, geometry.Of("coordinates"), name.Id, line.Count);
            geometry.End();
            into.Add(new Water(name, kind, from, to, confidence, line));
        }
    }

    public void ReadAreas(Fields areas, List<PolityArea> into)
    {
        foreach (var (properties, geometry) in Features(areas))
        {
            var holder = properties.Id("holder", survey.Tables.PolityIds);
            properties.Text("hanzi");
            properties.Text("name");
            var asOf = properties.Date("as_of");
            var id = $"{properties.TextIfAny("holder")} {properties.TextIfAny("as_of")}";
            var (from, to) = ReadSpan(properties, id);
            properties.Choice<Confidence>("confidence");
            properties.TextIfAny("note");
            properties.End();
            geometry.OneOf("type", ["Polygon"]);
            var rings = new List<IReadOnlyList<(int, int)>>();
            if (geometry.Find("coordinates") is Sequence list)
                foreach (var ring in list.Items) rings.Add(Ring(ring, id));
            else
                survey.Problems.Add(ReadingMessages.MissingKey, geometry.At, "coordinates");
            geometry.End();
            if (holder > 0) into.Add(new PolityArea(survey.Tables.PolityIds[holder], asOf, from, to, rings));
        }
    }

    private IEnumerable<(Fields Properties, Fields Geometry)> Features(Fields top)
    {
        top.OneOf("type", ["FeatureCollection"]);
        top.OneOf("licence", ["CC BY 4.0"]);
        top.Text("units");
        top.Text("about");
        var basis = Basis.Read(top, survey.Tables);
        if (basis["coordinates"] is null) survey.Problems.Add(GeographyMessages.NoGround, top.At, "coordinates", top.At.File);
        foreach (var feature in top.Rows("features"))
        {
            feature.OneOf("type", ["Feature"]);
            var (properties, geometry) = (feature.Inner("properties"), feature.Inner("geometry"));
            feature.End();
            if (properties is not null && geometry is not null) yield return (properties, geometry);
        }
        top.End();
    }

    private (Day, Day) ReadSpan(Fields properties, string id)
    {
        var from = properties.DateIfAny("from") ?? Fields.FirstDay;
        var to = properties.DateIfAny("to") ?? Fields.LastDay + 1;
        if (to <= from)
            survey.Problems.Add(GeographyMessages.ReversedDates, properties.Of("to"), id, from.ToString(), to.ToString());
        return (from, to);
    }

    private List<(int, int)> Ring(Node node, string id)
    {
        var before = survey.Problems.Errors;
        var ring = Line(node, id);
        if (survey.Problems.Errors > before) return ring;
        if (ring.Count < 4 || ring[0] != ring[^1]) survey.Problems.Add(GeographyMessages.OpenRing, node.At, id);
        return ring;
    }

    private List<(int, int)> Line(Node? node, string id)
    {
        var line = new List<(int, int)>();
        if (node is not Sequence points) return line;
        foreach (var item in points.Items)
        {
            if (item is not Sequence { Items: [Scalar lon, Scalar lat] } || !Degrees(lon, out var x) || !Degrees(lat, out var y))
                survey.Problems.Add(ReadingMessages.WrongShape, item.At, "coordinates", item.Shape, Shapes.Pair);
            else if (x is < 900_000 or > 1_350_000 || y is < 180_000 or > 550_000)
                survey.Problems.Add(GeographyMessages.ShapeOffMap, item.At, id, lon.Text, lat.Text);
            else
                line.Add((x, y));
        }
        return line;
    }

    private static bool Degrees(Scalar word, out int e4)
    {
        e4 = 0;
        const NumberStyles form = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(word.Text, form, CultureInfo.InvariantCulture, out var value)
            || value is < -180 or > 180) return false;
        e4 = (int)(value * 10_000);
        return true;
    }
}
