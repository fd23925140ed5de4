using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>The checked geography of <c>scenarios/geography</c>: the Engine's atlas, the names and grounds behind it, and what the map draws.</summary>
public sealed class Geography
{
    private Geography(Atlas atlas, Gazetteer gazetteer, MapShapes shapes) => (Atlas, Gazetteer, Shapes) = (atlas, gazetteer, shapes);

    public Atlas Atlas { get; }
    public Gazetteer Gazetteer { get; }
    public MapShapes Shapes { get; }

    /// <summary>
    /// Reads and lints a directory of geography. Null when it has an error; every fault found is then among
    /// <paramref name="problems"/>, each with its spot.
    /// </summary>
    public static Geography? Load(string directory, Problems problems)
    {
        var before = problems.Errors;
        if (Open(directory, "tables.yaml", "yanyun-tables/1", problems) is not { } top) return null;
        var tables = Tables.Read(top, problems);
        top.End();
        var survey = new Survey(problems, tables);
        var places = new PlaceReader(survey);
        foreach (var file in Files(directory, "places", problems))
            if (Open(directory, file, "yanyun-places/1", problems) is { } head) places.ReadNodes(head);
        var routes = new RouteReader(survey);
        foreach (var file in Files(directory, "routes", problems))
            if (Open(directory, file, "yanyun-routes/1", problems) is { } head) routes.Read(head);
        if (Open(directory, "sites.yaml", "yanyun-sites/1", problems) is { } sites) places.ReadPoints(sites);
        var crossings = new CrossingReader(survey);
        foreach (var file in Files(directory, "crossings", problems))
            if (Open(directory, file, "yanyun-crossings/1", problems) is { } head) crossings.Read(head);
        if (Open(directory, "entries.yaml", "yanyun-entries/1", problems) is { } entries) places.ReadEntries(entries);
        var shapes = MapShapes.Read(Open(directory, "waters.geojson", "yanyun-waters/1", problems),
            Open(directory, "areas.geojson", "yanyun-areas/1", problems), survey);
        // A broken row breaks the network too; say so only when all rows were sound.
        if (problems.Errors == before) survey.CheckConnected();
        return problems.Errors == before ? new Geography(Cut(survey), new Gazetteer(survey), shapes) : null;
    }

    private static Atlas Cut(Survey survey) => new(
        [default, .. survey.Places], [default, .. survey.Routes], [default, .. survey.Crossings], [default, .. survey.CrossingRoutes],
        survey.Tables.Regions.Count, survey.Tables.Rivers.Count);

    private static Fields? Open(string directory, string file, string format, Problems problems)
    {
        var path = Path.Combine(directory, file);
        if (YamlFile.Open(path, path, problems) is not { } root) return null;
        var top = new Fields(root, problems);
        if (top.Text("format") is { Length: > 0 } found && found != format)
        {
            problems.Add(new Problem(ReadingMessages.WrongFormat, top.Of("format"), [found, format]));
            return null;
        }
        return top;
    }

    /// <summary>The YAML files of a folder, in ordinal order of their names.</summary>
    private static IEnumerable<string> Files(string directory, string folder, Problems problems)
    {
        var path = Path.Combine(directory, folder);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.yaml") : [];
        if (files.Length == 0) problems.Add(ReadingMessages.NoFile, new Location(path, 0, 0), folder + "/*.yaml");
        Array.Sort(files, string.CompareOrdinal);
        return files.Select(file => Path.Combine(folder, Path.GetFileName(file)));
    }
}
