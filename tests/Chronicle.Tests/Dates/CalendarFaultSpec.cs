using Yanyun.Chronicle;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Dates;

/// <summary>The month table with one slip in it: the slip is found, and there is no calendar.</summary>
public class CalendarFaultSpec
{
    private static readonly string Sound = File.ReadAllText(TheCalendar.Path);

    [Theory]
    [InlineData("month: L6, first: 1140-07-16", "month: X6, first: 1140-07-16", "CAL001: 'month' is 'X6'; expected 1 to 12, with L before it for a leap month, as L6")]
    [InlineData("jdn: 2137669", "jdn: 2137670", "CAL002: 'jdn' is 2137670 but 1140-08-14 is day 2137669; expected the same day twice")]
    [InlineData("month: 7, first: 1140-08-14, jdn: 2137669, days: 30", "month: 7, first: 1140-08-14, jdn: 2137669, days: 29",
        "CAL003: the Song month begins on 1140-09-13; expected 1140-09-12, the day after the month before it ends")]
    [InlineData("liao: 1113-11-11", "liao: 1113-11-12", "CAL006: the Liao month begins on 1113-11-12, 2 days from the Song one; expected one day at most")]
    [InlineData("{year: 1140, month: 9", "{year: 1141, month: 9", "CAL005: month 9 of 1141 after month 8 of 1140; expected the next month or its leap month")]
    [InlineData("until: 1131-01-30,", "until: 1131-01-31,", "CAL007: era 'Jianyan' and era 'Shaoxing' are both official on 1131-01-31; expected one at a time")]
    [InlineData("until: 1129-04-20,", "until: 1129-03-20,",
        "CAL008: era 'Mingshou' has its days out of order; expected named_from, from, until in order of time and within the months of the table")]
    [InlineData("simplified: 绍兴", "simplified: 绍", "CAL009: 'simplified' is '绍'; expected as many characters as '紹興'")]
    [InlineData("high: 1141-03-09", "high: 1141-02-08", "CAL010: era 'Huangtong' begins on 1141-02-09; expected a day from its low 1141-02-09 to its high 1141-02-08")]
    [InlineData("by: [jinshi, songshi, yaolu]}", "by: [jinshi, sonshi, yaolu]}",
        "YAML010: 'by' names no witness: 'sonshi'; expected the id of a witness; did you mean 'songshi'?")]
    [InlineData("grade: corrected", "grade: certain", "YAML009: 'grade' is 'certain'; expected one of tables, pairs, annals, corrected")]
    public void A_slip_in_the_table_is_found(string right, string wrong, string expected)
    {
        var at = Sound.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at > 0, right);
        var problems = Faults(Sound[..at] + wrong + Sound[(at + right.Length)..]);
        Assert.Contains(problems.All, p => p.Render(Language.English).EndsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_month_of_twenty_eight_days_in_another_court_is_found()
    {
        var slip = Sound.Replace("month: 8, first: 1140-09-13, jdn: 2137699, days: 30, grade: annals, by: [songshi, yaolu]",
            "month: 8, first: 1140-09-13, jdn: 2137699, days: 30, grade: annals, by: [songshi, yaolu], jin: 1140-09-12");
        Assert.Contains(Faults(slip).All, p => p.Code == CalendarMessages.WrongLength.Code);
    }

    private static Problems Faults(string text)
    {
        var problems = new Problems();
        var table = YamlFile.Parse(text, "months.yaml", problems) is { } root ? CalendarFile.Read(root, problems) : null;
        Assert.Null(table);
        return problems;
    }
}
