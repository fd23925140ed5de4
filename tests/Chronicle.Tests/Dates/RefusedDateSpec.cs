using Yanyun.Chronicle;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Dates;

/// <summary>Each wrong date with what the house says of it: column of the word at fault, code, what was expected, nearest known word.</summary>
public class RefusedDateSpec
{
    [Theory]
    [InlineData("Shaoxin 10/5/1",
        "1: DATE002: no era is called 'Shaoxin'; expected an era of Song, Liao or Jin: <eras>; did you mean 'Shaoxing'?",
        "1: DATE002: 沒有年號「Shaoxin」；應為宋、遼、金的年號：<eras>；是否為「Shaoxing」？")]
    [InlineData("Xyz 10/5/1",
        "1: DATE002: no era is called 'Xyz'; expected an era of Song, Liao or Jin: <eras>",
        "1: DATE002: 沒有年號「Xyz」；應為宋、遼、金的年號：<eras>")]
    [InlineData("紹與十年五月一日",
        "1: DATE002: no era is called '紹與'; expected an era of Song, Liao or Jin: <eras>; did you mean '紹興'?",
        "1: DATE002: 沒有年號「紹與」；應為宋、遼、金的年號：<eras>；是否為「紹興」？")]
    [InlineData("萬曆十年五月一日",
        "1: DATE002: no era is called '萬曆'; expected an era of Song, Liao or Jin: <eras>",
        "1: DATE002: 沒有年號「萬曆」；應為宋、遼、金的年號：<eras>")]
    [InlineData("Shaoxing 40/5/1",
        "10: DATE003: the era has no year 40; expected 1 to 12",
        "10: DATE003: 該年號沒有「40」年；應在 1 至 12 之間")]
    [InlineData("Shaoxing 0/5/1",
        "10: DATE003: the era has no year 0; expected 1 to 12",
        "10: DATE003: 該年號沒有「0」年；應在 1 至 12 之間")]
    [InlineData("紹興廿年五月一日",
        "3: DATE003: the era has no year 廿; expected 1 to 12",
        "3: DATE003: 該年號沒有「廿」年；應在 1 至 12 之間")]
    [InlineData("Zhenghe 8/12/3",
        "1: DATE004: Zhenghe 8/12/3 was not called so; expected a day from the era's proclamation to its end; did you mean 'Chonghe 1/12/3'?",
        "1: DATE004: Zhenghe 8/12/3 不用此年號；應在該年號施行之日至終止之日之間；是否為「Chonghe 1/12/3」？")]
    [InlineData("Jianyan 1/4/1",
        "1: DATE004: Jianyan 1/4/1 was not called so; expected a day from the era's proclamation to its end; did you mean 'Jingkang 2/4/1'?",
        "1: DATE004: Jianyan 1/4/1 不用此年號；應在該年號施行之日至終止之日之間；是否為「Jingkang 2/4/1」？")]
    [InlineData("建炎元年四月一日",
        "1: DATE004: 建炎元年四月一日 was not called so; expected a day from the era's proclamation to its end; did you mean '靖康二年四月一日'?",
        "1: DATE004: 建炎元年四月一日 不用此年號；應在該年號施行之日至終止之日之間；是否為「靖康二年四月一日」？")]
    [InlineData("Shaoxing 10/13/1",
        "13: DATE005: there is no month 13; expected 1 to 12",
        "13: DATE005: 沒有「13」月；應在 1 至 12 之間")]
    [InlineData("Shaoxing 10/0/1",
        "13: DATE005: there is no month 0; expected 1 to 12",
        "13: DATE005: 沒有「0」月；應在 1 至 12 之間")]
    [InlineData("紹興十年十三月一日",
        "5: DATE005: there is no month 十三; expected 1 to 12",
        "5: DATE005: 沒有「十三」月；應在 1 至 12 之間")]
    [InlineData("1140-13-01",
        "6: DATE005: there is no month 13; expected 1 to 12",
        "6: DATE005: 沒有「13」月；應在 1 至 12 之間")]
    [InlineData("Shaoxing 10/L5/1",
        "13: DATE006: that year has no leap month L5; expected an ordinary month or the leap month of the year; did you mean 'L6'?",
        "13: DATE006: 該年沒有「L5」這個閏月；應為平月或該年的閏月；是否為「L6」？")]
    [InlineData("Shaoxing 9/L5/1",
        "12: DATE006: that year has no leap month L5; expected an ordinary month or the leap month of the year",
        "12: DATE006: 該年沒有「L5」這個閏月；應為平月或該年的閏月")]
    [InlineData("紹興十年閏五月一日",
        "5: DATE006: that year has no leap month 閏五; expected an ordinary month or the leap month of the year; did you mean '閏六月'?",
        "5: DATE006: 該年沒有「閏五」這個閏月；應為平月或該年的閏月；是否為「閏六月」？")]
    [InlineData("Shaoxing 10/L6/30",
        "16: DATE007: that month has no day 30; expected 1 to 29",
        "16: DATE007: 該月沒有「30」日；應在 1 至 29 之間")]
    [InlineData("Tianjuan 3/7/30",
        "14: DATE007: that month has no day 30; expected 1 to 29",
        "14: DATE007: 該月沒有「30」日；應在 1 至 29 之間")]
    [InlineData("紹興十年閏六月三十日",
        "8: DATE007: that month has no day 三十; expected 1 to 29",
        "8: DATE007: 該月沒有「三十」日；應在 1 至 29 之間")]
    [InlineData("Shaoxing 10/5/0",
        "15: DATE007: that month has no day 0; expected 1 to 30",
        "15: DATE007: 該月沒有「0」日；應在 1 至 30 之間")]
    [InlineData("1141-02-29",
        "9: DATE007: that month has no day 29; expected 1 to 28",
        "9: DATE007: 該月沒有「29」日；應在 1 至 28 之間")]
    [InlineData("1110-01-01",
        "1: DATE008: 1110-01-01 is outside the calendar; expected a day from 1111-02-10 to 1143-01-17",
        "1: DATE008: 1110-01-01 不在曆表之內；應在 1111-02-10 至 1143-01-17 之間")]
    [InlineData("1143-01-18",
        "1: DATE008: 1143-01-18 is outside the calendar; expected a day from 1111-02-10 to 1143-01-17",
        "1: DATE008: 1143-01-18 不在曆表之內；應在 1111-02-10 至 1143-01-17 之間")]
    [InlineData("999999999-01-01",
        "1: DATE008: 999999999-01-01 is outside the calendar; expected a day from 1111-02-10 to 1143-01-17",
        "1: DATE008: 999999999-01-01 不在曆表之內；應在 1111-02-10 至 1143-01-17 之間")]
    [InlineData("Shaoxing 10/5",
        "14: DATE009: the date stops too early; expected one of <forms>",
        "14: DATE009: 日期不完整；應寫作下列之一：<forms>")]
    [InlineData("Shaoxing ten",
        "10: DATE001: not a date from 'ten' on; expected one of <forms>",
        "10: DATE001: 自「ten」起不成日期；應寫作下列之一：<forms>")]
    [InlineData("1140/06/15",
        "5: DATE001: not a date from '/06/15' on; expected one of <forms>",
        "5: DATE001: 自「/06/15」起不成日期；應寫作下列之一：<forms>")]
    [InlineData("1140-06-15x",
        "11: DATE001: not a date from 'x' on; expected one of <forms>",
        "11: DATE001: 自「x」起不成日期；應寫作下列之一：<forms>")]
    [InlineData("紹興十年五月",
        "7: DATE009: the date stops too early; expected one of <forms>",
        "7: DATE009: 日期不完整；應寫作下列之一：<forms>")]
    [InlineData("紹興五月一日",
        "4: DATE001: not a date from '月一日' on; expected one of <forms>",
        "4: DATE001: 自「月一日」起不成日期；應寫作下列之一：<forms>")]
    [InlineData("紹興十年初廿月一日",
        "5: DATE001: not a date from '初廿月一日' on; expected one of <forms>",
        "5: DATE001: 自「初廿月一日」起不成日期；應寫作下列之一：<forms>")]
    [InlineData("yesterday",
        "1: DATE002: no era is called 'yesterday'; expected an era of Song, Liao or Jin: <eras>",
        "1: DATE002: 沒有年號「yesterday」；應為宋、遼、金的年號：<eras>")]
    [InlineData("昨日",
        "1: DATE001: not a date from '昨日' on; expected one of <forms>",
        "1: DATE001: 自「昨日」起不成日期；應寫作下列之一：<forms>")]
    [InlineData("",
        "1: DATE009: the date stops too early; expected one of <forms>",
        "1: DATE009: 日期不完整；應寫作下列之一：<forms>")]
    [InlineData("  ",
        "1: DATE009: the date stops too early; expected one of <forms>",
        "1: DATE009: 日期不完整；應寫作下列之一：<forms>")]
    public void A_wrong_date_is_told_in_both_languages(string text, string english, string chinese)
    {
        var reading = TheCalendar.Read(text);
        Assert.True(reading.Refused);
        Assert.False(reading.Day.Exists);
        var problem = reading.Refusal.Problem(TheCalendar.Instance, new Location("order", 1, 1));
        Assert.Equal("order:1:" + Filled(english, ", ", era => era.Name), problem.Render(Language.English));
        Assert.Equal("order:1:" + Filled(chinese, "、", era => era.Hanzi), problem.Render(Language.Chinese));
    }

    private static string Filled(string text, string comma, Func<Yanyun.Engine.Era, string> name) => text
        .Replace("<eras>", string.Join(comma, TheCalendar.Instance.Eras.ToArray().Select(name)))
        .Replace("<forms>", string.Join(comma, "1140-06-15", "Shaoxing 10/5/29", "Shaoxing 10/L6/25", "紹興十年閏六月二十五日"));
}
