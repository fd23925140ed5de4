using System.Globalization;
using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Claims;

/// <summary>
/// Reads the file of a claim: an experiment with who says so, what is measured, and controls. A control says what it does otherwise and has the rest
/// from its claim.
/// </summary>
public static class ClaimReader
{
    public const string Format = "yanyun-claim/1";

    /// <summary>What a control has from its claim unless it says otherwise.</summary>
    private static readonly string[] s_inherited =
    [
        "sentences", "scenario", "from", "start", "first_seed", "past_seed", "pairs", "minds", "both", "outcomes", "horizons", "primary", "half_width", "margin",
        "given",
    ];

    private static readonly string[] s_roles = [.. Words<Role>.All.Where(word => word != Words<Role>.Of(Role.Claim))];

    /// <summary>The files of a folder of claims, by name; none when there is no such folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];

    /// <summary>The claim, or null with every fault among the problems.</summary>
    /// <param name="name">How problems call the file.</param>
    public static Claim? Open(string path, string name, ExperimentShelf shelf, Problems problems) =>
        YamlFile.Open(path, name, problems) is { } root && HasFormat(new Fields(root, problems)) ? Read(root, shelf, problems) : null;

    /// <summary>As <see cref="Open"/>, from text.</summary>
    public static Claim? Parse(string text, string name, ExperimentShelf shelf, Problems problems) =>
        YamlFile.Parse(text, name, problems) is { } root && HasFormat(new Fields(root, problems)) ? Read(root, shelf, problems) : null;

    /// <summary>What a list says of the claim in a file; null with the reason when the file has no head.</summary>
    /// <param name="name">How problems call the file.</param>
    public static ClaimHead? Head(string path, string name, Problems problems)
    {
        var before = problems.Errors;
        if (YamlFile.Open(path, name, problems) is not { } root) return null;
        var top = new Fields(root, problems);
        if (!HasFormat(top)) return null;
        var head = new ClaimHead(
            top.Slug("id"), path, DataFiles.Name(top, "title"), DataFiles.Name(top, "statement"), top.Texts("sentences"), top.Text("scenario"),
            [.. top.Rows("controls").Select(row => row.Slug("id"))]);
        OfItsFile(head.Id, top, problems);
        return problems.Errors > before ? null : head;
    }

    internal static Claim? Read(Mapping root, ExperimentShelf shelf, Problems problems)
    {
        var before = problems.Errors;
        var top = new Fields(root, problems);
        top.Text("format");
        var id = top.Slug("id");
        OfItsFile(id, top, problems);
        var positions = top.Rows("held_by").Select(ReadPosition).ToList();
        if (positions.Count == 0 && top.Has("held_by")) problems.Add(ClaimMessages.NobodySays, top.Of("held_by"), id);
        var operational = DataFiles.Name(top, "operational");
        top.Find("controls");
        var trial = ExperimentReader.ReadBody(top, shelf, problems);
        if (trial is null || problems.Errors > before) return null;

        if (trial.Sentences.Count == 0) problems.Add(ClaimMessages.NoSentence, top.Of("sentences"), id);
        if (trial.Expect == Expectation.Open) problems.Add(ClaimMessages.NothingExpected, top.Of("expect"), id);
        if (trial.HalfWidth > trial.Margin) problems.Add(ClaimMessages.NarrowerThanAsked, top.Of("half_width"), Figure(trial.HalfWidth), Figure(trial.Margin));
        var controls = ReadControls(root, trial, shelf, problems);
        return problems.Errors > before ? null : new Claim { Id = id, HeldBy = positions, Operational = operational, Trial = trial, Controls = controls };
    }

    private static bool HasFormat(Fields top)
    {
        var format = top.Text("format");
        if (format == Format) return true;
        if (format.Length > 0) top.Problems.Add(ReadingMessages.WrongFormat, top.Of("format"), format, Format);
        return false;
    }

    /// <summary>A claim is found by the name of its file.</summary>
    private static void OfItsFile(string id, Fields top, Problems problems)
    {
        var file = Path.GetFileNameWithoutExtension(top.At.File);
        if (id.Length > 0 && id != file) problems.Add(ClaimMessages.OtherFile, top.Of("id"), id, file);
    }

    private static Position ReadPosition(Fields row)
    {
        var position = new Position(
            DataFiles.Name(row, "who"), row.Choice<Assent>("holds"), DataFiles.Name(row, "says"), row.TextIfAny("source"),
            row.Choice<Confidence>("confidence"));
        row.End();
        return position;
    }

    private static List<Experiment> ReadControls(Mapping root, Experiment trial, ExperimentShelf shelf, Problems problems)
    {
        var controls = new List<Experiment>();
        var ids = new IdTable("control", "對照");
        var roles = new List<string>();
        var top = new Fields(root, problems);
        top.Rows("controls").Count();
        foreach (var item in (root["controls"] as Sequence)?.Items ?? [])
        {
            if (item is not Mapping own) continue;
            var row = new Fields(WithInherited(own, root), problems);
            ids.Add(row.Slug("id"), row.Of("id"), problems);
            var role = row.OneOf("role", s_roles);
            if (Words<Role>.TryRead(role, out var kind)) roles.Add(role);
            if (ExperimentReader.ReadBody(row, shelf, problems) is not { } control) continue;
            if (own["expect"] is null && kind != Role.Control) control = control with { Expect = Expectation.NoEffect };
            if (Texts(control).SequenceEqual(Texts(trial))) problems.Add(ClaimMessages.SameAsClaim, row.Of("id"), control.Id);
            controls.Add(control with { Id = $"{trial.Id}.{control.Id}", Role = kind, Of = trial.Id });
        }
        foreach (var needed in (Role[])[Role.Placebo, Role.WrongDate])
            if (root["controls"] is Sequence && !roles.Contains(Words<Role>.Of(needed))) problems.Add(ClaimMessages.NoControl, top.Of("controls"), trial.Id, Words<Role>.Of(needed));
        return controls;

        static IEnumerable<string> Texts(Experiment one) =>
            [one.Start.ToString(CultureInfo.InvariantCulture), .. one.Both.Select(edit => edit.Text), "change", .. one.Change.Select(edit => edit.Text)];
    }

    private static Mapping WithInherited(Mapping own, Mapping claim) =>
        new(own.At, [.. own.Entries, .. claim.Entries.Where(entry => s_inherited.Contains(entry.Key.Text) && own[entry.Key.Text] is null)]);

    private static string Figure(double value) => value.ToString("G", CultureInfo.InvariantCulture);
}
