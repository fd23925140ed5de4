using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle;

/// <summary>What a ground is: a work, a judgement of ours with its range, or a number chosen for play with its reason.</summary>
public enum GroundKind : byte { Source, Estimate, Balance }

/// <summary>Where a number comes from.</summary>
/// <param name="Text">The work, or how it was judged.</param>
/// <param name="Range">How far the truth may lie; null for a source, or the reason of a balance.</param>
public sealed record Ground(string Id, GroundKind Kind, string Text, string? Range);

/// <summary>The ground of each column: those of the file, and what a row says otherwise.</summary>
public sealed class Basis
{
    private readonly Dictionary<string, Ground> _byColumn;
    private readonly Basis? _file;

    /// <summary>Columns already told to lack a ground, or whose ground is misspelt: one fault is told once a file.</summary>
    private readonly HashSet<string> _told;

    private Basis(Dictionary<string, Ground> byColumn, Basis? file) =>
        (_byColumn, _file, _told) = (byColumn, file, file?._told ?? []);

    /// <summary>The ground of a column; null when the column holds no number, or (a lint) nobody said.</summary>
    public Ground? this[string column] => _byColumn.GetValueOrDefault(column) ?? _file?[column];

    /// <summary>Reads the key <c>basis</c> of a file's head or of a row.</summary>
    internal static Basis Read(Fields fields, Tables tables, Basis? file = null)
    {
        if (!fields.Has("basis")) return file ?? new Basis([], null);
        var columns = new Dictionary<string, Ground>();
        var misspelt = new List<string>();
        if (fields.Inner("basis") is { } basis)
            foreach (var (key, value) in basis.Pairs())
            {
                if (basis.Id(key.Text, tables.GroundIds) is > 0 and var number) columns[key.Text] = tables.Grounds[number - 1];
                else misspelt.Add(key.Text);
            }
        var read = new Basis(columns, file);
        read._told.UnionWith(misspelt);
        return read;
    }

    /// <summary>The lint: a number of a row has no ground.</summary>
    internal void Need(Fields row, string owner, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (row.Has(column) && this[column] is null && _told.Add(column))
                row.Problems.Add(GeographyMessages.NoGround, row.Of(column), column, owner);
    }
}
