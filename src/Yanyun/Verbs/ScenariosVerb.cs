using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Dates;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;
using Yanyun.Engine;

namespace Yanyun.Cli.Verbs;

/// <summary>Names the scenarios, shows one, and checks data files.</summary>
public sealed class ScenariosVerb : IVerb
{
    public VerbSpec Spec { get; } = new("scenarios",
        new("list the scenarios, show one, or check data files", "列出劇本、查看劇本，或檢查資料檔"),
        [
            new Positional("list|show|validate", new("what to do", "要做什麼"), ["list", "show", "validate"]),
            new Positional("ID|PATH", new("a scenario to show, or folders or files to check, as scenarios/geography",
                "要查看的劇本，或要檢查的資料夾或檔案，如 scenarios/geography"), [], Optional: true, Repeats: true),
        ],
        [],
        ["scenarios list", "scenarios show 1140-henan", "scenarios validate scenarios/1140-henan"]);

    public Exit Run(Call call)
    {
        var rest = call.Given.Words.Skip(1).ToList();
        var wrong = call.Given.Words[0] switch
        {
            "list" when rest.Count > 0 => Mistake.Usage("yanyun scenarios", CliMessages.WordTooMany, null, rest[0], "scenarios list"),
            "show" when rest.Count == 0 => Mistake.Usage("yanyun scenarios", CliMessages.WordMissing, null, "ID", "scenarios show ID"),
            "show" when rest.Count > 1 => Mistake.Usage("yanyun scenarios", CliMessages.WordTooMany, null, rest[1], "scenarios show ID"),
            "validate" when rest.Count == 0 => Mistake.Usage("yanyun scenarios", CliMessages.WordMissing, null, "PATH", "scenarios validate PATH..."),
            _ => null,
        };
        if (wrong is not null) return wrong.Tell(call.Error, call.Language);
        if (call.Given.Words[0] == "validate") return Validate(call, rest);
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        return call.Given.Words[0] == "list" ? List(call, library!) : Show(call, library!, rest[0]);
    }

    private static Exit List(Call call, Library library)
    {
        foreach (var id in library.Ids)
        {
            var (bookmark, broken) = library.Load(id);
            if (broken is not null) return broken.Tell(call.Error, call.Language);
            var head = bookmark!.Head;
            call.Out.WriteLine($"{id}  {head.Title.In(call.Language)}  {head.First} - {head.Last}");
        }
        return Exit.Done;
    }

    private static Exit Show(Call call, Library library, string id)
    {
        var (bookmark, broken) = library.Load(id);
        if (broken is not null) return broken.Tell(call.Error, call.Language);
        var chinese = call.Language == Language.Chinese;
        var head = bookmark!.Head;
        var start = bookmark.Scenario.Start!;
        call.Out.WriteLine($"{id}  {head.Title.In(call.Language)}");
        call.Out.WriteLine(head.Question.In(call.Language));
        call.Out.WriteLine();
        call.Out.WriteLine($"{(chinese ? "首日" : "First day"),-12} {Dates.All(library.Calendar, head.First)}");
        call.Out.WriteLine($"{(chinese ? "末日" : "Last day"),-12} {Dates.All(library.Calendar, head.Last)}");
        for (byte p = 1; p < bookmark.Scenario.Polities.Length; p++)
        {
            var polity = new PolityId(p);
            var (places, forces, men) = (0, 0, 0L);
            foreach (ref readonly var place in start.AllPlaces) if (place.Holder == polity) places++;
            foreach (ref readonly var force in start.AllForces)
            {
                if (force.Polity != polity || !force.Alive) continue;
                forces++;
                men += force.Men;
            }
            if (places + forces == 0) continue;
            var name = bookmark[polity].Name.In(call.Language);
            call.Out.WriteLine(chinese ? $"  {name}（{bookmark[polity].Slug}）：據點 {places}，部隊 {forces}，兵 {men:N0}"
                : $"  {name} ({bookmark[polity].Slug}): {places} places, {forces} forces, {men:N0} men");
        }
        call.Out.WriteLine();
        call.Out.WriteLine(chinese ? "職守：" : "Seats:");
        foreach (var seat in bookmark.Slugs.Seats.Ids) call.Out.WriteLine($"  {seat}");
        return Exit.Done;
    }

    /// <summary>
    /// Checks what each path is part of: a scenario (a folder with a scenario.yaml), a geography (with a tables.yaml), a calendar (with a
    /// months.yaml), or the folder of all of them.
    /// </summary>
    private static Exit Validate(Call call, IReadOnlyList<string> paths)
    {
        var problems = new Problems();
        var done = new HashSet<string>();
        foreach (var path in paths)
        {
            if (!Path.Exists(path)) return Mistake.NotHere(path, CliMessages.NoFile, null, Known).Tell(call.Error, call.Language);
            var parts = PartsOf(path);
            if (parts.Count == 0) return Mistake.NotHere(path, CliMessages.NotData, null, Known).Tell(call.Error, call.Language);
            foreach (var part in parts)
                if (done.Add(Path.GetFullPath(part))) Check(part, problems);
        }
        foreach (var problem in problems.All) call.Error.WriteLine(problem.Render(call.Language));
        var count = problems.Errors;
        call.Out.WriteLine(call.Language == Language.Chinese
            ? $"錯誤 {count}，警告 {problems.All.Count - count}"
            : $"{count} errors, {problems.All.Count - count} warnings");
        return count == 0 ? Exit.Done : Exit.NotHere;
    }

    private static readonly Bilingual Known = new("a scenario, a geography, a calendar, the folder of all, or a file of one of them",
        "劇本、地理、曆法、其總資料夾，或其中的檔案");

    private static readonly string[] Heads = ["scenario.yaml", "tables.yaml", "months.yaml"];

    private static bool IsWhole(string folder) => Heads.Any(head => File.Exists(Path.Combine(folder, head)));

    /// <summary>The whole that a path is part of, or the wholes that it holds.</summary>
    private static List<string> PartsOf(string path)
    {
        if (Directory.Exists(path) && !IsWhole(path))
        {
            var inside = Directory.GetDirectories(path).Where(IsWhole).Order(StringComparer.Ordinal).ToList();
            if (inside.Count > 0) return inside;
        }
        // A file, or a folder of a geography: its whole is at most two folders up.
        for (var (at, up) = (path, 0); at is { Length: > 0 } && up < 3; (at, up) = (Path.GetDirectoryName(at), up + 1))
            if (Directory.Exists(at) && IsWhole(at)) return [at];
        return [];
    }

    private static void Check(string folder, Problems problems)
    {
        if (File.Exists(Path.Combine(folder, "scenario.yaml"))) Scenario(folder, problems);
        else if (File.Exists(Path.Combine(folder, "tables.yaml"))) Geography.Load(folder, problems);
        else CalendarFile.Open(Path.Combine(folder, "months.yaml"), Path.Combine(folder, "months.yaml"), problems);
    }

    /// <summary>A scenario is checked against the geography, the calendar and the people beside it, or else those of the program.</summary>
    private static void Scenario(string path, Problems problems)
    {
        var full = Path.GetFullPath(path);
        var scenarios = Path.GetDirectoryName(full)!;
        var house = Library.Open().Library?.Folder ?? scenarios;
        string Beside(string part) => Path.Combine(Directory.Exists(Path.Combine(scenarios, part)) ? scenarios : house, part);
        var months = Path.Combine(Beside("calendar"), "months.yaml");
        var calendar = CalendarFile.Open(months, Library.Shown(months), problems);
        var geography = Geography.Load(Library.Shown(Beside("geography")), problems);
        if (calendar is not null && geography is not null)
            Bookmark.Load(Library.Shown(scenarios), Path.GetFileName(full), geography, calendar.Calendar, problems, Library.Shown(Beside("people")));
    }
}
