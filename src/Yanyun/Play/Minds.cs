using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>The minds by the words of <c>--deciders</c>.</summary>
public static class Minds
{
    /// <summary>The mind of a seat that is given none.</summary>
    public const string Usual = Cast.Usual;

    public static IReadOnlyList<string> Words => Cast.Words;

    /// <summary>The words by seat (row 0 unused), or what is wrong with the option.</summary>
    public static (string[]? Words, Mistake? Mistake) Read(string text, Bookmark bookmark)
    {
        var words = new string[bookmark.Scenario.Seats.Length];
        Array.Fill(words, Usual);
        foreach (var part in text.Split(','))
        {
            var equals = part.IndexOf('=');
            var word = equals < 0 ? part : part[(equals + 1)..];
            if (!Words.Contains(word))
                return (null, Mistake.Usage("--deciders", CliMessages.UnknownMind, Nearest.To(word, Words), word, Words));
            if (equals < 0)
            {
                Array.Fill(words, word);
                continue;
            }
            var seats = bookmark.Slugs.Seats;
            var seat = seats[part[..equals]];
            if (seat == 0)
                return (null, Mistake.NotHere("--deciders", CliMessages.UnknownSeat, Nearest.To(part[..equals], seats.Ids), part[..equals], seats.Ids));
            words[seat] = word;
        }
        return (words, null);
    }

    /// <param name="progress">Where the fate of each entry of the script is to be written; null: nobody asks.</param>
    public static IMind?[] Make(Bookmark bookmark, string[] words, ScriptProgress? progress = null) =>
        Cast.Of(bookmark.Scenario, bookmark.Annals?.Script, words, progress).Minds;
}
