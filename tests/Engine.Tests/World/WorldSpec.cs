using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Yanyun.Engine;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

public class WorldSpec : RuleSpec
{
    public static TheoryData<Type> Rows() => [.. WorldTables.All.Select(t => t.Row)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_has_no_padding_so_that_its_bytes_are_its_fields(Type row) => Assert.Equal(SizeOf(row), FieldBytes(row));

    [Fact]
    public void A_clone_is_equal_and_independent()
    {
        var world = Given(AtWar()).Days(40).World;
        var copy = world.Clone();
        Assert.Equal(WorldHash.Full(world), WorldHash.Full(copy));
        copy[Kaifeng].Stores++;
        Assert.NotEqual(WorldHash.Full(world), WorldHash.Full(copy));
    }

    [Fact]
    public void A_clone_goes_on_as_the_original_does()
    {
        var war = Given(AtWar()).Order(JinField, new Yanyun.Engine.Rules.Take(Army, Caizhou, 10)).Days(25);
        var copy = Given(war.World.Clone());
        war.Days(60);
        copy.Days(60);
        Assert.Equal(WorldHash.Full(war.World), WorldHash.Full(copy.World));
    }

    [Fact]
    public void The_hash_kept_by_change_is_the_hash_from_nothing_on_every_day()
    {
        var war = Given(AtWar()).Order(JinField, new Yanyun.Engine.Rules.Take(Army, Caizhou, 10));
        var kept = new WorldHash(war.World);
        for (var day = 0; day < 120; day++)
        {
            war.Days(1);
            Assert.Equal(WorldHash.Full(war.World), kept.Update(war.World));
        }
    }

    [Fact]
    public void The_hash_does_not_depend_on_where_a_force_is_stored()
    {
        var world = AtWar();
        var before = new WorldHash(world).Subsystems[1];
        (world[Yue], world[Liu]) = (world[Liu], world[Yue]);
        Assert.Equal(before, new WorldHash(world).Subsystems[1]);
    }

    [Fact]
    public void The_lists_of_who_stands_where_are_never_old_when_they_are_asked_for()
    {
        var war = Given(AtWar()).Order(JinField, new Yanyun.Engine.Rules.Take(Army, Caizhou, 10)).Order(JinField, new Yanyun.Engine.Rules.Follow(Van, Army));
        for (var day = 0; day < 200; day++)
        {
            war.Days(1);
            war.World.Muster();
            var kept = Lists(war.World);
            war.World.Scatter();
            war.World.Muster();
            Assert.Equal(Lists(war.World), kept);
        }
    }

    /// <summary>The rules pass over who sleeps: whatever an event does to one of them has to wake it.</summary>
    [Fact]
    public void Who_slept_all_day_is_in_the_evening_as_he_was_in_the_morning()
    {
        var war = Given(AtWar()).Order(JinField, new Yanyun.Engine.Rules.Take(Army, Caizhou, 10)).Order(JinField, new Yanyun.Engine.Rules.Follow(Van, Army));
        var slept = 0;
        for (var day = 0; day < 200; day++)
        {
            var morning = war.World.AllForces.ToArray();
            var towns = war.World.AllPlaces.ToArray();
            war.Days(1);
            for (short f = 1; f < morning.Length; f++)
            {
                if (war.World.Awake.Is(new ForceId(f))) continue;
                slept++;
                ref readonly var evening = ref war.World.AllForces[f];
                Assert.Equal(Posture(morning[f]), Posture(evening));
                Assert.Equal((towns[evening.At.Value].Holder, towns[evening.At.Value].Siege), (war.World[evening.At].Holder, war.World[evening.At].Siege));
            }
        }
        Assert.True(slept > 200, $"{slept} force-days were slept");
    }

    private static object Posture(in Force force) => (force.Task, force.Target, force.Doing, force.At, force.Leg, force.HaltedOn,
        (force.Fatigue, force.Escorted, force.GathersUntil, force.NewsOn, force.ReportedOn, force.FoughtOn, force.Polity, force.Seat, force.Traits));

    /// <summary>What a world notes beside its state it has to find again from the state alone: a copy starts without it.</summary>
    [Fact]
    public void A_world_copied_every_morning_goes_on_as_one_that_never_was()
    {
        var war = Given(AtWar()).Order(JinField, new Yanyun.Engine.Rules.Take(Army, Caizhou, 10));
        var copied = Given(AtWar()).Order(JinField, new Yanyun.Engine.Rules.Take(Army, Caizhou, 10));
        for (var day = 0; day < 200; day++)
        {
            war.Days(1);
            copied.World.Clone().CopyTo(copied.World);
            copied.Days(1);
            Assert.Equal(WorldHash.Full(war.World), WorldHash.Full(copied.World));
        }
    }

    private static List<(short Place, short Force)> Lists(World world)
    {
        var found = new List<(short, short)>();
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
            for (var f = world.FirstAt(new PlaceId(p)); f.Exists; f = world.NextHere(f)) found.Add((p, f.Value));
        for (short l = 1; l < world.Atlas.Legs.Length; l++)
            for (var f = world.FirstOn(new LegId(l)); f.Exists; f = world.NextHere(f)) found.Add((short.MaxValue, f.Value));
        return found;
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        var world = Given(AtWar()).Days(30).World;
        var before = WorldHash.Full(world);
        var bytes = new byte[1 << 16];
        for (byte s = 1; s < world.Scenario.Seats.Length; s++)
        {
            var view = new View(world, new SeatId(s));
            view.WriteTo(bytes);
            _ = view.Knows(Army) && view.Hostile(Jin) && view.Ours(Kaifeng);
        }
        _ = world.Totals();
        Assert.Equal(before, WorldHash.Full(world));
    }

    [Fact]
    public void Each_kind_of_event_is_registered_once_and_each_event_has_a_kind_of_its_own()
    {
        var events = typeof(World).Assembly.GetTypes().Where(t => t.IsValueType && typeof(IEvent).IsAssignableFrom(t)).ToList();
        Assert.Equal(events.Select(t => t.Name).Order(), EventTypes.All.Select(t => t.Type.Name).Order());
        Assert.Equal(EventTypes.All.Length, EventTypes.All.Select(t => t.Kind).Distinct().Count());
    }

    [Fact]
    public void Each_order_fits_its_payload_and_carries_its_addressee_first()
    {
        foreach (var type in typeof(World).Assembly.GetTypes().Where(t => t.IsValueType && typeof(IOrder).IsAssignableFrom(t)))
        {
            Assert.True(SizeOf(type) <= Order.PayloadBytes, $"{type.Name} is too large");
            var first = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)[0];
            if (typeof(IForceOrder).IsAssignableFrom(type)) Assert.Equal(typeof(ForceId), first.FieldType);
            if (typeof(ISeatOrder).IsAssignableFrom(type)) Assert.Equal(typeof(SeatId), first.FieldType);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_499)]
    [InlineData(12_345)]
    [InlineData(100_000)]
    [InlineData(600_000)]
    public void A_band_gives_men_back_within_a_twentieth(int men) => Assert.InRange(Yanyun.Engine.Band.Men(Yanyun.Engine.Band.Of(men)), men * 95 / 100, men * 105 / 100);

    [Fact]
    public void Keys_are_stable_names()
    {
        Assert.Equal(0UL, Key.Of(""));
        Assert.Equal(Key.Of("yue-fei"), Key.Of("yue-fei"));
        Assert.NotEqual(Key.Of("zhang-jun"), Key.Of("zhang-jun-deyuan"));
        Assert.NotEqual(Key.Child(7, 10, 1), Key.Child(7, 10, 2));
        Assert.NotEqual(Key.Child(7, 10, 1), Key.Child(7, 11, 1));
    }

    private static int SizeOf(Type type) => (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static int FieldBytes(Type type)
    {
        if (type.IsPrimitive) return SizeOf(type);
        if (type.IsEnum) return SizeOf(Enum.GetUnderlyingType(type));
        var inline = type.GetCustomAttribute<InlineArrayAttribute>();
        return type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Sum(f => FieldBytes(f.FieldType)) * (inline?.Length ?? 1);
    }
}
