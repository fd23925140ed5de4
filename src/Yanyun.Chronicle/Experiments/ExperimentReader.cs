using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>What a file of an experiment is read beside: the scenarios there are, and the words for minds.</summary>
/// <param name="Scenarios">Their ids.</param>
/// <param name="Load">A scenario read from its files, each time anew: an experiment may change its first day. Null when it has faults,
/// which are then told.</param>
/// <param name="Minds">Words for minds.</param>
public sealed record ExperimentShelf(IReadOnlyList<string> Scenarios, Func<string, Problems, Bookmark?> Load, IReadOnlyList<string> Minds);

/// <summary>Reads the file of an experiment: docs/lab.md.</summary>
public static class ExperimentReader
{
    public const string Format = "yanyun-experiment/1";

    /// <summary>The experiment, or null with every fault among the problems.</summary>
    /// <param name="name">How problems call the file.</param>
    public static Experiment? Open(string path, string name, ExperimentShelf shelf, Problems problems) =>
        YamlFile.Open(path, name, problems) is { } root ? Read(root, shelf, problems) : null;

    /// <summary>As <see cref="Open"/>, from text.</summary>
    public static Experiment? Parse(string text, string name, ExperimentShelf shelf, Problems problems) =>
        YamlFile.Parse(text, name, problems) is { } root ? Read(root, shelf, problems) : null;

    private static Experiment? Read(Mapping root, ExperimentShelf shelf, Problems problems)
    {
        var before = problems.Errors;
        var top = new Fields(root, problems);
        var format = top.Text("format");
        if (format != Format)
        {
            if (format.Length > 0) problems.Add(ReadingMessages.WrongFormat, top.Of("format"), format, Format);
            return null;
        }
        var scenarios = new IdTable("scenario", "劇本");
        foreach (var id in shelf.Scenarios) scenarios.Add(id, default, problems);
        if (top.Id("scenario", scenarios) is not (> 0 and var number) || shelf.Load(scenarios[number], problems) is not { } bookmark) return null;
        var read = new ExperimentPage(top, bookmark, shelf, problems).Read();
        return problems.Errors > before ? null : read;
    }
}

/// <summary>One file being read.</summary>
internal sealed class ExperimentPage(Fields top, Bookmark bookmark, ExperimentShelf shelf, Problems problems)
{
    /// <summary>No experiment of ours has so many pairs that a run index would not fit.</summary>
    private const int MostPairs = 100_000_000;
    private const int Digits = 4;

    private readonly Pools _pools = new(bookmark, problems);

    public Experiment? Read()
    {
        var id = top.Slug("id");
        var title = DataFiles.Name(top, "title");
        var statement = DataFiles.Name(top, "statement");
        var role = top.ChoiceIfAny<Role>("role") ?? Role.Claim;
        var of = top.TextIfAny("of");
        var sentences = top.Texts("sentences");
        foreach (var sentence in sentences)
            if (!Pools.IsSentence(sentence)) problems.Add(AnnalsMessages.WrongReference, top.Of("sentences"), id, sentence);

        var span = new ExperimentSpan(top, bookmark.Scenario, problems);
        var seed = (ulong)(top.WholeIfAny("first_seed", 0, int.MaxValue) ?? 1);
        var past = top.WholeIfAny("past_seed", 0, int.MaxValue);
        var pairs = top.Whole("pairs", 2, MostPairs);
        var minds = Minds();

        var edits = new EditReader(_pools, span);
        var both = top.Rows("both", required: false).Select(edits.Read).OfType<Edit>().ToList();
        var change = top.Rows("change").Select(edits.Read).OfType<Edit>().ToList();
        if (change.Count == 0 && problems.Errors == 0) problems.Add(ExperimentMessages.NothingChanges, top.Of("change"));

        var outcomes = new OutcomeReader(_pools);
        var list = top.Rows("outcomes").Select(outcomes.Read).OfType<Outcome>().ToList();
        if ((list.Count == 0 || span.Horizons.Count == 0) && problems.Errors == 0) problems.Add(ExperimentMessages.NoOutcome, top.At);
        var (primary, horizon) = Primary(outcomes, span);
        var halfWidth = top.Scaled("half_width", Digits, 0, 100_000) / 10_000.0;
        var margin = top.Has("margin") ? top.Scaled("margin", Digits, 0, 100_000) / 10_000.0 : halfWidth;
        var expect = top.ChoiceIfAny<Expectation>("expect") ?? Expectation.Open;
        top.End();
        if (problems.Errors > 0) return null;

        var changed = change.Any(edit => edit.Setting is not null && edit.From == 0) ? shelf.Load(bookmark.Head.Slug, problems) : bookmark;
        if (changed is null) return null;
        foreach (var edit in both.Where(edit => edit.From == 0))
        {
            edit.Setting!.Apply(bookmark.Scenario.Start!);
            if (changed != bookmark) edit.Setting.Apply(changed.Scenario.Start!);
        }
        foreach (var edit in change.Where(edit => edit.From == 0)) edit.Setting!.Apply(changed.Scenario.Start!);
        return new Experiment
        {
            Id = id, Title = title, Statement = statement, Role = role, Of = of, Sentences = sentences, ScenarioId = bookmark.Head.Slug,
            Scenario = bookmark.Scenario, ChangedScenario = changed.Scenario, Script = bookmark.Annals?.Script, Checks = bookmark.Annals?.Checks,
            AnnalsHash = bookmark.AnnalsHash, Minds = minds, Start = span.Start, FirstSeed = seed, PastSeed = (ulong?)past, Pairs = pairs, Both = both,
            Change = change, Outcomes = list, Horizons = span.Horizons, Primary = primary, PrimaryHorizon = horizon, HalfWidth = halfWidth,
            Margin = margin, Expect = expect,
        };
    }

    private string[] Minds()
    {
        var words = new string[bookmark.Scenario.Seats.Length];
        Array.Fill(words, "historical");
        if (top.Inner("minds", required: false) is not { } minds) return words;
        foreach (var (key, value) in minds.Pairs())
        {
            if (!shelf.Minds.Contains(value.Text))
                problems.Add(new Problem(ReadingMessages.NotChoice, value.At, [key.Text, value.Text, shelf.Minds], Nearest.To(value.Text, shelf.Minds)));
            var seats = bookmark.Slugs.Seats;
            if (key.Text == "all") Array.Fill(words, value.Text);
            else if (seats[key.Text] is > 0 and var seat) words[seat] = value.Text;
            else problems.Add(new Problem(ReadingMessages.NotKnown, key.At, ["minds", seats.Kind, key.Text], Nearest.To(key.Text, seats.Ids.Append("all"))));
        }
        minds.End();
        return words;
    }

    private (int Outcome, int Horizon) Primary(OutcomeReader outcomes, ExperimentSpan span)
    {
        if (top.Inner("primary") is not { } primary) return (0, 0);
        var outcome = Math.Max(0, primary.Id("outcome", outcomes.Ids) - 1);
        var horizon = 0;
        if (primary.Find("horizon") is Scalar word)
        {
            horizon = span.Words.ToList().IndexOf(word.Text);
            if (horizon < 0 && span.Horizons.Count > 0)
                problems.Add(new Problem(ExperimentMessages.NotAHorizon, word.At, [word.Text, span.Words], Nearest.To(word.Text, span.Words)));
        }
        else
        {
            primary.Text("horizon");
        }
        primary.End();
        return (outcome, Math.Max(0, horizon));
    }
}

/// <summary>The days of an experiment: its start and its horizons.</summary>
internal sealed class ExperimentSpan
{
    private readonly Scenario _scenario;
    private readonly List<(int Days, string Word)> _horizons = [];

    public ExperimentSpan(Fields top, Scenario scenario, Problems problems)
    {
        _scenario = scenario;
        Start = DayOf(top, "start", earliest: 1) ?? 1;
        if (top.Find("horizons") is Sequence list)
            foreach (var item in list.Items) Add(item, problems);
        else top.Texts("horizons");
        _horizons.Sort();
    }

    /// <summary>Days from the scenario's first.</summary>
    public int Start { get; }

    /// <summary>Days after the start, ascending.</summary>
    public IReadOnlyList<int> Horizons => [.. _horizons.Select(horizon => horizon.Days)];

    /// <summary>As written, in the same order.</summary>
    public IReadOnlyList<string> Words => [.. _horizons.Select(horizon => horizon.Word)];

    public int Last => _horizons.Count == 0 ? _scenario.Days - 1 : Start + _horizons[^1].Days;

    public string DateOf(int day) => (_scenario.FirstDay + day).ToString();

    /// <summary>A day of the scenario under a key, from its first; null with a problem when it is none.</summary>
    public int? DayOf(Fields row, string key, int earliest = 0)
    {
        var day = row.Date(key);
        if (!day.Exists) return null;
        var first = _scenario.FirstDay + earliest;
        if (day >= first && day <= _scenario.LastDay) return day - _scenario.FirstDay;
        row.Problems.Add(ExperimentMessages.DayOutside, row.Of(key), key, day.ToString(), first.ToString(), _scenario.LastDay.ToString());
        return null;
    }

    private void Add(Node item, Problems problems)
    {
        var word = (item as Scalar)?.Text ?? "";
        int days;
        if (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole)) days = whole;
        else if (JulianDate.TryRead(word, out var day)) days = day - _scenario.FirstDay - Start;
        else
        {
            problems.Add(ExperimentMessages.NotHorizon, item.At, word);
            return;
        }
        var date = days > 1_000_000 ? word : (_scenario.FirstDay + Start + days).ToString();
        if (days < 1 || Start + days > _scenario.Days - 1)
            problems.Add(ExperimentMessages.HorizonOutside, item.At, word, date, DateOf(Start), _scenario.LastDay.ToString());
        else if (_horizons.Exists(horizon => horizon.Days == days)) problems.Add(ExperimentMessages.SameHorizon, item.At, word);
        else _horizons.Add((days, word));
    }
}
