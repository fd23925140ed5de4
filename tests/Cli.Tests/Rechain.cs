using System.Text;
using Yanyun.Chronicle.Records;

namespace Cli.Tests;

/// <summary>Forges records: changes fields and makes every check and sum agree again, as somebody who knows the format could.</summary>
internal static class Rechain
{
    /// <summary>All lines after a change, in a new sound chain.</summary>
    public static string Lines(IReadOnlyList<string> lines, Func<string, string> change)
    {
        var chain = RecordLine.ChainStart;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.Length == 0) continue;
            var fresh = new StringBuilder();
            foreach (var field in change(line).Split(' '))
            {
                if (field.StartsWith("sum=")) continue;
                var equals = field.IndexOf('=');
                var end = field.LastIndexOf('~');
                RecordLine.Append(fresh, field[..equals], RecordLine.Unescape(field[(equals + 1)..(end < 0 ? field.Length : end)]));
            }
            chain = RecordLine.End(fresh, chain);
            text.Append(fresh).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>A line with another value in a field; its check is made anew by <see cref="Lines"/>.</summary>
    public static string With(string line, string name, string value) =>
        string.Join(' ', line.Split(' ').Select(field => field.StartsWith(name + "=") ? $"{name}={value}" : field));
}
