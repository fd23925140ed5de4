using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Mcp;

/// <summary>What a tool answers: text, most of it JSON; or what it refuses and why, as JSON with a stable code.</summary>
public sealed record ToolAnswer(string Text, bool Failed = false)
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ToolAnswer Of(JsonNode value) => new(value.ToJsonString(s_plain));

    public static ToolAnswer Refused(JsonObject fault) => new(fault.ToJsonString(s_plain), Failed: true);

    /// <summary>A refusal of ours: its code, its sentence, and the nearest known word when one is near.</summary>
    public static ToolAnswer Refused(Language language, Message message, string? nearest, params object[] args) =>
        Refused(Fault(language, new Problem(message, new Location("", 0, 0), args, nearest)));

    /// <summary>A problem found by a reader of the house.</summary>
    public static JsonObject Fault(Language language, Problem problem)
    {
        var text = (problem with { At = new Location("", 0, 0) }).Render(language);
        var fault = new JsonObject { ["code"] = problem.Code, ["message"] = text[$": {problem.Code}: ".Length..] };
        if (problem.Nearest is not null) fault["nearest"] = problem.Nearest;
        return fault;
    }
}
