using System.Xml.Linq;

namespace House;

/// <summary>Who may know whom. Rooms not built yet are already in the table.</summary>
public class ArrowsLaw
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Yanyun.Engine"] = [],
        ["Yanyun.Chronicle"] = ["Yanyun.Engine"],
        ["Yanyun.Deciders"] = ["Yanyun.Engine"],
        ["Yanyun.Lab"] = ["Yanyun.Deciders", "Yanyun.Chronicle", "Yanyun.Engine"],
        ["Yanyun.Server"] = ["Yanyun.Deciders", "Yanyun.Chronicle", "Yanyun.Lab", "Yanyun.Engine"],
        ["Yanyun"] = ["Yanyun.Engine", "Yanyun.Chronicle", "Yanyun.Deciders", "Yanyun.Lab", "Yanyun.Server"],
    };

    [Fact]
    public void A_room_knows_only_the_rooms_it_may()
    {
        var rooms = Projects("src/");
        Assert.NotEmpty(rooms);
        foreach (var path in rooms)
        {
            var room = Path.GetFileNameWithoutExtension(path);
            Assert.True(Allowed.TryGetValue(room, out var may), $"{path} is not a room of the house");
            foreach (var known in References(path, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))))
                Assert.True(may.Contains(known), $"{room} -> {known}");
        }
    }

    [Fact]
    public void No_room_knows_a_test()
    {
        foreach (var path in Projects("src/"))
            Assert.DoesNotContain(References(path, "ProjectReference"), r => r.Contains("tests"));
    }

    [Fact]
    public void The_Engine_has_no_package_but_the_one_that_guards_it()
    {
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], References("src/Yanyun.Engine/Yanyun.Engine.csproj", "PackageReference"));
    }

    [Fact]
    public void Only_the_Chronicle_reads_YAML()
    {
        var readers = Projects("").Where(path => References(path, "PackageReference").Contains("YamlDotNet"));
        Assert.Equal(["src/Yanyun.Chronicle/Yanyun.Chronicle.csproj"], readers);
        var users = Repository.Files.Where(path => path.EndsWith(".cs") && Repository.Text(path).Contains("using Yaml" + "DotNet"));
        Assert.All(users, path => Assert.StartsWith("src/Yanyun.Chronicle/", path));
    }

    internal static IReadOnlyList<string> Projects(string under) =>
        [.. Repository.Files.Where(path => path.StartsWith(under) && path.EndsWith(".csproj"))];

    internal static IReadOnlyList<string> References(string project, string kind) =>
        [.. XDocument.Parse(Repository.Text(project)).Descendants(kind).Select(e => (string)e.Attribute("Include")!)];
}
