using Yanyun.Engine;

namespace Engine.Tests;

/// <summary>
/// A war small enough to hold in the head. Jin north of a river, Song south of it, a loyalist band in the western hills.
/// <code>
///   Daming -120- Liyang ~40~ Huazhou -150- Kaifeng -200- Yingchang -150- Caizhou -300- Linan
///                                            | \  (Zhuxian 40 li down that road)        ||
///        Luoyang -80- Hulao(pass) -120------+   +--250--- Shunchang -300 road, 320 river-+
/// </code>
/// ~ is the river: boats for 9,000 men a day; in a hard winter ice for 25,000. Every seat knows the truth of day 0.
/// </summary>
internal static class SmallWar
{
    /// <summary>1140-05-01 by the Julian calendar: war season.</summary>
    public static readonly Day May = new(2137564);
    /// <summary>1140-12-25: the river may bear.</summary>
    public static readonly Day MidWinter = new(2137802);

    // Places
    public static readonly PlaceId Daming = new(1), Liyang = new(2), Huazhou = new(3), Kaifeng = new(4), Yingchang = new(5), Caizhou = new(6),
        Shunchang = new(7), Linan = new(8), Hulao = new(9), Luoyang = new(10), Zhuxian = new(11);
    private static readonly string[] s_places =
        ["", "daming", "liyang", "huazhou", "kaifeng", "yingchang", "caizhou", "shunchang", "linan", "hulao", "luoyang", "zhuxian"];

    // Crossings, rows of the atlas
    public const short Boats = 1, Ice = 2;

    // Polities
    public static readonly PolityId Song = new(1), Jin = new(2), Loyalists = new(3);

    // Seats
    public static readonly SeatId SongCourt = new(1), SongField = new(2), JinCourt = new(3), JinField = new(4);

    // Persons
    public static readonly PersonId YueFei = new(1), LiuQi = new(2), Zongbi = new(3), HanChang = new(4), Gaozong = new(5), Prefect = new(6), Rebel = new(7);

    // Treaties
    /// <summary>In force on no day until it is concluded: Song pays 100 and 100 thousand a year at Yingchang from June on; the line is the river Ru:
    /// Jin gives up Yingchang, Song gives up Shunchang.</summary>
    public static readonly TreatyId Peace = new(1);
    /// <summary>Each keeps what he holds.</summary>
    public static readonly TreatyId Truce = new(2);
    public static readonly ClauseId JinGives = new(1), SongGives = new(2), SongPays = new(3), JinReturns = new(4), SongServes = new(5);

    // Forces
    /// <summary>12,000 Song, a field army at Caizhou: 9,500 foot with long blades, 2,500 light horse.</summary>
    public static readonly ForceId Yue = new(1);
    /// <summary>6,000 Song foot with long blades at Shunchang.</summary>
    public static readonly ForceId Liu = new(2);
    /// <summary>2,000 Song on boats at Linan.</summary>
    public static readonly ForceId Fleet = new(3);
    /// <summary>20,000 Jin at Daming: 10,000 foot, 6,000 light and 4,000 heavy horse.</summary>
    public static readonly ForceId Army = new(4);
    /// <summary>3,000 Jin light horse at Liyang.</summary>
    public static readonly ForceId Van = new(5);
    /// <summary>1,500 Jin militia at Luoyang, a static garrison.</summary>
    public static readonly ForceId Guard = new(6);
    /// <summary>800 loyalist irregulars in the hills at Hulao.</summary>
    public static readonly ForceId Band = new(7);
    /// <summary>5,000 Song levies at Linan that are raised on day 20.</summary>
    public static readonly ForceId Levy = new(8);
    /// <summary>Men of Huazhou, Luoyang and Zhuxian who may rise; nobody yet.</summary>
    public static readonly ForceId HuazhouMen = new(9), LuoyangMen = new(10), ZhuxianMen = new(11);

    /// <summary>Rows of <see cref="Scenario.Risings"/>: the band at Hulao, and those of Huazhou, Luoyang and Zhuxian.</summary>
    public const byte AtHulao = 1, AtHuazhou = 2, AtLuoyang = 3, AtZhuxian = 4;

    /// <summary>Open war, 1140-05-01. Everybody holds; the towns north of Yingchang are Jin's, the others Song's.</summary>
    public static World AtWar(ulong seed = 1) => Start(May, seed);

    /// <summary>The same on another day of the calendar.</summary>
    public static World On(Day first, ulong seed = 1) => Start(first, seed);

    /// <summary>The same, with the Jin army and van before Shunchang and the town's own force inside.</summary>
    public static World AtShunchang(ulong seed = 1)
    {
        var world = AtWar(seed);
        Stand(world, Army, Shunchang);
        Stand(world, Van, Shunchang);
        return world;
    }

    /// <summary>Puts a force at a place, halted there today.</summary>
    public static void Stand(World world, ForceId id, PlaceId place)
    {
        ref var force = ref world[id];
        force.At = place;
        force.Toward = PlaceId.None;
        force.Leg = LegId.None;
        force.LegLi = 0;
        force.Doing = Doing.Standing;
        force.HaltedOn = (ushort)world.Today;
    }

    /// <summary>Puts a force on the road, so many li out of <paramref name="from"/> on its way to the neighbour <paramref name="toward"/>.</summary>
    public static void PutOnRoad(World world, ForceId id, PlaceId from, PlaceId toward, int li)
    {
        var leg = LegBetween(world.Atlas, from, toward);
        ref var force = ref world[id];
        force.At = PlaceId.None;
        force.Leg = leg;
        force.LegLi = (short)(world.Atlas[leg].From == from ? li : world.Atlas[leg].Li - li);
        force.Toward = toward;
    }

    /// <summary>Gives a force a task as if the order had arrived, and sets it going.</summary>
    public static void Send(World world, ForceId id, TaskKind task, PlaceId target, Pace pace = Pace.Usual, ForceId follow = default)
    {
        ref var force = ref world[id];
        force.Task = task;
        force.Target = target;
        force.TargetForce = follow;
        force.Pace = pace;
        force.TaskSince = (ushort)world.Today;
        force.Doing = task == TaskKind.Withdraw ? Doing.Retreating : Doing.Marching;
    }

    /// <summary>The leg between two neighbours.</summary>
    public static LegId LegBetween(Atlas atlas, PlaceId a, PlaceId b)
    {
        foreach (var leg in atlas.LegsAt(a))
            if (atlas[leg].Other(a) == b && atlas[atlas[leg].Route].Kind != RouteKind.River) return leg;
        throw new ArgumentException($"No road joins {a} and {b}.");
    }

    private static World Start(Day first, ulong seed)
    {
        var scenario = Scenario(first);
        var world = new World(scenario);
        world.Begin(seed, forces: 12);
        Towns(world);
        Armies(world);
        Seats(world);
        for (var p = 1; p < scenario.Persons.Length; p++)
            world[new PersonId((short)p)] = new PersonState { Loyalty = scenario.Persons[p].Loyalty, Polity = p is 3 or 4 ? Jin : p == 7 ? Loyalists : Song };
        world[Song].Cash = 600_000;
        world[Jin].Cash = 900_000;
        world[Song].Wars = 1 << 2;
        world[Jin].Wars = 1 << 1 | 1 << 3;
        world[Loyalists].Wars = 1 << 2;
        for (byte s = 1; s < scenario.Seats.Length; s++) world[new SeatId(s)].Wars = world[scenario.Seats[s].Polity].Wars;
        TellAll(world);
        scenario.Start = world.Clone();
        return world;
    }

    private static Scenario Scenario(Day first)
    {
        var months = new ushort[40];
        for (var m = 0; m < months.Length; m++) months[m] = (ushort)(10 + m * 59 / 2);
        var seatOfPlace = new SeatId[s_places.Length];
        foreach (var p in new[] { Linan, Shunchang }) seatOfPlace[p.Value] = SongCourt;
        foreach (var p in new[] { Caizhou, Yingchang }) seatOfPlace[p.Value] = SongField;
        foreach (var p in new[] { Daming, Liyang }) seatOfPlace[p.Value] = JinCourt;
        foreach (var p in new[] { Huazhou, Kaifeng, Hulao, Luoyang }) seatOfPlace[p.Value] = JinField;
        return new Scenario
        {
            Hash = 1, Key = Key.Of("small-war"), FirstDay = first, LastDay = first + 700, Atlas = Geography(),
            Polities = [default, new(Key.Of("song"), 0, 1, new Purse(2_400_000, 120, 40, 60, 60, 20, 5)), new(Key.Of("jin"), 1, 2, new Purse(1_200_000, 80, 5, 5, 20, 5, 0)), new(Key.Of("loyalists"), -1, 1)],
            Persons =
            [
                default, new(Key.Of("yue-fei"), 80, 800, 300, 300, 80), new(Key.Of("liu-qi"), 70, 800, 300, 400, 50),
                new(Key.Of("zongbi"), 75, 900, 500, 300, 80), new(Key.Of("han-chang"), 65, 600, 300, 400, 40),
                new(Key.Of("gaozong"), 30, 1000, 500, 800, -60), new(Key.Of("prefect"), 40, 500, 300, 600, 0), new(Key.Of("rebel"), 50, 700, 500, 300, 80),
            ],
            Seats =
            [
                default, new(Key.Of("song-court"), SeatKind.Court, Song, 0), new(Key.Of("song-field"), SeatKind.Command, Song, 1),
                new(Key.Of("jin-court"), SeatKind.Court, Jin, 2), new(Key.Of("jin-field"), SeatKind.Command, Jin, 3),
            ],
            Risings = [default, new(Band, Hulao), new(HuazhouMen, Huazhou), new(LuoyangMen, Luoyang), new(ZhuxianMen, Zhuxian)],
            Givens = [new(20, GivenKind.Raised, Levy, Linan, 5000)],
            Treaties = [default, new(Key.Of("peace"), Jin, Song, 1, 5, 1), new(Key.Of("truce"), Jin, Song, 6, 1, 0)],
            Clauses =
            [
                default,
                new(Key.Of("jin-gives"), ClauseKind.Cede, Jin, Song, Days: 10, Grace: 60),
                new(Key.Of("song-gives"), ClauseKind.Cede, Song, Jin, Shunchang, Days: 20, Grace: 60),
                new(Key.Of("song-pays"), ClauseKind.Pay, Song, Jin, Yingchang, 100, 100, 30, 40, Opens: 701, Days: 30, Grace: 90),
                new(Key.Of("jin-returns"), ClauseKind.Return, Jin, Song, Count: 3, Days: 40, Grace: 60),
                new(Key.Of("song-serves"), ClauseKind.Address, Song, Jin),
                new(Key.Of("truce-serves"), ClauseKind.Address, Song, Jin),
            ],
            Lines = [[], Line()],
            Courts = [default, new(Gaozong, 300, 500), default, default],
            BeliefSets = 4, ForceRows = 12, SeatOfPlace = seatOfPlace, CourtOf = [default, SongCourt, JinCourt, default], MonthStarts = months,
        };
    }

    private static PolityId[] Line()
    {
        var line = new PolityId[s_places.Length];
        Array.Fill(line, Jin, 1, line.Length - 1);
        foreach (var place in new[] { Yingchang, Caizhou, Linan }) line[place.Value] = Song;
        return line;
    }

    private static Atlas Geography()
    {
        var places = new Place[s_places.Length];
        void Put(PlaceId id, PlaceKind kind, int lat, int lon, byte walls, Terrain terrain = Terrain.Plain, short route = 0, short li = 0, byte region = 1) =>
            places[id.Value] = new(Key.Of(s_places[id.Value]), kind, lat, lon, walls, terrain, new(route), li, region);
        Put(Daming, PlaceKind.SuperiorPrefecture, 363_000, 1151_000, 3);
        Put(Liyang, PlaceKind.County, 357_000, 1145_000, 1);
        Put(Huazhou, PlaceKind.Prefecture, 355_000, 1146_000, 2);
        Put(Kaifeng, PlaceKind.Capital, 348_000, 1143_000, 5);
        Put(Yingchang, PlaceKind.SuperiorPrefecture, 340_000, 1138_000, 3);
        Put(Caizhou, PlaceKind.Prefecture, 330_000, 1143_000, 3);
        Put(Shunchang, PlaceKind.SuperiorPrefecture, 329_000, 1158_000, 3);
        Put(Linan, PlaceKind.Capital, 303_000, 1201_000, 4, region: 2);
        Put(Hulao, PlaceKind.Pass, 348_000, 1132_000, 2, Terrain.Hills);
        Put(Luoyang, PlaceKind.SuperiorPrefecture, 347_000, 1124_000, 4);
        Put(Zhuxian, PlaceKind.Site, 346_000, 1142_000, 0, route: 4, li: 40);
        Route[] routes =
        [
            default,
            Way(Daming, Liyang, 120), Way(Liyang, Huazhou, 40, freezes: true), Way(Huazhou, Kaifeng, 150), Way(Kaifeng, Yingchang, 200),
            Way(Yingchang, Caizhou, 150), Way(Caizhou, Linan, 300), Way(Kaifeng, Shunchang, 250), Way(Shunchang, Linan, 300),
            Way(Kaifeng, Hulao, 120), Way(Hulao, Luoyang, 80, RouteKind.MountainRoad, Terrain.Hills), Way(Shunchang, Linan, 320, RouteKind.River),
        ];
        Crossing[] crossings =
        [
            default,
            new(Key.Of("liyang-boats"), default, 1, new(2_130_000), new(2_140_000), CrossingKind.Boats, 9_000, 20),
            new(Key.Of("liyang-ice"), default, 1, new(2_130_000), new(2_140_000), CrossingKind.Ice, 25_000, 20, 1220, 210, true),
        ];
        return new Atlas(places, routes, crossings, [default, new(2), new(2)], regionCount: 3, riverCount: 2);
    }

    private static Route Way(PlaceId from, PlaceId to, short li, RouteKind kind = RouteKind.Road, Terrain terrain = Terrain.Plain, bool freezes = false) =>
        new(Key.Of(s_places[from.Value] + "-" + s_places[to.Value] + (kind == RouteKind.River ? "-river" : "")), from, to, kind, li, true, kind == RouteKind.Road, freezes, terrain);

    private static void Towns(World world)
    {
        void Town(PlaceId id, PolityId holder, int garrison, int shi, int households, short loyaltySong, short loyaltyJin) =>
            world[id] = new PlaceState
            {
                Holder = holder, Garrison = garrison, Stores = shi * 100, Households = households, Forage = households * 1500, Officer = Prefect,
                OfficerLoyalty = 600, LoyaltyA = loyaltySong, LoyaltyB = loyaltyJin, GarrisonMorale = 550, GarrisonQuality = 40, Walls = world.Atlas[id].Walls,
            };
        Town(Daming, Jin, 1500, 80_000, 60_000, 400, 450);
        Town(Liyang, Jin, 300, 8_000, 8_000, 400, 400);
        Town(Huazhou, Jin, 500, 10_000, 15_000, 500, 300);
        Town(Kaifeng, Jin, 3000, 40_000, 60_000, 500, 260);
        Town(Yingchang, Jin, 800, 12_000, 20_000, 600, 180);
        Town(Caizhou, Song, 800, 60_000, 20_000, 650, 100);
        Town(Shunchang, Song, 600, 40_000, 18_000, 700, 100);
        Town(Linan, Song, 4000, 200_000, 120_000, 850, 20);
        Town(Hulao, Jin, 250, 2_000, 500, 550, 250);
        Town(Luoyang, Jin, 600, 12_000, 25_000, 550, 250);
        Town(Zhuxian, Jin, 0, 0, 600, 550, 250);
    }

    private static void Armies(World world)
    {
        void Raise(ForceId id, string slug, PolityId polity, SeatId seat, PlaceId at, PersonId commander, PlaceId rear, int foot, int light, int heavy, int militia,
            int boats, int porters, byte quality, ForceTraits traits = ForceTraits.None) =>
            world[id] = new Force
            {
                Key = Key.Of(slug), Polity = polity, Seat = seat, At = at, Target = at, Base = rear, Commander = commander, Foot = foot, LightHorse = light,
                HeavyHorse = heavy, Militia = militia, Boats = boats, Porters = porters, Grain = (foot + light + heavy + militia + boats + porters) * 2 * 10,
                Morale = 600, Quality = quality, Traits = traits, KeepDays = 10, Echelons = 1, Doing = Doing.Standing, Task = TaskKind.Hold,
            };
        Raise(Yue, "yue-corps", Song, SongField, Caizhou, YueFei, Caizhou, 9_500, 2_500, 0, 0, 0, 4_000, 85, ForceTraits.LongBlades);
        Raise(Liu, "liu-corps", Song, SongCourt, Shunchang, LiuQi, Shunchang, 6_000, 0, 0, 0, 0, 3_000, 75, ForceTraits.LongBlades);
        Raise(Fleet, "river-fleet", Song, SongCourt, Linan, PersonId.None, Linan, 0, 0, 0, 0, 2_000, 0, 55, ForceTraits.Fleet);
        Raise(Army, "jin-army", Jin, JinField, Daming, Zongbi, Daming, 10_000, 6_000, 4_000, 0, 0, 8_000, 75);
        Raise(Van, "jin-van", Jin, JinField, Liyang, HanChang, Daming, 0, 3_000, 0, 0, 0, 1_000, 75);
        Raise(Guard, "luoyang-guard", Jin, JinField, Luoyang, PersonId.None, Luoyang, 0, 0, 0, 1_500, 0, 100, 40, ForceTraits.Garrison);
        Raise(Band, "hill-band", Loyalists, SongField, Hulao, Rebel, Hulao, 800, 0, 0, 0, 0, 0, 35, ForceTraits.Band);
        world[Band].Doing = Doing.Hidden;
        Raise(Levy, "linan-levy", Song, SongCourt, Linan, PersonId.None, Linan, 0, 0, 0, 5_000, 0, 500, 30);
        world[Levy].Doing = Doing.Gone;
        Raise(HuazhouMen, "huazhou-men", Loyalists, SongField, Huazhou, PersonId.None, Huazhou, 0, 0, 0, 0, 0, 0, 30, ForceTraits.Band);
        Raise(LuoyangMen, "luoyang-men", Loyalists, SongField, Luoyang, PersonId.None, Luoyang, 0, 0, 0, 0, 0, 0, 30, ForceTraits.Band);
        Raise(ZhuxianMen, "zhuxian-men", Loyalists, SongField, Zhuxian, PersonId.None, Zhuxian, 0, 0, 0, 0, 0, 0, 30, ForceTraits.Band);
        foreach (var unborn in (ForceId[])[HuazhouMen, LuoyangMen, ZhuxianMen]) world[unborn].Doing = Doing.Gone;
    }

    private static void Seats(World world)
    {
        void Sit(SeatId seat, PersonId holder, PlaceId at, SeatId superior, Authority authority, ForceId with = default) =>
            world[seat] = new SeatState { Holder = holder, At = at, With = with, Superior = superior, Authority = authority, Trust = 600, Fear = 300, Open = 1 };
        Sit(SongCourt, Gaozong, Linan, SeatId.None, Authority.Supreme);
        Sit(SongField, YueFei, Caizhou, SongCourt, Authority.Discretionary, Yue);
        Sit(JinCourt, PersonId.None, Daming, SeatId.None, Authority.Supreme);
        Sit(JinField, Zongbi, Daming, JinCourt, Authority.Supreme, Army);
    }

    /// <summary>Writes the truth of today into what every seat believes.</summary>
    public static void TellAll(World world)
    {
        for (byte set = 0; set < world.Scenario.BeliefSets; set++)
        {
            for (short p = 1; p < world.Atlas.PlaceRows; p++)
                world.BeliefOf(set, new PlaceId(p)) = new PlaceBelief
                {
                    AsOf = (ushort)world.Today, Holder = world[new PlaceId(p)].Holder, Strength = Yanyun.Engine.Band.Of(world[new PlaceId(p)].Garrison),
                };
            for (short f = 1; f < world.Forces; f++)
            {
                ref readonly var force = ref world[new ForceId(f)];
                if (!force.Alive) continue;
                world.BeliefOf(set, new ForceId(f)) = new ForceBelief
                {
                    AsOf = (ushort)world.Today, Place = force.At.Exists ? force.At : force.Toward, Men = Yanyun.Engine.Band.Of(force.Men),
                    Arms = (byte)(Whole.Min(15, force.Horse * 16 / Whole.Max(1, force.Men)) | Whole.Min(15, force.Quality / 10) << 4), SupplyDays = 255, Doing = force.Doing,
                };
            }
        }
    }
}
