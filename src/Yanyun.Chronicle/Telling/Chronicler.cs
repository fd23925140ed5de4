using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// Tells a run as a chronicle, day after day: what mattered, what it cost, why it came, and what of it the annals record. It must be shown
/// every day
/// of the run, also those nobody wants to read: it remembers causes and what each court believed.
/// </summary>
public sealed class Chronicler
{
    /// <summary>Sentences a day at most.</summary>
    public const int MostLines = 15;
    /// <summary>What weighs less is not told. Balance: so that a quiet day stays quiet.</summary>
    private const int LeastWeight = 36;

    private readonly Speaker _speaker;
    private readonly Memory _memory = new();
    private readonly Gatherer _gatherer;
    private readonly Citations _citations;
    private readonly Bookmark _bookmark;
    private Hearsay? _hearsay;
    private Day _quietSince;
    private (Phrase? Phrase, int Wording) _last;

    public Chronicler(Bookmark bookmark, Calendar calendar, Language language)
    {
        _bookmark = bookmark;
        _speaker = new Speaker(bookmark, calendar, language);
        var sentences = new Sentences(bookmark.Scenario, bookmark.Geography.Gazetteer, _speaker.Names);
        _gatherer = new Gatherer(bookmark.Scenario, _memory, new Causes(_memory, _speaker.Names, sentences), sentences, _speaker.Names);
        _citations = new Citations(bookmark.Facts, bookmark.Scenario);
    }

    /// <summary>First day that is told; what was before is only remembered. None: the first of the run.</summary>
    public Day From { get; init; }

    /// <summary>Tells the day that <paramref name="world"/> has just done.</summary>
    /// <param name="log">Its events; earlier days that are still in it are skipped.</param>
    /// <param name="decisions">The decisions of history taken today; they are told in the words of the annals.</param>
    public DayPage Day(World world, EventLog log, IReadOnlyList<Decided>? decisions = null)
    {
        _hearsay ??= new Hearsay(world.Scenario.Start ?? world);
        var first = _memory.Keep(log);
        Remember(first);
        _speaker.Names.AsOf(Morning(world.Today));
        _gatherer.Decided.Clear();
        var decided = new List<Tale>();
        foreach (var decision in decisions ?? [])
        {
            _gatherer.Decided.Add(decision.Seat);
            decided.Add(Tell(decision, world));
        }
        var tales = _gatherer.Gather(world, first);
        tales.AddRange(decided);
        _hearsay.Gather(world, Morning(world.Today), _gatherer.Rank, tales);
        return Page(world.Date, tales);
    }

    /// <summary>The first event of a day: what it is told as of had not happened by then.</summary>
    private static EventRef Morning(int day) => new(day, 1);

    private void Remember(int first)
    {
        for (var i = first; i < _memory.Count; i++)
            if (Tenures.Concerns(_memory.At(i).Kind))
                _speaker.Names.Tenures.Note(_memory.At(i).Id, EventTypes.Of(_memory.At(i).Kind).Read(_memory.Bytes(i)));
    }

    private Tale Tell(Decided decision, World world)
    {
        Fact? cited = null;
        foreach (var id in decision.References)
            if (_bookmark.Facts.Find(id) is { } fact && (cited is null || fact.Off(world.Date) < cited.Off(world.Date))) cited = fact;
        var saying = new Saying(CommandPhrases.Decision, ("place", world[decision.Seat].At), ("what", decision.What));
        return new Tale(saying, 80, new EventRef(world.Today, 2), Cited: cited, Happened: false);
    }

    private DayPage Page(Day day, List<Tale> tales)
    {
        // The heaviest are kept, then told in the order of the day: a stable order, so that a run is told alike every time.
        // What is too light to be told, or was before the first day told, has happened all the same: it is held against the annals too.
        var cited = tales.OrderByDescending(tale => tale.Weight).ThenBy(tale => tale.Event.Packed).Select(tale => (Tale: tale,
            Fact: _citations.Cite(tale, day))).ToList();
        if (day < From) return new DayPage(day, null, "", [], []);
        var lines = cited.Where(one => one.Tale.Weight >= LeastWeight).Take(MostLines).OrderBy(one => one.Tale.Event.Packed).Select(one
            => Write(one.Tale, one.Fact, day))
            .ToList();
        var notes = _citations.Missed(day).Select((fact, i) => Note(fact, day, i)).ToList();
        if (lines.Count == 0 && notes.Count == 0)
        {
            if (!_quietSince.Exists) _quietSince = day;
            return new DayPage(day, null, "", [], []);
        }
        var before = _quietSince.Exists ? Quiet(_quietSince, day - 1) : null;
        _quietSince = Engine.Day.None;
        return new DayPage(day, before, Teller.HeadingOf(_speaker, day), lines, notes);
    }

    private Line Write(Tale tale, Fact? fact, Day day)
    {
        var wording = Wording(tale);
        _speaker.Names.AsOf(tale.Event);
        var parts = _speaker.Parts(tale.Saying, wording);
        var text = Piece.TextOf(parts);
        var words = _speaker.Language == Language.Chinese ? tale.Saying.Phrase.Chinese : tale.Saying.Phrase.English;
        return new Line(fact is null ? text : text + Cite(fact, day), parts, tale.Event, fact, words[wording], Subjects.Of(tale.Saying), tale.Happened);
    }

    /// <summary>No wording twice running.</summary>
    private int Wording(Tale tale)
    {
        var wordings = tale.Saying.Phrase.Wordings(_speaker.Language);
        var wording = Choice.Of(tale.Event) % wordings;
        if (_last == (tale.Saying.Phrase, wording)) wording = (wording + 1) % wordings;
        _last = (tale.Saying.Phrase, wording);
        return wording;
    }

    private string Cite(Fact fact, Day day) => _speaker.Say(new Saying(CommonPhrases.Recorded, ("day", DateOf(fact, day)), ("source",
        Works.In(fact.Source, _speaker.Language))));

    private string DateOf(Fact fact, Day day) => fact.Until == fact.Day ? _speaker.Date(fact.Day, day)
        : _speaker.Say(new Saying(CommonPhrases.Span, ("from", _speaker.Date(fact.Day, day)), ("until", _speaker.Date(fact.Until, day))));

    private string Note(Fact fact, Day day, int i) => _speaker.Sentence(new Saying(CommonPhrases.RecordOnly, ("day", DateOf(fact, day)),
        ("what", fact.What), ("source", Works.In(fact.Source, _speaker.Language))), i);

    private string Quiet(Day from, Day until) => _speaker.Sentence(from == until
        ? new Saying(CommonPhrases.QuietDay, ("from", from))
        : new Saying(CommonPhrases.QuietDays, ("from", from), ("until", _speaker.Date(until, from)), ("days", new Days(until - from + 1))));
}
