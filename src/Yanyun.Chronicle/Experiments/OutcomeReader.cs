using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>Reads the rows of <c>outcomes</c>.</summary>
internal sealed class OutcomeReader(Pools pools)
{
    private const string AllPlaces = "all";

    private static readonly string[] s_words = [.. Words<OutcomeKind>.All];

    /// <summary>Ids of the outcomes read so far: number = index + 1.</summary>
    public IdTable Ids { get; } = new("measured outcome", "所測結果");

    public Outcome? Read(Fields row)
    {
        var before = pools.Problems.Errors;
        var slug = row.Slug("id");
        Ids.Add(slug, row.Of("id"), pools.Problems);
        var word = KindWord.Of(row, s_words, new Bilingual($"outcome '{slug}'", $"結果「{slug}」"));
        if (!Words<OutcomeKind>.TryRead(word, out var kind)) return null;
        var slugs = pools.Bookmark.Slugs;
        var outcome = kind switch
        {
            OutcomeKind.Holder or OutcomeKind.Until => Held(row, kind, word),
            OutcomeKind.Places => Places(row),
            OutcomeKind.Losses => Lost(pools.Polity(row, word)),
            OutcomeKind.Men => Men(row),
            _ => Check(row),
        };
        row.End();
        return pools.Problems.Errors > before ? null : outcome with { Slug = slug };

        Outcome Lost(PolityId polity) => new(OutcomeKind.Losses, "", $"losses {slugs.Of(polity)}",
            Say(NameOf(polity), name => $"men lost by {name} and its side", name => $"{name}方所失兵員"), Polity: polity);
    }

    private Outcome Held(Fields row, OutcomeKind kind, string word)
    {
        var (place, by) = (pools.Place(row, word), pools.Polity(row, "by"));
        var (p, q) = (pools.Bookmark.Slugs.Of(place), pools.Bookmark.Slugs.Of(by));
        var (town, side) = (NameOf(place), NameOf(by));
        var what = kind == OutcomeKind.Holder
            ? new Bilingual($"{town.English} is held by {side.English}", $"{town.Chinese}為{side.Chinese}所有")
            : new Bilingual($"days until {town.English} is held by {side.English}", $"{town.Chinese}歸{side.Chinese}之日數");
        return new Outcome(kind, "", $"{word} {p} by {q}", what, place, by);
    }

    private Outcome Places(Fields row)
    {
        var by = pools.Polity(row, "by");
        var among = new List<PlaceId>();
        if (row.Find("places") is Scalar { Text: AllPlaces })
        {
            for (short p = 1; p < pools.Bookmark.Scenario.Atlas.PlaceRows; p++)
                if (IsSeatOfGovernment(pools.Bookmark.Scenario.Atlas[new PlaceId(p)].Kind)) among.Add(new PlaceId(p));
        }
        else
        {
            foreach (var number in DataFiles.Ids(row, "places", pools.Bookmark.Slugs.Places)) among.Add(new PlaceId((short)number));
        }
        var (slugs, polity) = (pools.Bookmark.Slugs, pools.Bookmark.Slugs.Of(by));
        return new Outcome(OutcomeKind.Places, "", $"places by {polity} among {string.Join(' ', among.Select(slugs.Of))}",
            Say(NameOf(by), name => $"places held by {name}, of {among.Count}", name => $"{among.Count} 處中為{name}所有者"), Polity: by, Places: among);
    }

    private Bilingual NameOf(PlaceId place)
    {
        var gazetteer = pools.Bookmark.Geography.Gazetteer;
        return new Bilingual(gazetteer.Name(place, Language.English), gazetteer.Name(place, Language.Chinese));
    }

    private Bilingual NameOf(PolityId polity) => polity.Exists ? pools.Bookmark[polity].Name : new Bilingual("", "");

    private static Bilingual Say(Bilingual name, Func<string, string> english, Func<string, string> chinese) => new(english(name.English), chinese(name.Chinese));

    private static bool IsSeatOfGovernment(PlaceKind kind) =>
        kind is PlaceKind.Capital or PlaceKind.SuperiorPrefecture or PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture;

    private Outcome Men(Fields row)
    {
        var before = pools.Problems.Errors;
        var forces = pools.Detachments(row, "men", _ => true);
        var names = string.Join(' ', row.Texts("men"));
        if (forces.Count == 0 && pools.Problems.Errors == before) pools.Problems.Add(ExperimentMessages.NothingMarches, row.Of("men"), names.Length > 0 ? names : "men");
        return new Outcome(OutcomeKind.Men, "", $"men {string.Join(' ', forces.Select(force => force.Slug))}",
            new Bilingual($"men of {names}", $"{names} 之兵"), Forces: [.. forces.Select(force => pools.Bookmark.Slugs.Force(force.Slug))]);
    }

    private Outcome Check(Fields row)
    {
        var checks = new IdTable("check", "檢驗");
        var texts = pools.Bookmark.Annals?.CheckTexts;
        if (texts is null) pools.Problems.Add(ExperimentMessages.NoChecks, row.Of("check"), pools.Bookmark.Head.Slug);
        else
            foreach (var text in texts.Skip(1)) checks.Add(text.Slug, default, pools.Problems);
        var number = texts is null ? 0 : row.Id("check", checks);
        if (number == 0) return new Outcome(OutcomeKind.Check, "", "", new Bilingual("", ""));
        return new Outcome(OutcomeKind.Check, "", $"check {checks[number]}", texts![number].What, Check: number);
    }
}
