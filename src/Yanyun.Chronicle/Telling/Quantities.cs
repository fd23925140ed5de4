using System.Globalization;
using System.Text;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>Men, told as a chronicler would: rounded.</summary>
internal readonly record struct Men(int Number);

/// <summary>Days, counted out.</summary>
internal readonly record struct Days(int Number);

/// <summary>Things counted out in words: seven (towns).</summary>
internal readonly record struct Count(int Number);

/// <summary>Grain in sheng, told in shi.</summary>
internal readonly record struct Grain(long Sheng);

/// <summary>A chance in per mille, told in tenths.</summary>
internal readonly record struct Odds(int PerMille);

/// <summary>A seat as an office, not by its holder.</summary>
internal readonly record struct Office(SeatId Seat);

/// <summary>A force by its own name, not by who leads it.</summary>
internal readonly record struct Unit(ForceId Force);

/// <summary>Any other number, exactly.</summary>
internal readonly record struct Exactly(long Number);

/// <summary>Numbers in words and figures, in both languages.</summary>
internal static class Quantities
{
    private static readonly string[] s_words =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Say(Men men, Language language)
    {
        var round = Rounded(men.Number);
        var phrase = men.Number <= 0 ? CommonPhrases.NoMen : round == men.Number ? CommonPhrases.MenExactly : CommonPhrases.MenAbout;
        return phrase.Say(language, 0, _ => Figure(round, language));
    }

    public static string Say(Days days, Language language) =>
        (days.Number == 1 ? CommonPhrases.OneDay : CommonPhrases.Days).Say(language, 0, _ => Word(days.Number, language));

    public static string Say(Grain grain, Language language) =>
        CommonPhrases.Shi.Say(language, 0, _ => Figure(RoundedTo((int)Math.Min(int.MaxValue, (grain.Sheng + 50) / 100)), language));

    public static string Say(Odds odds, Language language) =>
        (Tenths(odds) == 1 ? CommonPhrases.OneChance : CommonPhrases.Odds).Say(language, 0, _ => Word(Tenths(odds), language));

    private static int Tenths(Odds odds) => Math.Clamp((odds.PerMille + 50) / 100, 0, 10);

    public static string Word(int number, Language language) => language == Language.Chinese ? Hanzi(number)
        : number >= 0 && number < s_words.Length ? s_words[number] : Figure(number, language);

    public static string Figure(long number, Language language) =>
        language == Language.Chinese ? Hanzi(number) : number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Under 100 exact, to 10 under 1,000, to 100 under 10,000, to 1,000 beyond.</summary>
    public static int Rounded(int men) => men < 100 ? men : RoundedTo(men);

    private static int RoundedTo(int number)
    {
        var step = number < 100 ? 1 : number < 1000 ? 10 : number < 10_000 ? 100 : 1000;
        return (int)(((long)number + step / 2) / step * step);
    }

    /// <summary>A whole number in characters: 一萬二千, 三百零五. Up to the ten thousand wan.</summary>
    public static string Hanzi(long number)
    {
        if (number == 0) return "零";
        if (number < 0) return "負" + Hanzi(-number);
        if (number >= 10_000)
        {
            var (wan, rest) = (number / 10_000, number % 10_000);
            return Hanzi(wan) + "萬" + (rest == 0 ? "" : (rest < 1000 ? "零" : "") + Hanzi(rest));
        }
        const string digits = "零一二三四五六七八九", units = "千百十";
        var text = new StringBuilder();
        var gap = false;
        for (var (place, left) = (0, (int)number); place < 4; place++)
        {
            var unit = place switch { 0 => 1000, 1 => 100, 2 => 10, _ => 1 };
            var digit = left / unit;
            left %= unit;
            if (digit == 0)
            {
                gap |= text.Length > 0;
                continue;
            }
            if (gap) text.Append('零');
            gap = false;
            // 十二, not 一十二, at the head of a number.
            if (digit != 1 || unit != 10 || text.Length > 0) text.Append(digits[digit]);
            if (place < 3) text.Append(units[place]);
        }
        return text.ToString();
    }
}
