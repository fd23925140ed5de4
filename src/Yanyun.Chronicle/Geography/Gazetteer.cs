using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>Names, sources and notes of geography: what the Engine's numbers are called.</summary>
public sealed class Gazetteer
{
    private readonly Survey _survey;
    private readonly Dictionary<string, PlaceEntry> _bySlug = [];
    private readonly Dictionary<ulong, CrossingEntry> _crossings = [];

    internal Gazetteer(Survey survey)
    {
        _survey = survey;
        foreach (var entry in survey.Network) _bySlug[entry.Slug] = entry;
        foreach (var entry in survey.Entries) _bySlug[entry.Slug] = entry;
        foreach (var entry in survey.Fords) _crossings[Key.Of(entry.Slug)] = entry;
    }

    /// <summary>Ids of the places a force can stand at: nodes, then points. For <see cref="Fields.Id"/> of other files.</summary>
    public IdTable PlaceIds => _survey.PlaceIds;
    public IdTable RouteIds => _survey.RouteIds;
    public IdTable RegionIds => _survey.Tables.RegionIds;
    public IdTable PolityIds => _survey.Tables.PolityIds;

    /// <summary>Nodes and points, in the order of their ids.</summary>
    public IReadOnlyList<PlaceEntry> Network => _survey.Network;

    /// <summary>Places of the encyclopaedia only: off the network, gates, regions.</summary>
    public IReadOnlyList<PlaceEntry> Entries => _survey.Entries;
    internal Tables Tables => _survey.Tables;
    public IReadOnlyList<Ground> Grounds => _survey.Tables.Grounds;
    public IReadOnlyList<Named> Polities => _survey.Tables.Polities;
    public IReadOnlyList<Circuit> Circuits => _survey.Tables.Circuits;

    /// <summary>The place of a slug; none when it names nothing on the network.</summary>
    public PlaceId Find(string slug) => new((short)_survey.PlaceIds[slug]);

    public RouteId FindRoute(string slug) => new((short)_survey.RouteIds[slug]);

    public PlaceEntry this[PlaceId place] => _survey.Network[place.Value - 1];
    public RouteEntry this[RouteId route] => _survey.Ways[route.Value - 1];

    public string Slug(PlaceId place) => place.Exists ? this[place].Slug : "-";
    public string Name(PlaceId place, Language language) => place.Exists ? this[place].In(language) : "-";

    /// <summary>A region by the number in <see cref="Place.Region"/>; null for 0.</summary>
    public Named? Region(byte region) => region == 0 ? null : _survey.Tables.Regions[region - 1];

    /// <summary>A river by the number in <see cref="Crossing.River"/>; null for 0.</summary>
    public Named? River(byte river) => river == 0 ? null : _survey.Tables.Rivers[river - 1];

    public CrossingEntry Crossing(in Crossing crossing) => _crossings[crossing.Key];

    /// <summary>What a slug names, on the network or in the encyclopaedia; null when nothing.</summary>
    public PlaceEntry? Entry(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>All whose slug, hanzi, English name or one of the other names is the word given (case does not count).</summary>
    public IEnumerable<PlaceEntry> Named(string word) => Network.Concat(Entries).Where(entry =>
        entry.Hanzi == word || Same(entry.Slug, word) || Same(entry.English, word) || entry.Alternatives.Any(other => Same(other, word)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
