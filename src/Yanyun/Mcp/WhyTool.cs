using System.Text.Json.Nodes;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;
using Yanyun.Cli.Verbs;
using Yanyun.Engine;

namespace Yanyun.Cli.Mcp;

/// <summary>
/// Why something is so. Of a record, which tells everything: the chain of causes of an event. Of a game, only what the seat may know, as the house tells
/// it: from what it believes, through what those whom it ordered or asked have answered, back to its own order.
/// </summary>
/// <param name="seat">Null without a game.</param>
public sealed class WhyTool(SeatSession? seat, Language language)
{
    private static readonly string[] s_sections = ["forces", "commands", "places", "secrets"];

    /// <summary>Codes as the house writes them in a view.</summary>
    private static readonly Dictionary<string, Code> s_codes = Enum.GetValues<Code>().ToDictionary(code => OrderWords.Dashed(code.ToString()));

    private static readonly Bilingual
        s_ofRecord = new("a record and the id of an event in it, like 1140-06-15.17", "記錄檔及其中事件的編號，如 1140-06-15.17"),
        s_ofEither = new("'about' with a force, command or place; or 'event', the id of an event of the game if you may know all of it, or with 'record' of a record",
            "about（部隊、職守或地點）；或 event（可知全局時為本局事件的編號；附 record 時為記錄檔中事件的編號）");

    public ToolSpec Spec
    {
        get
        {
            Input[] ofRecord =
            [
                new("record", Kind.Text, new("path of a .yanyun record on this machine", "本機上 .yanyun 記錄檔的路徑"), Required: seat is null),
                new("event", Kind.Text, new("id of an event of the record, as replay --log gives it: 1140-06-15.17", "記錄中事件的編號，見 replay --log：1140-06-15.17"), Required: seat is null),
            ];
            return seat is null
                ? new ToolSpec("why", new("The chain of causes of an event in a record, back to the decision or the first day.", "記錄中某事件的因果鏈，直至決策或首日。"),
                    ofRecord, Reads: true, Act)
                : new ToolSpec("why", new("Why those whom the seat ordered do or refuse, as far as it has heard: what was ordered, when an answer is due, the answer and its reason. Or the chain of causes of an event in a record.",
                        "受命者何以從或不從，以職守所聞為限：所受之命、應回覆之日、答覆及理由。亦可查記錄中某事件的因果鏈。"),
                    [new("about", Kind.Text, new("slug of a force, command or place that the seat has heard of, or of a party to secret talks", "所聞的部隊、職守、地點或密議對方的代稱")), .. ofRecord],
                    Reads: true, Act);
        }
    }

    private Task<ToolAnswer> Act(Arguments given, CancellationToken stop)
    {
        var (about, record, id) = (given.Text("about"), given.Text("record"), given.Text("event"));
        if (about is null && record is not null && id is not null) return Task.Run(() => OfRecord(record, id, stop), stop);
        if (about is not null && record is null && id is null) return OfSeat(about, stop);
        if (seat is not null && about is null && record is null && id is not null) return OfGame(id, stop);
        return Task.FromResult(ToolAnswer.Refused(language, McpMessages.AboutOrRecord, null, seat is null ? s_ofRecord : s_ofEither));
    }

    /// <summary>As <c>yanyun why</c> tells it.</summary>
    private ToolAnswer OfRecord(string record, string id, CancellationToken stop)
    {
        var verb = new WhyVerb();
        var (line, mistake) = CommandLine.Read(verb.Spec, ["--", record, id]);
        using var said = new StringWriter { NewLine = "\n" };
        using var wrong = new StringWriter { NewLine = "\n" };
        var exit = mistake?.Tell(wrong, language) ?? verb.Run(new Call(line!, language, said, wrong, false, stop));
        return exit == Exit.Done ? new ToolAnswer(said.ToString()) : new ToolAnswer(wrong.ToString().TrimEnd(), Failed: true);
    }

    /// <summary>As the house tells it to those who may know all of the game.</summary>
    private async Task<ToolAnswer> OfGame(string id, CancellationToken stop)
    {
        var reply = await seat!.House.Get($"{seat.Path[..seat.Path.IndexOf("/seats/", StringComparison.Ordinal)]}/story/why/{Uri.EscapeDataString(id)}", stop);
        return reply.Ok && reply.Body is { } chain ? ToolAnswer.Of(chain) : ToolAnswer.Refused(seat.House.Fault(reply));
    }

    private async Task<ToolAnswer> OfSeat(string about, CancellationToken stop)
    {
        var reply = await seat!.House.Get(seat.Path + "/view", stop);
        if (!reply.Ok || reply.Body is not JsonObject view) return ToolAnswer.Refused(seat.House.Fault(reply));
        var known = new List<string>();
        foreach (var section in s_sections)
        {
            var rows = view[section] as JsonObject ?? [];
            if (rows[about] is JsonObject row)
            {
                var chain = await seat.House.Get($"{seat.Path}/why?about={Uri.EscapeDataString(about)}", stop);
                if (!chain.Ok) return ToolAnswer.Refused(seat.House.Fault(chain));
                var told = Told(section, about, row);
                told["links"] = chain.Body?["links"]?.DeepClone();
                return ToolAnswer.Of(told);
            }
            known.AddRange(rows.Select(one => one.Key));
        }
        return ToolAnswer.Refused(language, McpMessages.NothingSaid, Nearest.To(about, known), about, known);
    }

    private JsonObject Told(string section, string about, JsonObject row)
    {
        var told = new JsonObject { ["about"] = about, ["section"] = section };
        foreach (var (name, value) in row)
        {
            told[name] = value?.DeepClone();
            // Codes with their sentences: what was answered, and why.
            if (name is "answer" or "reason" && s_codes.TryGetValue((string?)value ?? "", out var code) && code != Code.Accepted)
                told[name + "Says"] = CodeText.In(code, language);
        }
        return told;
    }
}
