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
public readonly record struct StormForecast(Guess Chance, PlaceId Place, int Men, int Bodies, Guess Garrison, bool Known, int Walls, int NewsDays, int ToShutIn);

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
