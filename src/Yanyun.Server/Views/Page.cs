using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yanyun.Server.Views;

/// <summary>
/// A JSON object of named parts, some of which are lists of named rows. A row has the same members always, so that replacing those of an old
/// row leaves nothing of it; what a later page differs in from one that was told, <see cref="Memory"/> says.
/// </summary>
public sealed class Page
{
    /// <summary>JSON for people as well as programs: hanzi stay hanzi.</summary>
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The row by which a part is said to be a list: sorts before every name of a row and after the empty one.</summary>
    internal const string Heading = "\u0001";

    private readonly Dictionary<(string Part, string Row), (Range Text, bool Kept)> _leaves = [];
    private readonly ArrayBufferWriter<byte> _text = new(4096);
    private readonly Utf8JsonWriter _json;

    private Memory? _since;

    public Page() => _json = new Utf8JsonWriter(_text, Plain);

    /// <summary>Names of its leaves, of a part that is one value the row is empty; and whether the memory keeps what the leaf was made of.</summary>
    internal IEnumerable<((string Part, string Row) Name, bool Kept)> Leaves
    {
        get
        {
            foreach (var (name, leaf) in _leaves) yield return (name, leaf.Kept);
        }
    }

    /// <summary>Sets a part that is one value: a word, a number, an object of ever the same members.</summary>
    public void Set(string part, Action<Utf8JsonWriter> value) => Set(part, "", value);

    /// <summary>Sets a row of a part that is a list.</summary>
    public void Set(string part, string row, Action<Utf8JsonWriter> value)
    {
        var begin = _text.WrittenCount;
        value(_json);
        _leaves[(part, row)] = (End(begin), false);
    }

    /// <summary>Sets a row of a part that is a list, made of nothing but a value and what never changes; left out where the memory has it.</summary>
    /// <param name="index">Of the row in its part, whatever else the page has.</param>
    public void Set<T>(string part, int index, string row, in T value, Action<Utf8JsonWriter, int, T> write) where T : struct, IEquatable<T>
    {
        if (_since is not null && _since.Has(part, index, row, value)) return;
        var begin = _text.WrittenCount;
        write(_json, index, value);
        _leaves[(part, row)] = (End(begin), _since is not null);
    }

    private Range End(int begin)
    {
        _json.Flush();
        _json.Reset();
        return begin.._text.WrittenCount;
    }

    /// <summary>Says that a part is a list, though it may have no row.</summary>
    public void List(string part) => _leaves[(part, Heading)] = default;

    /// <summary>Empties it for another.</summary>
    /// <param name="since">What has been told already, and need not be written again; null: nothing.</param>
    public void Clear(Memory? since = null)
    {
        _since = since;
        _leaves.Clear();
        _text.ResetWrittenCount();
    }

    /// <summary>The JSON of a leaf.</summary>
    internal ReadOnlySpan<byte> this[(string Part, string Row) leaf] => _text.WrittenSpan[_leaves[leaf].Text];

    /// <summary>The whole page.</summary>
    public string Whole()
    {
        var whole = new ArrayBufferWriter<byte>(_text.WrittenCount * 2 + 64);
        WriteWhole(whole);
        return Encoding.UTF8.GetString(whole.WrittenSpan);
    }

    internal void WriteWhole(IBufferWriter<byte> to) => Write(to, [.. _leaves.Keys]);

    /// <summary>Writes some leaves as one object. One that the page has not is null: to be taken away.</summary>
    internal void Write(IBufferWriter<byte> to, List<(string Part, string Row)> leaves)
    {
        leaves.Sort(static (a, b) => string.CompareOrdinal(a.Part, b.Part) is var part && part != 0 ? part : string.CompareOrdinal(a.Row, b.Row));
        to.Write("{"u8);
        string? open = null;
        var (parts, rows) = (0, 0);
        foreach (var (part, row) in leaves)
        {
            if (open is not null && open != part)
            {
                to.Write("}"u8);
                open = null;
            }
            if (row.Length == 0)
            {
                Leaf(to, part, parts++, (part, row));
                continue;
            }
            if (open is null)
            {
                Name(to, part, parts++);
                to.Write("{"u8);
                (open, rows) = (part, 0);
            }
            if (row != Heading) Leaf(to, row, rows++, (part, row));
        }
        to.Write(open is null ? "}"u8 : "}}"u8);
    }

    private void Leaf(IBufferWriter<byte> to, string name, int before, (string Part, string Row) leaf)
    {
        Name(to, name, before);
        to.Write(_leaves.TryGetValue(leaf, out var found) ? _text.WrittenSpan[found.Text] : "null"u8);
    }

    private static void Name(IBufferWriter<byte> to, string name, int before)
    {
        to.Write(before > 0 ? ",\""u8 : "\""u8);
        to.Write(JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        to.Write("\":"u8);
    }
}
