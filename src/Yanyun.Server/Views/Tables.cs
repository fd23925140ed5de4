using System.Globalization;
using System.Text;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Server.Games;

namespace Yanyun.Server.Views;

/// <summary>A history as tables of comma-separated values (RFC 4180): the first line names the columns, things are named by their slugs.</summary>
public static class Tables
{
    /// <summary>What each day came to, by polity.</summary>
    public static string Days(Reel reel)
    {
        var (text, slugs, first) = (Of("date", "polity", "places", "men", "stores_shi"), reel.Ground.Bookmark.Slugs, reel.Ground.Scenario.FirstDay);
        var tallies = reel.Tallies();
        for (var day = 0; day < tallies.Count; day++)
            for (byte p = 1; p < tallies[day].Places.Length; p++)
                if (tallies[day].Places[p] > 0 || tallies[day].Men[p] > 0)
                    Row(text, (first + day).ToString(), slugs.Of(new PolityId(p)), Number(tallies[day].Places[p]), Number(tallies[day].Men[p]), Number(tallies[day].Stores[p]));
        return text.ToString();
    }

    /// <summary>Who held each place on the first day, and every change of hands.</summary>
    public static string Places(Reel reel)
    {
        var (text, slugs, first) = (Of("date", "place", "from", "to"), reel.Ground.Bookmark.Slugs, reel.Ground.Scenario.FirstDay);
        var before = new byte[reel.Holders(0).Length];
        for (var day = 0; day <= reel.Days; day++)
        {
            var holders = reel.Holders(day);
            for (short p = 1; p < holders.Length; p++)
                if (holders[p] != before[p]) Row(text, (first + day).ToString(), slugs.Of(new PlaceId(p)), slugs.Of(new PolityId(before[p])), slugs.Of(new PolityId(holders[p])));
            before = holders;
        }
        return text.ToString();
    }

    /// <summary>The sentences of the chronicle, with where they are from.</summary>
    public static string Events(Reel reel, Language language)
    {
        var (text, slugs, scene) = (Of("date", "kind", "text", "source", "certainty", "places", "forces", "event"), reel.Ground.Bookmark.Slugs, new Scene(reel, language));
        foreach (var page in reel.Pages(language))
            foreach (var line in page.Lines)
                Row(text, page.Day.ToString(), scene.KindOf(line), line.Text, line.Fact is { } fact ? Works.In(fact.Source, language) : "",
                    line.Fact is { } sure ? Words<Confidence>.Of(sure.Confidence) : "", string.Join(' ', line.About.Places.Select(slugs.Of)),
                    string.Join(' ', line.About.Forces.Select(slugs.Of)), line.Happened ? scene.Id(line.Event) : "");
        return text.ToString();
    }

    private static StringBuilder Of(params string[] columns)
    {
        var text = new StringBuilder();
        Row(text, columns);
        return text;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>A cell that begins as a formula does is kept from being one.</summary>
    private static string Cell(string value)
    {
        if (value.Length > 1 && value[0] is '=' or '+' or '@') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
