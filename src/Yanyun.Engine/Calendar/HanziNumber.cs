namespace Yanyun.Engine;

/// <summary>Whole numbers as dates write them in characters: 一, 十, 十一, 二十, 廿五, 初九, 卅; 元 is 1 in years.</summary>
public static class HanziNumber
{
    /// <summary>1 to 99 in the full form: 十, 二十五. The number must be in that range.</summary>
    public static string Write(int number)
    {
        if (number is < 1 or > 99) throw new ArgumentOutOfRangeException(nameof(number));
        var tens = number / 10;
        var ones = number % 10;
        var text = tens > 1 ? Digits.Slice(tens - 1, 1).ToString() : "";
        if (tens > 0) text += "十";
        if (ones > 0) text += Digits.Slice(ones - 1, 1).ToString();
        return text;
    }

    /// <summary>The number a whole text writes, or -1.</summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        if (text.Length == 2 && text[0] == '初') return Digit(text[1]) is > 0 and var early ? early : text[1] == '十' ? 10 : -1;
        var at = 0;
        var tens = 0;
        if (at < text.Length && TensOf(text[at]) is > 0 and var twenty)
        {
            tens = twenty;
            at++;
        }
        else if (text.IndexOf('十') is >= 0 and < 2 and var ten)
        {
            tens = ten == 0 ? 1 : Digit(text[0]);
            if (tens < 1) return -1;
            at = ten + 1;
        }
        if (at == text.Length) return tens > 0 ? tens * 10 : -1;
        return at == text.Length - 1 && Digit(text[at]) is > 0 and var ones ? tens * 10 + ones : -1;
    }

    /// <summary>Whether a character can stand in a number.</summary>
    public static bool Has(char c) => c is '元' or '初' or '十' || TensOf(c) > 0 || Digit(c) > 0;

    private static int TensOf(char c) => c switch { '廿' => 2, '卅' => 3, _ => 0 };

    /// <summary>1 to 9, or 0 for any other character.</summary>
    private static int Digit(char c) => Digits.IndexOf(c) + 1;

    private static ReadOnlySpan<char> Digits => "一二三四五六七八九";
}
