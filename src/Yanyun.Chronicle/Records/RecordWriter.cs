using System.Globalization;
using System.IO.Compression;
using System.Text;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>Writes a record as text, day by day.</summary>
public sealed class RecordWriter
{
    private readonly TextWriter _to;
    private readonly OrderWords _words;
    private readonly Day _first;
    private readonly StringBuilder _line = new();
    private ulong _chain = RecordLine.ChainStart;
    private int _days;

    public RecordWriter(TextWriter to, RecordHead head, OrderWords words)
    {
        _to = to;
        _words = words;
        _first = head.FirstDay;
        Line(("yanyun", RecordFile.Format), ("rules", Text(head.Rules)));
        Line(("scenario", head.Scenario), ("hash", RecordLine.Hex(head.ScenarioHash)),
            ("seed", head.Seed.ToString(CultureInfo.InvariantCulture)), ("first", head.FirstDay.ToString()));
        Line(("deciders", head.Deciders));
        foreach (var set in head.Sets) Line(("set", set));
    }

    /// <summary>Adds the next day.</summary>
    /// <param name="subsystems">In the order of <see cref="WorldTables.All"/>; empty for a record that keeps whole hashes alone.</param>
    /// <param name="state">The whole state, on snapshot days; else empty.</param>
    public void Day(ReadOnlySpan<Order> orders, ulong hash, ReadOnlySpan<ulong> subsystems, ReadOnlySpan<byte> state)
    {
        _days++;
        Line(("day", (_first + _days).ToString()), ("n", Text(_days)));
        foreach (ref readonly var order in orders)
            Line([("order", OrderVerbs.Of(order.Kind).Word), ("seat", _words.Slugs.Of(order.Seat)), .. _words.Fields(order)]);
        var hashes = new List<(string, string)> { ("hash", RecordLine.Hex(hash)) };
        foreach (var t in RecordIntegrity.TableOrder)
            if (!subsystems.IsEmpty && (!WorldTables.All[t].Rare || subsystems[t] != 0)) hashes.Add((WorldTables.All[t].Name, RecordLine.Hex(subsystems[t])));
        Line([.. hashes]);
        if (!state.IsEmpty) Line(("state", Text(state.Length)), ("data", Pack(state)));
    }

    /// <summary>Adds the days of a record kept in memory.</summary>
    public void Days(Record record)
    {
        for (var day = 1; day <= record.Days; day++)
            Day(record.OrdersOf(day), record.HashOf(day), record.SubsystemsOf(day), record.SnapshotOf(day));
    }

    /// <summary>Says that the record is whole.</summary>
    public void End() => Line(("end", Text(_days)));

    private void Line(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        _line.Clear();
        foreach (var (name, value) in fields) RecordLine.Append(_line, name, value);
        _chain = RecordLine.End(_line, _chain);
        _to.Write(_line);
        _to.Write('\n');
    }

    private static string Pack(ReadOnlySpan<byte> state)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(state);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
