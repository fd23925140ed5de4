using System.Text;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Storage;
using Yanyun.Cli.Front;
using Yanyun.Cli.Lab;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Lab;
using Yanyun.Lab.Claims;
using Yanyun.Lab.Reports;

namespace Yanyun.Cli.Verbs;

/// <summary>Lists the causal claims there are, or puts some of them, or all, to the test and reports.</summary>
public sealed class ClaimsVerb : IVerb
{
    private const string ListWord = "list", RunWord = "run", Local = "local", Broker = "rabbitmq://";

    private static readonly string[] s_places = [Local];

    public VerbSpec Spec { get; } = new("claims",
        new("list causal claims about the wars, or put them to the test with their controls", "列出關於戰史的因果主張，或連同對照加以檢驗"),
        [
            new Positional("list|run", new("what there is, or play it and write a report", "列出，或推演並寫出報告"), [ListWord, RunWord]),
            new Positional("ID", new("for run the claims; none: all of them", "run 所檢驗之主張；不寫則為全部"), [], Optional: true, Repeats: true),
        ],
        [
            new Option("--runs", Takes.Whole, "N",
                new("most pairs of each experiment; default what the file says", "每項實驗至多若干對；預設依檔案"), Min: 2, Max: 100_000_000),
            new Option("--on", Takes.Text, "local",
                new("where to play; default local: all cores of this machine", "於何處推演；預設 local：本機全部核心")),
            new Option("--out", Takes.Text, "DIR",
                new("folder for reports and results; default out/claims", "報告與結果之資料夾；預設 out/claims")),
            new Option("--json", Takes.Nothing, "", new("one object instead of the table", "輸出一個物件，不輸出表格")),
        ],
        [
            "claims list",
            "claims list --json",
            "claims run tablets --runs 128",
            "claims run recall garrisons --out claims-report --json",
        ]);

    public Exit Run(Call call)
    {
        var (word, ids) = (call.Given.Words[0], call.Given.Words.Skip(1).Distinct().ToList());
        if (word == ListWord && ids.Count > 0)
            return Mistake.Usage("yanyun claims", CliMessages.WordTooMany, null, ids[0], HelpPage.Usage(Spec)).Tell(call.Error, call.Language);
        if (call.Given.Text("--on") is { } place && place != Local)
        {
            var message = place.StartsWith(Broker, StringComparison.Ordinal) ? CliMessages.NoBroker : CliMessages.NotWord;
            return Mistake.Usage("--on", message, Nearest.To(place, s_places), place, s_places).Tell(call.Error, call.Language);
        }
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var problems = new Problems();
        var heads = ClaimReader.FilesIn(library!.Claims).Select(file => ClaimReader.Head(file, Library.Shown(file), problems)).OfType<ClaimHead>().ToList();
        if (problems.Errors > 0) return new Mistake(Exit.NotHere, problems.All).Tell(call.Error, call.Language);
        if (word == ListWord) return List(call, heads);
        var known = heads.Select(head => head.Id).ToList();
        foreach (var id in ids)
            if (!known.Contains(id))
                return Mistake.NotHere("claims run", CliMessages.UnknownClaim, Nearest.To(id, known), id, known).Tell(call.Error, call.Language);

        var shelf = new ExperimentShelf(library.Ids, library.Read, Cast.Words, library.Folder);
        var claims = new List<Claim>();
        foreach (var head in heads.Where(head => ids.Count == 0 || ids.Contains(head.Id)))
            if (ClaimReader.Open(head.File, Library.Shown(head.File), shelf, problems) is { } claim) claims.Add(claim);
        if (problems.Errors > 0) return new Mistake(Exit.NotHere, problems.All).Tell(call.Error, call.Language);
        try
        {
            return Play(call, claims, whole: claims.Count == heads.Count);
        }
        catch (StaleRecordException stale)
        {
            return LabVerb.Stale(stale).Tell(call.Error, call.Language);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            return Mistake.NotHere("claims run", CliMessages.StoreFailed, null, fault.Message).Tell(call.Error, call.Language);
        }
    }

    private static Exit List(Call call, List<ClaimHead> heads)
    {
        if (!call.Given.Has("--json"))
        {
            foreach (var head in heads) call.Out.WriteLine($"{head.Id,-14} {head.Title.In(call.Language)}  ({string.Join(", ", head.Sentences)})");
            return Exit.Done;
        }
        Write(call, json =>
        {
            json.WriteStartArray("claims");
            foreach (var head in heads)
            {
                json.WriteStartObject();
                json.WriteString("id", head.Id);
                Write(json, "title", head.Title);
                Write(json, "statement", head.Statement);
                json.WriteString("scenario", head.Scenario);
                Write(json, "sentences", head.Sentences);
                Write(json, "controls", head.Controls);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        return Exit.Done;
    }

    private static Exit Play(Call call, List<Claim> claims, bool whole)
    {
        var to = call.Given.Text("--out") ?? Path.Combine("out", "claims");
        var results = new List<ClaimResult>();
        foreach (var claim in claims)
        {
            var arms = new List<ArmResult>();
            foreach (var arm in claim.Arms)
            {
                var folder = new LabFolder(Path.Combine(to, "runs", claim.Id, Claim.NameOf(arm)));
                Directory.CreateDirectory(folder.Root);
                using var store = Open(call, folder, arm);
                if (store is null) return Mistake.NotHere("claims run", CliMessages.ResultsInUse, null, folder.Root).Tell(call.Error, call.Language);
                var result = LabVerb.Play(call, arm, store, "--runs", Environment.ProcessorCount);
                if (!result.Finished) return Mistake.NotHere("yanyun claims", CliMessages.ClaimStopped, null, to).Tell(call.Error, call.Language);
                folder.WriteTable(result, store);
                folder.WriteManifest(result, Environment.ProcessorCount);
                arms.Add(ArmResult.Of(result, store));
            }
            results.Add(new ClaimResult(claim, arms));
            foreach (var language in Enum.GetValues<Language>())
            {
                Report(to, ClaimPage.FileOf(claim.Id, language), writer => ClaimPage.Write(writer, results[^1], language));
                Report(to, ClaimPage.FileOf(claim.Id, language, "svg"), writer => writer.Write(ClaimFigure.Draw(results[^1], language)));
            }
            if (!call.Given.Has("--json")) Tell(call, results[^1], Path.Combine(to, ClaimPage.FileOf(claim.Id, call.Language)));
        }
        // A table of some of the claims would strike out the others'.
        if (whole)
            foreach (var language in Enum.GetValues<Language>()) Report(to, ClaimIndex.FileOf(language), writer => ClaimIndex.Write(writer, results, language));
        if (call.Given.Has("--json")) Write(call, json => Write(json, results, to));
        return Exit.Done;
    }

    /// <summary>The results of an experiment, begun or not; those of another build or of what the file said before are begun anew. Null when another
    /// process is at work on them.</summary>
    private static PairStore? Open(Call call, LabFolder folder, Experiment arm)
    {
        try
        {
            var (store, other) = PairStore.Open(folder.StoreFile, arm, LabFolder.Build);
            if (other is null) return store;
            call.Error.WriteLine(new Problem(CliMessages.BegunAnew, new Location("claims run", 0, 0), [folder.Root, other]).Render(call.Language));
            foreach (var file in Directory.GetFiles(folder.Root, Path.GetFileName(folder.StoreFile) + "*")) File.Delete(file);
            return PairStore.Open(folder.StoreFile, arm, LabFolder.Build).Store;
        }
        catch (DatabaseException busy) when (busy.IsBusy)
        {
            return null;
        }
    }

    private static void Tell(Call call, ClaimResult result, string page)
    {
        var colon = call.Language == Language.Chinese ? "：" : ": ";
        call.Out.WriteLine($"{result.Claim.Title.In(call.Language)} ({result.Claim.Id}){colon}{Wording.Of(result.Ruling).In(call.Language)}");
        call.Out.WriteLine($"  {ClaimPage.Reason(result, call.Language)}");
        foreach (var arm in result.Arms.Skip(1))
        {
            var named = $"{Wording.Of(arm.Experiment.Role).In(call.Language)} {Claim.NameOf(arm.Experiment)}";
            call.Out.WriteLine($"  {named}{colon}{Wording.Estimate(arm.Result.Primary)}, n = {arm.Result.Primary?.Pairs}");
        }
        call.Out.WriteLine($"  {page}");
        call.Out.WriteLine();
    }

    private static void Write(Utf8JsonWriter json, List<ClaimResult> results, string to)
    {
        json.WriteNumber("rulesVersion", RulesVersion.Current);
        json.WriteStartArray("claims");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Claim.Id);
            json.WriteString("ruling", Words<Ruling>.Of(result.Ruling));
            json.WriteString("report", Path.Combine(to, ClaimPage.FileOf(result.Claim.Id, Language.English)));
            if (result.Trial.Met is { } met) json.WriteNumber("granted", met);
            json.WriteStartArray("experiments");
            foreach (var arm in result.Arms)
                LabReport.WriteJson(json, arm.Result, Path.Combine(to, "runs", result.Claim.Id, Claim.NameOf(arm.Experiment)));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Report(string folder, string name, Action<TextWriter> write)
    {
        var path = Path.Combine(folder, name);
        using (var writer = new StreamWriter(path + ".tmp", append: false, new UTF8Encoding(false)) { NewLine = "\n" }) write(writer);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static void Write(Call call, Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ReplayVerb.Plain))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        call.Out.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.English);
        json.WriteString("zh", text.Chinese);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
