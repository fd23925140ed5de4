using Yanyun.Chronicle;
using Yanyun.Chronicle.Experiments;
using Yanyun.Engine;
using Yanyun.Lab.Claims;
using static Yanyun.Lab.Reports.Wording;

namespace Yanyun.Lab.Reports;

/// <summary>All claims on one page: a row each, under the rules they were played by.</summary>
public static class ClaimIndex
{
    public static string FileOf(Language language) => language.In("README.md", "README.zh.md");

    public static void Write(TextWriter to, IReadOnlyList<ClaimResult> claims, Language language)
    {
        void Line(string text = "") => to.Write(text + "\n");
        Line($"# {language.In("Claims put to the test", "諸說之驗")}");
        Line();
        Line(language.In(
            $"Written by `yanyun claims run` under rules version {RulesVersion.Current}. What the figures mean: [the laboratory](../lab.md). An interval is over "
            + "seeds, of this model; it says nothing of what the model leaves out. Granted is the share of pairs whose run as it is met what the claim takes for granted.",
            $"由 `yanyun claims run` 寫成，規則第 {RulesVersion.Current} 版。各數之義見[實驗室](../lab.md)。區間就本模型之種子而言，模型所無者不在其內。"
            + "「所據」為原推演合於此說所據之對所佔之比。"));
        Line();
        Line(language.In(
            "| claim | ruling | outcome | days | n | looks | effect, 95% | margin | P(>0) | corr | VR | granted | placebo | wrong date |",
            "| 主張 | 判定 | 結果 | 日 | n | 檢視 | 效果, 95% | 界限 | P(>0) | 相關 | 方差比 | 所據 | 安慰對照 | 錯日對照 |"));
        Line("|---|---|---|---:|---:|---:|---|---:|---:|---:|---:|---:|---|---|");
        foreach (var claim in claims)
        {
            var (arm, experiment) = (claim.Trial, claim.Trial.Experiment);
            var (effect, all) = (arm.Result.Primary, arm.Result.Pairs - arm.Result.Failed);
            var granted = arm.Met is { } met && all > 0 ? PerCent((double)met / all) : "-";
            string[] cells =
            [
                $"[{claim.Claim.Title.In(language)}]({ClaimPage.FileOf(claim.Claim.Id, language)})", Of(claim.Ruling).In(language),
                $"`{experiment.Outcomes[experiment.Primary].Slug}`", Whole(experiment.Horizons[experiment.PrimaryHorizon]), Whole(effect?.Pairs ?? 0),
                Whole(arm.Result.Looks.Count), Estimate(effect), Number(experiment.Margin), effect is null ? "-" : PerCent(effect.Above),
                Number(effect?.Correlation), Number(effect?.VarianceRatio), granted, Controls(claim, Role.Placebo), Controls(claim, Role.WrongDate),
            ];
            Line($"| {string.Join(" | ", cells)} |");
        }
    }

    private static string Controls(ClaimResult claim, Role role) =>
        string.Join("; ", claim.Arms.Where(arm => arm.Experiment.Role == role).Select(arm => Estimate(arm.Result.Primary)));
}
