using System.Text;
using Yanyun.Chronicle.Telling;

namespace Yanyun.Server.Views;

/// <summary>The chronicle as text.</summary>
public static class Story
{
    /// <summary>Days as lines of text.</summary>
    public static string Text(IEnumerable<DayPage> pages)
    {
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            if (page.Quiet) continue;
            if (page.Before is { } before) text.Append(before).Append("\n\n");
            text.Append(page.Heading).Append('\n');
            foreach (var line in page.Lines) text.Append("  ").Append(line.Text).Append('\n');
            foreach (var note in page.Notes) text.Append("  ").Append(note).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }
}
