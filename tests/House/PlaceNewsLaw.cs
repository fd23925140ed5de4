using System.Text.RegularExpressions;

namespace House;

/// <summary>
/// News of a place has one door, <c>World.Stir</c>: it is what the officers of the evening write about. An event that sets the day by itself is
/// seen by scouts and told by nobody.
/// </summary>
public class PlaceNewsLaw
{
    [Fact]
    public void Only_the_world_itself_writes_down_that_a_place_stirred()
    {
        var byThemselves = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Yanyun.Engine", "Rules"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadAllLines(file).Select((line, at) => (Spot: $"{Path.GetRelativePath(Repository.Root, file)}:{at + 1}", line)))
            .Where(row => Regex.IsMatch(row.line, @"(\bplace|\btown|\bhere|world\[(\w+\.)*(Place|At|Town|Home|From|To)\])\.NewsOn\s*=(?!=)"))
            .Select(row => row.Spot).ToList();
        Assert.Empty(byThemselves);
    }
}
