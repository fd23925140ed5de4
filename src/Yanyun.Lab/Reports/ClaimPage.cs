using System.Globalization;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Lab.Claims;
using static Yanyun.Lab.Reports.Wording;

namespace Yanyun.Lab.Reports;

/// <summary>
/// The page of a claim in Markdown: the claim and who holds it, what was measured and changed, the ruling, every figure with its pairs, interval,
/// horizon and looks, the controls beside it, and how to have the same again. The same results give the same bytes.
/// </summary>
public sealed class ClaimPage
{
    private readonly TextWriter _to;
    private readonly ClaimResult _claim;
    private readonly Language _language;

    private ClaimPage(TextWriter to, ClaimResult claim, Language language) => (_to, _claim, _language) = (to, claim, language);

    /// <summary>Its file, beside which the drawing lies.</summary>
    public static string FileOf(string claim, Language language, string ending = "md") => $"{claim}{language.In("", ".zh")}.{ending}";

    public static void Write(TextWriter to, ClaimResult claim, Language language) => new ClaimPage(to, claim, language).Write();

    private Experiment Trial => _claim.Trial.Experiment;

    private string In(string english, string chinese) => _language.In(english, chinese);

    private void Line(string text = "") => _to.Write(text + "\n");

    private void Write()
    {
        var claim = _claim.Claim;
        Line($"# {claim.Title.In(_language)}");
        Line();
        Line($"> {claim.Statement.In(_language)}");
        Line();
        Line($"**{In("Ruling", "判定")}{In(": ", "：")}{Of(_claim.Ruling).In(_language)}.** {Reason(_claim, _language)}".Replace(".**", In(".**", "。**"), StringComparison.Ordinal));
        Line();
        Line($"![{claim.Title.In(_language)}]({FileOf(claim.Id, _language, "svg")})");
        Line();
        WriteGrounds(claim);
        WriteTrial();
        WriteControls();
        WriteOthers();
        WriteLooks();
        WriteAgain();
    }

    /// <summary>Why the ruling is what it is: the finding with its figures, and the controls where they matter.</summary>
    public static string Reason(ClaimResult claim, Language language)
    {
        var (result, experiment) = (claim.Trial.Result, claim.Trial.Experiment);
        var (outcome, days) = (experiment.Outcomes[experiment.Primary], experiment.Horizons[experiment.PrimaryHorizon]);
        var pairs = Whole(result.Primary?.Pairs ?? 0);
        var reason = language.In(
            $"{Capital(outcome.What.English)}, {ClaimFigure.DaysAfter(days, language)}: {Estimate(result.Primary)} ({outcome.Unit.English}; 95% interval, n = {pairs}, {result.Looks.Count} looks): {Of(result.Verdict.Finding).English}; margin ±{Number(experiment.Margin)}; expected beforehand: {Of(experiment.Expect).English}.",
            $"{outcome.What.Chinese}，{ClaimFigure.DaysAfter(days, language)}：{Estimate(result.Primary)}（{outcome.Unit.Chinese}；95% 區間，n = {pairs}，檢視 {result.Looks.Count} 次）：{Of(result.Verdict.Finding).Chinese}；界限 ±{Number(experiment.Margin)}；事先所期：{Of(experiment.Expect).Chinese}。");
        foreach (var arm in claim.Failed)
            reason += language.In($" The {Of(arm.Experiment.Role).English} '{Claim.NameOf(arm.Experiment)}' is not without effect, so that the trial's own says nothing.",
                $"{Of(arm.Experiment.Role).Chinese}「{Claim.NameOf(arm.Experiment)}」並非無效果，故本試之效果不足為據。");
        foreach (var arm in claim.Open)
            reason += language.In($" Whether the {Of(arm.Experiment.Role).English} '{Claim.NameOf(arm.Experiment)}' is without effect is not resolved.",
                $"{Of(arm.Experiment.Role).Chinese}「{Claim.NameOf(arm.Experiment)}」是否無效果，未能判定。");
        return reason;
    }

    private void WriteGrounds(Claim claim)
    {
        Line($"{In("Sentences", "文句")}{In(": ", "：")}{string.Join(In(", ", "、"), claim.Sentences)}{In(".", "。")}");
        Line();
        Line($"## {In("Who says so", "誰主此說")}");
        Line();
        Line(In("| who | | what | where | how sure we are of it |", "| 何人 | | 所言 | 出處 | 確信 |"));
        Line("|---|---|---|---|---|");
        foreach (var position in claim.HeldBy)
            Line($"| {position.Who.In(_language)} | {Of(position.Holds).In(_language)} | {position.Says.In(_language)} | {position.Source ?? "-"} | {Of(position.Confidence).In(_language)} |");
        Line();
    }

    private void WriteTrial()
    {
        Line($"## {In("What was tried", "如何試之")}");
        Line();
        Line(_claim.Claim.Operational.In(_language));
        Line();
        WriteChanges(Trial);
        Line(Past(Trial));
        if (Trial.Given is { } given)
        {
            var (outcome, days, met) = (Trial.Outcomes[given.Outcome], Trial.Horizons[given.Horizon], _claim.Trial.Met ?? 0);
            var all = _claim.Trial.Result.Pairs - _claim.Trial.Result.Failed;
            Line();
            Line(In($"The run as it is met what the claim takes for granted ({outcome.What.English}: at least {Whole(given.AtLeast)} {ClaimFigure.DaysAfter(days, _language)}) in {Share(met, all)} of {Whole(all)} pairs.",
                $"原推演合於此說所據（{outcome.What.Chinese}：{ClaimFigure.DaysAfter(days, _language)}至少 {Whole(given.AtLeast)}）者，{Whole(all)} 對中佔 {Share(met, all)}。"));
        }
        Line();
    }

    private void WriteChanges(Experiment experiment)
    {
        foreach (var edit in experiment.Both) Line($"- {In("in both runs", "兩方皆")}{In(": ", "：")}`{edit.Text}`");
        foreach (var edit in experiment.Change) Line($"- {In("changed", "改動")}{In(": ", "：")}`{edit.Text}`");
        Line();
    }

    private string Past(Experiment experiment)
    {
        var start = (experiment.Scenario.FirstDay + experiment.Start).ToString();
        return experiment.Record is not null ? In($"From {start}; every pair has the reconstructed record as its past.", $"始於 {start}；各對皆以重建之史錄為前事。")
            : experiment.PastSeed is { } seed ? In($"From {start}; all pairs share the past of seed {seed}.", $"始於 {start}；各對共用種子 {seed} 之前事。")
            : In($"From {start}; each pair has a past of its own.", $"始於 {start}；各對自有其前事。");
    }

    private void WriteControls()
    {
        Line($"## {In("The trial and its controls", "本試與對照")}");
        Line();
        var outcome = Trial.Outcomes[Trial.Primary];
        Line($"{Capital(outcome.What.In(_language))} ({outcome.Unit.In(_language)}){In(".", "。")}");
        Line();
        Line(In("| | days | n | as is | changed | effect, 95% | P(>0), 95% | same | corr | VR | finding |", "| | 日 | n | 原 | 改 | 效果, 95% | P(>0), 95% | 同 | 相關 | 方差比 | 判定 |"));
        Line("|---|---:|---:|---:|---:|---|---|---:|---:|---:|---|");
        foreach (var arm in _claim.Arms)
            for (var h = 0; h < arm.Experiment.Horizons.Count; h++)
                WriteRow($"{Of(arm.Experiment.Role).In(_language)} `{Claim.NameOf(arm.Experiment)}`", arm.Result, arm.Experiment.Primary, h);
        Line();
        foreach (var control in _claim.Arms.Skip(1))
        {
            Line($"**{Of(control.Experiment.Role).In(_language)} `{Claim.NameOf(control.Experiment)}`: {control.Experiment.Title.In(_language)}{In(".", "。")}** {control.Experiment.Statement.In(_language)} {Past(control.Experiment)}");
            Line();
            WriteChanges(control.Experiment);
        }
    }

    private void WriteRow(string name, LabResult result, int outcome, int horizon)
    {
        if (result.EffectOn(outcome, horizon) is not { } e) return;
        var primary = outcome == result.Experiment.Primary && horizon == result.Experiment.PrimaryHorizon;
        Line($"| {name} | {Whole(result.Experiment.Horizons[horizon])} | {Whole(e.Pairs)} | {Number(e.Base)} | {Number(e.Changed)} | {Estimate(e)} | {PerCent(e.Above)} [{PerCent(e.AboveAround.Low)}, {PerCent(e.AboveAround.High)}] | {PerCent(e.Same)} | {Number(e.Correlation)} | {Number(e.VarianceRatio)} | {(primary ? Of(result.Verdict.Finding).In(_language) : "")} |");
    }

    private void WriteOthers()
    {
        Line($"## {In("What else the trial moved", "本試所及其他")}");
        Line();
        Line(In("These were looked at beside the primary outcome; none of them was asked to decide anything.", "以下與主要結果並觀，不以之為斷。"));
        Line();
        Line(In("| outcome | days | n | as is | changed | effect, 95% | P(>0), 95% | same | corr | VR | |", "| 結果 | 日 | n | 原 | 改 | 效果, 95% | P(>0), 95% | 同 | 相關 | 方差比 | |"));
        Line("|---|---:|---:|---:|---:|---|---|---:|---:|---:|---|");
        for (var o = 0; o < Trial.Outcomes.Count; o++)
            for (var h = 0; o != Trial.Primary && h < Trial.Horizons.Count; h++)
                WriteRow($"{Trial.Outcomes[o].What.In(_language)} ({Trial.Outcomes[o].Unit.In(_language)})", _claim.Trial.Result, o, h);
        Line();
    }

    private void WriteLooks()
    {
        Line($"## {In("Looks", "檢視")}");
        Line();
        Line(In("Pairs are stopped by the width of the interval, or by their number, never by where it lies. The number is the half width at each look.",
            "以區間之寬或對數而止，不以其所在而止。所列為每次檢視時之半寬。"));
        Line();
        foreach (var arm in _claim.Arms)
        {
            var looks = string.Join(In(", ", "，"), arm.Result.Looks.Select(look => $"{Whole(look.Pairs)}: ±{Number(look.HalfWidth)}"));
            var bites = In($"{Whole(arm.Result.Untouched)} pairs met nothing to change, {Whole(arm.Result.Failed)} failed", $"改動未及 {Whole(arm.Result.Untouched)} 對，失敗 {Whole(arm.Result.Failed)} 對");
            Line($"- `{Claim.NameOf(arm.Experiment)}`{In(": ", "：")}{looks} ({In("asked", "所求")} ±{Number(arm.Experiment.HalfWidth)}); {bites}{In(".", "。")}");
        }
        Line();
    }

    private void WriteAgain()
    {
        Line($"## {In("The same again", "重得此果")}");
        Line();
        Line(In($"Rules version {RulesVersion.Current}, scenario `{Trial.ScenarioId}` {Trial.Scenario.Hash:x16}.", $"規則第 {RulesVersion.Current} 版，劇本 `{Trial.ScenarioId}` {Trial.Scenario.Hash:x16}。"));
        Line();
        Line("```");
        Line($"./yanyun claims run {_claim.Claim.Id}");
        Line("```");
        Line();
        Line(In("| | seeds | experiment | digest of the results |", "| | 種子 | 實驗 | 結果之摘要 |"));
        Line("|---|---|---|---|");
        foreach (var arm in _claim.Arms)
        {
            var last = arm.Experiment.FirstSeed + (ulong)Math.Max(0, arm.Result.Pairs - 1);
            Line($"| `{Claim.NameOf(arm.Experiment)}` | {arm.Experiment.FirstSeed} - {last} | {arm.Experiment.Hash()} | {arm.Result.Digest[..32]} |");
        }
    }

    private static string Share(long part, long all) => all == 0 ? "-" : PerCent((double)part / all);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
