using System.Text;

namespace Yanyun.Server.Games;

/// <summary>Who fills a seat. Part of the store's format: never renumber, only append.</summary>
public enum HolderKind : byte
{
    /// <summary>The decisions of history, while they fit what the seat believes.</summary>
    Historical = 1,
    /// <summary>The machine opponent.</summary>
    Heuristic = 2,
    Person = 3,
    /// <summary>A program that somebody runs.</summary>
    Bot = 4,
}

/// <summary>Who holds a seat of a game.</summary>
/// <param name="Account">Who may speak for it; empty for a mind. Told to nobody.</param>
/// <param name="Name">What others call the holder; empty for a mind.</param>
/// <param name="StandsIn">The kind of the absent holder for whom a mind decides until he is back; 0: nobody is absent.</param>
public readonly record struct Holding(HolderKind Kind, string Account, string Name, HolderKind StandsIn = 0)
{
    /// <summary>Whether a mind decides.</summary>
    public bool IsMind => Kind is HolderKind.Historical or HolderKind.Heuristic;

    public static Holding Mind(HolderKind kind) => new(kind, "", "");

    /// <summary>As the API writes a kind.</summary>
    public static string Word(HolderKind kind) => kind switch
    {
        HolderKind.Historical => "historical",
        HolderKind.Heuristic => "heuristic",
        HolderKind.Person => "person",
        HolderKind.Bot => "bot",
        _ => "-",
    };

    public static IReadOnlyList<string> Words { get; } = ["historical", "heuristic", "person", "bot"];

    /// <summary>The kind of a word; 0 for none.</summary>
    public static HolderKind Of(string? word) => (HolderKind)(Words.ToList().IndexOf(word ?? "") + 1);

    internal byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, Encoding.UTF8)) Write(to);
        return bytes.ToArray();
    }

    internal void Write(BinaryWriter to)
    {
        to.Write((byte)Kind);
        to.Write((byte)StandsIn);
        to.Write(Account);
        to.Write(Name);
    }

    internal static Holding Read(BinaryReader from)
    {
        var (kind, standsIn) = ((HolderKind)from.ReadByte(), (HolderKind)from.ReadByte());
        return new Holding(kind, from.ReadString(), from.ReadString(), standsIn);
    }

    internal static Holding Read(byte[] body)
    {
        using var from = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
        return Read(from);
    }
}
