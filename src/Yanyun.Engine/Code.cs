namespace Yanyun.Engine;

/// <summary>
/// Why an order was refused at the desk, or how a commander answered it in the field. Stable: records and catalogues name them. The sentence and the remedy are
/// Chronicle text in both languages.
/// </summary>
public enum Code : byte
{
    Accepted = 0,
    // At the desk
    NotYourForce = 1, NotYourSeat = 2, UnknownPlace = 3, UnknownForce = 4, NoWayThere = 5, AlreadyOurs = 6, NotBesieging = 7, NotBesieged = 8,
    ForceGone = 9, SelfFollow = 10, OutOfBounds = 11, OfficeLacksPower = 12, NoCrossingThere = 13, NoGrainThere = 14, HostilePlace = 15,
    FleetOnLand = 16, GarrisonStays = 17, WrongPolity = 18, NotHostile = 19, NoSuchSeat = 20,
    NoFriendsThere = 30, TalksOpen = 31,
    NoSuchTreaty = 32, NoSuchOffer = 33, NoSuchPerson = 34, NotAtLiberty = 35,
    // In the field
    Obeys = 40, Adapts = 41, Delays = 42, Refuses = 43,
    TooWeak = 50, NoGrain = 51, CutOff = 52, Overtaken = 53, AlreadyDone = 54, Distrust = 55, FearsCourt = 56, OwnJudgement = 57, NotHere = 58,
    BadlyOutnumbered = 59, Besieged = 60, ForceRouted = 61, BandsAbout = 70,
}

/// <summary>The answer to an order at the desk: accepted, or a code with typed arguments.</summary>
public readonly record struct Verdict(Code Code, PlaceId Place = default, ForceId Force = default, int Number = 0)
{
    public static Verdict Accepted => default;
    public bool Ok => Code == Code.Accepted;
    public static Verdict Refused(Code code, PlaceId place = default, ForceId force = default, int number = 0) => new(code, place, force, number);
}

/// <summary>What a commander makes of an order that reached him: obeys, adapts, delays or refuses (<see cref="Code.Obeys"/>..), and why.</summary>
public readonly record struct Response(Code Answer, Code Reason = Code.Accepted)
{
    public static Response Obeys => new(Code.Obeys);
    public bool Does => Answer is Code.Obeys or Code.Adapts;
}
