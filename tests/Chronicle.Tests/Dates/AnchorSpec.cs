using Yanyun.Engine;

namespace Chronicle.Tests.Dates;

/// <summary>Dated events whose lunar date, sexagenary day and Julian day are all known: the calendar must join the three.</summary>
/// <remarks>Songshi 20-30, Jinshi 2-4 and Liaoshi 27-30 in the Siku texts; dates of Jin annals are given here in the Song calendar.</remarks>
public class AnchorSpec
{
    [Theory]
    [InlineData("Zhenghe 5/1/1", "壬申", "1115-01-28", "Aguda takes the title of emperor (Shouguo 1)")]
    [InlineData("Xuanhe 2/5/15", "甲寅", "1120-06-12", "Jin take Liao Shangjing (Zhao Liangsi present)")]
    [InlineData("Xuanhe 4/1/15", "乙亥", "1122-02-23", "Jin take Liao Zhongjing")]
    [InlineData("Xuanhe 4/12/6", "辛卯", "1123-01-05", "Jin army enters Yanjing")]
    [InlineData("Xuanhe 5/4/10", "癸巳", "1123-05-07", "Yan and the six prefectures made over to Song by Jin letter")]
    [InlineData("Xuanhe 5/4/17", "庚子", "1123-05-14", "Tong Guan and Cai You enter Yan")]
    [InlineData("Xuanhe 5/5/2", "甲寅", "1123-05-28", "Zhang Jue rebels at Pingzhou (Jin Nanjing)")]
    [InlineData("Xuanhe 5/6/5", "丙戌", "1123-06-29", "Zhang Jue offers Pingzhou to Song")]
    [InlineData("Xuanhe 5/8/28", "戊申", "1123-09-19", "Aguda (Jin Taizu) dies")]
    [InlineData("Xuanhe 5/11/21", "庚午", "1123-12-10", "Zhang Jue beaten by Zongwang, flees to Yan")]
    [InlineData("Xuanhe 7/2/20", "壬戌", "1125-03-26", "Tianzuo of Liao captured near Yingzhou")]
    [InlineData("Xuanhe 7/10/7", "甲辰", "1125-11-03", "Jin edict to attack Song")]
    [InlineData("Xuanhe 7/12/3", "庚子", "1125-12-29", "Zonghan takes Shuozhou")]
    [InlineData("Xuanhe 7/12/7", "甲辰", "1126-01-02", "Battle of the Baihe")]
    [InlineData("Xuanhe 7/12/9", "丙午", "1126-01-04", "Guo Yaoshi surrenders Yanshan; Gubeikou lost")]
    [InlineData("Xuanhe 7/12/11", "戊申", "1126-01-06", "Zonghan takes Daizhou")]
    [InlineData("Xuanhe 7/12/21", "戊午", "1126-01-16", "Zonghan invests Taiyuan")]
    [InlineData("Xuanhe 7/12/23", "庚申", "1126-01-18", "Huizong abdicates")]
    [InlineData("Xuanhe 7/12/27", "甲子", "1126-01-22", "Xinde fu taken by Zongwang")]
    [InlineData("Jingkang 1/1/3", "己巳", "1126-01-27", "Huizong leaves Kaifeng at night")]
    [InlineData("Jingkang 1/1/3", "己巳", "1126-01-27", "Eastern army across the Yellow River")]
    [InlineData("Jingkang 1/1/7", "癸酉", "1126-01-31", "Eastern army at Kaifeng")]
    [InlineData("Jingkang 1/2/1", "丁酉", "1126-02-24", "Night attack by Yao Pingzhong fails")]
    [InlineData("Jingkang 1/2/9", "乙巳", "1126-03-04", "Eastern army withdraws")]
    [InlineData("Jingkang 1/2/19", "乙卯", "1126-03-14", "Longde fu taken")]
    [InlineData("Jingkang 1/5/8", "癸酉", "1126-05-31", "Chong Shizhong killed near Yuci")]
    [InlineData("Jingkang 1/9/3", "丙寅", "1126-09-21", "Taiyuan falls")]
    [InlineData("Jingkang 1/10/5", "丁酉", "1126-10-22", "Zhending falls")]
    [InlineData("Jingkang 1/11/25", "丙戌", "1126-12-10", "Zongwang at Kaifeng")]
    [InlineData("Jingkang 1/L11/2", "癸巳", "1126-12-17", "Zonghan at Kaifeng")]
    [InlineData("Jingkang 1/L11/25", "丙辰", "1127-01-09", "Walls of Kaifeng lost")]
    [InlineData("Jingkang 1/12/2", "癸亥", "1127-01-16", "Qinzong presents the surrender letter")]
    [InlineData("Jingkang 2/2/6", "丙寅", "1127-03-20", "Jin order deposing the two emperors")]
    [InlineData("Jingkang 2/3/7", "丁酉", "1127-04-20", "Zhang Bangchang made emperor of Chu")]
    [InlineData("Jingkang 2/4/1", "庚申", "1127-05-13", "Qinzong carried north")]
    [InlineData("Jianyan 1/5/1", "庚寅", "1127-06-12", "Gaozong enthroned at Yingtian")]
    [InlineData("Jianyan 4/9/24", "癸亥", "1130-10-27", "Battle of Fuping")]
    [InlineData("Shaoxing 5/1/25", "己巳", "1135-02-09", "Jin Taizong dies")]
    [InlineData("Shaoxing 9/3/16", "丙申", "1139-04-16", "Wang Lun receives the returned lands")]
    [InlineData("Shaoxing 10/5/11", "甲申", "1140-05-28", "Jin before Kaifeng")]
    [InlineData("Shaoxing 10/5/12", "乙酉", "1140-05-29", "Kaifeng surrenders")]
    [InlineData("Shaoxing 10/5/13", "丙戌", "1140-05-30", "Gongzhou taken")]
    [InlineData("Shaoxing 10/5/14", "丁亥", "1140-05-31", "Nanjing Yingtian taken")]
    [InlineData("Shaoxing 10/5/16", "己丑", "1140-06-02", "Xijing Henan taken")]
    [InlineData("Shaoxing 10/5/20", "癸巳", "1140-06-06", "Yongxing jun taken; Bozhou surrenders")]
    [InlineData("Shaoxing 10/5/29", "壬寅", "1140-06-15", "Shunchang invested")]
    [InlineData("Shaoxing 10/6/9", "壬子", "1140-06-25", "Main battle of Shunchang")]
    [InlineData("Shaoxing 10/7/8", "己酉", "1140-08-21", "Battle of Yancheng")]
    [InlineData("Shaoxing 10/7/13", "甲寅", "1140-08-26", "Xiaoshang bridge")]
    [InlineData("Shaoxing 10/7/14", "乙卯", "1140-08-27", "Battle of Yingchang")]
    [InlineData("Shaoxing 10/7/21", "壬戌", "1140-09-03", "Yue Fei begins the withdrawal from Yancheng")]
    [InlineData("Shaoxing 11/2/18", "丁亥", "1141-03-27", "Battle of Zhegao")]
    [InlineData("Shaoxing 11/12/29", "癸巳", "1142-01-27", "Yue Fei put to death")]
    [InlineData("Jingkang 1/L11/25", "丙辰", "1127-01-09", "Given test date")]
    [InlineData("Xuanhe 7/12/23", "庚申", "1126-01-18", "Given test date")]
    [InlineData("Shaoxing 10/7/8", "己酉", "1140-08-21", "Given test date: only with the corrected month")]
    [InlineData("Shaoxing 11/12/29", "癸巳", "1142-01-27", "Given test date")]
    public void The_three_names_of_a_day_agree(string song, string sexagenary, string julian, string happened)
    {
        var reading = TheCalendar.Read(song);
        Assert.False(reading.Refused, $"{happened}: {song} {reading.Refusal}");
        Assert.Equal(julian, reading.Day.ToString());
        Assert.Equal(sexagenary, Sexagenary.Of(reading.Day).Hanzi);
        Assert.Equal(song, TheCalendar.Instance.Romanised(reading.Day));
    }
}
