using System.Globalization;
using System.IO.Compression;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>Reads a record: every byte checked first, then its meaning.</summary>
public sealed class RecordReader
{
    private readonly string _name;
    private readonly Problems _problems;
    private readonly List<SoundLine> _lines;
    private object _day = RecordMessages.BeforeFirstDay;
    private int _next;

    private RecordReader(string name, List<SoundLine> lines, Problems problems) => (_name, _lines, _problems) = (name, lines, problems);

    /// <summary>The record, or null with the first thing wrong among the problems.</summary>
    /// <param name="name">How problems call the file.</param>
    public static RecordFile? Read(ReadOnlySpan<byte> file, string name, Problems problems)
    {
        if (new RecordIntegrity(name, problems).Check(file) is not { } lines) return null;
        return new RecordReader(name, lines, problems).Parse();
    }

    /// <summary>yyyy-mm-dd; none when it is no day.</summary>
    internal static Day Date(string? text) =>
        text is { Length: 10 } && Whole(text[..4]) is { } year && Whole(text[5..7]) is { } month && Whole(text[8..]) is { } day
        && new JulianDate(year, month, day).Exists ? Day.Julian(year, month, day) : Day.None;

    private RecordFile? Parse()
    {
        if (Expect("yanyun", "rules") is not { } top || Number(top, 1) is not { } rules) return null;
        if (top[0].Value != RecordFile.Format) return Fail<RecordFile>(top, 0, RecordFile.Format);
        if (Expect("scenario", "hash", "seed", "first") is not { } head || Hash(head, 1) is not { } hash) return null;
        if (!ulong.TryParse(head[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            return Fail<RecordFile>(head, 2, "0-" + ulong.MaxValue);
        if (Date(head[3].Value) is not { Exists: true } first) return Fail<RecordFile>(head, 3, "1139-07-28");
        if (Expect("deciders") is not { } deciders) return null;
        var sets = new List<string>();
        while (Peek() == "set") sets.Add(_lines[_next++].Fields[0].Value);
        var days = new List<RawDay>();
        while (Peek() == "day")
        {
            if (ReadDay(first, days.Count + 1) is not { } day) return null;
            days.Add(day);
        }
        if (Expect("end") is not { } end) return null;
        var count = days.Count.ToString(CultureInfo.InvariantCulture);
        if (end[0].Value != count) return Fail<RecordFile>(end, 0, count);
        if (_next < _lines.Count) return Fail<RecordFile>(_lines[_next++].Fields, 0, new Bilingual("nothing after the end", "結束行之後無內容"));
        return new RecordFile(new RecordHead(head[0].Value, hash, rules, seed, first, deciders[0].Value, sets), days);
    }

    private RawDay? ReadDay(Day first, int index)
    {
        if (Expect("day", "n") is not { } line) return null;
        var day = first + index;
        _day = day.ToString();
        if (line[0].Value != day.ToString()) return Fail<RawDay>(line, 0, day.ToString());
        var ordinal = index.ToString(CultureInfo.InvariantCulture);
        if (line[1].Value != ordinal) return Fail<RawDay>(line, 1, ordinal);
        var orders = new List<RawOrder>();
        while (Peek() == "order")
        {
            if (Expect("order", "seat") is not { } order) return null;
            var words = order.Skip(2).SkipLast(1).Select(field => $"{field.Name}={field.Value}");
            orders.Add(new RawOrder(_lines[_next - 1].Number, order[1].Value, order[0].Value, [.. words]));
        }
        if (Expect("hash") is not { } hashes || Hash(hashes, 0) is not { } hash) return null;
        // With its sum: a record that keeps whole hashes alone.
        var subsystems = hashes.Count == 2 ? [] : new ulong[WorldTables.All.Length];
        var at = 1;
        foreach (var t in subsystems.Length == 0 ? [] : RecordIntegrity.TableOrder)
        {
            var table = WorldTables.All[t];
            if (hashes[at].Name != table.Name)
            {
                if (table.Rare) continue;
                return Fail<RawDay>(hashes, at, table.Name);
            }
            if (Hash(hashes, at++) is not { } sum) return null;
            subsystems[t] = sum;
        }
        if (Peek() != "state") return new RawDay(day, orders, hash, subsystems, null);
        if (Expect("state", "data") is not { } kept || Number(kept, 0) is not { } length) return null;
        return Unpack(kept[1].Value, length) is { } state
            ? new RawDay(day, orders, hash, subsystems, state)
            : Fail<RawDay>(kept, 1, $"deflate+base64: {length}");
    }

    private string Peek() => _next < _lines.Count ? _lines[_next].Fields[0].Name : "";

    /// <summary>The next line when it begins with these fields.</summary>
    private List<RecordField>? Expect(params string[] names)
    {
        if (_next >= _lines.Count)
        {
            _problems.Add(RecordMessages.Cut, new Location(_name, _lines.Count, 1), _lines.Count, _day, names[0]);
            return null;
        }
        var fields = _lines[_next++].Fields;
        for (var i = 0; i < names.Length; i++)
            if (fields[i].Name != names[i]) return Fail<List<RecordField>>(fields, i, i == 0 ? RecordMessages.DayLine : names[i]);
        return fields;
    }

    private int? Number(List<RecordField> fields, int at)
    {
        if (Whole(fields[at].Value) is { } number) return number;
        Fail<RawDay>(fields, at, "0-2147483647");
        return null;
    }

    private ulong? Hash(List<RecordField> fields, int at)
    {
        if (fields[at].Value.Length == 16
            && ulong.TryParse(fields[at].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return number;
        Fail<RawDay>(fields, at, "0000000000000000-ffffffffffffffff");
        return null;
    }

    private T? Fail<T>(List<RecordField> fields, int at, object expected) where T : class
    {
        var number = _lines[_next - 1].Number;
        var found = RecordIntegrity.Shorten(fields[at].Value);
        _problems.Add(RecordMessages.Unexpected, new Location(_name, number, fields[at].At + 1), number, _day, fields[at].Name, found, expected);
        return null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static byte[]? Unpack(string data, int length)
    {
        // More than any world has: a false length must not take the machine's memory.
        if (length > 1 << 24) return null;
        var bytes = new byte[length];
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(data)), CompressionMode.Decompress);
            deflate.ReadExactly(bytes);
            return deflate.ReadByte() < 0 ? bytes : null;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
