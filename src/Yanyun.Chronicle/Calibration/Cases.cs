using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Calibration;

/// <summary>What a number may be, both ends included; a calibration draws from it.</summary>
public readonly record struct Span(int Low, int High);

/// <summary>Where a range comes from.</summary>
public enum CaseBasis : byte { Source, Table, Rated, Estimate }

/// <summary>Fights of one army in one season, fitted or held out together.</summary>
/// <param name="HeldOut">No weight is fitted to anything of it.</param>
public sealed record Campaign(string Id, bool HeldOut, string What);

/// <summary>A leader as he was rated before the war in question: mean and doubt, in tenths of the scale of 1-10.</summary>
/// <param name="Rated">Year of the table: 1118 or 1125.</param>
public sealed record RatedLeader(string Slug, int Rated, int Tenths, int Spread);

/// <summary>A side of a fight as the records leave it.</summary>
/// <param name="Quality">Tenths, 10 .. 100.</param>
/// <param name="Light">Light riders, per mille of the men; likewise <paramref name="Heavy"/> and <paramref name="Militia"/>.</param>
/// <param name="Leader">Null: not rated before that day.</param>
public sealed record CaseSide(
    string Polity, Span Men, CaseBasis MenBasis, Span Quality, CaseBasis QualityBasis, int Light, int Heavy, int Militia, Span Morale,
    int Fatigue, RatedLeader? Leader);

public enum CaseWinner : byte { Attacker, Defender }

/// <summary>How a siege ended. <see cref="Held"/>: it had not fallen when it was left or when the record ends.</summary>
public enum SiegeEnding : byte { Stormed, Fell, Held }

/// <summary>What all cases have.</summary>
/// <param name="Campaign">Index among <see cref="CaseBook.Campaigns"/>.</param>
/// <param name="Refs">Rows of the chronologies and force tables.</param>
public sealed record CaseHead(string Id, Day Day, string Place, int Campaign, CaseConfidence Confidence, IReadOnlyList<string> Refs, string Note);

public enum CaseConfidence : byte { High, Medium, Low }

public enum CasePrecision : byte { Day, Month }

/// <param name="LoserLost">Per mille of the loser's men, pursuit included; null where no row lets it be told.</param>
public sealed record FightCase(
    CaseHead Head, CasePrecision Precision, Engine.Rules.Ground Ground, CaseSide Attacker, CaseSide Defender, bool Surprise, Posture Posture, bool Cut,
    CaseWinner Won, Span? LoserLost);

/// <param name="Stores">Days of full rations inside.</param>
/// <param name="Days">Until it fell, or was left.</param>
public sealed record SiegeCase(
    CaseHead Head, Span Besiegers, CaseBasis BesiegersBasis, Span Garrison, CaseBasis GarrisonBasis, int Walls, Span Stores, Span Morale, Span Quality, Span Stormers,
    Span Loyalty, bool Prepared, bool Hope, SiegeEnding How, Span Days);

/// <param name="Host">Men the town knew to be upon it.</param>
/// <param name="Relief">Per mille of the host.</param>
public sealed record SummonsCase(
    CaseHead Head, Span Host, CaseBasis HostBasis, Span Within, CaseBasis WithinBasis, int Walls, Span Loyalty, CaseBasis LoyaltyBasis,
    Span Morale, Span People, Span Grievance, Span Relief, int Neighbours, bool Opened);

/// <summary>A commander whom a ruler or his council told what to do.</summary>
/// <param name="Holder">Slug of the commander, or of the unnamed body he led.</param>
/// <param name="Age">Days from the edict to his hand.</param>
/// <param name="Asked">Times he had been told before and had not done it.</param>
/// <param name="Works">The standard works that tell what the rows do not; empty if the rows tell all.</param>
public sealed record EdictCase(
    CaseHead Head, string Holder, Span Loyalty, Span Ambition, CaseBasis RatedBasis, Authority Authority, Span Age, Span Fear, int Asked,
    Against Against, bool Obeyed, string Works);

/// <summary>The cases a calibration is fitted to and judged by: <c>scenarios/calibration/engagements.yaml</c>.</summary>
/// <param name="Digest">SHA-256 of the file's text, small hex, line ends as '\n'.</param>
public sealed record CaseBook(
    IReadOnlyList<Campaign> Campaigns, IReadOnlyList<FightCase> Fights, IReadOnlyList<SiegeCase> Sieges,
    IReadOnlyList<SummonsCase> Summonses, IReadOnlyList<EdictCase> Edicts, string Digest)
{
    public bool HeldOut(CaseHead head) => Campaigns[head.Campaign].HeldOut;
}
