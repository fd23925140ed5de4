using System.Diagnostics;

namespace House;

/// <summary>The house as it lies on disk: its root, and the files that are or would be committed.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files, and new ones that are not ignored: what the next commit of everything would hold. Paths from the root, with '/'.</summary>
    public static IReadOnlyList<string> Files { get; } = Git("ls-files --cached --others --exclude-standard") ?? Walk();

    /// <summary>Tracked files only; null in a copy without its history, where git cannot tell.</summary>
    public static IReadOnlyList<string>? Tracked { get; } = Git("ls-files --cached");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
        return at;
    }

    private static IReadOnlyList<string>? Git(string arguments)
    {
        if (!Path.Exists(Path.Combine(Root, ".git"))) return null;
        var start = new ProcessStartInfo("git", "-c core.quotePath=off " + arguments) { WorkingDirectory = Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0 ? [.. lines.Where(Has).Distinct()] : null;
    }

    private static IReadOnlyList<string> Walk() =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "out" or ".git" or ".vs" or "node_modules" or "TestResults"))];
}
