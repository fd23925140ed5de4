using System.Globalization;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Claims;
using Yanyun.Lab.Claims;
using static Yanyun.Lab.Reports.Wording;

namespace Yanyun.Lab.Reports;

/// <summary>
/// The drawing of a claim: above, the effect on the primary outcome with its interval, of the trial and of each control at each horizon; below, how the
/// pairs of the trial differ one by one.
/// </summary>
public static class ClaimFigure
{
    private const int Width = 820, Left = 240, Right = 590, RowHeight = 22, HeadHeight = 26, Top = 64, BarsHeight = 150, Foot = 48;

    public static string Draw(ClaimResult claim, Language language)
    {
        var rows = claim.Arms.Sum(arm => arm.Experiment.Horizons.Count) * RowHeight + claim.Arms.Count * HeadHeight;
        var height = Top + rows + 70 + BarsHeight + Foot;
        var outcome = claim.Trial.Experiment.Outcomes[claim.Trial.Experiment.Primary];
        var svg = new Svg(Width, height, language.In("en", "zh-Hant"), claim.Claim.Title.In(language), Describe(claim, language));
        svg.Text(16, 26, claim.Claim.Title.In(language), "head");
        svg.Text(16, 46, language.In($"effect on: {outcome.What.English} ({outcome.Unit.English}); line: 95% interval; shaded: less than the margin",
            $"所測：{outcome.What.Chinese}（{outcome.Unit.Chinese}）；橫線：95% 區間；灰底：未及界限"), "small");
        DrawEffects(svg, claim, Top + rows, language);
        DrawBars(svg, claim, Top + rows + 70, language);
        return svg.End();
    }

    private static void DrawEffects(Svg svg, ClaimResult claim, double bottom, Language language)
    {
        var margin = claim.Trial.Experiment.Margin;
        var ends = claim.Arms.SelectMany(Effects).SelectMany(effect => (double[])[effect.Around.Low, effect.Around.High]);
        var axis = new Axis([.. ends, -margin, margin, 0], Left, Right);
        DrawMarks(svg, axis, bottom);
        var y = (double)Top;
        foreach (var arm in claim.Arms)
        {
            var experiment = arm.Experiment;
            var kind = arm == claim.Trial ? "trial" : "control";
            svg.Text(16, y + 18, $"{Of(experiment.Role).In(language)}{language.In(": ", "：")}{experiment.Title.In(language)}", "head");
            y += HeadHeight;
            var rows = experiment.Horizons.Count * RowHeight;
            svg.Box("band", axis.At(-margin), y, axis.At(margin) - axis.At(-margin), rows);
            svg.Line("zero", axis.At(0), y, axis.At(0), y + rows);
            for (var h = 0; h < experiment.Horizons.Count; h++, y += RowHeight)
            {
                var mid = y + RowHeight / 2.0;
                svg.Text(32, mid + 4, DaysAfter(experiment.Horizons[h], language));
                if (arm.Result.EffectOn(experiment.Primary, h) is not { } effect) continue;
                svg.Line(kind, axis.At(effect.Around.Low), mid, axis.At(effect.Around.High), mid);
                svg.Dot(kind, axis.At(effect.Mean), mid);
                svg.Text(Right + 12, mid + 4, $"{Estimate(effect)}  n = {Whole(effect.Pairs)}", "small");
            }
        }
    }

    private static void DrawBars(Svg svg, ClaimResult claim, double top, Language language)
    {
        var (spread, experiment) = (claim.Trial.Spread, claim.Trial.Experiment);
        var outcome = experiment.Outcomes[experiment.Primary];
        var same = claim.Trial.Result.Primary is { } primary ? PerCent(primary.Same) : "-";
        var after = DaysAfter(experiment.Horizons[experiment.PrimaryHorizon], language);
        svg.Text(16, top - 14, language.In(
            $"pairs by their difference, changed run less run as it is, {after}; the same in {same}",
            $"各對之差（改動之推演減原推演），{after}；相同者 {same}"), "head");
        if (spread.Columns.Count == 0) return;
        var most = spread.Columns.Max(column => column.Pairs);
        var all = spread.Columns.Sum(column => column.Pairs);
        // Of columns one wide the middle is the value itself.
        var shift = spread.Width == 1 ? 0.5 : 0;
        var axis = new Axis([spread.Columns[0].From - shift, spread.Columns[^1].From + spread.Width - shift, 0], Left - 180, Right + 60);
        var bottom = top + BarsHeight;
        foreach (var (from, pairs) in spread.Columns)
        {
            var (x, end) = (axis.At(from - shift), axis.At(from + spread.Width - shift));
            var height = (double)pairs / most * (BarsHeight - 18);
            svg.Box("trial", x + 1, bottom - height, Math.Max(1, end - x - 2), height);
            if (end - x > 34) svg.Text((x + end) / 2, bottom - height - 5, PerCent((double)pairs / all), "small", "middle");
        }
        svg.Line("zero", axis.At(0), top, axis.At(0), bottom);
        DrawMarks(svg, axis, bottom);
        svg.Text((Left + Right) / 2.0 - 60, bottom + 38, outcome.Unit.In(language), "small", "middle");
    }

    private static void DrawMarks(Svg svg, Axis axis, double y)
    {
        var marks = axis.Marks().ToList();
        svg.Line("line", marks[0].At, y, marks[^1].At, y);
        foreach (var (at, text) in marks)
        {
            svg.Line("line", at, y, at, y + 5);
            svg.Text(at, y + 19, text, "small", "middle");
        }
    }

    private static IEnumerable<Effect> Effects(ArmResult arm) =>
        Enumerable.Range(0, arm.Experiment.Horizons.Count).Select(h => arm.Result.EffectOn(arm.Experiment.Primary, h)).OfType<Effect>();

    internal static string DaysAfter(int days, Language language) => language.In(
        string.Create(CultureInfo.InvariantCulture, $"after {days} days"), string.Create(CultureInfo.InvariantCulture, $"{days} 日後"));

    /// <summary>What the drawing says, for those who are read to.</summary>
    private static string Describe(ClaimResult claim, Language language)
    {
        var parts = new List<string>();
        foreach (var arm in claim.Arms)
            for (var h = 0; h < arm.Experiment.Horizons.Count; h++)
                if (arm.Result.EffectOn(arm.Experiment.Primary, h) is { } effect)
                {
                    var named = $"{Of(arm.Experiment.Role).In(language)} {Claim.NameOf(arm.Experiment)} {DaysAfter(arm.Experiment.Horizons[h], language)}";
                    parts.Add($"{named}{language.In(": ", "：")}{Estimate(effect)}{language.In(", ", "，")}{Whole(effect.Pairs)} {language.In("pairs", "對")}");
                }
        if (claim.Trial.Result.Primary is { } primary)
            parts.Add(language.In(
                $"in {PerCent(primary.Above)} of the pairs the changed run has more, in {PerCent(primary.Same)} the same",
                $"{PerCent(primary.Above)} 之對改動者多，{PerCent(primary.Same)} 相同"));
        return string.Join(language.In("; ", "；"), parts) + language.In(".", "。");
    }
}
