using System.Text.Json.Nodes;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Mcp;

/// <summary>What who holds a seat may do: look, learn what may be ordered, order, take back, be done with the day, wait for it to turn.</summary>
public sealed class SeatTools(SeatSession seat)
{
    private const int UsualSeconds = 30, MostSeconds = 300;

    private static readonly IReadOnlyList<string> s_kinds = ["day", "given", "undone", "ready", "seated", "clock", "ended"];

    private readonly Language _language = seat.House.Language;

    public IReadOnlyList<ToolSpec> All =>
    [
        new("view", new("What the seat knows: its office, its forces, places, what waits to be sent, the talks, the court. Whole, or one section, or one row of it.",
                "職守所知：官職、部隊、地點、待發命令、和議、朝廷。可取全部、一節或其中一行。"),
            [
                new("section", Kind.Text, new("a section: office, places, forces, commands, waiting, seats, peace ...; absent: all", "一節：office、places、forces、commands、waiting、seats、peace 等；不給則為全部")),
                new("name", Kind.Text, new("a row of the section, by its slug", "該節中的一行，以代稱指明")),
            ], Reads: true, View),
        new("orders", new("The orders that the seat may give today by what it knows. With a verb: for each argument the values with which the order is accepted, the ones given being as they are.",
                "職守依今日所知可下的命令。給出動詞時，列出各參數可獲接受之值（已給者不變）。"),
            [
                new("verb", Kind.Text, new("one verb; absent: all of them", "一個動詞；不給則為全部")),
                new("args", Kind.Pairs, new("arguments that are settled already, by name", "已定的參數，以名稱指明")),
            ], Reads: true, Orders),
        new("give", new("Give an order. It is judged at once by what the seat knows, and rides when the day turns. A refusal names the values that would do.",
                "下命令。立即依職守所知裁定，日終發出。未獲接受時列出可用之值。"),
            [
                new("verb", Kind.Text, new("the verb, as orders lists it", "動詞，見 orders"), Required: true),
                new("args", Kind.Pairs, new("arguments by name: slugs or whole numbers", "參數，以名稱指明：代稱或整數")),
                new("day", Kind.Whole, new("the day that you saw; the order is refused when another has come since", "所見之日；若已過此日則不獲接受"), Max: int.MaxValue),
            ], Reads: false, Give),
        new("undo", new("Take back an order that waits and has not ridden.", "撤回尚未發出的命令。"),
            [new("number", Kind.Whole, new("its number, as give answered it and the section waiting of the view lists it", "命令編號，見 give 的回覆及 view 之 waiting"), Required: true, Min: 1, Max: int.MaxValue)],
            Reads: false, Undo),
        new("ready", new("Say that the seat has no more to order today. With a clock that waits for all, the day turns when every seat has said so.",
                "表示今日不再下令。若時鐘待眾人就緒，則眾皆就緒時日期推進。"), [], Reads: false, Ready),
        new("wait", new("Wait for what comes next in the seat's stream: each event with what changed in the view, as a merge patch. Without after, nothing that was not yet told is missed.",
                "等候職守事件流的下文：各事件附所見之變更（merge patch）。不給 after 時，未曾告知者無一遺漏。"),
            [
                new("seconds", Kind.Whole, new("how long at most; 30 when absent", "至多等候秒數；不給則為 30"), Min: 0, Max: MostSeconds),
                new("until", Kind.Text, new("wait until an event of this kind; absent: any", "等到此種事件；不給則任一"), Words: s_kinds),
                new("after", Kind.Text, new("id of an event to begin again after", "自此編號的事件之後重新開始")),
            ], Reads: true, Wait),
    ];

    private async Task<ToolAnswer> View(Arguments given, CancellationToken stop)
    {
        var reply = await seat.House.Get(seat.Path + "/view", stop);
        if (!reply.Ok || reply.Body is not JsonObject view) return Refused(reply);
        if (given.Text("section") is not { } section)
            return given.Text("name") is null ? ToolAnswer.Of(view) : Missing("section", view);
        if (!view.ContainsKey(section)) return NotOne("section", section, view.Select(part => part.Key));
        if (given.Text("name") is not { } name) return ToolAnswer.Of(view[section] ?? JsonValue.Create("-"));
        var rows = view[section] as JsonObject ?? [];
        return rows[name] is { } row ? ToolAnswer.Of(row) : NotOne("name", name, rows.Select(one => one.Key));
    }

    private ToolAnswer Missing(string name, JsonObject among) =>
        ToolAnswer.Refused(_language, McpMessages.ArgumentMissing, null, name, string.Join(", ", among.Select(part => part.Key)));

    private ToolAnswer NotOne(string argument, string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        return ToolAnswer.Refused(_language, McpMessages.NotWord, Nearest.To(word, words), argument, word, words);
    }

    private async Task<ToolAnswer> Orders(Arguments given, CancellationToken stop)
    {
        var verb = given.Text("verb");
        if (verb is null && given.Pairs("args").Count > 0)
            return ToolAnswer.Refused(_language, McpMessages.ArgumentMissing, null, "verb", new Bilingual("the verb that the arguments are of", "參數所屬的動詞"));
        var reply = verb is not null
            ? await seat.House.Get(OrdersPath(verb, given.Pairs("args").Select(pair => (pair.Key, pair.Value.ToString()))), stop)
            : await seat.House.Get(seat.Path + "/orders", stop);
        return reply.Ok && reply.Body is { } body ? ToolAnswer.Of(body) : Refused(reply);
    }

    private string OrdersPath(string verb, IEnumerable<(string Name, string Value)> args) =>
        $"{seat.Path}/orders/{Uri.EscapeDataString(verb)}?{string.Join('&', args.Select(arg => $"{Uri.EscapeDataString(arg.Name)}={Uri.EscapeDataString(arg.Value)}"))}";

    private async Task<ToolAnswer> Give(Arguments given, CancellationToken stop)
    {
        var (verb, args) = (given.Text("verb")!, given.Pairs("args"));
        var body = new JsonObject { ["verb"] = verb, ["args"] = new JsonObject(args.Select(pair => KeyValuePair.Create(pair.Key, JsonNode.Parse(pair.Value.GetRawText())))) };
        if (given.Whole("day") is { } day) body["day"] = day;
        var reply = await seat.House.Post(seat.Path + "/orders", body, stop);
        if (reply.Ok && reply.Body is { } order) return ToolAnswer.Of(order);
        var fault = seat.House.Fault(reply);
        // What is wrong with the order itself, and not with who gives it or when, can be mended: say with what.
        if (reply.Status is 400 or 422) await NameWhatWouldDo(fault, verb, [.. args.Select(pair => (pair.Key, pair.Value.ToString()))], stop);
        return ToolAnswer.Refused(fault);
    }

    /// <summary>Adds to a refused order the values that each argument may have, and for a word that is none of them the nearest.</summary>
    private async Task NameWhatWouldDo(JsonObject fault, string verb, IReadOnlyList<(string Name, string Value)> args, CancellationToken stop)
    {
        var known = await seat.House.Get(OrdersPath(verb, []), stop);
        if (known.Body is not JsonObject all || all["fields"] is not JsonArray { Count: > 0 } fields)
        {
            var orders = await seat.House.Get(seat.Path + "/orders", stop);
            if (orders.Ok && orders.Body is JsonArray verbs)
            {
                var words = verbs.Select(one => (string)one!["verb"]!).ToList();
                fault["verbs"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
                if (Nearest.To(verb, words) is { } near && near != verb) fault["nearest"] = near;
            }
            return;
        }
        // Who is told decides what he may be told.
        var first = (string)fields[0]!["name"]!;
        var told = args.FirstOrDefault(arg => arg.Name == first);
        if (told.Name is not null && Values(fields[0]!).Contains(told.Value)
            && (await seat.House.Get(OrdersPath(verb, [told]), stop)).Body?["fields"] is JsonArray narrowed) fields = narrowed;
        fault["fields"] = fields.DeepClone();
        var nearest = new JsonObject();
        foreach (var field in fields)
        {
            var arg = args.FirstOrDefault(one => one.Name == (string)field!["name"]!);
            var values = Values(field!);
            if (arg.Name is not null && !values.Contains(arg.Value) && Nearest.To(arg.Value, values) is { } near) nearest[arg.Name] = near;
        }
        if (nearest.Count > 0) fault["nearest"] = nearest;
    }

    private static List<string> Values(JsonNode field) => [.. ((JsonArray)field["values"]!).Select(value => value!.ToString())];

    private async Task<ToolAnswer> Undo(Arguments given, CancellationToken stop)
    {
        var number = given.Whole("number")!.Value;
        var reply = await seat.House.Delete($"{seat.Path}/orders/{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", stop);
        if (reply.Ok) return ToolAnswer.Of(new JsonObject { ["undone"] = number });
        var fault = seat.House.Fault(reply);
        if (reply.Status == 404 && (await seat.House.Get(seat.Path + "/view", stop)).Body?["waiting"] is { } waiting) fault["waiting"] = waiting.DeepClone();
        return ToolAnswer.Refused(fault);
    }

    private async Task<ToolAnswer> Ready(Arguments given, CancellationToken stop)
    {
        var reply = await seat.House.Post(seat.Path + "/ready", null, stop);
        return reply.Ok ? ToolAnswer.Of(new JsonObject { ["ready"] = true }) : Refused(reply);
    }

    private async Task<ToolAnswer> Wait(Arguments given, CancellationToken stop)
    {
        var (events, last, why) = await seat.Wait(TimeSpan.FromSeconds(given.Whole("seconds") ?? UsualSeconds), given.Text("until"), given.Text("after"), stop);
        if (why is { } refused && events.Count == 0) return Refused(refused);
        return ToolAnswer.Of(new JsonObject
        {
            ["events"] = new JsonArray([.. events.Select(one => new JsonObject { ["id"] = one.Id, ["kind"] = one.Kind, ["data"] = one.Data?.DeepClone() })]),
            ["last"] = last,
        });
    }

    private ToolAnswer Refused(in Reply reply) => ToolAnswer.Refused(seat.House.Fault(reply));
}
