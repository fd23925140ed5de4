using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yanyun.Server.Views;

/// <summary>
/// A JSON object of named parts, some of which are lists of named rows. Two pages are compared part by part and row by row; what differs is a
/// merge patch (RFC 7396). A row has the same members always, so that replacing those of an old row leaves nothing of it.
/// </summary>
public sealed class Page
{
    /// <summary>JSON for people as well as programs: hanzi stay hanzi.</summary>
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<(string Part, string Row), string> _leaves = new(Comparer<(string Part, string Row)>.Create(
        (a, b) => string.CompareOrdinal(a.Part, b.Part) is var part && part != 0 ? part : string.CompareOrdinal(a.Row, b.Row)));
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public Page() => _json = new Utf8JsonWriter(_buffer, Plain);

    /// <summary>Sets a part that is one value: a word, a number, an object of ever the same members.</summary>
    public void Set(string part, Action<Utf8JsonWriter> value) => _leaves[(part, "")] = Written(value);

    /// <summary>Sets a row of a part that is a list.</summary>
    public void Set(string part, string row, Action<Utf8JsonWriter> value) => _leaves[(part, row)] = Written(value);

    /// <summary>Says that a part is a list, though it may have no row.</summary>
    public void List(string part) => _leaves[(part, Heading)] = "";

    /// <summary>Copies the parts that another page has.</summary>
    public void Take(Page other)
    {
        foreach (var (leaf, text) in other._leaves) _leaves[leaf] = text;
    }

    /// <summary>Takes out a part.</summary>
    public void Drop(string part)
    {
        foreach (var leaf in _leaves.Keys.Where(leaf => leaf.Part == part).ToList()) _leaves.Remove(leaf);
    }

    /// <summary>The whole page.</summary>
    public string Whole() => Write(_leaves.Select(leaf => (leaf.Key, (string?)leaf.Value)));

    /// <summary>What must be merged into an older page to make it this one; null when they are the same.</summary>
    public string? Since(Page older)
    {
        var changes = new List<((string Part, string Row) Key, string? Value)>();
        foreach (var (leaf, text) in _leaves)
            if (leaf.Row != Heading && (!older._leaves.TryGetValue(leaf, out var was) || was != text)) changes.Add((leaf, text));
        foreach (var leaf in older._leaves.Keys)
            if (!_leaves.ContainsKey(leaf)) changes.Add((leaf, null));
        if (changes.Count == 0) return null;
        changes.Sort((a, b) => string.CompareOrdinal(a.Key.Part, b.Key.Part) is var part && part != 0 ? part : string.CompareOrdinal(a.Key.Row, b.Key.Row));
        return Write(changes);
    }

    /// <summary>Sorts before every name of a row and after the empty one.</summary>
    private const string Heading = "\u0001";

    private static string Write(IEnumerable<((string Part, string Row) Key, string? Value)> leaves)
    {
        var text = new StringBuilder("{");
        string? open = null;
        var rows = 0;
        foreach (var ((part, row), value) in leaves)
        {
            if (open is not null && open != part)
            {
                text.Append('}');
                open = null;
            }
            if (row.Length == 0)
            {
                Comma(text);
                text.Append(Name(part)).Append(value ?? "null");
                continue;
            }
            if (open is null)
            {
                Comma(text);
                text.Append(Name(part)).Append('{');
                (open, rows) = (part, 0);
            }
            if (row == Heading) continue;
            if (rows++ > 0) text.Append(',');
            text.Append(Name(row)).Append(value ?? "null");
        }
        if (open is not null) text.Append('}');
        return text.Append('}').ToString();
    }

    private static void Comma(StringBuilder text)
    {
        if (text.Length > 1) text.Append(',');
    }

    private static string Name(string name) => $"\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":";

    private string Written(Action<Utf8JsonWriter> value)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        value(_json);
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }
}
