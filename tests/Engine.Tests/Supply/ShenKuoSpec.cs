using Yanyun.Engine.Rules;

namespace Engine.Tests.Supply;

/// <summary>Shen Kuo's reckoning of an army's food (Mengxi bitan 11), number by number.</summary>
public class ShenKuoSpec
{
    [Theory]
    [InlineData(1, 18, 9)]
    [InlineData(2, 26, 13)]
    [InlineData(3, 31, 16)]
    public void Porters_take_a_soldier_so_many_days_out_or_so_many_out_and_back(int porters, int oneWay, int andBack)
    {
        Assert.Equal(oneWay, Provisions.ReachDays(porters));
        Assert.Equal(andBack, Provisions.ReachAndBackDays(porters));
    }

    [Theory]
    [InlineData(2, 2, 6, 8.0)]
    [InlineData(3, 3, 4, 6.5)]
    [InlineData(3, 2, 9, 7.0)]
    public void His_rations_for_those_sent_home_agree_with_the_rule_to_a_quarter_of_a_day(
        int porters, int there, int rationsHome, double days)
    {
        Assert.Equal(60, 2 * (there + 1) * days + 2 * rationsHome);
        var stage = there == porters ? Stage(porters) : Stage(porters, 1);
        Assert.InRange(stage, days - 0.25, days + 0.25);
    }

    /// <summary>Days on the load of the first porter sent home, or of the second.</summary>
    private static double Stage(int porters, int skip = 0)
    {
        double gone = 0, stage = 0;
        for (var j = porters; j >= porters - skip; j--) gone += stage = (60 - 4 / 3.0 * gone) / (2 * (j + 1) + 4 / 3.0);
        return stage;
    }

    [Fact]
    public void The_rule_is_the_closed_form()
    {
        Assert.Equal(17_500, Provisions.ReachMilliDays(1));
        Assert.InRange(Provisions.ReachMilliDays(2), 17_500 + 1000 * Stage(2) - 2, 17_500 + 1000 * Stage(2) + 2);
        var three = 17_500 + 1000 * (Stage(3) + Stage(3, 1));
        Assert.InRange(Provisions.ReachMilliDays(3), three - 3, three + 3);
        Assert.Equal(5_000, Provisions.ReachMilliDays(0));
    }

    [Fact]
    public void A_hundred_thousand_men_field_seventy_thousand_fighters_behind_three_hundred_thousand_porters_and_more_cannot_be()
    {
        Assert.Equal(70_000, Provisions.Fighters(100_000));
        Assert.Equal(300_000, Provisions.PortersFor(100_000, 31));
        Assert.Equal(-1, Provisions.PortersFor(100_000, 32));
        Assert.Equal(100_000, Provisions.PortersFor(100_000, 18));
        Assert.Equal(0, Provisions.PortersFor(100_000, 5));
    }

    [Fact]
    public void A_man_eats_two_sheng_and_carries_five_days_a_rider_ten()
    {
        Assert.Equal(2 * 10_000, Provisions.PerDay(10_000, 0));
        Assert.Equal(2 * 1000 + 3300, Provisions.PerDay(1000, 1000));
        Assert.Equal(5_000, Provisions.CarriedMilliDays(new Arms(8_000, 0, 0, 500, 0), 0));
        Assert.Equal(10_000, Provisions.CarriedMilliDays(new Arms(0, 3_000, 1_000, 0, 0), 0));
        Assert.Equal(2_500, Provisions.CarriedMilliDays(new Arms(8_000, 0, 0, 0, 0), 8_000));
    }

    [Fact]
    public void Loads_are_his_and_boats_carry_ten_to_twenty_times_cheaper_than_porters()
    {
        Assert.Equal([60, 100, 150, 300], new[] { Carrier.Porter, Carrier.Donkey, Carrier.Mule, Carrier.Camel }.Select(Provisions.Load));
        // What carrying a sheng for a day costs in food, in shares of the load.
        double Cost(Carrier c) => Provisions.RoadRationTenths(c) / 10.0 / Provisions.Load(c);
        Assert.InRange(Cost(Carrier.Porter) / Cost(Carrier.Boat), 10, 20);
        Assert.Equal(0, Provisions.Delivered(6_000, 18, Carrier.Porter));
        Assert.InRange(Provisions.Delivered(6_000, 9, Carrier.Porter), 2_999, 3_001);
        Assert.True(Provisions.Delivered(6_000, 9, Carrier.Boat) > 5_800);
    }

    [Fact]
    public void Fifty_thousand_men_live_about_seventeen_days_off_one_place_and_a_second_visit_finds_less()
    {
        var found = Foraging.ManDays(Foraging.CommonDensity, 200, 0, Foraging.SeizedPerMille);
        Assert.InRange(found / 50_000.0, 16, 18);
        Assert.True(Foraging.ManDays(Foraging.CommonDensity, 200, 100, Foraging.SeizedPerMille) < found);
        Assert.Equal(0, Foraging.ManDays(Foraging.CommonDensity, 200, 1000, Foraging.SeizedPerMille));
        Assert.Equal(300, Foraging.StoredDays(0));
        Assert.Equal(100, Foraging.StoredDays(11));
    }
}
