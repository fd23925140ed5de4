using System.Globalization;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Lab;
using static Yanyun.Lab.Reports.Wording;

namespace Yanyun.Cli.Lab;

/// <summary>An experiment's result for readers and for programs. No effect is told without its pairs, interval, horizon and
/// looks.</summary>
public static class LabReport
{
    public static void WriteTable(TextWriter to, LabResult result, Language language)
    {
        var experiment = result.Experiment;
        var chinese = language == Language.Chinese;
        void Line(FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        string DateOf(int day) => (experiment.Scenario.FirstDay + day).ToString();
        Line($"{experiment.Title.In(language)}  ({experiment.Id})");
        Line($"{experiment.Statement.In(language)}");
        to.WriteLine();
        foreach (var edit in experiment.Both) Line($"{(chinese ? "兩方皆" : "in both runs")}: {edit.Text}");
        foreach (var edit in experiment.Change) Line($"{(chinese ? "改動" : "changed")}: {edit.Text}");
        var past = experiment.PastSeed is { } seed ? chinese ? $"，共用種子 {seed} 之前事" : $", one past of seed {seed}" : "";
        var last = experiment.FirstSeed + (ulong)Math.Max(0, result.Pairs - 1);
        Line(chinese
            ? (FormattableString)$"始於 {DateOf(experiment.Start)}；{result.Pairs} 對，種子 {experiment.FirstSeed} 至 {last}{past}；失敗 {result.Failed} 對，改動未及 {result.Untouched} 對"
            : $"from {DateOf(experiment.Start)}; {result.Pairs} pairs, seeds {experiment.FirstSeed} to {last}{past}; {result.Failed} failed, {result.Untouched} in which nothing was met to change");
        to.WriteLine();
        to.WriteLine(chinese
            ? Row("結果", "期限", "n", "原", "改", "效果", "95% 區間", "中位數, 95%", "P(>0), 95%", "同", "相關", "方差比")
            : Row("outcome", "days", "n", "as is", "changed", "effect", "95%", "median, 95%", "P(>0), 95%", "same", "corr", "VR"));
        for (var o = 0; o < experiment.Outcomes.Count; o++)
            for (var h = 0; h < experiment.Horizons.Count; h++)
                WriteRow(to, result, o, h);
        to.WriteLine();
        foreach (var outcome in experiment.Outcomes) Line($"{outcome.Slug}: {outcome.What.In(language)} ({outcome.Unit.In(language)})");
        to.WriteLine();
        foreach (var look in result.Looks)
            Line($"{(chinese ? "檢視" : "look")} {look.Pairs}: ±{Number(look.HalfWidth)} ({(chinese ? "所求" : "asked")} ±{Number(experiment.HalfWidth)}) {Words<Stop>.Of(look.Stop)}");
        WriteVerdict(to, result, language);
    }

    private static void WriteVerdict(TextWriter to, LabResult result, Language language)
    {
        var experiment = result.Experiment;
        var chinese = language == Language.Chinese;
        var (primary, horizon) = (experiment.Outcomes[experiment.Primary].Slug, experiment.Horizons[experiment.PrimaryHorizon]);
        var effect = result.Primary is { } e ? $"{Number(e.Mean)} [{Number(e.Around.Low)}, {Number(e.Around.High)}], n = {e.Pairs}" : "-";
        var (found, expected) = (Of(result.Verdict.Finding).In(language), Of(experiment.Expect).In(language));
        var margin = Number(experiment.Margin);
        var text = chinese
            ? (FormattableString)$"判定（{primary}，{horizon} 日後，檢視 {result.Looks.Count} 次）：{found}：{effect}；界限 ±{margin}；事先所期：{expected}"
            : $"verdict ({primary} after {horizon} days, {result.Looks.Count} looks): {found}: {effect}; margin ±{margin}; expected beforehand: {expected}";
        to.WriteLine(FormattableString.Invariant(text));
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{result.Seconds:F1} s, {(result.Seconds > 0 ? result.Pairs / result.Seconds : 0):F1}");
        to.WriteLine(chinese ? $"摘要 {result.Digest}；{seconds} 對/秒" : $"digest {result.Digest}; {seconds} pairs a second");
    }

    private static void WriteRow(TextWriter to, LabResult result, int outcome, int horizon)
    {
        var (slug, days) = (result.Experiment.Outcomes[outcome].Slug, result.Experiment.Horizons[horizon]);
        if (result.EffectOn(outcome, horizon) is not { } e)
        {
            to.WriteLine(Row(slug, Whole(days), "0", "", "", "", "", "", "", "", "", "").TrimEnd());
            return;
        }
        var around = $"[{Number(e.Around.Low)}, {Number(e.Around.High)}]";
        var median = e.Median is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m.Median} [{m.Low}, {m.High}]") : "-";
        var above = $"{Number(e.Above)} [{Number(e.AboveAround.Low)}, {Number(e.AboveAround.High)}]";
        to.WriteLine(Row(
            slug, Whole(days), Whole(e.Pairs), Number(e.Base), Number(e.Changed), Number(e.Mean), around, median, above, Number(e.Same),
            Number(e.Correlation), Number(e.VarianceRatio)));
    }

    /// <summary>A row of the table: name and intervals to the left, numbers to the right.</summary>
    private static string Row(
        string outcome, string days, string n, string asIs, string changed, string effect, string around, string median, string above, string same,
        string correlation, string ratio) =>
        $"{outcome,-22} {days,6} {n,7} {asIs,10} {changed,10} {effect,10}  {around,-22} {median,-24} {above,-20} {same,6} {correlation,6} {ratio,7}";

    public static void WriteJson(Utf8JsonWriter json, LabResult result, string folder)
    {
        var experiment = result.Experiment;
        json.WriteStartObject();
        json.WriteString("experiment", experiment.Id);
        json.WriteString("hash", experiment.Hash());
        json.WriteString("scenario", experiment.ScenarioId);
        json.WriteString("role", Words<Role>.Of(experiment.Role));
        json.WriteString("start", (experiment.Scenario.FirstDay + experiment.Start).ToString());
        json.WriteNumber("pairs", result.Pairs);
        json.WriteNumber("failed", result.Failed);
        json.WriteNumber("untouched", result.Untouched);
        json.WriteBoolean("finished", result.Finished);
        json.WriteStartArray("effects");
        for (var o = 0; o < experiment.Outcomes.Count; o++)
            for (var h = 0; h < experiment.Horizons.Count; h++)
                if (result.EffectOn(o, h) is { } effect) Write(json, experiment.Outcomes[o].Slug, experiment.Horizons[h], effect, result.Looks.Count);
        json.WriteEndArray();
        json.WriteStartArray("looks");
        foreach (var look in result.Looks)
        {
            json.WriteStartObject();
            json.WriteNumber("pairs", look.Pairs);
            Write(json, "effect", look.Effect);
            Write(json, "halfWidth", look.HalfWidth);
            json.WriteString("stop", Words<Stop>.Of(look.Stop));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("verdict");
        json.WriteString("outcome", experiment.Outcomes[experiment.Primary].Slug);
        json.WriteNumber("horizon", experiment.Horizons[experiment.PrimaryHorizon]);
        json.WriteString("finding", Words<Finding>.Of(result.Verdict.Finding));
        json.WriteString("expected", Words<Expectation>.Of(experiment.Expect));
        if (result.Verdict.AsExpected is { } so) json.WriteBoolean("asExpected", so);
        else json.WriteNull("asExpected");
        json.WriteEndObject();
        json.WriteString("digest", result.Digest);
        json.WriteNumber("seconds", Math.Round(result.Seconds, 3));
        json.WriteString("folder", folder);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string outcome, int horizon, Effect effect, int looks)
    {
        json.WriteStartObject();
        json.WriteString("outcome", outcome);
        json.WriteNumber("horizon", horizon);
        json.WriteNumber("n", effect.Pairs);
        json.WriteNumber("looks", looks);
        json.WriteNumber("base", effect.Base);
        json.WriteNumber("changed", effect.Changed);
        json.WriteNumber("effect", effect.Mean);
        json.WriteNumber("low", effect.Around.Low);
        json.WriteNumber("high", effect.Around.High);
        if (effect.Median is { } median)
        {
            json.WriteNumber("median", median.Median);
            json.WriteNumber("medianLow", median.Low);
            json.WriteNumber("medianHigh", median.High);
        }
        json.WriteNumber("above", effect.Above);
        json.WriteNumber("aboveLow", effect.AboveAround.Low);
        json.WriteNumber("aboveHigh", effect.AboveAround.High);
        json.WriteNumber("same", effect.Same);
        Write(json, "correlation", effect.Correlation);
        Write(json, "varianceRatio", effect.VarianceRatio);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
