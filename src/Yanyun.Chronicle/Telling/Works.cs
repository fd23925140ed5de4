using System.Text.RegularExpressions;

namespace Yanyun.Chronicle.Telling;

/// <summary>The works that facts are cited from: the data names them in pinyin, a Chinese text by their titles.</summary>
public static partial class Works
{
    private static readonly (string Pinyin, string Title)[] s_titles =
    [
        ("E guo jintuo cuibian", "《鄂國金佗稡編》"), ("E guo jintuo xubian", "《鄂國金佗續編》"), ("modern reconstruction", "今人考訂"), ("modern estimate", "今人估計"), ("register of persons", "人物名籍"), ("Da Jin guozhi", "《大金國志》"), ("absent from",
            "不見於"), ("Yueshi zhuan in Yaolu", "《要錄》引《岳侍郎傳》"),
        ("Yaolu", "《建炎以來繫年要錄》"), ("Songshi", "《宋史》"), ("Jinshi", "《金史》"), ("Huibian", "《三朝北盟會編》"),
    ];

    /// <summary>"Yaolu 135; Songshi 29, 366" as a reader of the language cites it.</summary>
    public static string In(string source, Language language)
    {
        if (language == Language.English) return source;
        foreach (var (pinyin, title) in s_titles) source = source.Replace(pinyin + " ", title + "卷", StringComparison.Ordinal)
            .Replace(pinyin, title, StringComparison.Ordinal);
        // A remark in the words of another language is no part of the title.
        source = Remark().Replace(source, "");
        return source.Replace("; ", "；", StringComparison.Ordinal).Replace(", ", "、", StringComparison.Ordinal);
    }

    [GeneratedRegex(@" ?\([^)]*[a-z]{3}[^)]*\)|: [a-z][^;]*")]
    private static partial Regex Remark();
}
