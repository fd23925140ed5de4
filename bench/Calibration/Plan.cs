using Yanyun.Chronicle.Calibration;
using Yanyun.Lab.Calibration;

namespace Yanyun.Calibrate;

/// <summary>How much is spent on each kind: minutes on one core, most of them on fights.</summary>
internal static class Plan
{
    public static IEnumerable<(CaseModel Model, Budget Budget)> Of(CaseBook book, ulong seed)
    {
        yield return (new FightModel(book, seed, 128), new Budget(seed, Draws: 60_000, Keep: 250, Proposals: 60_000, Accepted: 400, Replicates: 128));
        yield return (new SiegeModel(book, seed), new Budget(seed, Draws: 4_000, Keep: 150, Proposals: 12_000, Accepted: 400, Replicates: 48));
        yield return (new EdictModel(book, seed, 128), new Budget(seed, Draws: 40_000, Keep: 1_000, Proposals: 200_000, Accepted: 400, Replicates: 64));
        yield return (new SummonsModel(book, seed, 128), new Budget(seed, Draws: 10_000, Keep: 1_000, Proposals: 40_000, Accepted: 400, Replicates: 128));
    }
}
