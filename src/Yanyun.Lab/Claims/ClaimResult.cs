using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Experiments;

namespace Yanyun.Lab.Claims;

/// <summary>What may be said of a claim, in this model.</summary>
public enum Ruling
{
    /// <summary>Pairs or controls do not let it be told.</summary>
    NotResolved,
    /// <summary>The effect is there as it says, and may be as large as the margin.</summary>
    Supported,
    /// <summary>It says that there is no effect, and there is none as large as the margin.</summary>
    NullAsExpected,
    /// <summary>There is no effect as large as the margin where it says there is one, or one the other way, or one where it says there is none.</summary>
    Contradicted,
}

/// <summary>One experiment of a claim, played.</summary>
/// <param name="Spread">Of the primary outcome at its horizon.</param>
/// <param name="Met">Pairs whose run as it is met what was asked of it; null when nothing was.</param>
public sealed record ArmResult(LabResult Result, Spread Spread, long? Met)
{
    public Experiment Experiment => Result.Experiment;

    /// <summary>The trial, or a control that had to be without effect.</summary>
    public bool Binds => Experiment.Role is not Role.Control;

    /// <summary>Reads from the store what a report needs beside the result.</summary>
    public static ArmResult Of(LabResult result, PairStore store)
    {
        var experiment = result.Experiment;
        return new ArmResult(result, store.SpreadOf(experiment.Primary, experiment.PrimaryHorizon, result.Pairs), store.Met(result.Pairs));
    }
}

/// <summary>A claim with all its experiments played.</summary>
/// <param name="Arms">The trial first, then the controls, as the claim has them.</param>
public sealed record ClaimResult(Claim Claim, IReadOnlyList<ArmResult> Arms)
{
    public ArmResult Trial => Arms[0];

    /// <summary>Placebos and wrong dates in which something was found: while there is one, the trial's own effect says nothing.</summary>
    public IReadOnlyList<ArmResult> Failed => [.. Arms.Skip(1).Where(arm => arm.Binds && arm.Result.Verdict.AsExpected == false)];

    /// <summary>Placebos and wrong dates of which too little is known.</summary>
    public IReadOnlyList<ArmResult> Open => [.. Arms.Skip(1).Where(arm => arm.Binds && arm.Result.Verdict.AsExpected is null)];

    public Ruling Ruling => Failed.Count > 0 ? Ruling.NotResolved
        : Trial.Result.Verdict.AsExpected switch
        {
            null => Ruling.NotResolved,
            false => Ruling.Contradicted,
            true => Trial.Experiment.Expect == Expectation.NoEffect ? Ruling.NullAsExpected : Ruling.Supported,
        };
}
