using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>One call of the program in a test.</summary>
internal sealed record Answer(Exit Exit, string Out, string Error)
{
    /// <summary>Calls the program as the shell would, in English unless LANG says otherwise.</summary>
    public static Answer To(IReadOnlyList<string> line, string lang = "C.UTF-8")
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = FrontDoor.Open(line, output, error, name => name == "LANG" ? lang : null);
        return new(exit, output.ToString(), error.ToString());
    }

    public static Answer To(string line, string lang = "C.UTF-8") => To(Words(line), lang);

    /// <summary>Cuts a line as a shell does: spaces part words, single or double quotes keep them together.</summary>
    public static IReadOnlyList<string> Words(string line)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        var (quote, begun) = ('\0', false);
        foreach (var c in line)
        {
            if (quote != '\0' && c == quote) quote = '\0';
            else if (quote == '\0' && c is '\'' or '"') (quote, begun) = (c, true);
            else if (quote == '\0' && c == ' ')
            {
                if (begun || word.Length > 0) words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
            else word.Append(c);
        }
        if (begun || word.Length > 0) words.Add(word.ToString());
        return words;
    }
}
