using System.Globalization;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Engine;
using Yanyun.Server.Http;

namespace Yanyun.Server.Views;

/// <summary>Names and figures as the sentences of a forecast have them.</summary>
internal sealed class OddsWords(Bookmark bookmark)
{
    public string Name(PlaceId place, Language language) => bookmark.Geography.Gazetteer.Name(place, language);

    public string Led(PersonId chief, Language language) => !chief.Exists ? "" : language == Language.English ? $", led by {Name(chief, language)}" : $"，{Name(chief, language)}領之";

    public string Name(PersonId man, Language language) => language == Language.English ? bookmark.People[man].Name.English : bookmark.People[man].Name.Chinese;

    public static string Number(int men) => men.ToString("N0", CultureInfo.InvariantCulture);
    public static string Men(int men) => $"{Number(men)} men";
    public static string Bodies(int bodies) => Count(bodies, "body", "bodies");
    public static string Days(int days) => Count(days, "day", "days");
    public static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{n} {many}");

    /// <summary>From the least to the most, or the one figure that both are.</summary>
    public static string Range(in Guess guess) => guess.Low == guess.High ? Number(guess.Low) : $"{Number(guess.Low)}–{Number(guess.High)}";

    public static string Percent(int perMille) => string.Create(CultureInfo.InvariantCulture, $"{(perMille + 5) / 10}%");

    public static ForecastShape Dated(in View view, string what, in Guess days, IReadOnlyList<BasisShape> basis) =>
        new(what, "days", days.Low, days.Middle, days.High, (view.Date + days.Low).ToString(), (view.Date + days.High).ToString(), basis);

    /// <summary>What no die is thrown for: said plainly, without a figure.</summary>
    public static ForecastShape Sure(BasisShape verdict, IReadOnlyList<BasisShape> basis) => new("sure", "none", null, null, null, null, null, [verdict, .. basis]);

    public static ForecastShape Chance(string what, in Guess chance, IReadOnlyList<BasisShape> basis) =>
        new(what, "per-mille", chance.Low, chance.Middle, chance.High, null, null, basis);
}
