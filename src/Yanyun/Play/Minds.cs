using System.Runtime.CompilerServices;
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
    public const string Usual = "historical";

    /// <summary>What a mind may be made of, beside its seat.</summary>
    /// <param name="Progress">Of the script in this run, shared by all seats that play it; null for a bookmark without one.</param>
    /// <param name="Heuristic">One for all seats of the run that want it.</param>
    private sealed record Casting(Bookmark Bookmark, ScriptProgress? Progress, Lazy<Heuristic> Heuristic);

    /// <summary>What the heuristic mind reckons once for a country, kept as long as the country is.</summary>
    private static readonly ConditionalWeakTable<Scenario, Heuristic> Charts = [];

    private static readonly (string Word, Func<Casting, SeatId, IMind?> Make)[] Known =
    [
        // The decisions of history while they fit what the seat believes. A seat without any is led by conduct.
        ("historical", (casting, seat) => casting.Progress?.Script.Of(seat).Length > 0 ? new Historical(casting.Progress, seat, casting.Heuristic.Value) : null),
        // Weighs, concentrates, besieges, relieves: the machine opponent, and what takes a seat over when history no longer fits it.
        ("heuristic", (casting, _) => casting.Heuristic.Value),
        // Nobody above the field decides: forces are led by their commanders' conduct alone.
        ("conduct", (_, _) => null),
        // Any legal order, sensible or not.
        ("random", (_, _) => new RandomLegal()),
    ];

    public static readonly IReadOnlyList<string> Words = [.. Known.Select(known => known.Word)];

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
    public static IMind?[] Make(Bookmark bookmark, string[] words, ScriptProgress? progress = null)
    {
        var casting = new Casting(
            bookmark, progress ?? (bookmark.Annals is null ? null : new ScriptProgress(bookmark.Annals.Script)),
            new(() => Charts.GetValue(bookmark.Scenario, scenario => new Heuristic(scenario)).Twin()));
        var minds = new IMind?[bookmark.Scenario.Seats.Length];
        for (byte seat = 1; seat < minds.Length; seat++) minds[seat] = Known.First(known => known.Word == words[seat]).Make(casting, new SeatId(seat));
        return minds;
    }
}
