using System.Globalization;
using System.Text;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>
/// A line of a record: fields <c>name=value~cc</c> parted by single spaces, the last being <c>sum</c>. <c>cc</c> is a check of twelve
/// bits over the field, so that a damaged byte is named by field; <c>sum</c> chains the line to all lines before it.
/// </summary>
/// <remarks>A cyclic check of more than eight bits finds every damaged byte by construction, not only most of them.</remarks>
public static class RecordLine
{
    /// <summary>Name of the last field of each line.</summary>
    public const string Sum = "sum";

    /// <summary>The chain before the first line: any constant will do, this one spells "yanyun11".</summary>
    public const ulong ChainStart = 0x79616E79756E3131;

    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Adds a field with its check.</summary>
    public static void Append(StringBuilder line, string name, string value)
    {
        if (line.Length > 0) line.Append(' ');
        var text = $"{name}={Escape(value)}";
        line.Append(text).Append('~').Append(Check(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>Ends a line with its sum and answers the chain for the next.</summary>
    public static ulong End(StringBuilder line, ulong chain)
    {
        var next = Hashing.Of(Encoding.ASCII.GetBytes(line.ToString()), chain);
        Append(line, Sum, Hex(next));
        return next;
    }

    /// <summary>Two letters for twelve bits.</summary>
    public static string Check(ReadOnlySpan<byte> text)
    {
        var crc = 0xFFF;
        foreach (var b in text)
        {
            crc ^= b << 4;
            for (var i = 0; i < 8; i++) crc = (crc & 0x800) != 0 ? (crc << 1 ^ 0x80F) & 0xFFF : crc << 1;
        }
        return string.Create(2, crc, (to, c) => (to[0], to[1]) = (Digits[c >> 6], Digits[c & 63]));
    }

    public static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Bytes that would part or end a field, and all beyond ASCII, as %xx.</summary>
    public static string Escape(string value)
    {
        if (value.All(c => c is > ' ' and < '\x7f' and not '~' and not '%')) return value;
        var text = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (b is > (byte)' ' and < 0x7f and not (byte)'~' and not (byte)'%') text.Append((char)b);
            else text.Append(CultureInfo.InvariantCulture, $"%{b:x2}");
        }
        return text.ToString();
    }

    public static string Unescape(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;
}

/// <summary>A field as it stands in a file.</summary>
/// <param name="Sound">It has a name and its check agrees.</param>
/// <param name="At">Byte in the line where it begins, from 0.</param>
public readonly record struct RecordField(string Name, string Value, bool Sound, int At, string Raw)
{
    /// <summary>Cuts a line into its fields.</summary>
    public static List<RecordField> Cut(ReadOnlySpan<byte> line)
    {
        var fields = new List<RecordField>();
        for (var at = 0; at <= line.Length;)
        {
            var end = line[at..].IndexOf((byte)' ');
            var length = end < 0 ? line.Length - at : end;
            fields.Add(Read(line.Slice(at, length), at));
            at += length + 1;
        }
        return fields;
    }

    private static RecordField Read(ReadOnlySpan<byte> field, int at)
    {
        var raw = Encoding.Latin1.GetString(field);
        var equals = raw.IndexOf('=');
        // A tilde within is two fields whose space was damaged, whatever the check makes of them.
        var sound = field.Length > 3 && raw.IndexOf('~') == raw.Length - 3 && equals > 0 && equals < raw.Length - 3 && RecordLine.Check(field[..^3]) == raw[^2..];
        var name = equals > 0 ? raw[..equals] : raw;
        var value = sound ? RecordLine.Unescape(raw[(equals + 1)..^3]) : "";
        return new RecordField(name, value, sound, at, raw);
    }
}
