using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Settings;

/// <summary>What kind of value a field of the scenario takes.</summary>
internal enum SettingKind { Whole, Tenths, Place, Person, Polity, Seat, Authority, Stance, YesNo }

/// <summary>A field of the scenario that may be changed before the first day.</summary>
/// <param name="Unit">Unit of a whole number.</param>
/// <param name="StartOnly">The rules read it from the first day, or more than this field would have to change later: no change in the midst of a run.</param>
/// <param name="Write">Puts the value, in the path's own unit (tenths for tenths), into row <c>id</c> of the world on the first day.</param>
internal sealed record SettingField(string Name, SettingKind Kind, int Min, int Max, Bilingual Unit, Action<World, int, int> Write, bool StartOnly = false);

/// <summary>The fields that may be changed, by table. Units and bounds stand here and nowhere else.</summary>
internal static class SettingFields
{
    private static readonly Bilingual Men = new("men", "人"), Shi = new("shi of grain", "石"), PerMille = new("per mille", "千分之一"),
        Scale = new("the gazetteer's scale", "地名表的等級"), Households = new("households", "戶"), Days = new("days", "日"), Strings = new("strings of cash", "貫");

    public static readonly SettingField[] Places =
    [
        Whole("walls", 0, 5, Scale, (w, r, v) => w[Place(r)].Walls = (byte)v),
        Whole("garrison", 0, 500_000, Men, (w, r, v) => w[Place(r)].Garrison = v),
        Whole("stores", 0, 20_000_000, Shi, (w, r, v) => w[Place(r)].Stores = v * 100),
        Whole("forage", 0, 20_000_000, Shi, (w, r, v) => w[Place(r)].Forage = v * 100),
        Whole("households", 0, 1_000_000, Households, (w, r, v) => w[Place(r)].Households = v),
        Whole("garrison-morale", 0, 1000, PerMille, (w, r, v) => w[Place(r)].GarrisonMorale = (short)v),
        Tenths("garrison-quality", (w, r, v) => w[Place(r)].GarrisonQuality = (byte)v),
        Whole("officer-loyalty", 0, 1000, PerMille, (w, r, v) => w[Place(r)].OfficerLoyalty = (short)v),
        Whole("grievance", 0, 1000, PerMille, (w, r, v) => w[Place(r)].Grievance = (short)v),
        Id("officer", SettingKind.Person, (w, r, v) => w[Place(r)].Officer = new PersonId((short)v)),
        AtStart(Id("holder", SettingKind.Polity, SetHolder)),
    ];

    public static readonly SettingField[] Forces =
    [
        Whole("foot", 0, 500_000, Men, (w, r, v) => w[Force(r)].Foot = v),
        Whole("light-horse", 0, 500_000, Men, (w, r, v) => w[Force(r)].LightHorse = v),
        Whole("heavy-horse", 0, 500_000, Men, (w, r, v) => w[Force(r)].HeavyHorse = v),
        Whole("militia", 0, 500_000, Men, (w, r, v) => w[Force(r)].Militia = v),
        Whole("boats", 0, 500_000, Men, (w, r, v) => w[Force(r)].Boats = v),
        Whole("porters", 0, 500_000, Men, (w, r, v) => w[Force(r)].Porters = v),
        Whole("grain", 0, 20_000_000, Shi, (w, r, v) => w[Force(r)].Grain = v * 100),
        Whole("morale", 0, 1000, PerMille, (w, r, v) => w[Force(r)].Morale = (short)v),
        Whole("fatigue", 0, 1000, PerMille, (w, r, v) => w[Force(r)].Fatigue = (short)v),
        Whole("arrears", 0, 1000, Days, (w, r, v) => w[Force(r)].Arrears = (short)v),
        Whole("keep-days", 0, 120, Days, (w, r, v) => w[Force(r)].KeepDays = (byte)v),
        Tenths("quality", (w, r, v) => w[Force(r)].Quality = (byte)v),
        Id("commander", SettingKind.Person, (w, r, v) => w[Force(r)].Commander = new PersonId((short)v)),
        AtStart(Id("place", SettingKind.Place, (w, r, v) => w[Force(r)].At = Place(v))),
        AtStart(Id("base", SettingKind.Place, (w, r, v) => w[Force(r)].Base = Place(v))),
        AtStart(Id("seat", SettingKind.Seat, (w, r, v) => w[Force(r)].Seat = new SeatId((byte)v))),
        Id("stance", SettingKind.Stance, (w, r, v) => w[Force(r)].Stance = (Stance)v),
    ];

    public static readonly SettingField[] Persons =
    [
        AtStart(Tenths("leadership", (w, r, v) => Rate(w, r, p => p with { Leadership = (short)v }))),
        AtStart(Whole("loyalty", 0, 1000, PerMille, (w, r, v) =>
        {
            Rate(w, r, p => p with { Loyalty = (short)v });
            w[new PersonId((short)r)].Loyalty = (short)v;
        })),
        AtStart(Whole("ambition", 0, 1000, PerMille, (w, r, v) => Rate(w, r, p => p with { Ambition = (short)v }))),
        AtStart(Whole("caution", 0, 1000, PerMille, (w, r, v) => Rate(w, r, p => p with { Caution = (short)v }))),
    ];

    public static readonly SettingField[] Seats =
    [
        AtStart(Id("holder", SettingKind.Person, (w, r, v) => w[Seat(r)].Holder = new PersonId((short)v))),
        AtStart(Id("place", SettingKind.Place, (w, r, v) => w[Seat(r)].At = Place(v))),
        AtStart(Id("superior", SettingKind.Seat, (w, r, v) => w[Seat(r)].Superior = Seat(v))),
        Id("authority", SettingKind.Authority, (w, r, v) => w[Seat(r)].Authority = (Authority)v),
        Whole("trust", 0, 1000, PerMille, (w, r, v) => w[Seat(r)].Trust = (short)v),
        Whole("fear", 0, 1000, PerMille, (w, r, v) => w[Seat(r)].Fear = (short)v),
    ];

    public static readonly SettingField[] Polities =
    [
        Whole("cash", 0, 1_000_000_000, Strings, (w, r, v) => w[new PolityId((byte)r)].Cash = v),
    ];

    public static readonly SettingField[] Crossings =
    [
        Id("destroyed", SettingKind.YesNo, (w, r, v) => w.Crossings[r].Destroyed = (byte)v),
    ];

    private static SettingField Whole(string name, int min, int max, Bilingual unit, Action<World, int, int> write) =>
        new(name, SettingKind.Whole, min, max, unit, write);

    /// <summary>A rating of 1.0 to 10.0, kept in tenths.</summary>
    private static SettingField Tenths(string name, Action<World, int, int> write) => new(name, SettingKind.Tenths, 10, 100, Scale, write);

    private static SettingField Id(string name, SettingKind kind, Action<World, int, int> write) => new(name, kind, 0, 0, Scale, write);

    private static SettingField AtStart(SettingField field) => field with { StartOnly = true };

    private static PlaceId Place(int row) => new((short)row);
    private static ForceId Force(int row) => new((short)row);
    private static SeatId Seat(int row) => new((byte)row);

    private static void Rate(World world, int row, Func<Person, Person> change) => world.Scenario.Persons[row] = change(world.Scenario.Persons[row]);

    /// <summary>Who holds a place is known to whoever knew the place on the first day: the bookmark is another one, not a secret.</summary>
    private static void SetHolder(World world, int row, int polity)
    {
        world[Place(row)].Holder = new PolityId((byte)polity);
        for (byte set = 0; set < world.Scenario.BeliefSets; set++)
        {
            ref var belief = ref world.BeliefOf(set, Place(row));
            if (belief.Holder.Exists) belief.Holder = new PolityId((byte)polity);
        }
    }
}
