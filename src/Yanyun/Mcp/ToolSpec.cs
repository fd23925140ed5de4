using System.Text.Json;
using System.Text.Json.Nodes;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Mcp;

/// <summary>What kind of value an argument of a tool is.</summary>
public enum Kind { Text, Whole, Pairs }

/// <summary>An argument of a tool.</summary>
/// <param name="Words">The words it may be; empty: any.</param>
/// <param name="Min">Least whole number.</param>
/// <param name="Max">Greatest whole number.</param>
public sealed record Input(string Name, Kind Kind, Bilingual Help, bool Required = false, IReadOnlyList<string>? Words = null, long Min = 0, long Max = long.MaxValue);

/// <summary>A tool: what it is called, what it takes, what it does.</summary>
/// <param name="Reads">It changes nothing.</param>
/// <param name="Act">Called with arguments that have passed <see cref="Check"/>.</param>
public sealed record ToolSpec(string Name, Bilingual Help, IReadOnlyList<Input> Inputs, bool Reads, Func<Arguments, CancellationToken, Task<ToolAnswer>> Act)
{
    /// <summary>The arguments as a JSON schema.</summary>
    public JsonElement Schema(Language language)
    {
        var properties = new JsonObject();
        foreach (var input in Inputs)
        {
            var property = new JsonObject
            {
                ["type"] = input.Kind switch { Kind.Whole => "integer", Kind.Pairs => "object", _ => "string" },
                ["description"] = input.Help.In(language),
            };
            if (input.Words is { Count: > 0 } words) property["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
            if (input.Kind == Kind.Whole) property["minimum"] = input.Min;
            if (input.Kind == Kind.Whole && input.Max < long.MaxValue) property["maximum"] = input.Max;
            if (input.Kind == Kind.Pairs) property["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "integer") };
            properties[input.Name] = property;
        }
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (Inputs.Any(input => input.Required))
            schema["required"] = new JsonArray([.. Inputs.Where(input => input.Required).Select(input => JsonValue.Create(input.Name))]);
        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>What is wrong with the arguments given; null when nothing is.</summary>
    public ToolAnswer? Check(IDictionary<string, JsonElement>? given, Language language)
    {
        var names = Inputs.Select(input => input.Name).ToList();
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            if (Inputs.FirstOrDefault(input => input.Name == name) is not { } input)
                return ToolAnswer.Refused(language, McpMessages.UnknownArgument, Nearest.To(name, names), name, names);
            if (value.ValueKind != JsonValueKind.Null && CheckValue(input, value, language) is { } wrong) return wrong;
        }
        var missing = Inputs.FirstOrDefault(input => input.Required && (given is null || !given.TryGetValue(input.Name, out var value) || value.ValueKind == JsonValueKind.Null));
        return missing is null ? null : ToolAnswer.Refused(language, McpMessages.ArgumentMissing, null, missing.Name, missing.Help);
    }

    private static ToolAnswer? CheckValue(Input input, JsonElement value, Language language)
    {
        var fits = input.Kind switch
        {
            Kind.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            Kind.Pairs => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(pair => pair.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number),
            _ => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0,
        };
        if (!fits) return ToolAnswer.Refused(language, McpMessages.WrongKind, null, input.Name, Short(value), input.Help);
        if (input.Kind == Kind.Whole && value.GetInt64() is var number && (number < input.Min || number > input.Max))
            return ToolAnswer.Refused(language, McpMessages.OutOfRange, null, input.Name, number, input.Min, input.Max);
        if (input.Words is { Count: > 0 } words && !words.Contains(value.GetString()!))
            return ToolAnswer.Refused(language, McpMessages.NotWord, Nearest.To(value.GetString()!, words), input.Name, value.GetString()!, words);
        return null;
    }

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}

/// <summary>The arguments of one call.</summary>
public sealed class Arguments(IDictionary<string, JsonElement>? given)
{
    public string? Text(string name) => Of(name) is { } value ? value.GetString() : null;

    public long? Whole(string name) => Of(name) is { } value ? value.GetInt64() : null;

    /// <summary>Names with words or numbers, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Pairs(string name) =>
        Of(name) is { } value ? [.. value.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value))] : [];

    private JsonElement? Of(string name) => given is not null && given.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
