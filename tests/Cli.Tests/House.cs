namespace Cli.Tests;

/// <summary>Where the house lies on disk.</summary>
internal static class House
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
        return at;
    }
}
