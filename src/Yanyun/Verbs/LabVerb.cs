using System.Globalization;
using System.Text;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Storage;
using Yanyun.Cli.Front;
using Yanyun.Cli.Lab;
using Yanyun.Deciders;
using Yanyun.Lab;

namespace Yanyun.Cli.Verbs;

/// <summary>Plays paired runs of an experiment, goes on with one that was stopped, or tells what one came to.</summary>
public sealed class LabVerb : IVerb
{
    private const string RunWord = "run", ResumeWord = "resume", ReportWord = "report";

    public VerbSpec Spec { get; } = new("lab",
        new("play pairs of runs that differ by one change, and say what it did", "成對推演，兩次僅有一處不同，並述其效果"),
        [
            new Positional("run|resume|report", new("play an experiment, go on with one, or tell one again", "進行實驗、繼續實驗或重述結果"), [RunWord, ResumeWord, ReportWord]),
            new Positional("FILE.yaml|DIR", new("for run the experiment; for the others the folder of its results", "run 用實驗檔案；其餘用其結果資料夾"), []),
        ],
        [
            new Option("--out", Takes.Text, "DIR", new("folder for the results; default out/lab/ID", "結果資料夾；預設 out/lab/實驗編號")),
            new Option("--pairs", Takes.Whole, "N", new("most pairs; default what the file says", "至多若干對；預設依檔案"), Min: 2, Max: 100_000_000),
            new Option("--threads", Takes.Whole, "N", new("threads to play on; default all cores", "所用執行緒；預設全部核心"), Min: 1, Max: 1024),
            new Option("--json", Takes.Nothing, "", new("one object instead of the table", "輸出一個物件，不輸出表格")),
        ],
        [
            "lab run claims/recall.yaml",
            "lab run claims/recall.yaml --pairs 256 --out recall --json",
            "lab resume recall",
            "lab report recall --lang zh",
        ]);

    public Exit Run(Call call)
    {
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var (word, path) = (call.Given.Words[0], call.Given.Words[1]);
        var file = word == RunWord ? path : new LabFolder(path).SpecFile;
        if (word != RunWord && !File.Exists(file)) return Mistake.NotHere($"lab {word}", CliMessages.NoResults, null, path).Tell(call.Error, call.Language);
        var problems = new Problems();
        var shelf = new ExperimentShelf(library!.Ids, library.Read, Cast.Words, library.Folder);
        var experiment = ExperimentReader.Open(file, file, shelf, problems);
        if (experiment is null) return new Mistake(Exit.NotHere, problems.All).Tell(call.Error, call.Language);
        var folder = new LabFolder(word == RunWord ? call.Given.Text("--out") ?? Path.Combine("out", "lab", experiment.Id) : path);
        try
        {
            Directory.CreateDirectory(folder.Root);
            var (store, other) = PairStore.Open(folder.StoreFile, experiment, LabFolder.Build);
            if (other is not null) return Mistake.NotHere($"lab {word}", CliMessages.OtherResults, null, folder.Root, other).Tell(call.Error, call.Language);
            using (store!) return word == ReportWord ? Tell(call, Laboratory.Report(experiment, store!), folder) : PlayIn(call, experiment, store!, folder, file);
        }
        catch (StaleRecordException stale)
        {
            return Stale(stale).Tell(call.Error, call.Language);
        }
        catch (DatabaseException busy) when (busy.IsBusy)
        {
            return Mistake.NotHere($"lab {word}", CliMessages.ResultsInUse, null, folder.Root).Tell(call.Error, call.Language);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            return Mistake.NotHere($"lab {word}", CliMessages.StoreFailed, null, fault.Message).Tell(call.Error, call.Language);
        }
    }

    /// <summary>The mistake of a recorded past that the rules have left behind.</summary>
    internal static Mistake Stale(StaleRecordException stale) =>
        Mistake.NotHere(stale.Name, RecordMessages.HistoryRunsDifferently, null, stale.Day.ToString());

    private static Exit PlayIn(Call call, Experiment experiment, PairStore store, LabFolder folder, string file)
    {
        if (Path.GetFullPath(file) != Path.GetFullPath(folder.SpecFile)) File.Copy(file, folder.SpecFile, overwrite: true);
        var threads = (int)call.Given.Whole("--threads", (ulong)Environment.ProcessorCount);
        var result = Play(call, experiment, store, "--pairs", threads);
        folder.WriteTable(result, store);
        folder.WriteManifest(result, threads);
        var exit = Tell(call, result, folder);
        return result.Finished ? exit : Mistake.NotHere("yanyun lab", CliMessages.PairsLeft, null, folder.Root).Tell(call.Error, call.Language);
    }

    /// <summary>Plays pairs, saying how far it is.</summary>
    /// <param name="most">The option that says how many pairs at most.</param>
    internal static LabResult Play(Call call, Experiment experiment, PairStore store, string most, int threads)
    {
        var pairs = call.Given.Text(most) is null ? (int?)null : (int)call.Given.Whole(most, 0);
        var progress = new Progress(call, pairs ?? experiment.Pairs);
        Look? told = null;
        var result = Laboratory.Run(experiment, store, new LabOptions(threads, pairs, Progress: state =>
        {
            var half = state.Last?.HalfWidth?.ToString("G3", CultureInfo.InvariantCulture) ?? "?";
            var width = state.Last is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{state.Last.Pairs}: ±{half} / ±{experiment.HalfWidth:G3}");
            progress.At(state.Done, $"{experiment.Id} {width}".TrimEnd());
            // Where no line can be drawn anew, each look is a line.
            if (!call.Progress && state.Last is not null && state.Last != told) call.Error.WriteLine($"{experiment.Id} {width}");
            told = state.Last;
        }), call.Stop);
        progress.End();
        return result;
    }

    private static Exit Tell(Call call, LabResult result, LabFolder folder)
    {
        if (!call.Given.Has("--json"))
        {
            LabReport.WriteTable(call.Out, result, call.Language);
            return Exit.Done;
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ReplayVerb.Plain)) LabReport.WriteJson(json, result, folder.Root);
        call.Out.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        return Exit.Done;
    }
}
