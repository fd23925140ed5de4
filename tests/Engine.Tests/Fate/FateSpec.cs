using FsCheck;
using FsCheck.Fluent;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests.FateRules;

/// <summary>A reconstructed past: other dice for one contest and for nothing else; what is set down balances; nobody but nobody does it.</summary>
public class FateSpec
{
    private static readonly Config s_tries = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1140, 11);

    private static Order Fate(PlaceId place, ushort salt, ushort li = 0, ushort until = 30) => Order.Of(SeatId.None, new Ordain(place, li, until, salt));

    private static Simulation Play(World world) => new(world, new IMind?[world.Scenario.Seats.Length]);

    private static World After(World world, params Order[] orders)
    {
        var simulation = Play(world);
        simulation.Day(orders);
        Assert.Empty(simulation.Refused);
        return world;
    }

    private static Account Balance(World world)
    {
        int men = 0, grain = 0;
        foreach (ref readonly var account in world.Reconciliation)
        {
            men += account.Men;
            grain += account.Grain;
        }
        return new Account { Men = men, Grain = grain };
    }

    [Fact]
    public void Only_the_dice_of_contests_about_the_place_are_others() => Prop.ForAll(
        (ulong seed, ushort two, ushort salt) =>
        {
            var place = new PlaceId((short)(1 + two % 11));
            var elsewhere = new PlaceId((short)(1 + two / 11 % 11));
            var world = After(AtWar(seed), Fate(place, (ushort)(salt | 1), li: 100));
            var about = place == elsewhere || world.Atlas.RideLi(place, elsewhere) <= 100;
            var usual = new Chance(seed, world.Today);
            return world.ChanceAt(elsewhere).Bits(Purpose.BattleNoise, 7) != usual.Bits(Purpose.BattleNoise, 7) == about
                && world.Chance.Bits(Purpose.CourierRoad, 7) == usual.Bits(Purpose.CourierRoad, 7);
        }).Check(s_tries);

    [Fact]
    public void The_same_battle_ends_otherwise_under_other_dice_and_the_rest_of_the_world_is_the_same()
    {
        var losses = new HashSet<int>();
        var elsewhere = new HashSet<(int, int)>();
        for (ushort salt = 1; salt <= 16; salt++)
        {
            var world = AtShunchang();
            Send(world, Army, TaskKind.Take, Shunchang);
            Send(world, Yue, TaskKind.Take, Yingchang);
            var simulation = Play(world);
            simulation.Day([Fate(Shunchang, salt)]);
            for (var day = 2; day <= 8; day++) simulation.Day();
            losses.Add(world[Liu].Lost);
            elsewhere.Add((world[Yue].Men, world[Yue].LegLi));
        }
        Assert.True(losses.Count > 3, $"{losses.Count} outcomes of 16");
        Assert.Single(elsewhere);
    }

    [Fact]
    public void Fate_ends_on_its_day_and_leaves_the_dice_as_they_were()
    {
        var world = AtWar();
        var simulation = Play(world);
        simulation.Day([Fate(Kaifeng, 3, until: 2)]);
        Assert.NotEqual(world.Seed, world.SeedAt(Kaifeng));
        simulation.Day();
        Assert.NotEqual(world.Seed, world.SeedAt(Kaifeng));
        simulation.Day();
        Assert.Equal(world.Seed, world.SeedAt(Kaifeng));
    }

    [Fact]
    public void A_past_that_ends_has_no_other_dice_and_goes_on_with_a_seed_of_its_own()
    {
        var world = After(AtWar(), Fate(Kaifeng, 3), Order.Of(SeatId.None, new Part(77)));
        Assert.Equal(77ul, world.Seed);
        Assert.Equal(77ul, world.SeedAt(Kaifeng));
    }

    [Fact]
    public void A_world_that_fate_never_touched_has_the_hash_it_would_have_without_it()
    {
        var world = After(AtWar());
        var touched = After(AtWar(), Fate(Linan, 1), Order.Of(SeatId.None, new Part(1)));
        Assert.Equal(world.Seed, touched.Seed);
        Assert.Equal(0ul, Hash(touched, "fates"));
        Assert.Equal(0ul, Hash(touched, "reconciliation"));
        Assert.NotEqual(0ul, Hash(After(AtWar(), Fate(Linan, 1)), "fates"));
        Assert.NotEqual(WorldHash.Full(After(AtWar(), Fate(Linan, 1))), WorldHash.Full(After(AtWar(), Fate(Linan, 2))));
    }

    private static ulong Hash(World world, string table)
    {
        var hash = new WorldHash(world);
        for (var t = 0; t < WorldTables.All.Length; t++)
            if (WorldTables.All[t].Name == table) return hash.Subsystems[t];
        throw new ArgumentException(table);
    }

    [Fact]
    public void What_is_set_down_about_a_place_balances_in_the_accounts() => Prop.ForAll(
        (ulong seed, byte at, bool song) =>
        {
            var place = new PlaceId((short)(1 + at % 11));
            var world = AtWar(seed);
            var holder = song ? Song : Jin;
            if (world[place].Holder == holder) return true;
            var log = world.Log = new EventLog();
            var before = world.Totals();
            After(world, Order.Of(SeatId.None, new Impose(place, holder)));
            var flows = before;
            foreach (ref readonly var entry in log.Entries) flows += EventTypes.Of(entry.Kind).NetOf(log.Bytes(entry));
            long imposed = 0, grain = 0;
            foreach (ref readonly var entry in log.Entries)
                if (entry.Kind == EventKind.RecordImposed)
                {
                    imposed -= log.Read<RecordImposed>(entry).Net.Men;
                    grain -= log.Read<RecordImposed>(entry).Net.Grain;
                }
            var balance = Balance(world);
            return world[place].Holder == holder && flows == world.Totals() && balance.Men == imposed && balance.Grain == grain && world[place].Garrison > 0;
        }).Check(s_tries);

    [Fact]
    public void Men_struck_off_stand_in_the_account_of_who_lost_them_with_the_grain_they_carried()
    {
        var world = AtWar();
        var (men, grain) = (world[Army].Men, world[Army].Grain);
        var simulation = Play(world);
        Assert.True(simulation.Judge(Order.Of(SeatId.None, new Strike(Army, 5000))).Ok);
        world.Log = new EventLog();
        simulation.Day([Order.Of(SeatId.None, new Strike(Army, 5000))]);
        Assert.Equal(5000, world.Reconciliation[Jin.Value].Men);
        Assert.Equal(Whole.MulDiv(grain, 5000, men), world.Reconciliation[Jin.Value].Grain);
        Assert.Equal(5000, world[Army].Lost);
    }

    [Fact]
    public void No_seat_may_order_it_and_nobody_may_order_what_makes_no_sense()
    {
        var world = AtWar();
        var simulation = Play(world);
        Code Answer(Order order) => simulation.Judge(order).Code;
        Assert.Equal(Code.OfficeLacksPower, Answer(Order.Of(SongCourt, new Ordain(Kaifeng, 0, 9, 1))));
        Assert.Equal(Code.OfficeLacksPower, Answer(Order.Of(JinCourt, new Impose(Kaifeng, Song))));
        Assert.Equal(Code.UnknownPlace, Answer(Fate(new PlaceId(99), 1)));
        Assert.Equal(Code.OutOfBounds, Answer(Fate(Kaifeng, 0)));
        Assert.Equal(Code.AlreadyOurs, Answer(Order.Of(SeatId.None, new Impose(Kaifeng, Jin))));
        Assert.Equal(Code.WrongPolity, Answer(Order.Of(SeatId.None, new Impose(Kaifeng, new PolityId(9)))));
        Assert.Equal(Code.UnknownForce, Answer(Order.Of(SeatId.None, new Strike(new ForceId(99), 1))));
        Assert.Equal(Code.OutOfBounds, Answer(Order.Of(SeatId.None, new Strike(Yue, 12_001))));
        Assert.Equal(Code.ForceGone, Answer(Order.Of(SeatId.None, new Strike(Levy, 1))));
        var many = new Order[FateRule.Most + 1];
        for (var i = 0; i < many.Length; i++) many[i] = Fate(Kaifeng, (ushort)(i + 1));
        simulation.Day(many);
        Assert.Single(simulation.Refused);
    }
}
