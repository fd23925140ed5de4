using System.Buffers;
using System.Text.Json;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>A what-if that ships beside the scenarios, ready to be asked: an experiment of its own, or the trial of a claim. Of the record of history only.</summary>
/// <param name="Measured">What of it is measured, and what is not; null where nothing is said of that.</param>
/// <param name="Start">The first day on which the runs may differ.</param>
/// <param name="Asked">JSON with the keys that say what is changed and what is looked at: docs/lab.md.</param>
public sealed record ReadyQuestion(string Id, Bilingual Title, Bilingual Statement, Bilingual? Measured, string Scenario, Day Start, byte[] Asked)
{
    /// <summary>Keys of a file that are asked with it; the others say who holds what, or when the laboratory stops.</summary>
    private static readonly string[] s_asked = ["first_seed", "minds", "both", "change", "outcomes", "horizons", "primary", "margin", "expect", "given"];

    /// <summary>The questions in the files of some folders, in their order; those with a fault, or of another past than the record, are left out.</summary>
    /// <param name="folders">Folders that are not there hold none.</param>
    public static IReadOnlyList<ReadyQuestion> In(IEnumerable<string> folders, ExperimentShelf shelf, Problems problems)
    {
        var found = new List<ReadyQuestion>();
        foreach (var file in folders.SelectMany(ClaimReader.FilesIn))
        {
            var name = Path.GetFileName(file);
            if (ExperimentReader.Open(file, name, shelf, problems) is not { } experiment || YamlFile.Open(file, name, problems) is not { } root) continue;
            if ((root["from"] as Scalar)?.Text != "record") continue;
            var measured = root["operational"] is null ? null : DataFiles.Name(new Fields(root, problems), "operational");
            var asked = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(asked)) JsonFile.Write(new Mapping(root.At, [.. root.Entries.Where(entry => s_asked.Contains(entry.Key.Text))]), writer);
            found.Add(new ReadyQuestion(
                experiment.Id, experiment.Title, experiment.Statement, measured, experiment.ScenarioId, experiment.Scenario.FirstDay + experiment.Start,
                asked.WrittenSpan.ToArray()));
        }
        return found;
    }
}
