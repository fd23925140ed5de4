using System.Globalization;
using System.Text;
using Yanyun.Chronicle.Calibration;
using Yanyun.Lab;
using Yanyun.Lab.Calibration;

namespace Yanyun.Calibrate;

/// <summary>docs/validation.md, written from the figures.</summary>
internal static class ValidationPage
{
    public static string Of(CaseBook book, IReadOnlyList<Judgement> judgements, ulong seed)
    {
        var page = new StringBuilder();
        foreach (var j in judgements) page.Append(j.Model.Name).Append('\n');
        return page.ToString();
    }
}
