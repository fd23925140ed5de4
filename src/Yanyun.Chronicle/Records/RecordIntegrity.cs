using System.Globalization;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>A line whose every byte was found sound.</summary>
internal sealed record SoundLine(int Number, List<RecordField> Fields);

/// <summary>Checks the bytes of a record before anything is read into them, and names the first that is damaged by line, day and field.</summary>
internal sealed class RecordIntegrity(string name, Problems problems)
{
    /// <summary>The tables as a line of hashes has them: those that most worlds never use stand last, and only where they are not empty.</summary>
    public static readonly int[] TableOrder = [.. Enumerable.Range(0, WorldTables.All.Length).OrderBy(t => WorldTables.All[t].Rare)];

    /// <summary>Their names in that order.</summary>
    public static readonly string[] Tables = [.. TableOrder.Select(t => WorldTables.All[t].Name)];

    private readonly List<SoundLine> _lines = [];
    private object _day = RecordMessages.BeforeFirstDay;

    /// <summary>The lines, or null when one is damaged, out of the chain or missing at the end.</summary>
    public List<SoundLine>? Check(ReadOnlySpan<byte> file)
    {
        var chain = RecordLine.ChainStart;
        for (int number = 1, at = 0; at < file.Length; number++)
        {
            var end = file[at..].IndexOf((byte)'\n');
            var line = end < 0 ? file[at..] : file.Slice(at, end);
            var fields = RecordField.Cut(line);
            if (number == 1 && !IsOurs(file))
                return Say(RecordMessages.NotRecord, number, 0, Shorten(fields[0].Raw), RecordFile.Format);
            var broken = Broken(fields);
            var kind = fields[0].Sound ? fields[0].Name : KindOf(fields, end < 0 ? "" : FirstName(file[(at + end + 1)..]));
            if (kind == "day") _day = fields[0].Sound ? fields[0].Value : NextDay();
            if (broken >= 0)
            {
                var field = fields[Math.Min(broken, fields.Count - 1)];
                return Say(RecordMessages.Damaged, number, field.At, number, _day, NameOf(kind, fields, broken), Shorten(field.Raw));
            }
            chain = Hashing.Of(line[..(fields[^1].At - 1)], chain);
            if (fields[^1].Value != RecordLine.Hex(chain))
                return Say(RecordMessages.Chain, number, fields[^1].At, number, _day, RecordLine.Sum);
            if (end < 0) return Say(RecordMessages.Cut, number, line.Length, number, _day, RecordLine.Sum);
            _lines.Add(new SoundLine(number, fields));
            at += line.Length + 1;
        }
        if (_lines.Count > 0 && _lines[^1].Fields[0].Name == "end") return _lines;
        return Say(RecordMessages.Cut, _lines.Count + 1, 0, _lines.Count + 1, _day, "end");
    }

    /// <summary>A file with a damaged first line is still a record when any field of its first two lines is sound.</summary>
    private static bool IsOurs(ReadOnlySpan<byte> file)
    {
        for (var (line, at) = (0, 0); line < 2 && at < file.Length; line++)
        {
            var end = file[at..].IndexOf((byte)'\n');
            var length = end < 0 ? file.Length - at : end;
            if (RecordField.Cut(file.Slice(at, length)).Exists(field => field.Sound)) return true;
            at += length + 1;
        }
        return false;
    }

    private List<SoundLine>? Say(Message message, int line, int at, params object[] args)
    {
        problems.Add(message, new Location(name, line, at + 1), args);
        return null;
    }

    /// <summary>The day that follows the last one read: of a line of kind day whose date is the damaged field.</summary>
    private string NextDay()
    {
        var last = _lines.FindLast(line => line.Fields[0].Name is "day" or "scenario")?.Fields;
        if (last is null) return "?";
        var text = last[0].Name == "day" ? last[0].Value : last.Find(field => field.Name == "first").Value;
        return RecordReader.Date(text) is { Exists: true } day ? (day + 1).ToString() : "?";
    }

    /// <summary>Index of the first field that is not sound, or of the one missing before the end; -1 when all are.</summary>
    private static int Broken(List<RecordField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
            if (!fields[i].Sound || (fields[i].Name == RecordLine.Sum && i < fields.Count - 1)) return i;
        if (fields[^1].Name != RecordLine.Sum) return fields.Count;
        return fields.Count > 1 ? -1 : 0;
    }

    /// <summary>What the field at an index must have been called: a damaged name is told by its place on the line.</summary>
    private static string NameOf(string kind, List<RecordField> fields, int index)
    {
        string[] names = kind switch
        {
            "yanyun" => ["yanyun", "rules"],
            "scenario" => ["scenario", "hash", "seed", "first"],
            "day" => ["day", "n"],
            "order" => ["order", "seat", .. FieldsOfOrder(fields)],
            "hash" => NamesOfHashes(fields, index),
            "state" => ["state", "data"],
            _ => [kind],
        };
        return index < names.Length ? names[index] : RecordLine.Sum;
    }

    /// <summary>The usual tables by their place; the rare ones, which a line may have after them, by what is left of the name.</summary>
    private static string[] NamesOfHashes(List<RecordField> fields, int index)
    {
        string[] usual = ["hash", .. WorldTables.All.Where(table => !table.Rare).Select(table => table.Name)];
        // A record that keeps whole hashes alone: nothing but the sum follows.
        if (fields.Count is 2 or 3 && Slips(1, RecordLine.Sum) <= 1) return ["hash"];
        if (index < usual.Length || index >= fields.Count) return usual;
        var rare = Tables.Skip(usual.Length - 1).MinBy(name => Slips(index, name))!;
        var isRare = Slips(index, rare) < Slips(index, RecordLine.Sum);
        return isRare ? [.. usual, .. Enumerable.Repeat(rare, index - usual.Length + 1)] : usual;

        // The value may follow without its sign of equality: what counts is how the field begins.
        int Slips(int at, string name) => Nearest.Slips(fields[at].Raw[..Math.Min(fields[at].Raw.Length, name.Length)], name);
    }

    private static IEnumerable<string> FieldsOfOrder(List<RecordField> fields) =>
        fields[0].Sound && Orders.OrderVerbs.Find(fields[0].Value) is { } verb ? verb.Fields.Select(field => field.Name) : [];

    /// <summary>
    /// The kind of a line whose first field is damaged: from its other fields, else from what may follow the line before it and is most
    /// like what is left of the word. <paramref name="after"/> is the word that follows, when a line was cut in two.
    /// </summary>
    private string KindOf(List<RecordField> fields, string after)
    {
        foreach (var field in fields)
        {
            if (!field.Sound) continue;
            var kind = field.Name switch
            {
                "rules" => "yanyun",
                "seed" or "first" => "scenario",
                "n" => "day",
                "seat" => "order",
                "data" => "state",
                _ => Tables.Contains(field.Name) ? "hash" : null,
            };
            if (kind is not null) return kind;
        }
        string[] may = (_lines.Count == 0 ? "" : _lines[^1].Fields[0].Name) switch
        {
            "" => ["yanyun"],
            "yanyun" => ["scenario"],
            "scenario" => ["deciders"],
            "deciders" or "set" => ["set", "day", "end"],
            "day" or "order" => ["order", "hash"],
            "hash" => ["state", "day", "end"],
            _ => ["day", "end"],
        };
        var word = fields[0].Name;
        return may.FirstOrDefault(kind => word.Length > 0 && kind.StartsWith(word, StringComparison.Ordinal))
            ?? may.FirstOrDefault(kind => word.Length == 0 && after.Length > 0 && kind.EndsWith(after, StringComparison.Ordinal))
            ?? may.MinBy(kind => Nearest.Slips(word, kind))!;
    }

    /// <summary>The name of the first field of what follows.</summary>
    private static string FirstName(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny((byte)'=', (byte)'\n');
        return end < 0 ? "" : System.Text.Encoding.Latin1.GetString(rest[..end]);
    }

    /// <summary>A field as it can be printed: bytes beyond ASCII as dots, the middle of a long one left out.</summary>
    internal static string Shorten(string raw)
    {
        var text = string.Concat(raw.Select(c => c is >= ' ' and < '\x7f' ? c : '.'));
        return text.Length <= 48 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..24]}...{text[^16..]}");
    }
}
