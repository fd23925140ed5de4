using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Games;
using Yanyun.Server.Http;

namespace Yanyun.Server.Views;

/// <summary>A day of a history as the page draws it.</summary>
/// <param name="reel">Where the day is looked up.</param>
public sealed class Scene(Reel reel, Language language)
{
    private readonly Slugs _slugs = reel.Ground.Bookmark.Slugs;
    private readonly Day _first = reel.Ground.Scenario.FirstDay;

    public DayShape Of(int day)
    {
        var (world, book) = (reel.On(day), reel.Ground.Bookmark);
        var page = day > 0 ? reel.Page(day, language) : null;
        world.Muster(); // convoys look for who stands on their roads
        var (holders, loyalty, stores) = (new List<int>(), new List<int>(), new List<int>());
        for (short p = 1; p < world.AllPlaces.Length; p++)
        {
            ref readonly var place = ref world.AllPlaces[p];
            holders.Add(place.Holder.Value);
            stores.Add(place.Stores / Tally.Shi);
            loyalty.Add(!place.Holder.Exists ? 0 : book[place.Holder].Claimant switch { 0 => place.LoyaltyA, 1 => place.LoyaltyB, 2 => place.LoyaltyC, _ => 0 });
        }
        return new DayShape(day, world.Date.ToString(), new Teller(book, reel.Calendar, language).Heading(world.Date), holders, loyalty, stores, Bodies(world), Riders(world),
            Sieges(world), Supplies(world), page is null ? [] : [.. page.Lines.Select(Of)], page?.Notes ?? []);
    }

    public string Id(EventRef id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_first + id.Day}.{id.Ordinal}");

    public static string KindOf(EventKind kind) => OrderWords.Dashed(kind.ToString());

    /// <summary>What a line tells: the kind of its event, or that it is a decision or a piece of news.</summary>
    public string KindOf(Line line) => line.Happened ? KindOf(reel.Told(line.Event).Kind) : line.Event.Ordinal == 2 ? "decision" : "news";

    public LineShape Of(Line line)
    {
        var cause = line.Happened ? reel.Told(line.Event).Cause : EventRef.None;
        return new LineShape(line.Text, Of(line.Parts), KindOf(line), line.Happened ? Id(line.Event) : null, cause.Exists ? Id(cause) : null,
            line.Fact is { } fact ? Works.In(fact.Source, language) : null, line.Fact is { } sure ? Words<Confidence>.Of(sure.Confidence) : null,
            [.. line.About.Places.Select(_slugs.Of)], [.. line.About.Forces.Select(_slugs.Of)], [.. line.About.Persons.Select(_slugs.Of)],
            [.. line.About.Seats.Select(_slugs.Of)]);
    }

    public static IReadOnlyList<PieceShape> Of(IReadOnlyList<Piece> parts) =>
        [.. parts.Select(part => new PieceShape(part.Text, part.Kind == PieceKind.Words ? null : OrderWords.Dashed(part.Kind.ToString()), part.Id, part.Number))];

    private List<BodyShape> Bodies(World world)
    {
        var (book, atlas) = (reel.Ground.Bookmark, world.Atlas);
        var bodies = new List<BodyShape>();
        for (short f = 1; f < world.Forces; f++)
        {
            var id = new ForceId(f);
            ref readonly var force = ref world[id];
            if (!force.Alive || force.Men == 0 || force.Doing == Doing.Hidden && !force.At.Exists && !force.Leg.Exists) continue;
            var (lat, lon) = force.At.Exists ? Spot(atlas[force.At]) : Between(atlas, force.Leg, force.LegLi);
            var entry = book.Forces[id];
            var arm = (force.Traits & ForceTraits.Fleet) != 0 ? "boats" : (force.Traits & ForceTraits.Band) != 0 ? "band" : force.Horse * 2 >= force.Men ? "horse" : "foot";
            bodies.Add(new BodyShape(_slugs.Of(id), entry.Name.English, entry.Name.Chinese, _slugs.Of(force.Polity), force.At.Exists ? _slugs.Of(force.At) : null, lat, lon,
                Band.Men(Band.Of(force.Men)), arm, OrderWords.Dashed(force.Doing.ToString()), !force.Mobile, SupplyRule.Days(world, id),
                force.At.Exists ? null : _slugs.Of(force.Toward), force.Commander.Exists ? _slugs.Of(force.Commander) : null,
                force.Seat.Exists ? _slugs.Of(force.Seat) : null));
        }
        return bodies;
    }

    private static (double Lat, double Lon) Spot(in Place place) => (place.LatE4 / 1e4, place.LonE4 / 1e4);

    private static (double Lat, double Lon) Between(Atlas atlas, LegId id, short li)
    {
        var leg = atlas[id];
        var ((fromLat, fromLon), (toLat, toLon)) = (Spot(atlas[leg.From]), Spot(atlas[leg.To]));
        var share = leg.Li == 0 ? 0 : (double)li / leg.Li;
        return (Math.Round(fromLat + (toLat - fromLat) * share, 4), Math.Round(fromLon + (toLon - fromLon) * share, 4));
    }

    private List<RiderShape> Riders(World world)
    {
        var riders = new List<RiderShape>();
        for (short d = 1; d < world.Scenario.DispatchRows; d++)
        {
            ref readonly var rider = ref world[new DispatchId(d)];
            if (!rider.Riding || !rider.Origin.Exists || !rider.Destination.Exists || rider.Origin == rider.Destination) continue;
            var polity = rider.From.Exists ? world.Scenario.Seats[rider.From.Value].Polity : rider.About.Exists ? world[rider.About].Polity : default;
            riders.Add(new RiderShape(OrderWords.Dashed(rider.Kind.ToString()), _slugs.Of(polity), Way(world.Atlas, rider.Origin, rider.Destination), rider.Sent, rider.Due,
                rider.From.Exists ? _slugs.Of(rider.From) : null, rider.ToSeat.Exists ? _slugs.Of(rider.ToSeat) : null, rider.ToForce.Exists ? _slugs.Of(rider.ToForce) : null,
                rider.Order.Kind == OrderKind.None ? null : reel.Ground.Words.Write(rider.Order), rider.Lost != 0));
        }
        return riders;
    }

    private static List<int> Way(Atlas atlas, PlaceId from, PlaceId to)
    {
        var way = new List<int> { from.Value };
        while (from != to && atlas.RideNext(from, to) is { Exists: true } leg && way.Count < atlas.PlaceRows)
        {
            from = atlas[leg].Other(from);
            way.Add(from.Value);
        }
        if (from != to) way.Add(to.Value);
        return way;
    }

    /// <summary>The roads by which bodies in the field are fed from a magazine, as the rule of supply finds them on that evening.</summary>
    private List<SupplyShape> Supplies(World world)
    {
        var supplies = new List<SupplyShape>();
        for (short f = 1; f < world.Forces; f++)
        {
            var id = new ForceId(f);
            ref readonly var force = ref world[id];
            if (!force.Alive || force.Men == 0 || !force.Mobile || (force.Traits & ForceTraits.Band) != 0 || force.Doing is Doing.Routed or Doing.Hidden or Doing.Gone) continue;
            if (force.At.Exists && world[force.At].Holder is { Exists: true } holder && world.Scenario.SameSide(force.Polity, holder)) continue;
            if (SupplyRule.LineOf(world, id) is not { Open: true } line) continue;
            supplies.Add(new SupplyShape(_slugs.Of(id), _slugs.Of(line.Magazine), March(world.Atlas, line.Magazine, force.At.Exists ? force.At : force.Toward), line.Days,
                line.Band.Exists));
        }
        return supplies;
    }

    private static List<int> March(Atlas atlas, PlaceId from, PlaceId to)
    {
        var way = new List<int> { from.Value };
        while (from != to && atlas.MarchNext(from, to) is { Exists: true } leg && way.Count < atlas.PlaceRows)
        {
            from = atlas[leg].Other(from);
            way.Add(from.Value);
        }
        return way;
    }

    private List<SiegeShape> Sieges(World world)
    {
        var sieges = new List<SiegeShape>();
        for (short s = 1; s < World.SiegeRows; s++)
        {
            ref readonly var siege = ref world[new SiegeId(s)];
            if (siege.Open) sieges.Add(new SiegeShape(_slugs.Of(siege.Place), _slugs.Of(siege.By), siege.BeganOn, world[siege.Place].Breach));
        }
        return sieges;
    }
}
