using Yanyun.Chronicle.Experiments;

namespace Yanyun.Lab;

/// <summary>What may be said of an effect. Not to know is an answer.</summary>
public enum Finding
{
    /// <summary>The interval holds nothing, and an effect worth speaking of too.</summary>
    NotResolved,
    /// <summary>The whole interval is above nothing, and reaches beyond the margin.</summary>
    Raises,
    /// <summary>The whole interval is below nothing, and reaches beyond the margin.</summary>
    Lowers,
    /// <summary>The interval holds no effect as large as the margin, either way.</summary>
    NoEffect,
}

/// <summary>The finding on the primary outcome, beside what was expected of it before any pair was played.</summary>
public readonly record struct Verdict(Finding Finding, Expectation Expected)
{
    public static Verdict Of(Experiment experiment, Effect? effect)
    {
        // An effect that is surely there and surely small is none worth speaking of: the margin comes first.
        // A few pairs that all differ alike, or not at all, do not say how the others would.
        var finding = effect is null || effect.Pairs < Laboratory.FirstLook && effect.Around.High <= effect.Around.Low ? Finding.NotResolved
            : effect.Around.Low > -experiment.Margin && effect.Around.High < experiment.Margin ? Finding.NoEffect
            : effect.Around.Low > 0 ? Finding.Raises
            : effect.Around.High < 0 ? Finding.Lowers
            : Finding.NotResolved;
        return new Verdict(finding, experiment.Expect);
    }

    /// <summary>Whether it came as expected; null when nothing was, or nothing is known.</summary>
    public bool? AsExpected => (Finding, Expected) switch
    {
        (Finding.NotResolved, _) or (_, Expectation.Open) => null,
        (Finding.Raises, Expectation.Raises) or (Finding.Lowers, Expectation.Lowers) or (Finding.NoEffect, Expectation.NoEffect) => true,
        _ => false,
    };
}
