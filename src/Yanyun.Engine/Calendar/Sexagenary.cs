namespace Yanyun.Engine;

/// <summary>A place in the cycle of sixty by which the annals name days. 0 is jiazi 甲子, 59 is guihai 癸亥.</summary>
public readonly record struct Sexagenary(byte Index)
{
    /// <summary>The name of a day: (JDN + 49) mod 60. Julian 1127-01-09 is 52, bingchen 丙辰.</summary>
    public static Sexagenary Of(Day day) => new((byte)((day.Jdn + 49) % 60));

    /// <summary>Stem and branch, as 丙辰.</summary>
    public string Hanzi => string.Concat(Stems.Slice(Index % 10, 1), Branches.Slice(Index % 12, 1));

    /// <summary>Stem and branch in pinyin without tone marks, as bingchen.</summary>
    public string Pinyin => Stem(Index % 10) + Branch(Index % 12);

    public override string ToString() => Pinyin;

    private static ReadOnlySpan<char> Stems => "甲乙丙丁戊己庚辛壬癸";
    private static ReadOnlySpan<char> Branches => "子丑寅卯辰巳午未申酉戌亥";

    private static string Stem(int i) => i switch
    {
        0 => "jia", 1 => "yi", 2 => "bing", 3 => "ding", 4 => "wu", 5 => "ji", 6 => "geng", 7 => "xin", 8 => "ren", _ => "gui",
    };

    private static string Branch(int i) => i switch
    {
        0 => "zi", 1 => "chou", 2 => "yin", 3 => "mao", 4 => "chen", 5 => "si",
        6 => "wu", 7 => "wei", 8 => "shen", 9 => "you", 10 => "xu", _ => "hai",
    };
}
