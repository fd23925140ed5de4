using System.Buffers;
using System.Runtime.InteropServices;
using Yanyun.Engine;

namespace Yanyun.Server.Views;

/// <summary>How much of what is told a page holds.</summary>
public enum Extent
{
    /// <summary>All: what it has not is gone.</summary>
    Whole,
    /// <summary>Some parts, each of them whole.</summary>
    Parts,
    /// <summary>Some rows.</summary>
    Rows,
}

/// <summary>
/// What has been told of a page, a tenth of its size: of rows what they were made of, of other leaves a hash of their JSON. What a later page differs
/// in is a merge patch (RFC 7396), and only that is written.
/// </summary>
public sealed class Memory
{
    private readonly Dictionary<(string Part, string Row), Told> _told = [];
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private static readonly Page s_empty = new();
    private int _round = 1;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _told.Clear();
        _columns.Clear();
    }

    /// <summary>Takes a page, which was written since it forgot everything, for what has been told.</summary>
    public void Begin(Page page)
    {
        foreach (var (leaf, kept) in page.Leaves)
            if (!kept) _told[leaf] = new Told(HashOf(page, leaf), _round);
        _round++;
    }

    /// <summary>Writes what must be merged into what has been told to make it this page, and takes that for told.</summary>
    /// <param name="page">Written since this memory.</param>
    /// <param name="of">What of it the page has: the rest is as it was.</param>
    public void Patch(Page page, Extent of, IBufferWriter<byte> to)
    {
        var (changes, known) = (new List<(string Part, string Row)>(), 0);
        HashSet<string>? parts = of == Extent.Parts ? new(StringComparer.Ordinal) : null;
        foreach (var (leaf, kept) in page.Leaves)
        {
            parts?.Add(leaf.Part);
            if (kept)
            {
                changes.Add(leaf);
                continue;
            }
            var hash = HashOf(page, leaf);
            ref var told = ref CollectionsMarshal.GetValueRefOrAddDefault(_told, leaf, out var was);
            if (leaf.Row != Page.Heading && (!was || told.Hash != hash)) changes.Add(leaf);
            told = new Told(hash, _round);
            known++;
        }
        if (of != Extent.Rows) Gone(parts, known, changes);
        page.Write(to, changes);
        _round++;
    }

    /// <summary>Writes that a row is to be taken away.</summary>
    public void Take(string part, string row, IBufferWriter<byte> to)
    {
        List<(string Part, string Row)> changes = _told.Remove((part, row)) ? [(part, row)] : [];
        s_empty.Write(to, changes);
    }

    private void Gone(HashSet<string>? parts, int known, List<(string Part, string Row)> changes)
    {
        foreach (var (part, column) in _columns)
            if (parts?.Contains(part) != false) column.Gone(part, _round, changes);
        if (known == _told.Count) return;
        foreach (var (leaf, told) in _told)
        {
            if (told.Round == _round || parts?.Contains(leaf.Part) == false) continue;
            changes.Add(leaf);
            _told.Remove(leaf);
        }
    }

    /// <summary>Whether a row is made of what it was made of when it was told; if not, it is from now on.</summary>
    internal bool Has<T>(string part, int index, string row, in T value) where T : struct, IEquatable<T>
    {
        if (!_columns.TryGetValue(part, out var column)) _columns[part] = column = new Column<T>();
        return ((Column<T>)column).Has(index, row, value, _round);
    }

    private static ulong HashOf(Page page, (string Part, string Row) leaf) => Hashing.Of(page[leaf], 0);

    private readonly record struct Told(ulong Hash, int Round);

    private abstract class Column
    {
        /// <summary>Adds the rows that were told before and not in this round.</summary>
        public abstract void Gone(string part, int round, List<(string Part, string Row)> to);
    }

    private sealed class Column<T> : Column where T : struct, IEquatable<T>
    {
        private (T Value, string? Row, int Round)[] _cells = [];

        public bool Has(int index, string row, in T value, int round)
        {
            if (index >= _cells.Length) Array.Resize(ref _cells, Math.Max(index + 1, Math.Min(16 + _cells.Length * 2, 400)));
            ref var cell = ref _cells[index];
            var same = cell.Row is not null && cell.Value.Equals(value);
            cell = (value, row, round);
            return same;
        }

        public override void Gone(string part, int round, List<(string Part, string Row)> to)
        {
            foreach (ref var cell in _cells.AsSpan())
            {
                if (cell.Row is null || cell.Round == round) continue;
                to.Add((part, cell.Row));
                cell = default;
            }
        }
    }
}
