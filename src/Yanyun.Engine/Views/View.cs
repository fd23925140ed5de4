namespace Yanyun.Engine;

/// <summary>What never changes of a force in a run.</summary>
public readonly record struct Banner(PolityId Polity, SeatId Seat, ForceTraits Traits);

/// <summary>
/// What one seat knows: the only window anyone outside the Engine gets. It reads the seat's beliefs, its own office and its copy-book;
/// never the truth of a place or force. Two worlds that differ only in what has not reached the seat give the same view, byte for byte.
/// </summary>
public readonly ref struct View
{
    private readonly World _world;
    private readonly byte _beliefs;

    public View(World world, SeatId seat)
    {
        _world = world;
        Seat = seat;
        _beliefs = world.Scenario.Seats[seat.Value].Beliefs;
    }

    public SeatId Seat { get; }

    /// <summary>Days since the scenario's first day.</summary>
    public int Today => _world.Today;
    public Day Date => _world.Date;
    public Scenario Scenario => _world.Scenario;
    public Atlas Atlas => _world.Atlas;
    public PolityId Polity => Scenario.Seats[Seat.Value].Polity;
    public SeatKind Kind => Scenario.Seats[Seat.Value].Kind;

    /// <summary>The seat's own office: where it is, whom it rides with, its powers, its standing aim.</summary>
    public ref readonly SeatState Office => ref _world[Seat];

    /// <summary>Forces have ids 1 .. this - 1; most are unknown to most seats.</summary>
    public int ForceRows => _world.ForceRows;

    public ref readonly PlaceBelief this[PlaceId place] => ref _world.BeliefOf(_beliefs, place);
    public ref readonly ForceBelief this[ForceId force] => ref _world.BeliefOf(_beliefs, force);

    /// <summary>What the seat believes of every force, by id; row 0 is empty.</summary>
    public ReadOnlySpan<ForceBelief> Forces => _world.ForceBeliefs.AsSpan(_beliefs * _world.ForceRows, _world.ForceRows);

    /// <summary>What the seat believes of every place, by id; row 0 is empty.</summary>
    public ReadOnlySpan<PlaceBelief> Places => _world.PlaceBeliefs.AsSpan(_beliefs * Atlas.PlaceRows, Atlas.PlaceRows);

    public bool Knows(ForceId force) => force.Value > 0 && force.Value < _world.ForceRows && this[force].Known;

    // Banner, seat, name and kind of a force never change in a run, so that reading them tells nothing that has not been told.

    /// <summary>All of that at once, for those who go through the whole list; default for a force not heard of.</summary>
    public Banner BannerOf(ForceId force)
    {
        if (!Knows(force)) return default;
        ref readonly var row = ref _world[force];
        return new Banner(row.Polity, row.Seat, row.Traits);
    }

    /// <summary>Whose banner it flies; none for forces the seat has not heard of.</summary>
    public PolityId PolityOf(ForceId force) => Knows(force) ? _world[force].Polity : PolityId.None;
    /// <summary>True for a force of the seat's own command.</summary>
    public bool Commands(ForceId force) => Knows(force) && _world[force].Seat == Seat;
    public SeatId SeatOf(ForceId force) => Knows(force) && Scenario.SameSide(_world[force].Polity, Polity) ? _world[force].Seat : SeatId.None;
    /// <summary>Stable name of a force; 0 for one not heard of.</summary>
    public ulong KeyOf(ForceId force) => Knows(force) ? _world[force].Key : 0;
    public ForceTraits TraitsOf(ForceId force) => Knows(force) ? _world[force].Traits : ForceTraits.None;

    /// <summary>Known here to be at war with the seat's polity.</summary>
    public bool Hostile(PolityId other) => (_world[Seat].Wars >> other.Value & 1) != 0;

    /// <summary>Believed to be held by the seat's own side.</summary>
    public bool Ours(PlaceId place) => this[place].Holder.Exists && Scenario.SameSide(Polity, this[place].Holder);

    /// <summary>What the seat last ordered to a force of its own.</summary>
    public CopyBook Ordered(ForceId force) => Commands(force) ? _world.CopyBooks[force.Value] : default;

    /// <summary>Where a force of its own has its magazine by the order of battle of the first day; its commander may have taken another since.</summary>
    public PlaceId BaseOf(ForceId force) => Commands(force) ? Scenario.Start!.ForceTable[force.Value].Base : PlaceId.None;

    /// <summary>Who commands a force by the order of battle of the first day, as everybody knows it; another may have taken his place.</summary>
    public PersonId ReputedCommander(ForceId force) => Knows(force) && force.Value < Scenario.Start!.Forces ? Scenario.Start![force].Commander : PersonId.None;

    /// <summary>
    /// The leader of a force that the seat last heard of: its own holder where he rides with it; else by repute, unless its court knows him dismissed or gone. Reports name
    /// nobody, so that of another who took his place nothing is heard.
    /// </summary>
    public PersonId LeaderHeardOf(ForceId force) =>
        Office.With == force && force.Exists ? Office.Holder
        : FateOf(ReputedCommander(force)) == PersonFate.Free ? ReputedCommander(force) : PersonId.None;

    /// <summary>How much the people of a place would rather have the seat's side than who is believed to hold them, 0 - 1000, by their tempers of the first day.</summary>
    public int ReputedTemper(PlaceId place) => Whole.Clamp(
        500 + (Rules.Mood.To(Scenario.Start!, place, Polity) - Rules.Mood.To(Scenario.Start!, place, this[place].Holder)) / 2, 0, 1000);

    /// <summary>Loyalty of the people of a place to a polity on the first day, 0 - 1000, as everybody knows it.</summary>
    public int ReputedMood(PlaceId place, PolityId polity) => Rules.Mood.To(Scenario.Start!, place, polity);

    /// <summary>What the people of a place held against who governed them on the first day, 0 - 1000.</summary>
    public int ReputedGrievance(PlaceId place) => Scenario.Start![place].Grievance;

    /// <summary>Who governed a town on the first day; none where no name is written.</summary>
    public PersonId ReputedOfficer(PlaceId place) => Scenario.Start![place].Officer;

    /// <summary>How loyal he was to its holder, 0 - 1000.</summary>
    public int ReputedOfficerLoyalty(PlaceId place) => Scenario.Start![place].OfficerLoyalty;

    /// <summary>Whether a man held a command or a court on the first day.</summary>
    public bool ReputedToHoldOffice(PersonId man) => Rules.Bargain.HoldsOffice(Scenario.Start!, man);

    /// <summary>True for a command whose holder reports to this seat, by the scenario's first day.</summary>
    public bool Superior(SeatId to) => Scenario.Start!.SeatTable[to.Value].Superior == Seat;

    /// <summary>The commands whose holders report to this seat, ascending, by the scenario's first day.</summary>
    public ReadOnlySpan<SeatId> Subordinates => Scenario.Below(Seat);

    /// <summary>What the seat last directed a command under it to do.</summary>
    public EdictBook Directed(SeatId to) => Superior(to) ? _world.EdictBooks[to.Value] : default;

    /// <summary>Day the seat last sent agents to the people of a rising, a row of <see cref="Scenario.Risings"/>; 0 never.</summary>
    public int AgentsSentOn(int rising) => _world.RisingTable[rising].SentBy == Seat ? _world.RisingTable[rising].SentOn : 0;
    /// <summary>Whether the seat reads the letters of its court.</summary>
    public bool IsOfTheCourt => Scenario.CourtOf[Polity.Value] is { Exists: true } court && Scenario.Seats[court.Value].Beliefs == _beliefs;

    /// <summary>The factions of its own court, for those who sit there; empty for others.</summary>
    public CourtState Court => IsOfTheCourt ? _world.CourtOf(Polity) : default;

    /// <summary>
    /// What the court has done to a man of its own and knows to be done; free for all else. A man's death or capture in the field is not told here.
    /// </summary>
    public PersonFate FateOf(PersonId person)
    {
        if (!IsOfTheCourt || person.Value <= 0 || person.Value >= Scenario.Persons.Length) return PersonFate.Free;
        ref readonly var man = ref _world[person];
        return man.KnownOn == 0 || man.KnownOn > Today || man.Polity != Polity ? PersonFate.Free : (PersonFate)man.Fate;
    }

    /// <summary>Storms that a besieged place has beaten off, where the seat's holder stands before or within its wall and has seen them; -1 where he does not.</summary>
    public int RepulsesSeen(PlaceId place) =>
        place.Exists && Office.At == place && _world[place].Siege is { Exists: true } siege ? _world[siege].Repulses : -1;

    /// <summary>Whether a treaty is a draft that may be put forward: none that stood on the first day is.</summary>
    public bool IsDraft(TreatyId treaty) => Scenario.Start![treaty].Validity == Validity.Draft;

    /// <summary>Who went back on a treaty and is known to be at war with the seat again; none while nobody has, or when it was its own side.</summary>
    public PolityId BrokenBy(TreatyId treaty) => _world[treaty] is { Validity: Validity.Void } state && Hostile(state.By) ? state.By : PolityId.None;

    /// <summary>Who held a place on the first day, as everybody knows.</summary>
    public PolityId FirstHolder(PlaceId place) => Scenario.Start![place].Holder;

    /// <summary>The seat's talks with the other side: papers handed to it and sent by it.</summary>
    public ref readonly PeaceTalk PeaceTalk => ref _world.PeaceTalkOf(Seat);

    /// <summary>Secret talks of the seat with the commander of a force that are not known to be over; nothing when there are none. Read <see cref="Talk.Told"/>.</summary>
    public Talk TalksWith(ForceId force) => Talks(force, PlaceId.None);
    /// <summary>The same with the officer of a town.</summary>
    public Talk TalksWith(PlaceId place) => Talks(ForceId.None, place);

    /// <summary>Days for which a seat that has no answer waits, and for which an answer stands. Balance: the road both ways, twice.</summary>
    public const int TalkDays = Rules.DefectionRule.TalksLast;

    /// <summary>By its own book alone: what it sent, when, and what it read. How the man stands is not in it.</summary>
    private Talk Talks(ForceId force, PlaceId place)
    {
        foreach (ref readonly var talk in _world.TalkTable.AsSpan())
            if (talk.By == Seat && talk.Force == force && talk.Place == place && Today - talk.Began < TalkDays)
                return Talk.Read(talk);
        return default;
    }

    /// <summary>Dice for minds: addressed by seat and index, apart from the dice of the world.</summary>
    public Chance Dice => _world.Chance;

    /// <summary>
    /// Everything the seat can see, as bytes: day, office, then known places and forces by ascending key. Equal bytes are equal views.
    /// </summary>
    /// <param name="to">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    public int WriteTo(Span<byte> to) => ViewWriter.Write(_world, Seat, _beliefs, to);

    /// <summary>Enough for any view.</summary>
    public int MaxBytes => ViewWriter.MaxBytes(_world);
}
