using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Lab;

namespace Yanyun.Server.WhatIfs;

/// <summary>Reads the figures of an experiment off the laboratory's store.</summary>
internal static class FiguresOf
{
    /// <param name="below">Runs below this number are in the store without a gap.</param>
    /// <param name="ended">Nothing is played any more: the digest is told.</param>
    public static Figures Of(Experiment experiment, PairStore store, int below, bool ended)
    {
        var effects = new List<EffectShape>();
        for (var o = 0; o < experiment.Outcomes.Count; o++)
            for (var h = 0; h < experiment.Horizons.Count; h++)
                if (store.EffectOn(o, h, below) is { } effect) effects.Add(Of(experiment, o, h, effect, store.SpreadOf(o, h, below)));
        var primary = store.EffectOn(experiment.Primary, experiment.PrimaryHorizon, below);
        var (_, failed, untouched) = store.Count(below);
        var verdict = Verdict.Of(experiment, primary);
        return new Figures(
            (experiment.Scenario.FirstDay + experiment.Start).ToString(), failed, untouched,
            [.. experiment.Outcomes.Select(outcome => new OutcomeShape(outcome.Slug, outcome.What.English, outcome.What.Chinese, outcome.Unit.English, outcome.Unit.Chinese, outcome.IsShare))],
            effects, new VerdictShape(experiment.Outcomes[experiment.Primary].Slug, experiment.Horizons[experiment.PrimaryHorizon], Words<Finding>.Of(verdict.Finding)),
            experiment.Hash(), ended ? store.Digest(below) : null);
    }

    private static EffectShape Of(Experiment experiment, int outcome, int horizon, Effect effect, Spread spread) => new(
        experiment.Outcomes[outcome].Slug, experiment.Horizons[horizon], effect.Pairs, effect.Base, effect.Changed, effect.Mean, effect.Around.Low, effect.Around.High,
        effect.Median?.Median, effect.Median?.Low, effect.Median?.High, effect.Above, effect.AboveAround.Low, effect.AboveAround.High, effect.Same, effect.Correlation,
        effect.VarianceRatio, new SpreadShape(spread.Width, [.. spread.Columns.Select(column => new ColumnShape(column.From, column.Pairs))]));
}
