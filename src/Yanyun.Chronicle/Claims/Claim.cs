using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Claims;

/// <summary>Whether somebody holds a claim to be true.</summary>
public enum Assent { Yes, Partly, No }

/// <summary>Somebody's position on a claim.</summary>
/// <param name="Source">Works that it stands in, as the data cites them; null where it is known by repute only.</param>
public sealed record Position(Bilingual Who, Assent Holds, Bilingual Says, string? Source, Confidence Confidence);

/// <summary>
/// A causal claim about the wars and how it is put to the test: one experiment that tries it, and others that show what the trial itself is worth.
/// </summary>
public sealed record Claim
{
    public required string Id { get; init; }
    /// <summary>Who holds it, and who does not.</summary>
    public required IReadOnlyList<Position> HeldBy { get; init; }
    /// <summary>What of the claim is measured, and what of it is not.</summary>
    public required Bilingual Operational { get; init; }
    public required Experiment Trial { get; init; }
    /// <summary>In the order of the file; at least a placebo and a wrong date.</summary>
    public required IReadOnlyList<Experiment> Controls { get; init; }

    public Bilingual Title => Trial.Title;
    public Bilingual Statement => Trial.Statement;
    public IReadOnlyList<string> Sentences => Trial.Sentences;

    /// <summary>The trial first, then the controls.</summary>
    public IReadOnlyList<Experiment> Arms => [Trial, .. Controls];

    /// <summary>The short name of one of its experiments, within the claim.</summary>
    public static string NameOf(Experiment arm) => arm.Of is { } of ? arm.Id[(of.Length + 1)..] : "claim";
}

/// <summary>What a list of claims says of one: read without its scenario.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Controls">Names of its controls.</param>
public sealed record ClaimHead(
    string Id, string File, Bilingual Title, Bilingual Statement, IReadOnlyList<string> Sentences, string Scenario, IReadOnlyList<string> Controls);
