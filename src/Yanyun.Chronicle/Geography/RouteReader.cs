using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>What wheels a road takes: all, pack trains and light carts, none. Horse likewise.</summary>
public enum Passable : byte { Yes, Limited, No }

/// <summary>How a way fares in winter: frozen every hard winter, rarely, never.</summary>
public enum Freezing : byte { No, Rare, Yes }

/// <summary>Reads <c>routes/*.yaml</c>.</summary>
internal sealed class RouteReader(Survey survey)
{
    private readonly Dictionary<(int, int, RouteKind), string> _seen = [];

    public void Read(Fields top)
    {
        var windings = ReadWindings(top);
        var basis = Basis.Read(top, survey.Tables);
        foreach (var row in top.Rows("routes")) Add(row, windings, basis);
        top.End();
    }

    /// <summary>Road length over great circle by kind, in hundredths.</summary>
    private static Dictionary<string, int> ReadWindings(Fields top)
    {
        var windings = new Dictionary<string, int>();
        if (top.Inner("winding") is not { } table) return windings;
        foreach (var kind in Words<RouteKind>.All) windings[kind] = table.Scaled(kind, 2, 1, 3);
        table.End();
        return windings;
    }

    private void Add(Fields row, Dictionary<string, int> windings, Basis fileBasis)
    {
        var id = row.Slug("id");
        var from = new PlaceId((short)row.Id("from", survey.PlaceIds));
        var to = new PlaceId((short)row.Id("to", survey.PlaceIds));
        var kind = row.Choice<RouteKind>("kind");
        var li = row.Whole("li", 1, 5000);
        var terrain = row.Choice<Terrain>("terrain");
        var winding = row.Has("winding") ? row.Scaled("winding", 2, 1, 3) : windings.GetValueOrDefault(Words<RouteKind>.Of(kind));
        var byLand = kind is not (RouteKind.Canal or RouteKind.River or RouteKind.Sea);
        var cavalry = row.ChoiceIfAny<Passable>("cavalry") ?? (byLand ? Passable.Yes : Passable.No);
        var wagons = row.ChoiceIfAny<Passable>("wagons") ?? (!byLand ? Passable.No
            : kind is RouteKind.MountainRoad or RouteKind.Pass ? Passable.Limited : Passable.Yes);
        var freezes = row.ChoiceIfAny<Freezing>("freezes") ?? Freezing.No;
        var attested = row.WholeIfAny("attested", 1, 5000);
        var confidence = row.Choice<Confidence>("confidence");
        var reason = row.TextIfAny("reason");
        var note = row.TextIfAny("note");
        var basis = Basis.Read(row, survey.Tables, fileBasis);
        basis.Need(row, id, "li", "terrain", "attested");
        row.End();

        if (confidence == Confidence.Low && note is null) survey.Problems.Add(GeographyMessages.LowWithoutNote, row.At, id);
        if (survey.RouteIds.Add(id, row.Of("id"), survey.Problems) == 0) return;
        survey.Routes.Add(new Route(Key.Of(id), from, to, kind, (short)li, cavalry != Passable.No, wagons == Passable.Yes,
            freezes == Freezing.Yes, terrain));
        survey.Ways.Add(new RouteEntry(new RouteId((short)survey.Routes.Count), id, winding, cavalry, wagons, freezes, attested, confidence,
            reason, note, basis));
        if (!row.Sound) survey.UnsoundRoutes.Add(new RouteId((short)survey.Routes.Count));
        else if (survey.Stands(from) && survey.Stands(to)) CheckLength(row, id, from, to, kind, li, winding, attested, reason);
    }

    private void CheckLength(Fields row, string id, PlaceId from, PlaceId to, RouteKind kind, int li, int winding, int? attested,
        string? reason)
    {
        if (from == to)
        {
            survey.Problems.Add(GeographyMessages.SelfLoop, row.Of("to"), id, survey.PlaceIds[from.Value]);
            return;
        }
        if (!_seen.TryAdd((Math.Min(from.Value, to.Value), Math.Max(from.Value, to.Value), kind), id))
            survey.Problems.Add(GeographyMessages.SameRoute, row.At, id,
                _seen[(Math.Min(from.Value, to.Value), Math.Max(from.Value, to.Value), kind)]);
        var straight = Ground2D.Li(survey.Network[from.Value - 1], survey.Network[to.Value - 1]);
        var expected = (int)Math.Round(straight * winding / 100);
        var great = (int)Math.Round(straight);
        if (li < great) survey.Problems.Add(GeographyMessages.TooShort, row.Of("li"), id, li, great);
        else if (li >= 1.6 * straight && reason is null) survey.Problems.Add(GeographyMessages.TooLong, row.Of("li"), id, li, great);
        else if (winding > 0 && Math.Abs(li - expected) > 2)
            survey.Problems.Add(GeographyMessages.NotWinding, row.Of("li"), id, li, expected);
        if (attested is { } source && (source * 10 < li * 7 || source * 10 > li * 15))
            survey.Problems.Add(GeographyMessages.AttestedFarOff, row.Of("attested"), id, li, source);
    }
}

/// <summary>What is known of a route beside its row of the atlas.</summary>
/// <param name="WindingPercent">Road over great circle, in hundredths.</param>
/// <param name="AttestedLi">Its length in a source (the ground of column <c>attested</c>); null when none gives it.</param>
public sealed record RouteEntry(RouteId Route, string Slug, int WindingPercent, Passable Cavalry, Passable Wagons, Freezing Freezes,
    int? AttestedLi, Confidence Confidence, string? Reason, string? Note, Basis Basis);
