namespace Yanyun.Engine;

/// <summary>A figure that can only be guessed at: from the least to the most that is to be reckoned with, the middle the likeliest.</summary>
public readonly record struct Guess(int Low, int Middle, int High)
{
    public static Guess operator +(Guess a, Guess b) => new(a.Low + b.Low, a.Middle + b.Middle, a.High + b.High);
}

/// <summary>What a fight in the field promises, as far as a seat knows.</summary>
/// <param name="Chance">To win, per mille; of no meaning where no enemy is known.</param>
/// <param name="Attacks">The seat's men fall on the enemy; else they are fallen on where they stand.</param>
/// <param name="Men">The seat's, as last reported.</param>
/// <param name="Enemy">Men of the enemy in the field within a day's scouting, with the error of scouts; old news counts for less.</param>
/// <param name="EnemyBodies">0: nobody is known to be there.</param>
/// <param name="Oldest">Age of the oldest news of them, days.</param>
/// <param name="Chief">By repute the commander of the largest body of the seat's; none when no name is known.</param>
public readonly record struct FightForecast(
    Guess Chance, bool Attacks, PlaceId Place, int Men, int Bodies, Guess Enemy, int EnemyBodies, int Oldest, PersonId Chief, PersonId EnemyChief);

/// <summary>What a storm promises, as far as a seat knows.</summary>
/// <param name="Chance">That one storm carries the wall, per mille.</param>
/// <param name="Garrison">Men who hold the town.</param>
/// <param name="Known">Somebody reported how many; else they are taken for the common guard of such walls.</param>
/// <param name="Walls">0 - 5, as of the first day.</param>
/// <param name="NewsDays">Age of the news of the town.</param>
/// <param name="ToShutIn">Men that it takes to shut it in.</param>
/// <param name="Repulses">Storms that this siege has beaten off; <paramref name="Seen"/>: the seat has seen them itself.</param>
public readonly record struct StormForecast(
    Guess Chance, PlaceId Place, int Men, int Bodies, Guess Garrison, bool Known, int Walls, int NewsDays, int ToShutIn, Guess Repulses, bool Seen);

/// <summary>When a force would be where it is sent, as far as a seat knows.</summary>
/// <param name="Ride">Days until it has the order.</param>
/// <param name="March">Days on the road.</param>
/// <param name="Li">Length of the way.</param>
/// <param name="Rivers">To be crossed on it.</param>
/// <param name="NewsDays">Age of the news of where it stands.</param>
public readonly record struct MarchForecast(Guess Ride, Guess March, PlaceId From, PlaceId To, int Li, int Rivers, int NewsDays)
{
    /// <summary>Days from today until it arrives.</summary>
    public Guess Days => Ride + March;
}

/// <summary>What a letter to a town promises that calls on it to open, as far as a seat knows.</summary>
/// <param name="Chance">That the gates do not stay shut, per mille.</param>
/// <param name="Before">Men of the seat's side whom the town knows to be upon it.</param>
/// <param name="Garrison">Men who hold the town; <paramref name="Known"/>: somebody reported how many.</param>
/// <param name="Chief">Who decides inside, by repute; none when no name is known.</param>
/// <param name="Loyalty">His, to the holder.</param>
/// <param name="Relief">Men of the town's side near by.</param>
/// <param name="Neighbours">Towns near that the seat's side holds and did not on the first day; whether this week nobody has written.</param>
public readonly record struct SummonsForecast(
    Guess Chance, PlaceId Place, int Before, Guess Garrison, bool Known, int Walls, PersonId Chief, Guess Loyalty, Guess Relief, int Neighbours, int NewsDays);

/// <summary>What a secret offer promises, as far as a seat knows.</summary>
/// <param name="Agrees">That he agrees when he weighs it first, per mille.</param>
/// <param name="Listens">That he agrees, or hears it and weighs it again later, per mille.</param>
/// <param name="Answer">Days until his answer is on the desk.</param>
/// <param name="Man">Whom it is for by repute; none when no name is known.</param>
/// <param name="Suitors">Men of the seat's side about him, and <paramref name="His"/>, those of his own with him.</param>
/// <param name="Reports">Of those times when he will not, how often so loyal a man tells his lord, per mille; <paramref name="Baits"/>: lays an ambush.</param>
public readonly record struct OfferForecast(
    Guess Agrees, Guess Listens, Guess Answer, PersonId Man, Guess Loyalty, Guess Suitors, Guess His, bool HoldsOffice, int Reports, int Baits, int NewsDays);

/// <summary>Whether a commander does what he is ordered to, as far as a seat knows.</summary>
/// <param name="Chance">Per mille; 1000 where nothing that the rules know could make him balk.</param>
/// <param name="Man">Who leads the force by what was heard last; none when no name is known.</param>
/// <param name="Caution">His, 0 - 1000.</param>
/// <param name="Friends">Men of his side where he is; <paramref name="Enemies"/>: within a day's scouting of him.</param>
/// <param name="Against">What may stand against it in the worst case.</param>
/// <param name="Stuck">He was in flight or shut in when he was last heard of.</param>
/// <param name="NewsDays">Age of the news of him.</param>
public readonly record struct ObeyForecast(
    Guess Chance, PersonId Man, int Caution, int Friends, Guess Enemies, Rules.Against Against, bool Stuck, int NewsDays);

/// <summary>Whether the holder of a seat does what an edict tells him, as far as another seat knows.</summary>
/// <param name="Authority">His powers of the first day.</param>
/// <param name="Against">What may stand against it where he is, in the worst case.</param>
/// <param name="Asked">He put off, or refused, what he was told last.</param>
/// <param name="Ride">Days until he reads it; <paramref name="Answer"/>: until his memorial is here.</param>
/// <param name="At">Where he is thought to be.</param>
public readonly record struct EdictForecast(
    Guess Chance, PersonId Man, Guess Loyalty, Authority Authority, Rules.Against Against, bool Asked, Guess Ride, Guess Answer, PlaceId At);

/// <summary>Whether a man gives himself up, as far as his court knows.</summary>
/// <param name="AtCourt">The palace guard is at his door.</param>
public readonly record struct ArrestForecast(Guess Chance, Guess Loyalty, PlaceId At, bool AtCourt, Guess Ride);

/// <summary>What of a load of grain arrives, as far as a seat knows.</summary>
/// <param name="Shi">That arrive: after what the carriers eat, less what a hidden band takes in the worst case.</param>
/// <param name="Land">Li by land, <paramref name="Water"/> by river and canal.</param>
/// <param name="Shut">The first place on the way where the enemy is known to be; none where the road is open as far as known.</param>
/// <param name="RaidedPerMille">What a hidden band on the road takes of what passes.</param>
public readonly record struct ConvoyForecast(Guess Shi, int Days, int Land, int Water, PlaceId Shut, int RaidedPerMille);

/// <summary>What agents among the people of a place promise, as far as a seat knows.</summary>
/// <param name="Arrive">That they are not caught on the way, per mille.</param>
/// <param name="Towns">Of the enemy on the way.</param>
/// <param name="Rise">That what drives the people is more than they bear while agents are new among them, per mille.</param>
/// <param name="Points">What drives them; <paramref name="Patience"/>: what people bear at the middle, with its standard deviation.</param>
/// <param name="Lasts">Days over which what agents brought fades.</param>
/// <param name="Strings">Of cash that they take along, at most.</param>
public readonly record struct AgentsForecast(Guess Arrive, Guess Days, int Towns, Guess Rise, Guess Points, int Patience, int PatienceSd, int Lasts, int Strings);
