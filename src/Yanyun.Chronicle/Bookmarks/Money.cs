using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>What a court has in hand, and what it takes in a year.</summary>
/// <param name="Cash">Strings of 1,000 cash.</param>
/// <param name="Silver">Liang; gold too.</param>
/// <param name="Silk">Bolts.</param>
/// <param name="Grain">Shi beyond the magazines.</param>
/// <param name="Revenue">Strings a year.</param>
/// <param name="Tax">Sheng of grain a household a year.</param>
public sealed record Treasury(PolityId Polity, Figure Cash, Figure Silver, Figure Silk, Figure Gold, Figure Grain, Figure Revenue, Figure Tax, Grounds Grounds);

/// <summary>A rate or a price: tenths of a string, or half months of pay owed.</summary>
public sealed record Rate(PolityId Polity, string Of, PlaceId Place, Figure Amount, Grounds Grounds);

/// <summary>Treasuries, pay, arrears and prices on the first day: <c>money.yaml</c>.</summary>
public sealed record Money(IReadOnlyList<Treasury> Treasuries, IReadOnlyList<Rate> Pay, IReadOnlyList<Rate> Arrears, IReadOnlyList<Rate> Prices)
{
    private const int Most = 100_000_000;

    /// <summary>Half months of pay owed to a kind of troops on the first day; 0 where nothing is said.</summary>
    public int HalfMonthsOwed(PolityId polity, string kind) =>
        Arrears.FirstOrDefault(rate => rate.Polity == polity && rate.Of == kind)?.Amount.Value ?? 0;

    /// <summary>What a polity takes and pays; nothing for one without a treasury.</summary>
    public Purse PurseOf(PolityId polity)
    {
        if (Treasuries.FirstOrDefault(treasury => treasury.Polity == polity) is not { } treasury) return default;
        short Tenths(string who) => (short)(Pay.FirstOrDefault(rate => rate.Polity == polity && rate.Of == who)?.Amount.Value ?? 0);
        return new Purse(treasury.Revenue.Value, (short)treasury.Tax.Value, Tenths("field_foot"), Tenths("horse"), Tenths("guards"), Tenths("garrison"), Tenths("militia"));
    }

    internal static Money Read(string path, Desk desk)
    {
        if (DataFiles.Open(path, "yanyun-money/1", desk.Problems) is not { } top) return new Money([], [], [], []);
        var money = new Money(
            [.. top.Rows("treasuries").Select(row => ReadTreasury(row, desk))],
            [.. top.Rows("pay").Select(row => ReadRate(row, desk, "who", ["field_foot", "horse", "guards", "garrison", "militia"], "tenths"))],
            [.. top.Rows("arrears").Select(row => ReadRate(row, desk, "who", ["regular", "left_in_post", "ex_qi"], "half_months"))],
            [.. top.Rows("prices").Select(row => ReadRate(row, desk, "good", ["rice", "silver", "silk"], "tenths"))]);
        top.End();
        return money;
    }

    private static Treasury ReadTreasury(Fields row, Desk desk)
    {
        var polity = desk.Polity(row);
        var owner = row.Text("polity");
        Figure Amount(string key, string unit)
        {
            if (row.Inner(key) is not { } inner) return default;
            var figure = Figure.Read(inner, $"{owner} {key}", unit, 0, Most);
            inner.End();
            return figure;
        }
        var treasury = new Treasury(polity, Amount("cash", "strings"), Amount("silver", "liang"), Amount("silk", "bolts"), Amount("gold", "liang"),
            Amount("grain", "shi"), Amount("revenue", "strings"), Amount("tax", "sheng"), Grounds.Read(row, owner, desk.Formulas.Ids));
        row.End();
        return treasury;
    }

    private static Rate ReadRate(Fields row, Desk desk, string key, string[] words, string unit)
    {
        var of = row.OneOf(key, words);
        var polity = key == "who" ? desk.Polity(row) : PolityId.None;
        var place = key == "good" ? desk.Place(row, "place", of) : PlaceId.None;
        var rate = new Rate(polity, of, place, Figure.Read(row, of, unit, 0, 1000), Grounds.Read(row, of, desk.Formulas.Ids));
        row.End();
        return rate;
    }
}
