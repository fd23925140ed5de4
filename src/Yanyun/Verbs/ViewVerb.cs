using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Telling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;
using Yanyun.Server.Views;

namespace Yanyun.Cli.Verbs;

/// <summary>Shows what a seat knows on an evening: its own office, what it believes and how old that is, what it ordered and what came back.</summary>
public sealed class ViewVerb : IVerb
{
    public VerbSpec Spec { get; } = new("view",
        new("show what a seat knows on the evening of a day, and why, as far as it knows", "顯示某一職守於某日日終所知，及其所知之緣由"),
        [
            new Positional("SCENARIO", new("id of a scenario, played as replay plays it; or a record: FILE.yanyun", "劇本編號，依 replay 之法推演；或記錄：FILE.yanyun"), []),
            new Positional("SEAT", new("the seat: song-court", "職守：song-court"), []),
        ],
        [
            new Option("--until", Takes.Date, "DATE", new("the day; default the last", "何日；預設為最後一日")),
            new Option("--seed", Takes.Whole, "N", new("seed of the dice of a scenario; default 1", "劇本的隨機種子；預設 1")),
            new Option("--json", Takes.Nothing, "", new("the view as GET .../seats/SEAT/view has it, and under why the causes that the seat knows", "輸出與 GET .../seats/SEAT/view 相同之所知，並於 why 之下列其所知之緣由")),
        ],
        ["view 1140-henan song-court --until 1140-06-15", "view war.yanyun song-hubei-jingxi-command --until 'Shaoxing 10/5/29' --json"]);

    public Exit Run(Call call)
    {
        var (seen, mistake) = call.Given.Words[0].EndsWith(RecordFile.Extension, StringComparison.Ordinal) ? OfRecord(call) : OfScenario(call);
        if (mistake is not null) return mistake.Tell(call.Error, call.Language);
        if (seen is null) return Exit.NotHere;
        if (call.Given.Has("--json")) WriteJson(call.Out, seen);
        else Tell(call, seen);
        return Exit.Done;
    }

    /// <summary>A world on an evening, and who looks at it.</summary>
    private sealed record Seen(Library Library, Bookmark Bookmark, World World, ulong Seed, SeatId Seat)
    {
        public View View => new(World, Seat);
    }

    private static (SeatId Seat, Mistake? Mistake) SeatOf(Call call, Bookmark bookmark)
    {
        var (word, seats) = (call.Given.Words[1], bookmark.Slugs.Seats);
        return seats[word] is > 0 and var number ? (new SeatId((byte)number), null)
            : (SeatId.None, Mistake.NotHere("SEAT", CliMessages.UnknownSeat, Nearest.To(word, seats.Ids), word, seats.Ids));
    }

    private static (Seen? Seen, Mistake? Mistake) OfScenario(Call call)
    {
        var (campaign, mistake) = Campaign.Read(call.Given);
        if (mistake is not null) return (null, mistake);
        var (seat, nobody) = SeatOf(call, campaign!.Bookmark);
        if (nobody is not null) return (null, nobody);
        var (world, problems, progress) = (campaign.Begin(null, out _), new Problems(), new Progress(call, campaign.Days));
        for (; world.World.Today < campaign.Days; progress.At(world.World.Today, world.World.Date.ToString()))
        {
            if (call.Stop.IsCancellationRequested) return (null, Mistake.NotHere("yanyun view", CliMessages.Stopped, null, world.World.Date.ToString()));
            if (campaign.OrdersOn(world.World.Date + 1, problems) is not { } given) return (null, new Mistake(Exit.NotHere, problems.All));
            world.Day(given);
            if (campaign.Past?.Agrees(world.World, problems) == false) return (null, new Mistake(Exit.NotHere, problems.All));
        }
        progress.End();
        return (new Seen(campaign.Library, campaign.Bookmark, world.World, campaign.Seed, seat), null);
    }

    private static (Seen? Seen, Mistake? Mistake) OfRecord(Call call)
    {
        var path = call.Given.Words[0];
        if (call.Given.Text("--seed") is { } seed) return (null, Mistake.Usage("--seed", CliMessages.NotWithRecord, null, seed, path));
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return (null, noLibrary);
        Day? asked = null;
        if (call.Given.Text("--until") is { } text)
        {
            var (day, wrong) = Dates.Read(library!.Calendar, "--until", text);
            if (wrong is not null) return (null, wrong);
            asked = day;
        }
        var (record, broken) = RecordOpener.Open(library!, path);
        if (broken is not null) return (null, broken);
        var (seat, nobody) = SeatOf(call, record!.Bookmark);
        if (nobody is not null) return (null, nobody);
        var first = record.File.Head.FirstDay;
        var (last, until) = (first + record.File.Days.Count, asked ?? first + record.File.Days.Count);
        if (until < first || until > last)
            return (null, Mistake.NotHere("--until", CliMessages.DayOutside, null, Dates.All(library!.Calendar, until), path, first.ToString(), last.ToString()));
        var (run, problems, progress) = (record.Rerun(), new Problems(), new Progress(call, until - first));
        for (; run.World.Date < until; progress.At(run.World.Today, run.World.Date.ToString()))
        {
            if (call.Stop.IsCancellationRequested) return (null, Mistake.NotHere("yanyun view", CliMessages.Stopped, null, run.World.Date.ToString()));
            if (!run.Next(problems) || !run.Agrees(problems)) return (null, new Mistake(Exit.NotHere, problems.All));
        }
        progress.End();
        return (new Seen(library!, record.Bookmark, run.World, record.File.Head.Seed, seat), null);
    }

    private static void WriteJson(TextWriter to, Seen seen)
    {
        var page = new Page();
        var view = seen.View;
        page.Set("scenario", json => json.WriteStringValue(seen.Bookmark.Head.Slug));
        page.Set("seed", json => json.WriteNumberValue(seen.Seed));
        page.Set("day", json => json.WriteNumberValue(seen.World.Today));
        page.Set("date", json => json.WriteStringValue(seen.World.Date.ToString()));
        new SeatPage(seen.Bookmark).Write(view, page);
        page.List("why");
        foreach (var about in Asked(view, seen.Bookmark.Slugs))
            if (KnownWhy.Of(view, seen.Bookmark, seen.Library.Calendar, about).Chain is { Links.Count: > 0 } chain)
                page.Set("why", about, json => JsonSerializer.Serialize(json, chain.Links, s_links));
        to.WriteLine(page.Whole());
    }

    private static readonly JsonSerializerOptions s_links = new(JsonSerializerDefaults.Web) { Encoder = Page.Plain.Encoder };

    /// <summary>The seat itself, those under it, and the forces that it commands.</summary>
    private static List<string> Asked(in View view, Slugs slugs)
    {
        var asked = new List<string>();
        for (byte s = 1; s < view.Scenario.Seats.Length; s++)
            if (new SeatId(s) == view.Seat || view.Superior(new SeatId(s))) asked.Add(slugs.Of(new SeatId(s)));
        for (short f = 1; f < view.ForceRows; f++)
            if (view.Knows(new ForceId(f)) && view.Commands(new ForceId(f))) asked.Add(slugs.Of(new ForceId(f)));
        return asked;
    }

    private static void Tell(Call call, Seen seen)
    {
        var view = seen.View;
        var (book, chinese) = (seen.Bookmark, call.Language == Language.Chinese);
        var teller = new SeatTeller(book, seen.Library.Calendar);
        call.Out.WriteLine($"{book.Seats[seen.Seat].Name.In(call.Language)} · {Dates.All(seen.Library.Calendar, seen.World.Date)}");
        for (byte s = 1; s < view.Scenario.Seats.Length; s++)
            if (new SeatId(s) == view.Seat || view.Superior(new SeatId(s))) TellChain(call, teller.Of(view, new SeatId(s)));
        foreach (var own in (bool[])[true, false])
        {
            Head(call, own ? chinese ? "所部" : "Its own forces" : chinese ? "所知諸軍" : "Others it knows of");
            for (short f = 1; f < view.ForceRows; f++)
                if (view.Knows(new ForceId(f)) && view.Commands(new ForceId(f)) == own) TellChain(call, teller.Of(view, new ForceId(f)));
        }
        Head(call, chinese ? "所知諸城" : "Towns");
        // What it ordered to be done there stands under the force that was to do it.
        for (short p = 1; p < view.Places.Length; p++) TellChain(call, teller.Of(view, new PlaceId(p)).Take(1));
    }

    private static void Head(Call call, string title)
    {
        call.Out.WriteLine();
        call.Out.WriteLine(title);
    }

    private static void TellChain(Call call, IEnumerable<KnownLink> links)
    {
        var (because, decided) = call.Language == Language.Chinese ? ("因為", "（決策）") : ("because", " (a decision)");
        var depth = 0;
        foreach (var link in links)
        {
            call.Out.WriteLine($"  {(depth == 0 ? "" : $"{new string(' ', 3 * (depth - 1))}└─ {because} ")}{link.Text.In(call.Language)}{(link.Decided ? decided : "")}");
            depth++;
        }
    }
}
