namespace House;

/// <summary>A rule is a chapter: about 250 lines. Beyond 400 a file is two.</summary>
public class FileLengthLaw
{
    private const int Longest = 400;

    [Fact]
    public void No_source_file_is_longer_than_a_long_chapter()
    {
        var sources = Repository.Files.Where(path => path.EndsWith(".cs") && path.StartsWith("src/")).ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(sources.Where(path => Lines(path) > Longest).Select(path => $"{path}: {Lines(path)} lines"));
    }

    [Fact]
    public void The_editor_settings_fit_a_page() => Assert.InRange(Lines(".editorconfig"), 1, 79);

    [Fact]
    public void The_README_is_the_front_door_and_not_the_manual()
    {
        if (Repository.Has("README.md")) Assert.InRange(Lines("README.md"), 1, 149);
    }

    private static int Lines(string path) => Repository.Text(path).Split('\n').Length - 1;
}
