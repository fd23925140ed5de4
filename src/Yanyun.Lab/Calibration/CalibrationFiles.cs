using System.Globalization;
using System.Text;

namespace Yanyun.Lab.Calibration;

/// <summary>The posterior as data: a table of what was learnt, and the accepted sets of each kind.</summary>
public static class CalibrationFiles
{
    /// <summary><c>posterior.csv</c>: a row a weight.</summary>
    public static string Summary(IReadOnlyList<Judgement> judgements)
    {
        var text = new StringBuilder("kind,weight,prior_low,prior_high,shipped,posterior_5,posterior_50,posterior_95,sd_over_prior_sd\n");
        foreach (var judgement in judgements)
            foreach (var w in judgement.Weights)
                text.Append(CultureInfo.InvariantCulture,
                    $"{judgement.Model.Name},{w.Knob.Name},{w.Knob.Low},{w.Knob.High},{w.Knob.Shipped},{w.Low},{w.Median},{w.High},{w.Narrowed:F2}\n");
        return text.ToString();
    }

    /// <summary><c>posterior-KIND.csv</c>: a column a weight, a row an accepted set, in the order in which they were proposed.</summary>
    public static string Draws(Calibrated calibrated)
    {
        var text = new StringBuilder(string.Join(',', calibrated.Model.Knobs.Select(knob => knob.Name))).Append('\n');
        foreach (var values in calibrated.Posterior) text.AppendJoin(',', values).Append('\n');
        return text.ToString();
    }
}
