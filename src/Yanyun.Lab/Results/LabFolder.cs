using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Yanyun.Chronicle.Experiments;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Lab;

/// <summary>
/// The folder of an experiment: the file that was run, the store, and what is made of it when it ends: a table of all pairs and the
/// manifest by
/// which the same can be had again.
/// </summary>
public sealed class LabFolder(string path)
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Root => path;
    public string SpecFile => Path.Combine(path, "experiment.yaml");
    public string StoreFile => Path.Combine(path, "results.sqlite");
    public string TableFile => Path.Combine(path, "pairs.csv");
    public string ManifestFile => Path.Combine(path, "manifest.json");

    /// <summary>Names the code that plays pairs: engine, minds and laboratory as compiled.</summary>
    public static string Build { get; } =
        string.Join('-', new[] { typeof(World), typeof(Cast), typeof(PairPlayer) }.Select(type => type.Module.ModuleVersionId.ToString("N")[..8]));

    /// <summary>Version of the program and the commit it was built from, when the build knew it.</summary>
    public static (string Version, string? Commit) Program { get; } = Read();

    private static (string, string?) Read()
    {
        var text = typeof(World).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var plus = text.IndexOf('+');
        return plus < 0 ? (text, null) : (text[..plus], text[(plus + 1)..]);
    }

    /// <summary>Writes all pairs as a table, row by row as they are read.</summary>
    public void WriteTable(LabResult result, PairStore store) => Write(TableFile, writer =>
    {
        var experiment = result.Experiment;
        writer.Write("run,seed,bites,error");
        foreach (var outcome in experiment.Outcomes)
            foreach (var horizon in experiment.Horizons)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $",{outcome.Slug}@{horizon}.base,{outcome.Slug}@{horizon}.changed"));
        writer.Write('\n');
        var measures = experiment.Outcomes.Count * experiment.Horizons.Count;
        foreach (var row in store.Rows(result.Pairs))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{row.Run},{row.Seed},{row.Bites},{Quoted(row.Error)}"));
            for (var m = 0; m < measures; m++)
                writer.Write(row.Error is null ? string.Create(CultureInfo.InvariantCulture, $",{row.Base![m]},{row.Changed![m]}") : ",,");
            writer.Write('\n');
        }
    });

    /// <summary>Writes what is needed to have the same results again, and what they cost here.</summary>
    public void WriteManifest(LabResult result, int threads) => Write(ManifestFile, writer =>
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            Manifest(json, result, threads);
            json.WriteEndObject();
        }
        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
    });

    private static void Manifest(Utf8JsonWriter json, LabResult result, int threads)
    {
        var experiment = result.Experiment;
        json.WriteString("experiment", experiment.Id);
        json.WriteString("experimentHash", experiment.Hash());
        json.WriteString("scenario", experiment.ScenarioId);
        json.WriteString("scenarioHash", experiment.Scenario.Hash.ToString("x16", CultureInfo.InvariantCulture));
        json.WriteString("annalsHash", experiment.AnnalsHash);
        json.WriteNumber("rulesVersion", RulesVersion.Current);
        json.WriteString("version", Program.Version);
        json.WriteString("commit", Program.Commit);
        json.WriteString("build", Build);
        json.WriteStartObject("seeds");
        json.WriteNumber("first", experiment.FirstSeed);
        json.WriteNumber("pairs", result.Pairs);
        if (experiment.PastSeed is { } past) json.WriteNumber("past", past);
        json.WriteEndObject();
        json.WriteNumber("failed", result.Failed);
        json.WriteStartArray("looks");
        foreach (var look in result.Looks)
        {
            json.WriteStartObject();
            json.WriteNumber("pairs", look.Pairs);
            if (look.HalfWidth is { } half) json.WriteNumber("halfWidth", half);
            json.WriteString("stop", look.Stop.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("finished", result.Finished);
        json.WriteString("digest", result.Digest);
        json.WriteString("processor", Processor());
        json.WriteNumber("cores", Environment.ProcessorCount);
        json.WriteNumber("threads", threads);
        json.WriteString("system", RuntimeInformation.OSDescription);
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteNumber("seconds", Math.Round(result.Seconds, 3));
        json.WriteNumber("pairsPerSecond", result.Seconds > 0 ? Math.Round(result.Pairs / result.Seconds, 2) : 0);
        json.WriteString("written", DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    private static string Processor()
    {
        const string linux = "/proc/cpuinfo";
        var line = File.Exists(linux) ? File.ReadLines(linux).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private static string Quoted(string? text) => text is null ? "" : $"\"{text.Replace("\"", "\"\"").ReplaceLineEndings(" ")}\"";

    /// <summary>A file bears its name only when it is whole.</summary>
    private static void Write(string file, Action<TextWriter> write)
    {
        var temporary = file + ".tmp";
        using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(false), 1 << 16)) write(writer);
        File.Move(temporary, file, overwrite: true);
    }
}
