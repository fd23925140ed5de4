using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Claims;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>Reads the file of an experiment, or of a claim for the experiment that tries it: docs/lab.md.</summary>
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

    /// <summary>As <see cref="Open"/>, of what somebody asks: a mapping with the keys of a file, beside those that are settled for him.</summary>
    public static Experiment? Ask(Mapping asked, IReadOnlyList<(string Key, Node Value)> settled, ExperimentShelf shelf, Problems problems) =>
        ReadBody(new Fields(new Mapping(asked.At, [.. settled.Select(one => (new Scalar(asked.At, one.Key, plain: false), one.Value)), .. asked.Entries]), problems), shelf, problems);

    private static Experiment? Read(Mapping root, ExperimentShelf shelf, Problems problems)
    {
        var top = new Fields(root, problems);
        var format = top.Text("format");
        if (format == ClaimReader.Format) return ClaimReader.Read(root, shelf, problems)?.Trial;
        if (format == Format) return ReadBody(top, shelf, problems);
        if (format.Length > 0) problems.Add(ReadingMessages.WrongFormat, top.Of("format"), format, Format);
        return null;
    }

    /// <summary>The experiment among the keys of a mapping that may have been asked for others.</summary>
    internal static Experiment? ReadBody(Fields top, ExperimentShelf shelf, Problems problems)
    {
        var before = problems.Errors;
        var scenarios = new IdTable("scenario", "劇本");
        foreach (var id in shelf.Scenarios) scenarios.Add(id, default, problems);
        if (top.Id("scenario", scenarios) is not (> 0 and var number) || shelf.Read(scenarios[number], problems) is not { } bookmark) return null;
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
    private readonly int _before = problems.Errors;

    /// <summary>No fault of this experiment has been met.</summary>
    private bool Sound => problems.Errors == _before;

    public Experiment? Read()
    {
        var id = top.Slug("id");
        var title = DataFiles.Name(top, "title");
        var statement = DataFiles.Name(top, "statement");
        var sentences = top.Texts("sentences");
        foreach (var sentence in sentences)
            if (!Pools.IsSentence(sentence)) problems.Add(AnnalsMessages.WrongReference, top.Of("sentences"), id, sentence);

        var span = new ExperimentSpan(top, bookmark.Scenario, problems);
        var seed = (ulong)(top.WholeIfAny("first_seed", 0, int.MaxValue) ?? 1);
        var past = top.WholeIfAny("past_seed", 0, int.MaxValue);
        var recorded = top.Has("from") && top.OneOf("from", ["own", "record"]) == "record";
        if (recorded && past is not null) problems.Add(ExperimentMessages.TwoPasts, top.Of("past_seed"));
        var pairs = top.Whole("pairs", 2, MostPairs);
        var minds = Minds();

        var edits = new EditReader(_pools, span);
        var both = top.Rows("both", required: false).Select(edits.Read).OfType<Edit>().ToList();
        var change = top.Rows("change").Select(edits.Read).OfType<Edit>().ToList();
        if (change.Count == 0 && Sound) problems.Add(ExperimentMessages.NothingChanges, top.Of("change"));

        var outcomes = new OutcomeReader(_pools);
        var list = top.Rows("outcomes").Select(outcomes.Read).OfType<Outcome>().ToList();
        if ((list.Count == 0 || span.Horizons.Count == 0) && Sound) problems.Add(ExperimentMessages.NoOutcome, top.At);
        var (primary, horizon) = Primary(outcomes, span);
        var given = Given(outcomes, span);
        var halfWidth = top.Scaled("half_width", Digits, 0, 100_000) / 10_000.0;
        var margin = top.Has("margin") ? top.Scaled("margin", Digits, 0, 100_000) / 10_000.0 : halfWidth;
        var expect = top.ChoiceIfAny<Expectation>("expect") ?? Expectation.Open;
        top.End();
        if (recorded && both.Concat(change).FirstOrDefault(OfFirstDay) is { } early)
            problems.Add(ExperimentMessages.FirstDayOfRecord, top.Of("from"), early.Setting!.Text);
        var record = recorded && Sound ? Record(span) : null;
        if (!Sound) return null;

        // What is read from files is shared by many; what an experiment changes of its first day is its own.
        var ground = both.Any(OfFirstDay) ? shelf.Load(bookmark.Head.Slug, problems) : bookmark;
        var changed = change.Any(OfFirstDay) ? shelf.Load(bookmark.Head.Slug, problems) : ground;
        if (ground is null || changed is null) return null;
        foreach (var edit in both.Where(OfFirstDay))
        {
            edit.Setting!.Apply(ground.Scenario.Start!);
            if (changed != ground) edit.Setting.Apply(changed.Scenario.Start!);
        }
        foreach (var edit in change.Where(OfFirstDay)) edit.Setting!.Apply(changed.Scenario.Start!);
        return new Experiment
        {
            Id = id, Title = title, Statement = statement, Sentences = sentences, ScenarioId = bookmark.Head.Slug, Scenario = ground.Scenario,
            ChangedScenario = changed.Scenario, Script = bookmark.Annals?.Script, Checks = bookmark.Annals?.Checks, AnnalsHash = bookmark.AnnalsHash,
            Minds = minds, Start = span.Start, FirstSeed = seed, PastSeed = (ulong?)past, Record = record, Pairs = pairs, Both = both, Change = change,
            Outcomes = list, Horizons = span.Horizons, Primary = primary, PrimaryHorizon = horizon, HalfWidth = halfWidth, Margin = margin,
            Expect = expect, Given = given,
        };
    }

    private static bool OfFirstDay(Edit edit) => edit.Setting is not null && edit.From == 0;

    /// <summary>The recorded past up to the start.</summary>
    private RecordedPast? Record(ExperimentSpan span)
    {
        if (shelf.PastOf(bookmark, top.Of("from"), problems) is not { } past) return null;
        if (span.Start - 1 <= past.Days.Count) return past;
        problems.Add(ExperimentMessages.NoRoomBefore, top.Of("start"), bookmark.Head.Slug, span.DateOf(past.Days.Count));
        return null;
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
        var measure = Measure(primary, outcomes, span);
        primary.End();
        return measure;
    }

    private Precondition? Given(OutcomeReader outcomes, ExperimentSpan span)
    {
        if (top.Inner("given", required: false) is not { } given) return null;
        var (outcome, horizon) = Measure(given, outcomes, span);
        var least = given.Whole("at_least", 0, int.MaxValue);
        given.End();
        return new Precondition(outcome, horizon, least);
    }

    /// <summary>An outcome and a horizon by their words.</summary>
    private (int Outcome, int Horizon) Measure(Fields primary, OutcomeReader outcomes, ExperimentSpan span)
    {
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
        return (outcome, Math.Max(0, horizon));
    }
}
