using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>
/// The checked geography of <c>scenarios/geography</c>: the Engine's atlas, and the names and grounds behind it. What only the map
/// draws is apart: <see cref="MapShapes"/>.
/// </summary>
public sealed class Geography
{
    private Geography(Atlas atlas, Gazetteer gazetteer) => (Atlas, Gazetteer) = (atlas, gazetteer);

    public Atlas Atlas { get; }
    public Gazetteer Gazetteer { get; }

    /// <summary>
    /// Reads and lints a directory of geography. Null when it has an error; every fault found is then among
    /// <paramref name="problems"/>, each with its spot.
    /// </summary>
    public static Geography? Load(string directory, Problems problems)
    {
        var before = problems.Errors;
        var folder = new DataFolder(directory, problems);
        var (placeFiles, routeFiles, crossingFiles) = (folder.Yaml("places"), folder.Yaml("routes"), folder.Yaml("crossings"));
        folder.ReadAhead(["tables.yaml", "sites.yaml", "entries.yaml", .. placeFiles, .. routeFiles, .. crossingFiles]);

        if (folder.Open("tables.yaml", "yanyun-tables/1") is not { } top) return null;
        var tables = Tables.Read(top, problems);
        top.End();
        var survey = new Survey(problems, tables);
        var places = new PlaceReader(survey);
        var routes = new RouteReader(survey);
        var crossings = new CrossingReader(survey);
        foreach (var file in placeFiles)
            if (folder.Open(file, "yanyun-places/1") is { } head) places.ReadNodes(head);
        foreach (var file in routeFiles)
            if (folder.Open(file, "yanyun-routes/1") is { } head) routes.Read(head);
        if (folder.Open("sites.yaml", "yanyun-sites/1") is { } sites) places.ReadPoints(sites);
        foreach (var file in crossingFiles)
            if (folder.Open(file, "yanyun-crossings/1") is { } head) crossings.Read(head);
        if (folder.Open("entries.yaml", "yanyun-entries/1") is { } entries) places.ReadEntries(entries);

        // A broken row breaks the network too; say so only when all rows were sound.
        if (problems.Errors == before) survey.CheckConnected();
        return problems.Errors == before ? new Geography(Cut(survey), new Gazetteer(survey)) : null;
    }

    private static Atlas Cut(Survey survey) => new(
        [default, .. survey.Places], [default, .. survey.Routes], [default, .. survey.Crossings], [default, .. survey.CrossingRoutes],
        survey.Tables.Regions.Count, survey.Tables.Rivers.Count);
}
