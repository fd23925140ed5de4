using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>Why a row is believed: <c>source</c> a work, <c>estimate</c> our judgement, <c>balance</c> chosen for play, <c>derived</c> by formulas.</summary>
/// <param name="Kind">One of the four words.</param>
/// <param name="Formulas">Ids of formulas.yaml; empty unless derived.</param>
/// <param name="Source">Works cited; null when none are.</param>
public sealed record Grounds(string Kind, IReadOnlyList<string> Formulas, string? Source, string? Note)
{
    private const string Derived = "derived:";

    internal static Grounds Read(Fields row, string owner, IdTable formulas)
    {
        var basis = row.TextIfAny("basis");
        var source = row.TextIfAny("source");
        var note = row.TextIfAny("note");
        if (basis is null)
        {
            row.Problems.Add(BookmarkMessages.NoBasis, row.At, owner);
            return new Grounds("", [], source, note);
        }
        if (basis is "source" or "estimate" or "balance")
        {
            if (basis == "source" && source is null) row.Problems.Add(BookmarkMessages.NoSource, row.Of("basis"), owner);
            return new Grounds(basis, [], source, note);
        }
        if (!basis.StartsWith(Derived, StringComparison.Ordinal))
        {
            row.Problems.Add(BookmarkMessages.WrongBasis, row.Of("basis"), owner, basis);
            return new Grounds("", [], source, note);
        }
        var ids = basis[Derived.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var id in ids)
            if (formulas[id] == 0)
                row.Problems.Add(new Problem(BookmarkMessages.NoFormula, row.Of("basis"), [owner, id], Nearest.To(id, formulas.Ids)));
        return new Grounds("derived", ids, source, note);
    }
}

/// <summary>A number with the range it may truly have (80%).</summary>
public readonly record struct Figure(int Value, int Low, int High)
{
    /// <summary>A value with its range in per mille of itself.</summary>
    public static Figure Of(long value, int lowPerMille, int highPerMille) =>
        new((int)value, (int)(value * lowPerMille / 1000), (int)(value * highPerMille / 1000));

    public static Figure operator +(Figure a, Figure b) => new(a.Value + b.Value, a.Low + b.Low, a.High + b.High);

    internal static Figure Read(Fields row, string owner, string key, int min, int max)
    {
        var figure = new Figure(row.Whole(key, min, max), row.Whole("low", min, max), row.Whole("high", min, max));
        if (figure.Low > figure.Value || figure.Value > figure.High)
            row.Problems.Add(BookmarkMessages.OutsideRange, row.Of(key), owner, figure.Value, figure.Low, figure.High);
        return figure;
    }
}
