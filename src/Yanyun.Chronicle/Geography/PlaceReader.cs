using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>Reads nodes (<c>places/*.yaml</c>), points (<c>sites.yaml</c>) and entries (<c>entries.yaml</c>): one shape of row.</summary>
internal sealed class PlaceReader(Survey survey)
{
    /// <summary>A point farther off its route than this, in tenths of a km, needs a reason.</summary>
    private const int FarTenths = 150;

    /// <summary>The days on which the gazetteer says who held each place.</summary>
    public static readonly string[] SurveyDays =
        ["1115-02-01", "1120-07-15", "1123-05-15", "1125-10-15", "1127-04-25", "1139-06-15", "1140-06-15", "1142-10-15"];

    private static readonly string[] EntryKinds = [.. Words<PlaceKind>.All, "region", "gate"];

    public void ReadNodes(Fields top)
    {
        var basis = Basis.Read(top, survey.Tables);
        foreach (var row in top.Rows("nodes")) Add(row, basis, point: false);
        top.End();
    }

    public void ReadPoints(Fields top)
    {
        var basis = Basis.Read(top, survey.Tables);
        foreach (var row in top.Rows("points")) Add(row, basis, point: true);
        top.End();
    }

    public void ReadEntries(Fields top)
    {
        var basis = Basis.Read(top, survey.Tables);
        foreach (var row in top.Rows("entries"))
        {
            var named = Tables.ReadName(row);
            var kind = row.OneOf("kind", EntryKinds);
            var host = new PlaceId((short)row.IdIfAny("at", survey.PlaceIds));
            row.IdIfAny("near", survey.RouteIds);
            var entry = ReadEntry(row, named, kind, basis, PlaceId.None, host, reason: null, surveyed: false, out _);
            row.End();
            if (survey.PlaceIds[named.Id] is > 0 and var place)
                survey.Problems.Add(ReadingMessages.DuplicateId, row.Of("id"), named.Id, survey.PlaceIds.At(place).ToString());
            else if (survey.EntryIds.Add(named.Id, row.Of("id"), survey.Problems) > 0) survey.Entries.Add(entry);
        }
        top.End();
    }

    private void Add(Fields row, Basis fileBasis, bool point)
    {
        var named = Tables.ReadName(row);
        var kind = row.Choice<PlaceKind>("kind");
        var walls = row.Whole("walls", 0, 5);
        var terrain = row.Choice<Terrain>("terrain");
        var region = row.IdIfAny("region", survey.Tables.RegionIds);
        var (route, li, offset) = point ? ReadOn(row, named.Id) : default;
        var reason = point ? row.TextIfAny("reason") : null;
        var id = survey.PlaceIds.Add(named.Id, row.Of("id"), survey.Problems);
        var entry = ReadEntry(row, named, Words<PlaceKind>.Of(kind), fileBasis, new PlaceId((short)id), PlaceId.None, reason, !point,
            out var circuit);
        entry.Basis.Need(row, named.Id, "walls", "terrain", "on");
        row.End();
        if (row.Sound && point && reason is null && (entry.Confidence == Confidence.Low || offset > FarTenths))
            survey.Problems.Add(GeographyMessages.UnsurePoint, row.Of("on"), named.Id,
                Words<Confidence>.Of(entry.Confidence), Tenths(offset));
        if (id == 0) return;
        if (!row.Sound) survey.UnsoundPlaces.Add(new PlaceId((short)id));
        survey.Network.Add(entry);
        survey.Places.Add(new Place(Key.Of(named.Id), kind, entry.LatE4, entry.LonE4, (byte)walls, terrain, route, (short)li,
            (byte)(region > 0 ? region : circuit?.Region ?? 0)));
        if (row.Sound && survey.Stands(route)) CheckOffset(row, named.Id, route, entry, offset);
    }

    private (RouteId Route, int Li, int OffsetTenths) ReadOn(Fields row, string id)
    {
        if (row.Inner("on") is not { } on) return default;
        var route = new RouteId((short)on.Id("route", survey.RouteIds));
        var li = on.Whole("li", 0, short.MaxValue);
        var offset = on.Scaled("offset_km", 1, 0, 100);
        on.End();
        if (!survey.Stands(route)) return default;
        var way = survey.Routes[route.Value - 1];
        if (way.Kind is RouteKind.Canal or RouteKind.River or RouteKind.Sea)
            survey.Problems.Add(GeographyMessages.PointOnWater, on.Of("route"), id, survey.RouteIds[route.Value],
                Words<RouteKind>.Of(way.Kind));
        if (!on.Sound || (li > 0 && li < way.Li)) return (route, li, offset);
        survey.Problems.Add(GeographyMessages.BeyondRoute, on.Of("li"), id, li, survey.RouteIds[route.Value], way.Li - 1);
        return (RouteId.None, 0, offset);
    }

    private void CheckOffset(Fields row, string id, RouteId route, PlaceEntry entry, int offset)
    {
        var way = survey.Routes[route.Value - 1];
        var found = Ground2D.OffsetTenths(entry, survey.Network[way.From.Value - 1], survey.Network[way.To.Value - 1]);
        if (Math.Abs(found - offset) > 20)
            survey.Problems.Add(GeographyMessages.OffsetDiffers, row.Of("on"), id, Tenths(offset), survey.RouteIds[route.Value],
                Tenths(found));
    }

    private PlaceEntry ReadEntry(Fields row, Named named, string kind, Basis fileBasis, PlaceId place, PlaceId host, string? reason,
        bool surveyed, out Circuit? circuit)
    {
        var lat = row.Scaled("lat", 4, -90, 90);
        var lon = row.Scaled("lon", 4, -180, 180);
        if (row.Sound && (lat is < 180_000 or > 550_000 || lon is < 900_000 or > 1_350_000))
            survey.Problems.Add(GeographyMessages.OffMap, row.Of("lat"), named.Id, Degrees(lat), Degrees(lon));
        var circuitId = surveyed ? row.Id("circuit", survey.Tables.CircuitIds) : row.IdIfAny("circuit", survey.Tables.CircuitIds);
        circuit = circuitId > 0 ? survey.Tables.Circuits[circuitId - 1] : null;
        if (!place.Exists) row.IdIfAny("region", survey.Tables.RegionIds);
        var confidence = row.Choice<Confidence>("confidence");
        var households = row.WholeIfAny("households", 1, 2_000_000);
        var basis = Basis.Read(row, survey.Tables, fileBasis);
        basis.Need(row, named.Id, "lat", "lon", "households");
        var entry = new PlaceEntry(place, named.Id, named.Hanzi, named.English, kind, lat, lon, circuit, confidence, households, basis,
            row.Texts("alt"), row.TextIfAny("modern"), ReadHolders(row, named.Id, surveyed), row.Texts("events"), row.TextIfAny("checked"),
            row.TextIfAny("note"), host, reason);
        if (confidence == Confidence.Low && entry.Note is null) survey.Problems.Add(GeographyMessages.LowWithoutNote, row.At, named.Id);
        return entry;
    }

    private List<Holding> ReadHolders(Fields row, string id, bool required)
    {
        var holdings = new List<Holding>();
        if (!row.Has("holders"))
        {
            if (required) survey.Problems.Add(GeographyMessages.NoFirstHolder, row.At, id, SurveyDays[0]);
            return holdings;
        }
        if (row.Inner("holders") is not { } holders) return holdings;
        var first = !required;
        foreach (var (key, value) in holders.Pairs())
        {
            first |= key.Text == SurveyDays[0];
            if (!SurveyDays.Contains(key.Text))
            {
                survey.Problems.Add(new Problem(GeographyMessages.NotSurveyDay, key.At, [id, key.Text, SurveyDays],
                    Nearest.To(key.Text, SurveyDays)));
                continue;
            }
            JulianDate.TryRead(key.Text, out var day);
            var sides = value.Text.Split('/', 2);
            foreach (var side in sides)
                if (survey.Tables.PolityIds[side] == 0)
                    survey.Problems.Add(new Problem(ReadingMessages.NotKnown, value.At, ["holders", survey.Tables.PolityIds.Kind, side],
                        Nearest.To(side, survey.Tables.PolityIds.Ids)));
            holdings.Add(new Holding(day, sides[0], sides.Length > 1 ? sides[1] : null));
        }
        if (!first)
            survey.Problems.Add(GeographyMessages.NoFirstHolder, row.Of("holders"), id, SurveyDays[0]);
        return holdings;
    }

    private static string Degrees(int e4) => Ground2D.Decimal(e4, 4);
    private static string Tenths(int tenths) => Ground2D.Decimal(tenths, 1);
}
