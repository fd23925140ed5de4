using System.Globalization;
using System.Text.Json.Nodes;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;
using Yanyun.Engine;
using Calendar = Yanyun.Engine.Calendar;

namespace Yanyun.Cli.Mcp;

/// <summary>The books that lie open to everybody: the calendar, and who and what the names are. They tell nothing of any game.</summary>
/// <param name="played">The scenario of the game; null without one.</param>
public sealed class BookTools(Library library, string? played, Language language)
{
    private const int MostNear = 5;

    private readonly Dictionary<string, Bookmark> _read = [];

    public IReadOnlyList<ToolSpec> All =>
    [
        new("calendar", new("A date in all three forms of the house, with its sexagenary day and season, and as Jin and Liao counted it.",
                "日期的三種寫法，附干支日、季節，以及金、遼曆日期。"),
            [new("date", Kind.Text, new("1140-06-15 (Julian), Shaoxing 10/5/29, Shaoxing 10/L6/25 (leap month) or 紹興十年閏六月二十五日",
                "1140-06-15（儒略曆）、Shaoxing 10/5/29、Shaoxing 10/L6/25（閏月）或 紹興十年閏六月二十五日"), Required: true)],
            Reads: true, (given, _) => Task.FromResult(Date(given.Text("date")!))),
        new("gazetteer", new("What is called so: places with where they lie and the roads from them, persons, seats, polities. When nothing is, the nearest names.",
                "查名：地點及其方位、道路，人物，職守，政權。查無此名則列出最近之名。"),
            played is null ? [s_name, s_kind, new("scenario", Kind.Text, new("of which scenario; absent: the first", "何劇本；不給則為第一個"), Words: library.Ids)] : [s_name, s_kind],
            Reads: true, (given, _) => Task.FromResult(Find(given))),
    ];

    private static readonly IReadOnlyList<string> s_kinds = ["place", "person", "seat", "polity"];

    private static readonly Input
        s_name = new("name", Kind.Text, new("a slug, an English name or hanzi", "代稱、英文名或漢字"), Required: true),
        s_kind = new("kind", Kind.Text, new("only of this kind", "僅限此類"), Words: s_kinds);

    private ToolAnswer Date(string text)
    {
        var calendar = library.Calendar;
        var reading = calendar.Read(text);
        if (reading.Refused) return ToolAnswer.Refused(ToolAnswer.Fault(language, reading.Refusal.Problem(calendar, new Location("", 0, 0))));
        var day = reading.Day;
        return ToolAnswer.Of(new JsonObject
        {
            ["julian"] = DateWriting.Julian(day), ["romanised"] = calendar.Romanised(day), ["hanzi"] = calendar.Hanzi(day),
            ["sexagenary"] = Sexagenary.Of(day).Hanzi, ["season"] = Seasons.Of(day).ToString().ToLowerInvariant(),
            ["jin"] = Own(calendar, day, Reckoning.Jin), ["liao"] = Own(calendar, day, Reckoning.Liao),
        });
    }

    /// <summary>The date as a court other than Song counted it; none where it had no era.</summary>
    private static JsonObject? Own(Calendar calendar, Day day, Reckoning reckoning) => calendar.EraOn(day, reckoning) is null ? null
        : new JsonObject { ["romanised"] = calendar.Romanised(day, reckoning), ["hanzi"] = calendar.Hanzi(day, reckoning) };

    /// <summary>Something with names.</summary>
    private sealed record Entry(string Kind, string Slug, string English, string Hanzi, IReadOnlyList<string> Also, Func<JsonObject> Tell)
    {
        public IEnumerable<string> Names => [Slug, English, Hanzi, .. Also];
    }

    private ToolAnswer Find(Arguments given)
    {
        var scenario = played ?? given.Text("scenario") ?? library.Ids[0];
        if (!library.Ids.Contains(scenario)) return ToolAnswer.Refused(language, McpMessages.NoScenario, null, scenario, library.Ids);
        Bookmark? book;
        lock (_read)
            if (!_read.TryGetValue(scenario, out book))
            {
                (book, var broken) = library.Load(scenario);
                if (book is null) return ToolAnswer.Refused(ToolAnswer.Fault(language, broken!.Problems[0]));
                _read[scenario] = book;
            }
        var (word, kind) = (given.Text("name")!.Trim(), given.Text("kind"));
        var entries = Entries(book, language).Where(entry => kind is null || entry.Kind == kind).ToList();
        var found = entries.Where(entry => entry.Names.Any(name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Count > 0) return ToolAnswer.Of(new JsonArray([.. found.Select(Told)]));
        var near = entries.Select(entry => (Entry: entry, Far: entry.Names.Min(name => Far(word, name))))
            .Where(one => one.Far < int.MaxValue).OrderBy(one => one.Far).ThenBy(one => one.Entry.Slug, StringComparer.Ordinal).Take(MostNear).ToList();
        var fault = ToolAnswer.Fault(language, new Problem(McpMessages.NothingCalled, new Location("", 0, 0), [word], near.Count > 0 ? near[0].Entry.Slug : null));
        fault["near"] = new JsonArray([.. near.Select(one => Named(one.Entry))]);
        return ToolAnswer.Refused(fault);
    }

    /// <summary>How far a name is from a word: part of it first, then by slips; what shares too little is not near at all.</summary>
    private static int Far(string word, string name)
    {
        if (name.Contains(word, StringComparison.OrdinalIgnoreCase) || (name.Length > 1 && word.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return Math.Abs(name.Length - word.Length);
        var slips = Nearest.Slips(word, name);
        return slips * 2 <= Math.Max(word.Length, name.Length) ? 100 + slips : int.MaxValue;
    }

    private static IEnumerable<Entry> Entries(Bookmark book, Language language)
    {
        var (gazetteer, slugs) = (book.Geography.Gazetteer, book.Slugs);
        foreach (var place in gazetteer.Network.Concat(gazetteer.Entries))
            yield return new Entry("place", place.Slug, place.English, place.Hanzi, place.Alternatives, () => Place(book, place, language));
        foreach (var person in book.People.All)
            yield return new Entry("person", person.Slug, person.Name.English, person.Name.Chinese, person.Also, () => new JsonObject { ["died"] = person.Died });
        foreach (var seat in book.Seats.All)
            yield return new Entry("seat", seat.Slug, seat.Name.English, seat.Name.Chinese, [], () => new JsonObject
            {
                ["polity"] = slugs.Of(seat.Polity), ["sort"] = seat.Kind.ToString().ToLowerInvariant(), ["superior"] = slugs.Of(seat.Superior),
                ["firstHolder"] = slugs.Of(seat.Holder), ["firstPlace"] = slugs.Of(seat.Place),
            });
        foreach (var party in book.Head.Parties)
            yield return new Entry("polity", party.Slug, party.Name.English, party.Name.Chinese, [], () => new JsonObject { ["side"] = party.Side });
    }

    private static JsonObject Place(Bookmark book, PlaceEntry place, Language language)
    {
        var (atlas, gazetteer) = (book.Geography.Atlas, book.Geography.Gazetteer);
        var told = new JsonObject
        {
            ["sort"] = place.Kind, ["north"] = Degrees(place.LatE4), ["east"] = Degrees(place.LonE4),
            ["circuit"] = place.Circuit?.Id, ["modern"] = place.Modern, ["confidence"] = Words<Confidence>.Of(place.Confidence), ["note"] = book.Notes.In(NoteOf.Places, place.Slug, place.Note, language),
        };
        if (!place.Place.Exists) return told;
        var roads = new JsonArray();
        foreach (var id in atlas.LegsAt(place.Place))
        {
            var leg = atlas[id];
            roads.Add(new JsonObject { ["to"] = gazetteer.Slug(leg.Other(place.Place)), ["li"] = leg.Li, ["by"] = Words<RouteKind>.Of(atlas[leg.Route].Kind) });
        }
        told["roads"] = roads;
        return told;
    }

    private static string Degrees(int e4) => (e4 / 10_000m).ToString("0.0000", CultureInfo.InvariantCulture);

    private static JsonObject Named(Entry entry) => new() { ["kind"] = entry.Kind, ["slug"] = entry.Slug, ["en"] = entry.English, ["zh"] = entry.Hanzi };

    private static JsonObject Told(Entry entry)
    {
        var told = Named(entry);
        if (entry.Also.Count > 0) told["also"] = new JsonArray([.. entry.Also.Select(name => JsonValue.Create(name))]);
        foreach (var (name, value) in entry.Tell())
            if (value is not null) told[name] = value.DeepClone();
        return told;
    }
}
