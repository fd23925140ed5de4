using System.Runtime.CompilerServices;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// What people and places are called in a text. In English the characters follow a name where it is met first, and always where two places
/// of
/// the network are spelt alike; a force is called after who leads it, with its army where it is met first.
/// </summary>
internal sealed class Names
{
    private static readonly string[] s_ranks = [" fu", " xian", " zhen", " jun"];

    private readonly Bookmark _bookmark;
    private readonly Language _language;
    private readonly HashSet<string> _alike;
    private readonly HashSet<PlaceId> _metPlaces = [];
    private readonly HashSet<PersonId> _metPersons = [];
    private readonly HashSet<ForceId> _metForces = [];
    private EventRef _asOf;

    /// <param name="tenures">Who led and held what in the run that is told.</param>
    public Names(Bookmark bookmark, Language language, Tenures tenures)
    {
        (_bookmark, _language, Tenures) = (bookmark, language, tenures);
        _alike = s_alike.GetValue(bookmark, _ => Alike());
    }

    /// <summary>Every place is held against every other; once for a bookmark.</summary>
    private static readonly ConditionalWeakTable<Bookmark, HashSet<string>> s_alike = [];

    private HashSet<string> Alike()
    {
        var alike = new HashSet<string>();
        foreach (var entry in _bookmark.Geography.Gazetteer.Network)
            foreach (var other in _bookmark.Geography.Gazetteer.Network)
                if (other != entry && English(other) == English(entry) && Apart(other, entry) < NearE4) alike.Add(English(entry));
        return alike;
    }

    /// <summary>Places spelt alike and no farther apart than this, degrees of latitude and longitude together x 10,000, would be mistaken
    /// for each other.</summary>
    private const int NearE4 = 80_000;

    private static int Apart(PlaceEntry a, PlaceEntry b) => Math.Abs(a.LatE4 - b.LatE4) + Math.Abs(a.LonE4 - b.LonE4);

    private bool Chinese => _language == Language.Chinese;

    public Tenures Tenures { get; }

    /// <summary>From now on bodies and seats are called after who led and held them as this event came.</summary>
    public void AsOf(EventRef e) => _asOf = e;

    /// <summary>A force by its own name.</summary>
    public string UnitOf(ForceId id) => id.Exists && id.Value <= _bookmark.Forces.Detachments.Count ? Called(Unit(_bookmark.Forces[id]))
        : CommonPhrases.SomeForce.Say(_language, 0, _ => "");

    /// <summary>A unit with its article, unless it is somebody's.</summary>
    private string Called(string unit) => unit.Contains("'s ", StringComparison.Ordinal) ? unit : CommonPhrases.Unit.Say(_language, 0, _ => unit);

    /// <summary>Who is named at the head of a force and has not fallen; none when nobody is.</summary>
    private PersonId CommanderOf(ForceId id) => Tenures.CommanderOf(id, _asOf);

    /// <summary>Who holds a seat; none when nobody does.</summary>
    public PersonId HolderOf(SeatId seat) => seat.Exists ? Tenures.HolderOf(seat, _asOf) : PersonId.None;

    public string Of(PlaceId id)
    {
        if (!id.Exists) return CommonPhrases.Nowhere.Say(_language, 0, _ => "");
        var entry = _bookmark.Geography.Gazetteer[id];
        var hanzi = _bookmark.Facts.NameOf(id)?.Chinese ?? entry.Hanzi;
        if (Chinese) return hanzi;
        var name = English(entry);
        return _metPlaces.Add(id) || _alike.Contains(name) ? $"{name} {hanzi}" : name;
    }

    public string Of(PersonId id)
    {
        if (!id.Exists) return CommonPhrases.Nobody.Say(_language, 0, _ => "");
        var full = _bookmark.People[id].Name;
        var met = !_metPersons.Add(id);
        // "Wanyan Zongbi 完顏宗弼", then "Zongbi"; one whom the annals call by quite another name has that name from the first.
        var name = _bookmark.Facts.NameOf(id) is { } own && (met || !full.Chinese.EndsWith(own.Chinese, StringComparison.Ordinal)) ? own
            : full;
        if (Chinese) return name.Chinese;
        return met ? Plain(name.English) : $"{Plain(name.English)} {name.Chinese}";
    }

    /// <summary>A party as people: the Song, the loyal bands.</summary>
    public string Of(PolityId id)
    {
        if (!id.Exists) return CommonPhrases.Nobody.Say(_language, 0, _ => "");
        var name = State(id);
        return name.StartsWith("the ", StringComparison.Ordinal) ? name : CommonPhrases.Polity.Say(_language, 0, _ => name);
    }

    private string State(PolityId id) => Bare(_bookmark[id].Name.In(_language));

    /// <summary>A court by its state, a command by who holds it.</summary>
    public string Of(SeatId id)
    {
        if (!id.Exists) return CommonPhrases.Nobody.Say(_language, 0, _ => "");
        var seat = _bookmark.Seats[id];
        if (seat.Kind != SeatKind.Court || seat.Superior.Exists) return HolderOf(id) is { Exists: true } holder ? Of(holder)
            : seat.Name.In(_language);
        return CommonPhrases.Court.Say(_language, 0, _ => State(seat.Polity));
    }

    public string Of(ForceId id)
    {
        if (!id.Exists || id.Value > _bookmark.Forces.Detachments.Count) return CommonPhrases.SomeForce.Say(_language, 0, _ => "");
        var force = _bookmark.Forces[id];
        var army = Top(force);
        var chief = army is not null && Tenures.Commands(army.Commander, force.Seat, _asOf) ? army.Commander : PersonId.None;
        var unit = Unit(force);
        if (CommanderOf(id) is { Exists: true } commander)
        {
            var first = _metForces.Add(id);
            // Called after its own commander already ("Li Cheng's army"): the unit would say his name twice.
            if (!first || NamedAfter(force, commander) || (chief.Exists && NamedAfter(force, chief))) return Of(commander);
            var phrase = chief.Exists && chief != commander && !Garrison(force) ? CommonPhrases.LedUnitOf : CommonPhrases.LedUnit;
            return phrase.Say(_language, 0, hole => hole == "leader" ? Of(commander) : hole == "chief" ? Of(chief) : unit);
        }
        return chief.Exists && !Garrison(force) && !NamedAfter(force, chief)
            ? CommonPhrases.UnitOf.Say(_language, 0, hole => hole == "leader" ? Of(chief) : unit)
            : Called(unit);
    }

    /// <summary>A force is called after its unit, nobody being named who leads it.</summary>
    public bool Nameless(ForceId id) => id.Exists && id.Value <= _bookmark.Forces.Detachments.Count
        && !CommanderOf(id).Exists;

    /// <summary>Whose soldiers they are; none for a force that no file knows.</summary>
    public PolityId SideOf(ForceId id) => id.Exists && id.Value <= _bookmark.Forces.Detachments.Count ? _bookmark.Forces[id].Polity
        : PolityId.None;

    /// <summary>Whether a force and a seat are of different sides.</summary>
    public bool Apart(ForceId force, SeatId seat) =>
        SideOf(force) is { Exists: true } side && seat.Exists && !_bookmark.Scenario.SameSide(side, _bookmark.Seats[seat].Polity);

    /// <summary>Who leads a force now; none when nobody is named.</summary>
    public PersonId LeaderOf(ForceId id) => id.Exists && id.Value <= _bookmark.Forces.Detachments.Count ? Tenures.LeaderOf(id, _asOf) : PersonId.None;

    /// <summary>The highest formation above it; null when it is its own.</summary>
    private ForceEntry? Top(ForceEntry force)
    {
        ForceEntry? top = null;
        for (var (parent, guard) = (force.Parent, 0); parent is not null && guard < 8; guard++)
        {
            top = _bookmark.Forces.Find(parent);
            parent = top?.Parent;
        }
        return top;
    }

    private static bool Garrison(ForceEntry force) => (force.Traits & ForceTraits.Garrison) != 0;

    private bool NamedAfter(ForceEntry force, PersonId leader)
    {
        var (name, own) = (_bookmark.People[leader].Name, _bookmark.Facts.NameOf(leader));
        return Says(name) || (own is not null && Says(own));

        bool Says(Bilingual called) => force.Name.Chinese.Contains(called.Chinese[^2..], StringComparison.Ordinal)
            || Plain(called.English).Split(' ') is var words && (force.Name.English.Contains(words[^1], StringComparison.Ordinal)
                || force.Name.English.Contains(words[0] + "'s", StringComparison.Ordinal));
    }

    private string Unit(ForceEntry force)
    {
        if (Chinese) return force.Name.Chinese.Split(' ')[0];
        var unit = Bare(force.Name.English);
        return unit.EndsWith("garrison", StringComparison.Ordinal) || !Garrison(force) ? unit : unit + " garrison";
    }

    /// <summary>The name of a place on the days of the bookmark, without its rank and without the gloss that sets it apart.</summary>
    private string English(PlaceEntry entry)
    {
        if (_bookmark.Facts.NameOf(entry.Place) is { } own) return own.English;
        var name = Bare(entry.English);
        foreach (var rank in s_ranks)
            if (name.EndsWith(rank, StringComparison.Ordinal)) return name[..^rank.Length];
        return name;
    }

    private static string Bare(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var gloss ? name[..gloss] : name;

    /// <summary>A name without gloss or nickname; a title has its article.</summary>
    private static string Plain(string name)
    {
        var plain = Bare(name);
        if (plain.IndexOf(" '", StringComparison.Ordinal) is > 0 and var nickname) plain = plain[..nickname];
        return plain.StartsWith("Prince ", StringComparison.Ordinal) ? "the " + plain : plain;
    }
}
