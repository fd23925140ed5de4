using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>
/// A checked bookmark: what its files say, with grounds, and the Engine's scenario made of it, whose <see cref="Scenario.Start"/> is the world
/// on the first day.
/// </summary>
public sealed class Bookmark
{
    private readonly IReadOnlyList<TownEntry> _towns;

    internal Bookmark(Desk desk, Geography geography, Seats seats, IReadOnlyList<TownEntry> towns, Money money, IReadOnlyList<DatedFact> facts,
        Treaties treaties, IReadOnlyList<CourtEntry> courts)
    {
        (Geography, Head, People, Forces, Seats, Money, DatedFacts, Formulas, Treaties, _towns) =
            (geography, desk.Head, desk.People, desk.Forces, seats, money, facts, desk.Formulas, treaties, towns);
        Courts = courts;
        var crossings = new IdTable("crossing", "渡口");
        for (var c = 1; c < geography.Atlas.Crossings.Length; c++)
            crossings.Add(geography.Gazetteer.Crossing(geography.Atlas.Crossings[c]).Slug, new Location("", 0, 0), desk.Problems);
        Slugs = new Slugs
        {
            Places = geography.Gazetteer.PlaceIds, Polities = Head.PolityIds, Persons = People.Ids, Seats = seats.Ids, Forces = Forces.Ids,
            Crossings = crossings, Treaties = treaties.Ids, Clauses = treaties.ClauseIds,
        };
    }

    public Geography Geography { get; }
    public Head Head { get; }
    public People People { get; }
    public Forces Forces { get; }
    public Seats Seats { get; }
    public Money Money { get; }
    public Formulas Formulas { get; }
    public Treaties Treaties { get; }
    public IReadOnlyList<CourtEntry> Courts { get; }
    public IReadOnlyList<DatedFact> DatedFacts { get; }

    /// <summary>Names of all things by their Engine numbers.</summary>
    public Slugs Slugs { get; }

    /// <summary>The decisions and checks of history; null for a bookmark that has none.</summary>
    public AnnalsBook? Annals { get; private set; }

    /// <summary>Names the decisions and checks, as <see cref="Scenario.Hash"/> names the rest; empty without them.</summary>
    public string AnnalsHash { get; private set; } = "";

    /// <summary>What the annals record of its days; an empty book for a bookmark without facts.yaml.</summary>
    public FactBook Facts { get; private set; } = FactBook.Empty;

    /// <summary>Chinese of the notes of its files; none for a bookmark without notes.yaml.</summary>
    public Notes Notes { get; private set; } = Notes.None;

    /// <summary>The Engine's side of it.</summary>
    public Scenario Scenario { get; internal set; } = null!;

    public TownEntry this[PlaceId place] => _towns[place.Value - 1];
    public IReadOnlyList<TownEntry> Towns => _towns;
    public Party this[PolityId polity] => Head.Parties[polity.Value - 1];

    /// <summary>Ids of the bookmarks under a directory of scenarios, ascending: folders with a <c>scenario.yaml</c>.</summary>
    public static IReadOnlyList<string> List(string scenarios) => !Directory.Exists(scenarios) ? [] :
        [.. Directory.GetDirectories(scenarios).Where(folder => File.Exists(Path.Combine(folder, "scenario.yaml"))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Reads and lints a bookmark. Null when it has an error; every fault found is then among <paramref name="problems"/>, each with its spot.
    /// </summary>
    /// <param name="scenarios">The directory that holds <c>people/</c> and the folder of the bookmark.</param>
    /// <param name="id">Its folder, as 1140-henan.</param>
    /// <param name="geography">The geography it lies in.</param>
    /// <param name="calendar">For the first days of months.</param>
    /// <param name="people">Where the people are; null: in <c>people/</c> beside the bookmark.</param>
    public static Bookmark? Load(string scenarios, string id, Geography geography, Calendar calendar, Problems problems, string? people = null)
    {
        var before = problems.Errors;
        string Path(string file) => System.IO.Path.Combine(scenarios, id, file);
        if (Head.Read(Path("scenario.yaml"), geography.Gazetteer, problems) is not { } head) return null;
        var persons = People.Load(people ?? System.IO.Path.Combine(scenarios, "people"), head.PolityIds, problems);
        var desk = new Desk(geography.Gazetteer, persons, problems) { Head = head };
        Fields? magazines;
        (desk.Formulas, magazines) = Formulas.Read(Path("formulas.yaml"), desk);
        var seatsFile = DataFiles.Open(Path("seats.yaml"), "yanyun-seats/1", problems);
        var seatRows = seatsFile is null ? [] : Seats.Enter(seatsFile, desk);
        if (DataFiles.Open(Path("forces.yaml"), "yanyun-forces/1", problems) is { } forces)
        {
            ForceReader.Read(forces, desk, born: false);
            forces.End();
        }
        var later = DataFiles.Open(Path("reinforcements.yaml"), "yanyun-reinforcements/1", problems);
        if (later is not null) ForceReader.Read(later, desk, born: true);
        RisingReader.Read(Path("risings.yaml"), desk);
        DefectionReader.Read(Path("defections.yaml"), desk);
        desk.Formulas.ReadMagazines(magazines, desk);
        var seats = Seats.Read(seatRows, desk);
        seatsFile?.End();
        var facts = later is null ? [] : ReinforcementReader.Read(later, desk);
        later?.End();
        var towns = Bookmarks.Towns.Read(Path("towns.yaml"), desk);
        var money = Money.Read(Path("money.yaml"), desk);
        var treaties = File.Exists(Path("treaties.yaml")) ? Treaties.Read(Path("treaties.yaml"), desk) : Treaties.None;
        var courts = File.Exists(Path("courts.yaml")) ? Bookmarks.Courts.Read(Path("courts.yaml"), desk) : [];
        desk.Forces.Check(persons, problems);
        // Chains and sums of a table with unknown ids in it would only tell the same fault twice.
        if (problems.Errors == before) seats.Check(desk);
        if (problems.Errors > before) return null;
        var built = new TownBuilder(desk, towns, seats, geography.Atlas).Build();
        if (problems.Errors > before) return null;
        var bookmark = new Bookmark(desk, geography, seats, built, money, facts, treaties, courts);
        bookmark.Scenario = new Founding(bookmark, desk, calendar, ContentHash.Of(scenarios, id)).Found();
        if (File.Exists(Path("script.yaml")))
        {
            bookmark.Annals = AnnalsBook.Load(scenarios, bookmark, problems, id);
            bookmark.AnnalsHash = ContentHash.OfAnnals(scenarios, id);
        }
        if (File.Exists(Path("facts.yaml"))) bookmark.Facts = FactBook.Read(Path("facts.yaml"), bookmark, problems) ?? FactBook.Empty;
        if (File.Exists(Path("notes.yaml"))) bookmark.Notes = Notes.Read(Path("notes.yaml"), bookmark, problems) ?? Notes.None;
        return problems.Errors > before ? null : bookmark;
    }
}
