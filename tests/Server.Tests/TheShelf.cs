using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The real scenario, read once for all tests.</summary>
internal static class TheShelf
{
    public const string Scenario = "1140-henan";

    public static string Root { get; } = FindRoot();

    public static Shelf Shelf { get; } = Shelf.Open(Path.Combine(Root, "scenarios"), new Problems())!;

    public static Ground Ground { get; } = Shelf.Take(Scenario, [], new Problems())!;

    public static SeatId Seat(string slug) => new((byte)Ground.Bookmark.Slugs.Seats[slug]);

    public static GameHead Head(string id, ulong seed = 7) =>
        new(id, "a war", Scenario, Ground.Scenario.Hash, RulesVersion.Current, seed, [], "maker", false, true, null, 0, 1);

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("yanyun-hall-").FullName;
    public string Games => System.IO.Path.Combine(Path, "games.sqlite");
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
