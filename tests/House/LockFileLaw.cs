using System.Text.Json;

namespace House;

/// <summary>A build is the same tomorrow: each project has its lock file, committed, and the lock names what the project asks for.</summary>
public class LockFileLaw
{
    [Fact]
    public void Every_project_has_a_committed_lock_file()
    {
        Assert.SkipWhen(Repository.Tracked is null, "a copy without git history cannot tell what is committed");
        foreach (var project in ArrowsLaw.Projects(""))
            Assert.Contains(Path.GetDirectoryName(project) + "/packages.lock.json", Repository.Tracked!);
    }

    [Fact]
    public void Every_lock_file_names_the_packages_of_its_project()
    {
        var shared = ArrowsLaw.References("Directory.Build.props", "PackageReference");
        foreach (var project in ArrowsLaw.Projects(""))
        {
            var asked = ArrowsLaw.References(project, "PackageReference").ToList();
            if (project.StartsWith("tests/")) asked.AddRange(shared);
            using var json = JsonDocument.Parse(Repository.Text(Path.GetDirectoryName(project) + "/packages.lock.json"));
            var locked = json.RootElement.GetProperty("dependencies").EnumerateObject().First().Value.EnumerateObject()
                .Where(package => package.Value.GetProperty("type").GetString() == "Direct")
                .Select(package => package.Name);
            Assert.Equal(asked.Order(), locked.Order());
        }
    }

    [Fact]
    public void Versions_stand_in_one_place()
    {
        foreach (var project in ArrowsLaw.Projects("")) Assert.DoesNotContain(" Version=\"", Repository.Text(project));
    }
}
