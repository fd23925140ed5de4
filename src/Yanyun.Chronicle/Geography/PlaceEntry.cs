using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>How far a statement is to be trusted.</summary>
public enum Confidence : byte { High, Medium, Low }

/// <summary>Who held a place on a day of survey.</summary>
/// <param name="Polity">Slug of the holder.</param>
/// <param name="Rival">Slug of the other side where it was contested; null otherwise.</param>
public readonly record struct Holding(Day Day, string Polity, string? Rival);

/// <summary>What is known of a place: on the network (a node or a point of a route) or, with no id, of the encyclopaedia only.</summary>
/// <param name="Place">Its row of the atlas; none for an entry of the encyclopaedia.</param>
/// <param name="Kind">Its kind in the word of the data; entries may also be a region or a gate.</param>
/// <param name="Households">Registered households of the whole prefecture about 1102; null when none are recorded.</param>
/// <param name="Holders">Holder on the first day of survey and on each later one when he had changed.</param>
/// <param name="Events">Rows of the chronology that name the place.</param>
/// <param name="Checked">What the placing was held against.</param>
/// <param name="Host">The node a gate belongs to; none for others.</param>
/// <param name="Reason">Why an unsure or far site is still a point.</param>
public sealed record PlaceEntry(PlaceId Place, string Slug, string Hanzi, string English, string Kind, int LatE4, int LonE4,
    Circuit? Circuit, Confidence Confidence, int? Households, Basis Basis, IReadOnlyList<string> Alternatives, string? Modern,
    IReadOnlyList<Holding> Holders, IReadOnlyList<string> Events, string? Checked, string? Note, PlaceId Host, string? Reason)
{
    public string In(Language language) => language == Language.Chinese ? Hanzi : English;

    /// <summary>Who held it on the last day of survey up to a day; null before the first, or when never surveyed.</summary>
    public Holding? HolderOn(Day day)
    {
        Holding? last = null;
        foreach (var holding in Holders)
            if (holding.Day <= day) last = holding;
        return last;
    }
}
