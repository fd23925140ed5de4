using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.March;

/// <summary>Grain on the way: who fills his train where, and who turns back for want of it.</summary>
public class GranarySpec : RuleSpec
{
    /// <summary>Yue from Linan by Caizhou to Yingchang, 20 li short of Caizhou, with so many days of grain.</summary>
    private static War OnTheWay(int days, PolityId caizhou) => Given(AtWar()).With(w =>
    {
        w[Caizhou].Holder = caizhou;
        w[Yue].Grain = SupplyRule.NeedPerDay(w, w[Yue]) * days;
        w[Yue].Base = Linan;
    }).PutOnRoad(Yue, Linan, Caizhou, 280).Send(Yue, TaskKind.Take, Yingchang).With(w => w[Yue].HaltedOn = 0);

    [Fact]
    public void A_host_with_a_half_empty_train_ends_its_day_at_a_granary_of_its_own_side_and_fills_it() =>
        OnTheWay(4, Song).Running(MarchRule.Daily).Days(1).Then<StoresDrawn>(e => e.Place == Caizhou && e.Force == Yue).Holds(w => w[Yue].At == Caizhou, "at Caizhou");

    [Fact]
    public void A_full_one_goes_by() =>
        OnTheWay(12, Song).Running(MarchRule.Daily).Days(1).Never<StoresDrawn>().Holds(w => !w[Yue].At.Exists, "beyond Caizhou");

    [Fact]
    public void Nobody_turns_back_for_grain_when_his_own_town_is_closer_before_him_than_his_base_behind() =>
        OnTheWay(1, Song).Days(2).Never<ConductChanged>(e => e.Force == Yue && e.Why == Code.NoGrain);

    [Fact]
    public void Before_an_enemys_town_he_turns_back() =>
        OnTheWay(1, Jin).Days(2).Then<ConductChanged>(e => e.Force == Yue && e.Why == Code.NoGrain);
}
