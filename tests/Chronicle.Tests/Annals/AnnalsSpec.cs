using Yanyun.Engine;

namespace Chronicle.Tests.Annals;

/// <summary>What the annals of the bookmark promise as a whole.</summary>
public class AnnalsSpec
{
    [Fact]
    public void There_are_forty_checks_and_more_of_which_twenty_five_and_more_are_outcomes()
    {
        var kinds = TheAnnals.Instance.Checks.Checks.Select(check => check.Kind).ToList();
        Assert.True(kinds.Count > 40, $"{kinds.Count - 1} checks");
        Assert.True(kinds.Count(kind => kind == CheckKind.Outcome) >= 25);
    }

    [Fact]
    public void Every_entry_names_the_other_course_its_actor_had() =>
        Assert.All(TheAnnals.Instance.Entries.Skip(1), entry => Assert.NotEmpty(entry.Alternative));

    [Fact]
    public void Every_text_is_in_both_languages()
    {
        Assert.All(TheAnnals.Instance.Entries.Skip(1), entry => Assert.True(entry.What.English.Length > 0 && entry.What.Chinese.Length > 0, entry.Slug));
        Assert.All(TheAnnals.Instance.CheckTexts.Skip(1), check => Assert.True(check.What.English.Length > 0 && check.What.Chinese.Length > 0, check.Slug));
    }

    [Fact]
    public void Tolerance_is_five_days_or_a_quarter_of_the_lead_whichever_is_more()
    {
        Assert.Equal(5, CheckBook.Tolerance(0));
        Assert.Equal(5, CheckBook.Tolerance(23));
        Assert.Equal(10, CheckBook.Tolerance(40));
        Assert.Equal(10, CheckBook.Tolerance(-40));
    }

    [Fact]
    public void A_check_of_a_battle_hangs_on_the_march_to_it()
    {
        var annals = TheAnnals.Instance;
        var at = annals.CheckTexts.ToList().FindIndex(text => text.Slug == "yancheng-won");
        var node = annals.Checks.Nodes[annals.Checks.Checks[at].Root];
        Assert.Equal("zongbi-sees-yue-alone", annals.Entries[node.Window.After].Slug);
        Assert.Equal((0, 8), (node.Window.From, node.Window.To)); // three days of lead, five of tolerance, never before the order
    }

    [Fact]
    public void On_most_days_of_the_war_no_entry_of_a_seat_is_open()
    {
        var script = TheAnnals.Instance.Script;
        var open = 0;
        for (byte s = 1; s < 30; s++)
            for (var day = 0; day < 946; day++)
                foreach (var e in script.Of(new SeatId(s)))
                    if (script.Entries[e].From <= day && day <= script.Entries[e].To)
                    {
                        open++;
                        break;
                    }
        Assert.True(open < 29 * 946 / 7, $"{open} seat-days");
    }
}
