using System.Globalization;
using System.Text;
using Yanyun.Cli.Fidelity;

namespace Yanyun.Effects;

/// <summary>An experiment as a page.</summary>
public static class EffectsPage
{
    public static string Of(Experiment experiment, string command, DateOnly date)
    {
        var page = new StringBuilder();
        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"# What each rule does to the war");
        Line($"");
        Line($"Seeds 1 to {experiment.Pairs} of `1140-henan` were played by the script with all rules, and again with one rule left out");
        Line($"(`RuleSwitch` says what leaving it out means). A rule whose absence nobody would notice is a defect.");
        Line($"");
        Line($"Made by `{command}` on {date:yyyy-MM-dd}; the file is written by the program and not by hand.");
        Line($"");
        Line($"- firings: events of the rule in a run that has it, mean;");
        Line($"- places: those with another holder on {WatchedRun.HoldersOn} than in the run of the same seed with all rules, mean; pairs:");
        Line($"  share of pairs that have at least one; end: places with another holder on the last day, mean;");
        Line($"- losses: men lost from the first day to the last by the Song side and by Jin, mean, without the rule less with it;");
        Line($"- outcomes: share of the outcome checks met, without the rule, with its 95% interval over seeds.");
        Line($"");
        Line($"| left out | firings | places | pairs | end | losses Song | losses Jin | outcomes | 95% |");
        Line($"|---|---:|---:|---:|---:|---:|---:|---:|---|");
        Line($"| nothing | | | | | {experiment.Lost.Song:N0} | {experiment.Lost.Jin:N0} | {Scored(experiment.Outcome)} |");
        foreach (var effect in experiment.Effects)
        {
            var places = FormattableString.Invariant($"{effect.Places:F1} | {effect.Changed:P0} | {effect.End:F1}");
            var losses = FormattableString.Invariant($"{effect.SongLost:+#,0;-#,0;0} | {effect.JinLost:+#,0;-#,0;0}");
            Line($"| {effect.Rule} | {effect.Firings:N0} | {places} | {losses} | {Scored(effect.Outcome)} |");
        }
        Line($"");
        Line($"The first row gives the losses themselves. With all rules the {experiment.Pairs} seeds come to {experiment.HolderSets} different");
        Line($"sets of holders on {WatchedRun.HoldersOn}; the commonest is that of {experiment.Commonest:P1} of them. A war that came to one set in");
        Line($"90% of seeds would be a defect.");
        return page.ToString();
    }

    private static string Scored(Share share) => FormattableString.Invariant($"{share.Met:P1} | {share.Low:P1} - {share.High:P1}");
}
