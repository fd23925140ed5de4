using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.DefectionSpecs;

/// <summary>How a man weighs an offer.</summary>
public class BargainSpec : RuleSpec
{
    /// <summary>Song woos Han Chang, who commands the van at Liyang.</summary>
    private static Talk ToHanChang(int strings = 50_000) => new() { By = SongField, Force = Van, Man = HanChang, Strings = strings };

    private static int Odds(Action<World>? change = null, int strings = 50_000)
    {
        var world = AtWar();
        change?.Invoke(world);
        return Bargain.Odds(world, ToHanChang(strings));
    }

    [Fact]
    public void The_less_loyal_a_man_is_the_nearer_he_is_to_going() =>
        Assert.Equal(Odds() + 2 * Bargain.Loyalty, Odds(w => w[HanChang].Loyalty -= 200));

    [Fact]
    public void What_ties_him_to_his_lord_keeps_him_from_going_and_not_from_listening()
    {
        var world = AtWar();
        var talk = ToHanChang();
        var odds = Bargain.Odds(world, talk);
        var loose = Bargain.CommonBond * -Bargain.Kin / 100 + (1000 - Bargain.CommonFaith) * -Bargain.Distrust / 100;
        Assert.Equal(odds + Bargain.Listening + loose, Bargain.ToListen(world, talk, odds));
        Assert.True(Bargain.PerMille(Bargain.ToListen(world, talk, odds)) > 10 * Bargain.PerMille(odds));
    }

    [Fact]
    public void Ambition_and_price_draw_him()
    {
        var scenario = AtWar().Scenario;
        Assert.Equal(Bargain.Reputed(scenario, Prefect, 500, Song, 10_000) + 2 * Bargain.Ambition, Bargain.Reputed(scenario, Rebel, 500, Song, 10_000)); // 300, 500
        Assert.InRange(Odds(strings: 150_000) - Odds(strings: 50_000), Bargain.Price, Bargain.Price * 12 / 10); // ln 3
    }

    [Fact]
    public void Kin_in_his_lords_hands_and_a_suitor_whose_word_is_bad_hold_him()
    {
        var war = AtWar();
        var usual = Bargain.Reputed(war.Scenario, HanChang, 600, Song, 10_000);
        Assert.Equal(usual + 7 * Bargain.Kin, Bargain.Reputed(With(war.Scenario, bonds: [-1, -1, -1, -1, 1000], faith: []), HanChang, 600, Song, 10_000));
        Assert.Equal(usual + 3 * Bargain.Distrust, Bargain.Reputed(With(war.Scenario, bonds: [], faith: [-1, 200]), HanChang, 600, Song, 10_000));
    }

    private static Scenario With(Scenario s, short[] bonds, short[] faith) => new()
    {
        Hash = s.Hash, Key = s.Key, FirstDay = s.FirstDay, LastDay = s.LastDay, Atlas = s.Atlas, Polities = s.Polities, Persons = s.Persons, Seats = s.Seats,
        Givens = s.Givens, BeliefSets = s.BeliefSets, ForceRows = s.ForceRows, SeatOfPlace = s.SeatOfPlace, CourtOf = s.CourtOf, MonthStarts = s.MonthStarts, Bonds = bonds, Faith = faith,
    };

    [Fact]
    public void He_looks_at_who_is_winning_by_what_his_own_side_believes()
    {
        static void Told(World world, PlaceId yue)
        {
            ref var belief = ref world.BeliefOf(world.Scenario.Seats[JinField.Value].Beliefs, Yue);
            belief.Place = yue;
        }
        var near = Odds(w => Told(w, Huazhou));
        Assert.True(near > Odds(w => Told(w, Caizhou)), "an army at hand");
        // The truth moves nothing while nobody has told them of it.
        Assert.Equal(Odds(w => Told(w, Caizhou)), Odds(w => { Told(w, Caizhou); Stand(w, Yue, Huazhou); }));
    }

    [Fact]
    public void A_lost_fight_and_pay_two_months_late_make_him_fear_for_himself()
    {
        var usual = Odds();
        Assert.Equal(usual + Bargain.Fear, Odds(w => w[Van].Arrears = 61));
        Assert.Equal(usual + Bargain.Fear, Odds(w =>
        {
            for (var d = 0; d < 40; d++) w.NextDay();
            (w[Van].FoughtOn, w[Van].Wound, w[Van].Morale) = (20, new EventRef(20, 1), 300);
        }));
    }

    [Fact]
    public void Who_holds_an_office_himself_is_hardly_to_be_had() =>
        Assert.Equal(Odds() - Bargain.Office, Odds(w => w[JinField].Holder = HanChang));

    /// <summary>Cases before the bookmark, as the page gives them: loyalty, ambition as the middle, bond, the suitor's word, price, who was winning, fear.</summary>
    [Theory]
    [InlineData("Guo Yaoshi to Song, 1122", 350, 300, 700, 50_000, 150, true, 500, 1000)]
    [InlineData("Xu Wen to Qi, 1133", 350, 200, 500, 10_000, 0, true, 150, 700)]
    [InlineData("Li Qiong to Qi, 1137", 300, 200, 500, 100_000, 0, true, 300, 800)]
    [InlineData("Zhao Rong to Song, 1139", 300, 200, 500, 10_000, 50, true, 250, 800)]
    [InlineData("Wu Jie, courted by Qi, 1131-34", 850, 900, 500, 100_000, 50, false, 0, 20)]
    [InlineData("Chen Gui at De'an, 1127-32", 850, 700, 300, 10_000, 100, false, 0, 20)]
    public void Those_who_went_before_the_bookmark_would_often_go_and_those_who_stayed_would_stay(
        string who, int loyalty, short bond, short faith, int strings, int winning, bool fears, int least, int most)
    {
        var scenario = With(AtWar().Scenario, bonds: [-1, -1, -1, -1, -1, bond, -1], faith: [-1, faith]);
        var odds = Bargain.Reputed(scenario, Gaozong, loyalty, Song, strings) + winning + (fears ? Bargain.Fear : 0); // ambition 500
        Assert.True(Bargain.PerMille(odds) >= least && Bargain.PerMille(odds) <= most, $"{who}: {Bargain.PerMille(odds)} per mille");
    }
}
