using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>What a piece of a sentence stands for.</summary>
public enum PieceKind
{
    /// <summary>Words that are themselves.</summary>
    Words,
    Place, Person, Force, Seat,
    /// <summary>A count of men, rounded as a chronicler would.</summary>
    Men,
    Days,
    /// <summary>Grain, in shi.</summary>
    Grain,
    /// <summary>A chance, in tenths.</summary>
    Odds,
    /// <summary>A sum or a number that is told as it is.</summary>
    Exactly,
    Date,
}

/// <summary>A piece of a sentence: one after the other they are its words.</summary>
/// <param name="Id">Of a place, a person, a force or a seat; null for all else.</param>
/// <param name="Number">Of a figure, what was rounded or put into words: men, days, shi, per mille.</param>
public sealed record Piece(string Text, PieceKind Kind = PieceKind.Words, string? Id = null, long? Number = null)
{
    /// <summary>The words of a sentence, put together again.</summary>
    public static string TextOf(IReadOnlyList<Piece> parts) => string.Concat(parts.Select(part => part.Text));

    /// <summary>Marks in a text where a part begins, by its number, and where it ends: of the private use area, so that no word has them.</summary>
    private const char First = '\uE100', End = '\uE000';
    private const int Most = '\uF8FF' - First;

    /// <summary>Puts a text between marks; as it is when there are too many.</summary>
    internal static string Mark(List<Piece> parts, Piece part)
    {
        if (parts.Count >= Most || part.Text.Length == 0) return part.Text;
        parts.Add(part);
        return $"{(char)(First + parts.Count - 1)}{part.Text}{End}";
    }

    /// <summary>Takes a marked text apart. Marks do not stand within each other.</summary>
    internal static List<Piece> Read(string text, List<Piece> parts)
    {
        var read = new List<Piece>();
        for (var from = 0; from < text.Length;)
        {
            if (text[from] is >= First and var mark && mark - First < parts.Count)
            {
                var end = text.IndexOf(End, from);
                read.Add(parts[mark - First]);
                from = end + 1;
                continue;
            }
            var next = from;
            while (next < text.Length && text[next] is not (>= First and <= '\uF8FF')) next++;
            read.Add(new Piece(text[from..next]));
            from = next;
        }
        return read;
    }
}
