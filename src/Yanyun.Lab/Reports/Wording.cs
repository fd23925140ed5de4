using System.Globalization;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Lab.Claims;

namespace Yanyun.Lab.Reports;

/// <summary>The words and figures that all reports of the laboratory share.</summary>
public static class Wording
{
    public static Bilingual Of(Finding finding) => finding switch
    {
        Finding.Raises => new("the change raises it", "此改動使之增"),
        Finding.Lowers => new("the change lowers it", "此改動使之減"),
        Finding.NoEffect => new("no effect as large as the margin", "無達到所定界限之效果"),
        _ => new("not resolved", "未能判定"),
    };

    public static Bilingual Of(Expectation expectation) => expectation switch
    {
        Expectation.Raises => new("that the change raises it", "增"),
        Expectation.Lowers => new("that the change lowers it", "減"),
        Expectation.NoEffect => new("no effect", "無效果"),
        _ => new("nothing: left open", "未定"),
    };

    public static Bilingual Of(Role role) => role switch
    {
        Role.Placebo => new("placebo", "安慰對照"),
        Role.WrongDate => new("wrong date", "錯日對照"),
        Role.Control => new("control", "對照"),
        _ => new("claim", "主張"),
    };

    public static Bilingual Of(Ruling ruling) => ruling switch
    {
        Ruling.Supported => new("supported", "得到支持"),
        Ruling.Contradicted => new("contradicted", "與之相反"),
        Ruling.NullAsExpected => new("no effect, as expected", "無效果，如所期"),
        _ => new("not resolved", "未能判定"),
    };

    public static Bilingual Of(Assent holding) => holding switch
    {
        Assent.Yes => new("holds it", "主之"),
        Assent.Partly => new("holds it in part", "部分主之"),
        _ => new("denies it", "非之"),
    };

    public static Bilingual Of(Confidence confidence) => confidence switch
    {
        Confidence.High => new("high", "高"),
        Confidence.Medium => new("medium", "中"),
        _ => new("low", "低"),
    };

    /// <summary>Three places after the point for small numbers, none for large; a dash where there is no number.</summary>
    public static string Number(double? value) => value switch
    {
        null => "-",
        { } v when Math.Abs(v) >= 1000 => v.ToString("F0", CultureInfo.InvariantCulture),
        { } v when Math.Abs(v) >= 10 => v.ToString("F1", CultureInfo.InvariantCulture),
        { } v => v.ToString("F3", CultureInfo.InvariantCulture),
    };

    /// <summary>As <see cref="Number"/>, with its sign; what rounds to nothing has none.</summary>
    public static string Signed(double value)
    {
        var text = Number(value);
        if (text.All(c => c is '0' or '.' or '-')) return text.TrimStart('-');
        return value > 0 ? "+" + text : text;
    }

    /// <summary><c>+0.250 [+0.096, +0.404]</c></summary>
    public static string Estimate(Effect? effect) =>
        effect is null ? "-" : $"{Signed(effect.Mean)} [{Signed(effect.Around.Low)}, {Signed(effect.Around.High)}]";

    /// <summary>A share as a whole per cent; one place more where that would be none or all and is not.</summary>
    public static string PerCent(double share)
    {
        var near = share is > 0 and < 0.01 or > 0.99 and < 1;
        return (share * 100).ToString(near ? "F1" : "F0", CultureInfo.InvariantCulture) + "%";
    }

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of one language, by hand.</summary>
    public static string In(this Language language, string english, string chinese) => language == Language.Chinese ? chinese : english;
}
