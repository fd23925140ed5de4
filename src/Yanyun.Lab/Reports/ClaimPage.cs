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
        Line($"**{In("Ruling: ", "判定：")}{Of(_claim.Ruling).In(_language)}{In(".", "。")}** {Reason(_claim, _language)}");
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
        var (after, estimate) = (ClaimFigure.DaysAfter(days, language), Estimate(result.Primary));
        var (pairs, looks, margin) = (Whole(result.Primary?.Pairs ?? 0), Whole(result.Looks.Count), Number(experiment.Margin));
        var (found, expected) = (Of(result.Verdict.Finding), Of(experiment.Expect));
        var reason = language.In(
            $"{Capital(outcome.What.English)}, {after}: {estimate} ({outcome.Unit.English}; 95% interval, n = {pairs}, {looks} looks): "
            + $"{found.English}; margin ±{margin}; expected beforehand: {expected.English}.",
            $"{outcome.What.Chinese}，{after}：{estimate}（{outcome.Unit.Chinese}；95% 區間，n = {pairs}，檢視 {looks} 次）："
            + $"{found.Chinese}；界限 ±{margin}；事先所期：{expected.Chinese}。");
        foreach (var arm in claim.Failed)
        {
            var (role, name) = (Of(arm.Experiment.Role).In(language), Claim.NameOf(arm.Experiment));
            reason += language.In($" The {role} '{name}' is not without effect, so that the trial's own says nothing.", $"{role}「{name}」並非無效果，故本試之效果不足為據。");
        }
        foreach (var arm in claim.Open)
        {
            var (role, name) = (Of(arm.Experiment.Role).In(language), Claim.NameOf(arm.Experiment));
            reason += language.In($" Whether the {role} '{name}' is without effect is not resolved.", $"{role}「{name}」是否無效果，未能判定。");
        }
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
        foreach (var by in claim.HeldBy)
            Row(by.Who.In(_language), Of(by.Holds).In(_language), by.Says.In(_language), by.Source ?? "-", Of(by.Confidence).In(_language));
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
            var what = Trial.Outcomes[given.Outcome].What.In(_language);
            var after = ClaimFigure.DaysAfter(Trial.Horizons[given.Horizon], _language);
            var all = _claim.Trial.Result.Pairs - _claim.Trial.Result.Failed;
            var share = Share(_claim.Trial.Met ?? 0, all);
            Line();
            Line(In($"The run as it is met what the claim takes for granted ({what}: at least {given.AtLeast} {after}) in {share} of {all} pairs.",
                $"原推演合於此說所據（{what}：{after}至少 {given.AtLeast}）者，{all} 對中佔 {share}。"));
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
        var past = experiment.Record is not null ? In("every pair has the reconstructed record as its past", "各對皆以重建之史錄為前事")
            : experiment.PastSeed is { } seed ? In($"all pairs share the past of seed {seed}", $"各對共用種子 {seed} 之前事")
            : In("each pair has a past of its own", "各對自有其前事");
        return In($"From {start}; {past}.", $"始於 {start}；{past}。");
    }

    private void WriteControls()
    {
        Line($"## {In("The trial and its controls", "本試與對照")}");
        Line();
        var outcome = Trial.Outcomes[Trial.Primary];
        Line($"{Capital(outcome.What.In(_language))} ({outcome.Unit.In(_language)}){In(".", "。")}");
        Line();
        WriteHead("", "", In("finding", "判定"));
        foreach (var arm in _claim.Arms)
            for (var h = 0; h < arm.Experiment.Horizons.Count; h++)
                WriteRow($"{Of(arm.Experiment.Role).In(_language)} `{Claim.NameOf(arm.Experiment)}`", arm.Result, arm.Experiment.Primary, h);
        Line();
        foreach (var control in _claim.Arms.Skip(1))
        {
            var experiment = control.Experiment;
            Line($"**{Of(experiment.Role).In(_language)} `{Claim.NameOf(experiment)}`{In(": ", "：")}{experiment.Title.In(_language)}{In(".", "。")}** "
                + $"{experiment.Statement.In(_language)} {Past(experiment)}");
            Line();
            WriteChanges(experiment);
        }
    }

    private void WriteRow(string name, LabResult result, int outcome, int horizon)
    {
        if (result.EffectOn(outcome, horizon) is not { } e) return;
        var primary = outcome == result.Experiment.Primary && horizon == result.Experiment.PrimaryHorizon;
        Row(name, Whole(result.Experiment.Horizons[horizon]), Whole(e.Pairs), Number(e.Base), Number(e.Changed), Estimate(e),
            $"{PerCent(e.Above)} [{PerCent(e.AboveAround.Low)}, {PerCent(e.AboveAround.High)}]", PerCent(e.Same), Number(e.Correlation),
            Number(e.VarianceRatio), primary ? Of(result.Verdict.Finding).In(_language) : "");
    }

    private void WriteHead(string english, string chinese, string last)
    {
        Line(In($"| {english} | days | n | as is | changed | effect, 95% | P(>0), 95% | same | corr | VR | {last} |",
            $"| {chinese} | 日 | n | 原 | 改 | 效果, 95% | P(>0), 95% | 同 | 相關 | 方差比 | {last} |"));
        Line("|---|---:|---:|---:|---:|---|---|---:|---:|---:|---|");
    }

    private void Row(params string[] cells) => Line($"| {string.Join(" | ", cells)} |");

    private void WriteOthers()
    {
        Line($"## {In("What else the trial moved", "本試所及其他")}");
        Line();
        Line(In("These were looked at beside the primary outcome; none of them was asked to decide anything.", "以下與主要結果並觀，不以之為斷。"));
        Line();
        WriteHead("outcome", "結果", "");
        for (var o = 0; o < Trial.Outcomes.Count; o++)
            for (var h = 0; o != Trial.Primary && h < Trial.Horizons.Count; h++)
                WriteRow($"{Trial.Outcomes[o].What.In(_language)} ({Trial.Outcomes[o].Unit.In(_language)})", _claim.Trial.Result, o, h);
        Line();
    }

    private void WriteLooks()
    {
        Line($"## {In("Looks", "檢視")}");
        Line();
        Line(In(
            "Pairs are stopped by the width of the interval, or by their number, never by where it lies. The number is the half width at each look.",
            "以區間之寬或對數而止，不以其所在而止。所列為每次檢視時之半寬。"));
        Line();
        foreach (var arm in _claim.Arms)
        {
            var looks = string.Join(In(", ", "，"), arm.Result.Looks.Select(look => $"{Whole(look.Pairs)}: ±{Number(look.HalfWidth)}"));
            var (untouched, failed) = (Whole(arm.Result.Untouched), Whole(arm.Result.Failed));
            var met = In($"{untouched} pairs met nothing to change, {failed} failed", $"改動未及 {untouched} 對，失敗 {failed} 對");
            var asked = $"{In("asked", "所求")} ±{Number(arm.Experiment.HalfWidth)}";
            Line($"- `{Claim.NameOf(arm.Experiment)}`{In(": ", "：")}{looks} ({asked}); {met}{In(".", "。")}");
        }
        Line();
    }

    private void WriteAgain()
    {
        Line($"## {In("The same again", "重得此果")}");
        Line();
        var scenario = $"`{Trial.ScenarioId}` {Trial.Scenario.Hash:x16}";
        Line(In($"Rules version {RulesVersion.Current}, scenario {scenario}.", $"規則第 {RulesVersion.Current} 版，劇本 {scenario}。"));
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
            Row($"`{Claim.NameOf(arm.Experiment)}`", $"{arm.Experiment.FirstSeed} - {last}", arm.Experiment.Hash(), arm.Result.Digest[..32]);
        }
    }

    private static string Share(long part, long all) => all == 0 ? "-" : PerCent((double)part / all);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
