using System.Globalization;
using System.Text;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Fidelity;
using Yanyun.Cli.Front;
using Yanyun.Engine;

namespace Yanyun.Cli.Verbs;

/// <summary>Plays a scenario many times over and says how often it went as the annals have it.</summary>
public sealed class FidelityVerb : IVerb
{
    public VerbSpec Spec { get; } = new("fidelity",
        new("hold a scenario against the annals, beside three baselines", "以史籍檢驗一個劇本，並與三種基準相比"),
        [new Positional("SCENARIO", new("id of a scenario; 'yanyun scenarios list' names them", "劇本編號；可用 yanyun scenarios list 查看"), [])],
        [
            new Option("--runs", Takes.Whole, "N", new("runs of each series, seeds 1 to N; default 20", "每組推演次數，種子 1 至 N；預設 20"), Min: 1, Max: 100_000),
            new Option("--json", Takes.Nothing, "", new("one object instead of the table", "輸出一個物件，不輸出表格")),
        ],
        ["fidelity 1140-henan", "fidelity 1140-henan --runs 200 --json"]);

    public Exit Run(Call call)
    {
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var (bookmark, broken) = library!.Load(call.Given.Words[0]);
        if (broken is not null) return broken.Tell(call.Error, call.Language);
        if (bookmark!.Annals is null) return Mistake.NotHere("SCENARIO", CliMessages.NoAnnals, null, bookmark.Head.Slug).Tell(call.Error, call.Language);
        var runs = (int)call.Given.Whole("--runs", 20);
        var progress = new Progress(call, runs * Enum.GetValues<Series>().Length);
        FidelityReport report;
        try
        {
            report = FidelityReport.Of(bookmark, runs, Environment.ProcessorCount,
                (done, all) => progress.At(done, string.Create(CultureInfo.InvariantCulture, $"{done}/{all}")), call.Stop);
        }
        catch (OperationCanceledException)
        {
            progress.End();
            return Mistake.NotHere("yanyun fidelity", CliMessages.Stopped, null, bookmark.Scenario.FirstDay.ToString()).Tell(call.Error, call.Language);
        }
        progress.End();
        if (call.Given.Has("--json")) WriteJson(call.Out, bookmark, report);
        else WriteTable(call.Out, bookmark, report, call.Language);
        return Exit.Done;
    }

    private static void WriteJson(TextWriter to, Bookmark bookmark, FidelityReport report)
    {
        var annals = bookmark.Annals!;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ReplayVerb.Plain))
        {
            json.WriteStartObject();
            json.WriteString("scenario", bookmark.Head.Slug);
            json.WriteNumber("rulesVersion", RulesVersion.Current);
            json.WriteNumber("runs", report.Runs);
            Write(json, "outcome", report.Outcome);
            Write(json, "decision", report.Decision);
            json.WriteStartObject("script");
            WriteFates(json, report.Script);
            json.WriteEndObject();
            json.WriteStartObject("baselines");
            foreach (var (series, share) in report.Baselines) Write(json, Words<Series>.Of(series), share);
            json.WriteEndObject();
            json.WriteStartArray("checks");
            foreach (var check in report.Checks)
            {
                var text = annals.CheckTexts[check.Check];
                json.WriteStartObject();
                json.WriteString("id", text.Slug);
                json.WriteString("kind", Words<CheckKind>.Of(check.Kind));
                json.WriteStartArray("refs");
                foreach (var reference in text.Sentences.Concat(text.References)) json.WriteStringValue(reference);
                json.WriteEndArray();
                json.WriteNumber("met", Rounded(check.Met));
                json.WriteString("detail", report.Detail(bookmark, check));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("entries");
            for (var e = 1; e < report.Entries.Count; e++)
            {
                json.WriteStartObject();
                json.WriteString("id", annals.Entries[e].Slug);
                WriteFates(json, report.Entries[e]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Write(json, "free", report.Free);
            json.WriteEndObject();
        }
        to.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteFates(Utf8JsonWriter json, IReadOnlyList<double> shares)
    {
        for (var i = 0; i < shares.Count; i++) json.WriteNumber(Words<EntryFate>.Of(FidelityReport.Fates[i]), Rounded(shares[i]));
    }

    private static void Write(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("met", Rounded(share.Met));
        json.WriteNumber("low", Rounded(share.Low));
        json.WriteNumber("high", Rounded(share.High));
        json.WriteEndObject();
    }

    private static double Rounded(double share) => Math.Round(share, 4);

    private static void WriteTable(TextWriter to, Bookmark bookmark, FidelityReport report, Language language)
    {
        var chinese = language == Language.Chinese;
        void Line(string english, string hanzi, Share share) => to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(chinese ? hanzi : english),-28} {share.Met,6:P0}  ({share.Low:P0} - {share.High:P0})"));
        Line("outcomes", "結果", report.Outcome);
        Line("decisions", "決斷", report.Decision);
        Line("  if nobody moves", "　若無人動作", report.Baselines[Series.Nothing]);
        Line("  if the stronger wins", "　若強者必勝", report.Baselines[Series.Stronger]);
        Line("  if dice decide", "　若擲骰定勝負", report.Baselines[Series.Coin]);
        Line("  no script after 1140-06-15", "　紹興十年五月二十九日後無史事", report.Free);
        to.WriteLine(FormattableString.Invariant(chinese
            ? (FormattableString)$"史事條目：如期 {report.Script[0]:P0}、遲 {report.Script[1]:P0}、改易 {report.Script[2]:P0}、略過 {report.Script[3]:P0}"
            : $"script: fired {report.Script[0]:P0}, late {report.Script[1]:P0}, replaced {report.Script[2]:P0}, skipped {report.Script[3]:P0}"));
        var (_, missed, outcomes) = report.Asking;
        to.WriteLine(FormattableString.Invariant(chinese
            ? (FormattableString)$"最佳參照於半數以上局中不中之結果：{missed}／{outcomes}"
            : $"outcomes that the best baseline misses in most runs: {missed} of {outcomes}"));
        to.WriteLine();
        to.WriteLine(chinese ? "  模型    強勝    擲骰" : " model  stronger dice");
        foreach (var check in report.Checks)
        {
            var text = bookmark.Annals!.CheckTexts[check.Check];
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{check.Met,6:P0}  {check.ByBaseline[Series.Stronger],6:P0}  {check.ByBaseline[Series.Coin],6:P0}  {Words<CheckKind>.Of(check.Kind),-8}  {string.Join(' ', text.Sentences),-12}  {text.What.In(language)}"));
        }
    }
}
