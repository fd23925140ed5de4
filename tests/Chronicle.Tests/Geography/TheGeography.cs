using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests;

/// <summary>The geography of the scenarios, read once.</summary>
internal static class TheGeography
{
    public static readonly string Root = FindRoot();
    public static readonly string Fixtures = Path.Combine(Root, "tests", "Chronicle.Tests", "fixtures", "geography");

    private static readonly string Data = Path.Combine(Root, "scenarios", "geography");

    private static readonly Lazy<Geography> Read = new(() =>
    {
        var problems = new Problems();
        var geography = Geography.Load(Data, problems);
        Assert.Empty(problems.All);
        return geography!;
    });

    private static readonly Lazy<MapShapes> Drawn = new(() =>
    {
        var problems = new Problems();
        var shapes = MapShapes.Load(Data, Gazetteer, problems);
        Assert.Empty(problems.All);
        return shapes!;
    });

    public static Atlas Atlas => Read.Value.Atlas;
    public static Gazetteer Gazetteer => Read.Value.Gazetteer;
    public static MapShapes Shapes => Drawn.Value;

    public static PlaceId At(string slug)
    {
        var place = Gazetteer.Find(slug);
        Assert.True(place.Exists, slug);
        return place;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Yanyun.slnx"))) directory = directory.Parent;
        return directory.FullName;
    }
}
