namespace Yanyun.Chronicle.Reading;

/// <summary>A value in a data file that knows where it stands.</summary>
public abstract class Node(Location at)
{
    public Location At { get; } = at;

    /// <summary>Its shape, in the word the error texts use.</summary>
    public abstract Bilingual Shape { get; }
}

/// <summary>A single value: its text as written, quotes taken off.</summary>
public sealed class Scalar(Location at, string text, bool plain) : Node(at)
{
    public string Text { get; } = text;

    /// <summary>Written without quotes.</summary>
    public bool IsPlain => plain;

    /// <summary>Nothing is written after the key, or <c>null</c> or <c>~</c> without quotes.</summary>
    public bool IsNull => plain && Text is ("" or "null" or "~");
    public override Bilingual Shape => IsNull ? Shapes.Nothing : Shapes.Text;
}

/// <summary>A list.</summary>
public sealed class Sequence(Location at, List<Node> items) : Node(at)
{
    public IReadOnlyList<Node> Items { get; } = items;
    public override Bilingual Shape => Shapes.List;
}

/// <summary>Keys and their values, in the order of the file; each key once.</summary>
public sealed class Mapping(Location at, List<(Scalar Key, Node Value)> entries) : Node(at)
{
    public IReadOnlyList<(Scalar Key, Node Value)> Entries { get; } = entries;
    public override Bilingual Shape => Shapes.Mapping;

    public Node? this[string key]
    {
        get
        {
            foreach (var (k, value) in Entries) if (k.Text == key) return value;
            return null;
        }
    }
}

/// <summary>Words for the shapes of values.</summary>
public static class Shapes
{
    public static readonly Bilingual Nothing = new("nothing", "空"), Text = new("text", "文字"), List = new("a list", "列表"),
        Mapping = new("a mapping", "鍵值組"), Pair = new("a pair [longitude, latitude]", "一對 [經度, 緯度]");
}
