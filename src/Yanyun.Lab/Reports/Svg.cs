using System.Globalization;
using System.Text;

namespace Yanyun.Lab.Reports;

/// <summary>
/// A drawing written by hand: text stays text, colours follow the reader's light or dark surroundings, and whoever cannot see it is told by its title
/// and description.
/// </summary>
internal sealed class Svg
{
    // Every pair of a colour and its ground has a contrast of at least 4.5, in light and in dark.
    private const string Style = """
        .ground{fill:#ffffff}.band{fill:#e8e8e8}.line{stroke:#767676;stroke-width:1}.zero{stroke:#1c1c1c;stroke-width:1}
        .trial{fill:#0b5fa5;stroke:#0b5fa5;stroke-width:2}.control{fill:#ffffff;stroke:#595959;stroke-width:2}
        text{font:13px system-ui,'Noto Sans','Noto Sans CJK TC',sans-serif;fill:#1c1c1c}.head{font-weight:600}.small{font-size:12px;fill:#555555}
        @media (prefers-color-scheme:dark){.ground{fill:#161616}.band{fill:#303030}.line{stroke:#8c8c8c}.zero{stroke:#f0f0f0}
        .trial{fill:#7db7f0;stroke:#7db7f0}.control{fill:#161616;stroke:#b8b8b8}text{fill:#f0f0f0}.small{fill:#c0c0c0}}
        """;

    private readonly StringBuilder _text = new();

    /// <param name="language">A tag of the web: <c>en</c>, <c>zh-Hant</c>.</param>
    public Svg(int width, int height, string language, string title, string description)
    {
        _text.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" xml:lang=\"{language}\" ");
        _text.Append("role=\"img\" aria-labelledby=\"title desc\">\n");
        _text.Append("<title id=\"title\">").Append(Escaped(title)).Append("</title>\n<desc id=\"desc\">").Append(Escaped(description)).Append("</desc>\n");
        _text.Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n");
        Box("ground", 0, 0, width, height);
    }

    public void Box(string kind, double x, double y, double width, double height) =>
        Add($"<rect class=\"{kind}\" x=\"{x:F1}\" y=\"{y:F1}\" width=\"{width:F1}\" height=\"{height:F1}\"/>");

    public void Line(string kind, double x1, double y1, double x2, double y2) =>
        Add($"<line class=\"{kind}\" x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\"/>");

    public void Dot(string kind, double x, double y) => Add($"<circle class=\"{kind}\" cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"4\"/>");

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(double x, double y, string text, string kind = "", string anchor = "start")
    {
        var classed = kind.Length > 0 ? $" class=\"{kind}\"" : "";
        var anchored = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        Add($"<text x=\"{x:F1}\" y=\"{y:F1}\"{classed}{anchored}>{Escaped(text)}</text>");
    }

    /// <summary>The whole of it.</summary>
    public string End() => _text + "</svg>\n";

    private void Add(FormattableString element) => _text.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}

/// <summary>A scale of numbers along a line of the drawing.</summary>
internal sealed class Axis
{
    private readonly double _low, _high, _from, _to;

    /// <summary>The least axis that holds the values and ends on its own marks.</summary>
    /// <param name="from">Where on the drawing its low end is.</param>
    public Axis(IEnumerable<double> values, double from, double to)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (!(high > low)) (low, high) = (double.IsFinite(low) ? low - 1 : -1, double.IsFinite(low) ? low + 1 : 1);
        Step = NiceStep((high - low) / 5);
        (_low, _high, _from, _to) = (Math.Floor(low / Step) * Step, Math.Ceiling(high / Step) * Step, from, to);
    }

    private double Step { get; }

    public double At(double value) => _from + (value - _low) / (_high - _low) * (_to - _from);

    /// <summary>Its marks, with what stands at each.</summary>
    public IEnumerable<(double At, string Text)> Marks()
    {
        var places = Step >= 1 ? 0 : Step >= 0.1 ? 1 : Step >= 0.01 ? 2 : 3;
        for (var i = (long)Math.Round(_low / Step); i <= (long)Math.Round(_high / Step); i++)
            yield return (At(i * Step), i == 0 ? "0" : (i * Step).ToString($"F{places}", CultureInfo.InvariantCulture));
    }

    /// <summary>The least of 1, 2, 5 times a power of ten that is no smaller.</summary>
    private static double NiceStep(double least)
    {
        var ten = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var digit in (double[])[1, 2, 5])
            if (digit * ten >= least * 0.999999) return digit * ten;
        return 10 * ten;
    }
}
