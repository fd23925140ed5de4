using System.Globalization;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Telling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Cli.Verbs;

/// <summary>Answers why something happened: the chain of causes of an event, back to the decision or the first day.</summary>
public sealed class WhyVerb : IVerb
{
    private const string Like = "1140-06-15.17";

    public VerbSpec Spec { get; } = new("why",
        new("tell the chain of causes of an event in a record", "敘述記錄中某一事件的因果鏈"),
        [
            new Positional("FILE.yanyun", new("the record", "記錄檔"), []),
            new Positional("EVENT", new("id of the event, as replay --log gives it: 1140-06-15.17", "事件編號，見 replay --log：1140-06-15.17"), []),
        ],
        [],
        ["why war.yanyun 1140-06-15.17"]);

    public Exit Run(Call call)
    {
        var (path, word) = (call.Given.Words[0], call.Given.Words[1]);
        var dot = word.LastIndexOf('.');
        if (dot < 0 || !int.TryParse(word.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
            return Mistake.Usage("EVENT", CliMessages.NotEvent, null, word).Tell(call.Error, call.Language);
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var (day, noDay) = Dates.Read(library!.Calendar, "EVENT", word[..dot]);
        if (noDay is not null) return noDay.Tell(call.Error, call.Language);
        var (record, broken) = RecordOpener.Open(library, path);
        if (broken is not null) return broken.Tell(call.Error, call.Language);
        var first = record!.File.Head.FirstDay;
        var last = first + record.File.Days.Count;
        if (day <= first || day > last)
            return Mistake.NotHere("EVENT", CliMessages.DayOutside, null, Dates.All(library.Calendar, day), path, (first + 1).ToString(), last.ToString())
                .Tell(call.Error, call.Language);

        // The minds of the run look on, and think again what they thought: a record keeps orders, not reasons.
        var minds = record.Onlookers();
        var run = record.Rerun(minds);
        var reasons = new Reasons(minds, record.Bookmark, library.Calendar, call.Language);
        var reasonOf = new Dictionary<EventRef, string>();
        var log = new EventLog();
        run.World.Log = log;
        var problems = new Problems();
        var progress = new Progress(call, day - first);
        for (var read = 0; run.World.Date < day && run.Next(problems) && run.Agrees(problems); progress.At(run.World.Today, run.World.Date.ToString()))
            for (; read < log.Count; read++)
                if (log.Entries[read] is { Kind: EventKind.OrderGiven } entry)
                    reasonOf[entry.Id] = reasons.Of(((OrderGiven)EventTypes.Of(entry.Kind).Read(log.Bytes(entry))).Order, run.World.Today);
        progress.End();
        if (!problems.Clean) return new Mistake(Exit.NotHere, problems.All).Tell(call.Error, call.Language);

        var teller = new Teller(record.Bookmark, library.Calendar, call.Language);
        foreach (ref readonly var entry in log.Entries)
            if (Tenures.Concerns(entry.Kind)) teller.Note(entry, EventTypes.Of(entry.Kind).Read(log.Bytes(entry)));
        var words = new EventWords(new OrderWords(record.Bookmark.Slugs, record.Bookmark.Scenario.Atlas), first);
        var found = Find(log, day - first, ordinal, out var nearest);
        if (found is null)
            return Mistake.NotHere("EVENT", CliMessages.UnknownEvent, nearest.Exists ? words.Id(nearest) : null, word, Like).Tell(call.Error, call.Language);
        TellChain(call, teller, words, log, reasonOf, found.Value, first);
        return Exit.Done;
    }

    private static EventLog.Entry? Find(EventLog log, int day, int ordinal, out EventRef nearest)
    {
        nearest = EventRef.None;
        var fewest = int.MaxValue;
        foreach (ref readonly var entry in log.Entries)
        {
            if (entry.Id.Day != day) continue;
            var off = Math.Abs(entry.Id.Ordinal - ordinal);
            if (off == 0) return entry;
            if (off < fewest) (fewest, nearest) = (off, entry.Id);
        }
        return null;
    }

    /// <summary>From the event asked about to what nothing caused but a decision, a rule or the first day.</summary>
    private static void TellChain(Call call, Teller teller, EventWords words, EventLog log,
        Dictionary<EventRef, string> reasonOf, EventLog.Entry entry, Day first)
    {
        var (because, decided, began, reason) = call.Language == Language.Chinese
            ? ("因為", "（決策）", "（首日已如此）", "理由：") : ("because", "(a decision)", "(so on the first day)", "reason: ");
        for (var depth = 0; ; depth++)
        {
            var lead = depth == 0 ? "" : $"{new string(' ', 3 * (depth - 1))}└─ {because} ";
            var e = EventTypes.Of(entry.Kind).Read(log.Bytes(entry));
            var mark = entry.Cause.Exists ? "" : entry.Kind == EventKind.OrderGiven ? " " + decided : "";
            call.Out.WriteLine($"{lead}[{words.Id(entry.Id)}] {teller.Explain(entry, e, first)}{mark}");
            if (reasonOf.GetValueOrDefault(entry.Id) is { Length: > 0 } said) call.Out.WriteLine($"{new string(' ', 3 * depth + 3)}{reason}{said}");
            if (!entry.Cause.Exists) return;
            if (Find(log, entry.Cause.Day, entry.Cause.Ordinal, out _) is not { } cause)
            {
                call.Out.WriteLine($"{new string(' ', 3 * depth)}└─ {began}");
                return;
            }
            entry = cause;
        }
    }
}
