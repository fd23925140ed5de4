using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>A place on the first day: who holds it, and what lies and lives in it. Computed figures carry their formula.</summary>
/// <param name="Garrison">Men of the town itself: by formula, or lent by the formations that spread to it.</param>
/// <param name="GarrisonBy">Formula of the garrison, slugs of the formations that lend it, or empty.</param>
/// <param name="Stores">Grain in the granary and magazine, shi.</param>
/// <param name="Households">Left of the prefecture's, or guessed by the kind of place.</param>
/// <param name="Forage">Man-days that can be found about it.</param>
/// <param name="Officer">Who keeps the town, where he is named.</param>
/// <param name="OfficerLoyalty">His loyalty to the holder, 0-1000.</param>
/// <param name="Returned">Given back by Jin in 1139.</param>
public sealed record TownEntry(PlaceId Place, PolityId Holder, Figure Garrison, string GarrisonBy, int GarrisonQuality, int GarrisonMorale,
    Figure Stores, Figure Households, int Forage, Loyalties Loyalty, PersonId Officer, int OfficerLoyalty, bool Returned);

/// <summary>Computes every town of the network from the formulas, the order of battle and what is set by hand.</summary>
internal sealed class TownBuilder(Desk desk, Towns towns, Seats seats, Atlas atlas)
{
    private readonly PolityId[] _holders = new PolityId[atlas.PlaceRows];
    private readonly bool[] _returned = new bool[atlas.PlaceRows];
    private readonly int[] _spread = new int[atlas.PlaceRows];
    private readonly string[] _lentBy = new string[atlas.PlaceRows];

    public IReadOnlyList<TownEntry> Build()
    {
        FindHolders();
        foreach (var force in desk.Forces.Detachments)
            foreach (var (place, men) in force.Spread)
            {
                _spread[place.Value] += men;
                _lentBy[place.Value] = _lentBy[place.Value] is { Length: > 0 } others ? $"{others}, {force.Slug}" : force.Slug;
            }
        var built = new List<TownEntry>();
        for (short p = 1; p < atlas.PlaceRows; p++) built.Add(BuildTown(new PlaceId(p)));
        return built;
    }

    private void FindHolders()
    {
        for (short p = 1; p < atlas.PlaceRows; p++)
        {
            var place = new PlaceId(p);
            var entry = desk.Gazetteer[place];
            var held = entry.HolderOn(desk.Head.Survey);
            if (towns.Holders.TryGetValue(place, out var said)) _holders[p] = said;
            else if (held is { Rival: { } rival } contested)
                desk.Problems.Add(BookmarkMessages.Contested, Where(place), entry.Slug, NameOf(contested.Polity), NameOf(rival));
            else if (held is { } one) _holders[p] = new PolityId((byte)desk.Head.PolityIds[one.Polity]);
        }
        // Nodes first: a point without a holder of its own has that of the nearer end of its route.
        for (short p = 1; p < atlas.PlaceRows; p++)
        {
            if (_holders[p].Exists) continue;
            ref readonly var place = ref atlas.Places[p];
            if (place.Route.Exists)
            {
                ref readonly var route = ref atlas.Routes[place.Route.Value];
                _holders[p] = _holders[(place.RouteLi * 2 <= route.Li ? route.From : route.To).Value];
            }
            if (!_holders[p].Exists && !desk.Problems.All.Any(problem => problem.Code == BookmarkMessages.Contested.Code))
                desk.Problems.Add(BookmarkMessages.NoHolderKnown, Where(new PlaceId(p)), desk.Gazetteer.Slug(new PlaceId(p)));
        }
        var song = new PolityId((byte)desk.Head.PolityIds["song"]);
        for (short p = 1; p < atlas.PlaceRows; p++) _returned[p] = _holders[p] == song && towns.WasReturned(new PlaceId(p), atlas.Places[p].Region);
    }

    private Bilingual NameOf(string polity) =>
        desk.Gazetteer.Polities.FirstOrDefault(state => state.Id == polity) is { } state ? new Bilingual(state.English, state.Hanzi) : new Bilingual(polity, polity);

    private Location Where(PlaceId place) => desk.Gazetteer.PlaceIds.At(place.Value);

    private TownEntry BuildTown(PlaceId place)
    {
        var formula = desk.Formulas.GarrisonOf(_holders[place.Value]);
        var (garrison, by) = Garrison(place, formula);
        var returned = _returned[place.Value];
        var quality = formula?.Quality ?? 1;
        // F-MORALE-1 for men who have no chief and no arrears to speak of.
        var morale = Math.Clamp(500 + 20 * quality - (returned ? 120 : 0), 300, 850);
        var households = Households(place);
        var region = towns.Regions[atlas[place].Region];
        var loyalty = towns.Loyalty.TryGetValue(place, out var said) ? said : region?.Loyalty ?? default;
        var (officer, loyal) = Officer(place, returned);
        return new TownEntry(place, _holders[place.Value], garrison, by, quality, morale, Stores(place, households.Value, returned), households,
            Forage(place, region), loyalty, officer, loyal, returned);
    }

    private (Figure, string) Garrison(PlaceId place, GarrisonFormula? formula)
    {
        if (_spread[place.Value] > 0) return (Figure.Of(_spread[place.Value], 500, 1700), _lentBy[place.Value]);
        // A site without a holder of its own is known by a fight, not by a post.
        if (desk.Gazetteer[place].Holders.Count == 0) return (default, "");
        if (formula is null || IsGarrisoned(place) || !formula.Base.TryGetValue(atlas[place].Kind, out var men)) return (default, "");
        long value = men * (6L + atlas[place].Walls) / 10;
        value = value * Frontier(place, formula) / 1000;
        if (_returned[place.Value]) value = value * formula.Returned / 1000;
        foreach (var (factor, at) in formula.Factors)
            if (at.Contains(place)) value = value * factor / 1000;
        return (Figure.Of(value, formula.Margin.Low, formula.Margin.High), formula.Id);
    }

    /// <summary>A detachment lies here that is not hidden: the formula is for towns where none does.</summary>
    private bool IsGarrisoned(PlaceId place) =>
        desk.Forces.Detachments.Any(force => force.Place == place && !force.Hidden && !force.Born && SameSide(force.Polity, _holders[place.Value]));

    private bool SameSide(PolityId a, PolityId b) =>
        a == b || (a.Exists && b.Exists && desk.Head.Parties[a.Value - 1].Side == desk.Head.Parties[b.Value - 1].Side);

    private int Frontier(PlaceId place, GarrisonFormula formula)
    {
        if (formula.NearLi == 0) return 1000;
        foreach (var leg in atlas.LegsAt(place))
            if (atlas[atlas[leg].Route].Kind != RouteKind.Sea && !SameSide(_holders[atlas[leg].Other(place).Value], _holders[place.Value]))
                return formula.OnTheLine;
        for (short other = 1; other < atlas.PlaceRows; other++)
            if (!SameSide(_holders[other], _holders[place.Value]) && atlas.RideLi(place, new PlaceId(other)) <= formula.NearLi) return formula.Near;
        return 1000;
    }

    private Figure Households(PlaceId place)
    {
        if (desk.Gazetteer[place].Households is { } counted)
        {
            var left = towns.Households.TryGetValue(place, out var said) ? said : towns.Regions[atlas[place].Region]?.Households ?? default;
            return new Figure((int)((long)counted * left.Value / 1000), (int)((long)counted * left.Low / 1000), (int)((long)counted * left.High / 1000));
        }
        var guess = desk.Formulas.Uncounted.GetValueOrDefault(atlas[place].Kind);
        return Figure.Of(guess, desk.Formulas.UncountedMargin.Low, desk.Formulas.UncountedMargin.High);
    }

    private Figure Stores(PlaceId place, int households, bool returned)
    {
        if (towns.Stores.TryGetValue(place, out var set)) return set.Shi;
        var f = desk.Formulas;
        var shi = (long)households * f.StorePerHousehold / 1000 * f.LastHarvest / 1000 * f.StoreSeason / 1000;
        if (returned) shi = shi * f.StoreReturned / 1000;
        var stores = Figure.Of(shi, f.StoreMargin.Low, f.StoreMargin.High);
        foreach (var magazine in f.Magazines)
            if (magazine.Place == place) stores += Figure.Of(Shi(magazine), f.MagazineMargin.Low, f.MagazineMargin.High);
        return stores;
    }

    private long Shi(Magazine magazine)
    {
        long mouths = 0, horses = 0;
        foreach (var force in desk.Forces.Detachments)
        {
            if (force.Born || force.Hidden) continue;
            var fed = magazine.Feeds.Count == 0
                ? force.Place == magazine.Place && SameSide(force.Polity, _holders[magazine.Place.Value])
                : magazine.Feeds.Any(formation => desk.Forces.IsUnder(force, formation));
            if (!fed) continue;
            mouths += force.Men.Value + force.Porters;
            var jin = desk.Head.PolityIds[force.Polity.Value] == "jin";
            horses += (force.LightHorse + force.HeavyHorse) * (long)(jin ? desk.Formulas.HorsesOfJinRider : desk.Formulas.HorsesOfSongRider);
        }
        return (mouths * desk.Formulas.GrainPerManMonth + horses * desk.Formulas.GrainPerHorseMonth) * magazine.Months / 1000;
    }

    private int Forage(PlaceId place, RegionPeople? region)
    {
        var ground = desk.Formulas.ForageGround.GetValueOrDefault(atlas[place].Terrain);
        return (int)((long)desk.Formulas.ForageManDays * Math.Min(1000, region?.Households.Value ?? 0) / 1000 * ground / 1000);
    }

    /// <summary>
    /// Who keeps the town: the leader of a garrison that lies there, else the holder of the seat of that town; and how loyal he is to the
    /// holder of the town. An officer left in post takes the formula's figure, and so does a nameless one.
    /// </summary>
    private (PersonId, int) Officer(PlaceId place, bool returned)
    {
        var holder = _holders[place.Value];
        var officer = PersonId.None;
        foreach (var force in desk.Forces.Detachments)
            if (force.Place == place && force.Commander.Exists && !force.Born && !force.Hidden && (force.Traits & ForceTraits.Garrison) != 0
                && SameSide(force.Polity, holder))
                officer = force.Commander;
        if (!officer.Exists)
            foreach (var seat in seats.All)
                if (seat.Place == place && seat.Kind == SeatKind.Commandery && SameSide(seat.Polity, holder)) officer = seat.Holder;
        var nameless = returned ? desk.Formulas.LeftInPostSong : desk.Formulas.Appointed;
        return (officer, officer.Exists ? LoyaltyOf(desk, officer) : nameless);
    }

    /// <summary>A person's loyalty to the polity he serves; F-LOYAL-1 for officers left in post.</summary>
    public static int LoyaltyOf(Desk desk, PersonId person)
    {
        if (desk.People[person].Rated is not { } rated) return desk.Formulas.Appointed;
        return rated.LeftInPost is null ? rated.Loyalty : rated.Serves == "jin" ? desk.Formulas.LeftInPostJin : desk.Formulas.LeftInPostSong;
    }
}
