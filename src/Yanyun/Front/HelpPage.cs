using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Front;

/// <summary>Writes help from the specs of the verbs; nothing about a verb is said twice.</summary>
public static class HelpPage
{
    public static readonly Bilingual
        About = new("Yanyun: the wars of Song, Liao and Jin, day by day, the same from the same record.",
            "燕雲：宋、遼、金之戰，逐日推演；同一記錄，同一世界。"),
        Verbs = new("Verbs", "動詞"),
        Options = new("Options", "選項"),
        Words = new("Words", "參數"),
        Examples = new("Examples", "示例"),
        More = new("yanyun VERB --help says more.", "yanyun 動詞 --help 可見詳情。"),
        Dates = new("Dates: 1140-06-15 (Julian), 'Shaoxing 10/5/29', 'Shaoxing 10/L6/25' (leap month), 紹興十年閏六月二十五日.",
            "日期：1140-06-15（儒略曆）、'Shaoxing 10/5/29'、'Shaoxing 10/L6/25'（閏月）、紹興十年閏六月二十五日。"),
        ExitCodes = new("Exit: 0 done; 1 not in this scenario, calendar or file, or a check failed; 2 wrong usage; 3 a fault of Yanyun.",
            "退出碼：0 完成；1 劇本、曆法或檔案中沒有，或檢驗未過；2 用法有誤；3 燕雲自身出錯。");

    /// <summary>The verb with what it takes, on one line: <c>replay SCENARIO [--seed N] ...</c></summary>
    public static string Usage(VerbSpec verb)
    {
        var parts = new List<string> { verb.Name };
        foreach (var slot in verb.Positionals)
        {
            var value = slot.Repeats ? slot.Value + "..." : slot.Value;
            parts.Add(slot.Optional ? $"[{value}]" : value);
        }
        foreach (var option in verb.Options)
            parts.Add((option.Value.Length == 0 ? $"[{option.Name}]" : $"[{option.Name} {option.Value}]") + (option.Repeats ? "..." : ""));
        return string.Join(' ', parts);
    }

    public static void WriteAll(TextWriter to, IEnumerable<VerbSpec> verbs, Language language)
    {
        to.WriteLine(About.In(language));
        to.WriteLine();
        to.WriteLine($"{Verbs.In(language)}:");
        foreach (var verb in verbs) to.WriteLine($"  {verb.Name,-10} {verb.Summary.In(language)}");
        to.WriteLine();
        to.WriteLine($"{Options.In(language)}:");
        WriteOption(to, VerbSpec.LanguageOption, language);
        WriteOption(to, VerbSpec.HelpOption, language);
        to.WriteLine();
        to.WriteLine(Dates.In(language));
        to.WriteLine(ExitCodes.In(language));
        to.WriteLine(More.In(language));
    }

    public static void WriteVerb(TextWriter to, VerbSpec verb, Language language)
    {
        to.WriteLine($"yanyun {Usage(verb)}");
        to.WriteLine();
        to.WriteLine(verb.Summary.In(language));
        if (verb.Positionals.Count > 0)
        {
            to.WriteLine();
            to.WriteLine($"{Words.In(language)}:");
            foreach (var slot in verb.Positionals) to.WriteLine($"  {slot.Value,-26} {slot.Help.In(language)}");
        }
        to.WriteLine();
        to.WriteLine($"{Options.In(language)}:");
        foreach (var option in verb.AllOptions) WriteOption(to, option, language);
        to.WriteLine();
        to.WriteLine($"{Examples.In(language)}:");
        foreach (var example in verb.Examples) to.WriteLine($"  ./yanyun {example}");
        if (!verb.AllOptions.Any(option => option.Takes == Takes.Date)) return;
        to.WriteLine();
        to.WriteLine(Dates.In(language));
    }

    private static void WriteOption(TextWriter to, Option option, Language language) =>
        to.WriteLine($"  {$"{option.Name} {option.Value}".TrimEnd(),-26} {option.Help.In(language)}");
}
