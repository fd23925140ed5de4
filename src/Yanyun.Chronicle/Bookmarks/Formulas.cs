using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A share of its own value that a computed number may truly have, per mille.</summary>
public readonly record struct Margin(int Low, int High);

/// <summary>Men of a town in which no detachment lies: base x (6 + walls)/10 x factors. One for each group of polities.</summary>
/// <param name="Base">Men by kind of place; none for kinds not named.</param>
/// <param name="NearLi">Li of road to another state within which <paramref name="Near"/> holds; 0 when the frontier does not count.</param>
/// <param name="Factors">Factors, per mille, of places named.</param>
/// <param name="Militia">Share of bowmen, local soldiers and conscripts, per mille; the rest are regulars.</param>
public sealed record GarrisonFormula(string Id, IReadOnlyList<PolityId> Polities, IReadOnlyDictionary<PlaceKind, int> Base, int NearLi, int Near,
    int OnTheLine, int Returned, IReadOnlyList<(int Factor, IReadOnlyList<PlaceId> At)> Factors, int Foot, int LightHorse, int Militia,
    int Quality, Margin Margin);

/// <summary>An army magazine: months of grain for some formations, or for those that stand there.</summary>
/// <param name="Feeds">Formations counted, by slug; empty for those at the place.</param>
public sealed record Magazine(PlaceId Place, int Months, IReadOnlyList<string> Feeds);

/// <summary>The formulas that give what no source gives town by town, with their coefficients: <c>formulas.yaml</c>. Factors are per mille.</summary>
public sealed class Formulas
{
    public IdTable Ids { get; } = new("formula", "公式");

    /// <summary>What each formula says, where it is only cited: id and text.</summary>
    public List<(string Id, string Text, string Range)> Cited { get; } = [];
    public IReadOnlyList<GarrisonFormula> Garrisons { get; private set; } = [];

    /// <summary>Households guessed by kind for places without a count, and how far off that may be.</summary>
    public IReadOnlyDictionary<PlaceKind, int> Uncounted { get; private set; } = new Dictionary<PlaceKind, int>();
    public Margin UncountedMargin { get; private set; }

    public int StorePerHousehold { get; private set; }
    public int LastHarvest { get; private set; }
    public int StoreSeason { get; private set; }
    public int StoreReturned { get; private set; }
    public Margin StoreMargin { get; private set; }

    public int GrainPerManMonth { get; private set; }
    public int GrainPerHorseMonth { get; private set; }
    public Margin MagazineMargin { get; private set; }
    public IReadOnlyList<Magazine> Magazines { get; private set; } = [];

    public int HorsesOfJinRider { get; private set; }
    public int HorsesOfSongRider { get; private set; }

    public int LeftInPostSong { get; private set; }
    public int LeftInPostJin { get; private set; }
    public int Appointed { get; private set; }

    public int ForageManDays { get; private set; }
    public IReadOnlyDictionary<Terrain, int> ForageGround { get; private set; } = new Dictionary<Terrain, int>();
    public int CarriedDays { get; private set; }

    /// <summary>The formula for the towns of a polity; null when none is for it.</summary>
    public GarrisonFormula? GarrisonOf(PolityId polity) => Garrisons.FirstOrDefault(formula => formula.Polities.Contains(polity));

    /// <summary>Reads all but the magazines, whose formations are not known yet: they wait as rows.</summary>
    internal static (Formulas, Fields? Magazines) Read(string path, Desk desk)
    {
        var formulas = new Formulas();
        if (DataFiles.Open(path, "yanyun-formulas/1", desk.Problems) is not { } top) return (formulas, null);
        formulas.Garrisons = [.. top.Rows("garrisons").Select(row => formulas.ReadGarrison(row, desk)).ToList()];
        formulas.Section(top, "households", row =>
        {
            formulas.Uncounted = Table<PlaceKind>(row, "uncounted", 100_000);
            formulas.UncountedMargin = ReadMargin(row, "uncounted_range");
        });
        formulas.Section(top, "stores", row =>
        {
            formulas.StorePerHousehold = row.Whole("per_household", 1, 10_000);
            formulas.LastHarvest = row.Whole("last_harvest", 0, 2000);
            formulas.StoreSeason = row.Whole("season", 0, 1000);
            formulas.StoreReturned = row.Whole("returned", 0, 1000);
            formulas.StoreMargin = ReadMargin(row);
        });
        Fields? waiting = null;
        formulas.Section(top, "magazines", row =>
        {
            formulas.GrainPerManMonth = row.Whole("per_man_month", 1, 10_000);
            formulas.GrainPerHorseMonth = row.Whole("per_horse_month", 1, 10_000);
            formulas.MagazineMargin = ReadMargin(row);
            waiting = row;
            row.Find("at");
        });
        formulas.Section(top, "horses", row =>
        {
            (formulas.HorsesOfJinRider, formulas.HorsesOfSongRider) = (row.Whole("jin", 1, 5), row.Whole("song", 1, 5));
            ReadMargin(row);
        });
        formulas.Section(top, "officials", row =>
        {
            if (row.Inner("left_in_post") is { } left)
            {
                (formulas.LeftInPostSong, formulas.LeftInPostJin) = (left.Whole("song", 0, 1000), left.Whole("jin", 0, 1000));
                left.End();
            }
            formulas.Appointed = row.Whole("appointed", 0, 1000);
            row.Whole("sd", 0, 500);
        });
        formulas.Section(top, "forage", row =>
        {
            formulas.ForageManDays = row.Whole("man_days", 0, 10_000_000);
            formulas.ForageGround = Table<Terrain>(row, "terrain", 1000);
            ReadMargin(row);
        });
        formulas.Section(top, "carried", row =>
        {
            formulas.CarriedDays = row.Whole("days", 0, 30);
            ReadMargin(row);
        });
        foreach (var row in top.Rows("others"))
        {
            formulas.Cited.Add((row.Text("id"), row.Text("text"), row.Text("range")));
            formulas.Ids.Add(row.Text("id"), row.Of("id"), desk.Problems);
            row.End();
        }
        top.End();
        return (formulas, waiting);
    }

    internal void ReadMagazines(Fields? section, Desk desk)
    {
        if (section is null) return;
        var magazines = new List<Magazine>();
        foreach (var row in section.Rows("at"))
        {
            magazines.Add(new Magazine(desk.Place(row, "place", Ids[Ids["F-MAG-1"]]), row.Whole("months", 1, 24),
                [.. DataFiles.Ids(row, "feeds", desk.Forces.FormationIds).Select(n => desk.Forces.FormationIds[n])]));
            row.End();
        }
        Magazines = magazines;
    }

    private void Section(Fields top, string key, Action<Fields> read)
    {
        if (top.Inner(key) is not { } row) return;
        Ids.Add(row.Text("id"), row.Of("id"), row.Problems);
        row.Text("ground");
        read(row);
        row.End();
    }

    private GarrisonFormula ReadGarrison(Fields row, Desk desk)
    {
        var id = row.Text("id");
        Ids.Add(id, row.Of("id"), row.Problems);
        row.Text("ground");
        var (near, nearLi, line) = (1000, 0, 1000);
        if (row.Inner("frontier", required: false) is { } frontier)
        {
            (nearLi, near, line) = (frontier.Whole("within", 1, 2000), frontier.Whole("near", 1, 5000), frontier.Whole("on_the_line", 1, 5000));
            frontier.End();
        }
        var factors = new List<(int, IReadOnlyList<PlaceId>)>();
        foreach (var place in row.Rows("places", required: false))
        {
            place.Text("name");
            factors.Add((place.Whole("factor", 1, 5000), [.. DataFiles.Ids(place, "at", desk.Gazetteer.PlaceIds).Select(n => new PlaceId((short)n))]));
            place.End();
        }
        var (foot, light, militia) = (0, 0, 0);
        if (row.Inner("regulars") is { } arms)
        {
            (foot, light, militia) = (arms.Whole("foot", 0, 1000), arms.Whole("light_horse", 0, 1000), arms.Whole("militia", 0, 1000));
            arms.End();
        }
        var polities = DataFiles.Ids(row, "polities", desk.Head.PolityIds).Select(n => new PolityId((byte)n)).ToList();
        var formula = new GarrisonFormula(id, polities, Table<PlaceKind>(row, "base", 10_000), nearLi, near, line,
            row.WholeIfAny("returned", 1, 1000) ?? 1000, factors, foot, light, militia, row.Whole("quality", 1, 10), ReadMargin(row));
        row.End();
        return formula;
    }

    private static Margin ReadMargin(Fields row, string key = "range")
    {
        if (row.Inner(key) is not { } range) return default;
        var margin = new Margin(range.Whole("low", 0, 1000), range.Whole("high", 1000, 10_000));
        range.End();
        return margin;
    }

    private static Dictionary<T, int> Table<T>(Fields row, string key, int max) where T : struct, Enum
    {
        var table = new Dictionary<T, int>();
        if (row.Inner(key) is not { } inner) return table;
        foreach (var (word, _) in inner.Pairs())
        {
            if (Words<T>.TryRead(word.Text, out var kind)) table[kind] = inner.Whole(word.Text, 0, max);
            else row.Problems.Add(new Problem(ReadingMessages.NotChoice, word.At, [key, word.Text, Words<T>.All], Nearest.To(word.Text, Words<T>.All)));
        }
        return table;
    }
}
