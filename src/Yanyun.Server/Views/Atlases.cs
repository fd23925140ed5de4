using System.Collections.Concurrent;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Http;
using Ground = Yanyun.Server.Games.Ground;

namespace Yanyun.Server.Views;

/// <summary>The unchanging map of each scenario, made once.</summary>
public sealed class Atlases(Shelf shelf)
{
    private readonly ConcurrentDictionary<string, AtlasShape> _made = new(StringComparer.Ordinal);

    public AtlasShape Of(string scenario, Ground ground) => _made.GetOrAdd(scenario, _ => Make(ground));

    private AtlasShape Make(Ground ground)
    {
        var (book, atlas, problems) = (ground.Bookmark, ground.Scenario.Atlas, new Problems());
        var (head, names) = (book.Head, book.Geography.Gazetteer);
        // The shelf has read these files already: what is wrong with them would have been said.
        var shapes = MapShapes.Load(Path.Combine(shelf.Folder, "geography"), names, problems) ?? new MapShapes();
        var first = ground.Scenario.FirstDay;
        var seen = new HashSet<string>(head.Parties.Select(party => party.Slug));
        return new AtlasShape(
            head.Slug, head.Title.English, head.Title.Chinese, head.Question.English, head.Question.Chinese, first.ToString(), ground.Scenario.Days - 1,
            [.. head.Parties.Select(party => new PolityShape(party.Slug, party.Name.English, party.Name.Chinese, Letter(party.Name.Chinese), party.Side))],
            [.. names.Network.Select(entry => Of(book, entry, atlas[entry.Place]))],
            [.. atlas.Legs.Skip(1).Select(leg => new LegShape(leg.From.Value, leg.To.Value, Words<RouteKind>.Of(atlas[leg.Route].Kind), leg.Li))],
            [.. shapes.Waters.Select(water => new WaterShape(water.Name.Id, water.Name.English, water.Name.Hanzi, Words<WaterKind>.Of(water.Kind),
                water.From - first, water.To - first, Words<Confidence>.Of(water.Confidence), Line(water.PointsE4)))],
            [.. shapes.Areas.Where(area => area.From <= first && first < area.To && seen.Contains(area.Polity))
                .Select(area => new AreaShape(area.Polity, Line(area.RingsE4[0])))],
            [.. book.Seats.All.Select(seat => new SeatShape(seat.Slug, seat.Name.English, seat.Name.Chinese, book.Slugs.Of(seat.Polity),
                seat.Kind.ToString().ToLowerInvariant()))],
            [.. book.Forces.Detachments.Select(force => new ForceShape(force.Slug, force.Name.English, force.Name.Chinese, book.Slugs.Of(force.Polity)))],
            [.. book.People.All.Select(person => new NameShape(person.Slug, person.Name.English, person.Name.Chinese))],
            [.. Enum.GetValues<Code>().Select(code => new NameShape(OrderWords.Dashed(code.ToString()), CodeText.Of(code).Sentence.English, CodeText.Of(code).Sentence.Chinese))],
            [.. book.Treaties.Ids.Ids.Select((slug, i) => (Slug: slug, book.Treaties[new TreatyId((byte)(i + 1))].Name)).Select(treaty => new NameShape(treaty.Slug, treaty.Name.English, treaty.Name.Chinese))],
            [.. book.Slugs.Crossings.Ids.Select((slug, i) => Of(book, slug, atlas, atlas.Crossings[i + 1]))]);
    }

    /// <summary>The river, between which places, and how it is crossed there: the same water may have a ford and its ice.</summary>
    private static NameShape Of(Bookmark book, string slug, Atlas atlas, in Crossing crossing)
    {
        var (names, leg) = (book.Geography.Gazetteer, atlas[crossing.Leg]);
        var how = crossing.Kind switch
        {
            CrossingKind.Boats => new Bilingual("boats", "舟渡"),
            CrossingKind.Bridge => new Bilingual("bridge", "橋"),
            CrossingKind.Ferry => new Bilingual("ferry", "渡船"),
            CrossingKind.Ice => new Bilingual("ice", "冰面"),
            _ => new Bilingual("ford", "涉渡"),
        };
        var river = names.River(crossing.River);
        return new NameShape(slug, $"{river?.English ?? "water"} between {names.Name(leg.From, Language.English)} and {names.Name(leg.To, Language.English)}, {how.English}",
            $"{names.Name(leg.From, Language.Chinese)}、{names.Name(leg.To, Language.Chinese)}間{river?.Hanzi ?? "水"}（{how.Chinese}）");
    }

    /// <summary>A place under the name that it bears in these years.</summary>
    private static PlaceShape Of(Bookmark book, PlaceEntry entry, in Place place) => new(entry.Slug, book.Facts.NameOf(entry.Place)?.English ?? entry.English,
        book.Facts.NameOf(entry.Place)?.Chinese ?? entry.Hanzi, entry.Kind, entry.LatE4 / 1e4, entry.LonE4 / 1e4,
        place.Walls, place.Route.Exists, Words<Confidence>.Of(entry.Confidence));

    /// <summary>The hanzi that tells a party from the others: 金, 宋; 義 of the loyal bands 忠義軍; 夏 of 西夏.</summary>
    private static string Letter(string hanzi) => hanzi.Length == 1 ? hanzi : hanzi.Length == 2 ? hanzi[^1..] : hanzi[1..2];

    private static List<double> Line(IReadOnlyList<(int LonE4, int LatE4)> points) => [.. points.SelectMany(point => new[] { point.LonE4 / 1e4, point.LatE4 / 1e4 })];
}
