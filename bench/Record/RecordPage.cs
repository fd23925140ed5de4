using System.Globalization;
using System.Text;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Lab.History;

namespace Yanyun.HistoryRecord;

/// <summary>How lucky history was: the page that says by what dice, and by what impositions, the record came about.</summary>
internal sealed class RecordPage(Bookmark bookmark)
{
    private readonly OrderWords _words = new(bookmark.Slugs, bookmark.Scenario.Atlas);

    public string Line(Finding finding) => string.Create(CultureInfo.InvariantCulture,
        $"| {(bookmark.Scenario.FirstDay + finding.Day)} | `{bookmark.Annals!.CheckTexts[finding.Check].Slug}` | {Word(finding)} | {Fates(finding)} |");

    public string Of(Reconstructed found)
    {
        var page = new StringBuilder();
        var outcomes = found.Findings.Count;
        int Count(Reached how) => found.Findings.Count(finding => finding.How == how);
        page.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # The record of {bookmark.Head.Slug}: how lucky history was

            Written by `dotnet run -c Release --project bench/Record`, seed {found.Seed} (of the first {Reconstruction.Seeds} the {Reconstruction.Candidates} with most outcomes as the dice fall were tried; from this one most are met); the rule is [fate](rules/fate.md), the search is in `src/Yanyun.Lab/History`.
            Rules version {RulesVersion.Current}. The decisions of history are played; at each outcome that the annals record up to {Reconstruction.Branches} worlds are tried
            from before it, in which only the dice of the contests about its places are others. What none of them has is set down.

            Of {outcomes} outcomes {Count(Reached.Freely)} came as the dice fell, {Count(Reached.ByFate)} by other dice, {Count(Reached.Imposed)} were imposed;
            {Count(Reached.Undecided)} hang on a decision that was not taken in this course, {Count(Reached.Missed)} were missed and could not be set down.
            In the end the record meets {found.Findings.Count(finding => found.Met[finding.Check])} of the {outcomes}.

            | window closed | outcome | K: worlds tried | set down |
            |---|---|---|---|

            """).ReplaceLineEndings("\n"));
        foreach (var finding in found.Findings) page.Append(Line(finding)).Append('\n');
        page.Append("\n## Impositions and their accounts\n\n");
        var accounts = found.Last.Reconciliation;
        var any = false;
        for (byte p = 1; p < accounts.Length; p++)
        {
            if (accounts[p].Men == 0 && accounts[p].Grain == 0) continue;
            any = true;
            page.Append(CultureInfo.InvariantCulture, $"- {bookmark.Slugs.Of(new PolityId(p))}: {accounts[p].Men} men, {accounts[p].Grain / 100} shi taken out of the world by the record.\n");
        }
        if (!any) page.Append("Nothing was imposed.\n");
        var network = bookmark.Geography.Gazetteer.Network;
        page.Append("\n## Holders against the gazetteer\n\n");
        foreach (var day in Holders.DaysOf(bookmark))
        {
            var differ = found.Differences.Where(difference => difference.Day == day).ToList();
            var surveyed = network.Count(entry => entry.HolderOn(day) is not null);
            page.Append(CultureInfo.InvariantCulture, $"The survey of {day} names the holders of {surveyed} places; the record differs in {differ.Count}, the named exceptions. ");
            page.Append("The survey is of the month, not of the night: a place whose fall the annals date later in it stands here too.\n\n");
            page.Append("| place | kind | survey | record |\n|---|---|---|---|\n");
            foreach (var (_, place, said, held) in differ)
                page.Append(CultureInfo.InvariantCulture, $"| `{bookmark.Slugs.Of(place)}` | {network[place.Value - 1].Kind} | {said} | {held} |\n");
        }
        return page.ToString();
    }

    private static string Word(Finding finding) => finding.How switch
    {
        Reached.Freely => "1",
        Reached.ByFate => finding.Draws.ToString(CultureInfo.InvariantCulture),
        Reached.Imposed => $"none of {finding.Draws}: imposed",
        Reached.Undecided => "-: not decided",
        _ => $"none of {finding.Draws}: missed",
    };

    private string Fates(Finding finding) => string.Join("; ", finding.Fates.Select(fate => $"{bookmark.Scenario.FirstDay + fate.Day} {_words.Write(fate.Order)}"));
}
