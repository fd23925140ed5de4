using System.Text;
using System.Text.Json;

namespace Yanyun.Chronicle.Reading;

/// <summary>Reads JSON as the same tree of located nodes that a data file is read as, so that what is asked by a program is judged as what is written by hand.</summary>
public static class JsonFile
{
    /// <summary>No question of ours is deeper.</summary>
    private const int MaxDepth = 16;

    /// <summary>The text as one mapping, or null when it is none; the reason is then among the problems.</summary>
    /// <param name="name">How problems call it.</param>
    public static Mapping? Parse(ReadOnlySpan<byte> utf8, string name, Problems problems)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var root = Read(ref reader, utf8, name, problems);
            reader.Read(); // nothing may follow
            if (root is Mapping mapping) return mapping;
            problems.Add(ReadingMessages.WrongShape, root.At, name, root.Shape, Shapes.Mapping);
        }
        catch (JsonException e)
        {
            problems.Add(ReadingMessages.NotJson, new Location(name, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1));
        }
        return null;
    }

    private static Node Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string name, Problems problems)
    {
        var at = Where(utf8, (int)reader.TokenStartIndex, name);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new List<(Scalar Key, Node Value)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = new Scalar(Where(utf8, (int)reader.TokenStartIndex, name), reader.GetString()!, plain: false);
                    reader.Read();
                    var value = Read(ref reader, utf8, name, problems);
                    var first = entries.FindIndex(entry => entry.Key.Text == key.Text);
                    if (first < 0) entries.Add((key, value));
                    else problems.Add(ReadingMessages.DuplicateKey, key.At, key.Text, entries[first].Key.At.Line);
                }
                return new Mapping(at, entries);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, utf8, name, problems));
                return new Sequence(at, items);
            case JsonTokenType.String:
                return new Scalar(at, reader.GetString()!, plain: false);
            default:
                return new Scalar(at, Encoding.UTF8.GetString(reader.ValueSpan), plain: true);
        }
    }

    /// <summary>Writes a tree as JSON that <see cref="Parse"/> reads as the same: what is plainly a number, true, false or nothing as such, all else as text.</summary>
    public static void Write(Node node, Utf8JsonWriter to)
    {
        switch (node)
        {
            case Mapping mapping:
                to.WriteStartObject();
                foreach (var (key, value) in mapping.Entries)
                {
                    to.WritePropertyName(key.Text);
                    Write(value, to);
                }
                to.WriteEndObject();
                break;
            case Sequence list:
                to.WriteStartArray();
                foreach (var item in list.Items) Write(item, to);
                to.WriteEndArray();
                break;
            case Scalar { IsNull: true }:
                to.WriteNullValue();
                break;
            case Scalar { IsPlain: true } plain when plain.Text is "true" or "false" || IsNumber(plain.Text):
                to.WriteRawValue(plain.Text);
                break;
            case Scalar scalar:
                to.WriteStringValue(scalar.Text);
                break;
        }
    }

    private static bool IsNumber(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Location Where(ReadOnlySpan<byte> utf8, int index, string name)
    {
        var before = utf8[..index];
        return new Location(name, before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }
}
