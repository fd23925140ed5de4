using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>Makes the Engine's scenario and the world of the first day of a checked bookmark. The one place that knows both shapes.</summary>
internal sealed class Founding(Bookmark book, Desk desk, Calendar calendar, ulong hash)
{
    /// <summary>Li of road within which an ungoverned place answers to its neighbour's seat; seats.yaml.</summary>
    private const int NearLi = 200;
    private const int ShengPerShi = 100;
    private const int ShengPerManDay = 2;

    public Scenario Found()
    {
        var scenario = Static();
        var world = new World(scenario);
        world.Begin(seed: 0, forces: book.Forces.Detachments.Count + 1);
        foreach (var town in book.Towns) world[town.Place] = StateOf(town);
        for (var f = 1; f <= book.Forces.Detachments.Count; f++) world[new ForceId((short)f)] = StateOf(book.Forces.Detachments[f - 1]);
        for (var s = 1; s <= book.Seats.All.Count; s++) world[new SeatId((byte)s)] = StateOf(book.Seats.All[s - 1]);
        for (var p = 1; p <= book.People.All.Count; p++) world[new PersonId((short)p)] = StateOf(new PersonId((short)p));
        foreach (var treasury in book.Money.Treasuries) world[treasury.Polity].Cash = treasury.Cash.Value;
        for (var t = 1; t < scenario.Treaties.Length; t++) OpenLedger(world, new TreatyId((byte)t));
        new FirstKnowledge(book, scenario).Tell(world);
        scenario.Start = world;
        return scenario;
    }

    private Scenario Static()
    {
        var beliefs = BeliefSets(out var sets);
        return new Scenario
        {
            Hash = hash,
            Key = Key.Of(book.Head.Slug),
            FirstDay = book.Head.First,
            LastDay = book.Head.Last,
            Atlas = book.Geography.Atlas,
            Polities = [default, .. book.Head.Parties.Select((party, i) => new Polity(Key.Of(party.Slug), (sbyte)party.Claimant, SideOf(party), book.Money.PurseOf(new PolityId((byte)(i + 1)))))],
            Persons = [default, .. book.People.All.Select((person, i) => PersonOf(person, new PersonId((short)(i + 1))))],
            Seats = [default, .. book.Seats.All.Select((seat, i) => new Seat(Key.Of(seat.Slug), seat.Kind, seat.Polity, beliefs[i]))],
            Givens = [.. book.DatedFacts.Select(GivenOf)],
            Risings = RisingReader.Of(book.Forces),
            Faith = desk.Faith,
            Bonds = desk.Bonds,
            BeliefSets = sets,
            ForceRows = book.Forces.Detachments.Count + 1,
            SeatOfPlace = SeatsOfPlaces(),
            CourtOf = [SeatId.None, .. book.Head.Parties.Select(CourtOf)],
            MonthStarts = MonthStarts(),
            Courts = Courts(),
            Treaties = [default, .. book.Treaties.All.Select((entry, i) => TreatyOf(entry, i))],
            Clauses = [default, .. book.Treaties.All.SelectMany(entry => entry.Clauses).Select(ClauseOf)],
            Lines = [[], .. book.Treaties.All.Where(entry => entry.Line.Exists).Select(LineOf)],
        };
    }

    private CourtFacts[] Courts()
    {
        var courts = new CourtFacts[book.Head.Parties.Count + 1];
        foreach (var entry in book.Courts) courts[entry.Polity.Value] = new CourtFacts(entry.Ruler, (short)entry.War.Value, (short)entry.Peace.Value);
        return courts;
    }

    private Treaty TreatyOf(TreatyEntry entry, int index)
    {
        var first = 1 + book.Treaties.All.Take(index).Sum(before => before.Clauses.Count);
        var line = !entry.Line.Exists ? 0 : 1 + book.Treaties.All.Take(index).Count(before => before.Line.Exists);
        return new Treaty(Key.Of(entry.Slug), entry.A, entry.B, (short)first, (short)entry.Clauses.Count, (byte)line);
    }

    private static Clause ClauseOf(ClauseEntry entry) =>
        new(Key.Of(entry.Slug), entry.Kind, entry.By, entry.To, entry.Place, (ushort)entry.Silver, (ushort)entry.Silk, (ushort)entry.SilverPrice,
            (ushort)entry.SilkPrice, (ushort)entry.Count, (ushort)entry.Opens, (ushort)entry.Days, (ushort)entry.Grace);

    /// <summary>A line of peace is the country as it was surveyed on a day: whose each place then was, if it was one of the two parties'.</summary>
    private PolityId[] LineOf(TreatyEntry entry)
    {
        var line = new PolityId[book.Geography.Atlas.PlaceRows];
        for (short p = 1; p < line.Length; p++)
            if (book.Geography.Gazetteer[new PlaceId(p)].HolderOn(entry.Line) is { } holding
                && book.Head.PolityIds[holding.Polity] is > 0 and var polity && (polity == entry.A.Value || polity == entry.B.Value))
                line[p] = new PolityId((byte)polity);
        return line;
    }

    /// <summary>The ledger of a treaty that is in force on the first day stands as the file says.</summary>
    private void OpenLedger(World world, TreatyId id)
    {
        var entry = book.Treaties.All[id.Value - 1];
        if (!entry.InForce) return;
        ref readonly var terms = ref world.Scenario.Treaties[id.Value];
        world[id].Validity = Validity.InForce;
        for (var c = 0; c < terms.Count; c++)
        {
            ref readonly var clause = ref world.Scenario.Clauses[terms.First + c];
            ref var row = ref world.Ledger[terms.First + c];
            row.Standing = entry.Clauses[c].Standing;
            if (clause.Kind == ClauseKind.Pay)
                (world[id].Silver, world[id].Silk, row.Owed) = (clause.Silver, clause.Silk, Engine.Rules.Ledger.Worth(clause, clause.Silver, clause.Silk));
            if (clause.Kind == ClauseKind.Return) row.Owed = clause.Count;
        }
    }

    private byte SideOf(Party party)
    {
        var sides = book.Head.Parties.Select(other => other.Side).Distinct().ToList();
        return (byte)(sides.IndexOf(party.Side) + 1);
    }

    /// <summary>Those whom nothing is known of stand at the middle of the scales, with the usual doubt.</summary>
    private Person PersonOf(PersonEntry person, PersonId id) => person.Rated is { } rated
        ? new Person(Key.Of(person.Slug), (short)rated.Leadership, (short)TownBuilder.LoyaltyOf(desk, id), (short)rated.Ambition, (short)rated.Caution, (short)rated.WarPeace)
        : new Person(Key.Of(person.Slug), 40, (short)TownBuilder.LoyaltyOf(desk, id), 450, 500, 0);

    private Given GivenOf(DatedFact fact) =>
        new((ushort)(fact.On - book.Head.First), fact.Kind, fact.Force, book.Forces[fact.Force].Place, fact.Men);

    private byte[] BeliefSets(out int sets)
    {
        var row = new byte[book.Seats.All.Count];
        sets = 0;
        for (var i = 0; i < row.Length; i++)
            if (!book.Seats.All[i].Reads.Exists) row[i] = (byte)sets++;
        for (var i = 0; i < row.Length; i++)
            if (book.Seats.All[i].Reads is { Exists: true } house) row[i] = row[house.Value - 1];
        return row;
    }

    private SeatId CourtOf(Party party)
    {
        for (var s = 1; s <= book.Seats.All.Count; s++)
        {
            var seat = book.Seats.All[s - 1];
            if (!seat.Superior.Exists && book[seat.Polity].Side == party.Side) return new SeatId((byte)s);
        }
        return SeatId.None;
    }

    /// <summary>
    /// The seat that governs a place by name, the lowest if several do; else the one of its region; else the seat of the nearest place of its side
    /// that has one, within <see cref="NearLi"/>; else the court.
    /// </summary>
    private SeatId[] SeatsOfPlaces()
    {
        var atlas = book.Geography.Atlas;
        var governed = new SeatId[atlas.PlaceRows];
        for (short p = 1; p < governed.Length; p++) governed[p] = Governor(new PlaceId(p));
        var of = (SeatId[])governed.Clone();
        for (short p = 1; p < of.Length; p++)
        {
            if (governed[p].Exists) continue;
            var (best, li) = (CourtOf(book[book[new PlaceId(p)].Holder]), NearLi + 1);
            for (short other = 1; other < governed.Length; other++)
            {
                var away = atlas.RideLi(new PlaceId(p), new PlaceId(other));
                if (!governed[other].Exists || away >= li || SideAt(new PlaceId(other)) != SideAt(new PlaceId(p))) continue;
                (best, li) = (governed[other], away);
            }
            of[p] = best;
        }
        return of;
    }

    private string SideAt(PlaceId place) => book[book[place].Holder].Side;

    private SeatId Governor(PlaceId place)
    {
        var (best, depth) = (SeatId.None, -1);
        for (var s = 1; s <= book.Seats.All.Count; s++)
        {
            var (id, seat) = (new SeatId((byte)s), book.Seats.All[s - 1]);
            if (book[seat.Polity].Side != SideAt(place)) continue;
            var byName = seat.Governs.Contains(place);
            if (!byName && !seat.Regions.Contains(book.Geography.Atlas[place].Region)) continue;
            var rank = book.Seats.Depth(id) + (byName ? 100 : 0);
            if (rank > depth) (best, depth) = (id, rank);
        }
        return best;
    }

    private ushort[] MonthStarts()
    {
        var starts = new List<ushort>();
        foreach (var month in calendar.Months(Reckoning.Song))
            if (month.First >= book.Head.First && month.First <= book.Head.Last) starts.Add((ushort)(month.First - book.Head.First));
        return [.. starts];
    }

    private PlaceState StateOf(TownEntry town) => new()
    {
        Holder = town.Holder,
        Garrison = town.Garrison.Value,
        GarrisonQuality = (byte)(town.GarrisonQuality * 10),
        GarrisonMorale = (short)town.GarrisonMorale,
        Stores = town.Stores.Value * ShengPerShi,
        Households = town.Households.Value,
        Forage = town.Forage * ShengPerManDay,
        Officer = town.Officer,
        OfficerLoyalty = (short)town.OfficerLoyalty,
        LoyaltyA = (short)town.Loyalty.Song,
        LoyaltyB = (short)town.Loyalty.Jin,
        LoyaltyC = (short)town.Loyalty.Third,
        Walls = book.Geography.Atlas[town.Place].Walls,
    };

    private Force StateOf(ForceEntry entry)
    {
        var force = new Force
        {
            Key = Key.Of(entry.Slug), Polity = entry.Polity, Seat = entry.Seat, Commander = book.Forces.LeaderOf(entry),
            At = entry.Place, Target = entry.Place, Base = BaseOf(entry), Task = TaskKind.Hold,
            Doing = entry.Born ? Doing.Gone : entry.Hidden ? Doing.Hidden : Doing.Standing,
            Foot = entry.Foot, LightHorse = entry.LightHorse, HeavyHorse = entry.HeavyHorse, Militia = entry.Militia, Boats = entry.Boats,
            Porters = entry.Porters, Morale = (short)entry.Morale, Quality = (byte)(entry.Quality * 10), Traits = entry.Traits,
            Arrears = (short)((entry.Traits & ForceTraits.Band) != 0 ? 0 : 15 * book.Money.HalfMonthsOwed(entry.Polity, book.Forces.ArrearsOf(entry))),
            KeepDays = 10, Echelons = 1,
        };
        Leave(ref force, entry.SpreadMen);
        force.Grain = force.Mouths * ShengPerManDay * desk.Formulas.CarriedDays;
        return force;
    }

    /// <summary>Men who lie in other towns leave the row: militia first, then foot, light horse, boats.</summary>
    private static void Leave(ref Force force, int men)
    {
        Take(ref force.Militia, ref men);
        Take(ref force.Foot, ref men);
        Take(ref force.LightHorse, ref men);
        Take(ref force.Boats, ref men);
        Take(ref force.HeavyHorse, ref men);

        static void Take(ref int arm, ref int left)
        {
            var taken = Math.Min(arm, left);
            arm -= taken;
            left -= taken;
        }
    }

    /// <summary>The magazine that feeds it, the nearest by road if several do; its own place when none does.</summary>
    private PlaceId BaseOf(ForceEntry entry)
    {
        var (best, li) = (entry.Place, int.MaxValue);
        foreach (var magazine in book.Formulas.Magazines)
        {
            if (!magazine.Feeds.Any(formation => book.Forces.IsUnder(entry, formation))) continue;
            var away = book.Geography.Atlas.RideLi(entry.Place, magazine.Place);
            if (away < li) (best, li) = (magazine.Place, away);
        }
        return (entry.Traits & ForceTraits.Garrison) != 0 ? entry.Place : best;
    }

    private SeatState StateOf(SeatEntry seat) => new()
    {
        Holder = seat.Holder, At = seat.Place, Superior = seat.Superior, Authority = seat.Authority, Open = 1,
        Trust = (short)((500 + TownBuilder.LoyaltyOf(desk, seat.Holder)) / 2), Fear = (short)book.Head.Fear,
    };

    private PersonState StateOf(PersonId id)
    {
        var person = book.People[id];
        var dead = person.Died is { } died && string.CompareOrdinal(died, book.Head.First.ToString()) <= 0;
        return new PersonState
        {
            Loyalty = (short)TownBuilder.LoyaltyOf(desk, id),
            Polity = new PolityId((byte)(person.Rated is { } rated ? book.Head.PolityIds[rated.Serves] : 0)),
            Fate = (byte)(dead ? 1 : 0),
        };
    }
}
