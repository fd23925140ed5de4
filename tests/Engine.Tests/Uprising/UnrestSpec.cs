using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.UprisingSpecs;

/// <summary>What drives people to rise, and what holds them down.</summary>
public class UnrestSpec : RuleSpec
{
    private static readonly ForceId Outlaws = SmallWar.Band;

    private static World Watched(World world)
    {
        world.Muster();
        Alarm.Raise(world);
        return world;
    }

    private static int Pressure(World world, int row = AtHuazhou) => Unrest.Pressure(Watched(world), row, out _);

    private static World Changed(Action<World> change)
    {
        var world = AtWar();
        change(world);
        return world;
    }

    [Fact]
    public void The_more_they_prefer_another_ruler_and_the_deeper_the_grudge_the_more_drives_them()
    {
        var usual = Pressure(AtWar());
        Assert.Equal(usual + 150, Pressure(Changed(w => w[Huazhou].LoyaltyA += 300)));
        Assert.Equal(usual - 100, Pressure(Changed(w => w[Huazhou].LoyaltyB += 200)));
        Assert.Equal(usual + 250, Pressure(Changed(w => w[Huazhou].Grievance = 250)));
    }

    [Fact]
    public void Agents_embolden_for_ninety_days_less_each_day()
    {
        static int Since(int days) => Pressure(Changed(w =>
        {
            w.RisingTable[AtHuazhou].RousedOn = 1;
            for (var d = 0; d <= days; d++) w.NextDay();
        }));
        Assert.Equal(Since(90) + Unrest.Agents, Since(0));
        Assert.InRange(Since(45) - Since(90), Unrest.Agents / 2 - 3, Unrest.Agents / 2 + 3);
        Assert.Equal(Since(90), Since(120));
    }

    [Fact]
    public void An_army_of_their_side_shows_its_banners_within_three_hundred_li()
    {
        var none = Pressure(AtWar());
        var near = Pressure(Changed(w => Stand(w, Yue, Kaifeng)));
        var nearer = Pressure(Changed(w => PutOnRoad(w, Yue, Kaifeng, Huazhou, 120)));
        var far = Pressure(Changed(w => Stand(w, Yue, Yingchang)));
        Assert.True(near > none && nearer > near, $"{none}, {near}, {nearer}");
        Assert.Equal(none, far); // 350 li off
    }

    [Fact]
    public void The_banners_of_a_routed_army_embolden_nobody() =>
        Assert.Equal(Pressure(AtWar()), Pressure(Changed(w =>
        {
            Stand(w, Yue, Kaifeng);
            w[Yue].Doing = Doing.Routed;
        })));

    [Fact]
    public void A_band_in_arms_down_the_road_spreads_the_fire_and_the_fire_cools_with_the_road()
    {
        static int With(PlaceId home) => Pressure(Changed(w =>
        {
            Stand(w, Outlaws, home);
            (w[Outlaws].Doing, w[Outlaws].Task) = (Doing.Hidden, TaskKind.Harass);
        }));
        var none = Pressure(AtWar());
        Assert.Equal(none + Unrest.Contagion, With(Huazhou));
        Assert.InRange(With(Kaifeng) - none, Unrest.Contagion * 30 / 100, Unrest.Contagion * 40 / 100); // 150 li: 1/e
        Assert.InRange(With(Hulao) - none, Unrest.Contagion * 12 / 100, Unrest.Contagion * 20 / 100); // 270 li
    }

    [Fact]
    public void A_band_that_lies_low_spreads_nothing() =>
        Assert.Equal(Pressure(AtWar()), Pressure(Changed(w => { Stand(w, Outlaws, Huazhou); w[Outlaws].Doing = Doing.Hidden; })));

    [Fact]
    public void A_host_of_the_ruler_in_the_country_cows_them()
    {
        var afraid = Pressure(Changed(w => Stand(w, Army, Huazhou)));
        // The van of 3,000 at Liyang is within a scout's ride already.
        Assert.Equal(Pressure(AtWar()) - 200, afraid);
    }

    [Fact]
    public void Who_is_patient_is_patient_throughout_a_history()
    {
        var world = AtWar();
        var first = Unrest.PatienceOf(world, Huazhou);
        for (var d = 0; d < 40; d++) world.NextDay();
        Assert.Equal(first, Unrest.PatienceOf(world, Huazhou));
        Assert.NotEqual(first, Unrest.PatienceOf(world, Luoyang));
        Assert.NotEqual(first, Unrest.PatienceOf(AtWar(2), Huazhou));
    }

    [Fact]
    public void Half_the_places_bear_less_than_the_middle_and_few_bear_twice_as_much()
    {
        int under = 0, twice = 0;
        for (ulong seed = 1; seed <= 1000; seed++)
        {
            var patience = Unrest.PatienceOf(AtWar(seed), Huazhou);
            if (patience < Unrest.Patience) under++;
            if (patience > 2 * Unrest.Patience) twice++;
        }
        Assert.InRange(under, 450, 550);
        Assert.InRange(twice, 0, 10);
    }
}
