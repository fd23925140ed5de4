using System.Text;

namespace Yanyun.Cli.Front;

/// <summary>
/// A file being written beside its name and moved there when it is whole: what bears the name is never half done. Made before the
/// work begins, so that a place where nothing can be written is found at once.
/// </summary>
public sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _done;

    private OutputFile(string path, string temporary, TextWriter writer) => (_path, _temporary, Writer) = (path, temporary, writer);

    public TextWriter Writer { get; }

    /// <summary>Opens a file to write, or says why it cannot be.</summary>
    /// <param name="option">The option that named it.</param>
    public static (OutputFile? File, Mistake? Mistake) Open(string option, string path)
    {
        var at = $"{option} '{path}'";
        if (Directory.Exists(path)) return (null, Mistake.NotHere(at, CliMessages.IsFolder, null));
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder)) return (null, Mistake.NotHere(at, CliMessages.NoFolder, null, folder));
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        try
        {
            var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
            return (new OutputFile(full, temporary, writer), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Mistake.NotHere(at, CliMessages.NotWritable, null, e.Message));
        }
    }

    /// <summary>Closes the file and gives it its name.</summary>
    public void Done()
    {
        Writer.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _done = true;
    }

    public void Dispose()
    {
        if (_done) return;
        Writer.Dispose();
        File.Delete(_temporary);
    }
}
