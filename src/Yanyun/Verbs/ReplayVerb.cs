using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Chronicle.Telling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

namespace Yanyun.Cli.Verbs;

/// <summary>Runs a scenario and tells it.</summary>
public sealed class ReplayVerb : IVerb
{
    /// <summary>JSON for people as well as programs: hanzi stay hanzi.</summary>
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public VerbSpec Spec { get; } = new("replay",
        new("run a scenario day by day and tell it as a chronicle", "逐日推演一個劇本，並以編年敘述"),
        [new Positional("SCENARIO", new("id of a scenario ('yanyun scenarios list' names them), or a record to go on from: FILE.yanyun", "劇本編號（可用 yanyun scenarios list 查看），或據以續推的記錄：FILE.yanyun"), [])],
        [
            new Option("--seed", Takes.Whole, "N", new("seed of the dice; default 1", "隨機種子；預設 1")),
            new Option("--from", Takes.Date, "DATE", new("start from the record of history on this day and tell from it on; minds and orders take over here", "自此日之史事記錄起敘述；決策者與命令自此接手")),
            new Option("--until", Takes.Date, "DATE", new("last day to run", "推演的最後一日")),
            new Option("--deciders", Takes.Text, "MIND|SEAT=MIND,...", new("who decides: " + string.Join(", ", Minds.Words), "由誰決策：" + string.Join("、", Minds.Words))),
            new Option("--set", Takes.Text, "PATH=VALUE", new("change the scenario: places.kaifeng.walls=3", "改動劇本：places.kaifeng.walls=3"), Repeats: true),
            new Option("--order", Takes.Text, "\"DATE SEAT VERB key=slug ...\"",
                new("give an order: " + string.Join(", ", OrderVerbs.OfSeats), "下令：" + string.Join("、", OrderVerbs.OfSeats)), Repeats: true),
            new Option("--log", Takes.Text, "FILE.jsonl", new("write every event, a JSON object a line", "寫出全部事件，每行一個 JSON 物件")),
            new Option("--record", Takes.Text, "FILE.yanyun", new("keep the record, to be verified and asked why", "保存記錄，以供驗證與追問")),
            new Option("--json", Takes.Nothing, "", new("one summary object instead of the chronicle", "輸出一個摘要物件，不輸出編年")),
        ],
        [
            "replay 1140-henan",
            "replay 1140-henan --until 1140-07-25 --seed 7 --record war.yanyun",
            "replay 1140-henan --from 'Shaoxing 10/5/11' --set places.shunchang.walls=1",
            "replay war.yanyun --from 1140-06-01 --deciders jin-court=heuristic --record fork.yanyun",
        ]);

    public Exit Run(Call call)
    {
        var (campaign, mistake) = Campaign.Read(call.Given);
        if (mistake is not null) return mistake.Tell(call.Error, call.Language);
        var (logPath, recordPath) = (call.Given.Text("--log"), call.Given.Text("--record"));
        if (logPath is not null && recordPath is not null && Path.GetFullPath(logPath) == Path.GetFullPath(recordPath))
            return Mistake.Usage("--record", CliMessages.SameFile, null).Tell(call.Error, call.Language);
        OutputFile? log = null, record = null;
        try
        {
            Mistake? unwritable;
            if (logPath is not null && ((log, unwritable) = OutputFile.Open("--log", logPath)).unwritable is not null)
                return unwritable!.Tell(call.Error, call.Language);
            if (recordPath is not null && ((record, unwritable) = OutputFile.Open("--record", recordPath)).unwritable is not null)
                return unwritable!.Tell(call.Error, call.Language);
            return Play(call, campaign!, log, record);
        }
        finally
        {
            log?.Dispose();
            record?.Dispose();
        }
    }

    private static Exit Play(Call call, Campaign campaign, OutputFile? logFile, OutputFile? recordFile)
    {
        var annals = campaign.Bookmark.Annals;
        var script = annals is null ? null : new ScriptProgress(annals.Script);
        var scorer = annals is null ? null : new Scorer(annals.Checks, script!);
        var simulation = campaign.Begin(script, out var minds);
        var world = simulation.World;
        var log = new EventLog();
        world.Log = log;
        var recorder = recordFile is null ? null : new Recorder(simulation);
        var chronicler = new Chronicler(campaign.Bookmark, campaign.Library.Calendar, call.Language) { From = campaign.From };
        var progress = new Progress(call, campaign.Days);
        var chronicle = !call.Given.Has("--json");
        var writeLog = logFile is null ? null : new EventLogWriter(logFile.Writer, campaign, minds, call.Language);
        long events = 0;
        var problems = new Problems();
        if (chronicle) WriteHead(call, campaign);
        while (world.Today < campaign.Days && !call.Stop.IsCancellationRequested)
        {
            if (campaign.OrdersOn(world.Date + 1, problems) is not { } given) return Broken(call, progress, problems);
            if (recorder is not null) recorder.Day(given);
            else simulation.Day(given);
            if (given.Length > 0 && Refused(call, campaign, simulation) is { } refused) return refused;
            if (campaign.Past?.Agrees(world, problems) == false) return Broken(call, progress, problems);
            events += log.Count;
            scorer?.Night(world, log);
            if (world.Date >= campaign.From) writeLog?.Day(world.Date, log);
            if (chronicle)
            {
                // The days before the first one told are shown too: causes lie in them.
                TellDay(call.Out, chronicler.Day(world, log, annals is null ? null : Decided.On(annals, script!, world.Today)));
            }
            log.Clear();
            progress.At(world.Today, world.Date.ToString());
        }
        progress.End();
        logFile?.Done();
        if (recordFile is not null)
        {
            var writer = new RecordWriter(recordFile.Writer, campaign.Head, campaign.Words);
            writer.Days(recorder!.Record);
            writer.End();
            recordFile.Done();
        }
        if (!chronicle) WriteSummary(call.Out, campaign, world, events, scorer);
        if (!call.Stop.IsCancellationRequested) return Exit.Done;
        return Mistake.NotHere("yanyun replay", CliMessages.Stopped, null, world.Date.ToString()).Tell(call.Error, call.Language);
    }

    /// <summary>A past that does not run as it was recorded is not gone on from.</summary>
    private static Exit Broken(Call call, Progress progress, Problems problems)
    {
        progress.End();
        return new Mistake(Exit.NotHere, problems.All).Tell(call.Error, call.Language);
    }

    /// <summary>An order of the user that the desk did not take ends the run: what was asked for cannot be told.</summary>
    private static Exit? Refused(Call call, Campaign campaign, Simulation simulation)
    {
        foreach (var order in campaign.Orders)
        {
            if (order.Day != simulation.World.Date) continue;
            foreach (var (refused, verdict) in simulation.Refused)
            {
                if (refused != order.Order) continue;
                var why = new Bilingual(CodeText.In(verdict.Code, Language.English), CodeText.In(verdict.Code, Language.Chinese));
                return Mistake.NotHere($"--order '{order.Text}'", CliMessages.OrderRefused, null, why).Tell(call.Error, call.Language);
            }
        }
        return null;
    }

    private static void WriteHead(Call call, Campaign campaign)
    {
        var calendar = campaign.Library.Calendar;
        var head = campaign.Bookmark.Head;
        call.Out.WriteLine(head.Title.In(call.Language));
        call.Out.WriteLine(call.Language == Language.Chinese
            ? $"自 {Dates.All(calendar, campaign.From)} 至 {Dates.All(calendar, campaign.Until)}；種子 {campaign.Seed}"
            : $"From {Dates.All(calendar, campaign.From)} to {Dates.All(calendar, campaign.Until)}; seed {campaign.Seed}");
    }

    private static void TellDay(TextWriter to, DayPage page)
    {
        if (page.Quiet) return;
        to.WriteLine();
        if (page.Before is { } before)
        {
            to.WriteLine(before);
            to.WriteLine();
        }
        to.WriteLine(page.Heading);
        foreach (var line in page.Lines) to.WriteLine("  " + line.Text);
        foreach (var note in page.Notes) to.WriteLine("  " + note);
    }

    private static void WriteSummary(TextWriter to, Campaign campaign, World world, long events, Scorer? scorer)
    {
        var slugs = campaign.Bookmark.Slugs;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("scenario", campaign.Bookmark.Head.Slug);
            json.WriteNumber("seed", campaign.Seed);
            json.WriteNumber("rulesVersion", RulesVersion.Current);
            json.WriteNumber("days", world.Today);
            json.WriteNumber("events", events);
            json.WriteString("finalHash", WorldHash.Full(world).ToString("x16", CultureInfo.InvariantCulture));
            json.WriteStartObject("holders");
            for (short p = 1; p < world.Atlas.PlaceRows; p++)
                if (world[new PlaceId(p)].Holder.Exists) json.WriteString(slugs.Of(new PlaceId(p)), slugs.Of(world[new PlaceId(p)].Holder));
            json.WriteEndObject();
            json.WriteStartObject("losses");
            for (byte p = 1; p < world.Scenario.Polities.Length; p++) json.WriteNumber(slugs.Of(new PolityId(p)), world[new PolityId(p)].Lost);
            json.WriteEndObject();
            json.WriteStartObject("checks");
            json.WriteNumber("met", scorer?.Book.Checks.Skip(1).Count(check => scorer.Met(check)) ?? 0);
            json.WriteNumber("total", scorer is null ? 0 : scorer.Book.Checks.Length - 1);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        to.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
