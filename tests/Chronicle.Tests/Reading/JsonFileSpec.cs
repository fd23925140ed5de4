using System.Buffers;
using System.Text.Json;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Reading;

/// <summary>What is written by hand and told to a program as JSON is read as the same again.</summary>
public class JsonFileSpec
{
    [Fact]
    public void A_tree_written_as_json_is_read_as_the_same_tree()
    {
        const string text = """
            day: 1140-08-20
            pairs: 200
            margin: 0.25
            below: -3
            leading: 007
            quoted: "12"
            yes: true
            nothing: ~
            rows:
            - {drop: march, actor: song-court, match: {to: yue}}
            - {inject: "march force=a to=b", on: 1140-04-07}
            空: 「字」
            """;
        var problems = new Problems();
        var written = YamlFile.Parse(text, "a.yaml", problems)!;
        var to = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(to)) JsonFile.Write(written, writer);
        var read = JsonFile.Parse(to.WrittenSpan, "a.json", problems)!;
        Assert.Empty(problems.All);
        Assert.Equal(Told(written), Told(read));
        // Numbers stay numbers to programs, and nothing else becomes one.
        using var json = JsonDocument.Parse(to.WrittenMemory);
        var kinds = json.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ValueKind);
        Assert.Equal((JsonValueKind.Number, JsonValueKind.Number, JsonValueKind.Number), (kinds["pairs"], kinds["margin"], kinds["below"]));
        Assert.Equal((JsonValueKind.String, JsonValueKind.String, JsonValueKind.String), (kinds["day"], kinds["leading"], kinds["quoted"]));
        Assert.Equal((JsonValueKind.True, JsonValueKind.Null), (kinds["yes"], kinds["nothing"]));
    }

    private static string Told(Node node) => node switch
    {
        Mapping mapping => "{" + string.Join(", ", mapping.Entries.Select(entry => entry.Key.Text + ": " + Told(entry.Value))) + "}",
        Sequence list => "[" + string.Join(", ", list.Items.Select(Told)) + "]",
        Scalar { IsNull: true } => "nothing",
        Scalar scalar => scalar.Text,
        _ => throw new InvalidOperationException(),
    };
}
